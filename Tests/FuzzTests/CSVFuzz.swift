import Foundation
import Testing

@testable import TabularImport

@Suite struct CSVFuzz {
    private let tokens = [
        ",", ";", "\t", "\"", "\"\"", "\"\"\"", "\"\n\"", "\n", "\r", "\r\n", "\n\n", ",,,,", "\u{FEFF}", "\u{E9}", "e\u{301}", "\u{A0}",
        "\u{202E}", "\u{FFFE}", "=1+1", "a,b\n", "\"a\"b", "a\"b", "\"a,\n\"\"b\"",
    ]
    private let bytes: [[UInt8]] = [
        [0x00], [0x7F], [0x80], [0x81], [0x9D], [0xA0], [0xC2], [0xC3, 0x28], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xFF, 0xFE], [0xEF, 0xBB, 0xBF],
    ]

    @Test(arguments: TextEncoding.allCases, CSVFormat.LineBreaks.allCases)
    func aFileGivesTheRowsOfAPlainerReader(encoding: TextEncoding, lineBreaks: CSVFormat.LineBreaks) throws {
        let fuzzer = Fuzzer(
            "csv-\(encoding.rawValue)-\(lineBreaks.rawValue)", seeds: try Corpus.files("csv"), tokens: tokens, bytes: bytes,
            largest: 4096)
        var pieces = Dice(7)
        try fuzzer.run(turns: 200, leastAccepted: 100) { input in
            for delimiter in CSVFormat.Delimiter.allCases {
                let format = CSVFormat(delimiter: delimiter, encoding: encoding, lineBreaks: lineBreaks)
                try compare(input, format, pieceLimit: 1 << pieces.below(13), isJudged: delimiter == .comma)
            }
        }
    }

    /// Throws what the reader refuses the file with, where that is what is judged.
    private func compare(_ input: [UInt8], _ format: CSVFormat, pieceLimit: Int, isJudged: Bool) throws {
        let naive = NaiveCSV(input, format).rows
        let source = CountingSource(MemoryByteSource(input, pieceLimit: pieceLimit))
        let reader: CSVReader
        do {
            reader = try CSVReader(source: source, fileName: "f", format: format)
        } catch {
            guard let code = (error as? ImportError)?.code else { throw Broken("is refused without a code") }
            let isOfHeader = [.missingHeader, .tooManyColumns, .repeatedColumn, .wrongEncoding].contains(code)
            try Broken.unless(isOfHeader || naive.first?.isBad != false, "has a good header, refused with \(code)")
            if isJudged { throw error }
            return
        }
        try Broken.unless(naive.first?.isBad == false && naive[0].fields == reader.header, "has another header")
        var steps = 0
        for row in naive.dropFirst() {
            steps += 1
            let isBad = row.isBad || row.fields.count != reader.header.count
            switch try reader.next() {
            case .end: throw Broken("ends early, before line \(row.line)")
            case .problem(let problem):
                try Broken.unless(isBad && problem.line == row.line, "line \(row.line) is refused: \(problem.code), \(problem.line)")
                try Broken.unless(ImportError.Code(rawValue: problem.code) != nil, "has a problem without a code")
            case .row(let found):
                try Broken.unless(!isBad && found.line == row.line, "line \(row.line) is accepted")
                let fields = (0..<found.count).map { Array(found[$0]) }
                try Broken.unless(fields == row.fields.map { Array($0.utf8) }, "line \(row.line) has other fields")
                try Broken.unless(fields.reduce(0) { $0 + $1.count } <= 3 * input.count, "gives more than there is")
            }
        }
        for _ in 0..<2 { guard case .end = try reader.next() else { throw Broken("goes on after its end") } }
        try Broken.unless(reader.rowCount == steps, "counts its rows otherwise")
        try Broken.unless(source.reads <= input.count / pieceLimit + 2, "reads its source \(source.reads) times")
    }
}

/// Counts how often it is read.
private final class CountingSource: ByteSource {
    private var source: MemoryByteSource
    private(set) var reads = 0

    init(_ source: MemoryByteSource) { self.source = source }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        reads += 1
        return source.read(into: buffer)
    }
}
