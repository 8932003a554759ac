/// `fundctl payment`: what goes to the bank, and what the bank did with it.
enum PaymentNoun {
    static let noun = Noun(
        "payment", summary: Message(fr: "Les paiements, de la liste des sommes dues au relevé bancaire", en: "Payments, from what is due to the bank statement"),
        [
            PaymentDue.self, PaymentRun.self, PaymentFile.self, PaymentClear.self, PaymentReject.self, PaymentList.self,
            PaymentShow.self,
        ])
}
