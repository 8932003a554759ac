"""FORMAT.md §4: the kinds of records and their members."""
from typing import Any, Dict, NamedTuple, Tuple

from .words import (ACCOUNT, CLASS, HEX, HEX32, IDEMPOTENCY, ORIGIN, PERSON, REGISTER, ROLE, ROLES, SCOPE, SIGNATURE,
                    SOFTWARE, Refused, form, is_count, is_date, is_entry, is_integer, is_period, is_sequence, is_time,
                    is_year, need, text)


class Array(NamedTuple):
    low: int
    high: int
    item: Any


class Kind(NamedTuple):
    funds_only: bool
    roles: Tuple[str, ...]
    two: bool
    required: Dict[str, Any]
    optional: Dict[str, Any]


ANY_OBJECT, HEX_OBJECT = "object", "object of name -> HEX"
ADMIN, OFFICE, FINANCE = ("admin",), ("admin", "finance-officer", "agent", "coordinator"), ("finance-officer",)
TWO = {"alone": form("yes"), "proposal": is_sequence}
GRANT = {"person": PERSON, "role": ROLE}
KINDS: Dict[str, Kind] = {
    "register.created/1": Kind(False, (), False, {
        "founders": Array(1, 16, ({"key": HEX, "person": PERSON}, {})), "ledger_key": HEX, "origin": ORIGIN,
        "random": HEX, "recovery_key": HEX, "register": REGISTER}, {"template": text(1, 64)}),
    "person.admitted/1": Kind(False, ADMIN, True, {"key": HEX, "proof": SIGNATURE, **GRANT}, {"scope": SCOPE, **TWO}),
    "person.recovered/1": Kind(False, (), False, {
        "key": HEX, "person": PERSON, "proof": SIGNATURE, "recovery_proof": SIGNATURE}, {}),
    "role.granted/1": Kind(False, ADMIN, True, GRANT, {"scope": SCOPE, **TWO}),
    "role.revoked/1": Kind(False, ADMIN, True, GRANT, {"scope": SCOPE, **TWO}),
    "ledger-key.rotated/1": Kind(False, ADMIN, False, {
        "new_key": HEX, "old_key": HEX, "proof_new": SIGNATURE, "proof_old": SIGNATURE}, {}),
    "approval.given/1": Kind(False, ADMIN, False, {"proposal": is_sequence}, {}),
    "approval.refused/1": Kind(False, ADMIN, False, {"proposal": is_sequence, "reason": text(1, 1000)}, {}),
    "record.annulled/1": Kind(True, ADMIN, True, {"reason": text(1, 1000), "record": is_sequence}, TWO),
    "document.added/1": Kind(False, OFFICE, False, {
        "name": text(1, 255), "sha256": HEX, "size": is_count, "type": text(1, 127)}, {}),
    "subject.opened/1": Kind(False, OFFICE, False, {"fields": HEX_OBJECT, "subject": HEX32}, {}),
    "subject.erased/1": Kind(False, ADMIN, False, {"reason": text(1, 1000), "subject": HEX32}, {}),
    "export.opened/1": Kind(False, ROLES, False, {
        "number": is_sequence, "previous_statement": form("-|[0-9a-f]{64}"), "software": SOFTWARE,
        "time": is_time}, {}),
    "account.opened/1": Kind(True, ADMIN + FINANCE, False, {"account": ACCOUNT, "class": CLASS, "name": text(1, 200)},
                             {"line": text(1, 64), "name_en": text(1, 200)}),
    "account.closed/1": Kind(True, ADMIN + FINANCE, False, {"account": ACCOUNT}, {}),
    "year.opened/1": Kind(True, ADMIN + FINANCE, False, {"budget": form("controlled|none"), "year": is_year}, {}),
    "entry.posted/1": Kind(True, FINANCE, False, {
        "date": is_date, "entry": is_entry, "memo": text(0, 4000), "period": is_period, "reference": text(0, 200),
        "postings": Array(2, 10_000, ({"account": ACCOUNT, "amount": is_integer}, {"envelope": text(1, 64)}))}, {
        "documents": Array(1, 100, HEX), "pair": ({"entry": is_entry, "register": HEX}, {}),
        "reason": text(1, 1000), "reverses": is_entry, "row": is_count, "source": text(1, 200)}),
    "import.recorded/1": Kind(True, FINANCE, False, {
        "entries": is_count, "file": text(1, 255), "file_sha256": HEX, "known": is_count, "map": ANY_OBJECT,
        "rows": is_count, "skipped": is_count}, {}),
    "batch.sealed/1": Kind(False, (), False, {
        "batch": is_sequence, "content_hash": HEX, "content_root": HEX, "count": is_sequence, "first": is_sequence,
        "idempotency_key": IDEMPOTENCY, "key": HEX, "register": HEX, "root_after": HEX, "root_before": HEX,
        "siblings": Array(0, 1 << 20, ({"batch": is_sequence, "content_root": HEX, "register": HEX}, {})),
        "signature": SIGNATURE, "time": is_time}, {}),
}
for _name in [n for n, k in KINDS.items() if k.two]:  # §4: K.proposed/V
    _kind = KINDS[_name]
    KINDS[_name.replace("/", ".proposed/")] = _kind._replace(
        two=False, optional={n: g for n, g in _kind.optional.items() if n not in TWO})


def check_members(value: Any, required: Dict[str, Any], optional: Dict[str, Any], path: str) -> None:
    """Exactly the members, each of its grammar. Calls itself as deep as the table above is, not as the input is."""
    need(type(value) is dict, "{} is no object", path)
    missing = len(required)
    for name, member in value.items():
        grammar = required.get(name)
        if grammar is not None:
            missing -= 1
        else:
            grammar = optional.get(name)
        if type(member) is str and callable(grammar):
            if not grammar(member):
                raise Refused("{}.{}: “{}” has not the form it must", path, name, member)
        elif type(grammar) is Array:
            need(type(member) is list and grammar.low <= len(member) <= grammar.high,
                 "{}.{} is no array of a length allowed", path, name)
            for item in member:
                if type(grammar.item) is tuple:
                    check_members(item, grammar.item[0], grammar.item[1], path + "." + name)
                else:
                    need(type(item) is str and grammar.item(item), "{}.{}: item refused", path, name)
        elif type(grammar) is tuple:
            check_members(member, grammar[0], grammar[1], path + "." + name)
        elif grammar == HEX_OBJECT and type(member) is dict:
            need(1 <= len(member) <= 64 and all(type(v) is str and HEX(v) for v in member.values()),
                 "{}.{}: member refused", path, name)
        else:
            need(grammar == ANY_OBJECT and type(member) is dict, "{}.{}: unknown member or of another type", path, name)
    need(not missing, "{}: a member is missing", path)


def check_record(data: Dict[str, Any], register: str) -> None:
    """§2, §4: a known kind of this register, with its members."""
    kind = data.pop("kind", None)
    known = KINDS.get(kind) if type(kind) is str else None
    if known is None or known.funds_only and register == "employers":
        raise Refused("kind “{}” unknown in this register", kind)
    check_members(data, known.required, known.optional, kind)
    data["kind"] = kind
