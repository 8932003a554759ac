import ArgumentParser
import EmployerServices
import ReferenceData

/// The agreement that a command is about.
struct AgreementArgument: ParsableArguments {
    @Argument(help: .init(fr: "Le numéro de l'entente; dans un bordereau, le sien : AGR-0000-000001.", en: "The agreement's number; in a slip, its own: AGR-0000-000001.", value: ("numéro", "id")))
    var agreement: String

    /// Refuses: E-REF codes.
    func id() throws -> AgreementID { try AgreementID(parsing: SlipID.held(agreement)) }
}

/// `--slip FILE`: write into a slip that is being made, away from the book.
struct SlipOption: ParsableArguments {
    @Option(help: .init(fr: "Écrit dans ce bordereau (fundctl slip begin), sans le livre.", en: "Writes into this slip (fundctl slip begin), without the book.", value: ("fichier", "file")))
    var slip: String?
}

/// Who learns, where, and who shows: what a draft says.
struct AgreementPartyOptions: ParsableArguments {
    @Option(help: .init(fr: "Le nom de l'apprenti : gardé hors des enregistrements, effaçable.", en: "The apprentice's name: kept outside the records, erasable.", value: ("nom", "name")))
    var apprentice: String?

    @Option(help: .init(fr: "La date de naissance de l'apprenti, AAAA-MM-JJ : gardée de même.", en: "The apprentice's birth date, YYYY-MM-DD: kept the same way.", value: ("date", "date")))
    var born: String?

    @Option(help: .init(fr: "Un apprenti que le registre connaît, par son identifiant.", en: "An apprentice whom the register knows, by the identifier.", value: ("id", "id")))
    var apprenticeSubject: String?

    @OptionGroup var companion: CompanionOptions

    @Option(help: .init(fr: "Le NEQ de l'employeur.", en: "The employer's NEQ.", value: ("neq", "neq")))
    var employer: String?

    @Option(help: .init(fr: "Le numéro de l'établissement chez l'employeur.", en: "The establishment's number at the employer.", value: ("n", "n")))
    var establishment: Int64?

    @Option(help: .init(fr: "Le bureau qui dessert l'employeur.", en: "The office that serves the employer.", value: ("code", "code")))
    var office: String?

    @Option(help: .init(fr: "La norme professionnelle (fundctl standard list).", en: "The occupational standard (fundctl standard list).", value: ("code", "code")))
    var standard: String?

    /// The apprentice as typed; nil where nothing is. Refuses: E-CLI-041, E-REF codes.
    func typedApprentice() throws -> TypedPerson? {
        if let apprenticeSubject { return .subject(apprenticeSubject) }
        guard let apprentice else { return nil }
        try TypedText.check(apprentice, option: "--apprentice", bytes: 1...200)
        return .named(apprentice, born: try born.map { try CalendarDate(iso: $0).iso })
    }

    /// What was typed, without names: the fingerprint of the request.
    var content: [String: String] {
        [
            "apprentice-subject": apprenticeSubject ?? "", "companion-subject": companion.companionSubject ?? "",
            "employer": employer ?? "", "establishment": establishment.map(String.init) ?? "", "office": office ?? "",
            "standard": standard ?? "",
        ]
    }
}

/// Who shows the trade.
struct CompanionOptions: ParsableArguments {
    @Option(help: .init(fr: "Le nom du compagnon : gardé hors des enregistrements, effaçable.", en: "The companion's name: kept outside the records, erasable.", value: ("nom", "name")))
    var companion: String?

    @Option(help: .init(fr: "Un compagnon que le registre connaît, par son identifiant.", en: "A companion whom the register knows, by the identifier.", value: ("id", "id")))
    var companionSubject: String?

    /// Refuses: E-CLI-041.
    func typed() throws -> TypedPerson? {
        if let companionSubject { return .subject(companionSubject) }
        guard let companion else { return nil }
        try TypedText.check(companion, option: "--companion", bytes: 1...200)
        return .named(companion, born: nil)
    }
}

/// What the parties sign.
struct AgreementTermOptions: ParsableArguments {
    @Option(help: .init(fr: "Le premier jour.", en: "The first day.", value: ("date", "date")))
    var begins: String?

    @Option(help: .init(fr: "Le dernier jour : de 3 à 36 mois après.", en: "The last day: 3 to 36 months later.", value: ("date", "date")))
    var ends: String?

    @Option(help: .init(fr: "Les heures par semaine : de 21 à 60.", en: "Hours a week: 21 to 60.", value: ("n", "n")))
    var hours: Int64?

    @Option(help: .init(fr: "Le jour où tous ont signé; sinon la date de l'étape.", en: "The day on which all signed; else the date of the step.", value: ("date", "date")))
    var signed: String?

    @Option(help: .init(fr: "Le jour où l'apprenti a signé.", en: "The day on which the apprentice signed.", value: ("date", "date")))
    var apprenticeSigned: String?

    @Option(help: .init(fr: "Le jour où l'employeur a signé.", en: "The day on which the employer signed.", value: ("date", "date")))
    var employerSigned: String?

    @Option(help: .init(fr: "Le jour où le service a signé.", en: "The day on which the service signed.", value: ("date", "date")))
    var serviceSigned: String?

    /// Refuses a term without begin, end or hours (E-CLI-005 family) and malformed dates (E-REF codes).
    func read(on day: CalendarDate, command: String) throws -> AgreementOrder.Terms {
        func need(_ value: String?, _ option: String) throws -> CalendarDate {
            guard let value else {
                throw CommandLineError(.missingArgument, ["argument": option, "command": command])
            }
            return try CalendarDate(iso: value)
        }
        guard let hours else { throw CommandLineError(.missingArgument, ["argument": "--hours", "command": command]) }
        let all = try signed.map { try CalendarDate(iso: $0) } ?? day
        return AgreementOrder.Terms(
            apprenticeSigned: try apprenticeSigned.map { try CalendarDate(iso: $0) } ?? all,
            employerSigned: try employerSigned.map { try CalendarDate(iso: $0) } ?? all,
            serviceSigned: try serviceSigned.map { try CalendarDate(iso: $0) } ?? all,
            begins: try need(begins, "--begins"), ends: try need(ends, "--ends"), hours: hours)
    }

    var content: [String: String] {
        [
            "apprentice-signed": apprenticeSigned ?? "", "begins": begins ?? "", "employer-signed": employerSigned ?? "",
            "ends": ends ?? "", "hours": hours.map(String.init) ?? "", "service-signed": serviceSigned ?? "",
            "signed": signed ?? "",
        ]
    }
}
