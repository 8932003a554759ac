/// What a value of this library is refused with: a stable code and the raw facts, never a sentence.
///
/// A parameter whose name ends in `_cents` holds integer cents in decimal.
public struct ReferenceError: Error, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// A sum, or a typed amount, does not fit in 64 bits of cents.
        /// Parameters: `found` (the text, or `a + b` in cents), `expected` (the bounds, in cents).
        case amountOverflow = "E-REF-001"
        /// An integer of cents in a file or a record is not a plain decimal integer (`0`, `-12`).
        /// Parameters: `found`, `expected`.
        case amountNotCanonical = "E-REF-002"
        /// An amount is missing: the field is empty or blank. Parameters: `found`, `expected`.
        case amountEmpty = "E-REF-003"
        /// An amount holds what no amount holds (a letter, a parenthesis, a plus sign, a separator at the wrong place).
        /// Parameters: `found`, `expected`, `position` (of the first offending byte, from 1).
        case amountMalformed = "E-REF-004"
        /// An amount can be read in two ways (`1,234`): thousands, or a fraction.
        /// Parameters: `found`, `reading_one_cents` (grouped thousands), `reading_two_cents` (a fraction, rounded
        /// half-even to the cent).
        case amountAmbiguous = "E-REF-005"
        /// Cents must have exactly two digits, or be left out. Parameters: `found`, `decimals` (digits seen),
        /// `expected`.
        case amountDecimals = "E-REF-006"
        /// Thousands are not grouped by three with one and the same separator (`1,23,456`, `2500 00`).
        /// Parameters: `found`, `expected`.
        case amountGrouping = "E-REF-007"

        /// A date is not written `YYYY-MM-DD`. Parameters: `found`, `expected`.
        case dateMalformed = "E-REF-010"
        /// The calendar has no such day (`2026-02-30`). Parameters: `found`, and `nearest` (the last day of that
        /// month) when the month exists.
        case dateUnknown = "E-REF-011"
        /// A date lies outside 1900-01-01 … 2999-12-31. Parameters: `found`, `expected`.
        case dateOutOfRange = "E-REF-012"

        /// A fiscal year is not written `2026-2027`, the second year being the one after the first.
        /// Parameters: `found`, `expected`, and `nearest` when the first year can be read.
        case fiscalYearMalformed = "E-REF-020"
        /// A fiscal year begins before 1990 or after 2998. Parameters: `found`, `expected`.
        case fiscalYearOutOfRange = "E-REF-021"
        /// A period is not written `2026-P05`, from P01 to P13. Parameters: `found`, `expected`.
        case periodMalformed = "E-REF-022"
        /// A taxation year is not written as four digits, or lies outside 1990…2998. Parameters: `found`, `expected`.
        case taxationYearMalformed = "E-REF-023"

        /// A fund is neither FNF nor FDMT. Parameters: `found`, `expected`.
        case fundUnknown = "E-REF-030"
        /// The id of an entry is not written `FNF-2026-000123`. Parameters: `found`, `expected`.
        case entryIDMalformed = "E-REF-031"
        /// The number of an entry is below 1 or above 999 999 999 999. Parameters: `found`, `expected`.
        case entryIDOutOfRange = "E-REF-032"
        /// The id of a grant is not written `FNF-G-000123`. Parameters: `found`, `expected`.
        case grantIDMalformed = "E-REF-033"
        /// The id of a payment is not written `FNF-P-000123`. Parameters: `found`, `expected`.
        case paymentIDMalformed = "E-REF-034"
        /// The id of an intervention, an agreement or a participation is not written `INT-2026-000123`.
        /// Parameters: `found`, `expected`.
        case yearlyIDMalformed = "E-REF-035"

        /// A NEQ is not ten digits. Parameters: `found`, `expected`.
        case neqMalformed = "E-REF-040"
        /// A NEQ does not begin with 11, 22, 33 or 88. Parameters: `found`, `expected`.
        case neqPrefixUnknown = "E-REF-041"
        /// A federal business number is not nine digits, two capital letters and four digits.
        /// Parameters: `found`, `expected`.
        case businessNumberMalformed = "E-REF-042"
        /// The nine digits of a federal business number do not pass the Luhn check. Parameters: `found`.
        case businessNumberCheckDigit = "E-REF-043"
        /// A SCIAN code is not two to six digits. Parameters: `found`, `expected`.
        case scianMalformed = "E-REF-044"
        /// No SCIAN sector begins with these two digits. Parameters: `found`, `expected`, `nearest`.
        case scianSectorUnknown = "E-REF-045"
        /// None of the 17 regions has this code or name. Parameters: `found`, `expected`, and `nearest`
        /// (`06 Montréal`) when one resembles.
        case regionUnknown = "E-REF-046"
        /// The code of a local centre is not 1 to 16 of `A-Z 0-9 -`, beginning with a letter or digit.
        /// Parameters: `found`, `expected`.
        case localCentreMalformed = "E-REF-047"
        /// A level is neither `national`, `region-` and a region's code, nor `office-` and an office's code.
        /// Parameters: `found`, `expected`.
        case levelMalformed = "E-REF-048"

        /// A dated parameter has no value yet on that date. Parameters: `parameter`, `found` (the date),
        /// `expected` (its first date).
        case parameterBeforeFirstDate = "E-REF-050"
        /// The values of a dated parameter are missing, or their dates do not ascend.
        /// Parameters: `parameter`, `found` (the first date out of order, or empty).
        case parameterDatesDisordered = "E-REF-051"
        /// No parameter has this name. Parameters: `found`, `nearest` (empty where none resembles).
        case parameterUnknown = "E-REF-052"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
