extension CSVFault {
    /// The fault as a problem with its code; `bytes` are the row's.
    func problem(
        line: Int, columns: [String], format: CSVFormat, fieldCount: Int, bytes: UnsafeRawBufferPointer
    ) -> RowProblem {
        let column = name(of: field, columns)
        switch kind {
        case .invalidUTF8:
            var parameters = ["found": "0x" + String(value, radix: 16, uppercase: true)]
            if TextEncoding.couldBeWindows1252(bytes) { parameters["advice"] = "encoding: windows-1252" }
            return RowProblem(.invalidUTF8, line: line, field: column, parameters)
        case .nul:
            return RowProblem(.nulByte, line: line, field: column, ["advice": "encoding: utf-8"])
        case .forbidden:
            var parameters = ["code_point": UTF8Check.name(value)]
            if format.encoding == .iso88591, (0x80...0x9F).contains(value) {
                parameters["advice"] = "encoding: windows-1252"
            }
            return RowProblem(.forbiddenCharacter, line: line, field: column, parameters)
        case .lineBreak:
            return RowProblem(.lineBreakInField, line: line, field: column, ["advice": "line_breaks: space"])
        case .strayQuote:
            return RowProblem(.strayQuote, line: line, field: column)
        case .fieldTooLong:
            return RowProblem(
                .fieldTooLong, line: line, field: column,
                ["expected": String(CSVLimits.fieldBytes), "found": String(value)])
        case .fieldCount:
            return RowProblem(
                .wrongFieldCount, line: line, field: nil,
                ["expected": String(columns.count), "found": String(fieldCount)])
        case .rowTooLong:
            return RowProblem(.rowTooLong, line: line, field: nil, ["expected": String(CSVLimits.rowBytes)])
        case .unterminated:
            return RowProblem(.unterminatedQuote, line: line, field: column)
        }
    }

    /// The column's name or, beyond the header, its number from 1.
    private func name(of index: Int, _ columns: [String]) -> String {
        index < columns.count && !columns[index].isEmpty ? columns[index] : String(index + 1)
    }
}
