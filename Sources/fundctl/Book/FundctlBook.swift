import AuditTrail
import EmployerServices
import FundLedger
import ReferenceData
import Storage

/// What a book of fundctl is made of: the one place where the libraries are put together.
enum FundctlBook {
    static let layout = BookLayout(
        kinds: FundKinds.all + EmployerKinds.all, schemas: [LedgerSchema.sqlite],
        later: LedgerSchema.later + [ServicesSchema.registry, LedgerSchema.paymentIndexes, ServicesSchema.agreementsAndIndicators],
        deriver: { register in
            if let fund = FundBundleDeriver(register: register) { return fund }
            return EmployerBundleDeriver(register: register)
        },
        pairReader: { register in FundPairReader(register: register) },
        crossCheck: { namer, named in GrantCrossCheck(namer: namer, named: named) })
}

extension Invocation {
    /// The fiscal year of today: `2026-2027`.
    var currentYear: String {
        (try? CalendarDate(iso: edge.clock.today())).flatMap { try? FiscalYear(of: $0).text } ?? "2026-2027"
    }

    /// The book of `--book`, for reading only.
    func openBookToRead() throws -> Book {
        try Book.open(
            path: bookPath, layout: FundctlBook.layout, readOnly: true, waitMilliseconds: waitMilliseconds)
    }

    /// The book of `--book`.
    func openBook() throws -> Book {
        try Book.open(path: bookPath, layout: FundctlBook.layout, waitMilliseconds: waitMilliseconds)
    }
}
