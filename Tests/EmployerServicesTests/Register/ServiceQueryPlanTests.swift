import Storage
import Testing

@testable import EmployerServices

/// SQLite takes the indexes that were made for searches and counts, without statistics.
@Suite struct ServiceQueryPlans {
    /// What SQLite says of a query: a line for each table, index and sorting.
    private func plan(_ query: String) throws -> [String] {
        let values = query.filter { $0 == "?" }.map { _ in SQLValue.integer(1) }
        return try ServicesBook(hasLists: false).read { services in
            try services.connection.query("EXPLAIN QUERY PLAN \(query)", values) { $0.string(3) }
        }
    }

    @Test func aSearchReadsTheWordsThatItAsksFor() throws {
        let one = try plan(ServicesReader.numbersQuery(others: 0))
        #expect(one.count == 1 && one[0].contains("PRIMARY KEY (register=? AND word>? AND word<?)"), "\(one)")
        let three = try plan(ServicesReader.numbersQuery(others: 2))
        #expect(three.filter { $0.contains("PRIMARY KEY (register=? AND word>? AND word<?)") }.count == 1, "\(three)")
        #expect(
            three.filter { $0.contains("employer_word_by_employer (register=? AND neq=? AND word>? AND word<?)") }.count == 2,
            "\(three)")
        #expect(!three.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(three)")
    }

    @Test func aMonthReadsItsOwnInterventionsAndThoseOfItsFirms() throws {
        for (tail, index) in [
            (BookActs.beginning, "intervention_by_begin (register=? AND begins>? AND begins<?)"),
            (BookActs.ofEmployer, "COVERING INDEX intervention_of_employer (register=? AND root=? AND begins<?)"),
        ] {
            let lines = try plan(BookActs.query(tail))
            #expect(lines.count == 1 && lines[0].contains(index), "\(tail): \(lines)")
        }
    }
}
