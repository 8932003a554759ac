import AuditTrail

/// The record kinds of qualification agreements.
enum AgreementKinds {
    static let all: [any Record.Type] = [
        AgreementDrafted.self, AgreementSigned.self, AgreementStarted.self, AgreementLearnt.self,
        AgreementChecked.self, AgreementChanged.self, AgreementSuspended.self, AgreementResumed.self,
        AgreementCompleted.self, AgreementRecognised.self, AgreementEnded.self, AgreementAnnulled.self,
    ]
}
