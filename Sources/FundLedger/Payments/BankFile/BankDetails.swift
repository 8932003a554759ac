import ReferenceData

/// Where the money of a recipient goes: personal information where the recipient is a person.
public struct BankDetails: Sendable, Hashable {
    /// Three digits: 006.
    public let institution: String
    /// Five digits: the branch.
    public let transit: String
    /// 1 to 12 digits, leading zeros kept.
    public let account: String

    /// `whose`: a recipient, for refusals. Refuses: E-BNK-001 … E-BNK-003.
    public init(institution: String, transit: String, account: String, whose: String) throws {
        func require(_ code: BankError.Code, _ text: String, _ lengths: ClosedRange<Int>) throws {
            guard lengths.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw BankError(code, ["found": String(text.count), "whose": whose])
            }
        }
        try require(.institutionForm, institution, 3...3)
        try require(.transitForm, transit, 5...5)
        try require(.accountForm, account, 1...12)
        self.institution = institution
        self.transit = transit
        self.account = account
    }

    /// Nine digits, `0IIITTTTT`: how a bank file names a branch.
    public var routing: String { "0" + institution + transit }

    /// The names of the fields of a subject that keeps bank details.
    public enum Field {
        public static let institution = "institution"
        public static let transit = "transit"
        public static let account = "account"
    }

    /// As the values of a subject.
    public var values: [String: String] {
        [Field.institution: institution, Field.transit: transit, Field.account: account]
    }

    /// From the values of a subject; nil where one lacks. Refuses: E-BNK-001 … E-BNK-003.
    public init?(values: [String: String], whose: String) throws {
        guard let institution = values[Field.institution], let transit = values[Field.transit],
            let account = values[Field.account]
        else { return nil }
        try self.init(institution: institution, transit: transit, account: account, whose: whose)
    }
}

extension BankDetails {
    /// From a file of `institution`, `transit`, `account`. Refuses: E-RUL codes for the form of the YAML, E-BNK-001 …
    /// E-BNK-003.
    public init(yaml: [UInt8], file: String, whose: String) throws {
        let top = try RuleNode(yaml: yaml, file: file).section([Field.institution, Field.transit, Field.account])
        try self.init(
            institution: top.required(Field.institution).text(), transit: top.required(Field.transit).text(),
            account: top.required(Field.account).text(), whose: whose)
    }
}

/// One payment of a bank file.
public struct BankPayment: Sendable, Equatable {
    /// How the payment is named: `FNF-P-000001`. The bank gives it back with what it says of the payment.
    public let payment: String
    public let recipient: String
    /// The payee's name.
    public let name: String
    public let details: BankDetails
    public let amount: Cents

    public init(payment: String, recipient: String, name: String, details: BankDetails, amount: Cents) {
        self.payment = payment
        self.recipient = recipient
        self.name = name
        self.details = details
        self.amount = amount
    }
}
