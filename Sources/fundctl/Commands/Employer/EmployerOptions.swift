import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// What `employer add` and `employer update` say of an employer.
struct EmployerOptions: ParsableArguments {
    @Option(help: .init(fr: "Le nom légal.", en: "The legal name.", value: ("nom", "name")))
    var name: String?

    @Option(
        help: .init(
            fr: "Le nom de la personne, pour un NEQ en 22 : gardé hors des enregistrements, effaçable.",
            en: "The person's name, for a NEQ in 22: kept outside the records, erasable.", value: ("nom", "name")))
    var person: String?

    @Option(
        help: .init(
            fr: "La personne à qui parler : gardée hors des enregistrements, effaçable.",
            en: "The person to speak to: kept outside the records, erasable.", value: ("nom", "name")))
    var contact: String?

    @Option(
        name: .customLong("other-name"),
        help: .init(fr: "Un autre nom; toute la liste est remplacée.", en: "Another name; the whole list is replaced.", value: ("nom", "name")))
    var otherNames: [String] = []

    @Option(help: .init(fr: "La forme juridique (sinon celle du NEQ).", en: "The legal form (else that of the NEQ).", value: ("forme", "form")))
    var form: String?

    @Option(help: .init(fr: "La région, par code ou nom.", en: "The region, by code or name.", value: ("région", "region")))
    var region: String?

    @Option(help: .init(fr: "Le bureau.", en: "The office.", value: ("code", "code")))
    var office: String?

    @Option(help: .init(fr: "Le code du SCIAN.", en: "The NAICS code.", value: ("code", "code")))
    var scian: String?

    @Option(help: .init(fr: "L'effectif.", en: "How many employees.", value: ("n", "n")))
    var employees: Int64?

    /// What is said, without the persons. Refuses: E-CLI-007, E-CLI-041, E-REF codes.
    func details() throws -> EmployerDetails {
        for (text, option) in [(name, "--name"), (person, "--person"), (contact, "--contact")] {
            if let text { try TypedText.check(text, option: option, bytes: ServiceGrammar.name) }
        }
        for text in otherNames { try TypedText.check(text, option: "--other-name", bytes: ServiceGrammar.name) }
        guard otherNames.count <= 20, employees ?? 0 >= 0 else {
            throw CommandLineError(
                .invalidValue,
                ["value": String(employees ?? 0), "option": employees ?? 0 < 0 ? "--employees" : "--other-name", "choices": "0…, 1…20"])
        }
        return EmployerDetails(
            form: try form.map(Self.form), name: name, otherNames: otherNames.isEmpty ? nil : otherNames,
            region: try RegionOption.read(region), office: office, scian: try scian.map { try SCIAN(parsing: $0) },
            employees: employees)
    }

    /// The same, with subjects opened for the persons.
    func details(in session: RegisterSession, _ call: Invocation) throws -> EmployerDetails {
        var details = try details()
        details.subject = try person.map { try call.openPerson($0, in: session) }
        details.contact = try contact.map { try call.openPerson($0, in: session) }
        return details
    }

    /// The fingerprint of what is asked: whether persons are named, not how.
    var asked: [String: String?] {
        [
            "name": name, "person": person == nil ? nil : "yes", "contact": contact == nil ? nil : "yes",
            "other_names": otherNames.isEmpty ? nil : otherNames.joined(separator: "\u{2063}"), "form": form,
            "region": region, "office": office, "scian": scian, "employees": employees.map(String.init),
        ]
    }

    private static func form(_ typed: String) throws -> EmployerForm {
        guard let form = EmployerForm(rawValue: typed) else {
            let choices = EmployerForm.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandLineError(.invalidValue, ["value": typed, "option": "--form", "choices": choices])
        }
        return form
    }
}

/// The employer that a command is about.
struct EmployerArgument: ParsableArguments {
    @Argument(help: .init(fr: "Le NEQ.", en: "The NEQ.", value: ("NEQ", "NEQ")))
    var employer: String

    /// Refuses: E-REF-040, E-REF-041.
    func neq() throws -> NEQ { try NEQ(parsing: employer) }
}

/// `--date D`.
struct ServiceDateOption: ParsableArguments {
    @Option(help: .init(fr: "La date; sinon aujourd'hui.", en: "The date; else today.", value: ("date", "date")))
    var date: String?

    func day(_ call: Invocation) throws -> CalendarDate { try call.day(date) }
}
