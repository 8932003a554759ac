import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// What `committee add` and `committee update` say.
struct CommitteeOptions: ParsableArguments {
    @Argument(help: .init(fr: "Le code : a-z, 0-9, tiret.", en: "The code: a-z, 0-9, hyphen.", value: ("code", "code")))
    var committee: String

    @Option(help: .init(fr: "Le nom.", en: "The name.", value: ("nom", "name")))
    var name: String?

    @Option(help: .init(fr: "Le nom en anglais.", en: "The name in English.", value: ("nom", "name")))
    var nameEn: String?

    @Option(help: .init(fr: "Le secteur.", en: "The sector.", value: ("secteur", "sector")))
    var sector: String?

    @Option(help: .init(fr: "Un code du SCIAN qu'il couvre.", en: "A NAICS code that it covers.", value: ("code", "code")))
    var scian: [String] = []

    @Option(help: .init(fr: "Le NEQ de l'organisme.", en: "The body's NEQ.", value: ("NEQ", "NEQ")))
    var neq: String?

    @Option(help: .init(fr: "Le mandat.", en: "The mandate.", value: ("texte", "text")))
    var mandate: String?

    @OptionGroup var step: GrantStepOptions

    /// The record, with what is not said as it was before.
    func record(after before: CommitteeSet?, _ hashes: [String], _ call: Invocation) throws -> CommitteeSet {
        guard let name = name ?? before?.name, let sector = sector ?? before?.sector else {
            throw CommandLineError(
                .missingArgument, ["argument": name == nil ? "--name" : "--sector", "command": "committee add"])
        }
        return CommitteeSet(
            CommitteeHead(committee, on: try step.day(call), documents: hashes), name: name,
            nameEnglish: nameEn ?? before?.nameEnglish, sector: sector,
            scian: scian.isEmpty ? before?.scian ?? [] : try Set(scian.map { try SCIAN(parsing: $0) }).sorted(),
            neq: try neq.map { try NEQ(parsing: $0) } ?? before?.neq, mandate: mandate ?? before?.mandate)
    }

    /// The committee as it stands. Refuses: E-CSM-010 where it would be new, E-LST-009 where it would not.
    private func standing(isNew: Bool, in services: ServicesReader) throws -> CommitteeSet? {
        guard isNew else { return try services.committee(committee) }
        do {
            let known = try services.committee(committee)
            throw CommitteeError(.committeeKnown, ["committee": committee, "name": known.name])
        } catch let error as ServiceListError where error.code == .committeeUnknown {
            return nil
        }
    }

    /// Writes the record. `isNew`: refuses a committee that is known.
    func write(_ command: String, isNew: Bool, _ write: WriteOptions, _ call: Invocation) throws -> WriteDone<CommitteeView> {
        try CodeOption.slug(committee, "committee")
        for (text, option) in [(name, "--name"), (nameEn, "--name-en"), (sector, "--sector")] {
            if let text { try TypedText.check(text, option: option, bytes: ServiceGrammar.name) }
        }
        let request = ServiceRequest(
            command: command,
            asked: [
                "committee": committee, "name": name, "name_en": nameEn, "sector": sector,
                "scian": scian.isEmpty ? nil : scian.joined(separator: ","), "neq": neq, "mandate": mandate,
                "date": step.date,
            ], options: write)
        return try call.record(request, documents: step.documents) { session, hashes in
            let before = try standing(isNew: isNew, in: ServicesReader(session))
            return try record(after: before, hashes, call)
        } view: { try CommitteeView($1.committee($0.committee), in: $1) }
    }
}

/// `fundctl committee add CODE`.
struct CommitteeAddCommand: FundctlCommand {
    static let help = CommandHelp(
        "add", summary: Message(fr: "Inscrit un comité sectoriel", en: "Enters a sector committee"),
        examples: [
            .init("fundctl committee add tourisme --name \"Comité sectoriel du tourisme\" --sector Tourisme --scian 721 --scian 722")
        ])

    @OptionGroup var options: CommitteeOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let done = try options.write("committee-add", isNew: true, write, call)
        let code = options.committee
        let title =
            write.dryRun
            ? Message(fr: "Le comité « \(code) » serait inscrit.", en: "The committee \"\(code)\" would be entered.")
            : Message(fr: "Le comité « \(code) » est inscrit.", en: "The committee \"\(code)\" is entered.")
        return done.value.result(title, done)
    }
}

/// `fundctl committee update CODE`.
struct CommitteeUpdateCommand: FundctlCommand {
    static let help = CommandHelp(
        "update", summary: Message(fr: "Change ce que le registre dit d'un comité", en: "Changes what the register says of a committee"),
        examples: [.init("fundctl committee update tourisme --mandate \"Définir les besoins du secteur\"")])

    @OptionGroup var options: CommitteeOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let done = try options.write("committee-update", isNew: false, write, call)
        let code = options.committee
        let title =
            write.dryRun
            ? Message(fr: "Le comité « \(code) » serait changé.", en: "The committee \"\(code)\" would be changed.")
            : Message(fr: "Le comité « \(code) » est changé.", en: "The committee \"\(code)\" is changed.")
        return done.value.result(title, done)
    }
}
