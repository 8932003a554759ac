/// How dates are written in a file. Each is exact: as many digits as letters, nothing around them.
public enum DateFormat: String, CaseIterable, Sendable {
    case iso = "YYYY-MM-DD"
    case dayFirst = "DD/MM/YYYY"
    case monthFirst = "MM/DD/YYYY"
    case compact = "YYYYMMDD"
    /// A UTC time stamp; the date part is taken.
    case stamp = "YYYY-MM-DDThh:mm:ssZ"
}
