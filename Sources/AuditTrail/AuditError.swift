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

        // MARK: Writing bundles (E-BUN)

        /// A bundle is written to a new or empty folder only. `path`.
        case bundleTargetExists = "E-BUN-001"
        /// The system refused to write a bundle or to read a file that goes into it. `path`; `step`: the system call;
        /// `errno`.
        case bundleUnwritable = "E-BUN-002"
        /// The disk is full, or the quota used up. `path`.
        case bundleDiskFull = "E-BUN-003"
        /// None of the keys given is the ledger key that was in force at the export (or is, for a checkpoint). `register`;
        /// `key`: the one needed, 64 hexadecimal digits.
        case ledgerKeyNeeded = "E-BUN-004"
        /// The register has no export of that number. `register`; `number`.
        case exportUnknown = "E-BUN-005"
        /// An export written again would not be what was signed the first time: the book or the program changed.
        /// `register`; `number`; `field`: the first field of STATEMENT that differs, or `signature`.
        case exportDiffers = "E-BUN-006"
        /// The export does not fit the limits of the format. `limit`: `statement`, `manifest` or `files`.
        case exportTooLarge = "E-BUN-007"
        /// The program's name and version for `export.opened/1` is not 1–64 printable ASCII characters. `software`.
        case exportSoftware = "E-BUN-008"
        /// A document's file is not the one that its record names. `path`; `sha256`.
        case documentDiffers = "E-BUN-009"

        // MARK: Form of a bundle (integrity)

        /// The path is no folder that can be read. `path`; `errno`.
        case bundleAbsent = "E-BUN-020"
        /// A file of the bundle cannot be read, or changed while it was read. `file`; `errno` (0 where it changed).
        case bundleUnreadable = "E-BUN-021"
        /// A file or folder does not belong to a bundle. `file`.
        case bundleFileForeign = "E-BUN-022"
        /// A file is missing. `file`.
        case bundleFileMissing = "E-BUN-023"
        /// A name in the folder is outside the grammar. `file`: what is not printable ASCII as `\xHH`.
        case bundleFileName = "E-BUN-024"
        /// A file is no regular file of one name. `file`; `found`: `symlink`, `hardlink`, `folder`, `sparse`, `special`.
        case bundleFileKind = "E-BUN-025"
        /// A file is larger than its kind may be. `file`; `size_bytes`; `limit_bytes`.
        case bundleFileTooLarge = "E-BUN-026"
        /// There are more files than a bundle may have. `limit`.
        case bundleTooManyFiles = "E-BUN-027"
        /// STATEMENT is not in its one form. `line`: from 1; `field`: the one expected there, empty for the first line and
        /// the end.
        case statementMalformed = "E-BUN-028"
        /// MANIFEST.sha256 is not in its one form. `line`: from 1.
        case manifestMalformed = "E-BUN-029"
        /// A file's SHA-256 is not that of the manifest. `file`.
        case bundleFileHash = "E-BUN-030"
        /// A field of STATEMENT is not what the bundle and its records give. `field`; `declared`; `found`.
        case statementField = "E-BUN-031"
        /// A segment does not have the lines it should: `file`; `line`: from 1 within the file; `reason`: `count`,
        /// `unterminated`, `too-long`.
        case segmentShape = "E-BUN-032"
        /// The checkpoint's size or root is not STATEMENT's, or it has not the form of FORMAT.md, section 10.3. `member`:
        /// `size`, `root`; `signatures`: other than one; `name`: not ORIGIN/REGISTER-ID, or not the same in both places;
        /// `signature`: not of 64 bytes.
        case checkpointDiffers = "E-BUN-033"
        /// A public key that travels is not the one of the records. `file`.
        case keyFileDiffers = "E-BUN-034"
        /// A document that travels is none of the records, or of another size or hash. `file`.
        case documentForeign = "E-BUN-035"

        // MARK: Origin, completeness, append-only, books, pairing of a bundle

        /// STATEMENT.sig is not the pinned key's signature over STATEMENT. `key`.
        case statementSignature = "E-BUN-040"
        /// The bundle is of another register than the pinned one. `expected`; `found`: ids.
        case registerOther = "E-BUN-041"
        /// The ledger key in force after the last record is not the pinned one. `expected`: the pinned key; `found`.
        case ledgerKeyOther = "E-BUN-042"
        /// The checkpoint is of another origin. `expected`; `found`.
        case checkpointOfOther = "E-BUN-043"
        /// The records do not end with the seal of the export that STATEMENT names. `export`.
        case recordsEnd = "E-BUN-044"
        /// The export is older than the one asked for. `export`; `least`.
        case exportTooOld = "E-BUN-045"
        /// The kept STATEMENT is of another register. `expected`: the bundle's id; `found`.
        case keptOfOtherRegister = "E-BUN-046"
        /// The kept STATEMENT is not older than the bundle, and not its own. `kept`; `export`: numbers.
        case keptNotOlder = "E-BUN-047"
        /// The first records are no longer those of the kept STATEMENT. `size`; `member`: `root`, `records-bytes`,
        /// `records-sha256`.
        case historyRewritten = "E-BUN-048"
        /// An export names another predecessor than the kept STATEMENT. `export`; `expected`: its SHA-256; `found`.
        case predecessorOther = "E-BUN-049"
        /// A derived file is not what the records give. `file`; `line`: of the first difference, from 1.
        case derivedDiffers = "E-BUN-050"
        /// A batch names a sibling that does not name it in turn. `register`: whose batch; `batch`; `sibling`: the other's.
        case siblingNotMutual = "E-BUN-051"
        /// Half of a pair lacks its other half, or the two do not mirror each other. `entry`; `other`: the entry named.
        case pairNotMirrored = "E-BUN-052"
        /// A record names what the other register does not have. `name`: the grant.
        case namedMissing = "E-BUN-053"
        /// A record names what is another's. `name`: the grant; `recipient`: who received it; `employer`: of the record.
        case namedOther = "E-BUN-054"

        // MARK: Why a verdict was not checked

        /// It rests on a verdict that does not hold. `verdict`.
        case notCheckedRestsOn = "E-BUN-060"
        /// What it takes was not given. `needed`: `key`, `previous`, `with`, `witness`.
        case notCheckedNotGiven = "E-BUN-061"
        /// No kind of this version gives it matter, or the register has none. `register`.
        case notCheckedNoMatter = "E-BUN-062"
        /// Another bundle that was given does not hold by itself, or is of the same register. `path`; `verdict`: the one that
        /// fails, empty where it is the same register or cannot be read.
        case notCheckedOtherBundle = "E-BUN-063"

        // MARK: Checking a book (E-CHK)

        /// The engine finds the file's structure unsound. `message`: the engine's words.
        case storeUnsound = "E-CHK-001"
        /// The schema is not this program's. `type`, `name` of the object; `change`: `missing`, `foreign`, `altered`.
        case schemaDiffers = "E-CHK-002"
        /// A stored row is not what the records give. `table`; `key`: the row's key; `column`; `stored`; `replayed`; or, in
        /// place of the last three, `change`: `missing`, `foreign`.
        case rowDiffers = "E-CHK-003"
        /// Records are missing. `register`; `record`: the first that is; `next`: the next one that is there.
        case recordsMissing = "E-CHK-004"
        /// A row of records is of no register. `id`: the row's.
        case recordForeign = "E-CHK-005"
        /// There are records beyond the head, or fewer than it says. `register`; `size`: the head's; `found`.
        case headDiffers = "E-CHK-006"
        /// A register's first record cannot be read: the rest was not judged. `register`.
        case genesisUnreadable = "E-CHK-007"
        /// A stored STATEMENT is of no export of the records. `register`; `number`.
        case storedStatementForeign = "E-CHK-008"
        /// A stored STATEMENT is not signed by the ledger key of its export. `register`; `number`.
        case storedStatementSignature = "E-CHK-009"
        /// A stored STATEMENT is not what the records give. `register`; `number`; `field`.
        case storedStatementDiffers = "E-CHK-010"
        /// A stored STATEMENT is not the one that the next export names. `register`; `number`.
        case storedStatementOther = "E-CHK-011"
        /// A kept value of a subject is not the one committed to. `register`; `subject`; `field`.
        case secretDiffers = "E-CHK-012"
        /// A value of a subject is gone although no record erases it. `register`; `subject`; `field`.
        case secretMissing = "E-CHK-013"
        /// A value is kept although its subject is erased, or was never opened. `register`; `subject`; `field`.
        case secretKept = "E-CHK-014"

        // MARK: Documents

        /// A document is a folder, a pipe, a device: not a regular file. `path`.
        case documentKind = "E-AUD-040"
        /// The system refused to read a document. `path`; `errno`: its error number.
        case documentUnreadable = "E-AUD-041"
        /// A document is larger than `limit_bytes`. `path`.
        case documentTooLarge = "E-AUD-042"
        /// The system refused to write the documents' folder. `path`; `step`: the system call; `errno`: its error number.
        case documentStoreRefused = "E-AUD-043"
        /// The file of a document is not what its name says. `sha256`; `path`.
        case documentAltered = "E-AUD-044"
        /// No register of the book knows a document of that hash. `sha256`: as it was given.
        case documentUnknown = "E-AUD-045"
        /// The file of a document that a register knows is not beside the book. `sha256`; `path`.
        case documentAbsent = "E-AUD-046"
    }
}
