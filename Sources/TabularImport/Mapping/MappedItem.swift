import ReferenceData

/// One item that a map made of a row, or of several: typed values by the positions of the target's fields.
///
/// The reader fills the same item again and again: its values, and the bytes that it gives, are good
/// until the reader's next item. Asking for another kind than the target declares is a programmer's error.
public final class MappedItem {
    /// The line where the item's first row begins.
    public internal(set) var line = 0
    let target: ImportTarget
    var fields: [MappedValue]
    /// The members' values, one after the other.
    var members: [MappedValue] = []
    var memberLines: [Int] = []
    var sourceKeyValue = MappedValue()
    var groupKeyValue = MappedValue()
    let arena = ByteArena()

    init(target: ImportTarget) {
        self.target = target
        fields = Array(repeating: MappedValue(), count: target.fields.count)
    }

    /// Whether an optional field has a value.
    public func has(_ field: Int) -> Bool { fields[field].isPresent }
    /// The bytes of a text or identifier, UTF-8; empty if it has none.
    public func text(_ field: Int) -> UnsafeRawBufferPointer { bytes(fields[field]) }
    /// A copy of the text.
    public func string(_ field: Int) -> String { String(decoding: text(field), as: UTF8.self) }
    public func amount(_ field: Int) -> Cents { Cents(number(fields[field])) }
    public func integer(_ field: Int) -> Int64 { number(fields[field]) }
    /// The position of the word in the choice.
    public func choice(_ field: Int) -> Int { Int(number(fields[field])) }
    public func date(_ field: Int) -> CalendarDate { day(fields[field]) }

    /// How many members the group has.
    public var memberCount: Int { memberLines.count }
    /// The line where the row of the member begins.
    public func memberLine(_ member: Int) -> Int { memberLines[member] }
    public func has(_ member: Int, _ field: Int) -> Bool { value(member, field).isPresent }
    public func text(_ member: Int, _ field: Int) -> UnsafeRawBufferPointer { bytes(value(member, field)) }
    public func string(_ member: Int, _ field: Int) -> String { String(decoding: text(member, field), as: UTF8.self) }
    public func amount(_ member: Int, _ field: Int) -> Cents { Cents(number(value(member, field))) }
    public func integer(_ member: Int, _ field: Int) -> Int64 { number(value(member, field)) }
    public func choice(_ member: Int, _ field: Int) -> Int { Int(number(value(member, field))) }
    public func date(_ member: Int, _ field: Int) -> CalendarDate { day(value(member, field)) }

    /// What names the item in its source for ever, if the map has `unique_source`.
    public var sourceKey: UnsafeRawBufferPointer? { sourceKeyValue.isPresent ? bytes(sourceKeyValue) : nil }
    /// The key that joined the item's rows, if the map has `group_by`.
    public var groupKey: UnsafeRawBufferPointer? { groupKeyValue.isPresent ? bytes(groupKeyValue) : nil }

    func bytes(_ value: MappedValue) -> UnsafeRawBufferPointer {
        arena.bytes(value.start, value.isPresent ? value.length : 0)
    }

    private func value(_ member: Int, _ field: Int) -> MappedValue {
        members[member * (target.group?.fields.count ?? 0) + field]
    }

    private func number(_ value: MappedValue) -> Int64 {
        precondition(value.isPresent, "the field has no value")
        return value.number
    }

    private func day(_ value: MappedValue) -> CalendarDate {
        precondition(value.isPresent, "the field has no value")
        return value.date
    }

    func clear() {
        arena.clear()
        members.removeAll(keepingCapacity: true)
        memberLines.removeAll(keepingCapacity: true)
        sourceKeyValue = MappedValue()
        groupKeyValue = MappedValue()
    }
}

/// One value: a number or date, and the bytes that it was read from.
struct MappedValue {
    var isPresent = false
    var start = 0
    var length = 0
    var number: Int64 = 0
    var date = CalendarDate.earliest
}
