"""FORMAT.md §20 at every record but its scopes, and the files of §20.6: the verdict figures."""
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Set, Tuple

from .apprentices import Apprentices
from .books import Derived
from .bundle import Bundle
from .counting import Counting
from .employers import Employers, Ground
from .indicators import Indicators
from .judge import Judge, Record
from .kinds import SERVED
from .scopes import Scopes
from .servicekinds import FROM_FILES, days_on
from .slips import Slip
from .words import Refused, last_day, need, sha256

COLUMNS = {
    "employers.csv": "employer,name,form,scian,region,office,employees,state,merged_into,since_record",
    "establishments.csv": "employer,establishment,name,region,office,scian,employees,state",
    "interventions.csv": "intervention,record,employer,counted_as,establishment,measure,office,region,begins,ends,result,grant,state",
    "agreements.csv": "agreement,record,employer,counted_as,office,region,standard,committee,state,drafted,signed,begins,ends,"
                      "modules,learnt,checked",
    "participations.csv": "participation,record,employer,office,region,programme,date,ended,result,state",
    "committees.csv": "committee,name,sector,neq,seats_filled,grants",
    "figures.csv": "month,indicator,version,level,published,recounted",
    "targets.csv": "indicator,year,level,initial,revised,decimals,gap",
    "counts.csv": "what,count"}


AHEAD = ("date", "apprentice_signed", "employer_signed", "service_signed")  # of no record after the day of its seal


class OfDay(NamedTuple):
    """A record whose batch is sealed from one day to another; `sentence` says its own value and the day of a seal that is not."""
    record: int
    first: str
    last: str
    sentence: str
    value: str


class Figures(Judge):
    """What a record asks of its batch is judged here; the rest by employers, apprentices, indicators."""

    def __init__(self, bundle: Bundle) -> None:
        super().__init__(bundle)
        self.ground = Ground()
        self.employers = Employers(self.ground)
        self.apprentices = Apprentices(self.employers)
        self.indicators = Indicators(self.employers, Counting(self.employers, self.apprentices))
        self.scopes = Scopes(self.employers, self.apprentices)
        self.sources: Set[bytes] = set()
        self.slips: Set[Tuple[str, str]] = set()  # person, number
        # Of this batch: the first record with a row; records that a file may bring; what ends it; the slip that begins it;
        # records that ask for a day of the seal: the first and the last day, and what is said of another one.
        self.rows_at = self.marked = self.intake_at = 0
        self.slip: Optional[Slip] = None
        self.days: List[OfDay] = []

    def see(self, record: Record, data: Dict[str, Any]) -> None:
        kind, sequence = data["kind"], record.sequence
        if sequence == self.start:
            self.rows_at = self.marked = self.intake_at = 0
            self.slip, self.days = None, []
        need(not self.intake_at, "intake.recorded/1 is not the batch's last")
        if self.slip is not None:
            self.slip.records.append((sequence, data))
        if kind in SERVED:
            need(all(d in self.ground.documents for d in data.get("documents", ())), "documents unknown or out of order")
            if kind in FROM_FILES:
                self.check_source(sequence, data)
            self.ask_day(sequence, data)
            part, method = PARTS.get(kind, ("apprentices", "step"))
            getattr(getattr(self, part) if part else self, method)(sequence, data)
        elif kind == "subject.opened/1":
            self.ground.subjects.setdefault(data["subject"], False)
            self.ground.opened += 1
        elif kind == "subject.erased/1":
            self.ground.erased += 1
            self.ground.subjects[data["subject"]] = True
        elif kind == "document.added/1":
            self.ground.documents.add(data["sha256"])

    def check_source(self, sequence: int, data: Dict[str, Any]) -> None:
        self.marked += 1
        need(("row" in data) == ("source" in data), "row and source come together")
        if "source" in data:
            source = sha256((data["kind"] + "\n" + data["source"]).encode())[:16]
            need(source not in self.sources, "source “{}” seen before", data["source"])
            self.sources.add(source)
            self.rows_at = self.rows_at or sequence

    def take_in(self, sequence: int, data: Dict[str, Any]) -> None:
        need(int(data["records"]) == self.marked, "records should be {}", self.marked)
        self.intake_at = sequence

    def receive(self, sequence: int, data: Dict[str, Any]) -> None:
        need(sequence == self.start, "the slip is not the first of its batch")
        need((data["person"], data["number"]) not in self.slips, "slip {} of {} is received already", data["number"], data["person"])
        need(data["committee"] in self.employers.committees, "the committee {} is unknown", data["committee"])
        self.slips.add((data["person"], data["number"]))
        self.slip = Slip(sequence, data)

    def ask_day(self, sequence: int, data: Dict[str, Any]) -> None:
        """§20.1, §20.5: on which days the batch may be sealed for this record."""
        kind, start = data["kind"], data.get("year", "")[:4]
        dates = [data[name] for name in AHEAD + ("ends",) * (kind == "intervention.started/1") if name in data]
        if dates:
            self.days.append(OfDay(sequence, max(dates), "~", "it is dated {}, and sealed on {}", max(dates)))
        if kind == "month.published/1":
            self.days.append(OfDay(sequence, days_on(last_day(data["month"]), 1), "~", "the month {} is not over on {}", data["month"]))
        elif kind == "target.set/1":
            self.days.append(OfDay(sequence, "", last_day(start + "-P12"), "the year {} is over on {}", data["year"]))
        elif kind == "target.revised/1":
            self.days.append(OfDay(sequence, start + "-09-01", start + "-10-01", "a target is revised in September {}, not on {}", start))

    def see_seal(self, record: Record, data: Dict[str, Any]) -> None:
        if self.slip is not None:
            self.slip.end()
        day = data["time"][:10]
        faults = [Refused(one.sentence, one.value, day, record=one.record) for one in self.days if not one.first <= day <= one.last]
        if self.rows_at and not self.intake_at:
            faults.append(Refused("row or source outside an intake", record=self.rows_at))
        if faults:
            raise min(faults, key=lambda fault: fault.record)
        self.rows_at = self.marked = self.intake_at = 0
        self.slip, self.days = None, []

    # ---- files

    def counts(self) -> Iterator[Tuple[Any, ...]]:
        known, apprentices = self.employers, self.apprentices
        numbered = {"interventions": known.interventions, "agreements": apprentices.agreements, "participations": apprentices.participations}
        for what, found in (("employers", known.employers), ("establishments", known.establishments)):
            yield what, len(found)  # type: ignore[arg-type]
        for what, years in numbered.items():
            yield what, sum(map(len, years.values()))  # type: ignore[attr-defined]
        yield "committees", len(known.committees)
        yield "subjects", self.ground.opened
        yield "subjects_erased", self.ground.erased
        yield "published_months", len(self.indicators.published)

    def finish(self) -> None:
        files = [*self.employers.rows(), *self.apprentices.rows(), *self.indicators.rows(), ("counts.csv", self.counts())]
        for name, found in files:
            file = Derived(self.bundle, name)
            file.put(COLUMNS[name].split(","))
            for row in found:
                file.put(row)
            file.end()
        self.found = "employers: {}, interventions: {}, months published: {}", (
            len(self.employers.employers), sum(map(len, self.employers.interventions.values())), len(self.indicators.published))


PARTS = {  # kind -> whose part it is, and which; what is not here is a step of an agreement
    "office.set/1": ("employers", "set_office"), "catalogue.adopted/1": ("employers", "adopt"),
    "programme.set/1": ("employers", "set_programme"), "standard.set/1": ("employers", "set_standard"),
    "employer.added/1": ("employers", "add"), "employer.changed/1": ("employers", "change"), "employer.merged/1": ("employers", "merge"),
    "employer.closed/1": ("employers", "close"), "employer.reopened/1": ("employers", "close"),
    "establishment.set/1": ("employers", "establish"), "intervention.started/1": ("employers", "start"),
    "intervention.ended/1": ("employers", "end"), "intervention.annulled/1": ("employers", "annul"),
    "committee.set/1": ("employers", "set_committee"), "committee.seated/1": ("employers", "seat"),
    "committee.unseated/1": ("employers", "seat"), "committee.planned/1": ("employers", "plan"),
    "committee.reported/1": ("employers", "report"), "committee.funded/1": ("employers", "fund"),
    "agreement.drafted/1": ("apprentices", "draft"), "participation.started/1": ("apprentices", "join"),
    "participation.ended/1": ("apprentices", "leave"), "participation.annulled/1": ("apprentices", "annul"),
    "slip.received/1": ("", "receive"), "intake.recorded/1": ("", "take_in"), "month.published/1": ("indicators", "publish"),
    "indicator.defined/1": ("indicators", "define"), "indicator.recorded/1": ("indicators", "record"),
    "target.set/1": ("indicators", "set_target"), "target.revised/1": ("indicators", "revise"),
    "target.overridden/1": ("indicators", "revise"), "target.overridden.proposed/1": ("indicators", "revise"),
    "variance.explained/1": ("indicators", "explain"), "follow-up.noted/1": ("indicators", "note")}
