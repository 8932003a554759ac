import Testing

@testable import fundctl

/// What we have no words of our own for is told all the same, with a code.
@Suite("The last resort")
struct LastResortTests {
    struct Foreign: Error, CustomStringConvertible {
        var description: String { "the moon is down" }
    }

    @Test func anErrorOfNobodysHasACodeAndItsOwnWords() {
        #expect(ErrorMessage.code(Foreign()) == "E-CLI-099")
        #expect(ErrorMessage.what(Foreign()).text(in: .fr).contains("the moon is down"))
        #expect(ErrorMessage.what(Foreign()).text(in: .en).contains("the moon is down"))
    }

    @Test func whatTheParserSaysInUnknownWordsIsPassedOn() {
        let coded = UsageTranslation.translate(Foreign(), Sample.self, words: ["fundctl", "test", "sample"])
        #expect(coded.errorCode == "E-CLI-010")
        #expect(coded.errorParameters["detail"]?.contains("the moon is down") == true)
    }

    @Test func twoPassphrasesThatDifferAreRefused() {
        let world = TestWorld(typed: ["one", "other"], terminal: true)
        let prompter = Prompter(edge: world.edge, language: .en, isAllowed: true)
        let refusal = #expect(throws: CommandLineError.self) {
            try prompter.passphrase(Message(fr: "Phrase", en: "Phrase"), isNew: true)
        }
        #expect(refusal?.errorCode == "E-CLI-018")
        #expect(!world.talk.text.contains("one"))
    }
}
