import AuditTrail

/// What offices, catalogues of measures, programmes and occupational standards are refused with: a stable code and the raw
/// facts.
public struct ServiceListError: VerdictError, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// No office has that code. `office`; `nearest`: a code like it, or empty.
        case officeUnknown = "E-LST-001"
        /// The office is closed. `office`.
        case officeClosed = "E-LST-002"
        /// An office stays in its region. `office`; `region`: its own; `found`.
        case officeRegion = "E-LST-003"
        /// A catalogue of that code was adopted before. `catalogue`.
        case catalogueKnown = "E-LST-004"
        /// A catalogue counts from a day after that of the one before. `catalogue`; `from`; `last`.
        case catalogueOrder = "E-LST-005"
        /// The catalogue of the day has no such measure. `measure`; `date`; `catalogue`: that of the day, or empty where none
        /// counts yet; `nearest`: a measure like it, or empty.
        case measureUnknown = "E-LST-006"
        /// No programme has that code. `programme`; `nearest`: a code like it, or empty.
        case programmeUnknown = "E-LST-007"
        /// No occupational standard has that code. `standard`; `nearest`: a code like it, or empty.
        case standardUnknown = "E-LST-008"
        /// No sector committee has that code. `committee`; `nearest`: a code like it, or empty.
        case committeeUnknown = "E-LST-009"
        /// A file of a catalogue is no YAML, or too large. `file`; `found`: what the reader says.
        case catalogueMalformed = "E-LST-010"
        /// A file of a catalogue has a key that it may not have. `file`; `line`; `key`; `nearest`: a key like it, or empty;
        /// `known`: those that it may have.
        case catalogueKey = "E-LST-011"
        /// A value of a file of a catalogue is missing or not as it must be. `file`; `line`; `key`; `found`: empty where it is
        /// missing; `expected`.
        case catalogueValue = "E-LST-012"
        /// No catalogue has that code. `catalogue`: empty where none counts today; `nearest`: a code like it, or empty.
        case catalogueUnknown = "E-LST-013"
        /// The document is not known. `document`.
        case documentUnknown = "E-LST-020"
        /// The subject is not open: never opened, or erased. `subject`.
        case subjectNotOpen = "E-LST-021"
        /// A record is dated after the day of its seal. `date`; `day`: of the seal; `record`.
        case datedAhead = "E-LST-030"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    public var verdict: VerdictName { .figures }
}
