/// What AuditTrail refuses: a stable code and the raw values that explain it.
///
/// The words, in French and English, are fundctl's. A parameter whose name ends in `_cents` holds integer
/// cents and is shown as money; all others are shown as they are.
public struct AuditError: Error, Sendable, Equatable {
    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    /// Every code of this library, by section: the lowest layer first
    public enum Code: String, CaseIterable, Sendable {
        // MARK: Canonical records

        /// A line is not canonical. `reason`: an identifier from the list at the head of `CanonicalScanner`;
        /// `offset`: bytes before the offending one, from 0; `code_point` (`U+000A`) with `forbidden-code-point`.
        case recordNotCanonical = "E-REC-001"
        /// A line, read or about to be written, is longer than `limit_bytes`. `length_bytes`: its length so far.
        case recordTooLong = "E-REC-002"
        /// Objects and arrays lie deeper than `limit`. `offset`: bytes before the bracket that goes too deep.
        case recordTooDeep = "E-REC-003"
        /// A text given by a person holds a code point that no record may hold. `code_point` (`U+000A`);
        /// `position`: which code point of the text it is, from 1.
        case textForbiddenCodePoint = "E-REC-004"
        /// A text given as bytes is not UTF-8. `offset`: bytes before the first wrong one.
        case textNotUTF8 = "E-REC-005"
        /// A record lacks a member that its kind requires. `member`: its path, such as `postings[3].account`.
        case recordMemberMissing = "E-REC-006"
        /// A record has a member that its kind does not know. `member`: its path.
        case recordMemberUnknown = "E-REC-007"
        /// A member is of another shape than its kind says. `member`: its path; `expected`: `string`, `array`
        /// or `object`.
        case recordMemberShape = "E-REC-008"
        /// A member should hold an integer and does not: no sign but `-`, no leading zero, within 64 bits.
        /// `member`: its path.
        case recordMemberInteger = "E-REC-009"

        // MARK: Keys (Crypto)

        /// A raw public key is not 32 bytes long. `length`: the bytes given.
        case publicKeyLength = "E-KEY-001"
        /// A public key is not the canonical encoding of a point (RFC 8032, 5.1.3): its y is 2^255 − 19 or more,
        /// or no point has that y. `key`: its 64 hexadecimal digits.
        case publicKeyNotCanonical = "E-KEY-002"
        /// A public key is one of the eight points of small order, under any encoding: anyone can make a
        /// signature that it verifies. `key`: its 64 hexadecimal digits.
        case publicKeySmallOrder = "E-KEY-003"
        /// A public key's text is not 64 lower-case hexadecimal digits. `text`: at most the first 80 characters.
        case publicKeyHex = "E-KEY-004"
        /// A text is not exactly one `PUBLIC KEY` block as `openssl pkey -pubout` writes it. No parameter.
        case publicKeyPEM = "E-KEY-005"
        /// A PEM public key is of another algorithm than Ed25519. No parameter.
        case publicKeyAlgorithm = "E-KEY-006"
        /// A text is not exactly one PKCS#8 private key block (`PRIVATE KEY` or `ENCRYPTED PRIVATE KEY`), or a
        /// seed is not 32 bytes long. No parameter.
        case privateKeyMalformed = "E-KEY-007"
        /// A private key is of another algorithm than Ed25519. No parameter.
        case privateKeyAlgorithm = "E-KEY-008"
        /// A private key is encrypted and no passphrase was given. No parameter.
        case passphraseMissing = "E-KEY-009"
        /// A private key does not open with the passphrase given (or its encrypted bytes were altered: the
        /// two cannot be told apart). No parameter.
        case passphraseWrong = "E-KEY-010"
        /// A new passphrase is empty, longer than 1024 bytes, or holds NUL, CR or LF: the `openssl` command
        /// could not be given it. No parameter.
        case passphraseUnusable = "E-KEY-011"
        /// A key file would replace a file that exists. `path`.
        case keyFileExists = "E-KEY-012"
        /// A key file, or what its link points to, can be read or written by its group or by others.
        /// `path`; `mode`: its permissions as four octal digits.
        case keyFileMode = "E-KEY-013"
        /// A key file is larger than 64 KiB. `path`.
        case keyFileTooLarge = "E-KEY-014"
        /// A key file is a folder, a pipe, a device: not a regular file. `path`.
        case keyFileKind = "E-KEY-015"
        /// A key file does not exist. `path`.
        case keyFileAbsent = "E-KEY-016"
        /// The system refused to read, write or create a key file or its folder. `path`; `step`: the system
        /// call; `errno`: its error number.
        case keyFileSystem = "E-KEY-017"
        /// libcrypto failed where it should not (no memory, no entropy, a provider missing). `operation`: what
        /// was asked; `detail`: libcrypto's reason, empty when it gave none.
        case cryptoLibraryFailed = "E-KEY-018"

        // MARK: Signed notes and checkpoints (Notes)

        /// A signed note is larger than 1 MiB. `length`: its bytes.
        case noteTooLarge = "E-NOT-001"
        /// A note is not UTF-8, or holds an ASCII control character other than line feed. No parameter.
        case noteCharacters = "E-NOT-002"
        /// A note has no blank line before its signatures, no signature, or no line feed at its end; or a text
        /// to sign does not end in a line feed. No parameter.
        case noteShape = "E-NOT-003"
        /// A signature line is malformed: not `— NAME BASE64`, base64 not canonical, or less than 5 bytes.
        /// `line`: its number from 1 in the signature block.
        case noteSignatureLine = "E-NOT-004"
        /// A note has more than 100 signature lines. No parameter.
        case noteTooManySignatures = "E-NOT-005"
        /// A key name is empty, holds white space, a control character or `+`. `name`.
        case noteKeyName = "E-NOT-006"
        /// A verifier key's text is not `NAME+HASH+BASE64` in canonical form, is of another algorithm than
        /// Ed25519, or its hash is not that of its key. `vkey`: at most the first 200 characters.
        case noteVerifierKey = "E-NOT-007"
        /// A signature of a known key is not valid over the note's text: the whole note is refused. `name`;
        /// `key_hash`: eight hexadecimal digits.
        case noteSignatureInvalid = "E-NOT-008"
        /// No signature of the note is by a known key. No parameter.
        case noteUnverified = "E-NOT-009"
        /// Two known keys have the same name and hash, so that a signature line names both. `name`; `key_hash`.
        case noteVerifierAmbiguous = "E-NOT-010"
        /// A checkpoint's text is not three lines, each ended by a line feed. No parameter.
        case checkpointShape = "E-NOT-011"
        /// A checkpoint's origin is empty or holds a control character. No parameter.
        case checkpointOrigin = "E-NOT-012"
        /// A checkpoint's size is not a canonical decimal number (no sign, no leading zero) below 2^63.
        /// `text`: at most the first 80 characters.
        case checkpointSize = "E-NOT-013"
        /// A checkpoint's root is not the canonical base64 of 32 bytes. `text`: at most the first 80 characters.
        case checkpointRoot = "E-NOT-014"
        /// A checkpoint has extension lines after its root: ours never have. No parameter.
        case checkpointExtension = "E-NOT-015"

        // MARK: Persons, roles, approvals

        /// The acting key is no person of the register, or may not act in it. `key`: 64 hexadecimal digits; `register`.
        case keyUnknown = "E-KEY-020"
        /// The person holds none of the roles that a kind needs. `person`; `kind`; `roles`: those that would do; `register`.
        case roleMissing = "E-KEY-021"
        /// A person of this name was admitted before. `person`.
        case personKnown = "E-KEY-022"
        /// Nobody of this name was admitted. `person`; `register`.
        case personUnknown = "E-KEY-023"
        /// A key is already a person's, the recovery key, or is or was a ledger key. `key`.
        case keyInUse = "E-KEY-024"
        /// A possession proof was not made by the key for this register, person, role and scope. `person`; `role`; `scope`.
        case possessionProof = "E-KEY-025"
        /// A recovery proof was not made by the register's recovery key. `person`.
        case recoveryProof = "E-KEY-026"
        /// A recovery is not the first record of a batch sealed by the key that it admits. No parameter.
        case recoveryPlace = "E-KEY-027"
        /// The name `ledger` is kept for the ledger key. `person`.
        case personNameReserved = "E-KEY-028"
        /// The role `founder` stands only in the founders' admissions. No parameter.
        case founderOutsideGenesis = "E-KEY-029"
        /// The founders' admissions do not follow genesis as it names them. `person`: the one expected; `record`.
        case founderExpected = "E-KEY-030"
        /// A scope is missing (coordinator, agent), or given where there is none to be. `role`; `scope`.
        case roleScope = "E-KEY-031"
        /// The person holds that role already. `person`; `role`; `scope`.
        case roleHeldAlready = "E-KEY-032"
        /// The person does not hold that role. `person`; `role`; `scope`.
        case roleNotHeld = "E-KEY-033"
        /// The last admin is not revoked. `person`.
        case lastAdmin = "E-KEY-034"
        /// The old ledger key is not the one in force. `key`.
        case ledgerKeyNotInForce = "E-KEY-035"
        /// A rotation is not signed by both ledger keys. No parameter.
        case rotationProof = "E-KEY-036"

        // MARK: Registers, batches, approvals (E-AUD)

        /// A member's value is outside its grammar. `member`: its path; `found`: at most 80 characters.
        case malformedMember = "E-AUD-001"
        /// A record is of a kind that this version does not know. `kind`.
        case unknownKind = "E-AUD-002"
        /// The register has no record of that sequence. `record`.
        case recordUnknown = "E-AUD-003"
        /// Genesis is missing, not first, repeated, or of another register. `register`; `record`.
        case genesisPlace = "E-AUD-004"
        /// A seal does not fit the records before it. `member`: the first member that differs; `batch`.
        case sealMismatch = "E-AUD-005"
        /// A seal's signature is not valid under its key. `batch`.
        case sealSignature = "E-AUD-006"
        /// A register does not take records of a kind. `kind`; `register`.
        case kindNotInRegister = "E-AUD-010"
        /// A record that takes two admins has not what it needs: `alone` with fewer than two admins, else an approved
        /// `proposal`. `kind`.
        case consentShape = "E-AUD-011"
        /// No proposal has that number. `proposal`.
        case proposalUnknown = "E-AUD-012"
        /// The proposal is not in the state needed. `proposal`; `state`: open, given, refused, done.
        case proposalDecided = "E-AUD-013"
        /// Nobody approves what they proposed. `proposal`.
        case ownProposal = "E-AUD-014"
        /// The record is not the one that was proposed. `proposal`.
        case proposalDiffers = "E-AUD-015"
        /// The record to annul is not one of an earlier batch. `record`.
        case annulledRecordUnknown = "E-AUD-016"
        /// Records of that kind are not annulled. `record`; `kind`.
        case notAnnullable = "E-AUD-017"
        /// A document of that hash is known already. `sha256`.
        case documentKnown = "E-AUD-018"
        /// A subject of that id was opened before. `subject`.
        case subjectKnown = "E-AUD-019"
        /// The idempotency key was used with other content. `key`; `register`; `batch`.
        case idempotencyConflict = "E-AUD-020"
        /// The book's history is shorter than the one that the key folder knows: an old copy. `register`; `known_size`; `size`.
        case historyShorter = "E-AUD-021"
        /// The book's history left the one that the key folder knows: a copy that went its own way. `register`;
        /// `known_size`; `size`.
        case historyOther = "E-AUD-022"
        /// The book has no register of that name. `register`.
        case registerUnknown = "E-AUD-023"
        /// A file of remembered heads is not what was written. `path`.
        case headMemoryBroken = "E-AUD-024"
        /// The key folder cannot be written. `path`; `errno`.
        case headMemoryUnwritable = "E-AUD-025"
        /// The subject was never opened, or is erased. `subject`.
        case subjectNotOpen = "E-AUD-026"
        /// An export's number is not the next one, or only its first has no predecessor. `number`; `expected`.
        case exportNumber = "E-AUD-027"
        /// An export's batch has other content, or follows another export directly. `number`.
        case exportAlone = "E-AUD-028"
        /// A table holds what no program of ours wrote. `table`; `row`.
        case projectionBroken = "E-AUD-029"
    }
}
