import ReferenceData
import TabularImport

/// A catalogue of measures as a person writes it, in YAML: `catalogue`, `from`, `citation`, and a list of `measures`, each
/// with `measure`, `name`, `name_en`, `citation`.
public enum CatalogueFile {
    private static let limits = YAMLLimits(bytes: 1_048_576, nodes: 4_000, levels: 8)
    private static let root = ["catalogue", "from", "citation", "measures"]
    private static let member = ["measure", "name", "name_en", "citation"]
    private static let most = 100

    /// The catalogue that a file says. Refuses: E-LST-010 … E-LST-012.
    public static func read(_ yaml: [UInt8], name: String) throws -> CatalogueAdopted {
        let top = try tree(yaml, name)
        let file = Place(file: name, tree: top)
        let values = try file.members(root, path: "")
        let measures = try file.need("measures", in: values)
        guard case .list(let items) = measures.content, (1...most).contains(items.count) else {
            throw file.bad("measures", at: measures, expected: "1…\(most) - measure: …")
        }
        var seen: Set<String> = []
        let read = try items.enumerated().map { index, item in
            let place = Place(file: name, tree: item)
            let measure = try self.measure(place, path: "measures[\(index + 1)].")
            guard seen.insert(measure.measure).inserted else {
                throw place.bad("measures[\(index + 1)].measure", at: item, found: measure.measure, expected: "1 ×")
            }
            return measure
        }
        let from = try file.need("from", in: values)
        guard let text = file.text(of: from), let day = try? CalendarDate(iso: text) else {
            throw file.bad("from", at: from, expected: "2027-04-01")
        }
        return CatalogueAdopted(
            catalogue: try file.code("catalogue", values, "A-Z a-z 0-9 . _ -", ServiceGrammar.isCode), from: day,
            citation: try file.text("citation", values, ServiceGrammar.citation), measures: read)
    }

    private static func measure(_ place: Place, path: String) throws -> CatalogueAdopted.Measure {
        let values = try place.members(member, path: path)
        return CatalogueAdopted.Measure(
            measure: try place.code("measure", values, "a-z 0-9 -", ServiceGrammar.isSlug, path),
            name: try place.text("name", values, ServiceGrammar.name, path),
            nameEnglish: try place.text("name_en", values, ServiceGrammar.name, path),
            citation: try place.text("citation", values, ServiceGrammar.name, path))
    }

    private static func tree(_ yaml: [UInt8], _ name: String) throws -> YAMLTree {
        do {
            return try YAMLTree(yaml, limits: limits)
        } catch YAMLFault.tooLarge(let most, let found) {
            throw ServiceListError(.catalogueMalformed, ["file": name, "found": "\(found) > \(most)"])
        } catch YAMLFault.malformed(let found, let line, _) {
            let place = line.map { " (\($0))" } ?? ""
            throw ServiceListError(.catalogueMalformed, ["file": name, "found": found + place])
        }
    }
}

/// A mapping of the file, and what is wrong with its members.
private struct Place {
    let file: String
    let tree: YAMLTree

    /// Its members by their keys. Refuses: E-LST-011, E-LST-012.
    func members(_ known: [String], path: String) throws -> [String: YAMLTree] {
        guard case .mapping(let pairs) = tree.content else {
            throw bad(path.isEmpty ? "–" : String(path.dropLast()), at: tree, expected: known.joined(separator: ", "))
        }
        var found: [String: YAMLTree] = [:]
        for (key, value) in pairs {
            let name = text(of: key) ?? ""
            guard known.contains(name) else {
                throw ServiceListError(
                    .catalogueKey,
                    [
                        "file": file, "line": String(key.line), "key": path + name,
                        "nearest": YAMLTree.nearest(to: name, among: known) ?? "", "known": known.joined(separator: ", "),
                    ])
            }
            found[name] = value
        }
        return found
    }

    func need(_ key: String, in values: [String: YAMLTree], _ path: String = "") throws -> YAMLTree {
        guard let value = values[key] else { throw bad(path + key, at: tree, found: "", expected: "\(key): …") }
        return value
    }

    /// A text that a record may hold.
    func text(_ key: String, _ values: [String: YAMLTree], _ bytes: ClosedRange<Int>, _ path: String = "") throws -> String {
        let value = try need(key, in: values, path)
        guard let text = text(of: value), bytes.contains(text.utf8.count), YAMLTree.forbiddenCodePoint(in: text) == nil else {
            throw bad(path + key, at: value, expected: "\(bytes.lowerBound)…\(bytes.upperBound)")
        }
        return text
    }

    func code(
        _ key: String, _ values: [String: YAMLTree], _ expected: String, _ isForm: (String) -> Bool, _ path: String = ""
    ) throws -> String {
        let value = try need(key, in: values, path)
        guard let text = text(of: value), isForm(text) else { throw bad(path + key, at: value, expected: expected) }
        return text
    }

    func text(of tree: YAMLTree) -> String? { if case .text(let text) = tree.content { text } else { nil } }

    func bad(_ key: String, at place: YAMLTree, found: String? = nil, expected: String) -> ServiceListError {
        let shown = String((found ?? text(of: place) ?? "").prefix(60))
        return ServiceListError(
            .catalogueValue,
            ["file": file, "line": String(place.line), "key": key, "found": shown, "expected": expected])
    }
}
