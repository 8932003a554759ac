"""docs/rules.en.md section 9 and FORMAT.md §18.3: the form of a compiled rule set, judged with its record."""
from typing import Any, Callable, Dict, Iterable, Set

from .members import Array, Checked, ascends, canonical, check_members
from .words import form, is_count, is_date, is_sequence, need, text

MAX_RULES = 1_000_000  # bytes of a compiled set
MAX_PERCENT = 1_000_000_000  # 1000 %, in millionths of a per cent
OPERATION = form("transfer|temporary-transfer|carry-over|advance|cancellation")
ATTRIBUTE = form("[a-z][a-z0-9-]{0,31}")
RULE_ID = form("[A-Za-z0-9._-]{1,32}")
CODE = form("[A-Za-z0-9._-]{1,64}")
OWN_NAMES = ("envelope", "year", "parent")  # what every envelope has
NOT_DECLARED = OWN_NAMES + ("initial", "authorised", "available")
IDENTIFIER = ATTRIBUTE  # of an authority, of an exception's label
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def texts(high: int) -> Dict[str, Any]:
    return {"en": text(1, high), "fr": text(1, high)}


def is_day(v: str) -> bool:
    """MM-DD; 02-29 in any year."""
    return bool(form("(0[1-9]|1[0-2])-[0-9]{2}")(v)) and 1 <= int(v[3:]) <= DAYS[int(v[:2]) - 1]


def in_fiscal_year(day: str) -> str:
    """MM-DD so that days ascend from 1 April to 31 March."""
    return "%02d%s" % ((int(day[:2]) - 4) % 12, day[2:])


def codes(item: Callable[[str], Any]) -> Checked:
    """An array of codes: ascending, none twice, not empty."""
    def check(value: Any, path: str) -> None:
        need(type(value) is list and value and all(type(v) is str and item(v) for v in value) and ascends(value),
             "{}: no ascending list of codes", path)
    return Checked(check)


def check_selector(value: Any, path: str) -> None:
    need(type(value) is dict and value, "{} says nothing", path)
    check_members(value, {name: codes(CODE) for name in value}, {}, path)


SELECTORS = ("source", "source_not", "target", "target_not")
WHEN: Dict[str, Any] = {
    "operation": codes(OPERATION), "same": codes(ATTRIBUTE), "differ": codes(ATTRIBUTE),
    "amount": ({}, {"above": is_count, "at_most": is_count}), "window": ({}, {"from": is_day, "until": is_day}),
    "dates": ({}, {"from": is_date, "until": is_date}), **{side: Checked(check_selector) for side in SELECTORS}}
COMMON = {"cite": ({"article": text(1, 200), **texts(1000)}, {}), "id": RULE_ID,
          "kind": form("permit|forbid|limit|require")}
OF_KIND: Dict[str, Any] = {
    "permit": ({}, {}), "forbid": ({}, {}), "require": ({}, {"approval": IDENTIFIER, "notice": IDENTIFIER}),
    "limit": ({"across": form("envelope|group|fund"), "cap": ({}, {"percent": is_count, "cents": is_count}),
               "counts": form("outflow|inflow|gross|net"), "of": form("source|target|each"),
               "over": form("operation|year")}, {"base": form("initial|current"), "group": codes(ATTRIBUTE)})}
NAMED = {**{n: (texts(500), {}) for n in ("decided_by", "instrument", "proposed_by", "title")}, "from": is_date,
         "fund": form("fnf|fdmt|any"), "ruleset": form("[a-z][a-z0-9-]{0,63}"),
         "status": form("in-force|illustrative|historical"), "version": is_sequence}


def check_declared(value: Any, path: str) -> None:
    need(type(value) is dict and len(value) <= 64, "{} is no object", path)
    for name, values in value.items():
        need(ATTRIBUTE(name) and name not in NOT_DECLARED, "{}: the attribute {} is refused", path, name)
        need(values == [] or codes(CODE).check(values, path) is None, "{}: no ascending list of codes", path)


def check_names(names: Iterable[str], declared: Set[str], path: str) -> None:
    for name in names:
        need(name in declared, "{}: the attribute {} is not declared", path, name)


def check_when(when: Dict[str, Any], declared: Set[str], path: str) -> None:
    """What the tables above cannot say of a `when`."""
    for side in ("source", "target"):
        here, negated = when.get(side, {}), when.get(side + "_not", {})
        need(not here.keys() & negated.keys(), "{}: a name stands in {} and {}_not", path, side, side)
        check_names([*here, *negated], declared, path)
    for name in ("same", "differ"):
        check_names(when.get(name, ()), declared, path)
    for name in ("amount", "window", "dates"):
        need(when.get(name) != {}, "{} says nothing", path)
    window = when.get("window", {})
    need(len(window) < 2 or in_fiscal_year(window["from"]) <= in_fiscal_year(window["until"]),
         "{}: the window ends before it begins", path)


def check_rule(rule: Any, declared: Set[str], authorities: Set[str], path: str) -> None:
    need(type(rule) is dict and OF_KIND.get(rule.get("kind") if type(rule.get("kind")) is str else None) is not None,
         "{}: a rule of no kind", path)
    required, optional = OF_KIND[rule["kind"]]
    exception = ({"label": IDENTIFIER, **texts(500)}, WHEN)
    check_members(rule, {**COMMON, **required},
                  {**optional, "when": ({}, WHEN), "unless": Array(1, 1 << 20, exception)}, path)
    if rule["kind"] == "limit":
        cap = rule["cap"]
        need(len(cap) == 1 and int(cap.get("percent", "0")) <= MAX_PERCENT, "{}: the cap is refused", path)
        need(("base" in rule) == ("percent" in cap), "{}: a base goes with a percentage", path)
        need(("group" in rule) == (rule["across"] == "group"), "{}: group goes with across", path)
        check_names(rule.get("group", ()), declared, path)
    elif rule["kind"] == "require":
        asked = [rule[n] for n in ("approval", "notice") if n in rule]
        need(len(asked) == 1 and asked[0] in authorities, "{}: one authority of the list is required", path)
    need(rule.get("when") != {}, "{} says nothing", path)
    check_when(rule.get("when", {}), declared, path)
    labels = [e["label"] for e in rule.get("unless", ())]
    need(len(set(labels)) == len(labels), "{}: a label stands twice", path)
    for one in rule.get("unless", ()):
        need(len(one) > 3, "{} says nothing", path)
        check_when(one, declared, path)


def check_rules(value: Any, path: str) -> None:
    """A compiled rule set, or a refusal."""
    check_members(value, {
        **NAMED, "attributes": Checked(check_declared), "rules": Array(1, 500, Checked(lambda v, p: None)),
        "authorities": Array(0, 16, ({"id": IDENTIFIER, **texts(500)}, {}))}, {
        "replaces": form("[a-z][a-z0-9-]{0,63}@[1-9][0-9]{0,18}"), "until": is_date}, path)
    need(value.get("until", value["from"]) >= value["from"], "{}: until lies before from", path)
    need("replaces" not in value or is_sequence(value["replaces"].split("@")[1]),
         "{}.{}: “{}” has not the form it must", path, "replaces", value.get("replaces"))
    ids = [authority["id"] for authority in value["authorities"]]
    need(len(set(ids)) == len(ids), "{}: an authority stands twice", path)
    declared = set(value["attributes"]) | set(OWN_NAMES)
    for rule in value["rules"]:
        check_rule(rule, declared, set(ids), path + ".rules")
    need(ascends([rule["id"] for rule in value["rules"]]), "{}: rules out of order", path)
    need(len(canonical(value).encode()) <= MAX_RULES, "{}: more than 1 000 000 bytes", path)
