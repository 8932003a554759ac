import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// Random lives of a few firms against lists kept on paper: the same deeds are refused, the same state comes of them, and a
/// replay of all records gives every table to the cell.
@Suite struct FirmPropertyTests {
    private static let firms = (1...7).map { "114000000\($0)" }

    @Test(arguments: [UInt64(11), 12, 13])
    func theRegisterAgreesWithPaper(seed: UInt64) throws {
        var dice = Dice(seed)
        var paper = FirmsOnPaper()
        let book = try ServicesBook()
        var refused = 0
        for step in 1...220 {
            let deed = Self.deed(&dice, acts: paper.acts.count, step: step)
            let expected = paper.take(deed)
            var isTaken = true
            do {
                try book.write { try $0.append(any: Self.record(deed, $0)) }
            } catch {
                isTaken = false
                refused += 1
            }
            #expect(isTaken == expected, "seed \(seed), step \(step): \(deed)")
            if isTaken != expected { return }
        }
        #expect(refused > 20 && paper.acts.count > 4 && paper.firms.values.contains { $0.state == "merged" })
        try compare(book, paper)
        #expect(try book.check() == [])
    }

    private func compare(_ book: ServicesBook, _ paper: FirmsOnPaper) throws {
        try book.read { (services: ServicesReader) throws -> Void in
            #expect(try services.employerCount() == Int64(paper.firms.count))
            for (neq, firm) in paper.firms {
                let row = try services.employer(neq)
                #expect(row.state.rawValue == firm.state && row.region == firm.region && row.office == firm.office, "\(neq)")
                #expect(row.root == paper.root(neq), "\(neq)")
                #expect(row.day == Self.day(firm.day))
            }
            for (place, isClosed) in paper.places {
                let parts = place.split(separator: "/").map(String.init)
                let row = try services.establishmentIfKnown(Int64(parts[1]) ?? 0, of: parts[0])
                #expect(row?.isClosed == isClosed && row?.root == paper.root(parts[0]), "\(place)")
            }
            for (index, act) in paper.acts.enumerated() {
                let row = try services.intervention(InterventionID(year: FiscalYear(startYear: 2026), number: Int64(index + 1)))
                #expect(row.employer == act.firm && row.root == paper.root(act.firm))
                #expect(row.ends == act.ends.map(Self.day) && (row.annulled != nil) == act.isAnnulled)
            }
        }
    }

    private static func deed(_ dice: inout Dice, acts: Int, step: Int) -> FirmsOnPaper.Deed {
        let neq = dice.pick(firms), region = dice.pick([Region.montreal, .capitaleNationale])
        let office = dice.pick(["R03", "R06", "MTL", "OLD"])
        let day = max(1, step + dice.number(-20...30))
        switch dice.number(1...20) {
        case 1...3: return .add(neq, region, day: day)
        case 4...6: return .move(neq, dice.chance(1, in: 2) ? region : nil, office: dice.chance(1, in: 2) ? office : nil, day: day)
        case 7: return .merge(neq, dice.pick(firms), day: day + 10)
        case 8: return .close(neq, day: day)
        case 9...11: return .reopen(neq, day: day)
        case 12: return .place(neq, dice.number(1...3), region, isClosed: dice.chance(1, in: 4), day: day)
        case 13...16: return .start(neq, place: dice.chance(1, in: 3) ? dice.number(1...3) : nil, office: office, day: day)
        case 17...18: return .end(dice.number(1...max(1, acts + 1)), day: day)
        default: return .annul(dice.number(1...max(1, acts + 1)))
        }
    }

    /// The day of that number from 1 April 2026.
    private static func day(_ number: Int) -> CalendarDate {
        guard let day = try? ServicesBook.date("2026-04-01").adding(days: number - 1) else {
            preconditionFailure("a day of the year")
        }
        return day
    }

    private static func record(_ deed: FirmsOnPaper.Deed, _ session: RegisterSession) throws -> any ServiceRecord {
        switch deed {
        case .add(let neq, let region, let on):
            return try ServicesBook.added(neq, "Firme \(neq)", region: region, on: day(on).iso)
        case .move(let neq, let region, let office, let on):
            return EmployerChanged(ServicesBook.neq(neq), EmployerDetails(region: region, office: office), on: day(on))
        case .merge(let one, let other, let on):
            return EmployerMerged(ServicesBook.neq(one), into: ServicesBook.neq(other), reason: "achat", on: day(on))
        case .close(let neq, let on): return EmployerClosed(ServicesBook.neq(neq), reason: "fin", on: day(on))
        case .reopen(let neq, let on): return EmployerReopened(ServicesBook.neq(neq), reason: "retour", on: day(on))
        case .place(let neq, let number, let region, let isClosed, let on):
            return EstablishmentSet(
                ServicesBook.neq(neq), number: Int64(number), region: region, isClosed: isClosed, on: day(on))
        case .start(let neq, let place, let office, let on):
            return try ServicesBook.start(
                session, neq, office: office, begins: day(on).iso, establishment: place.map(Int64.init))
        case .end(let number, let on): return InterventionEnded(try id(number), .achieved, on: day(on))
        case .annul(let number): return InterventionAnnulled(try id(number), reason: "erreur", on: day(300))
        }
    }

    private static func id(_ number: Int) throws -> InterventionID {
        try InterventionID(year: FiscalYear(startYear: 2026), number: Int64(number))
    }
}
