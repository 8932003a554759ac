import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl allocation show ID`: the record, and its working done again from the files kept beside the book.
struct AllocationShow: FundctlCommand {
    static let help = CommandHelp(
        "show",
        summary: Message(
            fr: "Montre une répartition et en refait le calcul", en: "Shows an allocation and does its working again"),
        examples: [.init("fundctl allocation show FNF-2026-000012")],
        details: [
            Message(
                fr: """
                    Le calcul est refait d'après les fichiers gardés comme pièces, dont l'enregistrement porte les \
                    empreintes. Si les parts ne sont pas les mêmes, ou si un fichier a changé, le code de sortie est 5.
                    """,
                en: """
                    The working is done again from the files kept as documents, whose hashes the record holds. Where the \
                    shares are not the same, or a file has changed, the exit status is 5.
                    """)
        ])

    @Argument(help: .init(fr: "Le numéro de la répartition.", en: "The allocation's id.", value: ("numéro", "id")))
    var id: String

    @OptionGroup var global: GlobalOptions

    /// What doing the working again gave.
    private enum Again {
        case same(AllocationWorking)
        case differs(AllocationWorking)
        case absent
        case altered

        var code: String {
            switch self {
            case .same: "same"
            case .differs: "differs"
            case .absent: "absent"
            case .altered: "altered"
            }
        }

        var working: AllocationWorking? {
            switch self {
            case .same(let working), .differs(let working): working
            case .absent, .altered: nil
            }
        }
    }

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try EntryID(parsing: id)
        let run = try call.openBookToRead().read { try FundReader($0.register(id.fund.rawValue)).allocation(id) }
        let again = try again(run, call)
        var result = CommandResult(
            json: [:], text: [.facts(AllocationView.facts(run, again.working?.criteria))],
            exit: ["same", "absent"].contains(again.code) ? .done : .integrityBroken)
        if case .same(let working) = again {
            result.text += AllocationView.tables(working)
        } else {
            result.text.append(.table(AllocationView.shares(run)))
        }
        result.text.append(.paragraph(verdict(again)))
        result.json = try AllocationView.members(run, id.fund)
        result.json.append((name: "recomputed", value: .string(again.code)))
        result.json.append((name: "working", value: again.working.map(AllocationView.json) ?? .null))
        return result
    }

    private func again(_ run: AllocationRun, _ call: Invocation) throws -> Again {
        let store = DocumentStore(book: call.bookPath)
        var files: [String: Digest] = [:]
        for input in run.inputs { files[input.name] = input.sha256 }
        let states = try ([run.criteria] + run.inputs.map(\.sha256)).map { try store.state(of: $0) }
        if states.contains(.altered) { return .altered }
        if states.contains(.absent) { return .absent }
        let source = try CriteriaSource(yaml: InputFile.read(store.path(of: run.criteria)), file: run.criteria.hex) { name in
            try InputFile.read(store.path(of: files[name] ?? SHA256.hash([])))
        }
        let working = try source.criteria.share(Cents(run.total()))
        return working.shares == run.shares ? .same(working) : .differs(working)
    }

    private func verdict(_ again: Again) -> Message {
        switch again {
        case .same:
            Message(
                fr: "Le calcul, refait d'après les critères et les fichiers gardés, donne ces parts.",
                en: "The working, done again from the criteria and the files kept, gives these shares.")
        case .differs:
            Message(
                fr: "Le calcul, refait d'après les critères et les fichiers gardés, donne d'autres parts.",
                en: "The working, done again from the criteria and the files kept, gives other shares.")
        case .absent:
            Message(
                fr: "Le calcul n'est pas refait : un des fichiers n'est pas gardé auprès du livre.",
                en: "The working is not done again: one of the files is not kept beside the book.")
        case .altered:
            Message(
                fr: "Le calcul n'est pas refait : un des fichiers gardés a changé.",
                en: "The working is not done again: one of the files kept has changed.")
        }
    }
}
