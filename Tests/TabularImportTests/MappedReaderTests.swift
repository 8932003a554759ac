import Testing

@testable import TabularImport

@Suite struct MappedReaderTests {
    static let header = "entry,date,reference,memo,account,amount_cents\n"

    private func codes(_ text: String, _ yaml: String = entriesMap) throws -> [String] {
        try readAll(text, yaml).reader.problems.list.map(\.code)
    }

    @Test func `the rows of an entry make one item`() throws {
        let (items, reader) = try readAll(
            Self.header
                + "1,2026-04-01,R-1,\"Été, un\",1000,250\n1,2026-04-01,R-1,\"Été, un\",2000,-250\n"
                + "2,2026-04-02,R-2,,1000,7\n2,2026-04-02,R-2,,2000,-7\n")
        #expect(reader.problems.isEmpty)
        #expect(
            items == [
                Copied(
                    line: 2, date: "2026-04-01", reference: "R-1", memo: "Été, un", postings: ["1000 250", "2000 -250"]),
                Copied(line: 4, date: "2026-04-02", reference: "R-2", memo: "", postings: ["1000 7", "2000 -7"]),
            ])
        #expect(reader.rowCount == 4)
        #expect(reader.itemCount == 2)
    }

    @Test func `envelope and period are columns that a file may have`() throws {
        let (items, reader) = try readAll(
            "entry,date,period,reference,memo,account,amount_cents,envelope\n"
                + "1,2026-04-01,2026-P13,R,M,9100,5,FNF-01\n1,2026-04-01,2026-P13,R,M,9200,-5,\n")
        #expect(reader.problems.isEmpty)
        #expect(items.first?.postings == ["9100 5@FNF-01", "9200 -5"])
    }

    @Test(
        "E-CSV-022: the default map takes canonical cents only",
        arguments: ["+7", "007", "7e3", "7.0", "-0", "7,0", " 7", "7 ", "--7", "-", "0x7", "٧", "1 000"])
    func strictCents(_ typed: String) throws {
        #expect(try codes(Self.header + "1,2026-04-01,R,M,1000,\"\(typed)\"\n") == ["E-CSV-022"])
    }

    @Test func `cents reach both ends of 64 bits and no further`() throws {
        func amount(_ typed: String) throws -> [String] {
            let result = try readAll(Self.header + "1,2026-04-01,R,M,1000,\(typed)\n")
            return result.items.first?.postings ?? result.reader.problems.list.map(\.code)
        }
        #expect(try amount("9223372036854775807") == ["1000 9223372036854775807"])
        #expect(try amount("-9223372036854775808") == ["1000 -9223372036854775808"])
        #expect(try amount("9223372036854775808") == ["E-CSV-024"])
        #expect(try amount("-9223372036854775809") == ["E-CSV-024"])
        #expect(try amount("99999999999999999999999") == ["E-CSV-024"])
        #expect(try amount("0") == ["1000 0"])
    }

    @Test func `E-CSV-020 and 021: a blank or impossible value is named with its row and column`() throws {
        let problems = try readAll(
            Self.header + "1,,R,M,1000,5\n2,2026-02-30,R,M,1000,5\n3,2026-4-1,R,M,,5\n"
        ).reader.problems.list
        #expect(problems.map(\.code) == ["E-CSV-020", "E-CSV-021", "E-CSV-021", "E-CSV-020"])
        #expect(problems.map(\.line) == [2, 3, 4, 4])
        #expect(problems[1].field == "date")
        #expect(problems[1].parameters == ["column": "date", "expected": "YYYY-MM-DD", "found": "2026-02-30"])
        #expect(problems[3].field == "account")
    }

    @Test func `E-CSV-027 and 029: identifiers are printable ASCII, texts have a length`() throws {
        #expect(try codes(Self.header + "1,2026-04-01,R,M,été,5\n") == ["E-CSV-027"])
        #expect(try codes(Self.header + "1,2026-04-01,R,M,12345678901234567,5\n") == ["E-CSV-029"])
        #expect(
            try codes(Self.header + "1,2026-04-01,\(String(repeating: "x", count: 201)),M,1000,5\n") == ["E-CSV-029"])
    }

    @Test func `E-CSV-030: the rows of an entry agree`() throws {
        let (items, reader) = try readAll(
            Self.header + "1,2026-04-01,R,M,1000,5\n1,2026-04-02,R,M,2000,-5\n2,2026-04-01,R,M,1,1\n")
        let problem = try #require(reader.problems.list.first)
        #expect(problem.code == "E-CSV-030")
        #expect(problem.line == 3)
        #expect(problem.parameters == ["expected": "2026-04-01", "found": "2026-04-02", "item": "1"])
        #expect(items.map(\.line) == [4])
    }

    @Test func `E-CSV-031: an entry that comes back is refused, however far`() throws {
        let rows = (1...3_000).map { "\($0),2026-04-01,R,M,1000,5\n" }.joined()
        let problems = try readAll(Self.header + rows + "7,2026-04-01,R,M,1000,5\n").reader.problems.list
        #expect(problems.map(\.code) == ["E-CSV-031"])
        #expect(problems.first?.line == 3_002)
        #expect(problems.first?.parameters == ["found": "7"])
    }

    @Test func `a row that cannot be read spoils the entries beside it and no other`() throws {
        let (items, reader) = try readAll(
            Self.header + "1,2026-04-01,R,M,1000,5\n2,2026-04-01,R,M,1000,5\n2,short\n3,2026-04-01,R,M,1000,5\n"
                + "4,2026-04-01,R,M,1000,5\n")
        #expect(items.map(\.line) == [2, 6])
        #expect(reader.problems.count == 1)
    }

    @Test func `problems beyond the stated number are only counted`() throws {
        let text = Self.header + (1...120).map { "\($0),x,R,M,1000,5\n" }.joined()
        let reader = try readAll(Array(text.utf8), problemLimit: 10).reader
        #expect(reader.problems.list.count == 10)
        #expect(reader.problems.count == 120)
    }

    private static func map(_ fields: String, _ posting: String = "", top: String = "") -> String {
        "\(top)\nfields: {date: {constant: 2026-04-01}\(fields)}\n"
            + "postings: [{account: {constant: '1'}, amount: {constant: '1'}\(posting)}]"
    }

    @Test func `E-CSV-028: a choice without a rule that holds`() throws {
        let account =
            "fields: {date: {constant: 2026-04-01}}\npostings: [{amount: {column: M}, account: {choose: ["
            + "{column: T, equals: Capital, value: '1500'}, {column: T, prefix: GR, value: '5100'}, "
            + "{column: T, in: [A, B], value: '5200'}, {column: T, blank: yes, value: '5300'}]"
        let rows = "T,M\nCapital,1\nGRANT,2\n A ,3\nB,4.5\n,5\n"
        let chosen = try readAll(rows, account + "}}]")
        #expect(chosen.items.flatMap(\.postings) == ["1500 100", "5100 200", "5200 300", "5200 450", "5300 500"])
        let problem = try readAll("T,M\nother,1\n", account + "}}]").reader.problems.list.first
        #expect(problem?.code == "E-CSV-028")
        #expect(problem?.parameters == ["column": "T", "found": "other"])
        #expect(try readAll("T,M\nother,1\n", account + ", otherwise: '5999'}}]").items[0].postings == ["5999 100"])
    }

    @Test func `E-CSV-025 and 026: integers and choices of other targets`() throws {
        let target = ImportTarget(
            "employers",
            fields: [.init("size", .integer), .init("status", .choice(["active", "closed"]))])
        let map = try compile("fields: {size: {column: S}, status: {column: T}}", target)
        let reader = try MappedReader(
            map: map, source: source("S,T\n12,active\n-3,closed\n1.5,x\n+1,activ\n"), fileName: "f")
        var items: [String] = []
        while let item = try reader.next() { items.append("\(item.integer(0)) \(item.choice(1))") }
        #expect(items == ["12 0", "-3 1"])
        #expect(reader.problems.list.map(\.code) == ["E-CSV-025", "E-CSV-026", "E-CSV-025", "E-CSV-026"])
        #expect(reader.problems.list[3].parameters["nearest"] == "active")
    }

    @Test func `E-CSV-032 and 020: a unique source stands once and is never blank`() throws {
        let map = Self.map("", top: "unique_source: Id")
        let (items, reader) = try readAll("Id,X\nG1,\nG2,\nG1,\n ,\n", map)
        #expect(items.map(\.source) == ["G1", "G2"])
        #expect(reader.problems.list.map(\.code) == ["E-CSV-032", "E-CSV-020"])
        #expect(reader.problems.list[0].line == 4)
    }

    @Test func `E-CSV-033: an item whose every posting is left out`() throws {
        let map = Self.map("", ", skip_when: [{column: X, blank: yes}]")
        let (items, reader) = try readAll("X,Y\n1,\n,1\n", map)
        #expect(items.count == 1)
        #expect(reader.problems.list.map(\.code) == ["E-CSV-033"])
    }

    @Test func `columns of debit and credit make one posting each, where they are filled`() throws {
        let map = """
            group_by: N
            fields: {date: {column: D, format: DD/MM/YYYY}}
            postings:
              - {account: {column: C}, side: debit, amount: {column: Debit, decimal: ",", grouping: " "}, skip_when: [{column: Debit, blank: yes}]}
              - {account: {column: C}, side: credit, amount: {column: Credit, decimal: ",", grouping: " "}, skip_when: [{column: Credit, blank: yes}]}
            """
        let (items, reader) = try readAll(
            "N,D,C,Debit,Credit\n1,31/12/2026,10,\"1 234,50\",\n1,31/12/2026,20,,\"1\u{202F}234,50\"\n", map)
        #expect(reader.problems.isEmpty)
        #expect(items.map(\.postings) == [["debit 10 123450", "credit 20 123450"]])
    }

    @Test func `rows are left out and counted`() throws {
        let map = Self.map("", top: "skip_when: [{column: S, in: [cancelled, void]}, {column: S, blank: yes}]")
        let (items, reader) = try readAll("S,X\npaid,\ncancelled,\nvoid,\n,1\npaid,\n", map)
        #expect(items.count == 2)
        #expect(reader.skippedRowCount == 3)
        #expect(reader.rowCount == 5)
    }

    @Test(
        "A template leaves no separator beside a blank",
        arguments: [
            ("A,B,C", "A – B (C)"), ("A,,C", "A (C)"), (",B,C", "B (C)"), ("A,B,", "A – B"), ("A,,", "A"),
            (",,C", "C)"),
            (" A ,B ,", "A – B"), (",,", ""),
        ])
    func templates(_ row: String, _ memo: String) throws {
        let map = Self.map(", memo: {template: '{a} – {b} ({c})'}")
        #expect(try readAll("a,b,c,d\n\(row),1\n", map).items.map(\.memo) == [memo])
    }

    @Test func `braces of a template are doubled`() throws {
        let map = Self.map(", memo: {template: '{{{a}}} }}'}")
        #expect(try readAll("a\nx\n", map).items[0].memo == "{x} }")
    }

    @Test func `a default stands in for a blank, and spaces go only where the map says`() throws {
        let map = Self.map(", memo: {column: a, default: none}, reference: {column: b, trim: yes}")
        let items = try readAll("a,b\n,1\n , 2 \n x ,3\n", map).items
        #expect(items.map(\.memo) == ["none", "none", " x "])
        #expect(items.map(\.reference) == ["1", "2", "3"])
    }

    @Test func `a text is shortened only where the map says, with an ellipsis`() throws {
        let map = Self.map(", memo: {column: a, shorten: 5}")
        let items = try readAll("a\nété 5\nétés 56\nabc defg\nabce\u{301}fg\n", map).items
        #expect(items.map(\.memo) == ["été 5", "étés…", "abc…", "abc…"])
    }
}
