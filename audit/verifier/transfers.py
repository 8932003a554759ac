"""FORMAT.md §18.3 and §18.4, transfers.csv, rules/: each transfer, refusal and return is judged anew by the rules."""
from typing import Any, Dict, List, Optional, Set, Tuple

from .books import Derived
from .budgets import Budgets
from .bundle import Bundle
from .judge import Holders, Judge, Record
from .members import canonical
from .rules import Judgement, Operation, RuleSet, judge
from .words import MAX_LINE, Refused, fiscal_start, need

REPEATED = ("amount", "date", "from", "operation", "repay_by", "to")  # by a refusal that names a proposal


class Proposal:
    def __init__(self, approvals: List[str]) -> None:
        self.open, self.approvals = True, approvals
        self.given: Set[str] = set()
        self.key = ""  # that sealed its batch


class Posted:
    """A row of transfers.csv, and what a return needs."""

    def __init__(self, row: List[Any], temporary: bool) -> None:
        self.row, self.temporary, self.returned = row, temporary, 0
        self.rules: Optional[RuleSet] = None
        self.operation: Optional[Operation] = None
        self.counting: List[str] = []


class Transfers(Judge):
    """§18.3 and §18.4 at every record. It rests on budgets, whose envelopes, ceilings and sets it reads, and sees each
    record before budgets does: what it reads is what stood just before the record."""

    def __init__(self, bundle: Bundle, budgets: Budgets) -> None:
        super().__init__(bundle)
        self.budgets = budgets
        self.holders = Holders()
        self.proposals: Dict[int, Proposal] = {}
        self.rows: Dict[int, Posted] = {}
        self.adopted: List[int] = []
        # Of this batch: proposals made; approvals (record, proposal); transfers posted without an approval before.
        self.proposed: List[int] = []
        self.approved: List[Tuple[int, int]] = []
        self.approved_here: Set[int] = set()
        self.unapproved: List[int] = []

    def see(self, record: Record, data: Dict[str, Any]) -> None:
        kind, sequence = data["kind"], record.sequence
        if self.budgets.refusal or self.budgets.unjudged:
            self.unjudged = "rests on budgets, which does not hold"
            return
        if sequence == self.start:
            self.proposed, self.approved, self.unapproved = [], [], []
            self.approved_here = set()
        self.holders.see(data, self.batch, sequence == self.start)
        if kind in ("ruleset.adopted/1", "ruleset.adopted.proposed/1"):
            self.budgets.sets.check(data["rules"], self.bundle.first["register"])
            if kind == "ruleset.adopted/1":
                self.adopted.append(sequence)
        elif kind in TRANSFERS:
            getattr(self, TRANSFERS[kind])(sequence, data)

    # ---- judging

    def operation(self, data: Dict[str, Any]) -> Operation:
        """What is to be done, where the language takes it for an operation at all (its section 6)."""
        kind, date, amount = data["operation"], data["date"], int(data["amount"])
        need(amount, "the amount is zero")
        source, target = (
            self.budgets.known(self.budgets.controlled(data[n]["year"]), data[n]["envelope"]) if n in data else None
            for n in ("from", "to"))
        need((target is None) == (kind == "cancellation"), "to is missing or too many for {}", kind)
        need(source is not target, "a transfer to itself")
        day, start = fiscal_start(date), source.start  # type: ignore[union-attr]
        end = target.start if target else start
        if kind == "carry-over":
            lawful = end == start + 1 and day in (start, end)
        elif kind == "advance":
            lawful = start == end + 1 and day == end
        else:
            lawful = start == end == day
        need(lawful, "the years of {} and its date {} do not go together", kind, date)
        repay = data.get("repay_by", "")
        need(bool(repay) == (kind == "temporary-transfer"), "repay_by is missing or too many for {}", kind)
        need(not repay or repay >= date and fiscal_start(repay) == day, "repay_by {} is out of its year", repay)
        return Operation(kind, amount, date, source, target)  # type: ignore[arg-type]

    def judge(self, operation: Operation, given: Set[str]) -> Tuple[Optional[RuleSet], Judgement]:
        """By the set that rules on its day, as things stand just before the record."""
        rules, target = self.budgets.sets.ruling(operation.date), operation.target
        adds = target is not None and target.start != operation.source.start
        room = self.budgets.room(target.start) if target is not None and adds else None
        return rules, judge(rules, operation, given, self.budgets.scopes, room)

    def compare(self, data: Dict[str, Any], rules: Optional[RuleSet], found: Judgement) -> None:
        """A record says what the language gives."""
        wanted = {"ruleset": str(rules.sequence) if rules else "-", "outcome": found.outcome, "rules": found.rules,
                  "terms": found.terms, "approvals": found.approvals, "notices": found.notices}
        for name, value in wanted.items():
            if name in data and data[name] != value:
                raise Refused("{} should be {}", name, value if type(value) is str else canonical(value))

    def proposal(self, number: str) -> Proposal:
        found = self.proposals.get(int(number))
        if found is None or not found.open:
            raise Refused("transfer proposal {} is not open", number)
        return found

    # ---- records

    def propose(self, sequence: int, data: Dict[str, Any]) -> None:
        rules, found = self.judge(self.operation(data), set())
        need(data["outcome"] in ("permitted", "needs-approval"), "a proposal of outcome {}", data["outcome"])
        self.compare(data, rules, found)
        self.proposals[sequence] = Proposal(found.approvals)
        self.proposed.append(sequence)

    def approve(self, sequence: int, data: Dict[str, Any]) -> None:
        proposal, authority = self.proposal(data["proposal"]), data["authority"]
        need(authority in proposal.approvals and authority not in proposal.given,
             "{} is not to approve proposal {}, or did", authority, data["proposal"])
        proposal.given.add(authority)
        self.approved.append((sequence, int(data["proposal"])))
        self.approved_here.add(int(data["proposal"]))

    def withdraw(self, sequence: int, data: Dict[str, Any]) -> None:
        self.proposal(data["proposal"]).open = False

    def post(self, sequence: int, data: Dict[str, Any]) -> None:
        proposal, number = self.proposal(data["proposal"]), int(data["proposal"])
        for authority in proposal.approvals:
            need(authority in proposal.given, "{} has not approved proposal {}", authority, number)
        if number not in self.approved_here:
            self.unapproved.append(sequence)
        proposed = self.bundle.read(number)
        operation = self.operation(proposed)
        rules, found = self.judge(operation, proposal.given)
        if rules is None or found.outcome != "permitted":
            raise Refused("proposal {} is {} when it is posted", number, found.outcome)
        rules.count(found.counting, operation, operation.amount)
        proposal.open = False
        posted = self.rows[sequence] = Posted(self.row(sequence, number, proposed, rules, "posted"),
                                              operation.kind == "temporary-transfer")
        if posted.temporary:
            posted.rules, posted.operation, posted.counting = rules, operation, found.counting

    def refuse(self, sequence: int, data: Dict[str, Any]) -> None:
        given: Set[str] = set()
        if "proposal" in data:
            proposal = self.proposal(data["proposal"])
            proposed = self.bundle.read(int(data["proposal"]))
            for name in REPEATED:
                need(data.get(name) == proposed.get(name), "{} is not that of proposal {}", name, data["proposal"])
            given, proposal.open = proposal.given, False
        rules, found = self.judge(self.operation(data), given)
        need(data["outcome"] not in ("permitted", "needs-approval"), "a refusal of outcome {}", data["outcome"])
        self.compare(data, rules, found)
        self.rows[sequence] = Posted(self.row(sequence, data.get("proposal", ""), data, rules, data["outcome"]), False)

    def take_back(self, sequence: int, data: Dict[str, Any]) -> None:
        posted, amount = self.rows.get(int(data["transfer"])), int(data["amount"])
        need(amount, "the amount is zero")
        if posted is None or posted.rules is None or posted.operation is None:
            raise Refused("record {} is no temporary transfer posted", data["transfer"])
        posted.returned += amount
        need(posted.returned <= posted.operation.amount, "more is returned than record {} lent", data["transfer"])
        posted.rules.count(posted.counting, posted.operation, amount, True)

    @staticmethod
    def row(sequence: int, proposal: Any, data: Dict[str, Any], rules: Optional[RuleSet], outcome: str) -> List[Any]:
        to = data.get("to", {"year": "", "envelope": ""})
        return [sequence, proposal, data["operation"], data["from"]["year"], data["from"]["envelope"], to["year"],
                to["envelope"], data["amount"], data["date"], data.get("repay_by", ""), 0,
                rules.sequence if rules else "-", outcome]

    def see_seal(self, record: Record, data: Dict[str, Any]) -> None:
        """§18.4: the second person of an approval; what one who may only approve may post."""
        for proposal in self.proposed:
            if proposal in self.proposals:
                self.proposals[proposal].key = data["key"]
        for sequence, number in self.approved:
            if self.proposals[number].key == data["key"]:
                raise Refused("proposal {} is approved by the one who made it", number, record=sequence)
        person, held = self.holders.person(data["key"]), self.holders.of(data["key"])
        for sequence in self.unapproved:
            if "approver" in held and "finance-officer" not in held:
                raise Refused("{} may post only what this batch approves", person, record=sequence)
        self.proposed, self.approved, self.unapproved = [], [], []

    def finish(self) -> None:
        file = Derived(self.bundle, "transfers.csv")
        file.put(COLUMNS.split(","))
        for posted in self.rows.values():
            posted.row[10] = posted.returned
            file.put(posted.row)
        file.end()
        for sequence in self.adopted:
            name = "rules/%d.json" % sequence
            wanted = canonical(self.bundle.read(sequence)["rules"]).encode() + b"\n"
            need(self.bundle.folder.read(name, MAX_LINE) == wanted, "{} is not what the records say", name)
        self.found = "rule sets: {}, transfers and refusals: {}", (len(self.adopted), len(self.rows))


COLUMNS = ("record,proposal,operation,from_year,from,to_year,to,amount_cents,date,repay_by,returned_cents,ruleset,"
           "outcome")
TRANSFERS = {"transfer.proposed/1": "propose", "transfer.approved/1": "approve", "transfer.withdrawn/1": "withdraw",
             "transfer.posted/1": "post", "transfer.refused/1": "refuse", "transfer.returned/1": "take_back"}
