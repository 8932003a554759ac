import ArgumentParser
import AuditTrail

/// The witnesses that a verification relies on.
struct WitnessOptions: ParsableArguments {
    @Option(
        name: .customLong("witness"),
        help: .init(
            fr: "La clé d'un témoin qui doit avoir cosigné (PEM); peut être répétée.",
            en: "The key of a witness who must have cosigned (PEM); may be repeated.", value: ("fichier", "file")))
    var keys: [String] = []

    @Option(
        name: .customLong("witnesses-needed"),
        help: .init(
            fr: "Combien de ces témoins suffisent (tous, sinon).", en: "How many of those witnesses are enough (all, otherwise).",
            value: ("nombre", "number")))
    var needed: Int?

    /// Nil where no witness is given.
    func requirement(_ call: Invocation) throws -> WitnessRequirement? {
        guard !keys.isEmpty else {
            guard needed == nil else {
                throw CommandLineError(.missingArgument, ["argument": "--witness", "command": call.path.joined(separator: " ")])
            }
            return nil
        }
        if let needed, needed < 1 {
            throw CommandLineError(
                .invalidValue, ["value": String(needed), "option": "--witnesses-needed", "choices": "1…\(keys.count)"])
        }
        return WitnessRequirement(
            keys: try keys.map { try call.readOwnFile($0) }, needed: needed, now: call.edge.clock.now())
    }
}
