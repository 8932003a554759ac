"""The golden bundles of format version 1: made once, verified as they stand for ever. Run: python3 -m unittest discover audit/tests"""
import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
GOLDEN = os.path.join(AUDIT, "vectors", "bundle-v1")
sys.path.insert(0, AUDIT)

import verify  # noqa: E402

# Bundle, SHA-256 of its STATEMENT, the kept STATEMENT's bundle, the other fund's.
BUNDLES = (
    ("fnf-1", "2485d6eefa69e88e0138ddc7372e8b8bbcb5b63ea096a5269db5cbe6f9fc3e1d", None, None),
    ("fnf-2", "d5ddf18b946df6f0eaf4725b34582b15b1e8aefa154f953c728efbf217d6fe53", "fnf-1", "fdmt-1"),
    ("fdmt-1", "c1cd773682fcbabfdd3d2042e094ca2a853cea5821effd1e5de866839b86479f", None, "fnf-2"),
)
ALWAYS = ["integrity", "origin", "authorship", "completeness", "books", "time"]


def inside(*names):
    return os.path.join(GOLDEN, *names)


class GoldenBundles(unittest.TestCase):
    def setUp(self):
        with open(inside("ids.txt"), encoding="ascii") as file:
            self.ids = dict(line.split() for line in file)

    def test_they_are_the_bytes_that_were_made(self):
        for bundle, expected, _, _ in BUNDLES:
            with open(inside(bundle, "STATEMENT"), "rb") as file:
                self.assertEqual(hashlib.sha256(file.read()).hexdigest(), expected, bundle)

    def test_they_hold_what_is_rare(self):
        said = {}
        for bundle, _, _, _ in BUNDLES:
            with open(inside(bundle, "STATEMENT"), encoding="ascii") as file:
                said[bundle] = dict(line.rstrip("\n").split(": ", 1) for line in list(file)[1:])
        self.assertEqual([said["fnf-2"][n] for n in ("alone", "annulled", "recovered", "rotated")], ["55", "88", "-", "-"])
        self.assertEqual([said["fdmt-1"][n] for n in ("alone", "annulled", "recovered", "rotated")], ["80", "-", "94", "92"])
        with open(inside("fnf-2", "records", "000001.jsonl"), encoding="utf-8") as file:
            kinds = {json.loads(line)["kind"] for line in file}
        self.assertLessEqual({"import.recorded/1", "document.added/1", "record.annulled.proposed/1", "approval.given/1"}, kinds)

    def test_verify_py(self):
        for bundle, _, kept, other in BUNDLES:
            register = bundle.split("-")[0]
            arguments = [inside(bundle), "--key", inside(register + ".pem"), "--id", self.ids[register], "--format", "json",
                         "--witness", inside("temoin.pem")]
            arguments += ["--previous", inside(kept, "STATEMENT")] if kept else []
            arguments += ["--with", inside(other)] if other else []
            out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
            with self.subTest(bundle), contextlib.redirect_stdout(out):
                self.assertEqual(verify.main(arguments), 0)
                out.seek(0)
                held = {name for name, v in json.load(out)["verdicts"].items() if v["status"] == "holds"}
                self.assertEqual(held, set(ALWAYS + ["append-only"] * bool(kept) + ["pairing"] * bool(other)))

    def test_verify_sh(self):
        for bundle, _, kept, _ in BUNDLES:
            register = bundle.split("-")[0]
            command = ["sh", os.path.join(AUDIT, "verify.sh"), inside(bundle), inside(register + ".pem"), self.ids[register]]
            done = subprocess.run(command + ([inside(kept, "STATEMENT")] if kept else []), stdout=subprocess.PIPE, check=False)
            with self.subTest(bundle):
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertNotIn(b"fails", done.stdout)


class AsSeenByAnAuditor(unittest.TestCase):
    """The program as it is started: its standard output and its last lines."""

    def run_it(self, *arguments, **more):
        return subprocess.run([sys.executable, os.path.join(AUDIT, "verify.py"), *arguments], stderr=subprocess.PIPE,
                              encoding="utf-8", check=False, **{"stdout": subprocess.PIPE, **more})

    def test_a_segment_of_another_hash_names_no_record(self):
        with tempfile.TemporaryDirectory() as outside:
            bundle = os.path.join(outside, "bundle")
            shutil.copytree(inside("fnf-2"), bundle)
            segment = os.path.join(bundle, "records", "000001.jsonl")
            with open(segment, "rb") as file:
                data = file.read()
            self.assertIn(b"ESSAI-1", data)
            with open(segment, "wb") as file:
                file.write(data.replace(b"ESSAI-1", b"ESSAI-2"))
            done = self.run_it(bundle, "--key", inside("fnf.pem"), "--format", "json", "--lang", "en")
            said = json.loads(done.stdout)["verdicts"]["integrity"]
            self.assertEqual((said["detail"], said["record"]), ("records/000001.jsonl has not the manifest's hash", ""))

    def test_a_reader_that_leaves_is_no_error(self):
        reader, writer = os.pipe()
        os.close(reader)
        done = self.run_it("--check-proof", inside("FNF-2026-000007.tlog-proof"), "--key", inside("fnf.pem"), stdout=writer)
        os.close(writer)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_required_but_not_checked_is_not_failed(self):
        for language, expected in (("en", "append-only is required from export 2: "),
                                   ("fr", "l'ajout seul est exigé dès l'exportation 2\u00a0: ")):
            done = self.run_it(inside("fnf-2"), "--key", inside("fnf.pem"), "--lang", language)
            self.assertEqual(done.returncode, 5)
            self.assertTrue(done.stdout.splitlines()[-2].startswith(expected), done.stdout)

    def test_a_wrong_option_is_named_in_the_language_asked(self):
        for arguments, expected in ((["--key", "nokey.pem"], "--key nokey.pem\u00a0: aucun fichier de ce nom"),
                                    (["--key", inside("fnf.pem"), "--id", "abc"],
                                     "--id\u00a0: 64 chiffres hexadécimaux, en minuscules"),
                                    ([], "il manque\u00a0: --key")):
            done = self.run_it(inside("fnf-2"), *arguments, "--lang", "fr")
            self.assertEqual((done.returncode, done.stderr.splitlines()[-1]), (64, expected))


if __name__ == "__main__":
    unittest.main()
