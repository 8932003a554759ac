"""Section 20 at the bound of each rule: what is allowed, what is refused a day, a state or a scope beyond, by which verdict, at which record.

Registers are built in memory with real keys and seals (service_book.py); every count is reckoned by hand.
Run: python3 -m unittest discover audit/tests
"""
import datetime
import os
import sys
import unittest
from typing import Any, Dict, List, Optional, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

from service_book import (A, B, C, DOCUMENT, KEYS, MEASURES, SOLE, Book, defined, employer, joined, of, opened, started, step,  # noqa: E402
                          subject, world)
from verifier.kinds import SERVED, check_record  # noqa: E402
from verifier.servicekinds import later  # noqa: E402
from verifier.words import Refused  # noqa: E402

Records = Tuple[Dict[str, Any], ...]
WORLD = world()
F, AU = "figures", "authorship"


def said(book: Book, first: int) -> Dict[str, int]:
    """Verdict -> which record of the last batch, from 1."""
    return {name: record - first + 1 for name, (record, _) in book.refused.items()}


class Case(unittest.TestCase):
    def judged(self, book: Book, expected: Dict[str, int], *records: Dict[str, Any], by: str = "anne", at: str = "") -> None:
        """One more batch; what comes of it, in a copy."""
        book = book.copy()
        first = book.do(*records, by=by, at=at)
        self.assertEqual(said(book, first), expected, book.refused)

    def holds(self, book: Book, *records: Dict[str, Any], by: str = "anne", at: str = "") -> None:
        self.judged(book, {}, *records, by=by, at=at)

    def fails(self, book: Book, *records: Dict[str, Any], by: str = "anne", at: str = "", verdict: str = F) -> None:
        """The last one is refused."""
        self.judged(book, {verdict: len(records)}, *records, by=by, at=at)


def after(*batches: Any, book: Optional[Book] = None) -> Book:
    """A copy of a book with lawful records, each a batch by anne."""
    book = (book or WORLD).copy()
    for record in batches:
        book.do(record, by="anne")
    assert not book.refused, book.refused
    return book


# ---- agreements

def drafted(number: int = 1, date: str = "2026-04-10", apprentice: int = 1, neq: str = A, office: str = "M1", standard: str = "std-a", **more: Any) -> Dict[str, Any]:
    return step("drafted", date, number, apprentice=subject(apprentice), employer=neq, office=office, standard=standard, **more)


def signed(number: int = 1, date: str = "2026-04-20", signatures: Tuple[str, str, str] = ("2026-04-15", "2026-04-16", "2026-04-17"),
           begins: str = "2026-04-20", ends: str = "2027-04-19", companion: int = 2, **more: Any) -> Dict[str, Any]:
    return step("signed", date, number, apprentice_signed=signatures[0], employer_signed=signatures[1], service_signed=signatures[2],
                begins=begins, ends=ends, companion=subject(companion), hours=40, **more)


def learnt(module: str, date: str = "2026-05-02", companion: int = 2, **more: Any) -> Dict[str, Any]:
    return step("learnt", date, module=module, companion=subject(companion), **more)


STARTED, TWO = step("started", "2026-05-01"), [learnt("A"), learnt("B")]
CHECKED_A = step("checked", "2026-05-03", modules=["A"])
SUSPENDED = step("suspended", "2026-05-10", reason="x")
LIVES: Dict[str, List[Dict[str, Any]]] = {
    "draft": [drafted()], "signed": [drafted(), signed()], "under way": [drafted(), signed(), STARTED, *TWO, CHECKED_A]}
LIVES["suspended"] = LIVES["under way"] + [SUSPENDED]
FULL = LIVES["under way"] + [learnt("C", "2026-05-03"), step("checked", "2026-05-04", modules=["B", "C"])]
COMPLETED, RECOGNISED = step("completed", "2026-05-20", certificate="x"), step("recognised", "2026-05-20", attestation="x")
ENDED, ANNULLED = step("ended", "2026-05-20", cause="other", reason="x"), step("annulled", "2026-05-20", reason="x")
LIVES.update({"full": FULL, "completed": FULL + [COMPLETED], "recognised": LIVES["under way"] + [RECOGNISED], "ended": LIVES["signed"] + [ENDED],
              "annulled": LIVES["draft"] + [ANNULLED]})
STEPS = {"signed": signed(date="2026-05-20"), "started": step("started", "2026-05-20"), "learnt": learnt("C", "2026-05-20"),
         "checked": step("checked", "2026-05-20", modules=["B"]), "changed": step("changed", "2026-05-20", companion=subject(3)),
         "suspended": step("suspended", "2026-05-20", reason="x"), "resumed": step("resumed", "2026-05-20", ends="2027-05-01"),
         "completed": COMPLETED, "recognised": RECOGNISED, "ended": ENDED, "annulled": ANNULLED}
ALLOWED = {
    "draft": "signed changed annulled", "signed": "started changed ended annulled",
    "under way": "learnt checked changed suspended recognised ended annulled", "full": "changed suspended completed ended annulled",
    "suspended": "resumed checked changed recognised ended annulled", "completed": "annulled", "recognised": "annulled", "ended": "annulled",
    "annulled": ""}


class Agreements(Case):
    def setUp(self) -> None:
        self.at = {state: after(*life) for state, life in LIVES.items()} if not STATES else STATES
        STATES.update(self.at)

    def test_every_step_from_every_state(self) -> None:
        self.assertEqual(ALLOWED.keys(), self.at.keys())
        for state, book in self.at.items():
            for short, record in STEPS.items():
                with self.subTest(state=state, step=short):
                    (self.holds if short in ALLOWED[state].split() else self.fails)(book, record)

    def test_states_after(self) -> None:
        for state, shown in (("draft", "draft"), ("signed", "signed"), ("under way", "under-way"), ("suspended", "suspended"), ("completed", "completed"),
                             ("recognised", "recognised"), ("ended", "ended"), ("annulled", "annulled")):
            self.assertEqual(self.at[state].copy().finish()["agreements.csv"][0][8], shown)
        self.assertEqual(after(step("resumed", "2026-05-20", ends="2027-05-01"), book=self.at["suspended"]).finish()["agreements.csv"], [
            ("AGR-2026-000001", str(WORLD.next), A, A, "M1", "06", "std-a", "com-a", "under-way", "2026-04-10", "2026-04-17", "2026-04-20", "2027-05-01", "3", "2", "1")])

    def test_a_step_is_not_before_the_one_before(self) -> None:
        self.fails(self.at["under way"], step("suspended", "2026-05-02", reason="x"))
        self.fails(self.at["under way"], step("annulled", "2026-05-02", reason="x"))
        self.holds(self.at["under way"], step("suspended", "2026-05-03", reason="x"))

    def test_drafts(self) -> None:
        closed = after(of("employer.closed", "2026-04-02", employer=B, reason="x"))
        merged = after(of("employer.merged", "2026-04-02", employer=A, into=B, reason="x"))
        closed_later = after(of("employer.closed", "2026-04-02", employer=B, reason="x"), book=merged)
        for label, book, record, lawful in (
                ("lawful", WORLD, drafted(), True), ("with a companion", WORLD, drafted(companion=subject(2), establishment=1), True),
                ("number 2", WORLD, drafted(2), False), ("of another year", WORLD, drafted(date="2026-03-31"), False),
                ("its own companion", WORLD, drafted(companion=subject(1)), False), ("erased", WORLD, drafted(apprentice=9), False),
                ("never opened", WORLD, drafted(apprentice=10), False), ("companion erased", WORLD, drafted(companion=subject(9)), False),
                ("unknown employer", WORLD, drafted(neq="1119999999"), False), ("unknown office", WORLD, drafted(office="XX"), False),
                ("closed office", WORLD, drafted(office="Z1"), False), ("unknown standard", WORLD, drafted(standard="std-z"), False),
                ("closed establishment", WORLD, drafted(establishment=2), False), ("establishment of another", WORLD, drafted(neq=B, establishment=1), False),
                ("closed employer", closed, drafted(neq=B), False), ("merged employer", merged, drafted(neq=A), True),
                ("merged into a closed one", closed_later, drafted(neq=A), False), ("open already", self.at["draft"], drafted(2), False),
                ("open already, under way", self.at["suspended"], drafted(2, "2026-06-01"), False), ("another standard", self.at["draft"], drafted(2, standard="std-x"), True),
                ("another apprentice", self.at["draft"], drafted(2, apprentice=2), True), ("after the end of one", self.at["ended"], drafted(2), True),
                ("after it was annulled", self.at["annulled"], drafted(2), True), ("unknown document", WORLD, drafted(documents=["e" * 64]), False),
                ("known document", WORLD, drafted(documents=[DOCUMENT]), True)):
            with self.subTest(label):
                (self.holds if lawful else self.fails)(book, record)

    def test_signatures_and_lengths(self) -> None:
        for label, record, lawful in (
                ("on the day of the draft", signed(signatures=("2026-04-10",) * 3), True), ("before the draft", signed(signatures=("2026-04-10", "2026-04-09", "2026-04-10")), False),
                ("on the day", signed(signatures=("2026-04-15", "2026-04-16", "2026-04-20")), True), ("after it", signed(signatures=("2026-04-21",) * 3, begins="2026-04-21"), False),
                ("begins before the latest", signed(begins="2026-04-16"), False), ("begins with it", signed(begins="2026-04-17"), True),
                ("three months", signed(ends="2026-07-19"), True), ("a day less", signed(ends="2026-07-18"), False),
                ("36 months", signed(ends="2029-04-20"), True), ("a day more", signed(ends="2029-04-21"), False),
                ("February", signed(begins="2026-11-30", ends="2027-02-27"), True), ("February, a day less", signed(begins="2026-11-30", ends="2027-02-26"), False),
                ("itself for companion", signed(companion=1), False), ("erased companion", signed(companion=9), False)):
            with self.subTest(label):
                (self.holds if lawful else self.fails)(self.at["draft"], record)

    def test_terms_at_the_end_of_days(self) -> None:
        """A bound beyond 2999-12-31 is none: three months from October 1 are the last there are."""
        def sign(begins: str, ends: str) -> Dict[str, Any]:
            return signed(date=begins, signatures=(begins,) * 3, begins=begins, ends=ends)
        for begins, ends, lawful in (("2999-09-30", "2999-12-29", True), ("2999-09-30", "2999-12-28", False), ("2999-10-01", "2999-12-31", True), ("2999-10-01", "2999-12-30", False),
                                     ("2999-10-02", "2999-10-02", True), ("2999-12-31", "2999-12-31", True), ("2997-01-01", "2999-12-31", True), ("2996-12-30", "2999-12-31", False)):
            with self.subTest(begins=begins, ends=ends):
                (self.holds if lawful else self.fails)(self.at["draft"], sign(begins, ends))
        book = after(sign("2999-10-02", "2999-12-31"), book=self.at["draft"])
        self.holds(book, step("changed", "2999-10-02", ends="2999-10-02"))
        book = after(step("started", "2999-10-02"), step("suspended", "2999-10-03", reason="x"), book=book)
        self.holds(book, step("resumed", "2999-10-04", ends="2999-10-04"))
        self.holds(book, step("resumed", "2999-10-04", ends="2999-12-31"))
        self.fails(book, step("resumed", "2999-10-04", ends="2999-10-03"))

    def test_signed_with_an_employer_that_is_closed(self) -> None:
        close = of("employer.closed", "2026-04-15", employer=A, reason="x")
        closed = after(close, book=self.at["draft"])
        self.fails(closed, signed())
        self.holds(after({**close, "kind": "employer.reopened/1"}, book=closed), signed())
        self.holds(after(step("changed", "2026-04-16", employer=B, office="Q1"), book=closed), signed())
        merged = after(of("employer.merged", "2026-04-15", employer=A, into=B, reason="x"), book=self.at["draft"])
        self.holds(merged, signed())
        self.fails(after({**close, "employer": B}, book=merged), signed())

    def test_annulling_a_closed_one_leaves_the_open_one(self) -> None:
        """One of the same apprentice and standard is drafted after an end; the one that ended is annulled: the other stays open."""
        for state in ("ended", "completed", "recognised"):
            with self.subTest(state):
                book = after(drafted(2, "2026-05-21"), step("annulled", "2026-05-22", reason="x"), book=self.at[state])
                self.fails(book, drafted(3, "2026-05-23"))
                self.holds(after(step("annulled", "2026-05-23", 2, reason="x"), book=book), drafted(3, "2026-05-23"))

    def test_starts(self) -> None:
        book = after(drafted(), signed(begins="2026-04-25", ends="2026-08-01"))
        for date, lawful in (("2026-04-24", False), ("2026-04-25", True), ("2026-08-01", True), ("2026-08-02", False)):
            with self.subTest(date):
                (self.holds if lawful else self.fails)(book, step("started", date))

    def test_modules(self) -> None:
        book = self.at["under way"]
        self.fails(book, learnt("D", "2026-05-20"))
        self.fails(book, learnt("A", "2026-05-20"))
        self.fails(book, learnt("C", "2026-05-20", companion=3))
        self.fails(book, step("checked", "2026-05-20", modules=["A"]))
        self.fails(book, step("checked", "2026-05-20", modules=["B", "C"]))
        self.holds(after(step("changed", "2026-05-20", companion=subject(3)), book=book), learnt("C", "2026-05-20", companion=3))
        self.fails(after(drafted(), signed(), STARTED, *TWO), RECOGNISED)  # none checked
        # the standard set anew changes nothing for an agreement drafted before
        anew = after(of("standard.set", standard="std-a", name="x", committee="com-b", modules=[{"module": "D", "name": "D"}]), book=book)
        self.holds(anew, learnt("C", "2026-05-20"))
        self.fails(anew, learnt("D", "2026-05-20"))

    def test_changes(self) -> None:
        under = self.at["under way"]
        for label, book, members, lawful in (
                ("nothing", under, {}, False), ("documents alone", under, {"documents": [DOCUMENT]}, False), ("employer alone", under, {"employer": B}, False),
                ("office alone", under, {"office": "Q1"}, False), ("both", under, {"employer": B, "office": "Q1"}, True), ("a closed office", under, {"employer": B, "office": "Z1"}, True),
                ("establishment alone", under, {"establishment": 1}, False), ("with its employer", under, {"employer": A, "office": "M1", "establishment": 1}, True),
                ("another's", under, {"employer": B, "office": "M1", "establishment": 1}, False), ("hours", under, {"hours": 21}, True),
                ("hours of a draft", self.at["draft"], {"hours": 21}, False), ("end of a draft", self.at["draft"], {"ends": "2027-01-01"}, False),
                ("three months", under, {"ends": "2026-07-19"}, True), ("a day less", under, {"ends": "2026-07-18"}, False), ("end today", under, {"ends": "2026-05-20"}, False),
                ("36 months", under, {"ends": "2029-04-20"}, True), ("a day more", under, {"ends": "2029-04-21"}, False),
                ("itself for companion", under, {"companion": subject(1)}, False),
                ("closed employer", after(of("employer.closed", "2026-05-01", employer=B, reason="x"), book=under), {"employer": B, "office": "Q1"}, False)):
            with self.subTest(label):
                (self.holds if lawful else self.fails)(book, step("changed", "2026-05-20", **members))
        late = after(step("changed", "2026-09-01", hours=30), book=under)
        self.holds(late, step("changed", "2026-09-02", ends="2026-09-02"))
        self.fails(late, step("changed", "2026-09-02", ends="2026-09-01"))
        moved = after(step("changed", "2026-05-20", employer=B, office="Q1"), book=under).finish()["agreements.csv"][0]
        self.assertEqual(moved[2:6], (B, B, "Q1", "03"))

    def test_suspensions(self) -> None:
        book = self.at["suspended"]  # since 2026-05-10
        for date, ends, lawful in (("2026-05-20", "2026-07-18", False), ("2026-05-20", "2026-07-19", True), ("2026-05-20", "2029-04-30", True), ("2026-05-20", "2029-05-01", False),
                                   ("2026-08-20", "2026-08-19", False), ("2026-08-20", "2026-08-20", True)):
            with self.subTest(date=date, ends=ends):
                (self.holds if lawful else self.fails)(book, step("resumed", date, ends=ends))
        twice = after(step("resumed", "2026-05-20", ends="2029-04-30"), step("suspended", "2026-06-01", reason="x"), book=book)
        self.holds(twice, step("resumed", "2026-06-06", ends="2029-05-05"))
        self.fails(twice, step("resumed", "2026-06-06", ends="2029-05-06"))
        # a change has no days on top
        resumed = after(step("resumed", "2026-05-20", ends="2029-04-30"), book=book)
        self.fails(resumed, step("changed", "2026-05-21", ends="2029-04-21"))

    def test_participations(self) -> None:
        book = after(joined(1, "2026-04-10"), joined(2, "2026-04-10", 1))
        ended = of("participation.ended", "2026-05-01", participation="PAR-2026-000001", result="achieved")
        annulled = of("participation.annulled", "2026-05-01", participation="PAR-2026-000001", reason="x")
        self.holds(book, ended, annulled)
        self.fails(book, annulled, annulled)
        self.fails(book, ended, ended)
        self.fails(book, annulled, ended)
        self.holds(book, {**ended, "date": "2026-04-10"})
        self.fails(book, {**ended, "date": "2026-04-09"})
        self.fails(book, {**ended, "participation": "PAR-2026-000003"})
        for members in ({"office": "Z1"}, {"office": "XX"}, {"programme": "prog-z"}, {"participant": 9}, {"participant": 10}, {"employer": "1119999999"}, {"number": 4}):
            with self.subTest(members):
                self.fails(book, joined(**{"number": 3, "date": "2026-04-10", **members}))
        self.fails(after(of("employer.closed", "2026-05-01", employer=B, reason="x")), joined(1, "2026-05-02", employer=B))


STATES: Dict[str, Book] = {}


# ---- lists, employers, interventions, committees

class Lists(Case):
    def test_offices_and_catalogues(self) -> None:
        office = of("office.set", office="M1", region="06", name="y")
        self.holds(WORLD, office)
        self.fails(WORLD, {**office, "region": "07"})
        reopened = after(of("office.set", office="Z1", region="06", name="x"))
        self.holds(reopened, started(1, "2026-04-01", office="Z1"))
        catalogue = of("catalogue.adopted", catalogue="C2", citation="x", from_="2026-05-01", measures=MEASURES[:1])
        self.holds(WORLD, catalogue)
        self.fails(WORLD, {**catalogue, "catalogue": "C1"})
        self.fails(WORLD, {**catalogue, "from": "2020-04-01"})
        book = after(catalogue)
        self.holds(book, started(1, "2026-04-30", measure="formation"))
        self.fails(book, started(1, "2026-05-01", measure="formation"))
        self.holds(book, started(1, "2026-05-01"))
        self.fails(book, started(1, "2020-03-31", year=2019))

    def test_what_is_named_is_known(self) -> None:
        self.fails(WORLD, of("programme.set", programme="p", citation="x", name="x", name_en="x", nature="strategy", committee="com-z"))
        self.fails(WORLD, of("standard.set", standard="s", name="x", committee="com-z", modules=[{"module": "A", "name": "A"}]))

    def test_employers(self) -> None:
        new = "1110000009"
        for label, record, lawful in (
                ("new", employer(new), True), ("known", employer(A), False), ("its office", employer(new, office="M2"), True),
                ("an office elsewhere", employer(new, office="Q1"), False), ("a closed office", employer(new, office="Z1"), False),
                ("subject", employer(new, subject=subject(1)), False), ("22 with a name", employer("2210000009", form="sole-proprietor"), False),
                ("22 with a subject", employer("2210000009", form="sole-proprietor", subject=subject(1)), True),
                ("22, erased", employer("2210000009", form="sole-proprietor", subject=subject(9)), False), ("contact", employer(new, contact=subject(1)), True),
                ("contact erased", employer(new, contact=subject(9)), False), ("22 otherwise", employer("2210000009", form="corporation", subject=subject(1)), False),
                ("11 sole", employer(new, form="sole-proprietor"), False), ("11 partnership", employer(new, form="partnership"), False), ("11 public", employer(new, form="public-body"), False),
                ("33", employer("3310000009", form="association"), True), ("33 otherwise", employer("3310000009"), False), ("88", employer("8810000009", form="public-body"), True),
                ("other names", employer(new, other_names=["y"]), True), ("other names of 22", employer("2210000009", form="sole-proprietor", subject=subject(1), other_names=["y"]), False),
                ("88 otherwise", employer("8810000009", form="other"), False), ("band", employer(new, form="band-council"), True)):
            with self.subTest(label):
                (self.holds if lawful else self.fails)(WORLD, record)
        both = {**employer(new), "subject": subject(1)}
        neither = {n: v for n, v in employer(new).items() if n != "name"}
        self.fails(WORLD, both)
        self.fails(WORLD, neither)

    def test_changes_mergers_closures(self) -> None:
        change = of("employer.changed", "2026-04-05", employer=A)
        for label, members, lawful in (
                ("nothing", {}, False), ("name", {"name": "y"}, True), ("unknown", {"employer": "1119999999", "name": "y"}, False), ("day before", {"name": "y", "date": "2026-03-31"}, False),
                ("office of the region", {"office": "M2"}, True), ("office elsewhere", {"office": "Q1"}, False), ("with its region", {"office": "Q1", "region": "03"}, True),
                ("office of the region before", {"office": "M1", "region": "03"}, False), ("form", {"form": "cooperative"}, True), ("form otherwise", {"form": "partnership"}, False),
                ("subject of 11", {"subject": subject(1)}, False), ("name of 22", {"employer": SOLE, "name": "y"}, False), ("subject of 22", {"employer": SOLE, "subject": subject(2)}, True),
                ("subject erased", {"employer": SOLE, "subject": subject(9)}, False), ("other names", {"other_names": ["y"]}, True),
                ("other names of 22", {"employer": SOLE, "other_names": ["y"]}, False)):
            with self.subTest(label):
                (self.holds if lawful else self.fails)(WORLD, {**change, **members})
        away = after({**change, "region": "03"}).finish()["employers.csv"][0]
        self.assertEqual(away, (A, "E " + A, "corporation", "31", "03", "", "12", "open", "", "41"))
        close = of("employer.closed", "2026-04-05", employer=A, reason="x")
        reopen, merge = {**close, "kind": "employer.reopened/1"}, of("employer.merged", "2026-04-05", employer=A, into=B, reason="x")
        closed, merged = after(close), after(merge)
        for label, book, record, lawful in (
                ("closed twice", closed, close, False), ("reopened", closed, reopen, True), ("reopened when open", WORLD, reopen, False), ("change of a closed", closed, {**change, "name": "y"}, False),
                ("establishment of a closed", closed, of("establishment.set", "2026-04-05", employer=A, establishment=3, region="06"), False),
                ("intervention of a closed", closed, started(1, "2026-04-05"), False), ("merger of a closed", closed, merge, False), ("into a closed", closed, {**merge, "employer": B, "into": A}, False),
                ("merged twice", merged, {**merge, "into": C}, False), ("into itself", WORLD, {**merge, "into": A}, False), ("into an unknown", WORLD, {**merge, "into": "1119999999"}, False),
                ("into a merged", merged, {**merge, "employer": C, "into": A}, False), ("change of a merged", merged, {**change, "name": "y"}, False), ("closure of a merged", merged, close, False),
                ("intervention of a merged", merged, started(1, "2026-04-05", establishment=1), True), ("establishment of a merged", merged, of("establishment.set", "2026-04-05", employer=A, establishment=3, region="06"), True),
                ("establishment of the other", merged, started(1, "2026-04-05", neq=B, establishment=1), False), ("a merger is a record of both", merged, {**close, "employer": B, "date": "2026-04-04"}, False),
                ("merged before its record", after({**change, "employer": B, "name": "y", "date": "2026-04-06"}), merge, False)):
            with self.subTest(label):
                (self.holds if lawful else self.fails)(book, record)
        chain = after(merge, {**merge, "employer": B, "into": C}).finish()["employers.csv"]
        self.assertEqual([(row[7], row[8]) for row in chain], [("merged", C), ("merged", C), ("open", ""), ("open", "")])

    def test_establishments(self) -> None:
        record = of("establishment.set", "2026-04-05", employer=A, establishment=1, region="06")
        self.holds(WORLD, {**record, "region": "03", "office": "Q1"})
        self.fails(WORLD, {**record, "office": "Q1"})
        self.fails(WORLD, {**record, "office": "Z1"})
        self.fails(WORLD, {**record, "employer": "1119999999"})

    def test_interventions(self) -> None:
        parts = [{"party": "employer", "amount": str(2**63 - 1)}, {"party": "service", "amount": "0"}]
        for label, record, lawful in (
                ("lawful", started(1, "2026-04-01", establishment=1, agent="nobody", grant="FNF-G-000001", contributions=parts), True), ("number", started(2, "2026-04-01"), False),
                ("another year", started(1, "2026-03-31"), False), ("its year", started(1, "2026-03-31", year=2025), True), ("closed establishment", started(1, "2026-04-01", establishment=2), False),
                ("unknown office", started(1, "2026-04-01", office="XX"), False), ("closed office", started(1, "2026-04-01", office="Z1"), False), ("unknown measure", started(1, "2026-04-01", measure="x"), False),
                ("ends alone", started(1, "2026-04-01", ends="2026-04-02"), False), ("result alone", started(1, "2026-04-01", result="achieved"), False),
                ("both", started(1, "2026-04-01", ends="2026-04-01", result="achieved"), True), ("ends before", started(1, "2026-04-01", ends="2026-03-31", result="achieved"), False),
                ("sum", started(1, "2026-04-01", contributions=[parts[0], {"party": "service", "amount": "1"}]), False)):
            with self.subTest(label):
                (self.holds if lawful else self.fails)(WORLD, record)
        end = of("intervention.ended", "2026-04-10", intervention="INT-2026-000001", result="achieved")
        annul = of("intervention.annulled", "2026-04-10", intervention="INT-2026-000001", reason="x")
        book = after(started(1, "2026-04-05"))
        self.holds(book, end, annul)
        self.fails(book, end, end)
        self.fails(book, annul, annul)
        self.fails(book, annul, end)
        self.fails(book, {**end, "date": "2026-04-04"})
        self.fails(book, {**end, "intervention": "INT-2026-000002"})
        self.fails(after(started(1, "2026-04-05", ends="2026-04-06", result="achieved")), end)

    def test_committees(self) -> None:
        def seat(name: str, side: str, date: str = "2026-04-05", **more: Any) -> Dict[str, Any]:
            return of("committee.seated", date, committee="com-a", seat=name, side=side, subject=subject(1), **more)

        def unseat(date: str) -> Dict[str, Any]:
            return of("committee.unseated", date, committee="com-a", seat="1")
        one = seat("1", "employers", chair="yes")
        self.holds(WORLD, one, seat("2", "unions", chair="yes"), seat("3", "employers"), seat("4", "observers"))
        self.fails(WORLD, one, seat("2", "employers", chair="yes"))
        self.fails(WORLD, seat("2", "observers", chair="yes"))
        self.fails(WORLD, one, seat("1", "unions"))
        self.fails(WORLD, {**one, "committee": "com-z"})
        self.fails(WORLD, {**one, "subject": subject(9)})
        self.fails(WORLD, unseat("2026-04-05"))
        self.fails(WORLD, one, unseat("2026-04-04"))
        self.fails(WORLD, one, unseat("2026-04-07"), seat("1", "unions", "2026-04-06"))
        self.holds(WORLD, one, unseat("2026-04-07"), seat("2", "employers", "2026-04-06", chair="yes"))
        plan = of("committee.planned", "2026-04-05", committee="com-a", year="2026-2027", activities=[
            {"activity": a, "expected": "", "title": "x"} for a in "ba"])
        report = of("committee.reported", "2026-04-06", committee="com-a", year="2026-2027", activity="a", result="x", state="under-way")
        self.holds(WORLD, plan, report, report, {**report, "state": "done"})
        self.fails(WORLD, plan, {**report, "state": "done"}, report)
        self.fails(WORLD, plan, {**report, "state": "abandoned"}, {**report, "state": "done"})
        self.fails(WORLD, plan, {**report, "activity": "c"})
        self.fails(WORLD, plan, {**report, "year": "2027-2028"})
        self.holds(WORLD, plan, report, {**plan, "activities": plan["activities"][1:]})
        self.fails(WORLD, plan, report, {**plan, "activities": plan["activities"][:1]})
        fund = of("committee.funded", "2026-04-05", committee="com-a", grant="FDMT-G-000001")
        self.holds(WORLD, fund, {**fund, "grant": "FNF-G-000001"})
        self.fails(WORLD, fund, fund)

    def test_intakes(self) -> None:
        def intake(records: int) -> Dict[str, Any]:
            return of("intake.recorded", file="x", file_sha256="0" * 64, known=0, map={}, records=records, rows=2, skipped=0)
        one, two = (employer("111000009%d" % n, row=n, source="s%d" % n) for n in (1, 2))
        self.holds(WORLD, one, two, intake(2))
        self.holds(WORLD, one, started(1, "2026-04-01", row=1, source="s1"), intake(2))  # the same source of another kind
        self.fails(WORLD, one, {**two, "source": "s1"}, verdict=F)
        self.fails(after_batch(one, intake(1)), {**two, "source": "s1"})
        self.fails(WORLD, one, two, intake(1))
        self.judged(WORLD, {F: 3}, one, intake(1), two)
        self.judged(WORLD, {F: 2}, employer("1110000099"), one)  # outside an intake: told at the seal
        for left_out in ("row", "source"):
            self.fails(WORLD, {n: v for n, v in one.items() if n != left_out})


class Days(Case):
    """Nothing is dated after the day of its seal, told of the record when the seal comes."""

    def told(self, book: Book, record: Dict[str, Any], day: str) -> None:
        """Sealed that day and not the day before; told of it between two others, and of the first of two."""
        before = (datetime.date.fromisoformat(day) - datetime.timedelta(1)).isoformat()
        one, other = of("office.set", office="N1", region="06", name="x"), of("office.set", office="N2", region="06", name="x")
        self.holds(book, one, record, other, at=day)
        self.judged(book, {F: 2}, one, record, other, at=before)
        self.judged(book, {F: 1}, record, of("committee.set", day, committee="com-b", name="x", scian=[], sector="x"), at=before)

    def test_dates_of_every_kind(self) -> None:
        day = "2026-07-10"
        book = after(*LIVES["under way"], started(1, "2026-04-02"), joined(1, "2026-04-10"), defined("x", "recorded"))
        noted = of("follow-up.noted", day, level="national", text="x", title="x", topic="other", year="2026-2027")
        for record in (employer("1110000009", day), of("employer.changed", day, employer=A, name="y"), of("employer.merged", day, employer=A, into=B, reason="x"),
                       of("employer.closed", day, employer=A, reason="x"), of("establishment.set", day, employer=A, establishment=1, region="06"),
                       of("intervention.ended", day, intervention="INT-2026-000001", result="achieved"), of("intervention.annulled", day, intervention="INT-2026-000001", reason="x"),
                       of("committee.set", day, committee="com-a", name="x", scian=[], sector="x"), drafted(2, day, apprentice=2), step("suspended", day, reason="x"),
                       step("annulled", day, reason="x"), joined(2, day), of("participation.ended", day, participation="PAR-2026-000001", result="achieved"),
                       of("target.set", day, decimals=0, indicator="x", level="national", value=1, year="2026-2027"), noted):
            with self.subTest(record["kind"]):
                self.told(book, record, day)

    def test_ends_and_beginnings(self) -> None:
        """What ended is past; what begins, and when an agreement ends, may lie ahead."""
        self.told(WORLD, started(1, "2026-04-01", ends="2026-06-01", result="achieved"), "2026-06-01")
        self.holds(WORLD, started(1, "2027-03-31"), at="2026-04-02")
        draft = after(drafted())
        self.told(draft, signed(begins="2026-09-01"), "2026-04-20")
        self.fails(draft, signed(signatures=("2026-04-15", "2026-04-21", "2026-04-16")), at="2026-04-21")  # a signature is not after `date` at all
        under = after(*LIVES["under way"])
        self.holds(under, step("changed", "2026-05-20", ends="2029-04-20"), at="2026-05-20")
        self.told(under, step("changed", "2026-05-20", ends="2029-04-20"), "2026-05-20")

    def test_proposals(self) -> None:
        book = after(defined("x", "recorded"), of("target.set", "2026-04-02", decimals=0, indicator="x", level="national", value=1, year="2026-2027"))
        self.told(book, of("target.overridden.proposed", "2026-05-05", decimals=0, indicator="x", level="national", value=2, reason="x", year="2026-2027"), "2026-05-05")

    def test_the_first_of_two_is_told(self) -> None:
        """A row outside an intake, and a date ahead: whichever comes first."""
        ahead, row = of("employer.changed", "2026-04-02", employer=A, name="y"), employer("1110000009", row=1, source="s")
        self.judged(WORLD, {F: 1}, ahead, row, at="2026-04-01")
        self.judged(WORLD, {F: 1}, row, ahead, at="2026-04-01")


def after_batch(*records: Dict[str, Any]) -> Book:
    book = WORLD.copy()
    book.do(*records, by="anne")
    assert not book.refused, book.refused
    return book


if __name__ == "__main__":
    unittest.main()
