"""FORMAT.md §9 Pairs and §11 pairing: two bundles that name each other."""
from typing import Any, Dict, List, NamedTuple, Optional, Set, Tuple

from .books import PAIR_LINES
from .bundle import Bundle
from .judge import Judge, Record
from .words import Refused


class Half(NamedTuple):
    record: int
    batch: int
    register: str
    entry: str
    date: str
    due: int
    reverses: Optional[str]


class Links(Judge):
    """What pairing needs of one bundle: halves of pairs, and batches with siblings."""

    def __init__(self, bundle: Bundle) -> None:
        super().__init__(bundle)
        self.due: Set[str] = set()  # accounts of the two inter-fund lines
        self.halves: Dict[str, Half] = {}
        self.batches: Dict[int, Tuple[str, int, Dict[str, Tuple[int, str]]]] = {}  # -> content root, seal, siblings
        self.grants: List[str] = []  # recipients, by the numbers of their grants
        self.named: List[Tuple[int, str]] = []  # §20.8: record, grant

    def see(self, record: Record, data: Dict[str, Any]) -> None:
        if data["kind"] == "account.opened/1" and data.get("line") in PAIR_LINES:
            self.due.add(data["account"])
        elif data["kind"] == "entry.posted/1" and "pair" in data:
            due = sum(int(p["amount"]) for p in data["postings"] if p["account"] in self.due)
            pair = data["pair"]
            self.halves[data["entry"]] = Half(record.sequence, self.batch, pair["register"], pair["entry"],
                                              data["date"], due, data.get("reverses"))
        elif data["kind"] in ("grant.applied/1", "grant.imported/1"):
            self.grants.append(data["recipient"])
        elif data["kind"] in ("intervention.started/1", "committee.funded/1") and "grant" in data:
            self.named.append((record.sequence, data["grant"]))

    def see_seal(self, record: Record, data: Dict[str, Any]) -> None:
        if data["siblings"]:
            self.batches[self.batch] = (data["content_root"], record.sequence, {
                s["register"]: (int(s["batch"]), s["content_root"]) for s in data["siblings"]})

    def mirror(self, other: "Links", mine: bool) -> Tuple[int, int]:
        """§9 Pairs, seen from this side: how many were judged, how many lie beyond the other bundle's end."""
        judged = beyond = 0
        here, there = self.bundle.id, other.bundle.id
        for number, (content_root, seal, siblings) in self.batches.items():
            if there not in siblings:
                continue
            their, their_root = siblings[there]
            if their >= other.batch:
                beyond += 1
                continue
            judged += 1
            back = other.batches.get(their, ("", 0, {}))
            if back[0] != their_root or back[2].get(here) != (number, content_root):
                raise Refused("sibling batch {} does not name batch {} back",
                              their, number, record=seal if mine else 0)
        for entry, half in self.halves.items():
            if half.register != there:
                continue
            their = self.batches.get(half.batch, ("", 0, {}))[2].get(there, (0, ""))[0]
            if their >= other.batch:
                continue
            found = other.halves.get(half.entry)
            mirrored = (found is not None and (found.batch, found.register, found.entry) == (their, here, entry)
                        and found.date == half.date and half.due == -found.due != 0
                        and (half.reverses is None) == (found.reverses is None))
            if found is not None and mirrored and half.reverses:
                first = self.halves.get(half.reverses)
                mirrored = first is not None and first.entry == found.reverses
            if not mirrored:
                raise Refused("{} and its other half {} do not mirror",
                              entry, half.entry, record=half.record if mine else 0)
        return judged, beyond
