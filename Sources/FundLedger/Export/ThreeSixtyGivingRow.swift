import ReferenceData

/// A grant under titles of the 360Giving Data Standard (standard.threesixtygiving.org, spreadsheet format).
struct ThreeSixtyGivingRow {
    static let columns = [
        "Identifier", "Title", "Description", "Currency", "Amount Applied For", "Amount Awarded", "Amount Disbursed",
        "Award Date", "Planned Dates:Start Date", "Planned Dates:End Date", "Recipient Org:Identifier",
        "Recipient Org:Name", "Recipient Ind:Identifier", "Recipient Ind:Name", "Funding Org:Identifier",
        "Funding Org:Name", "Grant Programme:Code", "Grant Programme:Title", "From an open call?", "Last modified",
        "Data Source",
    ]

    let grant: PublishedGrant
    let publisher: GrantPublication.Publisher

    init(_ grant: PublishedGrant, _ publisher: GrantPublication.Publisher) {
        self.grant = grant
        self.publisher = publisher
    }

    var values: [String: GrantPublication.Value] {
        let row = grant.row
        // An imported register says neither what was asked for nor, before a payment here, what was paid.
        let isPaymentUnknown = grant.isImported && row.figures.paid == 0
        var values: [String: GrantPublication.Value] = [
            "Identifier": .text(identifier), "Title": .text(row.title), "Description": .of(grant.objectives),
            "Currency": .text("CAD"),
            "Amount Applied For": grant.isImported ? .blank : .amount(row.figures.requested),
            "Amount Awarded": .amount(row.figures.agreement),
            "Amount Disbursed": isPaymentUnknown ? .blank : .amount(row.figures.paid), "Award Date": .date(grant.awarded),
            "Planned Dates:Start Date": .of(grant.begins), "Planned Dates:End Date": .of(grant.ends),
            "Recipient Org:Identifier": .text(recipient), "Recipient Org:Name": .of(grant.name),
            "Funding Org:Identifier": .text(named(row.id.fund.idPrefix)), "Funding Org:Name": .text(publisher.name),
            "Grant Programme:Code": .text(row.program), "Grant Programme:Title": .text(grant.program.name),
            "Last modified": .of(grant.modified),
        ]
        if grant.isPerson {
            // As the standard asks for individuals: an identifier that tells nothing, no name, a general title.
            values["Recipient Org:Identifier"] = nil
            values["Recipient Org:Name"] = nil
            values["Recipient Ind:Identifier"] = .text(identifier + "-IND")
            values["Recipient Ind:Name"] = .text("Individual Recipient")
            values["Title"] = .text(grant.program.name)
            values["Description"] = nil
        }
        return values
    }

    /// What the register that it came from calls it, else its number here.
    private var identifier: String { grant.source ?? named(grant.row.id.text) }

    /// A NEQ after the publisher's prefix, for no list of org-id.guide is known for it; another register's identifier as
    /// that register has it.
    private var recipient: String {
        let id = grant.row.recipient
        return id.hasPrefix("X-") ? String(id.dropFirst(2)) : named(id)
    }

    private func named(_ own: String) -> String { publisher.prefix.map { "\($0)-\(own)" } ?? own }
}
