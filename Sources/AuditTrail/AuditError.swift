/// What the AuditTrail library refuses: a stable code and raw parameters. Words in French and English are fundctl's.
public struct AuditError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        // MARK: Canonical records

        /// A line is not canonical. `reason`: an identifier from the list at the head of `CanonicalScanner`;
        /// `offset`: bytes before the offending one, from 0; `code_point` (`U+000A`) with `forbidden-code-point`.
        case recordNotCanonical = "E-REC-001"
        /// A line, read or about to be written, is longer than `limit_bytes`. `length_bytes`: its length so far.
        case recordTooLong = "E-REC-002"
        /// Objects and arrays lie deeper than `limit`. `offset`: bytes before the bracket that goes too deep.
        case recordTooDeep = "E-REC-003"
        /// A text given by a person holds a code point that no record may hold. `code_point` (`U+000A`);
        /// `position`: which code point of the text it is, from 1.
        case textForbiddenCodePoint = "E-REC-004"
        /// A text given as bytes is not UTF-8. `offset`: bytes before the first wrong one.
        case textNotUTF8 = "E-REC-005"
        /// A record lacks a member that its kind requires. `member`: its path, such as `postings[3].account`.
        case recordMemberMissing = "E-REC-006"
        /// A record has a member that its kind does not know. `member`: its path.
        case recordMemberUnknown = "E-REC-007"
        /// A member is of another shape than its kind says. `member`: its path; `expected`: `string`, `array`
        /// or `object`.
        case recordMemberShape = "E-REC-008"
        /// A member should hold an integer and does not: no sign but `-`, no leading zero, within 64 bits.
        /// `member`: its path.
        case recordMemberInteger = "E-REC-009"
    }

    public let code: Code
    /// Raw values by name; a name that ends in `_cents` holds integer cents.
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
