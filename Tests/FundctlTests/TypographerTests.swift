import Testing

@testable import fundctl

@Suite("Texts in two languages")
struct TypographerTests {
    @Test(arguments: [
        ("Fonds : FNF", "Fonds\u{A0}: FNF"),
        ("« oui »", "«\u{A0}oui\u{A0}»"),
        ("« {path} » : {reason}", "«\u{A0}{path}\u{A0}»\u{A0}: {reason}"),
        ("12 % de 2 500,00 $.", "12\u{A0}% de 2\u{A0}500,00\u{A0}$."),
        ("de 1 000 000 $", "de 1\u{A0}000\u{A0}000\u{A0}$"),
        ("Vraiment ? Oui ; non !", "Vraiment ? Oui ; non !"),
        ("Valeurs :", "Valeurs\u{A0}:"),
        // Nothing that was typed without a space is touched, nor what only looks like punctuation.
        ("à 10:30, E-JRN-004: refus", "à 10:30, E-JRN-004: refus"),
        ("voir https://example.org/a:b", "voir https://example.org/a:b"),
        ("dans $HOME ou :nom", "dans $HOME ou :nom"),
        ("dans le $HOME", "dans le $HOME"),
        ("la période 05 2026", "la période 05 2026"),
        ("", ""),
    ])
    func frenchHasItsNoBreakSpaces(typed: String, shown: String) {
        #expect(Typographer.set(typed, in: .fr) == shown)
        #expect(Typographer.set(typed, in: .en) == typed)
    }

    @Test func whatIsInterpolatedStaysAsItIs() {
        let command = "fundctl entry post --memo 'a : b' % x"
        #expect(Message(fr: "Faites : \(command)", en: "Do: \(command)").text(in: .fr) == "Faites\u{A0}: " + command)
    }

    @Test func amountsAndCountsFollowTheLanguage() {
        let message = Message(
            fr: "\(1, "écriture", "écritures"), \(0, "ligne", "lignes"), \(1600, "ligne", "lignes"), \(cents: -123_456)",
            en: "\(1, "entry", "entries"), \(0, "line", "lines"), \(1600, "line", "lines"), \(cents: -123_456)")
        #expect(message.text(in: .fr) == "1\u{A0}écriture, 0\u{A0}ligne, 1\u{A0}600\u{A0}lignes, -1\u{A0}234,56\u{A0}$")
        #expect(message.text(in: .en) == "1 entry, 0 lines, 1,600 lines, -$1,234.56")
    }

    @Test(arguments: [
        (["LANG": "fr_CA.UTF-8"], Language.fr), (["LANG": "en_CA.UTF-8"], .en), (["LANG": "C"], .en), ([:], .en),
        (["LC_ALL": "C", "LANG": "fr_CA"], .en), (["LC_ALL": "", "LC_MESSAGES": "FR", "LANG": "en"], .fr),
        (["FUNDCTL_LANG": "en", "LC_ALL": "fr_CA"], .en),
    ])
    func theFirstSettingDecides(environment: [String: String], language: Language) {
        #expect(Language.resolve(arguments: [], environment: { environment[$0] }) == language)
    }

    @Test func theOptionComesBeforeTheEnvironment() {
        let english = { (_: String) -> String? in "en" }
        #expect(Language.resolve(arguments: ["key", "list", "--lang", "fr"], environment: english) == .fr)
        #expect(Language.resolve(arguments: ["--lang=fr", "key"], environment: english) == .fr)
        #expect(Language.resolve(arguments: ["--lang", "de"], environment: english) == .en)
        #expect(Language.resolve(arguments: ["a", "--", "--lang", "fr"], environment: english) == .en)
    }
}
