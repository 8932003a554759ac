/// `fundctl slip`: signed batches that coordinators of other organisations make away from the book.
enum SlipNoun {
    static let noun = Noun(
        "slip",
        summary: Message(
            fr: "Les bordereaux : des lots signés, faits loin du livre par les coordonnateurs",
            en: "Slips: signed batches, made away from the book by coordinators"),
        [
            SlipContextCommand.self, SlipBegin.self, SlipShow.self, SlipDrop.self, SlipMake.self, SlipPreview.self,
            SlipReceive.self, SlipAnswer.self, SlipReadAnswer.self,
        ])
}
