/// What a look over a rule set finds, beyond what its form asks for.
public struct RuleFinding: Hashable, Sendable {
    public enum Severity: String, CaseIterable, Hashable, Sendable {
        /// The set does not do what it says: mend it before adopting it.
        case fault
        /// Probably not what was meant.
        case doubt
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The rule, or an exception of it, can never apply; `detail` tells which part of it: a key.
        case neverApplies = "never-applies"
        /// An exception can never be so.
        case exceptionNeverApplies = "exception-never-applies"
        /// A value that the heading does not list: `detail` is `name=value`.
        case undeclaredValue = "undeclared-value"
        /// A permit which a forbid, `detail`, always overrules.
        case permitUnderForbid = "permit-under-forbid"
        /// A limit of the target only, of operations that have none.
        case limitSaysNothing = "limit-says-nothing"
        /// The set permits nothing.
        case noPermit = "no-permit"
        /// Nobody is asked or told: `detail` is the authority.
        case unusedAuthority = "unused-authority"
        /// No rule asks for the attribute `detail`.
        case unusedAttribute = "unused-attribute"
        /// The same as the rule `detail`, but for its source.
        case sameAsAnother = "same-as-another"
        /// No example in which the rule applies.
        case noExample = "no-example"
        /// The example `detail` does not come out as it says.
        case exampleFails = "example-fails"

        public var severity: Severity {
            switch self {
            case .neverApplies, .noPermit, .permitUnderForbid, .undeclaredValue, .limitSaysNothing, .exampleFails: .fault
            case .exceptionNeverApplies, .unusedAuthority, .unusedAttribute, .sameAsAnother, .noExample: .doubt
            }
        }
    }

    public let kind: Kind
    /// The id of the rule meant; nil for the set as a whole.
    public let rule: String?
    /// The label of the exception meant.
    public let label: String?
    public let detail: String
    /// Where the rule or the example begins, in lines from 1.
    public let line: Int?
}
