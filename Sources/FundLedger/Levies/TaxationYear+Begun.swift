import ReferenceData

extension TaxationYear {
    /// Nothing is levied of a year before it begins. Refuses: E-LEV-014.
    func requireBegun(on date: CalendarDate) throws {
        guard year > date.year else { return }
        throw LevyError(.yearNotBegun, ["year": text, "date": date.iso])
    }
}
