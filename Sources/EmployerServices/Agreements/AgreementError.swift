import AuditTrail

/// What a step of a qualification agreement is refused with: a stable code and the raw facts.
///
/// `agreement` names the agreement in each but where it says otherwise; `AGR-0000-…` in a slip.
public struct AgreementError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// No agreement has that id. `agreement`.
        case agreementUnknown = "E-AGR-001"
        /// The agreement's state does not allow the step. `agreement`; `state`; `step`; `open`: the steps that it allows.
        case stepNotAllowed = "E-AGR-002"
        /// A draft is not the next of its fiscal year. `agreement`; `expected`.
        case notNext = "E-AGR-003"
        /// The step is dated before the last one. `agreement`; `date`; `last`.
        case dateBefore = "E-AGR-004"
        /// The apprentice has an open agreement of the standard. `agreement`: that one; `standard`; `state`.
        case alreadyOpen = "E-AGR-005"
        /// The apprentice would be the own companion. `agreement`.
        case ownCompanion = "E-AGR-006"
        /// A signature is before the draft or after the step. `agreement`; `part`: `apprentice_signed`, `employer_signed`,
        /// `service_signed`; `found`; `least`; `most`.
        case signatureDate = "E-AGR-007"
        /// It begins before all have signed. `agreement`; `begins`; `least`: the last signature.
        case beginsBefore = "E-AGR-008"
        /// It lasts less than 3 or more than 36 months. `agreement`; `begins`; `ends`; `least` and `most`: of `ends`.
        case term = "E-AGR-009"
        /// It starts outside its term. `agreement`; `date`; `least`; `most`.
        case startedOutside = "E-AGR-010"
        /// The standard has no such module. `agreement`; `module`; `standard`; `modules`: those that it has.
        case moduleUnknown = "E-AGR-011"
        /// The module was learnt before. `agreement`; `module`.
        case moduleLearnt = "E-AGR-012"
        /// Who says that a module is learnt is not the companion. `agreement`.
        case companionOther = "E-AGR-013"
        /// A module is checked before it is learnt. `agreement`; `module`.
        case moduleNotLearnt = "E-AGR-014"
        /// The module was checked before. `agreement`; `module`.
        case moduleChecked = "E-AGR-015"
        /// A change names nothing. `agreement`.
        case nothingChanged = "E-AGR-016"
        /// Employer and office come together, an establishment with them. `agreement`.
        case employerAndOffice = "E-AGR-017"
        /// A draft has no end and no hours to change yet. `agreement`.
        case draftTerms = "E-AGR-018"
        /// The end is before the step or beyond the longest term. `agreement`; `ends`; `least`; `most`.
        case endsOutside = "E-AGR-019"
        /// Modules are not checked yet. `agreement`; `modules`: they.
        case modulesLeft = "E-AGR-020"
        /// Skills are recognised in part: at least one module is checked, and one is not. `agreement`; `checked`; `modules`:
        /// how many.
        case notPartly = "E-AGR-021"
        /// Hours a week. `agreement`; `hours`; `least`; `most`.
        case hours = "E-AGR-022"
        /// The apprentice is younger than 16 at signing. `agreement`; `signed`; `least`: the first day on which it can be;
        /// `age`: the least.
        case tooYoung = "E-AGR-023"
        /// The apprentice's birth date is not known, or is no date: the age cannot be checked. `agreement`.
        case bornUnknown = "E-AGR-024"
        /// The same person, by name and birth date, has an open agreement of the standard. `agreement`: that one; `standard`.
        case samePerson = "E-AGR-025"
        /// A text is too short or too long. `agreement`; `part`; `bytes`; `limit`.
        case textLength = "E-AGR-026"
        /// It would be signed without a companion. `agreement`.
        case companionMissing = "E-AGR-027"
        /// Nothing that is learnt is left to check. `agreement`; `checked`; `modules`: how many.
        case nothingToCheck = "E-AGR-028"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

extension AgreementError: VerdictError {
    public var verdict: VerdictName { .figures }
}
