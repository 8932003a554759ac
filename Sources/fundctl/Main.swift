import Glibc

@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        exit(Launch(arguments: arguments, edge: .system()).run().rawValue)
    }
}
