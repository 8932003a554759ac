import AuditTrail

/// Judges who may write a record by its region or committee, with the roles as they stood before the batch: *authorship*.
/// FORMAT.md, section 20.2.
enum ServicesScope {
    /// Refuses: E-SCP-001, at once while writing, at the seal while replaying.
    static func judge<R: ServiceRecord>(_ record: R, with services: ServicesReader, at sequence: Int64) throws {
        guard case .roles(let roles) = R.rules.authority, let need = try record.scope(with: services) else { return }
        let session = services.session
        let workspace = ServiceWorkspace.of(session)
        var asked = roles
        if let slip = workspace.slip, roles.contains(.coordinator) {
            let author = [RoleGrant(person: slip.person, role: .coordinator, scope: slip.committee)]
            guard need.isMet(by: author, of: [.coordinator]) else {
                throw refusal(slip.person, R.kind, need, of: [.coordinator], author)
            }
            asked = [.agent]
        }
        // What was judged once in the batch is not judged again.
        guard workspace.isNew(ScopeAsked(kind: R.kind, need: need, roles: asked)) else { return }
        let isWriting = session.writingKey != nil
        try session.whenSealed { [unowned session] key in
            let people = session.peopleOfBatch
            // Whose key it is, and whether the role is held at all, the seal's own judgement says.
            guard let person = people.person(of: key), people.holds(person, anyOf: asked) else { return }
            let held = people.roles(of: person)
            if need.isMet(by: held, of: asked) { return }
            let refusal = refusal(person, R.kind, need, of: asked, held)
            throw isWriting ? refusal : RefusedInBatch(sequence, refusal)
        }
        workspace.note(ScopeAsked(kind: R.kind, need: need, roles: asked))
    }

    private static func refusal(
        _ person: String, _ kind: String, _ need: ScopeNeed, of roles: Set<Role>, _ held: [RoleGrant]
    ) -> ScopeError {
        let scopes = held.filter { roles.contains($0.role) && !$0.scope.isEmpty }.map { "\($0.role.rawValue) \($0.scope)" }
        var open = need
        if !roles.contains(.agent) { open.agent = .nobody }
        if !roles.contains(.coordinator) { open.coordinator = .nobody }
        return ScopeError(
            .scopeMissing,
            ["person": person, "kind": kind, "needed": open.text, "held": scopes.joined(separator: ", ")])
    }
}

/// A question of scope that a batch asks.
struct ScopeAsked: Hashable {
    let kind: String
    let need: ScopeNeed
    let roles: Set<Role>
}

/// The author of a slip whose accepted records follow. FORMAT.md, section 20.7.
public struct SlipAuthor: Sendable, Equatable {
    public let person: String
    public let committee: String

    public init(person: String, committee: String) {
        self.person = person
        self.committee = committee
    }
}
