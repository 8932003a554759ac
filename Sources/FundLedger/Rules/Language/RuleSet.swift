import ReferenceData

/// The name and version of a rule set, `fdmt@3`.
public struct RuleSetVersion: Hashable, Sendable {
    public let name: String
    /// 1 or more.
    public let version: Int64

    public init(name: String, version: Int64) {
        self.name = name
        self.version = version
    }

    /// Nil where the text is no `name@version`.
    init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, RuleForm.isSetName(parts[0]), let version = Int64(parts[1]), version > 0,
            String(version) == parts[1]
        else { return nil }
        self.init(name: parts[0], version: version)
    }

    public var text: String { "\(name)@\(version)" }
}

/// A compiled set of transferability rules (docs/rules.en.md): what binds.
///
/// Made from a file by `RuleSource`, or read back from its canonical form (`init(compiled:)`); either way all that
/// sections 2 to 5 and 9 ask for holds.
public struct RuleSet: Hashable, Sendable {
    public enum Status: String, CaseIterable, Hashable, Sendable {
        case inForce = "in-force"
        /// No legal force, said wherever it shows.
        case illustrative
        /// Law that was in force and no longer is.
        case historical
    }

    public struct Attribute: Hashable, Sendable {
        public let name: String
        /// Ascending; empty for any.
        public let values: [String]
    }

    public struct Authority: Hashable, Sendable {
        public let id: String
        public let name: BilingualText
    }

    public var identity: RuleSetVersion
    public var title: BilingualText
    public var proposedBy: BilingualText
    public var decidedBy: BilingualText
    public var instrument: BilingualText
    public var status: Status
    /// Nil: either fund.
    public var fund: FundCode?
    public var from: CalendarDate
    public var until: CalendarDate?
    public var replaces: RuleSetVersion?
    /// Ascending by name.
    public var attributes: [Attribute]
    /// In the order written.
    public var authorities: [Authority]
    /// Ascending by id, at least one.
    public var rules: [TransferRule]

    /// Whether the day lies between its first and last.
    public func rules(on day: CalendarDate) -> Bool { day >= from && until.map { day <= $0 } ?? true }

    public func rule(_ id: String) -> TransferRule? { rules.first { $0.id == id } }
}
