import AuditTrail

/// `agreement.learnt/1`: the companion says that a module is learnt. FORMAT.md, section 20.4.
public struct AgreementLearnt: AgreementRecord, Equatable {
    public static let move = AgreementMove.learnt
    public static let rules = KindRules.services(.agent, .coordinator)

    public let head: AgreementHead
    /// A subject: the companion in force.
    public let companion: String
    public let module: String

    public init(_ head: AgreementHead, module: String, companion: String) {
        self.head = head
        self.companion = companion
        self.module = module
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try AgreementHead(from: &reader)
        companion = try reader.subject("companion")
        module = try reader.string("module", ServiceGrammar.isCode)
    }

    public var act: AgreementAct { .learnt(module, companion: companion) }
    public var said: [String: CanonicalValue?] { ["companion": .string(companion), "module": .string(module)] }
}
