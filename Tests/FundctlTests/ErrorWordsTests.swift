import FundLedger
import ReferenceData
import Testing

@testable import fundctl

/// What errors tell as codes of the ledger is said in words, in both languages; JSON has the codes.
@Suite("The words of codes in errors")
struct ErrorWordsTests {
    private func text(_ error: any CodedError, _ language: Language) -> String {
        ErrorReport(error: error, language: language).text(style: Style(isColoured: false))
    }

    @Test func statesStepsNormsAndAuthoritiesAreWords() {
        let low = GrantError(
            .authorityTooLow,
            [
                "grant": "FNF-G-000001", "total_cents": "6000000", "authority": "direction",
                "required": "conseil-du-tresor", "norms": "none",
            ])
        #expect(text(low, .fr).contains("Conseil du trésor") && text(low, .fr).contains("non approuvées"))
        #expect(text(low, .en).contains("not approved") && !text(low, .en).contains(": none"))
        #expect(ErrorReport(error: low, language: .fr).json.member("parameters", "norms") == "none")
        let blocked = GrantError(
            .correctionBlocked, ["grant": "FNF-G-000001", "record": "3", "later": "9", "step": "payment.issued"])
        #expect(text(blocked, .fr).contains("« paiement »".replacing(" ", with: "\u{A0}")))
        #expect(text(blocked, .en).contains("\"payment\""))
        let closed = GrantError(
            .stepNotOpen, ["grant": "FNF-G-000001", "state": "closed", "step": "claimed", "open": "recovered, written-off"])
        #expect(text(closed, .fr).contains("fermée") && text(closed, .fr).contains("claim"))
        #expect(text(closed, .fr).contains("recover, write-off"))
        #expect(ErrorReport(error: closed, language: .fr).json.member("parameters", "open") == "recovered, written-off")
    }

    @Test(arguments: [
        (GrantError.Code.planShape, "cause", ["count", "order", "amount", "zero"]),
        (.termsShape, "cause", ["count", "order", "amount", "party"]), (.termsShape, "part", ["instalments", "contributions"]),
        (.planEnvelope, "cause", ["missing", "needless"]), (.amendmentAuthority, "cause", ["missing", "needless"]),
        (.claimReason, "cause", ["missing", "needless"]), (.recoveryYear, "cause", ["missing", "needless", "after"]),
        (.stepEnvelope, "cause", ["missing", "needless"]), (.nothingToContinue, "cause", ["line", "envelope", "year"]),
        (.laterStepRests, "cause", ["entries"]),
        (.authorityTooLow, "authority", GrantAuthority.allCases.map(\.rawValue)),
        (.amendmentAuthority, "required", GrantAuthority.allCases.map(\.rawValue)),
        (.stepNotOpen, "state", GrantStage.allCases.map(\.rawValue)),
        (.stepNotOpen, "step", GrantMove.allCases.map(\.rawValue) + ["payment.issued", "payment.rejected"]),
    ])
    func everyCodeOfAGrantsRefusalHasItsWords(code: GrantError.Code, name: String, values: [String]) throws {
        for value in values {
            #expect(ErrorWords.word(value, of: name, code: code.rawValue) != nil, "\(code.rawValue) \(name) \(value)")
        }
        let causes = try values.map { try #require(ErrorWords.word($0, of: name, code: code.rawValue)).text(in: .fr) }
        #expect(Set(causes).count == values.count, "two codes, one word")
    }

    @Test func everyOtherCodeHasItsWords() throws {
        let words: [(String, String, [String])] = [
            ("E-PAY-007", "state", PaymentState.allCases.map(\.rawValue)),
            ("E-REV-009", "basis", RevenueEarmarked.Basis.allCases.map(\.rawValue)),
            ("E-REV-009", "cause", RevenueReleased.Cause.allCases.map(\.rawValue)),
            ("E-REV-001", "found", AccountClass.allCases.map(\.rawValue)),
            ("E-ENV-014", "basis", CeilingBasis.allCases.map(\.rawValue)), ("E-ENV-014", "sum", ["authorised", "used"]),
            ("E-ENV-018", "cause", ["year", "form", "movement", "date", "financial", "expense"]),
            ("E-ENV-023", "class", AccountClass.allCases.map(\.rawValue)),
            ("E-LEV-002", "item", ["payroll", "spending", "help", "surplus-brought", "year-before"]),
            ("E-TRF-007", "state", ["posted", "withdrawn", "refused"]),
            ("E-TRF-003", "cause", ["unknown", "replaced", "earlier"]),
        ]
        for (code, name, values) in words {
            for value in values { #expect(ErrorWords.word(value, of: name, code: code) != nil, "\(code) \(name) \(value)") }
        }
        #expect(ErrorWords.word("1, 2", of: "open", code: "E-GRT-033") == nil, "claims keep their numbers")
        #expect(ErrorWords.word("objectives", of: "part", code: "E-GRT-006") == nil, "an option keeps its name")
        #expect(ErrorWords.word("missing", of: "cause", code: "E-BNK-001") == nil)
    }

    /// A new act needs a word here.
    @Test func everyActOfABudgetHasAWord() {
        let acts = FundKinds.all.filter { $0 is any BudgetAct.Type }.map { $0.kind }
        #expect(acts.count > 20)
        let silent = acts.filter { ErrorWords.word($0, of: "kind", code: "E-ENV-019") == nil }
        #expect(silent == [])
    }
}

extension JSONValue {
    /// A text below two names.
    fileprivate func member(_ outer: String, _ inner: String) -> String? {
        guard case .object(let members) = self, case .object(let parts)? = members.first(where: { $0.name == outer })?.value,
            case .string(let text)? = parts.first(where: { $0.name == inner })?.value
        else { return nil }
        return text
    }
}
