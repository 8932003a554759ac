/// Values go out as they stand, so that what the scanner accepted is written again as the same bytes. A value that
/// holds what a person typed is made with `CanonicalValue.text`, which puts it into NFC.
extension CanonicalWriter {
    /// An object with all it holds. Refuses E-REC-004; a ninth level stops the program.
    public mutating func write(_ object: CanonicalObject) throws {
        beginObject()
        for member in object.members {
            name(member.name)
            try write(member.value)
        }
        endObject()
    }

    /// A value with all it holds, where a value may stand. Refuses E-REC-004; a ninth level stops the program.
    public mutating func write(_ value: CanonicalValue) throws {
        switch value {
        case .string(let text): try string(asItStands: text)
        case .array(let elements):
            beginArray()
            for element in elements { try write(element) }
            endArray()
        case .object(let object): try write(object)
        }
    }
}
