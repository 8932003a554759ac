"""Grants, payments and levies (FORMAT.md section 19) as forge.py makes them: grants.csv, payments.csv and levies.csv as well as
false records allow, and a Desk that writes steps of grants with their entries.

Nothing here judges: figures are sums over what the records say, lawful or not.
"""
from typing import Any, Dict, List, Optional, Tuple

from forge_budgets import number, year

PREFIXES = ("control.", "program.", "recipient.", "bank.", "grant.", "payment.", "levy.", "revenue.", "fee.")
GRANTS = ("grant,program,recipient,name,title,state,applied,signed,requested_cents,approved_cents,agreement_cents,accepted_cents,advanced_cents,"
          "advance_used_cents,held_back_cents,payable_cents,paid_cents,accrued_cents,recovered_cents,recoverable_cents,reserved_cents,committed_cents,spent_cents")
PAYMENTS = "payment,record,payable,grant,recipient,amount_cents,date,state,state_date"
LEVIES = "taxation_year,estimated_cents,remitted_cents,fees_cents,receivable_cents"
STATES = {"assessed": "assessed", "refused": "refused", "approved": "approved", "signed": "signed", "reported": "reported", "closed": "closed",
          "cancelled": "cancelled"}


def fiscal(date: str) -> int:
    return number(date[:4]) - (date[5:7] < "04")


# ---------------------------------------------------------------- the derived files

class Plan:
    """What a plan has of a year, by year: envelope, planned, held, spent."""

    def __init__(self) -> None:
        self.lines: Dict[int, List[Any]] = {}

    def set(self, parts: List[Dict[str, str]]) -> None:
        """Another plan; what is spent stays, and of what has an envelope the rest is held."""
        before, self.lines = self.lines, {}
        for part in parts:
            start, amount, spent = number(part["year"][:4]), number(part["amount"]), 0
            if start in before:
                spent = before[start][3]
            self.lines[start] = [part.get("envelope", ""), amount, amount - spent if "envelope" in part else 0, spent]

    def spend(self, start: int, amount: int) -> None:
        line = self.lines.get(start)
        if line and line[0]:
            line[2] -= amount
            line[3] += amount

    def sum(self, place: int) -> int:
        return sum(line[place] for line in self.lines.values())


class Figures:
    """One grant: a sum over its steps in force."""

    def __init__(self, data: Dict[str, Any]) -> None:
        self.data, self.state, self.plan = data, "applied", Plan()
        self.name: Optional[str] = None  # that of grant.signed/1
        self.signed = ""
        self.sums = dict.fromkeys(("approved", "accepted", "advanced", "used", "held", "left", "paid", "recovered", "recoverable"), 0)
        self.accruals: Dict[int, int] = {}
        if data["kind"] == "grant.imported/1":
            self.state = "imported"
            self.sums["approved"] = self.sums["accepted"] = self.sums["left"] = number(data["amount"])
            self.plan.set([{"year": year(fiscal(data["date"])), "amount": data["amount"], **({"envelope": data["envelope"]} if "envelope" in data else {})}])
            self.plan.spend(fiscal(data["date"]), number(data["amount"]))

    def step(self, data: Dict[str, Any]) -> None:
        """Of a step as such; payments and what is set off are added by who sees all grants."""
        short, sums = data["kind"].split("/")[0][len("grant."):], self.sums
        amount, start = number(data.get("amount", "0")), fiscal(data.get("date", ""))
        self.state = STATES.get(short, self.state)
        if short in ("approved", "signed", "amended"):
            self.plan.set(data["plan"])
            if short == "approved" or "authority" in data:
                sums["approved"] = self.plan.sum(1)
        if short == "signed":
            self.signed, self.name = data["date"], data.get("name", "")
        elif short == "continued":
            line = self.plan.lines.get(number(data["year"][:4]), ["", 0, 0, 0])
            line[0], line[2] = data["envelope"], line[1]
        elif short in ("advanced", "released"):
            sums["left"] += amount
            sums["advanced" if short == "advanced" else "held"] += amount if short == "advanced" else -amount
        elif short == "accepted":
            eligible, used, held = (number(data[name]) for name in ("eligible", "advance", "holdback"))
            of_accrual = min(eligible, self.accruals.get(start - 1, 0))
            if of_accrual:
                self.accruals[start - 1] -= of_accrual
            self.plan.spend(start, eligible - of_accrual)
            for name, more in (("accepted", eligible), ("used", used), ("held", held), ("left", eligible - used - held)):
                sums[name] += more
        elif short == "accrued":
            self.accruals[number(data["year"][:4])] = amount
            self.plan.spend(number(data["year"][:4]), amount)
        elif short == "recovered":
            sums["recovered"] += amount
            sums["recoverable"] += amount
            line = self.plan.lines.get(start)
            if data["basis"] == "claim" and number(data.get("year", "0")[:4]) == start and line:
                line[3] -= min(amount, line[3])
        elif short in ("repaid", "offset", "written-off"):
            sums["recoverable"] -= amount
        elif short in ("closed", "cancelled"):
            for line in self.plan.lines.values():
                line[2] = 0
            self.accruals = {} if short == "closed" else self.accruals

    def row(self, name: str) -> List[Any]:
        s, d, state = self.sums, self.data, self.state
        held = self.plan.sum(2)
        return [d["grant"], d["program"], d["recipient"], name if self.name is None else self.name, d["title"], state, d["date"], self.signed, d["amount"],
                s["approved"], self.plan.sum(1) if state in ("signed", "reported", "closed", "imported") else 0, s["accepted"], s["advanced"], s["used"],
                s["held"], s["left"], s["paid"], sum(self.accruals.values()), s["recovered"], s["recoverable"], held if state == "approved" else 0,
                held if state in ("signed", "reported") else 0, self.plan.sum(3)]


class Ledger:
    """All grants, payments and levies of a register."""

    def __init__(self, records: List[Dict[str, Any]]) -> None:
        self.names: Dict[str, str] = {}
        self.grants: Dict[str, Figures] = {}
        self.owner: Dict[str, str] = {}  # payable -> grant
        self.payments: Dict[int, List[Any]] = {}
        self.years: Dict[str, List[int]] = {}
        undone = {r.get("record") for r in records if r.get("kind") == "grant.undone/1"}
        for sequence, record in enumerate(records, 1):
            if str(sequence) not in undone:
                try:
                    self.see(str(sequence), record)
                except (KeyError, TypeError, AttributeError, IndexError, ValueError):
                    pass  # a false record, of which nothing follows

    def see(self, sequence: str, record: Dict[str, Any]) -> None:
        kind = record.get("kind", "")
        if kind in ("recipient.added/1", "recipient.changed/1"):
            self.names[record["recipient"]] = record.get("name", "")
        elif kind in ("grant.applied/1", "grant.imported/1"):
            self.grants[record["grant"]] = Figures(record)
            self.owner[sequence] = record["grant"]
        elif kind.startswith("grant.") and kind.endswith("/1") and ".proposed" not in kind:
            self.owner[sequence] = record["grant"]
            self.grants[record["grant"]].step(record)
            if kind == "grant.offset/1":
                self.grants[self.owner[record["payable"]]].sums["left"] -= number(record["amount"])
        elif kind == "payment.issued/1":
            for place, item in enumerate(record["items"], number(record["first"].split("-")[2])):
                self.payments[place] = [sequence, item["payable"], item["amount"], record["date"], "issued", record["date"]]
                self.pay(item["payable"], number(item["amount"]))
        elif kind == "payment.cleared/1":
            for name in record["payments"]:
                self.payments[number(name.split("-")[2])][4:] = ["cleared", record["date"]]
        elif kind == "payment.rejected/1":
            payment = self.payments[number(record["payment"].split("-")[2])]
            payment[4:] = ["rejected", record["date"]]
            self.pay(payment[1], -number(payment[2]))
        elif kind == "levy.estimated/1":
            self.levy(record["taxation_year"], number(record["amount"]), 0, 0, number(record["amount"]))
        elif kind == "levy.remitted/1":
            for part in record["parts"]:
                receivable = self.levy(part["taxation_year"], 0, 0, 0, 0)[3]
                taken = receivable if "final" in part else min(max(number(part["amount"]), 0), receivable)
                self.levy(part["taxation_year"], 0, number(part["amount"]), number(part["fees"]), -taken)

    def pay(self, payable: str, amount: int) -> None:
        sums = self.grants[self.owner[payable]].sums
        sums["paid"] += amount
        sums["left"] -= amount

    def levy(self, of: str, *more: int) -> List[int]:
        self.years[of] = [a + b for a, b in zip(self.years.get(of, [0] * 4), more)]
        return self.years[of]


def derive(records: List[Dict[str, Any]], row: Any) -> Dict[str, bytes]:
    """grants.csv, payments.csv, levies.csv (section 19.7)."""
    if not any(r.get("kind", "").startswith(PREFIXES) for r in records):
        return {}
    ledger = Ledger(records)
    fund = str(records[0].get("register", "")).upper()
    grants, payments, levies = ([row(*columns.split(","))] for columns in (GRANTS, PAYMENTS, LEVIES))
    for _, figures in sorted(ledger.grants.items(), key=lambda one: number(one[0].split("-")[-1])):
        grants.append(row(*figures.row(ledger.names.get(figures.data["recipient"], ""))))
    for place, (record, payable, amount, date, state, day) in sorted(ledger.payments.items()):
        grant = ledger.owner.get(payable, "")
        recipient = ledger.grants[grant].data["recipient"] if grant in ledger.grants else ""
        payments.append(row("%s-P-%06d" % (fund, place), record, payable, grant, recipient, amount, date, state, day))
    levies += [row(of, *ledger.years[of]) for of in sorted(ledger.years)]
    return {"grants.csv": b"".join(grants), "payments.csv": b"".join(payments), "levies.csv": b"".join(levies)}


# ---------------------------------------------------------------- steps

CLASSES = {"A": "authorised", "V": "available", "R": "reserved", "C": "committed", "S": "spent"}
Posting = Tuple[Any, ...]  # a use, an account, or a letter of CLASSES; an amount; an envelope where there is one


class Desk:
    """Adds batches to the book of an attack in the making: acts of section 19, each with the entries that it is given."""

    def __init__(self, trial: Any, prefix: str) -> None:
        """The names of keys begin with `prefix`."""
        self.trial, self.prefix = trial, prefix
        self.numbers: Dict[int, int] = {}
        self.codes: Dict[str, str] = {}
        self.payments = 0
        for _, _, _, record in trial.book.records():
            kind = record["kind"]
            if kind == "entry.posted/1":
                start, place = map(int, record["entry"].split("-")[1:])
                self.numbers[start] = max(place, self.numbers.get(start, 0))
            elif kind == "account.opened/1":
                self.codes.update({letter: record["account"] for letter, class_ in CLASSES.items() if class_ == record["class"]})
            elif kind == "control.set/1":
                self.codes[record["use"]] = record["account"]
            elif kind == "payment.issued/1":
                self.payments += len(record["items"])

    def do(self, *records: Dict[str, Any], by: str = "chantal") -> int:
        """A batch; returns the sequence of its first record."""
        self.trial.add(list(records), self.prefix + by)
        return int(self.trial.last_content()) - len(records) + 1

    def entry(self, start: int, date: str, *postings: Posting, **more: Any) -> Dict[str, Any]:
        """Dated no later than the last day of its year."""
        self.numbers[start] = self.numbers.get(start, 0) + 1
        date = min(date, "%d-03-31" % (start + 1))
        period = "%d-P%02d" % (start, (number(date[5:7]) - 4) % 12 + 1 if fiscal(date) == start else 1)
        return {"kind": "entry.posted/1", "entry": "FNF-%d-%06d" % (start, self.numbers[start]), "date": date, "period": period, "memo": "",
                "reference": "", "postings": [{"account": self.codes.get(p[0], p[0]), "amount": str(p[1]), **({"envelope": p[2]} if len(p) > 2 else {})}
                                              for p in postings if p[1]], **more}

    def one(self, record: Dict[str, Any], *postings: Posting, start: int = 0, by: str = "chantal") -> int:
        """An act and its one entry, of its day."""
        entry = self.entry(start or fiscal(record["date"]), record["date"], *postings)
        return self.do({**record, "entry": entry["entry"]}, entry, by=by)

    def act(self, record: Dict[str, Any], *moves: Tuple[Any, ...], by: str = "chantal") -> int:
        """An act and its entries: of each its year, and its postings."""
        entries = [self.entry(start, record["date"], *postings) for start, *postings in moves]
        return self.do({**record, "entries": [e["entry"] for e in entries]}, *entries, by=by)

    def propose(self, record: Dict[str, Any], by: str = "chantal") -> str:
        return str(self.do({**record, "kind": record["kind"].replace("/", ".proposed/")}, by=by))

    def give(self, record: Dict[str, Any], proposal: str, *postings: Posting, by: str = "hugo", approved: bool = True, **more: Any) -> int:
        """What was proposed is approved and done, with its entry; `more` are members given when done."""
        entry = self.entry(fiscal(record["date"]), record["date"], *postings)
        before = [{"kind": "approval.given/1", "proposal": proposal}] if approved else []
        return self.do(*before, {**record, "proposal": proposal, "entry": entry["entry"], **more}, entry, by=by) + len(before)

    def run(self, date: str, *items: Tuple[int, int, str]) -> Dict[str, Any]:
        """A payment run: payable, amount, bank."""
        return {"kind": "payment.issued/1", "date": date, "items": [{"amount": str(a), "bank": b, "payable": str(p)} for p, a, b in items]}

    def issue(self, run: Dict[str, Any], proposal: str, by: str = "hugo", approved: bool = True, **more: Any) -> int:
        total, first = sum(int(i["amount"]) for i in run["items"]), self.payments + 1
        self.payments += len(run["items"])
        return self.give(run, proposal, ("payable", total), ("transit", -total), by=by, approved=approved, first="FNF-P-%06d" % first, **more)

    def pay(self, date: str, *items: Tuple[int, int, str]) -> int:
        run = self.run(date, *items)
        return self.issue(run, self.propose(run))

    def accept(self, n: int, date: str, claim: int, eligible: int, envelope: str = "FORM", advance: int = 0, holdback: int = 0, **more: Any) -> int:
        """A claim accepted, all of it from what is committed."""
        postings = [p for p in (("5130", eligible, envelope), ("advances", -advance), ("holdbacks", -holdback), ("payable", advance + holdback - eligible),
                                ("C", eligible, envelope), ("S", -eligible, envelope)) if p[1]]
        return self.one(step("accepted", n, date, claim=claim, eligible=eligible, advance=advance, holdback=holdback, **more), *postings)

    def moved(self, kind: str, n: int, date: str, amount: int, debit: str, credit: str, **more: Any) -> int:
        """A step that is one entry from one use to another."""
        return self.one(step(kind, n, date, amount=amount, **more), (debit, amount), (credit, -amount))

    def undo(self, n: int, date: str, record: int) -> int:
        """A step undone, with the reversals of its entries."""
        after: List[Dict[str, Any]] = []
        for sequence, _, _, one in self.trial.book.records():
            if sequence > record and one["kind"] == "entry.posted/1" and sequence == record + len(after) + 1:
                mirror = [{**p, "amount": str(-int(p["amount"]))} for p in one["postings"]]
                after.append({**self.entry(number(one["period"][:4]), date), "reverses": one["entry"], "reason": "x", "postings": mirror})
        return self.do({**step("undone", n, date, record=record, reason="x"), "entries": [e["entry"] for e in after]}, *after)


def step(kind: str, n: int, date: str, **more: Any) -> Dict[str, Any]:
    return {"kind": "grant.%s/1" % kind, "grant": "FNF-G-%06d" % n, "date": date,
            **{name.rstrip("_"): str(value) if type(value) is int else value for name, value in more.items()}}
