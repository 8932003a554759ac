/// What only the end of the records shows. FORMAT.md, section 11.
extension BundleTrial {
    func checkExtent(of statement: Statement) {
        let extent = history.extent
        compare(.size, String(extent.size), with: statement)
        compare(.recordsBytes, String(extent.bytes), with: statement)
        compare(.root, extent.root.hex, with: statement)
        compare(.recordsSHA256, extent.sha256.hex, with: statement)
    }

    /// `keys/` holds the ledger key in force and every person's key, and nothing else.
    func checkKeys() {
        var wanted = [String: PublicKey](
            history.people.keys.map { (BundlePath.key(of: $0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        wanted[BundlePath.ledgerKey] = history.ledgerKey
        let found = folder.sizes.keys.filter { $0.hasPrefix(BundlePath.keys + "/") }
        for path in Set(found).union(wanted.keys).sorted() {
            guard let key = wanted[path] else {
                board.fail(.integrity, .keyFileDiffers, ["file": path])
                continue
            }
            guard let bytes = contents(path, limit: BundlePath.largestNote_bytes) else { continue }
            if bytes != key.pem { board.fail(.integrity, .keyFileDiffers, ["file": path]) }
        }
    }

    /// Files that records bring are there, and no others of their names.
    func checkBroughtFiles() {
        for path in optionalFiles.symmetricDifference(broughtFiles).sorted() {
            board.fail(
                .integrity, optionalFiles.contains(path) ? .bundleFileForeign : .bundleFileMissing, ["file": path])
        }
    }

    /// Documents that travel are those of the records.
    func checkDocuments() {
        for (name, _) in unmetDocuments.sorted(by: { $0.key < $1.key }) {
            board.fail(.integrity, .documentForeign, ["file": BundlePath.documents + "/" + name])
        }
        for sha256 in metDocuments.sorted() {
            let path = BundlePath.document(sha256)
            do {
                guard try BundleFile(path, in: folder).digest() == sha256 else {
                    board.fail(.integrity, .documentForeign, ["file": path])
                    continue
                }
            } catch {
                board.fail(.integrity, error)
            }
        }
    }

    /// The records end with STATEMENT's export, and its counts, lists and previous values are theirs.
    func checkCompleteness(of statement: Statement) {
        guard history.endsWithExport, history.export?.opened.number == statement.export,
            let expected = Statement(of: history, totals)
        else {
            return board.fail(.completeness, .recordsEnd, ["export": String(statement.export)])
        }
        if let least = order.leastExport, statement.export < least {
            board.fail(
                .completeness, .exportTooOld, ["export": String(statement.export), "least": String(least)])
        }
        // A register that keeps no books has control totals of nothing, which nothing else looks at.
        let keepsBooks = history.genesis.map { RegisterName.funds.contains($0.register) } ?? true
        for field in StatementField.allCases
        where field.verdict == .completeness || !keepsBooks && field.verdict == .books {
            compare(field, expected[field], with: statement, failing: .completeness)
        }
    }

    /// STATEMENT's control totals and the derived files are those of the records.
    func checkBooks(of statement: Statement) {
        guard !board.fails(.books) else { return }
        if let difference = differences[.books] { return board.fail(.books, difference) }
        guard isFounded, let expected = Statement(of: history, totals) else { return }
        for field in StatementField.allCases where field.verdict == .books {
            compare(field, expected[field], with: statement)
        }
    }

    /// Only the control totals come from here; the rest is compared where it is read.
    private var totals: BundleTotals {
        BundleTotals(files: 0, filesBytes: 0, manifest: SHA256.empty, controls: controls)
    }

    func refusePredecessor(_ found: String, of export: Int64, _ kept: Digest, _ record: Int64?) {
        guard found != kept.hex else { return }
        board.fail(
            .appendOnly, .predecessorOther, ["export": String(export), "expected": kept.hex, "found": found],
            record: record)
    }
}
