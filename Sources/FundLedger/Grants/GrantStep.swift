import ReferenceData

/// What is done with a grant, as its life counts it. FORMAT.md, section 19.4. Amounts in cents.
public enum GrantAct: Sendable, Equatable {
    public enum Basis: String, CaseIterable, Sendable { case advance, claim }

    case applied(Int64)
    case imported(Int64, envelope: String?)
    case assessed
    case refused
    case approved(GrantAuthority, [GrantPlanLine])
    case signed(begins: CalendarDate, ends: CalendarDate, [GrantPlanLine], [GrantInstalment], RecipientName)
    case amended([GrantPlanLine], [GrantInstalment]?, ends: CalendarDate?, GrantAuthority?)
    case continued(FiscalYear, envelope: String)
    case advanced(Int64)
    case claimed(Int64, number: Int64, from: CalendarDate, to: CalendarDate)
    case accepted(GrantAcceptance)
    case released(Int64)
    case accrued(Int64, FiscalYear)
    case reported
    case recovered(Int64, Basis, FiscalYear?)
    case repaid(Int64)
    case offset(Int64)
    case writtenOff(Int64, envelope: String?)
    case closed
    case cancelled
    /// So much of one of its payables is set off.
    case settled(Int64, payable: Int64)
    /// So much of one of its payables is paid.
    case paid(Int64, payable: Int64)
    /// A payment of one of its payables came back.
    case rejected(Int64, payable: Int64)

    /// Its place in the table of states; nil for what befalls payables, which every state allows.
    public var move: GrantMove? {
        switch self {
        case .applied: .applied
        case .imported: .imported
        case .assessed: .assessed
        case .refused: .refused
        case .approved: .approved
        case .signed: .signed
        case .amended: .amended
        case .continued: .continued
        case .advanced: .advanced
        case .claimed: .claimed
        case .accepted: .accepted
        case .released: .released
        case .accrued: .accrued
        case .reported: .reported
        case .recovered: .recovered
        case .repaid: .repaid
        case .offset: .offset
        case .writtenOff: .writtenOff
        case .closed: .closed
        case .cancelled: .cancelled
        case .settled, .paid, .rejected: nil
        }
    }

    /// The payable that it befalls; nil for a step of the grant itself.
    var payable: Int64? {
        switch self {
        case .settled(_, let payable), .paid(_, let payable), .rejected(_, let payable): payable
        default: nil
        }
    }

    /// How many cents of that payable it settles, pays or gives back; 0 for a step of the grant itself.
    var payableCents: Int64 {
        switch self {
        case .settled(let cents, _), .paid(let cents, _), .rejected(let cents, _): cents
        default: 0
        }
    }

    /// Whether it befalls a payable: a payment, its rejection, a set-off.
    var befallsPayable: Bool { payable != nil }

    /// What refusals call it.
    public var name: String {
        switch self {
        case .settled: GrantMove.offset.rawValue
        case .paid: "payment.issued"
        case .rejected: "payment.rejected"
        default: move?.rawValue ?? ""
        }
    }

    /// Whether it takes an approver: an approval, or an amendment above what was approved.
    var isApproval: Bool {
        switch self {
        case .approved: true
        case .amended(_, _, _, let authority): authority != nil
        default: false
        }
    }

    /// Whether it is a payment of a payable, or its rejection.
    func isPayment(of payable: Int64) -> Bool {
        switch self {
        case .paid(_, let one), .rejected(_, let one): one == payable
        default: false
        }
    }

    /// Whether its date takes part in the order of dates.
    var isOrdered: Bool {
        switch self {
        case .accrued, .paid, .rejected: false
        default: true
        }
    }
}

/// What is accepted of a claim, and what is taken off it. Cents.
public struct GrantAcceptance: Sendable, Equatable {
    public let claim: Int64
    public let eligible: Int64
    /// Advances used.
    public let advance: Int64
    public let holdback: Int64
    public let hasReason: Bool

    /// What becomes payable.
    var payable: Int64 { eligible - advance - holdback }
}

/// One step of a grant's life.
public struct GrantStep: Sendable, Equatable {
    /// Of its record.
    public let sequence: Int64
    public let date: CalendarDate
    public let act: GrantAct
}

/// An entry that a step asks for: what it posts, before accounts are put to it. Cents, debit positive.
public struct GrantEntry: Sendable, Equatable {
    public enum Place: Sendable, Hashable {
        case use(ControlUse)
        /// The account of the grant's programme.
        case expense
    }

    public struct Money: Sendable, Equatable {
        public let place: Place
        public let cents: Int64
        public let envelope: String?
    }

    public let year: FiscalYear
    public let date: CalendarDate
    public var money: [Money] = []
    public var movement = BudgetMovement()

    init(_ year: FiscalYear, _ date: CalendarDate) {
        self.year = year
        self.date = min(date, year.lastDay)
    }

    mutating func post(_ cents: Int64, _ use: ControlUse, envelope: String? = nil) {
        if cents != 0 { money.append(Money(place: .use(use), cents: cents, envelope: envelope)) }
    }

    mutating func expense(_ cents: Int64, envelope: String?) {
        if cents != 0 { money.append(Money(place: .expense, cents: cents, envelope: envelope)) }
    }
}

/// What judging a step needs from outside the grant.
public struct GrantFacts {
    public let fund: FundCode
    public let norms: ProgramAdded.Norms
    /// By start year; nil for a year that is not opened.
    let control: (Int) throws -> BudgetControl?
    /// A step of before is judged once more: what other records than steps say was judged then.
    public var isAgain = false

    public init(fund: FundCode, norms: ProgramAdded.Norms, control: @escaping (Int) throws -> BudgetControl?) {
        self.fund = fund
        self.norms = norms
        self.control = control
    }

    func isOpen(_ year: FiscalYear) throws -> Bool { try control(year.startYear) != nil }
    func isControlled(_ year: FiscalYear) throws -> Bool { try control(year.startYear) == .controlled }
}
