import AuditTrail
import EmployerServices
import FundLedger
import ReferenceData
import Storage
import TabularImport
import Testing

@testable import fundctl

@Suite("The words of errors")
struct ErrorCatalogueTests {
    static let codes: [String] =
        CommandLineError.Code.allCases.map(\.rawValue) + StorageError.Code.allCases.map(\.rawValue)
        + ReferenceError.Code.allCases.map(\.rawValue) + AuditError.Code.allCases.map(\.rawValue)
        + SubjectError.Code.allCases.map(\.rawValue)
        + WitnessError.Code.allCases.map(\.rawValue) + TimeStampError.Code.allCases.map(\.rawValue)
        + OutsideCommandError.Code.allCases.map(\.rawValue) + LedgerError.Code.allCases.map(\.rawValue)
        + ImportError.Code.allCases.map(\.rawValue) + RuleError.Code.allCases.map(\.rawValue)
        + AllocationError.Code.allCases.map(\.rawValue) + LevyError.Code.allCases.map(\.rawValue)
        + ReportError.Code.allCases.map(\.rawValue) + RegistryError.Code.allCases.map(\.rawValue)
        + PaymentError.Code.allCases.map(\.rawValue) + BankError.Code.allCases.map(\.rawValue)
        + GrantError.Code.allCases.map(\.rawValue) + GrantImportError.Code.allCases.map(\.rawValue)
        + ScopeError.Code.allCases.map(\.rawValue) + IntakeError.Code.allCases.map(\.rawValue)
        + ServiceListError.Code.allCases.map(\.rawValue) + EmployerError.Code.allCases.map(\.rawValue)
        + InterventionError.Code.allCases.map(\.rawValue) + CommitteeError.Code.allCases.map(\.rawValue)
        + AgreementError.Code.allCases.map(\.rawValue) + ParticipationError.Code.allCases.map(\.rawValue)
        + SlipError.Code.allCases.map(\.rawValue) + AgreementFileError.Code.allCases.map(\.rawValue)
        + IndicatorError.Code.allCases.map(\.rawValue)

    @Test func everyCodeHasItsWordsAndEveryTextItsCode() {
        let known = Set(ErrorCatalogue.texts.map(\.code))
        #expect(Set(Self.codes).subtracting(known).sorted() == [])
        #expect(known.subtracting(Self.codes).sorted() == [])
        #expect(known.count == ErrorCatalogue.texts.count, "a code has two texts")
    }

    @Test(arguments: ErrorCatalogue.texts.map(\.code))
    func bothLanguagesSayTheSame(code: String) throws {
        let text = try #require(ErrorCatalogue.text(for: code))
        for (fr, en) in zip(parts(text.fr), parts(text.en)) {
            #expect(!fr.isEmpty && !en.isEmpty)
            #expect(ErrorTemplate.places(in: fr) == ErrorTemplate.places(in: en), "\(fr) / \(en)")
            #expect(optionalParts(fr) == optionalParts(en))
        }
    }

    @Test(arguments: ErrorCatalogue.texts.map(\.code))
    func theFrenchIsWrittenAsFrench(code: String) throws {
        let text = try #require(ErrorCatalogue.text(for: code))
        for words in parts(text.fr) {
            #expect(!words.contains("\""), "« » in French: \(words)")
            #expect(!words.contains(" ,") && !words.contains(" . ") && !words.hasSuffix(" ."), "\(words)")
            #expect(!words.contains("\u{A0}"), "typography is set when shown: \(words)")
            // Each of these needs the space before that the typographer binds.
            for mark in [":", "»", "%"] { #expect(!isStuck(mark, in: words), "a space before \(mark): \(words)") }
            #expect(!words.contains("«") || words.contains("« "), "\(words)")
            #expect([".", "?"].contains(words.last.map(String.init) ?? ""), "a sentence ends: \(words)")
        }
        for words in parts(text.en) {
            #expect([".", "?"].contains(words.last.map(String.init) ?? ""), "a sentence ends: \(words)")
        }
    }

    /// No parameter is asked for that the code's doc comment does not name.
    @Test func placesAreParametersThatTheCodeDocuments() throws {
        let documented = try DocumentedParameters.read()
        var unknown: [String] = []
        for text in ErrorCatalogue.texts {
            let places = (parts(text.fr) + parts(text.en)).reduce(into: Set<String>()) {
                $0.formUnion(ErrorTemplate.places(in: $1))
            }
            guard let names = documented[text.code] else {
                unknown.append("\(text.code): no doc comment found")
                continue
            }
            unknown += places.subtracting(names).sorted().map { "\(text.code): {\($0)} is not documented" }
        }
        #expect(unknown == [])
    }

    @Test func parametersAreShownSafelyAndOptionalPartsOnlyWhole() {
        let fill = { ErrorTemplate.fill($0, ["a": "x\u{1B}[31m", "n_cents": "-5"], in: .fr) }
        #expect(fill("« {a} » : {n_cents}[?, {b}].") == "«\u{A0}x\\u{1B}[31m\u{A0}»\u{A0}: -0,05\u{A0}$.")
        #expect(ErrorTemplate.fill("x[?, {a}]", ["a": ""], in: .en) == "x")
        #expect(fill("[?{a} ]{b}") == "x\\u{1B}[31m ?")
    }

    @Test func aCodeWithoutWordsStillTellsItsParameters() {
        struct Odd: CodedError {
            let errorCode = "E-ODD-001"
            let errorParameters = ["b": "2", "a": "1"]
        }
        let report = ErrorReport(error: Odd(), language: .en)
        #expect(report.text(style: Style(isColoured: false)) == "E-ODD-001: a=1, b=2\n")
    }

    @Test func theRowsOfAFileAreNamedWithTheirPlace() {
        let problem = RowProblem(
            line: 12, field: "date", code: "E-CSV-021",
            parameters: ["found": "31/31", "expected": "YYYY-MM-DD", "column": "Date"])
        let report = ErrorReport(error: problem, language: .fr)
        #expect(
            report.text(style: Style(isColoured: false)).hasPrefix(
                "E-CSV-021: Ligne 12, champ «\u{A0}date\u{A0}» — «\u{A0}31/31\u{A0}» n'est pas une date"))
        let inMap = ImportError(.missingKey, ["file": "m.yaml", "line": "3", "column": "7", "path": "", "expected": "fields"])
        #expect(
            ErrorReport(error: inMap, language: .en).text(style: Style(isColoured: false)).hasPrefix(
                "E-MAP-003: m.yaml, line 3, column 7 — A key is missing."))
    }

    private func parts(_ words: ErrorText.Words) -> [String] { [words.what, words.why, words.next] }

    private func optionalParts(_ words: String) -> [Set<String>] {
        words.split(separator: "[?").dropFirst().map { ErrorTemplate.places(in: String($0.prefix { $0 != "]" })) }
    }

    private func isStuck(_ mark: String, in words: String) -> Bool {
        guard let place = words.firstRange(of: mark) else { return false }
        guard place.lowerBound > words.startIndex else { return true }
        let before = words[words.index(before: place.lowerBound)]
        // `10:30`, `T14:30` and `a:b` are no punctuation.
        let isInner = place.upperBound < words.endIndex && words[place.upperBound] != " "
        return before != " " && !(mark == ":" && isInner)
    }
}
