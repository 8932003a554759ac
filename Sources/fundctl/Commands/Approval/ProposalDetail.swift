import AuditTrail
import FundLedger
import ReferenceData

/// What a proposal is about, by its kind: in data, in words, and what is looked at before it is approved.
struct ProposalDetail {
    var grant: String?
    var recipient: String?
    /// Of an organisation; nil for a person.
    var name: String?
    /// Cents.
    var amount: Int64?
    var date: String?
    var reason: String?
    var payments: [JSONValue] = []
    var payees: [JSONValue] = []
    var remarks: [RunRemark] = []
    var facts: [(label: Message, value: Cell)] = []
    var text: [TextBlock] = []
    var next: [CommandResult.NextStep] = []

    init(_ id: ProposalID, in session: RegisterSession) throws {
        switch try session.record(at: id.sequence) {
        case let proposed as Proposed<PaymentIssued>: try show(proposed.subject, id, session)
        case let proposed as Proposed<BankSet>: try show(proposed.subject, id, session)
        case let proposed as Proposed<GrantWrittenOff>: try show(proposed.subject, session)
        case let proposed as Proposed<RuleSetAdopted>: show(proposed.subject)
        case let proposed as Proposed<RecordAnnulled>: try show(proposed.subject, session)
        case let proposed as Proposed<PersonAdmitted>:
            facts = [(Message(fr: "Clé publique", en: "Public key"), .text(proposed.subject.key.hex))]
        case is TransferProposed:
            next = [
                .init(
                    command: "fundctl transfer explain \(id.sequence) --fund \(id.register)",
                    purpose: Message(fr: "dit comment il est jugé", en: "says how it is judged"))
            ]
        default: break
        }
    }

    // MARK: Payments

    private mutating func show(_ run: PaymentIssued, _ id: ProposalID, _ session: RegisterSession) throws {
        let isOpen = try session.proposal(id.sequence)?.state == .open
        let review = try Payments(session).review(
            run.items, proposal: id.sequence, record: isOpen ? nil : session.register.size)
        let recipients = Recipients(session)
        let names = try Dictionary(
            uniqueKeysWithValues: review.payees.map {
                ($0.recipient, try RecipientView(recipients.recipient($0.recipient), in: session).name)
            })
        (amount, date) = (try run.total().value, run.date.iso)
        remarks = isOpen ? RunRemark.ofApproval(review) : []
        payments = review.lines.map { line in
            [
                "payable": .integer(line.payable.sequence), "since": .string(line.payable.date.iso),
                "grant": .string(line.payable.grant.text), "recipient": .string(line.payable.recipient),
                "name": .optional(line.name), "amount": .amount(cents: line.amount),
            ]
        }
        payees = review.payees.map {
            [
                "recipient": .string($0.recipient), "name": .optional($0.name), "payments": .integer($0.count),
                "total": .amount(cents: $0.total),
            ]
        }
        facts = [
            (Message(fr: "Date des paiements", en: "Date of the payments"), .text(run.date.iso)),
            (LedgerTexts.total, .amount(amount ?? 0)),
        ]
        text = [
            .table(Self.table(review, names)), .title(Message(fr: "Par bénéficiaire", en: "By recipient")),
            .table(Self.payees(review, names)),
        ]
    }

    private static func table(_ review: PaymentReview, _ names: [String: Message]) -> TextTable {
        TextTable(
            [
                .right(PaymentView.payable), .left(Message(fr: "Due depuis", en: "Due since")), .left(PaymentView.grant),
                .left(PaymentView.recipient), .left(LedgerTexts.name, flexible: true), .right(LedgerTexts.amount),
            ],
            rows: review.lines.map { line in
                [
                    .text(String(line.payable.sequence)), .text(line.payable.date.iso), .text(line.payable.grant.text),
                    .text(line.payable.recipient), .message(names[line.payable.recipient] ?? .verbatim("–")), .amount(line.amount),
                ]
            })
    }

    private static func payees(_ review: PaymentReview, _ names: [String: Message]) -> TextTable {
        TextTable(
            [
                .left(PaymentView.recipient), .left(LedgerTexts.name, flexible: true),
                .right(Message(fr: "Paiements", en: "Payments")), .right(LedgerTexts.total),
            ],
            rows: review.payees.map {
                [.text($0.recipient), .message(names[$0.recipient] ?? .verbatim("–")), .integer($0.count), .amount($0.total)]
            })
    }

    // MARK: Bank details

    private mutating func show(_ set: BankSet, _ id: ProposalID, _ session: RegisterSession) throws {
        let payments = try Payments(session)
        try show(recipient: set.recipient, session)
        let due = try FundReader(session).duePayables(recipient: set.recipient)
        let inForce = try payments.bank(of: set.recipient)
        let before =
            inForce == nil
            ? Message(fr: "aucune", en: "none")
            : Message(fr: "en vigueur; seraient remplacées", en: "in force; would be replaced")
        facts += [
            (Message(fr: "Coordonnées d'avant", en: "Details before"), .message(before)),
            (Message(fr: "À verser", en: "To be paid"), .amount(PaymentView.total(due.map { Cents($0.left) }))),
        ]
        if let newest = try payments.proposedBank(of: set.recipient), newest.proposal != id.sequence {
            remarks.append(
                RunRemark(
                    kind: "newer-proposal", recipient: set.recipient, payable: nil,
                    message: Message(
                        fr: "une autre proposition (\(newest.proposal)) attend pour ce bénéficiaire : « --compare » regarde celle-là, non celle-ci.",
                        en: "another proposal (\(newest.proposal)) waits for this recipient: \"--compare\" looks at that one, not at this one.")))
        }
        remarks.append(
            RunRemark(
                kind: "compare", recipient: set.recipient, payable: nil,
                message: Message(
                    fr: "les coordonnées ne sont pas montrées : saisissez ce que vous lisez sur le chèque annulé, avec --compare.",
                    en: "the details are not shown: type what you read on the void cheque, with --compare.")))
        next = [
            .init(
                command: "fundctl recipient bank \(set.recipient) --fund \(id.register) --details … --compare",
                purpose: Message(fr: "compare, sans rien écrire", en: "compares, and writes nothing"))
        ]
    }

    private mutating func show(recipient id: String, _ session: RegisterSession) throws {
        let row = try Recipients(session).recipient(id)
        (recipient, name) = (id, row.name.organisation)
        facts += [
            (PaymentView.recipient, .text(id)), (LedgerTexts.name, .message(try RecipientView(row, in: session).name)),
        ]
    }

    // MARK: Others

    private mutating func show(_ off: GrantWrittenOff, _ session: RegisterSession) throws {
        let row = try FundReader(session).grant(off.grant).row
        (grant, amount, date, reason) = (off.grant.text, off.amount, off.date.iso, off.reason)
        facts = [(PaymentView.grant, .text(off.grant.text)), (GrantWords.title, .text(row.title))]
        try show(recipient: row.recipient, session)
        facts += [
            (LedgerTexts.amount, .amount(off.amount)),
            (Message(fr: "Reste à récupérer", en: "Left to recover"), .amount(row.figures.recoverable)),
            (Message(fr: "Motif", en: "Reason"), .text(off.reason)), (LedgerTexts.date, .text(off.date.iso)),
        ]
        if let envelope = off.envelope { facts.append((Message(fr: "Enveloppe", en: "Envelope"), .text(envelope))) }
        next = [
            .init(
                command: "fundctl grant show \(off.grant.text)",
                purpose: Message(fr: "montre la subvention et ce qui est à récupérer", en: "shows the grant and what is recoverable"))
        ]
    }

    private mutating func show(_ adopted: RuleSetAdopted) {
        facts = RuleFile.facts(adopted.set) + [
            (Message(fr: "Proposées par", en: "Proposed by"), .message(RuleWords.text(adopted.set.proposedBy))),
            (Message(fr: "Décidées par", en: "Decided by"), .message(RuleWords.text(adopted.set.decidedBy))),
            (Message(fr: "Acte", en: "Instrument"), .message(RuleWords.text(adopted.set.instrument))),
            (Message(fr: "Remplacent", en: "Replace"), .text(adopted.set.replaces?.text ?? "–")),
            (Message(fr: "Fichier", en: "File"), .text(adopted.sourceName)), (.verbatim("SHA-256"), .text(adopted.source.hex)),
        ]
        date = adopted.set.from.iso
    }

    private mutating func show(_ annulled: RecordAnnulled, _ session: RegisterSession) throws {
        reason = annulled.reason
        let record = try session.record(at: annulled.record), batch = try session.batch(of: annulled.record)
        facts = [
            (ApprovalWords.record, .text(String(annulled.record))),
            (ApprovalWords.act, .message(ActWords.describe(record))),
            (Message(fr: "Inscrit par", en: "Recorded by"), .text(batch?.person ?? "")),
            (Message(fr: "Motif", en: "Reason"), .text(annulled.reason)),
        ]
    }
}
