"""FORMAT.md §20.5: indicators, what is entered of them, targets, and months published."""
import re
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

from .counting import Counting, Definition
from .employers import Employers
from .servicekinds import METHODS, SLUG
from .words import Refused, need

Found = Dict[Tuple[str, str], int]  # indicator, level -> count
LISTS = ("measures", "programmes")
OF_METHOD: Dict[str, Tuple[Set[str], Set[str]]] = {  # members that must be there, and that may
    "newly-assisted": ({"look-back"}, {"measures"}), "new-agreements": (set(), set()), "interventions": (set(), {"measures"}),
    "new-participants": (set(), {"programmes", "agreements"}), "cost": ({"count"}, {"measures"})}
WORDS = {"definition", "definition-en"}


class Target:
    __slots__ = ("initial", "decimals", "gap", "revised", "was_revised", "overridden")

    def __init__(self, data: Dict[str, Any]) -> None:
        self.initial, self.decimals, self.gap = data["value"], data["decimals"], data.get("gap", "")
        self.revised, self.was_revised, self.overridden = "", False, False


class Published:
    def __init__(self, month: str, definitions: Dict[str, Definition], figures: Found) -> None:
        self.month, self.definitions, self.figures = month, definitions, figures


class Indicators:
    def __init__(self, employers: Employers, counting: Counting) -> None:
        self.employers, self.counting = employers, counting
        self.definitions: Dict[str, List[Definition]] = {}
        self.recorded: Set[Tuple[str, ...]] = set()  # indicator, year, month, level
        self.targets: Dict[Tuple[str, int, str], Target] = {}  # indicator, start of the year, level
        self.stands: Dict[str, int] = {}  # indicator -> the last year of which a figure, a target or a published month stands
        self.published: Dict[str, Published] = {}
        self.months: Dict[str, int] = {}  # year -> how many of its months are published

    def of_year(self, indicator: str, start: int) -> Optional[Definition]:
        return next((d for d in reversed(self.definitions.get(indicator, ())) if d.start <= start), None)

    def known(self, data: Dict[str, Any]) -> Definition:
        """The definition of a record's year, for its level."""
        found = self.of_year(data["indicator"], int(data["year"][:4]))
        if found is None:
            raise Refused("the indicator {} has no definition of {}", data["indicator"], data["year"])
        self.check_level(data["level"])
        return found

    def check_level(self, level: str) -> None:
        if level.startswith("office-"):
            self.employers.office(level[7:], closed=True)

    @staticmethod
    def check_month(data: Dict[str, Any]) -> None:
        month = data.get("month", data["year"])
        need(month[:4] == data["year"][:4], "the month {} is not of {}", month, data["year"])

    def define(self, sequence: int, data: Dict[str, Any]) -> None:
        indicator, method = data["indicator"], data["method"]
        before, computed = self.definitions.get(indicator, []), method in METHODS
        need(int(data["version"]) == len(before) + 1, "version {} expected", len(before) + 1)
        need(not before or int(data["from"][:4]) >= before[-1].start, "it is from {}, before the version before", data["from"])
        need(not before or int(data["from"][:4]) > self.stands.get(indicator, 0), "a figure, a target or a month of {} stands, or of a later year",
             data["from"])
        need(not computed or (data["unit"], data["decimals"]) == ("count", "0"), "what is computed is a count without decimals")
        if method != "recorded":
            self.check_parameters(data)
        self.definitions.setdefault(indicator, before).append(Definition(data, computed))

    def check_parameters(self, data: Dict[str, Any]) -> None:
        must, may = OF_METHOD[data["method"]]
        given = data["parameters"]
        need(must <= given.keys() <= must | may | WORDS, "the parameters are not those of {}", data["method"])
        need("look-back" not in given or re.fullmatch("year|ever|[1-9][0-9]?|1[01][0-9]|120", given["look-back"]),
             "the look-back “{}” has not the form it must", given.get("look-back", ""))
        need(given.get("agreements", "no") == "no", "the parameters are not those of {}", data["method"])
        for name in LISTS:
            if name in given:
                items = given[name].split(",")
                need(all(map(SLUG, items)) and all(a < b for a, b in zip(items, items[1:])), "{}: out of order, or one twice", name)
        if data["method"] == "cost":
            counted = self.definitions.get(given["count"])
            need(counted is not None and counted[-1].computed, "{} is no computed indicator", given["count"])
            need((data["unit"], data["decimals"]) == ("cents", "0"), "a cost is in cents without decimals")

    def record(self, sequence: int, data: Dict[str, Any]) -> None:
        found = self.known(data)
        need(not found.computed, "{} is computed", data["indicator"])
        need(found.decimals == data["decimals"], "decimals should be {}", found.decimals)
        self.check_month(data)
        where = (data["indicator"], data["year"], data.get("month", ""), data["level"])
        need((where in self.recorded) == ("reason" in data), "a reason stands where it was recorded before, and only there")
        self.recorded.add(where)
        self.keep(data["indicator"], int(data["year"][:4]))

    def keep(self, indicator: str, start: int) -> None:
        self.stands[indicator] = max(start, self.stands.get(indicator, 0))

    def set_target(self, sequence: int, data: Dict[str, Any]) -> None:
        found, start = self.known(data), int(data["year"][:4])
        last = int(data["through"][:4]) if "through" in data else start
        need(found.targeted, "{} has no targets", data["indicator"])
        need(found.decimals == data["decimals"], "decimals should be {}", found.decimals)
        need("through" not in data or start < last <= start + 4, "it counts for five years at the most, through {}", data.get("through", ""))
        for year in range(start, last + 1):
            need((data["indicator"], year, data["level"]) not in self.targets, "a target of {} stands", year)
        for year in range(start, last + 1):
            self.targets[data["indicator"], year, data["level"]] = Target(data)
        self.keep(data["indicator"], last)

    def revise(self, sequence: int, data: Dict[str, Any]) -> None:
        """target.revised/1, target.overridden/1, and the proposal of that."""
        start = int(data["year"][:4])
        self.check_level(data["level"])
        target = self.targets.get((data["indicator"], start, data["level"]))
        if target is None:
            raise Refused("no target of {} stands", start)
        need(target.decimals == data["decimals"], "decimals should be {}", target.decimals)
        if data["kind"] == "target.revised/1":
            need(data["date"][:7] == "%d-09" % start, "a target is revised in September {}", start)
            need(not target.was_revised and not target.overridden, "the target is revised or overridden already")
            target.was_revised = True
        target.overridden |= data["kind"] == "target.overridden/1"
        if not data["kind"].endswith(".proposed/1"):
            target.revised = data["value"]

    def explain(self, sequence: int, data: Dict[str, Any]) -> None:
        self.known(data)
        self.check_month(data)

    def note(self, sequence: int, data: Dict[str, Any]) -> None:
        self.check_level(data["level"])

    # ---- months

    def figures(self, definitions: Dict[str, Definition], month: str) -> Found:
        return {(indicator, level): count for indicator, definition in definitions.items()
                for level, count in self.counting.count(definition, month).items()}

    def publish(self, sequence: int, data: Dict[str, Any]) -> None:
        month, start = data["month"], int(data["month"][:4])
        expected = self.months.get(month[:4], 0) + 1
        need(int(month[6:]) == expected, "the month {}-P{} is not the next to publish", month[:4], month[6:])
        found = {indicator: self.of_year(indicator, start) for indicator in self.definitions}
        definitions = {indicator: d for indicator, d in found.items() if d is not None and d.computed}
        figures = {(f["indicator"], f["level"]): int(f["count"]) for f in data["figures"]}
        counted = self.figures(definitions, month)
        for where in sorted(figures.keys() | counted.keys()):
            need(figures.get(where, 0) == counted.get(where, 0), "{} of {} is {}, not {}", where[0], where[1], counted.get(where, 0),
                 figures.get(where, 0))
        self.months[month[:4]] = expected
        self.published[month] = Published(month, definitions, figures)
        for indicator in definitions:
            self.keep(indicator, start)

    # ---- files

    def rows(self) -> Iterator[Tuple[str, Iterator[Tuple[Any, ...]]]]:
        yield "figures.csv", self.figure_rows()
        yield "targets.csv", ((indicator, "%d-%d" % (start, start + 1), level, t.initial, t.revised, t.decimals, t.gap)
                              for (indicator, start, level), t in sorted(self.targets.items(), key=lambda item: item[0]))

    def figure_rows(self) -> Iterator[Tuple[Any, ...]]:
        for month in sorted(self.published):
            said = self.published[month]
            counted = self.figures(said.definitions, month)
            for where in sorted(said.figures.keys() | counted.keys()):
                yield (month, where[0], said.definitions[where[0]].version, where[1], said.figures.get(where, 0), counted.get(where, 0))
