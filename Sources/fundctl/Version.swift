/// The version of the program, as `--version` and exports name it.
enum Version {
    static let number = "0.1.0"
}
