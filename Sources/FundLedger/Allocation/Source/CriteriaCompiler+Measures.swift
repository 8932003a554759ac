import ReferenceData

extension CriteriaCompiler {
    /// The measures; nil where one is refused.
    mutating func measures(_ top: RuleSection) -> [AllocationCriteria.Measure]? {
        let most = CriteriaVocabulary.mostMeasures
        guard let nodes = attempt({ _ in try top.required("measures").list(atMost: most) }) else { return nil }
        var seen: Set<String> = []
        let measures = nodes.compactMap { node in
            attempt { compiler in
                let measure = try compiler.measure(node)
                guard seen.insert(measure.id).inserted else { throw node.error(.repeated, ["found": measure.id]) }
                return measure
            }
        }
        guard measures.count == nodes.count, let place = nodes.first else { return nil }
        return attempt { _ in
            try Self.judgeWeights(measures, place)
            return measures
        }
    }

    private mutating func measure(_ node: RuleNode) throws -> AllocationCriteria.Measure {
        let section = try node.section(CriteriaVocabulary.measure)
        let id = try section.required("id").code("1…32 a-z 0-9 -", RuleForm.isShortName)
        let name = try section.bilingual(RuleForm.headingTexts)
        let (weight, isPercentage) = try Self.weight(section.required("weight"))
        let cells = try cells(section)
        let values = try self.values(cells, in: node) { cell in
            guard let value = Quantity(cell.text) else {
                throw cell.isNegative
                    ? cell.fault(.negativeValue)
                    : cell.fault(.badNumber, ["expected": Quantity.examples])
            }
            return value
        }
        guard values.values.contains(where: { $0.millionths > 0 }) else { throw node.fault(.measureIsZero, ["found": id]) }
        return AllocationCriteria.Measure(id: id, name: name, weight: weight, isPercentage: isPercentage, values: values)
    }

    /// `40 %`, or a number.
    private static func weight(_ node: RuleNode) throws -> (Quantity, isPercentage: Bool) {
        let typed = try node.text()
        if let number = Quantity(typed) { return (number, false) }
        guard let millionths = RuleCompiler.millionths(typed) else {
            throw node.fault(.badPercentage, ["found": typed, "expected": "40 %, 7.5 %, 2"])
        }
        return (Quantity(millionths: Int128(millionths)), true)
    }

    /// Percentages make a whole.
    private static func judgeWeights(_ measures: [AllocationCriteria.Measure], _ place: RuleNode) throws {
        let sum = Quantity(millionths: measures.reduce(0) { $0 + $1.weight.millionths })
        guard sum.millionths > 0 else { throw place.fault(.weightsAreZero) }
        guard let first = measures.first(where: \.isPercentage) else { return }
        guard measures.allSatisfy({ $0.isPercentage == first.isPercentage }), sum.millionths == 100_000_000 else {
            let (whole, decimals) = sum.parts
            let mark = measures.allSatisfy(\.isPercentage) ? " %" : ""
            throw place.fault(.weightsNotWhole, ["found": "\(whole)" + (decimals.isEmpty ? "" : ".\(decimals)") + mark])
        }
    }

    /// What each envelope had the year before, and how much of it is kept.
    mutating func guarantee(_ top: RuleSection) throws -> AllocationCriteria.Guarantee? {
        guard let node = top["guarantee"] else { return nil }
        let section = try node.section(CriteriaVocabulary.guarantee)
        let share = try Self.percentage(section.required("share"))
        let cells = try cells(section)
        let previous = try values(cells, in: node) { cell in
            do {
                let cents = try AmountText.parse(cell.text)
                guard !cents.isNegative else { throw cell.fault(.negativeValue) }
                return cents.value
            } catch is ReferenceError {
                throw cell.fault(.badNumber, ["expected": "2500, 2500.00, 2500,00, 2 500,00 $"])
            }
        }
        return AllocationCriteria.Guarantee(share: share, previous: previous)
    }
}
