/// `fundctl employer`: who may be helped.
enum EmployerNoun {
    static let noun = Noun(
        "employer", summary: Message(fr: "Les employeurs, leurs noms, leur histoire", en: "Employers, their names, their history"),
        [
            EmployerListCommand.self, EmployerSearchCommand.self, EmployerShowCommand.self, EmployerHistoryCommand.self,
            EmployerAddCommand.self, EmployerImportCommand.self, EmployerUpdateCommand.self, EmployerMergeCommand.self,
            EmployerCloseCommand.self, EmployerReopenCommand.self,
        ])
}
