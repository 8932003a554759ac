extension Invocation {
    /// The passphrase of a key about to be made: `--passphrase-file`, else a question on a terminal; nil for none.
    func newPassphrase(for name: String) throws -> [UInt8]? {
        if let fromFile = try passphraseFromFile() { return fromFile }
        guard !global.noInput, edge.terminal.isInput, edge.terminal.isTalk else { return nil }
        let question = Message(
            fr: "Phrase secrète pour la clé « \(name) » (vide : aucune)",
            en: "Passphrase for the key \"\(name)\" (empty: none)")
        let typed = try prompter.passphrase(question, isNew: true)
        return typed.isEmpty ? nil : typed
    }
}
