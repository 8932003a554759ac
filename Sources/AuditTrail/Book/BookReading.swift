import Storage

/// A snapshot of a book, to be read.
public final class BookReading {
    public let connection: any SQLConnection
    public let layout: BookLayout
    private var sessions: [String: RegisterSession] = [:]

    init(connection: any SQLConnection, layout: BookLayout) {
        self.connection = connection
        self.layout = layout
    }

    /// A register of the book. Refuses: E-AUD-023 where the book has none of that name.
    public func register(_ name: String) throws -> RegisterSession {
        if let kept = sessions[name] { return kept }
        guard let head = try RegisterHead.load(name, from: connection) else {
            throw AuditError(.registerUnknown, ["register": name])
        }
        let session = RegisterSession(
            register: head, people: try RegisterSession.people(of: head.number, from: connection),
            connection: connection, kinds: layout.kinds, sealer: nil)
        sessions[name] = session
        return session
    }

    /// The registers that the book has, in the order of their numbers.
    public func registers() throws -> [RegisterSession] {
        try connection.query("SELECT name FROM register ORDER BY number") { $0.string(0) }.map { try register($0) }
    }
}
