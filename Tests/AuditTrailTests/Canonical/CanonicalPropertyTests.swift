import AuditTrail
import Testing

/// Random values and random damage, from a seed: a failure comes again.
@Suite struct CanonicalPropertyTests {
    @Test(arguments: UInt64(1)...8)
    func `what is written is scanned, equal, and written again as the same bytes`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var writer = CanonicalWriter(capacity: 16)
        for _ in 0..<300 {
            let object = random.object(depth: 1)
            writer.clear()
            try writer.write(object)
            let line = try writer.finishedLine()
            let scanned = try CanonicalScanner.scan(line)
            #expect(scanned == object)
            #expect(try scanned.line() == line)
        }
    }

    @Test(arguments: UInt64(1)...8)
    func `a damaged line is refused or is the one line of another value`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &+ 1000)
        var accepted = 0
        for _ in 0..<300 {
            let line = try random.object(depth: 1).line()
            for _ in 0..<20 {
                let damaged = random.damage(line)
                do {
                    let object = try CanonicalScanner.scan(damaged)
                    accepted += 1
                    #expect(try object.line() == damaged)
                } catch let error as AuditError {
                    if let offset = error.parameters["offset"].flatMap({ Int($0) }) {
                        #expect((0...damaged.count).contains(offset))
                    }
                }
            }
        }
        #expect(accepted > 100)
    }

    @Test(arguments: UInt64(1)...4)
    func `texts typed in any form are written in one`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &+ 2000)
        for _ in 0..<500 {
            let text = random.text()
            var writer = CanonicalWriter()
            writer.beginObject()
            writer.name("a")
            try writer.string(text)
            writer.endObject()
            let line = try writer.finishedLine()
            let read = try CanonicalScanner.scan(line).string("a")
            #expect(read == text, "canonically equivalent")
            writer.clear()
            writer.beginObject()
            writer.name("a")
            try writer.string(read)
            writer.endObject()
            #expect(writer.bytes == line, "settled after one writing")
        }
    }
}

/// SplitMix64 and the random values that the tests are made of.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &self)]
    }

    private mutating func name() -> String {
        let first = pick(Array("abcxyz"))
        let length = pick([0, 0, 1, 1, 2, 3, 8, 20, 63])
        return String(first) + String((0..<length).map { _ in pick(Array("abz059_-")) })
    }

    mutating func object(depth: Int) -> CanonicalObject {
        var members: [String: CanonicalValue] = [:]
        for _ in 0..<Int.random(in: 0...5, using: &self) { members[name()] = value(depth: depth) }
        return CanonicalObject(members)
    }

    private mutating func value(depth: Int) -> CanonicalValue {
        switch Int.random(in: 0..<10, using: &self) {
        case 0 where depth < 8: return .object(object(depth: depth + 1))
        case 1 where depth < 8:
            return .array((0..<Int.random(in: 0...4, using: &self)).map { _ in value(depth: depth + 1) })
        case 2: return .integer(Int64.random(in: .min ... .max, using: &self))
        default: return .string(text())
        }
    }

    /// Text of what is near a boundary: marks, accents composed and not, the neighbours of what is refused.
    mutating func text() -> String {
        let points: [UInt32] = [
            0x20, 0x22, 0x5C, 0x7E, 0xA0, 0xE9, 0x300, 0x301, 0x323, 0x344, 0x7FF, 0x800, 0x1100, 0x1161, 0x11A8,
            0x2000, 0x2029, 0x202F, 0x2065, 0x206A, 0x212A, 0xAC00, 0xD7FF, 0xE000, 0xFB1D, 0xFDCF, 0xFDF0, 0xFFFD,
            0x1_0000, 0x1_D15E, 0x1_F600, 0x10_FFFD,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<pick([0, 1, 2, 5, 7, 8, 9, 15, 16, 17, 40]) {
            let point = Bool.random(using: &self) ? UInt32.random(in: 0x61...0x7A, using: &self) : pick(points)
            if let scalar = Unicode.Scalar(point) { scalars.append(scalar) }
        }
        return String(scalars)
    }

    /// One to three changes: a byte replaced, put in, taken out, two exchanged, the end cut off, a part doubled.
    mutating func damage(_ line: [UInt8]) -> [UInt8] {
        var line = line
        let marks = Array("{}[]\",:\\ ab0_-xZ'\n\t/u".utf8) + [0x00, 0x7F, 0x80, 0xC3, 0xA9, 0xE2, 0xED, 0xF0, 0xFF]
        for _ in 0..<Int.random(in: 1...3, using: &self) where !line.isEmpty {
            let place = Int.random(in: line.indices, using: &self)
            let other = Int.random(in: line.indices, using: &self)
            switch Int.random(in: 0..<8, using: &self) {
            case 0, 1: line[place] = pick(marks)
            case 2: line.insert(pick(marks), at: place)
            case 3: line.remove(at: place)
            case 4: line.swapAt(place, other)
            case 5: line.removeSubrange(place...)
            case 6: line.insert(contentsOf: line[min(place, other)...max(place, other)], at: place)
            default: line[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            }
        }
        return line
    }
}
