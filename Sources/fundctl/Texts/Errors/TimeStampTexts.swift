import AuditTrail

extension ErrorCatalogue {
    /// E-TSP: time-stamp tokens.
    static let timeStamps: [ErrorText] = [
        ErrorText(
            TimeStampError.Code.certificatesUnreadable, .integrityBroken,
            fr: .init(
                what: "Le fichier de certificats donné au rang {number} ne se lit pas.",
                why: "Un certificat au moins y est attendu, en PEM, et tous doivent être bien formés.",
                next: "Obtenez de nouveau le certificat de l'autorité, auprès d'elle."),
            en: .init(
                what: "The file of certificates given at place {number} cannot be read.",
                why: "It must hold one certificate or more, as PEM, all of them well formed.",
                next: "Get the authority's certificate again, from the authority.")),
        ErrorText(
            TimeStampError.Code.tokenMissing, .integrityBroken,
            fr: .init(
                what: "L'export ne porte pas d'horodatage.",
                why: "Aucun fichier STATEMENT.tsr n'y est, et vous demandez qu'une autorité ait horodaté STATEMENT.",
                next: "Demandez-le à qui tient le livre : « fundctl audit timestamp »."),
            en: .init(
                what: "The export has no time stamp.",
                why: "There is no STATEMENT.tsr in it, and you ask that an authority stamped STATEMENT.",
                next: "Ask those who keep the book for it: \"fundctl audit timestamp\".")),
        ErrorText(
            TimeStampError.Code.responseMalformed, .refused,
            fr: .init(
                what: "Ce n'est pas une réponse d'horodatage.",
                why: "Une réponse RFC 3161 en DER est attendue, et rien à sa suite.",
                next: "Voyez ce que l'autorité a répondu; elle a peut-être envoyé une page d'erreur."),
            en: .init(
                what: "This is no time-stamp response.",
                why: "It must be an RFC 3161 response in DER, with nothing after it.",
                next: "See what the authority answered; it may have sent an error page.")),
        ErrorText(
            TimeStampError.Code.responseRejected, .refused,
            fr: .init(
                what: "L'autorité a refusé d'horodater (état {status})[? : {detail}].",
                why: "Sa réponse ne contient pas de jeton.",
                next: "Recommencez plus tard, ou adressez-vous à une autre autorité."),
            en: .init(
                what: "The authority refused to stamp (status {status})[?: {detail}].",
                why: "Its response holds no token.",
                next: "Try later, or go to another authority.")),
        ErrorText(
            TimeStampError.Code.imprintAlgorithm, .refused,
            fr: .init(
                what: "L'horodatage porte sur une empreinte qui n'est pas admise[? ({algorithm})].",
                why: "Seules SHA-256, SHA-384 et SHA-512 le sont.",
                next: "Faites une nouvelle demande : « fundctl audit timestamp --request »."),
            en: .init(
                what: "The time stamp is over a hash that is not allowed[? ({algorithm})].",
                why: "Only SHA-256, SHA-384 and SHA-512 are.",
                next: "Make a new request: \"fundctl audit timestamp --request\".")),
        ErrorText(
            TimeStampError.Code.imprintOther, .refused,
            fr: .init(
                what: "L'horodatage est d'un autre texte que ce STATEMENT.",
                why: "L'empreinte de STATEMENT est {expected}; celle du jeton, {found}.",
                next: "Vérifiez que la réponse est bien celle de cet export."),
            en: .init(
                what: "The time stamp is of another text than this STATEMENT.",
                why: "The hash of STATEMENT is {expected}; that of the token is {found}.",
                next: "See that the response is the one for this export.")),
        ErrorText(
            TimeStampError.Code.tokenInvalid, .integrityBroken,
            fr: .init(
                what: "L'horodatage du {time} n'est pas signé par une autorité que ces certificats garantissent[? ({detail})].",
                why: "La signature est fausse, ou le certificat ne mène pas à l'un d'eux, n'est pas d'horodatage seulement, ou n'était pas valide à cette heure.",
                next: "Vérifiez d'abord que ce sont les certificats de la bonne autorité; sinon, ne vous fiez pas à cet horodatage."),
            en: .init(
                what: "The time stamp of {time} is not signed by an authority that these certificates vouch for[? ({detail})].",
                why: "The signature is wrong, or the certificate leads to none of them, is not for time-stamping alone, or was not valid at that time.",
                next: "See first that these are the right authority's certificates; otherwise do not rely on this time stamp.")),
        ErrorText(
            TimeStampError.Code.tokenTime, .integrityBroken,
            fr: .init(
                what: "L'horodatage est du {time}, ce qui ne peut pas être.",
                why: "Il doit se situer [?après {earliest} et ]avant {latest}.",
                next: "Vérifiez votre horloge; si elle est juste, demandez un nouvel horodatage."),
            en: .init(
                what: "The time stamp is of {time}, which cannot be.",
                why: "It must lie [?after {earliest} and ]before {latest}.",
                next: "Check your clock; if it is right, ask for a new time stamp.")),
        ErrorText(
            TimeStampError.Code.nonceOther, .refused,
            fr: .init(
                what: "La réponse n'est pas celle de la demande qui vient d'être faite.",
                why: "Elle ne reprend pas le nombre aléatoire de la demande : c'est peut-être une réponse ancienne.",
                next: "Recommencez, ou adressez-vous à une autre autorité."),
            en: .init(
                what: "The response is not to the request that was just made.",
                why: "It does not repeat the request's random number: it may be an older response.",
                next: "Try again, or go to another authority.")),
        ErrorText(
            TimeStampError.Code.tokenTaken, .refused,
            fr: .init(
                what: "L'export porte déjà un autre horodatage : {path}.",
                why: "Un horodatage plus ancien prouve davantage; il ne sera pas remplacé.",
                next: "Gardez-le, ou déplacez ce fichier, puis recommencez."),
            en: .init(
                what: "The export has another time stamp already: {path}.",
                why: "An earlier time stamp proves more; it will not be replaced.",
                next: "Keep it, or move that file away, then try again.")),
        ErrorText(
            TimeStampError.Code.bundleUnstamped, .failed,
            fr: .init(
                what: "L'export {export} est écrit dans « {bundle} », mais sans horodatage.",
                why: "L'export est entier et se vérifie; seul le jeton manque, pour la raison donnée ci-dessus.",
                next: "Quand l'autorité répondra : « fundctl audit timestamp {bundle} --command … »."),
            en: .init(
                what: "Export {export} is written to \"{bundle}\", but without a time stamp.",
                why: "The export is whole and verifies; only the token is missing, for the reason given above.",
                next: "When the authority answers: \"fundctl audit timestamp {bundle} --command …\".")),
    ]
}
