"""FORMAT.md §20.4: agreements of apprenticeship, step by step, and participations in programmes."""
from sys import intern
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

from .employers import Employer, Employers, Office, Standard
from .servicekinds import day, days_on, later, place
from .words import Refused, fiscal_start, need

STATES: Dict[str, Dict[str, str]] = {  # state -> step that it allows -> state after
    "draft": {"signed": "signed", "changed": "draft", "annulled": "annulled"},
    "signed": {"started": "under-way", "changed": "signed", "ended": "ended", "annulled": "annulled"},
    "under-way": {**dict.fromkeys(("learnt", "checked", "changed"), "under-way"), "suspended": "suspended",
                  **{step: step for step in ("completed", "recognised", "ended", "annulled")}},
    "suspended": {"resumed": "under-way", **dict.fromkeys(("checked", "changed"), "suspended"),
                  **{step: step for step in ("recognised", "ended", "annulled")}},
    **{state: {"annulled": "annulled"} for state in ("completed", "recognised", "ended")}, "annulled": {}}
OPEN = ("draft", "signed", "under-way", "suspended")
LEAST, MOST = 3, 36  # months
LAST = "2999-12-31"


class Agreement:
    __slots__ = ("record", "date", "drafted", "state", "apprentice", "companion", "employer", "establishment", "office", "code", "standard",
                 "signed", "signed_at", "begins", "ends", "learnt", "checked", "since", "suspended")

    def __init__(self, record: int, data: Dict[str, Any], employer: Employer, office: Office, standard: Standard) -> None:
        self.record, self.date, self.drafted, self.state = record, intern(data["date"]), intern(data["date"]), "draft"
        self.apprentice, self.companion = data["apprentice"], data.get("companion", "")
        self.employer, self.establishment, self.office = employer, data.get("establishment", ""), office
        self.code, self.standard = intern(data["standard"]), standard
        self.signed = self.begins = self.ends = self.since = ""
        self.signed_at: Optional[Office] = None  # the office to which it belongs
        self.learnt: Set[str] = EMPTY
        self.checked: Set[str] = EMPTY
        self.suspended = 0  # days, before the suspension that began on `since`

    @property
    def annulled(self) -> bool:
        return self.state == "annulled"

    # What counting asks of an act.

    @property
    def act_day(self) -> str:
        return self.signed

    @property
    def act_office(self) -> Office:
        assert self.signed_at is not None
        return self.signed_at

    @property
    def act_programme(self) -> str:
        return ""


EMPTY: Set[str] = set()  # never added to: a set takes its place


class Participation:
    __slots__ = ("record", "employer", "act_office", "act_programme", "act_day", "ends", "result", "annulled")

    def __init__(self, record: int, data: Dict[str, Any], employer: Optional[Employer], office: Office) -> None:
        self.record, self.employer, self.act_office = record, employer, office
        self.act_programme, self.act_day = intern(data["programme"]), intern(data["date"])
        self.ends, self.result, self.annulled = "", "", False


class Apprentices:
    def __init__(self, employers: Employers) -> None:
        self.known, self.ground = employers, employers.ground
        self.agreements: Dict[int, List[Agreement]] = {}  # year -> by number
        self.participations: Dict[int, List[Participation]] = {}
        self.open: Set[Tuple[str, str]] = set()  # apprentice, standard
        self.signed: Dict[str, List[Agreement]] = {}  # month -> whose latest signature lies in it
        self.joined: Dict[str, List[Any]] = {}  # month -> subject, act, subject, act … of participations
        self.acts: Dict[str, List[Any]] = {}  # subject -> participations, and agreements that are signed

    def agreement(self, name: str) -> Agreement:
        year, number = place(name)
        found = self.agreements.get(year, ())
        need(number <= len(found), "{} is unknown", name)
        return found[number - 1]

    def participation(self, name: str) -> Participation:
        year, number = place(name)
        found = self.participations.get(year, ())
        need(number <= len(found), "{} is unknown", name)
        return found[number - 1]

    # ---- agreements

    def draft(self, sequence: int, data: Dict[str, Any]) -> None:
        year, code, neq = fiscal_start(data["date"]), data["standard"], data["employer"]
        numbers = self.agreements.get(year, [])
        expected = "AGR-%d-%06d" % (year, len(numbers) + 1)
        need(data["agreement"] == expected, "{} instead of {}", data["agreement"], expected)
        employer, office = self.known.open_employer(neq), self.known.office(data["office"])
        if "establishment" in data:
            self.known.check_establishment(neq, data["establishment"])
        standard = self.known.standards.get(code)
        if standard is None:
            raise Refused("the standard {} is unknown", code)
        self.ground.subject(data, "apprentice", "companion")
        need(data["apprentice"] != data.get("companion"), "the apprentice is the companion")
        need((data["apprentice"], code) not in self.open, "an agreement of this apprentice and {} is open", code)
        self.open.add((data["apprentice"], code))
        self.agreements.setdefault(year, numbers).append(Agreement(sequence, data, employer, office, standard))

    def step(self, sequence: int, data: Dict[str, Any]) -> None:
        found, short = self.agreement(data["agreement"]), data["kind"][len("agreement."):-2]
        need(short in STATES[found.state], "{} is {}: {} is not allowed", data["agreement"], found.state, short)
        need(data["date"] >= found.date, "{} is dated before the step before it, {}", data["agreement"], found.date)
        self.ground.subject(data, "companion")
        need(data.get("companion") != found.apprentice, "the apprentice is the companion")
        judge = getattr(self, "step_" + short, None)
        if judge is not None:
            judge(found, data)
        was, found.state, found.date = found.state, STATES[found.state][short], intern(data["date"])
        if was in OPEN and found.state not in OPEN:  # annulled when it was closed already: another one may be open
            self.open.discard((found.apprentice, found.code))

    @staticmethod
    def check_term(begins: str, ends: str, days: int = 0) -> None:
        """From three months later less a day to 36 months later, and days of suspension on top. Beyond 2999-12-31 is no bound."""
        least, most = days_on(later(begins, LEAST), -1), days_on(later(begins, MOST), days)
        need((least > LAST or least <= ends) and ends <= most, "it lasts less than three months, or more than {}", MOST)

    def step_signed(self, found: Agreement, data: Dict[str, Any]) -> None:
        need(not found.employer.root().closed, "the employer {} is closed", found.employer.neq)
        signatures = [data[who + "_signed"] for who in ("apprentice", "employer", "service")]
        need(found.drafted <= min(signatures) and max(signatures) <= data["date"], "a signature is before the draft, or after {}", data["date"])
        begins, ends = data["begins"], data["ends"]
        need(begins >= max(signatures), "it begins before it is signed")
        self.check_term(begins, ends)
        found.signed, found.begins, found.ends = intern(max(signatures)), intern(begins), intern(ends)
        found.companion, found.signed_at = data["companion"], found.office
        self.signed.setdefault(found.signed[:7], []).append(found)
        self.acts.setdefault(found.apprentice, []).append(found)

    def step_started(self, found: Agreement, data: Dict[str, Any]) -> None:
        need(found.begins <= data["date"] <= found.ends, "it starts before it begins, or after it ends")

    def step_learnt(self, found: Agreement, data: Dict[str, Any]) -> None:
        module = data["module"]
        need(module in found.standard.modules and module not in found.learnt, "the module {} is not of the standard, or learnt already", module)
        need(data["companion"] == found.companion, "the companion is another one")
        found.learnt = found.learnt | {module}

    def step_checked(self, found: Agreement, data: Dict[str, Any]) -> None:
        for module in data["modules"]:
            need(module in found.learnt and module not in found.checked, "the module {} is not learnt, or checked already", module)
        found.checked = found.checked.union(data["modules"])

    def step_changed(self, found: Agreement, data: Dict[str, Any]) -> None:
        need(data.keys() & {"companion", "employer", "ends", "establishment", "hours", "office"}, "nothing is changed")
        need(("employer" in data) == ("office" in data), "employer and office come together")
        need("establishment" not in data or "employer" in data, "an establishment goes with its employer")
        need(found.state != "draft" or not data.keys() & {"ends", "hours"}, "a draft has no end and no hours")
        if "ends" in data:
            need(data["date"] <= data["ends"], "it ends before {}", data["date"])
            self.check_term(found.begins, data["ends"])
            found.ends = intern(data["ends"])
        if "employer" in data:
            found.employer, found.office = self.known.open_employer(data["employer"]), self.known.office(data["office"], closed=True)
            found.establishment = data.get("establishment", "")
            if found.establishment:
                self.known.check_establishment(data["employer"], found.establishment)
        found.companion = data.get("companion", found.companion)

    def step_suspended(self, found: Agreement, data: Dict[str, Any]) -> None:
        found.since = intern(data["date"])

    def step_resumed(self, found: Agreement, data: Dict[str, Any]) -> None:
        found.suspended += (day(data["date"]) - day(found.since)).days
        need(data["date"] <= data["ends"], "it ends before {}", data["date"])
        self.check_term(found.begins, data["ends"], found.suspended)
        found.ends = intern(data["ends"])

    def step_completed(self, found: Agreement, data: Dict[str, Any]) -> None:
        need(len(found.checked) == len(found.standard.modules), "not every module is checked")

    def step_recognised(self, found: Agreement, data: Dict[str, Any]) -> None:
        need(0 < len(found.checked) < len(found.standard.modules), "all modules are checked, or none is")

    # ---- participations

    def join(self, sequence: int, data: Dict[str, Any]) -> None:
        year = fiscal_start(data["date"])
        numbers = self.participations.get(year, [])
        expected = "PAR-%d-%06d" % (year, len(numbers) + 1)
        need(data["participation"] == expected, "{} instead of {}", data["participation"], expected)
        employer = self.known.open_employer(data["employer"]) if "employer" in data else None
        office = self.known.office(data["office"])
        need(data["programme"] in self.known.programmes, "the programme {} is unknown", data["programme"])
        self.ground.subject(data, "participant")
        made = Participation(sequence, data, employer, office)
        self.participations.setdefault(year, numbers).append(made)
        self.joined.setdefault(made.act_day[:7], []).extend((data["participant"], made))
        self.acts.setdefault(data["participant"], []).append(made)

    def leave(self, sequence: int, data: Dict[str, Any]) -> None:
        found = self.participation(data["participation"])
        need(not found.annulled and not found.ends, "{} is ended or annulled already", data["participation"])
        need(data["date"] >= found.act_day, "it ends before it begins")
        found.ends, found.result = intern(data["date"]), intern(data["result"])

    def annul(self, sequence: int, data: Dict[str, Any]) -> None:
        found = self.participation(data["participation"])
        need(not found.annulled, "{} is annulled already", data["participation"])
        found.annulled = True

    # ---- files

    def rows(self) -> Iterator[Tuple[str, Iterator[Tuple[Any, ...]]]]:
        yield "agreements.csv", self.agreement_rows()
        yield "participations.csv", self.participation_rows()

    def agreement_rows(self) -> Iterator[Tuple[Any, ...]]:
        for year in sorted(self.agreements):
            for number, a in enumerate(self.agreements[year], 1):
                yield ("AGR-%d-%06d" % (year, number), a.record, a.employer.neq, a.employer.root().neq, a.office.code, a.office.region, a.code,
                       a.standard.committee, a.state, a.drafted, a.signed, a.begins, a.ends, len(a.standard.modules), len(a.learnt),
                       len(a.checked))

    def participation_rows(self) -> Iterator[Tuple[Any, ...]]:
        for year in sorted(self.participations):
            for number, p in enumerate(self.participations[year], 1):
                state = "annulled" if p.annulled else "ended" if p.ends else "under-way"
                yield ("PAR-%d-%06d" % (year, number), p.record, p.employer.neq if p.employer else "", p.act_office.code,
                       p.act_office.region, p.act_programme, p.act_day, p.ends, p.result, state)
