/// What bank details, files for a bank and statements of a bank are refused with: a stable code and the raw facts.
///
/// A parameter whose name ends in `_cents` holds integer cents. No parameter holds an account number: messages are seen by
/// more people than bank details.
public struct BankError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        // MARK: Bank details

        /// An institution number is not three digits. `found`: how many characters; `whose`: a recipient, or `return`.
        case institutionForm = "E-BNK-001"
        /// A transit number is not five digits. `found`: how many characters; `whose`.
        case transitForm = "E-BNK-002"
        /// An account number is not 1 to 12 digits. `found`: how many characters; `whose`.
        case accountForm = "E-BNK-003"

        // MARK: A file for the bank

        /// A text is longer than its field. `field`; `found`: its characters once folded; `expected`: the most; `whose`.
        case fieldTooLong = "E-BNK-010"
        /// A text has a character that the bank's set cannot show, or nothing that it can. `field`; `code_point`; `whose`.
        case characterRefused = "E-BNK-011"
        /// An amount is not 0.01 to 99 999 999.99. `payment`; `amount_cents`.
        case paymentAmount = "E-BNK-012"
        /// The day on which money is to be there is more than 30 days before the file's day or more than 173 after it.
        /// `payment`; `date`; `created`.
        case paymentDate = "E-BNK-013"
        /// A file has no payment, or more than it counts. `found`; `expected`: the most.
        case paymentCount = "E-BNK-014"
        /// The sum is beyond what the trailer holds. `total_cents`.
        case totalTooLarge = "E-BNK-015"
        /// A setting of the originator has not its form. `field`; `found`; `expected`.
        case originatorForm = "E-BNK-016"
        /// A file that is read is no CPA 005 credit file as this program writes it. `record`: its number from 1; `field`;
        /// `position`: the first character, from 1; `found`; `expected`.
        case fileMalformed = "E-BNK-017"
        /// The sums of a file do not agree with its trailer. `field`; `found`; `expected`.
        case fileTotals = "E-BNK-018"

        // MARK: A statement of the bank

        /// Opening, movements and closing do not agree. `opening_cents`; `movements_cents`; `closing_cents`;
        /// `difference_cents`.
        case statementUnbalanced = "E-BNK-030"
        /// Amounts of a statement sum beyond 64 bits. No parameter.
        case statementOverflow = "E-BNK-031"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
