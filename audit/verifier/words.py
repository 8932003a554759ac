"""FORMAT.md §1: limits, grammars, and what a refusal is."""
import base64
import binascii
import calendar
import functools
import hashlib
import json
import os
import re
from typing import Any, Callable, Dict

MIB = 1 << 20
MAX_LINE, MAX_DEPTH, MAX_STATEMENT, MAX_MANIFEST, MAX_NOTE, MAX_FILES = MIB, 8, MIB, 16 * MIB, 1 << 16, 100_000  # §13
MAX_PROOF = 1_500_000
SEGMENT = 65_536  # lines in each segment but the last, §10
SLACK = 600  # seconds by which clocks may differ, §16.3
BIGGEST = 2**63 - 1


@functools.lru_cache(None)
def french() -> Dict[str, str]:
    """English sentence -> French, from the file beside this one."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "french.json"), encoding="utf-8") as file:
        return json.load(file)


def clean(value: Any) -> str:
    """What a bundle says is shown without control or direction characters, and short."""
    shown = "".join(c if c.isprintable() else "\ufffd" for c in str(value)[:121])
    return shown if len(shown) <= 120 else shown[:119] + "…"


class Refused(Exception):
    """What FORMAT.md refuses. `sentence` has a {} for each value; `record` is a sequence, 0 where none is at fault."""

    def __init__(self, sentence: str, *values: Any, record: int = 0) -> None:
        super().__init__(sentence)
        self.sentence, self.values, self.record = sentence, values, record


def say(sentence: str, values: Any, language: str) -> str:
    if language == "fr":
        sentence = french().get(sentence, sentence)
    shown = [say(v.sentence, v.values, language) if isinstance(v, Refused) else clean(v) for v in values]
    return sentence.format(*shown)


def need(holds: Any, sentence: str, *values: Any) -> None:
    if not holds:
        raise Refused(sentence, *values)


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def from_base64(text: bytes) -> bytes:
    """§12: the standard alphabet, padded, canonical."""
    try:
        data = base64.b64decode(text)
    except binascii.Error:
        data = b""
    need(base64.b64encode(data) == text, "base64 not canonical")
    return data


Check = Callable[[str], Any]


def form(pattern: str) -> Check:
    return re.compile(pattern).fullmatch


def text(low: int, high: int) -> Check:
    return lambda v: low <= (len(v) if v.isascii() else len(v.encode())) <= high


integer_form = form("0|-?[1-9][0-9]{0,18}")
ENTRY_FORM = re.compile("(FNF|FDMT)-([0-9]{4})-([0-9]{6}|[1-9][0-9]{6,11})")


def is_integer(v: str) -> bool:
    return bool(integer_form(v)) and -BIGGEST - 1 <= int(v) <= BIGGEST


def is_count(v: str) -> bool:
    return is_integer(v) and v[0] != "-"


def is_sequence(v: str) -> bool:
    return is_count(v) and v != "0"


@functools.lru_cache(4096)
def is_date(v: str) -> bool:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", v):
        return False
    year, month, day = int(v[:4]), int(v[5:7]), int(v[8:])
    return 1900 <= year <= 2999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def is_time(v: str) -> bool:
    return bool(re.fullmatch(".{10}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z", v)) and is_date(v[:10])


def seconds_of(time: str) -> int:
    """A TIME in seconds since 1970."""
    return calendar.timegm(tuple(map(int, re.split("[-T:Z]", time)[:6])))


def is_start(v: str) -> bool:
    return 1990 <= int(v) <= 2998


def is_year(v: str) -> bool:
    return bool(re.fullmatch("[0-9]{4}-[0-9]{4}", v)) and is_start(v[:4]) and int(v[5:]) == int(v[:4]) + 1


@functools.lru_cache(4096)
def is_period(v: str) -> bool:
    return bool(re.fullmatch("[0-9]{4}-P(0[1-9]|1[0-3])", v)) and is_start(v[:4])


def is_entry(v: str) -> bool:
    found = ENTRY_FORM.fullmatch(v)
    return found is not None and is_start(found[2]) and int(found[3]) > 0


def fiscal_start(date: str) -> int:
    return int(date[:4]) - (date[5:7] < "04")


@functools.lru_cache(4096)
def last_day(period: str) -> str:
    """§1: P01 is April, P12 and P13 end on 31 March."""
    month = (min(int(period[6:]), 12) + 2) % 12 + 1
    year = int(period[:4]) + (month < 4)
    return "%04d-%02d-%02d" % (year, month, calendar.monthrange(year, month)[1])


HEX, HEX32, SIGNATURE = form("[0-9a-f]{64}"), form("[0-9a-f]{32}"), form("[0-9a-f]{128}")
PERSON = form("[a-z0-9][a-z0-9._-]{0,63}")
ORIGIN = form("[a-z0-9](?:[a-z0-9./-]{0,126}[a-z0-9])?")
REGISTER = form("fnf|fdmt|employers")
ACCOUNT = form("[A-Za-z0-9][A-Za-z0-9.-]{0,15}")
ENVELOPE = form("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
SCOPE = form("[a-z0-9-]{1,32}")
IDEMPOTENCY = form(r"[!#-\[\]-~]{1,128}")
SOFTWARE = form(r"[ !#-\[\]-~]{1,64}")
ROLES = ("admin", "finance-officer", "approver", "closer", "coordinator", "agent", "auditor")
ROLE = form("|".join(ROLES) + "|founder")
FINANCIAL = ("asset", "liability", "net-assets", "revenue", "expense")
CLASS = form("|".join(FINANCIAL) + "|authorised|available|reserved|committed|spent")
