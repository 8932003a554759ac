import ReferenceData

/// One language's side of a `Message`: words, and what was put among them.
///
/// Interpolations:
/// - `\(name)`, a String or an integer: shown as it is, never touched by typography (names, codes, paths, commands)
/// - `\(cents: amount)`: an amount in cents, as money in the language
/// - `\(money: cents)`: the same, of a `Cents`
/// - `\(number: n)`: an integer with the language's grouping
/// - `\(n, "écriture", "écritures")`: a counted noun; French is singular for 0 and 1, English for 1
/// - `\(message)`: another message
struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
    enum Piece: Sendable, Equatable {
        case words(String)
        case verbatim(String)
        case money(Int64)
        case number(Int64)
        case counted(Int64, one: String, many: String)
        case message(Message)
    }

    let pieces: [Piece]

    init(verbatim: String) { pieces = [.verbatim(verbatim)] }
    init(stringLiteral value: String) { pieces = [.words(value)] }
    init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(2 * interpolationCount + 1) }

        mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.words(literal)) }
        }
        mutating func appendInterpolation(_ text: String) { pieces.append(.verbatim(text)) }
        mutating func appendInterpolation(_ value: some BinaryInteger) { pieces.append(.verbatim(String(value))) }
        mutating func appendInterpolation(_ message: Message) { pieces.append(.message(message)) }
        mutating func appendInterpolation(cents: Int64) { pieces.append(.money(cents)) }
        mutating func appendInterpolation(money: Cents) { pieces.append(.money(money.value)) }
        mutating func appendInterpolation(number: some BinaryInteger) { pieces.append(.number(Int64(number))) }
        mutating func appendInterpolation(_ count: some BinaryInteger, _ one: String, _ many: String) {
            pieces.append(.counted(Int64(count), one: one, many: many))
        }
    }

    func text(in language: Language) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .words(let words): text += Typographer.set(words, in: language)
            case .verbatim(let verbatim): text += verbatim
            case .money(let cents): text += MoneyFormat.text(cents: cents, in: language)
            case .number(let number): text += MoneyFormat.integer(number, in: language)
            case .message(let message): text += message.text(in: language)
            case .counted(let count, let one, let many):
                let isSingular = language == .fr ? (-1...1).contains(count) : count == 1
                text += MoneyFormat.integer(count, in: language) + Typographer.noBreakSpace(in: language)
                text += Typographer.set(isSingular ? one : many, in: language)
            }
        }
    }
}
