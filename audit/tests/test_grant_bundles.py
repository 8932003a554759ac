"""A bundle with grants, payments and levies, sealed by forge.py: every verdict holds; a file or a record otherwise, and one fails."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from typing import Any, Callable, Dict

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [HERE, AUDIT, os.path.join(AUDIT, "tampered")]

import test_grants as life  # noqa: E402
from grant_book import OTHER, Fund, Sealed, begun  # noqa: E402
from verifiers import of_json, run_here  # noqa: E402

ALL = ("integrity", "origin", "authorship", "completeness", "books", "budgets", "rules")


def filled(fund: Fund) -> None:
    """Something of everything."""
    begun(fund=fund)
    life.UNTIL["owed"](fund)
    fund.grants = 1
    life.imported()(fund)
    life.moneyed("offset", 4_000, "2026-07-02", "payable", "recoverable", payable=life.find(fund, "grant.imported/1"))(fund)
    life.accrued(1_000)(fund)
    life.undone("grant.accrued/1", "2027-04-01")(fund)
    revenue = life.Revenue()
    life.then(revenue.estimated(100), revenue.remitted([("2026", 60, 0, 1)], ("cash", 60), ("levies-receivable", -100), ("levies", 40)),
              revenue.earmarked("own-law"), life.cleared())(fund)
    fund.two({"kind": "bank.set/1", "recipient": "X-ecole", "subject": OTHER}, {})


class Bundles(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.work = tempfile.mkdtemp()
        cls.fund = Sealed()
        filled(cls.fund)
        cls.path = os.path.join(cls.work, "fnf")
        cls.key = cls.fund.write(cls.path)

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.work, ignore_errors=True)

    def outcome(self, path: str) -> Any:
        return of_json(*run_here([path, "--key", self.key, "--format", "json"]))

    def changed(self, change: Callable[[Any], None]) -> Dict[str, str]:
        """The verdicts once something is changed, everything else made to agree with every key in hand."""
        book = self.fund.maker.books["fnf"].copy()
        change(book)
        book.write(os.path.join(self.work, "other"), "P")
        return self.outcome(os.path.join(self.work, "other")).verdicts

    def test_it_holds(self) -> None:
        self.assertIsNone(self.fund.refused, self.fund.refused and (self.fund.refused.sentence, self.fund.refused.values))
        outcome = self.outcome(self.path)
        self.assertEqual({name: outcome.verdicts[name] for name in ALL}, dict.fromkeys(ALL, "holds"), outcome.said)
        self.assertEqual(outcome.status, 0)

    def test_files(self) -> None:
        for name, before, after in (("grants.csv", b",signed,", b",closed,"), ("grants.csv", b",16000\n", b",16001\n"), ("payments.csv", b",cleared,", b",issued,"),
                                    ("payments.csv", b"2026-05-15\n", b"2026-05-12\n"), ("levies.csv", b"2026,100,60,0,0", b"2026,100,60,0,40")):
            def change(book: Any) -> None:
                self.assertIn(before, book.files[name])
                book.files[name] = book.files[name].replace(before, after, 1)
            with self.subTest(name=name, after=after):
                verdicts = self.changed(change)
                self.assertEqual([v for v in ALL if verdicts[v] != "holds"], ["budgets"])
        for name in ("grants.csv", "payments.csv", "levies.csv"):
            with self.subTest(missing=name):
                self.assertEqual(self.changed(lambda book: book.files.update({name: None}))["integrity"], "fails")

    def test_the_shell_script_knows_the_files(self) -> None:
        def status() -> int:
            return subprocess.run(["bash", os.path.join(AUDIT, "verify.sh"), path, self.key, self.fund.maker.books["fnf"].id], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL).returncode
        path = self.path
        self.assertEqual(status(), 0)
        path = os.path.join(self.work, "other")
        self.changed(lambda book: book.files.update({"levies.csv": None}))
        self.assertEqual(status(), 5)

    def test_records(self) -> None:
        def edit(kind: str, **members: str) -> Callable[[Any], None]:
            def change(book: Any) -> None:
                _, batch, place, record = book.find(kind)[-1]
                batch.content[place] = {**record, **members}
            return change
        for label, change, failing in (
                ("another amount", edit("grant.advanced/1", amount="29999"), "budgets"), ("another bank", edit("payment.issued/1", date="2026-06-06"), "authorship"),
                ("an authority of the other fund", edit("grant.approved/1", authority="ministre"), "integrity"),
                ("a claim of another day", edit("grant.claimed/1", date="2026-05-31"), "budgets"), ("another row", edit("control.set/1", use="fees-receivable"), "budgets")):
            with self.subTest(label):
                verdicts = self.changed(change)
                self.assertEqual([v for v in ALL if verdicts[v] == "fails"][0], failing)


if __name__ == "__main__":
    unittest.main()
