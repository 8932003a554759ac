import FundLedger
import TabularImport
import Testing

@Suite struct AccountTableTests {
    private func table(_ text: String) throws -> AccountTable {
        try AccountTable(MemoryByteSource(Array(text.utf8)), fileName: "a.csv")
    }

    @Test func aListOfAccountsIsReadWithoutThoseThatAreClosed() throws {
        let table = try table(
            """
            code,name,class,line,name_en,state,balance
            1000,Encaisse,asset,fa-cash,Cash,open,12
            1001,Vieille encaisse,asset,fa-cash,,closed,0
            5100,Formation,expense,,,,
            """)
        #expect(table.problems.isEmpty)
        #expect(table.rows.map(\.line) == [2, 4])
        #expect(table.rows.map(\.account.code) == ["1000", "5100"])
        #expect(table.rows.map(\.account.nameEnglish) == ["Cash", nil])
        #expect(table.rows.map(\.account.line?.rawValue) == ["fa-cash", nil])
    }

    @Test func badRowsAreNamedByTheirLineAndField() throws {
        let table = try table(
            """
            code,name,class,line
            1000,Encaisse,asset,
            1000,Autre,asset,
            2000,,liability,
            3 0,Actif,asset,
            4000,Produits,income,
            5000,Charges,expense,fa-cash
            """)
        #expect(table.rows.map(\.account.code) == ["1000"])
        #expect(table.problems.list.map(\.line) == [3, 4, 5, 6, 7])
        #expect(table.problems.list.map(\.field) == ["code", "name", "code", "class", "line"])
    }

    @Test func loadingOpensWhatTheFundDoesNotHaveAndComparesTheRest() throws {
        let sample = try SampleBook()
        let kept = try sample.read(.fnf) { try $0.accounts().prefix(2).map(\.account) }
        func row(_ account: Account, name: String? = nil) -> String {
            "\(account.code),\"\(name ?? account.name)\",\(account.accountClass.rawValue),"
                + "\(account.line?.rawValue ?? ""),\"\(account.nameEnglish ?? "")\"\n"
        }
        let file = "code,name,class,line,name_en\n" + row(kept[0]) + row(kept[1]) + "7777,Divers,expense,,\n"
        let loaded = try sample.write([.fnf]) { register in
            var table = try table(file)
            let loaded = try table.load(into: register(.fnf))
            #expect(table.problems.isEmpty)
            return loaded
        }
        #expect(loaded.known == 2)
        #expect(loaded.opened.map(\.code) == ["7777"])
        #expect(try sample.read(.fnf) { try $0.accounts().contains { $0.account.code == "7777" } })

        let other = "code,name,class,line,name_en\n" + row(kept[0], name: "Autre nom") + "8888,Divers,expense,,\n"
        let problems = try sample.write([.fnf]) { register in
            var table = try table(other)
            let loaded = try table.load(into: register(.fnf))
            #expect(loaded.known == 1)
            // The difference comes first: nothing is opened any more, though it is said what would be.
            #expect(loaded.opened.map(\.code) == ["8888"])
            try register(.fnf).append(AccountClosed(account: "7777"))
            return table.problems.list
        }
        #expect(problems.map(\.code) == [LedgerError.Code.accountDiffers.rawValue])
        #expect(problems.map(\.field) == ["name"])
        #expect(try sample.read(.fnf) { try $0.accounts().allSatisfy { $0.account.code != "8888" } })
    }

    @Test func columnsAreKnownAndTheNeededOnesAreThere() throws {
        let unknown = #expect(throws: ImportError.self) { try table("code,name,class,colour\n") }
        #expect(unknown?.code == .unknownColumn)
        let missing = #expect(throws: ImportError.self) { try table("code,name\n") }
        #expect(missing?.code == .missingColumn)
        #expect(missing?.parameters["field"] == "class")
    }
}
