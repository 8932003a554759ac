"""Attacks 46 to 49, on budgets, transfers and rule sets. What they change is in forge_budgets.py's part of fnf."""
import os
from typing import Any, Callable, Dict, List, Optional, Tuple

import forge_budgets
from cases import Trial, case, change

AIDE, NORTH, ADMIN = (2023, "AIDE"), (2023, "AIDE-07"), (2023, "ADMIN")


def planner(t: Trial) -> forge_budgets.Planner:
    """Numbers entries after those of the trial; LookupError where the scenario is another one."""
    t.book.find("envelope.opened/1", envelope="AIDE")[0]
    numbers: Dict[int, int] = {}
    for _, _, _, record in t.book.find("entry.posted/1"):
        start, number = map(int, record["entry"].split("-")[1:])
        numbers[start] = max(number, numbers.get(start, 0))
    return forge_budgets.Planner(t.register.upper(), numbers)


def added(make: Callable[[forge_budgets.Planner], List[Any]], by: str = "chantal") -> Callable[[Trial], None]:
    def act(t: Trial) -> None:
        t.add(make(planner(t)), by)
    return act


def moving(t: Trial, operation: str, source: Tuple[int, str], target: Optional[Tuple[int, str]], amount: int, date: str,
           rules: List[str], terms: List[Dict[str, str]], post: bool = True, outcome: str = "permitted", **more: Any) -> str:
    """A transfer proposed as permitted, or otherwise, and posted in the next batch."""
    plan = planner(t)
    adopted = str(t.new("ruleset.adopted/1")[0])
    t.add([forge_budgets.transfer("transfer.proposed/1", operation, source, target, amount, date, outcome, rules, terms,
                                  **{"ruleset": adopted, **more})], "chantal")
    proposal = str(t.last_content())
    if post:
        posting(t, plan, proposal, source, target, amount)
    return proposal


def posting(t: Trial, plan: forge_budgets.Planner, proposal: str, source: Tuple[int, str], target: Optional[Tuple[int, str]],
            amount: int, by: str = "chantal") -> None:
    entries = plan.moves(source, target, amount)
    t.add([{"kind": "transfer.posted/1", "proposal": proposal, "entries": [e["entry"] for e in entries]}, *entries], by)


def adopting(**more: Any) -> Callable[[Trial], None]:
    """The rule set that was adopted, with other members: in its proposal, and in its record alike."""
    def act(t: Trial) -> None:
        for kind in ("ruleset.adopted.proposed/1", "ruleset.adopted/1"):
            _, batch, place, record = t.new(kind)
            batch.content[place] = {**record, "rules": {**record["rules"], **more}}
    return act


capped = forge_budgets.capped


@case(46, "spending above what is available")
def _() -> Any:
    yield "by a cent", "0LP", added(lambda p: [p.spending(2023, "ADMIN", 48_001)])
    yield "by a commitment", "0LP", added(lambda p: p.commitment(2023, "ADMIN", 48_001))

    def outstanding(t: Trial) -> None:
        name = t.book.find("commitment.opened/1")[0][3]["entry"]
        t.add(planner(t).spent(2023, "AIDE", name, 35_001), "chantal")
    yield "above what the commitment has left", "0LP", outstanding
    yield "above the year's ceiling", "0LP", added(lambda p: p.act(
        2023, {"kind": "envelope.revised/1", "year": "2023-2024", "envelope": "ADMIN", "amount": "200000", "reason": "x"},
        ("authorised", "available", "ADMIN", 200_000)))
    yield "expense that uses no budget", "0LP", added(lambda p: [p.entry(2023, [("5000", 5, "ADMIN"), ("1000", -5, None)])])
    yield "from another envelope's budget", "0LP", added(lambda p: [p.entry(
        2023, [("5000", 5, "ADMIN"), ("1000", -5, None), ("available", 5, "AIDE"), ("spent", -5, "AIDE")])])
    yield "budget from nowhere", "0LP", added(lambda p: [p.entry(2023, [("authorised", 5, "ADMIN"), ("available", -5, "ADMIN")])])
    yield "budget moved by a plain entry", "0LP", added(lambda p: [p.entry(2023, [
        ("available", 5, "AIDE"), ("authorised", -5, "AIDE"), ("authorised", 5, "ADMIN"), ("available", -5, "ADMIN")])])
    yield "an act of another amount than its entry", "P", added(
        lambda p: (lambda act, entry: [{**act, "amount": "6"}, entry])(*p.commitment(2023, "ADMIN", 5)))
    yield "after the envelope expired", "P", change("envelope.opened/1", {"expires": "2023-05-09"}, envelope="AIDE", year="2023-2024")

    def annulled(t: Trial) -> None:
        record = t.book.find("commitment.opened/1")[0][0] + 1
        t.two({"kind": "record.annulled/1", "record": str(record), "reason": "x"})
    yield "a commitment's entry annulled", "P", annulled

    def file(t: Trial) -> None:
        with open(os.path.join(t.original, "budgets.csv"), "rb") as opened:
            before = opened.read()
        t.book.files["budgets.csv"] = before.replace(b",48000,", b",148000,")
    yield "budgets.csv otherwise", "0L", file


@case(47, "transfer split to pass under a cap")
def _() -> Any:
    def stale(t: Trial) -> None:
        for _ in range(2):
            moving(t, "transfer", AIDE, NORTH, 7_000, "2023-11-01", ["P1"], capped(420_000, 35_000))
    yield "the first is not counted", "0LP", stale

    def together(t: Trial) -> None:
        proposals = [moving(t, "transfer", AIDE, NORTH, 7_000, "2023-11-01", ["P1"], capped(420_000, 35_000), post=False)
                     for _ in range(2)]
        for proposal in proposals:
            posting(t, planner(t), proposal, AIDE, NORTH, 7_000)
    yield "proposed together", "0LP", together

    def twice(t: Trial) -> None:
        proposal = moving(t, "transfer", AIDE, NORTH, 3_000, "2023-11-01", ["P1"], capped(420_000, 35_000))
        posting(t, planner(t), proposal, AIDE, NORTH, 3_000)
    yield "one proposal posted twice", "0LP", twice

    def above(t: Trial) -> None:
        moving(t, "transfer", AIDE, NORTH, 7_001, "2023-11-01", ["P1"], capped(420_000, 35_000))
    yield "above it by a cent", "0LP", above

    def posted_more(t: Trial) -> None:
        proposal = moving(t, "transfer", AIDE, NORTH, 7_000, "2023-11-01", ["P1"], capped(420_000, 35_000), post=False)
        posting(t, planner(t), proposal, AIDE, NORTH, 7_001)
    yield "posted above what was proposed", "0LP", posted_more


@case(48, "transfer before its budget, after its window")
def _() -> Any:
    def early(t: Trial) -> None:
        new = (2023, "NEUF")
        moving(t, "transfer", AIDE, new, 10, "2023-11-01", ["P1"], capped(420_000, 35_000))
        t.add(planner(t).envelope(2023, "NEUF", 0, {"nature": "aid"}), "chantal")
    yield "the envelope is opened after", "0LP", early
    yield "after its window", "0LP", lambda t: moving(
        t, "carry-over", NORTH, (2024, "AIDE"), 10, "2024-04-01", ["P3"], [], notices=["commission"]) and None
    yield "of another year than its day", "0LP", lambda t: moving(
        t, "transfer", AIDE, NORTH, 10, "2024-05-01", ["P1"], capped(420_000, 35_000)) and None
    yield "given back after its year", "P", lambda t: moving(
        t, "temporary-transfer", AIDE, NORTH, 10, "2023-11-01", ["P2"], [], repay_by="2024-04-01") and None

    def elsewhere(t: Trial) -> None:
        proposal = moving(t, "transfer", AIDE, NORTH, 10, "2023-11-01", ["P1"], capped(420_000, 35_000), post=False)
        posting(t, planner(t), proposal, (2024, "AIDE"), (2024, "ADMIN"), 10)
    yield "its entry in another year", "0LP", elsewhere

    def approved(t: Trial) -> None:
        moving(t, "transfer", NORTH, AIDE, 20_001, "2023-11-01", ["P1"], capped(120_000, 0))
    yield "above the cap, said to be permitted", "P", approved


@case(49, "rule file swapped, rule set not in force")
def _() -> Any:
    def swapped(t: Trial) -> None:
        name = "rules/%d.json" % t.new("ruleset.adopted/1")[0]
        with open(os.path.join(t.original, name), "rb") as file:
            t.book.files[name] = file.read().replace(b'"10000000"', b'"90000000"')
    yield "the file", "0L", swapped

    def removed(t: Trial) -> None:
        t.book.files["rules/%d.json" % t.new("ruleset.adopted/1")[0]] = None  # type: ignore[assignment]
    yield "no file", "0L", removed

    def another(t: Trial) -> None:
        t.new("ruleset.adopted/1")
        t.book.files["rules/2.json"] = b"{}\n"
    yield "a file more", "0L", another
    yield "not in force yet", "0LP", adopting(**{"from": "2023-07-01"})
    yield "in force no more", "0LP", adopting(until="2023-07-01")
    yield "a laxer cap", "0LP", adopting(rules=[
        {**r, "cap": {"percent": "90000000"}} if r["id"] == "C1" else r for r in forge_budgets.rule_set(forge_budgets.RULES)["rules"]])
    yield "of another fund", "P", adopting(fund="fdmt")
    yield "not canonical", "P", adopting(rules=forge_budgets.RULES[::-1])

    def otherwise(t: Trial) -> None:
        _, batch, place, record = t.new("ruleset.adopted/1")
        batch.content[place] = {**record, "rules": {**record["rules"], "status": "in-force"}}
    yield "otherwise than two persons agreed", "P", otherwise

    def second(t: Trial) -> None:
        record = t.new("ruleset.adopted/1")[3]
        t.two({"kind": "ruleset.adopted/1", "source_name": "x", "source_sha256": record["source_sha256"],
               "rules": {**record["rules"], "version": "2"}})
    yield "two on the same day", "P", second
    yield "named otherwise by the transfer", "P", lambda t: moving(
        t, "transfer", AIDE, NORTH, 10, "2023-11-01", ["P1"], capped(420_000, 35_000),
        ruleset=str(t.new("ruleset.adopted.proposed/1")[0])) and None

    def unapproved(t: Trial) -> None:
        proposal = moving(t, "transfer", NORTH, AIDE, 600, "2023-11-01", ["P1"], capped(120_000, 0), post=False)
        t.add([{"kind": "transfer.approved/1", "authority": "council", "instrument": "x", "proposal": proposal}], "hugo")
    yield "approved by an authority that the rules do not ask", "P", unapproved
