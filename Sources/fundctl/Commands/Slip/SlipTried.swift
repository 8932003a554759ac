import AuditTrail
import EmployerServices
import ReferenceData

/// A slip that was tried out: what would become of each line, and what it is about.
struct SlipTried {
    let outcomes: [SlipOutcome]
    let items: [SlipContents.Item]

    /// Lines whose region is of another agent than `person`.
    func others(than person: String) -> [Int] {
        outcomes.filter { ($0.refusal as? ScopeError)?.parameters["person"] == person }.map(\.line)
    }

    /// Whether nothing is accepted because the regions of its lines are of other agents than `person`: a slip is received
    /// once, so it is left to them.
    func isLeft(by person: String) -> Bool { (try? requireSomething(for: person)) == nil }

    /// Refuses: E-SCP-001 where `person` leaves it to others.
    func requireSomething(for person: String) throws {
        guard !outcomes.contains(where: \.isAccepted) else { return }
        let refusals = outcomes.compactMap { $0.refusal as? ScopeError }
        if let own = refusals.first(where: { $0.parameters["person"] == person }) { throw own }
    }
}
