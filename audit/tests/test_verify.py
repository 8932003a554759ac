"""Pieces of verify.py against lists of what FORMAT.md accepts and refuses. Run: python3 -m unittest discover audit/tests"""
import ast
import glob
import hashlib
import os
import re
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path.insert(0, AUDIT)

from verifier import bundle, keys, kinds, lines, words  # noqa: E402
from verifier.words import Refused  # noqa: E402


def expand(field: str) -> bytes:
    """The byte notation of audit/vectors: %HH is a byte, %{N:FORM} is FORM N times."""
    field = re.sub(r"%\{([0-9]+):([^{}]*)\}", lambda m: m[2] * int(m[1]), field)
    return re.sub(rb"%([0-9A-F]{2})", lambda m: bytes([int(m[1], 16)]), field.encode("ascii"))


def vectors(name):
    with open(os.path.join(AUDIT, "vectors", name), encoding="ascii", newline="\n") as file:
        for row in file.read().split("\n")[:-1]:
            if not row.startswith("#"):
                yield row.split("\t")


class CanonicalLines(unittest.TestCase):
    def test_every_accepted_line_is_read_and_has_its_leaf_hash(self):
        count = 0
        for name, leaf, line in vectors("records-accepted.txt"):
            with self.subTest(name):
                lines.scan(expand(line))
                self.assertEqual(hashlib.sha256(b"\0" + expand(line)).hexdigest(), leaf)
                self.assertEqual(lines.leaf_hash(expand(line)).hex(), leaf)
                count += 1
        self.assertGreater(count, 20)

    def test_every_refused_line_is_refused(self):
        count = 0
        for fields in vectors("records-refused.txt"):
            with self.subTest(fields[0]), self.assertRaises(Refused):
                count += 1
                lines.scan(expand(fields[4]))
        self.assertGreater(count, 100)

    def test_a_string_that_never_ends_is_refused_in_time(self):
        for body in (b"a" * 900_000, b'\\"' * 450_000, b'a\\\\' * 300_000, b'","' * 200_000):
            with self.assertRaises(Refused):
                lines.scan(b'{"a":"' + body)

    def test_any_bytes_are_read_or_refused_and_nothing_else(self):
        seed = hashlib.sha256(b"seed").digest()
        line = rb'{"a":"x\"\\","b":[{"c":"","d":["1","2"]},{}],"e":{"f":"' + "é€😀".encode() + b'"}}'
        lines.scan(line)
        for turn in range(20_000):
            seed = hashlib.sha256(seed).digest()
            at, byte = int.from_bytes(seed[:4], "big") % len(line), seed[4]
            changed = line[:at] + (bytes([byte]) if seed[5] % 3 else b"") + line[at + seed[6] % 2:]
            try:
                read = lines.scan(changed)
            except Refused:
                continue
            self.assertEqual(write(read), changed)


def write(value) -> bytes:
    """The only line of a value: what scan accepts is written back to the same bytes."""
    if isinstance(value, str):
        return b'"' + value.replace("\\", "\\\\").replace('"', '\\"').encode() + b'"'
    if isinstance(value, list):
        return b"[" + b",".join(map(write, value)) + b"]"
    return b"{" + b",".join(write(n) + b":" + write(value[n]) for n in sorted(value)) + b"}"


class Words(unittest.TestCase):
    def judge(self, grammar, accepted, refused):
        for value in accepted:
            self.assertTrue(grammar(value), value)
        for value in refused:
            self.assertFalse(grammar(value), value)

    def test_integers(self):
        self.judge(words.is_integer, ["0", "7", "-12", "9223372036854775807", "-9223372036854775808"],
                   ["", "-0", "+7", "007", "7e3", "7.0", " 7", "7 ", "7\n", "-", "--7", "0x7", "٧", "1_000",
                    "9223372036854775808", "-9223372036854775809", "1" * 5000])
        self.judge(words.is_count, ["0", "5"], ["-1", "-0"])
        self.judge(words.is_sequence, ["1"], ["0", "-1"])

    def test_dates_and_times(self):
        self.judge(words.is_date, ["1900-01-01", "2999-12-31", "2024-02-29", "2000-02-29"],
                   ["1899-12-31", "3000-01-01", "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
                    "2026-4-01", "2026-04-01 ", "٢٠٢٦-04-01", "2026-04-01T"])
        self.judge(words.is_time, ["2026-04-01T23:59:59Z"],
                   ["2026-04-01T24:00:00Z", "2026-04-01T23:59:60Z", "2026-04-01T23:60:00Z", "2026-04-01T00:00:00z",
                    "2026-04-01T00:00:00+00:00", "2026-02-30T00:00:00Z", "2026-04-01T00:00:00.0Z"])

    def test_years_periods_entries(self):
        self.judge(words.is_year, ["2026-2027", "1990-1991", "2998-2999"],
                   ["2026-2028", "1989-1990", "2999-3000", "2026-27", "2027-2026"])
        self.judge(words.is_period, ["2026-P01", "2026-P13"], ["2026-P00", "2026-P14", "2026-P1", "1989-P01", "2026-p01"])
        self.judge(words.is_entry, ["FNF-2026-000001", "FDMT-2026-1000000", "FNF-2026-999999999999"],
                   ["FNF-2026-0000001", "FNF-2026-00001", "FNF-2026-000000", "FNF-2026-1000000000000", "fnf-2026-000001", "FNF-1989-000001", "EMP-2026-000001"])
        self.assertEqual([words.last_day(p) for p in ("2026-P01", "2026-P09", "2026-P10", "2027-P11", "2026-P12", "2026-P13")],
                         ["2026-04-30", "2026-12-31", "2027-01-31", "2028-02-29", "2027-03-31", "2027-03-31"])
        self.assertEqual([words.fiscal_start(d) for d in ("2026-03-31", "2026-04-01")], [2025, 2026])

    def test_names(self):
        self.judge(words.PERSON, ["anne.roy", "a", "9_x-y", "a" * 64], ["", ".a", "-a", "A", "é", "a" * 65, "a/b", "a\n"])
        self.judge(words.ORIGIN, ["a", "cpmt.example/book"], ["", "/a", "a/", "A", "a b", "a" * 129])
        self.judge(words.IDEMPOTENCY, ["x", "!#[]~", "a" * 128], ["", "a b", 'a"', "a\\", "é", "a" * 129])
        self.judge(words.text(1, 4), ["a", "éé", "😀"], ["", "ééé", "😀a"])


class Statement(unittest.TestCase):
    def statement(self):
        sample = {"register": "fnf", "origin": "a", "time": "2026-04-01T00:00:00Z", "persons": "2", "alone": "1,3",
                  "schema": "fundctl/bundle/v1", "software": "fundctl 1.0"}
        rows = ["fundctl/statement/v1"]
        for name, grammar in bundle.FIELDS:
            rows.append("%s: %s" % (name, sample.get(name) or ("1" if grammar("1") else "a" * 64)))
        return rows

    def test_the_fields_in_their_order(self):
        rows = self.statement()
        read = bundle.parse_statement(("\n".join(rows) + "\n").encode())
        self.assertEqual(list(read), [name for name, _ in bundle.FIELDS])

    def test_what_is_refused(self):
        rows = self.statement()
        good = "\n".join(rows) + "\n"
        swapped = rows[:1] + [rows[2], rows[1]] + rows[3:]
        changed = ["", good[:-1], good.replace("\n", "\r\n"), "\n".join(swapped) + "\n", good + rows[-1] + "\n", good + "\n",
                   "\n".join(rows[:-1]) + "\n", good.replace("v1", "v2", 1), good.replace("bundle/v1", "bundle/v2"),
                   good.replace("size: 1", "size:1"), good.replace("size: 1", "size:  1"), good.replace("size: 1", "Size: 1"),
                   good.replace("size: 1", "size: 01"), good.replace("size: 1", "size: 0", 1), good.replace("1,3", "3,1"),
                   good.replace("1,3", "1,1"), good.replace("1,3", "1,"), good.replace("fnf", "fnF"),
                   good.replace("fundctl 1.0", "fundctl é"), good.replace("a" * 64, "A" * 64, 1)]
        for text in changed:
            with self.subTest(text[:60]), self.assertRaises(Refused):
                self.assertNotEqual(text, good)
                bundle.parse_statement(text.encode())


class Manifest(unittest.TestCase):
    def test_paths(self):
        head = "a" * 64 + "  "
        self.assertEqual(bundle.parse_manifest((head + "a/b.csv\n" + head + "b\n").encode()), {"a/b.csv": "a" * 64, "b": "a" * 64})
        for path in ("../x", "/x", "a/../x", "a/b/c", ".x", "a/.x", "x ", "é", "x\\y", "", "a//b", "a/", "-x", "x" * 101):
            with self.subTest(path), self.assertRaises(Refused):
                bundle.parse_manifest((head + path + "\n").encode())
        for text in ("", head + "a", head + "b\n" + head + "a\n", head + "a\n" + head + "a\n", head + "a\r\n", head[:-1] + "a\n",
                     head[:-2] + " *a\n", head.upper() + "a\n", "\n", head + "a\n\n", "#\n"):
            with self.subTest(text), self.assertRaises(Refused):
                bundle.parse_manifest(text.encode())


class Keys(unittest.TestCase):
    def test_points_of_small_order_and_encodings_that_are_not_canonical_are_refused(self):
        p = 2**255 - 19
        order8 = int.from_bytes(bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little")
        refused = [y | s << 255 for y in (0, 1, p - 1, order8, p - order8) for s in (0, 1)]
        refused += [y | s << 255 for y in range(p, 2**255) for s in (0, 1)] + [2]
        for encoded in refused:
            with self.subTest(encoded), self.assertRaises(Refused):
                keys.check_key(encoded.to_bytes(32, "little").hex())
        keys.check_key("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")

    def test_the_library_and_the_command_agree(self):
        key = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        good = bytes.fromhex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                             "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
        order = 2**252 + 27742317777372353535851937790883648493
        malleable = good[:32] + (int.from_bytes(good[32:], "little") + order).to_bytes(32, "little")
        for means in {type(keys.verifier()): keys.verifier(), keys.Command: keys.Command()}.values():
            self.assertTrue(means.verify(key, good, b"\x72"))
            self.assertFalse(means.verify(key, good, b"\x73"))
            self.assertFalse(means.verify(key, malleable, b"\x72"))

    def test_pem(self):
        pem = keys.pem_of("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        self.assertEqual(keys.key_of_pem(pem)[:8], "3d4017c3")
        for changed in (b"", pem[1:], pem + b"x", pem.replace(b"PUBLIC", b"PRIVATE"), pem.replace(b"MCow", b"MCoW"),
                        pem.replace(b"=", b"=="), pem * 2):
            with self.subTest(changed), self.assertRaises(Refused):
                keys.key_of_pem(changed)


class Checkpoint(unittest.TestCase):
    def test_only_the_canonical_note(self):
        import base64
        name, sealed = "a/" + "b" * 64, base64.b64encode(b"s" * 68).decode()
        text = "%s\n7\n%s\n\n\u2014 %s %s\n" % (name, base64.b64encode(b"r" * 32).decode(), name, sealed)
        self.assertEqual(bundle.parse_checkpoint(text.encode())[1:4], (name, 7, (b"r" * 32).hex()))
        body, seal = text.split("\n\n")
        short, long = (base64.b64encode(b"s" * n).decode() for n in (67, 69))
        for changed in (text[:-1], text + "\n", text.replace("\n7", "\n07"), text.replace("\u2014", "-"), body + "\n" + seal,
                        text + seal, text.replace("\n7\n", "\n7\n\n"), text.replace("a/", "c/", 1),
                        text.replace("nI=", "nJ="), text.replace("\n", "\r\n"), body + "\nextension\n\n" + seal,
                        text.replace(sealed, short), text.replace(sealed, long), text.replace(name, "a/b"),
                        text.replace(name, "A" + name[1:]), text.replace(name, name.replace("/", "."))):
            with self.subTest(changed), self.assertRaises(Refused):
                self.assertNotEqual(changed, text)
                bundle.parse_checkpoint(changed.encode())


class Kinds(unittest.TestCase):
    def test_a_record_has_exactly_its_members(self):
        good = {"kind": "account.closed/1", "account": "1000"}
        kinds.check_record(dict(good), "fnf")
        for changed in ({"kind": "account.closed/1"}, {**good, "x": ""}, {**good, "account": ["1000"]}, {**good, "account": ""},
                        {"account": "1000"}, {**good, "kind": "account.closed/2"}, {**good, "kind": ["x"]}):
            with self.subTest(changed), self.assertRaises(Refused):
                kinds.check_record(dict(changed), "fnf")
        with self.assertRaises(Refused):
            kinds.check_record(dict(good), "employers")

    def test_a_proposal_has_the_members_of_its_record_but_two(self):
        good = {"kind": "role.granted.proposed/1", "person": "a", "role": "closer"}
        kinds.check_record(dict(good), "employers")
        for extra in ({"alone": "yes"}, {"proposal": "3"}):
            with self.assertRaises(Refused):
                kinds.check_record({**good, **extra}, "employers")


class Tree(unittest.TestCase):
    def test_roots_are_those_of_the_recursive_definition(self):
        def root(leaves):
            if len(leaves) == 1:
                return leaves[0]
            k = 1
            while k * 2 < len(leaves):
                k *= 2
            return hashlib.sha256(b"\1" + root(leaves[:k]) + root(leaves[k:])).digest()
        tree, leaves = lines.Tree(), []
        self.assertEqual(tree.root(), hashlib.sha256(b"").hexdigest())
        for number in range(70):
            leaves.append(lines.leaf_hash(b"%d" % number))
            tree.append(leaves[-1])
            self.assertEqual(tree.root(), root(leaves).hex())


class Sentences(unittest.TestCase):
    def test_every_sentence_has_its_french_with_as_many_values(self):
        french = words.french()
        seen = set()
        for path in [os.path.join(AUDIT, "verify.py")] + glob.glob(os.path.join(AUDIT, "verifier", "*.py")):
            with open(path, encoding="utf-8") as file:
                tree = ast.parse(file.read())
            for node in ast.walk(tree):
                name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
                place = {"need": 1, "Refused": 0, "Verdict": 1, "judged": 1, "say": 0, "wrong": 0, "OfDay": 3}.get(name, 99)
                if isinstance(node, ast.Call) and len(node.args) > place:
                    for part in ast.walk(node.args[place]):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value:
                            seen.add(part.value)
        self.assertGreater(len(seen), 100)
        for sentence in seen:
            with self.subTest(sentence):
                self.assertIn(sentence, french)
                self.assertEqual(sentence.count("{}"), french[sentence].count("{}"))


if __name__ == "__main__":
    unittest.main()
