/// A text in both languages, as the register holds it.
public struct BilingualText: Hashable, Sendable {
    public let fr: String
    public let en: String

    public init(fr: String, en: String) {
        self.fr = fr
        self.en = en
    }
}

/// Where a rule comes from.
public struct Citation: Hashable, Sendable {
    /// `art. 48`: 1–200 bytes.
    public let article: String
    /// The substance, 1–1000 bytes each.
    public let text: BilingualText
}
