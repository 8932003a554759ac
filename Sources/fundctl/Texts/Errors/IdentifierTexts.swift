import ReferenceData

extension ErrorCatalogue {
    /// E-REF: funds, entries, enterprises, regions, dated parameters.
    static let identifiers: [ErrorText] = [
        ErrorText(
            ReferenceError.Code.fundUnknown, .usage,
            fr: .init(
                what: "« {found} » n'est pas un fonds.",
                why: "Les fonds sont ceux-ci : {expected}.",
                next: "Nommez l'un d'eux par --fund."),
            en: .init(
                what: "\"{found}\" is not a fund.",
                why: "The funds are these: {expected}.",
                next: "Name one of them with --fund.")),
        ErrorText(
            ReferenceError.Code.entryIDMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas le numéro d'une écriture.",
                why: "Un numéro nomme le fonds, l'exercice et le rang. Attendu : {expected}.",
                next: "« fundctl entry list » montre les numéros."),
            en: .init(
                what: "\"{found}\" is not the id of an entry.",
                why: "An id names the fund, the fiscal year and the number. Expected: {expected}.",
                next: "\"fundctl entry list\" shows the ids.")),
        ErrorText(
            ReferenceError.Code.entryIDOutOfRange, .usage,
            fr: .init(
                what: "Le rang {found} n'est pas celui d'une écriture.",
                why: "Attendu : {expected}.",
                next: "« fundctl entry list » montre les numéros."),
            en: .init(
                what: "The number {found} is not that of an entry.",
                why: "Expected: {expected}.",
                next: "\"fundctl entry list\" shows the ids.")),
        ErrorText(
            ReferenceError.Code.grantIDMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas le numéro d'une subvention.",
                why: "Un numéro nomme le fonds, puis G, puis le rang. Attendu : {expected}.",
                next: "« fundctl grant list » montre les numéros."),
            en: .init(
                what: "\"{found}\" is not the id of a grant.",
                why: "An id names the fund, then G, then the number. Expected: {expected}.",
                next: "\"fundctl grant list\" shows the ids.")),
        ErrorText(
            ReferenceError.Code.paymentIDMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas le numéro d'un paiement.",
                why: "Un numéro nomme le fonds, puis P, puis le rang. Attendu : {expected}.",
                next: "« fundctl payment list » montre les numéros."),
            en: .init(
                what: "\"{found}\" is not the id of a payment.",
                why: "An id names the fund, then P, then the number. Expected: {expected}.",
                next: "\"fundctl payment list\" shows the ids.")),
        ErrorText(
            ReferenceError.Code.neqMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un numéro d'entreprise du Québec (NEQ).",
                why: "Un NEQ compte dix chiffres. Attendu : {expected}.",
                next: "Vérifiez-le au Registre des entreprises."),
            en: .init(
                what: "\"{found}\" is not a Québec enterprise number (NEQ).",
                why: "A NEQ has ten digits. Expected: {expected}.",
                next: "Check it in the enterprise register.")),
        ErrorText(
            ReferenceError.Code.neqPrefixUnknown, .usage,
            fr: .init(
                what: "Le NEQ {found} commence par deux chiffres qui n'ont pas cours.",
                why: "Un NEQ commence par 11, 22, 33 ou 88 selon la forme de l'entreprise. Attendu : {expected}.",
                next: "Vérifiez-le au Registre des entreprises."),
            en: .init(
                what: "The NEQ {found} begins with two digits that are not in use.",
                why: "A NEQ begins with 11, 22, 33 or 88 by the form of the enterprise. Expected: {expected}.",
                next: "Check it in the enterprise register.")),
        ErrorText(
            ReferenceError.Code.businessNumberMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un numéro d'entreprise fédéral.",
                why: "Il compte neuf chiffres, deux lettres majuscules et quatre chiffres. Attendu : {expected}.",
                next: "Vérifiez-le sur un document de l'Agence du revenu du Canada."),
            en: .init(
                what: "\"{found}\" is not a federal business number.",
                why: "It has nine digits, two capital letters and four digits. Expected: {expected}.",
                next: "Check it on a document of the Canada Revenue Agency.")),
        ErrorText(
            ReferenceError.Code.businessNumberCheckDigit, .usage,
            fr: .init(
                what: "Le numéro d'entreprise fédéral {found} comporte une erreur.",
                why: "Son chiffre de contrôle ne correspond pas aux autres : un chiffre est faux, ou deux sont intervertis.",
                next: "Vérifiez-le sur un document de l'Agence du revenu du Canada."),
            en: .init(
                what: "The federal business number {found} holds an error.",
                why: "Its check digit does not agree with the others: a digit is wrong, or two are swapped.",
                next: "Check it on a document of the Canada Revenue Agency.")),
        ErrorText(
            ReferenceError.Code.scianMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un code du SCIAN.",
                why: "Un code du SCIAN compte de deux à six chiffres. Attendu : {expected}.",
                next: "Cherchez-le dans la classification de Statistique Canada."),
            en: .init(
                what: "\"{found}\" is not a NAICS code.",
                why: "A NAICS code has two to six digits. Expected: {expected}.",
                next: "Look it up in Statistics Canada's classification.")),
        ErrorText(
            ReferenceError.Code.scianSectorUnknown, .usage,
            fr: .init(
                what: "Aucun secteur du SCIAN ne commence comme « {found} ».",
                why: "Les deux premiers chiffres nomment le secteur. Attendu : {expected}.",
                next: "Le plus proche est {nearest}; vérifiez dans la classification de Statistique Canada."),
            en: .init(
                what: "No NAICS sector begins as \"{found}\" does.",
                why: "The first two digits name the sector. Expected: {expected}.",
                next: "The nearest is {nearest}; check in Statistics Canada's classification.")),
        ErrorText(
            ReferenceError.Code.regionUnknown, .usage,
            fr: .init(
                what: "« {found} » n'est pas une région administrative.",
                why: "Le Québec en compte 17, de 01 à 17. Attendu : {expected}.",
                next: "[?Vouliez-vous dire « {nearest} » ? ]Donnez le code à deux chiffres ou le nom."),
            en: .init(
                what: "\"{found}\" is not an administrative region.",
                why: "Québec has 17 of them, from 01 to 17. Expected: {expected}.",
                next: "[?Did you mean \"{nearest}\"? ]Give the two-digit code or the name.")),
        ErrorText(
            ReferenceError.Code.localCentreMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas le code d'un centre local d'emploi.",
                why: "Un code compte de 1 à 16 signes : lettres majuscules sans accent, chiffres, tiret. Attendu : {expected}.",
                next: "Corrigez le code."),
            en: .init(
                what: "\"{found}\" is not the code of a local centre.",
                why: "A code has 1 to 16 signs: plain capital letters, digits, hyphen. Expected: {expected}.",
                next: "Mend the code.")),
        ErrorText(
            ReferenceError.Code.yearlyIDMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un numéro de cette série.",
                why: "Il porte trois lettres, l'année où commence l'exercice et au moins six chiffres. Attendu : {expected}.",
                next: "Reprenez le numéro tel que la commande de liste le montre."),
            en: .init(
                what: "\"{found}\" is not a number of this series.",
                why: "It has three letters, the year in which the fiscal year begins and at least six digits. Expected: {expected}.",
                next: "Take the number as the listing command shows it.")),
        ErrorText(
            ReferenceError.Code.levelMalformed, .usage,
            fr: .init(
                what: "« {found} » n'est pas un niveau.",
                why: "On compte au niveau national, par région ou par bureau. Attendu : {expected}.",
                next: "Donnez l'un de ces niveaux (fundctl office list montre les bureaux)."),
            en: .init(
                what: "\"{found}\" is not a level.",
                why: "Counting is national, by region or by office. Expected: {expected}.",
                next: "Give one of these levels (fundctl office list shows the offices).")),
        ErrorText(
            ReferenceError.Code.parameterBeforeFirstDate, .refused,
            fr: .init(
                what: "Le paramètre {parameter} n'a pas encore de valeur au {found}.",
                why: "Sa première valeur date du {expected}.",
                next: "Choisissez une date plus tardive, ou faites ajouter la valeur qui manque avec sa source."),
            en: .init(
                what: "The parameter {parameter} has no value yet on {found}.",
                why: "Its first value dates from {expected}.",
                next: "Choose a later date, or have the missing value added with its source.")),
        ErrorText(
            ReferenceError.Code.parameterDatesDisordered, .failed,
            fr: .init(
                what: "Les valeurs du paramètre {parameter} sont mal ordonnées.",
                why: "Leurs dates doivent se suivre, et la première ne peut manquer[? (vu : « {found} »)].",
                next: "Corrigez la liste des valeurs."),
            en: .init(
                what: "The values of the parameter {parameter} are out of order.",
                why: "Their dates must ascend, and the first cannot be missing[? (seen: \"{found}\")].",
                next: "Mend the list of values.")),
        ErrorText(
            ReferenceError.Code.parameterUnknown, .usage,
            fr: .init(
                what: "Aucun paramètre ne s'appelle « {found} »[?; c'est peut-être « {nearest} »].",
                why: "Les paramètres datés ont chacun un nom fixe.",
                next: "Voyez « fundctl parameter list »."),
            en: .init(
                what: "No parameter is called \"{found}\"[?; perhaps \"{nearest}\" is meant].",
                why: "Each dated parameter has a fixed name.",
                next: "See \"fundctl parameter list\".")),
    ]
}
