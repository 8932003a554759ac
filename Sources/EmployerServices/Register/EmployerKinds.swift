import AuditTrail

/// What EmployerServices brings to a book: its record kinds, none yet.
///
/// The register `employers` exists in every book from the first day, with its persons, keys and exports; employers,
/// interventions, sector committees and qualification agreements will be records of it.
public enum EmployerKinds {
    public static let all: [any Record.Type] = []
}
