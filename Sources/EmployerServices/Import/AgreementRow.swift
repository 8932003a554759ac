import AuditTrail
import ReferenceData
import TabularImport

/// What a row says of an agreement: what is drafted and signed, and the steps after, each on its day.
struct AgreementRow {
    /// A step after the signing.
    struct Step {
        let field: AgreementField
        let date: CalendarDate
    }

    private let item: AgreementItem
    private let today: CalendarDate
    let order: AgreementOrder

    /// Refuses: E-ITK-008 … E-ITK-010, E-REF-040, E-REF-041.
    init(_ mapped: MappedItem, on today: CalendarDate) throws {
        let item = AgreementItem(item: mapped)
        self.item = item
        self.today = today
        try Self.requirePast(item, today)
        if let (first, second) = Self.endings(item) {
            throw ServiceFieldFault(
                field: second.rawValue,
                cause: IntakeError(.twoEndings, ["field": second.rawValue, "other": first.rawValue]))
        }
        order = try Self.order(item)
    }

    // MARK: The draft and the signing

    private static func order(_ item: AgreementItem) throws -> AgreementOrder {
        let employer = try ServiceFieldFault.at(AgreementField.employer.rawValue) {
            try NEQ(parsing: item.text(.employer) ?? "").text
        }
        let terms = try terms(item)
        let drafted = item.date(.drafted)
        guard let date = terms?.signed ?? drafted else { throw missing(.drafted, for: nil) }
        var order = AgreementOrder(
            apprentice: .named(item.text(.apprentice) ?? "", born: item.date(.born)?.iso),
            companion: item.text(.companion).map { .named($0, born: nil) }, employer: employer,
            establishment: item.number(.establishment), office: item.text(.office) ?? "",
            standard: item.text(.standard) ?? "", terms: terms, date: date)
        order.drafted = drafted
        return order
    }

    /// What the parties signed; nil for a draft, which says nothing of what comes after.
    private static func terms(_ item: AgreementItem) throws -> AgreementOrder.Terms? {
        let after: [AgreementField] = [
            .signed, .apprenticeSigned, .employerSigned, .serviceSigned, .begins, .ends, .hours, .started, .learnt, .checked,
            .suspended, .completed, .recognised, .ended,
        ]
        guard let given = after.last(where: { item.has($0) }) else { return nil }
        func signature(_ field: AgreementField) throws -> CalendarDate {
            guard let day = item.date(field) ?? item.date(.signed) else { throw missing(.signed, for: given) }
            return day
        }
        let (apprentice, employer, service) = (
            try signature(.apprenticeSigned), try signature(.employerSigned), try signature(.serviceSigned)
        )
        guard item.has(.companion) else { throw missing(.companion, for: given) }
        guard let begins = item.date(.begins) else { throw missing(.begins, for: given) }
        guard let ends = item.date(.ends) else { throw missing(.ends, for: given) }
        guard let hours = item.number(.hours) else { throw missing(.hours, for: given) }
        return AgreementOrder.Terms(
            apprenticeSigned: apprentice, employerSigned: employer, serviceSigned: service, begins: begins, ends: ends,
            hours: hours)
    }

    // MARK: The steps after

    /// The day of the booklet: without one, the first day of the term, where a later step says that it began.
    var started: Step? {
        if let day = item.date(.started) { return Step(field: .started, date: day) }
        let later: [AgreementField] = [.learnt, .checked, .suspended, .completed, .recognised]
        guard let terms = order.terms, later.contains(where: { item.has($0) }) else { return nil }
        return Step(field: .begins, date: terms.begins)
    }

    var isCompleted: Bool { item.has(.completed) }

    /// Modules learnt and checked, those of the standard where the agreement is completed and the row names none.
    func modules(of standard: @autoclosure () throws -> [String]) rethrows -> (learnt: [String], checked: [String]) {
        var checked = item.codes(.checked)
        if checked.isEmpty, isCompleted { checked = try standard() }
        var seen: Set<String> = []
        return ((item.codes(.learnt) + checked).filter { seen.insert($0).inserted }, checked)
    }

    /// Where the row names a module.
    func field(of module: String) -> AgreementField { item.codes(.learnt).contains(module) ? .learnt : .checked }

    /// The day of the modules: without one, that of what ends or suspends it, else that of the import.
    var progressed: CalendarDate {
        let days: [AgreementField] = [.progressed, .suspended, .completed, .recognised, .ended]
        return days.lazy.compactMap { item.date($0) }.first ?? today
    }

    /// What suspends or ends it, in order.
    var last: [Step] {
        ([.suspended, .completed, .recognised, .ended] as [AgreementField]).compactMap { field in
            item.date(field).map { Step(field: field, date: $0) }
        }
    }

    /// The record of a step of `last`. Refuses: E-ITK-008.
    func write(_ step: Step, of id: AgreementID, at desk: BookDesk) throws {
        let head = AgreementHead(id, on: step.date)
        func need(_ field: AgreementField) throws -> String {
            guard let text = item.text(field) else { throw Self.missing(field, for: step.field) }
            return text
        }
        switch step.field {
        case .suspended: try desk.write(AgreementSuspended(head, reason: need(.reason)))
        case .completed: try desk.write(AgreementCompleted(head, certificate: need(.paper)))
        case .recognised: try desk.write(AgreementRecognised(head, attestation: need(.paper)))
        default: try desk.write(AgreementEnded(head, cause: item.cause ?? .other, reason: need(.reason)))
        }
    }

    // MARK: What is refused

    /// Refuses the name of the row's persons in what the records keep for ever: E-ITK-011. `kept`: folded texts.
    func requireUnnamed(_ kept: [(part: String, text: [UInt8])], source: String?) throws {
        let texts = kept + [
            ("reason", FoldedText.fold(item.text(.reason) ?? "")), ("paper", FoldedText.fold(item.text(.paper) ?? "")),
            ("source", FoldedText.fold(source ?? "")),
        ]
        for field in [AgreementField.apprentice, .companion] {
            let name = FoldedText.fold(item.text(field) ?? "")
            // Fewer letters stand in many words.
            guard name.count >= 4 else { continue }
            for (part, text) in texts where text.contains(name) {
                // The cell that holds the name, where the row has it; else whose name it is.
                let cell = AgreementField(rawValue: part) ?? field
                throw ServiceFieldFault(field: cell.rawValue, cause: IntakeError(.personNamed, ["part": part]))
            }
        }
    }

    private static func requirePast(_ item: AgreementItem, _ today: CalendarDate) throws {
        let steps: [AgreementField] = [
            .drafted, .signed, .apprenticeSigned, .employerSigned, .serviceSigned, .started, .progressed, .suspended,
            .completed, .recognised, .ended,
        ]
        for field in steps {
            guard let day = item.date(field), day > today else { continue }
            throw ServiceFieldFault(
                field: field.rawValue,
                cause: IntakeError(.stepAhead, ["field": field.rawValue, "found": day.iso, "most": today.iso]))
        }
    }

    private static func endings(_ item: AgreementItem) -> (AgreementField, AgreementField)? {
        let found = ([.completed, .recognised, .ended] as [AgreementField]).filter { item.has($0) }
        return found.count > 1 ? (found[0], found[1]) : nil
    }

    private static func missing(_ field: AgreementField, for given: AgreementField?) -> ServiceFieldFault {
        ServiceFieldFault(
            field: field.rawValue,
            cause: IntakeError(.fieldMissing, ["field": field.rawValue, "given": given?.rawValue ?? ""]))
    }
}
