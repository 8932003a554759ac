import AuditTrail
import ReferenceData

/// What the writer of a record must hold beyond a role: agents hold regions, coordinators committees. FORMAT.md, section
/// 20.2.
public struct ScopeNeed: Sendable, Hashable {
    /// Which scopes of a role will do. The role held without scope does for all of them but `nobody`.
    public enum Holding: Sendable, Hashable {
        /// One of these.
        case oneOf(Set<String>)
        /// All of these.
        case each(Set<String>)
        /// The role without scope alone.
        case unscoped
        /// The role does not do.
        case nobody
    }

    public var agent: Holding
    public var coordinator: Holding

    public init(agent: Holding = .nobody, coordinator: Holding = .nobody) {
        self.agent = agent
        self.coordinator = coordinator
    }

    /// An agent of one of these regions.
    public static func region(_ regions: Region...) -> ScopeNeed { ScopeNeed(agent: .oneOf(Set(regions.map(\.code)))) }

    /// A coordinator of this committee.
    public static func committee(_ committee: String) -> ScopeNeed { ScopeNeed(coordinator: .oneOf([committee])) }

    /// Whether one of the roles that a person holds does, of those that the kind takes.
    public func isMet(by grants: [RoleGrant], of roles: Set<Role>) -> Bool {
        grants.contains { $0.role == .admin && roles.contains(.admin) }
            || roles.contains(.agent) && agent.isMet(by: Self.scopes(.agent, grants))
            || roles.contains(.coordinator) && coordinator.isMet(by: Self.scopes(.coordinator, grants))
    }

    private static func scopes(_ role: Role, _ grants: [RoleGrant]) -> Set<String> {
        Set(grants.filter { $0.role == role }.map(\.scope))
    }

    /// What is needed, for people: `agent 06 | coordinator tourisme`.
    var text: String {
        [("agent", agent), ("coordinator", coordinator)].compactMap { name, holding in
            switch holding {
            case .oneOf(let codes): codes.sorted().map { "\(name) \($0)" }.joined(separator: " | ")
            case .each(let codes): codes.sorted().map { "\(name) \($0)" }.joined(separator: " + ")
            case .unscoped: "\(name) *"
            case .nobody: nil
            }
        }.joined(separator: " | ")
    }
}

extension ScopeNeed.Holding {
    func isMet(by scopes: Set<String>) -> Bool {
        switch self {
        case .nobody: false
        case _ where scopes.contains(""): true
        case .oneOf(let codes): !codes.isDisjoint(with: scopes)
        case .each(let codes): !codes.isEmpty && codes.isSubset(of: scopes)
        case .unscoped: false
        }
    }
}
