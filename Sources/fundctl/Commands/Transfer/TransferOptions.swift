import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// What `--operation` may name.
enum OperationChoice: String, CaseIterable, ExpressibleByArgument {
    case transfer
    case temporaryTransfer = "temporary-transfer"
    case carryOver = "carry-over"
    case advance, cancellation

    var operation: BudgetOperation {
        switch self {
        case .transfer: .transfer
        case .temporaryTransfer: .temporaryTransfer
        case .carryOver: .carryOver
        case .advance: .advance
        case .cancellation: .cancellation
        }
    }
}

/// The operation that `transfer check` and `transfer propose` are about.
struct TransferOptions: ParsableArguments {
    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "L'enveloppe qui cède.", en: "The envelope that gives.", value: ("enveloppe", "envelope")))
    var from: String

    @Option(
        help: .init(
            fr: "L'enveloppe qui reçoit; aucune pour une annulation.", en: "The envelope that gets; none for a cancellation.",
            value: ("enveloppe", "envelope")))
    var to: String?

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "La date de l'opération; sinon aujourd'hui.", en: "The operation's date; else today.", value: ("date", "date")))
    var date: String?

    @Option(help: .init(fr: "L'opération; sinon un virement.", en: "The operation; else a transfer.", value: ("opération", "operation")))
    var operation: OperationChoice = .transfer

    @Option(help: .init(fr: "L'exercice de la source; sinon d'après la date.", en: "The source's fiscal year; else by the date.", value: ("exercice", "year")))
    var fromYear: String?

    @Option(help: .init(fr: "L'exercice de la cible; sinon d'après la date.", en: "The target's fiscal year; else by the date.", value: ("exercice", "year")))
    var toYear: String?

    @Option(
        help: .init(
            fr: "Le jour où un virement temporaire est rendu au plus tard.",
            en: "The day by which a temporary transfer is given back.", value: ("date", "date")))
    var repayBy: String?

    /// Refuses: E-REF codes.
    func read(_ call: Invocation) throws -> (fund: FundCode, operation: TransferOperation) {
        let date = try CalendarDate(iso: self.date ?? call.edge.clock.today())
        let operation = try TransferOperation(
            self.operation.operation, from: from, fromYear.map { try FiscalYear(parsing: $0) }, to: to,
            toYear.map { try FiscalYear(parsing: $0) }, amount: AmountText.parse(amount).value, date: date,
            repayBy: repayBy.map { try CalendarDate(iso: $0) })
        return (try fund.code(), operation)
    }

    /// The options as they would be typed again.
    var typed: String {
        var words = "--fund \(fund.text) --from \(from)"
        if let to { words += " --to \(to)" }
        words += " --amount \"\(amount)\""
        if let date { words += " --date \(date)" }
        if operation != .transfer { words += " --operation \(operation.rawValue)" }
        if let fromYear { words += " --from-year \(fromYear)" }
        if let toYear { words += " --to-year \(toYear)" }
        if let repayBy { words += " --repay-by \(repayBy)" }
        return words
    }
}
