"""Random lives of section 20 (services_rows.py): counts reckoned again from the bare records, and forged histories found where they are.

The reckoning here looks at every record for every month, level and indicator, as section 20.5 says it, and shares nothing with
the verifier's but how records are read.
"""
import os
import sys
import tempfile
import unittest
from typing import Any, Dict, List, Optional, Set, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

from service_book import KEYS, forge  # noqa: E402
from services_rows import INDICATORS, History  # noqa: E402
from verifiers import found_fundctl, of_json, run, run_here  # noqa: E402

SEEDS, TRIES = (1, 2, 3), 350


def before(date: str, months: int) -> str:
    """Written out: month by month."""
    year, month, day = map(int, date.split("-"))
    for _ in range(months):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    days = [31, 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return "%04d-%02d-%02d" % (year, month, min(day, days[month - 1]))


class Paper:
    """What lawful records say, at their end."""

    def __init__(self, batches: List[Any]) -> None:
        self.region: Dict[str, str] = {}
        self.into: Dict[str, str] = {}
        self.interventions: Dict[str, Dict[str, Any]] = {}
        self.acts: Dict[str, Dict[str, Any]] = {}  # agreement or participation -> subject, office, day, programme
        for content, _, _ in batches:
            for r in content:
                kind, name = r["kind"], next((r[n] for n in ("intervention", "agreement", "participation") if n in r), "")
                if kind == "office.set/1":
                    self.region[r["office"]] = r["region"]
                elif kind == "employer.merged/1":
                    self.into[r["employer"]] = r["into"]
                elif kind == "intervention.started/1":
                    self.interventions[name] = {"ends": "", **r}
                elif kind == "intervention.ended/1":
                    self.interventions[name]["ends"] = r["date"]
                elif kind == "intervention.annulled/1":
                    del self.interventions[name]
                elif kind == "agreement.drafted/1":
                    self.acts[name] = {"subject": r["apprentice"], "office": r["office"], "day": "", "programme": ""}
                elif kind == "agreement.changed/1" and not self.acts[name]["day"]:
                    self.acts[name]["office"] = r.get("office", self.acts[name]["office"])
                elif kind == "agreement.signed/1":
                    self.acts[name]["day"] = max(r["apprentice_signed"], r["employer_signed"], r["service_signed"])
                elif kind == "participation.started/1":
                    self.acts[name] = {"subject": r["participant"], "office": r["office"], "day": r["date"], "programme": r["programme"]}
                elif kind in ("agreement.annulled/1", "participation.annulled/1"):
                    del self.acts[name]

    def stands_for(self, neq: str) -> str:
        while neq in self.into:
            neq = self.into[neq]
        return neq

    def of_level(self, level: str, office: str) -> bool:
        return level in ("national", "region-" + self.region[office], "office-" + office)

    def levels(self) -> List[str]:
        return sorted({"national", *("region-" + r for r in self.region.values()), *("office-" + o for o in self.region)})

    def count(self, method: str, parameters: Dict[str, str], level: str, month: str) -> int:
        opens = "%d-04-01" % (int(month[:4]) - (month[5:] < "04"))
        named = parameters.get("measures")
        mine = [i for i in self.interventions.values() if self.of_level(level, i["office"]) and (not named or i["measure"] in named.split(","))]
        if method == "interventions":
            return sum(i["begins"][:7] == month for i in mine)
        if method == "newly-assisted":
            return sum(self.new(parameters["look-back"], [i for i in mine if self.stands_for(i["employer"]) == neq], opens, month)
                       for neq in {self.stands_for(i["employer"]) for i in mine})
        acts = [a for a in self.acts.values() if a["day"] and self.of_level(level, a["office"])]
        if method == "new-agreements":
            return sum(not a["programme"] and a["day"][:7] == month for a in acts)
        wanted = parameters.get("programmes")
        acts = [a for a in acts if (parameters.get("agreements") != "no" if not a["programme"] else not wanted or a["programme"] in wanted.split(","))]
        firsts: Dict[str, str] = {}
        for a in acts:
            if a["day"] >= opens and a["day"] < firsts.get(a["subject"], "9"):
                firsts[a["subject"]] = a["day"]
        return sum(day[:7] == month for day in firsts.values())

    @staticmethod
    def new(look_back: str, own: List[Dict[str, Any]], opens: str, month: str) -> bool:
        of_year = [i["begins"] for i in own if i["begins"] >= opens]
        if not of_year or min(of_year)[:7] != month:
            return False
        first = min(of_year)
        if look_back == "ever":
            return not any(i["begins"] < first for i in own)
        since = opens if look_back == "year" else before(first, int(look_back))
        limit = opens if look_back == "year" else first
        return not any(i["begins"] < limit and (not i["ends"] or i["ends"] >= since) for i in own)


class Random(unittest.TestCase):
    def test_lives(self) -> None:
        for seed in SEEDS:
            history = History(seed)
            history.live(TRIES)
            refused = [one for one in history.tries if one.verdicts]
            self.assertLess(len(refused), len(history.tries) * 0.6)
            with self.subTest(seed=seed):
                self.counts(history)
            with self.subTest(seed=seed, bundles=True):
                self.bundles(history, refused[seed::len(refused) // 8])

    def counts(self, history: History) -> None:
        paper, indicators, above = Paper(history.book.batches), history.book.figures.indicators, 0
        given = {name: (method, parameters) for name, method, parameters in INDICATORS}
        for name in given:
            for year in (2025, 2026, 2027):
                definition = indicators.of_year(name, year)
                if definition is None:
                    continue
                for number in range(1, 13):
                    month = "%d-%02d" % (year + (number > 9), (number + 2) % 12 + 1)
                    counted = indicators.counting.count(definition, "%d-P%02d" % (year, number))
                    self.assertNotIn(0, counted.values())
                    for level in paper.levels():
                        self.assertEqual(counted.get(level, 0), paper.count(*given[name], level, month), (name, month, level))
                    self.assertLessEqual(counted.keys(), set(paper.levels()))
                    above += sum(counted.values())
        self.assertGreater(above, 100)

    def bundles(self, history: History, refused: List[Any]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            key = os.path.join(folder, "ledger.pem")
            with open(key, "wb") as file:
                file.write(forge.public_pem(KEYS["ledger-employers"].public))
            for one in [None, *refused]:
                path = os.path.join(folder, "b")
                history.bundle(path, one)
                outcome = of_json(*run_here([path, "--key", key, "--format", "json"]))
                wanted = {name: "fails" if one is not None and name in one.verdicts else "holds" for name in ("integrity", "authorship", "figures")}
                self.assertEqual({name: outcome.verdicts[name] for name in wanted}, wanted, outcome.said)

    def test_fundctl_agrees(self) -> None:
        """A few registers and batches refused of each, shown to both: services_rows.py --fundctl does more of it. FUNDCTL names the program."""
        fundctl = found_fundctl()
        if fundctl is None:
            self.skipTest("no fundctl: FUNDCTL is not set and nothing is built")
        with tempfile.TemporaryDirectory() as folder:
            status, said = run([sys.executable, "-B", os.path.join(HERE, "services_rows.py"), folder, "--seed", "7", "--histories", "3", "--tries", "120", "--refused", "6",
                                "--fundctl", fundctl])
        self.assertEqual(status, 0, said)
        self.assertIn("bundles shown to both: 21, differing or wrongly judged: 0", said)


if __name__ == "__main__":
    unittest.main()
