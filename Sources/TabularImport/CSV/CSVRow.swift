/// A row, as a view into the reader's buffer: good until the reader reads on.
public struct CSVRow {
    /// The line of the file where the row begins.
    public let line: Int
    public let count: Int
    let base: UnsafePointer<UInt8>
    let fields: UnsafePointer<CSVField>

    /// The value of a field, unquoted, in UTF-8.
    public subscript(index: Int) -> UnsafeRawBufferPointer {
        precondition(index >= 0 && index < count)
        let field = fields[index]
        return UnsafeRawBufferPointer(start: base + field.start, count: field.length)
    }

    /// A copy as text, for messages and small files.
    public func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }
}
