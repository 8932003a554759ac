"""Section 19 at the bound of each rule: what is allowed, and what is refused a cent or a day beyond, at which record.

The fund is built in memory, record by record (grant_book.py); every posting is written by hand.
Run: python3 -m unittest discover audit/tests
"""
import os
import sys
import unittest
from typing import Any, Callable, Dict, List, Optional, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

from grant_book import CONTROLS, OTHER, ROWS, SUBJECT, Fund, begun, envelope, plan, step, year  # noqa: E402
from verifier.grantkinds import GRANT_KINDS  # noqa: E402
from verifier.kinds import GRANTED, KINDS, check_record  # noqa: E402
from verifier.words import Refused  # noqa: E402

Act = Callable[[Fund], Any]


def then(*acts: Act) -> Act:
    def act(f: Fund) -> None:
        for one in acts:
            one(f)
    return act


def do(*records: Dict[str, Any], by: str = "olga") -> Act:
    return lambda f: f.do(*records, by=by)


# ---- steps, each lawful after the ones before, with its entries as they must be

def applied(n: int = 1, recipient: str = "X-ecole", program: str = "P", date: str = "2026-05-01", **more: Any) -> Act:
    return do(step("applied", n, date, amount="120000", program=program, recipient=recipient, title="Formation", **more))


def assessed(n: int = 1, date: str = "2026-05-02", by: str = "olga") -> Act:
    return do(step("assessed", n, date, memo="", recommendation="approve"), by=by)


LINES = ((2026, 60_000, "AIDE"), (2027, 40_000, "AIDE"), (2028, 20_000))


def approved(n: int = 1, lines: Any = LINES, authority: str = "direction", date: str = "2026-05-03", by: str = "paul",
             **more: Any) -> Act:
    def act(f: Fund) -> None:
        entries = [f.entry(line[0], date, ("V", line[1], line[2]), ("R", -line[1], line[2])) for line in lines
                   if len(line) > 2 and line[1]]
        f.act(step("approved", n, date, authority=authority, instrument="D-1", plan=plan(*lines), **more), *entries, by=by)
    return act


TERMS = {name: "x" for name in ("activities", "objectives", "results", "terms")}
DUE = [{"amount": "30000", "date": "2026-05-10", "kind": "advance"}, {"amount": "30000", "date": "2027-03-31", "kind": "claim"},
       {"amount": "40000", "date": "2027-04-01", "kind": "claim"}, {"amount": "20000", "date": "2028-06-01", "kind": "final"}]


def agreement(n: int = 1, date: str = "2026-05-04", lines: Any = LINES, **more: Any) -> Dict[str, Any]:
    return step("signed", n, date, **{"begins": "2026-05-01", "ends": "2028-08-01", "plan": plan(*lines), "instalments": DUE,
                                      "contributions": [{"amount": "0", "party": "x"}], "name": "École", **TERMS, **more})


def signed(n: int = 1, date: str = "2026-05-04", by: str = "olga", **more: Any) -> Act:
    def act(f: Fund) -> None:
        entries = [f.entry(start, date, ("R", amount, "AIDE"), ("V", -amount, "AIDE"), ("V", amount, "AIDE"), ("C", -amount, "AIDE"))
                   for start, amount in ((2026, 60_000), (2027, 40_000))]
        f.act(agreement(n, date, **more), *entries, by=by)
    return act


def advanced(amount: int = 30_000, n: int = 1, date: str = "2026-05-10") -> Act:
    return lambda f: f.one(step("advanced", n, date, amount=amount), ("advances", amount), ("payable", -amount))


def claimed(number: int = 1, amount: int = 20_000, n: int = 1, date: str = "2026-06-01", **more: Any) -> Act:
    return do(step("claimed", n, date, **{"amount": amount, "claim": number, "from": "2026-05-01", "to": "2026-06-01", **more}))


def accepted(number: int = 1, eligible: int = 20_000, advance: int = 0, holdback: int = 0, date: str = "2026-06-02", n: int = 1,
             spent: Optional[int] = None, **more: Any) -> Act:
    """In 2026-2027 or 2027-2028; `spent` is what moves from committed, all of it unless there was an accrual."""
    def act(f: Fund) -> None:
        used, paid = eligible if spent is None else spent, eligible - advance - holdback
        postings = [p for p in (("5000", eligible, "AIDE"), ("advances", -advance), ("holdbacks", -holdback), ("payable", -paid),
                                ("C", used, "AIDE"), ("S", -used, "AIDE")) if p[1]]
        f.one(step("accepted", n, date, advance=advance, claim=number, eligible=eligible, holdback=holdback, **more), *postings)
    return act


def bank(f: Fund) -> None:
    f.two({"kind": "bank.set/1", "recipient": "X-ecole", "subject": SUBJECT}, {})


def find(f: Fund, kind: str, place: int = -1) -> int:
    """The sequence of a record of a kind: the last, or another."""
    return [s for s, r in enumerate(f.bundle.records, 1) if r["kind"] == kind][place]


def paying(items: List[Tuple[int, int]], date: str, first: int, account: str = SUBJECT) -> Tuple[Dict[str, Any], Dict[str, Any]]:
    record = {"kind": "payment.issued/1", "date": date, "items": [
        {"amount": str(amount), "bank": account, "payable": str(payable)} for payable, amount in items]}
    return record, {"first": "FNF-P-%06d" % first}


def paid(kind: str = "grant.advanced/1", amount: int = 30_000, date: str = "2026-05-12", account: str = SUBJECT, first: int = 0,
         place: int = -1) -> Act:
    """Pays the payable of the last record of a kind."""
    def act(f: Fund) -> None:
        f.payments += 1
        record, done = paying([(find(f, kind, place), amount)], date, first or f.payments, account)
        proposal = f.do({**record, "kind": "payment.issued.proposed/1"})
        f.do({"kind": "approval.given/1", "proposal": str(proposal)}, by="paul")
        entry = f.entry(int(date[:4]) - (date[5:7] < "04"), date, ("payable", amount), ("transit", -amount))
        f.do({**record, **done, "proposal": str(proposal), "entry": entry["entry"]}, entry)
    return act


def cleared(number: int = 1, amount: int = 30_000, date: str = "2026-05-15") -> Act:
    return lambda f: f.one({"kind": "payment.cleared/1", "date": date, "payments": ["FNF-P-%06d" % number]},
                           ("transit", amount), ("cash", -amount))


def rejected(number: int = 1, amount: int = 30_000, date: str = "2026-05-16", back: str = "transit") -> Act:
    return lambda f: f.one({"kind": "payment.rejected/1", "date": date, "payment": "FNF-P-%06d" % number, "reason": "x"},
                           (back, amount), ("payable", -amount))


def moneyed(kind: str, amount: int, date: str, debit: str, credit: str, n: int = 1, **more: Any) -> Act:
    return lambda f: f.one(step(kind, n, date, amount=amount, **more), (debit, amount), (credit, -amount))


def recovered(amount: int, date: str = "2026-07-01", n: int = 1) -> Act:
    return moneyed("recovered", amount, date, "recoverable", "advances", n, basis="advance", reason="x")


def recovered_claim(amount: int, start: int = 2026, date: str = "2026-07-01", back: Optional[int] = None, n: int = 1) -> Act:
    def act(f: Fund) -> None:
        record, given = step("recovered", n, date, amount=amount, basis="claim", reason="x", year=year(start)), amount if back is None else back
        if int(date[:4]) - (date[5:7] < "04") == start:
            f.one(record, *[p for p in (("recoverable", amount), ("5000", -amount, "AIDE"), ("S", given, "AIDE"), ("V", -given, "AIDE"))
                            if p[1]])
        else:
            f.one(record, ("recoverable", amount), ("recoveries", -amount))
    return act


def accrued(amount: int, start: int = 2026, n: int = 1, by: str = "olga", spent: Optional[int] = None, **more: Any) -> Act:
    """`spent` is what moves from committed: all, unless it takes an earlier accrual over."""
    def act(f: Fund) -> None:
        date, used = "%d-03-31" % (start + 1), amount if spent is None else spent
        budget = [("C", used, "AIDE"), ("S", -used, "AIDE")] if used else []
        first = f.entry(start, date, ("5000", amount, "AIDE"), ("accrued", -amount), *budget)
        second = f.entry(start + 1, "%d-04-01" % (start + 1), ("accrued", amount), ("5000", -amount, "AIDE"))
        f.do({**step("accrued", n, date, amount=amount, year=year(start)), "entry": first["entry"], "reversal": second["entry"], **more},
             first, second, by=by)
    return act


def freed(kind: str, held: str, date: str, *lines: Tuple[int, int], n: int = 1, **more: Any) -> Act:
    """closed, cancelled: what is held in each year goes back to available."""
    return lambda f: f.act(step(kind, n, date, **more), *(f.entry(start, min(date, "%d-03-31" % (start + 1)), (held, a, "AIDE"), ("V", -a, "AIDE"))
                                                          for start, a in lines))


def undone(kind: str, date: str, n: int = 1, place: int = -1, entries: Optional[List[Dict[str, Any]]] = None, **more: Any) -> Act:
    """Undoes the last record of a kind, with the reversals of the entries after it."""
    def act(f: Fund) -> None:
        record = find(f, kind, place)
        after = []
        for one in f.bundle.records[record:]:
            if one["kind"] != "entry.posted/1":
                break
            start = int(one["period"][:4])
            after.append(f.mirror(one, min(date, "%d-03-31" % (start + 1))))
        f.act(step("undone", n, date, record=record, reason="x", **more), *after)
    return act


def amended(date: str, lines: Any, moves: Any, n: int = 1, by: str = "olga", **more: Any) -> Act:
    """moves: (start, postings)."""
    def act(f: Fund) -> None:
        entries = [f.entry(start, min(date, "%d-03-31" % (start + 1)), *postings) for start, *postings in moves]
        f.act(step("amended", n, date, plan=plan(*lines), reason="x", **more), *entries, by=by)
    return act


def imported(amount: int = 50_000, date: str = "2026-04-10", n: int = 2, **more: Any) -> Act:
    def act(f: Fund) -> None:
        f.one(step("imported", n, date, **{"amount": amount, "envelope": "AIDE", "program": "P", "recipient": "X-ecole", "title": "x", **more}),
              ("5000", amount, "AIDE"), ("payable", -amount), ("V", amount, "AIDE"), ("S", -amount, "AIDE"))
    return act


UNTIL: Dict[str, Act] = {}
UNTIL["begun"] = lambda f: None
UNTIL["applied"] = applied()
UNTIL["assessed"] = then(UNTIL["applied"], assessed())
UNTIL["approved"] = then(UNTIL["assessed"], approved())
UNTIL["signed"] = then(UNTIL["approved"], signed())
UNTIL["advanced"] = then(UNTIL["signed"], advanced())
UNTIL["paid"] = then(bank, UNTIL["advanced"], paid())
UNTIL["claimed"] = then(UNTIL["paid"], claimed())
UNTIL["accepted"] = then(UNTIL["claimed"], accepted(1, 20_000, 5_000, 2_000))
UNTIL["settled"] = then(UNTIL["accepted"], paid("grant.accepted/1", 13_000, "2026-06-05"))
UNTIL["owed"] = then(UNTIL["settled"], recovered_claim(4_000))
UNTIL["reported"] = then(UNTIL["settled"], do(step("reported", 1, "2026-08-01", memo="")))
FUNDS: Dict[str, Fund] = {}


def fund(name: str) -> Fund:
    if name not in FUNDS:
        FUNDS[name] = begun()
        UNTIL[name](FUNDS[name])
        if FUNDS[name].refused:
            raise AssertionError("%s: %s %s" % (name, FUNDS[name].refused.sentence, FUNDS[name].refused.values))  # type: ignore
    return FUNDS[name].copy()


Row = Tuple[Any, ...]  # label, fund, what is done; where it is refused, the kind at fault


class Judged(unittest.TestCase):
    def allowed(self, *rows: Row) -> None:
        for label, name, act in rows:
            with self.subTest(label):
                f = fund(name)
                act(f)
                refused = f.refused
                self.assertIsNone(refused, refused and (refused.sentence, refused.values, refused.record,
                                                        f.bundle.read(refused.record)))
                self.assertEqual(f.budgets.unjudged, "")

    def refused(self, *rows: Row) -> None:
        for label, name, act, kind in rows:
            with self.subTest(label):
                f = fund(name)
                before = len(f.bundle.records)
                act(f)
                self.assertIsNotNone(f.refused, "nothing is refused")
                assert f.refused is not None
                said = (f.refused.sentence, f.refused.values)
                self.assertIsNone(f.books.refusal, said)
                self.assertEqual(f.bundle.read(f.refused.record)["kind"], kind, said)
                self.assertGreater(f.refused.record, before)

    def row(self, f: Fund, n: int = 1) -> Dict[str, str]:
        f.finish()
        self.assertIsNone(f.budgets.refusal)
        head, *rows = ROWS["grants.csv"]
        return dict(zip(head, rows[n - 1]))


class Forms(Judged):
    def test_every_kind_is_known_with_its_proposal(self) -> None:
        self.assertEqual(len(GRANT_KINDS), 35)
        self.assertEqual(GRANTED - GRANT_KINDS.keys(), {"bank.set.proposed/1", "grant.written-off.proposed/1", "payment.issued.proposed/1"})
        self.assertNotIn("first", KINDS["payment.issued.proposed/1"].required)
        self.assertIn("date", KINDS["payment.issued.proposed/1"].required)

    def form(self, good: Dict[str, Any], register: str = "fnf", **more: Any) -> bool:
        data = {**good, **more}
        try:
            check_record({n: v for n, v in data.items() if v is not None}, register)
            return True
        except Refused:
            return False

    def test_members(self) -> None:
        apply = step("applied", 1, "2026-05-01", amount="1", program="P", recipient="X-e", title="x")
        approve = step("approved", 1, "2026-05-01", authority="direction", entries=[], instrument="x", plan=plan((2026, 1)))
        cases: List[Tuple[Dict[str, Any], Dict[str, List[Any]], Dict[str, List[Any]]]] = [
            (apply, {"recipient": ["1112345678", "2212345678", "3312345678", "8812345678", "X-a", "X-" + "a" * 60, "X-A.b_c-9"],
                     "grant": ["FDMT-G-000001", "FNF-G-1000000", "FNF-G-999999999999"], "documents": [["a" * 64], ["a" * 64, "b" * 64]],
                     "amount": ["1", "9223372036854775807"], "title": ["x" * 200]},
             {"recipient": ["4412345678", "221234567", "22123456789", "X-", "X-" + "a" * 61, "x-a", "X-é", "X-a b", ""],
              "grant": ["FNF-G-000000", "FNF-G-00001", "FNF-G-0000001", "FNF-2026-000001", "FNF-P-000001", "FNF-G-1000000000000", None],
              "documents": [[], ["b" * 64, "a" * 64], ["a" * 64, "a" * 64], ["a"], "a" * 64],
              "amount": ["0", "-1", "9223372036854775808", "1.0", None], "date": [None, "2026-02-30"], "title": ["", "x" * 201],
              "program": ["", "-a", None], "x": ["y"]}),
            (approve, {"authority": ["commission", "conseil-du-tresor", "gouvernement"], "plan": [
                plan((2026, 0), (2027, 1)), plan((2026, 1, "E")), plan((2026, 2**63 - 2), (2027, 1)), plan(*((2026 + i, 1) for i in range(21)))],
                "entries": [["FNF-2026-000001"] * 21]},
             {"authority": ["ministre", "Direction", "", None], "plan": [
                 [], plan((2026, 0)), plan((2026, 0), (2027, 0)), plan((2027, 1), (2026, 1)), plan((2026, 1), (2026, 1)),
                 plan(*((2026 + i, 1) for i in range(22))), [{"amount": "1"}], [{"amount": "-1", "year": "2026-2027"}],
                 [{"amount": "1", "year": "2026-2027", "x": "y"}], "x", plan((2026, 2**63 - 1), (2027, 1))], "entries": [None, ["FNF-2026-000001"] * 22, ["x"]]}),
            (step("amended", 1, "2026-05-01", entries=[], plan=plan((2026, 1)), reason="x"),
             {"instalments": [DUE, [DUE[0], DUE[0]]], "ends": ["2026-05-01"], "entries": [["FNF-2026-000001"] * 42]},
             {"instalments": [[], [DUE[1], DUE[0]], [{**DUE[0], "kind": "x"}], [{**DUE[0], "amount": "0"}], [DUE[0]] * 201],
              "contributions": [[], [{"amount": "1", "party": ""}], [{"amount": "1", "party": "x"}] * 51], "reason": ["", "x" * 1001],
              "authority": ["ministre"], "entries": [["FNF-2026-000001"] * 43]}),
            ({"kind": "levy.remitted/1", "date": "2026-05-01", "entry": "FNF-2026-000001", "reference": "x",
              "parts": [{"amount": "-1", "fees": "0", "taxation_year": "2025"}]},
             {"parts": [[{"amount": "1", "fees": "0", "taxation_year": y, "final": "yes"}] for y in ("1990", "1999", "2025", "2998")]},
             {"parts": [[], [{"amount": "0", "fees": "0", "taxation_year": "2025"}], [{"amount": "1", "fees": "-1", "taxation_year": "2025"}],
                        [{"amount": "1", "fees": "0", "taxation_year": "1989"}], [{"amount": "1", "fees": "0", "taxation_year": "2999"}],
                        [{"amount": "1", "fees": "0", "taxation_year": "2025", "final": "no"}],
                        [{"amount": "1", "fees": "0", "taxation_year": y} for y in ("2026", "2025")],
                        [{"amount": "1", "fees": "0", "taxation_year": y} for y in ("2025", "2025")]]}),
            ({"kind": "payment.issued/1", "date": "2026-05-01", "entry": "FNF-2026-000001", "first": "FNF-P-000001", "proposal": "1",
              "items": [{"amount": "1", "bank": SUBJECT, "payable": "9"}]},
             {"items": [[{"amount": "1", "bank": SUBJECT, "payable": p} for p in ("9", "10")]]},
             {"items": [[], [{"amount": "0", "bank": SUBJECT, "payable": "9"}], [{"amount": "1", "bank": "x", "payable": "9"}],
                        [{"amount": "1", "bank": SUBJECT, "payable": p} for p in ("10", "9")],
                        [{"amount": "1", "bank": SUBJECT, "payable": p} for p in ("9", "9")]], "proposal": [None], "first": [None], "alone": ["yes"]}),
            ({"kind": "payment.cleared/1", "date": "2026-05-01", "entry": "FNF-2026-000001", "payments": ["FNF-P-000001"]},
             {"payments": [["FNF-P-999999", "FNF-P-1000000"]], "documents": [["a" * 64]]},
             {"payments": [[], ["FNF-P-000002", "FNF-P-000001"], ["FNF-P-000001"] * 2, ["FNF-G-000001"]], "date": [None]}),
            ({"kind": "levy.estimated/1", "date": "2026-05-01", "entry": "FNF-2026-000001", "basis": "x", "amount": "-1", "taxation_year": "2026"},
             {"amount": ["1"]}, {"amount": ["0"], "documents": [["a" * 64]]}),
            ({"kind": "control.set/1", "account": "1", "use": "payable"}, {"use": list(CONTROLS)}, {"use": ["x", ""], "date": ["2026-05-01"]}),
            ({"kind": "bank.set.proposed/1", "recipient": "X-a", "subject": SUBJECT}, {}, {"proposal": ["1"], "subject": [None, "g" * 32]}),
        ]
        for good, may, may_not in cases:
            self.assertTrue(self.form(good), good["kind"])
            for expected, table in ((True, may), (False, may_not)):
                for name, values in table.items():
                    for value in values:
                        with self.subTest(kind=good["kind"], name=name, value=str(value)[:80]):
                            self.assertEqual(self.form(good, **{name: value}), expected)
        for good in ({"kind": "recipient.added/1", "recipient": "X-a", "name": "x"}, {"kind": "recipient.changed/1", "recipient": "X-a", "name": "x"},
                     {**agreement(), "entries": []}):
            self.assertEqual([self.form(good), self.form(good, subject=SUBJECT), self.form(good, name=None), self.form(good, name=None, subject=SUBJECT)],
                             [True, False, False, True])
        amend = step("amended", 1, "2026-05-01", entries=[], plan=plan((2026, 1)), reason="x")
        both = {"authority": "direction", "instrument": "x"}
        self.assertEqual([self.form(amend), self.form(amend, **both), self.form(amend, authority="direction"), self.form(amend, instrument="x")],
                         [True, True, False, False])
        self.assertTrue(self.form(approve, "fdmt", authority="ministre"))
        self.assertFalse(self.form(approve, "fdmt", authority="commission"))
        self.assertFalse(self.form(apply, "employers"))


class Grounds(Judged):
    """19.2, 19.3."""

    def control(self, use: str, account: str) -> Dict[str, Any]:
        return {"kind": "control.set/1", "use": use, "account": account}

    def plain(self, *postings: Any) -> Act:
        return lambda f: f.do(f.entry(2025, "2025-05-01", *postings))

    def test_controls(self) -> None:
        bare = begun(controls=False)
        one = self.control("payable", "2100")
        for label, act, fault in (
                ("set", do(one), ""), ("with a balance", then(self.plain(("2100", -5), ("1000", 5)), do(one)), ""),
                ("twice", do(one, one), "control.set/1"), ("another account", do(one, self.control("payable", "2110")), "control.set/1"),
                ("another line", do(self.control("payable", "2110")), "control.set/1"),
                ("no line", do(self.control("cash", "1999")), "control.set/1"), ("no account", do(self.control("cash", "9")), "control.set/1"),
                ("a use already", do(self.control("cash", "1000"), self.control("transit", "1000")), "control.set/1"),
                ("two of a line", do(self.control("cash", "1000"), self.control("transit", "1090")), ""),
                ("a closed account", do({"kind": "account.closed/1", "account": "1090"}, self.control("transit", "1090")), "control.set/1"),
                ("closed after", do(self.control("transit", "1090"), {"kind": "account.closed/1", "account": "1090"}), "account.closed/1"),
                ("an act without its use", then(do({"kind": "program.added/1", "program": "P", "account": "5000", "norms": "none", "name": "x",
                                                    "citation": "x"}),
                 lambda f: f.one({"kind": "fee.billed/1", "date": "2025-05-01", "amount": "5", "invoice": "1", "memo": "", "payer": "x"},
                                 ("fees-receivable", 5), ("fees", -5))), "fee.billed/1")):
            with self.subTest(label):
                f = bare.copy()
                act(f)
                self.assertEqual(f.bundle.read(f.refused.record)["kind"] if f.refused else "", fault)

    def test_entries_on_closed_uses(self) -> None:
        closed = [CONTROLS[use] for use in ("payable", "holdbacks", "accrued", "advances", "recoverable", "transit", "levies-receivable",
                                            "fees-receivable", "deferred", "restricted")]
        open_ = ["3000", "1000", "4300", "4000", "4010", "4200"]
        self.allowed(*((c, "begun", self.plain((c, 5), ("1999", -5))) for c in open_))
        self.refused(*((c, "begun", self.plain((c, 5), ("1999", -5)), "entry.posted/1") for c in closed))
        bare = begun(controls=False)
        first = bare.entry(2025, "2025-05-01", ("2100", -5), ("1000", 5))
        bare.do(first)
        bare.do(self.control("payable", "2100"))
        f = bare.copy()
        f.do(f.mirror(first, "2025-05-02"))
        reversal = find(f, "entry.posted/1")
        f.do({"kind": "record.annulled/1", "record": str(reversal), "reason": "x"}, by="anne")
        self.assertIsNone(f.refused)
        f = bare.copy()
        f.do(f.entry(2025, "2025-05-01", ("2100", -5), ("1000", 5)))
        self.assertIsNotNone(f.refused)

    def test_bound_entries(self) -> None:
        def spending(account: str) -> Act:
            def act(f: Fund) -> None:
                opened = f.entry(2026, "2026-05-01", ("V", 9, "AIDE"), ("C", -9, "AIDE"))
                f.do({"kind": "commitment.opened/1", "year": year(2026), "envelope": "AIDE", "memo": "", "amount": "9", "entry": opened["entry"]}, opened)
                spent = f.entry(2026, "2026-05-01", ("5000", 9, "AIDE"), (account, -9), ("C", 9, "AIDE"), ("S", -9, "AIDE"))
                f.do({"kind": "commitment.spent/1", "commitment": opened["entry"], "amount": "9", "entry": spent["entry"]}, spent)
            return act
        self.allowed(("a commitment's spending", "begun", spending("1000")))
        self.refused(("a commitment's spending on a closed use", "begun", spending("2100"), "entry.posted/1"))
        bound = lambda f: f.bundle.read(find(f, "entry.posted/1"))  # noqa: E731
        self.refused(
            ("reversed otherwise", "advanced", lambda f: f.do(f.mirror(bound(f), "2026-06-01")), "entry.posted/1"),
            ("annulled", "advanced", lambda f: f.do({"kind": "record.annulled.proposed/1", "record": str(find(f, "entry.posted/1")),
                                                     "reason": "x"}, by="anne"), "record.annulled.proposed/1"))

        def advance(change: Dict[str, Any] = {}, postings: Any = (("advances", 5), ("payable", -5)), date: str = "2026-05-10",
                    start: int = 2026, **more: Any) -> Act:
            def act(f: Fund) -> None:
                entry = f.entry(start, date, *postings, **more)
                f.do({**step("advanced", 1, "2026-05-10", amount=5), "entry": entry["entry"], **change}, entry)
            return act
        self.allowed(("as it must be", "signed", advance()),
                     ("summed", "signed", advance({}, (("advances", 3), ("payable", -5), ("advances", 2)))),
                     ("zero left out", "signed", advance({}, (("advances", 5), ("payable", -5), ("1999", 2), ("1999", -2)))),
                     ("a later period", "signed", advance(period="2026-P13")), ("memo", "signed", advance(memo="x", reference="y")))
        self.refused(
            ("another amount", "signed", advance({}, (("advances", 6), ("payable", -6))), "entry.posted/1"),
            ("another account", "signed", advance({}, (("advances", 5), ("1999", -5))), "entry.posted/1"),
            ("a posting more", "signed", advance({}, (("advances", 5), ("payable", -5), ("1999", 2), ("1000", -2))), "entry.posted/1"),
            ("the other way", "signed", advance({}, (("advances", -5), ("payable", 5))), "entry.posted/1"),
            ("budget too", "signed", advance({}, (("advances", 5), ("payable", -5), ("V", 1, "AIDE"), ("S", -1, "AIDE"))), "entry.posted/1"),
            ("another day", "signed", advance(date="2026-05-09"), "entry.posted/1"),
            ("another year", "signed", advance(start=2027), "entry.posted/1"),
            ("another entry", "signed", advance({"entry": "FNF-2026-000099"}), "entry.posted/1"),
            ("a source", "signed", advance(source="x"), "entry.posted/1"),
            ("no entry after", "signed", do({**step("advanced", 1, "2026-05-10", amount=5), "entry": "FNF-2026-000099"}), "grant.advanced/1"),
            ("another record after", "signed", lambda f: f.do({**step("advanced", 1, "2026-05-10", amount=5), "entry": "FNF-2026-000099"},
                                                              applied_record(2)), "grant.applied/1"))

    def test_programmes_and_recipients(self) -> None:
        program = {"kind": "program.added/1", "program": "Q", "account": "5000", "norms": "none", "name": "x", "citation": "x"}
        recipient = {"kind": "recipient.added/1", "recipient": "X-b", "name": "x"}
        erased = do({"kind": "subject.erased/1", "subject": OTHER, "reason": "x"})
        bank_ = {"kind": "bank.set.proposed/1", "recipient": "X-ecole", "subject": OTHER}
        self.allowed(("a programme", "begun", do(program)), ("a name", "begun", do(recipient)),
                     ("a subject", "begun", do({"kind": "recipient.added/1", "recipient": "X-b", "subject": OTHER})),
                     ("a person", "begun", do({"kind": "recipient.added/1", "recipient": "2200000000", "subject": OTHER})),
                     ("a subject twice", "begun", do({"kind": "recipient.added/1", "recipient": "2200000000", "subject": SUBJECT})),
                     ("changed", "begun", do({"kind": "recipient.changed/1", "recipient": "X-ecole", "subject": OTHER})),
                     ("a bank", "begun", do(bank_)), ("a bank anew", "paid", lambda f: f.two(
                         {"kind": "bank.set/1", "recipient": "X-ecole", "subject": OTHER}, {})))
        self.refused(
            ("a programme twice", "begun", do(program, program), "program.added/1"),
            ("no account", "begun", do({**program, "account": "9"}), "program.added/1"),
            ("no expense", "begun", do({**program, "account": "1000"}), "program.added/1"),
            ("a closed account", "begun", do({"kind": "account.closed/1", "account": "5999"}, {**program, "account": "5999"}), "program.added/1"),
            ("a recipient twice", "begun", do(recipient, recipient), "recipient.added/1"),
            ("changed, unknown", "begun", do({**recipient, "kind": "recipient.changed/1"}), "recipient.changed/1"),
            ("a person by name", "begun", do({"kind": "recipient.added/1", "recipient": "2200000000", "name": "x"}), "recipient.added/1"),
            ("a person changed to a name", "begun", do({"kind": "recipient.changed/1", "recipient": "2212345678", "name": "x"}), "recipient.changed/1"),
            ("no such subject", "begun", do({"kind": "recipient.added/1", "recipient": "X-b", "subject": "7" * 32}), "recipient.added/1"),
            ("an erased subject", "begun", then(erased, do({"kind": "recipient.added/1", "recipient": "X-b", "subject": OTHER})), "recipient.added/1"),
            ("a bank of nobody", "begun", do({**bank_, "recipient": "X-b"}), "bank.set.proposed/1"),
            ("a bank of no subject", "begun", do({**bank_, "subject": "7" * 32}), "bank.set.proposed/1"),
            ("a bank of an erased subject", "begun", then(erased, do(bank_)), "bank.set.proposed/1"),
            ("erased before it is done", "begun", lambda f: (lambda p: (erased(f), f.do({**bank_, "kind": "bank.set/1", "proposal": str(p)})))(f.do(bank_)),
             "bank.set/1"))


def applied_record(n: int) -> Dict[str, Any]:
    return step("applied", n, "2026-05-01", amount="1", program="P", recipient="X-ecole", title="x")


class Beginning(Judged):
    """19.4, from the application to the agreement."""

    def test_numbers_programmes_recipients(self) -> None:
        self.allowed(("the next", "applied", applied(2)), ("a person", "begun", applied(1, "2212345678")),
                     ("with a document", "begun", applied(documents=["d" * 64])))
        self.refused(("a gap", "begun", applied(2), "grant.applied/1"), ("twice", "applied", applied(1), "grant.applied/1"),
                     ("of the other fund", "begun", do({**applied_record(1), "grant": "FDMT-G-000001"}), "grant.applied/1"),
                     ("no programme", "begun", applied(program="X"), "grant.applied/1"),
                     ("no recipient", "begun", applied(recipient="X-x"), "grant.applied/1"),
                     ("no document", "begun", applied(documents=["e" * 64]), "grant.applied/1"),
                     ("a step of no grant", "applied", assessed(2), "grant.assessed/1"))

    def test_what_each_state_allows(self) -> None:
        moves: Dict[str, Act] = {
            "assessed": assessed(date="2026-12-31"), "refused": do(step("refused", 1, "2026-12-31", reason="x")),
            "approved": approved(date="2026-12-31"), "signed": signed(date="2026-12-31"),
            "amended": lambda f: f.act(step("amended", 1, "2026-12-31", plan=plan(*LINES), reason="x")),
            "continued": lambda f: f.do({**step("continued", 1, "2026-12-31", envelope="AIDE", year=year(2028)), "entry": "FNF-2028-000001"}),
            "advanced": advanced(1, date="2026-12-31"), "claimed": lambda f: claimed(len(f.budgets.office.grants["FNF-G-000001"].claims) + 1,
                                                                                    1, date="2026-12-31")(f),
            "reported": do(step("reported", 1, "2026-12-31", memo="")), "repaid": moneyed("repaid", 1, "2026-12-31", "cash", "recoverable")}
        states = {
            "applied": ("applied", {"assessed", "refused"}), "assessed": ("assessed", {"assessed", "approved", "refused"}),
            "approved": ("approved", {"signed"}),
            "signed": ("signed", {"amended", "advanced", "claimed", "reported"}), "reported": ("reported", {"amended", "claimed"})}
        for label, (name, may) in states.items():
            for move, act in moves.items():
                if move == "continued" or (move, label) == ("amended", "reported"):
                    continue  # asks for more than a state
                rows = [("%s: %s" % (label, move), name, act)]
                if move in may:
                    self.allowed(*rows)
                else:
                    self.refused(*((*row, "grant.%s/1" % move) for row in rows))
        ended = {"refused": then(UNTIL["assessed"], do(step("refused", 1, "2026-05-05", reason="x"))),
                 "cancelled": then(UNTIL["assessed"], freed("cancelled", "R", "2026-05-05", reason="x"))}
        for label, until in ended.items():
            for move, act in moves.items():
                self.refused(("%s: %s" % (label, move), "begun", then(until, act), "grant.%s/1" % move))
        for name, held, lines in (("applied", "R", ()), ("approved", "R", ((2026, 60_000), (2027, 40_000))),
                                  ("signed", "C", ((2026, 60_000), (2027, 40_000)))):
            self.allowed(("cancelled when " + name, name, freed("cancelled", held, "2026-05-05", *lines, reason="x")))
        self.refused(("cancelled, nothing given back", "approved", freed("cancelled", "R", "2026-05-05", reason="x"), "grant.cancelled/1"),
                     ("cancelled, a year is missing", "approved", freed("cancelled", "R", "2026-05-05", (2026, 60_000), reason="x"), "grant.cancelled/1"),
                     ("cancelled when reported", "reported", freed("cancelled", "C", "2026-12-31", reason="x"), "grant.cancelled/1"),
                     ("refused by the wrong state", "approved", do(step("refused", 1, "2026-05-05", reason="x")), "grant.refused/1"))

    def test_dates_ascend(self) -> None:
        self.allowed(("the same day", "applied", assessed(date="2026-05-01")))
        self.refused(("the day before", "applied", assessed(date="2026-04-30"), "grant.assessed/1"),
                     ("before the step before", "assessed", approved(date="2026-05-01"), "grant.approved/1"))

    def test_authorities(self) -> None:
        def by(authority: str, total: int, program: str = "P") -> Act:
            return then(applied(program=program), assessed(), approved(lines=((2026, total - 1, "AIDE"), (2028, 1)), authority=authority))
        ranks = ["direction", "commission", "conseil-du-tresor", "gouvernement"]
        for total, program, least in ((5_000_000, "P", 0), (5_000_001, "P", 1), (99_999_999, "P", 1), (100_000_000, "P", 3),
                                      (5_000_000, "HORS", 0), (5_000_001, "HORS", 2), (99_999_999, "HORS", 2), (100_000_000, "HORS", 3)):
            for rank, authority in enumerate(ranks):
                label = "%s for %d of %s" % (authority, total, program)
                if rank >= least:
                    self.allowed((label, "begun", by(authority, total, program)))
                else:
                    self.refused((label, "begun", by(authority, total, program), "grant.approved/1"))

    def test_plans(self) -> None:
        both = approved(lines=((2026, 5, "AUTRE"), (2027, 0, "AIDE"), (2028, 7), (2046, 0)))
        self.allowed(("other lines", "assessed", both), ("by one who is both", "assessed", approved(by="otto")),
                     ("a year without control", "begun", then(applied(date="2025-05-01"), assessed(date="2025-05-02"),
                                                              approved(lines=((2025, 5),), date="2025-05-03"))),
                     ("from its own year on", "assessed", approved(lines=((2027, 5, "AIDE"),), date="2027-04-01")))
        self.refused(
            ("no envelope", "assessed", approved(lines=((2026, 5),)), "grant.approved/1"),
            ("an envelope of a year not open", "assessed", approved(lines=((2028, 0, "AIDE"),) + ((2029, 5),)), "grant.approved/1"),
            ("an envelope of a year without control", "begun", then(applied(date="2025-05-01"), assessed(date="2025-05-02"), approved(
                lines=((2025, 0, "AIDE"), (2028, 5)), date="2025-05-03")), "grant.approved/1"),
            ("an envelope that is not", "assessed", approved(lines=((2026, 0, "X"), (2028, 5))), "grant.approved/1"),
            ("a year before its own", "assessed", approved(lines=((2026, 5, "AIDE"),), date="2027-04-01"), "grant.approved/1"),
            ("more than is available", "assessed", approved(lines=((2026, 100_000_001, "AIDE"),), authority="gouvernement"), "entry.posted/1"),
            ("by the one who assessed", "begun", then(applied(), assessed(by="otto"), approved(by="otto")), "grant.approved/1"),
            ("by the one who assessed last", "assessed", then(assessed(by="otto"), approved(by="otto")), "grant.approved/1"),
            ("entries too few", "assessed", lambda f: f.act(step("approved", 1, "2026-05-03", authority="direction", instrument="x",
                                                                 plan=plan(*LINES)), by="paul"), "grant.approved/1"))
        self.allowed(("once assessed anew by another", "begun", then(applied(), assessed(by="otto"), assessed(by="olga"), approved(by="otto"))))

        def together(by: str) -> Act:
            def act(f: Fund) -> None:
                entry = f.entry(2026, "2026-05-03", ("V", 5, "AIDE"), ("R", -5, "AIDE"))
                f.do(step("assessed", 1, "2026-05-03", memo="", recommendation="approve"), step(
                    "approved", 1, "2026-05-03", authority="direction", instrument="x", plan=plan((2026, 5, "AIDE")), entries=[entry["entry"]]),
                    entry, by=by)
            return act
        self.refused(("assessed and approved in one batch", "applied", together("otto"), "grant.approved/1"))

    def test_signing(self) -> None:
        none: Dict[str, Any] = {"name": None, "subject": SUBJECT}

        def made(change: Dict[str, Any], recipient: str = "X-ecole") -> Act:
            def act(f: Fund) -> None:
                then(applied(recipient=recipient), assessed(), approved())(f)
                entries = [f.entry(start, "2026-05-04", ("R", a, "AIDE"), ("C", -a, "AIDE")) for start, a in ((2026, 60_000), (2027, 40_000))]
                record = {**agreement(), **change}
                f.act({n: v for n, v in record.items() if v is not None}, *entries)
            return act
        self.allowed(("as it is", "begun", made({})), ("a subject", "begun", made(none)), ("a person", "begun", made(none, "2212345678")),
                     ("begins and ends on a day", "begun", made({"ends": "2026-05-01"})),
                     ("one instalment a year", "begun", made({"instalments": [
                         {"amount": a, "date": d, "kind": "final"} for a, d in (("60000", "2026-04-01"), ("40000", "2028-03-31"), ("20000", "2028-04-01"))]})))
        self.refused(
            ("a person by name", "begun", made({}, "2212345678"), "grant.signed/1"),
            ("no such subject", "begun", made({**none, "subject": "7" * 32}), "grant.signed/1"),
            ("ends before it begins", "begun", made({"ends": "2026-04-30"}), "grant.signed/1"),
            ("an instalment of another year", "begun", made({"instalments": [DUE[0], {**DUE[1], "date": "2027-04-01"}, *DUE[2:]]}), "grant.signed/1"),
            ("a cent less", "begun", made({"instalments": [{**DUE[0], "amount": "29999"}, *DUE[1:]]}), "grant.signed/1"),
            ("a year without", "begun", made({"instalments": DUE[:3]}), "grant.signed/1"),
            ("a plan that lacks a year", "begun", made({"plan": plan(*LINES[:2])}), "grant.signed/1"),
            ("more than approved", "begun", made({"plan": plan(*LINES[:2], (2028, 20_001)), "instalments": [*DUE[:3], {**DUE[3], "amount": "20001"}]}),
             "grant.signed/1"))

        def smaller(f: Fund) -> None:
            """Less, from another envelope in 2026, nothing in 2027; signed in 2027, so the year 2026 ends before."""
            first = f.entry(2026, "2027-03-31", ("R", 60_000, "AIDE"), ("V", -60_000, "AIDE"))
            second = f.entry(2027, "2027-05-01", ("R", 40_000, "AIDE"), ("V", -40_000, "AIDE"), ("V", 70_000, "AUTRE"), ("C", -70_000, "AUTRE"))
            f.act(agreement(date="2027-05-01", lines=((2027, 70_000, "AUTRE"), (2028, 0)), instalments=[
                {"amount": "70000", "date": "2027-06-01", "kind": "claim"}]), first, second)
        self.allowed(("less, later", "approved", smaller))
        self.refused(("in a year before", "approved", lambda f: f.act(agreement(date="2027-05-01"), f.entry(
            2026, "2027-03-31", ("R", 60_000, "AIDE"), ("C", -60_000, "AIDE")), f.entry(2027, "2027-05-01", ("R", 40_000, "AIDE"), ("C", -40_000, "AIDE"))),
                      "grant.signed/1"),
                     ("reserved instead of committed", "approved", lambda f: f.act(agreement(), *(
                         f.entry(start, "2026-05-04", ("R", 1, "AIDE"), ("V", -1, "AIDE")) for start in (2026, 2027))), "entry.posted/1"))


class Amendments(Judged):
    def test_plans(self) -> None:
        due = [{"amount": "50000", "date": "2026-06-01", "kind": "claim"}, {"amount": "40000", "date": "2027-06-01", "kind": "claim"},
               {"amount": "20000", "date": "2028-06-01", "kind": "claim"}]
        less = ((2026, 50_000, "AIDE"), *LINES[1:])
        OVER = [{"amount": "60001", "date": "2026-06-01", "kind": "claim"}, {"amount": "39999", "date": "2027-06-01", "kind": "claim"}, DUE[3]]
        self.allowed(
            ("a year on its last day, raised", "signed", amended("2027-03-31", ((2026, 60_001, "AIDE"), (2027, 39_999, "AIDE"), LINES[2]), [
                (2026, ("C", 60_000, "AIDE"), ("V", -60_000, "AIDE"), ("V", 60_001, "AIDE"), ("C", -60_001, "AIDE")),
                (2027, ("C", 40_000, "AIDE"), ("V", -40_000, "AIDE"), ("V", 39_999, "AIDE"), ("C", -39_999, "AIDE"))], instalments=OVER)),
            ("covered advance", "accepted", amended("2026-07-01", ((2026, 45_000, "AIDE"), (2027, 75_000, "AIDE")), [
                (2026, ("C", 15_000, "AIDE"), ("V", -15_000, "AIDE")), (2027, ("V", 35_000, "AIDE"), ("C", -35_000, "AIDE"))], instalments=[
                {"amount": "45000", "date": "2026-06-01", "kind": "claim"}, {"amount": "75000", "date": "2027-06-01", "kind": "claim"}])),
            ("the same", "signed", amended("2026-06-01", LINES, [])),
            ("the same anew", "signed", amended("2026-06-01", LINES, [], instalments=DUE, ends="2026-05-01", terms="x", contributions=[
                {"amount": "5", "party": "x"}])),
            ("less", "signed", amended("2026-06-01", less, [(2026, ("C", 10_000, "AIDE"), ("V", -10_000, "AIDE"))], instalments=due)),
            ("another envelope", "signed", amended("2026-06-01", ((2026, 60_000, "AUTRE"), *LINES[1:]), [
                (2026, ("C", 60_000, "AIDE"), ("V", -60_000, "AIDE"), ("V", 60_000, "AUTRE"), ("C", -60_000, "AUTRE"))])),
            ("a year later", "signed", amended("2027-06-01", ((2027, 100_000, "AIDE"), LINES[2]), [
                (2026, ("C", 60_000, "AIDE"), ("V", -60_000, "AIDE")), (2027, ("V", 60_000, "AIDE"), ("C", -60_000, "AIDE"))],
                instalments=[{"amount": "100000", "date": "2027-06-01", "kind": "claim"}, DUE[3]])),
            ("down to what is spent", "accepted", amended("2026-07-01", ((2026, 45_000, "AIDE"),), [
                (2026, ("C", 15_000, "AIDE"), ("V", -15_000, "AIDE")), (2027, ("C", 40_000, "AIDE"), ("V", -40_000, "AIDE"))],
                instalments=[{"amount": "45000", "date": "2026-06-01", "kind": "claim"}])))
        self.refused(
            ("instalments of before", "signed", amended("2026-06-01", less, [(2026, ("C", 10_000, "AIDE"), ("V", -10_000, "AIDE"))]), "grant.amended/1"),
            ("an entry too many", "signed", amended("2026-06-01", LINES, [(2026, ("C", 1, "AIDE"), ("V", -1, "AIDE"))]), "grant.amended/1"),
            ("ends before it begins", "signed", amended("2026-06-01", LINES, [], ends="2026-04-30"), "grant.amended/1"),
            ("below what is spent", "accepted", amended("2026-07-01", ((2026, 19_999, "AIDE"), (2027, 80_000, "AIDE"), LINES[2]), [
                (2026, ("C", 40_001, "AIDE"), ("V", -40_001, "AIDE")), (2027, ("V", 40_000, "AIDE"), ("C", -40_000, "AIDE"))], instalments=[
                    {**one, "amount": amount} for one, amount in zip((DUE[0], DUE[2], DUE[3]), ("19999", "80000", "20000"))]), "grant.amended/1"),
            ("without the year", "accepted", amended("2026-07-01", LINES[1:], []), "grant.amended/1"),
            ("another envelope of what is spent", "accepted", amended("2026-07-01", ((2026, 60_000, "AUTRE"), *LINES[1:]), [
                (2026, ("C", 40_000, "AIDE"), ("V", -40_000, "AIDE"), ("V", 40_000, "AUTRE"), ("C", -40_000, "AUTRE"))]), "grant.amended/1"),
            ("below accepted and advanced", "accepted", amended("2026-07-01", ((2026, 44_999, "AIDE"),), [
                (2026, ("C", 15_001, "AIDE"), ("V", -15_001, "AIDE")), (2027, ("C", 40_000, "AIDE"), ("V", -40_000, "AIDE"))],
                instalments=[{"amount": "44999", "date": "2026-06-01", "kind": "claim"}]), "grant.amended/1"),
            ("uncovered advance", "accepted", amended("2026-07-01", ((2026, 44_999, "AIDE"), (2027, 75_001, "AIDE")), [], instalments=[
                {"amount": "44999", "date": "2026-06-01", "kind": "claim"}, {"amount": "75001", "date": "2027-06-01", "kind": "claim"}]), "grant.amended/1"),
            ("a year that is over, raised", "signed", amended("2027-04-01", ((2026, 60_001, "AIDE"), (2027, 39_999, "AIDE"), LINES[2]), [
                (2026, ("V", 1, "AIDE"), ("C", -1, "AIDE")), (2027, ("C", 1, "AIDE"), ("V", -1, "AIDE"))], instalments=OVER), "grant.amended/1"),
            ("below what is accrued", "signed", then(accrued(50_000), amended("2027-07-01", ((2026, 49_999, "AIDE"),), [], instalments=[
                {"amount": "49999", "date": "2026-06-01", "kind": "claim"}]), ), "grant.amended/1"))

    def test_more_than_approved(self) -> None:
        more = (LINES[0], LINES[1], (2028, 20_001))
        due = [*DUE[:3], {**DUE[3], "amount": "20001"}]
        given = {"authority": "direction", "instrument": "D-2", "instalments": due}
        self.allowed(("by an approver", "signed", amended("2026-06-01", more, [], by="paul", **given)),
                     ("by both", "signed", amended("2026-06-01", more, [], by="otto", **given)),
                     ("twice", "signed", then(amended("2026-06-01", more, [], by="paul", **given),
                                              amended("2026-06-01", more, []))))
        self.refused(
            ("by no approver", "signed", amended("2026-06-01", more, [], **given), "grant.amended/1"),
            ("by the one who assessed", "begun", then(applied(), assessed(by="otto"), approved(), signed(), amended(
                "2026-06-01", more, [], by="otto", **given)), "grant.amended/1"),
            ("by the one who assessed, with another key", "begun", then(applied(), assessed(by="otto"), approved(), signed(), lambda f: f.see(
                {"kind": "person.admitted/1", "person": "otto", "key": f.key_of("otto anew"), "role": "approver"}), amended(
                "2026-06-01", more, [], by="otto anew", **given)), "grant.amended/1"),
            ("without authority", "signed", amended("2026-06-01", more, [], instalments=due), "grant.amended/1"),
            ("an authority for nothing", "signed", amended("2026-06-01", LINES, [], by="paul", authority="direction", instrument="x"), "grant.amended/1"),
            ("of too low a rank", "signed", amended("2026-06-01", (LINES[0], LINES[1], (2028, 4_900_001)), [], by="paul", **{
                **given, "instalments": [*DUE[:3], {**DUE[3], "amount": "4900001"}]}), "grant.amended/1"))

    def test_continued(self) -> None:
        opened = do({"kind": "year.opened/1", "year": year(2028), "budget": "controlled"}, by="anne")

        def ready(f: Fund) -> None:
            opened(f)
            envelope(f, 2028, "AIDE", 30_000)

        def continued(start: int = 2028, amount: int = 20_000, code: str = "AIDE", date: str = "2026-06-01") -> Act:
            return lambda f: f.one(step("continued", 1, date, envelope=code, year=year(start)), ("V", amount, code), ("C", -amount, code),
                                   start=start, date=date)
        self.allowed(("early", "signed", then(ready, continued())), ("late", "signed", then(ready, continued(date="2028-05-01"))),
                     ("then amended", "signed", then(ready, continued(), amended("2026-06-02", (*LINES[:2], (2028, 20_000, "AIDE")), []))))
        self.refused(
            ("not open", "signed", lambda f: f.do({**step("continued", 1, "2026-06-01", envelope="AIDE", year=year(2028)), "entry": "FNF-2028-000001"}),
             "grant.continued/1"),
            ("twice", "signed", then(ready, continued(), continued()), "grant.continued/1"),
            ("with an envelope already", "signed", continued(2027), "grant.continued/1"),
            ("not of the plan", "signed", then(do({"kind": "year.opened/1", "year": year(2029), "budget": "controlled"}, by="anne"),
                                               lambda f: envelope(f, 2029, "AIDE", 5), continued(2029)), "grant.continued/1"),
            ("an envelope that is not", "signed", then(ready, continued(code="X")), "grant.continued/1"),
            ("another amount", "signed", then(ready, continued(amount=19_999)), "entry.posted/1"),
            ("amended without its envelope", "signed", then(ready, amended("2026-06-02", LINES, [])), "grant.amended/1"))


class Money(Judged):
    """19.4, from advances to closing."""

    def test_advances(self) -> None:
        wanted, both = "grant.advanced/1", {"date": "2027-05-10"}
        self.allowed(("all that the year commits", "signed", advanced(60_000)), ("what is left of it", "advanced", advanced(30_000)),
                     ("all that both years commit", "signed", advanced(100_000, **both)),
                     ("what is left of both", "advanced", advanced(70_000, **both)),
                     ("all of it, without control", "signed", then(OPEN, advanced(120_000, date="2028-05-10"))),
                     ("what is left, without control", "advanced", then(OPEN, advanced(90_000, date="2028-05-10"))))
        self.refused(("above what the year commits", "signed", advanced(60_001), wanted), ("above what is left of it", "advanced", advanced(30_001), wanted),
                     ("above what both commit", "signed", advanced(100_001, **both), wanted), ("above what is left of both", "advanced", advanced(70_001, **both), wanted),
                     ("a cent more", "signed", then(OPEN, advanced(120_001, date="2028-05-10")), wanted),
                     ("a cent more than is left", "advanced", then(OPEN, advanced(90_001, date="2028-05-10")), wanted),
                     ("with what is accepted", "accepted", advanced(15_001, date="2026-07-01"), wanted),
                     ("what is to come back counts", "owed", then(OPEN, advanced(71_001, date="2028-05-10")), wanted),
                     ("reported", "reported", advanced(1, date="2026-09-01"), "grant.advanced/1"))
        self.allowed(("with what is accepted", "accepted", advanced(15_000, date="2026-07-01")),
                     ("what is to come back counts", "owed", then(OPEN, advanced(71_000, date="2028-05-10"))))

    def test_claims(self) -> None:
        self.allowed(("the next", "claimed", claimed(2)), ("a day", "signed", claimed(1, **{"from": "2026-06-01"})))
        self.refused(("a gap", "claimed", claimed(3), "grant.claimed/1"), ("again", "claimed", claimed(1), "grant.claimed/1"),
                     ("to after its day", "signed", claimed(1, to="2026-06-02"), "grant.claimed/1"),
                     ("from after to", "signed", claimed(1, **{"from": "2026-06-02"}), "grant.claimed/1"))

    def test_acceptance(self) -> None:
        self.allowed(("all", "claimed", accepted()), ("less", "claimed", accepted(1, 19_999, reason="x")),
                     ("nothing", "claimed", do(step("accepted", 1, "2026-06-02", advance=0, claim=1, eligible=0, holdback=0, reason="x"))),
                     ("all from the advance", "claimed", accepted(1, 20_000, 20_000)), ("all held back", "claimed", accepted(1, 20_000, 0, 20_000)),
                     ("all three", "claimed", accepted(1, 20_000, 7_000, 3_000)),
                     ("all that is committed", "signed", then(claimed(1, 60_000), accepted(1, 60_000))),
                     ("all that is agreed", "signed", then(OPEN, advanced(90_000, date="2028-05-10"), accepted_freely(30_000))),
                     ("all but the advance", "advanced", then(claimed(1, 30_000), accepted(1, 30_000))),
                     ("the advance paid by offset", "owed", lambda f: (lambda a: then(
                         moneyed("offset", 4_000, "2026-07-02", "payable", "recoverable", payable=a), claimed(2, 4_000, date="2026-07-03"),
                         accepted(2, 4_000, 4_000, date="2026-07-03"))(f))(advanced(4_000, date="2026-07-01")(f) or find(f, "grant.advanced/1"))))
        wanted = "grant.accepted/1"
        self.refused(
            ("no such claim", "claimed", accepted(2), wanted), ("accepted already", "accepted", accepted(1, date="2026-07-01"), wanted),
            ("more than claimed", "claimed", accepted(1, 20_001), wanted), ("less without reason", "claimed", accepted(1, 19_999), wanted),
            ("a reason for all", "claimed", accepted(1, 20_000, reason="x"), wanted),
            ("an entry for nothing", "claimed", lambda f: f.do({**step("accepted", 1, "2026-06-02", advance=0, claim=1, eligible=0, holdback=0, reason="x"),
                                                                "entry": "FNF-2026-000099"}), wanted),
            ("no entry", "claimed", do(step("accepted", 1, "2026-06-02", advance=0, claim=1, eligible=1, holdback=0, reason="x")), wanted),
            ("more advance than is eligible", "claimed", accepted(1, 20_000, 15_000, 5_001), wanted),
            ("an advance not paid", "advanced", then(claimed(), accepted(1, 20_000, 1)), wanted),
            ("more advance than is paid", "paid", then(claimed(1, 40_000), accepted(1, 40_000, 30_001)), wanted),
            ("an advance whose payment came back", "claimed", then(rejected(), accepted(1, 20_000, 1)), wanted),
            ("more than is committed", "signed", then(claimed(1, 60_001), accepted(1, 60_001)), wanted),
            ("more than is agreed", "signed", then(OPEN, advanced(90_001, date="2028-05-10"), accepted_freely(30_000)), wanted),
            ("what the advance was paid on", "advanced", then(claimed(1, 30_001), accepted(1, 30_001)), wanted),
            ("in a year without envelope", "signed", then(do({"kind": "year.opened/1", "year": year(2028), "budget": "controlled"}, by="anne"),
                                                          claimed(1, 1, date="2028-05-01"), lambda f: f.do({**step(
                                                              "accepted", 1, "2028-05-01", advance=0, claim=1, eligible=1, holdback=0), "entry": "FNF-2028-000001"})), wanted),
            ("another budget", "claimed", accepted(1, 20_000, spent=19_999), "entry.posted/1"))
        self.allowed(("in a year without control, above its line", "signed", FREE))

    def test_a_payment_that_comes_back(self) -> None:
        """After its advance was used: nothing of it can be used any more, but claims are accepted without."""
        back = then(accepted(1, 20_000, 20_000), rejected(), claimed(2, date="2026-06-03"))
        self.allowed(("without", "claimed", then(back, accepted(2, date="2026-06-03"))))
        self.refused(("with a cent", "claimed", then(back, accepted(2, 20_000, 1, date="2026-06-03")), "grant.accepted/1"))

    def test_holdbacks(self) -> None:
        self.allowed(("all", "accepted", moneyed("released", 2_000, "2026-07-01", "holdbacks", "payable")))
        self.refused(("a cent more", "accepted", moneyed("released", 2_001, "2026-07-01", "holdbacks", "payable"), "grant.released/1"))

    def test_accruals(self) -> None:
        next_year = lambda eligible, spent: then(claimed(2, eligible, date="2027-05-01"), accepted(2, eligible, date="2027-05-01", spent=spent))  # noqa: E731
        self.allowed(("all that is committed", "accepted", accrued(40_000)), ("dated before the step before it", "accepted", then(
            claimed(2, 1, date="2027-04-05"), accrued(1))),
            ("used in part", "accepted", then(accrued(40_000), next_year(30_000, 0))),
            ("used up", "accepted", then(accrued(40_000), next_year(50_000, 10_000))),
            ("used up, then more", "accepted", then(accrued(40_000), next_year(30_000, 0), claimed(3, 11_000, date="2027-05-02"),
                                                   accepted(3, 11_000, date="2027-05-02", spent=1_000))),
            ("the next year too", "accepted", then(accrued(10_000), do({"kind": "year.opened/1", "year": year(2028), "budget": "none"}, by="anne"),
                                                   lambda f: accrue_then_free(f, 20_000, 10_000))),
            ("the next year, less", "accepted", then(accrued(10_000), do({"kind": "year.opened/1", "year": year(2028), "budget": "none"}, by="anne"),
                                                     lambda f: accrue_then_free(f, 5_000, 0))),
            ("used two years later", "accepted", then(accrued(10_000), FREED, claimed(2, 20_000, date="2028-05-01"), accepted(
                2, 20_000, date="2028-05-01", spent=10_000))),
            ("used after it was taken over", "accepted", then(accrued(10_000), FREED, accrued(15_000, 2027, spent=5_000), claimed(
                2, 20_000, date="2028-05-01"), accepted(2, 20_000, date="2028-05-01", spent=5_000))))
        wanted = "grant.accrued/1"
        self.refused(
            ("more than is committed", "accepted", accrued(40_001), wanted), ("twice", "accepted", then(accrued(1), accrued(1)), wanted),
            ("the next year is not open", "accepted", accrued(1, 2027), wanted),
            ("before the agreement", "signed", accrued(1, 2025), wanted),
            ("not on the last day", "accepted", accrued(1, date="2027-03-30"), wanted),
            ("of another year", "accepted", accrued(1, year=year(2027)), wanted),
            ("more than is agreed, though committed", "signed", then(FREE, accrued(60_000), lambda f: accrue_then_free(f, 90_001, 30_001)), wanted),
            ("taken over, and spent twice", "accepted", then(accrued(10_000), FREED, accrued(15_000, 2027)), "entry.posted/1"),
            ("more than is committed, above what it takes over", "accepted", then(accrued(10_000), FREED, accrued(50_001, 2027, spent=40_001)), wanted),
            ("not counted two years later", "accepted", then(accrued(10_000), FREED, claimed(2, 20_000, date="2028-05-01"), accepted(
                2, 20_000, date="2028-05-01")), "entry.posted/1"),
            ("counted twice, once taken over", "accepted", then(accrued(10_000), FREED, accrued(15_000, 2027, spent=5_000), claimed(
                2, 20_000, date="2028-05-01"), accepted(2, 20_000, date="2028-05-01", spent=0)), "entry.posted/1"),
            ("more than is agreed", "signed", then(claimed(1, 60_000), accepted(1, 60_000), claimed(2, 40_000, date="2027-05-01"),
                                                   accepted(2, 40_000, date="2027-05-01"),
                                                   do({"kind": "year.opened/1", "year": year(2028), "budget": "none"}, by="anne"),
                                                   accrued(20_001, 2027)), wanted),
            ("no envelope in the next year", "begun", then(
                applied(), assessed(), approved(lines=((2026, 60_000, "AIDE"),)), lambda f: f.act(
                    agreement(lines=((2026, 60_000, "AIDE"),), instalments=DUE[:2]), f.entry(2026, "2026-05-04", ("R", 60_000, "AIDE"), ("C", -60_000, "AIDE"))),
                accrued(5)), wanted),
            ("the reversal without envelope", "accepted", accrued_otherwise, "entry.posted/1"),
            ("not counted twice", "accepted", then(accrued(40_000), next_year(30_000, 30_000)), "entry.posted/1"))
        self.allowed(("all that is agreed", "signed", then(FREE, accrued(60_000), lambda f: accrue_then_free(f, 90_000, 30_000))))
        self.allowed(("a next year of zero", "begun", then(
            applied(), assessed(), approved(lines=((2026, 60_000, "AIDE"), (2027, 0, "AIDE"))), lambda f: f.act(
                agreement(lines=((2026, 60_000, "AIDE"), (2027, 0, "AIDE")), instalments=DUE[:2]),
                f.entry(2026, "2026-05-04", ("R", 60_000, "AIDE"), ("C", -60_000, "AIDE"))), accrued(60_000),
            claimed(1, 60_000, date="2027-04-01"), accepted(1, 60_000, date="2027-04-01", spent=0))))
        f = fund("accepted")
        then(accrued(40_000), next_year(30_000, 0))(f)
        self.assertEqual(self.row(f)["accrued_cents"], "10000")
        for amount, open_ in ((15_000, "15000"), (5_000, "5000")):
            f = fund("accepted")
            then(accrued(10_000), FREED, accrued(amount, 2027, spent=max(0, amount - 10_000)))(f)
            self.assertEqual(self.row(f)["accrued_cents"], open_)

    def test_recoveries(self) -> None:
        # 30 000 of 40 000 were accrued the year before.
        covered = then(accrued(30_000), claimed(2, 40_000, date="2027-05-01"), accepted(2, 40_000, date="2027-05-01", spent=10_000),
                       paid("grant.accepted/1", 40_000, "2027-05-02"))
        self.allowed(("all of the advance", "paid", recovered(30_000)), ("what is not used", "accepted", recovered(25_000)),
                     ("a claim", "settled", recovered_claim(18_000)),  # 13 000 paid, 5 000 of the advance
                     ("with the holdback paid", "settled", then(moneyed("released", 2_000, "2026-06-06", "holdbacks", "payable"),
                                                               paid("grant.released/1", 2_000, "2026-06-07"), recovered_claim(20_000))),
                     ("the year after", "settled", recovered_claim(18_000, date="2027-04-01")),
                     ("in parts", "settled", then(recovered_claim(10_000), recovered_claim(8_000))),
                     ("what an accrual covered, of its year", "accepted", then(covered, recovered_claim(30_000, 2026, "2027-06-01"))),
                     ("the rest, of its own year", "accepted", then(covered, recovered_claim(10_000, 2027, "2027-06-01"))),
                     ("closed", "reported", then(*CLOSING, recovered_claim(5, date="2026-09-03"))))
        wanted = "grant.recovered/1"
        self.refused(
            ("an advance not paid", "advanced", recovered(1), wanted), ("a cent more", "paid", recovered(30_001), wanted),
            ("what is used", "accepted", recovered(25_001), wanted), ("more than is paid", "settled", recovered_claim(18_001), wanted),
            ("more than is paid, in parts", "settled", then(recovered_claim(10_000), recovered_claim(8_001)), wanted),
            ("nothing is paid", "claimed", then(accepted(), recovered_claim(1)), wanted),
            ("a year with nothing accepted", "settled", recovered_claim(1, 2027, "2027-06-01"), wanted),
            ("what an accrual covered, of the year of its claim", "accepted", then(covered, recovered_claim(10_001, 2027, "2027-06-01")), wanted),
            ("a year to come", "settled", lambda f: f.one(step("recovered", 1, "2026-07-01", amount=1, basis="claim", reason="x", year=year(2027)),
                                                          ("recoverable", 1), ("recoveries", -1)), wanted),
            ("a claim without year", "settled", moneyed("recovered", 1, "2026-07-01", "recoverable", "recoveries", basis="claim", reason="x"), wanted),
            ("an advance with a year", "paid", moneyed("recovered", 1, "2026-07-01", "recoverable", "advances", basis="advance", reason="x",
                                                       year=year(2026)), wanted),
            ("as revenue in the same year", "settled", lambda f: f.one(step("recovered", 1, "2026-07-01", amount=5, basis="claim", reason="x", year=year(2026)),
                                                                       ("recoverable", 5), ("recoveries", -5)), "entry.posted/1"),
            ("as less expense the year after", "settled", lambda f: f.one(step("recovered", 1, "2027-07-01", amount=5, basis="claim", reason="x", year=year(2026)),
                                                                          ("recoverable", 5), ("5000", -5, "AIDE"), ("S", 5, "AIDE"), ("V", -5, "AIDE")), "entry.posted/1"))

    def test_debts(self) -> None:
        repaid = lambda a, date="2026-07-02": moneyed("repaid", a, date, "cash", "recoverable")  # noqa: E731

        def offset(amount: int, n: int = 1, of: str = "grant.advanced/1", place: int = -1, date: str = "2026-07-02", payable: int = 0) -> Act:
            return lambda f: moneyed("offset", amount, date, "payable", "recoverable", n, payable=payable or find(f, of, place))(f)

        def written_off(amount: int, record: Dict[str, Any] = {"envelope": "AUTRE"}, date: str = "2026-07-02", by: str = "olga", other: str = "paul",
                        done: Dict[str, Any] = {}) -> Act:
            def act(f: Fund) -> None:
                start = int(date[:4]) - (date[5:7] < "04")
                given = step("written-off", 1, date, amount=amount, reason="x", **record)
                proposal = f.do({**given, "kind": "grant.written-off.proposed/1"}, by=by)
                f.do({"kind": "approval.given/1", "proposal": str(proposal)}, by=other)
                parts = [("bad-debts", amount, "AUTRE"), ("recoverable", -amount), ("V", amount, "AUTRE"), ("S", -amount, "AUTRE")] if record else [
                    ("bad-debts", amount), ("recoverable", -amount)]
                entry = f.entry(start, date, *parts)
                f.do({**given, **done, "proposal": str(proposal), "entry": entry["entry"]}, entry, by=by)
            return act
        # Grant 1 is cancelled, its advance given back; then the bank sends it back too: it is due. Grant 2 owes 4 000.
        second = then(applied(2), assessed(2), approved(2), signed(2), advanced(5_000, 2))
        again = then(bank, UNTIL["advanced"], paid(), second, paid(amount=5_000), recovered(4_000, "2026-07-01", 2), recovered(30_000),
                     moneyed("repaid", 30_000, "2026-08-01", "cash", "recoverable"),
                     freed("cancelled", "C", "2026-08-02", (2026, 60_000), (2027, 40_000), reason="x"), rejected(date="2026-08-03"))
        self.refused(("offset before the cancellation", "begun", then(again, lambda f: moneyed(
            "offset", 4_000, "2026-08-01", "payable", "recoverable", 2, payable=find(f, "grant.advanced/1", 0))(f)), "grant.offset/1"),
            ("an offset of a cancelled grant", "signed", then(
                freed("cancelled", "C", "2026-08-02", (2026, 60_000), (2027, 40_000), reason="x"), imported(),
                offset(1, of="grant.imported/1", date="2026-08-03")), "grant.offset/1"))
        self.allowed(
            ("repaid", "owed", repaid(4_000)), ("offset by its own payable", "owed", then(advanced(4_000, date="2026-07-01"), offset(4_000))),
            ("offset in part", "owed", then(advanced(5_000, date="2026-07-01"), offset(3_999))),
            ("offset by another grant's", "owed", then(imported(), offset(4_000, of="grant.imported/1"))),
            ("offset by a cancelled grant's", "begun", then(again, offset(4_000, 2, place=0, date="2026-09-02"), paid(amount=26_000, date="2026-09-03", place=0))),
            ("such an offset, undone", "begun", then(again, offset(4_000, 2, place=0, date="2026-09-02"), undone("grant.offset/1", "2026-09-02", n=2),
                                                     paid(date="2026-09-03", place=0))),
            ("written off", "owed", written_off(4_000)), ("the rest written off", "owed", then(repaid(1_000), written_off(3_000))),
            ("offset, then the rest paid", "owed", then(imported(), offset(4_000, of="grant.imported/1"), paid("grant.imported/1", 46_000, "2026-07-03"))),
            ("in a year without control", "owed", then(do({"kind": "year.opened/1", "year": year(2028), "budget": "none"}, by="anne"),
                                                       written_off(4_000, {}, "2028-05-01"))))
        self.refused(
            ("repaid more", "owed", repaid(4_001), "grant.repaid/1"), ("written off more", "owed", written_off(4_001), "grant.written-off.proposed/1"),
            ("without envelope", "owed", written_off(1, {}), "grant.written-off.proposed/1"),
            ("with one where there is no control", "owed", then(do({"kind": "year.opened/1", "year": year(2028), "budget": "none"}, by="anne"),
                                                                 lambda f: f.do({**step("written-off", 1, "2028-05-01", amount=1, reason="x", envelope="AIDE"),
                                                                                 "kind": "grant.written-off.proposed/1"})), "grant.written-off.proposed/1"),
            ("written off before its day", "owed", written_off(1, date="2026-06-30"), "grant.written-off.proposed/1"),
            ("repaid between proposal and write-off", "owed", lambda f: (lambda p: (repaid(4_000)(f), f.do(
                {**step("written-off", 1, "2026-07-02", amount=1, reason="x", envelope="AUTRE"), "proposal": str(p), "entry": "FNF-2026-000099"})))(
                    f.do({**step("written-off", 1, "2026-07-02", amount=1, reason="x", envelope="AUTRE"), "kind": "grant.written-off.proposed/1"})),
             "grant.written-off/1"),
            ("offset more than is owed", "owed", then(imported(), offset(4_001, of="grant.imported/1")), "grant.offset/1"),
            ("offset more than is left", "owed", then(advanced(3_999, date="2026-07-01"), offset(4_000)), "grant.offset/1"),
            ("offset by what is paid", "owed", offset(1, of="grant.accepted/1"), "grant.offset/1"),
            ("offset by no payable", "owed", offset(1, payable=3), "grant.offset/1"),
            ("offset by what is to come", "owed", offset(1, payable=99_999), "grant.offset/1"),
            ("offset by another recipient's", "owed", then(
                imported(recipient="1112345678"), offset(1, of="grant.imported/1")), "grant.offset/1"),
            ("offset before the payable's last step", "owed", then(imported(date="2026-07-03"), offset(1, of="grant.imported/1")), "grant.offset/1"))

    def test_imported(self) -> None:
        self.allowed(("with control", "begun", imported(n=1)), ("without", "begun", lambda f: f.one(
            step("imported", 1, "2025-05-01", amount=5, program="P", recipient="X-ecole", title="x"), ("5000", 5), ("payable", -5))),
            ("paid and recovered", "begun", then(bank, imported(n=1), paid("grant.imported/1", 50_000, "2026-05-01"), recovered_claim(50_000))))

        def batch(*records: Any, last: bool = True) -> Act:
            def act(f: Fund) -> None:
                made: List[Dict[str, Any]] = []
                for n, record in enumerate(records, 1):
                    entry = f.entry(2026, "2026-05-01", ("5000", 5, "AIDE"), ("payable", -5), ("V", 5, "AIDE"), ("S", -5, "AIDE"))
                    made += [{**step("imported", n, "2026-05-01", amount=5, envelope="AIDE", program="P", recipient="X-ecole", title="x", **record),
                              "entry": entry["entry"]}, entry]
                done = {"kind": "import.recorded/1", "entries": str(len(records)), "file": "x", "file_sha256": "0" * 64, "known": "0", "map": {},
                        "rows": "1", "skipped": "0"}
                f.do(*made, *[done] * last)
            return act
        self.allowed(("from a file", "begun", batch({"source": "a", "row": "2"}, {"source": "b", "row": "3"})),
                     ("by hand in such a batch", "begun", batch({"source": "a"}, {})))
        self.refused(
            ("twice", "begun", batch({"source": "a"}, {"source": "a"}), "grant.imported/1"),
            ("no import", "begun", batch({"source": "a"}, last=False), "grant.imported/1"),
            ("a row, no import", "begun", batch({"row": "1"}, last=False), "grant.imported/1"),
            ("no envelope", "begun", lambda f: f.one(step("imported", 1, "2026-05-01", amount=5, program="P", recipient="X-ecole", title="x"),
                                                     ("5000", 5), ("payable", -5)), "grant.imported/1"),
            ("an envelope without control", "begun", imported(n=1, date="2025-05-01"), "grant.imported/1"),
            ("nothing to claim", "begun", then(imported(n=1), claimed()), "grant.claimed/1"))

    def test_closing(self) -> None:
        self.allowed(("closed", "reported", then(*CLOSING)), ("an accrual is let go", "reported", then(
            *CLOSING[:-1], accrued(10_000), freed("closed", "C", "2027-06-01", (2026, 30_000), (2027, 40_000)))))
        wanted = "grant.closed/1"
        close = CLOSING[-1]
        self.refused(
            ("a claim is open", "reported", then(*CLOSING[:-1], claimed(2, date="2026-09-01"), close), wanted),
            ("an advance is outstanding", "reported", then(CLOSING[1], CLOSING[2], close), wanted),
            ("something is held back", "reported", then(CLOSING[0], close), wanted),
            ("something is payable", "reported", then(CLOSING[0], CLOSING[1], close), wanted),
            ("not reported", "settled", then(*CLOSING[:-1], close), wanted),
            ("too little is given back", "reported", then(*CLOSING[:-1], freed("closed", "C", "2026-09-02", (2026, 40_000), (2027, 39_999))), "entry.posted/1"),
            ("twice", "reported", then(*CLOSING, freed("closed", "C", "2026-09-02")), wanted))
        cancel = lambda lines: freed("cancelled", "C", "2026-12-31", *lines, reason="x")  # noqa: E731
        both = ((2026, 60_000), (2027, 40_000))
        nothing = do(step("accepted", 1, "2026-06-02", advance=0, claim=1, eligible=0, holdback=0, reason="x"))
        self.allowed(("cancelled, nothing eligible", "signed", then(claimed(), nothing, cancel(both))),
                     ("cancelled, all repaid", "paid", then(recovered(30_000), moneyed("repaid", 30_000, "2026-08-01", "cash", "recoverable"), cancel(both))))
        wanted = "grant.cancelled/1"
        self.refused(
            ("cancelled, accepted", "accepted", cancel(((2026, 40_000), (2027, 40_000))), wanted),
            ("cancelled, advanced", "advanced", cancel(both), wanted), ("cancelled, claimed", "signed", then(claimed(), cancel(both)), wanted),
            ("cancelled, accrued", "signed", then(accrued(5), freed("cancelled", "C", "2027-06-01", (2026, 59_995), (2027, 40_000), reason="x")), wanted),
            ("cancelled, owed", "paid", then(recovered(30_000), cancel(both)), wanted),
            ("cancelled, payable", "paid", then(recovered(30_000), moneyed("repaid", 30_000, "2026-08-01", "cash", "recoverable"), rejected(), cancel(both)), wanted))


def accepted_freely(amount: int) -> Act:
    """Claimed and accepted in 2028-2029, a year without control, whose line is 20 000."""
    return then(claimed(1, amount, date="2028-05-11"), lambda f: f.one(
        step("accepted", 1, "2028-05-11", advance=0, claim=1, eligible=amount, holdback=0), ("5000", amount), ("payable", -amount)))


OPEN = do({"kind": "year.opened/1", "year": year(2028), "budget": "none"}, by="anne")
FREE = then(OPEN, accepted_freely(30_000))


# 2028-2029 has control, and its 20 000 are committed
FREED = then(do({"kind": "year.opened/1", "year": year(2028), "budget": "controlled"}, by="anne"), lambda f: envelope(f, 2028, "AIDE", 30_000),
             lambda f: f.one(step("continued", 1, "2026-08-01", envelope="AIDE", year=year(2028)), ("V", 20_000, "AIDE"), ("C", -20_000, "AIDE"),
                             start=2028, date="2026-08-01"))


def accrue_then_free(f: Fund, amount: int, spent: int) -> None:
    """Of 2027-2028, where the next year has no control."""
    budget = [("C", spent, "AIDE"), ("S", -spent, "AIDE")] if spent else []
    first = f.entry(2027, "2028-03-31", ("5000", amount, "AIDE"), ("accrued", -amount), *budget)
    second = f.entry(2028, "2028-04-01", ("accrued", amount), ("5000", -amount))
    f.do({**step("accrued", 1, "2028-03-31", amount=amount, year=year(2027)), "entry": first["entry"], "reversal": second["entry"]}, first, second)


def accrued_otherwise(f: Fund) -> None:
    first = f.entry(2026, "2027-03-31", ("5000", 5, "AIDE"), ("accrued", -5), ("C", 5, "AIDE"), ("S", -5, "AIDE"))
    second = f.entry(2027, "2027-04-01", ("accrued", 5), ("5000", -5, "AUTRE"))
    f.do({**step("accrued", 1, "2027-03-31", amount=5, year=year(2026)), "entry": first["entry"], "reversal": second["entry"]}, first, second)


# From reported: the rest of the advance back, the holdback released and paid, closed.
CLOSING = (then(recovered(25_000, "2026-09-01"), moneyed("repaid", 25_000, "2026-09-01", "cash", "recoverable")),
           moneyed("released", 2_000, "2026-09-01", "holdbacks", "payable"), paid("grant.released/1", 2_000, "2026-09-01"),
           freed("closed", "C", "2026-09-02", (2026, 40_000), (2027, 40_000)))


class Undone(Judged):
    """19.4: without a step, those after it must be lawful, and have the entries that they have."""

    def test_what_may_be_undone(self) -> None:
        opened = do({"kind": "year.opened/1", "year": year(2028), "budget": "controlled"}, by="anne")
        self.allowed(
            ("an advance", "advanced", undone("grant.advanced/1", "2026-05-10")),
            ("what is paid, and came back", "paid", then(rejected(), undone("grant.advanced/1", "2026-05-16"), advanced(20_000), paid(
                amount=20_000, date="2026-05-17"))),
            ("what came back twice", "paid", then(rejected(), paid(date="2026-05-20"), cleared(2, date="2026-05-21"), rejected(2, date="2026-05-22", back="cash"),
                                                  undone("grant.advanced/1", "2026-05-22"))),
            ("an agreement", "signed", undone("grant.signed/1", "2027-06-01")),
            ("and signed anew on its day", "signed", then(undone("grant.signed/1", "2027-06-01"), signed())),
            ("an approval", "approved", then(undone("grant.approved/1", "2026-05-03"), assessed(date="2026-05-03"), approved())),
            ("an assessment, of two", "applied", then(assessed(), assessed(), undone("grant.assessed/1", "2026-05-02", place=0), approved())),
            ("a refusal", "applied", then(do(step("refused", 1, "2026-05-05", reason="x")), undone("grant.refused/1", "2026-05-05"), assessed())),
            ("a cancellation", "signed", then(freed("cancelled", "C", "2026-12-31", (2026, 60_000), (2027, 40_000), reason="x"),
                                              undone("grant.cancelled/1", "2026-12-31"), advanced(date="2026-05-11"))),
            ("a closing", "reported", then(*CLOSING, undone("grant.closed/1", "2026-09-02"), claimed(2, date="2026-09-02"))),
            ("a report", "reported", then(undone("grant.reported/1", "2026-08-01"), advanced(1, date="2026-08-01"))),
            ("the last claim, and claimed anew", "claimed", then(undone("grant.claimed/1", "2026-06-01"), claimed(1, 19_000))),
            ("an acceptance, and accepted anew", "accepted", then(undone("grant.accepted/1", "2026-06-02"), accepted(1, 20_000, 1))),
            ("a release", "accepted", then(moneyed("released", 2_000, "2026-07-01", "holdbacks", "payable"), undone("grant.released/1", "2026-07-01"))),
            ("an accrual", "accepted", then(accrued(40_000), undone("grant.accrued/1", "2027-04-01"), accrued(10_000))),
            ("a recovery", "owed", then(undone("grant.recovered/1", "2026-07-01"), recovered_claim(18_000))),
            ("a repayment", "owed", then(moneyed("repaid", 1, "2026-07-02", "cash", "recoverable"), undone("grant.repaid/1", "2026-07-02"),
                                         moneyed("repaid", 4_000, "2026-07-02", "cash", "recoverable"))),
            ("an amendment", "signed", then(amended("2026-06-01", ((2026, 60_000, "AUTRE"), *LINES[1:]), [
                (2026, ("C", 60_000, "AIDE"), ("V", -60_000, "AIDE"), ("V", 60_000, "AUTRE"), ("C", -60_000, "AUTRE"))]),
                undone("grant.amended/1", "2026-06-01"), claimed(1, 60_000), accepted(1, 60_000))),
            ("an amendment before a step that does not feel it", "signed", then(
                amended("2026-06-01", (*LINES[:2], (2028, 20_000)), []), claimed(), undone("grant.amended/1", "2026-06-01"))),
            ("a continuation", "signed", then(opened, lambda f: envelope(f, 2028, "AIDE", 20_000), lambda f: f.one(
                step("continued", 1, "2026-06-01", envelope="AIDE", year=year(2028)), ("V", 20_000, "AIDE"), ("C", -20_000, "AIDE"), start=2028, date="2026-06-01"),
                undone("grant.continued/1", "2026-06-01"))),
            ("a step before years were opened", "signed", then(claimed(), opened, undone("grant.claimed/1", "2026-06-01"))),
            ("an advance between others", "advanced", then(advanced(1_000), advanced(2_000), undone("grant.advanced/1", "2026-05-10", place=1))),
            ("no date order for it, nor by it", "accepted", then(undone("grant.accepted/1", "2026-12-31"), accepted())))
        undo = "grant.undone/1"
        self.refused(
            ("what is paid", "paid", undone("grant.advanced/1", "2026-06-01"), undo),
            ("what is paid, and came back later", "paid", then(rejected(), undone("grant.advanced/1", "2026-05-15")), undo),
            ("what came back, and was paid again", "paid", then(rejected(), paid(date="2026-05-20"), undone("grant.advanced/1", "2026-06-01")), undo),
            ("what came back, and is offset", "begun", then(bank, UNTIL["owed"], advanced(9_000, date="2026-07-01"), paid(amount=9_000, date="2026-07-02"), lambda f: (
                rejected(f.payments, 9_000, "2026-07-03")(f), moneyed("offset", 4_000, "2026-07-04", "payable", "recoverable", payable=find(f, "grant.advanced/1"))(f)),
                undone("grant.advanced/1", "2026-08-01")), undo),
            ("what came back, an advance of which was used before", "paid", then(claimed(), accepted(1, 20_000, 5_000), rejected(date="2026-06-05"),
                                                                                undone("grant.advanced/1", "2026-07-01")), undo),
            ("what is accepted after", "accepted", undone("grant.claimed/1", "2026-06-02"), undo),
            ("a claim before another", "claimed", then(claimed(2), undone("grant.claimed/1", "2026-06-01", place=0)), undo),
            ("the only assessment", "approved", undone("grant.assessed/1", "2026-06-01"), undo),
            ("an approval after signing", "signed", undone("grant.approved/1", "2026-06-01"), undo),
            ("the application", "applied", undone("grant.applied/1", "2026-06-01"), undo),
            ("an import", "begun", then(imported(n=1), undone("grant.imported/1", "2026-06-01")), undo),
            ("an undone", "advanced", then(undone("grant.advanced/1", "2026-06-01"), undone("grant.undone/1", "2026-06-01")), undo),
            ("twice", "advanced", then(undone("grant.advanced/1", "2026-06-01"), undone("grant.advanced/1", "2026-06-01")), undo),
            ("the day before", "advanced", undone("grant.advanced/1", "2026-05-09"), undo),
            ("of another grant", "advanced", then(applied(2), undone("grant.advanced/1", "2026-06-01", n=2)), undo),
            ("no step", "advanced", undone("entry.posted/1", "2026-06-01"), undo),
            ("an unknown grant", "advanced", undone("grant.advanced/1", "2026-06-01", n=7), undo),
            ("an accrual that an acceptance used", "accepted", then(accrued(40_000), claimed(2, 30_000, date="2027-05-01"), accepted(
                2, 30_000, date="2027-05-01", spent=0), undone("grant.accrued/1", "2027-05-02")), undo),
            ("an accrual, in March", "accepted", entries_otherwise, undo),
            ("an amendment before another", "signed", then(
                amended("2026-06-01", ((2026, 60_000, "AUTRE"), *LINES[1:]), [
                    (2026, ("C", 60_000, "AIDE"), ("V", -60_000, "AIDE"), ("V", 60_000, "AUTRE"), ("C", -60_000, "AUTRE"))]),
                amended("2026-06-02", LINES, [(2026, ("C", 60_000, "AUTRE"), ("V", -60_000, "AUTRE"), ("V", 60_000, "AIDE"), ("C", -60_000, "AIDE"))]),
                undone("grant.amended/1", "2026-06-02", place=0)), undo),
            ("an acceptance that a release needs", "accepted", then(moneyed("released", 1, "2026-07-01", "holdbacks", "payable"),
                                                                    undone("grant.accepted/1", "2026-07-01")), undo),
            ("a recovery that is repaid", "owed", then(moneyed("repaid", 1, "2026-07-02", "cash", "recoverable"), undone("grant.recovered/1", "2026-07-02")), undo),
            ("an offset before a payment", "owed", then(imported(), lambda f: moneyed(
                "offset", 4_000, "2026-07-02", "payable", "recoverable", payable=find(f, "grant.imported/1"))(f),
                paid("grant.imported/1", 46_000, "2026-07-03"), undone("grant.offset/1", "2026-07-03")), undo))

    def test_its_entries(self) -> None:
        def otherwise(change: Callable[[Fund, List[Dict[str, Any]]], List[Dict[str, Any]]]) -> Act:
            def act(f: Fund) -> None:
                record = find(f, "grant.signed/1")
                entries = change(f, f.bundle.records[record:record + 2])
                f.act(step("undone", 1, "2026-06-01", record=record, reason="x"), *entries)
            return act
        mirrored = lambda f, e, *dates, **more: [f.mirror(one, date, **more) for one, date in zip(e, dates)]  # noqa: E731
        self.allowed(("as they must be", "signed", otherwise(lambda f, e: mirrored(f, e, "2026-06-01", "2026-06-01"))))
        self.refused(
            ("one too few", "signed", otherwise(lambda f, e: mirrored(f, e, "2026-06-01")), "grant.undone/1"),
            ("another day", "signed", otherwise(lambda f, e: mirrored(f, e, "2026-06-01", "2026-06-02")), "entry.posted/1"),
            ("another reason", "signed", otherwise(lambda f, e: mirrored(f, e, "2026-06-01", "2026-06-01", reason="y")), "entry.posted/1"),
            ("the other one", "signed", otherwise(lambda f, e: mirrored(f, e[::-1], "2026-06-01", "2026-06-01")), "entry.posted/1"),
            ("no reversals", "signed", otherwise(lambda f, e: [f.entry(2026, "2026-06-01", ("C", 60_000, "AIDE"), ("R", -60_000, "AIDE")), f.entry(
                2027, "2026-06-01", ("C", 40_000, "AIDE"), ("R", -40_000, "AIDE"))]), "entry.posted/1"))

    def test_an_offset_between_two_grants(self) -> None:
        def offset(f: Fund) -> None:
            moneyed("offset", 4_000, "2026-07-02", "payable", "recoverable", payable=find(f, "grant.imported/1"))(f)
        self.allowed(
            ("by the grant that it names", "owed", then(imported(), offset, undone("grant.offset/1", "2026-07-02"), paid("grant.imported/1", 50_000, "2026-07-03"),
                                                        moneyed("repaid", 4_000, "2026-07-03", "cash", "recoverable"))))
        self.refused(("by the other one", "owed", then(imported(), offset, undone("grant.offset/1", "2026-07-02", n=2)), "grant.undone/1"))
        f = fund("owed")
        then(imported(), offset)(f)
        self.assertEqual([self.row(f, n)[c] for n in (1, 2) for c in ("recoverable_cents", "payable_cents")], ["0", "0", "0", "46000"])
        f = fund("owed")
        then(imported(), offset, undone("grant.offset/1", "2026-07-02"))(f)
        self.assertEqual([self.row(f, n)[c] for n in (1, 2) for c in ("recoverable_cents", "payable_cents")], ["4000", "0", "0", "50000"])


def entries_otherwise(f: Fund) -> None:
    """More entries than the record has."""
    accrued(5)(f)
    record = find(f, "grant.accrued/1")
    f.act(step("undone", 1, "2027-04-01", record=record, reason="x"), f.mirror(f.bundle.read(record + 1), "2027-03-31"))


class Payments(Judged):
    def test_issue(self) -> None:
        issued, proposed = "payment.issued/1", "payment.issued.proposed/1"

        def proposing(change: Dict[str, Any]) -> Act:
            def act(f: Fund) -> None:
                item = {"amount": "30000", "bank": SUBJECT, "payable": str(find(f, "grant.advanced/1")), **change}
                f.do({"kind": proposed, "date": "2026-05-12", "items": [item]})
            return act
        ready = then(bank, UNTIL["advanced"])
        self.allowed(("proposed", "begun", then(ready, proposing({}))),
                     ("several", "begun", then(ready, advanced(7), several)),
                     ("the day of its payable", "begun", then(ready, paid(date="2026-05-10"))),
                     ("again, once it came back", "paid", then(rejected(), paid())))
        self.refused(
            ("a part", "begun", then(ready, proposing({"amount": "29999"})), proposed), ("more", "begun", then(ready, proposing({"amount": "30001"})), proposed),
            ("before its payable", "begun", then(ready, paid(date="2026-05-09")), proposed),
            ("paid already", "paid", proposing({}), proposed), ("no payable", "begun", then(ready, proposing({"payable": "5"})), proposed),
            ("undone", "begun", then(ready, undone("grant.advanced/1", "2026-05-10"), proposing({})), proposed),
            ("no bank", "advanced", proposing({}), proposed), ("another bank", "begun", then(ready, proposing({"bank": OTHER})), proposed),
            ("an erased bank", "begun", then(ready, do({"kind": "subject.erased/1", "subject": SUBJECT, "reason": "x"}), proposing({})), proposed),
            ("another number", "begun", then(ready, paid(first=2)), issued), ("of the other fund", "begun", then(ready, numbered("FDMT-P-000001")), issued),
            ("undone between", "begun", then(ready, between(undone("grant.advanced/1", "2026-05-10"))), issued),
            ("offset in part between", "begun", then(bank, UNTIL["owed"], advanced(10_000, date="2026-07-01"), between(lambda f: moneyed(
                "offset", 1, "2026-07-02", "payable", "recoverable", payable=find(f, "grant.advanced/1"))(f))), issued),
            ("another bank between", "begun", then(ready, between(lambda f: f.two({"kind": "bank.set/1", "recipient": "X-ecole", "subject": OTHER}, {}))), issued),
            ("erased between", "begun", then(ready, between(do({"kind": "subject.erased/1", "subject": SUBJECT, "reason": "x"}))), issued),
            ("from the bank's own account", "begun", then(ready, between(None, "cash")), "entry.posted/1"))

    def test_after(self) -> None:
        self.allowed(("cleared", "paid", cleared(date="2026-05-12")), ("came back", "paid", rejected(date="2026-05-12")),
                     ("cleared, then came back", "paid", then(cleared(), rejected(date="2026-05-15", back="cash"))))
        self.refused(
            ("cleared before it is issued", "paid", cleared(date="2026-05-11"), "payment.cleared/1"),
            ("came back before it is issued", "paid", rejected(date="2026-05-11"), "payment.rejected/1"),
            ("came back before it is cleared", "paid", then(cleared(), rejected(date="2026-05-14", back="cash")), "payment.rejected/1"),
            ("cleared twice", "paid", then(cleared(), cleared()), "payment.cleared/1"), ("came back twice", "paid", then(rejected(), rejected()), "payment.rejected/1"),
            ("cleared after it came back", "paid", then(rejected(), cleared(date="2026-06-01")), "payment.cleared/1"),
            ("cleared, unknown", "paid", cleared(2), "payment.cleared/1"), ("came back, unknown", "paid", rejected(2), "payment.rejected/1"),
            ("cleared, of the other fund", "paid", lambda f: f.one({"kind": "payment.cleared/1", "date": "2026-05-15", "payments": ["FDMT-P-000001"]},
                                                                  ("transit", 30_000), ("cash", -30_000)), "payment.cleared/1"),
            ("cleared with another sum", "paid", cleared(amount=29_999), "entry.posted/1"),
            ("came back from transit once cleared", "paid", then(cleared(), rejected()), "entry.posted/1"))


def several(f: Fund) -> None:
    """Two payables of one record, cleared together, the first of which came back."""
    one, other = find(f, "grant.advanced/1", -2), find(f, "grant.advanced/1")
    record, done = paying([(one, 30_000), (other, 7)], "2026-05-12", 1)
    proposal = f.do({**record, "kind": "payment.issued.proposed/1"})
    entry = f.entry(2026, "2026-05-12", ("payable", 30_007), ("transit", -30_007))
    f.do({**record, **done, "proposal": str(proposal), "entry": entry["entry"]}, entry)
    f.one({"kind": "payment.cleared/1", "date": "2026-05-15", "payments": ["FNF-P-000001", "FNF-P-000002"]}, ("transit", 30_007), ("cash", -30_007))
    rejected(1, back="cash")(f)


def numbered(first: str) -> Act:
    def act(f: Fund) -> None:
        record, _ = paying([(find(f, "grant.advanced/1"), 30_000)], "2026-05-12", 1)
        f.do({**record, "first": first, "proposal": "1", "entry": "FNF-2026-000099"})
    return act


def between(what: Optional[Act], account: str = "transit") -> Act:
    """Something happens between a payment's proposal and the payment."""
    def act(f: Fund) -> None:
        date = "2026-07-03" if any(r["kind"] == "grant.recovered/1" for r in f.bundle.records) else "2026-05-12"
        payable = find(f, "grant.advanced/1")
        amount = int(f.bundle.records[payable - 1]["amount"])
        record, done = paying([(payable, amount)], date, f.payments + 1)
        proposal = f.do({**record, "kind": "payment.issued.proposed/1"})
        if what:
            what(f)
        entry = f.entry(2026, date, ("payable", amount), (account, -amount))
        f.do({**record, **done, "proposal": str(proposal), "entry": entry["entry"]}, entry)
    return act


class Revenue(Judged):
    """19.6"""

    def estimated(self, amount: int, of: str = "2026", date: str = "2026-06-01") -> Act:
        return lambda f: f.one({"kind": "levy.estimated/1", "date": date, "amount": str(amount), "basis": "x", "taxation_year": of},
                               ("levies-receivable", amount), ("levies", -amount))

    def remitted(self, parts: List[Tuple[Any, ...]], *postings: Any, date: str = "2026-06-02", **more: Any) -> Act:
        """parts: taxation year, amount, fees, and whether it is the last."""
        made = [{"taxation_year": p[0], "amount": str(p[1]), "fees": str(p[2]), **({"final": "yes"} if p[3:] else {})} for p in parts]
        return lambda f: f.one({"kind": "levy.remitted/1", "date": date, "parts": made, "reference": "x", **more}, *postings)

    def test_levies(self) -> None:
        both = then(self.estimated(100), self.estimated(50, "2024"))
        fees = {"envelope": "AIDE"}
        self.allowed(
            ("less, down to nothing", "begun", then(self.estimated(100), self.estimated(-100))),
            ("as estimated", "begun", then(self.estimated(100), self.remitted([("2026", 100, 0)], ("cash", 100), ("levies-receivable", -100)))),
            ("more", "begun", then(self.estimated(100), self.remitted([("2026", 130, 0)], ("cash", 130), ("levies-receivable", -100), ("levies", -30)))),
            ("less", "begun", then(self.estimated(100), self.remitted([("2026", 60, 0)], ("cash", 60), ("levies-receivable", -60)))),
            ("less, and the last", "begun", then(self.estimated(100), self.remitted([("2026", 60, 0, 1)], ("cash", 60), ("levies-receivable", -100), ("levies", 40)))),
            ("given back", "begun", then(self.estimated(100), self.remitted([("2026", -10, 0)], ("cash", -10), ("levies", 10)))),
            ("given back, and the last", "begun", then(self.estimated(100), self.remitted([("2026", -10, 0, 1)], ("cash", -10), ("levies-receivable", -100), ("levies", 110)))),
            ("of the year before", "begun", self.remitted([("2025", 10, 0)], ("cash", 10), ("levies", -10))),
            ("of two years before", "begun", self.remitted([("2024", 10, 0)], ("cash", 10), ("levies-adjusted", -10))),
            ("all for fees", "begun", self.remitted([("2026", 4, 4)], ("5200", 4, "AIDE"), ("levies", -4), ("V", 4, "AIDE"), ("S", -4, "AIDE"), **fees)),
            ("with fees", "begun", then(both, self.remitted([("2024", 60, 4), ("2026", 100, 3)], ("cash", 153), ("5200", 7, "AIDE"), ("levies-receivable", -150),
                                                            ("levies-adjusted", -10), ("V", 7, "AIDE"), ("S", -7, "AIDE"), **fees))),
            ("with fees, without control", "begun", self.remitted([("2025", 60, 4)], ("cash", 56), ("5200", 4), ("levies", -60), date="2025-06-01")))
        remitted, estimated, entry = "levy.remitted/1", "levy.estimated/1", "entry.posted/1"
        self.refused(
            ("of the next year", "begun", self.remitted([("2027", 10, 0)], ("cash", 10), ("levies-adjusted", -10)), remitted),
            ("an estimate of the next year", "begun", self.estimated(10, "2027"), estimated),
            ("more fees than levies", "begun", self.remitted([("2026", 4, 5)], ("cash", -1), ("5200", 5, "AIDE"), ("levies", -4), **fees), remitted),
            ("below nothing", "begun", then(self.estimated(100), self.estimated(-101)), estimated),
            ("below what is left", "begun", then(self.estimated(100), self.remitted([("2026", 60, 0)], ("cash", 60), ("levies-receivable", -60)), self.estimated(-41)), estimated),
            ("of another year", "begun", then(self.estimated(100), self.estimated(-1, "2025")), estimated),
            ("fees without envelope", "begun", self.remitted([("2026", 60, 4)], ("cash", 56), ("5200", 4), ("levies", -60)), remitted),
            ("an envelope without fees", "begun", self.remitted([("2026", 60, 0)], ("cash", 60), ("levies", -60), **fees), remitted),
            ("an envelope without control", "begun", self.remitted([("2025", 60, 4)], ("cash", 56), ("5200", 4), ("levies", -60), date="2025-06-01", **fees), remitted),
            ("not taken of what is receivable", "begun", then(self.estimated(100), self.remitted([("2026", 60, 0)], ("cash", 60), ("levies", -60))), entry),
            ("the last, and the rest is left", "begun", then(self.estimated(100), self.remitted([("2026", 60, 0, 1)], ("cash", 60), ("levies-receivable", -60))), entry),
            ("of the year before, as adjusted", "begun", self.remitted([("2025", 10, 0)], ("cash", 10), ("levies-adjusted", -10)), entry),
            ("of two years before, as of now", "begun", self.remitted([("2024", 10, 0)], ("cash", 10), ("levies", -10)), entry),
            ("fees from no budget", "begun", self.remitted([("2026", 60, 4)], ("cash", 56), ("5200", 4, "AIDE"), ("levies", -60), **fees), entry))

    def earmarked(self, basis: str, amount: int = 100, date: str = "2026-06-01", **more: Any) -> Act:
        money = [("cash", amount), ("4900", -amount), ("unrestricted", amount), ("restricted", -amount)] if basis == "own-law" else [
            ("cash", amount), ("deferred", -amount)]
        record = {"kind": "revenue.earmarked/1", "account": "4900", "amount": str(amount), "basis": basis, "citation": "x", "date": date, "envelope": "BREF",
                  "expires": "2027-03-31", "memo": "", "year": year(2026), **more}
        return then(lambda f: envelope(f, 2026, "BREF", 5, expires="2027-03-31"),
                    lambda f: f.one(record, *money, ("A", amount, record["envelope"]), ("V", -amount, record["envelope"])))

    def released(self, cause: str, amount: int, *postings: Any, date: str = "2026-07-01", **more: Any) -> Act:
        return lambda f: f.one({"kind": "revenue.released/1", "amount": str(amount), "cause": cause, "date": date,
                                "earmark": str(find(f, "revenue.earmarked/1")), **more}, *postings)

    def test_earmarks(self) -> None:
        own, outside = self.earmarked("own-law"), self.earmarked("outside")
        place = {"envelope": "AIDE", "year": year(2027)}
        away = [("V", 100, "AIDE"), ("A", -100, "AIDE")]
        freed_ = [("restricted", 100), ("unrestricted", -100)]
        given = [("deferred", 100), ("cash", -100)]
        here = {"envelope": "BREF", "year": year(2026)}
        self.allowed(
            ("of own law", "begun", own), ("of outside", "begun", outside), ("on its last day", "begun", self.earmarked("own-law", date="2027-03-31")),
            ("longer than its envelope", "begun", self.earmarked("outside", expires="2029-01-01")),
            ("own, used the same day", "begun", then(own, self.released("used", 100, *freed_, date="2026-06-01"))),
            ("own, used in parts", "begun", then(own, self.released("used", 40, ("restricted", 40), ("unrestricted", -40)),
                                                self.released("used", 60, ("restricted", 60), ("unrestricted", -60)))),
            ("own, expired", "begun", then(own, self.released("expired", 100, *freed_, *away, date="2027-04-01", **place))),
            ("outside, used", "begun", then(outside, self.released("used", 100, ("deferred", 100), ("4900", -100)))),
            ("outside, returned", "begun", then(outside, self.released("returned", 100, *given, ("V", 100, "BREF"), ("A", -100, "BREF"), **here))))
        mark, release, entry = "revenue.earmarked/1", "revenue.released/1", "entry.posted/1"
        self.refused(
            ("no revenue account", "begun", self.earmarked("own-law", account="5000"), mark), ("no account", "begun", self.earmarked("own-law", account="9"), mark),
            ("of another year", "begun", self.earmarked("own-law", year=year(2027), envelope="AIDE"), mark),
            ("a year without control", "begun", self.earmarked("own-law", date="2025-06-01", year=year(2025)), mark),
            ("an envelope that never expires", "begun", self.earmarked("own-law", envelope="AIDE"), mark),
            ("an envelope that expires later", "begun", self.earmarked("own-law", expires="2027-03-30"), mark),
            ("expired already", "begun", then(lambda f: envelope(f, 2026, "CLOS", 5, expires="2026-05-31"), self.earmarked(
                "own-law", expires="2026-05-31", envelope="CLOS")), mark),
            ("no envelope", "begun", self.earmarked("own-law", envelope="X"), mark),
            ("a cent more", "begun", then(own, self.released("used", 101, ("restricted", 101), ("unrestricted", -101))), release),
            ("a cent more, in parts", "begun", then(own, self.released("used", 100, *freed_), self.released("used", 1, ("restricted", 1), ("unrestricted", -1))), release),
            ("released before it came", "begun", then(own, self.released("used", 1, ("restricted", 1), ("unrestricted", -1), date="2026-05-31")), release),
            ("not an earmark", "begun", then(own, self.released("used", 1, ("restricted", 1), ("unrestricted", -1), earmark="3")), release),
            ("expired on its last day", "begun", then(own, self.released("expired", 100, *freed_, ("V", 100, "BREF"), ("A", -100, "BREF"), date="2027-03-31", **here)), release),
            ("outside, expired", "begun", then(outside, self.released("expired", 100, *given, *away, date="2027-04-01", **place)), release),
            ("own, returned", "begun", then(own, self.released("returned", 100, *freed_, **here)), release),
            ("used, with an envelope", "begun", then(own, self.released("used", 100, *freed_, envelope="BREF")), release),
            ("used, with a year", "begun", then(own, self.released("used", 100, *freed_, year=year(2026))), release),
            ("returned without", "begun", then(outside, self.released("returned", 100, *given)), release),
            ("returned without year", "begun", then(outside, self.released("returned", 100, *given, envelope="BREF")), release),
            ("returned of another year", "begun", then(outside, self.released("returned", 100, *given, *away, **place)), release),
            ("expired, its budget kept", "begun", then(own, self.released("expired", 100, *freed_, date="2027-04-01", **place)), entry))

    def test_fees(self) -> None:
        billed = lambda f: f.one({"kind": "fee.billed/1", "amount": "50", "date": "2026-06-01", "invoice": "F-1", "memo": "", "payer": "x"},  # noqa: E731
                                 ("fees-receivable", 50), ("fees", -50))

        def received(amount: int, invoice: str = "F-1", date: str = "2026-06-01") -> Act:
            return lambda f: f.one({"kind": "fee.received/1", "amount": str(amount), "date": date, "invoice": invoice},
                                   ("cash", amount), ("fees-receivable", -amount))
        self.allowed(("all", "begun", then(billed, received(50))), ("in parts", "begun", then(billed, received(20), received(30))))
        self.refused(("billed twice", "begun", then(billed, billed), "fee.billed/1"), ("more", "begun", then(billed, received(51)), "fee.received/1"),
                     ("more in parts", "begun", then(billed, received(50), received(1)), "fee.received/1"),
                     ("before it is billed", "begun", then(billed, received(1, date="2026-05-31")), "fee.received/1"),
                     ("no invoice", "begun", received(1, "F-2"), "fee.received/1"))


class Files(Judged):
    def test_grants(self) -> None:
        f = fund("owed")
        then(imported(), applied(3, "2212345678", date="2026-07-01"), applied(4), assessed(4), approved(4), lambda f: f.do(
            {"kind": "recipient.changed/1", "recipient": "X-ecole", "name": "Nouveau nom"}))(f)
        self.assertEqual(self.row(f), {
            "grant": "FNF-G-000001", "program": "P", "recipient": "X-ecole", "name": "École", "title": "Formation", "state": "signed",
            "applied": "2026-05-01", "signed": "2026-05-04", "requested_cents": "120000", "approved_cents": "120000", "agreement_cents": "120000",
            "accepted_cents": "20000", "advanced_cents": "30000", "advance_used_cents": "5000", "held_back_cents": "2000", "payable_cents": "0",
            "paid_cents": "43000", "accrued_cents": "0", "recovered_cents": "4000", "recoverable_cents": "4000", "reserved_cents": "0",
            "committed_cents": "80000", "spent_cents": "16000"})
        self.assertEqual(ROWS["grants.csv"][2], tuple(
            "FNF-G-000002,P,X-ecole,Nouveau nom,x,imported,2026-04-10,,50000,50000,50000,50000,0,0,0,50000,0,0,0,0,0,0,50000".split(",")))
        self.assertEqual(ROWS["grants.csv"][3], tuple(
            "FNF-G-000003,P,2212345678,,Formation,applied,2026-07-01,,120000,0,0,0,0,0,0,0,0,0,0,0,0,0,0".split(",")))
        self.assertEqual(ROWS["grants.csv"][4], tuple(
            "FNF-G-000004,P,X-ecole,Nouveau nom,Formation,approved,2026-05-01,,120000,120000,0,0,0,0,0,0,0,0,0,0,100000,0,0".split(",")))
        self.assertEqual(len(ROWS["grants.csv"]), 5)

    def test_states(self) -> None:
        for name, act, columns in (
                ("reported", then(*CLOSING), {"state": "closed", "agreement_cents": "120000", "committed_cents": "0", "spent_cents": "20000",
                                              "recovered_cents": "25000", "paid_cents": "45000", "held_back_cents": "0"}),
                ("approved", freed("cancelled", "R", "2026-05-05", (2026, 60_000), (2027, 40_000), reason="x"), {
                    "state": "cancelled", "approved_cents": "120000", "agreement_cents": "0", "reserved_cents": "0"}),
                ("signed", undone("grant.signed/1", "2026-06-01"), {"state": "approved", "name": "École, dite « E »", "signed": "", "reserved_cents": "100000",
                                                                   "committed_cents": "0", "agreement_cents": "0"}),
                ("approved", undone("grant.approved/1", "2026-06-01"), {"state": "assessed", "approved_cents": "0", "reserved_cents": "0"}),
                ("accepted", then(accrued(40_000), undone("grant.accrued/1", "2027-04-01")), {"accrued_cents": "0", "spent_cents": "20000", "committed_cents": "80000"})):
            f = fund(name)
            act(f)
            self.assertIsNone(f.refused)
            row = self.row(f)
            self.assertEqual({column: row[column] for column in columns}, columns)

    def test_payments_and_levies(self) -> None:
        f = fund("begun")
        then(bank, UNTIL["advanced"], advanced(7), several)(f)
        f.payments = 2
        paid(amount=30_000, date="2026-06-01", place=-2)(f)
        revenue = Revenue()
        then(revenue.estimated(100), revenue.estimated(-30), revenue.remitted([("2024", 10, 0), ("2026", 50, 0)], (
            "cash", 60), ("levies-receivable", -50), ("levies-adjusted", -10)), revenue.remitted([("2026", 5, 2)], ("cash", 3), ("5200", 2, "AIDE"), (
                "levies-receivable", -5), ("V", 2, "AIDE"), ("S", -2, "AIDE"), envelope="AIDE"))(f)
        self.row(f)
        one, other = find(f, "grant.advanced/1", -2), find(f, "grant.advanced/1")
        first, second = find(f, "payment.issued/1", -2), find(f, "payment.issued/1")
        self.assertEqual(ROWS["payments.csv"], [tuple("payment,record,payable,grant,recipient,amount_cents,date,state,state_date".split(",")), *(
            tuple(map(str, row)) for row in (
                ("FNF-P-000001", first, one, "FNF-G-000001", "X-ecole", 30_000, "2026-05-12", "rejected", "2026-05-16"),
                ("FNF-P-000002", first, other, "FNF-G-000001", "X-ecole", 7, "2026-05-12", "cleared", "2026-05-15"),
                ("FNF-P-000003", second, one, "FNF-G-000001", "X-ecole", 30_000, "2026-06-01", "issued", "2026-06-01")))])
        self.assertEqual(ROWS["levies.csv"], [("taxation_year", "estimated_cents", "remitted_cents", "fees_cents", "receivable_cents"),
                                              ("2024", "0", "10", "0", "0"), ("2026", "70", "55", "2", "15")])

    def test_control_accounts_are_their_subledgers(self) -> None:
        """What the accounts of closed uses hold at the end is what grants.csv says."""
        for name in ("accepted", "settled", "owed", "reported"):
            f = fund(name)
            accrued(1_000)(f)
            row = self.row(f)
            balance = {use: f.books.accounts[code].debit - f.books.accounts[code].credit for use, code in CONTROLS.items()}
            self.assertEqual(-balance["payable"], int(row["payable_cents"]))
            self.assertEqual(-balance["holdbacks"], int(row["held_back_cents"]))
            self.assertEqual(balance["recoverable"], int(row["recoverable_cents"]))
            self.assertEqual(balance["advances"], int(row["advanced_cents"]) - int(row["advance_used_cents"]))


if __name__ == "__main__":
    unittest.main()
