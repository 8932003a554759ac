"""FORMAT.md §18: an envelope, its five amounts, and sums over the envelopes that are alike."""
from typing import Dict, Iterable, List, Optional, Tuple

BUDGETARY = ("authorised", "available", "reserved", "committed", "spent")  # §9, in the order of §18
Scope = Tuple[str, Tuple[str, ...], Tuple[str, ...]]  # year, names, their values


class Envelope:
    """A code in a fiscal year. `names` is what rules may ask of it: its attributes, and what every envelope has."""

    def __init__(self, code: str, year: str, attributes: Dict[str, str], parent: Optional[str] = None) -> None:
        self.code, self.year, self.start = code, year, int(year[:4])
        self.parent, self.attributes = parent, attributes
        self.name, self.expires = "", "9"  # 9 comes after every date
        self.names = {**attributes, "envelope": code, "year": year, **({"parent": parent} if parent else {})}
        self.initial = self.revised = self.brought = self.taken = 0
        self.amounts: Dict[str, int] = dict.fromkeys(BUDGETARY, 0)

    def scope(self, names: Tuple[str, ...]) -> Optional[Scope]:
        """Which envelopes are alike by these names; None where this one lacks one of them."""
        if all(name in self.names for name in names):
            return self.year, names, tuple(self.names[name] for name in names)
        return None


class Scopes:
    """What the envelopes of each scope were first given and are authorised, kept up as each envelope changes: a limit
    reads one sum, however many envelopes there are."""

    def __init__(self) -> None:
        self.watched: Dict[Tuple[str, ...], None] = {}
        self.sums: Dict[Scope, List[int]] = {}  # initial, authorised

    def watch(self, names: Tuple[str, ...], envelopes: Iterable[Envelope]) -> None:
        if names not in self.watched:
            self.watched[names] = None
            for envelope in envelopes:
                self.add(names, envelope, envelope.initial, envelope.amounts["authorised"])

    def add(self, names: Tuple[str, ...], envelope: Envelope, initial: int, authorised: int) -> None:
        scope = envelope.scope(names)
        if scope is not None:
            sums = self.sums.setdefault(scope, [0, 0])
            sums[0] += initial
            sums[1] += authorised

    def change(self, envelope: Envelope, initial: int, authorised: int) -> None:
        for names in self.watched:
            self.add(names, envelope, initial, authorised)

    def sum(self, scope: Scope, base: str) -> int:
        return self.sums.get(scope, (0, 0))[base == "current"]
