import AuditTrail

/// The record kinds of participations.
enum ParticipationKinds {
    static let all: [any Record.Type] = [ParticipationStarted.self, ParticipationEnded.self, ParticipationAnnulled.self]
}
