/// What a person may do in a register. FORMAT.md, section 6.
public enum Role: String, CaseIterable, Sendable, Comparable {
    case admin
    case financeOfficer = "finance-officer"
    case approver
    case closer
    case coordinator
    case agent
    case auditor
    /// Only in a founder's admission: stands for all the others, without scope.
    case founder

    /// The roles that a founder's admission gives.
    public static let ofFounders: [Role] = allCases.filter { $0 != .founder }

    /// Whether a grant of the role names a scope: a committee, a region.
    public var isScoped: Bool { self == .coordinator || self == .agent }

    public static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
}

/// One role held by one person, everywhere or in one scope.
public struct RoleGrant: Hashable, Sendable {
    public let person: String
    public let role: Role
    /// A committee or a region; empty for everywhere.
    public let scope: String

    public init(person: String, role: Role, scope: String = "") {
        self.person = person
        self.role = role
        self.scope = scope
    }
}
