import Storage
import Testing

@testable import AuditTrail

/// While a history is replayed: what the schema does not take is the history's fault, all else is the store's.
@Suite struct StorageFaultTests {
    @Test(arguments: StorageError.Code.allCases)
    func onlyRowsThatTheSchemaRefusesAreAboutContent(code: StorageError.Code) {
        #expect(StorageError(code).isAboutContent == (code == .constraint || code == .tooBig))
    }
}
