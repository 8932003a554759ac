extension Invocation {
    /// A file that the auditor brings: a key, the kept STATEMENT, a proof. Where it is not there, nothing was judged: the
    /// usage is wrong (exit 64), not the bundle. FORMAT.md, sections 11 and 17. Refuses: E-CLI-047.
    func readOwnFile(_ path: String) throws -> [UInt8] {
        do {
            return try readFile(path)
        } catch let error as CommandLineError where error.code == .inputNotRead {
            throw CommandLineError(.ownFileNotRead, error.parameters)
        }
    }
}
