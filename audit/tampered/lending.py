"""A book of grants, payments and levies: random ones, drawn from a seed, as a finance officer and approvers might keep it with
fundctl. What the book refuses is part of it."""
import json
import os
from typing import Any, Callable, Dict, List, Optional, Tuple

from life import Life
from ruled import cents, year

FUND, YEARS = "fnf", (2025, 2026, 2027)  # the first without budget control
OFFICER, APPROVERS = "chantal", ("hugo", "benoit")
OPENED = {"fees-receivable": ("1295", "asset", "fa-fees-receivable"), "fees": ("4295", "revenue", "rev-fees")}  # the first programme names the others
PROGRAMS = (("MFOR", "5130", "approved"), ("HORS", "5140", "none"))
ORGANISATIONS, PERSONS = ("1140000013", "3340000019", "X-mutuelle", "8840000015"), ("2240000011", "X-artisan")
WORDS = ("--objectives", "Former, « dit-on »", "--activities", "Deux sessions", "--results", "18 attestations", "--terms", "Sur pièces",
         "--contribution", "Atelier, s.e.n.c.:100.00", "--contribution", "Fonds:0")


class Lending(Life):
    """Steps of grants in their order, mostly; then again and again one drawn from all."""

    def __init__(self, fundctl: str, folder: str, seed: str) -> None:
        super().__init__(fundctl, folder, seed)
        self.grants: List[str] = []
        self.signed: List[str] = []
        self.plans: Dict[str, List[Tuple[str, int, str]]] = {}  # grant -> instalments: day, cents, kind
        self.has: Dict[str, bool] = {}
        self.day = "2026-04-02"

    def actor(self) -> str:
        return OFFICER

    def need(self, *words: str, by: str = "anne") -> Any:
        """What may not be refused."""
        found = self.do(*words, by=by)
        assert found is not None, (words, self.strange)
        return found

    def agreed(self, *words: str, by: str = "anne") -> None:
        """Anne proposes, Benoit approves."""
        self.need(*words, by=by)
        for waiting in self.waiting():
            self.need("approval", "give", waiting["id"], by="benoit")

    def knows(self, *words: str) -> bool:
        """Whether the program has a command (a new one may not be there yet)."""
        name = " ".join(words)
        if name not in self.has:
            said = self.do(*words, "--help", raw=True)
            self.has[name] = said is not None and b"Usage" in said
        return self.has[name]

    # ---- what there is before

    def keepers(self) -> None:
        """Who keeps the book: anne and benoit found it, chantal records, hugo approves."""
        self.people = ["anne"]
        made = self.need("init", "--admin", "anne", "--admin", "benoit", "--template", "quebec", "--origin", "book.example")
        self.ids = {r["register"]: r["id"] for r in made["registers"]}
        for name, role in (("chantal", "finance-officer"), ("hugo", "approver")):
            proof = self.path(name + ".proof")
            self.need("key", "create", name)
            self.do("key", "prove", "--register", FUND, "--role", role, "-o", proof, by=name, raw=True)
            self.agreed("person", "admit", name, "--register", FUND, "--role", role, "--key", self.path("keys", name + ".pub.pem"), "--proof", proof)

    def found(self) -> None:
        self.keepers()
        for start in YEARS:
            self.need("year", "open", year(start), "--fund", FUND, *(("--without-budget",) if start == YEARS[0] else ()))
        for start in YEARS[1:]:
            for code in ("FORM", "RECO"):
                self.need("envelope", "open", code, "--fund", FUND, "--year", year(start), "--amount", "3000000", "--name", code, by=OFFICER)
        for use, (code, class_, line) in OPENED.items():
            self.do("account", "open", code, "--name", code, "--class", class_, "--line", line, "--fund", FUND, by="anne")
            self.do("account", "control", use, code, "--fund", FUND, by="anne")
        for code, account, norms in PROGRAMS:
            self.need("program", "add", code, "--fund", FUND, "--name", 'Programme "%s"' % code, "--account", account, "--norms", norms, "--citation",
                      "décret", by=OFFICER)
        for name in ORGANISATIONS:
            self.need("recipient", "add", name, "--fund", FUND, "--name", "Entreprise, " + name, by=OFFICER)
        if self.knows("revenue", "earmark"):
            self.need("envelope", "open", "BREF", "--fund", FUND, "--year", year(2026), "--amount", "1", "--name", "BREF", "--expires", "2027-03-31", by=OFFICER)
        for name in PERSONS:
            self.need("recipient", "add", name, "--fund", FUND, "--person", "Madame " + name, by=OFFICER)

        if self.knows("payment", "run"):
            for name in ORGANISATIONS + PERSONS[:1]:
                self.bank(name)

    def bank(self, name: str) -> None:
        digits = "%05d" % self.chance.randrange(100_000)
        if self.do("recipient", "bank", name, "--fund", FUND, "--institution", "815", "--transit", digits, "--account", digits):
            self.approve(self.chance.choice(APPROVERS))

    def approve(self, by: Optional[str] = None) -> None:
        for waiting in self.waiting():
            self.do("approval", "give", waiting["id"], by=by or self.chance.choice(APPROVERS))

    # ---- payments, levies, revenue, fees

    def pay(self) -> None:
        """A run, approved mostly; what it paid is cleared, or comes back."""
        turn = self.chance.random()
        if turn < 0.6:
            if self.do("payment", "run", "--fund", FUND, "--date", self.date()):
                if self.chance.random() < 0.9:
                    self.approve()
                else:
                    self.approve("chantal")  # who proposed it
                    for waiting in self.waiting():
                        self.do("approval", "refuse", waiting["id"], "--reason", "x")
            return
        rows = self.find_all(self.do("payment", "list", "--fund", FUND), "payment")
        if rows and turn < 0.8:
            self.do("payment", "reject", self.chance.choice(rows)["payment"], "--reason", "x", "--date", self.date())
        elif rows:
            self.clear([row for row in rows if row.get("state") == "issued"])

    def clear(self, rows: List[Dict[str, Any]]) -> None:
        if not rows:
            return
        if self.chance.random() < 0.5:
            self.do("payment", "clear", "--fund", FUND, "--payment", self.chance.choice(rows)["payment"], "--date", self.date())
            return
        lines = ["date,description,amount_cents,reference"] + [
            "%s,%s,-%s,x" % (self.day, row["payment"], str(row["amount"]).replace(".", "")) for row in rows[:self.chance.randrange(1, 6)]]
        self.do("payment", "clear", self.file("\n".join(lines) + "\n", "csv"), "--fund", FUND)

    def levy(self) -> None:
        of, amount = str(self.chance.randrange(2023, 2028)), cents(self.chance.randrange(1, 9_000_000))
        if self.chance.random() < 0.4:
            self.do("levy", "estimate", "--taxation-year", of, "--amount=" + self.chance.choice(("", "", "-")) + amount, "--basis", "x", "--date", self.date())
            return
        words = ["--part=%s:%s%s" % (of, self.chance.choice(("", "", "", "-")) + amount, self.chance.choice(("", ":%s" % cents(self.chance.randrange(99)))))]
        if self.chance.random() < 0.4:
            words.append("--part=%d:1.00" % (int(of) + 1))
        if self.chance.random() < 0.3:
            words += ["--final", of]
        self.do("levy", "remit", *words, "--ref", "RQ", "--date", self.date(), *self.chance.choice(((), ("--envelope", "FORM"))))

    def earmark(self) -> None:
        rows = self.find_all(self.do("revenue", "list", "--fund", FUND), "record")
        if not rows or self.chance.random() < 0.4:
            self.do("revenue", "earmark", "--fund", FUND, "--amount", cents(self.chance.randrange(1, 90_000)), "--account", "4900", "--basis",
                    self.chance.choice(("own-law", "outside")), "--envelope", "BREF", "--expires", self.chance.choice(("2027-03-31", "2027-08-31")),
                    "--citation", "loi", "--date", self.date())
            return
        self.do("revenue", "release", str(self.chance.choice(rows)["record"]), "--fund", FUND, "--cause", self.chance.choice(("used", "expired", "returned")),
                "--date", self.date(), *self.chance.choice(((), ("--amount", "1.00"))), *self.chance.choice(((), ("--envelope", "FORM"), ("--envelope", "BREF"))))

    def fee(self) -> None:
        code = "F-%d" % self.chance.randrange(9)
        if self.chance.random() < 0.5:
            self.do("fee", "bill", "--fund", FUND, "--invoice", code, "--payer", "Formateur, inc.", "--amount", cents(self.chance.randrange(1, 90_000)), "--date",
                    self.date())
        else:
            self.do("fee", "receive", code, "--fund", FUND, "--date", self.date(), *self.chance.choice(((), ("--amount", "1.00"))))

    # ---- steps

    def date(self) -> str:
        """Mostly today; today goes on, from April 2026 to the autumn of 2027."""
        turn = self.chance.random()
        if turn < 0.5:
            ordinal = int(self.day[8:]) + self.chance.randrange(1, 25)
            month, day = int(self.day[5:7]) + ordinal // 29, ordinal % 28 + 1
            start = int(self.day[:4]) + (month > 12)
            moved = "%d-%02d-%02d" % (start, (month - 1) % 12 + 1, day)
            self.day = min(moved, "2027-10-30")
        return self.day if turn < 0.98 else "2026-05-0%d" % self.chance.randrange(1, 9)

    def some(self, most: int) -> int:
        """Cents, at times all of it or a cent more."""
        turn = self.chance.random()
        return max(1, most + 1 if turn < 0.04 else most if turn < 0.4 else self.chance.randrange(1, max(2, most)))

    def of(self, grant: str) -> Dict[str, Any]:
        return self.need("grant", "show", grant, by=OFFICER)

    def step(self, verb: str, grant: str, *words: str, by: Optional[str] = None) -> Any:
        return self.do("grant", verb, grant, *words, "--date", self.date(), by=by)

    def apply(self) -> None:
        made = self.do("grant", "apply", "--fund", FUND, "--program", self.chance.choice(PROGRAMS)[0], "--recipient",
                       self.chance.choice(ORGANISATIONS + PERSONS), "--amount", cents(self.chance.choice((3_000_000, 5_000_001, 40_000_000))), "--title",
                       "Formation %d" % len(self.grants), "--date", self.date())
        if made:
            self.grants.append(self.name_in(made))

    @staticmethod
    def name_in(made: Any) -> str:
        """The first grant that an answer names."""
        text = json.dumps(made)
        return text[text.index("FNF-G-"):][:12]

    def begin(self, grant: str) -> None:
        """Assessed, approved, signed, as far as it goes."""
        self.step("assess", grant, "--recommend", "approve", "--memo", "x")
        total = self.chance.choice((3_000_000, 5_000_000, 5_000_001, 30_000_000))
        parts = self.split(total)
        start = 2027 if self.day >= "2027-04" else 2026
        self.plans[grant] = [(day, amount, kind) for (day, kind), amount in zip((
            ("%d-04-15" % (start + 1) if n % 2 and start == 2026 else "%d-12-%02d" % (start, n + 1), ("advance", "claim", "final")[n % 3])
            for n in range(len(parts))), parts)]
        self.plans[grant].sort()
        sums: Dict[int, int] = {}
        for day, amount, _ in self.plans[grant]:
            of = int(day[:4]) - (day[5:7] < "04")
            sums[of] = sums.get(of, 0) + amount
        code = self.chance.choice(("FORM", "RECO"))
        lines = [w for of in sorted(sums) for w in ("--plan", "%s:%s@%s" % (year(of), cents(sums[of]), code))]
        if self.chance.random() < 0.3 and 2027 not in sums:
            lines += ["--plan", "2027-2028:0@" + code]
        self.step("approve", grant, *lines, "--authority", self.chance.choice(("direction", "commission", "conseil-du-tresor")), "--instrument", "D-1",
                  by=self.chance.choice(APPROVERS))
        if self.chance.random() < 0.9 and self.step("sign", grant, *WORDS, "--begins", "2026-05-01", "--ends", "2028-03-31", *self.due(grant)):
            self.signed.append(grant)

    def split(self, total: int) -> List[int]:
        first = self.chance.randrange(1, total)
        return [total] if self.chance.random() < 0.2 else [first, total - first] if self.chance.random() < 0.5 or total - first < 3 else [
            first, (total - first) // 2, total - first - (total - first) // 2]

    def due(self, grant: str) -> List[str]:
        return [w for day, amount, kind in self.plans[grant] for w in ("--instalment", "%s:%s:%s" % (day, cents(amount), kind))]

    def go_on(self) -> None:
        """One step more of one grant."""
        grant = self.chance.choice(self.signed if self.signed and self.chance.random() < 0.75 else self.grants)
        if grant not in self.plans:
            self.begin(grant)
            return
        total, turn = sum(amount for _, amount, _ in self.plans[grant]), self.chance.random()
        if turn < 0.12:
            self.step("advance", grant, "--amount", cents(self.some(total // 3)))
        elif turn < 0.46:
            self.claim(grant, total)
        elif turn < 0.50:
            self.step("release", grant)
        elif turn < 0.56:
            self.do("grant", "accrue", grant, "--year", "2026-2027", "--amount", cents(self.some(total // 4)), "--date", "2027-03-31")
        elif turn < 0.62:
            self.amend(grant)
        elif turn < 0.72:
            self.step("recover", grant, "--amount", cents(self.some(total // 5)), "--reason", "x", *self.chance.choice(
                (("--advance",), ("--year", "2026-2027"), ("--year", "2027-2028"))))
        elif turn < 0.78:
            self.step("repay", grant, "--amount", cents(self.some(total // 6)))
        elif turn < 0.83:
            self.set_off(grant)
        elif turn < 0.85:
            if self.do("grant", "write-off", grant, "--amount", cents(self.some(total // 8)), "--reason", "x", "--envelope", "RECO", "--date", self.date()):
                self.approve()
        elif turn < 0.92:
            self.undo(grant)
        elif turn < 0.94:
            self.step("report", grant)
        elif turn < 0.98:
            self.step("close", grant)
        else:
            self.step("cancel", grant, "--reason", "x")

    def claim(self, grant: str, total: int) -> None:
        amount = self.some(total // 2)
        made = self.step("claim", grant, "--amount", cents(amount), "--from", "2026-05-01", "--to", "2026-05-31")
        if not made or self.chance.random() < 0.1:
            return
        eligible = amount if self.chance.random() < 0.7 else self.chance.randrange(0, amount + 1)
        words = ["--eligible", cents(eligible)] + (["--reason", "x"] if eligible < amount else [])
        if self.chance.random() < 0.5:
            words += ["--holdback", cents(eligible // 10)]
        if self.chance.random() < 0.15:
            words += ["--advance", cents(self.some(eligible // 4))]
        numbers = [str(c["claim"]) for c in self.find_all(self.of(grant), "claim")]
        self.step("accept", grant, "--claim", self.chance.choice(numbers) if numbers and self.chance.random() < 0.1 else str(len(set(numbers))), *words)

    @staticmethod
    def find_all(value: Any, name: str) -> List[Dict[str, Any]]:
        """Objects, however deep, with such a member."""
        found: List[Dict[str, Any]] = []
        rest = [value]
        while rest:
            one = rest.pop(0)
            if isinstance(one, dict):
                found += [one] * (name in one and not isinstance(one[name], (dict, list)))
                rest += list(one.values())
            elif isinstance(one, list):
                rest += one
        return found

    def amend(self, grant: str) -> None:
        parts = self.plans[grant]
        more = self.chance.choice((0, 0, -100_000, 100_000))
        changed = [(day, max(1, amount + (more if n == len(parts) - 1 else 0)), kind) for n, (day, amount, kind) in enumerate(parts)]
        before, self.plans[grant] = parts, changed
        words = ["--authority", "conseil-du-tresor", "--instrument", "D-2"] if more > 0 else []
        if not self.step("amend", grant, "--reason", "x", *self.due(grant), *words, by="benoit" if more > 0 else None):
            self.plans[grant] = before

    def set_off(self, grant: str) -> None:
        of = self.of(self.chance.choice(self.grants))
        payables = sorted({str(o["payable"]) for o in self.find_all(of, "payable") if str(o["payable"]).isdigit()})
        if payables:
            self.step("set-off", grant, "--payable", self.chance.choice(payables), "--amount", cents(self.some(100_000)))

    def undo(self, grant: str) -> None:
        records = [str(o["record"]) for o in self.find_all(self.of(grant), "record") if str(o["record"]).isdigit()]
        if records:
            self.step("undo", grant, "--record", self.chance.choice(records[-4:]), "--reason", "x")

    # ---- a life

    def live(self, deeds: int, exports: int = 1) -> None:
        """With two exports, one is midway."""
        self.found()
        for _ in range(4):
            self.apply()
        weights: Dict[Callable[[], None], float] = {self.apply: 1.0, self.go_on: 12.0}
        for words, deed, weight in ((("payment", "run"), self.pay, 4), (("levy", "remit"), self.levy, 1.5), (("revenue", "earmark"), self.earmark, 1.5),
                                    (("fee", "bill"), self.fee, 0.7)):
            if self.knows(*words):
                weights[deed] = weight
        for turn in range(deeds):
            self.chance.choices(list(weights), list(weights.values()))[0]()
            if exports > 1 and turn == deeds // 2:
                self.export(FUND)
        self.export(FUND)
