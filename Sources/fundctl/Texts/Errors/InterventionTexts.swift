import EmployerServices

extension ErrorCatalogue {
    /// E-ITV: interventions.
    static let interventions: [ErrorText] = [
        ErrorText(
            InterventionError.Code.interventionUnknown, .refused,
            fr: .init(
                what: "Aucune intervention {intervention}.",
                why: "Un numéro porte l'année où commence l'exercice, puis le rang dans cet exercice.",
                next: "« fundctl intervention list » les montre."),
            en: .init(
                what: "There is no intervention {intervention}.",
                why: "A number has the year in which the fiscal year begins, then the place in that year.",
                next: "\"fundctl intervention list\" shows them.")),
        ErrorText(
            InterventionError.Code.interventionNumber, .failed,
            fr: .init(
                what: "L'intervention {found} n'a pas le numéro qui suit, {expected}.",
                why: "Les numéros d'un exercice se suivent sans trou.",
                next: "Refaites la commande : fundctl prend le numéro qui suit."),
            en: .init(
                what: "The intervention {found} has not the next number, {expected}.",
                why: "The numbers of a fiscal year follow each other without a gap.",
                next: "Give the command again: fundctl takes the next number.")),
        ErrorText(
            InterventionError.Code.interventionDates, .refused,
            fr: .init(
                what: "L'intervention {intervention} finirait le {ends}, avant de commencer le {begins}.",
                why: "Une intervention finit le jour où elle commence, ou plus tard.",
                next: "Corrigez l'une des deux dates."),
            en: .init(
                what: "The intervention {intervention} would end on {ends}, before it begins on {begins}.",
                why: "An intervention ends on the day it begins, or later.",
                next: "Mend one of the two dates.")),
        ErrorText(
            InterventionError.Code.interventionHalfEnded, .refused,
            fr: .init(
                what: "L'intervention {intervention} a une fin sans résultat, ou un résultat sans fin.",
                why: "Ce qui est fini a un résultat.",
                next: "Donnez les deux, ou ni l'un ni l'autre."),
            en: .init(
                what: "The intervention {intervention} has an end without a result, or a result without an end.",
                why: "What has ended has a result.",
                next: "Give both, or neither.")),
        ErrorText(
            InterventionError.Code.interventionEnded, .refused,
            fr: .init(
                what: "L'intervention {intervention} est déjà finie, depuis le {ends}.",
                why: "Elle finit une fois.",
                next: "Si la fin est fausse, annulez l'intervention et inscrivez-la de nouveau."),
            en: .init(
                what: "The intervention {intervention} has ended already, on {ends}.",
                why: "It ends once.",
                next: "If the end is wrong, annul the intervention and enter it again.")),
        ErrorText(
            InterventionError.Code.interventionAnnulled, .refused,
            fr: .init(
                what: "L'intervention {intervention} a été annulée (enregistrement {record}).",
                why: "Ce qui est annulé ne change plus et ne compte pas.",
                next: "Inscrivez une autre intervention s'il y a lieu."),
            en: .init(
                what: "The intervention {intervention} was annulled (record {record}).",
                why: "What is annulled changes no more and does not count.",
                next: "Enter another intervention if there is one.")),
        ErrorText(
            InterventionError.Code.contributionsOverflow, .refused,
            fr: .init(
                what: "Les contributions à l'intervention {intervention} dépassent ce qu'un montant peut être.",
                why: "Leur somme doit tenir dans un montant.",
                next: "Vérifiez les montants."),
            en: .init(
                what: "The contributions to the intervention {intervention} exceed what an amount can be.",
                why: "Their sum must fit in an amount.",
                next: "Check the amounts.")),
    ]

    /// E-CSM: sector committees.
    static let committees: [ErrorText] = [
        ErrorText(
            CommitteeError.Code.seatFilled, .refused,
            fr: .init(
                what: "Le siège {seat} du comité {committee} est occupé.",
                why: "Un siège a un membre à la fois.",
                next: "Libérez-le d'abord (fundctl committee unseat)."),
            en: .init(
                what: "The seat {seat} of the committee {committee} is filled.",
                why: "A seat has one member at a time.",
                next: "Free it first (fundctl committee unseat).")),
        ErrorText(
            CommitteeError.Code.seatEmpty, .refused,
            fr: .init(
                what: "Le siège {seat} du comité {committee} est libre.",
                why: "On ne libère que ce qui est occupé.",
                next: "« fundctl committee show {committee} » montre les sièges."),
            en: .init(
                what: "The seat {seat} of the committee {committee} is empty.",
                why: "Only what is filled is freed.",
                next: "\"fundctl committee show {committee}\" shows the seats.")),
        ErrorText(
            CommitteeError.Code.chairObserver, .refused,
            fr: .init(
                what: "Un observateur ne préside pas le comité {committee} (siège {seat}).",
                why: "Les comités sont coprésidés par les employeurs et les syndicats; les ministères y siègent sans vote.",
                next: "Retirez la présidence, ou donnez le côté."),
            en: .init(
                what: "An observer does not chair the committee {committee} (seat {seat}).",
                why: "Committees are co-chaired by employers and unions; ministries sit without a vote.",
                next: "Leave out the chair, or give the side.")),
        ErrorText(
            CommitteeError.Code.chairTaken, .refused,
            fr: .init(
                what: "Le comité {committee} a déjà quelqu'un à la présidence de ce côté ({side}), au siège {seat}.",
                why: "Chaque côté a une coprésidence.",
                next: "Libérez d'abord le siège {seat}."),
            en: .init(
                what: "The committee {committee} has a chair of that side already ({side}), in seat {seat}.",
                why: "Each side has one co-chair.",
                next: "Free the seat {seat} first.")),
        ErrorText(
            CommitteeError.Code.seatDateOrder, .refused,
            fr: .init(
                what: "Le {date} est avant le dernier mouvement du siège {seat} du comité {committee} ({last}).",
                why: "Les dates d'un siège ne reculent pas.",
                next: "Donnez le {last} ou un jour plus tardif."),
            en: .init(
                what: "{date} is before the last move of the seat {seat} of the committee {committee} ({last}).",
                why: "A seat's dates never go back.",
                next: "Give {last} or a later day.")),
        ErrorText(
            CommitteeError.Code.activityReported, .refused,
            fr: .init(
                what: "L'activité {activity} du comité {committee} ({year}) a un compte rendu : elle reste au plan.",
                why: "Un plan peut changer, non ce dont on a rendu compte.",
                next: "Gardez {activity} dans le nouveau plan."),
            en: .init(
                what: "The activity {activity} of the committee {committee} ({year}) has a report: it stays in the plan.",
                why: "A plan may change, not what was reported on.",
                next: "Keep {activity} in the new plan.")),
        ErrorText(
            CommitteeError.Code.activityUnknown, .refused,
            fr: .init(
                what: "Le plan {year} du comité {committee} n'a pas d'activité {activity}.",
                why: "On rend compte de ce qui est au plan.",
                next: "[?Vouliez-vous dire {nearest} ? ]« fundctl committee show {committee} » montre le plan."),
            en: .init(
                what: "The plan {year} of the committee {committee} has no activity {activity}.",
                why: "What is reported on is in the plan.",
                next: "[?Did you mean {nearest}? ]\"fundctl committee show {committee}\" shows the plan.")),
        ErrorText(
            CommitteeError.Code.activityFinished, .refused,
            fr: .init(
                what: "L'activité {activity} du comité {committee} ({year}) est terminée ({state}).",
                why: "Rien ne suit la fin d'une activité.",
                next: "Inscrivez une autre activité au plan s'il y a une suite."),
            en: .init(
                what: "The activity {activity} of the committee {committee} ({year}) is over ({state}).",
                why: "Nothing follows the end of an activity.",
                next: "Put another activity in the plan if there is more to do.")),
        ErrorText(
            CommitteeError.Code.grantKnown, .refused,
            fr: .init(
                what: "La subvention {grant} finance déjà le comité {committee}.",
                why: "Elle s'inscrit une fois.",
                next: "« fundctl committee show {committee} » montre son financement."),
            en: .init(
                what: "The grant {grant} funds the committee {committee} already.",
                why: "It is entered once.",
                next: "\"fundctl committee show {committee}\" shows its funding.")),
        ErrorText(
            CommitteeError.Code.committeeKnown, .refused,
            fr: .init(
                what: "Le comité {committee} est déjà inscrit : « {name} ».",
                why: "L'inscrire de nouveau effacerait ce qu'on en sait.",
                next: "Changez-le par « fundctl committee update {committee} », ou donnez un autre code."),
            en: .init(
                what: "The committee {committee} is entered already: \"{name}\".",
                why: "To enter it anew would drop what is known of it.",
                next: "Change it with \"fundctl committee update {committee}\", or give another code.")),
    ]
}
