import AuditTrail

extension ErrorCatalogue {
    /// E-AUD: registers, batches, approvals.
    static let registers: [ErrorText] = [
        ErrorText(
            AuditError.Code.malformedMember, .refused,
            fr: .init(
                what: "« {found} » ne convient pas à « {member} ».",
                why: "Cette donnée a une forme fixe, que dit la spécification (FORMAT).",
                next: "Corrigez la valeur."),
            en: .init(
                what: "\"{found}\" does not suit \"{member}\".",
                why: "This value has a fixed form, which the specification tells (FORMAT).",
                next: "Mend the value.")),
        ErrorText(
            AuditError.Code.unknownKind, .integrityBroken,
            fr: .init(
                what: "Le genre d'enregistrement « {kind} » est inconnu.",
                why: "Une version plus récente l'a écrit, ou quelque chose a changé le registre.",
                next: "Installez la dernière version de fundctl; si elle ne le connaît pas non plus, reprenez une copie sûre, et comparez."),
            en: .init(
                what: "The kind of record \"{kind}\" is unknown.",
                why: "A newer version wrote it, or something changed the register.",
                next: "Install the latest version of fundctl; if that does not know it either, take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.recordUnknown, .refused,
            fr: .init(
                what: "Il n'y a pas d'enregistrement {record}.",
                why: "Le registre n'en compte pas autant.",
                next: "« fundctl register show » donne leur nombre."),
            en: .init(
                what: "There is no record {record}.",
                why: "The register does not have so many.",
                next: "\"fundctl register show\" tells how many there are.")),
        ErrorText(
            AuditError.Code.genesisPlace, .integrityBroken,
            fr: .init(
                what: "L'enregistrement d'origine n'est pas à sa place[? (registre {register})][? (enregistrement {record})].",
                why: "Un registre commence par lui, une seule fois, et tire de lui son identité.",
                next: "Quelque chose a changé ce registre. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "Genesis is not in its place[? (register {register})][? (record {record})].",
                why: "A register begins with it, once, and draws its identity from it.",
                next: "Something changed this register. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.sealMismatch, .integrityBroken,
            fr: .init(
                what: "Le sceau du lot {batch} ne correspond pas à ses enregistrements.",
                why: "La première différence est dans « {member} ».",
                next: "Quelque chose a changé ce registre. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "The seal of batch {batch} does not fit its records.",
                why: "The first difference is in \"{member}\".",
                next: "Something changed this register. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.sealSignature, .integrityBroken,
            fr: .init(
                what: "La signature du sceau du lot {batch} est fausse.",
                why: "La clé que nomme le sceau ne l'a pas signé.",
                next: "Quelque chose a changé ce registre. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "The signature of the seal of batch {batch} is wrong.",
                why: "The key that the seal names did not sign it.",
                next: "Something changed this register. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.kindNotInRegister, .refused,
            fr: .init(
                what: "Le registre {register} ne reçoit pas d'enregistrement « {kind} ».",
                why: "Chaque registre a ses genres d'enregistrement.",
                next: "Nommez le registre voulu par --register ou par --fund."),
            en: .init(
                what: "The register {register} takes no record \"{kind}\".",
                why: "Each register has its kinds of records.",
                next: "Name the register meant with --register or with --fund.")),
        ErrorText(
            AuditError.Code.consentShape, .refused,
            fr: .init(
                what: "« {kind} » demande l'accord de deux admins.",
                why: "Il faut une proposition approuvée; une personne seule n'agit que si le registre a moins de deux admins.",
                next: "Proposez, puis faites approuver par « fundctl approval give »."),
            en: .init(
                what: "\"{kind}\" takes the consent of two admins.",
                why: "An approved proposal is needed; one person acts alone only where the register has fewer than two admins.",
                next: "Propose, then have it approved with \"fundctl approval give\".")),
        ErrorText(
            AuditError.Code.proposalUnknown, .refused,
            fr: .init(
                what: "Il n'y a pas de proposition {proposal}.",
                why: "Aucune proposition ne porte ce numéro.",
                next: "« fundctl approval list » montre celles qui attendent."),
            en: .init(
                what: "There is no proposal {proposal}.",
                why: "No proposal has this number.",
                next: "\"fundctl approval list\" shows those that wait.")),
        ErrorText(
            AuditError.Code.proposalDecided, .refused,
            fr: .init(
                what: "La proposition {proposal} n'en est plus là (état : {state}).",
                why: "Une décision se prend une fois.",
                next: "« fundctl approval list » montre ce qui attend encore."),
            en: .init(
                what: "The proposal {proposal} is past that (state: {state}).",
                why: "A decision is taken once.",
                next: "\"fundctl approval list\" shows what still waits.")),
        ErrorText(
            AuditError.Code.ownProposal, .notAllowed,
            fr: .init(
                what: "Vous ne pouvez pas approuver la proposition {proposal} : elle est de vous.",
                why: "Ce qui demande deux personnes en demande deux.",
                next: "Faites-la approuver par une autre personne."),
            en: .init(
                what: "You cannot approve the proposal {proposal}: it is yours.",
                why: "What takes two persons takes two.",
                next: "Have another person approve it.")),
        ErrorText(
            AuditError.Code.proposalDiffers, .refused,
            fr: .init(
                what: "Ce qui est à faire diffère de la proposition {proposal}.",
                why: "L'accord ne vaut que pour ce qui a été proposé.",
                next: "Faites exactement ce qui a été approuvé, ou proposez de nouveau."),
            en: .init(
                what: "What is to be done differs from the proposal {proposal}.",
                why: "The consent holds only for what was proposed.",
                next: "Do exactly what was approved, or propose again.")),
        ErrorText(
            AuditError.Code.annulledRecordUnknown, .refused,
            fr: .init(
                what: "L'enregistrement {record} ne peut pas être annulé.",
                why: "Il n'est pas d'un lot antérieur de ce registre.",
                next: "Vérifiez le numéro."),
            en: .init(
                what: "The record {record} cannot be annulled.",
                why: "It is not one of an earlier batch of this register.",
                next: "Check the number.")),
        ErrorText(
            AuditError.Code.notAnnullable, .refused,
            fr: .init(
                what: "L'enregistrement {record} (« {kind} ») ne s'annule pas.",
                why: "Les enregistrements de ce genre restent toujours en vigueur.",
                next: "Corrigez par un acte contraire, s'il en existe un."),
            en: .init(
                what: "The record {record} (\"{kind}\") is not annulled.",
                why: "Records of that kind stay in force for ever.",
                next: "Correct it by a contrary act, if there is one.")),
        ErrorText(
            AuditError.Code.documentKnown, .refused,
            fr: .init(
                what: "Cette pièce est déjà au registre.",
                why: "Une pièce de la même empreinte y est : {sha256}.",
                next: "Il n'y a rien à faire; « fundctl document show » la montre."),
            en: .init(
                what: "This document is in the register already.",
                why: "A document of the same hash is there: {sha256}.",
                next: "There is nothing to do; \"fundctl document show\" shows it.")),
        ErrorText(
            AuditError.Code.subjectKnown, .refused,
            fr: .init(
                what: "La personne concernée {subject} est déjà au registre.",
                why: "Un numéro de personne concernée ne sert qu'une fois.",
                next: "Refaites la commande; un autre numéro sera tiré."),
            en: .init(
                what: "The subject {subject} is in the register already.",
                why: "A subject's id serves only once.",
                next: "Run the command again; another id will be drawn.")),
        ErrorText(
            AuditError.Code.idempotencyConflict, .refused,
            fr: .init(
                what: "La clé d'idempotence « {key} » a déjà servi à autre chose (registre {register}, lot {batch}).",
                why: "La même clé ne vaut que pour la même demande, refaite à l'identique.",
                next: "Donnez une autre clé par --idempotency-key, ou refaites la demande telle qu'elle était."),
            en: .init(
                what: "The idempotency key \"{key}\" was used for something else (register {register}, batch {batch}).",
                why: "The same key stands only for the same request, made again as it was.",
                next: "Give another key with --idempotency-key, or make the request as it was.")),
        ErrorText(
            AuditError.Code.historyShorter, .integrityBroken,
            fr: .init(
                what: "Ce livre est plus court que celui que connaît votre dossier de clés (registre {register}).",
                why: "Il compte {size} enregistrements; vous en avez scellé un à {known_size}. C'est une ancienne copie.",
                next: "Reprenez le livre à jour. S'il est perdu, gardez cette copie pour la lire, avec la dernière exportation : y écrire ferait deux histoires."),
            en: .init(
                what: "This book is shorter than the one that your key folder knows (register {register}).",
                why: "It has {size} records; you sealed one at {known_size}. It is an old copy.",
                next: "Take up the current book. If it is lost, keep this copy to read, with the last export: to write to it would make two histories.")),
        ErrorText(
            AuditError.Code.historyOther, .integrityBroken,
            fr: .init(
                what: "Ce livre s'est écarté de celui que connaît votre dossier de clés (registre {register}).",
                why: "À {known_size} enregistrements, il en contient d'autres que ceux que vous avez scellés; il en compte {size}. C'est une copie qui a suivi sa propre voie.",
                next: "N'y écrivez pas. Cherchez le livre d'origine, et comparez les deux."),
            en: .init(
                what: "This book left the one that your key folder knows (register {register}).",
                why: "At {known_size} records it holds others than those you sealed; it has {size}. It is a copy that went its own way.",
                next: "Do not write to it. Find the original book, and compare the two.")),
        ErrorText(
            AuditError.Code.registerUnknown, .usage,
            fr: .init(
                what: "Le livre n'a pas de registre « {register} ».",
                why: "Les registres sont fnf, fdmt et employers.",
                next: "« fundctl register list » les montre."),
            en: .init(
                what: "The book has no register \"{register}\".",
                why: "The registers are fnf, fdmt and employers.",
                next: "\"fundctl register list\" shows them.")),
        ErrorText(
            AuditError.Code.headMemoryBroken, .integrityBroken,
            fr: .init(
                what: "Le fichier {path} n'est pas tel qu'il a été écrit.",
                why: "Le dossier des clés y retient la dernière tête de chaque registre, pour reconnaître une copie du livre.",
                next: "Reprenez une copie sûre du dossier des clés. À défaut, vérifiez le livre contre la dernière exportation avant de retirer ce fichier."),
            en: .init(
                what: "The file {path} is not as it was written.",
                why: "The key folder keeps there the last head of each register, to know a copy of the book.",
                next: "Take a safe copy of the key folder. Failing that, verify the book against the last export before you remove this file.")),
        ErrorText(
            AuditError.Code.headMemoryUnwritable, .failed,
            fr: .init(
                what: "Le fichier {path} n'a pas pu être écrit.",
                why: "Le système répond : {errno}. Le dossier des clés doit retenir la dernière tête de chaque registre.",
                next: "Vérifiez vos droits sur le dossier des clés."),
            en: .init(
                what: "The file {path} could not be written.",
                why: "The system answers: {errno}. The key folder must keep the last head of each register.",
                next: "See to your rights on the key folder.")),
        ErrorText(
            AuditError.Code.subjectNotOpen, .refused,
            fr: .init(
                what: "La personne concernée {subject} n'est pas au registre, ou en a été effacée.",
                why: "On ne peut rien ajouter à son sujet.",
                next: "Vérifiez le numéro."),
            en: .init(
                what: "The subject {subject} is not in the register, or was erased.",
                why: "Nothing can be added about them.",
                next: "Check the id.")),
        ErrorText(
            AuditError.Code.exportNumber, .integrityBroken,
            fr: .init(
                what: "L'exportation {number} n'est pas celle qui devait venir ({expected}).",
                why: "Les exportations se suivent, et chacune nomme la précédente.",
                next: "Quelque chose a changé ce registre. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "The export {number} is not the one due ({expected}).",
                why: "Exports follow one another, and each names the one before.",
                next: "Something changed this register. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.exportAlone, .integrityBroken,
            fr: .init(
                what: "L'exportation {number} n'est pas seule dans son lot, ou suit aussitôt une autre.",
                why: "Un lot d'exportation ne contient qu'elle, et il n'y en a une nouvelle que s'il y a du nouveau.",
                next: "Quelque chose a changé ce registre. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "The export {number} is not alone in its batch, or follows another at once.",
                why: "An export's batch holds nothing else, and there is a new one only where there is something new.",
                next: "Something changed this register. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.projectionBroken, .integrityBroken,
            fr: .init(
                what: "La table {table} contient ce qu'aucun programme de fundctl n'a écrit (ligne {row}).",
                why: "Le livre a été changé par un autre programme.",
                next: "Lancez « fundctl check »; reprenez la dernière bonne sauvegarde par « fundctl restore »."),
            en: .init(
                what: "The table {table} holds what no program of fundctl wrote (row {row}).",
                why: "The book was changed by another program.",
                next: "Run \"fundctl check\"; go back to the last good backup with \"fundctl restore\".")),
    ]
}
