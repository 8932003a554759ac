import ArgumentParser
import AuditTrail
import EmployerServices
import FundLedger
import ReferenceData

/// `fundctl report accountability --year Y [--level L]`.
struct AccountabilityReport: FundctlCommand {
    static let help = CommandHelp(
        "accountability",
        summary: Message(fr: "La reddition de comptes d'un exercice : cibles, résultats, écarts, suivi", en: "The accountability report of a year: targets, results, gaps, follow-up"),
        examples: [
            .init("fundctl report accountability --year 2026-2027"),
            .init(
                "fundctl report accountability --year 2026-2027 --level region-06 --format html -o reddition.html",
                Message(fr: "une région et ses bureaux, à imprimer", en: "a region and its offices, to print")),
            .init("fundctl report accountability --year 2026-2027 --format csv -o reddition.csv"),
        ],
        details: [
            Message(
                fr: """
                    Le tableau annuel (cible, cible révisée, résultat, écart, explication) au niveau demandé et à ceux qui en \
                    relèvent, le suivi mensuel, les redressements, ce que coûtent une entreprise et une entente avec les termes du \
                    calcul, les stratégies et évaluations, et les définitions employées.
                    """,
                en: """
                    The annual table (target, revised target, result, gap, explanation) at the level asked for and those under \
                    it, the monthly follow-up, restatements, what a firm and an agreement cost with the terms of the reckoning, \
                    strategies and evaluations, and the definitions used.
                    """),
            IndicatorWords.oncePerLevel,
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv, .html]

    @OptionGroup var year: IndicatorYearOption
    @OptionGroup var level: LevelOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let year = try self.year.read(call), level = try self.level.read()
        let view = try call.openBookToRead().read { reading in
            AccountabilityView(try Accountability(year, level, in: reading))
        }
        return view.result
    }
}

/// What the report is made of: one snapshot of the register, with the funds' ledgers for the costs.
struct Accountability {
    let year: FiscalYear
    let level: Level
    /// Of the register of employers: how many records it saw, when the last was sealed, the book's name.
    let sequence: Int64
    let sealed: String
    let origin: String
    let indicators: [IndicatorYear]
    let published: [PeriodID]
    let costs: [UnitCost]
    let notes: [FollowUpNoted]
    /// Office → its region.
    let offices: [String: String]

    /// Refuses: E-AUD-023; E-LST-001.
    init(_ year: FiscalYear, _ level: Level, in reading: BookReading) throws {
        let session = try reading.register(RegisterName.employers)
        let services = ServicesReader(session)
        try services.requireKnown(level)
        self.year = year
        self.level = level
        sequence = session.register.size
        sealed = session.register.time
        origin = session.register.origin
        let figures = IndicatorReading(session)
        indicators = try figures.years(year)
        isOver = figures.isOver(year)
        published = try services.publishedMonths(of: year)
        notes = try services.followUps(of: year).map(\.record)
        offices = try services.regionsOfOffices()
        costs = try CostReckoning(services, reading).costs(indicators, at: level)
    }

    /// Whether the year had ended when the register was last sealed: gaps are then final.
    let isOver: Bool

    /// The levels of the report: that asked for, then those right under it that have a figure or a target.
    func levels(of indicator: IndicatorYear) -> [Level] {
        [level] + indicator.levels.filter { $0 != level && isUnder($0) }
    }

    /// Regions are under the whole, offices under their region.
    private func isUnder(_ other: Level) -> Bool {
        switch (level, other) {
        case (.national, .region): true
        case (.region(let region), .office(let office)): offices[office.text] == region.code
        default: false
        }
    }

    /// The sum of the levels right under, where it is not the level's own figure.
    func sumUnder(_ indicator: IndicatorYear) -> (own: Int64, sum: Int64)? {
        let under = levels(of: indicator).dropFirst()
        guard indicator.definition.method.isComputed, !under.isEmpty, let own = indicator.result(level) else { return nil }
        let sum = under.compactMap { indicator.result($0) }.reduce(0, +)
        return sum == own ? nil : (own, sum)
    }
}
