import AuditTrail
import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

@Suite struct GrantImports {
    @Test func aRowBecomesAGrantPayableInFullAndItsRecipientIsEnteredOnce() throws {
        let book = try TakenRegister()
        let outcome = try book.run(
            "A,2026-05-01,,360G-x-chorale,Chorale,Concert,2266,\nB,2026-06-01,,360G-x-chorale,Chorale,Tournée,100.50,\n"
                + "C,2026-06-02,,1142345678,Atelier Nord,Cours,10,\n")
        #expect(outcome.grants == 3)
        #expect(outcome.recipients == 2)
        #expect(outcome.cents == 237_650)
        #expect(outcome.firstGrant?.text == "FNF-G-000001")
        let rows = try book.sample.read(.fnf) { try $0.grants() }
        #expect(rows.map(\.stage) == [.imported, .imported, .imported])
        #expect(rows.map(\.recipient) == ["X-360G-x-chorale", "X-360G-x-chorale", "1142345678"])
        #expect(rows.map(\.figures.payable) == [226_600, 10_050, 1_000])
        #expect(rows.map(\.figures.paid) == [0, 0, 0])
        #expect(rows.map(\.figures.agreement) == [226_600, 10_050, 1_000])
        let balance = try book.sample.read(.fnf) { try $0.trialBalance(.year(FiscalYear(parsing: "2026-2027"))) }
        #expect(balance.rows.first { $0.account.code == "5100" }?.debit.value == 237_650)
        #expect(balance.rows.first { $0.account.code == "2100" }?.credit.value == 237_650)
        try book.sample.book.read { reading in
            let session = try reading.register("fnf")
            let record = try session.record(at: session.register.size - 1)
            #expect((record as? ImportRecorded)?.entries == 3)
        }
    }

    /// VSG has no approved norms; the first rung ends at 50 000.00.
    @Test func whatAnAuthorityShouldHaveApprovedIsCounted() throws {
        let book = try TakenRegister()
        let outcome = try book.run(
            "A,2026-05-01,,X-1,Un,Titre,50000,\nB,2026-05-01,,X-1,Un,Titre,50000.01,\n"
                + "C,2026-05-01,,X-1,Un,Titre,999999.99,\nD,2026-05-01,,X-1,Un,Titre,1000000,\n")
        #expect(outcome.grants == 4 && outcome.aboveFirstRung == [.conseilDuTresor: 2, .government: 1])
    }

    @Test func everyBadRowIsNamedWithItsCodeAndNothingIsWritten() throws {
        let book = try TakenRegister()
        let found = try book.problems(
            "A,2026-05-01,VGS,X-1,Un,Titre,5,\n"  // no such programme
                + "B,2026-05-01,,1042345678,Deux,Titre,5,\n"  // no NEQ
                + "C,2026-05-01,,X-é,Trois,Titre,5,\n"  // no identifier
                + "D,2026-05-01,,X-4,,Titre,5,\n"  // no name
                + "E,2026-05-01,,2242345678,Six,Titre,5,\n"  // a person who is not entered
                + "F,2026-05-01,,X-6,Six,Titre,0,\n" + "G,2031-05-01,,X-7,Sept,Titre,5,\n"  // a year that is not opened
                + "H,2026-05-01,,X-8,Huit,Titre,5,A\n"  // an envelope in a year without
                + "I,2026-13-01,,X-9,Neuf,Titre,5,\n" + "A,2026-05-01,,X-1,Un,Titre,5,\n"  // the same source again
                + "J,2026-05-01,,X-9/9,Neuf,Titre,5,\n" + "K,2026-05-01,,X-1,Un,Titre,5,\n")
        #expect(
            found == [
                "2 E-PRG-002", "3 E-GRI-001", "4 E-CSV-027", "5 E-GRI-004", "6 E-GRI-002", "7 E-GRT-007", "8 E-YEA-001",
                "9 E-GRT-050", "10 E-CSV-021", "11 E-CSV-032", "12 E-GRI-001",
            ])
    }

    @Test func aRowNamesTheNearestProgramme() throws {
        let book = try TakenRegister()
        #expect {
            try book.run("A,2026-05-01,VSGS,X-1,Un,Titre,5,\n")
        } throws: {
            ($0 as? ImportRefusal)?.problems.first?.parameters["nearest"] == "VSG"
        }
    }

    @Test func whatAnEntryIsRefusedForStandsWithItsRowAndLaterRowsAreJudgedStill() throws {
        let book = try TakenRegister(years: [])
        try book.sample.write([.fnf]) { register in
            let session = try register(.fnf), year = try FiscalYear(parsing: "2026-2027")
            try session.append(YearOpened(year: year, budget: .controlled))
            try Budget(session).open(Envelope(code: "A", year: year, amount: Cents(1_000)), on: year.firstDay)
        }
        let found = try book.problems(
            "A,2026-05-01,,X-1,Un,Titre,10.01,A\nB,2026-05-01,,X-1,Un,Titre,5,\nC,2026-05-01,,X-1,Un,Titre,5,B\n"
                + "D,2026-05-01,,X-1,Un,Titre,5,A\n")
        #expect(found.map { String($0.prefix(7)) } == ["2 E-ENV", "3 E-GRT", "4 E-ENV"])
        #expect(try book.run("D,2026-05-01,,X-1,Un,Titre,10,A\n").grants == 1)
    }

    @Test func aPersonIsEnteredFirstAndNamedNowhere() throws {
        let book = try TakenRegister()
        try book.sample.write([.fnf]) { register in
            let session = try register(.fnf), subject = String(repeating: "a1", count: 16)
            try session.openSubject(
                subject, values: ["name": "Zoé Tremblay"], salts: ["name": Array(repeating: 7, count: 32)])
            try Recipients(session).add("2242345678", .subject(subject))
        }
        let row = "A,2026-05-01,,2242345678,Zoé Tremblay,"
        #expect(try book.problems(row + "Cours à ZOE TREMBLAY,5,\n") == ["2 E-GRI-003"])
        #expect(try book.problems("zoe-tremblay,2026-05-01,,2242345678,,Cours,5,\n") == ["2 E-GRI-003"])
        #expect(try book.problems(row + "Cours,5,\n", file: "zoe_tremblay.csv") == ["2 E-GRI-003"])
        #expect(try book.problems("A,2026-05-01,,2242345678,Z. Tremblay-Roy,À Z. Tremblay-Roy,5,\n") == ["2 E-GRI-003"])
        let outcome = try book.run(row + "Cours,5,\nB,2026-05-02,,2242345678,,Cours,5,\n")
        #expect(outcome.grants == 2)
        #expect(outcome.otherNames.isEmpty)
        try book.sample.book.read { reading in
            let session = try reading.register("fnf")
            for sequence in 1...session.register.size {
                let line = String(decoding: try session.line(of: sequence), as: UTF8.self)
                #expect(!line.contains("Tremblay"), "\(line)")
            }
        }
    }

    @Test func anotherNameOfAKnownRecipientIsTold() throws {
        let book = try TakenRegister()
        let outcome = try book.run("A,2026-05-01,,X-1,Un,Titre,5,\nB,2026-05-02,,X-1,Un inc.,Titre,5,\n")
        #expect(outcome.otherNames == [.init(line: 3, recipient: "X-1", known: "Un", found: "Un inc.")])
        let name = try book.sample.read(.fnf) { try Recipients($0.session).recipient("X-1").name }
        #expect(name == .name("Un"))
    }

    @Test func aDryRunTellsTheSameAndWritesNothing() throws {
        let book = try TakenRegister()
        let before = try book.sample.dump(), rows = "A,2026-05-01,,X-1,Un,Titre,5,\n"
        let dry = try book.run(rows, dryRun: true)
        #expect(try book.sample.dump() == before)
        #expect(try book.run(rows) == dry)
    }

    @Test(arguments: [
        ("1142345678", "1142345678"), ("X-a.b_c", "X-a.b_c"), ("360G-t-a", "X-360G-t-a"),
        ("GB-CHC-1137438", "X-GB-CHC-1137438"), (String(repeating: "a", count: 60), "X-" + String(repeating: "a", count: 60)),
        ("over_50's", "X-over_50-s-5dc5bd94a5de2f36"),
    ])
    func identifiersOfOtherRegisters(found: String, recipient: String) throws {
        let made = try GrantImportTarget.recipient(found)
        #expect(RecipientID.isValid(made))
        if found.contains("'") {
            #expect(made == "X-over_50-s-" + SHA256.hash(Array(found.utf8)).hex.prefix(16))
        } else {
            #expect(made == recipient)
        }
    }

    @Test func longIdentifiersStayApart() throws {
        let long = String(repeating: "a", count: 70)
        let made = try GrantImportTarget.recipient(long)
        #expect(made.utf8.count == 62)
        #expect(try made != GrantImportTarget.recipient(long + "a"))
        #expect(try GrantImportTarget.recipient("a'b") != GrantImportTarget.recipient("a-b"))
    }
}
