import AuditTrail

/// `agreement.checked/1`: the service's agent checked modules that were learnt. FORMAT.md, section 20.4.
public struct AgreementChecked: AgreementRecord, Equatable {
    public static let move = AgreementMove.checked
    public static let rules = KindRules.services(.agent)

    public let head: AgreementHead
    /// Ascending by bytes.
    public let modules: [String]

    public init(_ head: AgreementHead, modules: [String]) {
        self.head = head
        self.modules = Set(modules).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try AgreementHead(from: &reader)
        modules = try reader.strings("modules")
        guard (1...100).contains(modules.count), modules.allSatisfy(ServiceGrammar.isCode), ServiceGrammar.ascends(modules)
        else {
            throw reader.malformed("modules", String(modules.count))
        }
    }

    public var act: AgreementAct { .checked(modules) }
    public var said: [String: CanonicalValue?] { ["modules": .array(modules.map { .string($0) })] }
}
