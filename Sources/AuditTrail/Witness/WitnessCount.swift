/// Which of the given witness keys cosigned one checkpoint; each counts once, under whatever names and on however many
/// lines. FORMAT.md, section 16.
struct WitnessCount {
    /// Different keys, in the order in which they were given.
    let keys: [PublicKey]
    private let text: [UInt8]
    private let bounds: TimeBounds
    private(set) var found: Set<PublicKey> = []
    /// The first note or line that did not count although it should have, and why.
    private(set) var fault: (file: String, code: String)?

    /// `text`: the checkpoint's.
    init(_ keys: [PublicKey], text: [UInt8], bounds: TimeBounds) {
        self.keys = keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        self.text = text
        self.bounds = bounds
    }

    /// Takes a file of a witness. One that is no note of this checkpoint, or in which a line of a given key is not valid,
    /// counts for nothing.
    mutating func take(_ file: String, _ bytes: () throws -> [UInt8]) {
        do {
            let note = try SignedNote.parse(bytes())
            guard note.text == text else { throw WitnessError(.cosignatureOfOther) }
            try take(note.signatures, of: file)
        } catch let error as AuditError {
            tell(file, error.code.rawValue)
        } catch let error as WitnessError {
            tell(file, error.code.rawValue)
        } catch {
            tell(file, "")
        }
    }

    /// Takes the lines of a note whose text is known to be the checkpoint's. Refuses: E-WIT-010, E-WIT-012.
    mutating func take(_ lines: [NoteSignature], of file: String) throws {
        var valid: [(PublicKey, Cosignature)] = []
        for line in lines {
            for key in keys where Cosignature.isNamed(key, by: line) {
                valid.append((key, try WitnessCount.judge(line, key, text)))
            }
        }
        for (key, cosignature) in valid {
            do {
                try bounds.require(cosignature)
                found.insert(key)
            } catch let error as WitnessError {
                tell(file, error.code.rawValue)
            }
        }
    }

    /// A line of this key as a valid cosignature. Refuses: E-WIT-010, E-WIT-012.
    static func judge(_ line: NoteSignature, _ key: PublicKey, _ text: [UInt8]) throws -> Cosignature {
        guard let cosignature = Cosignature(line) else {
            throw WitnessError(.cosignatureMalformed, ["name": line.name])
        }
        guard cosignature.isValid(under: key, over: text) else {
            throw WitnessError(.cosignatureInvalid, ["name": line.name, "key": key.hex])
        }
        return cosignature
    }

    /// Refuses: E-WIT-014 where fewer than `needed` of the keys (all, where nil) cosigned.
    func require(_ needed: Int?) throws {
        let needed = needed ?? keys.count
        guard found.count < needed else { return }
        throw WitnessError(
            .cosignaturesTooFew,
            [
                "found": String(found.count), "needed": String(needed), "given": String(keys.count),
                "file": fault?.file ?? "", "cause": fault?.code ?? "",
            ])
    }

    private mutating func tell(_ file: String, _ code: String) {
        if fault == nil { fault = (file, code) }
    }
}
