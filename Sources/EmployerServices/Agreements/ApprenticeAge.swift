import ReferenceData

/// The least age of an apprentice (DOMAIN: 16 or more), checked at signing from the birth date that the subject holds: it
/// stands in no record.
public enum ApprenticeAge {
    public static let years = 16

    /// The field of a subject that holds the birth date, `YYYY-MM-DD`, and the one that holds the name.
    public static let born = "born"
    public static let name = "name"

    /// Refuses: E-AGR-023; E-AGR-024 where the birth date is not known or is no date.
    public static func check(born text: String?, signed: CalendarDate, agreement: String) throws {
        guard let text, let born = try? CalendarDate(iso: text) else {
            throw AgreementError(.bornUnknown, ["agreement": agreement])
        }
        let least = try born.later(months: years * 12)
        guard signed >= least else {
            throw AgreementError(
                .tooYoung,
                ["agreement": agreement, "signed": signed.iso, "least": least.iso, "age": String(years)])
        }
    }
}
