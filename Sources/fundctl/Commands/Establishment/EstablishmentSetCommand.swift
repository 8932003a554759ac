import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl establishment set NEQ NUMBER`.
struct EstablishmentSetCommand: FundctlCommand {
    static let help = CommandHelp(
        "set", summary: Message(fr: "Inscrit un établissement, ou le change", en: "Enters an establishment, or changes it"),
        examples: [
            .init("fundctl establishment set 1144556677 1 --region 08 --office R08 --name \"Usine de Rouyn\" --employees 30"),
            .init("fundctl establishment set 1144556677 1 --region 08 --closed"),
        ])

    @OptionGroup var employer: EmployerArgument

    @Argument(help: .init(fr: "Le numéro, de 1 à 9999.", en: "The number, 1 to 9999.", value: ("numéro", "number")))
    var number: Int64

    @Option(help: .init(fr: "La région, par code ou nom.", en: "The region, by code or name.", value: ("région", "region")))
    var region: String

    @Option(help: .init(fr: "Le bureau.", en: "The office.", value: ("code", "code")))
    var office: String?

    @Option(help: .init(fr: "Le nom du lieu.", en: "The place's name.", value: ("nom", "name")))
    var name: String?

    @Option(help: .init(fr: "Le code du SCIAN.", en: "The NAICS code.", value: ("code", "code")))
    var scian: String?

    @Option(help: .init(fr: "L'effectif.", en: "How many employees.", value: ("n", "n")))
    var employees: Int64?

    @Flag(help: .init(fr: "L'établissement est fermé.", en: "The establishment is closed."))
    var closed = false

    @OptionGroup var day: ServiceDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let neq = try employer.neq()
        guard EstablishmentSet.numbers.contains(number) else {
            throw CommandLineError(.invalidValue, ["value": String(number), "option": "number", "choices": "1…9999"])
        }
        let region = try Region(parsing: region), industry = try scian.map { try SCIAN(parsing: $0) }
        let date = try day.day(call)
        let request = ServiceRequest(
            command: "establishment-set",
            asked: [
                "employer": neq.text, "number": String(number), "region": region.code, "office": office, "name": name,
                "scian": scian, "employees": employees.map(String.init), "closed": closed ? "yes" : nil, "date": day.date,
            ], options: write)
        let done = try call.record(request) { _, _ in
            EstablishmentSet(
                neq, number: number, region: region, office: office, name: name, scian: industry, employees: employees,
                isClosed: closed, on: date)
        } view: { try EmployerView($1.countedEmployer($0.employer.text), in: $1) }
        let title =
            write.dryRun
            ? Message(fr: "L'établissement \(number) de \(neq.text) serait inscrit.", en: "The establishment \(number) of \(neq.text) would be entered.")
            : Message(fr: "L'établissement \(number) de \(neq.text) est inscrit.", en: "The establishment \(number) of \(neq.text) is entered.")
        return done.value.result(title, done)
    }
}

/// `fundctl establishment`: where an employer works.
enum EstablishmentNoun {
    static let noun = Noun(
        "establishment", summary: Message(fr: "Les établissements des employeurs", en: "The establishments of employers"),
        [EstablishmentSetCommand.self, EstablishmentImportCommand.self])
}
