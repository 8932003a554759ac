"""docs/rules.en.md sections 4 to 7: which rules apply to an operation, and what they give. Whole numbers only.

A thing may be so (True), not so (False), or unknown (None): Kleene's logic.
"""
import bisect
import datetime
from typing import Any, Dict, Iterable, List, NamedTuple, Optional, Set, Tuple

from .envelopes import Envelope, Scope, Scopes
from .ruleform import in_fiscal_year
from .words import BIGGEST, need

Known = Optional[bool]
MILLION_PERCENT = 100_000_000  # a percentage is in millionths of a per cent


class Operation(NamedTuple):
    kind: str
    amount: int
    date: str
    source: Envelope
    target: Optional[Envelope]  # none for a cancellation


class Judgement(NamedTuple):
    outcome: str
    rules: List[str]  # the deciding ones
    terms: List[Dict[str, str]]
    approvals: List[str]
    notices: List[str]
    counting: List[str]  # limits over the year that apply: once posted, the operation counts for them


def every(parts: Iterable[Known]) -> Known:
    """And: one part that is not so decides, whatever is unknown beside it."""
    result: Known = True
    for part in parts:
        if part is False:
            return False
        result = None if part is None else result
    return result


def negated(part: Known) -> Known:
    return None if part is None else not part


def among(envelope: Envelope, name: str, values: List[str]) -> Known:
    return envelope.names[name] in values if name in envelope.names else None


def alike(one: Envelope, other: Envelope, name: str) -> Known:
    return one.names[name] == other.names[name] if name in one.names and name in other.names else None


def parts(when: Dict[str, Any], operation: Operation) -> Iterable[Known]:
    """Each part of a `when` (section 4), or of an exception, where its members stand beside the label."""
    source, target = operation.source, operation.target
    if "operation" in when:
        yield operation.kind in when["operation"]
    if target is None and when.keys() & {"target", "target_not", "same", "differ"}:
        yield False
    else:
        for side, envelope in (("source", source), ("target", target)):
            for name, values in when.get(side, {}).items():
                yield among(envelope, name, values)  # type: ignore[arg-type]
            for name, values in when.get(side + "_not", {}).items():
                yield negated(among(envelope, name, values))  # type: ignore[arg-type]
        for name in when.get("same", ()):
            yield alike(source, target, name)  # type: ignore[arg-type]
        for name in when.get("differ", ()):
            yield negated(alike(source, target, name))  # type: ignore[arg-type]
    amount = when.get("amount", {})
    yield "above" not in amount or operation.amount > int(amount["above"])
    yield "at_most" not in amount or operation.amount <= int(amount["at_most"])
    dates, window, day = when.get("dates", {}), when.get("window", {}), in_fiscal_year(operation.date[5:])
    yield dates.get("from", "0") <= operation.date <= dates.get("until", "9")
    yield "from" not in window or in_fiscal_year(window["from"]) <= day
    yield "until" not in window or day <= in_fiscal_year(window["until"])


def applies(rule: Dict[str, Any], operation: Operation) -> Known:
    """Its `when` is so and no exception is."""
    exceptions = (negated(every(parts(one, operation))) for one in rule.get("unless", ()))
    return every([every(parts(rule.get("when", {}), operation)), every(exceptions)])


def scope_names(limit: Dict[str, Any]) -> Tuple[str, ...]:
    """The names by which envelopes are one scope of a limit."""
    return ("envelope",) if limit["across"] == "envelope" else tuple(limit.get("group", ()))


def flow(limit: Dict[str, Any], out: int, into: int) -> int:
    """What a limit counts of what went out of its scope and came in."""
    return {"outflow": out, "inflow": into, "gross": out + into, "net": out - into}[limit["counts"]]


class RuleSet:
    """An adopted rule set. `until` may come earlier than it says: a set that replaces it ends it."""

    def __init__(self, sequence: int, rules: Dict[str, Any], replaced: Optional["RuleSet"]) -> None:
        self.sequence, self.rules = sequence, rules
        self.start, self.until = rules["from"], rules.get("until", "9")
        self.replaced = False
        self.limits = {rule["id"]: rule for rule in rules["rules"] if rule["kind"] == "limit"}
        # Limit over the year -> the sets whose operations count for it: this one, and those that it replaced or that
        # replaced it as long as the limit was the same: they share the list. Scope -> what went out and came in, and what of
        # it was given back.
        self.counts: Dict[str, Dict[Scope, List[int]]] = {}
        self.counted: Dict[str, List[Dict[Scope, List[int]]]] = {}
        before = {rule["id"]: rule for rule in replaced.rules["rules"]} if replaced else {}
        for name, limit in self.limits.items():
            if limit["over"] == "year":
                own: Dict[Scope, List[int]] = {}
                self.counts[name] = own
                same = {**limit, "cite": ""} == {**before.get(name, {}), "cite": ""}
                self.counted[name] = replaced.counted[name] if replaced and same else []
                self.counted[name].append(own)

    def base_scopes(self) -> List[Tuple[str, ...]]:
        """Of which sums a limit of this set takes a percentage."""
        return [scope_names(limit) for limit in self.limits.values() if "base" in limit]

    def count(self, names: List[str], operation: Operation, amount: int, back: bool = False) -> None:
        """An operation was posted, by which the limits named applied; or an amount of it came back."""
        for name in names:
            of = scope_names(self.limits[name])
            for place, envelope in enumerate((operation.source, operation.target)):
                scope = envelope.scope(of) if envelope else None
                if scope is not None:
                    self.counts[name].setdefault(scope, [0, 0, 0, 0])[place + 2 * back] += amount


def measure(rules: RuleSet, limit: Dict[str, Any], side: str, operation: Operation,
            scopes: Scopes) -> Tuple[Known, Dict[str, str]]:
    """Whether a limit holds for one side, with its term; unknown where it cannot be evaluated (section 5)."""
    names, out, into = scope_names(limit), 0, 0
    from_, to = operation.source.scope(names), operation.target.scope(names) if operation.target else None
    scope = from_ if side == "source" else to
    if scope is None:
        return None, {}
    for counted in rules.counted[limit["id"]] if limit["over"] == "year" else ():
        found = counted.get(scope, (0, 0, 0, 0))
        out, into = out + found[0], into + found[1]
        if limit["counts"] == "net":
            out, into = out - found[2], into - found[3]
    before = flow(limit, out, into)
    after = before + flow(limit, operation.amount * (from_ == scope), operation.amount * (to == scope))
    base, cap = 0, int(limit["cap"].get("cents", "0"))
    most = cap * MILLION_PERCENT  # what after × MILLION_PERCENT is compared with
    if "base" in limit:
        base = scopes.sum(scope, limit["base"])
        most = int(limit["cap"]["percent"]) * base
        cap = most // MILLION_PERCENT
    if not all(-BIGGEST - 1 <= number <= BIGGEST for number in (base, cap, before, after)):
        return None, {}
    return after * MILLION_PERCENT <= most, {
        "base": str(base) if "base" in limit else "-", "cap": str(cap), "counted": str(before), "rule": limit["id"],
        "side": side}


def judge(rules: Optional[RuleSet], operation: Operation, given: Set[str], scopes: Scopes,
          room: Optional[int]) -> Judgement:
    """Section 7. `room` is what the ceiling of the target's year leaves, where the operation adds to that year."""
    applying: Dict[str, List[Dict[str, Any]]] = {"permit": [], "forbid": [], "limit": [], "require": []}
    unknown: Set[str] = set()
    for rule in rules.rules["rules"] if rules else ():
        so = applies(rule, operation)
        if so is None:
            unknown.add(rule["id"])
        elif so:
            applying[rule["kind"]].append(rule)
    terms: List[Dict[str, str]] = []
    over: List[str] = []
    for limit in applying["limit"]:
        for side in ("source", "target"):
            if limit["of"] in (side, "each") and (side == "source" or operation.target):
                holds, term = measure(rules, limit, side, operation, scopes)  # type: ignore[arg-type]
                terms.append(term)
                if holds is None:
                    unknown.add(limit["id"])
                elif not holds and limit["id"] not in over:
                    over.append(limit["id"])

    def ids(found: List[Dict[str, Any]]) -> List[str]:
        return [rule["id"] for rule in found]

    def found(outcome: str, deciding: List[str]) -> Judgement:
        authorities = {n: sorted({r[n] for r in applying["require"] if n in r}) for n in ("approval", "notice")}
        return Judgement(outcome, deciding, terms, authorities["approval"], authorities["notice"],
                         [r["id"] for r in applying["limit"] if r["over"] == "year"])

    if unknown:
        terms = []
        return found("error", sorted(unknown))
    if applying["forbid"]:
        return found("forbidden", ids(applying["forbid"]))
    if not applying["permit"]:
        return found("not-permitted", [])
    if over:
        return found("over-limit", over)
    available = operation.source.amounts["available"]
    for side, left in (("source", available), ("target", room)):
        if left is not None and left < operation.amount:
            terms.append({"available": str(left), "rule": "-", "side": side})
            return found("insufficient-funds", [])
    lacking = [r for r in applying["require"] if r.get("approval", "-") not in given | {"-"}]
    if lacking:
        return found("needs-approval", ids(lacking))
    return found("permitted", ids(applying["permit"]))


class RuleSets:
    """§18.3: the sets adopted in a register, and which one rules on a day."""

    def __init__(self) -> None:
        self.named: Dict[str, RuleSet] = {}
        self.order: List[Tuple[str, int, RuleSet]] = []  # by first day

    def check(self, rules: Dict[str, Any], register: str) -> None:
        """Whether a set may be adopted, or proposed, now."""
        name, first, last = rules["ruleset"] + "@" + rules["version"], rules["from"], rules.get("until", "9")
        need(rules["fund"] in (register, "any"), "the rule set is of the fund {}", rules["fund"])
        need(name not in self.named, "the rule set {} was adopted already", name)
        old = self.named.get(rules.get("replaces", ""))
        need("replaces" not in rules or old is not None and not old.replaced and first > old.start,
             "the rule set {} cannot be replaced", rules.get("replaces"))
        for start, _, other in self.order:
            # The set that is replaced stops the day before the new one rules.
            need(other is old or last < start or other.until < first, "two rule sets rule on the same day")

    def adopt(self, sequence: int, rules: Dict[str, Any]) -> RuleSet:
        old = self.named.get(rules.get("replaces", ""))
        new = RuleSet(sequence, rules, old)
        if old is not None:
            before = datetime.date.fromisoformat(rules["from"]) - datetime.timedelta(1)
            old.replaced, old.until = True, min(old.until, before.isoformat())
        self.named[rules["ruleset"] + "@" + rules["version"]] = new
        bisect.insort(self.order, (new.start, sequence, new))
        return new

    def ruling(self, day: str) -> Optional[RuleSet]:
        place = bisect.bisect_right(self.order, (day, BIGGEST, None)) - 1  # type: ignore[arg-type]
        found = self.order[place][2] if place >= 0 else None
        return found if found is not None and day <= found.until else None
