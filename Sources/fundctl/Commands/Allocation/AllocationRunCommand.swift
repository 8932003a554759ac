import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl allocation run CRITERIA.yaml --from CODE --fund F --year Y`.
struct AllocationRunCommand: FundctlCommand {
    static let help = CommandHelp(
        "run",
        summary: Message(
            fr: "Répartit une enveloppe selon des critères", en: "Shares an envelope out by criteria"),
        examples: [
            .init(
                "fundctl allocation run criteria.yaml --from FORM --fund FNF --year 2026-2027 --dry-run",
                Message(fr: "montre le calcul, n'écrit rien", en: "shows the working, writes nothing")),
            .init("fundctl allocation run criteria.yaml --from FORM --amount 5000000 --fund FNF --year 2026-2027"),
        ],
        details: [
            Message(
                fr: """
                    Les critères (des mesures pondérées, des planchers, des plafonds, une garantie) sont un fichier YAML; \
                    docs/allocation.fr.md en dit la forme. Une enveloppe de la liste que l'exercice n'a pas est ouverte sous \
                    celle que l'on répartit. Le fichier et ceux qu'il lit sont gardés comme pièces.
                    """,
                en: """
                    The criteria (weighted measures, floors, ceilings, a guarantee) are a YAML file; docs/allocation.en.md \
                    tells its form. An envelope of the list that the year has not is opened under the one that is shared \
                    out. The file and those that it reads are kept as documents.
                    """)
        ])

    @Argument(
        help: .init(
            fr: "Le fichier de critères; « - » pour l'entrée standard.", en: "The file of criteria; \"-\" for standard input.",
            value: ("fichier", "file")))
    var file: String

    @Option(help: .init(fr: "L'enveloppe que l'on répartit.", en: "The envelope that is shared out.", value: ("code", "code")))
    var from: String

    @Option(
        help: .init(
            fr: "Combien; sinon tout ce qu'elle a de disponible.", en: "How much; else all that it has available.",
            value: ("montant", "amount")))
    var amount: String?

    @OptionGroup var budget: BudgetOptions
    @OptionGroup var date: ActDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    /// What a run gave.
    private struct Outcome {
        let run: AllocationRun
        let working: AllocationWorking
        let opened: [String]
    }

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let typed = try amount.map { try AmountText.parse($0) }
        let day = try date.day(in: year, call)
        let criteria = try CriteriaFile(file, call)
        let source = criteria.source
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(typed?.canonical ?? ""), "command": "allocation-run",
                "criteria": .string(source.sha256.hex), "date": .string(date.date ?? ""), "from": .string(from),
                "inputs": .array(source.inputs.map { .string($0.sha256.hex) }), "year": .string(year.text),
            ], options: write)
        let done = try Attachments(criteria.files.map(\.path), call: call, isDryRun: write.dryRun).holding { kept in
            try requireUnchanged(criteria, kept)
            return try call.write(request, to: book) { transaction in
                let session = try transaction.register(fund.rawValue)
                _ = try kept.record(in: session)
                let available = try FundReader(session).envelope(from, in: year).amounts.available
                let working = try source.criteria.share(typed ?? Cents(available))
                let (run, opened) = try Budget(session).allocate(working, of: source, from: from, in: year, on: day)
                return Outcome(run: run, working: working, opened: opened)
            } again: { reading, receipts in
                try again(source, reading, receipts)
            }
        }
        return try result(done, source, fund)
    }

    /// Refuses: E-JRN-031 where a file is no longer what was read of it.
    private func requireUnchanged(_ criteria: CriteriaFile, _ kept: KeptAttachments) throws {
        for (file, document) in zip(criteria.files, kept.documents) where document.measure.sha256.hex != file.sha256 {
            throw LedgerError(.importFileChanged, ["file": file.path])
        }
    }

    private func again(_ source: CriteriaSource, _ reading: BookReading, _ receipts: [BatchReceipt]) throws -> Outcome {
        guard let run = try reading.records(AllocationRun.self, of: receipts).first?.record else {
            throw LedgerError(.envelopeUnknown, ["envelope": from])
        }
        let opened = try reading.records(EnvelopeOpened.self, of: receipts).map(\.record.envelope.code)
        return Outcome(run: run, working: try source.criteria.share(Cents(run.total())), opened: opened)
    }

    private func result(_ done: WriteDone<Outcome>, _ source: CriteriaSource, _ fund: FundCode) throws -> CommandResult {
        let outcome = done.value, run = done.value.run, amount = outcome.working.amount
        let title =
            write.dryRun
            ? Message(
                fr: "\(money: amount) de l'enveloppe \(run.envelope) iraient à \(run.shares.count, "enveloppe", "enveloppes").",
                en: "\(money: amount) of the envelope \(run.envelope) would go to \(run.shares.count, "envelope", "envelopes").")
            : Message(
                fr: "Répartition \(run.entry.text) : \(money: amount) de l'enveloppe \(run.envelope) vont à \(run.shares.count, "enveloppe", "enveloppes").",
                en: "Allocation \(run.entry.text): \(money: amount) of the envelope \(run.envelope) go to \(run.shares.count, "envelope", "envelopes").")
        var text: [TextBlock] = [
            .paragraph(title), .facts(AllocationView.facts(run, source.criteria)),
        ]
        text += AllocationView.tables(outcome.working)
        if !outcome.opened.isEmpty {
            text.append(
                .paragraph(
                    write.dryRun
                        ? Message(
                            fr: "Enveloppes à ouvrir, sous \(run.envelope) : \(outcome.opened.count).",
                            en: "Envelopes to be opened, under \(run.envelope): \(outcome.opened.count).")
                        : Message(
                            fr: "Enveloppes ouvertes, sous \(run.envelope) : \(outcome.opened.count).",
                            en: "Envelopes opened, under \(run.envelope): \(outcome.opened.count).")))
        }
        var result = CommandResult(
            json: [:], text: text,
            next: [
                .init(
                    command: "fundctl allocation show \(run.entry.text)",
                    purpose: Message(fr: "refait le calcul et le montre", en: "does the working again and shows it")),
                .init(
                    command: "fundctl envelope list --fund \(fund.shown) --year \(run.year.text) --sums",
                    purpose: Message(fr: "montre les enveloppes", en: "shows the envelopes")),
            ])
        result.json = try AllocationView.members(run, fund)
        result.json.append((name: "opened", value: .array(outcome.opened.map { .string($0) })))
        result.json.append((name: "working", value: AllocationView.json(outcome.working)))
        result.tell(done)
        return result
    }
}
