"""TABLE.md of ../tampered is what its attacks give today. FUNDCTL names the program; else the product of a build is taken."""
import os
import re
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
TAMPERED = os.path.join(os.path.dirname(HERE), "tampered")
sys.path.insert(0, TAMPERED)

import verifiers  # noqa: E402


class Table(unittest.TestCase):
    def test_every_case_is_in_the_table(self) -> None:
        with open(os.path.join(TAMPERED, "TABLE.md"), encoding="utf-8") as file:
            table = file.read()
        numbers = [int(n) for n in re.findall(r"^\| ([0-9]+) \|", table, re.M)]
        self.assertEqual(sorted(set(numbers)), list(range(1, 62)))
        self.assertEqual(numbers, sorted(numbers))
        for weakness in ("not caught", "not run"):
            self.assertNotIn(weakness, table)

    def test_the_table_is_what_the_attacks_give(self) -> None:
        fundctl = verifiers.found_fundctl()
        if fundctl is None:
            print("test_table: no fundctl (FUNDCTL is not set and nothing is built): its column is not compared", file=sys.stderr)
        command = [sys.executable, os.path.join(TAMPERED, "make.py"), "--check"] + (["--fundctl", fundctl] if fundctl else [])
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(done.returncode, 0, done.stdout.decode("utf-8", "replace")[-10_000:])


if __name__ == "__main__":
    unittest.main()
