"""Changes records of employer services (FORMAT.md section 20) at random, and all that follows from each: numbers, references, months
published, the lines and signatures of slips. So nothing but the rule that is broken, if one is, tells a true register from a false one.
"""
import copy
import random
from datetime import date as Day
from datetime import timedelta
from typing import Any, Callable, Dict, List, Tuple

from forge import Batch, Book, canonical, leaf
from forge_grants import fiscal
from forge_services import SERVED, Figures, judged

NUMBERED = {"intervention.started/1": ("intervention", "begins"), "agreement.drafted/1": ("agreement", "date"), "participation.started/1": ("participation", "date")}
FREE = ("kind", "agreement", "intervention", "participation", "accepted", "rejected", "leaves", "signature", "key", "map", "proposal")
Place = Tuple[Batch, int]


def resolve(book: Book) -> None:
    """What is named stands in the place of its name: settle() numbers anew. Lines of slips know their numbers there."""
    opened = {r[NUMBERED[r["kind"]][0]]: r for _, _, _, r in book.records() if r["kind"] in NUMBERED}
    book.in_slips = {}  # type: ignore[attr-defined]
    for batch in book.batches:
        slip = batch.content[0]
        if slip["kind"] == "slip.received/1":
            last = {"agreement": 0, "participation": 0}
            for one, record in zip(slip["accepted"], batch.content[1:]):
                if record["kind"] in NUMBERED:
                    member = NUMBERED[record["kind"]][0]
                    for number in range(last[member] + 1, int(one["line"]) + 1):
                        if leaf(canonical({**record, member: "%s-0000-%06d" % (record[member][:3], number)})).hex() == slip["leaves"][int(one["line"]) - 1]:
                            last[member] = number
                            book.in_slips[id(record)] = number  # type: ignore[attr-defined]
                            break
    for _, _, _, record in book.records():
        for member in ("intervention", "agreement", "participation"):
            if record.get(member) in opened and opened[record[member]] is not record:
                record[member] = opened[record[member]]


def settle(book: Book, exact: bool = True) -> None:
    """`exact`: months are published as they count, slips signed over their lines."""
    times = sorted(batch.seal["time"] for batch in book.batches if batch.seal)
    for batch, time in zip([b for b in book.batches if b.seal], times):
        batch.seal["time"] = time  # type: ignore[index]
    counts: Dict[Tuple[str, int], int] = {}
    for _, _, _, record in book.records():
        if record["kind"] in NUMBERED:
            member, dated = NUMBERED[record["kind"]]
            start = fiscal(record[dated])
            counts[member, start] = counts.get((member, start), 0) + 1
            record[member] = "%s-%d-%06d" % (member[:3].upper(), start, counts[member, start])
    for _, _, _, record in book.records():
        for member in ("intervention", "agreement", "participation"):
            if isinstance(record.get(member), dict):
                record[member] = record[member][member]
    for sequence, batch, place, record in book.records():
        if exact and record["kind"] == "intake.recorded/1":
            record["records"] = str(sum("source" in r or r["kind"] in ("employer.added/1", "employer.changed/1", "intervention.started/1") for r in batch.content))
        if exact and record["kind"] == "slip.received/1" and place == 0:
            sign(book, batch, sequence)
    if exact:
        recount(book)


def sign(book: Book, batch: Batch, sequence: int) -> None:
    slip, own = batch.content[0], {}  # type: Any, Dict[str, str]
    if len(slip["accepted"]) != len(batch.content) - 1:
        return
    for place, (one, record) in enumerate(zip(slip["accepted"], batch.content[1:]), 1):
        one["record"] = str(sequence + place)
        for member in ("agreement", "participation"):
            if member in record:
                if record["kind"] in NUMBERED:
                    own[record[member]] = "%s-0000-%06d" % (member[:3].upper(), book.in_slips.get(id(record), place))  # type: ignore[attr-defined]
                slip["leaves"][int(one["line"]) - 1] = leaf(canonical({**record, member: own.get(record[member], record[member])})).hex()
        if record["kind"] == "subject.opened/1":
            slip["leaves"][int(one["line"]) - 1] = leaf(canonical(record)).hex()
    key = book.keys.get(slip["key"])
    if key is not None:
        text = "fundctl/slip-signature/v1\n" + "".join(p + "\n" for p in (book.id, slip["committee"], slip["person"], slip["number"], slip["time"], *slip["leaves"]))
        slip["signature"] = key.sign(text.encode()).hex()


def recount(book: Book) -> None:
    def before(judge: Figures, record: Dict[str, Any]) -> None:
        if record.get("kind") == "month.published/1":
            indicators, month = judge.indicators, record["month"]
            found = {name: indicators.of_year(name, int(month[:4])) for name in indicators.definitions}
            counted = indicators.figures({name: d for name, d in found.items() if d and d.computed}, month)
            record["figures"] = [{"indicator": i, "level": level, "count": str(n)} for (i, level), n in sorted(counted.items()) if n]
    records: List[Any] = []
    for batch in book.batches:
        records += batch.content + ([batch.seal] if batch.seal else [])
    judged(records, before)


# ---------------------------------------------------------------- changes

def places(book: Book) -> List[Place]:
    return [(batch, place) for batch in book.batches for place, record in enumerate(batch.content) if record["kind"] in SERVED]


def drop(book: Book, at: Place, chance: random.Random) -> str:
    batch, place = at
    if len(batch.content) == 1:
        book.batches.remove(batch)
    else:
        del batch.content[place]
    return "left out"


def again(book: Book, at: Place, chance: random.Random) -> str:
    batch, place = at
    record = batch.content[place]
    twin = {name: value if isinstance(value, dict) else copy.deepcopy(value) for name, value in record.items()}
    made = Batch([twin], dict(batch.seal or {}))
    made.keep["idempotency_key"] = "again-%d" % chance.getrandbits(60)
    book.batches.insert(chance.randrange(book.batches.index(batch) + 1, len(book.batches)), made)
    return "again"


def move(book: Book, at: Place, chance: random.Random) -> str:
    where = book.batches.index(at[0])
    to = max(1, min(len(book.batches) - 2, where + chance.choice((-8, -3, -2, -1, 1, 2, 3, 8))))
    book.batches.insert(to, book.batches.pop(where))
    return "as batch %d" % (to + 1)


def another_day(book: Book, at: Place, chance: random.Random) -> str:
    record = at[0].content[at[1]]
    name = chance.choice([n for n in record if n in ("date", "begins", "ends", "from") or n.endswith("_signed")])
    old = record[name]
    if len(old) != 10:
        raise LookupError(name)
    record[name] = (Day.fromisoformat(old) + timedelta(days=chance.choice((-400, -92, -31, -1, 1, 31, 92, 400)))).isoformat()
    return "%s %s for %s" % (name, record[name], old)


def member(book: Book, at: Place, chance: random.Random) -> str:
    """A member as another record has it, or without it."""
    record = at[0].content[at[1]]
    name = chance.choice([n for n in record if n not in FREE])
    others = [r for _, _, _, r in book.records() if name in r and r is not record and r[name] != record[name]]
    if chance.random() < 0.1:
        del record[name]
        return name + " left out"
    record[name] = copy.deepcopy(chance.choice(others)[name])
    return "%s %s" % (name, str(record[name])[:60])


def named(book: Book, at: Place, chance: random.Random) -> str:
    """A step of another one."""
    record = at[0].content[at[1]]
    name = chance.choice([n for n in ("intervention", "agreement", "participation") if isinstance(record.get(n), dict)])
    record[name] = chance.choice([r for _, _, _, r in book.records() if r["kind"] in NUMBERED and NUMBERED[r["kind"]][0] == name])
    return "of another " + name


def person(book: Book, at: Place, chance: random.Random) -> str:
    at[0].keep["key"] = chance.choice([b.seal["key"] for b in book.batches if b.seal])
    return "by another person"


def optional(book: Book, at: Place, chance: random.Random) -> str:
    record, name, value = at[0].content[at[1]], *chance.choice((("closed", "yes"), ("office", "R06"), ("office", "R03"), ("establishment", "1"), ("employees", "5"), ("chair", "yes"), ("through", "2026-2027"),
                                                                 ("month", "2024-P03"), ("grant", "FNF-G-000001"), ("region", "06"), ("reason", "x"), ("employer", "1199999999")))
    record[name] = value
    return "%s %s" % (name, value)


def figure(book: Book, at: Place, chance: random.Random) -> str:
    """A published count one off, a level too many, a row less."""
    rows = chance.choice([r for _, _, _, r in book.records() if r["kind"] == "month.published/1" and r["figures"]])["figures"]
    one = chance.choice(rows)
    turn = chance.random()
    if turn < 0.5:
        one["count"] = str(max(1, int(one["count"]) + chance.choice((-1, 1))))
    elif turn < 0.75:
        rows.remove(one)
    else:
        one["level"] = chance.choice(("region-05", "office-R06", "national"))
    return "a figure published otherwise"


CHANGES: Dict[Callable[[Book, Place, random.Random], str], float] = {drop: 4, again: 5, move: 4, another_day: 7, member: 7, named: 4, person: 3, optional: 3}


def mutate(book: Book, chance: random.Random) -> str:
    """One to three changes; says which. LookupError where there is nothing to change."""
    resolve(book)
    told = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        for _ in range(30):
            found = places(book)
            kind = chance.choice(sorted({batch.content[place]["kind"] for batch, place in found}))
            at = chance.choice([one for one in found if one[0].content[one[1]]["kind"] == kind])
            change = chance.choices(list(CHANGES), list(CHANGES.values()))[0]
            try:
                told.append("%s: %s" % (kind, change(book, at, chance)))
                break
            except (LookupError, ValueError, OverflowError):
                continue
    exact = chance.random() < 0.85
    settle(book, exact)
    if chance.random() < 0.1:
        try:
            told.append(figure(book, places(book)[0], chance))
        except LookupError:
            pass
    if not told:
        raise LookupError("nothing to change")
    return "; ".join(told)
