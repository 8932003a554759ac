import AuditTrail
import EmployerServices

/// The words of slips.
enum SlipWords {
    static let slip = Message(fr: "Bordereau", en: "Slip")
    static let what = Message(fr: "Quoi", en: "What")
    static let number = Message(fr: "Numéro", en: "Number")
    static let inSlip = Message(fr: "Dans le bordereau", en: "In the slip")
    static let inRegister = Message(fr: "Dans le registre", en: "In the register")

    /// How much is in it: `2 ententes, 9 lignes`.
    static func holding(_ lines: [SlipLine]) -> Message {
        let (agreements, participations) = SlipContents.counts(lines)
        return holding(agreements: agreements, participations: participations, lines: lines.count)
    }

    static func holding(agreements: Int, participations: Int, lines: Int) -> Message {
        var held = Message(fr: "\(lines, "ligne", "lignes")", en: "\(lines, "line", "lines")")
        if participations > 0 {
            held = Message(
                fr: "\(participations, "participation", "participations"), \(held)",
                en: "\(participations, "participation", "participations"), \(held)")
        }
        guard agreements > 0 || participations == 0 else { return held }
        return Message(
            fr: "\(agreements, "entente", "ententes"), \(held)", en: "\(agreements, "agreement", "agreements"), \(held)")
    }

    static func kind(_ kind: String) -> Message {
        if let move = AgreementMove.allCases.first(where: { $0.kind == kind }) { return AgreementWords.move(move) }
        switch kind {
        case ParticipationStarted.kind: return AgreementWords.participation
        case ParticipationEnded.kind: return Message(fr: "fin de participation", en: "participation ended")
        default: return AgreementWords.person
        }
    }

    /// Said of a slip that goes on after it was signed.
    static func madeBefore(_ made: [SlipDraft.Made], _ file: String) -> Message? {
        guard let last = made.last else { return nil }
        return Message(
            fr: "« \(file) » a déjà été signé (bordereau \(String(last.number))) : un fichier envoyé ne change plus. S'il l'est, commencez un autre bordereau; sinon, refaites « slip make » avec le même numéro.",
            en: "\"\(file)\" was signed already (slip \(String(last.number))): a file that was sent no longer changes. If it was, begin another slip; if not, do \"slip make\" again with the same number.")
    }

    /// The cells of whom a line is about, and where.
    static func cells(_ about: SlipContents.About) -> [Cell] {
        [about.name, about.employerName ?? about.employer].map { $0.map { .text(Visible.text($0)) } ?? .blank }
    }

    /// What a line is about, for the agent who decides on it: who, where, which standard; of a step, who and what of it.
    static func about(_ item: SlipContents.Item) -> String {
        let about = item.about
        let place = [about.employer, about.employerName].compactMap { $0 }.joined(separator: " ")
        let isOpening = [AgreementDrafted.kind, ParticipationStarted.kind].contains(item.kind)
        let more: [String?] = isOpening ? [place, about.office, about.matter] : item.details
        let parts = [about.name] + more
        return Visible.text(parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "))
    }
}
