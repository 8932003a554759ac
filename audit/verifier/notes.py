"""FORMAT.md §10.3 and §16.1: signed notes: a checkpoint, and the lines under it by the ledger and by witnesses."""
import re
from typing import Dict, List, Set, Tuple

from .keys import signed
from .words import Refused, from_base64, need, sha256

TEXT = re.compile(rb"([!-~]{1,256})\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n(?=\n)")
Lines = List[Tuple[str, bytes]]  # of signatures: the name, and what its base64 stands for


def read_checkpoint(note: bytes) -> Tuple[bytes, str, int, str]:
    """§10.3: the text of a note over a checkpoint, and the name, size and root in it."""
    found = TEXT.match(note)
    if found is None:
        raise Refused("checkpoint: form refused")
    return found[0], found[1].decode(), int(found[2]), from_base64(found[3]).hex()


def note_lines(note: bytes, text: bytes) -> Lines:
    """The signature lines of a note over this very text. Refuses any other form."""
    need(note.startswith(text + b"\n") and note.endswith(b"\n"), "not a note over the checkpoint")
    try:
        rows = note[len(text) + 1:-1].decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise Refused("not a signed note") from None
    need(len(rows) <= 100, "more than 100 signature lines")
    lines = []
    for row in rows:
        found = re.fullmatch("\u2014 ([^ ]+) ([A-Za-z0-9+/]+=*)", row)
        if found is None or "+" in found[1] or any(c < " " or c.isspace() for c in found[1]):
            raise Refused("not a signed note")
        content = from_base64(found[2].encode())
        need(len(content) >= 5, "not a signed note")
        lines.append((found[1], content))
    return lines


def key_hash(name: str, kind: bytes, key: str) -> bytes:
    return sha256(name.encode() + b"\n" + kind + bytes.fromhex(key))[:4]


def check_ledger_line(lines: Lines, text: bytes, name: str, key: str) -> None:
    """§10.3: there is a line of this name and key, and every such line is valid."""
    found = [content[4:] for named, content in lines if (named, content[:4]) == (name, key_hash(name, b"\x01", key))]
    need(found, "checkpoint: signed by another key")
    need(all(signed(key, signature, text) for signature in found), "checkpoint: the signature does not verify")


def cosigned(lines: Lines, text: bytes, keys: Set[str]) -> Dict[str, List[int]]:
    """§16.1: witness key -> times of its lines. Refuses the whole note for one false line of a given key."""
    times: Dict[str, List[int]] = {}
    for name, content in lines:
        for key in keys:
            if content[:4] == key_hash(name, b"\x04", key):
                seconds = int.from_bytes(content[4:12], "big")
                message = b"cosignature/v1\ntime %d\n" % seconds + text
                need(seconds < 2**63 and signed(key, content[12:], message), "a line of a given key does not verify")
                times.setdefault(key, []).append(seconds)
    return times
