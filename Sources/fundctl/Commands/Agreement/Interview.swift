import ReferenceData

/// Questions asked one after the other at a terminal, with what is offered for each; `<` goes back to the one before.
struct Interview {
    /// One question.
    struct Question {
        let key: String
        let label: Message
        /// What an answer may be given by instead, for the refusal.
        let option: String
        /// What an empty answer stands for; told from the answers so far.
        let offer: ([String: String]) -> String?
        /// Throws what is wrong with an answer; gives it as it is kept.
        let read: (String, [String: String]) throws -> String
    }

    let prompter: Prompter

    /// Asks what `answers` does not hold yet. `first`: the question to begin with; earlier ones are reached with `<`.
    ///
    /// Refuses what the prompter refuses: E-CLI-015 where nobody can be asked, E-CLI-016 at the end of the input.
    func ask(_ questions: [Question], _ answers: inout [String: String], from first: Int = 0) throws {
        var place = first
        while place < questions.count {
            let question = questions[place]
            let offer = question.offer(answers)
            let label = offer.map { Message(fr: "\(question.label) [\($0)]", en: "\(question.label) [\($0)]") } ?? question.label
            let typed = Self.trim(try prompter.ask(label, option: question.option))
            if typed == "<" {
                place = max(0, place - 1)
                continue
            }
            do {
                guard let answer = typed.isEmpty ? offer : typed else { continue }
                answers[question.key] = try question.read(answer, answers)
                place += 1
            } catch let error as any CodedError {
                tell(error)
            }
        }
    }

    /// What was wrong with an answer, and what to do.
    func tell(_ error: any CodedError) {
        say(ErrorMessage.what(error))
        if let next = ErrorMessage.next(error) { say(next) }
    }

    /// A remark on the talk's side.
    func say(_ message: Message) {
        prompter.edge.talk.write("  " + message.text(in: prompter.language) + "\n")
    }

    static func trim(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
