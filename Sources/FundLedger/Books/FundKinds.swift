import AuditTrail

/// What FundLedger brings to a book: its record kinds.
public enum FundKinds {
    public static let all: [any Record.Type] = [
        AccountOpened.self, AccountClosed.self, YearOpened.self, JournalEntry.self, ImportRecorded.self,
        CeilingSet.self, EnvelopeOpened.self, EnvelopeRevised.self, AllocationRun.self, CommitmentOpened.self,
        CommitmentSpent.self, CommitmentReleased.self, RuleSetAdopted.self, Proposed<RuleSetAdopted>.self,
        TransferProposed.self, TransferApproved.self, TransferWithdrawn.self, TransferPosted.self, TransferRefused.self,
        TransferReturned.self, ControlSet.self, ProgramAdded.self, RecipientAdded.self, RecipientChanged.self,
        GrantApplied.self, GrantAssessed.self, GrantRefused.self, GrantApproved.self, GrantSigned.self, GrantAmended.self,
        GrantContinued.self, GrantAdvanced.self, GrantClaimed.self, GrantAccepted.self, GrantReleased.self,
        GrantAccrued.self, GrantReported.self, GrantRecovered.self, GrantRepaid.self, GrantOffset.self, GrantClosed.self,
        GrantCancelled.self, GrantUndone.self, GrantImported.self, GrantWrittenOff.self,
        Proposed<GrantWrittenOff>.self,
        BankSet.self, Proposed<BankSet>.self, PaymentIssued.self, Proposed<PaymentIssued>.self, PaymentCleared.self,
        PaymentRejected.self,
    ] + levies

    /// Levies, earmarked revenue and fees.
    static let levies: [any Record.Type] = [
        LevyEstimated.self, LevyRemitted.self, RevenueEarmarked.self, RevenueReleased.self, FeeBilled.self,
        FeeReceived.self,
    ]
}
