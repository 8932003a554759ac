"""verify.py and verify.sh on whole bundles that tampered/forge.py makes. Run: python3 -m unittest discover audit/tests"""
import base64
import contextlib
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [AUDIT, os.path.join(AUDIT, "tampered")]

import cases  # noqa: E402
import forge  # noqa: E402
import verify  # noqa: E402
from verifier import keys, lines  # noqa: E402


def run(*arguments):
    """verify.py in this process: exit status and what it prints."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")):
        try:
            status = verify.main(list(arguments))
        except SystemExit as stop:
            status = stop.code
    out.seek(0)
    return status, out.read()


class Bundles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp()
        forge.scenario(os.path.join(cls.work, "scenario"))
        cls.scenario = cases.Scenario(os.path.join(cls.work, "scenario"), cls.work)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work, ignore_errors=True)

    def arguments(self, trial, path):
        found = [path, "--key", trial.key_path, "--id", trial.id, "--format", "json"]
        found += ["--previous", trial.kept] if trial.kept else []
        return found + [a for other in trial.others for a in ("--with", other)]

    def test_true_bundles_hold(self):
        for trial, path in self.scenario.true_bundles():
            with self.subTest(path):
                status, said = run(*self.arguments(trial, path))
                self.assertEqual(status, 0, said)
                result = json.loads(said)
                self.assertEqual(result["schema"], "fundctl/audit-verify/v1")
                self.assertEqual(result["ok"], "yes")
                self.assertEqual(list(result["verdicts"]), list(verify.NAMES))
                self.assertFalse([v for v in result["verdicts"].values() if v["status"] == "fails"])

    def test_both_languages(self):
        trial, path = self.scenario.true_bundles()[0]
        for language, words in (("fr", ("intégrité", "Cohérent n'est pas vrai")), ("en", ("integrity", "Consistent is not true"))):
            status, said = run(path, "--key", trial.key_path, "--lang", language)
            self.assertEqual(status, 0)
            for word in words:
                self.assertIn(word, said)

    def test_verify_sh_agrees_on_true_bundles(self):
        for trial, path in self.scenario.true_bundles():
            with self.subTest(path):
                done = subprocess.run(["sh", os.path.join(AUDIT, "verify.sh"), path, trial.key_path, trial.id]
                                      + ([trial.kept] if trial.kept else []), stdout=subprocess.PIPE)
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertNotIn(b"fails", done.stdout)

    def test_every_byte_flipped_is_caught(self):
        trial, path = next((t, p) for t, p in self.scenario.true_bundles() if p.endswith("employers.1"))
        copy = os.path.join(self.work, "flipped")
        shutil.copytree(path, copy)
        for folder, _, names in os.walk(copy):
            for name in names:
                file = os.path.join(folder, name)
                with open(file, "rb") as opened:
                    content = opened.read()
                for at in range(0, len(content), 1 if name in ("STATEMENT", "STATEMENT.sig", "checkpoint") else 13):
                    with open(file, "wb") as opened:
                        opened.write(content[:at] + bytes([content[at] ^ 1 << at % 8]) + content[at + 1:])
                    self.assertEqual(run(copy, "--key", trial.key_path, "--id", trial.id)[0], 5, "%s at %d" % (name, at))
                with open(file, "wb") as opened:
                    opened.write(content)
        self.assertEqual(run(copy, "--key", trial.key_path, "--id", trial.id)[0], 0)

    def test_wrong_usage_is_64(self):
        trial, path = self.scenario.true_bundles()[0]
        key = ["--key", trial.key_path]
        for arguments in ([], [path], [path, "--key", "/nowhere"], ["/nowhere"] + key, [path] + key + ["--id", "7"],
                          [path] + key + ["--require", "truth"], [path] + key + ["--require", ""], [path] + key + ["--min-export", "-1"],
                          [path] + key + ["--previous", "/nowhere"], [path] + key + ["--with", "/nowhere"], [path] + key + ["--unknown"]):
            self.assertEqual(run(*arguments)[0], 64, arguments)

    def test_what_is_required_decides(self):
        trial, path = self.scenario.true_bundles()[1]
        self.assertTrue(path.endswith("fnf.2"))
        key = ["--key", trial.key_path]
        self.assertEqual(run(path, *key)[0], 5)  # export 2 without a kept STATEMENT
        self.assertEqual(run(path, *key, "--require", "integrity,origin")[0], 0)
        self.assertEqual(run(path, *key, "--require", "time")[0], 5)  # never green without a check
        self.assertEqual(run(path, *key, "--previous", trial.kept, "--min-export", "3")[0], 5)
        self.assertEqual(run(path, *key, "--previous", trial.kept, "--with", path)[0], 5)  # no other register
        self.assertEqual(run(path, *key, "--previous", trial.kept, "--with", trial.others[0])[0], 0)
        self.assertEqual(run(path, *key, "--previous", trial.key_path)[0], 5)  # no STATEMENT at all
        self.assertEqual(run(path, "--key", trial.kept, "--previous", trial.kept)[0], 5)  # no key at all


    def test_witnesses(self):
        trial, path = self.scenario.true_bundles()[0]
        copy = os.path.join(self.work, "witnessed")
        shutil.copytree(path, copy)
        os.mkdir(os.path.join(copy, "cosignatures"))
        pems = {}
        for name, seconds in (("one", 1_780_000_000), ("t\u00e9moin", 1_780_000_001), ("absent", 0)):
            key = forge.Key.named("witness " + name)
            pems[name] = self.scenario.pem(key.public)
            if seconds:
                with open(os.path.join(copy, "cosignatures", "w%d.note" % seconds), "wb") as file:
                    file.write(forge.cosign(copy, key, name, seconds))
        arguments = [copy, "--key", trial.key_path, "--id", trial.id]
        one, two, absent = (["--witness", pems[n]] for n in ("one", "t\u00e9moin", "absent"))
        for more, status in (([], 0), (one, 0), (one + two, 0), (one + one, 0), (one + absent, 5),
                             (one + absent + ["--witnesses-needed", "1"], 0), (one + ["--witnesses-needed", "2"], 5),
                             (["--witness", trial.key_path], 5), (["--witness", trial.key_path, "--require", "origin"], 0),
                             (["--witnesses-needed", "1"], 64), (one + ["--witnesses-needed", "0"], 64)):
            self.assertEqual(run(*arguments, *more)[0], status, more)


class WorkedExamples(unittest.TestCase):
    """FORMAT.md section 15, read from the page itself."""

    def setUp(self):
        with open(os.path.join(AUDIT, "FORMAT.md"), encoding="utf-8") as file:
            page = file.read().split("## 15.")[1]
        self.given = {name: re.sub("^    ", "", body, flags=re.M).rstrip("\n")
                      for name, body in re.findall(r"^([a-z0-9 ]+):\n\n((?:(?:    .*)?\n)+)", page, re.M)}

    def test_every_value(self):
        given = self.given
        record = [given["record %d" % n].encode() for n in (1, 2, 3)]
        self.assertEqual(forge.Key(hashlib.sha256(b"fundctl example marie").digest()).public, given["public key of marie"])
        self.assertEqual(hashlib.sha256(record[0]).hexdigest(), given["register id"])
        self.assertEqual(lines.leaf_hash(record[0]).hex(), given["leaf of record 1"])
        tree = lines.Tree()
        tree.append(lines.leaf_hash(record[0]))
        tree.append(lines.leaf_hash(record[1]))
        self.assertEqual(tree.root(), given["root after record 2"])
        tree.append(lines.leaf_hash(record[2]))
        self.assertEqual(tree.root(), given["root after record 3"])
        marie = given["public key of marie"]
        admitted, seal = lines.scan(record[1]), lines.scan(record[2])
        self.assertTrue(keys.signed(marie, bytes.fromhex(admitted["proof"]), (given["possession text"] + "\n").encode()))
        self.assertTrue(keys.signed(marie, bytes.fromhex(seal["signature"]), given["text signed by the seal"].encode()))
        text, note = (given["checkpoint"] + "\n").split("\n\n")
        signature = base64.b64decode(note.split()[-1])[4:]
        self.assertTrue(keys.signed(lines.scan(record[0])["ledger_key"], signature, (text + "\n").encode()))
        commitment = "fundctl/pi/v1\n%s\n%s\nname\n%s\nTremblay" % (given["register id"], "0" * 32, "07" * 32)
        self.assertEqual(hashlib.sha256(commitment.encode()).hexdigest(), given["commitment"])


if __name__ == "__main__":
    unittest.main()
