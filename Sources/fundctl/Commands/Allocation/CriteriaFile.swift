import ArgumentParser
import FundLedger

/// A file of allocation criteria, with the files beside it that it names.
struct CriteriaFile {
    let source: CriteriaSource
    let path: String

    /// Refuses with what is wrong with the file (`CriteriaRefusal`).
    init(_ path: String, _ call: Invocation) throws {
        self.path = path
        source = try CriteriaSource(yaml: call.readFile(path), file: path) { name in
            try InputFile.read(Self.place(of: name, beside: path))
        }
    }

    /// The files that can be kept as documents, each with the SHA-256 under which it was read.
    var files: [(path: String, sha256: String)] {
        let inputs = source.inputs.map { (path: Self.place(of: $0.name, beside: path), sha256: $0.sha256.hex) }
        return path == "-" ? inputs : [(path: path, sha256: source.sha256.hex)] + inputs
    }

    /// A name in the criteria counts from the folder that they lie in.
    private static func place(of name: String, beside path: String) -> String {
        guard !name.hasPrefix("/"), path != "-", let slash = path.lastIndex(of: "/") else { return name }
        return path[...slash] + name
    }
}
