/// An error as a part of a result: a fault among others, rather than the end of the run.
enum ErrorMessage {
    /// Its code; E-CLI-099 for an error that is none of ours.
    static func code(_ error: any Error) -> String {
        (error as? any CodedError)?.errorCode ?? CommandLineError.Code.unexpected.rawValue
    }

    /// What happened, in both languages.
    static func what(_ error: any Error) -> Message {
        let coded = error as? any CodedError ?? CommandLineError(.unexpected, ["detail": String(describing: error)])
        return Message(fr: Phrase(verbatim: what(coded, in: .fr)), en: Phrase(verbatim: what(coded, in: .en)))
    }

    /// What to do about it, in both languages; nil for an error without words.
    static func next(_ error: any CodedError) -> Message? {
        guard let text = ErrorCatalogue.text(for: error.errorCode) else { return nil }
        let filled = { (language: Language) in
            Phrase(
                verbatim: ErrorTemplate.fill(
                    text.words(in: language).next, error.errorParameters, code: error.errorCode, in: language))
        }
        return Message(fr: filled(.fr), en: filled(.en))
    }

    /// What a code says where the error itself is not at hand, with what is known of its parameters; nil for a code that this
    /// program does not know.
    static func what(ofCode code: String, knowing known: [String: String]) -> Message? {
        guard let text = ErrorCatalogue.text(for: code) else { return nil }
        func filled(_ language: Language) -> Phrase {
            let template = text.words(in: language).what
            let unknown = ErrorTemplate.places(in: template).subtracting(ErrorTemplate.optionalPlaces(in: template))
            let parameters = unknown.reduce(into: known) { $0[$1] = $0[$1] ?? "…" }
            return Phrase(verbatim: ErrorTemplate.fill(template, parameters, code: code, in: language))
        }
        return Message(fr: filled(.fr), en: filled(.en))
    }

    private static func what(_ error: any CodedError, in language: Language) -> String {
        let parameters = error.errorParameters
        guard let text = ErrorCatalogue.text(for: error.errorCode) else {
            return parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\(Visible.text($0.value))" }.joined(separator: ", ")
        }
        return ErrorTemplate.fill(text.words(in: language).what, parameters, code: error.errorCode, in: language)
    }
}
