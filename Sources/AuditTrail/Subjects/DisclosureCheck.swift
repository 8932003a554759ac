import Storage

/// Judges a disclosure by the records of a bundle, whose own verdicts are given apart. FORMAT.md, section 8.1.
public enum DisclosureCheck {
    /// What the records say of one subject.
    private struct Recorded {
        var fields: [String: Digest] = [:]
        var opened: Int64?
        var erased: Int64?
    }

    /// `folder`: of a bundle whose integrity and origin hold. `layout`: the kinds. Memory grows with the disclosure alone.
    ///
    /// Refuses: E-SUB-002 … E-SUB-007; E-BUN codes where the folder cannot be read.
    public static func judge(
        _ disclosure: Disclosure, in path: String, layout: BookLayout, progress: ((Int64) -> Void)? = nil
    ) throws {
        let folder = try BundleFolder(path)
        _ = try folder.survey { _ in }
        let statement = try Statement(parsing: BundleFile(BundlePath.statement, in: folder).contents(limit: BundlePath.largestStatement_bytes))
        guard statement.registerID == disclosure.register else {
            throw SubjectError(.disclosureOfOther, ["found": disclosure.register.hex, "expected": statement.registerID.hex])
        }
        guard disclosure.size <= statement.extent.size else {
            throw SubjectError(
                .bundleOlder, ["size": String(disclosure.size), "found": String(statement.extent.size)])
        }
        let recorded = try records(of: disclosure, folder, layout, progress)
        for subject in disclosure.subjects {
            try judge(subject, recorded[subject.subject] ?? Recorded(), disclosure)
        }
    }

    /// What the records say of the subjects, as far as the disclosure had seen them.
    private static func records(
        of disclosure: Disclosure, _ folder: BundleFolder, _ layout: BookLayout, _ progress: ((Int64) -> Void)?
    ) throws -> [String: Recorded] {
        let wanted = Set(disclosure.subjects.map(\.subject))
        let segments = folder.sizes.keys.filter { $0.hasPrefix(BundlePath.records + "/") }.sorted()
        var recorded: [String: Recorded] = [:]
        var sequence: Int64 = 0
        // Only these two kinds hold it, and none other need be read.
        let opens = Array("\"kind\":\"\(SubjectOpened.kind)\"".utf8), erases = Array("\"kind\":\"\(SubjectErased.kind)\"".utf8)
        _ = try SegmentReader(folder, segments: segments).forEachLine { line in
            sequence += 1
            progress?(sequence)
            guard sequence <= disclosure.size, ByteSearch.holds(opens, in: line) || ByteSearch.holds(erases, in: line) else { return }
            switch try layout.kinds.decode(line) {
            case let opened as SubjectOpened where wanted.contains(opened.subject):
                recorded[opened.subject, default: Recorded()].opened = sequence
                recorded[opened.subject]?.fields = opened.fields
            case let erased as SubjectErased where wanted.contains(erased.subject):
                recorded[erased.subject, default: Recorded()].erased = sequence
            default: break
            }
        }
        return recorded
    }

    private static func judge(_ subject: DisclosedSubject, _ recorded: Recorded, _ disclosure: Disclosure) throws {
        guard recorded.opened == subject.opened else {
            throw SubjectError(.subjectUnknown, ["subject": subject.subject])
        }
        switch subject.state {
        case .erased(let sequence):
            guard recorded.erased == sequence else { throw state(subject, "erased", recorded.erased == nil ? "open" : "erased") }
        case .open(let fields):
            guard recorded.erased == nil else { throw state(subject, "open", "erased") }
            let said = fields.keys.sorted(), found = recorded.fields.keys.sorted()
            guard said == found else {
                throw SubjectError(
                    .fieldsDiffer,
                    ["subject": subject.subject, "said": said.joined(separator: ", "), "found": found.joined(separator: ", ")])
            }
            for (name, field) in fields.sorted(by: { $0.key < $1.key }) {
                guard case .open(let salt, let value) = field else { continue }
                let commitment = Commitment.of(
                    value, field: name, subject: subject.subject, register: disclosure.register, salt: salt)
                guard commitment == recorded.fields[name] else {
                    throw SubjectError(.openingDiffers, ["subject": subject.subject, "field": name])
                }
            }
        }
    }

    private static func state(_ subject: DisclosedSubject, _ said: String, _ found: String) -> SubjectError {
        SubjectError(.stateDiffers, ["subject": subject.subject, "said": said, "found": found])
    }
}
