/// Whose bundle it is, and whether it continues the one that the auditor knows. FORMAT.md, section 11.
extension BundleTrial {
    func judgeOrigin() -> Verdict {
        checkSignature()
        if let statement, let genesis = history.genesis, let id = history.id {
            compare(.register, genesis.register, with: statement)
            compare(.registerID, id.hex, with: statement)
            compare(.origin, genesis.origin, with: statement)
            if let pinned = order.registerID, pinned != id {
                board.fail(.origin, .registerOther, ["expected": pinned.hex, "found": id.hex])
            }
            checkCheckpointName("\(genesis.origin)/\(id.hex)")
        }
        if order.key == nil {
            return board.verdict(.origin, otherwise: .notChecked(.notCheckedNotGiven, ["needed": "key"]))
        }
        guard history.genesis != nil else { return restsOnIntegrity(.origin) }
        return board.verdict(.origin)
    }

    /// STATEMENT and the checkpoint are signed by the pinned key, which is the ledger key in force.
    private func checkSignature() {
        guard let pem = order.key else { return }
        do {
            let key = try PublicKey(pem: pem)
            if let text = statementText, !key.isValid(signature: signature ?? [], over: text) {
                board.fail(.origin, .statementSignature, ["key": key.hex])
            }
            if let note, let checkpoint {
                _ = try note.verify([NoteVerifier(name: checkpoint.origin, publicKey: key)])
            }
            if let inForce = history.ledgerKey, inForce != key {
                board.fail(.origin, .ledgerKeyOther, ["expected": key.hex, "found": inForce.hex])
            }
        } catch {
            board.fail(.origin, error)
        }
    }

    private func checkCheckpointName(_ expected: String) {
        guard let found = checkpoint?.origin, !found.utf8.elementsEqual(expected.utf8) else { return }
        board.fail(.origin, .checkpointOfOther, ["expected": expected, "found": String(found.prefix(200))])
    }

    func judgeAppendOnly() -> Verdict {
        guard let text = order.previous else {
            return board.verdict(.appendOnly, otherwise: .notChecked(.notCheckedNotGiven, ["needed": "previous"]))
        }
        guard let kept else {
            do {
                _ = try Statement(parsing: text)
            } catch {
                board.fail(.appendOnly, error)
            }
            return board.verdict(.appendOnly)
        }
        guard let statement, isReadToTheEnd, let id = history.id else { return restsOnIntegrity(.appendOnly) }
        compare(kept, text, with: statement, id)
        return board.verdict(.appendOnly)
    }

    private func compare(_ kept: Statement, _ text: [UInt8], with statement: Statement, _ id: Digest) {
        guard kept.registerID == id else {
            return board.fail(.appendOnly, .keptOfOtherRegister, ["expected": id.hex, "found": kept.registerID.hex])
        }
        let isThis = text == statementText
        guard isThis || kept.export < statement.export else {
            return board.fail(
                .appendOnly, .keptNotOlder, ["kept": String(kept.export), "export": String(statement.export)])
        }
        let parameters = ["size": String(kept.extent.size)]
        guard let now = keptExtent else {
            return board.fail(.appendOnly, .historyRewritten, parameters.merging(["member": "size"]) { $1 })
        }
        let checks: [(String, Bool)] = [
            ("root", now.root == kept.extent.root), ("records-bytes", now.bytes == kept.extent.bytes),
            ("records-sha256", now.sha256 == kept.extent.sha256),
        ]
        for (member, agrees) in checks where !agrees {
            board.fail(.appendOnly, .historyRewritten, parameters.merging(["member": member]) { $1 })
        }
        if !isThis, !hasMetSuccessor { refusePredecessor("-", of: kept.export + 1, SHA256.hash(text), nil) }
        if kept.export + 1 == statement.export {
            refusePredecessor(statement[.previousStatement], of: statement.export, SHA256.hash(text), nil)
        }
    }

    func restsOnIntegrity(_ name: VerdictName) -> Verdict {
        board.verdict(
            name, otherwise: .notChecked(.notCheckedRestsOn, ["verdict": VerdictName.integrity.rawValue]))
    }
}
