/// Every key that a map may have, by place. docs/schemas/import-map.schema.json says the same; a test compares them.
enum MapVocabulary {
    /// At the top, beside the list named for the target's group.
    static let root = ["version", "target", "format", "fields", "skip_when", "group_by", "unique_source"]
    static let format = ["encoding", "delimiter", "line_breaks", "header", "other_columns"]
    static let sources = ["column", "constant", "template", "choose"]
    static let tests = ["equals", "prefix", "in", "blank"]
    static let condition = ["column"] + tests
    static let chooseRule = condition + ["value"]
    /// In a member of the group, beside its fields.
    static let member = ["skip_when"]

    static let columnOptions = ["default", "optional", "trim"]
    static let templateOptions = ["default"]
    static let chooseOptions = ["otherwise"]
    static let textOptions = ["shorten"]
    static let dateOptions = ["format"]
    static let amountOptions = ["unit", "negative", "decimal", "grouping"]

    /// The options of a value, by its source and its field's kind.
    static func options(source: String, kind: ImportTarget.Kind) -> [String] {
        let ofSource: [String]
        switch source {
        case "column": ofSource = columnOptions
        case "template": ofSource = templateOptions
        case "choose": ofSource = chooseOptions
        default: ofSource = []
        }
        switch kind {
        case .text: return ofSource + (source == "column" || source == "template" ? textOptions : [])
        case .date: return ofSource + dateOptions
        case .amount: return ofSource + amountOptions
        case .identifier, .integer, .choice: return ofSource
        }
    }

    /// Every option of any value.
    static let allOptions =
        columnOptions + chooseOptions + textOptions + dateOptions + amountOptions
}
