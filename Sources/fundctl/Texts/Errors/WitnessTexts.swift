import AuditTrail

extension ErrorCatalogue {
    /// E-WIT: witnesses and their cosignatures.
    static let witnesses: [ErrorText] = [
        ErrorText(
            WitnessError.Code.witnessRegisterUnknown, .notAllowed,
            fr: .init(
                what: "Ce témoin voit le registre {register} pour la première fois.",
                why: "Son identifiant et sa clé doivent venir d'ailleurs que de l'export : c'est ce qui les épingle.",
                next: "Obtenez-les à part, puis donnez --id et --key."),
            en: .init(
                what: "This witness sees the register {register} for the first time.",
                why: "Its id and its key must come from elsewhere than the export: that is what pins them.",
                next: "Obtain them apart, then give --id and --key.")),
        ErrorText(
            WitnessError.Code.witnessedKeyOther, .integrityBroken,
            fr: .init(
                what: "Le point de contrôle du registre {register} n'est pas signé par la clé que le témoin connaît ({key}).",
                why: "Il vient de quelqu'un d'autre, ou la clé du registre a changé.",
                next: "Si la clé a changé, faites-la confirmer à part et donnez la nouvelle par --key; sinon, ne cosignez pas."),
            en: .init(
                what: "The checkpoint of the register {register} is not signed by the key that the witness knows ({key}).",
                why: "It comes from someone else, or the ledger key changed.",
                next: "If the key changed, have it confirmed apart and give the new one by --key; otherwise do not cosign.")),
        ErrorText(
            WitnessError.Code.witnessedShorter, .integrityBroken,
            fr: .init(
                what: "L'export compte {size} enregistrements; le témoin en a déjà cosigné {kept_size}.",
                why: "Un registre ne raccourcit jamais : c'est une copie ancienne, ou des enregistrements ont été ôtés.",
                next: "Ne cosignez pas. Demandez l'export le plus récent et une explication."),
            en: .init(
                what: "The export has {size} records; the witness cosigned {kept_size} before.",
                why: "A register never gets shorter: this is an old copy, or records were taken out.",
                next: "Do not cosign. Ask for the newest export, and for an explanation.")),
        ErrorText(
            WitnessError.Code.witnessedFork, .integrityBroken,
            fr: .init(
                what: "L'export compte {size} enregistrements, comme celui que le témoin a cosigné, mais ce ne sont pas les mêmes.",
                why: "La racine cosignée est {kept_root}; celle-ci est {root}. Il y a deux histoires.",
                next: "Ne cosignez pas. Gardez cet export : avec la cosignature précédente, il prouve la fourche."),
            en: .init(
                what: "The export has {size} records, as many as the witness cosigned, but they are not the same.",
                why: "The root cosigned is {kept_root}; this one is {root}. There are two histories.",
                next: "Do not cosign. Keep this export: with the earlier cosignature it proves the fork.")),
        ErrorText(
            WitnessError.Code.witnessedOther, .integrityBroken,
            fr: .init(
                what: "L'export ne prolonge pas les {kept_size} enregistrements que le témoin a cosignés.",
                why: "Leur racine était {kept_root}; le passé a été récrit, ou l'histoire a repris d'une copie ancienne.",
                next: "Ne cosignez pas. Gardez cet export : avec la cosignature précédente, il prouve la fourche."),
            en: .init(
                what: "The export does not extend the {kept_size} records that the witness cosigned.",
                why: "Their root was {kept_root}; the past was rewritten, or the history went on from an old copy.",
                next: "Do not cosign. Keep this export: with the earlier cosignature it proves the fork.")),
        ErrorText(
            WitnessError.Code.witnessMemoryBroken, .integrityBroken,
            fr: .init(
                what: "La mémoire du témoin {path} n'est pas ce qui y a été écrit.",
                why: "Sans elle, on pourrait lui montrer une autre histoire.",
                next: "Restaurez ce fichier d'une copie récente; n'en fabriquez pas un."),
            en: .init(
                what: "The witness's memory {path} is not what was written there.",
                why: "Without it, another history could be shown to the witness.",
                next: "Restore the file from a recent copy; do not make one up.")),
        ErrorText(
            WitnessError.Code.witnessMemoryUnwritable, .failed,
            fr: .init(
                what: "La mémoire du témoin {path} ne se lit pas ou ne s'écrit pas ({step} : {errno}).",
                why: "Un témoin retient avant de signer; rien n'a été signé.",
                next: "Donnez au témoin un dossier de clés où il peut écrire."),
            en: .init(
                what: "The witness's memory {path} cannot be read or written ({step}: {errno}).",
                why: "A witness remembers before it signs; nothing was signed.",
                next: "Give the witness a key folder that it can write to.")),
        ErrorText(
            WitnessError.Code.witnessClock, .refused,
            fr: .init(
                what: "L'horloge marque {time}, avant la dernière cosignature de ce registre ({kept_time}).",
                why: "Un témoin ne signe pas dans le passé.",
                next: "Réglez l'horloge, puis recommencez."),
            en: .init(
                what: "The clock says {time}, before the last cosignature of this register ({kept_time}).",
                why: "A witness does not sign in the past.",
                next: "Set the clock, then try again.")),
        ErrorText(
            WitnessError.Code.checkpointNoRegister, .integrityBroken,
            fr: .init(
                what: "Le point de contrôle ne nomme pas un registre : « {found} ».",
                why: "Sa première ligne est ORIGINE/IDENTIFIANT.",
                next: "Demandez le fichier de nouveau à qui l'a fait."),
            en: .init(
                what: "The checkpoint names no register: \"{found}\".",
                why: "Its first line is ORIGIN/REGISTER-ID.",
                next: "Ask for the file again from whoever made it.")),
        ErrorText(
            WitnessError.Code.cosignatureMalformed, .integrityBroken,
            fr: .init(
                what: "La ligne de {name} n'est pas une cosignature.",
                why: "Une cosignature compte un temps de 8 octets et une signature de 64.",
                next: "Demandez la note de nouveau au témoin."),
            en: .init(
                what: "The line of {name} is no cosignature.",
                why: "A cosignature is a time of 8 bytes and a signature of 64.",
                next: "Ask the witness for the note again.")),
        ErrorText(
            WitnessError.Code.cosignatureOfOther, .integrityBroken,
            fr: .init(
                what: "La note du témoin est d'un autre point de contrôle.",
                why: "Elle ne dit rien de cet export.",
                next: "Demandez au témoin de cosigner cet export."),
            en: .init(
                what: "The witness's note is of another checkpoint.",
                why: "It says nothing of this export.",
                next: "Ask the witness to cosign this export.")),
        ErrorText(
            WitnessError.Code.cosignatureInvalid, .integrityBroken,
            fr: .init(
                what: "La cosignature de {name} est fausse sous la clé {key}.",
                why: "Le texte, le temps ou la signature a changé.",
                next: "Ne vous fiez pas à cette note. Demandez-la de nouveau au témoin."),
            en: .init(
                what: "The cosignature of {name} is wrong under the key {key}.",
                why: "The text, the time or the signature was changed.",
                next: "Do not trust this note. Ask the witness for it again.")),
        ErrorText(
            WitnessError.Code.cosignatureTime, .refused,
            fr: .init(
                what: "La cosignature de {name} est du {time}, ce qui ne peut pas être.",
                why: "Elle doit se situer [?après {earliest} et ]avant {latest}.",
                next: "Faites vérifier l'horloge du témoin, puis demandez une nouvelle cosignature."),
            en: .init(
                what: "The cosignature of {name} is of {time}, which cannot be.",
                why: "It must lie [?after {earliest} and ]before {latest}.",
                next: "Have the witness's clock checked, then ask for a new cosignature.")),
        ErrorText(
            WitnessError.Code.cosignaturesTooFew, .integrityBroken,
            fr: .init(
                what: "Trop peu de témoins ont cosigné ce point de contrôle : {found} sur {given}, et il en faut {needed}[? (à revoir : {file}, {cause})].",
                why: "Chaque témoin compte une fois, pour ce point de contrôle et à un temps possible.",
                next: "Demandez les cosignatures qui manquent avant de vous fier à cet export."),
            en: .init(
                what: "Too few witnesses cosigned this checkpoint: {found} of {given}, and {needed} needed[? (to look at: {file}, {cause})].",
                why: "Each witness counts once, for this checkpoint and at a possible time.",
                next: "Ask for the missing cosignatures before you rely on this export.")),
        ErrorText(
            WitnessError.Code.witnessIsInsider, .refused,
            fr: .init(
                what: "La clé {key} est une clé du registre lui-même.",
                why: "Qui tient le registre ne peut pas en être le témoin.",
                next: "Donnez la clé d'un témoin qui est à part."),
            en: .init(
                what: "The key {key} is one of the register's own.",
                why: "Who keeps the register cannot be its witness.",
                next: "Give the key of a witness who stands apart.")),
        ErrorText(
            WitnessError.Code.cosignatureOfOtherKey, .refused,
            fr: .init(
                what: "La note ne porte aucune cosignature de la clé donnée.",
                why: "Les noms sur ses lignes : {names}.",
                next: "Vérifiez la clé et le fichier auprès du témoin."),
            en: .init(
                what: "The note has no cosignature of the key given.",
                why: "The names on its lines: {names}.",
                next: "Check the key and the file with the witness.")),
        ErrorText(
            WitnessError.Code.witnessKeyNeeded, .usage,
            fr: .init(
                what: "La note n'est d'aucun témoin connu du livre.",
                why: "Les noms sur ses lignes : {names}. Sans la clé du témoin, rien n'est vérifié.",
                next: "Donnez-la la première fois : --witness CLÉ.pem."),
            en: .init(
                what: "The note is of no witness that the book knows.",
                why: "The names on its lines: {names}. Without the witness's key nothing is checked.",
                next: "Give it the first time: --witness KEY.pem.")),
        ErrorText(
            WitnessError.Code.cosignatureName, .usage,
            fr: .init(
                what: "« {name} » ne peut pas nommer le fichier d'un témoin.",
                why: "Le nom compte de 1 à 95 lettres, chiffres, points, traits d'union et traits de soulignement.",
                next: "Le témoin choisit une clé d'un autre nom."),
            en: .init(
                what: "\"{name}\" cannot name a witness's file.",
                why: "The name has 1 to 95 letters, digits, dots, hyphens and underscores.",
                next: "The witness takes a key of another name.")),
        ErrorText(
            WitnessError.Code.cosignatureNameTaken, .refused,
            fr: .init(
                what: "Une note d'un autre témoin porte déjà le nom « {name} »[? pour l'export {export}].",
                why: "Elle ne sera pas remplacée.",
                next: "Le second témoin cosigne sous un autre nom, ou écrit ailleurs par -o."),
            en: .init(
                what: "A note of another witness has the name \"{name}\" already[? for export {export}].",
                why: "It will not be replaced.",
                next: "The second witness cosigns under another name, or writes elsewhere by -o.")),
        ErrorText(
            WitnessError.Code.cosignaturesTooMany, .refused,
            fr: .init(
                what: "L'export {export} porte déjà {limit} cosignatures.",
                why: "Un export n'en prend pas plus.",
                next: "Gardez celle-ci à part."),
            en: .init(
                what: "Export {export} has {limit} cosignatures already.",
                why: "An export takes no more.",
                next: "Keep this one apart.")),
        ErrorText(
            WitnessError.Code.cosignedExportUnknown, .refused,
            fr: .init(
                what: "Aucun export de ce livre n'a ce point de contrôle ({origin}, {size} enregistrements).",
                why: "Une cosignature se rattache à un export.",
                next: "Vérifiez que c'est le bon livre."),
            en: .init(
                what: "No export of this book has that checkpoint ({origin}, {size} records).",
                why: "A cosignature belongs to an export.",
                next: "See that this is the right book.")),
        ErrorText(
            WitnessError.Code.cosignedRootOther, .integrityBroken,
            fr: .init(
                what: "Le témoin a cosigné une autre histoire que celle de l'export {export} du registre {register}.",
                why: "La taille est la même, mais non la racine : il y a deux histoires, ou le livre a changé.",
                next: "Gardez la note et lancez « fundctl check »."),
            en: .init(
                what: "The witness cosigned another history than that of export {export} of the register {register}.",
                why: "The size is the same, but not the root: there are two histories, or the book was changed.",
                next: "Keep the note and run \"fundctl check\".")),
        ErrorText(
            WitnessError.Code.keptCosignature, .integrityBroken,
            fr: .init(
                what: "La cosignature gardée de {name} pour l'export {number} du registre {register} n'est pas ce qui a été reçu.",
                why: "Elle est d'un export inconnu, ou a été changée dans le fichier du livre.",
                next: "Demandez-la de nouveau au témoin, et cherchez qui a touché au fichier."),
            en: .init(
                what: "The kept cosignature of {name} for export {number} of the register {register} is not what was received.",
                why: "It is of no known export, or was changed in the book's file.",
                next: "Ask the witness for it again, and find out who touched the file.")),
    ]
}
