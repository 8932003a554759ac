import AuditTrail

extension ErrorCatalogue {
    /// E-KEY: persons and their roles.
    static let persons: [ErrorText] = [
        ErrorText(
            AuditError.Code.keyUnknown, .notAllowed,
            fr: .init(
                what: "Votre clé ({key}) n'est celle de personne dans le registre {register}.",
                why: "Seule une personne admise dans un registre peut y écrire.",
                next: "Vérifiez --as, ou faites-vous admettre par « fundctl person admit »."),
            en: .init(
                what: "Your key ({key}) is nobody's in the register {register}.",
                why: "Only a person admitted to a register may write in it.",
                next: "See to --as, or have yourself admitted with \"fundctl person admit\".")),
        ErrorText(
            AuditError.Code.roleMissing, .notAllowed,
            fr: .init(
                what: "{person} n'a pas le rôle qu'il faut dans le registre {register}.",
                why: "« {kind} » demande l'un de ces rôles : {roles}.",
                next: "Faites agir une personne qui l'a, ou demandez-le par « fundctl role grant »."),
            en: .init(
                what: "{person} does not hold the role needed in the register {register}.",
                why: "\"{kind}\" takes one of these roles: {roles}.",
                next: "Let a person who holds it act, or ask for it with \"fundctl role grant\".")),
        ErrorText(
            AuditError.Code.personKnown, .refused,
            fr: .init(
                what: "Une personne du nom de « {person} » a déjà été admise.",
                why: "Un nom n'est admis qu'une fois, pour que chaque acte garde son auteur.",
                next: "Choisissez un autre nom."),
            en: .init(
                what: "A person named \"{person}\" was admitted before.",
                why: "A name is admitted only once, so that each act keeps its author.",
                next: "Choose another name.")),
        ErrorText(
            AuditError.Code.personUnknown, .refused,
            fr: .init(
                what: "Aucune personne du nom de « {person} » n'est admise dans le registre {register}.",
                why: "Le nom est mal écrit, ou la personne n'y a pas été admise.",
                next: "« fundctl person list » montre les personnes admises."),
            en: .init(
                what: "Nobody named \"{person}\" is admitted to the register {register}.",
                why: "The name is misspelt, or the person was not admitted there.",
                next: "\"fundctl person list\" shows the persons admitted.")),
        ErrorText(
            AuditError.Code.keyInUse, .refused,
            fr: .init(
                what: "La clé {key} sert déjà.",
                why: "Elle est celle d'une personne, du registre ou de la récupération; une clé n'a qu'un usage, pour toujours.",
                next: "Créez une clé neuve par « fundctl key create »."),
            en: .init(
                what: "The key {key} is in use already.",
                why: "It is a person's, the register's or the recovery's; a key has one use, for ever.",
                next: "Make a new key with \"fundctl key create\".")),
        ErrorText(
            AuditError.Code.possessionProof, .refused,
            fr: .init(
                what: "La preuve de possession ne vaut pas pour {person}, rôle {role}[?, portée {scope}].",
                why: "La clé présentée ne l'a pas signée pour ce registre, cette personne et ce rôle.",
                next: "Demandez à la personne de la refaire par « fundctl key prove »."),
            en: .init(
                what: "The proof of possession does not hold for {person}, role {role}[?, scope {scope}].",
                why: "The key presented did not sign it for this register, this person and this role.",
                next: "Ask the person to make it again with \"fundctl key prove\".")),
        ErrorText(
            AuditError.Code.recoveryProof, .refused,
            fr: .init(
                what: "La preuve de récupération de {person} ne vaut pas.",
                why: "Elle n'est pas signée par la clé de récupération du registre, gardée hors ligne.",
                next: "Employez la clé de récupération de ce registre."),
            en: .init(
                what: "The recovery proof of {person} does not hold.",
                why: "It is not signed by the register's recovery key, which is kept offline.",
                next: "Use the recovery key of this register.")),
        ErrorText(
            AuditError.Code.recoveryPlace, .refused,
            fr: .init(
                what: "Une récupération n'est pas à sa place.",
                why: "Elle doit être le premier enregistrement d'un lot scellé par la clé qu'elle admet.",
                next: "Refaites-la avec la clé de la personne à admettre."),
            en: .init(
                what: "A recovery is out of place.",
                why: "It must be the first record of a batch sealed by the key that it admits.",
                next: "Do it again with the key of the person to admit.")),
        ErrorText(
            AuditError.Code.personNameReserved, .refused,
            fr: .init(
                what: "Une personne ne peut pas se nommer « {person} ».",
                why: "Ce nom est réservé à la clé du registre.",
                next: "Choisissez un autre nom."),
            en: .init(
                what: "A person cannot be named \"{person}\".",
                why: "That name is kept for the register's key.",
                next: "Choose another name.")),
        ErrorText(
            AuditError.Code.founderOutsideGenesis, .refused,
            fr: .init(
                what: "Le rôle « founder » ne s'attribue pas.",
                why: "Il n'appartient qu'aux premières personnes du livre, à sa création.",
                next: "Attribuez un rôle nommé, comme admin ou finance-officer."),
            en: .init(
                what: "The role \"founder\" is not granted.",
                why: "It belongs only to the first persons of the book, when it is made.",
                next: "Grant a named role, such as admin or finance-officer.")),
        ErrorText(
            AuditError.Code.founderExpected, .integrityBroken,
            fr: .init(
                what: "L'admission de {person} manque au début du registre (enregistrement {record}).",
                why: "Les personnes que nomme l'enregistrement d'origine doivent le suivre aussitôt.",
                next: "Quelque chose a changé ce registre. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "The admission of {person} is missing at the beginning of the register (record {record}).",
                why: "The persons whom genesis names must follow it at once.",
                next: "Something changed this register. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.roleScope, .usage,
            fr: .init(
                what: "La portée ne convient pas au rôle {role}[? (« {scope} »)].",
                why: "Les rôles coordinator et agent en demandent une (un comité, une région); les autres n'en ont pas.",
                next: "Donnez ou retirez --scope."),
            en: .init(
                what: "The scope does not suit the role {role}[? (\"{scope}\")].",
                why: "The roles coordinator and agent take one (a committee, a region); the others have none.",
                next: "Give --scope, or take it out.")),
        ErrorText(
            AuditError.Code.roleHeldAlready, .refused,
            fr: .init(
                what: "{person} a déjà le rôle {role}[?, portée {scope}].",
                why: "Un rôle ne s'attribue pas deux fois.",
                next: "Il n'y a rien à faire; « fundctl role list » montre les rôles."),
            en: .init(
                what: "{person} holds the role {role} already[?, scope {scope}].",
                why: "A role is not granted twice.",
                next: "There is nothing to do; \"fundctl role list\" shows the roles.")),
        ErrorText(
            AuditError.Code.roleNotHeld, .refused,
            fr: .init(
                what: "{person} n'a pas le rôle {role}[?, portée {scope}].",
                why: "On ne retire que ce qui a été attribué.",
                next: "« fundctl role list » montre les rôles."),
            en: .init(
                what: "{person} does not hold the role {role}[?, scope {scope}].",
                why: "Only what was granted is revoked.",
                next: "\"fundctl role list\" shows the roles.")),
        ErrorText(
            AuditError.Code.lastAdmin, .refused,
            fr: .init(
                what: "{person} est la dernière personne à avoir le rôle admin.",
                why: "Sans elle, plus personne ne pourrait administrer le registre.",
                next: "Attribuez d'abord le rôle à une autre personne par « fundctl role grant »."),
            en: .init(
                what: "{person} is the last person to hold the role admin.",
                why: "Without them nobody could administer the register any more.",
                next: "Grant the role to another person first, with \"fundctl role grant\".")),
        ErrorText(
            AuditError.Code.ledgerKeyNotInForce, .refused,
            fr: .init(
                what: "La clé {key} n'est pas celle qui a cours dans le registre.",
                why: "Seule la clé en vigueur peut céder la place à une autre.",
                next: "« fundctl register show » montre la clé en vigueur."),
            en: .init(
                what: "The key {key} is not the one in force in the register.",
                why: "Only the key in force can give way to another.",
                next: "\"fundctl register show\" shows the key in force.")),
        ErrorText(
            AuditError.Code.rotationProof, .refused,
            fr: .init(
                what: "Le changement de clé du registre ne vaut pas.",
                why: "Il doit être signé par l'ancienne clé et par la nouvelle.",
                next: "Refaites-le avec les deux clés dans le dossier des clés."),
            en: .init(
                what: "The change of the register's key does not hold.",
                why: "It must be signed by the old key and by the new one.",
                next: "Do it again with both keys in the key folder.")),
    ]
}
