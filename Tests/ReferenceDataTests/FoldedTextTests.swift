import ReferenceData
import Testing

@Suite struct FoldedTextTests {
    /// Of two candidates as near, the one in which something was left out.
    @Test(arguments: [
        ("FORM-6", ["FORM", "FORM-06", "FORM-16"], "FORM-06"), ("FORM-6", ["FORM-16", "FORM", "FORM-06"], "FORM-16"),
        ("form", ["FORM", "FORM-06"], "FORM"), ("xyz", ["FORM"], nil),
    ] as [(String, [String], String?)])
    func theNearestLeavesOutLeast(_ typed: String, _ candidates: [String], _ expected: String?) {
        #expect(FoldedText.nearest(to: typed, among: candidates) == expected)
    }
}
