import AuditTrail
import EmployerServices
import ReferenceData

/// `agreement sign` at a terminal: asks for what is missing, offers what was used last, shows what will be written and what
/// will count it, writes once.
struct AgreementInterview {
    private let command: AgreementSign
    private let call: Invocation
    private let interview: Interview
    private let day: CalendarDate
    /// What the last agreement of the register has.
    private let last: [String: String]

    init(_ command: AgreementSign, _ call: Invocation) throws {
        self.command = command
        self.call = call
        interview = Interview(prompter: call.prompter)
        day = try command.step.day(call)
        last = try call.openBookToRead().read { try Self.last(in: $0.register(RegisterName.employers)) }
    }

    private static func last(in session: RegisterSession) throws -> [String: String] {
        guard let view = try Agreements(session).last().map({ try AgreementView($0, in: session) }) else { return [:] }
        let state = view.file.state
        var last = ["employer": state.employer, "office": state.office, "standard": state.standard]
        last["companion"] = view.companion
        last["hours"] = state.hours.map(String.init)
        last["begins"] = state.begins?.iso
        last["ends"] = state.ends?.iso
        last["signed"] = state.signed?.iso
        return last
    }

    func perform() throws -> CommandResult {
        var answers = given
        let questions = try questions(besides: Set(answers.keys))
        var first = 0
        if !questions.isEmpty {
            interview.say(
                Message(
                    fr: "« < » revient à la question d'avant; Entrée prend ce qui est entre crochets; Ctrl-C sort sans rien écrire.",
                    en: "\"<\" goes back to the question before; Enter takes what is in brackets; Ctrl-C leaves, with nothing written."))
        }
        while true {
            try interview.ask(questions, &answers, from: first)
            do {
                let order = try order(answers)
                try show(order)
                if try isConfirmed() { return try command.draftAndSign(order, call) }
                first = max(0, questions.count - 1)
            } catch let error as any CodedError where !(error is CommandLineError) && !questions.isEmpty {
                interview.tell(error)
                first = Self.question(of: error, in: questions)
            }
        }
    }

    /// The question that an error is about; the last one where it is about none.
    private static func question(of error: any CodedError, in questions: [Interview.Question]) -> Int {
        let key: String? =
            switch (error as? AgreementError)?.code {
            case .tooYoung, .bornUnknown: "born"
            case .samePerson, .alreadyOpen: "apprentice"
            case .ownCompanion, .companionMissing: "companion"
            case .signatureDate: "signed"
            case .beginsBefore: "begins"
            case .term: "ends"
            default: nil
            }
        return questions.firstIndex { $0.key == key } ?? questions.count - 1
    }

    /// Yes writes, `<` goes back, anything else ends.
    private func isConfirmed() throws -> Bool {
        let question = Message(fr: "Écrire cette entente? [o/N, < revient]", en: "Write this agreement? [y/N, < goes back]")
        let typed = Interview.trim(try call.prompter.ask(question, option: "--no-input")).lowercased()
        if typed == "<" { return false }
        guard ["o", "oui", "y", "yes"].contains(typed) else { throw CommandLineError(.cancelled) }
        return true
    }

    // MARK: Questions

    /// What options gave.
    private var given: [String: String] {
        let (party, terms) = (command.party, command.terms)
        let values: [(String, String?)] = [
            ("employer", party.employer), ("office", party.office), ("standard", party.standard),
            ("apprentice", party.apprenticeSubject.map { _ in "" } ?? party.apprentice),
            ("born", party.apprenticeSubject.map { _ in "" } ?? party.born),
            ("companion", party.companion.companionSubject.map { _ in "" } ?? party.companion.companion),
            ("signed", terms.signed ?? terms.serviceSigned), ("begins", terms.begins), ("ends", terms.ends),
            ("hours", terms.hours.map(String.init)),
        ]
        return Dictionary(uniqueKeysWithValues: values.compactMap { key, value in value.map { (key, $0) } })
    }

    private func questions(besides given: Set<String>) throws -> [Interview.Question] {
        let last = last
        let today = day.iso
        let text = { (typed: String, _: [String: String]) in
            try TypedText.check(typed, option: "", bytes: 1...200)
            return typed
        }
        let date = { (typed: String, _: [String: String]) in try CalendarDate(iso: typed).iso }
        let signing = { (typed: String, _: [String: String]) in
            let signed = try CalendarDate(iso: typed)
            guard signed <= day else {
                throw CommandLineError(.invalidValue, ["value": typed, "option": "--signed", "choices": "… \(day.iso)"])
            }
            return signed.iso
        }
        let used = { (key: String) in { (_: [String: String]) in last[key] } }
        let none = { (_: [String: String]) -> String? in nil }
        let all: [Interview.Question] = [
            .init(key: "employer", label: Message(fr: "NEQ de l'employeur", en: "Employer's NEQ"), option: "--employer", offer: used("employer"), read: knownEmployer),
            .init(key: "office", label: AgreementWords.office, option: "--office", offer: officeOffer, read: knownOffice),
            .init(key: "standard", label: AgreementWords.standard, option: "--standard", offer: used("standard"), read: knownStandard),
            .init(key: "apprentice", label: Message(fr: "Nom de l'apprenti", en: "Apprentice's name"), option: "--apprentice", offer: none, read: text),
            .init(key: "born", label: Message(fr: "Date de naissance", en: "Birth date"), option: "--born", offer: none, read: date),
            .init(key: "companion", label: Message(fr: "Nom du compagnon", en: "Companion's name"), option: "--companion",
                offer: { $0["employer"] == last["employer"] ? last["companion"] : nil }, read: text),
            .init(key: "signed", label: Message(fr: "Signée par tous le", en: "Signed by all on"), option: "--signed", offer: { _ in today }, read: signing),
            .init(key: "begins", label: AgreementWords.begins, option: "--begins", offer: { $0["signed"] ?? today }, read: date),
            .init(key: "ends", label: AgreementWords.ends, option: "--ends", offer: Self.yearLater, read: date),
            .init(key: "hours", label: AgreementWords.hours, option: "--hours", offer: { _ in last["hours"] ?? "35" }, read: Self.hours),
        ]
        return all.filter { !given.contains($0.key) }
    }

    private static func yearLater(_ answers: [String: String]) -> String? {
        answers["begins"].flatMap { try? CalendarDate(iso: $0).later(months: 12).adding(days: -1).iso }
    }

    private static func hours(_ typed: String, _: [String: String]) throws -> String {
        guard let hours = Int64(typed), AgreementTerms.hours.contains(hours) else {
            throw CommandLineError(.invalidValue, ["value": typed, "option": "--hours", "choices": "21…60"])
        }
        return String(hours)
    }

    /// The office that the register has for the employer; else the last one used.
    private func officeOffer(_ answers: [String: String]) -> String? {
        let office = try? reading { services in try answers["employer"].flatMap { try services.countedEmployer($0).office } }
        return (office ?? nil) ?? last["office"]
    }

    private func knownEmployer(_ typed: String, _: [String: String]) throws -> String {
        let neq = try NEQ(parsing: typed).text
        let name = try reading { try $0.activeEmployer(neq).name }
        if let name { interview.say(.verbatim(name)) }
        return neq
    }

    private func knownOffice(_ typed: String, _: [String: String]) throws -> String {
        let office = try reading { try $0.openOffice(typed) }
        interview.say(.verbatim("\(office.name) (\(office.region.code))"))
        return typed
    }

    private func knownStandard(_ typed: String, _: [String: String]) throws -> String {
        let standard = try reading { try $0.standard(typed) }
        interview.say(.verbatim(standard.name))
        return typed
    }

    private func reading<T>(_ body: (ServicesReader) throws -> T) throws -> T {
        try call.openBookToRead().read { try body(ServicesReader($0.register(RegisterName.employers))) }
    }

    // MARK: The order

    private func order(_ answers: [String: String]) throws -> AgreementOrder {
        var (party, terms) = (command.party, command.terms)
        party.employer = answers["employer"]
        party.office = answers["office"]
        party.standard = answers["standard"]
        if party.apprenticeSubject == nil {
            party.apprentice = answers["apprentice"]
            party.born = answers["born"]
        }
        if party.companion.companionSubject == nil { party.companion.companion = answers["companion"] }
        terms.signed = terms.signed ?? answers["signed"]
        terms.begins = answers["begins"]
        terms.ends = answers["ends"]
        terms.hours = answers["hours"].flatMap { Int64($0) }
        return try party.order(terms: terms.read(on: day, command: "agreement sign"), on: day, command: "agreement sign")
    }

    /// Shows what would be written, as the register would have it.
    private func show(_ order: AgreementOrder) throws {
        var trial = command
        trial.write.dryRun = true
        let request = DeskRequest(
            command: "agreement-sign", content: [:], date: trial.step.date, slip: nil, write: trial.write)
        let done: DeskDone<AgreementView> = try call.atDesk(
            request, text: { (id: AgreementID) in id.text }, view: { try AgreementView($0, in: $1) }, again: { _, _ in [] },
            body: { [try $0.desk.write(order, drawing: $0.drawing)] })
        guard case .written(let written) = done, let view = written.value.first else { return }
        let language = call.language
        interview.say(Message(fr: "Voici ce qui sera écrit :", en: "This will be written:"))
        for (label, value) in view.facts {
            interview.say(Message(fr: "  \(label) : \(value.text(in: language))", en: "  \(label): \(value.text(in: language))"))
        }
    }
}
