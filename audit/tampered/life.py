"""Random books: what persons might do with fundctl in a year, drawn from a seed. What the book refuses is part of it."""
import json
import os
import random
import subprocess
from datetime import datetime, timedelta
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

REGISTERS = ("fnf", "fdmt", "employers")
FUNDS = ("FNF", "FDMT")
ROLES = ("admin", "finance-officer", "approver", "closer", "auditor")
SCOPED = ("coordinator", "agent")
NAMES = ("anne", "benoit", "chantal", "denis", "emile.roy", "felix", "gilles-2", "helene_b", "ines", "jean")
MEMOS = ("Avance", "Paiement, \"urgent\"", "Cotisations d'été", "a,b;c", "\u00ab Dépôt \u00bb \u20ac", "\\ et \\\\", "x" * 300, "=1+1")
CHART = (("1000", "asset", "fa-cash"), ("1100", "asset", "fa-investments"), ("1700", "asset", "fa-due-from-fund"),
         ("2000", "liability", "fl-suppliers"), ("2700", "liability", "fl-due-to-fund"), ("3000", "net-assets", "na-unrestricted"),
         ("4000", "revenue", "rev-levies"), ("5100", "expense", "exp-grants"), ("9100", "authorised", ""), ("9200", "available", ""),
         ("9300", "reserved", ""), ("9400", "committed", ""), ("9500", "spent", ""))
YEAR = "2024-2025"
ENVELOPES = ("AIDE", "AIDE-2", "06.b", "ADM")
RULES = """rule-set: life
version: 1
title: &t {fr: Essai, en: Trial}
status: illustrative
fund: %s
proposed-by: *t
decided-by: *t
instrument: *t
from: 2024-04-01
authorities: [{id: board, fr: le conseil, en: the board}]
attributes: {nature: [aid, staff]}
rules:
  - {id: P, permit: {}, when: {operation: [transfer, temporary-transfer]}, cite: &c {article: art. 1, fr: texte, en: text}}
  - {id: F, forbid: {}, when: {differ: nature}, cite: *c}
  - {id: L, limit: {cap: 40 %%, of: source, base: initial, counts: outflow, over: year, across: envelope}, cite: *c}
  - {id: Q, require: {approval: board}, when: {amount: {above: 20}}, cite: *c}
"""
POSTED = ("1000", "1100", "2000", "4000", "5100")  # of the template and of CHART alike
REFUSALS = (3, 4, 64)  # a rule of the book, a role that is not held, a typed value


class Export(NamedTuple):
    register: str
    number: int
    path: str
    key_path: str  # the ledger key in force, as the auditor pinned it then
    id: str
    witness: Optional[str]


class Life:
    def __init__(self, fundctl: str, folder: str, seed: str) -> None:
        self.fundctl, self.folder, self.chance = fundctl, folder, random.Random(seed)
        self.seed = seed
        self.now = datetime(2024, 4, 2, 8)
        self.done, self.refused, self.strange = 0, 0, []  # type: int, int, List[str]
        self.kinds: Dict[str, int] = {}
        self.people: List[str] = []
        self.entries: List[Tuple[str, str, int]] = []  # id, register, record
        self.ids: Dict[str, str] = {}
        self.exports: List[Export] = []
        self.files = 0
        self.controlled: List[str] = []  # the funds whose year is under budget control
        self.envelopes: Dict[str, List[str]] = {fund: [] for fund in FUNDS}
        self.commitments: List[str] = []
        os.makedirs(os.path.join(folder, "keys"))

    # ---- commands

    def path(self, *names: str) -> str:
        return os.path.join(self.folder, *names)

    def do(self, *words: str, by: Optional[str] = None, raw: bool = False) -> Any:
        """What a command prints, None where it was refused. Time goes by with each."""
        self.now += timedelta(minutes=self.chance.choice((1, 7, 60, 60 * 24 * 3)))
        environment = {"PATH": os.environ.get("PATH", ""), "FUNDCTL_BOOK": self.path("book"), "FUNDCTL_KEYS": self.path("keys"),
                       "FUNDCTL_LANG": "en", "FUNDCTL_TEST_NOW": self.now.strftime("%Y-%m-%dT%H:%M:%SZ"), "HOME": self.folder,
                       "FUNDCTL_TEST_SEED": "%s %d" % (self.seed, self.done + self.refused),
                       "FUNDCTL_AS": by or self.actor()}
        command = [self.fundctl, *words, "--no-input", "--quiet"] + ([] if raw else ["--format", "json"])
        done = subprocess.run(command, env=environment, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=120)
        if done.returncode in REFUSALS:
            self.refused += 1
            return None
        if done.returncode:
            self.strange.append("%s: exit %d\n%s" % (" ".join(words), done.returncode, done.stderr.decode("utf-8", "replace")[-500:]))
            return None
        self.done += 1
        name = " ".join(words[:2])
        self.kinds[name] = self.kinds.get(name, 0) + 1
        return done.stdout if raw else json.loads(done.stdout)

    def actor(self) -> str:
        """Mostly a founder, who may do all."""
        return self.chance.choice(self.people) if self.people and self.chance.random() < 0.2 else (self.people or NAMES)[0]

    # ---- a life

    def live(self, deeds: int) -> None:
        self.found()
        weights = {self.post: 9, self.budget: 6, self.commit: 3, self.move: 5, self.reverse: 3, self.between: 3, self.bring_in: 1, self.attach: 1, self.admit: 3,
                   self.grant: 3, self.revoke: 3, self.approve: 6, self.refuse: 2, self.annul: 3, self.account: 2, self.year: 1,
                   self.rotate: 0.5, self.recover: 0.4, self.export: 2}
        for _ in range(deeds):
            self.chance.choices(list(weights), list(weights.values()))[0]()
        for register in REGISTERS:
            self.export(register)

    def found(self) -> None:
        founders = self.chance.sample(NAMES, self.chance.choice((1, 2, 2, 3)))
        template = self.chance.random() < 0.5
        made = self.do("init", *(w for name in founders for w in ("--admin", name)), *(("--template", "quebec") if template else ()),
                       "--origin", self.chance.choice(("a", "book.example/quebec", "x-1.y/2")), by=founders[0])
        self.people = founders
        self.ids = {r["register"]: r["id"] for r in made["registers"]}
        for fund in FUNDS:
            if not template:
                for code, class_, line in CHART:
                    self.do("account", "open", code, "--name", 'Compte "%s", é' % code, "--class", class_, "--fund", fund,
                            *(("--line", line) if line else ()), by=founders[0])
            if self.chance.random() < 0.5:
                self.controlled.append(fund)
            self.do("year", "open", YEAR, "--fund", fund, *(() if fund in self.controlled else ("--without-budget",)), by=founders[0])
            if fund in self.controlled:
                self.budget(fund)
                self.adopt(fund)

    def fund(self) -> str:
        return self.chance.choice(FUNDS)

    def date(self) -> str:
        return (datetime(2024, 4, 1) + timedelta(days=self.chance.randrange(200))).strftime("%Y-%m-%d")

    def amount(self) -> str:
        return "%d.%02d" % (self.chance.choice((0, 1, 7, 3000, 145_820, 90_000_000)), self.chance.randrange(100))

    def sides(self, fund: str) -> List[str]:
        amounts = [self.amount() for _ in range(self.chance.choice((1, 1, 2, 4)))]
        cents = sum(int(a.replace(".", "")) for a in amounts)
        words = [w for a in amounts for w in ("--debit", self.side(fund, a))]
        return words + ["--credit", self.side(fund, "%d.%02d" % (cents // 100, cents % 100))]

    def side(self, fund: str, amount: str) -> str:
        """One posting; spending under budget control mostly names an envelope."""
        account = self.chance.choice(POSTED)
        named = account == "5100" and fund in self.controlled and self.chance.random() < 0.9
        return "%s:%s" % (account, amount) + ("@" + self.envelope(fund) if named else "")

    def keep(self, result: Any) -> None:
        """Remembers the entries that a command posted, for what is done to them later."""
        if result:
            firsts = {b["register"]: b["first"] for b in result["batches"]}
            self.entries += [(e["id"], e["fund"].lower(), int(firsts[e["fund"].lower()])) for e in result["entries"]]

    def post(self) -> None:
        more: List[str] = []
        if self.chance.random() < 0.15:
            more += ["--period", "2024-P13"]
        if self.chance.random() < 0.15:
            more += ["--document", self.file()]
        fund = self.fund()
        self.keep(self.do("entry", "post", "--fund", fund, "--date", self.date(), "--ref", "R-%d" % self.chance.randrange(99),
                          "--memo", self.chance.choice(MEMOS), *self.sides(fund), *more))

    def reverse(self) -> None:
        if self.entries:
            which = self.chance.choice(self.entries)[0]
            more = ["--date", self.date()] if self.chance.random() < 0.5 else []
            self.keep(self.do("entry", "reverse", which, "--reason", self.chance.choice(MEMOS), *more))

    def between(self) -> None:
        one, other = self.chance.sample(FUNDS, 2)
        self.keep(self.do("entry", "interfund", "--from", one, "--to", other, "--amount", self.amount(), "--date", self.date(),
                          "--ref", "IF", "--memo", self.chance.choice(MEMOS), *(("--settle",) if self.chance.random() < 0.3 else ())))

    def bring_in(self) -> None:
        """An import: the columns that need no map."""
        rows = ["entry,date,reference,memo,account,amount_cents"]
        for number in range(self.chance.randrange(1, 6)):
            date, cents = self.date(), self.chance.randrange(1, 10**6)
            for account, sign in ((self.chance.choice(POSTED), 1), (self.chance.choice(POSTED), -1)):
                rows.append('%d,%s,I-%d,"importé, ""%d""",%s,%d' % (number, date, number, number, account, sign * cents))
        self.do("entry", "import", self.file("\n".join(rows) + "\n", "csv"), "--fund", self.fund())

    # ---- budgets; in a year without budget control all of it is refused

    def envelope(self, fund: str) -> str:
        return self.chance.choice(self.envelopes[fund] or ENVELOPES)

    def held(self) -> str:
        """Mostly a fund under budget control."""
        return self.chance.choice(self.controlled) if self.controlled and self.chance.random() < 0.9 else self.fund()

    def budget(self, fund: Optional[str] = None) -> None:
        """Envelopes and ceilings."""
        fund = fund or self.held()
        about = ("--fund", fund, "--year", YEAR)
        code, turn = self.chance.choice(ENVELOPES), self.chance.random()
        if turn < 0.6 or not self.envelopes[fund]:
            more = ["--attribute", "nature=" + self.chance.choice(("aid", "aid", "staff"))] if self.chance.random() < 0.9 else []
            if self.envelopes[fund] and self.chance.random() < 0.3:
                more += ["--parent", self.envelope(fund)]
            if self.do("envelope", "open", code, *about, "--amount", self.amount(), *more):
                self.envelopes[fund].append(code)
        elif turn < 0.9:
            amount = self.chance.choice(("", "-")) + self.amount()
            self.do("envelope", "revise", self.envelope(fund), *about, "--amount=" + amount, "--reason", self.chance.choice(MEMOS))
        else:
            self.do("ceiling", "set", *about, "--basis", self.chance.choice(("estimates", "balance")), "--amount", self.amount(),
                    "--citation", "acte")

    def commit(self) -> None:
        """Commitments, what is spent of them and let go."""
        fund = self.held()
        if not self.commitments or self.chance.random() < 0.5:
            later = ["--later", "2025-2026:" + self.amount()] if self.chance.random() < 0.3 else []
            made = self.do("commitment", "open", "--fund", fund, "--year", YEAR, "--envelope", self.envelope(fund), "--amount",
                           self.amount(), "--ref", "C", "--memo", self.chance.choice(MEMOS), *later)
            if made:
                self.commitments.append(made["commitment"]["commitment"])
            return
        which, amount = self.chance.choice(self.commitments), self.amount()
        if self.chance.random() < 0.6:
            self.do("commitment", "spend", which, "--date", self.date(), "--ref", "F", "--memo", self.chance.choice(MEMOS), "--debit",
                    "5100:" + amount, "--credit", "2000:" + amount)
        else:
            self.do("commitment", "release", which, "--amount", amount, "--reason", self.chance.choice(MEMOS))

    def adopt(self, fund: str) -> None:
        self.do("rules", "adopt", self.file(RULES % fund.lower(), "yaml"), "--fund", fund)

    def move(self) -> None:
        """Transfers: what the rules and the money say of them is part of the book, refusals too."""
        fund = self.held()
        rows = (self.do("transfer", "list", "--fund", fund) or {"transfers": []})["transfers"]
        lent = [row["record"] for row in rows if row["left"] != "0.00"]
        if lent and self.chance.random() < 0.5:
            self.do("transfer", "return", str(self.chance.choice(lent)), "--fund", fund, "--amount", self.amount())
            return
        more = ["--operation", "temporary-transfer", "--repay-by", "2025-02-28"] if self.chance.random() < 0.4 else []
        self.do("transfer", "propose", "--fund", fund, "--from", self.envelope(fund), "--to", self.envelope(fund), "--amount",
                self.amount(), "--reason", self.chance.choice(MEMOS), *more)

    def file(self, content: Optional[str] = None, kind: str = "txt") -> str:
        self.files += 1
        path = self.path("file-%d.%s" % (self.files, kind))
        with open(path, "w", encoding="utf-8") as file:
            file.write(content or "pièce %d\n" % self.chance.randrange(20))
        return path

    def attach(self) -> None:
        self.do("document", "add", self.file(), "--register", self.chance.choice(REGISTERS))

    # ---- persons

    def where(self) -> str:
        return self.chance.choice(REGISTERS + ("all",))

    def role(self) -> List[str]:
        if self.chance.random() < 0.2:
            return [self.chance.choice(SCOPED), "--scope", self.chance.choice(("06", "csmo-1"))]
        return [self.chance.choice(ROLES)]

    def admit(self) -> None:
        name, where, role = self.chance.choice(NAMES), self.where(), self.role()
        if not os.path.exists(self.path("keys", name + ".pem")) and self.do("key", "create", name) is None:
            return
        proof = self.path(name + ".proof")
        if os.path.exists(proof):
            os.remove(proof)
        self.do("key", "prove", "--register", where, "--role", role[0], *role[1:], "-o", proof, by=name, raw=True)
        if os.path.exists(proof) and self.do("person", "admit", name, "--register", where, "--role", role[0], *role[1:], "--key",
                                             self.path("keys", name + ".pub.pem"), "--proof", proof):
            self.people.append(name)

    def grant(self) -> None:
        role = self.role()
        self.do("role", "grant", self.chance.choice(self.people), role[0], "--register", self.where(), *role[1:])

    def revoke(self) -> None:
        role = self.role()
        self.do("role", "revoke", self.chance.choice(self.people), role[0], "--register", self.where(), *role[1:])

    def waiting(self) -> List[Dict[str, Any]]:
        return (self.do("approval", "list") or {"waiting": []})["waiting"]

    def approve(self) -> None:
        waiting = self.waiting()
        if waiting:
            proposal = self.chance.choice(waiting)
            more = ["--authority", proposal["authorities"][0], "--instrument", "D-1"] if proposal["authorities"] else []
            self.do("approval", "give", proposal["id"], *more, by=self.chance.choice(proposal["may_approve"] or self.people))

    def refuse(self) -> None:
        waiting = self.waiting()
        if waiting:
            proposal = self.chance.choice(waiting)
            self.do("approval", "refuse", proposal["id"], "--reason", self.chance.choice(MEMOS),
                    by=self.chance.choice(proposal["may_approve"] + [proposal["proposed_by"]]))

    def annul(self) -> None:
        if self.entries:
            _, register, record = self.chance.choice(self.entries)
            self.do("record", "annul", str(record), "--register", register, "--reason", self.chance.choice(MEMOS))

    def rotate(self) -> None:
        self.do("register", "rotate-key", self.chance.choice(REGISTERS))

    def recover(self) -> None:
        name = self.chance.choice(NAMES)
        if os.path.exists(self.path("keys", name + ".pem")) or self.do("key", "create", name) is None:
            return
        keys = os.listdir(self.path("keys", "offline"))
        if self.do("person", "recover", name, "--register", self.where(), "--recovery", self.path("keys", "offline", keys[0])):
            self.people.append(name)

    # ---- the chart and years

    def account(self) -> None:
        code = self.chance.choice(("8000", "8001", "A.b-1"))
        if self.chance.random() < 0.6:
            self.do("account", "open", code, "--name", "Autre", "--class", "asset", "--fund", self.fund(),
                    *(("--name-en", 'The "other", one') if self.chance.random() < 0.5 else ()))
        else:
            self.do("account", "close", self.chance.choice((code, "1100")), "--fund", self.fund())

    def year(self) -> None:
        self.do("year", "open", self.chance.choice(("2023-2024", "2025-2026")), "--fund", self.fund(), "--without-budget")

    # ---- exports

    def export(self, register: Optional[str] = None) -> None:
        register = register or self.chance.choice(REGISTERS)
        path = self.path("%s-%d" % (register, len(self.exports)))
        more = ["--documents"] if self.chance.random() < 0.5 else []
        if self.do("audit", "export", "--register", register, "-o", path, *more, by=self.people[0]) is None:
            return
        key_path = path + ".pem"
        with open(key_path, "wb") as file:
            file.write(self.do("register", "show", register, "--pem", raw=True))
        with open(os.path.join(path, "STATEMENT"), encoding="ascii") as file:
            number = int(file.read().split("\nexport: ")[1].split("\n")[0])
        witness = None
        if self.chance.random() < 0.3:
            keys = ("--keys", self.path("witness"))
            if not os.path.exists(self.path("witness")):
                self.do("key", "create", "temoin", *keys)
            if self.do("audit", "cosign", path, *keys, "--key", key_path, "--id", self.ids[register], by="temoin"):
                witness = self.path("witness", "temoin.pub.pem")
        self.exports.append(Export(register, number, path, key_path, self.ids[register], witness))
