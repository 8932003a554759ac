/// A refusal of this library: of a file as a whole, or of an import map.
///
/// What is wrong with single rows is a `RowProblem`, which names the same codes. No sentence is
/// formed here: fundctl says each code in French and English from its parameters.
public struct ImportError: Error, Sendable, Equatable {
    public let code: Code
    /// Raw values by name; each case of `Code` tells which. Line and column count from 1.
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    /// The problem of one row as the refusal of its file.
    public init?(_ problem: RowProblem, file: String) {
        guard let code = Code(rawValue: problem.code) else { return nil }
        var parameters = problem.parameters
        parameters["file"] = file
        parameters["line"] = String(problem.line)
        parameters["field"] = problem.field
        self.init(code, parameters)
    }

    /// Codes are stable: once published, a code never changes its meaning.
    ///
    /// Problems of rows always carry `line` (where the row begins, in lines of the file, the header
    /// being line 1) and, where one column or field is meant, `field`; errors of files carry `file`.
    public enum Code: String, CaseIterable, Sendable {
        // MARK: The file

        /// The operating system refuses to open or read the file. `file`, `errno`, `reason` (its text).
        case unreadable = "E-CSV-001"
        /// There is no header row: the file is empty, or blank. `file`.
        case missingHeader = "E-CSV-002"
        /// The byte-order mark contradicts the map. `file`, `found` (`utf-16` or `utf-8`), `expected`
        /// (the encoding in force), `advice`.
        case wrongEncoding = "E-CSV-003"
        /// Bytes that are not UTF-8. `line`, `field`, `found` (the byte, `0xE9`); `advice`
        /// (`encoding: windows-1252`) where the bytes make sense in that encoding.
        case invalidUTF8 = "E-CSV-004"
        /// A NUL byte, the mark of UTF-16 or of a file that is no text. `line`, `field`, `advice`.
        case nulByte = "E-CSV-005"
        /// A control character, byte-order mark, bidirectional control or noncharacter, which no record
        /// may hold. `line`, `field`, `code_point` (`U+0009`); `advice` where the encoding is the likely cause.
        case forbiddenCharacter = "E-CSV-006"
        /// A line break inside a quoted field, under `line_breaks: refuse`. `line`, `field`,
        /// `advice` (`line_breaks: space`).
        case lineBreakInField = "E-CSV-007"
        /// A quote inside an unquoted field, or text after a closing quote. `line`, `field`.
        case strayQuote = "E-CSV-008"
        /// The file ends inside a quoted field; nothing after the row's first line was understood. `line`, `field`.
        case unterminatedQuote = "E-CSV-009"
        /// A row with more or fewer fields than the header. `line`, `expected`, `found`.
        case wrongFieldCount = "E-CSV-010"
        /// A field of more than 65 536 bytes. `line`, `field`, `expected` (the most), `found`.
        case fieldTooLong = "E-CSV-011"
        /// A row of more than 1 048 576 bytes (often an unclosed quote); reading stops there. `line`, `expected`.
        case rowTooLong = "E-CSV-012"
        /// More than 1 024 columns. `file`, `expected`, `found`.
        case tooManyColumns = "E-CSV-013"
        /// Two columns of one name. `file`, `line`, `field`.
        case repeatedColumn = "E-CSV-014"
        /// A column that the map reads is not in the file. `file`, `field`, `found` (the columns there are);
        /// `nearest` (the closest name), `advice` (`delimiter: ";"`) where they help.
        case missingColumn = "E-CSV-015"
        /// A column that the map does not know, under `other_columns: refuse`. `file`, `field`,
        /// `expected` (the columns known); `nearest`.
        case unknownColumn = "E-CSV-016"

        // MARK: Values of a row

        /// A required value is blank. `line`, `field`, `column`.
        case blankValue = "E-CSV-020"
        /// No date, or not in the format of the map. `line`, `field`, `column`, `expected`, `found`.
        case badDate = "E-CSV-021"
        /// No amount in the format of the map: sign, separators, leading zeros, exponents.
        /// `line`, `field`, `column`, `expected` (an example), `found`.
        case badAmount = "E-CSV-022"
        /// An amount with a fraction of a cent. `line`, `field`, `column`, `found`.
        case fractionOfCent = "E-CSV-023"
        /// An amount or integer beyond 64 bits. `line`, `field`, `column`, `found`.
        case outOfRange = "E-CSV-024"
        /// No integer (`12`, `-3`). `line`, `field`, `column`, `found`.
        case badInteger = "E-CSV-025"
        /// Not one of the words of a choice. `line`, `field`, `column`, `expected` (the words), `found`; `nearest`.
        case badChoice = "E-CSV-026"
        /// No identifier: printable ASCII without spaces. `line`, `field`, `column`, `found`, `expected`.
        case badIdentifier = "E-CSV-027"
        /// No rule of `choose` matches and there is no `otherwise`. `line`, `field`, `column`, `found`.
        case noRuleMatches = "E-CSV-028"
        /// A text longer than the field takes. `line`, `field`, `expected` (bytes), `found` (bytes), `advice` (`shorten: N`).
        case textTooLong = "E-CSV-029"
        /// The rows of one item differ in a field that all share. `line`, `field`, `expected` (the item's), `found`, `item`.
        case rowsDisagree = "E-CSV-030"
        /// The rows of one item are not together: its key was seen above. `line`, `field`, `found`.
        case itemComesBack = "E-CSV-031"
        /// A value of the unique source column stands twice in the file. `line`, `field`, `found`.
        case repeatedSourceKey = "E-CSV-032"
        /// An item without any member of its group (every one was left out by `skip_when`). `line`, `field` (the group).
        case emptyGroup = "E-CSV-033"

        // MARK: The map

        /// The map is no YAML, or no UTF-8. `file`, `line`, `column`, `found` (what the YAML parser says).
        case notYAML = "E-MAP-001"
        /// A key that a map does not have there. `file`, `line`, `column`, `path`, `found`, `expected`; `nearest`.
        case unknownKey = "E-MAP-002"
        /// A key is missing. `file`, `line`, `column`, `path`, `expected`.
        case missingKey = "E-MAP-003"
        /// A list where a text was expected, and so on. `file`, `line`, `column`, `path`,
        /// `expected` and `found` (`mapping`, `list`, `text`, `number`, `nothing`).
        case wrongShape = "E-MAP-004"
        /// A word that is not one of those possible. `file`, `line`, `column`, `path`, `found`, `expected`; `nearest`.
        case unknownWord = "E-MAP-005"
        /// A constant, default or chosen value that its field cannot take. `file`, `line`, `column`, `path`,
        /// `found`, `expected`, `cause` (the code of the value: E-CSV-021…).
        case badConstant = "E-MAP-006"
        /// None, or more than one, of `column`, `constant`, `template`, `choose` (or of the tests of a
        /// condition). `file`, `line`, `column`, `path`, `expected`, `found`.
        case oneOfThese = "E-MAP-007"
        /// A template whose braces do not pair or that names no column. `file`, `line`, `column`, `path`, `found`.
        case badTemplate = "E-MAP-008"
        /// Control characters in a text, or an empty text. `file`, `line`, `column`, `path`, `code_point` if any.
        case badText = "E-MAP-009"
        /// Beyond 65 536 bytes, 64 levels, 4 096 nodes, or 131 072 bytes of text with every alias and every column of an `in`
        /// written out. `file`, `expected`, `found`.
        case tooLarge = "E-MAP-010"
        /// An option that the field's kind or source does not have. `file`, `line`, `column`, `path`, `found`,
        /// `expected` (the options it has).
        case optionDoesNotApply = "E-MAP-011"
        /// The decimal and grouping signs of an amount are the same. `file`, `line`, `column`, `path`, `found`.
        case sameSigns = "E-MAP-012"
        /// UTF-16 is not read. `file`, `line`, `column`, `path`, `found`, `expected`, `advice`.
        case unsupportedEncoding = "E-MAP-013"
        /// The map is for another import. `file`, `line`, `column`, `expected`, `found`.
        case wrongTarget = "E-MAP-014"
    }
}
