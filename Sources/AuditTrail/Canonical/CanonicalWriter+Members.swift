extension CanonicalWriter {
    /// A member with a string. Refuses what `string` refuses.
    @inline(__always)
    public mutating func member(_ name: String, _ text: String) throws {
        self.name(name)
        try string(text)
    }

    /// A member with an integer.
    @inline(__always)
    public mutating func member(_ name: String, _ value: Int64) {
        self.name(name)
        integer(value)
    }
}
