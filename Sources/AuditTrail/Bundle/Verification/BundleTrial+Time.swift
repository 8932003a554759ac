/// Whether witnesses saw this very history when it was exported, and an authority stamped its STATEMENT. FORMAT.md, sections
/// 11 and 16.
extension BundleTrial {
    func judgeTime() -> Verdict {
        guard order.witnesses != nil || order.authorities != nil else {
            return .notChecked(.notCheckedNotGiven, ["needed": "witness"])
        }
        guard isReadToTheEnd, let statement, let statementText, let text = note?.text, checkpoint != nil else {
            return restsOnIntegrity(.time)
        }
        // A token of more than a bundle may hold is a fault of integrity's, and is not read.
        if order.authorities != nil, folder.sizes[BundlePath.timestamp] ?? 0 > BundlePath.largestNote_bytes {
            return restsOnIntegrity(.time)
        }
        do {
            try order.witnesses.map { try judge($0, over: text, from: statement[.time]) }
            try order.authorities.map { authorities in
                try authorities.judge(token: token, over: statementText, from: statement[.time])
            }
        } catch {
            board.fail(.time, error)
        }
        return board.verdict(.time)
    }

    /// Enough witnesses cosigned the checkpoint of this text.
    private func judge(_ witnesses: WitnessRequirement, over text: [UInt8], from time: String) throws {
        var count = try witnesses.count(over: text, from: time, own: ownKeys)
        for (path, _) in folder.sizes.sorted(by: { BundlePath.precedes($0.key, $1.key) })
        where path.hasPrefix(BundlePath.cosignatures + "/") {
            count.take(path) { try BundleFile(path, in: folder).contents(limit: BundlePath.largestNote_bytes) }
        }
        try count.require(witnesses.needed)
    }

    private func token() throws -> [UInt8] {
        guard folder.sizes[BundlePath.timestamp] != nil else { throw TimeStampError(.tokenMissing) }
        return try BundleFile(BundlePath.timestamp, in: folder).contents(limit: BundlePath.largestNote_bytes)
    }

    /// Every key that the records name: who holds one of them is no witness.
    private var ownKeys: Set<PublicKey> {
        var keys = rotatedKeys.union(history.people.keys.values)
        if let genesis = history.genesis { keys.formUnion([genesis.ledgerKey, genesis.recoveryKey]) }
        return keys
    }
}
