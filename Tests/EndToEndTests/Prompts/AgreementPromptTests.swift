import Foundation
import Testing

/// `agreement sign` at a terminal: what it asks, offers, takes back, shows and writes.
@Suite("Signing an agreement at a terminal")
struct AgreementPromptTests {
    private func sandbox(_ language: String) throws -> Sandbox {
        let sandbox = try Sandbox(language: language, seed: "prompts")
        let common = "--as alice --quiet > /dev/null"
        for line in [
            "fundctl init --template quebec --origin trial.example/book --admin alice --no-input --quiet > /dev/null",
            "fundctl services load --template quebec \(common)",
            "fundctl standard set machining --name Usinage --module M1:Plan --module M2:Tour \(common)",
            "fundctl employer add 1140000013 --name 'Bois ouvrés' --form corporation --region 06 --office R06 --scian 3327 --date 2026-04-01 \(common)",
        ] {
            let outcome = try sandbox.run(line)
            #expect(outcome.status == 0, "\(line): \(outcome.talk)")
        }
        return sandbox
    }

    private func count(_ sandbox: Sandbox) throws -> Int {
        let list = try sandbox.run("fundctl agreement list --format csv").output
        return list.split(separator: "\n").count - 1
    }

    @Test func itAsksGoesBackShowsAndWritesOnce() throws {
        let sandbox = try sandbox("en")
        let terminal = try PseudoTerminal(sandbox, ["agreement", "sign", "--as", "alice"])
        // A malformed number is refused where it is typed; a wrong one is gone back to.
        try terminal.answer("Employer's NEQ: ", "114000001")
        try terminal.wait(for: "is not a Québec enterprise number")
        try terminal.answer("Employer's NEQ: ", "1140000013")
        try terminal.wait(for: "Bois ouvrés")
        try terminal.answer("Office [R06]: ", "<")
        try terminal.answer("Employer's NEQ", "1140000013")
        // What is offered is taken by an empty line.
        try terminal.answer("Office [R06]: ", "")
        try terminal.answer("Standard: ", "machning")
        try terminal.wait(for: "machning")
        try terminal.answer("Standard: ", "machining")
        try terminal.answer("Apprentice's name: ", "Lea Cote")
        try terminal.answer("Birth date: ", "2004-05-12")
        try terminal.answer("Companion's name: ", "Marc Roy")
        try terminal.answer("Signed by all on [2026-05-01]: ", "2026-05-02")
        try terminal.wait(for: "2026-05-02")
        try terminal.answer("Signed by all on [2026-05-01]: ", "")
        try terminal.answer("Begins [2026-05-01]: ", "2026-05-04")
        try terminal.answer("Ends [2027-05-03]: ", "")
        try terminal.answer("Hours a week [35]: ", "20")
        try terminal.wait(for: "21…60")
        try terminal.answer("Hours a week [35]: ", "30")
        // What will be written, and what will count it.
        try terminal.wait(for: "This will be written:")
        try terminal.wait(for: "2026-P02, office R06, region 06")
        try terminal.answer("Write this agreement?", "<")
        try terminal.answer("Hours a week", "32")
        try terminal.answer("Write this agreement?", "y")
        #expect(terminal.end() == 0, "\(terminal.shown)")
        #expect(try count(sandbox) == 1)
        #expect(try sandbox.run("fundctl agreement list --format csv").output.contains(",32,2,0,0"))
        #expect(try sandbox.run("fundctl check --quiet").status == 0)
    }

    @Test func theNextOneIsOfferedWhatWasUsedLast() throws {
        let sandbox = try sandbox("fr")
        let first = try sandbox.run(
            "fundctl agreement sign --apprentice 'Lea Cote' --born 2004-05-12 --companion 'Marc Roy' --employer 1140000013 --office R06 --standard machining --begins 2026-05-04 --ends 2027-05-03 --hours 38 --as alice")
        #expect(first.status == 0, "\(first.talk)")
        let terminal = try PseudoTerminal(sandbox, ["agreement", "sign", "--as", "alice"])
        try terminal.answer("NEQ de l'employeur [1140000013]", "")
        try terminal.answer("Bureau [R06]", "")
        try terminal.answer("Norme [machining]", "")
        try terminal.answer("Nom de l'apprenti", "Ana Gil")
        try terminal.answer("Date de naissance", "2012-01-01")
        try terminal.answer("Nom du compagnon [Marc Roy]", "")
        try terminal.answer("Signée par tous le [2026-05-01]", "")
        try terminal.answer("Début [2026-05-01]", "")
        try terminal.answer("Fin [2027-04-30]", "")
        try terminal.answer("Heures par semaine [38]", "")
        // Under sixteen: told before anything is written, and gone back to.
        try terminal.wait(for: "moins de 16 ans")
        try terminal.wait(for: "corrigez la date de naissance")
        try terminal.answer("Date de naissance", "2002-01-01")
        for question in ["Nom du compagnon", "Signée par tous le", "Début", "Fin", "Heures par semaine"] {
            try terminal.answer(question, "")
        }
        try terminal.answer("Écrire cette entente?", "n")
        #expect(terminal.end() == 2, "\(terminal.shown)")
        #expect(try count(sandbox) == 1)
    }

    @Test func whatOptionsSayIsNotAsked() throws {
        let sandbox = try sandbox("en")
        let terminal = try PseudoTerminal(
            sandbox,
            [
                "agreement", "sign", "--as", "alice", "--employer", "1140000013", "--office", "R06", "--standard", "machining",
                "--companion", "Marc Roy", "--begins", "2026-05-04", "--ends", "2027-05-03", "--hours", "35", "--signed",
                "2026-05-01",
            ])
        try terminal.answer("Apprentice's name: ", "Lea Cote")
        try terminal.answer("Birth date: ", "2004-05-12")
        try terminal.answer("Write this agreement?", "y")
        #expect(terminal.end() == 0, "\(terminal.shown)")
        #expect(!terminal.shown.contains("Employer's NEQ: "))
        #expect(try count(sandbox) == 1)
    }
}
