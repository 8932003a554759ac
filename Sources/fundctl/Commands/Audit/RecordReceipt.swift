import AuditTrail
import FundLedger

/// The page that goes with a proof of one record: what is proven, how to check it, what it does not say.
struct RecordReceipt {
    let proof: RecordProof
    /// The register's name.
    let register: String
    let kind: String
    /// The batch that the record lies in.
    let batch: BatchPlace?
    /// Where the record is an entry.
    let entry: EntryView?
    let export: Int64?
    /// Where the proof was written; nil where the page is all there is.
    let file: String?

    static let title = Message(fr: "Reçu : preuve d'un enregistrement", en: "Receipt: proof of one record")

    var blocks: [TextBlock] {
        var blocks: [TextBlock] = [.title(RecordReceipt.title), .paragraph(summary), .facts(facts)]
        if let entry { blocks += entry.text }
        return blocks + [.lines(howToCheck), .paragraph(RecordReceipt.limits), .verbatim(String(decoding: proof.text, as: UTF8.self))]
    }

    private var summary: Message {
        let name = RegisterWords.name(register)
        return Message(
            fr: """
                L'enregistrement \(number: proof.sequence) figure au registre « \(name) ». La preuve ci-dessous le montre \
                sans les autres enregistrements, et sans que son détenteur ait à se fier à qui tient le registre.
                """,
            en: """
                Record \(number: proof.sequence) is in the register "\(name)". The proof below shows it without the other \
                records, and without its holder having to trust those who keep the register.
                """)
    }

    private var facts: [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = [
            (RegisterWords.register, .text(register)), (RegisterWords.id, .text(proof.register.id.hex)),
            (Message(fr: "Enregistrement", en: "Record"), .integer(proof.sequence)),
            (Message(fr: "Nature", en: "Kind"), .text(kind)),
        ]
        if let batch {
            facts += [
                (Message(fr: "Scellé", en: "Sealed"), .message(Message(fr: "le \(batch.time) par \(batch.person)", en: "on \(batch.time) by \(batch.person)")))
            ]
        }
        facts += [
            (Message(fr: "Point de contrôle", en: "Checkpoint"), .message(Message(fr: "\(number: proof.checkpoint.size) enregistrements", en: "\(number: proof.checkpoint.size) records"))),
            (RegisterWords.root, .text(proof.checkpoint.root.hex)),
        ]
        if let export { facts.append((Message(fr: "De l'export", en: "Of export"), .integer(export))) }
        let witnesses = proof.note.signatures.dropFirst().map(\.name)
        if !witnesses.isEmpty {
            facts.append((Message(fr: "Cosigné par", en: "Cosigned by"), .text(witnesses.joined(separator: ", "))))
        }
        return facts
    }

    private var howToCheck: [Message] {
        let name = file ?? Message(fr: "recu.tlog-proof", en: "receipt.tlog-proof").fr.text(in: .fr)
        let end = "\(name) --key \(register).pem --id \(proof.register.id.hex)"
        let start =
            file == nil
            ? Message(
                fr: "Pour vérifier : enregistrez la preuve, de sa première ligne à sa dernière, dans un fichier, puis :",
                en: "To check it: save the proof, from its first line to its last, in a file, then:")
            : Message(fr: "Pour vérifier :", en: "To check it:")
        return [
            start, .verbatim("  fundctl audit check-proof \(end)"),
            .verbatim("  python3 audit/verify.py --check-proof \(end)"),
            Message(
                fr: "La clé et l'identifiant du registre s'obtiennent de l'organisme par une autre voie que ce reçu.",
                en: "The register's key and id are obtained from the organisation by another way than this receipt."),
        ]
    }

    private static let limits = Message(
        fr: """
            La preuve montre que l'enregistrement est à cette place et ne peut plus en être ôté. Elle ne dit pas s'il a été \
            contrepassé ou annulé par la suite.
            """,
        en: """
            The proof shows that the record is at this place and cannot be taken out of it any more. It does not say whether it \
            was reversed or annulled afterwards.
            """)
}

extension EntryView {
    /// An entry seen apart from its book: accounts have no names there.
    init(apart entry: JournalEntry) {
        self.entry = entry
        accounts = [:]
    }
}
