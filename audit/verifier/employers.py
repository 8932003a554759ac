"""FORMAT.md §20.3: lists, employers, establishments, interventions, committees. Each method is a kind of record."""
import bisect
from sys import intern
from typing import Any, Dict, FrozenSet, Iterator, List, NamedTuple, Optional, Set, Tuple

from .servicekinds import place
from .words import BIGGEST, Refused, fiscal_start, need

FORMS = {"22": ("sole-proprietor",), "33": ("partnership", "association"), "88": ("public-body",)}
REST = ("corporation", "cooperative", "non-profit", "band-council", "other")


class Office:
    """`levels` are those to which an act of the office belongs."""
    __slots__ = ("code", "region", "closed", "levels")

    def __init__(self, code: str, region: str) -> None:
        self.code, self.region, self.closed = code, region, False
        self.levels = ("national", "region-" + region, "office-" + code)


class Catalogue(NamedTuple):
    start: str
    measures: FrozenSet[str]


class Standard(NamedTuple):
    committee: str  # empty where there is none
    modules: FrozenSet[str]


class Employer:
    __slots__ = ("neq", "record", "date", "name", "form", "scian", "region", "office", "employees", "closed", "into")

    def __init__(self, neq: str, record: int) -> None:
        self.neq, self.record, self.date, self.closed = neq, record, "", False
        self.name = self.form = self.scian = self.region = self.office = self.employees = ""
        self.into: Optional["Employer"] = None

    def root(self) -> "Employer":
        """The one that it stands for."""
        found = self
        while found.into is not None:
            found = found.into
        if found is not self:
            self.into = found  # a shorter way the next time
        return found


class Establishment(NamedTuple):
    name: str
    region: str
    office: str
    scian: str
    employees: str
    closed: bool


class Intervention:
    __slots__ = ("record", "employer", "establishment", "measure", "office", "begins", "ends", "result", "annulled")

    def __init__(self, record: int, employer: Employer, data: Dict[str, Any], office: Office) -> None:
        self.record, self.employer, self.office = record, employer, office
        self.establishment, self.measure = data.get("establishment", ""), intern(data["measure"])
        self.begins, self.ends, self.result = intern(data["begins"]), intern(data.get("ends", "")), intern(data.get("result", ""))
        self.annulled = False


class Committee:
    def __init__(self) -> None:
        self.data: Dict[str, Any] = {}
        self.seats: Dict[str, str] = {}  # filled -> the side whose chair it is, or empty
        self.chairs: Set[str] = set()  # sides that have one
        self.dates: Dict[str, str] = {}  # of each seat's last record
        self.plans: Dict[str, Set[str]] = {}  # year -> activities
        self.reports: Dict[Tuple[str, str], str] = {}  # year, activity -> state
        self.grants: Set[str] = set()


class Ground:
    """What other records say that matters here."""

    def __init__(self) -> None:
        self.subjects: Dict[str, bool] = {}  # -> erased
        self.opened = self.erased = 0  # records: authorship says whether they may be
        self.documents: Set[str] = set()

    def subject(self, data: Dict[str, Any], *names: str) -> None:
        for name in names:
            if name in data:
                need(self.subjects.get(data[name]) is False, "the subject {} is not opened, or erased", data[name])


class Employers:
    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.offices: Dict[str, Office] = {}
        self.catalogues: List[Catalogue] = []
        self.starts: List[str] = []  # of catalogues
        self.codes: Set[str] = set()
        self.programmes: Dict[str, str] = {}  # -> committee, or empty
        self.standards: Dict[str, Standard] = {}
        self.employers: Dict[str, Employer] = {}
        self.establishments: Dict[Tuple[str, int], Establishment] = {}
        self.interventions: Dict[int, List[Intervention]] = {}  # year -> by number
        self.funded: Dict[int, str] = {}  # intervention.started/1 -> its grant
        self.committees: Dict[str, Committee] = {}
        self.begun: Dict[str, List[Intervention]] = {}  # month -> those that begin in it
        self.served: Dict[str, List[Intervention]] = {}  # employer, after mergers -> its own

    # ---- what is known

    def office(self, code: str, closed: bool = False) -> Office:
        found = self.offices.get(code)
        if found is None or found.closed and not closed:
            raise Refused("the office {} is unknown or closed", code)
        return found

    def check_office(self, data: Dict[str, Any], region: str) -> None:
        """An office, where one is given, of the region."""
        if "office" in data:
            need(self.office(data["office"]).region == region, "the office {} is not of the region {}", data["office"], region)

    def employer(self, neq: str) -> Employer:
        found = self.employers.get(neq)
        if found is None:
            raise Refused("the employer {} is unknown", neq)
        return found

    def open_employer(self, neq: str) -> Employer:
        """As written; the one it stands for is not closed."""
        found = self.employer(neq)
        need(not found.root().closed, "the employer {} is closed", neq)
        return found

    def unmerged(self, neq: str) -> Employer:
        found = self.employer(neq)
        need(found.into is None, "the employer {} is merged", neq)
        return found

    def check_establishment(self, neq: str, number: str) -> None:
        found = self.establishments.get((neq, int(number)))
        need(found is not None and not found.closed, "the establishment {} of {} is unknown or closed", number, neq)

    def check_committee(self, data: Dict[str, Any]) -> None:
        if "committee" in data:
            need(data["committee"] in self.committees, "the committee {} is unknown", data["committee"])

    def intervention(self, name: str) -> Intervention:
        year, number = place(name)
        found = self.interventions.get(year, ())
        need(number <= len(found), "{} is unknown", name)
        return found[number - 1]

    # ---- lists

    def set_office(self, sequence: int, data: Dict[str, Any]) -> None:
        office = self.offices.setdefault(data["office"], Office(data["office"], data["region"]))
        need(office.region == data["region"], "the office {} is not of the region {}", data["office"], data["region"])
        office.closed = "closed" in data

    def adopt(self, sequence: int, data: Dict[str, Any]) -> None:
        need(data["catalogue"] not in self.codes, "the catalogue {} is adopted already", data["catalogue"])
        need(not self.catalogues or data["from"] > self.catalogues[-1].start, "it is from {}, not after the one before", data["from"])
        self.codes.add(data["catalogue"])
        self.starts.append(data["from"])
        self.catalogues.append(Catalogue(data["from"], frozenset(m["measure"] for m in data["measures"])))

    def set_programme(self, sequence: int, data: Dict[str, Any]) -> None:
        self.check_committee(data)
        self.programmes[data["programme"]] = data.get("committee", "")

    def set_standard(self, sequence: int, data: Dict[str, Any]) -> None:
        self.check_committee(data)
        self.standards[data["standard"]] = Standard(data.get("committee", ""), frozenset(m["module"] for m in data["modules"]))

    # ---- employers

    def name_employer(self, employer: Employer, data: Dict[str, Any]) -> None:
        """employer.added/1, employer.changed/1: the members that stand, judged with what stood before."""
        neq, prefix = data["employer"], data["employer"][:2]
        sole = prefix == "22"
        need("name" not in data if sole else "subject" not in data, "{} has a subject if and only if it begins with 22", neq)
        need(not sole or "other_names" not in data, "{} is a person and has no other names", neq)
        self.ground.subject(data, "subject", "contact")
        if "form" in data:
            need(data["form"] in FORMS.get(prefix, REST), "the form {} is not of {}", data["form"], neq)
        region = data.get("region", employer.region)
        self.check_office(data, region)
        need(data["date"] >= employer.date, "{} is dated before the record before it, {}", neq, employer.date)
        if region != employer.region:
            employer.office = ""
        employer.date, employer.region = data["date"], intern(region)
        for name in ("name", "form", "scian", "office", "employees"):
            if name in data:
                setattr(employer, name, intern(data[name]))

    def add(self, sequence: int, data: Dict[str, Any]) -> None:
        neq = data["employer"]
        need(neq not in self.employers, "the employer {} is known already", neq)
        need(("name" in data) != ("subject" in data), "{}: just one of name and subject is needed", data["kind"])
        made = Employer(neq, sequence)
        self.name_employer(made, data)
        self.employers[neq] = made

    def change(self, sequence: int, data: Dict[str, Any]) -> None:
        employer = self.unmerged(data["employer"])
        need(not employer.closed, "the employer {} is closed", data["employer"])
        need(data.keys() - {"kind", "employer", "date", "row", "source"}, "nothing is changed")
        self.name_employer(employer, data)

    def merge(self, sequence: int, data: Dict[str, Any]) -> None:
        one, two = self.unmerged(data["employer"]), self.unmerged(data["into"])
        for employer in (one, two):
            need(not employer.closed, "the employer {} is closed", employer.neq)
            need(data["date"] >= employer.date, "{} is dated before the record before it, {}", employer.neq, employer.date)
        need(one is not two, "an employer is not merged into itself")
        one.date = two.date = data["date"]
        one.into = two
        less, more = self.served.pop(one.neq, []), self.served.pop(two.neq, [])
        if less or more:
            less, more = (less, more) if len(less) <= len(more) else (more, less)
            more.extend(less)
            self.served[two.neq] = more

    def close(self, sequence: int, data: Dict[str, Any]) -> None:
        employer, closes = self.unmerged(data["employer"]), data["kind"] == "employer.closed/1"
        need(employer.closed != closes, "the employer {} is closed already, or not closed", employer.neq)
        need(data["date"] >= employer.date, "{} is dated before the record before it, {}", employer.neq, employer.date)
        employer.closed, employer.date = closes, data["date"]

    def establish(self, sequence: int, data: Dict[str, Any]) -> None:
        self.open_employer(data["employer"])
        self.check_office(data, data["region"])
        self.establishments[data["employer"], int(data["establishment"])] = Establishment(
            data.get("name", ""), intern(data["region"]), intern(data.get("office", "")), intern(data.get("scian", "")),
            intern(data.get("employees", "")), "closed" in data)

    # ---- interventions

    def start(self, sequence: int, data: Dict[str, Any]) -> None:
        begins, neq = data["begins"], data["employer"]
        year = fiscal_start(begins)
        numbers = self.interventions.get(year, [])
        expected = "INT-%d-%06d" % (year, len(numbers) + 1)
        need(data["intervention"] == expected, "{} instead of {}", data["intervention"], expected)
        employer, office = self.open_employer(neq), self.office(data["office"])
        if "establishment" in data:
            self.check_establishment(neq, data["establishment"])
        catalogue = self.catalogue(begins)
        need(catalogue and data["measure"] in catalogue.measures, "the measure {} is not in the catalogue of {}", data["measure"], begins)
        need(("ends" in data) == ("result" in data), "ends and result come together")
        need(data.get("ends", begins) >= begins, "it ends before it begins")
        need(sum(int(c["amount"]) for c in data.get("contributions", ())) <= BIGGEST, "a total leaves 64 bits")
        made = Intervention(sequence, employer, data, office)
        self.interventions.setdefault(year, numbers).append(made)
        if "grant" in data:
            self.funded[sequence] = data["grant"]
        self.begun.setdefault(begins[:7], []).append(made)
        self.served.setdefault(employer.root().neq, []).append(made)

    def catalogue(self, day: str) -> Optional[Catalogue]:
        """The last adopted whose `from` is not after the day."""
        at = bisect.bisect_right(self.starts, day)
        return self.catalogues[at - 1] if at else None

    def end(self, sequence: int, data: Dict[str, Any]) -> None:
        found = self.intervention(data["intervention"])
        need(not found.annulled and not found.ends, "{} is ended or annulled already", data["intervention"])
        need(data["date"] >= found.begins, "it ends before it begins")
        found.ends, found.result = intern(data["date"]), intern(data["result"])

    def annul(self, sequence: int, data: Dict[str, Any]) -> None:
        found = self.intervention(data["intervention"])
        need(not found.annulled, "{} is annulled already", data["intervention"])
        found.annulled = True

    # ---- committees

    def set_committee(self, sequence: int, data: Dict[str, Any]) -> None:
        committee = self.committees.setdefault(data["committee"], Committee())
        committee.data = {name: data.get(name, "") for name in ("name", "sector", "neq")}

    def seat(self, sequence: int, data: Dict[str, Any]) -> None:
        self.check_committee(data)
        committee, seat = self.committees[data["committee"]], data["seat"]
        need(data["date"] >= committee.dates.get(seat, ""), "the seat {} has a later record", seat)
        fills = data["kind"] == "committee.seated/1"
        need((seat in committee.seats) != fills, "the seat {} is filled already, or is not filled", seat)
        if fills:
            self.ground.subject(data, "subject")
            side = data["side"] if "chair" in data else ""
            need(side != "observers" and side not in committee.chairs, "the side {} has no chair, or has one already", side)
            committee.seats[seat] = side
            committee.chairs.update([side] if side else [])
        else:
            committee.chairs.discard(committee.seats.pop(seat))
        committee.dates[seat] = data["date"]

    def plan(self, sequence: int, data: Dict[str, Any]) -> None:
        self.check_committee(data)
        committee, year = self.committees[data["committee"]], data["year"]
        plan = {a["activity"] for a in data["activities"]}
        for activity in committee.plans.get(year, ()):
            need(activity in plan or (year, activity) not in committee.reports, "the activity {} has a report and stays", activity)
        committee.plans[year] = plan

    def report(self, sequence: int, data: Dict[str, Any]) -> None:
        self.check_committee(data)
        committee, where = self.committees[data["committee"]], (data["year"], data["activity"])
        need(data["activity"] in committee.plans.get(data["year"], ()), "the activity {} is not in the plan", data["activity"])
        need(committee.reports.get(where, "under-way") == "under-way", "the activity {} is done or abandoned", data["activity"])
        committee.reports[where] = data["state"]

    def fund(self, sequence: int, data: Dict[str, Any]) -> None:
        self.check_committee(data)
        grants = self.committees[data["committee"]].grants
        need(data["grant"] not in grants, "{} funds the committee already", data["grant"])
        grants.add(data["grant"])

    # ---- files

    def rows(self) -> Iterator[Tuple[str, Iterator[Tuple[Any, ...]]]]:
        yield "employers.csv", self.employer_rows()
        yield "establishments.csv", (
            (neq, number, e.name, e.region, e.office, e.scian, e.employees, "closed" if e.closed else "open")
            for (neq, number), e in sorted(self.establishments.items()))
        yield "interventions.csv", self.intervention_rows()
        yield "committees.csv", ((code, c.data["name"], c.data["sector"], c.data["neq"], len(c.seats), len(c.grants))
                                 for code, c in sorted(self.committees.items()))

    def employer_rows(self) -> Iterator[Tuple[Any, ...]]:
        for neq in sorted(self.employers):
            e = self.employers[neq]
            state = "merged" if e.into else "closed" if e.closed else "open"
            yield (neq, e.name, e.form, e.scian, e.region, e.office, e.employees, state, e.root().neq if e.into else "", e.record)

    def intervention_rows(self) -> Iterator[Tuple[Any, ...]]:
        for year in sorted(self.interventions):
            for number, one in enumerate(self.interventions[year], 1):
                state = "annulled" if one.annulled else "ended" if one.ends else "under-way"
                yield ("INT-%d-%06d" % (year, number), one.record, one.employer.neq, one.employer.root().neq, one.establishment,
                       one.measure, one.office.code, one.office.region, one.begins, one.ends, one.result,
                       self.funded.get(one.record, ""), state)
