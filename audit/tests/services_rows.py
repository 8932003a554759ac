#!/usr/bin/env python3
"""Random histories of section 20, mostly lawful: what is tried, and what the verifier says of each. For tests only.

    services_rows.py DIR [--seed N] [--histories N] [--tries N] [--bundles] [--fundctl PATH] [--refused N]

For each seed it writes DIR/SEED.jsonl, a line for each batch tried: {"after": batches before it, "by": person, "at": day,
"records": [...], "verdicts": {"figures": which record of the batch, 0 at its seal}}; no verdict is a batch that is lawful and stays.
With --bundles also DIR/SEED/lawful, and DIR/SEED/N for each batch N (a line of the file) that is not, with the keys of
service_book.py: bundles whose last batch before the export is that one. With --fundctl each is shown to verify.py and to
`fundctl audit verify`: a difference in any verdict, or in the record at fault of integrity, authorship or figures, is printed, and
the exit status is 5; so it is where the lawful one is refused. --refused is how many at most of a history's refused batches
are made bundles of (all where it is not said), spread over the history.
"""
import argparse
import datetime
import json
import os
import random
import shutil
import sys
from typing import Any, Dict, List, NamedTuple, Set, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

from service_book import A, B, KEYS, MEASURES, Book, defined, employer, forge, of, opened, subject, world  # noqa: E402
from verifier.apprentices import OPEN  # noqa: E402
from verifiers import run, run_here  # noqa: E402

OFFICES = ("M1", "M2", "Q1") * 12 + ("Z1", "XX")
PEOPLE = ("anne",) * 30 + ("agnes", "bruno", "carla", "colin", "adam", "vera")
INDICATORS = (("new-year", "newly-assisted", {"look-back": "year"}), ("new-ever", "newly-assisted", {"look-back": "ever", "measures": "conseil,salaire"}),
              ("new-7", "newly-assisted", {"look-back": "7"}), ("all", "interventions", {}), ("some", "interventions", {"measures": "formation"}),
              ("signed", "new-agreements", {}), ("people", "new-participants", {}), ("alone", "new-participants", {"agreements": "no", "programmes": "prog-a"}))


class Try(NamedTuple):
    after: int
    by: str
    at: str
    records: List[Dict[str, Any]]
    verdicts: Dict[str, int]


class History:
    """A register that lives at random. `book` is the lawful one; `tries` all that was tried."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.book, self.tries = world(), []  # type: Book, List[Try]
        self.today = datetime.date(2026, 4, 2)
        self.subjects, self.sources = 9, 0
        self.overridden: Set[int] = set()  # proposals that were tried
        for indicator, method, parameters in INDICATORS:
            self.attempt([defined(indicator, method, parameters=parameters)], "anne")
        self.attempt([defined("survey", "recorded", unit="percent", decimals="1"), defined("price", "cost", unit="cents", parameters={"count": "all"})], "adam")
        for name, level, more in (("survey", "national", {"decimals": "1", "through": "2028-2029"}), ("all", "region-06", {}), ("new-7", "office-Q1", {"through": "2027-2028"})):
            self.attempt([of("target.set", "2026-04-02", indicator=name, level=level, value=9, year="2026-2027", **{"decimals": "0", **more})], "anne")

    def attempt(self, records: List[Dict[str, Any]], by: str) -> bool:
        at = (self.today + datetime.timedelta(1)).isoformat()
        after, book = len(self.book.batches), self.book.copy()
        first = book.do(*records, by=by, at=max(at, self.book.day))
        verdicts = {name: (record - first + 1) % (len(records) + 1) for name, (record, _) in book.refused.items()}
        self.tries.append(Try(after, by, book.day, records, verdicts))
        if not verdicts:
            self.book = book
        return not verdicts

    # ---- choices

    def some(self, *values: Any) -> Any:
        return self.random.choice(values)

    def day(self, about: int = 40) -> str:
        """Of the weeks before, or tomorrow, when the batch is sealed; rarely the day after, which is refused at the seal."""
        return (self.today - datetime.timedelta(-2 if self.random.random() < 0.01 else self.random.randrange(-1, about))).isoformat()

    def soon(self) -> str:
        """Steps rarely go back."""
        return self.day(1) if self.random.random() < 0.85 else self.day()

    def neq(self) -> str:
        known = self.book.figures.employers.employers
        if self.random.random() < 0.06:
            return self.random.choice([*known, "1119999999"])
        return self.random.choice([neq for neq, one in known.items() if not one.root().closed] or [A])

    def person(self) -> str:
        if self.random.random() < 0.04:
            return subject(self.random.randrange(1, self.subjects + 2))
        return self.random.choice([name for name, erased in self.book.figures.ground.subjects.items() if not erased])

    def next(self, prefix: str, years: Any, date: str) -> str:
        start = int(date[:4]) - (date[5:7] < "04")
        return "%s-%d-%06d" % (prefix, start, len(years.get(start, ())) + 1 + (self.random.random() < 0.03))

    def one_of(self, prefix: str, years: Any) -> str:
        def stands(one: Any) -> bool:
            return not one.annulled and (one.state in OPEN if prefix == "AGR" else not one.ends)

        every = self.random.random() < 0.1
        names = ["%s-%d-%06d" % (prefix, year, number) for year, found in years.items() for number, one in enumerate(found, 1) if every or stands(one)]
        return self.random.choice(names[-12:] or ["%s-2026-000999" % prefix])

    # ---- records

    def record(self) -> List[Dict[str, Any]]:
        september = (self.today + datetime.timedelta(1)).month == 9
        make = self.random.choices((self.employer, self.establishment, self.intervention, self.intervention_step, self.agreement, self.agreement_step,
                                    self.participation, self.participation_step, self.committee, self.entered, self.publication, self.lists, self.people),
                                   (6, 4, 20, 8, 8, 40, 9, 4, 10, 30 if september else 12, 8, 3, 3))[0]
        return make()

    def employer(self) -> List[Dict[str, Any]]:
        r, date = self.random, self.soon()
        if r.random() < 0.35:
            form, prefix = self.some(("corporation", "11"), ("association", "33"), ("public-body", "88"), ("sole-proprietor", "22"), ("other", "33"))
            region = self.some("06", "03", "07")
            more: Dict[str, Any] = {"subject": self.person()} if prefix == "22" else {}
            if r.random() < 0.4:
                more["office"] = self.some(*OFFICES)
            return [employer("%s%08d" % (prefix, r.randrange(10, 40)), date, region, form, **more)]
        named, kind = self.neq(), r.random()
        if kind < 0.3:
            return [of("employer.merged", date, employer=named, into=self.neq(), reason="x")]
        if kind < 0.6:
            return [of("employer." + self.some("closed", "reopened", "reopened"), date, employer=named, reason="x")]
        changes = {"name": "Autre, dit « Y »", "region": self.some("06", "03"), "office": self.some(*OFFICES), "form": self.some("cooperative", "other"), "employees": r.randrange(99)}
        return [of("employer.changed", date, employer=named, **{name: changes[name] for name in r.sample(sorted(changes), r.randrange(3))})]

    def establishment(self) -> List[Dict[str, Any]]:
        more: Dict[str, Any] = {"office": self.some(*OFFICES)} if self.random.random() < 0.4 else {}
        if self.random.random() < 0.2:
            more["closed"] = "yes"
        return [of("establishment.set", self.day(), employer=self.neq(), establishment=self.random.randrange(1, 4), region=self.some("06", "03"), **more)]

    def intervention(self) -> List[Dict[str, Any]]:
        r, begins = self.random, self.day(500)
        more: Dict[str, Any] = {}
        if r.random() < 0.5:
            ends = (datetime.date.fromisoformat(begins) + datetime.timedelta(r.randrange(-1, 60))).isoformat()
            ends = min(ends, max(begins, self.today.isoformat())) if r.random() < 0.95 else ends
            more.update(ends=ends, result=self.some("achieved", "abandoned"))
        if r.random() < 0.15:
            more["establishment"] = r.randrange(1, 4)
        if r.random() < 0.1:
            more["contributions"] = [{"party": "employer", "amount": str(2**62)}, {"party": "service", "amount": str(r.choice((2**62 - 1, 2**62)))}]
        record = of("intervention.started", begins=begins, employer=self.neq(), intervention=self.next("INT", self.book.figures.employers.interventions, begins),
                    measure=self.some(*(m["measure"] for m in MEASURES * 8), "other"), office=self.some(*OFFICES), **more)
        if r.random() < 0.15:
            self.sources += r.random() < 0.8
            record.update(row="1", source="s%d" % self.sources)
            count = 1 + (r.random() < 0.1)
            return [record] + [of("intake.recorded", file="x", file_sha256="0" * 64, known=0, map={}, records=count, rows=1, skipped=0)] * (r.random() < 0.9)
        return [record]

    def intervention_step(self) -> List[Dict[str, Any]]:
        name = self.one_of("INT", self.book.figures.employers.interventions)
        if self.random.random() < 0.3:
            return [of("intervention.annulled", self.day(), intervention=name, reason="x")]
        return [of("intervention.ended", self.day(), intervention=name, result="partly-achieved")]

    def agreement(self) -> List[Dict[str, Any]]:
        date = self.day(10)
        more: Dict[str, Any] = {"companion": self.person()} if self.random.random() < 0.3 else {}
        return [of("agreement.drafted", date, agreement=self.next("AGR", self.book.figures.apprentices.agreements, date), apprentice=self.person(), employer=self.neq(),
                   office=self.some(*OFFICES), standard=self.some(*("std-a", "std-x") * 12, "std-z"), **more)]

    def agreement_step(self) -> List[Dict[str, Any]]:
        """Most often one that the state allows."""
        r, agreements = self.random, self.book.figures.apprentices.agreements
        name, date = self.one_of("AGR", agreements), self.soon()
        found = agreements.get(int(name[4:8]), [])
        if int(name[9:]) > len(found):
            return self.agreement()
        one = found[int(name[9:]) - 1]
        date = max(date, one.date) if r.random() < 0.9 else date
        steps = {"draft": "signed signed signed changed annulled", "signed": "started started started changed ended annulled",
                 "under-way": "learnt learnt learnt checked checked changed suspended completed recognised ended", "suspended": "resumed resumed changed checked ended"}
        short = r.choice((steps.get(one.state, "annulled") if r.random() < 0.9 else "signed started learnt checked changed suspended resumed completed recognised ended annulled").split())
        companion = one.companion if one.companion and r.random() < 0.9 else self.person()
        base = datetime.date.fromisoformat(date)
        on = lambda days: (base + datetime.timedelta(days)).isoformat()  # noqa: E731
        modules = sorted(r.sample("ABC", r.randrange(1, 3)))
        members: Dict[str, Dict[str, Any]] = {
            "signed": {**{who + "_signed": max(one.drafted, on(-r.randrange(3))) for who in ("apprentice", "employer", "service")}, "begins": on(r.randrange(-1, 4) if r.random() < 0.3 else 0),
                       "ends": on(self.some(88, 90, 92, 95, 200, 400, 500, 600, 1090, 1099)), "companion": self.person(), "hours": "40"},
            "learnt": {"companion": companion, "module": self.some("A", "B", "C", "A", "B", "C", "D")},
            "checked": {"modules": sorted(one.learnt - one.checked) or modules if r.random() < 0.9 else modules},
            "changed": r.choice(({"companion": companion}, {"employer": self.neq(), "office": self.some(*OFFICES)}, {"ends": on(self.some(-1, 0, 30, 100, 100, 1000))}, {"hours": "30"}, {})),
            "suspended": {"reason": "x"}, "resumed": {"ends": on(self.some(-1, 30, 100, 100, 700, 700, 1110))}, "completed": {"certificate": "x"}, "recognised": {"attestation": "x"},
            "ended": {"cause": "other", "reason": "x"}, "annulled": {"reason": "x"}}
        return [of("agreement." + short, date, agreement=name, **members.get(short, {}))]

    def participation(self) -> List[Dict[str, Any]]:
        date = self.day(200)
        more: Dict[str, Any] = {"employer": self.neq()} if self.random.random() < 0.4 else {}
        return [of("participation.started", date, participation=self.next("PAR", self.book.figures.apprentices.participations, date), participant=self.person(),
                   programme=self.some(*("prog-a", "prog-x") * 12, "prog-z"), office=self.some(*OFFICES), **more)]

    def participation_step(self) -> List[Dict[str, Any]]:
        name = self.one_of("PAR", self.book.figures.apprentices.participations)
        if self.random.random() < 0.4:
            return [of("participation.annulled", self.day(), participation=name, reason="x")]
        return [of("participation.ended", self.day(), participation=name, result="achieved")]

    def committee(self) -> List[Dict[str, Any]]:
        r, date, which = self.random, self.soon(), self.some(*("com-a", "com-b") * 8, "com-z")
        seat, activity, year = str(r.randrange(4)), self.some(*"abc"), self.some("2026-2027", "2027-2028")
        chair = {"chair": "yes"} if r.random() < 0.5 else {}
        return [r.choice((
            of("committee.seated", date, committee=which, seat=seat, side=self.some("employers", "unions", "observers"), subject=self.person(), **chair),
            of("committee.unseated", date, committee=which, seat=seat), of("committee.funded", date, committee=which, grant="FNF-G-%06d" % r.randrange(1, 9)),
            of("committee.planned", date, committee=which, year=year, activities=[{"activity": a, "expected": "", "title": "x"} for a in r.sample("abc", r.randrange(1, 4))]),
            of("committee.reported", date, committee=which, year=year, activity=activity, result="x", state=self.some("under-way", "done", "abandoned")),
            of("committee.set", date, committee=which if which != "com-z" else "com-a", name="x", scian=[], sector="y")))]

    def entered(self) -> List[Dict[str, Any]]:
        r, level = self.random, self.some("national", "region-06", "region-03", "office-M1", "office-Q1", *("region-07",) * 10, "office-XX")
        indicators, start = self.book.figures.indicators, self.today.year - (self.today.month < 4)
        year, date = "%d-%d" % (start, start + 1) if r.random() < 0.6 else self.some("2026-2027", "2027-2028"), self.soon()
        both = {"indicator": self.some("survey", "survey", "survey", "all", "new-7", "price", "none"), "level": level, "year": year}
        right = "1" if both["indicator"] == "survey" else "0"
        numbers = {**both, "decimals": right if r.random() < 0.95 else self.some("0", "1"), "value": r.randrange(-5, 50)}
        more: Dict[str, Any] = {"month": "%s-P%02d" % (year[:4], r.randrange(1, 13))} if r.random() < 0.5 else {}
        again = (both["indicator"], year, more.get("month", ""), level) in indicators.recorded
        reason = {"reason": "x"} if again == (r.random() < 0.95) else {}
        through = {"through": self.some("2027-2028", "2028-2029", "2030-2031", "2031-2032")} if r.random() < 0.2 else {}
        stands = sorted(indicators.targets)
        if stands and r.random() < (0.7 if self.today.month == 9 else 0.25):
            name, of_year, where = r.choice(stands[-6:] if r.random() < 0.3 else [one for one in stands if one[1] == start] or stands)
            return [self.revision(indicators.targets[name, of_year, where], name, of_year, where)]
        return [r.choice((of("indicator.recorded", note="", origin="x", **numbers, **more, **reason), of("target.set", date, **numbers, **through),
                          of("variance.explained", text="x", **both, **more), of("follow-up.noted", date, level=level, text="x", title="x", topic="other", year=year)))]

    def revision(self, target: Any, indicator: str, start: int, level: str) -> Dict[str, Any]:
        """Of September, whenever it is sealed; or a proposal to override, which record() approves some time after."""
        numbers = {"indicator": indicator, "level": level, "year": "%d-%d" % (start, start + 1), "decimals": target.decimals, "value": self.random.randrange(50)}
        if self.random.random() < 0.4:
            return of("target.overridden.proposed", self.soon(), reason="x", **numbers)
        september = "%d-09" % start
        return of("target.revised", self.some(*(self.today.isoformat(),) * (self.today.month == 9), september + "-01", september + "-30", september + "-10", self.soon()), reason="x", **numbers)

    def overriding(self) -> Tuple[List[Dict[str, Any]], str]:
        """What was proposed last, approved and done by the other admin, or by one who may not, or otherwise than proposed."""
        batches, first, proposal = self.book.batches, 1, (0, {}, "")  # type: Any, int, Tuple[int, Dict[str, Any], str]
        for content, by, _ in batches:
            for at, record in enumerate(content):
                if record["kind"] == "target.overridden.proposed/1" and first + at not in self.overridden:
                    proposal = (first + at, record, by)
            first += len(content) + 1
        number, record, by = proposal
        if not number:
            return self.record(), "anne"
        self.overridden.add(number)
        done = {**record, "kind": "target.overridden/1", "proposal": str(number)}
        if self.random.random() < 0.1:
            done["value"] = "77"
        other = "anne" if by == "adam" else "adam"
        return [{"kind": "approval.given/1", "proposal": str(number)}, done], other if self.random.random() < 0.9 else by

    def publication(self) -> List[Dict[str, Any]]:
        """The next month, counted as the verifier does, and sometimes not."""
        indicators = self.book.figures.indicators
        start = 2026 if indicators.months.get("2026", 0) < 12 else 2027
        number = indicators.months.get(str(start), 0) + 1 + (self.random.random() < 0.05)
        month = "%d-P%02d" % (start, min(number, 12))
        if self.random.random() < 0.97 and "%d-%02d-28" % (start + (number > 9), (number + 2) % 12 + 1) > self.today.isoformat():
            return self.intervention()
        found = {name: indicators.of_year(name, start) for name in indicators.definitions}
        figures = indicators.figures({name: d for name, d in found.items() if d and d.computed}, month)
        if figures and self.random.random() < 0.2:
            where = self.random.choice(sorted(figures))
            figures[where] += self.some(-1, 1)
        rows = [{"indicator": i, "level": level, "count": str(count)} for (i, level), count in sorted(figures.items()) if count]
        return [of("month.published", month=month, figures=rows)]

    def lists(self) -> List[Dict[str, Any]]:
        closed = {"closed": "yes"} if self.random.random() < 0.1 else {}
        versions = self.book.figures.indicators.definitions
        name, method, parameters = self.random.choice(INDICATORS)
        return [self.random.choice((
            of("office.set", office=self.some("M1", "M2", "Q1"), region=self.some("06", "03"), name="x", **closed),
            of("catalogue.adopted", catalogue="C%d" % self.random.randrange(9), citation="x", from_=self.day(), measures=MEASURES[:self.random.randrange(2, 4)]),
            defined(name, method, len(versions[name]) + 1, self.some("2026-2027", "2027-2028", "2027-2028", "2028-2029", "2025-2026"), parameters=parameters)))]

    def people(self) -> List[Dict[str, Any]]:
        if self.random.random() < 0.2:
            return [{"kind": "subject.erased/1", "subject": self.person(), "reason": "x"}]
        self.subjects += 1
        return opened(self.subjects)

    def slip(self) -> Tuple[List[Dict[str, Any]], str]:
        """Lines by carla for com-a; a step of an agreement of the book, a draft of her own, sometimes a forged leaf."""
        draft, late = self.agreement()[0], self.agreement_step()[0]
        if self.random.random() < 0.9:
            draft["standard"] = "std-a"
        stands = self.book.figures.apprentices.agreements.get(int(late["agreement"][4:8]), [])
        number = int(late["agreement"][9:])
        mine = number <= len(stands) and stands[number - 1].standard.committee == "com-a" or self.random.random() < 0.1
        lines = [draft] + [late] * (mine and late["kind"] not in ("agreement.annulled/1", "agreement.completed/1", "agreement.recognised/1", "agreement.checked/1", "agreement.drafted/1"))
        written = [{**draft, "agreement": "AGR-0000-000001"}] + [{**r, **({"agreement": "AGR-0000-000001"} if r["agreement"] == draft["agreement"] else {})} for r in lines[1:]]
        numbers = [int(number) for _, number in self.book.figures.slips]
        slip = self.book.slip(self.some(*("carla",) * 9, "colin", "anne"), self.some(*("com-a",) * 12, "com-b"),
                              max(numbers, default=0) + (not numbers or self.random.random() < 0.9), written)
        if self.random.random() < 0.1:
            slip["leaves"][0] = "0" * 64
        return [slip, *lines], self.some("agnes", "bruno", *("anne",) * 4)

    def live(self, tries: int) -> None:
        while len(self.tries) < tries:
            if self.random.random() < 0.5:
                self.today += datetime.timedelta(self.random.randrange(1, 8))
            if self.random.random() < 0.05:
                self.attempt(*self.slip())
                continue
            if self.random.random() < 0.03:
                self.attempt(*self.overriding())
                continue
            records = self.record()
            if self.random.random() < 0.1:
                records = self.record()[:1] + records
            self.attempt(records, self.random.choice(PEOPLE))

    # ---- bundles

    def bundle(self, path: str, one: Any = None) -> None:
        """The lawful book; or what stood when one was tried, with it."""
        batches, late = self.book.batches if one is None else self.book.batches[:one.after], []  # type: List[Any], List[Any]
        if one is not None:
            late = [(one.records, one.by, max(one.at + "T23:00:00Z", batches[-1][2]))]
        known = "figures" not in (one.verdicts if one is not None else ())
        made = rebuilt(batches + late * known).forged()
        if late and not known:  # the files are those of what stood before
            end = made.batches.pop()
            made.append(late[0][0], KEYS[late[0][1]], late[0][2])
            made.batches.append(end)
        made.batches[-1].seal["time"] = made.batches[-2].seal["time"]
        made.write(path, "P")


def rebuilt(batches: List[Any]) -> Book:
    book = Book()
    book.bundle.id = forge.sha256(forge.canonical(batches[0][0][0])).hex()
    for content, by, time in batches:
        book.do(*content, by=by, at=time[:10])
        book.batches[-1] = (content, by, time)
    return book


def judged(status: int, said: str) -> Dict[str, Tuple[str, str]]:
    """Every verdict, with the record at fault of those that this page knows."""
    try:
        verdicts = json.loads(said)["verdicts"]
        return {name: (v["status"], v["record"] if name in ("integrity", "authorship", "figures") else "") for name, v in verdicts.items()}
    except (ValueError, KeyError):
        return {"crashed": (str(status), said[-300:])}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("dir", metavar="DIR")
    for name, default in (("seed", 1), ("histories", 1), ("tries", 300), ("refused", 10**6)):
        parser.add_argument("--" + name, type=int, default=default)
    parser.add_argument("--bundles", action="store_true")
    parser.add_argument("--fundctl")
    options = parser.parse_args()
    os.makedirs(options.dir, exist_ok=True)
    key = os.path.join(options.dir, "ledger.pem")
    with open(key, "wb") as file:
        file.write(forge.public_pem(KEYS["ledger-employers"].public))
    faults = shown = 0
    for seed in range(options.seed, options.seed + options.histories):
        history = History(seed)
        history.live(options.tries)
        with open(os.path.join(options.dir, "%d.jsonl" % seed), "w", encoding="utf-8") as out:
            for one in history.tries:
                out.write(json.dumps(one._asdict(), ensure_ascii=False, sort_keys=True) + "\n")
        refused = [(number, one) for number, one in enumerate(history.tries, 1) if one.verdicts]
        print("%d: %d tried, %d refused" % (seed, len(history.tries), len(refused)), flush=True)
        if not (options.bundles or options.fundctl):
            continue
        chosen = refused[seed % 7::max(1, len(refused) // max(1, options.refused))][:options.refused]
        for name, tried in [("lawful", None), *((str(number), one) for number, one in chosen)]:
            path = os.path.join(options.dir, str(seed), name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            history.bundle(path, tried)
            if options.fundctl:
                shown += 1
                faults += not agreed(path, key, options.fundctl, tried)
            if not options.bundles:
                shutil.rmtree(os.path.dirname(path))
    if options.fundctl:
        print("registers: %d, bundles shown to both: %d, differing or wrongly judged: %d" % (options.histories, shown, faults))
    return 5 if faults else 0


def agreed(path: str, key: str, fundctl: str, tried: Any) -> bool:
    arguments = [path, "--key", key, "--format", "json", "--lang", "en"]
    mine, theirs = judged(*run_here(arguments)), judged(*run([fundctl, "audit", "verify", *arguments], errors=False))
    lawful = all(status != "fails" for status, _ in mine.values()) and mine.get("figures", ("",))[0] == "holds"
    if mine == theirs and lawful == (tried is None):
        return True
    print("%s: verify.py %s, fundctl %s: %s" % (path, mine, theirs, tried and [r["kind"] for r in tried.records]), flush=True)
    return False


if __name__ == "__main__":
    sys.exit(main())
