import ReferenceData

/// What a person reads on standard output, in the order in which it is read. Blocks are set apart by a blank line.
enum TextBlock: Sendable {
    /// A line of its own, bold where colour is allowed.
    case title(Message)
    case paragraph(Message)
    /// Lines that belong together.
    case lines([Message])
    /// Label and value, the values aligned.
    case facts([(label: Message, value: Cell)])
    case table(TextTable)
    /// In HTML alone: the table under it says the same in words.
    case chart(Chart)
    /// What nobody should overlook, set off.
    case mark(Message)
    /// As it is: a PEM text, a signed note. No typography, no trailing line feed needed.
    case verbatim(String)
}

/// One value of a table or a list.
enum Cell: Sendable, ExpressibleByStringLiteral {
    /// Shown as it is: a code, a name, an ISO date, an id.
    case text(String)
    /// The same, under what stands above it: `depth` steps to the right.
    case item(String, depth: Int)
    case message(Message)
    /// Cents, shown as money of the language, right-aligned.
    case amount(Int64)
    /// With the language's grouping, right-aligned.
    case integer(Int64)
    case blank

    init(stringLiteral value: String) { self = .text(value) }

    var isBlank: Bool { if case .blank = self { true } else { false } }

    static func amount(_ cents: Cents) -> Cell { .amount(cents.value) }
    static func integer(_ value: Int) -> Cell { .integer(Int64(value)) }

    func text(in language: Language) -> String {
        switch self {
        case .text(let text): text
        case .item(let text, let depth): String(repeating: "  ", count: depth) + text
        case .message(let message): message.text(in: language)
        case .amount(let cents): MoneyFormat.text(cents: cents, in: language)
        case .integer(let value): MoneyFormat.integer(value, in: language)
        case .blank: ""
        }
    }
}

/// A table for people.
struct TextTable: Sendable {
    struct Column: Sendable {
        enum Alignment: Sendable { case left, right }
        let heading: Message
        let alignment: Alignment
        /// The column that gives way, cut with `…`, where a terminal is too narrow.
        let isFlexible: Bool

        static func left(_ heading: Message, flexible: Bool = false) -> Column {
            Column(heading: heading, alignment: .left, isFlexible: flexible)
        }
        /// Amounts and counts.
        static func right(_ heading: Message) -> Column {
            Column(heading: heading, alignment: .right, isFlexible: false)
        }
    }

    let columns: [Column]
    var rows: [[Cell]]
    /// Shown under a rule of its own.
    var totals: [[Cell]]
    /// What HTML writes over it; without one, the title before it serves those who hear the page.
    var caption: Message?
    /// Which rows head a group, with its sums; the rows of the group follow.
    var heads: Set<Int>

    init(
        _ columns: [Column], rows: [[Cell]] = [], totals: [[Cell]] = [], caption: Message? = nil, heads: Set<Int> = []
    ) {
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.caption = caption
        self.heads = heads
    }
}
