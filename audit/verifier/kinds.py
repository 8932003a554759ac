"""FORMAT.md §4: the kinds of records and their members."""
from typing import Any, Dict, NamedTuple, Tuple

from .grantkinds import GRANT_KINDS, check_together
from .members import ANY_OBJECT, HEX_OBJECT, Array, Checked, check_members
from .ruleform import ATTRIBUTE, OPERATION, RULE_ID, check_rules
from .servicekinds import SERVICE_KINDS
from .words import (ACCOUNT, CLASS, ENVELOPE, HEX, HEX32, IDEMPOTENCY, ORIGIN, PERSON, REGISTER, ROLE, ROLES, SCOPE,
                    SIGNATURE, SOFTWARE, Refused, form, is_count, is_date, is_entry, is_integer, is_period,
                    is_sequence, is_time, is_year, need, text)


class Kind(NamedTuple):
    funds_only: bool
    roles: Tuple[str, ...]
    two: bool
    required: Dict[str, Any]
    optional: Dict[str, Any]
    second: str = "admin"  # §7: the role of the second person
    when_done: Tuple[str, ...] = ()  # §7: members that a proposal has not
    employers_only: bool = False


ADMIN, OFFICE, FINANCE = ("admin",), ("admin", "finance-officer", "agent", "coordinator"), ("finance-officer",)
TWO = {"alone": form("yes"), "proposal": is_sequence}
GRANT = {"person": PERSON, "role": ROLE}
MOVER = ("finance-officer", "approver")
PLACE = ({"envelope": ENVELOPE, "year": is_year}, {})
SHARE = ({"amount": is_count, "envelope": ENVELOPE}, {})


def check_attributes(value: Any, path: str) -> None:
    """§4: what an envelope is marked with."""
    need(type(value) is dict and len(value) <= 64
         and all(ATTRIBUTE(n) and type(v) is str and ENVELOPE(v) for n, v in value.items()), "{}: member refused", path)


def check_term(value: Any, path: str) -> None:
    """§18.4: of a limit, or of what is available."""
    need(type(value) is dict, "{} is no object", path)
    side = {"side": form("source|target")}
    if "available" in value:
        check_members(value, {"available": is_integer, "rule": form("-"), **side}, {}, path)
    else:
        check_members(value, {"base": lambda v: v == "-" or is_integer(v), "cap": is_integer, "counted": is_integer,
                              "rule": RULE_ID, **side}, {}, path)


# §18.4: of a transfer, proposed or refused
TRANSFER = {"amount": is_count, "date": is_date, "from": PLACE, "operation": OPERATION,
            "outcome": form("error|forbidden|not-permitted|over-limit|insufficient-funds|needs-approval|permitted"),
            "reason": text(0, 1000), "rules": Array(0, 500, RULE_ID),
            "ruleset": lambda v: v == "-" or is_sequence(v), "terms": Array(0, 1001, Checked(check_term))}
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
    "approval.given/1": Kind(False, ("admin", "approver"), False, {"proposal": is_sequence}, {}),
    "approval.refused/1": Kind(False, ("admin", "approver", "finance-officer"), False, {
        "proposal": is_sequence, "reason": text(1, 1000)}, {}),
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
    "ceiling.set/1": Kind(True, FINANCE, False, {
        "amount": is_count, "basis": form("estimates|balance"), "citation": text(1, 500), "year": is_year}, {}),
    "envelope.opened/1": Kind(True, FINANCE, False, {
        "amount": is_count, "attributes": Checked(check_attributes), "envelope": ENVELOPE, "name": text(1, 200),
        "year": is_year}, {"entry": is_entry, "expires": is_date, "parent": ENVELOPE}),
    "envelope.revised/1": Kind(True, FINANCE, False, {
        "amount": is_integer, "entry": is_entry, "envelope": ENVELOPE, "reason": text(1, 1000), "year": is_year}, {}),
    "allocation.run/1": Kind(True, FINANCE, False, {
        "agreed_by": text(1, 200), "agreed_on": is_date, "approved_by": text(1, 200), "approved_on": is_date,
        "criteria_sha256": HEX, "entry": is_entry, "envelope": ENVELOPE,
        "inputs": Array(0, 100, ({"name": text(1, 255), "sha256": HEX}, {})), "shares": Array(1, 5000, SHARE),
        "year": is_year}, {}),
    "commitment.opened/1": Kind(True, FINANCE, False, {
        "amount": is_count, "entry": is_entry, "envelope": ENVELOPE, "memo": text(0, 4000), "year": is_year}, {
        "continues": is_entry, "later": Array(1, 20, ({"amount": is_count, "year": is_year}, {})),
        "payee": text(1, 200)}),
    "commitment.spent/1": Kind(True, FINANCE, False, {
        "amount": is_count, "commitment": is_entry, "entry": is_entry}, {}),
    "commitment.released/1": Kind(True, FINANCE, False, {
        "amount": is_count, "commitment": is_entry, "entry": is_entry, "reason": text(1, 1000)}, {}),
    "ruleset.adopted/1": Kind(True, ADMIN + FINANCE, True, {
        "rules": Checked(check_rules), "source_name": text(1, 255), "source_sha256": HEX}, TWO),
    "transfer.proposed/1": Kind(True, FINANCE, False, {
        **TRANSFER, "approvals": Array(0, 16, SCOPE), "notices": Array(0, 16, SCOPE)}, {
        "repay_by": is_date, "to": PLACE}),
    "transfer.approved/1": Kind(True, ("approver",), False, {
        "authority": SCOPE, "instrument": text(1, 200), "proposal": is_sequence}, {"document": HEX}),
    "transfer.withdrawn/1": Kind(True, MOVER, False, {"proposal": is_sequence, "reason": text(1, 1000)}, {}),
    "transfer.posted/1": Kind(True, MOVER, False, {"entries": Array(1, 2, is_entry), "proposal": is_sequence}, {}),
    "transfer.refused/1": Kind(True, MOVER, False, TRANSFER, {
        "proposal": is_sequence, "repay_by": is_date, "to": PLACE}),
    "transfer.returned/1": Kind(True, FINANCE, False, {
        "amount": is_count, "entry": is_entry, "transfer": is_sequence}, {}),
    "batch.sealed/1": Kind(False, (), False, {
        "batch": is_sequence, "content_hash": HEX, "content_root": HEX, "count": is_sequence, "first": is_sequence,
        "idempotency_key": IDEMPOTENCY, "key": HEX, "register": HEX, "root_after": HEX, "root_before": HEX,
        "siblings": Array(0, 1 << 20, ({"batch": is_sequence, "content_root": HEX, "register": HEX}, {})),
        "signature": SIGNATURE, "time": is_time}, {}),
}
for _name, _grant in GRANT_KINDS.items():
    KINDS[_name] = Kind(True, _grant.roles, bool(_grant.second), _grant.required, _grant.optional,
                        _grant.second or "admin", _grant.when_done)
for _name, _service in SERVICE_KINDS.items():
    KINDS[_name] = Kind(False, _service.roles, _service.two, _service.required, _service.optional, employers_only=True)
PROPOSALS = {n.replace("/", ".proposed/"): n for n, k in KINDS.items() if k.two}  # §4: K.proposed/V -> K/V
for _proposed, _name in PROPOSALS.items():
    _kind = KINDS[_name]
    _left_out = {*TWO, *_kind.when_done}
    KINDS[_proposed] = _kind._replace(
        two=False, required={n: g for n, g in _kind.required.items() if n not in _left_out},
        optional={n: g for n, g in _kind.optional.items() if n not in _left_out})
    if _kind.second != "admin":  # who approves may write the record done
        KINDS[_name] = _kind._replace(roles=_kind.roles + (_kind.second,))

_names = list(KINDS)
BUDGETED = frozenset(_names[_names.index("ceiling.set/1"):_names.index("transfer.returned/1") + 1]
                     + ["ruleset.adopted.proposed/1"])  # §18: its records
GRANTED = frozenset(GRANT_KINDS) | {n for n, k in PROPOSALS.items() if k in GRANT_KINDS}  # §19: its records
SERVED = frozenset(SERVICE_KINDS) | {n for n, k in PROPOSALS.items() if k in SERVICE_KINDS}  # §20: its records


def check_record(data: Dict[str, Any], register: str) -> None:
    """§2, §4: a known kind of this register, with its members."""
    kind = data.pop("kind", None)
    known = KINDS.get(kind) if type(kind) is str else None
    if known is None or (known.funds_only if register == "employers" else known.employers_only):
        raise Refused("kind “{}” unknown in this register", kind)
    check_members(data, known.required, known.optional, kind)
    if kind in GRANT_KINDS:
        check_together(kind, data, register)
    data["kind"] = kind
