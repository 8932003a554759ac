import ReferenceData
import TabularImport

/// What a map of agreements fills, a row an agreement as it stands today.
enum AgreementField: String, CaseIterable {
    case apprentice, born, companion, employer, establishment, office, standard
    /// The days of the draft and of the signatures; `signed` is that of all three where they are not told apart.
    case drafted, signed
    case apprenticeSigned = "apprentice_signed"
    case employerSigned = "employer_signed"
    case serviceSigned = "service_signed"
    case begins, ends, hours, started
    /// Codes of modules, parted by commas, semicolons or spaces, and the day on which the last of them was seen to.
    case learnt, checked, progressed
    case suspended, completed, recognised, ended
    /// The number of a certificate or an attestation.
    case paper
    case cause, reason

    static let target = ImportTarget(
        "agreements", fields: allCases.map(\.field), sourceBytes: IntakeMark.sourceBytes.upperBound)

    private static let needed: Set<AgreementField> = [.apprentice, .born, .employer, .office, .standard]

    private var field: ImportTarget.Field {
        ImportTarget.Field(rawValue, kind, required: Self.needed.contains(self), maximumBytes: maximumBytes)
    }

    private var kind: ImportTarget.Kind {
        switch self {
        case .employer, .office, .standard: .identifier
        case .establishment, .hours: .integer
        case .apprentice, .companion, .learnt, .checked, .paper, .reason: .text
        case .cause: .choice(AgreementCause.allCases.map(\.rawValue))
        case .born, .drafted, .signed, .apprenticeSigned, .employerSigned, .serviceSigned, .begins, .ends, .started,
            .progressed, .suspended, .completed, .recognised, .ended:
            .date
        }
    }

    private var maximumBytes: Int {
        switch self {
        case .paper: AgreementTexts.paper.upperBound
        case .reason: ServiceGrammar.reason.upperBound
        case .learnt, .checked: 8_192
        default: ServiceGrammar.name.upperBound
        }
    }

    /// The field of a row that a draft or a signing is refused for; nil where it is none of one.
    static func blamed(for error: any Error) -> AgreementField? {
        switch error {
        case let error as AgreementError: blamed(for: error)
        case let error as EmployerError:
            [.establishmentUnknown, .establishmentClosed].contains(error.code) ? .establishment : .employer
        case let error as ServiceListError: error.code == .standardUnknown ? .standard : .office
        case is ScopeError: .office
        default: nil
        }
    }

    private static func blamed(for error: AgreementError) -> AgreementField? {
        switch error.code {
        case .alreadyOpen, .samePerson: .apprentice
        case .ownCompanion, .companionMissing: .companion
        case .signatureDate: error.parameters["part"].flatMap(AgreementField.init(rawValue:)) ?? .signed
        case .beginsBefore: .begins
        case .term: .ends
        case .hours: .hours
        case .tooYoung, .bornUnknown: .born
        case .dateBefore: .drafted
        default: nil
        }
    }
}

/// An item of a map of agreements, read by names.
struct AgreementItem {
    let item: MappedItem

    func has(_ field: AgreementField) -> Bool { Self.place(field).map { item.has($0) } ?? false }

    func text(_ field: AgreementField) -> String? {
        Self.place(field).flatMap { item.has($0) ? item.string($0) : nil }
    }

    func date(_ field: AgreementField) -> CalendarDate? {
        Self.place(field).flatMap { item.has($0) ? item.date($0) : nil }
    }

    func number(_ field: AgreementField) -> Int64? {
        Self.place(field).flatMap { item.has($0) ? item.integer($0) : nil }
    }

    var cause: AgreementCause? {
        Self.place(.cause).flatMap { item.has($0) ? AgreementCause.allCases[item.choice($0)] : nil }
    }

    /// Codes in a cell.
    func codes(_ field: AgreementField) -> [String] {
        (text(field) ?? "").split { ",; |".contains($0) }.map(String.init)
    }

    private static func place(_ field: AgreementField) -> Int? { AgreementField.allCases.firstIndex(of: field) }
}
