/// What came of giving a file's items to an import, one by one.
public struct MappedWalk: Sendable {
    public let rows: Int64
    /// Rows that the map skips.
    public let skipped: Int64
    public let problems: RowProblems

    /// Gives the items of a file; what `take` refuses is a problem of the item's row where `problem` says so, and ends the
    /// walk where it gives nil. Reading stops when ten times the problems that are listed were found.
    ///
    /// Throws what the reader throws: E-CSV-001 to 016, and what the source throws.
    public init(
        _ map: ImportMap, _ source: any ByteSource, fileName: String, problemLimit: Int,
        problem: (_ refusal: any Error, _ line: Int) -> RowProblem?, take: (MappedItem) throws -> Void
    ) throws {
        let reader = try MappedReader(map: map, source: source, fileName: fileName, problemLimit: problemLimit)
        while let item = try reader.next() {
            do {
                try take(item)
            } catch {
                guard let problem = problem(error, item.line) else { throw error }
                reader.report(problem)
            }
            if reader.problems.count >= problemLimit * 10 { break }
        }
        rows = Int64(reader.rowCount)
        skipped = Int64(reader.skippedRowCount)
        problems = reader.problems
    }
}
