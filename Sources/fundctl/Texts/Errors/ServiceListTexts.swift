import EmployerServices

extension ErrorCatalogue {
    /// E-SCP, E-ITK, E-LST: scopes, imports and lists of the register of employers.
    static let services: [ErrorText] = scopes + intakes + serviceLists

    private static let scopes: [ErrorText] = [
        ErrorText(
            ScopeError.Code.scopeMissing, .notAllowed,
            fr: .init(
                what: "Il n'appartient pas à {person} d'inscrire ceci : {kind}. Il faut : {needed}.",
                why: "Un agent agit pour sa région, un coordonnateur pour son comité[? (détenu : {held})].",
                next: "Demandez à une personne de cette portée, ou faites-la attribuer (fundctl role grant)."),
            en: .init(
                what: "It is not for {person} to write {kind} here. Needed: {needed}.",
                why: "An agent acts for a region, a coordinator for a committee[? (held: {held})].",
                next: "Ask a person who holds that scope, or have it granted (fundctl role grant).")),
    ]

    private static let intakes: [ErrorText] = [
        ErrorText(
            IntakeError.Code.intakeNotLast, .failed,
            fr: .init(
                what: "Le mot d'importation (enregistrement {record}) n'est pas le dernier de son lot, une seule fois.",
                why: "Il dit d'où viennent tous les enregistrements qui le précèdent.",
                next: "Refaites l'importation avec fundctl."),
            en: .init(
                what: "The note of an import (record {record}) is not the last of its batch, once.",
                why: "It says where all the records before it come from.",
                next: "Import again with fundctl.")),
        ErrorText(
            IntakeError.Code.markWithoutIntake, .failed,
            fr: .init(
                what: "L'enregistrement {record} nomme la ligne d'un fichier, et son lot ne dit pas lequel.",
                why: "Un lot importé finit par un mot qui nomme le fichier et son empreinte.",
                next: "Refaites l'importation avec fundctl."),
            en: .init(
                what: "Record {record} names the row of a file, and its batch does not say which.",
                why: "An imported batch ends with a note that names the file and its hash.",
                next: "Import again with fundctl.")),
        ErrorText(
            IntakeError.Code.recordCount, .failed,
            fr: .init(
                what: "L'importation dit {found} enregistrements; son lot en a {expected}.",
                why: "Le compte doit être juste pour que rien ne s'y glisse.",
                next: "Refaites l'importation avec fundctl."),
            en: .init(
                what: "The import says {found} records; its batch has {expected}.",
                why: "The count must be right, so that nothing slips in.",
                next: "Import again with fundctl.")),
        ErrorText(
            IntakeError.Code.markHalf, .failed,
            fr: .init(
                what: "Un enregistrement « {kind} » donne la ligne sans la source, ou l'inverse.",
                why: "Ce qui vient d'un fichier porte les deux.",
                next: "Refaites l'importation avec fundctl."),
            en: .init(
                what: "A record \"{kind}\" gives the row without the source, or the other way.",
                why: "What comes from a file has both.",
                next: "Import again with fundctl.")),
        ErrorText(
            IntakeError.Code.sourceKnown, .refused,
            fr: .init(
                what: "La source « {source} » (ligne {row}) est déjà au registre, à l'enregistrement {record}.",
                why: "Rien ne s'importe deux fois.",
                next: "Retirez la ligne, ou vérifiez la colonne que la carte donne pour source."),
            en: .init(
                what: "The source \"{source}\" (row {row}) is in the register already, at record {record}.",
                why: "Nothing is imported twice.",
                next: "Remove the row, or check the column that the map gives as the source.")),
        ErrorText(
            IntakeError.Code.fileChanged, .failed,
            fr: .init(
                what: "« {file} » a changé pendant l'importation.",
                why: "Ce qui est inscrit doit être ce que le fichier disait quand on l'a ouvert.",
                next: "Recommencez quand personne n'y écrit."),
            en: .init(
                what: "\"{file}\" changed while it was imported.",
                why: "What is entered must be what the file said when it was opened.",
                next: "Begin again when nobody writes to it.")),
        ErrorText(
            IntakeError.Code.importRefused, .refused,
            fr: .init(
                what: "« {file} » n'est pas importé (rangées fautives : {problems}).",
                why: "Un fichier est importé tout entier ou pas du tout.",
                next: "Corrigez les rangées nommées, puis recommencez."),
            en: .init(
                what: "\"{file}\" is not imported (rows at fault: {problems}).",
                why: "A file is imported whole or not at all.",
                next: "Mend the rows named, then begin again.")),
    ]

    private static let serviceLists: [ErrorText] = [
        ErrorText(
            ServiceListError.Code.officeUnknown, .refused,
            fr: .init(
                what: "Aucun bureau n'a le code « {office} ».",
                why: "Ce qui se fait compte pour un bureau, donc pour sa région.",
                next: "[?Vouliez-vous dire {nearest} ? ]« fundctl office list » les montre tous."),
            en: .init(
                what: "No office has the code \"{office}\".",
                why: "What is done counts for an office, and so for its region.",
                next: "[?Did you mean {nearest}? ]\"fundctl office list\" shows them all.")),
        ErrorText(
            ServiceListError.Code.officeClosed, .refused,
            fr: .init(
                what: "Le bureau {office} est fermé.",
                why: "Rien de nouveau ne s'y rattache; ce qui y était commencé s'y termine.",
                next: "Nommez un bureau ouvert (fundctl office list)."),
            en: .init(
                what: "The office {office} is closed.",
                why: "Nothing new belongs to it; what was begun there may end there.",
                next: "Name an open office (fundctl office list).")),
        ErrorText(
            ServiceListError.Code.officeRegion, .refused,
            fr: .init(
                what: "Le bureau {office} est de la région {region}, non de la région {found}.",
                why: "Un bureau reste dans sa région, pour que les comptes d'une région ne changent pas après coup.",
                next: "Nommez un bureau de la région {found}, ou la région {region}."),
            en: .init(
                what: "The office {office} is of region {region}, not of region {found}.",
                why: "An office stays in its region, so that a region's counts do not change afterwards.",
                next: "Name an office of region {found}, or the region {region}.")),
        ErrorText(
            ServiceListError.Code.catalogueKnown, .refused,
            fr: .init(
                what: "Le catalogue « {catalogue} » est déjà adopté.",
                why: "Un catalogue adopté ne change plus : ce qui s'y rapporte garde son sens.",
                next: "Donnez un autre code au nouveau catalogue."),
            en: .init(
                what: "The catalogue \"{catalogue}\" is adopted already.",
                why: "An adopted catalogue never changes: what refers to it keeps its meaning.",
                next: "Give the new catalogue another code.")),
        ErrorText(
            ServiceListError.Code.catalogueOrder, .refused,
            fr: .init(
                what: "Le catalogue « {catalogue} » ne peut valoir dès le {from}.",
                why: "Le précédent vaut depuis le {last}; le nouveau commence après.",
                next: "Donnez un jour plus tardif."),
            en: .init(
                what: "The catalogue \"{catalogue}\" cannot count from {from}.",
                why: "The one before counts from {last}; the new one begins later.",
                next: "Give a later day.")),
        ErrorText(
            ServiceListError.Code.measureUnknown, .refused,
            fr: .init(
                what: "Aucune mesure « {measure} » au {date}.",
                why: "Une mesure est d'un catalogue, qui vaut à partir d'un jour[? (celui de ce jour : {catalogue})].",
                next: "[?Vouliez-vous dire {nearest} ? ]« fundctl measure list » les montre."),
            en: .init(
                what: "There is no measure \"{measure}\" on {date}.",
                why: "A measure is of a catalogue, which counts from a day on[? (that of the day: {catalogue})].",
                next: "[?Did you mean {nearest}? ]\"fundctl measure list\" shows them.")),
        ErrorText(
            ServiceListError.Code.programmeUnknown, .refused,
            fr: .init(
                what: "Aucun programme n'a le code « {programme} ».",
                why: "Une participation est d'une stratégie ou d'un programme réglementé connus.",
                next: "[?Vouliez-vous dire {nearest} ? ]« fundctl programme list » les montre."),
            en: .init(
                what: "No programme has the code \"{programme}\".",
                why: "A participation is in a known strategy or regulated programme.",
                next: "[?Did you mean {nearest}? ]\"fundctl programme list\" shows them.")),
        ErrorText(
            ServiceListError.Code.standardUnknown, .refused,
            fr: .init(
                what: "Aucune norme professionnelle n'a le code « {standard} ».",
                why: "Une entente suit les modules d'une norme connue.",
                next: "[?Vouliez-vous dire {nearest} ? ]« fundctl standard list » les montre."),
            en: .init(
                what: "No occupational standard has the code \"{standard}\".",
                why: "An agreement follows the modules of a known standard.",
                next: "[?Did you mean {nearest}? ]\"fundctl standard list\" shows them.")),
        ErrorText(
            ServiceListError.Code.committeeUnknown, .refused,
            fr: .init(
                what: "Aucun comité sectoriel n'a le code « {committee} ».",
                why: "Les normes, les programmes et les coordonnateurs relèvent de comités connus.",
                next: "[?Vouliez-vous dire {nearest} ? ]« fundctl committee list » les montre."),
            en: .init(
                what: "No sector committee has the code \"{committee}\".",
                why: "Standards, programmes and coordinators belong to known committees.",
                next: "[?Did you mean {nearest}? ]\"fundctl committee list\" shows them.")),
        ErrorText(
            ServiceListError.Code.documentUnknown, .refused,
            fr: .init(
                what: "Le document {document} n'est pas connu.",
                why: "Un document est ajouté au registre avant d'être cité.",
                next: "Ajoutez-le avec « fundctl document add »."),
            en: .init(
                what: "The document {document} is not known.",
                why: "A document is added to the register before it is cited.",
                next: "Add it with \"fundctl document add\".")),
        ErrorText(
            ServiceListError.Code.subjectNotOpen, .refused,
            fr: .init(
                what: "La personne {subject} n'est pas au registre, ou en a été effacée.",
                why: "On ne rattache rien de nouveau à une personne effacée.",
                next: "Nommez une personne connue."),
            en: .init(
                what: "The person {subject} is not in the register, or was erased.",
                why: "Nothing new is tied to an erased person.",
                next: "Name a known person.")),
        ErrorText(
            ServiceListError.Code.datedAhead, .refused,
            fr: .init(
                what: "Le {date} n'est pas encore venu : c'est le {day}[? (enregistrement {record})].",
                why: "On inscrit ce qui a eu lieu; un début, ou la fin prévue d'une entente, peut être à venir.",
                next: "Corrigez la date, ou attendez qu'elle soit venue."),
            en: .init(
                what: "{date} has not come yet: it is {day}[? (record {record})].",
                why: "What is entered took place; a beginning, or the planned end of an agreement, may lie ahead.",
                next: "Correct the date, or wait until it has come.")),
    ]
}
