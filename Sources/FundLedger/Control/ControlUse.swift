/// What a control account is for: the account whose balance a sub-ledger explains, or that acts post to. FORMAT.md,
/// section 19.2.
public enum ControlUse: String, CaseIterable, Hashable, Sendable {
    case payable, holdbacks, accrued, advances, recoverable, transit
    case leviesReceivable = "levies-receivable"
    case feesReceivable = "fees-receivable"
    case deferred, restricted, unrestricted, cash, recoveries
    case badDebts = "bad-debts"
    case levies
    case leviesAdjusted = "levies-adjusted"
    case collectionFees = "collection-fees"
    case fees

    /// The statement line that its account has.
    public var line: StatementLine {
        switch self {
        case .payable: .grantsPayable
        case .holdbacks: .holdbacks
        case .accrued: .accruedGrants
        case .advances: .advancesToRecipients
        case .recoverable: .recoverableFromRecipients
        case .transit, .cash: .cash
        case .leviesReceivable: .leviesReceivable
        case .feesReceivable: .feesReceivable
        case .deferred: .deferredRevenue
        case .restricted: .restricted
        case .unrestricted: .unrestricted
        case .recoveries: .recoveries
        case .badDebts: .badDebts
        case .levies, .leviesAdjusted: .levies
        case .collectionFees: .collectionFees
        case .fees: .fees
        }
    }

    /// Whether acts alone post to it, so that its balance is that of its sub-ledger.
    public var isClosed: Bool {
        switch self {
        case .payable, .holdbacks, .accrued, .advances, .recoverable, .transit, .leviesReceivable, .feesReceivable,
            .deferred, .restricted:
            true
        case .unrestricted, .cash, .recoveries, .badDebts, .levies, .leviesAdjusted, .collectionFees, .fees: false
        }
    }

    /// The account that the template's chart has for it; a fund may have none of that code.
    public var templateAccount: String {
        switch self {
        case .cash: "1000"
        case .transit: "1010"
        case .leviesReceivable: "1200"
        case .feesReceivable: "1210"
        case .advances: "1300"
        case .recoverable: "1400"
        case .payable: "2100"
        case .holdbacks: "2110"
        case .accrued: "2120"
        case .deferred: "2400"
        case .unrestricted: "3000"
        case .restricted: "3100"
        case .levies: "4000"
        case .leviesAdjusted: "4010"
        case .fees: "4200"
        case .recoveries: "4500"
        case .collectionFees: "5800"
        case .badDebts: "5900"
        }
    }
}
