import AuditTrail

/// The record kinds of offices, catalogues, programmes, standards.
enum ListKinds {
    static let all: [any Record.Type] = [
        OfficeSet.self, CatalogueAdopted.self, ProgrammeSet.self, StandardSet.self,
    ]
}
