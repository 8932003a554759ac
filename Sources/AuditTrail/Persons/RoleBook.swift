/// The persons of a register, their keys and the roles they hold, at one point of its history.
public struct RoleBook: Sendable, Equatable {
    /// Every person ever admitted, with the key.
    public internal(set) var keys: [String: PublicKey] = [:]
    public internal(set) var grants: Set<RoleGrant> = []
    private var names: [PublicKey: String] = [:]

    public init() {}

    /// The person of a key.
    public func person(of key: PublicKey) -> String? { names[key] }

    /// Whether the person holds one of the roles, in whatever scope.
    public func holds(_ person: String, anyOf roles: Set<Role>) -> Bool {
        grants.contains { $0.person == person && roles.contains($0.role) }
    }

    /// The roles that a person holds, in a stable order.
    public func roles(of person: String) -> [RoleGrant] {
        grants.filter { $0.person == person }.sorted { ($0.role, $0.scope) < ($1.role, $1.scope) }
    }

    /// How many persons hold `admin`.
    public var admins: Int { Set(grants.filter { $0.role == .admin }.map(\.person)).count }

    /// How many persons hold a role.
    public var activePersons: Int { Set(grants.map(\.person)).count }

    mutating func admit(_ person: String, key: PublicKey) {
        keys[person] = key
        names[key] = person
    }
}
