/// Every command, in the order in which help shows them. A new one is a line here.
enum CommandTree {
    static let root = Noun(
        "fundctl",
        summary: Message(
            fr: "Tient les livres, les budgets et les subventions de fonds publics de formation, et en donne la preuve",
            en: "Keeps the books, budgets and grants of public training funds, and gives the proof of them"),
        [InitBook.self, Status.self, CheckBook.self, BackupBook.self, RestoreBook.self],
        nouns: [
            RegisterNoun.noun,
            AccountNoun.noun,
            YearNoun.noun,
            PeriodNoun.noun,
            EntryNoun.noun,
            EnvelopeNoun.noun,
            AllocationNoun.noun,
            CommitmentNoun.noun,
            CeilingNoun.noun,
            ProgramNoun.noun,
            RecipientNoun.noun,
            GrantNoun.noun,
            PaymentNoun.noun,
            TransferNoun.noun,
            LevyNoun.noun,
            RevenueNoun.noun,
            FeeNoun.noun,
            ReportNoun.noun,
            ExportNoun.noun,
            KeyNoun.noun,
            PersonNoun.noun,
            RoleNoun.noun,
            ApprovalNoun.noun,
            RecordNoun.noun,
            DocumentNoun.noun,
            RulesNoun.noun,
            ParameterNoun.noun,
            AuditNoun.noun,
        ])
}
