/// `fundctl account`: the chart of accounts of a fund.
enum AccountNoun {
    static let noun = Noun(
        "account", summary: Message(fr: "Les comptes d'un fonds", en: "The accounts of a fund"),
        [AccountList.self, AccountOpen.self, AccountClose.self, AccountLoad.self, AccountControl.self])
}
