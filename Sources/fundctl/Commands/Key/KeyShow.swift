import ArgumentParser
import AuditTrail

/// `fundctl key show NAME`.
struct KeyShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre la clé publique d'une personne", en: "Shows a person's public key"),
        examples: [
            .init("fundctl key show marie-tremblay"),
            .init(
                "fundctl key show marie-tremblay --pem -o marie.pub.pem",
                Message(fr: "le fichier à remettre à qui vous admet", en: "the file to hand to whoever admits you")),
        ])

    @Argument(help: .init(fr: "Le nom de la clé.", en: "The key's name.", value: ("nom", "name")))
    var name: String

    @Flag(help: .init(fr: "Ne montre que le texte PEM.", en: "Shows the PEM text only."))
    var pem = false

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let folder = call.keyFolder
        let key = try folder.publicKey(name)
        let text = String(decoding: key.pem, as: UTF8.self)
        var result = CommandResult(
            json: [
                "name": .string(name), "public_key": .string(key.hex), "public_file": .string(folder.publicPath(name)),
                "pem": .string(text),
            ],
            text: [
                .facts([
                    (KeyTexts.name, .text(name)), (KeyTexts.publicKey, .text(key.hex)),
                    (KeyTexts.publicFile, .text(folder.publicPath(name))),
                ]), .verbatim(text),
            ])
        if pem, global.format == .text { result.raw = key.pem }
        return result
    }
}
