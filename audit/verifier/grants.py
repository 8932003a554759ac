"""FORMAT.md §19.4: the life of a grant, a fold over its steps: what each step asks, changes, and gives for entries.

Nothing here looks beyond the grant, but at which years have budget control: what a step asks of recipients, envelopes and
persons, the office that keeps all grants asks (office.py), once. So a grant can be told again without one of its steps.
Every figure is posted to some account, whose sums books keeps within 64 bits.
"""
from typing import Any, Callable, Dict, List, NamedTuple, Tuple, Union

from .controls import PLUS, Due, Part, due, end_of, exchange, mark, moved
from .words import Refused, fiscal_start, need

FROM_SIGNED = ("amended", "continued", "claimed", "accepted", "released", "accrued")
DEBTS = ("recovered", "repaid", "offset", "written-off")
STATES: Dict[str, Dict[str, str]] = {  # state -> step that it allows -> state after
    "applied": {"assessed": "assessed", "refused": "refused", "cancelled": "cancelled"},
    "assessed": {"assessed": "assessed", "approved": "approved", "refused": "refused", "cancelled": "cancelled"},
    "approved": {"signed": "signed", "cancelled": "cancelled"},
    "signed": {**dict.fromkeys(("advanced",) + FROM_SIGNED + DEBTS, "signed"), "reported": "reported",
               "cancelled": "cancelled"},
    "reported": {**dict.fromkeys(FROM_SIGNED + DEBTS, "reported"), "closed": "closed"},
    "closed": dict.fromkeys(DEBTS, "closed"), "imported": dict.fromkeys(DEBTS, "imported"), "refused": {}, "cancelled": {}}
RANKS = {"direction": 0, "commission": 1, "ministre": 1, "conseil-du-tresor": 2, "gouvernement": 3}


class Program(NamedTuple):
    account: str
    norms: str


class Line:
    """A year of a plan."""
    __slots__ = ("amount", "envelope", "held", "spent")

    def __init__(self, amount: int, envelope: str, held: int = 0, spent: int = 0) -> None:
        self.amount, self.envelope, self.held, self.spent = amount, envelope, held, spent


class Payable:
    """What a step made payable. `use` tells why: advance, or claim (holdbacks and imported grants too)."""
    __slots__ = ("amount", "use", "date", "offset", "paid")

    def __init__(self, amount: int, use: str, date: str) -> None:
        self.amount, self.use, self.date, self.offset, self.paid = amount, use, date, 0, 0

    @property
    def left(self) -> int:
        return self.amount - self.offset - self.paid


class Payment(NamedTuple):
    """A step that is no record of the grant: a payment of one of its payables, or less than zero, its rejection."""
    payable: int
    amount: int
    date: str


Step = Union[int, Payment]
NOTHING = Line(0, "")


MOST = 99_999_999_999_999  # cents of an application, an import, a plan


class Ground(NamedTuple):
    """What grants share."""
    years: Dict[int, bool]  # start -> budget control
    owner: Dict[int, str]  # payable -> its grant
    read: Callable[[int], Dict[str, Any]]


def rank_asked(total: int, norms: str) -> int:
    if total >= 100_000_000:
        return 3
    return 0 if total <= 5_000_000 else 2 if norms == "none" else 1


def plan_of(data: Dict[str, Any]) -> Dict[int, Line]:
    return {int(part["year"][:4]): Line(int(part["amount"]), part.get("envelope", "")) for part in data["plan"]}


def sum_of(plan: Dict[int, Line]) -> int:
    return sum(line.amount for line in plan.values())


def instalments_of(data: Dict[str, Any]) -> Dict[int, int]:
    """By fiscal year."""
    sums: Dict[int, int] = {}
    for part in data["instalments"]:
        start = fiscal_start(part["date"])
        sums[start] = sums.get(start, 0) + int(part["amount"])
    return sums


class Grant:
    def __init__(self, sequence: int, data: Dict[str, Any], program: Program, ground: Ground) -> None:
        """grant.applied/1, grant.imported/1."""
        self.name, self.code, self.recipient, self.title = data["grant"], data["program"], data["recipient"], data["title"]
        self.program, self.expense, self.ground = program, PLUS + program.account, ground
        self.state, self.date, self.applied, self.signed = "applied", data["date"], data["date"], ""
        self.begins, self.signatory = "", ""  # the name that grant.signed/1 has
        self.requested, self.approved, self.assessed = int(data["amount"]), 0, 0
        need(self.requested <= MOST, "an amount is above {}", MOST)
        self.plan: Dict[int, Line] = {}
        self.instalments: Dict[int, int] = {}
        self.advanced = self.used = self.recovered_advances = 0
        self.accepted = self.held_back = self.recovered_claims = self.recoverable = 0
        self.settled = {"advance": 0, "claim": 0}  # of payables: paid or offset
        self.accepted_in: Dict[int, int] = {}  # fiscal year of the date -> what was accepted, less what was recovered of it
        self.claims: List[int] = []  # what is claimed; -1 once it is accepted
        self.accruals: Dict[int, int] = {}  # year of each in force -> what is open of it
        self.payables: Dict[int, Payable] = {}
        self.steps: List[Step] = [sequence]
        self.marks: Dict[int, bytes] = {}  # of what each step gave
        if data["kind"] == "grant.imported/1":
            start, amount = fiscal_start(self.date), self.requested
            self.state, self.approved, self.accepted = "imported", amount, amount
            self.accepted_in[start] = amount
            self.plan[start] = Line(amount, data.get("envelope", ""), 0, amount if "envelope" in data else 0)
            self.owe(sequence, amount, "claim", self.date)

    # ---- figures

    @property
    def total(self) -> int:
        return sum_of(self.plan)

    @property
    def outstanding(self) -> int:
        """Of advances."""
        return self.advanced - self.used - self.recovered_advances

    @property
    def usable(self) -> int:
        """Advances that are paid, and not used or recovered."""
        return max(0, self.settled["advance"] - self.used - self.recovered_advances)

    @property
    def accrued(self) -> int:
        return sum(self.accruals.values())

    def accrued_before(self, start: int) -> int:
        """Accruals still open, of earlier years."""
        return sum(amount for of, amount in self.accruals.items() if of < start)

    @property
    def left(self) -> int:
        """Of payables."""
        return sum(payable.left for payable in self.payables.values())

    def envelope(self, start: int) -> str:
        """Which one an expense of a year names: none where the year has no control, else the plan's."""
        if not self.ground.years.get(start):
            return ""
        line = self.plan.get(start, NOTHING)
        need(line.envelope, "the plan of {} has no envelope in {}", self.name, start)
        return line.envelope

    def owe(self, sequence: int, amount: int, use: str, date: str) -> None:
        if amount:
            self.payables[sequence] = Payable(amount, use, date)
            self.ground.owner[sequence] = self.name

    # ---- the fold

    def may(self, data: Dict[str, Any]) -> str:
        """What the next step is, where its date and the state allow it."""
        short = data["kind"].split("/")[0].replace(".proposed", "")[len("grant."):]
        need(short == "accrued" or data["date"] >= self.date, "{} is dated before the step before it, {}", self.name, self.date)
        need(data["grant"] != self.name or short in STATES[self.state],  # an offset, of the grant of its payable, always
             "the grant {} is {}: {} is not allowed", self.name, self.state, short)
        return short

    def step(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        short = self.may(data)
        dues: List[Due] = getattr(self, STEPS[short])(sequence, data)
        self.state = STATES[self.state].get(short, self.state)
        if short != "accrued":  # nor is an undone: neither is a part of the order of dates
            self.date = data["date"]
        self.steps.append(sequence)
        self.marks[sequence] = mark(dues)
        return dues

    def propose_write_off(self, data: Dict[str, Any]) -> List[Due]:
        """Judged as the step would be; changes nothing."""
        self.may(data)
        dues = self.write_off(0, data)
        self.recoverable += int(data["amount"])
        return dues

    def pay(self, step: Payment) -> None:
        """A payment, or its rejection."""
        payable = self.payables.get(step.payable)
        if payable is None or step.amount > 0 and payable.left != step.amount:
            raise Refused("what is left of payable {} is not {}", step.payable, step.amount)
        payable.paid += step.amount
        self.settled[payable.use] += step.amount
        self.steps.append(step)

    def idle(self, record: int) -> List[Payment]:
        """The payments of the payable that a record made, with their rejections, where all of them are rejected."""
        payable = self.payables.get(record)
        if payable is None or payable.paid:
            return []
        return [step for step in self.steps if isinstance(step, Payment) and step.payable == record]

    def without(self, record: int) -> "Grant":
        """§19.4 undone: the same grant without one of its steps, which all those after it allow, and give the same entries.

        What was paid of its payable, and all sent back, goes with it.
        """
        read, idle = self.ground.read, self.idle(record)
        made = Grant(self.steps[0], read(self.steps[0]), self.program, self.ground)  # type: ignore[arg-type]
        try:
            for step in self.steps[1:]:
                if isinstance(step, Payment):
                    if step not in idle:
                        made.pay(step)
                elif step != record:
                    made.step(step, read(step))
                    need(made.marks[step] == self.marks[step], "record {} has other entries", step)
        except Refused as refusal:
            raise Refused("without record {}, a later step would not be lawful: {}", record, refusal) from None
        return made

    # ---- steps

    def assess(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        self.assessed = sequence
        return []

    def nothing(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        return []

    def check_authority(self, authority: str, total: int) -> None:
        need(RANKS[authority] >= rank_asked(total, self.program.norms), "{} may not approve {}", authority, total)

    def check_covered(self, date: str) -> None:
        """§19.4 Covered: advances outstanding, by what is held for the years begun and by open accruals."""
        start = fiscal_start(date)
        begun = [year for year in self.plan if year <= start]
        if all(self.ground.years.get(year) for year in [start, *begun]):
            need(sum(self.plan[year].held for year in begun) + self.accrued >= self.outstanding,
                 "advances of {} are not covered by what is committed up to {}", self.outstanding, start)

    def approve(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        plan, date = plan_of(data), data["date"]
        total = sum_of(plan)
        need(total <= MOST, "an amount is above {}", MOST)
        need(min(plan) >= fiscal_start(date), "a year of the plan is before {}", date)
        self.check_authority(data["authority"], total)
        self.approved, self.plan = total, plan
        return self.hold("reserved", {}, plan, date)

    def hold(self, held: str, before: Dict[int, Line], after: Dict[int, Line], date: str, now: str = "") -> List[Due]:
        """What is held of the plan before, given back; what is not spent of the plan after, held: an entry for each year."""
        dues = []
        for start in sorted(before.keys() | after.keys()):
            old, new = before.get(start, NOTHING), after.get(start, NOTHING)
            if start in after:
                new.held = new.amount - new.spent if new.envelope else 0
            parts: List[Part] = [*moved(held, "available", old.envelope, old.held),
                                 *moved("available", now or held, new.envelope, new.held)]
            made = due(date, (), parts, start)
            dues += [made] * bool(made.budget)
        return dues

    def check_instalments(self, plan: Dict[int, Line]) -> None:
        need(self.instalments == {start: line.amount for start, line in plan.items() if line.amount},
             "the instalments are not those of the plan's years")

    def sign(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        plan, date = plan_of(data), data["date"]
        need(min(plan) >= fiscal_start(date), "a year of the plan is before {}", date)
        need(data["begins"] <= data["ends"], "it ends before it begins")
        self.begins = data["begins"]
        need(sum_of(plan) <= self.approved, "the plan is above what is approved, {}", self.approved)
        self.instalments = instalments_of(data)
        self.check_instalments(plan)
        self.signed, self.signatory = date, data.get("name", "")
        before, self.plan = self.plan, plan
        return self.hold("reserved", before, plan, date, "committed")

    def amend(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        plan, before = plan_of(data), self.plan
        total = sum_of(plan)
        need(total <= MOST, "an amount is above {}", MOST)
        for start, line in plan.items():
            need(start >= fiscal_start(data["date"]) or line.amount <= before.get(start, NOTHING).amount,
                 "the plan of {} is raised after its end", start)
        for start, line in before.items():
            if line.spent:
                new = plan.get(start, NOTHING)
                need(new.amount >= line.spent and new.envelope == line.envelope,
                     "the plan of {} is below what is spent, or of another envelope", start)
                new.spent = line.spent
        need(total >= self.accepted + self.outstanding + self.accrued, "the plan is below what is accepted, advanced, accrued")
        need(data.get("ends", self.begins) >= self.begins, "it ends before it begins")
        raised = total > self.approved
        need(("authority" in data) == raised, "authority and instrument go with a total above {}", self.approved)
        if raised:
            self.check_authority(data["authority"], total)
            self.approved = total
        if "instalments" in data:
            self.instalments = instalments_of(data)
        self.check_instalments(plan)
        self.plan = plan
        dues = self.hold("committed", before, plan, data["date"])
        self.check_covered(data["date"])
        return dues

    def continue_(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        start = int(data["year"][:4])
        line = self.plan.get(start, NOTHING)
        need(line.amount and not line.envelope, "the plan of {} has nothing to continue in {}", self.name, start)
        line.envelope, line.held = data["envelope"], line.amount
        return [due(data["date"], (), moved("available", "committed", line.envelope, line.held), start)]

    def advance(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        amount = int(data["amount"])
        need(self.accepted + self.outstanding + self.recoverable + amount <= self.total, "more than the plan of {}", self.name)
        self.advanced += amount
        self.check_covered(data["date"])
        self.owe(sequence, amount, "advance", data["date"])
        return [due(data["date"], exchange("advances", "payable", amount))]

    def claim(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        need(int(data["claim"]) == len(self.claims) + 1, "claim {} expected", len(self.claims) + 1)
        need(data["from"] <= data["to"] <= data["date"], "from, to and date are out of order")
        self.claims.append(int(data["amount"]))
        return []

    def accept(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        number, date = int(data["claim"]), data["date"]
        eligible, advance, holdback = (int(data[name]) for name in ("eligible", "advance", "holdback"))
        claimed = self.claims[number - 1] if number <= len(self.claims) else -1
        need(claimed >= 0, "claim {} is not open", number)
        need(eligible <= claimed and ("reason" in data) == (eligible < claimed), "eligible, claimed and reason do not agree")
        need(advance <= self.usable, "advances of {} are left to use", self.usable)
        need(advance + holdback <= eligible, "advance and holdback are above what is eligible")
        need(self.accepted + eligible + self.outstanding - advance <= self.total, "more than the plan of {}", self.name)
        self.claims[number - 1] = -1
        if not eligible:
            return []
        start, paid = fiscal_start(date), eligible - advance - holdback
        accrued = min(eligible, self.accrued_before(start))
        envelope = self.envelope(start)
        self.spend(start, eligible - accrued)
        self.cover(start, accrued)
        self.accepted += eligible
        self.accept_in(start, eligible - accrued)
        self.used += advance
        self.check_covered(date)
        self.held_back += holdback
        self.owe(sequence, paid, "claim", date)
        return [due(date, [(self.expense, envelope, eligible), ("advances", "", -advance), ("holdbacks", "", -holdback),
                           ("payable", "", -paid)], moved("committed", "spent", envelope, eligible - accrued))]

    def accept_in(self, start: int, amount: int) -> None:
        self.accepted_in[start] = self.accepted_in.get(start, 0) + amount

    def cover(self, start: int, amount: int) -> None:
        """So much of what is accepted uses accruals of earlier years, the oldest first, and counts as accepted in them."""
        for of in sorted(of for of in self.accruals if of < start):
            part = min(amount, self.accruals[of])
            self.accruals[of] -= part
            self.accept_in(of, part)
            amount -= part

    def spend(self, start: int, amount: int) -> None:
        """From held to spent, where the year has control."""
        if self.ground.years.get(start):
            line = self.plan[start]
            need(amount <= line.held, "only {} are committed in {}", line.held, start)
            line.held -= amount
            line.spent += amount

    def release(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        amount = int(data["amount"])
        need(amount <= self.held_back, "only {} are held back", self.held_back)
        self.held_back -= amount
        self.owe(sequence, amount, "claim", data["date"])
        return [due(data["date"], exchange("holdbacks", "payable", amount))]

    def accrue(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        start, amount, date = int(data["year"][:4]), int(data["amount"]), data["date"]
        need(date == end_of(start), "an accrual of {} is dated {}", start, end_of(start))
        need(date >= self.signed, "the accrual is before the agreement of {}", self.signed)
        need(start + 1 in self.ground.years, "the year {} is not open", start + 1)
        need(start not in self.accruals, "{} has an accrual of {} already", self.name, start)
        before = self.accrued_before(start)  # taken over
        need(self.accepted + self.accrued - before + amount <= self.total, "more than the plan of {}", self.name)
        now, then, spent = self.envelope(start), self.envelope(start + 1), amount - min(amount, before)
        self.spend(start, spent)
        self.accruals.update((of, 0) for of in self.accruals if of < start)
        self.accruals[start] = amount
        return [due(date, [(self.expense, now, amount), ("accrued", "", -amount)], moved("committed", "spent", now, spent)),
                due("%d-04-01" % (start + 1), [("accrued", "", amount), (self.expense, then, -amount)])]

    def recover(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        amount, date = int(data["amount"]), data["date"]
        need(("year" in data) == (data["basis"] == "claim"), "year goes with a claim")
        self.recoverable += amount
        if data["basis"] == "advance":
            need(amount <= self.usable, "advances of {} are left to use", self.usable)
            self.recovered_advances += amount
            return [due(date, exchange("recoverable", "advances", amount))]
        start, today = int(data["year"][:4]), fiscal_start(date)
        accepted = self.accepted_in.get(start, 0)
        need(start <= today, "the year {} is after {}", start, date)
        need(amount <= accepted, "only {} were accepted in {}, and not recovered", accepted, start)
        need(self.recovered_claims + amount <= self.settled["claim"] + self.used, "more than what was paid")
        self.accepted_in[start] = accepted - amount
        self.recovered_claims += amount
        if start < today:
            return [due(date, exchange("recoverable", "recoveries", amount))]
        envelope, back = self.envelope(start), 0
        if envelope:
            back = min(amount, self.plan[start].spent)
            self.plan[start].spent -= back
        return [due(date, [("recoverable", "", amount), (self.expense, envelope, -amount)],
                    moved("spent", "available", envelope, back))]

    def lower(self, amount: int) -> None:
        need(amount <= self.recoverable, "only {} are recoverable", self.recoverable)
        self.recoverable -= amount

    def repay(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        self.lower(int(data["amount"]))
        return [due(data["date"], exchange("cash", "recoverable", int(data["amount"])))]

    def offset(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        """Seen from the grant that owes, from the grant of the payable, or from one that is both."""
        amount, number = int(data["amount"]), int(data["payable"])
        if self.ground.owner.get(number) == self.name:
            payable = self.payables.get(number)
            if payable is None or payable.left < amount:
                raise Refused("payable {} has not that much left", number)
            payable.offset += amount
            self.settled[payable.use] += amount
        if data["grant"] == self.name:
            self.lower(amount)
        return [due(data["date"], exchange("payable", "recoverable", amount))]

    def write_off(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        amount, envelope = int(data["amount"]), data.get("envelope", "")
        need(bool(envelope) == self.ground.years.get(fiscal_start(data["date"]), False),
             "an envelope goes with a year with budget control")
        self.lower(amount)
        return [due(data["date"], [("bad-debts", envelope, amount), ("recoverable", "", -amount)],
                    moved("available", "spent", envelope, amount))]

    def close(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        need(all(claim < 0 for claim in self.claims), "a claim of {} is open", self.name)
        need(not self.outstanding and not self.held_back and not self.left,
             "{} has advances outstanding, holdbacks or payables", self.name)
        self.accruals = dict.fromkeys(self.accruals, 0)
        return self.let_go("committed", data["date"])

    def cancel(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        need(not self.accepted and not self.outstanding and all(claim < 0 for claim in self.claims) and not self.accrued
             and not self.recoverable and not self.left,
             "{} has claims, advances outstanding, accruals, payables, or is owed", self.name)
        return self.let_go("reserved" if self.state == "approved" else "committed", data["date"])

    def let_go(self, held: str, date: str) -> List[Due]:
        dues = []
        for start, line in sorted(self.plan.items()):
            if line.held:
                dues.append(due(date, (), moved(held, "available", line.envelope, line.held), start))
                line.held = 0
        return dues

    def row(self, name: str) -> Tuple[Any, ...]:
        """Of grants.csv; `name` is the recipient's."""
        lines = self.plan.values()
        held, spent = sum(line.held for line in lines), sum(line.spent for line in lines)
        agreed = self.total if self.state in ("signed", "reported", "closed", "imported") else 0
        return (self.name, self.code, self.recipient, self.signatory if self.signed else name, self.title, self.state,
                self.applied, self.signed, self.requested, self.approved, agreed, self.accepted, self.advanced, self.used,
                self.held_back, self.left, sum(p.paid for p in self.payables.values()), self.accrued,
                self.recovered_advances + self.recovered_claims, self.recoverable,
                held if self.state == "approved" else 0, held if self.state in ("signed", "reported") else 0, spent)


STEPS = {"assessed": "assess", "refused": "nothing", "approved": "approve", "signed": "sign", "amended": "amend",
         "continued": "continue_", "advanced": "advance", "claimed": "claim", "accepted": "accept", "released": "release",
         "accrued": "accrue", "reported": "nothing", "recovered": "recover", "repaid": "repay", "offset": "offset",
         "written-off": "write_off", "closed": "close", "cancelled": "cancel"}
COLUMNS = ("grant,program,recipient,name,title,state,applied,signed,requested_cents,approved_cents,agreement_cents,"
           "accepted_cents,advanced_cents,advance_used_cents,held_back_cents,payable_cents,paid_cents,accrued_cents,"
           "recovered_cents,recoverable_cents,reserved_cents,committed_cents,spent_cents")
