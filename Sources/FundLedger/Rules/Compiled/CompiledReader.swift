import AuditTrail
import ReferenceData

/// Reads what a compiled rule set is made of, and refuses (E-RUL-031) what its form does not allow.
///
/// Order is not looked at here: `RuleSet.init(compiled:)` compares the whole with what it would write.
struct CompiledReader {
    var reader: CanonicalObject.Reader

    init(_ reader: CanonicalObject.Reader) { self.reader = reader }

    func refusal(_ name: String) -> RuleError { RuleError(.compiledMalformed, ["member": reader.path(name)]) }

    mutating func code(_ name: String, _ isForm: (String) -> Bool) throws -> String {
        let text = try reader.string(name)
        guard isForm(text) else { throw refusal(name) }
        return text
    }

    mutating func word<Word: RawRepresentable<String>>(_ name: String) throws -> Word {
        guard let word = Word(rawValue: try reader.string(name)) else { throw refusal(name) }
        return word
    }

    mutating func text(_ name: String, _ lengths: ClosedRange<Int>) throws -> String {
        try code(name) { lengths.contains($0.utf8.count) }
    }

    /// The texts `fr` and `en` of this object.
    mutating func texts(_ lengths: ClosedRange<Int>) throws -> BilingualText {
        BilingualText(fr: try text("fr", lengths), en: try text("en", lengths))
    }

    /// A member that is an object of two texts.
    mutating func bilingual(_ name: String) throws -> BilingualText {
        var inner = CompiledReader(try reader.reader(name))
        let text = try inner.texts(RuleForm.headingTexts)
        try inner.reader.finish()
        return text
    }

    mutating func date(_ name: String) throws -> CalendarDate? {
        guard let text = try reader.optionalString(name) else { return nil }
        guard let date = try? CalendarDate(iso: text) else { throw refusal(name) }
        return date
    }

    mutating func day(_ name: String) throws -> DayOfYear? {
        guard let text = try reader.optionalString(name) else { return nil }
        guard let day = DayOfYear(text) else { throw refusal(name) }
        return day
    }

    /// Cents from 0 on.
    mutating func cents(_ name: String) throws -> Int64? {
        guard let cents = try reader.optionalInteger(name) else { return nil }
        guard cents >= 0 else { throw refusal(name) }
        return cents
    }

    /// Codes that ascend, at least one; empty where the member is absent.
    mutating func codes(_ name: String, _ isForm: (String) -> Bool) throws -> [String] {
        guard reader.has(name) else { return [] }
        let codes = try reader.strings(name)
        guard !codes.isEmpty, RuleForm.isAscending(codes), codes.allSatisfy(isForm) else { throw refusal(name) }
        return codes
    }
}
