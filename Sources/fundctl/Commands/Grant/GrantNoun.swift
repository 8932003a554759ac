/// `fundctl grant`: a grant from its application to its last cent.
enum GrantNoun {
    static let noun = Noun(
        "grant", summary: Message(fr: "Les subventions, de la demande au dernier cent", en: "Grants, from the application to the last cent"),
        [
            GrantList.self, GrantShow.self, GrantApply.self, GrantAssess.self, GrantApprove.self, GrantRefuse.self,
            GrantSign.self, GrantAmend.self, GrantContinue.self, GrantAdvance.self, GrantClaim.self, GrantAccept.self,
            GrantRelease.self, GrantAccrue.self, GrantReport.self, GrantRecover.self, GrantRepay.self, GrantSetOff.self,
            GrantClose.self, GrantCancel.self, GrantUndo.self, GrantCorrect.self, GrantWriteOff.self,
            GrantImportCommand.self,
        ])
}
