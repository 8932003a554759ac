"""FORMAT.md §11 completeness."""
from typing import Any, Dict, List

from .bundle import Bundle
from .judge import CHANGES_ROLES, Judge, Record, Roles
from .words import need


class Completeness(Judge):
    """§11: no gap in batches and exports; STATEMENT's counts, lists and previous values are the records'."""

    def __init__(self, bundle: Bundle, least_export: int) -> None:
        super().__init__(bundle)
        self.least_export = least_export
        self.export: Dict[str, str] = {}
        self.number, self.open_export, self.last_was_export = 0, False, False
        self.sizes: List[int] = []  # after each export
        self.lists: Dict[str, List[str]] = {"alone": [], "annulled": [], "recovered": [], "rotated": []}
        self.erasures = 0
        self.roles = Roles()

    def see(self, record: Record, data: Dict[str, Any]) -> None:
        kind = data["kind"]
        need(not self.open_export, "an export's batch has other content")
        if kind == "export.opened/1":
            need(record.sequence == self.start, "an export's batch has other content")
            need(not self.last_was_export, "two exports with nothing between")
            self.number += 1
            need(data["number"] == str(self.number), "export {} expected", self.number)
            need((data["previous_statement"] == "-") == (self.number == 1),
                 "previous_statement of export {}", self.number)
            self.export, self.open_export = data, True
        for name, holds in (("alone", "alone" in data), ("annulled", kind == "record.annulled/1"),
                            ("recovered", kind == "person.recovered/1"), ("rotated", kind == "ledger-key.rotated/1")):
            if holds:
                self.lists[name].append(str(record.sequence))
        self.erasures += kind == "subject.erased/1"
        if kind in CHANGES_ROLES:
            self.roles.apply(data)

    def see_seal(self, record: Record, data: Dict[str, Any]) -> None:
        need((data["batch"], data["first"], data["count"]) == (str(self.batch), str(self.start),
             str(record.sequence - self.start)), "batch {} expected, from {}",
             self.batch, self.start)
        self.last_was_export, self.open_export = self.open_export, False
        self.sizes += [record.sequence] * self.last_was_export

    def finish(self) -> None:
        said = self.bundle.statement
        need(self.number >= self.least_export, "export {}, expected at least {}", self.number, self.least_export)
        need(self.last_was_export and said["export"] == str(self.number) and self.start == self.bundle.size + 1,
             "the records do not end with the seal of export {}", said["export"])
        first = self.number == 1
        persons = sum(bool(held) for held in self.roles.held.values())
        expected = {
            "time": self.export["time"], "software": self.export["software"],
            "previous-statement": self.export["previous_statement"],
            "previous-export": "-" if first else str(self.number - 1), "batches": str(self.batch - 1),
            "persons": "%d%s" % (persons, " single-person" if len(self.roles.admins) < 2 else ""),
            "erasures": str(self.erasures)}
        expected.update((name, ",".join(found) or "-") for name, found in self.lists.items())
        names = ("previous-size", "previous-root", "previous-records-bytes", "previous-records-sha256")
        expected.update(zip(names, ("-",) * 4 if first else (str(self.sizes[-2]), *self.bundle.marks[self.sizes[-2]])))
        if self.bundle.register == "employers":  # in a fund they are control totals, which books judges
            expected.update((name, "-") for name in ("entries", "postings", "debit-cents"))
        for name, value in expected.items():
            need(said[name] == value, "STATEMENT: {} should be {}", name, value)
        self.found = "batches: {}, exports: {}", (self.batch - 1, self.number)
