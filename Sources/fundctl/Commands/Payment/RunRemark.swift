import FundLedger
import ReferenceData

/// What should be known of a payment run, as data and in words. No bank detail and no person's name.
struct RunRemark {
    /// A name of data: `bank-changed`.
    let kind: String
    let recipient: String?
    let payable: Int64?
    let message: Message

    var json: JSONValue {
        [
            "remark": .string(kind), "recipient": .optional(recipient), "payable": payable.map { .integer($0) } ?? .null,
            "fr": .string(message.text(in: .fr)), "en": .string(message.text(in: .en)),
        ]
    }

    /// What the proposer can still mend: details that wait, one account for two, names that cannot be written.
    static func ofProposal(_ review: PaymentReview) -> [RunRemark] {
        banks(review, only: ["bank-waits"]) + accounts(review) + names(review)
    }

    /// All that the second person should know.
    static func ofApproval(_ review: PaymentReview) -> [RunRemark] {
        banks(review) + accounts(review) + payables(review) + names(review)
    }

    /// What changed since the approval.
    static func ofFile(_ review: PaymentReview) -> [RunRemark] {
        let renamed = review.payees.filter(\.isRenamed).map { payee in
            RunRemark(
                kind: "renamed", recipient: payee.recipient, payable: nil,
                message: Message(
                    fr: "\(payee.recipient) a été renommé depuis que le lot est approuvé; le fichier porte le nom d'aujourd'hui.",
                    en: "\(payee.recipient) was renamed since the run was approved; the file has the name of today."))
        }
        return renamed + banks(review, only: ["bank-outdated", "bank-waits"]) + accounts(review)
    }

    // MARK: Recipients

    /// Each remark about a recipient once.
    private static func banks(_ review: PaymentReview, only kinds: Set<String>? = nil) -> [RunRemark] {
        var seen: Set<String> = []
        return review.lines.flatMap { line in line.remarks.compactMap { bank($0, line.payable.recipient) } }
            .filter { kinds?.contains($0.kind) ?? true }
            .filter { seen.insert("\($0.kind) \($0.recipient ?? "")").inserted }
    }

    private static func bank(_ remark: PaymentReview.Remark, _ recipient: String) -> RunRemark? {
        func of(_ kind: String, _ message: Message) -> RunRemark {
            RunRemark(kind: kind, recipient: recipient, payable: nil, message: message)
        }
        switch remark {
        case .bankChanged(let since, let by):
            return of(
                "bank-changed",
                Message(
                    fr: "les coordonnées bancaires de \(recipient) ont changé depuis son dernier paiement : approuvées par \(by) le \(since).",
                    en: "the bank details of \(recipient) changed since its last payment: approved by \(by) on \(since)."))
        case .firstPayment:
            return of(
                "first-payment",
                Message(
                    fr: "\(recipient) n'a encore reçu aucun paiement de ce fonds.",
                    en: "\(recipient) has had no payment from this fund yet."))
        case .bankOutdated:
            return of(
                "bank-outdated",
                Message(
                    fr: "d'autres coordonnées bancaires de \(recipient) sont en vigueur que celles de ce lot.",
                    en: "other bank details of \(recipient) are in force than those of this run."))
        case .bankWaits(let proposal):
            return of(
                "bank-waits",
                Message(
                    fr: "de nouvelles coordonnées bancaires de \(recipient) attendent une approbation (proposition \(proposal)) : ce lot verse encore à l'ancien compte.",
                    en: "new bank details of \(recipient) wait for an approval (proposal \(proposal)): this run still pays to the old account."))
        default: return nil
        }
    }

    private static func accounts(_ review: PaymentReview) -> [RunRemark] {
        review.sharedAccounts.map { group in
            let all = group.joined(separator: ", ")
            return RunRemark(
                kind: "same-account", recipient: group.first, payable: nil,
                message: Message(
                    fr: "un seul compte bancaire reçoit pour plusieurs bénéficiaires : \(all).",
                    en: "one bank account receives for several recipients: \(all)."))
        }
    }

    private static func names(_ review: PaymentReview) -> [RunRemark] {
        review.payees.compactMap { payee in
            payee.nameFault.map { fault in
                let id = payee.recipient
                let message =
                    fault.code == .fieldTooLong
                    ? Message(
                        fr: "le nom de \(id) a \(fault.parameters["found"] ?? "") caractères; un fichier CPA 005 en a \(fault.parameters["expected"] ?? "") : abrégez-le par « fundctl recipient rename \(id) », ou déposez par « --to csv ».",
                        en: "the name of \(id) has \(fault.parameters["found"] ?? "") characters; a CPA 005 file has \(fault.parameters["expected"] ?? ""): shorten it with \"fundctl recipient rename \(id)\", or deposit with \"--to csv\".")
                    : Message(
                        fr: "le nom de \(id) a un caractère (\(fault.parameters["code_point"] ?? "")) qu'un fichier CPA 005 n'a pas : corrigez-le par « fundctl recipient rename \(id) », ou déposez par « --to csv ».",
                        en: "the name of \(id) has a character (\(fault.parameters["code_point"] ?? "")) that a CPA 005 file has not: mend it with \"fundctl recipient rename \(id)\", or deposit with \"--to csv\".")
                return RunRemark(kind: "name", recipient: id, payable: nil, message: message)
            }
        }
    }

    // MARK: Payables

    private static func payables(_ review: PaymentReview) -> [RunRemark] {
        let gone = review.gone.map { payable in
            RunRemark(
                kind: "gone", recipient: nil, payable: payable,
                message: Message(
                    fr: "la somme \(payable) n'est plus à verser : l'étape qui la devait est défaite. Le lot sera refusé.",
                    en: "\(payable) is payable no more: the step that owed it is undone. The run will be refused."))
        }
        return gone + review.lines.flatMap { line in line.remarks.compactMap { payable($0, line.payable) } }
    }

    private static func payable(_ remark: PaymentReview.Remark, _ payable: GrantPayable) -> RunRemark? {
        let place = "\(payable.sequence) (\(payable.grant.text))"
        func of(_ kind: String, _ message: Message) -> RunRemark {
            RunRemark(kind: kind, recipient: payable.recipient, payable: payable.sequence, message: message)
        }
        switch remark {
        case .rejectedBefore(let payment, let date):
            return of(
                "rejected-before",
                Message(
                    fr: "la somme \(place) a déjà été versée par \(payment.text), revenu le \(date.iso).",
                    en: "\(place) was paid before by \(payment.text), which came back on \(date.iso)."))
        case .imported:
            return of(
                "imported",
                Message(
                    fr: "la somme \(place) vient d'un registre repris : le livre n'en a pas la convention.",
                    en: "\(place) comes from a register taken over: the book has no agreement of it."))
        case .leftDiffers(let left):
            return of(
                "left-differs",
                Message(
                    fr: "il reste \(money: Cents(left)) à verser de la somme \(place). Le lot sera refusé.",
                    en: "\(money: Cents(left)) is left to pay of \(place). The run will be refused."))
        case .waitsElsewhere(let proposal):
            return of(
                "waits-elsewhere",
                Message(
                    fr: "la somme \(place) attend aussi dans la proposition \(proposal).",
                    en: "\(place) waits in the proposal \(proposal) too."))
        default: return nil
        }
    }
}

extension [RunRemark] {
    /// As notes, the first twenty of them.
    var notes: [Message] {
        let most = 20
        guard count > most else { return map(\.message) }
        return prefix(most).map(\.message) + [
            Message(fr: "et \(count - most) remarques de plus : --format json.", en: "and \(count - most) more remarks: --format json.")
        ]
    }
}
