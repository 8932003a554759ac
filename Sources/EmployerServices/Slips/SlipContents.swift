import AuditTrail
import ReferenceData

/// What the lines of a slip are about, for people: whom, at which employer. Personal information.
public struct SlipContents {
    /// What a line is about.
    public struct Item: Sendable, Equatable {
        /// From 1.
        public let line: Int
        public let kind: String
        /// What it is of, as the slip writes it.
        public let id: String?
        /// DATE of the step.
        public let date: String?
        public var about: About
        /// What a step says: its module, its term, its new employer.
        public let details: [String]
    }

    /// Whom an agreement or a participation is about, and where; what is not known is nil.
    public struct About: Sendable, Equatable {
        /// The name of the apprentice or participant; of whoever a line opens.
        public var name: String?
        /// NEQ, as written.
        public var employer: String?
        public var employerName: String?
        public var office: String?
        /// A standard's code, or a programme's.
        public var matter: String?

        public init(
            name: String? = nil, employer: String? = nil, employerName: String? = nil, office: String? = nil,
            matter: String? = nil
        ) {
            self.name = name
            self.employer = employer
            self.employerName = employerName
            self.office = office
            self.matter = matter
        }
    }

    public let items: [Item]

    /// `known`: what is known of an agreement or participation of the register; `name`: of a subject that the slip does not
    /// open; `employerName`: of a NEQ.
    init(
        _ lines: [SlipLine], _ openings: SlipOpenings, known: (String) throws -> About?, name: (String) throws -> String?,
        employerName: (String) throws -> String?
    ) rethrows {
        var abouts: [String: About] = [:]
        func text(_ line: SlipLine, _ member: String) -> String? { (try? line.object.optionalString(member)) ?? nil }
        func called(_ subject: String?) throws -> String? {
            try subject.flatMap { try openings.values(of: $0)[ApprenticeAge.name] ?? name($0) }
        }
        items = try lines.enumerated().map { place, line in
            var about = About()
            if let id = line.id {
                about = try abouts[id] ?? known(id) ?? About()
                about.name = try called(text(line, "apprentice") ?? text(line, "participant")) ?? about.name
                about.office = text(line, "office") ?? about.office
                about.matter = text(line, "standard") ?? text(line, "programme") ?? about.matter
                if let employer = text(line, "employer") {
                    about.employer = employer
                    about.employerName = try employerName(employer)
                }
                abouts[id] = about
            } else {
                about.name = try called(text(line, "subject"))
            }
            let said = ["module", "begins", "ends", "employer", "office"].compactMap { text(line, $0) }
            return Item(
                line: place + 1, kind: line.kind, id: line.id, date: text(line, "date"), about: about,
                details: line.isOpening ? [] : said)
        }
    }

    /// Of lines that are in hand away from the book. `context`: what is known there of the register's agreements.
    public init(_ lines: [SlipLine], _ openings: SlipOpenings, _ context: SlipContext? = nil) {
        let known = Dictionary(
            (context?.agreements ?? []).map { ($0.id, About(employer: $0.employer, office: $0.office, matter: $0.standard)) },
            uniquingKeysWith: { first, _ in first })
        self.init(lines, openings, known: { known[$0] }, name: { _ in nil }, employerName: { _ in nil })
    }

    /// Of a slip that is to be received into a register.
    public init(_ slip: Slip, _ openings: SlipOpenings, in session: RegisterSession) throws {
        let agreements = Agreements(session)
        func name(_ subject: String) throws -> String? { try agreements.name(of: subject) }
        try self.init(
            slip.lines, openings,
            known: { id in
                if let id = try? AgreementID(parsing: id), let file = try agreements.table.load(id) {
                    return About(
                        name: try name(file.state.apprentice), employer: file.state.employer,
                        employerName: try agreements.employerName(file.state.employer), office: file.state.office,
                        matter: file.state.standard)
                }
                guard let id = try? ParticipationID(parsing: id), let row = try? Participations(session).participation(id)
                else { return nil }
                return About(
                    name: try name(row.participant), employer: row.employer,
                    employerName: try row.employer.flatMap { try agreements.employerName($0) }, office: row.office,
                    matter: row.programme)
            }, name: name, employerName: { try agreements.employerName($0) })
    }

    /// How many agreements, and how many participations, the lines are of.
    public static func counts(_ lines: [SlipLine]) -> (agreements: Int, participations: Int) {
        let ids = Set(lines.compactMap(\.id))
        let agreements = ids.filter { $0.hasPrefix("AGR") }.count
        return (agreements, ids.count - agreements)
    }

    /// The line that a rejected one rests on, as a receiver finds it: the rejected opening of what it is of, or of a person
    /// the first line that names one.
    public static func support(of number: Int, in lines: [SlipLine]) -> Int? {
        let line = lines[number - 1]
        if let id = line.id { return lines.firstIndex { $0.isOpening && $0.id == id }.map { $0 + 1 } }
        guard let subject = try? line.object.string("subject") else { return nil }
        return lines.firstIndex { other in
            ["apprentice", "companion", "participant"].contains { (try? other.object.optionalString($0)) == subject }
        }.map { $0 + 1 }
    }
}
