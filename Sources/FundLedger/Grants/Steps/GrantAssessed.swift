import AuditTrail
import ReferenceData

/// `grant.assessed/1`: what an analyst makes of it. FORMAT.md, section 19.4.
public struct GrantAssessed: GrantStepRecord, Equatable {
    public static let move = GrantMove.assessed
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    /// Cents recommended.
    public let amount: Int64?
    public let memo: String
    public let recommendation: Recommendation

    public init(_ head: GrantHead, amount: Int64?, memo: String, recommendation: Recommendation) {
        self.head = head
        self.amount = amount
        self.memo = memo
        self.recommendation = recommendation
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        amount = try reader.has("amount") ? reader.count("amount") : nil
        memo = try reader.text("memo", bytes: GrantRoles.memo)
        recommendation = try Recommendation(from: &reader)
    }

    public var entryIDs: [EntryID] { [] }

    public var members: [String: CanonicalValue?] {
        [
            "amount": amount.map { .integer($0) },
            "memo": .text(memo),
            "recommendation": .string(recommendation.rawValue),
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("memo", memo, GrantRoles.memo)]
    }

    public var act: GrantAct { .assessed }

    public enum Recommendation: String, CaseIterable, Sendable {
        case approve, refuse

        init(from reader: inout CanonicalObject.Reader) throws {
            let text = try reader.string("recommendation")
            guard let value = Recommendation(rawValue: text) else { throw reader.malformed("recommendation", text) }
            self = value
        }
    }

    /// Refuses: E-GRT-007 for an amount below zero.
    public func judgeOutside(_ grants: GrantWorkspace, _ file: GrantFile, at sequence: Int64) throws {
        guard let amount, amount < 0 else { return }
        throw GrantError(
            .amountNotPositive, ["grant": grant.text, "step": Self.move.rawValue, "amount_cents": String(amount)])
    }
}
