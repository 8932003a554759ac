import AuditTrail

/// What a slip is refused with: a stable code and the raw facts.
public struct SlipError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// A text is no slip. `line`: of the text, from 1; `part`: what is wrong there.
        case malformed = "E-SLP-001"
        /// It is of another register. `found`; `expected`: ids.
        case otherRegister = "E-SLP-002"
        /// The signature does not fit: the slip was changed, or signed by another key. `person`; `number`.
        case signature = "E-SLP-003"
        /// The key is not that of the person in the register. `person`; `key`.
        case keyOther = "E-SLP-004"
        /// The person is no coordinator of the committee. `person`; `committee`.
        case noCoordinator = "E-SLP-005"
        /// It was received before. `person`; `number`; `record`.
        case receivedBefore = "E-SLP-006"
        /// A line is of a kind that no slip brings. `line`; `kind`.
        case lineKind = "E-SLP-007"
        /// An accepted record is not the line of the slip. `line`; `record`.
        case lineDiffers = "E-SLP-008"
        /// The record of a slip is not the first of its batch, or other records follow than its accepted lines. `record`.
        case misplaced = "E-SLP-009"
        /// Accepted and rejected lines together are not each line once. `person`; `number`.
        case lineNumbers = "E-SLP-010"
        /// What is opened of a subject does not fit its commitment. `subject`; `field`.
        case openingDiffers = "E-SLP-011"
        /// A subject that the slip opens has no opening in the file beside it. `subject`; `field`.
        case openingMissing = "E-SLP-012"
        /// A file of openings, a context or a draft of a slip is none. `file`: what it should be; `line`.
        case fileMalformed = "E-SLP-013"
        /// A line rests on one that is rejected. `line`; `on`: that line.
        case restsOnRejected = "E-SLP-014"
        /// An agent rejects the line. `line`.
        case rejected = "E-SLP-015"
        /// A slip has no line. `committee`.
        case empty = "E-SLP-016"
        /// What is named is not in the context that the slip is made from. `part`: `office`, `standard` or `programme`; `found`;
        /// `nearest`: one like it, or empty.
        case notInContext = "E-SLP-017"
        /// A standard or programme of another committee. `found`; `committee`: its own, or empty; `expected`.
        case otherCommittee = "E-SLP-018"
        /// No such slip was received. `person`; `number`.
        case slipUnknown = "E-SLP-019"
        /// An agreement of the register is not in the context that the slip is made from. `agreement`; `committee`.
        case agreementNotInContext = "E-SLP-020"
        /// An answer is to another slip. `person`, `number`: of the slip that it answers.
        case answerOther = "E-SLP-021"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

extension SlipError: VerdictError {
    /// Who signed is *authorship*, the rest *figures*. FORMAT.md, section 20.7.
    public var verdict: VerdictName {
        [.signature, .keyOther, .noCoordinator].contains(code) ? .authorship : .figures
    }
}
