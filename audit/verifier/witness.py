"""FORMAT.md §16.1 and §16.3: cosignatures of witnesses, and the verdict time."""
import base64
import calendar
import re
from typing import Any, Dict, List, Set, Tuple

from .bundle import Bundle
from .keys import key_of_pem, signed
from .words import MAX_NOTE, Refused, need, sha256

SLACK = 600  # seconds
LINE = re.compile("\u2014 ([^ ]+) ((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)")


def seconds_of(time: str) -> int:
    return calendar.timegm((int(time[:4]), int(time[5:7]), int(time[8:10]), int(time[11:13]), int(time[14:16]),
                            int(time[17:19])))


def note_lines(note: bytes, text: bytes) -> List[Tuple[str, bytes]]:
    """The signature lines of a note over this very text: name, signature bytes. Refuses any other form."""
    need(note.startswith(text + b"\n") and note.endswith(b"\n"), "not a note over the bundle's checkpoint")
    try:
        rows = note[len(text) + 1:-1].decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise Refused("not a signed note") from None
    need(len(rows) <= 100, "more than 100 signature lines")
    lines = []
    for row in rows:
        found = LINE.fullmatch(row)
        if found is None or "+" in found[1] or any(c < " " or c.isspace() for c in found[1]):
            raise Refused("not a signed note")
        content = base64.b64decode(found[2])
        need(len(content) >= 5 and base64.b64encode(content).decode() == found[2], "not a signed note")
        lines.append((found[1], content))
    return lines


def met_in(note: bytes, text: bytes, keys: Set[str]) -> Dict[str, List[int]]:
    """Of a file that counts: key -> times of its lines. Refuses the whole file for one false line of a given key."""
    times: Dict[str, List[int]] = {}
    for name, content in note_lines(note, text):
        for key in keys:
            if content[:4] == sha256(name.encode() + b"\n\x04" + bytes.fromhex(key))[:4]:
                seconds = int.from_bytes(content[4:12], "big")
                message = b"cosignature/v1\ntime %d\n" % seconds + text
                need(len(content) == 76 and seconds < 2**63 and signed(key, content[12:], message),
                     "a line of a given key does not verify")
                times.setdefault(key, []).append(seconds)
    return times


def check_time(bundle: Bundle, pems: List[bytes], needed: int, now: int) -> Tuple[Any, ...]:
    """§16.3; `needed` 0 is all of them. Returns how many were met, of how many, and how many were needed."""
    keys = {key_of_pem(pem) for pem in pems}
    need(not keys & bundle.named_keys, "a witness key is one that the records name")
    checkpoint = bundle.folder.read("checkpoint", MAX_NOTE)
    text = checkpoint[:checkpoint.index(b"\n\n") + 1]
    earliest, latest = seconds_of(bundle.statement["time"]) - SLACK, now + SLACK
    met: Set[str] = set()
    for name in sorted(bundle.folder.sizes):
        if name.startswith("cosignatures/"):
            try:
                times = met_in(bundle.folder.read(name, MAX_NOTE), text, keys)
            except Refused:
                continue  # a file that counts for nothing
            met |= {key for key, found in times.items() if any(earliest <= s <= latest for s in found)}
    needed = needed or len(keys)
    need(len(met) >= needed, "{} of {} witnesses cosigned in time, {} needed", len(met), len(keys), needed)
    return len(met), len(keys), needed
