"""FORMAT.md §19: the forms of its records. Kinds only; kinds.py joins them to the others."""
from typing import Any, Callable, Dict, List, NamedTuple, Tuple

from .members import Array, Checked, check_members
from .words import (ACCOUNT, BIGGEST, ENVELOPE, HEX, HEX32, form, is_count, is_date, is_entry, is_integer, is_sequence, is_year, need,
                    text)

NUMBER = "([0-9]{6}|[1-9][0-9]{6,11})"
OPENING = "(?:FNF|FDMT)"
RECIPIENT = form("(?:11|22|33|88)[0-9]{8}|X-[A-Za-z0-9._-]{1,60}")
GRANT, PAYMENT = (form("%s-%s-(?!000000$)%s" % (OPENING, letter, NUMBER)) for letter in "GP")
AUTHORITY = form("direction|commission|ministre|conseil-du-tresor|gouvernement")
AUTHORITY_OF = {"commission": "fnf", "ministre": "fdmt"}  # those that one fund alone has
TAXYEAR = form("199[0-9]|2[0-8][0-9]{2}|29[0-8][0-9]|299[0-8]")
CODE, SUBJECT = ENVELOPE, HEX32


def number_of(name: str) -> int:
    """Of a GRANT or PAYMENT."""
    return int(name.rpartition("-")[2])


class GrantKind(NamedTuple):
    roles: Tuple[str, ...]
    required: Dict[str, Any]
    optional: Dict[str, Any]
    when_done: Tuple[str, ...] = ()  # °: members that its proposal has not
    second: str = ""  # the role of the one who approves its proposal, where there must be one


def in_order(low: int, high: int, item: Any, key: Callable[[Any], Any], equal: bool = False) -> Checked:
    """An array of objects, or of strings, that ascends by a key."""
    def check(value: Any, path: str) -> None:
        need(type(value) is list and low <= len(value) <= high, "{} is no array of a length allowed", path)
        for one in value:
            if type(item) is tuple:
                check_members(one, item[0], item[1], path)
            else:
                need(type(one) is str and item(one), "{}: item refused", path)
        keys = list(map(key, value))
        need(all(a < b or equal and a == b for a, b in zip(keys, keys[1:])), "{}: out of order, or one twice", path)
    return Checked(check)


def check_plan(value: Any, path: str) -> None:
    PLAN_FORM.check(value, path)
    need(0 < sum(int(part["amount"]) for part in value) <= BIGGEST, "{}: a sum of zero, or beyond 64 bits", path)


def nonzero(value: str) -> bool:
    return is_integer(value) and value != "0"


ABOVE_ZERO = is_sequence  # COUNT > 0
PLAN_FORM = in_order(1, 21, ({"amount": is_count, "year": is_year}, {"envelope": ENVELOPE}), lambda p: p["year"])
PLAN = Checked(check_plan)
DOCS = in_order(1, 100, HEX, str)
INSTALMENTS = in_order(1, 200, ({"amount": ABOVE_ZERO, "date": is_date, "kind": form("advance|claim|final")}, {}),
                       lambda p: p["date"], True)
CONTRIBUTIONS = Array(1, 50, ({"amount": is_count, "party": text(1, 200)}, {}))
ITEMS = in_order(1, 5000, ({"amount": ABOVE_ZERO, "bank": SUBJECT, "payable": is_sequence}, {}), lambda p: int(p["payable"]))
PARTS = in_order(1, 20, ({"amount": nonzero, "fees": is_count, "taxation_year": TAXYEAR}, {"final": form("yes")}),
                 lambda p: p["taxation_year"])
USE = form("payable|holdbacks|accrued|advances|recoverable|transit|levies-receivable|fees-receivable|deferred|restricted|"
           "unrestricted|cash|recoveries|bad-debts|levies|levies-adjusted|collection-fees|fees")

FO, AP, EITHER = ("finance-officer",), ("approver",), ("finance-officer", "approver")
NAMED: Dict[str, Any] = {"name": text(1, 200), "subject": SUBJECT}
AMOUNT: Dict[str, Any] = {"amount": ABOVE_ZERO}
MOVES: Dict[str, Any] = {**AMOUNT, "entry": is_entry}
REASON: Dict[str, Any] = {"reason": text(1, 1000)}
MEMO: Dict[str, Any] = {"memo": text(0, 4000)}
PURPOSE: Dict[str, Any] = {name: text(1, 4000) for name in ("activities", "objectives", "results", "terms")}


def entries(high: int) -> Dict[str, Any]:
    return {"entries": Array(0, high, is_entry)}


GRANT_KINDS: Dict[str, GrantKind] = {
    "control.set/1": GrantKind(FO + ("admin",), {"account": ACCOUNT, "use": USE}, {}),
    "program.added/1": GrantKind(FO, {"account": ACCOUNT, "citation": text(1, 500), "name": text(1, 200),
                                      "norms": form("approved|none"), "program": CODE}, {"name_en": text(1, 200)}),
    "recipient.added/1": GrantKind(FO, {"recipient": RECIPIENT}, NAMED),
    "recipient.changed/1": GrantKind(FO, {"recipient": RECIPIENT}, NAMED),
    "bank.set/1": GrantKind(FO, {"proposal": is_sequence, "recipient": RECIPIENT, "subject": SUBJECT}, {}, (), "approver"),
    "grant.applied/1": GrantKind(FO, {**AMOUNT, "program": CODE, "recipient": RECIPIENT, "title": text(1, 200)}, {}),
    "grant.assessed/1": GrantKind(FO, {**MEMO, "recommendation": form("approve|refuse")}, {"amount": is_count}),
    "grant.refused/1": GrantKind(EITHER, REASON, {}),
    "grant.approved/1": GrantKind(AP, {"authority": AUTHORITY, **entries(21), "instrument": text(1, 200), "plan": PLAN}, {}),
    "grant.signed/1": GrantKind(FO, {**PURPOSE, "begins": is_date, "ends": is_date, "contributions": CONTRIBUTIONS,
                                     **entries(42), "instalments": INSTALMENTS, "plan": PLAN}, NAMED),
    "grant.amended/1": GrantKind(EITHER, {**entries(42), "plan": PLAN, **REASON}, {
        **PURPOSE, "ends": is_date, "contributions": CONTRIBUTIONS, "instalments": INSTALMENTS, "authority": AUTHORITY,
        "instrument": text(1, 200)}),
    "grant.continued/1": GrantKind(FO, {"entry": is_entry, "envelope": ENVELOPE, "year": is_year}, {}),
    "grant.advanced/1": GrantKind(FO, MOVES, {}),
    "grant.claimed/1": GrantKind(FO, {**AMOUNT, "claim": is_sequence, "from": is_date, "to": is_date}, {}),
    "grant.accepted/1": GrantKind(FO, {"advance": is_count, "claim": is_sequence, "eligible": is_count,
                                       "holdback": is_count}, {"entry": is_entry, **REASON}),
    "grant.released/1": GrantKind(FO, MOVES, {}),
    "grant.accrued/1": GrantKind(FO, {**MOVES, "reversal": is_entry, "year": is_year}, {}),
    "grant.reported/1": GrantKind(FO, MEMO, {}),
    "grant.recovered/1": GrantKind(FO, {**MOVES, "basis": form("advance|claim"), **REASON}, {"year": is_year}),
    "grant.repaid/1": GrantKind(FO, MOVES, {}),
    "grant.offset/1": GrantKind(FO, {**MOVES, "payable": is_sequence}, {}),
    "grant.written-off/1": GrantKind(FO, {**MOVES, "proposal": is_sequence, **REASON}, {"envelope": ENVELOPE}, ("entry",),
                                     "approver"),
    "grant.closed/1": GrantKind(FO, entries(21), {}),
    "grant.cancelled/1": GrantKind(FO, {**entries(21), **REASON}, {}),
    "grant.undone/1": GrantKind(FO, {**entries(42), **REASON, "record": is_sequence}, {}),
    "grant.imported/1": GrantKind(FO, {**MOVES, "program": CODE, "recipient": RECIPIENT, "title": text(1, 200)}, {
        "envelope": ENVELOPE, "row": is_count, "source": text(1, 200)}),
    "payment.issued/1": GrantKind(FO, {"entry": is_entry, "first": PAYMENT, "items": ITEMS, "proposal": is_sequence}, {},
                                  ("entry", "first"), "approver"),
    "payment.cleared/1": GrantKind(FO, {"entry": is_entry, "payments": in_order(1, 5000, PAYMENT, number_of)}, {
        "documents": DOCS}),
    "payment.rejected/1": GrantKind(FO, {"entry": is_entry, "payment": PAYMENT, **REASON}, {}),
    "levy.estimated/1": GrantKind(FO, {"amount": nonzero, "basis": text(1, 500), "entry": is_entry, "taxation_year": TAXYEAR},
                                  {}),
    "levy.remitted/1": GrantKind(FO, {"entry": is_entry, "parts": PARTS, "reference": text(1, 200)}, {"envelope": ENVELOPE}),
    "revenue.earmarked/1": GrantKind(FO, {
        **MOVES, **MEMO, "account": ACCOUNT, "basis": form("own-law|outside"), "citation": text(1, 500),
        "envelope": ENVELOPE, "expires": is_date, "year": is_year}, {}),
    "revenue.released/1": GrantKind(FO, {**MOVES, "cause": form("used|expired|returned"), "earmark": is_sequence}, {
        "envelope": ENVELOPE, "year": is_year}),
    "fee.billed/1": GrantKind(FO, {**MOVES, **MEMO, "invoice": CODE, "payer": text(1, 200)}, {}),
    "fee.received/1": GrantKind(FO, {**MOVES, "invoice": CODE}, {}),
}
DATED = ("grant.", "payment.", "levy.", "revenue.", "fee.")
for _name, _kind in list(GRANT_KINDS.items()):  # what the table of §19.1 leaves out
    _more: Dict[str, Any] = {"date": is_date} if _name.startswith(DATED) else {}
    _may: Dict[str, Any] = {}
    if _name.startswith("grant."):
        _more["grant"], _may = GRANT, {"documents": DOCS}
    GRANT_KINDS[_name] = _kind._replace(required={**_kind.required, **_more}, optional={**_kind.optional, **_may})


def check_together(kind: str, data: Dict[str, Any], register: str) -> None:
    """What the members of one record of §19 have to do with each other, and with the register that it is in."""
    only = AUTHORITY_OF.get(data.get("authority", ""), register)
    need(only == register, "{}.authority: “{}” is of the other fund", kind, data.get("authority"))
    if kind in ("recipient.added/1", "recipient.changed/1", "grant.signed/1"):
        need(("name" in data) != ("subject" in data), "{}: just one of name and subject is needed", kind)
    elif kind == "grant.amended/1":
        need(("authority" in data) == ("instrument" in data), "{}: authority and instrument come together", kind)


def entries_of(data: Dict[str, Any]) -> List[str]:
    """The entries that a record of §19 names as those that follow it."""
    return data["entries"] if "entries" in data else [data[name] for name in ("entry", "reversal") if name in data]
