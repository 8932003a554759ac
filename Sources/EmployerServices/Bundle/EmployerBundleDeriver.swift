import AuditTrail

/// Derives the CSV files of the register of employers from its records. FORMAT.md, section 20.6. In memory that grows with
/// what the register holds.
public final class EmployerBundleDeriver: BundleDeriver {
    static let names = [
        "agreements.csv", "committees.csv", "counts.csv", "employers.csv", "establishments.csv", "figures.csv",
        "interventions.csv", "participations.csv", "targets.csv",
    ]

    public let files: [String] = []
    public let controls: ControlTotals? = nil
    private var state = DerivedServices()
    private var hasRecords = false
    private var row = CSVBytes()

    /// Nil for another register.
    public init?(register: String) {
        guard register == RegisterName.employers else { return nil }
    }

    public func files(with record: any Record, at sequence: Int64) -> [String] { Self.holds(record) ? Self.names : [] }

    public func mayHave(_ file: String) -> Bool { Self.names.contains(file) }

    public func verdict(of file: String) -> VerdictName { .figures }

    /// Whether a record is of section 20.
    private static func holds(_ record: any Record) -> Bool { type(of: record).rules.verdict == .figures }

    public func take(
        _ record: any Record, at sequence: Int64, into sink: any BundleSink, lookUp: (Int64) throws -> any Record
    ) throws {
        hasRecords = hasRecords || Self.holds(record)
        state.take(record, at: sequence)
    }

    public func finish(into sink: any BundleSink) throws {
        guard hasRecords else { return }
        for file in Self.files(of: state) {
            try Array((file.header + "\n").utf8).withUnsafeBytes { try sink.write($0, to: file.name) }
            for fields in try file.rows() {
                row.begin()
                for field in fields { row.field(field) }
                try row.end { try sink.write($0, to: file.name) }
            }
        }
    }

    /// One file: its name, its first line, its rows.
    struct File {
        let name: String
        let header: String
        let rows: () throws -> [[String]]
    }

    private static func files(of state: DerivedServices) -> [File] {
        [
            File(
                name: "agreements.csv",
                header: "agreement,record,employer,counted_as,office,region,standard,committee,state,drafted,signed,begins,ends,"
                    + "modules,learnt,checked", rows: state.agreementRows),
            File(name: "committees.csv", header: "committee,name,sector,neq,seats_filled,grants", rows: state.committeeRows),
            File(name: "counts.csv", header: "what,count", rows: state.countRows),
            File(
                name: "employers.csv",
                header: "employer,name,form,scian,region,office,employees,state,merged_into,since_record",
                rows: state.employerRows),
            File(
                name: "establishments.csv", header: "employer,establishment,name,region,office,scian,employees,state",
                rows: state.establishmentRows),
            File(name: "figures.csv", header: "month,indicator,version,level,published,recounted", rows: state.figureRows),
            File(
                name: "interventions.csv",
                header: "intervention,record,employer,counted_as,establishment,measure,office,region,begins,ends,result,grant,"
                    + "state", rows: state.interventionRows),
            File(
                name: "participations.csv",
                header: "participation,record,employer,office,region,programme,date,ended,result,state",
                rows: state.participationRows),
            File(name: "targets.csv", header: "indicator,year,level,initial,revised,decimals,gap", rows: state.targetRows),
        ]
    }
}
