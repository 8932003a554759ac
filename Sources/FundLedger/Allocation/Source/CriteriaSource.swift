import AuditTrail
import ReferenceData

/// A file of allocation criteria that was read, with the files that it reads.
public struct CriteriaSource: Sendable {
    public let criteria: AllocationCriteria
    /// SHA-256 of the file.
    public let sha256: Digest
    /// The files that it reads, each once, in the order in which it names them.
    public let inputs: [AllocationRun.Input]

    /// Reads a file of criteria. `read` gives the bytes of a file that it names. Refuses with a `CriteriaRefusal` that
    /// names every fault: one for each part of the heading, each measure and each envelope that has one.
    public init(yaml: [UInt8], file: String, read: @escaping (String) throws -> [UInt8]) throws {
        var compiler = CriteriaCompiler(file: file, read: read)
        self = try compiler.compile(yaml)
    }

    init(criteria: AllocationCriteria, sha256: Digest, inputs: [AllocationRun.Input]) {
        self.criteria = criteria
        self.sha256 = sha256
        self.inputs = inputs
    }
}

/// Compiles one file, and gathers what is wrong with it.
struct CriteriaCompiler {
    let file: String
    let read: (String) throws -> [UInt8]
    private var problems: [any Error] = []
    /// The files read, by name.
    var kept: [String: [UInt8]] = [:]
    var inputs: [AllocationRun.Input] = []
    /// The codes of the list of envelopes, ascending.
    var codes: [String] = []

    init(file: String, read: @escaping (String) throws -> [UInt8]) {
        self.file = file
        self.read = read
    }

    mutating func compile(_ yaml: [UInt8]) throws -> CriteriaSource {
        guard let root = attempt({ compiler in try RuleNode(yaml: yaml, file: compiler.file) }),
            let top = attempt({ _ in try root.section(CriteriaVocabulary.root) })
        else { throw refusal }
        // What values are given for is known before they are read: without the list nothing else can be judged.
        guard let targets = attempt({ try $0.targets(top) }), problems.isEmpty else { throw refusal }
        codes = targets.map(\.envelope)
        let heading = self.heading(top)
        let measures = self.measures(top)
        let floor = attempt { _ in try top["floor"].map(Self.bound) }
        let ceiling = attempt { _ in try top["ceiling"].map(Self.bound) }
        let guarantee = attempt { try $0.guarantee(top) }
        guard problems.isEmpty, let heading, let measures, let floor, let ceiling, let guarantee else { throw refusal }
        let criteria = AllocationCriteria(
            name: heading.name, title: heading.title, status: heading.status, agreed: heading.agreed,
            approved: heading.approved, measures: measures, floor: floor, ceiling: ceiling, guarantee: guarantee,
            targets: targets)
        return CriteriaSource(criteria: criteria, sha256: SHA256.hash(yaml), inputs: inputs)
    }

    /// What the body reads; nil, and its refusal kept, where it refuses.
    mutating func attempt<Value>(_ body: (inout CriteriaCompiler) throws -> Value) -> Value? {
        do {
            return try body(&self)
        } catch let refusal as CriteriaRefusal {
            problems += refusal.problems
        } catch {
            problems.append(error)
        }
        return nil
    }

    private var refusal: CriteriaRefusal { CriteriaRefusal(file: file, problems: problems) }
}

extension RuleNode {
    /// A fault of criteria at this place.
    func fault(_ code: AllocationError.Code, _ parameters: [String: String] = [:]) -> AllocationError {
        let place = ["file": file, "path": path, "line": String(tree.line), "column": String(tree.column)]
        return AllocationError(code, parameters.merging(place) { given, _ in given })
    }
}
