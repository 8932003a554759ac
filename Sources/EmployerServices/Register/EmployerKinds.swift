import AuditTrail

/// What EmployerServices brings to a book: its record kinds. FORMAT.md, section 20.1.
public enum EmployerKinds {
    public static let all: [any Record.Type] =
        ListKinds.all + EmployersKinds.all + InterventionKinds.all + CommitteeKinds.all + AgreementKinds.all
        + ParticipationKinds.all + SlipKinds.all + IndicatorKinds.all + [IntakeRecorded.self]
}
