import AuditTrail
import ReferenceData
import Storage

/// The programmes of a fund.
public struct Programs {
    public let session: RegisterSession

    public init(_ session: RegisterSession) { self.session = session }

    /// Adds a programme; the first one sets the control accounts of the template that are not set. Refuses: E-PRG codes,
    /// E-CTL codes.
    @discardableResult
    public func add(_ program: ProgramAdded) throws -> ProgramAdded {
        guard EnvelopeCode.isValid(program.program) else {
            throw RegistryError(.programCodeMalformed, ["found": program.program])
        }
        try EntryDraft.limit("name", program.name, ProgramAdded.nameBytes.upperBound)
        try EntryDraft.limit("citation", program.citation, ProgramAdded.citationBytes.upperBound)
        try Journal(session).setTemplateControls()
        try session.append(program)
        return program
    }

    /// One programme. Refuses: E-PRG-002.
    public func program(_ code: String) throws -> ProgramAdded {
        guard let sequence = try sequence(of: code), let record = try session.record(at: sequence) as? ProgramAdded else {
            let nearest = FoldedText.nearest(to: code, among: try all().map(\.program)) ?? ""
            throw RegistryError(
                .programUnknown, ["program": code, "fund": session.register.name, "nearest": nearest])
        }
        return record
    }

    /// All of them, by code.
    public func all() throws -> [ProgramAdded] {
        try session.connection.query(
            "SELECT sequence FROM program WHERE register = ? ORDER BY code", [.integer(session.register.number)]
        ) { $0.int(0) }.compactMap { try session.record(at: $0) as? ProgramAdded }
    }

    /// The record that added it, nil where it is not known.
    func sequence(of code: String) throws -> Int64? {
        try session.connection.first(
            "SELECT sequence FROM program WHERE register = ? AND code = ?",
            [.integer(session.register.number), .text(code)]
        ) { $0.int(0) }
    }
}
