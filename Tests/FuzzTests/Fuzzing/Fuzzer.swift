import Foundation
import Testing

/// Feeds damaged input to a parser, in process, from a seed: a failure comes again.
///
/// `swift test` takes a few thousand turns of each, fewer of the slower ones. FUNDCTL_FUZZ_TURNS sets another number, 2000
/// being the usual one, and all go with it; then the input under trial is kept in a file of the temporary folder, for a crash
/// to leave it there. FUNDCTL_FUZZ_SEED sets another seed.
struct Fuzzer {
    let name: String
    let seeds: [[UInt8]]
    let mutator: Mutator

    private static let environment = ProcessInfo.processInfo.environment
    private static let turns = environment["FUNDCTL_FUZZ_TURNS"].flatMap { Int($0) }
    private static let seed = environment["FUNDCTL_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

    init(_ name: String, seeds: [[UInt8]], tokens: [String], bytes: [[UInt8]] = [], largest: Int = 16_384) {
        self.name = name
        self.seeds = seeds
        mutator = Mutator(tokens: tokens.map { Array($0.utf8) } + bytes, largest: largest)
    }

    /// `judge` takes one input: it returns where the parser accepts, having tried what must be true of what is accepted, and
    /// throws what the parser refuses with. Every seed comes first as it is.
    ///
    /// `leastAccepted`: of a thousand; damage that is always refused tries little.
    ///
    /// Of a refusal is wanted: a code; parameters no larger than a few times the input; and that it changed nothing: an input
    /// that was judged before is judged the same again.
    func run(turns usual: Int, leastAccepted: Int, _ judge: ([UInt8]) throws -> Void) throws {
        let turns = Fuzzer.turns.map { usual * $0 / 2000 } ?? usual
        var dice = Dice(Fuzzer.seed)
        let known = seeds.map { verdict(on: $0, judge) }
        try #require(known.contains(nil), "no seed of \(name) is accepted")
        var pool = seeds
        var accepted = 0
        for turn in 0..<turns {
            let input = mutator.change(pool[dice.below(pool.count)], with: pool[dice.below(pool.count)], &dice)
            keep(input)
            if let refusal = verdict(on: input, judge) {
                let bound = 4 * input.count + 4096
                #expect(refusal.size <= bound, "\(name), turn \(turn): \(refusal.code) tells too much, of \(shown(input))")
            } else {
                accepted += 1
                // What is accepted, although it was changed, is a good place to go on from.
                if pool.count < 8 * seeds.count { pool.append(input) } else { pool[seeds.count + dice.below(7 * seeds.count)] = input }
            }
            if turn % 16 == 0 {
                let index = dice.below(seeds.count)
                #expect(verdict(on: seeds[index], judge) == known[index], "\(name), turn \(turn): seed \(index) is judged otherwise")
            }
        }
        #expect(accepted >= turns * leastAccepted / 1000, "\(name): only \(accepted) were accepted")
    }

    /// What the parser refuses with; nil where it accepts.
    private func verdict(on input: [UInt8], _ judge: ([UInt8]) throws -> Void) -> Refusal? {
        do {
            try judge(input)
            return nil
        } catch let broken as Broken {
            Issue.record("\(name): \(broken.property): \(shown(input))")
            return nil
        } catch {
            let refusal = Refusal(error)
            if refusal == nil { Issue.record("\(name): an error without a code, \(error): \(shown(input))") }
            return refusal
        }
    }

    private func shown(_ input: [UInt8]) -> String { Data(input.prefix(4096)).base64EncodedString() }

    private func keep(_ input: [UInt8]) {
        guard Fuzzer.turns != nil else { return }
        try? Data(input).write(to: FileManager.default.temporaryDirectory.appending(path: "fundctl-fuzz-\(name)"))
    }
}

/// What must be true of an input that is accepted, and was not.
struct Broken: Error {
    let property: String

    init(_ property: String) { self.property = property }

    static func unless(_ holds: Bool, _ property: String) throws {
        if !holds { throw Broken(property) }
    }
}
