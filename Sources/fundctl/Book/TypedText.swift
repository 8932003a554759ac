import AuditTrail

/// Free text typed as an option: refused before anything is opened where no record could hold it.
enum TypedText {
    /// Refuses a length outside `bytes` (E-CLI-041). What else a record cannot hold is refused by its writer (E-REC-004).
    static func check(_ text: String, option: String, bytes: ClosedRange<Int>) throws {
        guard case .string(let normal) = CanonicalValue.text(text) else { return }
        guard bytes.contains(normal.utf8.count) else {
            throw CommandLineError(
                .textLength,
                [
                    "option": option, "length": String(normal.utf8.count), "least": String(bytes.lowerBound),
                    "limit": String(bytes.upperBound),
                ])
        }
    }
}
