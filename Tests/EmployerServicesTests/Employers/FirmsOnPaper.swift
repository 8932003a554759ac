import ReferenceData

@testable import EmployerServices

/// Employers, establishments and interventions kept in lists, by rules written apart from the register's.
struct FirmsOnPaper {
    struct Firm {
        var state = "open"
        var region: Region
        var office: String?
        var day: Int
        var into: String?
    }

    struct Act {
        let firm: String
        let begins: Int
        var ends: Int?
        var isAnnulled = false
    }

    enum Deed {
        case add(String, Region, day: Int)
        case move(String, Region?, office: String?, day: Int)
        case merge(String, String, day: Int)
        case close(String, day: Int)
        case reopen(String, day: Int)
        case place(String, Int, Region, isClosed: Bool, day: Int)
        case start(String, place: Int?, office: String, day: Int)
        case end(Int, day: Int)
        case annul(Int)
    }

    static let offices: [String: (region: Region, isOpen: Bool)] = [
        "R03": (.capitaleNationale, true), "R06": (.montreal, true), "MTL": (.montreal, true), "OLD": (.montreal, false),
    ]

    var firms: [String: Firm] = [:]
    /// By `NEQ/number`: whether it is closed.
    var places: [String: Bool] = [:]
    var acts: [Act] = []

    /// The one that counts for a firm.
    func root(_ neq: String) -> String {
        var neq = neq
        while let into = firms[neq]?.into { neq = into }
        return neq
    }

    /// Does a deed; false, and nothing changed, where it may not be done.
    mutating func take(_ deed: Deed) -> Bool {
        switch deed {
        case .add(let neq, let region, let day):
            guard firms[neq] == nil else { return false }
            firms[neq] = Firm(region: region, day: day)
        case .move(let neq, let region, let office, let day):
            guard let firm = firms[neq], firm.state == "open", day >= firm.day, region != nil || office != nil else {
                return false
            }
            let place = region ?? firm.region
            if let office, Self.offices[office]?.isOpen != true || Self.offices[office]?.region != place { return false }
            firms[neq]?.office = office ?? (place == firm.region ? firm.office : nil)
            firms[neq]?.region = place
            firms[neq]?.day = day
        case .merge(let one, let other, let day):
            guard one != other, let first = firms[one], let second = firms[other], first.state == "open",
                second.state == "open", day >= first.day, day >= second.day
            else { return false }
            firms[one]?.state = "merged"
            firms[one]?.into = other
            firms[one]?.day = day
            firms[other]?.day = day
        case .close(let neq, let day):
            guard let firm = firms[neq], firm.state == "open", day >= firm.day else { return false }
            firms[neq]?.state = "closed"
            firms[neq]?.day = day
        case .reopen(let neq, let day):
            guard let firm = firms[neq], firm.state == "closed", day >= firm.day else { return false }
            firms[neq]?.state = "open"
            firms[neq]?.day = day
        default: return takeAct(deed)
        }
        return true
    }

    private mutating func takeAct(_ deed: Deed) -> Bool {
        switch deed {
        case .place(let neq, let number, _, let isClosed, _):
            guard isAtWork(neq) else { return false }
            places["\(neq)/\(number)"] = isClosed
        case .start(let neq, let place, let office, let day):
            guard isAtWork(neq), Self.offices[office]?.isOpen == true else { return false }
            if let place, places["\(neq)/\(place)"] != false { return false }
            acts.append(Act(firm: neq, begins: day))
        case .end(let number, let day):
            guard acts.indices.contains(number - 1), acts[number - 1].ends == nil, !acts[number - 1].isAnnulled,
                day >= acts[number - 1].begins
            else { return false }
            acts[number - 1].ends = day
        case .annul(let number):
            guard acts.indices.contains(number - 1), !acts[number - 1].isAnnulled else { return false }
            acts[number - 1].isAnnulled = true
        default: return false
        }
        return true
    }

    private func isAtWork(_ neq: String) -> Bool {
        guard firms[neq] != nil else { return false }
        return firms[root(neq)]?.state == "open"
    }
}
