/// How long ago a commitment was made, in days.
public enum AgeBand: String, CaseIterable, Sendable {
    case upTo30 = "0-30"
    case upTo90 = "31-90"
    case upTo180 = "91-180"
    case upTo365 = "181-365"
    case older = "366+"

    /// A commitment dated after the day looked from has no age yet: it counts as new.
    public init(days: Int) {
        switch days {
        case ...30: self = .upTo30
        case ...90: self = .upTo90
        case ...180: self = .upTo180
        case ...365: self = .upTo365
        default: self = .older
        }
    }
}
