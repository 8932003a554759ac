import AuditTrail

/// The record kinds of interventions.
enum InterventionKinds {
    static let all: [any Record.Type] = [
        InterventionStarted.self, InterventionEnded.self, InterventionAnnulled.self,
    ]
}
