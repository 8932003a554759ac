import ReferenceData
import Testing

/// The refusal of the body, or a failed expectation.
@discardableResult
func refusal(
    _ code: ReferenceError.Code, _ location: SourceLocation = #_sourceLocation, of body: () throws -> Void
) -> ReferenceError? {
    do {
        try body()
        Issue.record("expected \(code.rawValue), got none", sourceLocation: location)
    } catch let error as ReferenceError {
        #expect(error.code == code, "\(error.parameters)", sourceLocation: location)
        return error
    } catch {
        Issue.record("expected \(code.rawValue), got \(error)", sourceLocation: location)
    }
    return nil
}

@Suite struct CodeTests {
    @Test func everyCodeIsUniqueAndOfThisLibrary() {
        let codes = ReferenceError.Code.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.hasPrefix("E-REF-") && $0.utf8.count == 9 })
        #expect(codes == codes.sorted())
    }
}
