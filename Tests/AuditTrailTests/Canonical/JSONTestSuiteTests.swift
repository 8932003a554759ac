import AuditTrail
import Foundation
import Testing

private enum JSONTestSuite {
    static let folder = VectorFile.repository.deletingLastPathComponent()
        .appending(path: "shared/vectors/jsontestsuite")
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// The public JSON test suite (github.com/nst/JSONTestSuite), where it lies beside the repository. Its `y_` files are
/// JSON, but few of them are canonical lines; every file is one line, its bytes taken exactly.
@Suite(.enabled(if: JSONTestSuite.isThere, "the public vectors do not lie beside the repository"))
struct JSONTestSuiteTests {
    /// Every file that is a canonical line, in both folders; all others are refused.
    static let canonical: Set<String> = ["y_object_basic.json", "y_object_empty.json", "y_object_simple.json"]

    @Test(arguments: ["test_parsing", "test_transform"])
    func `exactly the listed files are canonical lines`(folder: String) throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: JSONTestSuite.folder.appending(path: folder), includingPropertiesForKeys: nil)
        #expect(files.count > 20)
        for file in files.sorted(by: { $0.path < $1.path }) {
            let line = [UInt8](try Data(contentsOf: file))
            let name = file.lastPathComponent
            do {
                let object = try CanonicalScanner.scan(line)
                #expect(Self.canonical.contains(name), "accepted: \(name)")
                #expect(!name.hasPrefix("n_"), "not JSON, but accepted: \(name)")
                #expect(try object.line() == line, "\(name)")
            } catch let error as AuditError {
                #expect(!Self.canonical.contains(name), "refused: \(name): \(error.parameters)")
            }
        }
    }

    @Test func `every listed file is in the suite`() {
        for name in Self.canonical {
            let paths = ["test_parsing", "test_transform"].map {
                JSONTestSuite.folder.appending(path: "\($0)/\(name)").path
            }
            #expect(paths.contains { FileManager.default.fileExists(atPath: $0) }, "\(name)")
        }
    }
}
