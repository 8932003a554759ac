import AuditTrail
import EmployerServices
import ReferenceData

/// An agreement as it is shown. Names of persons are on a screen alone: no JSON or CSV has them.
struct AgreementView {
    let file: AgreementFile
    let employer: String?
    let standard: StandardSummary
    let apprentice: String?
    let companion: String?
    let indicators: [String]

    init(_ id: AgreementID, in session: RegisterSession) throws {
        try self.init(Agreements(session).agreement(id), in: session)
    }

    init(_ file: AgreementFile, in session: RegisterSession) throws {
        let agreements = Agreements(session)
        self.file = file
        employer = try agreements.employerName(file.state.employer)
        standard = try agreements.standard(of: file)
        apprentice = try agreements.name(of: file.state.apprentice)
        companion = try file.state.companion.flatMap { try agreements.name(of: $0) }
        indicators = try file.state.signed.map { try agreements.indicators(countingSigned: $0) } ?? []
    }

    var id: String { file.id.text }

    /// The month of the fiscal year that its signing counts in.
    var month: String? { file.state.signed.flatMap { try? PeriodID(of: $0) }?.text }

    var facts: [(label: Message, value: Cell)] {
        let state = file.state
        var facts: [(label: Message, value: Cell)] = [
            (AgreementWords.agreement, .text(id)), (AgreementWords.state, .message(AgreementWords.stage(state.stage))),
            (AgreementWords.apprentice, Self.person(apprentice)),
        ]
        if state.companion != nil { facts.append((AgreementWords.companion, Self.person(companion))) }
        facts.append((AgreementWords.employer, .text([state.employer, employer ?? ""].joined(separator: " ").trimmed)))
        if let establishment = state.establishment { facts.append((AgreementWords.establishment, .integer(establishment))) }
        facts += [
            (AgreementWords.office, .text("\(state.office) (\(file.region))")),
            (AgreementWords.standard, .text("\(standard.code) \(standard.name)")),
            (AgreementWords.drafted, .text(state.drafted.iso)),
        ]
        if let signed = state.signed { facts.append((AgreementWords.signed, .text(signed.iso))) }
        if let begins = state.begins { facts.append((AgreementWords.begins, .text(begins.iso))) }
        if let ends = state.ends { facts.append((AgreementWords.ends, .text(ends.iso))) }
        if let hours = state.hours { facts.append((AgreementWords.hours, .integer(hours))) }
        facts.append((AgreementWords.modules, .message(progress)))
        if let counts { facts.append((AgreementWords.counted, .message(counts))) }
        return facts
    }

    private var progress: Message {
        let (learnt, checked, all) = (file.state.learnt.count, file.state.checked.count, standard.modules.count)
        return Message(
            fr: "\(learnt, "appris", "appris"), \(checked, "vérifié", "vérifiés"), sur \(number: all)",
            en: "\(number: learnt) learnt, \(number: checked) checked, of \(number: all)")
    }

    /// Which office, month and indicators count it.
    var counts: Message? {
        guard file.state.stage != .annulled, let month, let office = file.signedOffice, let region = file.signedRegion else {
            return nil
        }
        let list = indicators.isEmpty ? "–" : indicators.joined(separator: ", ")
        return Message(
            fr: "\(month), bureau \(office), région \(region) : \(list)",
            en: "\(month), office \(office), region \(region): \(list)")
    }

    static func person(_ name: String?) -> Cell { name.map { .text($0) } ?? .message(AgreementWords.erased) }

    var json: JSONValue {
        let state = file.state
        return [
            "id": .string(id), "state": .string(state.stage.rawValue), "employer": .string(state.employer),
            "counted_as": .string(file.root), "establishment": state.establishment.map(JSONValue.integer) ?? .null,
            "office": .string(state.office), "region": .string(file.region), "standard": .string(state.standard),
            "committee": .optional(file.committee), "apprentice": .string(state.apprentice),
            "companion": .optional(state.companion), "drafted": .string(state.drafted.iso),
            "signed": .optional(state.signed?.iso), "begins": .optional(state.begins?.iso),
            "ends": .optional(state.ends?.iso), "hours": state.hours.map(JSONValue.integer) ?? .null,
            "modules": .integer(Int64(state.modules.count)), "learnt": .array(state.learnt.sorted().map { .string($0) }),
            "checked": .array(state.checked.sorted().map { .string($0) }), "counts_month": .optional(month),
            "counts_office": .optional(file.signedOffice), "counts_region": .optional(file.signedRegion),
            "counts_indicators": .array(indicators.map { .string($0) }), "record": .integer(file.opened),
        ]
    }

    static let columns = [
        "agreement", "state", "employer", "counted_as", "office", "region", "standard", "committee", "drafted", "signed",
        "begins", "ends", "hours", "modules", "learnt", "checked",
    ]

    var csv: [String] {
        let state = file.state
        return [
            id, state.stage.rawValue, state.employer, file.root, state.office, file.region, state.standard,
            file.committee ?? "", state.drafted.iso, state.signed?.iso ?? "", state.begins?.iso ?? "", state.ends?.iso ?? "",
            state.hours.map(String.init) ?? "", String(state.modules.count), String(state.learnt.count),
            String(state.checked.count),
        ]
    }

    /// What usually comes next in its state.
    var next: [CommandResult.NextStep] {
        switch file.state.stage {
        case .draft:
            [step("sign \(id) --begins … --ends … --hours …", Message(fr: "la signe", en: "signs it"))]
        case .signed: [step("start \(id)", Message(fr: "remet le carnet", en: "hands the booklet over"))]
        case .underWay where file.state.learnt.count > file.state.checked.count:
            [step("check \(id) --all", Message(fr: "vérifie ce qui est appris", en: "checks what is learnt"))]
        case .underWay where file.state.checked.count == file.state.modules.count:
            [step("complete \(id) --certificate …", Message(fr: "délivre le certificat", en: "issues the certificate"))]
        case .underWay:
            [step("progress \(id) --module …", Message(fr: "inscrit un module appris", en: "enters a module that is learnt"))]
        case .suspended: [step("resume \(id) --ends …", Message(fr: "la reprend", en: "resumes it"))]
        default: []
        }
    }

    private func step(_ command: String, _ purpose: Message) -> CommandResult.NextStep {
        .init(command: "fundctl agreement \(command)", purpose: purpose)
    }
}

extension String {
    /// Without spaces at its ends.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
