import AuditTrail

/// What a step of a grant is refused with: a stable code and the raw facts.
///
/// A parameter whose name ends in `_cents` holds integer cents. FORMAT.md, section 19.4.
public struct GrantError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        // MARK: The life

        /// The fund has no such grant. `grant`; `fund`.
        case grantUnknown = "E-GRT-001"
        /// The state of the grant does not allow the step. `grant`; `state`; `step`; `open`: the steps that it allows.
        case stepNotOpen = "E-GRT-002"
        /// A step is dated before the one before it. `grant`; `step`; `date`; `last`: that step; `last_date`.
        case dateBeforeStep = "E-GRT-003"
        /// A new grant has not the next number. `grant`; `expected`.
        case grantNumber = "E-GRT-004"
        /// A step announces more or fewer entries than it has. `grant`; `step`; `found`; `expected`.
        case entryCount = "E-GRT-005"
        /// A text is empty or too long. `grant`; `part`; `bytes`; `limit`.
        case textLength = "E-GRT-006"
        /// The amount of a step is not above zero. `grant`; `step`; `amount_cents`.
        case amountNotPositive = "E-GRT-007"
        /// A document is not known, or stands out of order. `document`.
        case documentUnknown = "E-GRT-008"
        /// A figure of the grant leaves 64 bits of cents. `grant`.
        case overflow = "E-GRT-009"

        // MARK: Plan, agreement

        /// A plan has no line, too many, two of one year, lines out of order, an amount below zero, or sums to zero.
        /// `grant`; `lines`; `cause`: `count`, `order`, `amount` or `zero`.
        case planShape = "E-GRT-010"
        /// A year of the plan lies before the date of the step. `grant`; `year`; `date`.
        case planYearPast = "E-GRT-011"
        /// A line has no envelope although its year is opened with budget control (`missing`), or has one although it
        /// is not (`needless`). `grant`; `year`; `envelope`; `cause`.
        case planEnvelope = "E-GRT-012"
        /// The instalments of a year are not what the plan has. `grant`; `year`; `planned_cents`; `instalments_cents`;
        /// `difference_cents`.
        case instalmentsDiffer = "E-GRT-013"
        /// A plan has less for a year than is spent. `grant`; `year`; `planned_cents`; `spent_cents`; `shortfall_cents`.
        case planBelowSpent = "E-GRT-014"
        /// The envelope of a year that has spending stays. `grant`; `year`; `envelope`; `expected`; `spent_cents`.
        case planEnvelopeSpent = "E-GRT-015"
        /// The plan has no line with an envelope for a year under budget control. `grant`; `year`; `step`.
        case planYearMissing = "E-GRT-016"
        /// More than is committed for the year. `grant`; `step`; `year`; `envelope`; `asked_cents`; `held_cents`;
        /// `shortfall_cents`.
        case heldExceeded = "E-GRT-017"
        /// Instalments, or contributions, are none, too many, out of order, or have an amount or name that is none.
        /// `grant`; `part`: `instalments` or `contributions`; `lines`; `cause`: `count`, `order`, `amount` or `party`.
        case termsShape = "E-GRT-018"
        /// An agreement ends before it begins. `grant`; `begins`; `ends`.
        case agreementEnds = "E-GRT-019"

        // MARK: Authority

        /// The authority is below the one that the amount asks for. `grant`; `total_cents`; `authority`; `required`;
        /// `norms`: of the programme, `approved` or `none`.
        case authorityTooLow = "E-GRT-020"
        /// The fund has no such authority. `grant`; `authority`; `fund`.
        case authorityOfOtherFund = "E-GRT-021"
        /// Who assessed approves, or raises what is approved, or no assessment is known. `grant`; `record`: of the assessment.
        case ownAssessment = "E-GRT-022"
        /// The agreement is above what was approved. `grant`; `asked_cents`; `approved_cents`; `excess_cents`.
        case aboveApproved = "E-GRT-023"
        /// An amendment above what was approved names no authority and instrument (`missing`), or one names them
        /// although it is not (`needless`). `grant`; `cause`; `total_cents`; `approved_cents`; `required`.
        case amendmentAuthority = "E-GRT-024"
        /// An amendment above what was approved takes an approver. `grant`.
        case amendmentApprover = "E-GRT-025"
        /// The agreement names neither, or both, of a name and a subject; a sole proprietor has a subject. `grant`;
        /// `recipient`.
        case partyNaming = "E-GRT-026"
        /// The subject is not open: never opened, or erased. `grant`; `subject`.
        case partySubject = "E-GRT-027"

        // MARK: Money

        /// More than the agreement has left. `grant`; `step`; `asked_cents`; `agreement_cents`; `accepted_cents`;
        /// `advances_cents`; `accrued_cents`; `recoverable_cents`; `left_cents`; `excess_cents`.
        case aboveAgreement = "E-GRT-030"
        /// A claim has not the next number. `grant`; `claim`; `expected`.
        case claimNumber = "E-GRT-031"
        /// The days of a claim are out of order, or after its date. `grant`; `from`; `to`; `date`.
        case claimDays = "E-GRT-032"
        /// The grant has no such claim. `grant`; `claim`; `open`: the claims that are not accepted yet.
        case claimUnknown = "E-GRT-033"
        /// The claim is accepted already: it is not paid twice. `grant`; `claim`; `record`; `eligible_cents`.
        case claimAccepted = "E-GRT-034"
        /// More is eligible than was claimed. `grant`; `claim`; `asked_cents`; `claimed_cents`; `excess_cents`.
        case eligibleAboveClaim = "E-GRT-035"
        /// What is refused of a claim has no reason (`missing`), or a reason stands where nothing is refused
        /// (`needless`). `grant`; `claim`; `cause`; `refused_cents`.
        case claimReason = "E-GRT-036"
        /// More of advances than is paid and neither used nor recovered. `grant`; `step`; `asked_cents`; `paid_cents`;
        /// `used_cents`; `recovered_cents`; `left_cents`; `excess_cents`.
        case advanceExceeded = "E-GRT-037"
        /// Advance and holdback are above what is eligible. `grant`; `eligible_cents`; `advance_cents`;
        /// `holdback_cents`; `excess_cents`.
        case deductionsAboveEligible = "E-GRT-038"
        /// More than is held back. `grant`; `asked_cents`; `held_back_cents`; `excess_cents`.
        case aboveHoldback = "E-GRT-039"
        /// An accrual is dated on another day than the last of its year. `grant`; `year`; `date`; `expected`.
        case accrualDay = "E-GRT-040"
        /// The year after an accrual is not opened yet: its reversal lies there. `grant`; `year`.
        case accrualYear = "E-GRT-041"
        /// The grant has an accrual of that year. `grant`; `year`.
        case accrualKnown = "E-GRT-042"
        /// The year of a recovery is missing (`missing`), stands although an advance is recovered (`needless`), or lies
        /// after its date (`after`). `grant`; `cause`; `year`; `date`.
        case recoveryYear = "E-GRT-043"
        /// More than was accepted in a year and not recovered. `grant`; `year`; `asked_cents`; `accepted_cents`;
        /// `recovered_cents`; `left_cents`; `excess_cents`.
        case recoveryAboveAccepted = "E-GRT-044"
        /// More than the recipient received on claims. `grant`; `asked_cents`; `paid_cents`; `used_cents`;
        /// `recovered_cents`; `left_cents`; `excess_cents`.
        case recoveryAbovePaid = "E-GRT-045"
        /// More than is still owed. `grant`; `step`; `asked_cents`; `recoverable_cents`; `excess_cents`.
        case aboveRecoverable = "E-GRT-046"
        /// No payable in force has that sequence. `payable`; `fund`.
        case payableUnknown = "E-GRT-047"
        /// The payable is another recipient's. `payable`; `recipient`; `expected`.
        case payableOfOther = "E-GRT-048"
        /// More than is left of a payable. `payable`; `asked_cents`; `left_cents`; `excess_cents`.
        case payableExceeded = "E-GRT-049"
        /// An envelope is missing in a year under budget control (`missing`), or stands in one without (`needless`).
        /// `grant`; `step`; `year`; `cause`.
        case stepEnvelope = "E-GRT-050"
        /// The grant is not finished: claims open, or money outstanding. `grant`; `claims`: the open ones, or empty;
        /// `advances_cents`; `held_back_cents`; `payable_cents`.
        case notFinished = "E-GRT-051"
        /// Money of the agreement has moved: it is closed, not cancelled. `grant`; `claims`: the open ones, or empty;
        /// `accepted_cents`; `advances_cents`; `accrued_cents`; `recoverable_cents`; `payable_cents`.
        case moneyMoved = "E-GRT-052"
        /// The plan has no line of the year that waits for an envelope. `grant`; `year`; `cause`: `line` (none, or of
        /// zero), `envelope` (it has one) or `year` (not opened with budget control).
        case nothingToContinue = "E-GRT-053"
        /// A payment is rejected that was not made of the payable. `payable`; `asked_cents`; `paid_cents`.
        case paymentUnknown = "E-GRT-054"
        /// A grant with a row or a source stands outside an import. `grant`.
        case importMisplaced = "E-GRT-055"

        // MARK: What covers it

        /// Advances open are above what is committed for the years begun, and accrued. `grant`; `step`; `year`: of the
        /// step; `outstanding_cents`; `committed_cents`; `accrued_cents`; `shortfall_cents`.
        case advanceUncovered = "E-GRT-070"
        /// An amendment gives more to a year that is over. `grant`; `year`; `date`; `planned_cents`; `before_cents`.
        case planYearRaised = "E-GRT-071"
        /// Work is accrued on a day before the agreement. `grant`; `signed`; `date`.
        case accrualBeforeAgreement = "E-GRT-072"
        /// The amount of an application, an import or a plan is beyond every budget. `grant`; `amount_cents`; `limit_cents`.
        case amountTooLarge = "E-GRT-073"

        // MARK: Undoing and correcting

        /// The record is no step in force of the grant. `grant`; `record`.
        case stepUnknown = "E-GRT-060"
        /// Such a step is not undone. `grant`; `record`; `step`.
        case stepNotUndone = "E-GRT-061"
        /// A step is undone before its own date. `grant`; `record`; `date`; `expected`: the earliest.
        case undoneBefore = "E-GRT-062"
        /// A later step rests on the one to be undone. `grant`; `record`; `later`: its record; `step`; `cause`: the code
        /// of what would be wrong, or `entries`.
        case laterStepRests = "E-GRT-063"
        /// A correction meets a step that it cannot redo. `grant`; `record`; `later`: its record; `step`.
        case correctionBlocked = "E-GRT-064"
        /// A correction changes nothing. `grant`; `record`.
        case nothingCorrected = "E-GRT-065"
        /// A step has no such amount to be corrected. `grant`; `record`; `step`; `part`.
        case correctionPart = "E-GRT-066"
        /// Who corrects lacks a role that the steps done again take. `grant`; `record`; `step`: the one that takes the role
        /// approver, or empty; `roles`: those needed; `lacking`.
        case correctionRoles = "E-GRT-067"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

extension GrantError: VerdictError {
    public var verdict: VerdictName { .budgets }
}
