import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// A story of random operations on a book, and the paper books that follow it.
final class RandomStory {
    let sample: SampleBook
    var model: [FundCode: ModelBooks] = [:]
    private(set) var refusals: [LedgerError.Code: Int] = [:]
    private var dice: Dice
    private static let years = ["2024-2025", "2025-2026", "2026-2027"]

    init(seed: UInt64) throws {
        sample = try SampleBook(years: ["2025-2026"], founders: ["marie"])
        dice = Dice(seed)
        for fund in FundCode.allCases {
            var books = ModelBooks()
            for account in ChartTemplate.quebec(for: fund) {
                books.open.insert(account.code)
                books.classes[account.code] = account.accountClass
            }
            books.years = [try FiscalYear(parsing: "2025-2026")]
            model[fund] = books
        }
    }

    func run(_ steps: Int) throws {
        for _ in 0..<steps {
            let fund = dice.pick(FundCode.allCases)
            switch dice.number(0...99) {
            case 0..<45: try post(fund)
            case 45..<60: try refuse(fund)
            case 60..<72: try reverse(fund)
            case 72..<82: try move(fund)
            case 82..<88: try annul(fund)
            case 88..<92: try openAccount(fund)
            case 92..<97: try closeAccount(fund)
            default: try openYear(fund)
            }
        }
    }

    private func books(_ fund: FundCode) -> ModelBooks { model[fund] ?? ModelBooks() }

    // MARK: Operations

    /// The dry run first: it changes nothing and says what the real one then says.
    private func write(_ funds: [FundCode], _ body: ((FundCode) throws -> RegisterSession) throws -> [JournalEntry]) throws {
        let before = try sample.dump()
        let tried = try sample.write(funds, dryRun: true, body)
        #expect(try sample.dump() == before, "a dry run wrote something")
        let done = try sample.write(funds, body)
        #expect(done == tried, "the dry run said something else")
        for entry in done {
            let sequence = try sample.read(entry.id.fund) { try $0.entry(entry.id).sequence }
            model[entry.id.fund]?.post(entry, at: sequence)
        }
    }

    private func post(_ fund: FundCode) throws {
        let draft = try draft(fund)
        try write([fund]) { [try Journal($0(fund)).post(draft)] }
    }

    private func draft(_ fund: FundCode) throws -> EntryDraft {
        let (date, period) = try day(fund)
        let postings = balanced(fund)
        return try EntryDraft(
            date: date, period: period, reference: "R-\(dice.number(1...9))", memo: "essai", postings: postings)
    }

    /// 2 to 5 postings that sum to zero, an account perhaps twice.
    private func balanced(_ fund: FundCode) -> [Posting] {
        let codes = books(fund).open.filter {
            books(fund).classes[$0]?.isBudgetary == false && $0 != InterfundMovement.dueFrom && $0 != InterfundMovement.dueTo
        }.sorted()
        var rest: Int64 = 0
        var postings: [Posting] = []
        for _ in 0..<dice.number(1...4) {
            var cents = dice.number(-1_000_000...1_000_000)
            if cents == 0 || rest + cents == 0 { cents += 1 }
            if cents == 0 || rest + cents == 0 { cents += 1 }
            rest += cents
            postings.append(Posting(account: dice.pick(codes), amount: Cents(cents)))
        }
        return postings + [Posting(account: dice.pick(codes), amount: Cents(-rest))]
    }

    /// A date in an open year, and its period or a later one.
    private func day(_ fund: FundCode) throws -> (CalendarDate, PeriodID) {
        let years = books(fund).years.sorted()
        let date = try dice.pick(years).firstDay.adding(days: Int(dice.number(0...364)))
        let own = try PeriodID(of: date)
        guard dice.number(0...5) == 0 else { return (date, own) }
        return (date, dice.pick(years.flatMap(\.periods).filter { $0.days.upperBound >= date }))
    }

    private func reverse(_ fund: FundCode) throws {
        let candidates = books(fund).entries.filter { !$0.isAnnulled && $0.reverses == nil && $0.reversedBy == nil }
        guard !candidates.isEmpty else { return }
        let original = dice.pick(candidates)
        let isOpen = original.postings.allSatisfy { books(fund).open.contains($0.account) }
        guard isOpen else {
            return try expectRefusal([.accountClosed], [fund]) { try Journal($0(fund)).reverse(original.id, date: nil, reason: "x") }
        }
        let later = dice.number(0...1) == 0 ? nil : try original.date.adding(days: 1)
        let hasYear = try later.map { try books(fund).years.contains(FiscalYear(of: $0)) } ?? true
        let date = hasYear ? later : nil
        if original.pair != nil {
            let isOtherOpen = try date.map { try books(fund.other).years.contains(FiscalYear(of: $0)) } ?? true
            try write(FundCode.allCases) { register in
                try InterfundMovement.reverse(original.id, date: isOtherOpen ? date : nil, reason: "erreur", register: register)
            }
        } else {
            try write([fund]) { [try Journal($0(fund)).reverse(original.id, date: date, reason: "erreur")] }
        }
    }

    private func move(_ fund: FundCode) throws {
        let years = books(fund).years.intersection(books(fund.other).years).sorted()
        let date = try dice.pick(years).firstDay.adding(days: Int(dice.number(0...364)))
        let movement = try InterfundMovement(
            from: fund, amount: Cents(dice.number(1...500_000)), date: date, reference: "IF", memo: "essai",
            purpose: dice.number(0...1) == 0 ? .loan : .settlement)
        try write(FundCode.allCases) { try movement.post(register: $0) }
    }

    private func annul(_ fund: FundCode) throws {
        let entries = books(fund).entries
        guard !entries.isEmpty else { return }
        let entry = dice.pick(entries)
        let record = RecordAnnulled(record: entry.sequence, reason: "erreur", consent: .alone)
        let reasons: [LedgerError.Code] = [
            entry.isAnnulled ? .annulledAlready : nil, entry.reversedBy != nil ? .annulledWhileReversed : nil,
            entry.pair != nil ? .annulledPair : nil,
        ].compactMap { $0 }
        if reasons.isEmpty {
            try sample.write([fund]) { try $0(fund).append(record) }
            model[fund]?.annul(entry.id)
        } else {
            try expectRefusal(reasons, [fund]) { try $0(fund).append(record) }
        }
    }

    private func openAccount(_ fund: FundCode) throws {
        let code = "X\(dice.number(1...30))"
        let account = try Account(
            code: code, name: "Essai \(code)", class: dice.pick([.asset, .expense, .spent]), line: nil)
        guard books(fund).classes[code] == nil else {
            return try expectRefusal([.accountKnown], [fund]) { try $0(fund).append(AccountOpened(account)) }
        }
        try sample.write([fund]) { try $0(fund).append(AccountOpened(account)) }
        model[fund]?.open.insert(code)
        model[fund]?.classes[code] = account.accountClass
    }

    private func closeAccount(_ fund: FundCode) throws {
        let codes = books(fund).open.subtracting(["1000", InterfundMovement.dueFrom, InterfundMovement.dueTo]).sorted()
        let code = dice.pick(codes)
        guard books(fund).balance(code) == 0 else {
            return try expectRefusal([.accountHasBalance], [fund]) { try $0(fund).append(AccountClosed(account: code)) }
        }
        // The last budgetary accounts stay, so that there is something to post to.
        guard books(fund).classes[code]?.isBudgetary == false else { return }
        try sample.write([fund]) { try $0(fund).append(AccountClosed(account: code)) }
        model[fund]?.open.remove(code)
    }

    private func openYear(_ fund: FundCode) throws {
        let year = try FiscalYear(parsing: dice.pick(Self.years))
        let record = YearOpened(year: year, budget: .none)
        guard !books(fund).years.contains(year) else {
            return try expectRefusal([.yearKnown], [fund]) { try $0(fund).append(record) }
        }
        try sample.write([fund]) { try $0(fund).append(record) }
        model[fund]?.years.insert(year)
    }

    // MARK: Refusals

    /// A good entry spoilt in one way.
    private func refuse(_ fund: FundCode) throws {
        var draft = try draft(fund)
        let expected: LedgerError.Code
        let last = draft.postings.count - 1
        switch dice.number(0...7) {
        case 0:
            draft.postings = balanced(fund)
            draft.postings[0] = Posting(account: draft.postings[0].account, amount: try draft.postings[0].amount.adding(Cents(2_000_001)))
            expected = .unbalanced
        case 1:
            draft.postings.append(Posting(account: draft.postings[0].account, amount: .zero))
            expected = .zeroAmount
        case 2:
            draft.postings[last] = Posting(account: "ZZZZ", amount: draft.postings[last].amount)
            expected = .accountUnknown
        case 3:
            draft.postings[last] = Posting(account: fund == .fnf ? "1220" : "1200", amount: draft.postings[last].amount)
            expected = .accountOfOtherFund
        case 4:
            draft.postings = balanced(fund) + [Posting(account: InterfundMovement.dueFrom, amount: Cents(5)), Posting(account: "1000", amount: Cents(-5))]
            expected = .interfundWithoutPair
        case 5:
            draft.date = try CalendarDate(iso: "2031-01-01")
            expected = .yearNotOpen
        case 6:
            draft.date = try draft.period.days.upperBound.adding(days: 1)
            let isOpen = try books(fund).years.contains(FiscalYear(of: draft.date))
            expected = isOpen ? .dateAfterPeriod : .yearNotOpen
        default:
            draft.postings = [Posting(account: "1000", amount: Cents(5))]
            expected = .postingCount
        }
        let spoilt = draft
        try expectRefusal([expected], [fund]) { try Journal($0(fund)).post(spoilt) }
    }

    private func expectRefusal(
        _ codes: [LedgerError.Code], _ funds: [FundCode], _ body: ((FundCode) throws -> RegisterSession) throws -> some Any
    ) throws {
        let before = try sample.dump()
        let code = refusal { _ = try sample.write(funds, body) }
        #expect(code.map(codes.contains) ?? false, "\(String(describing: code)), not one of \(codes)")
        #expect(try sample.dump() == before, "a refusal changed something")
        if let code { refusals[code, default: 0] += 1 }
    }
}
