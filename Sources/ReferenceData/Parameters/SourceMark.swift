/// What of a parameter's value no source that we hold gives: said wherever the value shows, never hidden.
public enum SourceMark: String, CaseIterable, Sendable {
    /// The citation gives value and date.
    case cited
    /// The citation gives the value; the day from which it holds is a named default.
    case dateNotFound = "date-not-found"
    /// Value and date are a named default.
    case notFound = "not-found"
}
