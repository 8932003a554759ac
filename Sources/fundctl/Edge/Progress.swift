/// Progress of a long run: nothing during the first second, then a line on a terminal's standard error, at most ten
/// times a second, wiped at the end.
///
///     let progress = call.progress(Message(fr: "Écritures lues", en: "Entries read"))
///     defer { progress.finish() }
///     try importer.run { progress.advance(to: $0) }
final class Progress {
    private let label: Message
    private let edge: Edge
    private let language: Language
    private let isShown: Bool
    private let start: Int64
    private var nextShow: Int64
    private var hasShown = false

    init(_ label: Message, edge: Edge, language: Language, isAllowed: Bool) {
        self.label = label
        self.edge = edge
        self.language = language
        isShown = isAllowed && edge.terminal.isTalk
        start = edge.clock.milliseconds()
        nextShow = start + 1000
    }

    /// How many are done; `total` where it is known.
    func advance(to count: Int64, of total: Int64? = nil) {
        guard isShown else { return }
        let now = edge.clock.milliseconds()
        guard now >= nextShow else { return }
        nextShow = now + 100
        hasShown = true
        let shown = MoneyFormat.integer(count, in: language)
        let whole = total.map { " / " + MoneyFormat.integer($0, in: language) } ?? ""
        edge.talk.write("\r\u{1B}[K" + Message(fr: "\(label) : \(shown)\(whole)", en: "\(label): \(shown)\(whole)").text(in: language))
    }

    func advance(to count: Int, of total: Int? = nil) { advance(to: Int64(count), of: total.map(Int64.init)) }

    func finish() {
        if hasShown { edge.talk.write("\r\u{1B}[K") }
        hasShown = false
    }
}
