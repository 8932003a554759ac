import Foundation
import Testing

@testable import AuditTrail

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the disk and the limits of the format refuse.
@Suite struct BundleBoundsTests {
    @Test(.enabled(if: access("/dev/full", W_OK) == 0, "no /dev/full here"))
    func aFullDiskIsToldAsAFullDisk() throws {
        let file = OutputFile(path: "postings.csv", shownPath: "bundle/postings.csv", descriptor: open("/dev/full", O_WRONLY))
        let refusal = #expect(throws: AuditError.self) {
            try [UInt8](repeating: 0x61, count: 10).withUnsafeBytes { try file.append($0) }
            _ = try file.finish()
        }
        #expect(refusal == AuditError(.bundleDiskFull, ["path": "bundle/postings.csv"]))
    }

    @Test func anExportOfMoreThanAHundredThousandFilesIsRefused() throws {
        let output = BundleOutput(folder: nil)
        for number in 1...100_000 { try output.addUnlisted("documents/\(number)", []) }
        #expect(auditRefusal { try output.begin("documents/100001") } == .exportTooLarge)
    }

    @Test func aFolderOfMoreThanAHundredThousandFilesIsNotLookedThrough() throws {
        let folder = NSTemporaryDirectory() + "fundctl-many-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/records", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for number in 1...100_001 { close(creat("\(folder)/records/\(number)", 0o644)) }
        var told: [AuditError.Code] = []
        #expect(try !BundleFolder(folder).survey { told.append($0.code) })
        #expect(told == [.bundleTooManyFiles])
    }

    @Test func aFileThatChangesAfterItWasLookedAtIsNotRead() throws {
        let book = try TestBook()
        try book.post(100)
        let bundle = try book.export("one")
        let folder = try BundleFolder(bundle)
        _ = try folder.survey { Issue.record($0) }
        try put(bytes(bundle + "/checkpoint") + [0x0A], bundle + "/checkpoint")
        #expect(auditRefusal { close(try folder.descriptor(of: "checkpoint")) } == .bundleUnreadable)
        try FileManager.default.removeItem(atPath: bundle + "/checkpoint")
        #expect(auditRefusal { close(try folder.descriptor(of: "checkpoint")) } == .bundleUnreadable)
    }
}
