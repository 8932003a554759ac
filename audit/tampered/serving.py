"""A register of employers: random ones, drawn from a seed, as agents, coordinators and analysts might keep it with fundctl. What the book
refuses is part of it."""
import os
from datetime import date as Day
from datetime import timedelta
from typing import Any, Callable, Dict, List, Optional, Tuple

from life import Life

REGISTER = "employers"
PEOPLE = (("agnes", "agent", "06"), ("bruno", "agent", "03"), ("carla", "coordinator", "tourisme"), ("colin", "coordinator", "chimie"))
OFFICES = ("R06", "R06", "MTL-1", "MTL-1", "R03", "R03", "R07", "XX")
MEASURES = ("mfor", "mfor", "gprh", "recrutement", "maintien")
STANDARDS = (("cuisinier", "tourisme", "ABC"), ("operateur", "chimie", "AB"), ("libre", "", "A"))
RESULTS = ("achieved", "partly-achieved", "not-achieved", "abandoned")
YEARS = ("2024-2025", "2024-2025", "2025-2026")
MAP = """version: 1
target: %s
%sfields:
"""
FIELDS = {"employers": ("employer", "name", "region", "scian", "employees"), "interventions": ("employer", "measure", "office", "begins")}


class Serving(Life):
    def __init__(self, fundctl: str, folder: str, seed: str) -> None:
        super().__init__(fundctl, folder, seed)
        self.firms: List[str] = []
        self.acts: Dict[str, List[str]] = {"intervention": [], "participation": []}
        self.signed: List[Tuple[str, str]] = []  # agreements, and their modules
        self.subjects: List[str] = []
        self.month = 1  # the next to be published, of 2024-2025 and after
        self.slips = 0
        self.context = ""

    def actor(self) -> str:
        return self.chance.choice(("anne",) * 6 + ("benoit",) + tuple(name for name, _, _ in PEOPLE))

    def need(self, *words: str, by: str = "anne") -> Any:
        """What may not be refused."""
        found = self.do(*words, by=by)
        assert found is not None, (words, self.strange)
        return found

    # ---- what there is before

    def keepers(self) -> None:
        """anne and benoit found the book; two agents, two coordinators."""
        self.people = ["anne"]
        made = self.need("init", "--admin", "anne", "--admin", "benoit", "--template", "quebec", "--origin", "book.example")
        self.ids = {r["register"]: r["id"] for r in made["registers"]}
        for name, role, scope in PEOPLE:
            proof = self.path(name + ".proof")
            self.need("key", "create", name)
            self.do("key", "prove", "--register", REGISTER, "--role", role, "--scope", scope, "-o", proof, by=name, raw=True)
            self.need("person", "admit", name, "--register", REGISTER, "--role", role, "--scope", scope, "--key", self.path("keys", name + ".pub.pem"), "--proof", proof)
            self.given()

    def given(self, by: str = "benoit") -> None:
        for waiting in self.waiting():
            self.do("approval", "give", waiting["id"], by=by)

    def found(self) -> None:
        self.keepers()
        self.need("services", "load", "--template", "quebec")
        self.need("indicator", "define", "--template", "quebec")
        self.need("office", "set", "MTL-1", "--region", "06", "--name", "CLE, centre")
        for code, committee, modules in STANDARDS:
            self.need("standard", "set", code, "--name", "Norme « %s »" % code, *(w for m in modules for w in ("--module", m + ":" + m)),
                      *(("--committee", committee) if committee else ()))
        for _ in range(4):
            self.employer()
        self.context = self.path("context.txt")
        self.do("slip", "context", "-o", self.context, raw=True)

    # ---- choices

    def day(self, back: int = 20) -> str:
        return (self.now.date() - timedelta(days=self.chance.randrange(back))).isoformat()

    def after(self, day: str, days: int) -> str:
        return (Day.fromisoformat(day) + timedelta(days=days)).isoformat()

    def firm(self) -> str:
        return self.chance.choice(self.firms) if self.firms and self.chance.random() < 0.97 else "1199999999"

    def act(self, sort: str) -> str:
        return self.chance.choice(self.acts[sort][-12:] or ["%s-2024-000999" % sort[:3].upper()])

    def level(self) -> str:
        return self.chance.choice(("national", "region-06", "region-03", "office-MTL-1", "office-R03"))

    def maybe(self, chance: float, *words: str) -> Tuple[str, ...]:
        return words if self.chance.random() < chance else ()

    def known(self, made: Any) -> None:
        """Remembers the subjects that a command opened or named."""
        rest = [made]
        while rest:
            one = rest.pop()
            if isinstance(one, dict):
                self.subjects += [v for n, v in one.items() if n in ("subject", "apprentice", "companion", "participant") and isinstance(v, str) and len(v) == 32]
                rest += list(one.values())
            elif isinstance(one, list):
                rest += one

    def person(self) -> str:
        return "Élève « %d »" % self.chance.randrange(40)

    # ---- employers, interventions

    def employer(self) -> None:
        prefix = self.chance.choice(("11", "11", "11", "22", "33", "88"))
        neq = "%s%08d" % (prefix, self.chance.randrange(10, 60))
        named = ("--person", "Madame " + neq) if prefix == "22" else ("--name", 'Firme "%s", s.e.n.c.' % neq)
        form = ("--form", "association") if prefix == "33" and self.chance.random() < 0.5 else ()
        made = self.do("employer", "add", neq, *named, *form, "--region", self.chance.choice(("06", "06", "03", "07")), "--scian", self.chance.choice(("31", "7211", "325")), "--distinct",
                       *self.maybe(0.4, "--office", self.chance.choice(OFFICES)), *self.maybe(0.5, "--employees", str(self.chance.randrange(300))), "--date", self.day())
        if made:
            self.firms.append(neq)
            self.known(made)

    def firm_step(self) -> None:
        turn, firm = self.chance.random(), self.firm()
        if turn < 0.35:
            self.do("employer", "update", firm, *self.chance.choice((("--employees", "7"), ("--region", "03"), ("--region", "06", "--office", "MTL-1"), ("--name", "Autre, dit « Y »"), ("--scian", "722"),
                                                                     ("--contact", "Jean Tremblay"), ("--form", "cooperative"))), "--date", self.day())
        elif turn < 0.5:
            self.do("employer", "merge", firm, "--into", self.firm(), "--reason", "acquisition", "--date", self.day())
        elif turn < 0.6:
            self.do("employer", self.chance.choice(("close", "reopen", "reopen")), firm, "--reason", "x", "--date", self.day())
        else:
            self.do("establishment", "set", firm, str(self.chance.randrange(1, 4)), "--region", self.chance.choice(("06", "03")), *self.maybe(0.4, "--office", self.chance.choice(OFFICES)),
                    *self.maybe(0.2, "--closed"), *self.maybe(0.5, "--name", "Usine, est"), "--date", self.day())

    def intervention(self) -> None:
        begins = self.day(self.chance.choice((20, 20, 400)))
        words = [w for part in (self.maybe(0.4, "--ends", self.after(begins, self.chance.randrange(-1, 30)), "--result", self.chance.choice(RESULTS)), self.maybe(0.1, "--establishment", "1"),
                                self.maybe(0.2, "--grant", "FNF-G-%06d" % self.chance.randrange(1, 9)), self.maybe(0.2, "--contribution", "service:150.25", "--contribution", "employer:0"),
                                self.maybe(0.1, "--document", self.file())) for w in part]
        made = self.do("intervention", "start", "--employer", self.firm(), "--measure", self.chance.choice(MEASURES), "--office", self.chance.choice(OFFICES), "--begins", begins, *words)
        if made:
            self.acts["intervention"].append(made["intervention"]["intervention"])

    def intervention_step(self) -> None:
        if self.chance.random() < 0.7:
            self.do("intervention", "end", self.act("intervention"), "--result", self.chance.choice(RESULTS), "--date", self.day())
        else:
            self.do("intervention", "annul", self.act("intervention"), "--reason", "saisie en double", "--date", self.day())

    def bring_in(self) -> None:
        """Imports by map: employers, or interventions with a source of their own."""
        target = self.chance.choice(("employers", "interventions"))
        rows, fields = [], FIELDS[target]
        for number in range(self.chance.randrange(1, 5)):
            if target == "employers":
                rows.append('%s,"Importée, ""%d""",%s,31,%d' % (self.chance.choice((self.firm(), "11%08d" % self.chance.randrange(70, 99))), self.files, self.chance.choice(("06", "03")), number))
            else:
                rows.append("%s,%s,%s,%s,s-%d" % (self.firm(), self.chance.choice(MEASURES), self.chance.choice(("R06", "R03")), self.day(200), self.chance.randrange(40)))
        header = ",".join(fields) + (",cle" if target == "interventions" else "")
        text = MAP % (target, "unique_source: cle\n" if target == "interventions" else "") + "".join("  %s: {column: %s}\n" % (f, f) for f in fields)
        made = self.do(target[:-1], "import", self.file(header + "\n" + "\n".join(rows) + "\n", "csv"), "--map", self.file(text, "yaml"), by=self.chance.choice(("anne", "agnes")))
        if made and target == "interventions":
            rows_ = (self.do("intervention", "list", by="anne") or {"interventions": []})["interventions"]
            self.acts["intervention"] = [row["intervention"] for row in rows_]

    # ---- agreements, participations

    def agreement(self) -> None:
        standard, _, modules = self.chance.choice(STANDARDS)
        who = ("--apprentice", self.person(), "--born", "2004-05-%02d" % self.chance.randrange(1, 29)) if not self.subjects or self.chance.random() < 0.8 else ("--apprentice-subject", self.chance.choice(self.subjects))
        common = [*who, "--employer", self.firm(), "--office", self.chance.choice(OFFICES), "--standard", standard]
        date = self.day(5)
        if self.chance.random() < 0.3:
            made = self.do("agreement", "draft", *common, *self.maybe(0.5, "--companion", "Marc Roy"), "--date", date)
        else:
            made = self.do("agreement", "sign", *common, "--companion", self.chance.choice(("Marc Roy", "Anne Dion")), "--begins", self.after(date, self.chance.randrange(3)), "--ends",
                           self.after(date, self.chance.choice((88, 95, 200, 400, 1000, 1100))), "--hours", self.chance.choice(("35", "40", "21")), "--date", date)
        if made:
            self.known(made)
            self.signed += [(name, modules) for name in made.get("ids") or [made["agreement"]["id"]]]

    def agreement_step(self) -> None:
        """Most often what comes next."""
        if not self.signed:
            return self.agreement()
        name, modules = self.chance.choice(self.signed[-8:])
        date, turn = self.day(4), self.chance.random()
        dated = ("--date", date)
        if turn < 0.22:
            self.do("agreement", "start", name, *dated)
        elif turn < 0.45:
            self.do("agreement", "progress", name, *(w for m in self.chance.sample(modules, self.chance.randrange(1, len(modules) + 1)) for w in ("--module", m)), *dated)
        elif turn < 0.60:
            self.do("agreement", "check", name, "--all", *dated)
        elif turn < 0.68:
            self.do("agreement", "change", name, *self.chance.choice((("--companion", "Luc Côté"), ("--hours", "30"), ("--ends", self.after(date, 300)), ("--employer", self.firm(), "--office", "MTL-1"))), *dated)
        elif turn < 0.76:
            self.do("agreement", "suspend", name, "--reason", "arrêt", *dated)
        elif turn < 0.84:
            self.do("agreement", "resume", name, "--ends", self.after(date, self.chance.choice((30, 400, 1090))), *dated)
        elif turn < 0.90:
            self.do("agreement", "complete", name, "--certificate", "CQP-1", *dated)
        elif turn < 0.93:
            self.do("agreement", "recognise", name, "--attestation", "ATT-1", *dated)
        elif turn < 0.97:
            self.do("agreement", "terminate", name, "--cause", "apprentice-left", "--reason", "x", *dated)
        else:
            self.do("agreement", "annul", name, "--reason", "x", *dated)

    def group(self) -> None:
        """Several apprentices of one visit, of whom one is too young."""
        rows = "".join("%s,%s\n" % (self.person(), self.chance.choice(("2003-01-02", "2003-01-02", "2018-01-01"))) for _ in range(self.chance.randrange(2, 5)))
        date = self.day(3)
        made = self.do("agreement", "sign", "--apprentices", self.file("name,born\n" + rows, "csv"), "--employer", self.firm(), "--office", "R06", "--standard", "cuisinier", "--companion", "Marc Roy",
                       "--begins", date, "--ends", self.after(date, 200), "--hours", "35", "--date", date)
        if made:
            self.known(made)
            self.signed += [(name, "ABC") for name in made.get("ids", [])]

    def participation(self) -> None:
        who = ("--name", self.person(), "--born", "1990-02-03") if not self.subjects or self.chance.random() < 0.7 else ("--subject", self.chance.choice(self.subjects))
        made = self.do("participant", "add", *who, "--programme", self.chance.choice(("cadre-general", "reglementes")), "--office", self.chance.choice(OFFICES), *self.maybe(0.5, "--employer", self.firm()),
                       "--date", self.day(60))
        if made:
            self.known(made)
            self.acts["participation"] += [made["participation"]["id"]]

    def participation_step(self) -> None:
        if self.chance.random() < 0.7:
            self.do("participant", "end", self.act("participation"), "--result", self.chance.choice(RESULTS), "--date", self.day())
        else:
            self.do("participant", "annul", self.act("participation"), "--reason", "x")

    def slip(self) -> None:
        """Made by carla or colin, with a step or two; received, or not, sometimes without a line."""
        by, committee, standard = self.chance.choice((("carla", "tourisme", "cuisinier"), ("carla", "tourisme", "cuisinier"), ("colin", "chimie", "operateur"), ("carla", "tourisme", "operateur")))
        self.slips += 1
        begun, made = self.path("slip-%d" % self.slips), self.path("slip-%d.txt" % self.slips)
        self.do("slip", "begin", self.context, "--committee", committee, "-o", begun, by=by, raw=True)
        date = self.day(3)
        for number in range(1, self.chance.randrange(2, 4)):
            self.do("agreement", "sign", "--apprentice", self.person(), "--born", "2004-05-12", "--companion", "Marc Roy", "--employer", self.firm(), "--office", self.chance.choice(("R06", "R06", "R03")),
                    "--standard", standard, "--begins", date, "--ends", self.after(date, 300), "--hours", "35", "--date", date, "--slip", begun, by=by)
            if self.chance.random() < 0.5:
                self.do("agreement", "start", "AGR-0000-%06d" % number, "--date", self.after(date, self.chance.randrange(2)), "--slip", begun, by=by)
        self.do("slip", "make", begun, "--number", str(self.slips if self.chance.random() < 0.9 else 1), "-o", made, by=by)
        if os.path.exists(made):
            more = ("--reject", "1") if self.chance.random() < 0.2 else ()
            self.do("slip", "receive", made, *more, by=self.chance.choice(("anne", "anne", "agnes", "bruno")))

    # ---- committees, figures, people

    def committee(self) -> None:
        which, seat, turn = self.chance.choice(("tourisme", "tourisme", "chimie", "aucun")), str(self.chance.randrange(4)), self.chance.random()
        about = ("--year", "2024-2025")
        if turn < 0.3:
            made = self.do("committee", "member", which, "--seat", seat, "--side", self.chance.choice(("employers", "unions", "observers")), "--person", "Membre " + seat, *self.maybe(0.4, "--chair"), "--date",
                           self.day(3))
            self.known(made)
        elif turn < 0.45:
            self.do("committee", "unseat", which, "--seat", seat, "--date", self.day(3))
        elif turn < 0.65:
            self.do("committee", "plan", which, *about, *(w for a in self.chance.sample("123", 2) for w in ("--activity", "A%s:Diagnostic=x" % a)))
        elif turn < 0.8:
            self.do("committee", "activity", which, *about, "--activity", "A" + self.chance.choice("123"), "--state", self.chance.choice(("under-way", "done", "abandoned")), "--result", "fait")
        elif turn < 0.9:
            self.do("committee", "fund", which, "--grant", "FDMT-G-%06d" % self.chance.randrange(1, 5))
        else:
            self.do("committee", "update", which, "--mandate", "Définir les besoins", "--neq", "3340000019")

    def entered(self) -> None:
        turn, about = self.chance.random(), ("--year", self.chance.choice(YEARS), "--level", self.level())
        counted, written = self.chance.choice(("nouvellement-aidee", "nouvelles-ententes", "aide-en-emploi")), self.chance.choice(("aide-en-emploi", "assurance-emploi-en-emploi", "nouvellement-aidee"))
        if turn < 0.35:
            self.do("indicator", "record", written, str(self.chance.randrange(900)), "--origin", "Rapport", *self.maybe(0.3, "--reason", "mieux compté"), *about)
        elif turn < 0.6:
            self.do("indicator", "target", counted, str(self.chance.randrange(1, 900)), *self.maybe(0.4, "--through", self.chance.choice(("2026-2027", "2032-2033"))), *self.maybe(0.5, "--gap", "10"), *about)
        elif turn < 0.75:
            over = self.maybe(0.5, "--override")
            self.do("indicator", "revise", counted, str(self.chance.randrange(1, 900)), "--reason", "x", *about, *over, *self.maybe(0.5, "--date", "2024-09-15"), by="anne" if over else None)
            if over and self.chance.random() < 0.8:
                self.given()
        elif turn < 0.9:
            self.do("indicator", "explain", counted, "--text", "Deux absents.", *about)
        else:
            self.do("follow-up", "add", "--topic", "strategy", "--title", "45 ans et plus", "--text", "Trois projets", *about)

    def defined(self) -> None:
        self.do("indicator", "define", self.chance.choice(("nouvellement-aidee", "essai")), "--from", self.chance.choice(("2024-2025", "2025-2026")), "--method", "newly-assisted", "--parameter",
                "look-back=" + self.chance.choice(("year", "ever", "7")), "--targeted", "--name", "x", "--name-en", "x", "--citation", "x", by="anne")

    def publish(self) -> None:
        month = "%d-P%02d" % (2024 + (self.month - 1) // 12, (self.month - 1) % 12 + 1)
        if self.do("indicator", "publish", month, by="anne"):
            self.month += 1

    def erase(self) -> None:
        if self.subjects:
            self.do("audit", "erase", self.chance.choice(self.subjects), "--reason", "règle 12", by="anne")

    def closes_office(self) -> None:
        self.do("office", "set", self.chance.choice(("R07", "LAVAL-2")), "--region", "07" if self.chance.random() < 0.9 else "13", "--name", "x", *self.maybe(0.4, "--closed"), by="anne")

    # ---- a life

    def live(self, deeds: int, exports: int = 1) -> None:
        """With two exports, one is midway."""
        self.found()
        weights: Dict[Callable[[], None], float] = {
            self.employer: 5, self.firm_step: 6, self.intervention: 12, self.intervention_step: 5, self.bring_in: 2, self.agreement: 7, self.agreement_step: 16, self.group: 1.5, self.participation: 5,
            self.participation_step: 2, self.slip: 2.5, self.committee: 5, self.entered: 5, self.defined: 0.6, self.publish: 5, self.erase: 0.7, self.closes_office: 0.7, self.attach: 0.3}
        for turn in range(deeds):
            if self.chance.random() < 0.5:
                self.now += timedelta(days=self.chance.randrange(1, 12))
            self.chance.choices(list(weights), list(weights.values()))[0]()
            if exports > 1 and turn == deeds // 2:
                self.export(REGISTER)
        self.export(REGISTER)


def main() -> Optional[str]:
    import sys
    life = Serving(sys.argv[1], sys.argv[2], sys.argv[3])
    life.live(int(sys.argv[4]), 2)
    print(life.done, "done,", life.refused, "refused", life.kinds)
    return "\n".join(life.strange) or None


if __name__ == "__main__":
    raise SystemExit(main())
