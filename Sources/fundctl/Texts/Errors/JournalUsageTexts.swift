extension ErrorCatalogue {
    /// E-CLI: what is typed wrong of an entry; what comes later.
    static let journalUsage: [ErrorText] = [
        ErrorText(
            CommandLineError.Code.comesLater, .failed,
            fr: .init(
                what: "« {command} » n'est pas encore dans cette version.",
                why: "Les périodes et les exercices restent ouverts jusqu'à ce que leur fermeture soit bâtie.",
                next: "Il n'y a rien à faire; le journal des changements dira quand elle y sera."),
            en: .init(
                what: "\"{command}\" is not in this version yet.",
                why: "Periods and fiscal years stay open until their closing is built.",
                next: "There is nothing to do; the changelog will tell when it is there.")),
        ErrorText(
            CommandLineError.Code.postingMalformed, .usage,
            fr: .init(
                what: "« {value} », donné par {option}, n'est pas une ligne d'écriture.",
                why: "Une ligne s'écrit COMPTE:MONTANT, ou COMPTE:MONTANT@ENVELOPPE.",
                next: "Écrivez par exemple {option} 5100:2500,00; mettez des guillemets s'il y a une espace."),
            en: .init(
                what: "\"{value}\", given by {option}, is not a posting.",
                why: "A posting is typed ACCOUNT:AMOUNT, or ACCOUNT:AMOUNT@ENVELOPE.",
                next: "Type for example {option} 5100:2500.00; put quotes around it where there is a space.")),
        ErrorText(
            CommandLineError.Code.amountNegative, .usage,
            fr: .init(
                what: "Le montant de « {value} », donné par {option}, est négatif.",
                why: "Le côté dit le sens : un montant est toujours positif.",
                next: "Retirez le signe, ou passez la ligne de l'autre côté ({other})."),
            en: .init(
                what: "The amount of \"{value}\", given by {option}, is negative.",
                why: "The side tells the direction: an amount is always positive.",
                next: "Take out the sign, or put the posting on the other side ({other}).")),
    ]
}
