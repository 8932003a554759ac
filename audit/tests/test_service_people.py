"""Section 20.2 and 20.7: who may write which record, by region or committee, and slips of coordinators.

agnes is agent of region 06, bruno of 03; carla coordinates com-a, colin com-b; adam is admin; anne, the founder, is all without scope.
"""
import os
import sys
import unittest
from typing import Any, Dict, List

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

from service_book import (A, B, C, KEYS, SOLE, Book, defined, employer, joined, of, opened, started, step, subject, world)  # noqa: E402
from test_services import AU, F, Case, after, drafted, signed  # noqa: E402

WORLD = world()
NEEDED = "agnes bruno carla colin adam anne vera"
PLAN = [{"activity": "a", "expected": "", "title": "x"}]
MODULES = [{"module": "A", "name": "A"}]


def lived() -> Book:
    """Interventions 1 (M1) and 2 (Q1); agreements 1 (std-a, M1) and 2 (std-x, Q1); participations 1 (prog-a, M1), 2 (prog-x, Q1)."""
    return after(started(1, "2026-04-01"), started(2, "2026-04-01", office="Q1"), drafted(), drafted(2, apprentice=2, standard="std-x", office="Q1"),
                 joined(1, "2026-04-10"), joined(2, "2026-04-10", programme="prog-x", office="Q1"),
                 defined("survey", "recorded"), of("committee.planned", "2026-04-02", committee="com-a", year="2026-2027", activities=PLAN),
                 of("target.set", "2026-04-02", indicator="survey", level="national", decimals=0, value=5, year="2026-2027"))


def level(kind: str, where: str, **more: Any) -> Dict[str, Any]:
    return of(kind, indicator="survey", level=where, year="2026-2027", **more)


def recorded(where: str) -> Dict[str, Any]:
    return level("indicator.recorded", where, decimals=0, value=1, note="", origin="x")


NEW = "1110000009"
TABLE = [  # record, who may write it
    (of("office.set", office="N1", region="06", name="x"), "adam anne"),
    (employer(NEW), "agnes adam anne"), (employer(NEW, region="03"), "bruno adam anne"), (employer(NEW, region="07"), "adam anne"),
    (of("employer.changed", "2026-04-02", employer=A, name="y"), "agnes adam anne"),
    (of("employer.changed", "2026-04-02", employer=A, region="03"), "agnes bruno adam anne"),
    (of("employer.closed", "2026-04-02", employer=B, reason="x"), "bruno adam anne"),
    (of("employer.merged", "2026-04-02", employer=A, into=B, reason="x"), "agnes bruno adam anne"),
    (of("employer.merged", "2026-04-02", employer=A, into=SOLE, reason="x"), "agnes adam anne"),
    (of("establishment.set", "2026-04-02", employer=A, establishment=7, region="03"), "agnes bruno adam anne"),
    (of("establishment.set", "2026-04-02", employer=A, establishment=7, region="06"), "agnes adam anne"),
    (started(3, "2026-04-01"), "agnes anne"), (started(3, "2026-04-01", office="Q1"), "bruno anne"),
    (of("intervention.ended", "2026-04-02", intervention="INT-2026-000002", result="achieved"), "bruno anne"),
    (of("intervention.annulled", "2026-04-02", intervention="INT-2026-000001", reason="x"), "agnes adam anne"),
    (of("committee.set", "2026-04-02", committee="com-a", name="x", scian=[], sector="x"), "carla adam anne"),
    (of("committee.set", "2026-04-02", committee="com-c", name="x", scian=[], sector="x"), "adam anne"),
    (of("committee.seated", "2026-04-02", committee="com-b", seat="1", side="unions", subject=subject(1)), "colin adam anne"),
    (of("committee.planned", "2026-04-02", committee="com-b", year="2026-2027", activities=PLAN), "colin anne"),
    (of("committee.reported", "2026-04-02", committee="com-a", year="2026-2027", activity="a", result="x", state="done"), "carla anne"),
    (of("committee.funded", "2026-04-02", committee="com-a", grant="FNF-G-000001"), "carla adam anne"),
    (of("standard.set", standard="std-n", name="x", committee="com-a", modules=MODULES), "carla adam anne"),
    (of("standard.set", standard="std-a", name="x", committee="com-b", modules=MODULES), "adam anne"),
    (of("standard.set", standard="std-x", name="x", committee="com-a", modules=MODULES), "adam anne"),
    (of("standard.set", standard="std-a", name="x", modules=MODULES), "adam anne"),
    (drafted(3, apprentice=3), "agnes carla anne"), (drafted(3, apprentice=3, office="Q1"), "bruno carla anne"),
    (drafted(3, apprentice=3, standard="std-x"), "agnes anne"),
    (signed(), "agnes carla anne"), (step("changed", "2026-04-11", employer=B, office="Q1"), "agnes bruno carla anne"),
    (step("annulled", "2026-04-11", reason="x"), "agnes adam anne"), (step("annulled", "2026-04-11", 2, reason="x"), "bruno adam anne"),
    (step("changed", "2026-04-11", 2, companion=subject(3)), "bruno anne"),
    (joined(3, "2026-04-10"), "agnes carla anne"), (joined(3, "2026-04-10", programme="prog-x"), "agnes anne"),
    (of("participation.ended", "2026-04-11", participation="PAR-2026-000001", result="achieved"), "agnes carla anne"),
    (of("participation.ended", "2026-04-11", participation="PAR-2026-000002", result="achieved"), "bruno anne"),
    (of("participation.annulled", "2026-04-11", participation="PAR-2026-000001", reason="x"), "agnes adam anne"),
    (defined("other", "recorded"), "adam anne"), (recorded("national"), "adam anne"), (recorded("region-06"), "agnes adam anne"),
    (recorded("office-Q1"), "bruno adam anne"), (recorded("office-Z1"), "agnes adam anne"),
    (level("target.set", "region-03", date="2026-04-02", decimals=0, value=1), "bruno adam anne"),
    (level("target.revised", "national", date="2026-09-02", decimals=0, value=1, reason="x"), "adam anne"),
    (level("target.overridden.proposed", "national", date="2026-09-02", decimals=0, value=1, reason="x"), "adam anne"),
    (level("variance.explained", "region-06", text="x"), "agnes adam anne"),
    (of("follow-up.noted", "2026-04-02", level="office-M1", text="x", title="x", topic="other", year="2026-2027"), "agnes adam anne"),
    (of("month.published", month="2025-P01", figures=[]), "adam anne"),
    (of("intake.recorded", file="x", file_sha256="0" * 64, known=0, map={}, records=0, rows=0, skipped=0), "agnes bruno adam anne")]


class Scopes(Case):
    def test_who_may(self) -> None:
        book = lived()
        for at, (record, who) in enumerate(TABLE):
            for person in NEEDED.split():
                with self.subTest(at=at, kind=record["kind"], person=person):
                    self.judged(book, {} if person in who.split() else {AU: 1}, record, by=person)

    def test_anne_may_where_no_committee_does(self) -> None:
        """She is admin and agent too; a coordinator without scope who is nothing else may not."""
        book = WORLD.copy()
        for person, role in (("anne", "agent"),):
            proposal = book.do({"kind": "role.revoked.proposed/1", "person": person, "role": role}, by="anne")
            book.do({"kind": "approval.given/1", "proposal": str(proposal)},
                    {"kind": "role.revoked/1", "person": person, "role": role, "proposal": str(proposal)}, by="adam")
        self.assertEqual(book.refused, {})
        self.holds(book, drafted())
        self.fails(book, drafted(standard="std-x"), verdict=AU)
        self.fails(book, joined(1, "2026-04-10", programme="prog-x"), verdict=AU)
        self.fails(book, started(1, "2026-04-10"), verdict=AU)

    def test_an_agreement_keeps_the_committee_of_its_draft(self) -> None:
        moved = after(of("standard.set", standard="std-a", name="x", committee="com-b", modules=MODULES), of(
            "programme.set", programme="prog-a", citation="x", name="x", name_en="x", nature="strategy", committee="com-b"), book=lived())
        self.holds(moved, signed(), by="carla")
        self.fails(moved, signed(), by="colin", verdict=AU)
        ended = of("participation.ended", "2026-04-11", participation="PAR-2026-000001", result="achieved")
        self.holds(moved, ended, by="colin")  # of a programme: as it stands
        self.fails(moved, ended, by="carla", verdict=AU)

    def test_the_state_is_that_before_the_record(self) -> None:
        change = of("employer.changed", "2026-04-02", employer=A, region="03")
        self.holds(WORLD, change, {**change, "region": "06"}, by="bruno")
        self.judged(WORLD, {AU: 2}, change, of("employer.changed", "2026-04-02", employer=A, name="x"), by="agnes")
        self.judged(WORLD, {AU: 2}, started(1, "2026-04-01"), started(2, "2026-04-01", office="Q1"), by="agnes")

    def test_a_merged_employer_is_the_one_it_stands_for(self) -> None:
        """A of 06 into B of 03, B into C, which moves to 07: what names A asks for the region of C alone, and the one given."""
        merged = after(of("employer.merged", "2026-04-02", employer=A, into=B, reason="x"))
        place = of("establishment.set", "2026-04-03", employer=A, establishment=7, region="07")
        self.holds(merged, place, by="bruno")
        self.fails(merged, place, by="agnes", verdict=AU)
        self.holds(merged, {**place, "region": "06"}, by="agnes")
        # what figures refuses anyway: its scope is judged the same way
        for record in (of("employer.changed", "2026-04-03", employer=A, name="y"), of("employer.closed", "2026-04-03", employer=A, reason="x"),
                       of("employer.merged", "2026-04-03", employer=A, into=B, reason="x")):
            with self.subTest(record["kind"]):
                self.judged(merged, {F: 1}, record, by="bruno")
                self.judged(merged, {F: 1, AU: 1}, record, by="agnes")
        chain = after(of("employer.merged", "2026-04-03", employer=B, into=C, reason="x"), of("employer.changed", "2026-04-03", employer=C, region="17"), book=merged)
        self.fails(chain, place, by="bruno", verdict=AU)
        self.holds(chain, {**place, "region": "03"}, by="bruno")

    def test_what_is_unknown_is_not_judged(self) -> None:
        for record in (started(1, "2026-04-01", office="XX"), signed(), of("participation.ended", "2026-04-11", participation="PAR-2026-000001", result="achieved"),
                       recorded("office-XX"), of("employer.closed", "2026-04-02", employer=NEW, reason="x"), drafted(standard="std-z")):
            with self.subTest(record["kind"]):
                self.judged(WORLD, {F: 1}, record, by="adam" if "level" in record else "agnes")

    def test_nothing_is_judged_after_figures_fails(self) -> None:
        self.judged(WORLD, {F: 1}, of("employer.closed", "2026-04-02", employer=NEW, reason="x"), started(1, "2026-04-01", office="Q1"), by="agnes")
        self.judged(WORLD, {F: 2, AU: 1}, started(1, "2026-04-01", office="Q1"), started(1, "2026-04-01"), by="agnes")
        self.judged(WORLD, {F: 1, AU: 1}, started(2, "2026-04-01", office="Q1"), by="agnes")


def lines() -> List[Dict[str, Any]]:
    """Of a slip: a subject, two drafts and steps of the second, a participation of the subject."""
    fresh = opened(20)
    return [*fresh, drafted(1, apprentice=20), drafted(2, apprentice=3), signed(2), joined(1, "2026-04-20", 20)]


def in_slip(records: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    return [{**r, **{n: r[n].replace("-2026-", "-0000-") for n in ("agreement", "participation") if n in r}} for r in records]


class Slips(Case):
    def setUp(self) -> None:
        self.book = WORLD
        self.lines = lines()

    def slip(self, book: Book = WORLD, **more: Any) -> Dict[str, Any]:
        return book.slip("carla", "com-a", 1, in_slip(self.lines), **more)

    def test_lawful(self) -> None:
        self.holds(WORLD, self.slip(), *self.lines, by="agnes")
        book = WORLD.copy()
        book.do(self.slip(), *self.lines, by="agnes")
        files = book.finish()
        self.assertEqual([row[8] for row in files["agreements.csv"]], ["draft", "signed"])

    def test_numbers_go_on_where_the_book_is(self) -> None:
        """The book has agreement 1 already; a step of it stands in the slip by its own name."""
        book = after(drafted(1, apprentice=4))
        mine = [drafted(2), step("changed", "2026-04-12", 1, companion=subject(5)), signed(2)]
        written = [{**mine[0], "agreement": "AGR-0000-000001"}, mine[1], {**mine[2], "agreement": "AGR-0000-000001"}]
        self.holds(book, book.slip("carla", "com-a", 1, written), *mine, by="agnes")
        self.judged(book, {F: 3}, book.slip("carla", "com-a", 1, [written[0], {**mine[1], "agreement": "AGR-0000-000001"}, written[2]]), *mine, by="agnes")

    def test_rejected_lines(self) -> None:
        """Draft 1 is rejected: the second keeps its number 2 in the slip and is the first of the book."""
        mine = [opened(20)[0], drafted(1, apprentice=3), signed(1), joined(1, "2026-04-20", 20)]
        slip = WORLD.slip("carla", "com-a", 1, in_slip(self.lines), rejected=(2,))
        self.holds(WORLD, slip, *mine, by="agnes")
        none = WORLD.slip("carla", "com-a", 1, in_slip(self.lines), rejected=(1, 2, 3, 4, 5))
        self.holds(WORLD, none, by="bruno")

    def test_forged(self) -> None:
        for label, slip, expected in (
                ("another key", self.slip(key="colin"), {AU: 1}), ("a changed leaf", self.slip(signed=["0" * 64] * 5), {AU: 1}),
                ("of another committee", WORLD.slip("carla", "com-b", 1, in_slip(self.lines)), {AU: 1}),
                ("by an agent", WORLD.slip("agnes", "com-a", 1, in_slip(self.lines)), {AU: 1}),
                ("by the founder", WORLD.slip("anne", "com-a", 1, in_slip(self.lines)), {}),
                ("another number than signed", {**self.slip(), "number": "2"}, {AU: 1}), ("another time", {**self.slip(), "time": "2026-04-03T00:00:00Z"}, {AU: 1})):
            with self.subTest(label):
                self.judged(WORLD, expected, slip, *self.lines, by="agnes")

    def test_changed_lines(self) -> None:
        for at, change in ((0, {"fields": {"name": "1" * 64}}), (1, {"companion": subject(2)}), (2, {"date": "2026-04-11"}), (3, {"hours": "41"}), (4, {"date": "2026-04-21"})):
            with self.subTest(at):
                changed = [dict(line) for line in self.lines]
                changed[at].update(change)
                self.judged(WORLD, {F: at + 2}, self.slip(), *changed, by="agnes")

    def test_the_batch(self) -> None:
        slip = self.slip()
        self.judged(WORLD, {F: 1}, slip, *self.lines[:4], by="agnes")  # told at the seal
        self.judged(WORLD, {F: 1}, slip, *self.lines, *opened(21), by="agnes")
        self.judged(WORLD, {F: 2}, *opened(21), slip, *self.lines, by="agnes")
        self.judged(WORLD, {F: 1}, {**slip, "accepted": slip["accepted"][1:]}, *self.lines, by="agnes")
        self.judged(WORLD, {F: 1}, {**slip, "accepted": [{**a, "record": str(int(a["record"]) + 1)} for a in slip["accepted"]]}, *self.lines, by="agnes")
        twice = WORLD.copy()
        twice.do(WORLD.slip("carla", "com-a", 1, in_slip(self.lines), rejected=(1, 2, 3, 4, 5)), by="agnes")
        self.judged(twice, {F: 1}, twice.slip("carla", "com-a", 1, in_slip(self.lines)), *self.lines, by="agnes")
        self.judged(twice, {}, twice.slip("carla", "com-a", 2, in_slip(self.lines)), *self.lines, by="agnes")
        self.judged(twice, {}, twice.slip("anne", "com-a", 1, in_slip(self.lines)), *self.lines, by="agnes")

    def test_kinds_of_lines(self) -> None:
        for record in (started(1, "2026-04-01"), of("employer.closed", "2026-04-02", employer=A, reason="x")):
            with self.subTest(record["kind"]):
                self.judged(WORLD, {F: 2}, WORLD.slip("carla", "com-a", 1, [record]), record, by="agnes")
        book = after(drafted())
        gone = step("annulled", "2026-04-11", reason="x")
        self.judged(book, {F: 2}, book.slip("carla", "com-a", 1, [gone]), gone, by="agnes")

    def test_scopes(self) -> None:
        """carla as coordinator of com-a; and the one who seals, the region of every office."""
        slip = self.slip()
        self.judged(WORLD, {AU: 3}, slip, *self.lines, by="bruno")
        other = [drafted(standard="std-x")]
        self.judged(WORLD, {AU: 2}, WORLD.slip("carla", "com-a", 1, in_slip(other)), *other, by="agnes")
        self.judged(WORLD, {AU: 2}, WORLD.slip("anne", "com-b", 1, in_slip([drafted()])), drafted(), by="agnes")
        away = [drafted(office="Q1")]
        slip = WORLD.slip("carla", "com-a", 1, in_slip(away))
        self.judged(WORLD, {AU: 2}, slip, *away, by="agnes")
        self.judged(WORLD, {}, slip, *away, by="bruno")
        self.judged(WORLD, {AU: 1}, slip, *away, by="carla")
        alone = opened(30)
        self.judged(WORLD, {}, WORLD.slip("carla", "com-a", 1, alone), *alone, by="bruno")


if __name__ == "__main__":
    unittest.main()
