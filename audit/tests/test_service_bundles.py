"""A bundle of employers with records of section 20, sealed by forge.py: every verdict holds; one cell or one record otherwise, and one fails."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from typing import Any, Callable, Dict, List

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [HERE, AUDIT, os.path.join(AUDIT, "tampered")]

import forge  # noqa: E402
from service_book import A, B, KEYS, Book, defined, joined, of, started, step, subject, world  # noqa: E402
from test_service_figures import published  # noqa: E402
from test_services import after, drafted, signed  # noqa: E402
from verifiers import of_json, run_here  # noqa: E402
from verifier.bundle import OF_SERVICES  # noqa: E402
from verifier.kinds import SERVED, check_record  # noqa: E402
from verifier.words import Refused  # noqa: E402

ALL = ("integrity", "origin", "authorship", "completeness", "figures")


def filled() -> Book:
    book = after(started(1, "2026-04-02", establishment=1, grant="FNF-G-000001"), started(2, "2026-04-03", neq=B, office="Q1"), started(1, "2026-03-31", year=2025),
                 of("intervention.ended", "2026-04-20", intervention="INT-2026-000002", result="partly-achieved"), drafted(), signed(), joined(1, "2026-04-10", employer=A),
                 of("committee.seated", "2026-04-02", committee="com-a", seat="1", side="unions", subject=subject(1)),
                 of("committee.funded", "2026-04-02", committee="com-a", grant="FNF-G-000001"), defined("x", "interventions"),
                 of("target.set", "2026-04-02", indicator="x", level="national", decimals=0, value=5, gap=1, year="2026-2027"))
    book.do(published("2026-P01", national=2, region_06=1, region_03=1, office_M1=1, office_Q1=1), by="adam", at="2026-05-01")
    lines = [joined(2, "2026-05-02", 3)]
    slip = book.slip("carla", "com-a", 1, [{**lines[0], "participation": "PAR-0000-000001"}])
    book.do(slip, *lines, by="agnes")
    book.do(of("employer.merged", "2026-05-03", employer=A, into=B, reason="x"), by="bruno")
    assert not book.refused, book.refused
    return book


class Bundles(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.work = tempfile.mkdtemp()
        cls.book = filled()
        cls.made = cls.book.forged()
        cls.path, cls.key = os.path.join(cls.work, "employers"), os.path.join(cls.work, "ledger.pem")
        cls.made.write(cls.path, "P")
        with open(cls.key, "wb") as file:
            file.write(forge.public_pem(KEYS["ledger-employers"].public))

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.work, ignore_errors=True)

    def outcome(self, path: str, *more: str) -> Any:
        return of_json(*run_here([path, "--key", self.key, "--format", "json", *more]))

    def changed(self, change: Callable[[Any], Any]) -> Any:
        book = self.made.copy()
        change(book)
        path = os.path.join(self.work, "other")
        book.write(path, "P")
        return self.outcome(path)

    def test_it_holds(self) -> None:
        outcome = self.outcome(self.path)
        self.assertEqual({name: outcome.verdicts[name] for name in ALL}, dict.fromkeys(ALL, "holds"), outcome.said)
        self.assertEqual(outcome.status, 0)
        self.assertIn('"figures"', outcome.said[outcome.said.index('"required"'):])
        status, text = run_here([self.path, "--key", self.key, "--lang", "fr"])
        self.assertEqual(status, 0)
        self.assertRegex(text, r"\n\* chiffres +tient +employeurs : 4, interventions : 3, mois publiés : 1\n")
        status, text = run_here([self.path, "--key", self.key, "--lang", "en"])
        self.assertRegex(text, r"\n\* figures +holds +employers: 4, interventions: 3, months published: 1\n")

    def by_shell(self, path: str) -> List[str]:
        """What verify.sh says of integrity and origin, holds or fails."""
        done = subprocess.run(["sh", os.path.join(AUDIT, "verify.sh"), path, self.key, self.made.id], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return [line.split(": ")[1].split(" ")[0] for line in done.stdout.decode().splitlines()[:2]]

    def test_verify_sh(self) -> None:
        """It knows the nine files: none may be missing, none stand in a register without a record of section 20 or of another kind."""
        self.assertEqual(self.by_shell(self.path), ["holds", "holds"])
        path = os.path.join(self.work, "shell")
        for name in OF_SERVICES:
            book = self.made.copy()
            book.files[name] = None
            book.write(path, "P")
            self.assertEqual(self.by_shell(path)[0], "fails", name)
        for name in ("grants.csv", "accounts.csv", "rules/1.json", "employer.csv"):
            book = self.made.copy()
            book.files[name] = b"x\n"
            book.write(path, "P")
            self.assertEqual(self.by_shell(path)[0], "fails", name)
        book = Book()
        book.found()
        made = book.forged()
        made.write(path, "P")
        self.assertEqual(self.by_shell(path)[0], "fails")
        made.files = {}
        made.write(path, "P")
        self.assertEqual(self.by_shell(path)[0], "holds")

    def test_verify_sh_knows_each_kind(self) -> None:
        """One record of any kind of section 20, and the files must be there."""
        with open(os.path.join(AUDIT, "verify.sh"), encoding="utf-8") as file:
            words = "|".join(re.findall(r"services[|]?([a-z|-]+)['\"]\n", file.read().replace("services='", "services").replace('"$services', "services")))
        for kind in SERVED:
            self.assertIn(kind.split(".")[0], words.split("|"))

    def test_every_cell(self) -> None:
        """Each cell of each file, one after the other, is another one: figures fails, and nothing else."""
        for name in OF_SERVICES:
            rows = [line.split(b",") for line in self.made.files[name].splitlines()]
            self.assertGreater(len(rows), 1, name)
            for column in range(len(rows[0])):
                def change(book: Any) -> None:
                    cells = [list(row) for row in rows]
                    cells[-1][column] += b"9"
                    book.files[name] = b"".join(b",".join(row) + b"\n" for row in cells)
                with self.subTest(name=name, column=rows[0][column]):
                    verdicts = self.changed(change).verdicts
                    self.assertEqual([v for v in ALL if verdicts[v] != "holds"], ["figures"])

    def test_files_missing_and_too_many(self) -> None:
        for name in OF_SERVICES:
            with self.subTest(missing=name):
                self.assertEqual(self.changed(lambda book: book.files.update({name: None})).verdicts["integrity"], "fails")
        for name in ("grants.csv", "budgets.csv", "rules/1.json"):
            with self.subTest(name):
                self.assertEqual(self.changed(lambda book: book.files.update({name: b"x\n"})).verdicts["integrity"], "fails")

    def test_without_a_record(self) -> None:
        book = Book()
        book.found()
        made, path = book.forged(), os.path.join(self.work, "empty")
        files, made.files = made.files, {}
        made.write(path, "P")
        outcome = self.outcome(path)
        self.assertEqual((outcome.status, outcome.verdicts["figures"]), (0, "not-checked"), outcome.said)
        self.assertEqual(self.outcome(path, "--require", "figures").status, 5)
        made.files = files
        made.write(path, "P")
        self.assertEqual(self.outcome(path).verdicts["integrity"], "fails")

    def test_records(self) -> None:
        def edit(kind: str, by: str = "", **members: Any) -> Callable[[Any], None]:
            def change(book: Any) -> None:
                _, batch, place, record = book.find(kind)[-1]
                batch.content[place] = {**record, **members}
                if by:
                    batch.seal["key"] = KEYS[by].public
            return change
        figures = self.made.find("month.published/1")[0][3]["figures"]
        for label, change, failing in (
                ("case 58: published, off by one", edit("month.published/1", figures=[{**f, "count": str(int(f["count"]) + 1)} for f in figures]), "figures"),
                ("case 58: a level left out", edit("month.published/1", figures=figures[1:]), "figures"),
                ("case 58: a level too many", edit("month.published/1", figures=figures + [{"indicator": "y", "level": "national", "count": "1"}]), "figures"),
                ("case 40: a coordinator outside the committee", edit("committee.funded/1", "colin"), "authorship"),
                ("case 40: of an agreement", edit("agreement.signed/1", "colin"), "authorship"), ("an agent outside the region", edit("intervention.ended/1", "agnes"), "authorship"),
                ("a slip's line", edit("participation.started/1", date="2026-05-01"), "figures"), ("a slip's signature", edit("slip.received/1", signature="0" * 128), "authorship"),
                ("a slip's number", edit("slip.received/1", number="2"), "authorship"), ("another day", edit("intervention.ended/1", date="2026-04-02"), "figures"),
                ("a day ahead", edit("committee.seated/1", date="2026-05-02"), "figures"),
                ("a region that is none", edit("office.set/1", region="18"), "integrity"), ("an office of lower case", edit("office.set/1", office="m"), "integrity")):
            with self.subTest(label):
                outcome = self.changed(change)
                self.assertEqual([v for v in ALL if outcome.verdicts[v] == "fails"], [failing], outcome.said)
                self.assertEqual(outcome.status, 5)

    def test_kinds_are_of_employers_alone(self) -> None:
        seen = {record["kind"]: record for _, _, _, record in self.made.records()}
        for kind in sorted(SERVED & seen.keys()):
            check_record(dict(seen[kind]), "employers")
            for register in ("fnf", "fdmt"):
                with self.subTest(kind=kind), self.assertRaises(Refused):
                    check_record(dict(seen[kind]), register)

    def test_members(self) -> None:
        """Each record with a member too many, and with one left out that must be there."""
        for _, _, _, record in self.made.records():
            if record["kind"] not in SERVED:
                continue
            with self.subTest(record["kind"]), self.assertRaises(Refused):
                check_record({**record, "other": "x"}, "employers")
            for name in record:
                optional = name in ("name", "office", "employees", "subject", "closed", "committee", "neq", "establishment", "grant", "companion", "employer", "gap")
                if name != "kind" and not optional:
                    with self.subTest(kind=record["kind"], missing=name), self.assertRaises(Refused):
                        check_record({n: v for n, v in record.items() if n != name}, "employers")

    def test_grammars(self) -> None:
        activity = {"activity": "a", "expected": "", "title": "x"}
        refused: List[Dict[str, Any]] = [
            of("office.set", office="-A", region="06", name="x"), of("office.set", office="A" * 17, region="06", name="x"), of("office.set", office="A", region="00", name="x"),
            of("office.set", office="A", region="06", name="x", closed="no"), of("committee.set", "2026-04-01", committee="-a", name="x", scian=[], sector="x"),
            of("committee.set", "2026-04-01", committee="a", name="x", scian=["31", "31"], sector="x"), of("committee.set", "2026-04-01", committee="a", name="x", scian=["10"], sector="x"),
            of("committee.set", "2026-04-01", committee="a", name="x", scian=["3111111"], sector="x"), of("committee.set", "2026-04-01", committee="a", name="x", scian=["3"], sector="x"),
            of("committee.planned", "2026-04-01", committee="a", year="2026-2027", activities=[activity, activity]), started(0, "2026-04-01"), started(1, "2026-04-01", establishment=0),
            started(1, "2026-04-01", contributions=[{"party": "service", "amount": "1"}, {"party": "employer", "amount": "1"}]), started(1, "2026-04-01", contributions=[]),
            started(1, "2026-04-01", grant="FNF-P-000001"), {**started(1, "2026-04-01"), "intervention": "INT-1989-000001"}, {**started(1, "2026-04-01"), "intervention": "AGR-2026-000001"},
            {**started(1, "2026-04-01"), "intervention": "INT-2026-0000001"}, {**started(1, "2026-04-01"), "date": "2026-04-01"}, started(1, "2026-04-01", documents=["e" * 64, "d" * 64]),
            {**signed(), "hours": "20"}, {**signed(), "hours": "61"}, defined("x", "other"), defined("x", "recorded", parameters={"a": ""}), defined("x", "recorded", parameters={"a_b": "x"}),
            defined("x", "recorded", parameters={"a%d" % n: "x" for n in range(21)}), defined("x", "recorded", decimals="5"), of("month.published", month="2026-P13", figures=[]),
            of("month.published", month="2026-P01", figures=[{"indicator": "x", "level": "office-m1", "count": "1"}]),
            of("month.published", month="2026-P01", figures=[{"indicator": "x", "level": "national", "count": "0"}]),
            of("month.published", month="2026-P01", figures=[{"indicator": i, "level": "national", "count": "1"} for i in "ba"]), of("target.set", indicator="x"),
            {**of("establishment.set", "2026-04-01", employer=A, establishment=10_000, region="06")}, of("employer.closed", "2026-04-01", employer="4410000001", reason="x")]
        for record in refused:
            with self.subTest(record), self.assertRaises(Refused):
                check_record(dict(record), "employers")
        check_record(of("target.overridden.proposed", "2026-04-01", decimals=4, indicator="x", level="region-17", value=-1, reason="x", year="2026-2027"), "employers")
        with self.assertRaises(Refused):
            check_record(of("target.overridden.proposed", "2026-04-01", alone="yes", decimals=4, indicator="x", level="national", value=1, reason="x", year="2026-2027"), "employers")


if __name__ == "__main__":
    unittest.main()
