import Foundation
import Testing

@testable import AuditTrail

/// How the files of a bundle are read and compared, whatever they hold.
@Suite final class BundleReadingTests {
    let path = NSTemporaryDirectory() + "bundle-reading-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: path + "/records", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: path + "/documents", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private func surveyed() throws -> BundleFolder {
        let folder = try BundleFolder(path)
        #expect(try folder.survey { Issue.record($0) })
        return folder
    }

    @Test func linesAreReadAgainFromWhicheverSegmentTheyLieIn() throws {
        let lines = (1...140).map { Array("line \($0)".utf8) }
        for (name, part) in [("1", lines[..<70]), ("2", lines[70..<75]), ("3", lines[75...])] {
            try put(part.flatMap { $0 + [0x0A] }, path + "/records/" + name)
        }
        let reader = SegmentReader(try surveyed(), segments: ["records/1", "records/2", "records/3"])
        var read: [[UInt8]] = []
        let fault = try reader.forEachLine { read.append(Array($0)) }
        #expect(read == lines)
        #expect(fault == AuditError(.segmentShape, ["file": "records/1", "line": "71", "reason": "count"]))
        for sequence in [140, 1, 70, 71, 75, 76, 64, 65, 128, 129, 2] {
            #expect(try reader.line(Int64(sequence)) == lines[sequence - 1])
        }
        for sequence: Int64 in [-1, 0, 141] {
            #expect(throws: AuditError(.recordUnknown, ["record": String(sequence)])) { _ = try reader.line(sequence) }
        }
    }

    /// The line where a file differs from what is derived.
    private func difference(_ file: String?, _ derived: [String]) throws -> String? {
        try? FileManager.default.removeItem(atPath: path + "/a.csv")
        if let file { try put(Array(file.utf8), path + "/a.csv") }
        let comparison = try DerivedComparison(in: surveyed())
        try comparison.begin(["a.csv"])
        for piece in derived {
            try Array(piece.utf8).withUnsafeBytes { try comparison.write($0, to: "a.csv") }
        }
        let found = try comparison.difference { _ in true }
        #expect(found == nil || found?.code == .derivedDiffers && found?.parameters["file"] == "a.csv")
        return found?.parameters["line"]
    }

    @Test func theFirstLineThatDiffersIsNamed() throws {
        #expect(try difference("one\ntwo\nthree\n", ["one\ntwo\nthree\n"]) == nil)
        #expect(try difference("one\ntwo\nthree\n", ["one\ntw", "o\nthr", "ee\n"]) == nil)
        #expect(try difference("one\ntwo\nthree\n", ["one\ntwo\nthrex\n"]) == "3")
        #expect(try difference("one\ntwo\nthree\n", ["one\nt", "xo\nthree\n"]) == "2")
        #expect(try difference("one\ntwo\nthree\n", ["two\none\nthree\n"]) == "1")
        #expect(try difference("one\ntwo\n", ["one\ntwo\nthree\n"]) == "3")
        #expect(try difference("one\ntwo\nthree\n", ["one\ntwo\n"]) == "3")
        #expect(try difference("one\ntwo\nthree\n", []) == "1")
        #expect(try difference("", ["one\n"]) == "1")
        #expect(try difference("", []) == nil)
        #expect(try difference(nil, ["one\n"]) == "1")
        #expect(try difference(nil, []) == "1")
    }

    @Test func aFileIsReadAsItWasSurveyedOrNotAtAll() throws {
        try put([1, 2, 3], path + "/a.csv")
        let folder = try surveyed()
        #expect(try BundleFile("a.csv", in: folder).contents(limit: 3) == [1, 2, 3])
        try put([1, 2, 3, 4], path + "/a.csv")
        #expect(throws: AuditError(.bundleUnreadable, ["file": "a.csv", "errno": "0"])) {
            _ = try BundleFile("a.csv", in: folder)
        }
    }

    @Test func aTextHasNoHolesAndADocumentMay() throws {
        for name in ["a.csv", "documents/a"] {
            try put([1], path + "/" + name)
            let file = try #require(FileHandle(forWritingAtPath: path + "/" + name))
            try file.truncate(atOffset: 1 << 20)
            try file.close()
        }
        let folder = try surveyed()
        #expect(try BundleFile("documents/a", in: folder).digest() != SHA256.empty)
        #expect(throws: AuditError(.bundleFileKind, ["file": "a.csv", "found": "sparse"])) {
            _ = try BundleFile("a.csv", in: folder)
        }
    }
}
