import FundLedger

extension ErrorCatalogue {
    /// E-PAY: payments, and where they go.
    static let payments: [ErrorText] = [
        ErrorText(
            PaymentError.Code.payableSettled, .refused,
            fr: .init(
                what: "Il ne reste rien à verser pour {payable}, de la subvention {grant}.",
                why: "De {amount_cents}, {paid_cents} est déjà versé et {offset_cents} compensé.",
                next: "Voyez « fundctl payment list --grant {grant} »."),
            en: .init(
                what: "Nothing is left to pay of {payable}, of the grant {grant}.",
                why: "Of {amount_cents}, {paid_cents} is paid already and {offset_cents} set off.",
                next: "See \"fundctl payment list --grant {grant}\".")),
        ErrorText(
            PaymentError.Code.itemAmount, .refused,
            fr: .init(
                what: "Un paiement de {asked_cents} n'est pas ce qui reste de {payable}, de la subvention {grant} : {left_cents}.",
                why: "Un paiement porte sur tout ce qui reste d'une somme à verser.",
                next: "Proposez de nouveau le lot de paiements."),
            en: .init(
                what: "A payment of {asked_cents} is not what is left of {payable}, of the grant {grant}: {left_cents}.",
                why: "A payment is of all that is left of a payable.",
                next: "Propose the payment run anew.")),
        ErrorText(
            PaymentError.Code.bankMissing, .refused,
            fr: .init(
                what: "Le bénéficiaire {recipient} n'a pas de coordonnées bancaires (subvention {grant}, somme {payable}).",
                why: "L'argent ne va qu'à un compte que deux personnes ont reconnu.",
                next: "Proposez-les par « fundctl recipient bank {recipient} --fund {fund} »."),
            en: .init(
                what: "The recipient {recipient} has no bank details (grant {grant}, payable {payable}).",
                why: "Money goes only to an account that two persons recognised.",
                next: "Propose them with \"fundctl recipient bank {recipient} --fund {fund}\".")),
        ErrorText(
            PaymentError.Code.bankDiffers, .refused,
            fr: .init(
                what: "Les coordonnées bancaires de {recipient} ne sont plus celles de la proposition (somme {payable}).",
                why: "La proposition nomme {found}; celles en vigueur sont {expected}.",
                next: "Refusez la proposition par « fundctl approval refuse », et proposez le lot de nouveau."),
            en: .init(
                what: "The bank details of {recipient} are no longer those of the proposal (payable {payable}).",
                why: "The proposal names {found}; those in force are {expected}.",
                next: "Refuse the proposal with \"fundctl approval refuse\", and propose the run anew.")),
        ErrorText(
            PaymentError.Code.paymentNumber, .refused,
            fr: .init(
                what: "Le premier paiement du lot serait {found}, mais le prochain numéro est {expected}.",
                why: "Les paiements d'un fonds sont numérotés sans trou.",
                next: "Recommencez l'approbation."),
            en: .init(
                what: "The run's first payment would be {found}, but the next number is {expected}.",
                why: "Payments of a fund are numbered without gap.",
                next: "Approve again.")),
        ErrorText(
            PaymentError.Code.paymentUnknown, .refused,
            fr: .init(
                what: "Aucun paiement {payment} dans le fonds {fund}.",
                why: "Les paiements reçoivent leur numéro quand leur lot est approuvé.",
                next: "Voyez « fundctl payment list --fund {fund} »."),
            en: .init(
                what: "No payment {payment} in the fund {fund}.",
                why: "Payments get their numbers when their run is approved.",
                next: "See \"fundctl payment list --fund {fund}\".")),
        ErrorText(
            PaymentError.Code.paymentState, .refused,
            fr: .init(
                what: "Le paiement {payment} a déjà changé d'état le {date} : « {state} » (enregistrement {record}).",
                why: "Un paiement est compensé une fois, et rejeté une fois.",
                next: "Voyez « fundctl payment show {payment} »."),
            en: .init(
                what: "The payment {payment} changed its state on {date} already: \"{state}\" (record {record}).",
                why: "A payment is cleared once, and rejected once.",
                next: "See \"fundctl payment show {payment}\".")),
        ErrorText(
            PaymentError.Code.paymentBefore, .refused,
            fr: .init(
                what: "Le paiement {payment} ne peut être compensé ni rejeté le {date}.",
                why: "Il est émis, ou compensé, le {last}.",
                next: "Donnez une date du {last} ou d'après."),
            en: .init(
                what: "The payment {payment} cannot be cleared or rejected on {date}.",
                why: "It was issued, or cleared, on {last}.",
                next: "Give a date of {last} or after.")),
        ErrorText(
            PaymentError.Code.paidBeforePayable, .refused,
            fr: .init(
                what: "La somme {payable} de {grant} serait payée le {date}, avant d'être à payer.",
                why: "L'étape qui la doit est du {expected}.",
                next: "Donnez une date du {expected} ou d'après."),
            en: .init(
                what: "The payable {payable} of {grant} would be paid on {date}, before it is payable.",
                why: "The step that owes it is of {expected}.",
                next: "Give a date of {expected} or after.")),
        ErrorText(
            PaymentError.Code.bankSubject, .refused,
            fr: .init(
                what: "Les coordonnées bancaires {subject} de {recipient} ne sont pas ouvertes, ou sont effacées.",
                why: "Elles sont gardées hors du registre, avec un sujet ouvert avant.",
                next: "Proposez-les de nouveau par « fundctl recipient bank »."),
            en: .init(
                what: "The bank details {subject} of {recipient} are not open, or are erased.",
                why: "They are kept outside the register, with a subject opened before.",
                next: "Propose them anew with \"fundctl recipient bank\".")),
        ErrorText(
            PaymentError.Code.documentUnknown, .refused,
            fr: .init(
                what: "La pièce {document} n'est pas connue.",
                why: "Une pièce est versée avant d'être citée, et citée une fois.",
                next: "Versez-la par « fundctl document add »."),
            en: .init(
                what: "The document {document} is not known.",
                why: "A document is added before it is cited, and cited once.",
                next: "Add it with \"fundctl document add\".")),
        ErrorText(
            PaymentError.Code.nothingDue, .refused,
            fr: .init(
                what: "Rien n'est à verser au {date} dans le fonds {fund}.",
                why: "Toutes les sommes à verser sont payées, attendent une approbation ou n'ont pas de coordonnées bancaires.",
                next: "Voyez « fundctl payment due --fund {fund} »."),
            en: .init(
                what: "Nothing is to be paid by {date} in the fund {fund}.",
                why: "All payables are paid, wait for an approval, or have no bank details.",
                next: "See \"fundctl payment due --fund {fund}\".")),
        ErrorText(
            PaymentError.Code.payableWaits, .refused,
            fr: .init(
                what: "La somme {payable} de la subvention {grant} attend déjà dans la proposition {proposal}.",
                why: "Une somme n'est proposée qu'une fois à la fois.",
                next: "Approuvez ou refusez cette proposition d'abord."),
            en: .init(
                what: "The payable {payable} of the grant {grant} waits in the proposal {proposal} already.",
                why: "A payable is proposed once at a time.",
                next: "Approve or refuse that proposal first.")),
        ErrorText(
            PaymentError.Code.tooManyItems, .refused,
            fr: .init(
                what: "Le lot aurait {found} paiements; {expected} au plus.",
                why: "Une approbation porte sur un lot qu'une personne peut relire.",
                next: "Faites plusieurs lots : --until, --grant ou --recipient."),
            en: .init(
                what: "The run would have {found} payments; {expected} at most.",
                why: "An approval is of a run that a person can read.",
                next: "Make several runs: --until, --grant or --recipient.")),
        ErrorText(
            PaymentError.Code.runUnknown, .refused,
            fr: .init(
                what: "L'enregistrement {record} du fonds {fund} n'est pas un lot de paiements.",
                why: "Un lot porte le numéro d'enregistrement que « approval give » affiche; une proposition n'en est pas encore un.",
                next: "Voyez « fundctl payment list --fund {fund} »."),
            en: .init(
                what: "The record {record} of the fund {fund} is no payment run.",
                why: "A run has the record number that \"approval give\" shows; a proposal is none yet.",
                next: "See \"fundctl payment list --fund {fund}\".")),
        ErrorText(
            PaymentError.Code.detailsErased, .refused,
            fr: .init(
                what: "Le nom ou les coordonnées bancaires du paiement {payment} à {recipient} sont effacés.",
                why: "Le fichier de la banque en a besoin; le registre n'en garde que l'empreinte.",
                next: "Rejetez le paiement s'il n'est pas parti, puis proposez de nouvelles coordonnées."),
            en: .init(
                what: "The name or the bank details of the payment {payment} to {recipient} are erased.",
                why: "The file for the bank needs them; the register keeps only their commitments.",
                next: "Reject the payment if it has not left, then propose new details.")),
        ErrorText(
            PaymentError.Code.bankUnknown, .refused,
            fr: .init(
                what: "Le bénéficiaire {recipient} n'a pas de coordonnées bancaires, en vigueur ou proposées.",
                why: "Il n'y a rien à comparer.",
                next: "Proposez-les par « fundctl recipient bank {recipient} --fund {fund} »."),
            en: .init(
                what: "The recipient {recipient} has no bank details, in force or proposed.",
                why: "There is nothing to compare with.",
                next: "Propose them with \"fundctl recipient bank {recipient} --fund {fund}\".")),
        ErrorText(
            PaymentError.Code.nothingToSend, .refused,
            fr: .init(
                what: "Le lot {record} du fonds {fund} n'a plus rien à déposer : ses paiements ({payments}) sont compensés ou rejetés.",
                why: "Un fichier ne porte que ce que la banque n'a ni payé ni rendu : le reste serait payé deux fois.",
                next: "Voyez « fundctl payment list --fund {fund} »; ce qui a été rejeté se paie par un autre lot."),
            en: .init(
                what: "The run {record} of the fund {fund} has nothing left to deposit: its payments ({payments}) are cleared or rejected.",
                why: "A file carries only what the bank has neither paid nor given back: the rest would be paid twice.",
                next: "See \"fundctl payment list --fund {fund}\"; what was rejected is paid by another run.")),
    ]
}
