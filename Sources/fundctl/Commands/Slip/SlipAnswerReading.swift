import AuditTrail
import EmployerServices

/// What an answer tells its coordinator: which numbers the register gave, and why lines were rejected.
struct SlipAnswerReading {
    let answer: SlipAnswerText
    /// Nil where the slip is not at hand.
    let sent: AnsweredSlip?

    var rejected: [SlipAnswerText.Line] { answer.lines.filter { $0.record == nil } }

    /// Each thing of the slip's own that the register numbered, once.
    var numbers: [SlipAnswerText.Line] {
        var seen: Set<String> = []
        return answer.lines.filter { $0.own != nil && $0.id != nil && seen.insert($0.own ?? "").inserted }
    }

    var title: Message {
        let accepted = answer.lines.count - rejected.count
        let (number, record) = (String(answer.number), String(answer.record))
        return Message(
            fr: "Le bordereau \(number) de \(answer.person) est reçu (enregistrement \(record)) : \(accepted, "ligne acceptée", "lignes acceptées"), \(rejected.count, "rejetée", "rejetées").",
            en: "The slip \(number) of \(answer.person) is received (record \(record)): \(accepted, "line accepted", "lines accepted"), \(rejected.count, "rejected", "rejected").")
    }

    var numbersTable: TextTable {
        TextTable(
            [
                .left(SlipWords.inSlip), .left(SlipWords.inRegister), .left(AgreementWords.person),
                .left(AgreementWords.employer),
            ],
            rows: numbers.map { [.text($0.own ?? ""), .text($0.id ?? "")] + SlipWords.cells(about($0)) })
    }

    var rejectedTable: TextTable {
        TextTable(
            [
                .right(AgreementWords.line), .left(SlipWords.what), .left(AgreementWords.agreement), .left(AgreementWords.person),
                .left(Message(fr: "Pourquoi elle est rejetée", en: "Why it is rejected"), flexible: true),
            ],
            rows: rejected.map { line in
                let item = item(line)
                return [
                    .integer(line.line), item.map { .message(SlipWords.kind($0.kind)) } ?? .blank,
                    item?.id.map { .text($0) } ?? .blank, item?.about.name.map { .text($0) } ?? .blank,
                    .message(reason(line)),
                ]
            })
    }

    func json(in language: Language) -> [JSONValue] {
        answer.lines.map { line in
            [
                "line": .integer(Int64(line.line)), "record": line.record.map(JSONValue.integer) ?? .null,
                "id": .optional(line.id), "own": .optional(line.own), "code": .optional(line.code),
                "message": .optional(line.record == nil ? reason(line).text(in: language) : nil),
            ]
        }
    }

    private func item(_ line: SlipAnswerText.Line) -> SlipContents.Item? { sent?.items[line.line - 1] }

    private func about(_ line: SlipAnswerText.Line) -> SlipContents.About { item(line)?.about ?? .init() }

    /// The words of a code, with what the slip's line tells of it.
    private func reason(_ line: SlipAnswerText.Line) -> Message {
        let code = line.code ?? ""
        if code == ScopeError.Code.scopeMissing.rawValue { return scope(line, code) }
        guard let what = ErrorMessage.what(ofCode: code, knowing: knowing(line)) else { return .verbatim(code) }
        return Message(fr: "\(code) : \(what)", en: "\(code): \(what)")
    }

    /// Who may write it is judged of two persons; the answer does not say of which.
    private func scope(_ line: SlipAnswerText.Line, _ code: String) -> Message {
        guard let office = about(line).office else {
            return Message(
                fr: "\(code) : elle n'est pas de la région de l'agent qui a reçu le bordereau, ou pas du comité \(answer.committee). Envoyez-la à l'agent de sa région.",
                en: "\(code): it is not of the region of the agent who received the slip, or not of the committee \(answer.committee). Send it to the agent of its region.")
        }
        let region = sent?.offices.first { $0.code == office }?.region
        let place = region.map { "\(office) (\($0))" } ?? office
        return Message(
            fr: "\(code) : le bureau \(place) n'est pas de la région de l'agent qui a reçu le bordereau, ou ceci n'est pas du comité \(answer.committee). Envoyez-le à l'agent de cette région, dans un autre bordereau.",
            en: "\(code): the office \(place) is not of the region of the agent who received the slip, or this is not of the committee \(answer.committee). Send it to the agent of that region, in another slip.")
    }

    /// The parameters of errors that a line tells by itself.
    private func knowing(_ line: SlipAnswerText.Line) -> [String: String] {
        var known = ["line": String(line.line), "person": answer.person, "committee": answer.committee]
        guard let sent else { return known }
        let of = sent.lines[line.line - 1]
        for (name, value) in of.object.members { if case .string(let text) = value { known[name] = text } }
        let about = about(line)
        for (name, value) in [("employer", about.employer), ("office", about.office), ("standard", about.matter)] {
            known[name] = known[name] ?? value
        }
        known["on"] = SlipContents.support(of: line.line, in: sent.lines).map(String.init)
        return known
    }
}
