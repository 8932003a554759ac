"""FORMAT.md §18.1, §18.2 and budgets.csv: envelopes, ceilings, commitments, and the entries that move budget.

Of what has to do with budgets, read first members and ruleform (the form of a compiled rule set), envelopes and rules
(what the rule language gives), then this, then transfers (the verdict rules). §19 belongs to this verdict too: office
judges its records, and says which entries must follow.
"""
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from .books import Books, Derived
from .bundle import Bundle
from .controls import Money
from .envelopes import BUDGETARY, Envelope, Scopes
from .judge import Judge, Record
from .kinds import GRANTED
from .members import ascends
from .office import Office
from .rules import RuleSets
from .ruleform import OWN_NAMES
from .words import BIGGEST, Refused, need

Sums = Dict[Tuple[str, str], int]  # (budgetary class, envelope) -> sum of postings, none of zero


class Awaited(NamedTuple):
    """An entry that must follow an act (§18.2, §19.2)."""
    act: int
    entry: str
    start: int
    sums: Sums
    commitment: str = ""  # of which it is a spending, of this amount:
    amount: int = 0
    date: str = ""  # of an act of §19, whose entries have this date and these financial postings; or else mirror another one
    money: Money = {}
    reverses: str = ""
    reason: str = ""


class Commitment:
    def __init__(self, start: int, envelope: str, data: Dict[str, Any]) -> None:
        self.start, self.envelope = start, envelope
        self.amount = self.outstanding = int(data["amount"])
        self.later = {int(part["year"][:4]): int(part["amount"]) for part in data.get("later", ())}
        self.continued = dict.fromkeys(self.later, 0)


def moved(one: str, other: str, envelope: str, amount: int) -> Sums:
    """Postings of an amount to one class and of its opposite to another."""
    return {(one, envelope): amount, (other, envelope): -amount} if amount else {}


class Budgets(Judge):
    """§18.1 and §18.2 at every record. It rests on books, whose accounts and numbers it reads: books sees each record
    before it. rules reads envelopes, ceilings and sets here, and sees each record before this."""

    def __init__(self, bundle: Bundle, books: Books) -> None:
        super().__init__(bundle)
        self.books = books
        self.envelopes: Dict[Tuple[int, str], Envelope] = {}  # by start year and code
        self.scopes, self.sets = Scopes(), RuleSets()
        self.ceilings: Dict[int, Dict[str, int]] = {}  # start -> basis -> amount
        self.totals: Dict[int, List[int]] = {}  # start -> authorised; committed and spent
        self.commitments: Dict[str, Commitment] = {}
        self.office = Office(bundle, books, self.known)
        self.awaited: List[Awaited] = []
        self.bound: Dict[int, Tuple[str, int]] = {}  # record of a bound entry -> commitment that it spends of, or ""

    # ---- what others ask

    def controlled(self, year: str) -> int:
        """The start of a year that is opened with budget control."""
        need(self.books.years.get(int(year[:4])), "the year {} is not open with budget control", year)
        return int(year[:4])

    def known(self, start: int, code: str) -> Envelope:
        found = self.envelopes.get((start, code))
        if found is None:
            raise Refused("the envelope {} is not known in {}", code, start)
        return found

    def room(self, start: int) -> Optional[int]:
        """What the year's ceiling leaves to authorise; None where it has none."""
        ceilings = self.ceilings.get(start)
        return min(ceilings.values()) - self.totals.get(start, [0])[0] if ceilings else None

    # ---- records

    def see(self, record: Record, data: Dict[str, Any]) -> None:
        kind, sequence = data["kind"], record.sequence
        if self.books.refusal:
            self.unjudged = "rests on books, which does not hold"
            return
        if self.awaited:
            need(kind == "entry.posted/1" and data["entry"] == self.awaited[0].entry,
                 "the entry {} was expected, of record {}", self.awaited[0].entry, self.awaited[0].act)
        self.office.watch(sequence, data, self.batch, sequence == self.start)
        if kind == "entry.posted/1":
            self.enter(sequence, data)
        elif kind in ("record.annulled/1", "record.annulled.proposed/1"):
            self.annul(int(data["record"]), kind == "record.annulled/1")
        elif kind == "ruleset.adopted/1":
            for names in self.sets.adopt(sequence, data["rules"]).base_scopes():
                self.scopes.watch(names, self.envelopes.values())
        elif kind in ACTS:
            getattr(self, ACTS[kind])(sequence, data)
        elif kind in GRANTED:
            for entry, due in self.office.see(sequence, data):
                self.awaited.append(Awaited(sequence, entry, due.start, {(c, e): a for c, e, a in due.budget}, "", 0, due.date,
                                            self.office.controls.money(due.money), due.reverses, data.get("reason", "")))

    def see_seal(self, record: Record, data: Dict[str, Any]) -> None:
        if self.books.refusal:
            return
        if self.awaited:
            raise Refused("the entry {} was expected, of record {}", self.awaited[0].entry, self.awaited[0].act,
                          record=self.awaited[0].act)
        self.office.see_seal(data["key"])

    def set_ceiling(self, sequence: int, data: Dict[str, Any]) -> None:
        self.ceilings.setdefault(self.controlled(data["year"]), {})[data["basis"]] = int(data["amount"])

    def open_envelope(self, sequence: int, data: Dict[str, Any]) -> None:
        start, code, amount = self.controlled(data["year"]), data["envelope"], int(data["amount"])
        attributes, parent = data["attributes"], data.get("parent")
        need((start, code) not in self.envelopes, "the envelope {} is open already", code)
        need(parent is None or (start, parent) in self.envelopes, "the envelope {} is not known in {}", parent, start)
        first_day = "%d-04-01" % start
        need(data.get("expires", first_day) >= first_day, "the envelope {} expires before its year", code)
        ruling = self.sets.ruling(first_day)
        for name, value in attributes.items():
            need(name not in OWN_NAMES, "the attribute {} is refused", name)
            if ruling is not None:
                listed = ruling.rules["attributes"].get(name)
                need(listed is not None and (listed == [] or value in listed),
                     "the attribute {} is not one of the rule set of {}, or has not a value that it lists",
                     name, first_day)
        need(("entry" in data) == (amount > 0), "an entry goes with an amount")
        envelope = self.envelopes[start, code] = Envelope(code, data["year"], attributes, parent)
        envelope.name, envelope.expires = data["name"], data.get("expires", "9")
        self.totals.setdefault(start, [0, 0])
        self.give(envelope, amount)
        if amount:
            self.wait(sequence, data["entry"], start, moved("authorised", "available", code, amount))

    def revise(self, sequence: int, data: Dict[str, Any]) -> None:
        start, amount = self.controlled(data["year"]), int(data["amount"])
        need(amount, "the amount is zero")
        self.known(start, data["envelope"]).revised += amount
        self.wait(sequence, data["entry"], start, moved("authorised", "available", data["envelope"], amount))

    def allocate(self, sequence: int, data: Dict[str, Any]) -> None:
        start, source, shares = self.controlled(data["year"]), data["envelope"], data["shares"]
        total = sum(int(share["amount"]) for share in shares)
        need(all(int(share["amount"]) > 0 for share in shares), "the amount is zero")
        need(ascends([share["envelope"] for share in shares]) and source not in [s["envelope"] for s in shares],
             "shares out of order, or of the source")
        self.give(self.known(start, source), -total)
        sums = moved("available", "authorised", source, total)
        for share in shares:
            self.give(self.known(start, share["envelope"]), int(share["amount"]))
            sums.update(moved("authorised", "available", share["envelope"], int(share["amount"])))
        self.wait(sequence, data["entry"], start, sums)

    def commit(self, sequence: int, data: Dict[str, Any]) -> None:
        start, amount, years = self.controlled(data["year"]), int(data["amount"]), []
        self.known(start, data["envelope"])
        need(amount, "the amount is zero")
        for part in data.get("later", ()):
            years.append(part["year"])
            need(int(part["amount"]), "the amount is zero")
        need(ascends([data["year"]] + years), "later years out of order")
        need(data["entry"] not in self.commitments, "the commitment {} is open already", data["entry"])
        if "continues" in data:
            before = self.commitments.get(data["continues"])
            if before is None or before.continued.get(start, 0) + amount > before.later.get(start, 0):
                raise Refused("the commitment {} has not that much for {}", data["continues"], data["year"])
            before.continued[start] += amount
        self.commitments[data["entry"]] = Commitment(start, data["envelope"], data)
        self.wait(sequence, data["entry"], start, moved("available", "committed", data["envelope"], amount))

    def use(self, sequence: int, data: Dict[str, Any]) -> None:
        """commitment.spent/1, commitment.released/1."""
        found, amount, spent = self.commitments.get(data["commitment"]), int(data["amount"]), "reason" not in data
        need(amount, "the amount is zero")
        if found is None or amount > found.outstanding:
            raise Refused("the commitment {} has not that much outstanding", data["commitment"])
        found.outstanding -= amount
        sums = moved("committed", "spent" if spent else "available", found.envelope, amount)
        self.wait(sequence, data["entry"], found.start, sums, data["commitment"] if spent else "", amount)

    def transfer(self, sequence: int, data: Dict[str, Any]) -> None:
        proposal = self.read(data["proposal"], sequence, "transfer.proposed/1")
        if proposal is not None:
            self.move(sequence, data["entries"], proposal["from"], proposal.get("to"), int(proposal["amount"]))

    def return_transfer(self, sequence: int, data: Dict[str, Any]) -> None:
        posted = self.read(data["transfer"], sequence, "transfer.posted/1")
        proposal = self.read(posted["proposal"], sequence, "transfer.proposed/1") if posted else None
        if proposal is not None and (proposal["operation"] != "temporary-transfer" or "to" not in proposal):
            self.unjudged = "rests on rules, which does not hold"
        elif proposal is not None:
            self.move(sequence, [data["entry"]], proposal["to"], proposal["from"],
                      int(data["amount"]))

    def read(self, number: str, before: int, kind: str) -> Optional[Dict[str, Any]]:
        """A record that an act names; where it is none of the kind, rules fails, and this cannot be judged."""
        found = self.bundle.read(int(number)) if int(number) < before else {"kind": ""}
        if found["kind"] != kind:
            self.unjudged = "rests on rules, which does not hold"
        return found if found["kind"] == kind else None

    def move(self, sequence: int, entries: List[str], source: Dict[str, str], target: Optional[Dict[str, str]],
             amount: int) -> None:
        """Authorised budget from one envelope to another, or away."""
        one, other = self.known(int(source["year"][:4]), source["envelope"]), None
        sums = {one.start: moved("available", "authorised", one.code, amount)}
        one.taken += amount
        if target is not None:
            other = self.known(int(target["year"][:4]), target["envelope"])
            sums[other.start] = {**sums.get(other.start, {}), **moved("authorised", "available", other.code, amount)}
            other.brought += amount
        need(len(entries) == len(sums), "entries should be {}", len(sums))
        for entry, (start, wanted) in zip(entries, sums.items()):
            self.wait(sequence, entry, start, wanted)

    def give(self, envelope: Envelope, amount: int) -> None:
        envelope.initial += amount
        self.scopes.change(envelope, amount, 0)

    def wait(self, act: int, entry: str, start: int, sums: Sums, commitment: str = "", amount: int = 0) -> None:
        self.awaited.append(Awaited(act, entry, start, sums, commitment, amount))

    # ---- entries

    def sums(self, data: Dict[str, Any]) -> Sums:
        """The budgetary postings of an entry."""
        found: Sums = {}
        for posting in data["postings"]:
            class_ = self.books.accounts[posting["account"]].data["class"]
            if class_ in BUDGETARY:
                key = (class_, posting["envelope"])
                found[key] = found.get(key, 0) + int(posting["amount"])
        return {key: amount for key, amount in found.items() if amount}

    def expenses(self, data: Dict[str, Any]) -> Dict[str, int]:
        """Envelope -> the sum of the expenses that name it."""
        found: Dict[str, int] = {}
        for posting in data["postings"]:
            if "envelope" in posting and self.books.accounts[posting["account"]].data["class"] == "expense":
                found[posting["envelope"]] = found.get(posting["envelope"], 0) + int(posting["amount"])
        return found

    def enter(self, sequence: int, data: Dict[str, Any]) -> None:
        """§18.2: an entry is bound, a reversal, or a spending."""
        start, sums = int(data["period"][:4]), self.sums(data)
        if self.awaited:
            self.bind(sequence, data, start, sums)
        elif "reverses" in data:
            self.reverse(sequence, data, start)
        else:
            self.office.guard(data)
            wanted: Sums = {}
            for code, amount in self.expenses(data).items():
                wanted.update(moved("available", "spent", code, amount))
            need(sums == wanted, "the budgetary postings are not those of its expenses")
        for (class_, code) in sums:
            if class_ in ("reserved", "committed", "spent") and sums[class_, code] < 0:
                expires = self.known(start, code).expires
                need(data["date"] <= expires, "the envelope {} expired on {}", code, expires)
        self.change(start, sums, 1, True)

    def bind(self, sequence: int, data: Dict[str, Any], start: int, sums: Sums) -> None:
        awaited = self.awaited.pop(0)
        need(not data.keys() & {"source", "row", "pair"} and data.get("reverses", "") == awaited.reverses,
             "a bound entry has source, row, pair or reverses")
        need(start == awaited.start, "the entry {} is not in the year {}", data["entry"], awaited.start)
        if not awaited.reverses:
            need(sums == awaited.sums, "the budgetary postings are not those of record {}", awaited.act)
        if awaited.date:
            self.bind_money(data, awaited)
        elif awaited.commitment:
            expenses = [(p.get("envelope"), int(p["amount"])) for p in data["postings"]
                        if self.books.accounts[p["account"]].data["class"] == "expense"]
            envelope = self.commitments[awaited.commitment].envelope
            need(all(code == envelope for code, _ in expenses) and sum(a for _, a in expenses) == awaited.amount,
                 "the expenses are not the commitment's, or not {}", awaited.amount)
            self.office.guard(data)
        else:
            need(not any(self.books.accounts[p["account"]].financial for p in data["postings"]),
                 "a bound entry has financial postings")
        self.bound[sequence] = (awaited.commitment, awaited.amount)

    def bind_money(self, data: Dict[str, Any], awaited: Awaited) -> None:
        """§19.2: an entry of an act of §19."""
        need(data["date"] == awaited.date, "the entry {} is not dated {}", data["entry"], awaited.date)
        if awaited.reverses:  # books judged that it mirrors the other one
            need(data["reason"] == awaited.reason, "the reason is not that of record {}", awaited.act)
            return
        money: Money = {}
        for posting in data["postings"]:
            if self.books.accounts[posting["account"]].financial:
                key = (posting["account"], posting.get("envelope", ""))
                money[key] = money.get(key, 0) + int(posting["amount"])
        need({key: amount for key, amount in money.items() if amount} == awaited.money,
             "the financial postings are not those of record {}", awaited.act)

    def reverse(self, sequence: int, data: Dict[str, Any], start: int) -> None:
        """Books judged that it mirrors the other one."""
        if any("envelope" in posting for posting in data["postings"]):
            need(data["reverses"].split("-")[1] == str(start), "{} is of another year than its reversal",
                 data["reverses"])
        commitment, amount = self.bound.get(self.books.reverses[sequence], ("-", 0))
        need(commitment, "{} is bound to an act and may not be reversed", data["reverses"])
        self.give_back(commitment, amount, True)

    def give_back(self, commitment: str, amount: int, done: bool) -> None:
        """A reversal gives back to a commitment what was spent of it; its annulment, amount < 0, takes it again."""
        if commitment != "-":
            outstanding = self.commitments[commitment].outstanding + amount
            need(0 <= outstanding <= self.commitments[commitment].amount,
                 "the commitment {} has not that much outstanding", commitment)
            if done:
                self.commitments[commitment].outstanding = outstanding

    def annul(self, record: int, done: bool) -> None:
        """§18.1, §18.2; a proposal is judged alike and changes nothing."""
        need(record not in self.bound, "record {} is bound to an act and may not be annulled", record)
        data = self.bundle.read(record)
        commitment, amount = self.bound.get(self.books.reverses.get(record, 0), ("-", 0))
        self.give_back(commitment, -amount, done)
        self.change(int(data["period"][:4]), self.sums(data), -1, done)

    def change(self, start: int, sums: Sums, sign: int, done: bool) -> None:
        """What postings change of each envelope, and whether that may be; an amount but authorised is negated."""
        after: Dict[str, Dict[str, int]] = {}
        for (class_, code), amount in sums.items():
            amounts = after.setdefault(code, dict(self.known(start, code).amounts))
            amounts[class_] += sign * amount * (1 if class_ == "authorised" else -1)
        change = [0, 0]
        for code, amounts in after.items():
            before = self.known(start, code).amounts
            for class_, amount in amounts.items():
                need(0 <= amount <= BIGGEST, "the envelope {} would have {} {}", code, class_, amount)
            change[0] += amounts["authorised"] - before["authorised"]
            change[1] += sum(amounts[c] - before[c] for c in ("committed", "spent"))
        if not after:
            return
        totals = [a + b for a, b in zip(self.totals[start], change)]
        need(max(totals) <= BIGGEST, "a total leaves 64 bits")
        ceiling = min(self.ceilings.get(start, {"": BIGGEST}).values())
        for raised, total in zip(change, totals):
            need(raised <= 0 or total <= ceiling, "the ceiling of {} is {}, and {} is reached", start, ceiling, total)
        if done:
            self.totals[start] = totals
            for code, amounts in after.items():
                envelope = self.known(start, code)
                self.scopes.change(envelope, 0, amounts["authorised"] - envelope.amounts["authorised"])
                envelope.amounts = amounts

    def finish(self) -> None:
        self.found = "envelopes: {}, commitments: {}", (len(self.envelopes), len(self.commitments))
        if self.bundle.granted:
            self.office.finish()
            self.found = "envelopes: {}, commitments: {}, grants: {}, payments: {}", self.found[1] + (
                len(self.office.grants), len(self.office.payments.paid))
        if not self.bundle.budgeted:
            return
        file = Derived(self.bundle, "budgets.csv")
        file.put(COLUMNS.split(","))
        for key in sorted(self.envelopes):
            one = self.envelopes[key]
            amounts = one.amounts
            file.put((one.year, one.code, one.parent or "", one.name, one.initial, one.revised, one.brought, one.taken,
                      amounts["authorised"], amounts["reserved"], amounts["committed"], amounts["spent"],
                      amounts["available"], ";".join("%s=%s" % pair for pair in sorted(one.attributes.items()))))
        file.end()


COLUMNS = ("year,envelope,parent,name,initial_cents,revised_cents,in_cents,out_cents,authorised_cents,reserved_cents,"
           "committed_cents,spent_cents,available_cents,attributes")
ACTS = {"ceiling.set/1": "set_ceiling", "envelope.opened/1": "open_envelope", "envelope.revised/1": "revise",
        "allocation.run/1": "allocate", "commitment.opened/1": "commit", "commitment.spent/1": "use",
        "commitment.released/1": "use", "transfer.posted/1": "transfer", "transfer.returned/1": "return_transfer"}
