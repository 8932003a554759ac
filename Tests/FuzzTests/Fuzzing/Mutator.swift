/// Damages bytes: a few changes at a time, of the kinds that parsers trip over.
struct Mutator {
    /// What is known to be nasty in this format, put in as it is.
    let tokens: [[UInt8]]
    /// No input grows beyond this.
    let largest: Int

    /// One to four changes of `input`; `other` is what a splice takes from.
    func change(_ input: [UInt8], with other: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = input
        for _ in 0...dice.below(4) { step(&bytes, other, &dice) }
        return Array(bytes.prefix(largest))
    }

    private func step(_ bytes: inout [UInt8], _ other: [UInt8], _ dice: inout Dice) {
        let place = place(in: bytes, &dice)
        let length = dice.below(min(1 << dice.below(8), bytes.count - place) + 1)
        switch dice.below(11) {
        case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(dice.below(8)) }
        case 1: if place < bytes.count { bytes[place] = UInt8(dice.below(256)) }
        case 2: bytes.removeSubrange(place..<place + length)
        case 3: bytes.insert(UInt8(dice.below(256)), at: place)
        case 4, 5: bytes.insert(contentsOf: token(&dice), at: place)
        case 6: bytes.replaceSubrange(place..<place + length, with: token(&dice))
        case 7:
            let from = dice.below(other.count)
            let to = from + dice.below(min(256, other.count - from) + 1)
            bytes.replaceSubrange(place..<place + length, with: other[from..<to])
        case 8:
            let part = bytes[place..<place + length]
            let times = 1 << dice.below(7)
            guard part.count * times <= largest else { return }
            bytes.insert(contentsOf: repeatElement(part, count: times).joined(), at: place)
        case 9: bytes.removeSubrange(place...)
        default:
            // Two parts change places.
            let part = Array(bytes[place..<place + length])
            bytes.removeSubrange(place..<place + length)
            bytes.insert(contentsOf: part, at: dice.below(bytes.count + 1))
        }
    }

    /// Anywhere; as often, behind a mark or a space, where a parser looks.
    private func place(in bytes: [UInt8], _ dice: inout Dice) -> Int {
        let place = dice.below(bytes.count + 1)
        guard dice.below(2) == 0 else { return place }
        let edge = bytes[place...].firstIndex { $0 < 0x30 || (0x3A...0x40).contains($0) || (0x5B...0x5E).contains($0) }
        return edge.map { $0 + 1 } ?? place
    }

    private func token(_ dice: inout Dice) -> [UInt8] { tokens.isEmpty ? [] : tokens[dice.below(tokens.count)] }
}
