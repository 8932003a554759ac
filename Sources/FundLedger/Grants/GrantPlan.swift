import AuditTrail
import ReferenceData

/// What a grant has for one fiscal year. FORMAT.md, section 19, PLAN.
public struct GrantPlanLine: Sendable, Equatable {
    public let year: FiscalYear
    /// Cents; zero or more.
    public let amount: Int64
    /// Where the year is opened with budget control.
    public let envelope: String?

    public static let most = 21

    public init(year: FiscalYear, amount: Int64, envelope: String? = nil) {
        self.year = year
        self.amount = amount
        self.envelope = envelope
    }

    /// What is wrong with the shape of a plan; nil where nothing is.
    static func fault(of plan: [GrantPlanLine]) -> String? {
        if !(1...most).contains(plan.count) { return "count" }
        if zip(plan, plan.dropFirst()).contains(where: { $0.year >= $1.year }) { return "order" }
        if plan.contains(where: { $0.amount < 0 }) { return "amount" }
        guard let total = GrantPlanLine.total(plan) else { return "amount" }
        return total > 0 ? nil : "zero"
    }

    /// Cents; nil where they leave 64 bits.
    public static func total(_ plan: [GrantPlanLine]) -> Int64? {
        var total: Int64 = 0
        for line in plan {
            let (sum, overflow) = total.addingReportingOverflow(line.amount)
            if overflow { return nil }
            total = sum
        }
        return total
    }
}

/// When a grant is to be paid, and for what. FORMAT.md, section 19, INSTALMENTS.
public struct GrantInstalment: Sendable, Equatable {
    public enum Kind: String, CaseIterable, Sendable { case advance, claim, final }

    public let date: CalendarDate
    /// Cents; above zero.
    public let amount: Int64
    public let kind: Kind

    public static let most = 200

    public init(date: CalendarDate, amount: Int64, kind: Kind) {
        self.date = date
        self.amount = amount
        self.kind = kind
    }

    static func fault(of instalments: [GrantInstalment]) -> String? {
        if !(1...most).contains(instalments.count) { return "count" }
        if zip(instalments, instalments.dropFirst()).contains(where: { $0.date > $1.date }) { return "order" }
        return instalments.contains { $0.amount <= 0 } ? "amount" : nil
    }
}

/// What a party brings to what a grant is for. FORMAT.md, section 19, CONTRIBUTIONS.
public struct GrantContribution: Sendable, Equatable {
    public let party: String
    /// Cents; zero or more.
    public let amount: Int64

    public static let most = 50
    public static let partyBytes = 1...200

    public init(party: String, amount: Int64) {
        self.party = party
        self.amount = amount
    }

    static func fault(of contributions: [GrantContribution]) -> String? {
        if !(1...most).contains(contributions.count) { return "count" }
        if contributions.contains(where: { !partyBytes.contains($0.party.utf8.count) }) { return "party" }
        return contributions.contains { $0.amount < 0 } ? "amount" : nil
    }
}

// MARK: As members of records

extension CanonicalObject.Reader {
    /// A PLAN. Refuses: E-AUD-001.
    mutating func plan() throws -> [GrantPlanLine] {
        let plan = try readers("plan").map { item in
            var item = item
            let amount = try item.count("amount")
            let envelope = try item.optionalString("envelope", EnvelopeCode.isValid)
            let year = try FiscalYear(parsing: item.string("year"))
            try item.finish()
            return GrantPlanLine(year: year, amount: amount, envelope: envelope)
        }
        if let fault = GrantPlanLine.fault(of: plan) { throw malformed("plan", fault) }
        return plan
    }

    mutating func instalments() throws -> [GrantInstalment] {
        let instalments = try readers("instalments").map { item in
            var item = item
            let amount = try item.count("amount", least: 1)
            let date = try CalendarDate(iso: item.string("date"))
            let text = try item.string("kind")
            guard let kind = GrantInstalment.Kind(rawValue: text) else { throw item.malformed("kind", text) }
            try item.finish()
            return GrantInstalment(date: date, amount: amount, kind: kind)
        }
        if let fault = GrantInstalment.fault(of: instalments) { throw malformed("instalments", fault) }
        return instalments
    }

    mutating func contributions() throws -> [GrantContribution] {
        let contributions = try readers("contributions").map { item in
            var item = item
            let amount = try item.count("amount")
            let party = try item.text("party", bytes: GrantContribution.partyBytes)
            try item.finish()
            return GrantContribution(party: party, amount: amount)
        }
        if let fault = GrantContribution.fault(of: contributions) { throw malformed("contributions", fault) }
        return contributions
    }

    /// An array of entries, so many at most. Refuses: E-AUD-001.
    mutating func entries(most: Int) throws -> [EntryID] {
        let entries = try strings("entries").map { try EntryID(parsing: $0) }
        guard entries.count <= most else { throw malformed("entries", String(entries.count)) }
        return entries
    }

    mutating func entry(_ name: String = "entry") throws -> EntryID { try EntryID(parsing: string(name)) }
    mutating func year() throws -> FiscalYear { try FiscalYear(parsing: string("year")) }
    mutating func authority() throws -> GrantAuthority {
        let text = try string("authority")
        guard let authority = GrantAuthority(rawValue: text) else { throw malformed("authority", text) }
        return authority
    }
}

extension CanonicalValue {
    static func of(_ plan: [GrantPlanLine]) -> CanonicalValue {
        .array(
            plan.map { line in
                var object = CanonicalObject(["amount": .integer(line.amount), "year": .string(line.year.text)])
                object["envelope"] = line.envelope.map { .string($0) }
                return .object(object)
            })
    }

    static func of(_ instalments: [GrantInstalment]) -> CanonicalValue {
        .array(
            instalments.map {
                .object([
                    "amount": .integer($0.amount), "date": .string($0.date.iso), "kind": .string($0.kind.rawValue),
                ])
            })
    }

    static func of(_ contributions: [GrantContribution]) -> CanonicalValue {
        .array(contributions.map { .object(["amount": .integer($0.amount), "party": .text($0.party)]) })
    }

    static func of(_ entries: [EntryID]) -> CanonicalValue { .array(entries.map { .string($0.text) }) }
}
