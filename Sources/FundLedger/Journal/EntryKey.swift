import ReferenceData

/// An entry's place in the tables: register, start year and number in one integer, ordered as the ids are.
enum EntryKey {
    static func of(_ id: EntryID, register: Int64) -> Int64 {
        register << 56 | Int64(id.year.startYear) << 42 | id.number
    }

    static func id(_ key: Int64, fund: FundCode) throws -> EntryID {
        try EntryID(
            fund: fund, year: FiscalYear(startYear: Int(key >> 42 & 0x3FFF)), number: key & 0x3FF_FFFF_FFFF)
    }

    /// A period as one integer, ordered in time.
    static func period(_ period: PeriodID) -> Int64 { Int64(period.year.startYear) * 100 + Int64(period.number) }
}
