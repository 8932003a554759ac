import Storage

/// Compares two bundles that name each other. FORMAT.md, sections 9 (Pairs) and 11.
struct Pairing {
    let one: BundleTrial
    let other: BundleTrial

    struct Finding {
        /// Sibling batches that both bundles reach.
        var judged: Int64 = 0
        /// The first fault, with its record where that is in `one`.
        var fault: (error: AuditError, record: Int64?)?
    }

    func judge() throws -> Finding {
        var finding = Finding()
        guard let here = one.history.id, let there = other.history.id else { return finding }
        for (trial, opposite, mine, theirs) in [(one, other, here, there), (other, one, there, here)] {
            try trial.store.read(attaching: opposite.store, as: "opposite") { connection in
                let reach = [SQLValue.text(theirs.hex), .text(mine.hex), .integer(opposite.history.batches)]
                finding.judged +=
                    try connection.first(
                        "SELECT count(*) FROM pairing_sibling WHERE register = ?1 AND other_batch <= ?3 AND ?2 <> ''",
                        reach
                    ) { $0.int(0) } ?? 0
                guard finding.fault == nil else { return }
                let fault = try Pairing.lonelyBatch(connection, reach, trial) ?? Pairing.lonelyHalf(connection, reach)
                finding.fault = fault.map { ($0.error, trial === one ? $0.record : nil) }
            }
        }
        return finding
    }

    /// A batch that names a sibling, and is not named by it with both content roots.
    private static func lonelyBatch(
        _ connection: any SQLConnection, _ reach: [SQLValue], _ trial: BundleTrial
    ) throws -> (error: AuditError, record: Int64)? {
        try connection.first(
            """
            SELECT s.batch, s.other_batch, s.sequence FROM main.pairing_sibling s
            WHERE s.register = ?1 AND s.other_batch <= ?3 AND NOT EXISTS (
                SELECT 1 FROM opposite.pairing_sibling t
                WHERE t.batch = s.other_batch AND t.register = ?2 AND t.other_batch = s.batch
                    AND t.content_root = s.other_root AND t.other_root = s.content_root)
            ORDER BY s.sequence LIMIT 1
            """, reach
        ) { row in
            let parameters = [
                "register": trial.history.genesis?.register ?? "", "batch": String(row.int(0)),
                "sibling": String(row.int(1)),
            ]
            return (AuditError(.siblingNotMutual, parameters), row.int(2))
        }
    }

    /// A half whose other half is not in the sibling batch, or does not mirror it.
    private static func lonelyHalf(
        _ connection: any SQLConnection, _ reach: [SQLValue]
    ) throws -> (error: AuditError, record: Int64)? {
        try connection.first(
            """
            SELECT h.name, h.other_name, h.sequence FROM main.pairing_half h
            LEFT JOIN main.pairing_sibling s ON s.batch = h.batch AND s.register = h.register
            WHERE h.register = ?1 AND (s.batch IS NULL OR s.other_batch <= ?3 AND NOT EXISTS (
                SELECT 1 FROM opposite.pairing_half k
                WHERE k.name = h.other_name AND k.batch = s.other_batch AND k.register = ?2 AND k.other_name = h.name
                    AND k.common = h.common AND h.amount_cents <> 0 AND k.amount_cents = -h.amount_cents
                    AND (k.reverses IS NULL) = (h.reverses IS NULL)
                    AND (h.reverses IS NULL OR EXISTS (
                        SELECT 1 FROM main.pairing_half f WHERE f.name = h.reverses AND f.other_name = k.reverses))))
            ORDER BY h.sequence LIMIT 1
            """, reach
        ) { row in
            (AuditError(.pairNotMirrored, ["entry": row.string(0), "other": row.string(1)]), row.int(2))
        }
    }
}
