import AuditTrail
import ReferenceData
import Storage

/// The budgetary postings that the library adds to what a person says: nobody has to type them.
extension JournalWorkspace {
    /// The postings of a spending, with those that its envelopes give. Those of a year without budget control, and
    /// those that have budgetary postings already, stay as they are. Refuses: E-ENV-023, E-ENV-010.
    func withBudget(_ postings: [Posting], in year: FiscalYear) throws -> [Posting] {
        guard try self.year(year.startYear)?.isControlled == true,
            postings.contains(where: { $0.envelope != nil }),
            try !postings.contains(where: { try account($0.account)?.accountClass.isBudgetary == true })
        else { return postings }
        let movement = try budgets().spending(postings)
        var order: [String] = []
        for posting in postings {
            guard let envelope = posting.envelope, !order.contains(envelope) else { continue }
            order.append(envelope)
        }
        return postings + (try self.postings(of: movement, order))
    }

    /// The postings of a movement, the debits of an envelope first. Refuses: E-ENV-023.
    func postings(of movement: BudgetMovement, _ envelopes: [String]) throws -> [Posting] {
        var postings: [Posting] = []
        for envelope in envelopes {
            let moved = AccountClass.allCases.compactMap { accountClass in
                movement.sums[.init(envelope, accountClass)].map { (accountClass, $0) }
            }
            for (accountClass, cents) in moved.filter({ $0.1 > 0 }) + moved.filter({ $0.1 < 0 }) {
                postings.append(
                    Posting(account: try budgetAccount(accountClass), amount: Cents(cents), envelope: envelope))
            }
        }
        return postings
    }

    /// The lowest open code of a budgetary class. Refuses: E-ENV-023.
    private func budgetAccount(_ accountClass: AccountClass) throws -> String {
        if let kept = budgetAccounts[accountClass], accounts[kept]?.isOpen ?? true { return kept }
        let code = try session.connection.first(
            "SELECT min(code) FROM account WHERE register = ? AND class = ? AND closed IS NULL",
            [.integer(session.register.number), .text(accountClass.rawValue)]
        ) { $0.isNull(0) ? nil : $0.string(0) }
        guard let code, let code else {
            throw LedgerError(.budgetAccountMissing, ["class": accountClass.rawValue, "fund": fund.rawValue])
        }
        budgetAccounts[accountClass] = code
        return code
    }
}
