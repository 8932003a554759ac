"""Section 20.8: the grants that employers name, judged of their bundle and a fund's together, whichever of the two is verified; by fundctl too
(E-BUN-053, E-BUN-054), where FUNDCTL names it."""
import json
import os
import shutil
import sys
import tempfile
import unittest
from typing import Any, Callable, Dict, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [HERE, AUDIT, os.path.join(AUDIT, "tampered")]

import forge  # noqa: E402
import test_grants as life  # noqa: E402
from grant_book import Sealed, begun  # noqa: E402
from service_book import A, B, KEYS, SOLE, employer, of, started, world  # noqa: E402
from verifiers import found_fundctl, of_json, run, run_here  # noqa: E402

USINE, ASSOCIATION, UNKNOWN = "1112345678", "3310000099", "1199999998"  # recipients of grants 1, 3, 4; 2 is a school's
BEFORE, AFTER = "2026-04-25", "2026-07-01"  # the fund's bundle is of May


class Named(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.work = tempfile.mkdtemp()
        fund = Sealed()
        begun(fund=fund)
        fund.do(*({"kind": "recipient.added/1", "recipient": neq, "name": "x"} for neq in (ASSOCIATION, UNKNOWN)))
        for n, recipient in enumerate((USINE, "X-ecole", ASSOCIATION, UNKNOWN), 1):
            fund.grants = n - 1
            life.imported(n=n, recipient=recipient)(fund)
        assert fund.refused is None, (fund.refused.sentence, fund.refused.values)
        cls.fund_path = os.path.join(cls.work, "fnf")
        cls.fund_key = fund.write(cls.fund_path)
        cls.key = os.path.join(cls.work, "ledger.pem")
        with open(cls.key, "wb") as file:
            file.write(forge.public_pem(KEYS["ledger-employers"].public))
        cls.fundctl = found_fundctl()

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.work, ignore_errors=True)

    def pairing(self, *records: Dict[str, Any], at: str = BEFORE, change: Callable[[Any], None] = lambda book: None) -> Tuple[str, str, str]:
        """Status and record as of employers; as of the fund it is the same status."""
        book = world()
        book.do(employer(USINE), employer(ASSOCIATION, form="association"), by="agnes")
        for record in records:
            book.do(record, by="anne", at=at)
        assert not book.refused, book.refused
        made, path = book.forged(), os.path.join(self.work, "employers")
        change(made)
        made.write(path, "P")
        said = []
        for bundle, key, other in ((path, self.key, self.fund_path), (self.fund_path, self.fund_key, path)):
            arguments = [bundle, "--key", key, "--with", other, "--format", "json", "--lang", "en"]
            outcome = of_json(*run_here(arguments))
            said.append((outcome.verdicts["pairing"], json.loads(outcome.said)["verdicts"]["pairing"]))
            if self.fundctl:
                theirs = of_json(*run([self.fundctl, "audit", "verify", *arguments], errors=False))
                self.assertEqual((theirs.verdicts["pairing"], theirs.status), (outcome.verdicts["pairing"], outcome.status), theirs.said)
                if theirs.verdicts["pairing"] == "fails" and bundle == path:
                    self.assertTrue("E-BUN-053" in theirs.said or "E-BUN-054" in theirs.said, theirs.said)
        self.assertEqual(said[0][0], said[1][0])
        self.assertEqual(said[1][1]["record"], "")
        last = len(book.bundle.lines) - 1
        record = said[0][1]["record"]
        return said[0][0], "last" if record == str(last) else record, said[0][1]["detail"]

    def holds(self, *records: Dict[str, Any], judged: int, beyond: int = 0, **more: Any) -> None:
        status, record, detail = self.pairing(*records, **more)
        self.assertEqual((status, record), ("holds" if judged else "not-checked", ""), detail)
        self.assertIn("grants named: %d; beyond the other bundle's end: %d;" % (judged, beyond), detail)

    def fails(self, *records: Dict[str, Any], **more: Any) -> None:
        status, record, detail = self.pairing(*records, **more)
        self.assertEqual((status, record), ("fails", "last"), detail)

    def test_nothing_named(self) -> None:
        self.holds(started(1, BEFORE), judged=0)
        self.holds(started(1, BEFORE, grant="FDMT-G-000001"), judged=0)

    def test_its_recipient(self) -> None:
        self.holds(started(1, BEFORE, USINE, grant="FNF-G-000001"), started(2, BEFORE, USINE, grant="FNF-G-000001"), judged=2)
        self.fails(started(1, BEFORE, USINE, grant="FNF-G-000001"), started(2, BEFORE, A, grant="FNF-G-000001"))

    def test_promoters(self) -> None:
        """A school without a NEQ, an association, a firm that the register does not know."""
        for grant in ("FNF-G-000002", "FNF-G-000003", "FNF-G-000004"):
            self.holds(started(1, BEFORE, A, grant=grant), judged=1)
        self.fails(employer(UNKNOWN), started(1, BEFORE, A, grant="FNF-G-000004"))
        self.holds(employer(UNKNOWN), of("employer.changed", BEFORE, employer=UNKNOWN, form="non-profit"), started(1, BEFORE, A, grant="FNF-G-000004"), judged=1)

    def test_mergers(self) -> None:
        """The recipient stands for another firm, or the employer does; its form is that one's."""
        merged = lambda one, other: of("employer.merged", BEFORE, employer=one, into=other, reason="x")  # noqa: E731
        self.holds(started(1, BEFORE, A, grant="FNF-G-000001"), merged(A, USINE), judged=1)
        self.holds(started(1, BEFORE, A, grant="FNF-G-000001"), merged(USINE, A), judged=1)
        self.holds(started(1, BEFORE, A, grant="FNF-G-000001"), merged(USINE, B), merged(A, B), judged=1)
        self.holds(merged(USINE, ASSOCIATION), started(1, BEFORE, A, grant="FNF-G-000001"), judged=1)
        self.fails(merged(ASSOCIATION, USINE), started(1, BEFORE, A, grant="FNF-G-000003"))
        self.fails(merged(USINE, SOLE), started(1, BEFORE, A, grant="FNF-G-000001"))

    def test_annulled(self) -> None:
        self.holds(started(1, BEFORE, A, grant="FNF-G-000001"), of("intervention.annulled", BEFORE, intervention="INT-2026-000001", reason="x"), judged=0)

    def test_grants_that_are_none(self) -> None:
        """A number above the fund's last: a fault, unless the fund's bundle is older."""
        funded = of("committee.funded", BEFORE, committee="com-a", grant="FNF-G-000005")
        for record in (started(1, BEFORE, A, grant="FNF-G-000005"), funded):
            self.fails(record)
            self.holds(record, judged=0, beyond=1, at=AFTER)
        self.holds({**funded, "grant": "FNF-G-000001"}, judged=1)
        self.holds({**funded, "grant": "FNF-G-000004"}, started(1, BEFORE, A, grant="FNF-G-000009"), judged=1, beyond=1, at=AFTER)
        self.fails(started(1, BEFORE, A, grant="FNF-G-000001"), at=AFTER)

    def test_rests_on_figures(self) -> None:
        """Where figures fails, nothing is judged here."""
        def change(book: Any) -> None:
            book.files["counts.csv"] += b"x,1\n"
        status, _, detail = self.pairing(started(1, BEFORE, A, grant="FNF-G-000001"), change=change)
        self.assertEqual(status, "not-checked", detail)


if __name__ == "__main__":
    unittest.main()
