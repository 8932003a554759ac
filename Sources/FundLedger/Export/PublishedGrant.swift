import AuditTrail
import ReferenceData
import Storage

/// A grant as a public register needs it: what was awarded, under which agreement, with its amendments in force.
struct PublishedGrant {
    /// The agreement, or an amendment of it, as it left things; of an imported grant the award.
    struct Version {
        /// 0 for the agreement, then 1, 2, … for its amendments and its termination.
        let number: Int64
        let date: CalendarDate
        /// The whole value in cents, not its change.
        let cents: Int64
        let ends: CalendarDate?
        let objectives: String
        let results: String
        /// Whether it ends the agreement: what was paid of it is then its value.
        let isTermination: Bool
    }

    let row: GrantRow
    /// The organisation's name at signing; of an imported grant the recipient's; nil for a person.
    let name: String?
    let program: ProgramAdded
    /// Whether the recipient was, at signing, a person: nothing that names one is published. What the recipient is called
    /// later changes nothing.
    let isPerson: Bool
    /// When the award was decided.
    let awarded: CalendarDate
    /// When the agreement was signed; of an imported grant the date of its award.
    let begun: CalendarDate
    /// The dates of its activities, where there is an agreement.
    let begins: CalendarDate?
    let ends: CalendarDate?
    let versions: [Version]
    /// What an imported register calls it.
    let source: String?
    /// Time of the last record that changed it.
    let modified: String

    var isImported: Bool { row.stage == .imported }
    var objectives: String { versions.last?.objectives ?? "" }
}

extension FundReader {
    private static let page = 500
    /// The states of grants that have, or had, an agreement.
    private static let agreed: Set<GrantStage> = [.signed, .reported, .closed, .imported, .cancelled]

    /// The grants that were awarded, by number; a cancelled one if its agreement was signed.
    func forEachPublishedGrant(_ body: (PublishedGrant) throws -> Void) throws {
        var programs: [String: ProgramAdded] = [:]
        var after: GrantID?
        while true {
            let rows = try grants(GrantFilter(after: after, limit: Self.page))
            for row in rows where Self.agreed.contains(row.stage) {
                let program = try programs[row.program] ?? Programs(session).program(row.program)
                programs[row.program] = program
                if let grant = try published(row, program) { try body(grant) }
            }
            guard rows.count == Self.page, let last = rows.last else { return }
            after = last.id
        }
    }

    private func published(_ row: GrantRow, _ program: ProgramAdded) throws -> PublishedGrant? {
        let last = try session.connection.first(
            "SELECT max(sequence) FROM grant_step WHERE register = ? AND grant_number = ?",
            [.integer(session.register.number), .integer(row.id.number)]
        ) { $0.int(0) }
        let modified = try session.batch(of: last ?? row.opened)?.time ?? ""
        if row.stage == .imported {
            let imported = try session.record(at: row.opened) as? GrantImported
            let name = try Recipients(session).name(of: row.recipient, at: row.opened)
            let award = PublishedGrant.Version(
                number: 0, date: row.applied, cents: row.figures.agreement, ends: nil, objectives: "", results: "",
                isTermination: false)
            return PublishedGrant(
                row: row, name: name.organisation, program: program,
                isPerson: RecipientID.isPerson(row.recipient) || name.organisation == nil, awarded: row.applied, begun: row.applied, begins: nil,
                ends: nil, versions: [award], source: imported?.source, modified: modified)
        }
        let steps = try agreementSteps(of: row.id)
        guard let signed = steps.lazy.compactMap({ $0 as? GrantSigned }).first else { return nil }
        let versions = Self.versions(signed, steps, paid: row.figures.paid)
        return PublishedGrant(
            row: row, name: signed.party.organisation, program: program,
            isPerson: RecipientID.isPerson(row.recipient) || signed.party.organisation == nil,
            awarded: steps.lazy.compactMap { $0 as? GrantApproved }.first?.date ?? signed.date, begun: signed.date,
            begins: signed.begins, ends: versions.last?.ends, versions: versions, source: nil, modified: modified)
    }

    /// The records in force that decide an agreement, in order.
    private func agreementSteps(of id: GrantID) throws -> [any GrantStepRecord] {
        try session.connection.query(
            """
            SELECT sequence FROM grant_step WHERE register = ? AND grant_number = ? AND payable = 0 AND undone IS NULL
                AND kind IN ('approved', 'signed', 'amended', 'cancelled') ORDER BY sequence
            """, [.integer(session.register.number), .integer(id.number)]
        ) { $0.int(0) }.compactMap { try session.record(at: $0) as? any GrantStepRecord }
    }

    /// `paid`: what the last version is worth where it ends the agreement; cents.
    private static func versions(
        _ signed: GrantSigned, _ steps: [any GrantStepRecord], paid: Int64
    ) -> [PublishedGrant.Version] {
        var versions = [
            PublishedGrant.Version(
                number: 0, date: signed.date, cents: GrantPlanLine.total(signed.plan) ?? 0, ends: signed.ends,
                objectives: signed.terms.objectives, results: signed.terms.results, isTermination: false)
        ]
        for step in steps {
            guard let before = versions.last else { break }
            let amended = step as? GrantAmended
            guard amended != nil || step is GrantCancelled else { continue }
            versions.append(
                PublishedGrant.Version(
                    number: before.number + 1, date: step.date,
                    cents: amended.map { GrantPlanLine.total($0.plan) ?? 0 } ?? paid,
                    ends: amended?.change.ends ?? before.ends,
                    objectives: amended?.change.objectives ?? before.objectives,
                    results: amended?.change.results ?? before.results, isTermination: amended == nil))
        }
        return versions
    }
}
