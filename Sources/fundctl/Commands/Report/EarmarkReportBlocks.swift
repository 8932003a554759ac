import FundLedger
import ReferenceData

/// Earmarked revenue in the report of levies: what is left of it, and until when. A page has room for the accounts' names
/// and for what earmarks the money.
struct EarmarkReportBlocks {
    let earmarks: [EarmarkBalance]
    let accounts: [String: Account]
    let isPage: Bool

    /// None where nothing was earmarked.
    func blocks() throws -> [TextBlock] {
        guard !earmarks.isEmpty else { return [] }
        return [
            .title(Message(fr: "Revenus affectés et réservés", en: "Earmarked and reserved revenue")), .chart(chart),
            .table(try table()),
        ]
    }

    private var chart: Chart {
        Chart(
            Message(fr: "Libéré et reste, par enveloppe et dernier jour", en: "Released and left, by envelope and last day"), .bars,
            series: [EarmarkView.released, EarmarkView.left],
            earmarks.map {
                .init(.verbatim("\($0.row.record.envelope) \($0.row.envelopeExpires.iso)"), [$0.released.value, $0.left.value])
            }
        ).limited(to: 12) { count in Message(fr: "\(count, "autre", "autres")", en: "\(count, "other", "others")") }
    }

    private func table() throws -> TextTable {
        TextTable(
            [
                .right(EarmarkView.record), .left(LedgerTexts.account, flexible: isPage), .left(EarmarkView.basis),
                .left(EarmarkView.expires), .left(LedgerTexts.envelope),
                .left(Message(fr: "Fin de l'enveloppe", en: "Envelope ends")),
                .right(Message(fr: "Jours restants", en: "Days left")), .right(LedgerTexts.amount),
                .right(EarmarkView.released), .right(EarmarkView.left),
            ],
            rows: earmarks.map(cells),
            totals: [
                [.message(LedgerTexts.total)] + [Cell](repeating: .blank, count: 6) + [
                    .amount(try .sum(earmarks.map { Cents($0.row.record.amount) })),
                    .amount(try .sum(earmarks.map(\.released))), .amount(try .sum(earmarks.map(\.left))),
                ]
            ])
    }

    private func cells(_ earmark: EarmarkBalance) -> [Cell] {
        let record = earmark.row.record
        return [
            .integer(earmark.row.sequence), account(record), .message(EarmarkView.word(record.basis)),
            .text(record.expires.iso), .text(record.envelope), .text(earmark.row.envelopeExpires.iso),
            Self.daysLeft(earmark), .amount(record.amount), .amount(earmark.released), .amount(earmark.left),
        ]
    }

    /// On a page with its name, and with the law or the agreement.
    private func account(_ record: RevenueEarmarked) -> Cell {
        guard isPage, let account = accounts[record.account] else { return .text(record.account) }
        let english = account.nameEnglish ?? account.name
        return .message(
            Message(
                fr: "\(account.code) \(account.name) (\(record.citation))", en: "\(account.code) \(english) (\(record.citation))"))
    }

    /// Of what is left alone, to the last day of its envelope.
    private static func daysLeft(_ earmark: EarmarkBalance) -> Cell {
        switch earmark.state {
        case .settled: .blank
        case .open: .integer(earmark.daysLeft)
        case .expired: .message(Message(fr: "échue", en: "ended"))
        }
    }

    static func json(_ earmark: EarmarkBalance) -> JSONValue {
        let record = earmark.row.record
        return [
            "record": .integer(earmark.row.sequence), "date": .string(record.date.iso), "account": .string(record.account),
            "basis": .string(record.basis.rawValue), "year": .string(record.year.text), "envelope": .string(record.envelope),
            "expires": .string(record.expires.iso), "envelope_expires": .string(earmark.row.envelopeExpires.iso),
            "citation": .string(record.citation), "state": .string(earmark.state.rawValue),
            "days_left": .integer(earmark.daysLeft), "amount": .amount(cents: record.amount),
            "released": .amount(earmark.released), "left": .amount(earmark.left),
        ]
    }
}
