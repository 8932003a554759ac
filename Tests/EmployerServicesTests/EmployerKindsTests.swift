import AuditTrail
import Testing

@testable import EmployerServices

@Test func theEmployersRegisterHasAPlaceInEveryBookAndNoFundsKindsInIt() {
    #expect(RegisterName.all.contains(RegisterName.employers))
    #expect(!RegisterName.funds.contains(RegisterName.employers))
    #expect(RecordAnnulled.rules.registers == RegisterName.funds)
    #expect(EmployerKinds.all.allSatisfy { $0.rules.registers == [RegisterName.employers] && $0.rules.verdict == .figures })
}
