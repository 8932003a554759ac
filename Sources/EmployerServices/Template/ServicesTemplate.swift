import AuditTrail
import ReferenceData

/// The lists that a register of employers in Québec begins with: regional offices, the measures of the public employment
/// services, the sector committees of the mid-2000s. `[?]` marks what the sources do not say.
public enum ServicesTemplate {
    /// What bringing the lists did.
    public struct Outcome: Sendable, Equatable {
        public var offices = 0
        public var measures = 0
        public var committees = 0
        public var programmes = 0
        /// Lists and entries that the register had already.
        public var known = 0

        public init() {}
    }

    /// Brings what the register lacks; what it has, under the same code, stays as it is. Refuses what the records refuse.
    public static func load(into session: RegisterSession, on date: CalendarDate) throws -> Outcome {
        let services = ServicesReader(session)
        var outcome = Outcome()
        for region in Region.allCases {
            let office = "R\(region.code)"
            guard try services.officeIfKnown(office) == nil else {
                outcome.known += 1
                continue
            }
            try session.append(OfficeSet(office: office, region: region, name: "Bureau régional, \(region.name)"))
            outcome.offices += 1
        }
        if try services.catalogues().isEmpty {
            try session.append(QuebecMeasures.catalogue())
            outcome.measures = QuebecMeasures.all.count
        } else {
            outcome.known += 1
        }
        let known = Set(try services.committees().map(\.committee))
        for committee in QuebecCommittees.all {
            guard !known.contains(committee.code) else {
                outcome.known += 1
                continue
            }
            try session.append(
                CommitteeSet(
                    CommitteeHead(committee.code, on: date), name: committee.name, nameEnglish: committee.nameEnglish,
                    sector: committee.sector, scian: committee.scian.map { try SCIAN(parsing: $0) }))
            outcome.committees += 1
        }
        for programme in QuebecMeasures.programmes {
            guard try services.programmeIfKnown(programme.programme) == nil else {
                outcome.known += 1
                continue
            }
            try session.append(programme)
            outcome.programmes += 1
        }
        return outcome
    }
}
