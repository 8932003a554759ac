import ReferenceData

/// A library's citation in words: `D-8.3 § 11 ¶ 1` is *D-8.3, art. 11, al. 1* and *D-8.3, s. 11, para. 1*. Named defaults
/// (`NAME/v1`) say that they are.
enum CitationText {
    static func text(_ citation: String, _ mark: SourceMark) -> Message {
        switch mark {
        case .cited: plain(citation)
        case .dateNotFound: Message(fr: "\(plain(citation)) [date ?]", en: "\(plain(citation)) [date ?]")
        case .notFound: Message(fr: "valeur par défaut \(citation) [?]", en: "default \(citation) [?]")
        }
    }

    static func plain(_ citation: String) -> Message {
        Message(
            fr: Phrase(verbatim: words(citation, sections: "art.", section: "art.", paragraph: "al.")),
            en: Phrase(verbatim: words(citation, sections: "ss.", section: "s.", paragraph: "para.")))
    }

    static func legend(_ mark: SourceMark) -> Message {
        switch mark {
        case .cited: Message(fr: "La source donne la valeur et la date.", en: "The source gives value and date.")
        case .dateNotFound:
            Message(
                fr: "[date ?] : la source donne la valeur; la date d'effet est une valeur par défaut.",
                en: "[date ?]: the source gives the value; the day from which it holds is a default.")
        case .notFound:
            Message(
                fr: "[?] : aucune source n'a été trouvée; c'est une valeur par défaut, à confirmer.",
                en: "[?]: no source was found; this is a default, to be confirmed.")
        }
    }

    private static func words(_ citation: String, sections: String, section: String, paragraph: String) -> String {
        var text = ""
        var rest = Substring(citation)
        while let mark = rest.first {
            if rest.hasPrefix(" §§ ") {
                text += ", \(sections) "
                rest.removeFirst(4)
            } else if rest.hasPrefix(" § ") {
                text += ", \(section) "
                rest.removeFirst(3)
            } else if rest.hasPrefix(" ¶ ") {
                text += ", \(paragraph) "
                rest.removeFirst(3)
            } else {
                text.append(mark)
                rest.removeFirst()
            }
        }
        return text
    }
}
