/// What time-stamp tokens are refused for. FORMAT.md, section 16.4.
public struct TimeStampError: Error, Sendable, Equatable {
    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    /// Every code of time-stamps.
    public enum Code: String, CaseIterable, Sendable {
        /// A file of an authority's certificates holds none, or one that cannot be read. `number`: of the file, from 1.
        case certificatesUnreadable = "E-TSP-001"
        /// A bundle has no token. No parameter.
        case tokenMissing = "E-TSP-002"
        /// A file or an answer is no TimeStampResp, or something follows it. No parameter.
        case responseMalformed = "E-TSP-003"
        /// The authority gave no token. `status`: its number in RFC 3161; `detail`: the authority's words, or empty.
        case responseRejected = "E-TSP-004"
        /// A token is over a hash other than SHA-256, SHA-384 and SHA-512. `algorithm`.
        case imprintAlgorithm = "E-TSP-005"
        /// A token is over another text than this STATEMENT. `expected`; `found`: hashes.
        case imprintOther = "E-TSP-006"
        /// A token is not signed by an authority that the certificates vouch for. `time`: the token's; `detail`: of libcrypto.
        case tokenInvalid = "E-TSP-007"
        /// A token is from before the export or from the future. `time`; `earliest`, empty where nothing tells; `latest`.
        case tokenTime = "E-TSP-008"
        /// An answer is not to the request that was made. No parameter.
        case nonceOther = "E-TSP-009"
        /// A bundle has another token already. `path`.
        case tokenTaken = "E-TSP-010"
        /// A bundle was written, and no token could be had. `bundle`; `export`.
        case bundleUnstamped = "E-TSP-011"
    }
}
