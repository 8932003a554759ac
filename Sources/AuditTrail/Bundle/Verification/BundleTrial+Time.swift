/// Whether witnesses saw this very history when it was exported. FORMAT.md, sections 11 and 16.
extension BundleTrial {
    func judgeTime() -> Verdict {
        guard let witnesses = order.witnesses else {
            return .notChecked(.notCheckedNotGiven, ["needed": "witness"])
        }
        guard isReadToTheEnd, let statement, let text = note?.text, checkpoint != nil else {
            return restsOnIntegrity(.time)
        }
        do {
            var count = try witnesses.count(over: text, from: statement[.time], own: ownKeys)
            for (path, _) in folder.sizes.sorted(by: { BundlePath.precedes($0.key, $1.key) })
            where path.hasPrefix(BundlePath.cosignatures + "/") {
                count.take(path) { try BundleFile(path, in: folder).contents(limit: BundlePath.largestNote_bytes) }
            }
            try count.require(witnesses.needed)
        } catch {
            board.fail(.time, error)
        }
        return board.verdict(.time)
    }

    /// Every key that the records name: who holds one of them is no witness.
    private var ownKeys: Set<PublicKey> {
        var keys = rotatedKeys.union(history.people.keys.values)
        if let genesis = history.genesis { keys.formUnion([genesis.ledgerKey, genesis.recoveryKey]) }
        return keys
    }
}
