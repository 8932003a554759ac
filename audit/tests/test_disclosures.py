"""What is disclosed of a person, and what is erased (FORMAT.md section 8.1; TAMPERING cases 51 and 52), by verify.py and by fundctl,
on a book that fundctl keeps. FUNDCTL names the program; else a build's product. The last test names what fundctl says, code by code.
"""
import glob
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [AUDIT, os.path.join(AUDIT, "tampered")]

import verifiers  # noqa: E402

ACCOUNTS = {"X-ECOLE": "987654321012", "X-VILLE": "555566667777"}
# What a holder of a disclosure may try, and the code that fundctl answers with.
ATTACKS = {
    "a value changed": "E-SUB-004", "a salt changed": "E-SUB-004", "moved to another field": "E-SUB-004",
    "moved to another subject": "E-SUB-004", "withheld shown as erased": "E-SUB-005", "erased shown as open": "E-SUB-005",
    "erased by another record": "E-SUB-005", "a field left out": "E-SUB-006", "another register": "E-SUB-002",
    "more records than the export": "E-SUB-007", "opened elsewhere": "E-SUB-003", "two in the wrong order": "E-SUB-001",
    "no subject": "E-SUB-011", "no last line end": "E-SUB-001", "another version": "E-SUB-001", "salt in capitals": "E-SUB-001",
}


class Disclosures(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.fundctl = verifiers.found_fundctl()
        if cls.fundctl is None:
            raise unittest.SkipTest("no fundctl: FUNDCTL is not set and nothing is built")
        cls.work = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        cls.say("init", "--admin", "marie", "--admin", "luc", "--recovery", "recovery.pem", "--template", "quebec", "--origin", "test.example/book")
        for name, account in ACCOUNTS.items():
            cls.say("recipient", "add", name, "--fund", "FNF", "--name", name)
            with open(os.path.join(cls.work, name + ".yaml"), "w") as file:
                file.write('institution: "815"\ntransit: "30000"\naccount: "%s"\n' % account)
            cls.say("recipient", "bank", name, "--fund", "FNF", "--details", name + ".yaml")
        cls.export("x1")
        with open(os.path.join(cls.work, "x1", "records", "000001.jsonl")) as file:
            cls.subjects = [json.loads(line)["subject"] for line in file if '"kind":"subject.opened/1"' in line]

    @classmethod
    def run_program(cls, *words: str) -> "subprocess.CompletedProcess[str]":
        environment = dict(os.environ, FUNDCTL_BOOK="a.book", FUNDCTL_KEYS="keys", FUNDCTL_LANG="en")
        return subprocess.run([cls.fundctl, *words, *(() if "--as" in words else ("--as", "marie"))], cwd=cls.work, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)

    @classmethod
    def say(cls, *words: str) -> str:
        done = cls.run_program(*words)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        return done.stdout

    @classmethod
    def export(cls, name: str) -> None:
        cls.say("audit", "export", "--register", "fnf", "-o", name)

    def disclose(self, name: str, *words: str) -> bytes:
        self.say("audit", "disclose", *words, "-o", name)
        path = os.path.join(self.work, name)
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        with open(path, "rb") as file:
            return file.read()

    def judged(self, data: bytes, export: str) -> "tuple[int, int, str]":
        """Exit status of verify.py and of fundctl, and fundctl's detail."""
        with open(os.path.join(self.work, "trial"), "wb") as file:
            file.write(data)
        key = os.path.join(self.work, "x1", "keys", "ledger.pem")
        ours, _ = verifiers.run_here([os.path.join(self.work, export), "--check-disclosure", os.path.join(self.work, "trial"),
                                      "--key", key, "--format", "json", "--lang", "en"])
        theirs = self.run_program("audit", "check-disclosure", "trial", "--in", export, "--key", key, "--format", "json")
        return ours, theirs.returncode, json.loads(theirs.stdout).get("detail", "")

    def test_what_is_shown_is_what_was_committed_to(self) -> None:
        self.export("x0")
        both = self.disclose("both", *self.subjects)
        self.assertEqual(self.judged(both, "x0")[:2], (0, 0))
        one = self.disclose("one", self.subjects[0], "--fields", "transit")
        self.assertEqual(self.judged(one, "x0")[:2], (0, 0))
        self.assertNotIn(ACCOUNTS["X-ECOLE"].encode(), one)

    def test_attacks(self) -> None:
        """Each is refused by both verifiers, and fundctl says which."""
        self.say("recipient", "bank", "X-ECOLE", "--fund", "FNF", "--details", "X-VILLE.yaml")
        self.export("x2")
        with open(os.path.join(self.work, "x2", "records", "000001.jsonl")) as file:
            gone = [json.loads(line)["subject"] for line in file if '"kind":"subject.opened/1"' in line][-1]
        opened = self.disclose("opened", gone).decode()
        self.say("audit", "erase", gone, "--reason", "Rule 12")
        self.export("x3")
        both, erased = self.disclose("both", *self.subjects).decode(), self.disclose("erased", gone).decode()
        head, rows = both.split("\n\n")
        first, second = rows.splitlines()
        salt = re.search('"account":{"salt":"([0-9a-f]{64})"', first)[1]
        openings = [re.search('"account":({[^}]*})', row)[1] for row in (first, second)]
        transit = re.search('"transit":({[^}]*})', first)[1]
        self.assertEqual([self.judged(text.encode(), "x3")[:2] for text in (both, erased)], [(0, 0)] * 2)
        mutated = {
            "a value changed": both.replace('"30000"', '"30001"'),
            "a salt changed": both.replace(salt, salt[::-1]),
            "moved to another field": both.replace(openings[0], transit),
            "moved to another subject": both.replace(openings[0], openings[1]),
            "withheld shown as erased": both.replace(first, '{"erased":"%s","opened":%s,"state":"erased","subject":%s}' % (
                re.search('"erased":"([0-9]+)"', erased)[1], re.search('"opened":("[0-9]+")', first)[1], re.search('"subject":("[0-9a-f]+")', first)[1])),
            "erased shown as open": erased.split("\n\n")[0] + "\n\n" + opened.split("\n\n")[1],
            "erased by another record": re.sub('"erased":"[0-9]+"', '"erased":"2"', erased),
            "a field left out": both.replace('"institution":%s,' % re.search('"institution":({[^}]*})', first)[1], "", 1),
            "another register": re.sub("register-id: [0-9a-f]{64}", "register-id: " + "5a" * 32, both),
            "more records than the export": re.sub("size: [0-9]+", "size: 9999", both),
            "opened elsewhere": re.sub('"opened":"[0-9]+"', '"opened":"3"', both, count=1),
            "two in the wrong order": head + "\n\n" + second + "\n" + first + "\n",
            "no subject": re.sub("subjects: 2", "subjects: 0", head) + "\n\n",
            "no last line end": both[:-1],
            "another version": both.replace("disclosure/v1", "disclosure/v2"),
            "salt in capitals": both.replace(salt, salt.upper()),
        }
        self.assertEqual(mutated.keys(), ATTACKS.keys())
        for name, text in mutated.items():
            with self.subTest(name):
                self.assertNotIn(text, (both, erased))
                ours, theirs, detail = self.judged(text.encode(), "x3")
                self.assertEqual((ours, theirs, detail[:9]), (5, 5, ATTACKS[name]))

    def test_what_is_erased_is_in_no_file(self) -> None:
        """Neither value nor salt is left in the book, its log or a new backup; old and new exports verify; a reader keeps it pending."""
        self.say("recipient", "bank", "X-VILLE", "--fund", "FNF", "--details", "X-ECOLE.yaml", "--idempotency-key", "bank-9")
        self.export("y1")
        with open(os.path.join(self.work, "y1", "records", "000001.jsonl")) as file:
            subject = [json.loads(line)["subject"] for line in file if '"kind":"subject.opened/1"' in line][-1]
        shown = self.disclose("shown", subject).decode()
        traces = [bytes.fromhex(salt) for salt in re.findall('"salt":"([0-9a-f]{64})"', shown)]
        self.assertEqual(len(traces), 3)
        self.assertTrue(self.found(traces), "the salts are in the book before")
        reader = sqlite3.connect(os.path.join(self.work, "a.book"), isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM record").fetchone()
        pending = self.run_program("audit", "erase", subject, "--reason", "Rule 12", "--wait", "0", "--format", "json")
        self.assertEqual((pending.returncode, json.loads(pending.stdout)["state"]), (6, "pending"))
        reader.close()
        ended = json.loads(self.say("audit", "erase", subject, "--reason", "Rule 12", "--format", "json"))
        self.assertEqual(ended["state"], "erased")
        self.say("backup", "copy.book")
        self.assertEqual(self.found(traces), [])
        self.say("check")
        self.export("y2")
        for name in ("x1", "y1", "y2"):
            path = os.path.join(self.work, name)
            arguments = [path, "--key", os.path.join(path, "keys", "ledger.pem"), "--require", "integrity,origin,authorship,completeness,books"]
            self.assertEqual(verifiers.run_here(arguments)[0], 0, name)
            self.assertEqual(self.run_program("audit", "verify", *arguments).returncode, 0, name)
        self.assertIn('"state":"erased"', self.disclose("after", subject).decode())
        self.assertEqual(self.judged(self.disclose("after", subject), "y2")[:2], (0, 0))
        mixed = self.run_program("audit", "erase", subject, self.subjects[0], "--reason", "x")
        self.assertIn("E-SUB-010", mixed.stderr)
        self.assertIn("E-SUB-003", self.run_program("audit", "disclose", "0" * 32, "-o", "none").stderr)
        self.assertIn("E-SUB-008", self.run_program("audit", "disclose", self.subjects[0], "--fields", "shoe", "-o", "none").stderr)
        # E-SUB-009 (bytes are left after the file was rewritten) is the store's to find: Tests/StorageTests/ForgettingTests.

    def found(self, traces: "list[bytes]") -> "list[str]":
        """The book's files, its log and backups that hold one of the byte strings."""
        names = []
        for path in glob.glob(os.path.join(self.work, "*.book*")):
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    content = file.read()
                names += [path for trace in traces if trace in content]
        return names


if __name__ == "__main__":
    unittest.main()
