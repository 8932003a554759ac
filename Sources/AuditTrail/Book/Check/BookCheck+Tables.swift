import Storage

/// Every table that is rebuilt from records, compared with what came out of the replay.
extension BookCheck {
    private struct Column {
        let name: String
        let isKey: Bool
    }

    /// Names the key, and each column that differs, of the first rows that are not what the records give.
    func compare(_ table: String, _ connection: any SQLConnection) throws {
        let columns = try connection.query(
            "SELECT name, pk FROM pragma_table_info(?, 'main') ORDER BY cid", [.text(table)]
        ) { Column(name: $0.string(0), isKey: $0.int(1) > 0) }
        let keys = columns.filter(\.isKey).map(\.name)
        let others = columns.filter { !$0.isKey }.map(\.name)
        guard !keys.isEmpty else { return try compareWhole(table, columns.map(\.name), connection) }
        let limit = [SQLValue.integer(BookCheck.mostRows)]
        let match = keys.map { "m.\"\($0)\" IS r.\"\($0)\"" }.joined(separator: " AND ")
        let order = keys.map { "m.\"\($0)\"" }.joined(separator: ", ")
        for (change, here, there) in [("foreign", "main", "replayed"), ("missing", "replayed", "main")] {
            try connection.forEach(
                """
                SELECT \(order) FROM \(here)."\(table)" m
                WHERE NOT EXISTS (SELECT 1 FROM \(there)."\(table)" r WHERE \(match)) ORDER BY \(order) LIMIT ?
                """, limit
            ) { row in tell(table, keys, row, ["change": change]) }
        }
        guard !others.isEmpty else { return }
        let values = others.map { "m.\"\($0)\", r.\"\($0)\"" }.joined(separator: ", ")
        let differs = others.map { "m.\"\($0)\" IS NOT r.\"\($0)\"" }.joined(separator: " OR ")
        try connection.forEach(
            """
            SELECT \(order), \(values) FROM main."\(table)" m JOIN replayed."\(table)" r ON \(match)
            WHERE \(differs) ORDER BY \(order) LIMIT ?
            """, limit
        ) { row in
            for (index, name) in others.enumerated() {
                let stored = row.value(keys.count + index * 2)
                let given = row.value(keys.count + index * 2 + 1)
                guard !BookCheck.isSame(stored, given) else { continue }
                let found = ["column": name, "stored": BookCheck.shown(stored), "replayed": BookCheck.shown(given)]
                tell(table, keys, row, found)
            }
        }
    }

    /// A table without a key: the rows themselves.
    private func compareWhole(_ table: String, _ columns: [String], _ connection: any SQLConnection) throws {
        for (change, here, there) in [("foreign", "main", "replayed"), ("missing", "replayed", "main")] {
            try connection.forEach(
                """
                SELECT *, count(*) FROM \(here)."\(table)" GROUP BY \(columns.indices.map { String($0 + 1) }.joined(separator: ", "))
                EXCEPT
                SELECT *, count(*) FROM \(there)."\(table)" GROUP BY \(columns.indices.map { String($0 + 1) }.joined(separator: ", "))
                LIMIT ?
                """, [.integer(BookCheck.mostRows)]
            ) { row in tell(table, columns, row, ["change": change]) }
        }
    }

    /// `keys`: the first columns of the row.
    private func tell(_ table: String, _ keys: [String], _ row: any SQLStatement, _ found: [String: String]) {
        let key = keys.enumerated().map { "\($1)=\(BookCheck.shown(row.value($0)))" }.joined(separator: ", ")
        let register = keys.firstIndex { $0 == "register" || $0 == "number" && table == "register" }
            .flatMap { BookCheck.name(of: row.int($0)) }
        report.add(
            .rowDiffers, ["table": table, "key": key].merging(found) { $1 }, register: register)
    }

    /// Text is compared as bytes: to String, two normal forms of one text would be equal.
    private static func isSame(_ left: SQLValue, _ right: SQLValue) -> Bool {
        if case .text(let one) = left, case .text(let other) = right { return one.utf8.elementsEqual(other.utf8) }
        return left == right
    }

    private static func shown(_ value: SQLValue) -> String {
        switch value {
        case .null: "NULL"
        case .integer(let integer): String(integer)
        case .text(let text): String(text.prefix(80))
        case .blob(let bytes): Hexadecimal.encode(Array(bytes.prefix(40)))
        }
    }
}
