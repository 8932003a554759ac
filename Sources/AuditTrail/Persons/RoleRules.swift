/// What every grant of a role keeps to. FORMAT.md, section 6.
enum RoleRules {
    /// Refuses `founder` outside the founders' admissions, and a scope where there is none to be or none where one is due.
    static func judgeShape(role: Role, scope: String) throws {
        guard role != .founder else { throw AuditError(.founderOutsideGenesis) }
        guard role.isScoped == !scope.isEmpty else {
            throw AuditError(.roleScope, ["role": role.rawValue, "scope": scope])
        }
    }
}
