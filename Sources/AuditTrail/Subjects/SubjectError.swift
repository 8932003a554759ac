/// A refusal about subjects: persons whose information lies outside the records. Words for people are made elsewhere.
public struct SubjectError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// The file has not the form of a disclosure. Parameters: `line`.
        case disclosureMalformed = "E-SUB-001"
        /// The disclosure is of another register than the bundle. Parameters: `found`, `expected` (register ids).
        case disclosureOfOther = "E-SUB-002"
        /// No register has such a subject. Parameters: `subject`.
        case subjectUnknown = "E-SUB-003"
        /// What is disclosed is not what the record committed to. Parameters: `subject`, `field`.
        case openingDiffers = "E-SUB-004"
        /// The disclosure says another state than the records. Parameters: `subject`, `said`, `found` (`open`, `erased`).
        case stateDiffers = "E-SUB-005"
        /// The fields named are not those of the record. Parameters: `subject`, `said`, `found` (names, joined).
        case fieldsDiffer = "E-SUB-006"
        /// The disclosure was made of more records than the bundle has. Parameters: `size`, `found`.
        case bundleOlder = "E-SUB-007"
        /// A field to disclose that the subject does not have. Parameters: `subject`, `field`, `fields`.
        case fieldUnknown = "E-SUB-008"
        /// Bytes of what was erased are still in the book's file after it was rewritten. Parameters: `path`.
        case residue = "E-SUB-009"
        /// The erased and the open are mixed in one command. Parameters: `erased` (subjects, joined).
        case alreadyErased = "E-SUB-010"
        /// The disclosure has no subject. Parameters: none.
        case nothingDisclosed = "E-SUB-011"
    }

    public let code: Code
    /// Raw values, by the names that the code's comment gives.
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
