"""Changes acts of grants, payments, levies and revenue (FORMAT.md section 19) at random, and all that follows from each: entries, their
numbers, references, proposals, times. So nothing but the rule that is broken, if one is, tells a true book from a false one.

resolve() puts references in the place of names and numbers; after changes settle() numbers everything again.
"""
import copy
import random
from datetime import date as Day
from datetime import timedelta
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

from forge import Batch, Book
from forge_budgets import number
from forge_grants import PREFIXES, fiscal

AMOUNTS = ("amount", "eligible", "advance", "holdback", "fees")
SEQUENCES = ("proposal", "record", "payable", "earmark", "transfer")
ENTRIES = ("entry", "entries", "reversal", "reverses", "commitment", "continues")
Group = Tuple[Batch, int, int]  # a batch; where in it an act stands; how many records it is with its entries


class Ref:
    """What a member names: a record, or the payment of that place in it. `said` is its name in the book as it was."""

    def __init__(self, target: Dict[str, Any], said: str, sort: str, place: int = 0) -> None:
        self.target, self.said, self.sort, self.place = target, said, sort, place

    def __deepcopy__(self, memory: Any) -> "Ref":
        return Ref(self.target, self.said, self.sort, self.place)


def walk(value: Any, change: Callable[[str, Any], Any], name: str = "") -> Any:
    """The same value, each leaf as `change` makes it of its member's name and itself."""
    if isinstance(value, dict):
        for member in value:
            value[member] = walk(value[member], change, member)
        return value
    if isinstance(value, list):
        value[:] = [walk(one, change, name) for one in value]
        return value
    return change(name, value)


def resolve(book: Book) -> None:
    sequences = {str(s): r for s, _, _, r in book.records()}
    entries = {r["entry"]: r for r in sequences.values() if r["kind"] == "entry.posted/1"}
    grants = {r["grant"]: r for r in sequences.values() if r["kind"] in ("grant.applied/1", "grant.imported/1")}
    payments = {}
    for record in sequences.values():
        if record["kind"] == "payment.issued/1":
            head, _, first = record["first"].rpartition("-")
            payments.update({"%s-%06d" % (head, int(first) + place): (record, place) for place in range(len(record["items"]))})

    def leaf(name: str, value: Any) -> Any:
        if name in SEQUENCES and value in sequences:
            return Ref(sequences[value], value, "sequence")
        if name in ENTRIES and value in entries:
            return Ref(entries[value], value, "entry")
        if name == "grant" and value in grants:
            return Ref(grants[value], value, "grant")
        if name in ("payment", "payments") and value in payments:
            return Ref(*payments[value][:1], value, "payment", payments[value][1])
        return value
    for record in sequences.values():
        own = {n: v for n, v in record.items() if (n == "entry" and record["kind"] == "entry.posted/1")
               or (n == "grant" and record is grants.get(v)) or n in ("pair", "map", "rules", "postings")}
        walk(record, leaf)
        record.update(own)


def settle(book: Book) -> None:
    times = sorted(batch.seal["time"] for batch in book.batches if batch.seal)
    for batch, time in zip([b for b in book.batches if b.seal], times):
        batch.seal["time"] = time  # type: ignore[index]
    names: Dict[Tuple[str, int], str] = {}
    numbers: Dict[Tuple[str, int], int] = {}
    fund = str(book.first["register"]).upper()
    for sequence, _, _, record in book.records():
        names["sequence", id(record)] = str(sequence)
        kind = record["kind"]
        sort, start = {"entry.posted/1": ("entry", number(str(record.get("period", ""))[:4])), "payment.issued/1": ("payment", 0),
                       "grant.applied/1": ("grant", 0), "grant.imported/1": ("grant", 0)}.get(kind, ("", 0))
        if sort:
            form = {"entry": "%s-%d-%%06d" % (fund, start), "payment": fund + "-P-%06d", "grant": fund + "-G-%06d"}[sort]
            place = numbers.get((sort, start), 0) + 1
            numbers[sort, start] = place + (len(record["items"]) - 1 if sort == "payment" else 0)
            record["first" if sort == "payment" else sort] = names[sort, id(record)] = form % place

    def leaf(name: str, value: Any) -> Any:
        if not isinstance(value, Ref):
            return value
        found = names.get((value.sort, id(value.target)), value.said)
        if value.sort == "payment" and found != value.said:
            head, _, first = found.rpartition("-")
            return "%s-%06d" % (head, int(first) + value.place)
        return found
    for _, _, _, record in book.records():
        walk(record, leaf)


# ---------------------------------------------------------------- changes

def acts(book: Book) -> List[Group]:
    """Every record of section 19 with the entries bound to it."""
    found = []
    for batch in book.batches:
        for place, record in enumerate(batch.content):
            if record["kind"].startswith(PREFIXES) and ".proposed" not in record["kind"]:
                count = sum(len(v) if isinstance(v, list) else 1 for n, v in record.items() if n in ("entry", "entries", "reversal"))
                found.append((batch, place, 1 + count))
    return found


def postings(group: Group) -> Iterator[Dict[str, str]]:
    batch, place, count = group
    for entry in batch.content[place + 1:place + count]:
        yield from entry.get("postings", ())


def follow(record: Dict[str, Any]) -> None:
    """What was proposed is what is done."""
    proposal = record.get("proposal")
    if isinstance(proposal, Ref):
        proposal.target.update({n: copy.deepcopy(record[n]) for n in proposal.target if n in record and n != "kind"})


def amount(book: Book, group: Group, chance: random.Random) -> str:
    """Another amount, in the act, in its proposal, and wherever its entries have it."""
    record = group[0].content[group[1]]
    inner = [record] + [one for name in ("items", "parts", "plan", "instalments") for one in record.get(name, ())]
    holder, name = chance.choice([(one, n) for one in inner for n in AMOUNTS if n in one])
    old = int(holder[name])
    new = chance.choice((old + 1, old - 1, old + 100, max(0, old - 5_000), 2 * old, old // 2, 0))
    total = sum(int(item["amount"]) for item in record["items"]) if "items" in record else old
    holder[name] = str(new)
    follow(record)
    for p in postings(group):
        have = int(p["amount"])
        if record["kind"] == "grant.accepted/1":
            expense = have > 0 and (name == "eligible") and "envelope" in p
            if expense:
                p["amount"] = str(have + new - old)
            elif have < 0 and name == "eligible" and ("envelope" in p or p["account"] == payable_of(book)):
                p["amount"] = str(have - new + old)
            elif name != "eligible" and p["account"] == payable_of(book):
                p["amount"] = str(have + new - old)
            elif name != "eligible" and have == -old:
                p["amount"] = str(-new)
        elif abs(have) == abs(total):
            p["amount"] = str((total + new - old) * (1 if have * total > 0 else -1))
    for entry in group[0].content[group[1] + 1:group[1] + group[2]]:
        some = [p for p in entry.get("postings", ()) if p["amount"] != "0"]
        entry["postings"] = some if len(some) > 1 else entry.get("postings", [])
    return "%s %d for %d" % (name, new, old)


def payable_of(book: Book) -> str:
    return str(book.find("control.set/1", use="payable")[0][3]["account"])


def drop(book: Book, group: Group, chance: random.Random) -> str:
    batch, place, count = group
    del batch.content[place:place + count]
    if not batch.content:
        book.batches.remove(batch)
    return "left out"


def again(book: Book, group: Group, chance: random.Random) -> str:
    """Once more, later: with its proposal proposed once more, mostly."""
    record = group[0].content[group[1]]
    proposal = record.get("proposal")
    several = [b for b in book.batches if isinstance(proposal, Ref) and chance.random() < 0.7 and any(r is proposal.target for r in b.content)]
    several += [b for b in [group[0]] if b not in several]
    made = [copy.deepcopy(batch) for batch in several]
    twins = {id(old): new for one, other in zip(several, made) for old, new in zip(one.content, other.content)}
    for batch in made:
        for one in batch.content:
            walk(one, lambda name, value: Ref(twins.get(id(value.target), value.target), value.said, value.sort, value.place)
                 if isinstance(value, Ref) else value)
        batch.keep["idempotency_key"] = "again-%d" % chance.getrandbits(60)
    at = chance.randrange(book.batches.index(group[0]) + 1, len(book.batches))
    book.batches[at:at] = made
    return "again as batch %d" % (at + 1)


def move(book: Book, group: Group, chance: random.Random) -> str:
    at = book.batches.index(group[0])
    to = max(1, min(len(book.batches) - 2, at + chance.choice((-8, -3, -2, -1, 1, 2, 3, 8))))
    book.batches.insert(to, book.batches.pop(at))
    return "as batch %d" % (to + 1)


def another_day(book: Book, group: Group, chance: random.Random) -> str:
    record = group[0].content[group[1]]
    name = chance.choice([n for n in ("date", "date", "date", "begins", "ends", "from", "to", "expires") if n in record])
    old = record[name]
    new = record[name] = (Day.fromisoformat(old) + timedelta(days=chance.choice((-400, -31, -1, 1, 31, 400)))).isoformat()
    follow(record)
    for entry in group[0].content[group[1] + 1:group[1] + group[2]]:
        if name == "date" and entry["date"] == old and fiscal(new) == int(entry["period"][:4]):
            entry.update(date=new, period="%d-P%02d" % (fiscal(new), (int(new[5:7]) - 4) % 12 + 1))
    return "%s %s for %s" % (name, new, old)


def member(book: Book, group: Group, chance: random.Random) -> str:
    """A member as another record of the kind has it; an envelope or account in its entries too."""
    record = group[0].content[group[1]]
    others = [r for _, _, _, r in book.records() if r["kind"] == record["kind"] and r is not record]
    other = chance.choice(others)
    name = chance.choice([n for n in record if n not in ("kind", "entry", "entries", "reversal", "first", "proposal", "date")])
    if name in AMOUNTS or record["kind"] in ("grant.applied/1", "grant.imported/1") and name == "grant":
        raise LookupError(name)
    old = record[name]
    if name in other:
        record[name] = copy.deepcopy(other[name])
    else:
        del record[name]
    if name in ("envelope", "account") and name in other:
        for p in postings(group):
            p.update({name: other[name]} if p.get(name) == old else {})
    follow(record)
    return "%s of another" % name


def person(book: Book, group: Group, chance: random.Random) -> str:
    """Sealed by another, in place of all others or just here."""
    keys = [b.seal["key"] for b in book.batches if b.seal]
    group[0].keep["key"] = chance.choice(keys)
    return "by another person"


def unapproved(book: Book, group: Group, chance: random.Random) -> str:
    gone = [r for r in group[0].content if r["kind"] == "approval.given/1"]
    group[0].content.remove(chance.choice(gone))
    return "without its approval"


CHANGES: Dict[Callable[[Book, Group, random.Random], str], float] = {
    amount: 8, drop: 3, again: 5, move: 3, another_day: 4, member: 5, person: 1, unapproved: 0.5}


def mutate(book: Book, chance: random.Random) -> str:
    """One to three changes; says which. LookupError where there is nothing to change."""
    resolve(book)
    told = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        for _ in range(30):
            found = acts(book)
            kind = chance.choice(sorted({batch.content[place]["kind"] for batch, place, _ in found}))
            group = chance.choice([one for one in found if one[0].content[one[1]]["kind"] == kind])
            record = group[0].content[group[1]]
            change = chance.choices(list(CHANGES), list(CHANGES.values()))[0]
            name: Optional[Any] = record.get("grant", "")
            try:
                told.append("%s %s: %s" % (record["kind"], name.said if isinstance(name, Ref) else name, change(book, group, chance)))
                break
            except (LookupError, ValueError, OverflowError):
                continue
    settle(book)
    if not told:
        raise LookupError("nothing to change")
    return "; ".join(told)
