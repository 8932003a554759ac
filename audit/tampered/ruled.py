"""A book of transfers: random ones, judged under four rule sets of one fund as they come into force, drawn from a seed.

What rules, money or roles refuse is part of it. Two sets are files of rules/ as they are shipped; one is a second version
of a shipped one, whose limits count on where they are the same; one is written here.
"""
import os
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from life import Export, Life

HERE = os.path.dirname(os.path.abspath(__file__))
SHIPPED = os.path.join(os.path.dirname(os.path.dirname(HERE)), "rules")
FUND, PAST, NOW, NEXT = "fdmt", 2010, 2026, 2027  # fiscal years, by their first
OFFICERS, APPROVERS = ("anne", "benoit", "chantal"), ("anne", "benoit", "hugo", "ines")  # the first two may do all
REGIONS, NATURES = ("06", "07", "11"), ("aid", "administration")
OWN = """\
rule-set: essai-2027
version: 1
title: {fr: Règles d'essai, en: Rules for tests}
status: illustrative
fund: any
proposed-by: {fr: la Commission, en: the Commission}
decided-by: {fr: le Conseil, en: the Council}
instrument: {fr: aucun, en: none}
from: 2027-04-01
replaces: fdmt-illustrative@2
attributes:
  nature: [aid, administration]
  region: any
  earmark: [none, reclassification]
authorities:
  - {id: manager, fr: le gestionnaire, en: the manager}
  - {id: council, fr: le conseil, en: the council}
rules:
  - {id: C1, limit: {cap: "12.5 %", of: each, base: current, counts: gross, over: year, across: group, group: [nature, region]}, when: {operation: transfer}, cite: &cite {article: "1", fr: essai, en: test}}
  - {id: C2, limit: {cap: "30 000,00", of: source, counts: outflow, over: year, across: envelope}, cite: *cite}
  - {id: C3, limit: {cap: "60 000,00", of: target, counts: net, over: year, across: fund}, when: {operation: temporary-transfer}, cite: *cite}
  - id: F1
    forbid: {}
    when: {differ: [nature]}
    unless:
      - {label: small, fr: petits montants, en: small amounts, when: {amount: {at-most: "50,00"}}}
      - {label: summer, fr: l'été, en: summer, when: {window: {from: 06-01, until: 08-31}, source: {nature: {not: aid}}}}
    cite: *cite
  - {id: N1, require: {notice: council}, when: {differ: [region]}, cite: *cite}
  - {id: P1, permit: {}, when: {operation: [transfer, temporary-transfer], same: [earmark]}, cite: *cite}
  - {id: P2, permit: {}, when: {operation: [advance, cancellation], source: {earmark: none}}, cite: *cite}
  - {id: Q1, require: {approval: manager}, when: {amount: {above: "900,00"}}, cite: *cite}
  - {id: Q2, require: {approval: council}, when: {amount: {above: "2 500,00"}, dates: {from: 2027-07-01}}, cite: *cite}
"""


class Place(NamedTuple):
    start: int
    code: str


def year(start: int) -> str:
    return "%d-%d" % (start, start + 1)


def cents(amount: int) -> str:
    return "%d.%02d" % (amount // 100, amount % 100)


class Ruled(Life):
    """A life of transfers: enough of them are posted; then two more, that no later one depends on; then two exports."""

    def __init__(self, fundctl: str, folder: str, seed: str) -> None:
        super().__init__(fundctl, folder, seed)
        self.places: Dict[int, List[str]] = {}
        self.open: List[Tuple[str, List[str], str]] = []  # proposals that wait: number, authorities, proposer
        self.lent: List[Tuple[str, int]] = []
        self.posted = 0
        self.last: Dict[str, str] = {}  # "transfer", "cancellation" -> record of the last one posted

    def actor(self) -> str:
        return "anne"

    def need(self, *words: str, by: str = "anne") -> Any:
        """What may not be refused."""
        found = self.do(*words, by=by)
        assert found is not None, (words, self.strange)
        return found

    def agreed(self, *words: str) -> None:
        """Anne proposes, Benoit approves."""
        self.need(*words)
        for waiting in self.waiting():
            if waiting["kind"] != "transfer.proposed/1":
                self.need("approval", "give", waiting["id"], by="benoit")

    # ---- what there is before

    def found(self) -> None:
        self.people = ["anne"]
        made = self.need("init", "--admin", "anne", "--admin", "benoit", "--template", "quebec", "--origin", "book.example")
        self.ids = {r["register"]: r["id"] for r in made["registers"]}
        for name, role in (("chantal", "finance-officer"), ("hugo", "approver"), ("ines", "approver")):
            proof = self.path(name + ".proof")
            self.need("key", "create", name)
            self.do("key", "prove", "--register", FUND, "--role", role, "-o", proof, by=name, raw=True)
            self.agreed("person", "admit", name, "--register", FUND, "--role", role, "--key",
                        self.path("keys", name + ".pub.pem"), "--proof", proof)
        for start in (PAST, NOW, NEXT):
            self.need("year", "open", year(start), "--fund", FUND)
        self.load(PAST, "code,parent,amount,rank,ministry", [
            "%s,%s,%s,%s,%s" % row for ministry in ("emploi", "sante") for credit in (ministry[0] + "1", ministry[0] + "2")
            for row in [(credit, "", "90000.00", "appropriation", ministry)] + [
                ("%s-%d" % (credit, n), credit, "40000.00", "division", ministry) for n in (1, 2, 3)]])
        rows = ["%s-%s-%d,,%s,%s,%s,%s" % (region, nature[:3].upper(), n, amount, nature, region, earmark)
                for region in REGIONS for nature in NATURES
                for n, amount, earmark in ((1, "200000.00", "none"), (2, "150000.00", "none"))]
        rows += ["06-RECL,,80000.00,aid,06,reclassification", "07-RECL,,60000.00,aid,07,reclassification", "X,,5000.00,aid,06,"]
        self.adopt(os.path.join(SHIPPED, "quebec-public-administration-act-48.yaml"))
        self.adopt(os.path.join(SHIPPED, "fdmt-illustrative.yaml"))
        for start in (NOW, NEXT):
            self.load(start, "code,parent,amount,nature,region,earmark", rows)
        self.need("ceiling", "set", "--fund", FUND, "--year", year(NOW), "--basis", "estimates", "--amount", "3000000",
                  "--citation", "crédit 1")

    def load(self, start: int, header: str, rows: List[str]) -> None:
        self.need("envelope", "load", self.file("\n".join([header] + rows) + "\n", "csv"), "--fund", FUND, "--year", year(start))
        self.places[start] = [row.split(",")[0] for row in rows]

    def adopt(self, path: str) -> None:
        self.agreed("rules", "adopt", path, "--fund", FUND)

    def second_version(self) -> str:
        """The shipped set once more, from October on, one cap lower: the other limits count on."""
        with open(os.path.join(SHIPPED, "fdmt-illustrative.yaml"), encoding="utf-8") as file:
            text = file.read().split("\nexamples:")[0] + "\n"
        for before, after in (("\nversion: 1\n", "\nversion: 2\nreplaces: fdmt-illustrative@1\n"),
                              ("\nfrom: 2026-04-01\n", "\nfrom: 2026-10-01\n"), ('cap: "50 %"', 'cap: "40 %"')):
            assert before in text, before
            text = text.replace(before, after)
        return self.file(text, "yaml")

    def both_at_once(self) -> None:
        """Two are proposed of what is there for one: the second is refused when it is approved, a third at once; and one that
        takes more than half of an envelope."""
        one, other = Place(PAST, "e1-1"), Place(PAST, "e1-2")
        for _ in range(2):
            self.propose("transfer", one, other, 3_000_000, "2010-05-03", "chantal", approved=False)
        while self.open:
            self.approve_all(self.open.pop())
        self.propose("transfer", one, other, 3_000_000, "2010-05-03", "chantal")
        self.propose("transfer", Place(NOW, "06-AID-1"), Place(NOW, "06-AID-2"), 12_000_000, "2026-05-04", "chantal")

    # ---- a life

    def transfers(self, posted: int) -> None:
        self.found()
        self.both_at_once()
        weights = {self.move: 60, self.decide: 12, self.give_back: 6, self.spend: 2, self.revise: 1}
        later = [(posted // 6, self.second_version), (posted // 3, lambda: self.file(OWN, "yaml"))]
        while self.posted < posted:
            assert not self.strange, self.strange
            if later and self.posted >= later[0][0]:
                self.adopt(later.pop(0)[1]())
            self.chance.choices(list(weights), list(weights.values()))[0]()
        one, two = Place(NOW, "06-AID-1"), Place(NOW, "06-AID-2")
        self.propose("transfer", one, two, 10_000, "2026-11-12", "anne", last="transfer")
        self.propose("cancellation", Place(NOW, "11-AID-2"), None, 10_000, "2026-11-12", "anne", last="cancellation")
        self.export(FUND)
        self.need("document", "add", self.file(), "--register", FUND)
        self.export(FUND)

    def day(self, start: int) -> str:
        month = self.chance.randrange(12)
        return "%d-%02d-%02d" % (start + (month > 8), (month + 3) % 12 + 1, self.chance.randrange(1, 29))

    def amount_of(self) -> int:
        high = self.chance.choices((5_000, 80_000, 300_000, 1_200_000, 30_000_000), (30, 60, 10, 2, 1))[0]
        return self.chance.randrange(1, high)

    def move(self) -> None:
        operation = self.chance.choices(("transfer", "temporary-transfer", "carry-over", "advance", "cancellation"),
                                        (72, 14, 2, 2, 5))[0]
        start = self.chance.choices((PAST, NOW, NEXT), (12, 33, 55))[0]
        one, other = start, start
        if operation in ("carry-over", "advance"):
            one, other = (NOW, NEXT) if operation == "carry-over" else (NEXT, NOW)
            start = NOW
        source = self.chance.choice(self.places[one])
        alike = len(source) - 1 if self.chance.random() < 0.9 else 2  # a credit's divisions; a region's envelopes of one nature
        near = [c for c in self.places[other] if c[:alike] == source[:alike] and (c != source or other != one)]
        target = self.chance.choice(near if near and self.chance.random() < 0.8 else self.places[other])
        if operation in ("carry-over", "advance") and self.chance.random() < 0.7:
            target = source
        self.propose(operation, Place(one, source), None if operation == "cancellation" else Place(other, target),
                     self.amount_of(), self.day(start), self.chance.choice(OFFICERS))

    def propose(self, operation: str, source: Place, target: Optional[Place], amount: int, date: str, by: str,
                last: str = "", approved: Optional[bool] = None) -> None:
        words = ["--operation", operation, "--fund", FUND, "--from", source.code, "--from-year", year(source.start),
                 "--date", date, "--amount", cents(amount), "--reason", self.chance.choice(("besoin", "Demande \"accrue\", é", ""))]
        words += ["--to", target.code, "--to-year", year(target.start)] if target else []
        if operation == "temporary-transfer":
            words += ["--repay-by", "%d-03-%02d" % (source.start + 1, self.chance.choice((1, 31)))]
        done = self.do("transfer", "propose", *words, by=by)
        if done is not None and done["state"] == "posted":
            self.keep_posted(done, operation, amount)
        elif done is not None and done["state"] == "waiting":
            self.open.append((str(done["proposal"]), done["awaited"], by))
            if approved if approved is not None else last or self.chance.random() < 0.85:
                self.approve_all(self.open.pop(), operation, amount, last)
        assert not last or self.last.get(last), (operation, done)

    def approve_all(self, proposal: Tuple[str, List[str], str], operation: str = "", amount: int = 0, last: str = "") -> None:
        number, authorities, proposer = proposal
        for authority in self.chance.sample(authorities, len(authorities)):
            own = not last and proposer in APPROVERS and self.chance.random() < 0.05  # refused
            by = proposer if own else self.chance.choice([p for p in APPROVERS if p != proposer])
            done = self.do("approval", "give", "%s:%s" % (FUND, number), "--authority", authority, "--instrument",
                           "D-%d" % self.chance.randrange(999), by=by)
            if done is not None and done["state"] == "posted":
                self.keep_posted(done, operation, amount)
                self.last.update({last: str(done["record"])} if last else {})

    def keep_posted(self, done: Any, operation: str, amount: int) -> None:
        self.posted += 1
        if operation == "temporary-transfer":
            self.lent.append((str(done["record"]), amount))

    def decide(self) -> None:
        """Of a proposal that waits: approved late, when the ground or the rules have changed, or withdrawn."""
        if self.open:
            proposal = self.open.pop(self.chance.randrange(len(self.open)))
            if self.chance.random() < 0.7:
                self.approve_all(proposal)
            else:
                self.do("approval", "refuse", "%s:%s" % (FUND, proposal[0]), "--reason", "sans objet",
                        by=self.chance.choice(OFFICERS + APPROVERS))

    def give_back(self) -> None:
        if self.lent:
            record, amount = self.lent.pop(self.chance.randrange(len(self.lent)))
            part = self.chance.choice((amount, amount, amount // 2 or 1, amount + 1))
            if self.do("transfer", "return", record, "--fund", FUND, "--amount", cents(part), "--date", "2027-03-30",
                       by="chantal"):
                self.lent += [(record, amount - part)] if part < amount else []

    def spend(self) -> None:
        start = self.chance.choice((NOW, NEXT))
        amount, code = cents(self.amount_of()), self.chance.choice(self.places[start])
        self.do("entry", "post", "--fund", FUND, "--date", self.day(start), "--ref", "S", "--memo", "dépense",
                "--debit", "5100:%s@%s" % (amount, code), "--credit", "1000:" + amount, by="chantal")

    def revise(self) -> None:
        start = self.chance.choice((PAST, NOW, NEXT))
        self.do("envelope", "revise", self.chance.choice(self.places[start]), "--fund", FUND, "--year", year(start),
                "--amount=" + self.chance.choice(("", "-")) + cents(self.amount_of()), "--reason", "compression", by="chantal")
