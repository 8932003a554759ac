"""FORMAT.md §16.3: the verdict time by the cosignatures of witnesses."""
from typing import Any, List, Set, Tuple

from .bundle import Bundle
from .keys import key_of_pem
from .notes import cosigned, note_lines
from .words import MAX_NOTE, SLACK, Refused, need, seconds_of


def check_witnesses(bundle: Bundle, pems: List[bytes], needed: int, now: int) -> Tuple[Any, ...]:
    """§16.3; `needed` 0 is all of them. Returns how many were met, of how many, and how many were needed."""
    keys = {key_of_pem(pem) for pem in pems}
    need(not keys & bundle.named_keys, "a witness key is one that the records name")
    text = bundle.checkpoint[0]
    earliest, latest = seconds_of(bundle.statement["time"]) - SLACK, now + SLACK
    met: Set[str] = set()
    there = untimely = 0
    for name in sorted(bundle.folder.sizes):
        if name.startswith("cosignatures/"):
            there += 1
            try:
                times = cosigned(note_lines(bundle.folder.read(name, MAX_NOTE), text), text, keys)
            except Refused:
                continue  # a file that counts for nothing
            untimely += sum(not earliest <= s <= latest for found in times.values() for s in found)
            met |= {key for key, found in times.items() if any(earliest <= s <= latest for s in found)}
    needed = needed or len(keys)
    need(len(met) >= needed, "{} of {} witnesses cosigned in time, {} needed; cosignature files in the bundle: {}; "
         "by these keys but too early or too late: {}", len(met), len(keys), needed, there, untimely)
    return len(met), len(keys), needed
