/// Shows an error: its code, what happened, why, what to do next; as text, and as the object `fundctl/error/v1`.
struct ErrorReport {
    let error: any CodedError
    let language: Language

    /// At most so many causes are shown of one failure; the JSON object has them all.
    private static let shownDetails = 50

    func text(style: Style) -> String {
        let words = words(of: error)
        var text = style.alert(error.errorCode) + ": " + words.what + "\n"
        for detail in error.errorDetails.prefix(ErrorReport.shownDetails) {
            text += "  \(detail.errorCode): \(self.words(of: detail).what)\n"
        }
        let left = error.errorDetailCount - min(error.errorDetails.count, ErrorReport.shownDetails)
        if left > 0 {
            text += "  " + Message(fr: "… et \(number: left) de plus.", en: "… and \(number: left) more.").text(in: language) + "\n"
        }
        return text + line(ShellTexts.why, words.why) + line(ShellTexts.whatNext, words.next)
    }

    /// What happened, without why and what next.
    var what: String { words(of: error).what }

    var json: JSONValue {
        var members = members(of: error)
        members.insert((name: "schema", value: "fundctl/error/v1"), at: 0)
        if !error.errorDetails.isEmpty {
            members.append((name: "details", value: .array(error.errorDetails.map(self.detail))))
        }
        return .object(members)
    }

    private func detail(_ error: any CodedError) -> JSONValue {
        .object((error.errorPlace?.members ?? []) + members(of: error))
    }

    private func line(_ label: Message, _ words: String) -> String {
        guard !words.isEmpty else { return "" }
        return "  " + label.text(in: language) + (language == .fr ? "\u{00A0}: " : ": ") + words + "\n"
    }

    private func members(of error: any CodedError) -> [(name: String, value: JSONValue)] {
        let words = words(of: error)
        let parameters = error.errorParameters.sorted { $0.key < $1.key }.map { (name: $0.key, value: JSONValue.string($0.value)) }
        return [
            (name: "code", value: .string(error.errorCode)), (name: "message", value: .string(words.what)),
            (name: "why", value: .string(words.why)), (name: "next", value: .string(words.next)),
            (name: "parameters", value: .object(parameters)),
        ]
    }

    private func words(of error: any CodedError) -> ErrorText.Words {
        guard let text = ErrorCatalogue.text(for: error.errorCode) else {
            let shown = error.errorParameters.sorted { $0.key < $1.key }.map { "\($0.key)=\(Visible.text($0.value))" }
            return ErrorText.Words(what: shown.joined(separator: ", "), why: "", next: "")
        }
        let words = text.words(in: language)
        let fill = { ErrorTemplate.fill($0, error.errorParameters, code: error.errorCode, in: language) }
        let place = error.errorPlace.map { $0.text(in: language) + " — " } ?? ""
        return ErrorText.Words(what: place + fill(words.what), why: fill(words.why), next: fill(words.next))
    }
}
