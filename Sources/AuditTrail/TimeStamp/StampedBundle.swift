/// A bundle that is to have a time-stamp token: its STATEMENT, and the token that it may have.
public struct StampedBundle: Sendable {
    public let path: String
    public let statement: Statement
    /// The bytes of STATEMENT.
    public let text: [UInt8]
    /// The bytes of the token that is there.
    public let token: [UInt8]?

    /// Reads STATEMENT, and nothing that a link names. Refuses: E-BUN-020 … E-BUN-027 for the folder's form; those of a
    /// STATEMENT.
    public init(_ path: String) throws {
        let folder = try BundleFolder(path)
        var fault: AuditError?
        guard try folder.survey({ if fault == nil { fault = $0 } }), fault == nil else {
            throw fault ?? AuditError(.bundleTooManyFiles, ["limit": String(BundlePath.mostFiles)])
        }
        self.path = path
        text = try BundleFile(BundlePath.statement, in: folder).contents(limit: BundlePath.largestStatement_bytes)
        statement = try Statement(parsing: text)
        token = try folder.sizes[BundlePath.timestamp].map { _ in
            try BundleFile(BundlePath.timestamp, in: folder).contents(limit: BundlePath.largestNote_bytes)
        }
    }

    /// Where the token lies.
    public var tokenPath: String { "\(path)/\(BundlePath.timestamp)" }

    /// The most bytes that a token has.
    public static let largestToken_bytes = BundlePath.largestNote_bytes

    public func request(random: [UInt8]) -> TimeStampRequest { TimeStampRequest(over: text, random: random) }

    /// A response as this bundle can take it: it grants a token over this STATEMENT and, where a request is given, answers
    /// it. Who signed it is the auditor's to judge.
    ///
    /// Refuses: E-TSP-003 … E-TSP-006, E-TSP-009, E-BUN-026; E-TSP-010 where another token is there.
    public func accept(_ response: [UInt8], to request: TimeStampRequest? = nil) throws -> TimeStampResponse {
        let response = try TimeStampResponse(response)
        if let request { try response.requireAnswer(to: request, over: text) } else { try response.requireImprint(of: text) }
        if token != response.bytes { try requireNoToken() }
        return response
    }

    /// Refuses: E-TSP-010. To be asked before an authority is.
    public func requireNoToken() throws {
        guard token == nil else { throw TimeStampError(.tokenTaken, ["path": tokenPath]) }
    }
}
