/// `fundctl agreement`: qualification agreements, from the draft to the certificate.
enum AgreementNoun {
    static let noun = Noun(
        "agreement", summary: Message(fr: "Les ententes de qualification, de l'ébauche au certificat", en: "Qualification agreements, from the draft to the certificate"),
        [
            AgreementList.self, AgreementShow.self, AgreementSign.self, AgreementDraft.self, AgreementStart.self,
            AgreementProgress.self, AgreementCheck.self, AgreementChangeCommand.self, AgreementSuspend.self,
            AgreementResume.self, AgreementComplete.self, AgreementRecognise.self, AgreementTerminate.self,
            AgreementAnnul.self, AgreementImportCommand.self,
        ])
}
