import EmployerServices

extension ErrorCatalogue {
    /// E-SLP: slips of coordinators.
    static let slips: [ErrorText] = [
        ErrorText(
            SlipError.Code.malformed, .usage,
            fr: .init(
                what: "Ce n'est pas un bordereau, à la ligne {line} ({part}).",
                why: "Un bordereau commence par « fundctl/slip/v1 », puis chaque en-tête une fois, les lignes, la signature (FORMAT.md, 20.7).",
                next: "Demandez-le de nouveau à qui l'a fait, sans le modifier en chemin."),
            en: .init(
                what: "This is no slip, at line {line} ({part}).",
                why: "A slip begins with \"fundctl/slip/v1\", then each heading once, the lines, the signature (FORMAT.md, 20.7).",
                next: "Ask who made it for it again, unchanged on its way.")),
        ErrorText(
            SlipError.Code.otherRegister, .refused,
            fr: .init(
                what: "Ce bordereau est fait pour un autre registre, {found}.",
                why: "Celui-ci est {expected}.",
                next: "Recevez-le dans le livre pour lequel il est fait, ou refaites-le avec le contexte de celui-ci (fundctl slip context)."),
            en: .init(
                what: "This slip is made for another register, {found}.",
                why: "This one is {expected}.",
                next: "Receive it in the book that it is made for, or make it again with the context of this one (fundctl slip context).")),
        ErrorText(
            SlipError.Code.signature, .refused,
            fr: .init(
                what: "La signature du bordereau {number} de {person} n'est pas bonne.",
                why: "Il a été changé, ou signé par une autre clé.",
                next: "Ne le recevez pas; demandez-en l'original à {person}."),
            en: .init(
                what: "The signature of the slip {number} of {person} does not fit.",
                why: "It was changed, or signed by another key.",
                next: "Do not receive it; ask {person} for the original.")),
        ErrorText(
            SlipError.Code.keyOther, .refused,
            fr: .init(
                what: "La clé du bordereau n'est pas celle de {person}.",
                why: "Le registre connaît {person} par une autre clé, ou ne connaît pas cette personne; celle du bordereau est {key}.",
                next: "Demandez à {person} de signer avec sa clé (fundctl person list montre celles du registre)."),
            en: .init(
                what: "The key of the slip is not that of {person}.",
                why: "The register knows {person} by another key, or does not know this person; that of the slip is {key}.",
                next: "Ask {person} to sign with the own key (fundctl person list shows those of the register).")),
        ErrorText(
            SlipError.Code.noCoordinator, .refused,
            fr: .init(
                what: "{person} ne coordonne pas le comité {committee}.",
                why: "Un bordereau vient d'une personne qui a le rôle de coordonnateur du comité.",
                next: "Deux administrateurs peuvent donner le rôle (fundctl role grant)."),
            en: .init(
                what: "{person} does not coordinate the committee {committee}.",
                why: "A slip comes from a person who holds the coordinator's role of the committee.",
                next: "Two admins can grant the role (fundctl role grant).")),
        ErrorText(
            SlipError.Code.receivedBefore, .refused,
            fr: .init(
                what: "Le bordereau {number} de {person} a déjà été reçu (enregistrement {record}).",
                why: "Rien n'est reçu deux fois.",
                next: "« fundctl slip answer {person} {number} -o FICHIER » en redonne la réponse."),
            en: .init(
                what: "The slip {number} of {person} was received before (record {record}).",
                why: "Nothing is received twice.",
                next: "\"fundctl slip answer {person} {number} -o FILE\" gives its answer again.")),
        ErrorText(
            SlipError.Code.lineKind, .refused,
            fr: .init(
                what: "La ligne {line} du bordereau est d'un genre qu'un bordereau n'apporte pas : {kind}.",
                why: "Un bordereau apporte des ententes, des participations, et les personnes qu'elles nomment.",
                next: "Refaites-le sans cette ligne."),
            en: .init(
                what: "The line {line} of the slip is of a kind that no slip brings: {kind}.",
                why: "A slip brings agreements, participations, and the persons that they name.",
                next: "Make it again without this line.")),
        ErrorText(
            SlipError.Code.lineDiffers, .refused,
            fr: .init(
                what: "L'enregistrement {record} n'est pas la ligne {line} du bordereau.",
                why: "Ce qui est accepté est écrit tel quel, sauf le numéro.",
                next: "C'est le signe d'une altération : vérifiez le lot."),
            en: .init(
                what: "The record {record} is not the line {line} of the slip.",
                why: "What is accepted is written as it is, but for the number.",
                next: "This is a sign of tampering: look at the batch.")),
        ErrorText(
            SlipError.Code.misplaced, .refused,
            fr: .init(
                what: "Le bordereau de l'enregistrement {record} n'est pas à sa place.",
                why: "Il est le premier de son lot, et ses lignes acceptées, rien d'autre, le suivent.",
                next: "Recevez-le par « fundctl slip receive »."),
            en: .init(
                what: "The slip of record {record} is not in its place.",
                why: "It is the first of its batch, and its accepted lines, nothing else, follow it.",
                next: "Receive it by \"fundctl slip receive\".")),
        ErrorText(
            SlipError.Code.lineNumbers, .refused,
            fr: .init(
                what: "Le bordereau {number} de {person} ne dit pas une fois de chaque ligne ce qu'elle devient.",
                why: "Chaque ligne est acceptée ou rejetée, dans l'ordre.",
                next: "Recevez-le par « fundctl slip receive »."),
            en: .init(
                what: "The slip {number} of {person} does not say of each line once what becomes of it.",
                why: "Each line is accepted or rejected, in order.",
                next: "Receive it by \"fundctl slip receive\".")),
        ErrorText(
            SlipError.Code.openingDiffers, .refused,
            fr: .init(
                what: "Ce qui est ouvert de la personne {subject} n'est pas ce à quoi le bordereau s'engage (champ {field}).",
                why: "Le fichier d'ouvertures est d'un autre bordereau, ou il a été changé.",
                next: "Demandez l'original à qui l'a fait."),
            en: .init(
                what: "What is opened of the person {subject} is not what the slip commits to (field {field}).",
                why: "The file of openings is of another slip, or it was changed.",
                next: "Ask who made it for the original.")),
        ErrorText(
            SlipError.Code.openingMissing, .refused,
            fr: .init(
                what: "Rien n'ouvre le champ {field} de la personne {subject}.",
                why: "Les noms voyagent dans un fichier à côté du bordereau.",
                next: "Donnez-le (--openings), ou demandez-le à qui a fait le bordereau."),
            en: .init(
                what: "Nothing opens the field {field} of the person {subject}.",
                why: "Names travel in a file beside the slip.",
                next: "Give it (--openings), or ask who made the slip for it.")),
        ErrorText(
            SlipError.Code.fileMalformed, .usage,
            fr: .init(
                what: "Le fichier n'est pas {file}, à la ligne {line}.",
                why: "Il a été changé, ou c'en est un autre.",
                next: "« fundctl slip context », « slip begin », « slip make » et « slip answer » font les fichiers qu'il faut."),
            en: .init(
                what: "The file is no {file}, at line {line}.",
                why: "It was changed, or it is another one.",
                next: "\"fundctl slip context\", \"slip begin\", \"slip make\" and \"slip answer\" make the files that are needed.")),
        ErrorText(
            SlipError.Code.restsOnRejected, .refused,
            fr: .init(
                what: "La ligne {line} repose sur une ligne rejetée ({on}).",
                why: "Sans elle, il n'y a rien à poursuivre ni personne à inscrire.",
                next: "La ligne suivra dans un autre bordereau."),
            en: .init(
                what: "The line {line} rests on a line that is rejected ({on}).",
                why: "Without that one there is nothing to go on with and nobody to enter.",
                next: "The line will follow in another slip.")),
        ErrorText(
            SlipError.Code.rejected, .refused,
            fr: .init(
                what: "La ligne {line} est rejetée par l'agent.",
                why: "L'agent décide ligne par ligne.",
                next: "Demandez-lui pourquoi."),
            en: .init(
                what: "The line {line} is rejected by the agent.",
                why: "The agent decides line by line.",
                next: "Ask the agent why.")),
        ErrorText(
            SlipError.Code.empty, .refused,
            fr: .init(
                what: "Ce bordereau pour le comité {committee} n'a aucune ligne.",
                why: "Un bordereau vide ne dit rien.",
                next: "Inscrivez-y des ententes (fundctl agreement sign --slip FICHIER)."),
            en: .init(
                what: "This slip for the committee {committee} has no line.",
                why: "An empty slip says nothing.",
                next: "Enter agreements into it (fundctl agreement sign --slip FILE).")),
        ErrorText(
            SlipError.Code.notInContext, .refused,
            fr: .init(
                what: "« {found} » n'est pas dans le contexte du bordereau ({part})[?; c'est peut-être {nearest}].",
                why: "Un bordereau s'appuie sur ce que le registre avait quand le contexte en a été tiré.",
                next: "Corrigez, ou demandez un contexte plus récent (fundctl slip context)."),
            en: .init(
                what: "\"{found}\" is not in the context of the slip ({part})[?; {nearest} may be meant].",
                why: "A slip rests on what the register had when the context was taken.",
                next: "Correct it, or ask for a newer context (fundctl slip context).")),
        ErrorText(
            SlipError.Code.otherCommittee, .refused,
            fr: .init(
                what: "« {found} » ne relève pas du comité {expected}.",
                why: "Un bordereau est fait pour un comité, et n'apporte que ce qui relève de ses normes et stratégies[?; ceci relève de {committee}].",
                next: "Faites un bordereau pour l'autre comité (fundctl slip begin)."),
            en: .init(
                what: "\"{found}\" is not of the committee {expected}.",
                why: "A slip is made for one committee, and brings only what is of its standards and strategies[?; this is of {committee}].",
                next: "Make a slip for the other committee (fundctl slip begin).")),
        ErrorText(
            SlipError.Code.slipUnknown, .refused,
            fr: .init(
                what: "Aucun bordereau {number} de {person} n'a été reçu.",
                why: "Le registre garde chaque bordereau reçu, par la personne qui l'a signé et son numéro.",
                next: "Vérifiez le nom et le numéro : ils sont en tête du bordereau."),
            en: .init(
                what: "No slip {number} of {person} was received.",
                why: "The register keeps each slip that was received, by the person who signed it and its number.",
                next: "Look at the name and the number: they are at the head of the slip.")),
        ErrorText(
            SlipError.Code.agreementNotInContext, .refused,
            fr: .init(
                what: "L'entente {agreement} n'est pas dans le contexte du bordereau : son compagnon n'est pas connu ici.",
                why: "Loin du livre, le compagnon en fonction est celui du contexte, qui a les ententes ouvertes du comité le jour où il en est tiré.",
                next: "Demandez un contexte plus récent (fundctl slip context --committee {committee}), ou donnez --companion-subject."),
            en: .init(
                what: "The agreement {agreement} is not in the context of the slip: its companion is not known here.",
                why: "Away from the book, the companion in force is that of the context, which has the committee's open agreements of the day when it is taken.",
                next: "Ask for a newer context (fundctl slip context --committee {committee}), or give --companion-subject.")),
        ErrorText(
            SlipError.Code.answerOther, .refused,
            fr: .init(
                what: "Cette réponse est au bordereau {number} de {person}; le fichier donné en est un autre.",
                why: "Le registre, la personne, le numéro ou le nombre de lignes n'est pas le même.",
                next: "Donnez le bordereau auquel on répond, ou lisez la réponse sans --slip."),
            en: .init(
                what: "This answer is to the slip {number} of {person}; the file given is another one.",
                why: "The register, the person, the number or the count of lines is not the same.",
                next: "Give the slip that is answered, or read the answer without --slip.")),
    ]
}
