import Foundation
import Testing

@testable import AuditTrail

/// A witness with a key folder of its own, which the keepers of books cannot touch.
final class TestWitness {
    let name: String
    let key: PrivateKey
    let keys: String
    var now = "2026-05-02T12:00:00Z"

    init(_ name: String = "witness.example") throws {
        self.name = name
        key = TestBook.key(name)
        keys = NSTemporaryDirectory() + "witness-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: keys) }

    var memory: WitnessMemory { WitnessMemory(keys: keys, witness: key.publicKey) }

    /// Cosigns a bundle; the register is pinned where it is new.
    @discardableResult
    func cosign(_ bundle: String, pin id: Digest? = nil, ledger: PrivateKey = TestBook.ledgerKey()) throws
        -> WitnessAnswer
    {
        try Witness.cosign(
            WitnessOrder(
                path: bundle, name: name, key: key, ledgerKey: id == nil ? nil : ledger.publicKey, registerID: id,
                now: now),
            memory: memory)
    }

    /// Cosigns and puts the note into the bundle.
    func cosignInto(_ bundle: String, pin id: Digest? = nil, file: String? = nil) throws {
        try TestWitness.put(try cosign(bundle, pin: id).note.bytes, bundle, file ?? name)
    }

    static func put(_ note: [UInt8], _ bundle: String, _ name: String) throws {
        try FileManager.default.createDirectory(atPath: bundle + "/cosignatures", withIntermediateDirectories: true)
        try AuditTrailTests.put(note, bundle + "/cosignatures/\(name).note")
    }
}

/// The code that witnesses and proofs are refused with; a test fails where they are not.
func witnessRefusal(_ body: () throws -> Void) -> WitnessError.Code? {
    do {
        try body()
        Issue.record("this was accepted")
        return nil
    } catch let error as WitnessError {
        return error.code
    } catch {
        Issue.record("another error: \(error)")
        return nil
    }
}

/// The code that AuditTrail refuses with; a test fails where it does not.
func auditRefusal(_ body: () throws -> Void) -> AuditError.Code? {
    do {
        try body()
        Issue.record("this was accepted")
        return nil
    } catch let error as AuditError {
        return error.code
    } catch {
        Issue.record("another error: \(error)")
        return nil
    }
}
