import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl slip show FILE`.
struct SlipShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre ce que contient un bordereau commencé", en: "Shows what a slip that was begun holds"),
        examples: [
            .init("fundctl slip show ententes.slip"),
            .init("fundctl slip drop ententes.slip", Message(fr: "en retire la dernière entrée", en: "takes the last entry out")),
        ],
        details: [
            Message(
                fr: "Une entrée est ce qu'une commande a inscrit, ou une rangée d'un groupe. Les noms sont à l'écran seulement.",
                en: "An entry is what one command entered, or a row of a group. Names are on the screen alone.")
        ])

    @Argument(help: .init(fr: "Le bordereau commencé.", en: "The slip that was begun.", value: ("fichier", "file")))
    var file: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let draft = try SlipDraft(parsing: call.readFile(file))
        let entries = SlipEntry.all(of: draft)
        let (agreements, participations) = SlipContents.counts(draft.lines)
        var facts: [(label: Message, value: Cell)] = [
            (SlipWords.slip, .text(file)), (AgreementWords.committee, .text(draft.committee)),
            (Message(fr: "Contient", en: "Holds"), .message(SlipWords.holding(draft.lines))),
        ]
        let made = draft.made.map { String($0.number) }.joined(separator: ", ")
        if !made.isEmpty { facts.append((Message(fr: "Signé sous le numéro", en: "Signed under the number"), .text(made))) }
        return CommandResult(
            json: [
                "file": .string(file), "committee": .string(draft.committee), "agreements": .integer(Int64(agreements)),
                "participations": .integer(Int64(participations)), "lines": .integer(Int64(draft.lines.count)),
                "made": .array(draft.made.map { ["number": .integer($0.number), "lines": .integer(Int64($0.lines))] }),
                "entries": .array(entries.map(\.json)),
            ],
            text: [.facts(facts)] + (entries.isEmpty ? [] : [.table(SlipEntry.table(entries))]),
            next: [
                .init(
                    command: entries.isEmpty ? "fundctl agreement sign … --slip \(file)" : "fundctl slip make \(file) -o …",
                    purpose: entries.isEmpty
                        ? Message(fr: "y inscrit une entente", en: "enters an agreement into it")
                        : Message(fr: "le signe, une fois complet", en: "signs it, once complete"))
            ])
    }
}

/// What one command entered into a slip.
struct SlipEntry {
    /// From 1.
    let number: Int
    let items: [SlipContents.Item]

    static func all(of draft: SlipDraft) -> [SlipEntry] {
        let items = SlipContents(draft.lines, draft.openings, draft.context).items
        let starts = Set([0] + draft.entries).filter { $0 < items.count }.sorted()
        return starts.enumerated().map { place, start in
            let end = place + 1 < starts.count ? starts[place + 1] : items.count
            return SlipEntry(number: place + 1, items: Array(items[start..<end]))
        }
    }

    /// Its lines, but persons who are opened for them.
    private var acts: [SlipContents.Item] { items.filter { $0.id != nil } }

    static func table(_ entries: [SlipEntry]) -> TextTable {
        TextTable(
            [
                .right(Message(fr: "Entrée", en: "Entry")), .left(AgreementWords.agreement), .left(SlipWords.what, flexible: true),
                .left(AgreementWords.person), .left(AgreementWords.employer), .left(AgreementWords.standard),
                .left(AgreementWords.date),
            ],
            rows: entries.map { entry in
                let last = entry.acts.last
                return [.integer(entry.number), last?.id.map { .text($0) } ?? .blank, .message(entry.what)]
                    + SlipWords.cells(last?.about ?? .init())
                    + [last?.about.matter.map { .text($0) } ?? .blank, last?.date.map { .text($0) } ?? .blank]
            })
    }

    /// `ébauche, signature`.
    var what: Message {
        let words = acts.map { SlipWords.kind($0.kind) }
        guard let first = words.first else { return AgreementWords.person }
        return words.dropFirst().reduce(first) { $0 == $1 ? $0 : Message(fr: "\($0), \($1)", en: "\($0), \($1)") }
    }

    /// Whom it is about.
    var name: String? { acts.last?.about.name }

    var id: String? { acts.last?.id }

    /// Without names.
    var json: JSONValue {
        let last = acts.last
        return [
            "entry": .integer(Int64(number)), "id": .optional(last?.id), "employer": .optional(last?.about.employer),
            "office": .optional(last?.about.office), "matter": .optional(last?.about.matter), "date": .optional(last?.date),
            "kinds": .array(items.map { .string($0.kind) }),
        ]
    }
}
