import AuditTrail

/// What the books of a fund are refused with: a stable code and the raw facts, never a sentence.
///
/// A parameter whose name ends in `_cents` holds integer cents in decimal.
public struct LedgerError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// The code of an account is not 1 to 16 of `A-Z a-z 0-9 . -`, beginning with a letter or digit.
        /// Parameters: `found`, `expected`.
        case accountCodeMalformed = "E-ACC-001"
        /// The name of an account is not 1 to 200 bytes of UTF-8.
        /// Parameters: `account`, `field` (`name` or `name_en`), `found` (its length in bytes), `expected`.
        case accountNameLength = "E-ACC-002"
        /// The name of an account holds a control character or another code point that records refuse.
        /// Parameters: `account`, `field` (`name` or `name_en`), `found` (`U+0009`), `position` (of the code point,
        /// from 1).
        case accountNameForbiddenCharacter = "E-ACC-003"
        /// No account class has this name. Parameters: `found`, `expected`, and `nearest` when one resembles.
        case accountClassUnknown = "E-ACC-004"
        /// No statement line has this code. Parameters: `found`, `expected` (every line, or those of the class when
        /// it is known), and `nearest` when one resembles.
        case statementLineUnknown = "E-ACC-005"
        /// The statement line belongs to another class than the account's.
        /// Parameters: `account`, `line`, `found` (the account's class), `expected` (the line's class).
        case statementLineOfAnotherClass = "E-ACC-006"
        /// A budgetary account has a statement line: it stands in no statement. Parameters: `account`, `line`,
        /// `found` (the account's class).
        case budgetaryAccountWithLine = "E-ACC-007"

        /// No account of that code in the fund. `account`; `fund`; `nearest`: a code like it, or empty.
        case accountUnknown = "E-ACC-020"
        /// The account is closed. `account`; `fund`.
        case accountClosed = "E-ACC-021"
        /// The account was opened before. `account`; `fund`.
        case accountKnown = "E-ACC-022"
        /// An account with a balance is not closed. `account`; `balance_cents`: debit positive.
        case accountHasBalance = "E-ACC-023"
        /// The account exists only in the other fund. `account`; `fund`; `other`.
        case accountOfOtherFund = "E-ACC-024"
        /// The register keeps no books. `register`.
        case notAFund = "E-ACC-025"
        /// The account exists and a file says something else of it. `account`; `field` (`name`, `name_en`, `class`,
        /// `line` or `closed`); `found`; `expected`: what the book has.
        case accountDiffers = "E-ACC-026"
        /// A file of accounts has rows that cannot be taken: none was. `problems`: how many; `file`.
        case accountFileRefused = "E-ACC-030"

        // MARK: Years and periods

        /// The fiscal year is not open in the fund. `year`; `fund`; `date`: the effective date, or empty.
        case yearNotOpen = "E-YEA-001"
        /// The fiscal year was opened before. `year`; `fund`.
        case yearKnown = "E-YEA-002"

        // MARK: Journal

        /// Financial postings do not sum to zero. `financial_cents`: their sum, debit positive; `budgetary_cents`;
        /// `debit_cents`, `credit_cents`, `difference_cents`: the two sides and what lies between, unless beyond 64 bits.
        case unbalanced = "E-JRN-001"
        /// Budgetary postings do not sum to zero. `financial_cents`; `budgetary_cents`: their sum, debit positive;
        /// `debit_cents`, `credit_cents`, `difference_cents`: as in `unbalanced`.
        case budgetaryUnbalanced = "E-JRN-002"
        /// Neither financial nor budgetary postings sum to zero: mixed to balance, or both wrong. `financial_cents`;
        /// `budgetary_cents`.
        case mixedToBalance = "E-JRN-003"
        /// A posting's amount is zero. `account`; `position`: from 1.
        case zeroAmount = "E-JRN-004"
        /// A sum would leave 64 bits of cents. `account`: where; empty for the fund's total of debits.
        case overflow = "E-JRN-005"
        /// An entry has 2 to 10 000 postings. `count`.
        case postingCount = "E-JRN-006"
        /// An entry's id is not the next one of its fund and year. `entry`; `expected`.
        case entryNumber = "E-JRN-007"
        /// The effective date is after the posting period. `date`; `period`; `last`: the period's last day.
        case dateAfterPeriod = "E-JRN-008"
        /// A year with budget control: spending names an envelope. `account`; `year`; `amount_cents`.
        case envelopeMissing = "E-JRN-009"
        /// The year has no such envelope. `envelope`; `account`; `year`; `fund`; `nearest`: a code like it, or empty.
        case envelopeUnknown = "E-JRN-010"
        /// Accounts due from and to the other fund move only in pairs. `entry`.
        case interfundWithoutPair = "E-JRN-011"
        /// A half of a pair touches no account due from or to the other fund. `entry`.
        case pairWithoutInterfund = "E-JRN-012"
        /// A half of a pair whose other register has no batch beside it. `entry`: may be empty.
        case pairWithoutSibling = "E-JRN-013"
        /// A reversal and its reason come together. `entry`.
        case reasonMissing = "E-JRN-014"
        /// The entry is reversed already. `entry`; `by`: the reversing entry.
        case reversedAlready = "E-JRN-015"
        /// A reversal is not reversed. `entry`.
        case reversalOfReversal = "E-JRN-016"
        /// An annulled entry is not reversed. `entry`.
        case reversalOfAnnulled = "E-JRN-017"
        /// A reversal is not dated before what it reverses. `entry`; `date`; `original`: the original's date.
        case reversalBeforeOriginal = "E-JRN-018"
        /// A reversal has not the opposite postings. `entry`.
        case reversalDiffers = "E-JRN-019"
        /// A half of a pair is reversed alone, or as a half with another fund. `entry`.
        case reversalPair = "E-JRN-020"
        /// A document is not known, or the documents are not ascending. `document`: its SHA-256.
        case documentUnknown = "E-JRN-021"
        /// An entry of that source is in the fund already. `source`.
        case sourceKnown = "E-JRN-022"
        /// An import's record is not the last of its batch, or counts other entries than the batch has. `entries`; `found`.
        case importMisplaced = "E-JRN-023"
        /// The entry is annulled already. `entry`.
        case annulledAlready = "E-JRN-024"
        /// A reversed entry is annulled only after its reversal. `entry`.
        case annulledWhileReversed = "E-JRN-025"
        /// No such entry in the fund. `entry`.
        case entryUnknown = "E-JRN-026"
        /// A half of a pair is reversed, not annulled. `entry`.
        case annulledPair = "E-JRN-027"
        /// A movement between funds names the same fund twice, or no positive amount. `fund`; `amount_cents`.
        case interfundMovement = "E-JRN-028"
        /// A text is longer than its limit. `field`; `bytes`; `limit`.
        case textTooLong = "E-JRN-029"
        /// A file to import has rows that cannot be taken: none was. `problems`: how many; `file`.
        case importRefused = "E-JRN-030"
        /// A file to import changed while it was read. `file`.
        case importFileChanged = "E-JRN-031"
        /// A posting names an envelope where none is held. `envelope`; `account`; `year`; `cause`: `class` (neither an
        /// expense nor a budgetary account) or `year` (a year without budget control).
        case envelopeMisplaced = "E-JRN-032"
        /// Budgetary postings in a year without budget control. `account`; `year`.
        case budgetaryUncontrolled = "E-JRN-033"

        // MARK: Envelopes

        /// The code of an envelope is not 1 to 64 of `A-Z a-z 0-9 . _ -`, beginning with a letter or digit. `found`.
        case envelopeCodeMalformed = "E-ENV-001"
        /// The name of an envelope is not 1 to 200 bytes. `envelope`; `found`: its length in bytes.
        case envelopeNameLength = "E-ENV-002"
        /// An attribute is not a name of 1 to 32 of `a-z 0-9 -` with a value like a code, or comes twice, or is the
        /// 65th, or has a reserved name. `attribute`; `found`: its value, or `repeated`, `count`, `reserved`.
        case attributeMalformed = "E-ENV-003"
        /// The year is without budget control: it has no envelopes. `year`; `fund`.
        case yearUncontrolled = "E-ENV-004"
        /// The year has an envelope of that code. `envelope`; `year`.
        case envelopeKnown = "E-ENV-005"
        /// The year has no such envelope. `envelope`; `year`; `fund`; `nearest`: a code like it, or empty.
        case budgetEnvelopeUnknown = "E-ENV-006"
        /// The year has no such envelope above this one. `envelope`; `parent`; `year`; `nearest`: a code like it, or empty.
        case parentUnknown = "E-ENV-007"
        /// An envelope expires before its year begins. `envelope`; `expires`; `year`.
        case expiryBeforeYear = "E-ENV-008"
        /// The rules in force do not know the attribute or its value. `envelope`; `attribute`; `found`; `expected`:
        /// what the rules list.
        case attributeRefused = "E-ENV-009"
        /// A sum of budgets would leave 64 bits of cents. `envelope`: where; empty for the year's.
        case budgetOverflow = "E-ENV-010"
        /// The envelope has less available than is asked. `envelope`; `year`; `authorised_cents`; `reserved_cents`;
        /// `committed_cents`; `spent_cents`; `available_cents`; `asked_cents`; `shortfall_cents`.
        case insufficientAvailable = "E-ENV-011"
        /// An amount of an envelope other than what is available would be below zero. `envelope`; `year`; `amount`: its
        /// class; `before_cents`; `asked_cents`: by how much it would be lowered; `shortfall_cents`.
        case amountBelowZero = "E-ENV-012"
        /// The envelope expired before the entry's date. `envelope`; `expires`; `date`.
        case envelopeExpired = "E-ENV-013"
        /// The fund's ceiling would be passed. `year`; `basis` (`estimates` or `balance`); `sum`: `authorised` or
        /// `used` (committed and spent); `ceiling_cents`; `before_cents`; `asked_cents`; `excess_cents`.
        case overCeiling = "E-ENV-014"
        /// An act has an entry although its amount is zero, or none although it is not. `kind`.
        case actEntry = "E-ENV-015"
        /// An amount is zero, or below it, where it may not be. `kind`; `amount_cents`.
        case actAmount = "E-ENV-016"
        /// An act is not followed at once by its entry. `record`: the act; `entry`: the one it announces.
        case actNotFollowed = "E-ENV-017"
        /// An entry is not what the act before it says. `entry`; `record`: the act; `cause`: `year`, `form`, `movement`,
        /// `financial` or `expense`.
        case boundEntryDiffers = "E-ENV-018"
        /// The budgetary postings of a spending are not those that its expenses give. `entry`; `envelope`: the first
        /// that differs.
        case spendingDiffers = "E-ENV-019"
        /// The entry of a budget act is not reversed: an act of its own undoes it. `entry`; `kind`: the act's.
        case boundEntryReversed = "E-ENV-020"
        /// The entry of a budget act is not annulled. `entry`; `kind`: the act's.
        case boundEntryAnnulled = "E-ENV-021"
        /// A spending is reversed in its own fiscal year. `entry`; `year`: its own; `found`: the reversal's.
        case reversalOfOtherYear = "E-ENV-022"
        /// The fund has no open account of a budgetary class. `class`; `fund`.
        case budgetAccountMissing = "E-ENV-023"
        /// The shares of an allocation are not ascending, or one is its own source. `envelope`.
        case allocationShares = "E-ENV-024"
        /// A file of envelopes has rows that cannot be taken: none was. `problems`: how many; `file`.
        case envelopeFileRefused = "E-ENV-025"
        /// An envelope would lie under itself. `envelope`; `parent`.
        case envelopeCycle = "E-ENV-026"
        /// An amount of a budget is below zero. `envelope`; `amount_cents`.
        case envelopeAmountNegative = "E-ENV-027"
        /// A date typed for a budget's act lies after its fiscal year. `date`; `year`.
        case actDateAfterYear = "E-ENV-028"

        // MARK: Commitments

        /// The fund has no such commitment. `commitment`; `fund`.
        case commitmentUnknown = "E-COM-001"
        /// More than what is outstanding. `commitment`; `outstanding_cents`; `asked_cents`; `excess_cents`.
        case commitmentExceeded = "E-COM-002"
        /// The later years of a commitment do not ascend after its own, or have no amount. `year`.
        case commitmentLater = "E-COM-003"
        /// The commitment continued has nothing in this year. `continues`; `year`.
        case continuesUnknown = "E-COM-004"
        /// More than what the commitment continued has in this year. `continues`; `year`; `amount_cents`: what it has;
        /// `continued_cents`: already; `asked_cents`; `excess_cents`.
        case continuesExceeded = "E-COM-005"

        // MARK: Rule sets, transfers

        /// A rule set is another fund's. `ruleset`; `fund`: the register's; `other`: the set's.
        case ruleSetOfOtherFund = "E-TRF-001"
        /// A rule set of that name and version was adopted. `ruleset`; `record`: its sequence.
        case ruleSetKnown = "E-TRF-002"
        /// The set to be replaced cannot be. `ruleset`; `replaces`; `cause`: `unknown`, `replaced` already, or `earlier`
        /// (the new one does not begin after it).
        case ruleSetNotReplaceable = "E-TRF-003"
        /// Two sets would rule on one day. `ruleset`; `other`; `from`; `until`: days of the other, empty for no end.
        case ruleSetsOverlap = "E-TRF-004"
        /// The fund has no such rule set. `ruleset`; `fund`.
        case ruleSetUnknown = "E-TRF-005"
        /// No proposed, posted or refused transfer is of that record. `record`; `fund`.
        case transferUnknown = "E-TRF-006"
        /// The proposed transfer was decided already. `record`; `state`: `posted`, `withdrawn` or `refused`.
        case transferClosed = "E-TRF-007"
        /// The transfer does not ask for that authority's approval. `record`; `authority`; `expected`: whose it asks for.
        case authorityNotAsked = "E-TRF-008"
        /// That authority approved the transfer already. `record`; `authority`.
        case authorityGiven = "E-TRF-009"
        /// One approves what one proposed. `record`.
        case ownTransfer = "E-TRF-010"
        /// Approvals that a transfer asks for are not given. `record`; `authorities`.
        case approvalsLacking = "E-TRF-011"
        /// A record says other than the rules in force give. `member`; `found`; `expected`.
        case transferRecordDiffers = "E-TRF-012"
        /// A transfer is not permitted when it is to be posted. `record`: its proposal; `outcome`.
        case transferNotPermitted = "E-TRF-013"
        /// One who may only approve posts a transfer that this batch does not approve. `record`: its proposal.
        case postedUnapproved = "E-TRF-014"
        /// What is given back is no temporary transfer. `record`.
        case notTemporary = "E-TRF-015"
        /// More is given back than what is left. `record`; `left_cents`; `asked_cents`; `excess_cents`.
        case returnExceeded = "E-TRF-016"
        /// A transfer that is posted has one entry for each fiscal year that it touches. `found`; `expected`.
        case transferEntries = "E-TRF-017"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

extension LedgerError: VerdictError {
    /// What envelopes and commitments are refused for fails *budgets*, rule sets and transfers *rules*; all else the books.
    public var verdict: VerdictName {
        if code.rawValue.hasPrefix("E-TRF") { return .rules }
        return ["E-ENV", "E-COM"].contains { code.rawValue.hasPrefix($0) } ? .budgets : .books
    }
}
