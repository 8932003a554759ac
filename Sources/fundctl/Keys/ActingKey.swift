import AuditTrail

/// Who acts: a person's name, and the key that seals in that name.
struct ActingKey {
    let name: String
    let key: PrivateKey
}

extension Invocation {
    var keyFolder: KeyFolder { KeyFolder(path: keysFolder) }

    /// `--as` or FUNDCTL_AS; without them the only key, or the one named like the user (USER, LOGNAME).
    /// E-CLI-019 where there is none, E-CLI-020 where it is not plain which one.
    func resolveActingName() throws -> String {
        if let name = actingName { return name }
        let names = try keyFolder.names()
        if names.count == 1 { return names[0] }
        if let user = edge.setting("USER") ?? edge.setting("LOGNAME"), names.contains(user) { return user }
        guard !names.isEmpty else { throw CommandLineError(.noKey, ["folder": keysFolder]) }
        throw CommandLineError(.whichKey, ["folder": keysFolder, "names": names.joined(separator: ", ")])
    }

    /// The key that acts, opened with `--passphrase-file` or a question where it is encrypted.
    func actingKey() throws -> ActingKey {
        let name = try resolveActingName()
        return ActingKey(name: name, key: try keyFolder.privateKey(name) { try passphrase(of: name) })
    }

    func passphrase(of name: String) throws -> [UInt8] {
        if let fromFile = try passphraseFromFile() { return fromFile }
        let question = Message(fr: "Phrase secrète de la clé « \(name) »", en: "Passphrase of the key \"\(name)\"")
        return try prompter.passphrase(question, isNew: false)
    }
}
