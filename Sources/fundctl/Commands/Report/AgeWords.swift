import FundLedger
import ReferenceData

/// The words of ages in reports.
enum AgeWords {
    static let inDays = Message(fr: "Âge en jours", en: "Age in days")
    static let countedTo = Message(fr: "Âges comptés au", en: "Ages counted to")

    static func counted(to day: CalendarDate) -> Message {
        Message(fr: "Les âges sont comptés en jours, jusqu'au \(day.iso).", en: "Ages are counted in days, to \(day.iso).")
    }

    static func band(_ band: AgeBand) -> Message {
        switch band {
        case .upTo30: Message(fr: "0 à 30", en: "0 to 30")
        case .upTo90: Message(fr: "31 à 90", en: "31 to 90")
        case .upTo180: Message(fr: "91 à 180", en: "91 to 180")
        case .upTo365: Message(fr: "181 à 365", en: "181 to 365")
        case .older: Message(fr: "plus de 365", en: "over 365")
        }
    }
}
