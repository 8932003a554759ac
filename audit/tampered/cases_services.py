"""Attacks 40, 51, 52, 58, and those of 43 and 57, on employer services: on the register that served.py keeps with fundctl.

Each attack goes one step beyond what may be; all else in it is as section 20 of FORMAT.md asks. LAWFUL goes just as far as it may: there all
holds, so that an attack is not caught for what else is in it. carla is coordinator of tourisme, colin of chimie; agnes is agent of region 06,
bruno of 03; R06 and R03 are their offices. Agreement 1 (under way) and 4 are of tourisme, 2 of chimie, 3 of no committee.
"""
import copy
import functools
import os
import re
from typing import Any, Callable, Dict, List, Tuple

import cases
import fuzz_services
from cases import Trial
from forge import Batch, canonical, leaf
from served import FIRM, GUILD, OTHER

case = functools.partial(cases.case, program="services")
YEAR, DAY = "2024-2025", "2024-09-12"  # no seal of the book is of an earlier day
Act = Callable[[Trial], None]


def record(kind: str, date: str = DAY, **more: Any) -> Dict[str, Any]:
    made: Dict[str, Any] = {"kind": kind + "/1", **({"date": date} if date else {})}
    made.update({name.rstrip("_"): str(value) if type(value) is int else value for name, value in more.items()})
    return made


def opened(t: Trial) -> None:
    t.of("services", 2)
    t.book.in_slips = {}  # type: ignore[attr-defined]
    for batch in t.book.batches:  # what fundctl asked for is opaque: kept, so that who seals anew makes the same past
        batch.keep["content_hash"] = batch.seal["content_hash"]  # type: ignore[index]


def subject(t: Trial, number: int = 0) -> str:
    """An apprentice; below zero one who was erased."""
    if number < 0:
        return str(t.book.find("subject.erased/1")[0][3]["subject"])
    return str(t.book.find("agreement.drafted/1")[number][3]["apprentice"])


def by(person: str, *makes: Any) -> Act:
    """A batch of a person's; what is callable is made of the trial."""
    def act(t: Trial) -> None:
        opened(t)
        t.add([make(t) if callable(make) else copy.deepcopy(make) for make in makes], "services-" + person)
    return act


def drafted(standard: str, office: str = "R06", firm: str = FIRM, who: int = 1, number: int = 5, date: str = DAY) -> Callable[[Trial], Dict[str, Any]]:
    return lambda t: record("agreement.drafted", date, agreement="AGR-2024-%06d" % number, apprentice=subject(t, who), employer=firm, office=office, standard=standard)


def at(day: str, act: Act) -> Act:
    """Sealed on another day, and so is the export."""
    def later(t: Trial) -> None:
        act(t)
        for batch in t.book.batches[-2:]:
            batch.seal["time"] = day + "T12:00:00Z"  # type: ignore[index]
    return later


def step(short: str, number: int, **more: Any) -> Dict[str, Any]:
    return record("agreement." + short, agreement="AGR-2024-%06d" % number, **more)


def started(office: str = "R06", firm: str = FIRM, begins: str = DAY, number: int = 6, **more: Any) -> Dict[str, Any]:
    return record("intervention.started", "", begins=begins, employer=firm, intervention="INT-2024-%06d" % number, measure="mfor", office=office, **more)


def joined(office: str = "R06", number: int = 3) -> Callable[[Trial], Dict[str, Any]]:
    return lambda t: record("participation.started", office=office, participant=subject(t), participation="PAR-2024-%06d" % number, programme="hotes")


def standard(code: str, committee: str = "") -> Dict[str, Any]:
    return record("standard.set", "", standard=code, name="x", modules=[{"module": "A", "name": "A"}], **({"committee": committee} if committee else {}))


def note(level: str) -> Dict[str, Any]:
    return record("follow-up.noted", level=level, text="x", title="x", topic="other", year=YEAR)


def planned(committee: str) -> Dict[str, Any]:
    return record("committee.planned", committee=committee, year=YEAR, activities=[{"activity": "A1", "expected": "", "title": "x"}])


def target(kind: str = "target.set", date: str = DAY, **more: Any) -> Dict[str, Any]:
    return record(kind, date, **{"decimals": 0, "indicator": "nouvelles-ententes", "level": "national", "value": 9, "year": YEAR, **({"reason": "x"} if kind != "target.set" else {}), **more})


@case(40, "coordinator outside the committee, agent outside the region")
def _() -> Any:
    yield "a draft of another committee's standard", "0LP", by("colin", drafted("cuisinier"))
    for label, person, make in (
            ("a step of another committee's agreement", "colin", step("suspended", 1, reason="x")), ("a step of an agreement of no committee", "carla", step("ended", 3, cause="other", reason="x")),
            ("a draft of a standard of no committee", "carla", drafted("libre", who=0)), ("another committee's standard", "colin", standard("cuisinier", "tourisme")),
            ("another committee's standard, to her own", "colin", standard("cuisinier", "chimie")), ("her standard, to another's committee", "carla", standard("cuisinier", "chimie")),
            ("her standard, to none", "carla", standard("cuisinier")), ("another committee's plan", "carla", planned("chimie")),
            ("another committee's seat", "colin", record("committee.unseated", committee="tourisme", seat="E1")), ("another committee's funding", "colin", record("committee.funded", committee="tourisme", grant="FNF-G-000001")),
            ("a participation in another committee's programme", "colin", joined()), ("the end of one", "colin", record("participation.ended", participation="PAR-2024-000001", result="achieved")),
            ("an intervention of another region's office", "bruno", started()), ("the end of one", "bruno", record("intervention.ended", intervention="INT-2024-000001", result="achieved")),
            ("another region's agreement", "bruno", step("checked", 1, modules=["A"])), ("another region's firm", "bruno", record("employer.closed", employer=FIRM, reason="x")),
            ("an establishment of another region's firm", "bruno", record("establishment.set", employer=FIRM, establishment=1, region="06")), ("another region's target", "bruno", target(indicator="nouvellement-aidee", level="region-06")),
            ("another region's note", "agnes", note("region-03")), ("a note of no region", "agnes", note("national")), ("another office's note", "agnes", note("office-R03"))):
        yield label, "P", by(person, make)


SLIP_TIME = "2024-09-11T00:00:00Z"


def slip(change: Callable[[Trial, Batch], None] = lambda t, batch: None, lines: Any = (drafted("cuisinier", who=1), ), person: str = "carla", committee: str = "tourisme", number: int = 13, receiver: str = "agnes",
         key: str = "", after: Callable[[Trial, Batch], None] = lambda t, batch: None, rejected: int = 0) -> Act:
    """One received, signed over its lines as they are before `after`; `rejected` more are at its end."""
    def act(t: Trial) -> None:
        opened(t)
        records = [make(t) if callable(make) else copy.deepcopy(make) for make in lines]
        count = len(records)
        head = record("slip.received", "", committee=committee, person=person, number=number, time=SLIP_TIME, key=t.person("services-" + (key or person)).public, signature="0" * 128,
                      leaves=["%064x" % n for n in range(count + rejected)], accepted=[{"line": str(n + 1), "record": "0"} for n in range(count)],
                      rejected=[{"line": str(count + n + 1), "code": "E-1"} for n in range(rejected)])
        batch = t.add([head, *records], "services-" + receiver)
        change(t, batch)
        fuzz_services.sign(t.book, batch, first(t, batch))
        after(t, batch)
    return act


def first(t: Trial, batch: Batch) -> int:
    return next(sequence for sequence, one, place, _ in t.book.records() if one is batch and place == 0)


def head(**members: Any) -> Callable[[Trial, Batch], None]:
    def change(t: Trial, batch: Batch) -> None:
        batch.content[0].update(members)
    return change


@case(40, "a slip received twice, changed, of another key, by whom may not")
def _() -> Any:
    def line(**members: Any) -> Callable[[Trial, Batch], None]:
        return lambda t, batch: batch.content[1].update(members)

    def leaves(t: Trial, batch: Batch) -> None:
        batch.content[0]["leaves"][0] = leaf(canonical({**batch.content[1], "agreement": "AGR-0000-000001", "office": "R03"})).hex()
    yield "received twice", "P", slip(lines=(), number=12, rejected=1)
    yield "a line changed on the way", "0LP", slip(after=line(office="R03"))
    yield "a line and its leaf changed", "P", slip(after=lambda t, batch: (line(office="R03")(t, batch), leaves(t, batch)) and None)
    yield "its number changed", "P", slip(after=head(number="14"))
    yield "its committee changed", "P", slip(after=head(committee="chimie"))
    yield "of another key", "P", slip(key="colin")
    yield "signed by the agent in her name", "P", slip(key="agnes")
    yield "of one who is no coordinator", "P", slip(person="bruno")
    yield "for a committee that she has not", "P", slip(lines=(drafted("operateur", who=0),), committee="chimie")
    yield "a line of another committee", "P", slip(lines=(drafted("operateur", who=0),))
    yield "by an agent of another region", "P", slip(receiver="bruno")
    yield "received by herself", "P", slip(receiver="carla")
    yield "a step that no coordinator takes", "P", slip(lines=(step("checked", 1, modules=["A"]),))
    yield "a line neither accepted nor rejected", "P", slip(after=head(rejected=[]), rejected=1)
    yield "a line twice", "P", slip(after=head(rejected=[{"line": "1", "code": "E-1"}]))
    yield "a record that is no line", "P", slip(after=lambda t, batch: batch.content.append(started()))
    yield "a record missing", "P", slip(after=lambda t, batch: batch.content.pop() and None)
    yield "not first of its batch", "P", slip(after=lambda t, batch: batch.content.insert(0, started()))


# ---------------------------------------------------------------- disclosures

def disclosed(name: str, change: Callable[[str], str]) -> Act:
    """What was disclosed of persons, otherwise; beside the true bundle."""
    def act(t: Trial) -> None:
        t.of("services", 2)
        with open(os.path.join(t.scenario.path("services", 2)[:-2] + ".disclosed", name + ".disclosure"), encoding="utf-8") as file:
            before = file.read()
        after = change(before)
        if change is not same and before == after:
            raise LookupError(name)
        t.disclosure = after.encode()
    return act


def same(text: str) -> str:
    return text


def rows(change: Callable[[List[str]], List[str]]) -> Callable[[str], str]:
    def edit(text: str) -> str:
        above, below = text.split("\n\n")
        return above + "\n\n" + "".join(row + "\n" for row in change(below.splitlines()))
    return edit


def opening(row: str, field: str) -> str:
    return re.search('"%s":({[^}]*})' % field, row)[1]  # type: ignore[index]


def told(row: str) -> Tuple[str, str]:
    """What every line has: where it was opened, which subject."""
    return re.search('"opened":"[0-9]+"', row)[0], re.search('"subject":"[0-9a-f]+"', row)[0]  # type: ignore[index]


def erased(record_: str) -> Callable[[List[str]], List[str]]:
    return lambda found: ['{"erased":"%s",%s,"state":"erased",%s}' % (record_, *told(found[0]))] + found[1:]


@case(51, "an opening moved to another record or field")
def _() -> Any:
    def swap(one: str, other: str) -> Callable[[List[str]], List[str]]:
        def change(found: List[str]) -> List[str]:
            mine, theirs = opening(found[0], one), opening(found[-1], other)
            return [found[0].replace(mine, theirs, 1), *found[1:]]
        return change
    yield "to another subject", "0", disclosed("open", rows(swap("name", "name")))
    yield "to another field", "0", disclosed("open", rows(swap("name", "born")))
    yield "another's birth date", "0", disclosed("open", rows(swap("born", "born")))
    yield "a value changed", "0", disclosed("open", lambda text: text.replace('"2004-05-12"', '"2004-05-13"', 1))
    yield "a salt changed", "0", disclosed("open", lambda text: re.sub('"salt":"([0-9a-f]{64})"', lambda m: '"salt":"%s"' % m[1][::-1], text, count=1))
    yield "a field renamed", "0", disclosed("open", lambda text: text.replace('"born":', '"date":', 1))
    yield "a field left out", "0", disclosed("open", lambda text: re.sub('"born":{[^}]*},', "", text, count=1))
    yield "opened by another record", "0", disclosed("open", lambda text: re.sub('"opened":"[0-9]+"', '"opened":"3"', text, count=1))
    yield "of another register", "0", disclosed("open", lambda text: re.sub("register-id: [0-9a-f]{64}", "register-id: " + "5a" * 32, text))
    yield "an opening of a subject of nobody", "0", disclosed("open", rows(lambda found: [re.sub('"subject":"[0-9a-f]+"', '"subject":"%032x"' % 1, found[0]), found[1]]))


@case(52, "withheld shown as erased, erased as open; an erased person named anew")
def _() -> Any:
    yield "withheld shown as erased", "0", disclosed("part", lambda text: rows(erased("9"))(text))
    yield "open shown as erased, by another's erasure", "0", disclosed("open", lambda text: rows(erased("150"))(text))
    yield "erased by another record", "0", disclosed("erased", lambda text: re.sub('"erased":"[0-9]+"', '"erased":"9"', text))
    yield "erased shown as withheld", "0", disclosed("erased", rows(lambda found: ['{"fields":{"born":{"withheld":"yes"},"name":{"withheld":"yes"}},%s,"state":"open",%s}' % told(found[0])]))

    def late(t: Trial) -> None:
        """What was true before the erasure, said of the bundle's size."""
        disclosed("before", same)(t)
        with open(os.path.join(t.original, "STATEMENT"), encoding="ascii") as file:
            size = file.read().split("\nsize: ")[1].split("\n")[0]
        t.disclosure = re.sub(b"size: [0-9]+", b"size: " + size.encode(), t.disclosure or b"")
    yield "an erasure concealed", "0", late
    yield "erased with fields", "0", disclosed("erased", lambda text: text.replace('"state":"erased"', '"fields":{},"state":"erased"'))
    yield "an agreement of one who is erased", "P", by("agnes", drafted("libre", who=-1))
    yield "a seat of one who is erased", "P", by("carla", lambda t: record("committee.seated", committee="tourisme", seat="U1", side="unions", subject=subject(t, -1)))
    yield "erased twice", "P", by("anne", lambda t: record("subject.erased", "", subject=subject(t, -1), reason="x"))

    def unsaid(t: Trial) -> None:
        opened(t)
        t.book.batches.remove(t.book.find("subject.erased/1")[0][1])
    yield "an erasure left out", "0L", unsaid


# ---------------------------------------------------------------- figures

def published(month: str, exact: bool = True, change: Callable[[List[Dict[str, str]]], Any] = lambda figures: None) -> Act:
    def act(t: Trial) -> None:
        by("anne", record("month.published", "", month=month, figures=[]))(t)
        if exact:
            fuzz_services.recount(t.book)
        change(t.book.batches[t.before_last() - 1].content[0]["figures"])
    return act


def figure(change: Callable[[List[Dict[str, str]]], Any]) -> Act:
    """In the figures of June, which are there."""
    def act(t: Trial) -> None:
        opened(t)
        change(t.new("month.published/1", month="2024-P03")[3]["figures"])
    return act


def count(by_: int) -> Callable[[List[Dict[str, str]]], Any]:
    return lambda figures: figures[-1].update(count=str(int(figures[-1]["count"]) + by_))


def entered(**more: Any) -> Dict[str, Any]:
    return record("indicator.recorded", "", **{"decimals": 0, "indicator": "aide-en-emploi", "level": "national", "note": "", "origin": "x", "value": 52, "year": YEAR, **more})


@case(58, "indicator figure that its list does not give")
def _() -> Any:
    yield "one more", "0LP", figure(count(1))
    yield "ten times", "P", figure(lambda figures: figures[0].update(count=figures[0]["count"] + "0"))
    yield "a level left out", "P", figure(lambda figures: figures.pop())
    yield "a level too many", "P", figure(lambda figures: (figures.append({"indicator": "nouvelles-ententes", "level": "region-17", "count": "1"}), figures.sort(key=lambda f: (f["indicator"], f["level"]))))
    yield "a level for another", "P", figure(lambda figures: figures[-1].update(level="region-17"))
    yield "the next month, one more", "P", published("2024-P04", change=lambda figures: figures.append({"indicator": "nouvelles-ententes", "level": "national", "count": "1"}))
    yield "the next month, with nothing", "P", published("2024-P04", False, change=lambda figures: figures.append({"indicator": "nouvellement-aidee", "level": "national", "count": "1"}))
    yield "a month published twice", "P", published("2024-P03")
    yield "a month too early in the order", "P", published("2024-P05")

    def unfinished(t: Trial) -> None:
        by("anne", *(record("month.published", "", month=month, figures=[]) for month in ("2024-P04", "2024-P05", "2024-P06")))(t)
        fuzz_services.recount(t.book)
    yield "a month that is not over", "P", unfinished

    yield "an agreement of tomorrow", "P", at(DAY, by("carla", drafted("cuisinier", who=1, date="2024-09-13")))
    yield "a participation of tomorrow", "P", at(DAY, by("anne", lambda t: {**joined()(t), "date": "2024-09-13"}))

    def behind(kind: str, place: int = 0, **members: Any) -> Act:
        """What a published figure counts, otherwise from the beginning."""
        def act(t: Trial) -> None:
            opened(t)
            t.book.find(kind)[place][3].update(members)
        return act
    yield "an intervention behind it moved to another month", "P", behind("intervention.started/1", begins="2024-04-02")
    yield "an agreement behind it signed in another month", "P", behind("agreement.signed/1", 1, date="2024-06-01", apprentice_signed="2024-06-01", employer_signed="2024-06-01", service_signed="2024-06-01", begins="2024-06-01")
    yield "an intervention behind it of another measure", "P", behind("intervention.started/1", measure="gprh")

    def earlier(t: Trial) -> None:
        """A firm that was helped the year before, told before the publication."""
        opened(t)
        at = t.book.batches.index(t.book.find("month.published/1")[0][1])
        t.add([record("intervention.started", "", begins="2024-03-05", employer=FIRM, intervention="INT-2023-000001", measure="mfor", office="R06")], "services-agnes", at)
    yield "a firm that is not newly assisted", "P", earlier


@case(58, "a target revised in October, twice, beyond five years; an override alone; an entered figure changed without a reason")
def _() -> Any:
    yield "revised in October", "P", at("2024-10-01", by("anne", target("target.revised", "2024-10-01", indicator="nouvellement-aidee")))
    yield "revised in September, sealed on 2 October", "P", at("2024-10-02", by("anne", target("target.revised", "2024-09-30", indicator="nouvellement-aidee")))
    yield "set for a year that is over", "P", by("anne", target(year="2023-2024"))
    yield "revised in August", "P", by("anne", target("target.revised", "2024-08-31", indicator="nouvellement-aidee"))
    yield "revised in the September of another year", "P", by("anne", target("target.revised", DAY, indicator="nouvellement-aidee", year="2025-2026"))
    yield "revised twice", "0LP", by("agnes", target("target.revised", level="region-06"))
    yield "revised where there is none", "P", by("anne", target("target.revised"))
    yield "six years", "P", by("anne", target(through="2029-2030"))
    yield "a year that has one", "P", by("anne", target(indicator="nouvellement-aidee", year="2026-2027"))
    yield "other decimals", "P", by("anne", target(decimals=1))
    yield "an override alone", "P", by("anne", target("target.overridden", alone="yes", level="region-06"))

    def own(t: Trial) -> None:
        opened(t)
        made = target("target.overridden", level="region-06")
        t.add([{**made, "kind": "target.overridden.proposed/1"}], "services-anne")
        number = str(t.last_content())
        t.add([record("approval.given", "", proposal=number), {**made, "proposal": number}], "services-anne")
    yield "an override approved by its proposer", "P", own
    yield "entered for what is counted", "P", by("anne", entered(indicator="nouvelles-ententes"))
    yield "entered again without a reason", "P", by("anne", entered())
    yield "a reason for a first entry", "P", by("anne", entered(level="region-06", reason="x"))
    yield "a month of another year", "P", by("anne", entered(month="2025-P01"))
    yield "an explanation of no indicator", "P", by("anne", record("variance.explained", "", indicator="aucun", level="national", text="x", year=YEAR))
    definition = record("indicator.defined", "", citation="x", decimals=0, from_="2025-2026", indicator="nouvelles-ententes", method="new-agreements", name="x", name_en="x", parameters={}, targeted="yes", unit="count", version=2)
    yield "another definition of a year that has figures", "P", by("anne", {**definition, "from": YEAR})
    yield "a definition out of its turn", "P", by("anne", {**definition, "version": "3"})
    yield "a definition from an earlier year", "P", by("anne", {**definition, "from": "2000-2001"})
    yield "a percentage that is counted", "P", by("anne", {**definition, "unit": "percent"})


@case(43, "the files of employers differ from the records")
def _() -> Any:
    def edit(name: str, before: bytes, after: bytes) -> Act:
        def act(t: Trial) -> None:
            opened(t)
            with open(os.path.join(t.original, name), "rb") as file:
                content = file.read()
            if before not in content:
                raise LookupError(name)
            t.book.files[name] = content.replace(before, after, 1)
        return act
    yield "a published figure", "0L", edit("figures.csv", b",national,1,", b",national,2,")
    yield "a figure recounted", "0L", edit("figures.csv", b",national,2,3\n", b",national,2,2\n")
    yield "a target", "0L", edit("targets.csv", b",40,35,", b",40,40,")
    yield "an agreement's state", "0L", edit("agreements.csv", b",under-way,", b",completed,")
    yield "an agreement's committee", "0L", edit("agreements.csv", b",tourisme,", b",chimie,")
    yield "an intervention's grant", "0L", edit("interventions.csv", b"FNF-G-000001", b"FNF-G-000002")
    yield "a firm's region", "0L", edit("employers.csv", b",06,R06,", b",03,R03,")
    yield "an erasure not counted", "0L", edit("counts.csv", b"subjects_erased,1", b"subjects_erased,0")
    for name in ("establishments.csv", "participations.csv", "committees.csv"):
        def more(t: Trial, name: str = name) -> None:
            opened(t)
            with open(os.path.join(t.original, name), "rb") as file:
                t.book.files[name] = file.read() + b"x\n"
        yield name + " with a row more", "L", more


def paired(act: Act) -> Act:
    """The auditor has the fund's bundle too: grants 1 and 5 are of FIRM."""
    def both(t: Trial) -> None:
        act(t)
        t.others = [path for path in (t.scenario.path("grants", 2),) if os.path.isdir(path)]
    return both


@cases.case(57, "a grant named that is another firm's (both bundles given)", program="services+grants")
def _() -> Any:
    named = started("R03", OTHER, grant="FNF-G-000001")
    yield "an intervention of another firm", "P", paired(by("bruno", named))
    yield "after one of the firm's own", "P", paired(by("anne", started(grant="FNF-G-000005"), {**named, "intervention": "INT-2024-000007"}))

    def apart(t: Trial) -> None:
        by("bruno", named, record("intervention.annulled", intervention="INT-2024-000006", reason="x"), {**named, "intervention": "INT-2024-000007"})(t)
    yield "once more, after it was annulled", "P", paired(apart)


# ---------------------------------------------------------------- what may be

LAWFUL: List[Tuple[str, Act]] = [
    ("a draft of her standard, in any region", by("carla", drafted("cuisinier", "R03", OTHER, who=1))), ("a draft of a standard of none, by the agent of the region", by("bruno", drafted("libre", "R03", who=0))),
    ("a step of her agreement", by("carla", step("suspended", 1, reason="x"))), ("her standard, anew", by("carla", standard("cuisinier", "tourisme"))), ("her committee's plan", by("carla", planned("tourisme"))),
    ("a firm of another region, to one's own", by("bruno", record("employer.changed", employer=FIRM, region="03"))), ("a firm that comes, by the agent of where it was", by("agnes", record("employer.changed", employer=FIRM, region="03"))),
    ("a merger of two regions", by("bruno", record("employer.merged", employer=FIRM, into=OTHER, reason="x"))), ("a note of one's office", by("agnes", note("office-R06"))), ("anything by a founder", by("anne", drafted("libre", who=0), started("R03"))),
    ("a slip", slip()), ("a slip of which all is rejected", slip(lines=(), rejected=2)), ("a slip received by a founder", slip(receiver="anne")), ("a slip with steps", slip(lines=(step("suspended", 1, reason="x"), drafted("cuisinier", who=1)), rejected=1)),
    ("a slip without a record, by any agent", slip(lines=(), rejected=1, receiver="bruno")), ("a person disclosed", disclosed("open", same)), ("a field withheld", disclosed("part", same)), ("an erased person disclosed", disclosed("erased", same)),
    ("disclosed before the erasure", disclosed("before", same)), ("July published", published("2024-P04")), ("an intervention of a published month, late", by("bruno", started("R03", OTHER, "2024-06-30"))),
    ("revised on the last day of September", at("2024-09-30", by("anne", target("target.revised", "2024-09-30", indicator="nouvellement-aidee")))),
    ("sealed on 1 October", at("2024-10-01", by("anne", target("target.revised", "2024-09-30", indicator="nouvellement-aidee")))), ("five years", by("anne", target(through="2028-2029"))), ("entered again with a reason", by("anne", entered(reason="x"))),
    ("its own grant, both bundles given", paired(by("agnes", started(grant="FNF-G-000005")))), ("a guild's intervention, its own grant", paired(by("agnes", started(firm=GUILD, grant="FNF-G-000002")))),
    ("a firm's, paid by a grant of the guild", paired(by("agnes", started(grant="FNF-G-000002")))), ("another's grant, after a merger", paired(by(
        "anne", record("employer.merged", employer=OTHER, into=FIRM, reason="x"), started("R03", OTHER, grant="FNF-G-000001")))),
    ("another's grant, annulled", paired(by("bruno", started("R03", OTHER, grant="FNF-G-000001"), record("intervention.annulled", intervention="INT-2024-000006", reason="x")))),
    ("a month after its year's others", by("anne", entered(month="2024-P12", level="region-06"))),
    ("a second version", by("anne", record("indicator.defined", "", citation="x", decimals=0, from_="2025-2026", indicator="nouvelles-ententes", method="new-agreements", name="x", name_en="x", parameters={}, targeted="yes",
                                           unit="count", version=2)))]
