"""FORMAT.md §20.5: what the computed indicators count, of one month at every level.

Acts lie by month as records brought them, and by employer or subject. So a month looks at its own acts alone, and at the other
acts of those whom they concern: nothing is counted again for a month that nobody asks for.
"""
from typing import Any, Callable, Dict, List, Set

from .apprentices import Apprentices
from .employers import Employers, Intervention
from .servicekinds import later
from .words import fiscal_start


class Definition:
    """A version of an indicator; its parameters have the form of §20.5."""

    def __init__(self, data: Dict[str, Any], computed: bool) -> None:
        self.version, self.start, self.method, self.computed = int(data["version"]), int(data["from"][:4]), data["method"], computed
        self.decimals, self.targeted = data["decimals"], data["targeted"] == "yes"
        given = data["parameters"]
        self.look_back = given.get("look-back", "")
        self.measures, self.programmes = (set(given[n].split(",")) if computed and n in given else None for n in ("measures", "programmes"))
        self.agreements = given.get("agreements") != "no"


Counts = Dict[str, int]  # level -> count, above zero


def add(counts: Counts, levels: Any) -> None:
    for level in levels:
        counts[level] = counts.get(level, 0) + 1


def month_of(period: str) -> str:
    """`2026-P01` -> `2026-04`."""
    year, month = divmod(int(period[:4]) * 12 + int(period[6:]) + 2, 12)
    return "%04d-%02d" % (year, month + 1)


class Counting:
    def __init__(self, employers: Employers, apprentices: Apprentices) -> None:
        self.employers, self.apprentices = employers, apprentices

    def count(self, definition: Definition, period: str) -> Counts:
        month = month_of(period)
        opening = "%d-04-01" % fiscal_start(month + "-01")
        counts: Counts = {}
        getattr(self, definition.method.replace("-", "_"))(definition, month, opening, counts)
        return counts

    def begun(self, definition: Definition, month: str) -> List[Intervention]:
        measures = definition.measures
        return [one for one in self.employers.begun.get(month, ()) if not one.annulled and (measures is None or one.measure in measures)]

    def interventions(self, definition: Definition, month: str, opening: str, counts: Counts) -> None:
        for one in self.begun(definition, month):
            add(counts, one.office.levels)

    def newly_assisted(self, definition: Definition, month: str, opening: str, counts: Counts) -> None:
        of: Dict[str, Dict[str, str]] = {}  # employer -> level -> the first day in the month
        for one in self.begun(definition, month):
            first = of.setdefault(one.employer.root().neq, {})
            for level in one.office.levels:
                if one.begins < first.get(level, "~"):
                    first[level] = one.begins
        blocks, measures = blocking(definition.look_back, opening), definition.measures
        for neq, first in of.items():
            for one in self.employers.served[neq]:
                if one.annulled or one.begins[:7] >= month or measures is not None and one.measure not in measures:
                    continue  # what begins in the month is not before the first one
                for level in one.office.levels:
                    if level in first and (one.begins >= opening or blocks(one, first[level])):
                        del first[level]
                if not first:
                    break
            add(counts, first)

    def new_agreements(self, definition: Definition, month: str, opening: str, counts: Counts) -> None:
        for one in self.apprentices.signed.get(month, ()):
            if not one.annulled:
                add(counts, one.act_office.levels)

    def new_participants(self, definition: Definition, month: str, opening: str, counts: Counts) -> None:
        programmes, agreements = definition.programmes, definition.agreements

        def counted(act: Any) -> bool:
            if act.annulled:
                return False
            return agreements if not act.act_programme else programmes is None or act.act_programme in programmes

        levels: Dict[str, Set[str]] = {}
        joined = self.apprentices.joined.get(month, [])
        for subject, act in zip(joined[::2], joined[1::2]):
            if counted(act):
                levels.setdefault(subject, set()).update(act.act_office.levels)
        for one in self.apprentices.signed.get(month, ()):
            if counted(one):
                levels.setdefault(one.apprentice, set()).update(one.act_office.levels)
        for subject, left in levels.items():
            for act in self.apprentices.acts[subject]:
                if opening <= act.act_day < month and counted(act):
                    left.difference_update(act.act_office.levels)
            add(counts, left)


def blocking(look_back: str, opening: str) -> Callable[[Intervention, str], bool]:
    """Whether an intervention that begins before the year makes a first one, on that day, no new assistance."""
    if look_back == "ever":
        return lambda one, first: True
    if look_back == "year":
        return lambda one, first: not one.ends or one.ends >= opening
    months = -int(look_back)
    return lambda one, first: not one.ends or one.ends >= later(first, months)
