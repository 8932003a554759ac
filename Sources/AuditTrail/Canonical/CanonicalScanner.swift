/// Canonical lines: the one spelling of a record.
///
/// A record is one line of bytes, hashed and signed as it stands. So that two readers never see two records in one
/// line, and one record never has two lines, the grammar leaves no choice:
///
///     line    = object                                            at most 1 MiB (1 048 576 bytes), without LF
///     object  = "{" [ member *( "," member ) ] "}"
///     member  = %x22 name %x22 ":" value
///     name    = letter *63( letter / digit / "_" / "-" )          a-z and 0-9 only; 1 to 64 bytes
///     value   = string / array / object                           no numbers, no true, false or null
///     array   = "[" [ value *( "," value ) ] "]"
///     string  = %x22 *( plain / "\" %x22 / "\\" ) %x22
///     plain   = a code point in UTF-8 (Unicode table 3-7: no surrogates, nothing overlong, none past U+10FFFF),
///               but not `"`, `\`, U+0000–001F, 007F–009F, FEFF, 202A–202E, 2066–2069, FDD0–FDEF or the last two of a
///               plane (xxFFFE, xxFFFF)
///
/// - No white space outside strings.
/// - Names of one object are in strictly ascending order of their bytes, so none comes twice.
/// - Depth is at most 8: the outermost object is 1, each object or array within adds 1.
/// - Text is taken as bytes: the scanner does not normalise, composed and decomposed `é` are two strings.
/// - Integers are strings: `0` or `-?[1-9][0-9]{0,18}` within 64 bits (`CanonicalInteger`).
///
/// Worked example. The line, its length in bytes and its leaf hash, SHA-256(0x00 ‖ line):
///
///     {"amount_cents":"-1250","kind":"note/1","tags":["a\"b","é"],"who":{}}
///     70
///     62bb3fd9a629deeddf09bc90daf5ead59c0443bb5254325424b7edee597d71dd
///
/// Refusals. E-REC-002 (longer than 1 MiB) comes first; then the first offending byte from the left decides, with its
/// `offset` counted from 0: E-REC-003 (too deep, at the bracket) or E-REC-001 with a `reason`:
///
///     empty-line                 there is no byte
///     expected-object            the first byte is not `{` (a byte-order mark, a space, `[`)
///     expected-name              after `{` or `,` comes neither a name nor, after `{`, the end (`,}`, `'`, a space)
///     name                       a byte that may not stand there in a name; at the closing quote: the name is empty
///     name-too-long              at the 65th byte of a name
///     repeated-name              equal to the name before it; at its opening quote
///     names-not-ascending        before the name before it in byte order; at its opening quote
///     expected-colon             after a name
///     expected-value             neither `"`, `[` nor `{` where a value begins (a number, true, a space)
///     expected-comma-or-brace    after a member's value
///     expected-comma-or-bracket  after an element
///     escape                     a `\` before anything but `"` and `\`; at the backslash
///     invalid-utf8               at the first byte of what is not UTF-8
///     forbidden-code-point       with `code_point`
///     unterminated-string, unterminated-array, unterminated-object
///                                the line ends within; the innermost is named; `offset` is the line's length
///     trailing-bytes             after the outermost object
public enum CanonicalScanner {
    /// The object that a line (without its LF) spells.
    ///
    /// Refuses: E-REC-001 (not canonical), E-REC-002 (too long), E-REC-003 (too deep), as listed above. What it accepts
    /// `CanonicalWriter` writes again as the same bytes.
    public static func scan(_ line: UnsafeRawBufferPointer) throws -> CanonicalObject {
        guard line.count <= CanonicalLimits.lineBytes else {
            throw AuditError(
                .recordTooLong,
                ["length_bytes": String(line.count), "limit_bytes": String(CanonicalLimits.lineBytes)])
        }
        var cursor = CanonicalCursor(line)
        guard !line.isEmpty else { throw cursor.refusal("empty-line") }
        guard line[0] == UInt8(ascii: "{") else { throw cursor.refusal("expected-object") }
        let object = try cursor.object(depth: 1)
        guard cursor.offset == line.count else { throw cursor.refusal("trailing-bytes") }
        return object
    }

    /// The object that a line (without its LF) spells; refuses what the other `scan` refuses.
    public static func scan(_ line: [UInt8]) throws -> CanonicalObject {
        try line.withUnsafeBytes { try scan($0) }
    }
}
