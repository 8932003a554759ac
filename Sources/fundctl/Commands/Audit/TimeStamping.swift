import AuditTrail
import Glibc

/// Asks an authority for a token through a command, and puts it into a bundle.
struct TimeStamping {
    let call: Invocation
    let bundle: StampedBundle

    /// Asks; what comes back is checked before it is written. Refuses: E-RUN codes for the command; E-TSP codes for what it
    /// answers; E-CLI-012 where the file cannot be written.
    func ask(_ command: String) throws -> TimeStampResponse {
        try bundle.requireNoToken()
        let request = bundle.request(random: call.edge.randomBytes(TimeStampRequest.randomLength))
        let outside = OutsideCommand(
            command: command, limit_bytes: StampedBundle.largestToken_bytes, milliseconds: call.edge.clock.milliseconds)
        let response = try bundle.accept(outside.run(input: request.der), to: request)
        try put(response)
        return response
    }

    /// Writes STATEMENT.tsr, whole or not at all, to be read by everyone as the rest of a bundle is.
    func put(_ response: TimeStampResponse) throws {
        guard bundle.token == nil else { return }
        try OutputFile.write(response.bytes, to: bundle.tokenPath)
        guard chmod(bundle.tokenPath, 0o644) == 0 else {
            throw CommandLineError(.outputNotWritten, ["path": bundle.tokenPath, "errno": String(errno)])
        }
    }
}

/// Words on time stamps that several commands share.
enum TimeStampWords {
    static let unjudged = Message(
        fr: "L'horodatage est bien de ce STATEMENT. Qui l'a signé, l'auditeur le juge par --tsa.",
        en: "The time stamp is of this STATEMENT. Who signed it is for the auditor to judge by --tsa.")
}
