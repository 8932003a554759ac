/// Reads a file by a map: items of the map's target, one after the other, in memory that does not grow with the file.
///
/// What is wrong with rows is gathered in `problems`; reading goes on, and items with a problem are not given.
/// A file is sound only if `problems` is empty at its end: that nothing is written otherwise is the caller's part.
///
/// With `group_by`, consecutive rows of one key make one item. A key that comes back after another is refused
/// (E-CSV-031), and so is a unique source key that stands twice (E-CSV-032): both are certain for the file's first
/// 1 048 576 keys and for whatever repeats one of them.
public final class MappedReader {
    public let map: ImportMap
    public let fileName: String
    public internal(set) var problems: RowProblems
    /// Rows left out by `skip_when`.
    public private(set) var skippedRowCount = 0
    /// Items given so far.
    public private(set) var itemCount = 0
    /// Rows read so far, the header and blank lines not counted.
    public var rowCount: Int { reader.rowCount }

    let reader: CSVReader
    let plan: MapPlan
    let item: MappedItem
    let scratch = ByteArena()
    /// Whether nothing was wrong with the item being read.
    var isSound = true

    /// A row that was read and belongs to the next item.
    private var pending: CSVRow?
    /// A row that cannot be read lies before the row being taken: the items on both sides may lack it.
    private var followsBadRow = false
    private var seenGroups = SeenKeys()
    private var seenSources = SeenKeys()

    /// Reads the header and binds the map to its columns. Refuses with E-CSV-001 to 016.
    public init(map: ImportMap, source: any ByteSource, fileName: String, problemLimit: Int = 50) throws {
        self.map = map
        self.fileName = fileName
        problems = RowProblems(limit: problemLimit)
        reader = try CSVReader(source: source, fileName: fileName, format: map.format)
        plan = try MapPlan(map: map, header: reader.header, fileName: fileName)
        item = MappedItem(target: map.target)
    }

    /// Adds a problem that the caller found with an item, to be shown with the others.
    public func report(_ problem: RowProblem) { problems.add(problem) }

    /// The next item without a problem; nil at the end. Throws only what the source throws.
    public func next() throws -> MappedItem? {
        while let first = try takeRow() {
            isSound = !followsBadRow
            followsBadRow = false
            begin(first)
            if let column = plan.groupColumn { try joinRows(column) }
            if item.memberCount == 0, let group = map.target.group, isSound {
                report(.emptyGroup, item.line, group.name, [:])
            }
            guard isSound else { continue }
            itemCount += 1
            return item
        }
        return nil
    }

    // MARK: Rows

    private func takeRow() throws -> CSVRow? {
        if let row = pending {
            pending = nil
            return row
        }
        while true {
            switch try reader.next() {
            case .end: return nil
            case .problem(let problem):
                problems.add(problem)
                followsBadRow = plan.groupColumn != nil
            case .row(let row):
                if !plan.skips(row) { return row }
                skippedRowCount += 1
            }
        }
    }

    private func joinRows(_ column: Int) throws {
        guard item.groupKeyValue.isPresent else { return }
        while let row = try takeRow() {
            guard row[column].equals(item.bytes(item.groupKeyValue)) else {
                pending = row
                break
            }
            join(row)
        }
        if followsBadRow { isSound = false }
    }

    private func begin(_ row: CSVRow) {
        item.clear()
        item.line = row.line
        if let column = plan.groupColumn {
            item.groupKeyValue = key(row, column)
            if let key = item.groupKey, !seenGroups.insert(key) {
                report(.itemComesBack, row.line, reader.header[column], ["found": Self.clipped(key)])
            }
        }
        if let column = plan.sourceColumn {
            item.sourceKeyValue = key(row, column)
            checkLength(of: item.sourceKeyValue, row, column)
            if let key = item.sourceKey, !seenSources.insert(key) {
                report(.repeatedSourceKey, row.line, reader.header[column], ["found": Self.clipped(key)])
            }
        }
        for index in plan.fields.indices {
            item.fields[index] = plan.fields[index].map { evaluate($0, row) } ?? MappedValue()
        }
        addMembers(row)
    }

    /// Adds a further row to the item: what the rows share must be the same.
    private func join(_ row: CSVRow) {
        if let column = plan.sourceColumn, !row[column].equals(item.bytes(item.sourceKeyValue)) {
            disagree(row, reader.header[column], item.sourceKeyValue, row[column])
        }
        for index in plan.fields.indices {
            guard let field = plan.fields[index] else { continue }
            scratch.clear()
            let shared = item.fields[index]
            guard case .bytes(let bytes) = field.raw(row, scratch) else {
                _ = evaluate(field, row)
                continue
            }
            if bytes.equals(item.bytes(shared)) || (!shared.isPresent && bytes.isBlank) { continue }
            disagree(row, field.field.name, shared, bytes)
        }
        addMembers(row)
    }

    private func addMembers(_ row: CSVRow) {
        for member in plan.members where !member.skips(row) {
            for field in member.fields { item.members.append(field.map { evaluate($0, row) } ?? MappedValue()) }
            item.memberLines.append(row.line)
        }
    }

    private func checkLength(of key: MappedValue, _ row: CSVRow, _ column: Int) {
        guard key.length > map.target.sourceBytes else { return }
        report(
            .textTooLong, row.line, reader.header[column],
            ["expected": String(map.target.sourceBytes), "found": String(key.length)])
    }

    private func key(_ row: CSVRow, _ column: Int) -> MappedValue {
        let bytes = row[column]
        if bytes.isBlank {
            report(.blankValue, row.line, reader.header[column], ["column": reader.header[column]])
            return MappedValue()
        }
        return MappedValue(isPresent: true, start: item.arena.append(bytes), length: bytes.count)
    }
}
