import AuditTrail
import Testing

@Suite struct CanonicalObjectTests {
    private let entry: CanonicalObject = [
        "memo": "Aide", "amount_cents": "-1250", "tags": ["a", "b"], "who": ["name": "x"],
        "postings": [["account": "1010", "cents": "5"], ["account": "2020", "cents": "07"]],
    ]

    private func refusal(_ body: () throws -> Void) -> AuditError? {
        #expect(throws: AuditError.self) { try body() }
    }

    @Test func `members are kept in byte order of their names`() {
        let names = ["a_", "a0", "a", "b", "a-", "aa", "a10", "a9"]
        let object = CanonicalObject(Dictionary(uniqueKeysWithValues: names.map { ($0, CanonicalValue.string("")) }))
        #expect(object.members.map(\.name) == ["a", "a-", "a0", "a10", "a9", "a_", "aa", "b"])
    }

    @Test func `a member is set at its place, replaced and removed`() throws {
        var object: CanonicalObject = ["b": "2"]
        object["a"] = "1"
        object["c"] = "3"
        object["b"] = "two"
        #expect(String(decoding: try object.line(), as: UTF8.self) == #"{"a":"1","b":"two","c":"3"}"#)
        object["b"] = nil
        object["z"] = nil
        #expect(object == ["a": "1", "c": "3"])
    }

    @Test func `composed and decomposed text are two values`() {
        let (composed, decomposed) = ("\u{E9}", "e\u{301}")
        #expect(composed == decomposed)
        #expect(CanonicalValue.string(composed) != .string(decomposed))
        #expect(CanonicalObject(["a": .array([.string(composed)])]) != ["a": .array([.string(decomposed)])])
        #expect(CanonicalValue.text(decomposed) == .string(composed))
    }

    @Test func `typed members are read`() throws {
        #expect(try entry.string("memo") == "Aide")
        #expect(try entry.integer("amount_cents") == -1250)
        #expect(try entry.array("tags") == ["a", "b"])
        #expect(try entry.object("who") == ["name": "x"])
        #expect(try entry.optionalString("none") == nil)
        #expect(try entry.optionalInteger("none") == nil)
        #expect(try entry.optionalArray("none") == nil)
        #expect(try entry.optionalObject("none") == nil)
    }

    @Test func `a missing member, another shape and a wrong integer are refused by name`() {
        #expect(refusal { _ = try entry.string("z") } == AuditError(.recordMemberMissing, ["member": "z"]))
        #expect(
            refusal { _ = try entry.string("tags") }
                == AuditError(.recordMemberShape, ["member": "tags", "expected": "string"]))
        #expect(
            refusal { _ = try entry.array("memo") }
                == AuditError(.recordMemberShape, ["member": "memo", "expected": "array"]))
        #expect(
            refusal { _ = try entry.optionalObject("memo") }
                == AuditError(.recordMemberShape, ["member": "memo", "expected": "object"]))
        #expect(refusal { _ = try entry.integer("memo") } == AuditError(.recordMemberInteger, ["member": "memo"]))
    }

    @Test func `a reader that asked for every member finishes, in any order`() throws {
        var reader = CanonicalObject.Reader(entry)
        #expect(try reader.object("who") == ["name": "x"])
        #expect(try reader.strings("tags") == ["a", "b"])
        #expect(try reader.integer("amount_cents") == -1250)
        #expect(try reader.optionalString("none") == nil)
        #expect(try reader.optionalString("memo") == "Aide")
        #expect(try reader.array("postings").count == 2)
        try reader.finish()
        try CanonicalObject.Reader([:]).finish()
    }

    @Test func `a reader refuses the first member that nobody asked for`() throws {
        var reader = CanonicalObject.Reader(entry)
        _ = try reader.integer("amount_cents")
        _ = try reader.string("memo")
        _ = reader.has("postings")
        #expect(refusal { try reader.finish() } == AuditError(.recordMemberUnknown, ["member": "postings"]))
    }

    @Test func `a reader names members by their path from the record`() throws {
        var reader = CanonicalObject.Reader(entry)
        var postings = try reader.readers("postings")
        #expect(try postings[0].string("account") == "1010")
        #expect(refusal { try postings[0].finish() }?.parameters["member"] == "postings[0].cents")
        #expect(refusal { _ = try postings[1].integer("cents") }?.parameters["member"] == "postings[1].cents")
        #expect(refusal { _ = try postings[1].string("z") }?.parameters["member"] == "postings[1].z")
        var who = try reader.reader("who")
        #expect(refusal { _ = try who.object("name") }?.parameters["member"] == "who.name")
        #expect(refusal { _ = try reader.readers("tags") }?.parameters["member"] == "tags[0]")
        #expect(refusal { _ = try reader.strings("postings") }?.parameters["member"] == "postings[0]")
        var named = CanonicalObject.Reader(entry, path: "rules")
        #expect(refusal { _ = try named.string("z") }?.parameters["member"] == "rules.z")
    }

    @Test func `a repeated name stops the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = CanonicalObject([(key: "a", value: "1"), (key: "a", value: "2")])
        }
    }

    @Test func `a name that is none stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var object = CanonicalObject()
            object["Nom"] = "x"
        }
    }
}
