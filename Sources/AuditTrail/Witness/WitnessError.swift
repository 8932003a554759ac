/// What witnesses and proofs of one record refuse; beside `AuditError`, whose list of codes fills a file.
public struct WitnessError: Error, Sendable, Equatable {
    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    /// Every code of witnesses and proofs.
    public enum Code: String, CaseIterable, Sendable {
        // MARK: Witnesses (E-WIT)

        /// A witness sees a register for the first time, and its ledger key or its id was not given. `register`: its id.
        case witnessRegisterUnknown = "E-WIT-001"
        /// A bundle's checkpoint is not signed by the ledger key that the witness knows. `register`: its id; `key`: that one.
        case witnessedKeyOther = "E-WIT-002"
        /// A bundle has fewer records than the witness cosigned before. `kept_size`; `size`.
        case witnessedShorter = "E-WIT-003"
        /// A bundle has as many records as the witness cosigned before, and another root. `size`; `kept_root`; `root`.
        case witnessedFork = "E-WIT-004"
        /// A bundle's records do not begin with those that the witness cosigned before. `kept_size`; `kept_root`; `size`.
        case witnessedOther = "E-WIT-005"
        /// A file of a witness's memory is not what was written. `path`.
        case witnessMemoryBroken = "E-WIT-006"
        /// A witness's memory cannot be read or written. `path`; `step`: the system call; `errno`.
        case witnessMemoryUnwritable = "E-WIT-007"
        /// The clock stands before the witness's last cosignature of the register. `time`; `kept_time`.
        case witnessClock = "E-WIT-008"
        /// A checkpoint's first line is not that of a register's. `found`: at most 200 characters.
        case checkpointNoRegister = "E-WIT-009"
        /// A line of a witness is no cosignature/v1. `name`.
        case cosignatureMalformed = "E-WIT-010"
        /// A note of a witness is of another checkpoint. No parameter.
        case cosignatureOfOther = "E-WIT-011"
        /// A witness's line is not valid over the checkpoint. `name`; `key`.
        case cosignatureInvalid = "E-WIT-012"
        /// A cosignature is from before the export or from the future. `name`; `time`; `earliest`, empty where nothing tells;
        /// `latest`.
        case cosignatureTime = "E-WIT-013"
        /// Too few of the given witnesses cosigned the checkpoint. `found`; `needed`; `given`; `file` and `cause` (a code) of the
        /// first that did not count, or empty.
        case cosignaturesTooFew = "E-WIT-014"
        /// A witness's key is a key of the register's own: a person's, a ledger key, the recovery key. `key`.
        case witnessIsInsider = "E-WIT-015"
        /// A note has no line of the witness key given. `names`: of those that it has.
        case cosignatureOfOtherKey = "E-WIT-016"
        /// A note has no line of a witness known in the book, and no key was given. `names`: of those that it has.
        case witnessKeyNeeded = "E-WIT-017"
        /// A witness's name cannot name a file of a bundle. `name`.
        case cosignatureName = "E-WIT-018"
        /// Another witness's note is kept for the export under that name. `name`; `export`.
        case cosignatureNameTaken = "E-WIT-019"
        /// So many notes are kept for the export that none can be added. `export`; `limit`.
        case cosignaturesTooMany = "E-WIT-020"
        /// No register of the book has an export with that checkpoint. `origin`; `size`.
        case cosignedExportUnknown = "E-WIT-021"
        /// A witness's checkpoint has another root than the export of that size: two histories. `register`; `export`.
        case cosignedRootOther = "E-WIT-022"
        /// A kept note of a witness is of no export of the records, or is not what was accepted. `register`; `number`; `name`.
        case keptCosignature = "E-WIT-023"

        // MARK: Proofs of one record (E-PRF)

        /// A file has not the form of a proof. `line`: from 1.
        case proofMalformed = "E-PRF-001"
        /// A file is larger than a proof may be. `limit_bytes`.
        case proofTooLarge = "E-PRF-002"
        /// A proof does not carry its record. No parameter.
        case proofWithoutRecord = "E-PRF-003"
        /// The record of a proof is not in the tree of its checkpoint at that place. `record`; `size`.
        case proofNotIncluded = "E-PRF-004"
        /// A proof is of another register than the one expected. `expected`; `found`: ids.
        case proofOfOther = "E-PRF-005"
        /// The record is not in the export asked for. `record`; `export`; `size`: the export's.
        case proofBeyondExport = "E-PRF-006"
        /// An entry's id is of another fund than the register. `entry`; `register`.
        case proofEntryOther = "E-PRF-007"
    }
}
