/// How one field of an item is filled from a row.
struct FieldRule: Sendable {
    enum Source: Sendable {
        case column(String)
        case constant(String)
        case template(TextTemplate)
        case choose([ChooseRule], otherwise: String?)
    }

    /// The first rule whose condition holds gives its value.
    struct ChooseRule: Sendable {
        let when: Condition
        let value: String
    }

    let source: Source
    /// Stands in for a blank value.
    var fallback: String?
    /// The file may lack the column: the field is then blank.
    var isOptionalColumn = false
    /// Spaces around the value do not count.
    var trims = false
    /// The most characters; a longer text ends with an ellipsis.
    var shorten: Int?
    var date = DateFormat.iso
    var amount = AmountFormat()

    var columns: [String] {
        switch source {
        case .column(let name): [name]
        case .constant: []
        case .template(let template): template.columns
        case .choose(let rules, _): rules.map(\.when.column)
        }
    }
}

/// A test of one column of a row.
struct Condition: Sendable, Equatable {
    enum Test: Sendable, Equatable {
        /// Empty, or only spaces; or, with false, neither.
        case blank(Bool)
        case equals(String)
        case prefix(String)
    }
    let column: String
    let test: Test
}
