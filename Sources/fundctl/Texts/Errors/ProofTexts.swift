import AuditTrail

extension ErrorCatalogue {
    /// E-PRF: proofs of one record.
    static let proofs: [ErrorText] = [
        ErrorText(
            WitnessError.Code.proofMalformed, .integrityBroken,
            fr: .init(
                what: "Le fichier n'a pas la forme d'une preuve (ligne {line}).",
                why: "Une preuve commence par c2sp.org/tlog-proof@v1 et n'a qu'une écriture possible.",
                next: "Demandez-la de nouveau, ou copiez-la en entier."),
            en: .init(
                what: "The file has not the form of a proof (line {line}).",
                why: "A proof begins with c2sp.org/tlog-proof@v1 and can be written in one way only.",
                next: "Ask for it again, or copy it whole.")),
        ErrorText(
            WitnessError.Code.proofTooLarge, .integrityBroken,
            fr: .init(
                what: "Le fichier est trop grand pour une preuve.",
                why: "La limite est de {limit_bytes} octets.",
                next: "Vérifiez que c'est le bon fichier."),
            en: .init(
                what: "The file is too large for a proof.",
                why: "The limit is {limit_bytes} bytes.",
                next: "See that it is the right file.")),
        ErrorText(
            WitnessError.Code.proofWithoutRecord, .integrityBroken,
            fr: .init(
                what: "La preuve ne porte pas son enregistrement.",
                why: "Sans la ligne « extra », on ne sait pas ce qui est prouvé.",
                next: "Demandez-en une que fundctl a faite."),
            en: .init(
                what: "The proof does not carry its record.",
                why: "Without the line \"extra\" nobody knows what is proven.",
                next: "Ask for one that fundctl made.")),
        ErrorText(
            WitnessError.Code.proofNotIncluded, .integrityBroken,
            fr: .init(
                what: "L'enregistrement n'est pas à la place {record} des {size} que couvre le point de contrôle.",
                why: "L'enregistrement, sa place ou la preuve a été changé.",
                next: "Ne vous y fiez pas. Demandez une nouvelle preuve, et gardez celle-ci."),
            en: .init(
                what: "The record is not at place {record} of the {size} that the checkpoint covers.",
                why: "The record, its place or the proof was changed.",
                next: "Do not rely on it. Ask for a new proof, and keep this one.")),
        ErrorText(
            WitnessError.Code.proofOfOther, .integrityBroken,
            fr: .init(
                what: "La preuve est du registre {found}, non de {expected}.",
                why: "L'identifiant est celui que vous avez épinglé.",
                next: "Demandez une preuve du bon registre."),
            en: .init(
                what: "The proof is of the register {found}, not {expected}.",
                why: "The id is the one that you pinned.",
                next: "Ask for a proof from the right register.")),
        ErrorText(
            WitnessError.Code.proofBeyondExport, .refused,
            fr: .init(
                what: "L'enregistrement {record} n'est pas dans l'export {export}, qui en compte {size}.",
                why: "Il a été inscrit après.",
                next: "Prouvez-le par un export plus récent, ou sans --export."),
            en: .init(
                what: "Record {record} is not in export {export}, which has {size}.",
                why: "It was written later.",
                next: "Prove it by a newer export, or without --export.")),
        ErrorText(
            WitnessError.Code.proofEntryOther, .usage,
            fr: .init(
                what: "L'écriture {entry} n'est pas du registre {register}.",
                why: "Le début du numéro dit le fonds.",
                next: "Ôtez --register."),
            en: .init(
                what: "The entry {entry} is not of the register {register}.",
                why: "The beginning of its id tells the fund.",
                next: "Leave --register out.")),
    ]
}
