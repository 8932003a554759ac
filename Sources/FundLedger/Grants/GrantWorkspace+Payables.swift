import AuditTrail
import ReferenceData
import Storage

/// Something that is to be paid. Cents.
public struct GrantPayable: Sendable, Equatable {
    /// Of the record that made it.
    public let sequence: Int64
    public let grant: GrantID
    public let recipient: String
    public let kind: GrantState.Payable.Kind
    public let date: CalendarDate
    public let amount: Int64
    public let offset: Int64
    /// Payments issued, less those rejected.
    public let paid: Int64
    public var left: Int64 { amount - offset - paid }
}

/// Where payments meet grants.
extension GrantWorkspace {
    /// A payable in force. Refuses: E-GRT-047.
    public func payable(_ sequence: Int64) throws -> GrantPayable {
        let owner = try owner(of: sequence).map { try file(GrantID(fund: fund, number: $0)) }
        guard let owner, let payable = owner.state.payables[sequence] else {
            throw GrantError(.payableUnknown, ["payable": String(sequence), "fund": fund.rawValue])
        }
        return GrantPayable(
            sequence: sequence, grant: owner.id, recipient: owner.opening.recipient, kind: payable.kind,
            date: payable.date, amount: payable.amount, offset: payable.offset, paid: payable.paid)
    }

    private func owner(of sequence: Int64) throws -> Int64? {
        if let kept = owners[sequence] { return kept }
        return try session.connection.first(
            "SELECT grant_number FROM payable WHERE register = ? AND sequence = ?", [register, .integer(sequence)]
        ) { $0.int(0) }
    }

    /// A payment of a payable, by the record at `sequence`; once a record and payable. Refuses: E-GRT-047, E-GRT-049.
    public func pay(_ amount: Int64, of payable: Int64, at sequence: Int64, on date: CalendarDate) throws {
        try take(.paid(amount, payable: payable), of: payable, at: sequence, on: date)
    }

    /// A payment that came back: so much is left again. Refuses: E-GRT-047, E-GRT-054.
    public func reject(_ amount: Int64, of payable: Int64, at sequence: Int64, on date: CalendarDate) throws {
        try take(.rejected(amount, payable: payable), of: payable, at: sequence, on: date)
    }

    private func take(_ act: GrantAct, of payable: Int64, at sequence: Int64, on date: CalendarDate) throws {
        var file = try self.file(self.payable(payable).grant)
        try file.take(GrantStep(sequence: sequence, date: date, act: act), facts(of: file))
        keep([file])
    }
}
