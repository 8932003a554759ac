import AuditTrail

/// The record kinds of employers and establishments.
enum EmployersKinds {
    static let all: [any Record.Type] = [
        EmployerAdded.self, EmployerChanged.self, EmployerMerged.self, EmployerClosed.self, EmployerReopened.self,
        EstablishmentSet.self,
    ]
}
