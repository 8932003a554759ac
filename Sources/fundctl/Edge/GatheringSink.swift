/// Gathers small writes into large ones.
final class GatheringSink: ByteSink {
    private let next: any ByteSink
    private var bytes: [UInt8] = []

    init(_ next: any ByteSink) {
        self.next = next
    }

    func write(_ piece: [UInt8]) {
        bytes += piece
        if bytes.count >= 65_536 { flush() }
    }

    func flush() {
        guard !bytes.isEmpty else { return }
        next.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
