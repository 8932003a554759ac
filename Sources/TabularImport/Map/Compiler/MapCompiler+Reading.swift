extension MapCompiler {
    static let limits = YAMLLimits(bytes: 65_536, nodes: 4_096, levels: 64)

    /// The root of the YAML document; refuses with E-MAP-001 and 010.
    func parse(_ yaml: [UInt8]) throws -> MapNode {
        do {
            return MapNode(node: try YAMLReading.root(yaml, Self.limits), path: "", fileName: fileName)
        } catch let fault as YAMLFault {
            throw refusal(fault)
        }
    }

    func refusal(_ fault: YAMLFault) -> ImportError {
        switch fault {
        case .tooLarge(let most, let found):
            return ImportError(.tooLarge, ["file": fileName, "expected": String(most), "found": String(found)])
        case .malformed(let found, let line, let column):
            var parameters = ["file": fileName, "found": found]
            parameters["line"] = line.map { String($0) }
            parameters["column"] = column.map { String($0) }
            return ImportError(.notYAML, parameters)
        }
    }
}
