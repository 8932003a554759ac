import AuditTrail
import EmployerServices

/// Draws subjects and salts: random bytes, and the place where they are used, so that under a test's seed the next command
/// draws others.
struct SubjectDrawer {
    private let edge: Edge
    private let place: () -> String

    init(_ edge: Edge, place: @escaping () -> String) {
        self.edge = edge
        self.place = place
    }

    func draw(_ fields: [String]) -> (subject: String, salts: [String: [UInt8]]) {
        let random = edge.randomBytes(32 * (fields.count + 1))
        let here = Array(place().utf8)
        func drawn(_ index: Int) -> [UInt8] {
            SHA256.hash(Array(random[(32 * index)..<(32 * (index + 1))]) + here).bytes
        }
        let salts = fields.enumerated().map { ($0.element, drawn($0.offset + 1)) }
        return (Hexadecimal.encode(Array(drawn(0).prefix(16))), Dictionary(uniqueKeysWithValues: salts))
    }
}
