import Foundation
import Testing

/// A disk that fills up under the program: what was there stays, what could not be written is not half there.
@Suite struct FullDisks {
    /// Whether a small disk can be made here: a name space of one's own with a file system in memory.
    static let canMakeDisks =
        (try? Sandbox().run("unshare -rm sh -c 'mkdir -p d && mount -t tmpfs -o size=64k tmpfs d'").status) == 0

    /// Runs `line` in the sandbox with the folder `disk` on a disk of so many KiB; `before` runs there first.
    private func run(_ line: String, disk kilobytes: Int, _ sandbox: Sandbox, before: String = "true") throws -> Sandbox.Outcome {
        try sandbox.write("set -e\nmount -t tmpfs -o size=\(kilobytes)k tmpfs disk\n\(before)\nset +e\n\(line)\n", to: "run.sh")
        return try sandbox.run("mkdir -p disk && unshare -rm sh run.sh")
    }

    @Test(.enabled(if: canMakeDisks, "no disk can be made here (unshare -rm, mount -t tmpfs)"))
    func anExportOntoAFullDiskLeavesNothingAndTheSameOneIsWrittenLater() throws {
        let sandbox = try Sandbox.withBook()
        try sandbox.expect(
            "fundctl entry post --fund FNF --date 2026-05-12 --ref A --memo essai --debit 5100:1.00 --credit 2100:1.00 --quiet")
        let outcome = try run(
            "fundctl audit export --register fnf -o disk/one --quiet; echo $? > status; ls -A disk > left", disk: 12, sandbox)
        #expect(outcome.talk.hasPrefix("E-BUN-003: "), "\(outcome.talk)")
        #expect(try sandbox.read("status") == "1\n")
        #expect(try sandbox.read("left").isEmpty)
        try sandbox.expect("fundctl check")
        try sandbox.expect("fundctl register show fnf --pem --quiet > fnf.pem")
        try sandbox.expect("fundctl audit export --register fnf -o one --quiet")
        try sandbox.expect("fundctl audit verify one --key fnf.pem")
        #expect(try sandbox.read("one/STATEMENT").contains("\nexport: 1\n"))
    }

    @Test(.enabled(if: canMakeDisks, "no disk can be made here (unshare -rm, mount -t tmpfs)"))
    func aDocumentThatDoesNotFitIsNotAddedAndTheBookChecks() throws {
        let sandbox = try Sandbox.withBook()
        try sandbox.expect("head -c 900000 /dev/zero > scan.bin && cp fundctl.book* . 2>/dev/null; ls -l fundctl.book | cut -d' ' -f5 > size")
        let kilobytes = (Int(try sandbox.read("size").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) / 1024
        let outcome = try run(
            "fundctl document add scan.bin --register fnf --book disk/b.book --quiet; echo $? > status; "
                + "fundctl check --book disk/b.book; echo $? > checked; find disk -name 'incoming*' > left",
            disk: kilobytes + 700, sandbox, before: "cp fundctl.book disk/b.book")
        #expect(outcome.talk.contains("E-AUD-043: "), "\(outcome.talk)")
        #expect(try sandbox.read("status") == "1\n")
        #expect(try sandbox.read("checked") == "0\n")
        #expect(try sandbox.read("left").isEmpty)
    }

    @Test(.enabled(if: canMakeDisks, "no disk can be made here (unshare -rm, mount -t tmpfs)"))
    func anImportThatDoesNotFitLeavesTheBookAsItWas() throws {
        let sandbox = try Sandbox.withBook()
        var csv = "entry,date,reference,memo,account,amount_cents\n"
        for number in 1...4_000 {
            csv += "\(number),2026-06-01,R-\(number),essai,5100,\(number)\n\(number),2026-06-01,R-\(number),essai,2100,-\(number)\n"
        }
        try sandbox.write(csv, to: "entries.csv")
        try sandbox.expect("ls -l fundctl.book | cut -d' ' -f5 > size")
        let kilobytes = (Int(try sandbox.read("size").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) / 1024
        _ = try run(
            "fundctl entry import entries.csv --fund FNF --book disk/b.book --quiet --no-input; echo $? > status; "
                + "fundctl check --book disk/b.book; echo $? > checked; "
                + "fundctl entry list --fund FNF --book disk/b.book --format csv --quiet | wc -l > lines",
            disk: kilobytes + 900, sandbox, before: "cp fundctl.book disk/b.book")
        #expect(try sandbox.read("status") != "0\n")
        #expect(try sandbox.read("checked") == "0\n")
        #expect(try sandbox.read("lines") == "1\n")
    }
}
