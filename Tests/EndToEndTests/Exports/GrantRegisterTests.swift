import Foundation
import Testing

/// The real register of grants, taken over by the program as a person would: what it prints, the book, the bundle.
@Suite struct GrantRegisterImports {
    private static let register = Sandbox.repository.appendingPathComponent("../shared/data/trafford_360giving_grants.csv")
        .standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: register.path), "the real register is not there"))
    func theRealRegisterIsTakenOverVerifiedAndPublished() throws {
        let sandbox = try Sandbox()
        try sandbox.ok("fundctl init --template quebec --origin test.example/book --admin marie --no-input --quiet")
        for year in [2012, 2013, 2014, 2016, 2017, 2018, 2019, 2020] {
            try sandbox.ok("fundctl year open \(year)-\(year + 1) --fund FNF --without-budget --quiet")
        }
        try sandbox.ok("fundctl program add VSG --fund FNF --name 'Voluntary Sector Grants' --account 5100 --norms none --citation essai --quiet")
        let order = "fundctl grant import '\(Self.register.path)' --fund FNF --map $REPOSITORY/maps/360giving-grants-register.yaml"
        let first = try sandbox.ok(order + " --format json")
        for part in ["\"grants\":366", "\"recipients\":243", "\"awarded\":\"808690.47\"", "\"repeated\":false"] {
            #expect(first.replacing(" ", with: "").contains(part), "\(part) in \(first)")
        }
        #expect(try sandbox.ok(order + " --format json").replacing(" ", with: "").contains("\"repeated\":true"))
        try sandbox.ok("fundctl check --quiet")

        let published = CSVRows.read(try sandbox.ok("fundctl export grants --fund FNF --to 360giving --quiet"))
        let source = CSVRows.read(try String(contentsOf: Self.register, encoding: .utf8))
        #expect(published.count == 367 && source.count == 367)
        let titles = try #require(published.first), theirs = try #require(source.first)
        for title in ["Identifier", "Award Date", "Grant Programme:Code", "Grant Programme:Title"] {
            let here = try #require(titles.firstIndex(of: title)), there = try #require(theirs.firstIndex(of: title))
            #expect(published.map { $0[here] } == source.map { $0[there] }, "\(title)")
        }
        #expect(try sandbox.ok("fundctl export grants --fund FNF --to federal --quiet | wc -l").hasPrefix("367"))

        try sandbox.ok("fundctl audit export --register fnf -o bundle --quiet")
        try sandbox.ok("fundctl audit verify bundle --key bundle/keys/ledger.pem --require integrity,origin,authorship,completeness,books,budgets")
        if try sandbox.run("test -f bundle/levies.csv -a -f bundle/payments.csv").status == 0 {
            let verdicts = try sandbox.ok("python3 -B $REPOSITORY/audit/verify.py bundle --key bundle/keys/ledger.pem")
            #expect(verdicts.contains("budgets      holds"), "\(verdicts)")
        }
        #expect(try sandbox.ok("tail -n +2 bundle/grants.csv | wc -l").hasPrefix("366"))
    }
}
