"""Random lives of grants, payments, levies and revenue kept with fundctl (tampered/lending.py): verify.py and fundctl audit verify
hold what it exports, grants.csv, payments.csv and levies.csv to the byte. FUNDCTL names the program; else a build's product.
LENDING is how many deeds, LENDING_SEED what they are drawn from.
"""
import os
import shutil
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [AUDIT, os.path.join(AUDIT, "tampered")]

import verifiers  # noqa: E402
from lending import Lending  # noqa: E402

REQUIRED = ("integrity", "origin", "authorship", "completeness", "books", "budgets", "rules")


class Lives(unittest.TestCase):
    def test_a_life_of_grants(self) -> None:
        fundctl = verifiers.found_fundctl()
        if fundctl is None:
            self.skipTest("no fundctl: FUNDCTL is not set and nothing is built")
        work = tempfile.mkdtemp()
        try:
            life = Lending(fundctl, work, os.environ.get("LENDING_SEED", "1"))
            if not (life.knows("payment", "run") and life.knows("revenue", "earmark")):
                self.skipTest("this fundctl has no payments or revenue")
            life.live(int(os.environ.get("LENDING", "40")))
            self.assertEqual(life.strange, [])
            self.assertEqual(len(life.exports), 1)
            export = life.exports[0]
            arguments = [export.path, "--key", export.key_path, "--id", export.id, "--format", "json"]
            for outcome in (verifiers.of_json(*verifiers.run_here(arguments)),
                            verifiers.of_json(*verifiers.run([fundctl, "audit", "verify", *arguments, "--no-input", "--quiet"], errors=False))):
                self.assertEqual({name: outcome.verdicts.get(name) for name in REQUIRED}, dict.fromkeys(REQUIRED, "holds"), outcome.said)
                self.assertEqual(outcome.status, 0)
        finally:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    unittest.main()
