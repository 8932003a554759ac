/// What fundctl itself refuses.
struct CommandLineError: CodedError, Equatable {
    enum Code: String, CaseIterable, Sendable {
        /// No such noun or verb. `word`, `parent`; `suggestion` where one is near.
        case unknownCommand = "E-CLI-001"
        /// A noun without its verb. `parent`, `verbs`.
        case missingVerb = "E-CLI-002"
        /// `option`, `command`; `suggestion` where one is near.
        case unknownOption = "E-CLI-003"
        /// `option`.
        case missingValue = "E-CLI-004"
        /// `argument`, `command`.
        case missingArgument = "E-CLI-005"
        /// `argument`, `command`.
        case unexpectedArgument = "E-CLI-006"
        /// `value`, `option`; `choices` where they are few.
        case invalidValue = "E-CLI-007"
        /// A flag that was given a value. `option`, `value`.
        case valueNotTaken = "E-CLI-008"
        /// Options that exclude each other. `option`, `other`.
        case exclusiveOptions = "E-CLI-009"
        /// What the parser says and we have no words of our own for. `command`, `detail`.
        case otherUsage = "E-CLI-010"
        /// `format`, `command`, `formats`.
        case formatNotOffered = "E-CLI-011"
        /// `path`, `errno`.
        case outputNotWritten = "E-CLI-012"
        /// `path`.
        case outputIsFolder = "E-CLI-013"
        /// `path`, `errno`.
        case inputNotRead = "E-CLI-014"
        /// A question without a terminal, or with `--no-input`. `option` that answers it.
        case answerNeeded = "E-CLI-015"
        /// The person said no, or interrupted a question.
        case cancelled = "E-CLI-016"
        /// `name`, `value`: a FUNDCTL_TEST_ variable that means nothing.
        case testSettingInvalid = "E-CLI-017"
        /// The two typed passphrases differ.
        case passphrasesDiffer = "E-CLI-018"
        /// No key to act with. `folder`.
        case noKey = "E-CLI-019"
        /// Several keys, none named by `--as` or like the user. `folder`, `names`.
        case whichKey = "E-CLI-020"
        /// `name`, `folder`: no such key file.
        case keyNotFound = "E-CLI-021"
        /// `name`: not a name that a person, hence a key, may have.
        case keyNameInvalid = "E-CLI-022"
        /// A proposal's number alone, and several registers have one of that number. `proposal`, `ids`.
        case whichProposal = "E-CLI-040"
        /// A free text is too short or too long. `option`; `length`, `least`, `limit` in bytes.
        case textLength = "E-CLI-041"
        /// A file is no proof of possession. `path`; `cause`: the code of what is wrong in its line.
        case proofFileMalformed = "E-CLI-042"
        /// The first digits of a hash begin several documents. `hash`, `hashes`.
        case whichDocument = "E-CLI-043"
        /// A name is given twice. `name`, `option`.
        case namedTwice = "E-CLI-044"
        /// An option of the contract that this version does not offer yet. `option`.
        case notOfferedYet = "E-CLI-045"
        /// A proof of possession is for something else. `path`; `member`: person, role, scope, key or register; `found`,
        /// `expected`.
        case proofOfOther = "E-CLI-046"
        /// A file of the auditor's own (key, kept STATEMENT, proof) that cannot be opened. `path`, `errno`.
        case ownFileNotRead = "E-CLI-047"
        /// A command of the contract that this version does not have yet. `command`.
        case comesLater = "E-CLI-050"
        /// A posting is not typed `ACCOUNT:AMOUNT` or `ACCOUNT:AMOUNT@ENVELOPE`. `value`, `option`.
        case postingMalformed = "E-CLI-051"
        /// The amount of a debit or credit is negative. `value`, `option`, `other`: the option of the other side.
        case amountNegative = "E-CLI-052"
        /// An argument is not UTF-8. `argument`: what could be read of it.
        case argumentNotUTF8 = "E-CLI-054"
        /// Something that should not happen. `detail`.
        case unexpected = "E-CLI-099"
    }

    let code: Code
    let parameters: [String: String]

    init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    var errorCode: String { code.rawValue }
    var errorParameters: [String: String] { parameters }
}
