import AuditTrail
import ReferenceData
import Storage

/// Writes the tables of employers.
struct EmployerTable {
    let services: ServicesReader

    init(_ services: ServicesReader) { self.services = services }

    /// Puts an employer as it stands after a record.
    func put(_ row: EmployerRow, before: EmployerRow?, at sequence: Int64) throws {
        let places = row.values.map { _ in "?" }.joined(separator: ", ")
        try services.connection.withStatement(
            "INSERT OR REPLACE INTO employer (register, \(EmployerRow.columns)) VALUES (?, \(places))"
        ) { statement in
            statement.bind(values: [services.register] + row.values)
            while try statement.step() {}
        }
        let (old, new) = (EmployerWords.entries(of: before?.names ?? []), EmployerWords.entries(of: row.names))
        for word in old.subtracting(new) {
            try services.connection.run(
                "DELETE FROM employer_word WHERE register = ? AND word = ? AND neq = ?", services.register, .text(word),
                .text(row.neq))
        }
        for word in new.subtracting(old) {
            try services.connection.run(
                "INSERT INTO employer_word (register, word, neq) VALUES (?, ?, ?)", services.register, .text(word),
                .text(row.neq))
        }
        try note(row.neq, at: sequence)
    }

    /// A record that tells of an employer.
    func note(_ neq: String, at sequence: Int64) throws {
        try services.connection.run(
            "INSERT INTO employer_event (register, neq, sequence) VALUES (?, ?, ?)", services.register, .text(neq),
            .integer(sequence))
    }

    /// Closes, or opens again.
    func stand(_ neq: String, _ state: EmployerState, on date: CalendarDate, at sequence: Int64) throws {
        try services.connection.run(
            "UPDATE employer SET state = ?, sequence = ?, day = ? WHERE register = ? AND neq = ?", .text(state.rawValue),
            .integer(sequence), .day(date), services.register, .text(neq))
        try note(neq, at: sequence)
    }

    /// Has everything of one employer count for another. Only rows of the one are touched.
    func merge(_ neq: String, into other: String, on date: CalendarDate, at sequence: Int64) throws {
        try stand(neq, .merged, on: date, at: sequence)
        try stand(other, .open, on: date, at: sequence)
        for table in ["employer", "establishment", "intervention", "agreement", "participation"] {
            try services.connection.run(
                "UPDATE \(table) SET root = ? WHERE register = ? AND root = ?", .text(other), services.register,
                .text(neq))
        }
    }
}
