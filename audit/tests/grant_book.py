"""A fund built record by record in memory, without signatures, judged as it grows by books and budgets. For tests only.

Nothing here reckons what an act gives: a test writes the postings of each entry by hand.
"""
import contextlib
import copy
import os
import sys
from typing import Any, Dict, Iterator, List, Optional, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(HERE), os.path.join(os.path.dirname(HERE), "tampered")]

import forge  # noqa: E402
from verifier import books as books_module  # noqa: E402
from verifier import budgets as budgets_module  # noqa: E402
from verifier import office as office_module  # noqa: E402
from verifier.budgets import Budgets  # noqa: E402
from verifier.judge import Record  # noqa: E402
from verifier.kinds import check_record  # noqa: E402
from verifier.lines import Tree  # noqa: E402
from verifier.words import Refused  # noqa: E402

Posting = Tuple[Any, ...]  # account, amount, and an envelope where there is one

ACCOUNTS = {  # code -> class, line
    "2100": ("liability", "fl-grants-payable"), "2110": ("liability", "fl-holdbacks"), "2120": ("liability", "fl-accrued-grants"),
    "1300": ("asset", "fa-advances-to-recipients"), "1310": ("asset", "fa-recoverable-from-recipients"),
    "1090": ("asset", "fa-cash"), "1200": ("asset", "fa-levies-receivable"), "1210": ("asset", "fa-fees-receivable"),
    "2200": ("liability", "fl-deferred-revenue"), "3100": ("net-assets", "na-restricted"), "3000": ("net-assets", "na-unrestricted"),
    "1000": ("asset", "fa-cash"), "4300": ("revenue", "rev-recoveries"), "5300": ("expense", "exp-bad-debts"),
    "4000": ("revenue", "rev-levies"), "4010": ("revenue", "rev-levies"), "5200": ("expense", "exp-collection-fees"),
    "4200": ("revenue", "rev-fees"), "5000": ("expense", "exp-grants"), "5001": ("expense", "exp-grants"),
    "4900": ("revenue", "rev-gifts"), "1999": ("asset", None), "5999": ("expense", None),
    "A": ("authorised", None), "V": ("available", None), "R": ("reserved", None), "C": ("committed", None), "S": ("spent", None)}
CONTROLS = {"payable": "2100", "holdbacks": "2110", "accrued": "2120", "advances": "1300", "recoverable": "1310", "transit": "1090",
            "levies-receivable": "1200", "fees-receivable": "1210", "deferred": "2200", "restricted": "3100",
            "unrestricted": "3000", "cash": "1000", "recoveries": "4300", "bad-debts": "5300", "levies": "4000",
            "levies-adjusted": "4010", "collection-fees": "5200", "fees": "4200"}
FUND = "FNF"
ROWS: Dict[str, List[Tuple[Any, ...]]] = {}  # of the derived files that the judges last wrote


class Recorder:
    """Stands for Derived: keeps the rows that the records give."""

    def __init__(self, bundle: Any, name: str) -> None:
        self.rows = ROWS[name] = []

    def put(self, fields: Any) -> None:
        self.rows.append(tuple(map(str, fields)))

    def end(self) -> None: ...

    def __deepcopy__(self, memory: Any) -> "Recorder":
        return self


@contextlib.contextmanager
def recording() -> Iterator[None]:
    """Derived files are kept in ROWS, not compared."""
    modules: Tuple[Any, ...] = (books_module, budgets_module, office_module)
    before = [module.Derived for module in modules]
    for module in modules:
        module.Derived = Recorder
    try:
        yield
    finally:
        for module, derived in zip(modules, before):
            module.Derived = derived


class Memory:
    """Stands for Bundle."""
    register, budgeted, granted = "fnf", True, True

    def __init__(self) -> None:
        self.records: List[Dict[str, Any]] = []
        self.first = {"register": "fnf", "kind": "register.created/1"}

    def read(self, sequence: int) -> Dict[str, Any]:
        return self.records[sequence - 1]


class Fund:
    """A book that grows. `by` names who seals: anne (founder), olga (finance-officer), paul, petra (approver), otto (both)."""

    def __init__(self) -> None:
        self.bundle = Memory()
        with recording():
            self.books = books_module.Books(self.bundle)  # type: ignore[arg-type]
        self.budgets = Budgets(self.bundle, self.books)  # type: ignore[arg-type]
        self.numbers: Dict[int, int] = {}
        self.grants = self.payments = 0
        self.refused: Optional[Refused] = None

    def copy(self) -> "Fund":
        return copy.deepcopy(self)

    # ---- records

    def see(self, data: Dict[str, Any]) -> None:
        self.bundle.records.append(data)
        if self.refused is not None:
            return
        record = Record(len(self.bundle.records), b"", data, Tree(), b"")
        if data["kind"] not in ("batch.sealed/1", "register.created/1", "person.admitted/1", "role.granted/1",
                                "subject.opened/1", "subject.erased/1", "document.added/1"):
            check_record(dict(data), "fnf")
        for judge in (self.books, self.budgets):
            judge.try_see(record)
            self.refused = self.refused or judge.refusal

    def seal(self, by: str = "olga") -> None:
        self.see({"kind": "batch.sealed/1", "key": self.key_of(by), "siblings": []})

    def key_of(self, person: str) -> str:
        return "key of " + person

    def found(self, *rest: Dict[str, Any]) -> None:
        """The first records."""
        self.see(self.bundle.first)
        for person, role in (("anne", "founder"), *HELD):
            self.see({"kind": "person.admitted/1", "person": person, "key": self.key_of(person), "role": role})
        self.see({"kind": "role.granted/1", "person": "otto", "role": "approver"})
        for record in rest:
            self.see(record)
        self.seal("anne")

    def finish(self) -> None:
        """Fills ROWS."""
        with recording():
            self.budgets.try_finish()

    def do(self, *records: Dict[str, Any], by: str = "olga") -> int:
        """A batch; returns the sequence of its first record."""
        first = len(self.bundle.records) + 1
        for record in records:
            self.see(record)
        self.seal(by)
        return first

    # ---- entries

    def entry(self, start: int, date: str, *postings: Posting, period: Optional[str] = None, **more: Any) -> Dict[str, Any]:
        self.numbers[start] = self.numbers.get(start, 0) + 1
        month = (int(date[5:7]) - 4) % 12 + 1 if date >= "%d-04-01" % start and date <= "%d-03-31" % (start + 1) else 1
        return {"kind": "entry.posted/1", "entry": "%s-%d-%06d" % (FUND, start, self.numbers[start]), "date": date,
                "period": period or "%d-P%02d" % (start, month), "memo": "", "reference": "",
                "postings": [{"account": CONTROLS.get(p[0], p[0]), "amount": str(p[1]), **({"envelope": p[2]} if len(p) > 2 else {})}
                             for p in postings], **more}

    def mirror(self, record: Dict[str, Any], date: str, reason: str = "x", **more: Any) -> Dict[str, Any]:
        """A reversal of an entry."""
        made = self.entry(int(record["period"][:4]), date)
        return {**made, "reverses": record["entry"], "reason": reason, "postings": [
            {**p, "amount": str(-int(p["amount"]))} for p in record["postings"]], **more}

    def act(self, record: Dict[str, Any], *entries: Dict[str, Any], by: str = "olga") -> int:
        """A record with `entries`, and them."""
        return self.do({**record, "entries": [e["entry"] for e in entries]}, *entries, by=by)

    def one(self, record: Dict[str, Any], *postings: Posting, start: int = 0, date: str = "", by: str = "olga", **more: Any) -> int:
        """A record with `entry`, and it: on its own day, or on another."""
        day = date or record["date"]
        start = start or int(day[:4]) - (day[5:7] < "04")
        entry = self.entry(start, day, *postings, **more)
        return self.do({**record, "entry": entry["entry"]}, entry, by=by)

    def two(self, record: Dict[str, Any], done: Dict[str, Any], *entries: Dict[str, Any], by: str = "olga", other: str = "paul") -> int:
        """Proposed, approved, done; returns the sequence of what is done."""
        proposal = self.do({**record, "kind": record["kind"].replace("/", ".proposed/")}, by=by)
        self.do({"kind": "approval.given/1", "proposal": str(proposal)}, by=other)
        return self.do({**record, **done, "proposal": str(proposal)}, *entries, by=by)


HELD = (("olga", "finance-officer"), ("paul", "approver"), ("petra", "approver"), ("otto", "finance-officer"))


class Sealed(Fund):
    """The same with real seals, by forge.py: it can be written as a bundle. anne and benoit are its founders."""

    def __init__(self) -> None:
        super().__init__()
        names = ("anne", "benoit", "recovery", "ledger-fnf") + tuple(person for person, _ in HELD)
        self.keys = {name: forge.Key.named(name) for name in names}
        self.maker = forge.Maker(self.keys)

    def key_of(self, person: str) -> str:
        return self.keys[person].public

    def found(self, *rest: Dict[str, Any]) -> None:
        self.maker.create("fnf", ["anne", "benoit"], list(rest))
        for person, role in HELD:
            self.maker.two("fnf", "anne", "benoit", self.maker.admission("fnf", person, role))
        self.maker.two("fnf", "anne", "benoit", {"kind": "role.granted/1", "person": "otto", "role": "approver"})
        for batch in self.maker.books["fnf"].batches:
            for record in batch.content:
                self.see(record)
            self.see({"kind": "batch.sealed/1", **batch.seal})

    def do(self, *records: Dict[str, Any], by: str = "olga") -> int:
        self.maker.books["fnf"].append(list(records), self.keys[by], self.maker.time())
        return super().do(*records, by=by)

    def write(self, path: str) -> str:
        """An export, whose derived files of section 19 are as the judges say; returns the ledger's key, in a file beside it."""
        self.finish()
        for name in ("grants.csv", "payments.csv", "levies.csv"):
            self.maker.books["fnf"].files[name] = b"".join(forge.row(*row) for row in ROWS[name])
        self.maker.export("fnf", "anne", path)
        with open(path + ".pem", "wb") as file:
            file.write(forge.public_pem(self.keys["ledger-fnf"].public))
        return path + ".pem"


def begun(controlled: Tuple[int, ...] = (2026, 2027), uncontrolled: Tuple[int, ...] = (2025,), controls: bool = True,
          fund: Optional[Fund] = None) -> Fund:
    """Persons, chart, years, envelopes AIDE and AUTRE of 1 000 000.00 in each year with control, controls, a programme, recipients."""
    fund = fund or Fund()
    fund.found(*({"kind": "account.opened/1", "account": code, "class": class_, "name": code, **({"line": line} if line else {})}
                 for code, (class_, line) in ACCOUNTS.items()),
               *({"kind": "year.opened/1", "year": year(start), "budget": "controlled" if start in controlled else "none"}
                 for start in controlled + uncontrolled))
    for start in controlled:
        for code in ("AIDE", "AUTRE"):
            envelope(fund, start, code, 100_000_000)
    fund.do({"kind": "subject.opened/1", "subject": SUBJECT, "fields": {"x": "0" * 64}},
            {"kind": "subject.opened/1", "subject": OTHER, "fields": {"x": "0" * 64}},
            {"kind": "document.added/1", "sha256": "d" * 64, "name": "x", "size": "1", "type": "x"})
    if controls:
        fund.do(*({"kind": "control.set/1", "use": use, "account": account} for use, account in CONTROLS.items()))
        fund.do({"kind": "program.added/1", "program": "P", "account": "5000", "norms": "approved", "name": "x", "citation": "x"},
                {"kind": "program.added/1", "program": "HORS", "account": "5001", "norms": "none", "name": "x", "citation": "x"},
                {"kind": "recipient.added/1", "recipient": "X-ecole", "name": "École, dite « E »"},
                {"kind": "recipient.added/1", "recipient": "2212345678", "subject": SUBJECT},
                {"kind": "recipient.added/1", "recipient": "1112345678", "name": "Usine"})
    return fund


SUBJECT, OTHER = "5" * 32, "6" * 32


def envelope(fund: Fund, start: int, code: str, amount: int, **more: Any) -> None:
    fund.one({"kind": "envelope.opened/1", "year": year(start), "envelope": code, "amount": str(amount), "name": code,
              "attributes": {}, **more}, ("A", amount, code), ("V", -amount, code), start=start, date="%d-04-01" % start)


def year(start: int) -> str:
    return "%d-%d" % (start, start + 1)


def plan(*lines: Tuple[Any, ...]) -> List[Dict[str, str]]:
    """(start, amount, envelope)."""
    return [{"year": year(line[0]), "amount": str(line[1]), **({"envelope": line[2]} if len(line) > 2 else {})} for line in lines]


def step(kind: str, grant: int, date: str, **more: Any) -> Dict[str, Any]:
    return {"kind": "grant.%s/1" % kind, "grant": "%s-G-%06d" % (FUND, grant), "date": date,
            **{n.rstrip("_"): str(v) if type(v) is int else v for n, v in more.items()}}
