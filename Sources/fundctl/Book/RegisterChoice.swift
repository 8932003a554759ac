import ArgumentParser
import AuditTrail

/// What `--register` may name where one command can serve all registers.
enum RegisterChoice: String, CaseIterable, ExpressibleByArgument {
    case fnf, fdmt, employers, all

    /// The registers meant, in the order of their numbers.
    var names: [String] { self == .all ? RegisterName.all : [rawValue] }
}

/// What `--register` may name where a command is about one register.
enum OneRegister: String, CaseIterable, ExpressibleByArgument {
    case fnf, fdmt, employers
}

/// The words for registers that several commands share.
enum RegisterWords {
    static let register = Message(fr: "Registre", en: "Register")
    static let id = Message(fr: "Identifiant", en: "Id")
    static let ledgerKey = Message(fr: "Clé du registre", en: "Ledger key")
    static let records = Message(fr: "Enregistrements", en: "Records")
    static let batches = Message(fr: "Lots", en: "Batches")
    static let root = Message(fr: "Racine", en: "Root")
    static let lastSeal = Message(fr: "Dernier sceau", en: "Last seal")

    /// The full name of a register, for people.
    static func name(_ register: String) -> Message {
        switch register {
        case RegisterName.fnf:
            Message(
                fr: "Fonds national de formation de la main-d'œuvre", en: "Fonds national de formation de la main-d'œuvre")
        case RegisterName.fdmt:
            Message(fr: "Fonds de développement du marché du travail", en: "Fonds de développement du marché du travail")
        default: Message(fr: "Services aux entreprises", en: "Employer services")
        }
    }
}

/// The roles that a person can be given; `founder` is none of them.
enum RoleChoice: String, CaseIterable, ExpressibleByArgument {
    case admin
    case financeOfficer = "finance-officer"
    case approver, closer, coordinator, agent, auditor

    var role: Role {
        switch self {
        case .admin: .admin
        case .financeOfficer: .financeOfficer
        case .approver: .approver
        case .closer: .closer
        case .coordinator: .coordinator
        case .agent: .agent
        case .auditor: .auditor
        }
    }
}
