"""Section 20.5: what the indicators count, worked by hand; months published, targets, and what is entered.

Offices M1 and M2 are of region 06, Q1 of 03. 2026-P01 is April 2026.
"""
import os
import sys
import unittest
from typing import Any, Dict, List

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

from service_book import A, B, C, SOLE, Book, defined, joined, of, started, step, subject, world  # noqa: E402
from test_services import F, Case, after, drafted, signed  # noqa: E402
from verifier.servicekinds import later  # noqa: E402

WORLD = world()
ALWAYS = "2999-01-01"


def published(month: str, **figures: int) -> Dict[str, Any]:
    """`figures` of one indicator, `x`: level -> count."""
    rows = [{"indicator": "x", "level": level.replace("_", "-"), "count": str(count)} for level, count in sorted(figures.items())]
    return of("month.published", month=month, figures=sorted(rows, key=lambda r: r["level"]))


def until(book: Book, month: str) -> Book:
    """Publishes what is counted of the months before one."""
    from verifier.indicators import Indicators
    book = book.copy()
    indicators: Indicators = book.figures.indicators
    for number in range(1, int(month[6:])):
        period = "%s-P%02d" % (month[:4], number)
        definitions = {name: d for name in indicators.definitions for d in [indicators.of_year(name, int(month[:4]))] if d and d.computed}
        rows = [{"indicator": i, "level": level, "count": str(n)} for (i, level), n in sorted(indicators.figures(definitions, period).items())]
        book.do(of("month.published", month=period, figures=rows), by="anne", at=ALWAYS)
    assert not book.refused, book.refused
    return book


class Counts(Case):
    def counts(self, method: str, records: List[Any], month: str, expected: Dict[str, int], parameters: Any = None) -> None:
        """In this month, and no level more or less."""
        book = after(*records, defined("x", method, parameters=parameters or {}))
        book = until(book, month)
        self.holds(book, published(month, **expected), at=ALWAYS)
        for level in expected:
            for off in (-1, 1):
                changed = {name: count + (off if name == level else 0) for name, count in expected.items()}
                self.fails(book, published(month, **{n: c for n, c in changed.items() if c}), at=ALWAYS)
        self.fails(book, published(month, **expected, office_Z1=1), at=ALWAYS)

    def test_interventions(self) -> None:
        records = [started(1, "2026-04-30"), started(2, "2026-05-01"), started(3, "2026-05-31", office="M2"), started(4, "2026-05-15", office="Q1", neq=B, measure="salaire"),
                   started(5, "2026-06-01"), started(6, "2026-05-02"), of("intervention.annulled", "2026-05-02", intervention="INT-2026-000006", reason="x")]
        self.counts("interventions", records, "2026-P02", {"national": 3, "region_06": 2, "region_03": 1, "office_M1": 1, "office_M2": 1, "office_Q1": 1})
        self.counts("interventions", records, "2026-P02", {"national": 2, "region_06": 2, "office_M1": 1, "office_M2": 1}, {"measures": "conseil,formation"})
        self.counts("interventions", records, "2026-P03", {"national": 1, "region_06": 1, "office_M1": 1})

    def test_newly_assisted_first_of_the_year(self) -> None:
        """A by M1 in April, by M2 and Q1 in May: new in May at M2 and region 03, not in region 06 nor at national."""
        records = [started(1, "2026-04-10"), started(2, "2026-05-10", office="M2"), started(3, "2026-05-20", office="Q1"), started(4, "2026-05-25", office="Q1")]
        for look_back in ("year", "ever", "1", "120"):
            with self.subTest(look_back):
                self.counts("newly-assisted", records, "2026-P01", {"national": 1, "region_06": 1, "office_M1": 1}, {"look-back": look_back})
                self.counts("newly-assisted", records, "2026-P02", {"region_03": 1, "office_M2": 1, "office_Q1": 1}, {"look-back": look_back})

    def test_newly_assisted_two_offices_of_a_region(self) -> None:
        """A by M1 and M2 in the same month: one in the region, one at each office. B by M2 too: two in the region."""
        records = [started(1, "2026-04-10"), started(2, "2026-04-10", office="M2"), started(3, "2026-04-12", office="M2", neq=B)]
        self.counts("newly-assisted", records, "2026-P01", {"national": 2, "region_06": 2, "office_M1": 1, "office_M2": 2}, {"look-back": "year"})

    def test_look_backs(self) -> None:
        """A's intervention of 2025 ends on a day; the first of 2026 is on 2026-05-31: what makes it new."""
        new, old = {"national": 1, "region_06": 1, "office_M1": 1}, {}  # type: Dict[str, int], Dict[str, int]
        for ends, look_back, expected in (
                ("", "year", old), ("2026-04-01", "year", old), ("2026-03-31", "year", new), ("", "ever", old), ("2025-05-01", "ever", old), ("", "3", old),
                ("2026-02-28", "3", old), ("2026-02-27", "3", new), ("2026-04-30", "1", old), ("2026-04-29", "1", new), ("2025-05-31", "12", old), ("2025-05-30", "12", new)):
            with self.subTest(ends=ends, look_back=look_back):
                more = {"ends": ends, "result": "achieved"} if ends else {}
                self.counts("newly-assisted", [started(1, "2025-05-01", year=2025, **more), started(1, "2026-05-31")], "2026-P02", expected, {"look-back": look_back})

    def test_look_back_by_level_measure_annulment(self) -> None:
        before = started(1, "2025-05-01", year=2025, office="M2", measure="salaire")
        first = started(1, "2026-04-02")
        national = {"national": 1, "region_06": 1, "office_M1": 1}
        self.counts("newly-assisted", [before, first], "2026-P01", {"office_M1": 1}, {"look-back": "ever"})
        self.counts("newly-assisted", [before, first], "2026-P01", national, {"look-back": "ever", "measures": "conseil,formation"})
        self.counts("newly-assisted", [before, first], "2026-P01", {}, {"look-back": "ever", "measures": "salaire"})
        annulled = of("intervention.annulled", "2026-04-02", intervention="INT-2025-000001", reason="x")
        self.counts("newly-assisted", [before, first, annulled], "2026-P01", national, {"look-back": "ever"})
        ended = of("intervention.ended", "2026-03-31", intervention="INT-2025-000001", result="achieved")
        self.counts("newly-assisted", [before, first, ended], "2026-P01", national, {"look-back": "year"})

    def test_newly_assisted_after_mergers(self) -> None:
        """A and B, each new in April; then one employer. B's of March 2026 makes A's old, along a chain, too."""
        merge = of("employer.merged", "2026-04-20", employer=A, into=B, reason="x")
        both = [started(1, "2026-04-10"), started(2, "2026-04-11", neq=B)]
        self.counts("newly-assisted", both, "2026-P01", {"national": 2, "region_06": 2, "office_M1": 2}, {"look-back": "year"})
        self.counts("newly-assisted", both + [merge], "2026-P01", {"national": 1, "region_06": 1, "office_M1": 1}, {"look-back": "year"})
        earlier = [started(1, "2026-03-10", neq=C, year=2025), started(1, "2026-04-10"), merge]
        self.counts("newly-assisted", earlier, "2026-P01", {"national": 1, "region_06": 1, "office_M1": 1}, {"look-back": "year"})
        chain = earlier + [of("employer.merged", "2026-04-20", employer=B, into=C, reason="x")]
        self.counts("newly-assisted", chain, "2026-P01", {}, {"look-back": "year"})
        self.counts("newly-assisted", chain + [started(2, "2026-05-01", neq=A)], "2026-P02", {}, {"look-back": "1"})

    def test_new_agreements(self) -> None:
        """By the latest signature; at the office of the signing, whatever comes after."""
        records = [drafted(), drafted(2, apprentice=2), drafted(3, apprentice=3, office="Q1"), drafted(4, apprentice=4), signed(1, companion=5),
                   step("changed", "2026-04-20", 2, employer=B, office="M2"),
                   signed(2, date="2026-05-02", signatures=("2026-04-30", "2026-05-01", "2026-04-30"), begins="2026-05-01", companion=5),
                   signed(3, companion=5), step("changed", "2026-04-21", 1, employer=B, office="Q1"), step("annulled", "2026-04-22", 3, reason="x")]
        self.counts("new-agreements", records, "2026-P01", {"national": 1, "region_06": 1, "office_M1": 1})
        self.counts("new-agreements", records, "2026-P02", {"national": 1, "region_06": 1, "office_M2": 1})

    def test_new_participants(self) -> None:
        """Subject 1: agreement in April (M1), participation in May (M2) and June (Q1). Subject 2: participations alone, of two programmes."""
        records = [drafted(), signed(companion=5), joined(1, "2026-05-03", 1, office="M2"), joined(2, "2026-06-03", 1, office="Q1"),
                   joined(3, "2026-05-04", 2, programme="prog-x"), joined(4, "2026-05-05", 2), joined(5, "2026-06-05", 2), joined(1, "2026-03-31", 2, year=2025)]
        self.counts("new-participants", records, "2026-P01", {"national": 1, "region_06": 1, "office_M1": 1})
        self.counts("new-participants", records, "2026-P02", {"national": 1, "region_06": 1, "office_M1": 1, "office_M2": 1})
        self.counts("new-participants", records, "2026-P03", {"region_03": 1, "office_Q1": 1})
        self.counts("new-participants", records, "2026-P02", {"national": 2, "region_06": 2, "office_M1": 1, "office_M2": 1}, {"agreements": "no"})
        self.counts("new-participants", records, "2026-P02", {"national": 1, "region_06": 1, "office_M1": 1}, {"agreements": "no", "programmes": "prog-x"})
        self.counts("new-participants", records, "2026-P01", {"national": 1, "region_06": 1, "office_M1": 1}, {"programmes": "prog-x"})
        gone = records + [of("participation.annulled", "2026-06-01", participation="PAR-2026-000003", reason="x"), step("annulled", "2026-06-01", reason="x")]
        self.counts("new-participants", gone, "2026-P02", {"national": 2, "region_06": 2, "office_M1": 1, "office_M2": 1})

    def test_months_later(self) -> None:
        for day, months, expected in (("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-05-31", -3, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"),
                                      ("2026-01-15", -1, "2025-12-15"), ("1900-02-01", -2, "1900-01-01"), ("1901-01-01", -12, "1900-01-01"), ("2026-04-20", 36, "2029-04-20")):
            self.assertEqual(later(day, months), expected)


class Months(Case):
    def test_order_and_time(self) -> None:
        book = after(defined("x", "interventions"))
        first, second = published("2026-P01"), published("2026-P02")
        self.fails(book, first, at="2026-04-30")
        self.holds(book, first, at="2026-05-01")
        self.fails(book, second, at=ALWAYS)
        self.judged(book, {F: 2}, first, first, at=ALWAYS)
        self.holds(book, first, second, published("2025-P01"), at=ALWAYS)
        self.judged(book, {F: 2}, first, second, at="2026-05-31")  # at the seal, of the record
        self.judged(book, {F: 1}, published("2026-P12"), at=ALWAYS)

    def test_definitions_of_the_year(self) -> None:
        """Version 2 rules from 2027; what is of another year, or recorded, is not counted."""
        book = after(started(1, "2026-04-02"), started(1, "2027-04-02", year=2027), defined("x", "interventions", from_="2026-2027"),
                     defined("y", "recorded"), defined("x", "interventions", 2, "2027-2028", parameters={"measures": "salaire"}))
        self.holds(book, published("2026-P01", national=1, region_06=1, office_M1=1), published("2027-P01"), published("2025-P01"), at=ALWAYS)
        self.fails(book, published("2027-P01", national=1, region_06=1, office_M1=1), at=ALWAYS)
        self.fails(book, published("2025-P01", national=1), at=ALWAYS)

    def test_recounted(self) -> None:
        """figures.csv: as published, and as the same definition counts at the end."""
        book = after(started(1, "2026-04-02"), started(2, "2026-04-03", office="Q1"), defined("x", "interventions"))
        book.do(published("2026-P01", national=2, region_06=1, region_03=1, office_M1=1, office_Q1=1), by="anne", at="2026-05-01")
        book = after(of("intervention.annulled", "2026-05-02", intervention="INT-2026-000002", reason="x"), started(3, "2026-04-20", office="M2"),
                     defined("x", "new-agreements", 2, "2027-2028"), book=book)
        self.assertEqual(book.finish()["figures.csv"], [("2026-P01", "x", "1") + row for row in (
            ("national", "2", "2"), ("office-M1", "1", "1"), ("office-M2", "0", "1"), ("office-Q1", "1", "0"), ("region-03", "1", "0"), ("region-06", "1", "2"))])


class Definitions(Case):
    def test_versions(self) -> None:
        book = after(defined("x", "interventions"))
        self.fails(WORLD, defined("x", "interventions", 2))
        self.fails(book, defined("x", "interventions"))
        self.holds(book, defined("x", "interventions", 2))
        self.fails(book, defined("x", "interventions", 2, "2025-2026"))
        self.fails(WORLD, defined("x", "interventions", unit="cents"))
        self.fails(WORLD, defined("x", "interventions", decimals="1"))
        self.holds(WORLD, defined("x", "recorded", unit="cents", decimals="4", parameters={"anything": "x"}))

    def test_defined_anew_where_nothing_stands(self) -> None:
        """A figure, a target or a published month of 2027-2028 stands: a new version is from 2028-2029 on."""
        book = after(defined("x", "interventions"), defined("r", "recorded"), defined("other", "interventions"))
        figure = of("indicator.recorded", decimals=0, indicator="r", level="office-M1", note="", origin="x", value=1, year="2027-2028")
        target = of("target.set", "2026-04-02", decimals=0, indicator="x", level="region-06", value=1, year="2027-2028")
        for label, name, method, records in (
                ("a figure", "r", "recorded", [figure]), ("of a month", "r", "recorded", [{**figure, "month": "2027-P05"}]), ("a target", "x", "interventions", [target]),
                ("a target that counts on", "x", "interventions", [{**target, "year": "2026-2027", "through": "2027-2028"}]),
                ("of an earlier year after it", "r", "recorded", [figure, {**figure, "year": "2026-2027"}])):
            with self.subTest(label):
                stands = after(*records, book=book)
                self.fails(stands, defined(name, method, 2, "2026-2027"))
                self.fails(stands, defined(name, method, 2, "2027-2028"))
                self.holds(stands, defined(name, method, 2, "2028-2029"))
                self.holds(stands, defined("other", "interventions", 2), defined("new", method))
        stands = book.copy()
        stands.do(published("2027-P01"), by="anne", at="2028-01-01")
        for name, method in (("x", "interventions"), ("other", "recorded")):
            self.fails(stands, defined(name, method, 2, "2027-2028"))
            self.holds(stands, defined(name, method, 2, "2028-2029"))
        self.holds(stands, defined("r", "interventions", 2))  # no month counted it
        self.holds(stands, defined("new", "interventions"))  # a first version, of a year that has months
        # counted of the years from which it has a definition: an earlier year's month says nothing of it
        later_ = after(defined("x", "interventions", from_="2027-2028"))
        later_.do(published("2026-P01"), by="anne", at="2028-01-01")
        self.holds(later_, defined("x", "interventions", 2, "2027-2028"))
        # an explanation is no figure
        said = of("variance.explained", indicator="x", level="national", text="x", year="2027-2028")
        self.holds(after(said, book=book), defined("x", "interventions", 2, "2027-2028"))

    def test_parameters(self) -> None:
        for method, parameters, lawful in (
                ("newly-assisted", {}, False), ("newly-assisted", {"look-back": "year"}, True), ("newly-assisted", {"look-back": "0"}, False), ("newly-assisted", {"look-back": "120"}, True),
                ("newly-assisted", {"look-back": "121"}, False), ("newly-assisted", {"look-back": "012"}, False), ("newly-assisted", {"look-back": "+1"}, False),
                ("newly-assisted", {"look-back": "ever", "measures": "a,b", "definition": "x", "definition-en": "x"}, True), ("newly-assisted", {"look-back": "ever", "measures": "b,a"}, False),
                ("newly-assisted", {"look-back": "ever", "measures": "a,a"}, False), ("newly-assisted", {"look-back": "ever", "measures": "a,"}, False), ("newly-assisted", {"look-back": "ever", "programmes": "a"}, False),
                ("interventions", {"look-back": "ever"}, False), ("interventions", {"measures": "a"}, True), ("new-agreements", {"measures": "a"}, False), ("new-agreements", {"definition": "x"}, True),
                ("new-participants", {"programmes": "a,b", "agreements": "no"}, True), ("new-participants", {"agreements": "yes"}, False)):
            with self.subTest(method=method, parameters=parameters):
                (self.holds if lawful else self.fails)(WORLD, defined("x", method, parameters=parameters))
        book = after(defined("n", "interventions"), defined("r", "recorded"))
        cost = defined("x", "cost", parameters={"count": "n"}, unit="cents")
        self.holds(book, cost)
        for change in ({"unit": "count"}, {"decimals": "2"}, {"parameters": {"count": "r"}}, {"parameters": {"count": "z"}}, {"parameters": {}}):
            self.fails(book, {**cost, **change})
        self.fails(after(defined("n", "recorded", 2), book=book), cost)

    def test_recorded(self) -> None:
        book = after(defined("x", "recorded", decimals="2", unit="percent"), defined("n", "interventions"))
        one = of("indicator.recorded", decimals=2, indicator="x", level="office-Z1", note="", origin="x", value=-5, year="2026-2027")
        self.holds(book, one, {**one, "level": "national"}, {**one, "month": "2026-P12"}, {**one, "year": "2027-2028"}, {**one, "reason": "x"}, {**one, "reason": "x"})
        for change in ({"decimals": "1"}, {"indicator": "n"}, {"indicator": "z"}, {"year": "2025-2026"}, {"level": "office-XX"}, {"month": "2027-P01"}, {"reason": "x"}):
            with self.subTest(change):
                self.fails(book, {**one, **change})
        self.fails(book, one, one)

    def test_targets(self) -> None:
        book = after(defined("x", "interventions"), defined("y", "interventions", targeted="no"))
        one = of("target.set", "2026-04-02", decimals=0, indicator="x", level="national", value=10, year="2026-2027", gap=500)
        self.holds(book, one, {**one, "level": "office-Z1"}, {**one, "year": "2027-2028"})
        for change in ({"decimals": "1"}, {"indicator": "y"}, {"year": "2025-2026"}, {"through": "2026-2027"}, {"through": "2031-2032"}, {"level": "office-XX"}):
            with self.subTest(change):
                self.fails(book, {**one, **change})
        self.holds(book, {**one, "through": "2030-2031"}, {**one, "year": "2031-2032"})
        self.fails(book, {**one, "through": "2030-2031"}, {**one, "year": "2030-2031"})
        self.fails(book, {**one, "year": "2028-2029"}, {**one, "through": "2028-2029"})
        revised = of("target.revised", "2026-09-01", decimals=0, indicator="x", level="national", value=12, reason="x", year="2026-2027")
        for change in ({"date": "2026-08-31"}, {"date": "2026-10-01"}, {"date": "2027-09-01"}, {"decimals": "1"}, {"level": "region-06"}, {"year": "2027-2028", "date": "2027-09-01"}):
            with self.subTest(change):
                self.fails(book, one, {**revised, **change})
        self.holds(book, one, {**revised, "date": "2026-09-30"})
        for date, at, lawful in (("2026-09-01", "2026-09-01", True), ("2026-09-01", "2026-08-31", False), ("2026-09-30", "2026-10-01", True), ("2026-09-30", "2026-10-02", False),
                                 ("2026-09-01", "2027-09-01", False), ("2026-09-02", "2026-09-01", False)):
            with self.subTest(date=date, at=at):
                self.judged(after(one, book=book), {} if lawful else {F: 1}, {**revised, "date": date}, of("office.set", office="M1", region="06", name="x"), at=at)
        for at, change, lawful in (("2027-03-31", {}, True), ("2027-04-01", {}, False), ("2027-04-01", {"through": "2030-2031"}, False), ("2027-04-01", {"year": "2027-2028"}, True)):
            with self.subTest(at=at, change=change):
                self.judged(book, {} if lawful else {F: 1}, {**one, **change}, of("office.set", office="M1", region="06", name="x"), at=at)
        self.fails(book, one, revised, revised)
        book = after({**one, "through": "2027-2028"}, revised, book=book)
        self.holds(book, {**revised, "year": "2027-2028", "date": "2027-09-01"}, at="2027-09-01")
        over = {**revised, "kind": "target.overridden.proposed/1", "date": "2026-05-01"}
        self.fails(book, {**over, "level": "region-06"})
        next_year = {"year": "2027-2028", "date": "2027-09-01"}
        proposed = book.copy()
        proposal = proposed.do({**over, **next_year}, by="anne", at="2027-09-01")
        self.holds(proposed, {**revised, **next_year})  # a proposal decides nothing
        proposed.do({"kind": "approval.given/1", "proposal": str(proposal)}, {**over, **next_year, "kind": "target.overridden/1", "proposal": str(proposal)}, by="adam")
        self.fails(proposed, {**revised, **next_year})
        self.assertEqual(proposed.refused, {})
        for value in ("20", "30"):
            over["value"] = value
            proposal = book.do(over, by="anne")
            book.do({"kind": "approval.given/1", "proposal": str(proposal)}, {**over, "kind": "target.overridden/1", "proposal": str(proposal)}, by="adam")
        self.assertEqual(book.refused, {})
        self.assertEqual(book.finish()["targets.csv"], [("x", "2026-2027", "national", "10", "30", "0", "500"), ("x", "2027-2028", "national", "10", "", "0", "500")])

    def test_explanations_and_notes(self) -> None:
        book = after(defined("x", "recorded"))
        explained = of("variance.explained", indicator="x", level="national", text="x", year="2026-2027")
        self.holds(book, explained, {**explained, "month": "2026-P01"})
        self.fails(book, {**explained, "indicator": "z"})
        self.fails(book, {**explained, "year": "2025-2026"})
        self.fails(book, {**explained, "month": "2027-P01"})
        self.fails(book, {**explained, "level": "office-XX"})
        note = of("follow-up.noted", "2026-04-02", level="office-Z1", text="x", title="x", topic="other", year="2026-2027")
        self.holds(book, note)
        self.fails(book, {**note, "level": "office-XX"})


if __name__ == "__main__":
    unittest.main()
