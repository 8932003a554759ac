"""FORMAT.md §20: the forms of its records, and days some months later. Kinds only; kinds.py joins them to the others."""
import calendar
import datetime
import functools
import re
from typing import Any, Callable, Dict, NamedTuple, Tuple

from .grantkinds import CODE, DOCS, GRANT, SUBJECT, in_order
from .members import Array, Checked
from .words import (HEX, PERSON, SIGNATURE, form, is_count, is_date, is_integer, is_period, is_sequence, is_start, is_time, is_year,
                    need, text)

NEQ = form("(?:11|22|33|88)[0-9]{8}")
REGIONS = "0[1-9]|1[0-7]"
REGION = form(REGIONS)
OFFICES = "[A-Z0-9][A-Z0-9-]{0,15}"
OFFICE = form(OFFICES)
SLUG = form("[a-z0-9][a-z0-9-]{0,31}")
SCIAN = form("(?:11|2[123]|3[123]|4[1458]|49|5[1-6]|6[12]|7[12]|81|91)[0-9]{0,4}")
LEVEL = form("national|region-(?:%s)|office-%s" % (REGIONS, OFFICES))
FORM = form("corporation|cooperative|non-profit|sole-proprietor|partnership|association|public-body|band-council|other")
RESULT = form("achieved|partly-achieved|not-achieved|abandoned")
NAMED = re.compile("(INT|AGR|PAR)-([0-9]{4})-([0-9]{6}|[1-9][0-9]{6,11})")
METHODS = ("newly-assisted", "new-agreements", "new-participants", "interventions")  # computed
YES = form("yes")


def numbered(prefix: str) -> Callable[[str], Any]:
    def check(v: str) -> bool:
        found = NAMED.fullmatch(v)
        return found is not None and found[1] == prefix and is_start(found[2]) and int(found[3]) > 0
    return check


def place(name: str) -> Tuple[int, int]:
    """Year and number of an INTERVENTION, AGREEMENT or PARTICIPATION."""
    return int(name[4:8]), int(name[9:])


def is_month(v: str) -> bool:
    return bool(is_period(v)) and v[6:] != "13"


@functools.lru_cache(65536)
def later(date: str, months: int) -> str:
    """The same day some months later (or, below zero, earlier), or the last day of that month; 1900-01-01 at the least."""
    year, month = divmod(int(date[:4]) * 12 + int(date[5:7]) - 1 + months, 12)
    if year < 1900:
        return "1900-01-01"
    return "%04d-%02d-%02d" % (year, month + 1, min(int(date[8:]), calendar.monthrange(year, month + 1)[1]))


def day(date: str) -> datetime.date:
    return datetime.date(int(date[:4]), int(date[5:7]), int(date[8:]))


def days_on(date: str, days: int) -> str:
    return (day(date) + datetime.timedelta(days)).isoformat()


def number(low: int, high: int) -> Callable[[str], Any]:
    return lambda v: is_count(v) and low <= int(v) <= high


def no_two(low: int, high: int, members: Dict[str, Any], name: str) -> Checked:
    """An array of objects, of which no two have the same value of a member."""
    inner = in_order(low, high, (members, {}), lambda one: 0, True)

    def check(value: Any, path: str) -> None:
        inner.check(value, path)
        need(len({one[name] for one in value}) == len(value), "{}: out of order, or one twice", path)
    return Checked(check)


def check_parameters(value: Any, path: str) -> None:
    need(type(value) is dict and len(value) <= 20
         and all(SLUG(n) and type(v) is str and text(1, 4000)(v) for n, v in value.items()), "{}: member refused", path)


class ServiceKind(NamedTuple):
    roles: Tuple[str, ...]
    required: Dict[str, Any]
    optional: Dict[str, Any]
    two: bool = False


AD, AG, CO = ("admin",), ("agent",), ("coordinator",)
NAME: Dict[str, Any] = {"name": text(1, 200)}
NAME_EN: Dict[str, Any] = {"name_en": text(1, 200)}
REASON: Dict[str, Any] = {"reason": text(1, 1000)}
FROM_FILE: Dict[str, Any] = {"row": is_count, "source": text(1, 200)}
SUBJECTS: Dict[str, Any] = {"subject": SUBJECT}
PLACE: Dict[str, Any] = {"establishment": is_sequence}
COUNTED: Dict[str, Any] = {"decimals": number(0, 4), "indicator": SLUG, "level": LEVEL, "value": is_integer, "year": is_year}
CONTRIBUTIONS = in_order(1, 5, ({"amount": is_count, "party": form("service|employer|committee|participants|other")}, {}),
                         lambda p: p["party"])
EMPLOYER: Dict[str, Any] = {"contact": SUBJECT, "employees": is_count, "name": text(1, 200), "office": OFFICE,
                            "other_names": Array(1, 20, text(1, 200)), "subject": SUBJECT}
ADDED: Dict[str, Any] = {"form": FORM, "region": REGION, "scian": SCIAN}
LINE = {"line": is_sequence}

SERVICE_KINDS: Dict[str, ServiceKind] = {
    "office.set/1": ServiceKind(AD, {**NAME, "office": OFFICE, "region": REGION}, {"closed": YES}),
    "catalogue.adopted/1": ServiceKind(AD, {
        "catalogue": CODE, "citation": text(1, 500), "from": is_date, "measures": in_order(
            1, 100, ({"citation": text(1, 200), "measure": SLUG, **NAME, **NAME_EN}, {}), lambda m: m["measure"])}, {}),
    "programme.set/1": ServiceKind(AD, {
        "citation": text(1, 500), **NAME, **NAME_EN, "nature": form("strategy|regulated"), "programme": SLUG}, {"committee": SLUG}),
    "standard.set/1": ServiceKind(AD + CO, {"modules": no_two(1, 100, {"module": CODE, **NAME}, "module"), **NAME, "standard": SLUG}, {
        "committee": SLUG, **NAME_EN}),
    "employer.added/1": ServiceKind(AG + AD, {**ADDED, "employer": NEQ}, {**EMPLOYER, **FROM_FILE}),
    "employer.changed/1": ServiceKind(AG + AD, {"employer": NEQ}, {**EMPLOYER, **ADDED, **FROM_FILE}),
    "employer.merged/1": ServiceKind(AG + AD, {"employer": NEQ, "into": NEQ, **REASON}, {}),
    "employer.closed/1": ServiceKind(AG + AD, {"employer": NEQ, **REASON}, {}),
    "employer.reopened/1": ServiceKind(AG + AD, {"employer": NEQ, **REASON}, {}),
    "establishment.set/1": ServiceKind(AG + AD, {"employer": NEQ, "establishment": number(1, 9999), "region": REGION}, {
        "closed": YES, "employees": is_count, **NAME, "office": OFFICE, "scian": SCIAN, **FROM_FILE}),
    "intervention.started/1": ServiceKind(AG, {
        "begins": is_date, "employer": NEQ, "intervention": numbered("INT"), "measure": SLUG, "office": OFFICE}, {
        "agent": PERSON, "contributions": CONTRIBUTIONS, "ends": is_date, **PLACE, "grant": GRANT, "result": RESULT, **FROM_FILE}),
    "intervention.ended/1": ServiceKind(AG, {"date": is_date, "intervention": numbered("INT"), "result": RESULT}, {}),
    "intervention.annulled/1": ServiceKind(AG + AD, {"date": is_date, "intervention": numbered("INT"), **REASON}, {}),
    "committee.set/1": ServiceKind(AD + CO, {**NAME, "scian": in_order(0, 50, SCIAN, str), "sector": text(1, 200)}, {
        "mandate": text(1, 4000), **NAME_EN, "neq": NEQ}),
    "committee.seated/1": ServiceKind(CO + AD, {"seat": CODE, "side": form("employers|unions|observers"), **SUBJECTS}, {
        "chair": YES, "organisation": text(1, 200)}),
    "committee.unseated/1": ServiceKind(CO + AD, {"seat": CODE}, {}),
    "committee.planned/1": ServiceKind(CO, {"activities": no_two(
        1, 200, {"activity": CODE, "expected": text(0, 1000), "title": text(1, 200)}, "activity"), "year": is_year}, {}),
    "committee.reported/1": ServiceKind(CO, {
        "activity": CODE, "result": text(1, 2000), "state": form("under-way|done|abandoned"), "year": is_year}, {}),
    "committee.funded/1": ServiceKind(CO + AD, {"grant": GRANT}, {}),
    "agreement.drafted/1": ServiceKind(AG + CO, {"apprentice": SUBJECT, "employer": NEQ, "office": OFFICE, "standard": SLUG}, {
        "companion": SUBJECT, **PLACE, **FROM_FILE}),
    "agreement.signed/1": ServiceKind(AG + CO, {
        **{name: is_date for name in ("apprentice_signed", "employer_signed", "service_signed", "begins", "ends")},
        "companion": SUBJECT, "hours": number(21, 60)}, {}),
    "agreement.started/1": ServiceKind(AG + CO, {}, {}),
    "agreement.learnt/1": ServiceKind(AG + CO, {"companion": SUBJECT, "module": CODE}, {}),
    "agreement.checked/1": ServiceKind(AG, {"modules": in_order(1, 100, CODE, str)}, {}),
    "agreement.changed/1": ServiceKind(AG + CO, {}, {
        "companion": SUBJECT, "employer": NEQ, "ends": is_date, **PLACE, "hours": number(21, 60), "office": OFFICE}),
    "agreement.suspended/1": ServiceKind(AG + CO, REASON, {}),
    "agreement.resumed/1": ServiceKind(AG + CO, {"ends": is_date}, {}),
    "agreement.completed/1": ServiceKind(AG, {"certificate": text(1, 100)}, {}),
    "agreement.recognised/1": ServiceKind(AG, {"attestation": text(1, 100)}, {}),
    "agreement.ended/1": ServiceKind(AG + CO, {
        "cause": form("apprentice-left|employer-left|employer-closed|not-progressing|other"), **REASON}, {}),
    "agreement.annulled/1": ServiceKind(AG + AD, REASON, {}),
    "participation.started/1": ServiceKind(AG + CO, {"office": OFFICE, "participant": SUBJECT, "programme": SLUG}, {
        "employer": NEQ, **FROM_FILE}),
    "participation.ended/1": ServiceKind(AG + CO, {"result": RESULT}, {}),
    "participation.annulled/1": ServiceKind(AG + AD, REASON, {}),
    "slip.received/1": ServiceKind(AG, {
        "accepted": in_order(0, 1000, ({**LINE, "record": is_sequence}, {}), lambda a: int(a["line"])), "committee": SLUG,
        "key": HEX, "leaves": Array(1, 1000, HEX), "number": is_sequence, "person": PERSON,
        "rejected": in_order(0, 1000, ({**LINE, "code": form("[A-Z0-9-]{1,16}")}, {}), lambda r: int(r["line"])),
        "signature": SIGNATURE, "time": is_time}, {}),
    "indicator.defined/1": ServiceKind(AD, {
        "citation": text(1, 500), "decimals": number(0, 4), "from": is_year, "indicator": SLUG,
        "method": form("|".join(METHODS + ("recorded", "cost"))), "name": text(1, 300), "name_en": text(1, 300),
        "parameters": Checked(check_parameters), "targeted": form("yes|no"), "unit": form("count|cents|percent|ratio|days"),
        "version": is_sequence}, {}),
    "indicator.recorded/1": ServiceKind(AG + AD, {**COUNTED, "note": text(0, 1000), "origin": text(1, 500)}, {
        "month": is_month, **REASON}),
    "target.set/1": ServiceKind(AG + AD, COUNTED, {"gap": number(0, 10_000), "through": is_year}),
    "target.revised/1": ServiceKind(AG + AD, {**COUNTED, **REASON}, {}),
    "target.overridden/1": ServiceKind(AD, {**COUNTED, **REASON}, {"alone": YES, "proposal": is_sequence}, True),
    "variance.explained/1": ServiceKind(AG + AD, {"indicator": SLUG, "level": LEVEL, "text": text(1, 4000), "year": is_year}, {
        "month": is_month}),
    "follow-up.noted/1": ServiceKind(AG + AD, {
        "date": is_date, "level": LEVEL, "text": text(1, 8000), "title": text(1, 200),
        "topic": form("strategy|evaluation|satisfaction|approval|other"), "year": is_year}, {"citation": text(1, 500)}),
    "month.published/1": ServiceKind(AD, {"figures": in_order(
        0, 8000, ({"count": is_sequence, "indicator": SLUG, "level": LEVEL}, {}), lambda f: (f["indicator"], f["level"])),
        "month": is_month}, {}),
    "intake.recorded/1": ServiceKind(AG + AD, {
        "file": text(1, 255), "file_sha256": HEX, "known": is_count, "map": "object", "records": is_count, "rows": is_count,
        "skipped": is_count}, {}),
}
DATED = ("employer.", "establishment.", "committee.", "agreement.", "participation.", "target.")
OWN = {"agreement.": {"agreement": numbered("AGR")}, "participation.": {"participation": numbered("PAR")}, "committee.": {"committee": SLUG}}
for _name, _kind in SERVICE_KINDS.items():
    _own = next((own for start, own in OWN.items() if _name.startswith(start)), {})
    SERVICE_KINDS[_name] = _kind._replace(
        required={**_kind.required, **_own, **({"date": is_date} if _name.startswith(DATED) else {})},
        optional={**_kind.optional, **({"documents": DOCS} if _name.startswith(("intervention.", "agreement.", "committee.", "follow-up."))
                                       else {})})
FROM_FILES = frozenset(name for name, kind in SERVICE_KINDS.items() if "row" in kind.optional)  # marked ¹
BY_SLIP = frozenset(name for name, kind in SERVICE_KINDS.items()
                    if name.startswith(("agreement.", "participation.")) and "coordinator" in kind.roles) | {"subject.opened/1"}
