"""What the judges of the records have in common: they see() each record once, in order, then finish()."""
import hashlib
from typing import Any, Dict, FrozenSet, List, NamedTuple, Optional, Set, Tuple

from .bundle import Bundle
from .lines import Tree, leaf_hash, scan
from .words import ROLES, Refused, need


class Record(NamedTuple):
    sequence: int
    line: bytes
    data: Dict[str, Any]
    tree: Tree  # before this record
    leaf: bytes


class Judge:
    """State of one verdict over the records of a bundle; `refusal` is the first, after which it sees no more."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.refusal: Optional[Refused] = None
        self.unjudged = ""  # why it sees no more: another verdict, on which this one rests, does not hold
        self.batch, self.start = 1, 1  # of the batch that is open, and its first record
        self.found: Tuple[str, Tuple[Any, ...]] = ("", ())  # what a verdict that holds says

    def try_see(self, record: Record) -> None:
        if self.refusal is None and not self.unjudged:
            try:
                if record.data["kind"] == "batch.sealed/1":
                    self.see_seal(record, record.data)
                    self.batch, self.start = self.batch + 1, record.sequence + 1
                else:
                    self.see(record, record.data)
            except Refused as refusal:
                refusal.record = refusal.record or record.sequence
                self.refusal = refusal

    def try_finish(self) -> None:
        if self.refusal is None and not self.unjudged:
            try:
                self.finish()
            except Refused as refusal:
                self.refusal = refusal

    def see(self, record: Record, data: Dict[str, Any]) -> None: ...
    def see_seal(self, record: Record, data: Dict[str, Any]) -> None: ...
    def finish(self) -> None: ...


class Roles:
    """Who holds what: person -> set of (role, scope)."""

    def __init__(self) -> None:
        self.held: Dict[str, Set[Tuple[str, Optional[str]]]] = {}
        self.admins: Set[str] = set()

    def apply(self, data: Dict[str, Any]) -> None:
        kind, pair = data["kind"], (data.get("role", "admin"), data.get("scope"))
        held = self.held.setdefault(data["person"], set())
        if kind == "role.revoked/1":
            held.discard(pair)
        elif pair[0] == "founder":
            held.update((role, None) for role in ROLES)
        else:
            held.add(pair)
        (self.admins.add if ("admin", None) in held else self.admins.discard)(data["person"])


CHANGES_ROLES = ("person.admitted/1", "person.recovered/1", "role.granted/1", "role.revoked/1")


class Holders:
    """Who seals a batch, and what they held before it (§6): before its first record, in batch 1 after the founders'."""

    def __init__(self) -> None:
        self.roles, self.keys = Roles(), {}  # type: Roles, Dict[str, str]
        self.before: Dict[str, FrozenSet[Any]] = {}  # what those whose roles change in this batch held before it

    def see(self, data: Dict[str, Any], batch: int, starts: bool) -> None:
        """A record of a batch; `starts` where it is the first."""
        if starts:
            self.before = {}
        if data["kind"] in CHANGES_ROLES:
            if batch > 1 and data["kind"] != "person.recovered/1":
                self.before.setdefault(data["person"], frozenset(self.roles.held.get(data["person"], ())))
            self.roles.apply(data)
            if "key" in data:
                self.keys[data["key"]] = data["person"]

    def person(self, key: str) -> str:
        return self.keys.get(key, "")

    def of(self, key: str) -> Set[str]:
        person = self.person(key)
        return {role for role, _ in self.before.get(person, self.roles.held.get(person, ()))}


def replay(bundle: Bundle, judges: List[Judge]) -> None:
    """Shows every record to every judge; the bytes must be those of the integrity pass."""
    tree, joined = Tree(), hashlib.sha256()
    for sequence, line in enumerate(bundle.lines(), 1):
        leaf = leaf_hash(line)
        record = Record(sequence, line, scan(line), tree, leaf)
        for judge in judges:
            judge.try_see(record)
        tree.append(leaf)
        joined.update(line + b"\n")
    need(joined.hexdigest() == bundle.statement["records-sha256"], "records/ changed while read")
    for judge in judges:
        judge.try_finish()
