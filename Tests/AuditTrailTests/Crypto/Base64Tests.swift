import Foundation
import Testing

@testable import AuditTrail

@Suite struct Base64Tests {
    @Test func `Every length goes to text and back, as Foundation writes it`() {
        for length in 0...70 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ length) }
            let text = Base64.encode(bytes)
            #expect(text == Data(bytes).base64EncodedString())
            #expect(Base64.decode(text.utf8) == bytes)
        }
    }

    @Test(arguments: [
        "Zg", "Zg=", "Zh==", "Zm9=", "Zm8", "=", "====", "Z===", "Zg==Zg==", "Zg==\n", "Zm9v\n", " Zm9v", "Zm9-",
        "Zm_v", "Zm9v=", "Zm=v", "Zmé=",
    ])
    func `A text that is not canonical is refused`(text: String) {
        #expect(Base64.decode(text.utf8) == nil)
    }
}
