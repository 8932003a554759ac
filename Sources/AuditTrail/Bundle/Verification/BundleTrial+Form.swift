/// The folder's form, STATEMENT, the manifest, the checkpoint. FORMAT.md, sections 10 and 12.
extension BundleTrial {
    func readStatement() {
        if folder.sizes[BundlePath.signature] == 64 {
            signature = contents(BundlePath.signature, limit: 64)
        } else if let size = folder.sizes[BundlePath.signature] {
            board.fail(
                .integrity, .statementField, ["field": BundlePath.signature, "declared": "64", "found": String(size)])
        } else {
            board.fail(.integrity, .bundleFileMissing, ["file": BundlePath.signature])
        }
        guard let text = contents(BundlePath.statement, limit: BundlePath.largestStatement_bytes) else { return }
        statementText = text
        do {
            statement = try Statement(parsing: text)
        } catch {
            board.fail(.integrity, error)
        }
    }

    /// Files of the manifest that every bundle of the register has, but segments and persons' keys.
    private func fixedFiles(_ register: String) -> [String] {
        [BundlePath.checkpoint, BundlePath.readmeEnglish, BundlePath.readmeFrench, BundlePath.ledgerKey]
            + (layout.deriver(register)?.files ?? [])
    }

    /// The segments that lie in the folder, in order, up to the first gap.
    var segments: [String] {
        var found: [String] = []
        while folder.sizes[BundlePath.segment(Int64(found.count) + 1)] != nil {
            found.append(BundlePath.segment(Int64(found.count) + 1))
        }
        return found
    }

    /// Exactly the files of section 10, each no larger than it may be.
    func checkNames(of statement: Statement) {
        let segments = self.segments
        let fixed = fixedFiles(statement.register)
        for path in fixed + [BundlePath.manifest] where folder.sizes[path] == nil {
            board.fail(.integrity, .bundleFileMissing, ["file": path])
        }
        let expected = BundlePath.segments(of: statement.extent.size)
        if Int64(segments.count) < expected {
            board.fail(.integrity, .bundleFileMissing, ["file": BundlePath.segment(Int64(segments.count) + 1)])
        }
        let known = Set(
            fixed + segments.prefix(Int(clamping: expected)) + [
                BundlePath.manifest, BundlePath.statement, BundlePath.signature, BundlePath.timestamp,
            ])
        let deriver = layout.deriver(statement.register)
        var cosignatures = 0
        for (path, size) in folder.sizes.sorted(by: { BundlePath.precedes($0.key, $1.key) }) {
            if path.hasPrefix(BundlePath.cosignatures + "/") {
                cosignatures += 1
                guard path.hasSuffix(".note"), cosignatures <= BundlePath.mostCosignatures else {
                    foreign(path)
                    continue
                }
                refuseLarge(path, size)
            } else if path.hasPrefix(BundlePath.documents + "/") {
                let name = String(path.dropFirst(BundlePath.documents.utf8.count + 1))
                guard Grammar.isHex(name, digits: 64) else {
                    foreign(path)
                    continue
                }
                unmetDocuments[name] = size
            } else if deriver?.mayHave(path) == true {
                optionalFiles.insert(path)
            } else if path == BundlePath.checkpoint || path == BundlePath.timestamp {
                refuseLarge(path, size)
            } else if !known.contains(path), !isPersonsKey(path) {
                foreign(path)
            }
        }
    }

    private func isPersonsKey(_ path: String) -> Bool {
        guard path.hasPrefix(BundlePath.keys + "/"), path.hasSuffix(".pem") else { return false }
        return Grammar.isPerson(String(path.dropFirst(BundlePath.keys.utf8.count + 1).dropLast(4)))
    }

    private func foreign(_ path: String) { board.fail(.integrity, .bundleFileForeign, ["file": path]) }

    private func refuseLarge(_ path: String, _ size: Int64) {
        do {
            try BundlePath.refuseAbove(BundlePath.largestNote_bytes, Int(size), path)
        } catch {
            board.fail(.integrity, error)
        }
    }

    /// The manifest is STATEMENT's, names exactly the files that are there, and each has its hash.
    func checkManifest(of statement: Statement) {
        guard let text = contents(BundlePath.manifest, limit: BundlePath.largestManifest_bytes) else { return }
        compare(.manifestSHA256, SHA256.hash(text).hex, with: statement)
        let manifest: Manifest
        do {
            manifest = try Manifest(parsing: text)
        } catch {
            return board.fail(.integrity, error)
        }
        let listed = folder.sizes.filter { !BundlePath.isUnlisted($0.key) }
        let named = Set(manifest.lines.map(\.path))
        for path in listed.keys.sorted() where !named.contains(path) { foreign(path) }
        let total = listed.values.reduce(Int64(0)) { $0.addingReportingOverflow($1).partialValue }
        compare(.files, String(manifest.lines.count), with: statement)
        compare(.filesBytes, String(total), with: statement)
        for line in manifest.lines {
            do {
                guard try BundleFile(line.path, in: folder).digest() == line.sha256 else {
                    board.fail(.integrity, .bundleFileHash, ["file": line.path])
                    continue
                }
            } catch {
                board.fail(.integrity, error)
            }
        }
    }

    /// A note in the form of section 10.3: a checkpoint of STATEMENT's size and root, of one name in both places, and one
    /// signature.
    func checkCheckpoint(of statement: Statement) {
        guard let bytes = contents(BundlePath.checkpoint, limit: BundlePath.largestNote_bytes) else { return }
        do {
            let note = try SignedNote.parse(bytes)
            let checkpoint = try Checkpoint.parse(note.text)
            self.note = note
            self.checkpoint = checkpoint
            let name = checkpoint.origin
            let hasOneName = note.signatures.allSatisfy { $0.name.utf8.elementsEqual(name.utf8) }
            let checks: [(String, Bool)] = [
                ("signatures", note.signatures.count == 1),
                ("name", hasOneName && (try? RegisterOrigin(name)) != nil),
                ("signature", note.signatures.allSatisfy { $0.signature.count == 64 }),
                ("size", checkpoint.size == statement.extent.size),
                ("root", checkpoint.root == statement.extent.root),
            ]
            for (member, agrees) in checks where !agrees {
                board.fail(.integrity, .checkpointDiffers, ["member": member])
            }
        } catch {
            board.fail(.integrity, error)
        }
    }

    /// Whether STATEMENT says what was found; a fault of the field's own verdict otherwise.
    /// `verdict`: where another than the field's own is to fail.
    func compare(
        _ field: StatementField, _ found: String, with statement: Statement, failing verdict: VerdictName? = nil
    ) {
        let declared = statement[field]
        guard !declared.utf8.elementsEqual(found.utf8) else { return }
        board.fail(
            verdict ?? field.verdict, .statementField,
            ["field": field.rawValue, "declared": String(declared.prefix(80)), "found": String(found.prefix(80))])
    }
}
