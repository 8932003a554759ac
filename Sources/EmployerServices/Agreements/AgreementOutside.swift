import AuditTrail
import ReferenceData
import Storage

/// What agreements and participations ask of the rest of the register, in their own terms.
struct AgreementOutside {
    private let services: ServicesReader

    init(_ services: ServicesReader) { self.services = services }

    /// An agent of one of the regions, a coordinator of the committee; nobody where there is none.
    func need(_ regions: Set<String>, committee: String?) -> ScopeNeed {
        ScopeNeed(agent: .oneOf(regions), coordinator: committee.map { .oneOf([$0]) } ?? .nobody)
    }

    /// Refuses: E-EMP-011, E-EMP-012.
    func require(establishment: Int64?, of employer: String) throws {
        if let establishment { try services.requireEstablishment(establishment, of: employer) }
    }

    // MARK: Offices

    /// The region of an office; nil where it is not known.
    func knownRegion(of office: String) throws -> String? { try services.officeIfKnown(office)?.region.code }

    /// An office that is open. Refuses: E-LST-001, E-LST-002.
    func office(_ code: String) throws -> OfficeSummary { OfficeSummary(try services.openOffice(code)) }

    // MARK: Standards

    /// A standard as it stands, with its modules. Refuses: E-LST-008.
    func standard(_ code: String) throws -> (sequence: Int64, committee: String?, modules: [String]) {
        let row = try services.standard(code)
        return (row.sequence, row.committee, try summary(at: row.sequence, of: code).modules.map(\.code))
    }

    /// As `standard(code)`, for people. Refuses: E-LST-008.
    func summary(of code: String) throws -> StandardSummary { try summary(at: services.standard(code).sequence, of: code) }

    /// A standard as a record set it.
    func summary(at sequence: Int64, of code: String) throws -> StandardSummary {
        guard let set = try services.session.record(at: sequence) as? StandardSet else {
            throw ServiceListError(.standardUnknown, ["standard": code, "nearest": ""])
        }
        return StandardSummary(
            code: set.standard, name: set.name, committee: set.committee,
            modules: set.modules.map { .init(code: $0.module, name: $0.name) })
    }

    // MARK: Slips

    /// What a coordinator takes away. `day`: of the catalogue; `committee`: whose agreements, where they are wanted.
    /// Refuses: E-LST-009.
    func context(on day: CalendarDate, committee: String?) throws -> SlipContext {
        SlipContext(
            register: services.session.register.id, origin: services.session.register.origin,
            catalogue: try services.catalogue(on: day)?.catalogue,
            offices: try services.offices().map { OfficeSummary($0) },
            standards: try services.standards().map { try summary(at: $0.sequence, of: $0.standard) },
            programmes: try services.programmes().map {
                .init(code: $0.programme, name: $0.name, committee: $0.committee)
            }, agreements: try committee.map { try openAgreements(of: $0) } ?? [])
    }

    private func openAgreements(of committee: String) throws -> [SlipContextAgreement] {
        _ = try services.committee(committee)
        return try AgreementTable(session: services.session).files(
            "WHERE register = ? AND committee = ? ORDER BY id", [services.register, .text(committee)]
        ).filter { $0.state.stage.isOpen }.map { SlipContextAgreement($0) }
    }
}

extension OfficeSummary {
    init(_ row: OfficeRow) {
        self.init(code: row.office, name: row.name, region: row.region.code, isClosed: row.isClosed)
    }
}
