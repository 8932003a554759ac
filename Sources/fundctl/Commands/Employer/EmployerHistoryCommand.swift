import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl employer history NEQ`.
struct EmployerHistoryCommand: FundctlCommand {
    static let help = CommandHelp(
        "history", summary: Message(fr: "Montre chaque changement d'un employeur", en: "Shows every change of an employer"),
        examples: [.init("fundctl employer history 1144556677")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var employer: EmployerArgument
    @OptionGroup var global: GlobalOptions

    private struct Step {
        let sequence: Int64
        let neq: String
        let kind: String
        let date: String
        let details: String
    }

    func perform(_ call: Invocation) throws -> CommandResult {
        let neq = try employer.neq().text
        let (root, steps) = try call.services { services in
            let root = try services.countedEmployer(neq).neq
            return (root, try services.history(of: root).map(Self.step))
        }
        let table = TextTable(
            [
                .right(Message(fr: "Enreg.", en: "Record")), .left(ServiceWords.date), .left(Message(fr: "NEQ", en: "NEQ")),
                .left(Message(fr: "Ce qui est dit", en: "What is said"), flexible: true),
            ],
            rows: steps.map { step in
                [
                    .integer(step.sequence), .text(step.date), .text(step.neq),
                    .message(Message(fr: "\(Self.words(step.kind).text(in: .fr)) \(step.details)", en: "\(Self.words(step.kind).text(in: .en)) \(step.details)")),
                ]
            })
        return CommandResult(
            json: [
                "employer": .string(root),
                "steps": .array(
                    steps.map {
                        [
                            "record": .integer($0.sequence), "employer": .string($0.neq), "kind": .string($0.kind),
                            "date": .string($0.date), "details": .string($0.details),
                        ]
                    }),
            ],
            text: [.table(table)],
            csv: CSVTable(
                columns: ["record", "date", "employer", "kind", "details"],
                rows: steps.map { [String($0.sequence), $0.date, $0.neq, $0.kind, $0.details] }))
    }

    private static func step(_ event: ServicesReader.EmployerEvent) -> Step {
        var members = event.record.members.compactMapValues { $0 }
        let date = members.removeValue(forKey: "date")
        members["employer"] = nil
        let details = members.sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }.joined(separator: ", ")
        return Step(
            sequence: event.sequence, neq: event.neq, kind: type(of: event.record).kind, date: date.map(text) ?? "",
            details: details)
    }

    private static func text(_ value: CanonicalValue) -> String {
        switch value {
        case .string(let text): text
        case .array(let values): values.map(text).joined(separator: "; ")
        case .object: "…"
        }
    }

    private static func words(_ kind: String) -> Message {
        switch kind {
        case EmployerAdded.kind: Message(fr: "inscrit :", en: "entered:")
        case EmployerChanged.kind: Message(fr: "changé :", en: "changed:")
        case EmployerMerged.kind: Message(fr: "fusionné :", en: "merged:")
        case EmployerClosed.kind: Message(fr: "fermé :", en: "closed:")
        case EmployerReopened.kind: Message(fr: "rouvert :", en: "opened again:")
        default: Message(fr: "établissement :", en: "establishment:")
        }
    }
}
