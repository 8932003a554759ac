import ReferenceData

/// The attributes of envelopes that have words of their own; any other is called by its name.
enum AttributeWords {
    /// In a title: « par région ».
    static func name(_ attribute: String) -> Message {
        switch attribute {
        case "measure": Message(fr: "mesure", en: "measure")
        case "region": Message(fr: "région", en: "region")
        case "office": Message(fr: "bureau", en: "office")
        case "programme": Message(fr: "programme", en: "programme")
        default: .verbatim(attribute)
        }
    }

    /// At the head of a column.
    static func heading(_ attribute: String) -> Message {
        switch attribute {
        case "measure": Message(fr: "Mesure", en: "Measure")
        case "region": Message(fr: "Région", en: "Region")
        case "office": Message(fr: "Bureau", en: "Office")
        case "programme": Message(fr: "Programme", en: "Programme")
        default: .verbatim(attribute)
        }
    }

    /// A region has its name; nil is what envelopes without the attribute come under.
    static func value(_ value: String?, of attribute: String) -> Message {
        guard let value else { return Message(fr: "non précisé", en: "not given") }
        guard attribute == "region" else { return .verbatim(value) }
        if value == "00" { return Message(fr: "00 national", en: "00 national") }
        guard let region = Region(rawValue: value) else { return .verbatim(value) }
        return .verbatim("\(value) \(region.name)")
    }
}
