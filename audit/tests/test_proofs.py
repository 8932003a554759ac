"""verify.py --check-proof on proofs of one record (FORMAT.md section 17). Run: python3 -m unittest discover audit/tests

Where FUNDCTL names the program, it must agree on every proof of these tests, and on some hundred mutations of a true one.
"""
import base64
import contextlib
import hashlib
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
GOLDEN = os.path.join(AUDIT, "vectors", "bundle-v1")
sys.path[:0] = [AUDIT, os.path.join(AUDIT, "tampered")]

import forge  # noqa: E402
import verify  # noqa: E402
from verifier import lines  # noqa: E402
from verifier.words import Refused  # noqa: E402

LEDGER, WITNESS, OTHER = (forge.Key.named("proof " + name) for name in ("ledger", "witness", "other"))
ID = "5a" * 32
NAME = "book.example/" + ID
RECORDS = [b'{"kind":"test/1","number":"%d"}' % number for number in range(13)]


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


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def split(leaves):
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return leaves[:half], leaves[half:]


def root(leaves):
    """RFC 6962 2.1, as it is written there."""
    return leaves[0] if len(leaves) == 1 else node(*map(root, split(leaves)))


def path(index, leaves):
    """RFC 6962 2.1.1, as it is written there."""
    if len(leaves) == 1:
        return []
    left, right = split(leaves)
    if index < len(left):
        return path(index, left) + [root(right)]
    return path(index - len(left), right) + [root(left)]


def b64(data):
    return base64.b64encode(data).decode()


def ledger_line(text, key=LEDGER, name=NAME, signature=None):
    key_hash = hashlib.sha256(name.encode() + b"\n\1" + bytes.fromhex(key.public)).digest()[:4]
    return "\u2014 %s %s\n" % (name, b64(key_hash + (key.sign(text.encode()) if signature is None else signature)))


def witness_line(text, key=WITNESS, name="witness", seconds=1_780_000_000, signed=None, tail=b""):
    key_hash = hashlib.sha256(name.encode() + b"\n\4" + bytes.fromhex(key.public)).digest()[:4]
    signature = key.sign(("cosignature/v1\ntime %d\n" % (seconds if signed is None else signed) + text).encode())
    return "\u2014 %s %s\n" % (name, b64(key_hash + seconds.to_bytes(8, "big") + signature + tail))


def proof(index=6, line=None, name=NAME, size=None, root_line=None, hashes=None, note=None, more=(), records=RECORDS):
    """A proof; each part may be said otherwise. `note` gives the signature lines from the checkpoint's text."""
    records = records[:index] + [line] + records[index + 1:] if line is not None else records
    leaves = [lines.leaf_hash(r) for r in records]
    text = "%s\n%s\n%s\n" % (name, len(records) if size is None else size,
                             b64(root(leaves)) if root_line is None else root_line)
    rows = ["c2sp.org/tlog-proof@v1", "extra " + b64(records[index]), "index %d" % index]
    rows += map(b64, path(index, leaves) if hashes is None else hashes)
    note = note or (lambda text: ledger_line(text, name=name) + "".join(make(text) for make in more))
    return "\n".join(rows) + "\n\n" + text + "\n" + note(text)


class Inclusion(unittest.TestCase):
    def test_every_place_of_every_size_leads_to_its_root_and_nowhere_else(self):
        leaves = [lines.leaf_hash(b"%d" % number) for number in range(33)]
        for size in range(1, 34):
            for index in range(size):
                hashes, expected = path(index, leaves[:size]), root(leaves[:size]).hex()
                self.assertEqual(lines.root_above(leaves[index], index, size, hashes), expected)
                for wrong in (hashes[:-1], hashes[1:], hashes + [leaves[0]], [leaves[0]] + hashes, hashes[::-1]):
                    try:
                        found = lines.root_above(leaves[index], index, size, wrong)
                    except Refused:
                        continue
                    self.assertTrue(found != expected or wrong == hashes, (index, size))


class Proofs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp()
        cls.program = os.environ.get("FUNDCTL")
        for name, key in (("ledger", LEDGER), ("witness", WITNESS), ("other", OTHER)):
            with open(os.path.join(cls.work, name + ".pem"), "wb") as file:
                file.write(forge.public_pem(key.public))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work, ignore_errors=True)

    def file(self, name):
        return os.path.join(self.work, name)

    def judge(self, content, *more, key=None):
        """Exit status and JSON of verify.py; the program must agree where it is there."""
        with open(self.file("a.tlog-proof"), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        arguments = [self.file("a.tlog-proof"), "--key", key or self.file("ledger.pem"), "--format", "json", *more]
        status, said = run("--check-proof", *arguments)
        result = json.loads(said)
        self.assertEqual(status, {"yes": 0, "no": 5}[result["ok"]], said)
        if self.program:
            done = subprocess.run([self.program, "audit", "check-proof", *arguments, "--quiet"], stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, check=False)
            theirs = json.loads(done.stdout)
            self.assertEqual((theirs["ok"], done.returncode), (result["ok"], status), content)
            if status == 0:
                self.assertEqual(theirs, result)
        return result

    def holds(self, content, *more):
        self.assertEqual(self.judge(content, *more)["detail"], "")

    def fails(self, content, *more):
        result = self.judge(content, *more)
        self.assertEqual((result["ok"], result["line"]), ("no", ""), content)
        self.assertTrue(result["detail"])

    def test_every_record_of_registers_of_every_size(self):
        for size in range(1, len(RECORDS) + 1):
            for index in range(size):
                result = self.judge(proof(index, records=RECORDS[:size]), "--id", ID)
                self.assertEqual(result, {
                    "schema": "fundctl/audit-check-proof/v1", "register_id": ID, "record": str(index + 1), "size": str(size),
                    "root": root([lines.leaf_hash(r) for r in RECORDS[:size]]).hex(), "line": RECORDS[index].decode(),
                    "detail": "", "ok": "yes"})

    def test_its_form(self):
        good = proof()
        self.holds(good)
        head, text, signatures = good.split("\n\n")
        rows = head.split("\n")
        for changed in (
                "", "\n", good[:-1], good + "\n", good + "x", "\n" + good, " " + good, good.replace("\n", "\r\n"),
                good.replace("@v1", "@v2"), good.replace("c2sp", "C2SP", 1), good.replace("extra ", "extra  "),
                good.replace("extra ", "Extra "), good.replace("extra " + rows[1][6:] + "\n", ""), good.replace("extra ", "extra"),
                good.replace(rows[1], "extra "), good.replace(rows[1], "extra ===="), good.replace(rows[1], rows[1] + "\n" + rows[1]),
                good.replace("index 6", "index 06"), good.replace("index 6", "index -6"), good.replace("index 6", "index +6"),
                good.replace("index 6", "index 6 "), good.replace("index 6", "index"), good.replace("index 6", "index 7"),
                good.replace("index 6", "index 13"), good.replace("index 6", "index 9223372036854775807"),
                good.replace("index 6", "index 18446744073709551622"), good.replace("index 6", "index \u0666"),
                "\n".join(rows[:1] + [rows[2], rows[1]] + rows[3:]) + "\n\n" + text + "\n\n" + signatures,
                "\n".join(rows[:-1]) + "\n\n" + text + "\n\n" + signatures,
                head + "\n" + rows[-1] + "\n\n" + text + "\n\n" + signatures,
                "\n".join(rows[:3] + rows[:2:-1]) + "\n\n" + text + "\n\n" + signatures,
                head + "\n" + text + "\n\n" + signatures, head + "\n\n\n" + text + "\n\n" + signatures,
                good.replace(rows[3], rows[3][:-1]), good.replace(rows[3], rows[3] + "="), good.replace(rows[3], rows[3] + " "),
                good.replace(rows[3], rows[3][:-2] + "B="), good.replace(rows[3], b64(b"x" * 31)),
                good.replace(rows[3], rows[3].replace("/", "_").replace("+", "-") if set(rows[3]) & set("+/") else "_"),
                head + "\n\n" + text, head + "\n\n" + text + "\n", head + "\n\n" + text + "\n\n", head, head + "\n\n"):
            with self.subTest(changed):
                self.assertNotEqual(changed, good)
                self.fails(changed)

    def test_its_limits(self):
        longest = b'{"a":"' + b"x" * (1_048_576 - 8) + b'"}'
        self.holds(proof(line=longest))
        self.fails(proof(line=longest[:-2] + b'x"}'))
        self.fails(proof(line=b""))
        self.fails(proof(line=longest, more=[lambda text: "x" * 101_000]))
        others = [lambda text, n=n: witness_line(text, OTHER, "w%d" % n) for n in range(100)]
        self.holds(proof(more=others[:99]))
        self.fails(proof(more=others))
        self.fails(proof(hashes=[b"x" * 32] * 63))
        self.fails(proof(hashes=[b"x" * 32] * 64))
        wide = [lambda text, n=n: witness_line(text, OTHER, "w%d" % n + "x" * 700) for n in range(99)]
        self.fails(proof(more=wide))
        self.holds(proof(more=wide[:70]))

    def test_the_line_is_canonical_and_any_such_line_will_do(self):
        for line in (b"{}", '{"a":"\u00e9 \\" \\\\"}'.encode(), b'{"a":[[],{}]}'):
            self.holds(proof(line=line))
        for line in (b'{"a": "b"}', b'{"b":"","a":""}', b'{"a":"\xff"}', b'{"a":1}', b"[]", b'{"a":"\n"}', b'{"a":"b"}\n', b"x"):
            self.fails(proof(line=line))

    def test_the_checkpoint(self):
        for name in ("book.example", ID, "/" + ID, "Book/" + ID, "a//" + ID[:-1], "a/" + ID.upper(), "a/ " + ID, "-a/" + ID,
                     "a/" + ID + "0", "a" * 129 + "/" + ID):
            self.fails(proof(name=name))
        self.holds(proof(name="a/b/" + ID))
        self.holds(proof(name="a" * 128 + "/" + ID))
        for size in ("0", "013", "-13", "13 ", "", "6", "8", "17", "9223372036854775808", "9" * 19):
            self.fails(proof(size=size))
        self.fails(proof(0, records=RECORDS[:1], size="0"))
        self.fails(proof(0, records=RECORDS[:1]).replace("index 0", "index 1"))
        for line in ("", "x", b64(b"x" * 32), b64(b"x" * 31)):
            self.fails(proof(root_line=line))

    def test_the_line_of_the_ledger_key(self):
        self.fails(proof(), "--id", "00" * 32)
        self.fails(proof(note=lambda text: ledger_line(text, OTHER)))
        self.fails(proof(note=lambda text: ledger_line(text, name="a/" + ID)))
        self.fails(proof(note=lambda text: ledger_line(text, signature=LEDGER.sign(b"other"))))
        self.fails(proof(note=lambda text: ledger_line(text, signature=LEDGER.sign(text.encode())[:-1])))
        self.fails(proof(note=lambda text: ledger_line(text, signature=LEDGER.sign(text.encode()) + b"x")))
        self.fails(proof(note=lambda text: witness_line(text, LEDGER, NAME)))
        self.holds(proof(more=[ledger_line]))  # twice the same
        self.holds(proof(note=lambda text: witness_line(text) + ledger_line(text)))
        self.holds(proof(more=[lambda text: ledger_line(text, OTHER)]))  # of the same name, by another key
        self.fails(proof(more=[lambda text: ledger_line(text, signature=b"x" * 64)]))
        self.fails(proof(more=[lambda text: "\u2014 a\u00a0b " + b64(b"x" * 20) + "\n"]))
        self.fails(proof(more=[lambda text: "\u2014 a+b " + b64(b"x" * 20) + "\n"]))
        self.fails(proof(more=[lambda text: "\u2014 a " + b64(b"x" * 4) + "\n"]))
        self.fails(proof(more=[lambda text: "- a " + b64(b"x" * 20) + "\n"]))
        self.fails(proof().encode() + b"\xe2\x80\x94 \xff " + b64(b"x" * 20).encode() + b"\n")
        self.assertEqual(self.judge(proof(), key=self.file("other.pem"))["ok"], "no")
        self.assertEqual(self.judge(proof(), key=self.file("a.tlog-proof"))["ok"], "no")

    def test_witnesses(self):
        witness, other = (["--witness", self.file(name + ".pem")] for name in ("witness", "other"))
        one = proof(more=[witness_line])
        self.holds(one)
        self.holds(one, *witness)
        self.holds(one, *witness, *witness)
        self.fails(one, *witness, *other)
        self.holds(one, *witness, *other, "--witnesses-needed", "1")
        self.fails(one, *witness, "--witnesses-needed", "2")
        self.fails(proof(), *witness)
        self.fails(proof(more=[lambda text: witness_line(text, LEDGER)]), "--witness", self.file("ledger.pem"))
        self.fails(one, "--witness", self.file("a.tlog-proof"))
        self.holds(proof(more=[witness_line, lambda text: witness_line(text, OTHER, "autre")]), *witness, *other)
        self.holds(proof(more=[lambda text: witness_line(text, seconds=1)]), *witness)  # there is no earliest time
        now = int(time.time())
        self.holds(proof(more=[lambda text: witness_line(text, seconds=now + 500)]), *witness)
        self.fails(proof(more=[lambda text: witness_line(text, seconds=now + 800)]), *witness)
        self.holds(proof(more=[lambda text: witness_line(text, seconds=now + 800), witness_line]), *witness)
        for false in (lambda text: witness_line(text, seconds=2**63), lambda text: witness_line(text, signed=1),
                      lambda text: witness_line(text, tail=b"x"),
                      lambda text: "\u2014 witness %s\n" % b64(base64.b64decode(witness_line(text).split()[2])[:75]), lambda text: witness_line(text + "x")):
            self.fails(proof(more=[false]), *witness)
            self.fails(proof(more=[witness_line, false]), *witness)
            self.holds(proof(more=[witness_line, false]))  # lines of keys that are not given are not judged

    def test_wrong_usage_is_64(self):
        with open(self.file("good.tlog-proof"), "w", encoding="utf-8") as file:
            file.write(proof())
        good = ["--check-proof", self.file("good.tlog-proof"), "--key", self.file("ledger.pem")]
        self.assertEqual(run(*good)[0], 0)
        for more in ([GOLDEN], ["--previous", good[3]], ["--with", GOLDEN], ["--min-export", "1"], ["--require", "time"],
                     ["--id", "7"], ["--witness", "/nowhere"], ["--witnesses-needed", "1"], ["--unknown"]):
            self.assertEqual(run(*good, *more)[0], 64, more)
        self.assertEqual(run(*good[:2])[0], 64)
        self.assertEqual(run(*good[2:])[0], 64)
        self.assertEqual(run("--check-proof", "/nowhere", *good[2:])[0], 64)
        self.assertEqual(run(*good[:3], "/nowhere")[0], 64)

    def test_both_languages(self):
        with open(self.file("good.tlog-proof"), "w", encoding="utf-8") as file:
            file.write(proof())
        good = ["--check-proof", self.file("good.tlog-proof"), "--key", self.file("ledger.pem")]
        for language, words in (("fr", ("La preuve tient", "Aucun identifiant")), ("en", ("The proof holds", "No id was pinned"))):
            said = run(*good, "--lang", language)[1]
            for word in words + (RECORDS[6].decode(), ID):
                self.assertIn(word, said)
        self.assertIn("ne tient pas.\nle registre", run(*good, "--lang", "fr", "--id", "0" * 64)[1])

    def test_the_worked_example(self):
        with open(os.path.join(AUDIT, "FORMAT.md"), encoding="utf-8") as file:
            page = file.read().split("## 15.")[1]
        given = {name: re.sub("^    ", "", body, flags=re.M).rstrip("\n") + "\n"
                 for name, body in re.findall(r"^([a-z0-9 ]+):\n\n((?:(?:    .*)?\n)+)", page, re.M)}
        for name, key in (("example.pem", re.search('"ledger_key":"([0-9a-f]{64})"', given["record 1"])[1]),
                          ("example-witness.pem", given["public key of the witness"].strip())):
            with open(self.file(name), "wb") as file:
                file.write(forge.public_pem(key))
        example, arguments = given["proof of record 2"], ["--id", given["register id"].strip()]
        result = self.judge(example, *arguments, key=self.file("example.pem"))
        self.assertEqual((result["ok"], result["line"] + "\n", result["record"]), ("yes", given["record 2"], "2"))
        cosigned = example + given["note of the witness"].split("\n\n")[1]
        arguments += ["--witness", self.file("example-witness.pem")]
        self.assertEqual(self.judge(cosigned, *arguments, key=self.file("example.pem"))["ok"], "yes")
        self.assertEqual(self.judge(example, *arguments, key=self.file("example.pem"))["ok"], "no")

    def test_mutations_of_the_golden_proof(self):
        with open(os.path.join(GOLDEN, "FNF-2026-000007.tlog-proof"), "rb") as file:
            good = file.read()
        key, witness = os.path.join(GOLDEN, "fnf.pem"), ["--witness", os.path.join(GOLDEN, "temoin.pem")]
        self.assertEqual(self.judge(good, *witness, key=key)["record"], "72")
        # Without a witness key, what may change is the witness's line.
        free = good.rindex("\u2014".encode())
        chance, rows = random.Random(1), good.split(b"\n")
        for turn in range(300):
            changed, at = bytearray(good), chance.randrange(len(good))
            if turn % 3 == 0:
                changed[at] ^= 1 << chance.randrange(8)
            elif turn % 3 == 1:
                changed[at:at + chance.randrange(3)] = bytes(chance.choices(b"\n =A0/+\r\t", k=chance.randrange(3)))
            else:
                one, two = chance.randrange(len(rows)), chance.randrange(len(rows))
                moved = rows[:one] + rows[one + 1:] if turn % 2 else list(rows)
                moved.insert(two, rows[one])
                changed = bytearray(b"\n".join(moved))
            changed = bytes(changed)
            with self.subTest(turn=turn):
                held = self.judge(changed, key=key)["ok"] == "yes"
                self.assertTrue(not held or changed[:free] == good[:free] or set(changed.split(b"\n")) == set(rows), changed)
                held = self.judge(changed, *witness, key=key)["ok"] == "yes"
                self.assertTrue(not held or set(changed.split(b"\n")) == set(rows), changed)


if __name__ == "__main__":
    unittest.main()
