"""The attacks: what each changes in a bundle of fnf's second export. The numbers are those of the project's list."""
import base64
import json
import os
import re
import shutil
import socket
import stat
import subprocess
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple

from forge import Batch, Book, Key, canonical, cosign, entry, leaf, public_pem, sha256
from proofs import Proof, tree


class Trial:
    """One attack in the making: the records in hand, what is done to the folder after, and what the auditor holds."""

    def __init__(self, scenario: "Scenario", register: str, export: int) -> None:
        self.scenario, self.register = scenario, register
        self.original = scenario.path(register, export)
        self.book = Book.read(self.original, scenario.by_public)
        self.after: List[Callable[[str], None]] = []
        self.path: Optional[str] = None  # an existing folder is shown instead
        self.raw = False  # the folder is the true one but for `after`
        self.proof: Optional[bytes] = None  # what is shown is no bundle but the proof of one record
        self.disclosure: Optional[bytes] = None  # or what was told of a person, beside the true bundle
        self.key_path = scenario.ledger_pem(register, export)
        self.id = self.book.id
        self.kept: Optional[str] = os.path.join(scenario.path(register, 1), "STATEMENT") if export > 1 else None
        self.least_export = 0
        self.others: List[str] = []
        self.witnesses: List[str] = []
        self.witnesses_needed = 0
        self.hand = ""

    def of(self, register: str, export: int) -> None:
        """Another bundle than the one that most attacks are made on; LookupError where there is none."""
        if not os.path.isdir(self.scenario.path(register, export)):
            raise LookupError(register)
        hand = self.hand
        Trial.__init__(self, self.scenario, register, export)
        self.hand = hand

    def prove(self, sequence: int = 12, edit: Optional[Callable[[Proof], Any]] = None,
              last: Callable[[bytes], bytes] = lambda b: b) -> None:
        """Shows the proof of a record, with its parts or its bytes changed."""
        proof = Proof(self.original, sequence)
        if edit:
            edit(proof)
        self.proof = last(proof.text())
        if self.proof == Proof(self.original, sequence).text():
            raise LookupError("nothing to change")

    # ---- finding records; LookupError where there is none

    def old(self, kind: str) -> Tuple[int, Batch, int, Any]:
        """The first record of a kind, before export 1."""
        return self.book.find(kind)[0]

    def new(self, kind: str, **members: Any) -> Tuple[int, Batch, int, Any]:
        """The last record of a kind."""
        return self.book.find(kind, **members)[-1]

    def person(self, name: str) -> Key:
        return self.scenario.keys[name]

    def before_last(self) -> int:
        """Where a batch may be put in, before the last export."""
        return len(self.book.batches) - 1

    def add(self, content: List[Any], by: str, at: Optional[int] = None) -> Batch:
        """A batch by a person; by a hand without that person's key its seal is a copy of another one."""
        at = self.before_last() if at is None else at
        time = self.book.batches[at - 1].seal["time"]
        seal = {**self.book.batches[at - 1].seal, "key": self.person(by).public, "time": time, "siblings": [],
                "idempotency_key": "added-%d" % len(self.book.batches)}
        batch = Batch(content, seal)
        self.book.batches.insert(at, batch)
        return batch

    def next_entry(self, postings: List[Tuple[str, int]], **more: Any) -> Dict[str, Any]:
        last = max(int(r[3]["entry"].split("-")[2]) for r in self.book.find("entry.posted/1") if "-2026-" in r[3]["entry"])
        return entry("%s-2026-%06d" % (self.register.upper(), last + 1), "2026-P02", "2026-05-07", postings, **more)

    def two(self, record: Dict[str, Any], by: str = "anne", other: str = "benoit") -> None:
        """A proposal, then its approval and record."""
        self.add([{**record, "kind": record["kind"].replace("/", ".proposed/")}], by)
        number = str(self.last_content())
        self.add([{"kind": "approval.given/1", "proposal": number}, {**record, "proposal": number}], other)

    @staticmethod
    def note_as_ledger(path: str, key: Key) -> bytes:
        """The checkpoint signed as a ledger key signs it, not as a witness does."""
        with open(os.path.join(path, "checkpoint"), "rb") as file:
            text = file.read().split(b"\n\n")[0] + b"\n"
        seal = sha256(b"w1\n\x01" + bytes.fromhex(key.public))[:4] + key.sign(text)
        return text + b"\n" + "\u2014 w1 {}\n".format(base64.b64encode(seal).decode()).encode()

    def renumber(self, start: int) -> None:
        """Moves by one what records say of those from `start` on."""
        for _, _, _, record in self.book.records():
            for name in ("proposal", "record"):
                if name in record and int(record[name]) >= start:
                    record[name] = str(int(record[name]) + 1)

    def last_content(self) -> int:
        """The sequence of the last content record before the last export."""
        return [r[0] for r in self.book.records() if r[1] is not self.book.batches[-1]][-1]

    def file(self, change: Callable[[bytes], bytes], name: str) -> None:
        def act(path: str) -> None:
            with open(os.path.join(path, name), "rb") as file:
                content = file.read()
            with open(os.path.join(path, name), "wb") as file:
                file.write(change(content))
        self.after.append(act)


class Scenario:
    def __init__(self, source: str, work: str) -> None:
        self.source, self.work = source, work
        self.keys: Dict[str, Key] = {}
        folder = os.path.join(source, "keys")
        for name in sorted(os.listdir(folder)):
            if name.endswith(".pem") and not name.endswith(".pub.pem"):
                self.keys[name[:-4]] = Key.of_pem(os.path.join(folder, name))
        self.by_public = {key.public: key for key in self.keys.values()}

    def path(self, register: str, export: int) -> str:
        return os.path.join(self.source, "%s.%d" % (register, export))

    def pem(self, key: str) -> str:
        path = os.path.join(self.work, "%s.pub" % key[:16])
        with open(path, "wb") as file:
            file.write(public_pem(key))
        return path

    def ledger_pem(self, register: str, export: int) -> str:
        return self.pem(Book.read(self.path(register, export), self.by_public).ledger_key().public)

    def true_names(self) -> List[Tuple[str, int, int]]:
        """Register, export, and the record that is proved, 0 for the whole bundle; below zero, what was lawfully added to it."""
        names = []
        for register in ("long", "fnf", "fdmt", "employers", "grants", "services"):
            for export in (1, 2):
                if os.path.isdir(self.path(register, export)) and (register, export) != ("long", 1):
                    size = Book.read(self.path(register, export), {}).size()
                    names += [(register, export, sequence) for sequence in (0, 2, size - 1)]
                    if export == 2 and register in LAWFUL:
                        names += [(register, export, -place - 1) for place in range(len(LAWFUL[register]))]
        return names

    def true_one(self, register: str, export: int, sequence: int) -> Tuple[Trial, str]:
        """A bundle or a proof in which all holds, and what its auditor has."""
        if sequence < 0:
            label, act = LAWFUL[register][-sequence - 1]
            path = os.path.join(self.work, "lawful " + label)
            return self.tamper(act, "P", path), path
        trial = Trial(self, register, export)
        if not sequence:
            other = {"fnf": "fdmt", "fdmt": "fnf"}.get(register)
            trial.others = [self.path(other, 2)] if other and export == 2 else []
            return trial, trial.original
        trial.proof = Proof(trial.original, sequence).text()
        path = os.path.join(self.work, "%s.%d.%d.tlog-proof" % (register, export, sequence))
        with open(path, "wb") as file:
            file.write(trial.proof)
        return trial, path

    def true_bundles(self) -> List[Tuple[Trial, str]]:
        return [self.true_one(*name) for name in self.true_names() if not name[2]]

    def tamper(self, act: Callable[[Trial], None], hand: str, path: str) -> Trial:
        trial = Trial(self, "fnf", 2)
        trial.hand = hand
        act(trial)
        if trial.path:
            return trial
        if trial.proof is not None or trial.disclosure is not None:
            with open(path, "wb") as file:
                file.write(trial.proof or trial.disclosure or b"")
        elif trial.raw:
            shutil.copytree(trial.original, path)
        else:
            trial.book.write(path, hand, trial.original)
        for change in trial.after:
            change(path)
        return trial


class Case(NamedTuple):
    number: int
    title: str
    variants: List[Tuple[str, str, Callable[[Trial], None]]]
    waits: str = ""
    program: str = ""  # made on a book that fundctl keeps: grants (granted.py), services (served.py)


CASES: List[Case] = []
LONG = (6, 31, 55)  # have attacks that take seconds, to be begun with


def case(number: int, title: str, waits: str = "", program: str = "") -> Callable[..., Any]:
    """Makes a case of a function that yields (label, hands, act)."""
    def keep(function: Callable[[], Any]) -> Callable[[], Any]:
        CASES.append(Case(number, title, [] if waits else list(function()), waits, program))
        return function
    return keep


def waiting(number: int, title: str, what: str) -> None:
    CASES.append(Case(number, title, [], what))


def spare(letter: bytes) -> bytes:
    """A letter of base64 before padding whose value is the same but for a bit that decodes to nothing."""
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return alphabet[alphabet.index(letter) ^ 1:][:1]


def change(kind: str, members: Dict[str, Any], old: bool = False, **having: Any) -> Callable[[Trial], None]:
    """A record of a kind with other members; None takes one out."""
    def act(trial: Trial) -> None:
        _, batch, place, record = trial.old(kind) if old else trial.new(kind, **having)
        batch.content[place] = {n: v for n, v in {**record, **members}.items() if v is not None}
    return act


def raw_line(edit: Callable[[bytes], bytes], kind: str = "entry.posted/1") -> Callable[[Trial], None]:
    """A content record's bytes changed, its batch sealed over them by hand P."""
    def act(trial: Trial) -> None:
        _, batch, place, record = trial.new(kind)
        before = canonical(record)
        batch.content[place] = edit(before)
        if batch.content[place] == before:
            raise LookupError("nothing to change")
    return act


def seal(**keep: Any) -> Callable[[Trial], None]:
    """Members of a new batch's seal otherwise; by hand P under a good signature."""
    def act(trial: Trial) -> None:
        trial.new("import.recorded/1")[1].keep.update(keep)
    return act


# ---------------------------------------------------------------- content

@case(1, "edited amount")
def _() -> Any:
    def act(t: Trial) -> None:
        _, batch, place, record = t.old("entry.posted/1")
        postings = [{**p, "amount": p["amount"] + "0"} for p in record["postings"]]
        batch.content[place] = {**record, "postings": postings}
    yield "ten times", "0LP", act


@case(2, "swapped lines")
def _() -> Any:
    def act(t: Trial) -> None:
        content = t.old("account.opened/1")[1].content
        content[-1], content[-2] = content[-2], content[-1]
    yield "two accounts", "0LP", act

    def batches(t: Trial) -> None:
        at = t.book.batches.index(t.old("entry.posted/1")[1])
        t.book.batches[at], t.book.batches[at + 1] = t.book.batches[at + 1], t.book.batches[at]
    yield "two batches", "0L", batches

    def seal_first(t: Trial) -> None:
        t.book.line_hook = lambda lines: lines[:-2] + [lines[-1], lines[-2]]
    yield "a record and its seal", "0LP", seal_first


@case(3, "dropped tail")
def _() -> Any:
    def act(t: Trial) -> None:
        t.raw = True
        t.file(lambda b: b"".join(b.splitlines(True)[:-4]), "records/000001.jsonl")
    yield "the file cut", "0", act

    def stop(t: Trial) -> None:
        del t.book.batches[-3:]
    yield "everything else agrees", "0LP", stop


@case(4, "dropped tail, re-signed (kept STATEMENT of export 2)")
def _() -> Any:
    def act(t: Trial) -> None:
        t.kept = os.path.join(t.original, "STATEMENT")
        del t.book.batches[-4:-1]
    yield "three batches", "LP", act


@case(5, "old record rewritten, re-signed")
def _() -> Any:
    yield "memo", "LP", change("entry.posted/1", {"memo": "autre chose"}, old=True)


@case(6, "record inserted among old ones")
def _() -> Any:
    def act(t: Trial) -> None:
        found, batch, _, _ = t.old("year.opened/1")
        t.renumber(found + len(batch.content))
        batch.content.append({"kind": "account.opened/1", "account": "1001", "class": "asset", "name": "Ajouté"})
    yield "an account", "0LP", act

    def closed(t: Trial) -> None:
        t.of("long", 2)
        t.book.batches[1].content.insert(7, {"kind": "document.added/1", "name": "x", "sha256": "ab" * 32, "size": "0", "type": "x"})
    yield "in a closed segment", "0LP", closed


@case(7, "record changed, old root kept")
def _() -> Any:
    def act(t: Trial) -> None:
        root = open(os.path.join(t.original, "STATEMENT")).read().split("root: ")[1][:64]
        t.book.fields["root"] = t.book.checkpoint["root"] = root
        change("entry.posted/1", {"memo": "autre chose"}, source=...)(t)
    yield "memo", "0LP", act


@case(8, "one flipped bit")
def _() -> Any:
    def flip(name: str, part: float, bit: int) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.raw = True
            t.file(lambda b: b[:int(part * len(b))] + bytes([b[int(part * len(b))] ^ 1 << bit]) + b[int(part * len(b)) + 1:], name)
        return act
    for name in ("STATEMENT", "STATEMENT.sig", "MANIFEST.sha256", "checkpoint", "records/000001.jsonl", "accounts.csv",
                 "postings.csv", "trial-balance.csv", "README.en.txt", "README.fr.txt", "keys/ledger.pem", "keys/anne.pem"):
        for part, bit in ((0, 0), (0.37, 5), (0.9999, 1)):
            yield "%s at %s" % (name, part), "0", flip(name, part, bit)


# ---------------------------------------------------------------- history

@case(9, "stale export shown as the newest")
def _() -> Any:
    def numbered(t: Trial) -> None:
        t.path, t.kept, t.least_export = t.scenario.path("fnf", 1), None, 2
    yield "the number expected is said", "0", numbered

    def kept(t: Trial) -> None:
        t.path, t.kept = t.scenario.path("fnf", 1), os.path.join(t.original, "STATEMENT")
    yield "the newer STATEMENT was kept", "0", kept


@case(10, "export number skipped")
def _() -> Any:
    yield "3 after 1", "0LP", change("export.opened/1", {"number": "3"})


@case(11, "another predecessor (split view)")
def _() -> Any:
    yield "of another hash", "0LP", change("export.opened/1", {"previous_statement": "ab" * 32})

    def said(t: Trial) -> None:
        t.book.fields["previous-statement"] = "ab" * 32
    yield "in STATEMENT only", "0L", said


@case(12, "checkpoint of another root or size")
def _() -> Any:
    def root(t: Trial) -> None:
        t.book.checkpoint["root"] = "cd" * 32
    yield "root", "0L", root

    def size(t: Trial) -> None:
        t.book.checkpoint["size"] = "1"
    yield "size", "0L", size

    def name(t: Trial) -> None:
        t.book.checkpoint["name"] = "book.example/" + "ab" * 32
    yield "name", "0L", name


@case(13, "proofs: size 0, index beyond it, hashes too many, missing or moved, none between sizes, equal sizes with other roots")
def _() -> Any:
    def proof(edit: Optional[Callable[[Proof], Any]] = None, last: Callable[[bytes], bytes] = lambda b: b,
              sequence: int = 12) -> Callable[[Trial], None]:
        return lambda t: t.prove(sequence, edit, last)

    def part(**members: Any) -> Callable[[Trial], None]:
        return proof(lambda p: p.__dict__.update(members))

    def signed(edit: Callable[[Proof], Any], size: Optional[str], root: Callable[[Proof], bytes]) -> Callable[[Trial], None]:
        """Under a checkpoint that the ledger key signed; of the true size where none is given."""
        def act(t: Trial) -> None:
            key = t.book.ledger_key()
            t.prove(12, lambda p: (edit(p), p.sign(key, str(len(p.leaves)) if size is None else size, root(p))))
        return act

    def index_beyond(by: int) -> Callable[[Trial], None]:
        return proof(lambda p: p.__dict__.update(index=str(len(p.leaves) + by)))

    def hashes(edit: Callable[[List[bytes]], List[bytes]]) -> Callable[[Trial], None]:
        return proof(lambda p: setattr(p, "hashes", edit(p.hashes)))

    alone = lambda p: p.__dict__.update(index="0", hashes=[])  # noqa: E731
    yield "size 0, the root of nothing", "L", signed(alone, "0", lambda p: sha256(b""))
    yield "size 0, the record's leaf", "L", signed(alone, "0", lambda p: leaf(p.line))
    yield "size 0, all else true", "L", signed(lambda p: None, "0", lambda p: tree(p.leaves))
    yield "size 0, unsigned", "0", proof(alone, lambda b: re.sub(rb"\n[1-9][0-9]*\n", b"\n0\n", b, count=1))
    yield "size 1 with its hashes", "L", signed(lambda p: p.__dict__.update(index="0"), "1", lambda p: leaf(p.line))
    for size in ("-83", "083", "+83", "83.0", "", "9223372036854775808"):
        yield "size '%s'" % size, "L", signed(lambda p: None, size, lambda p: tree(p.leaves))
    yield "index of the size", "0", index_beyond(0)
    yield "index above the size", "0", index_beyond(1)
    for index in ("10", "12", "0", "75", "011", "-0", "-1", "+11", "", "11 ", "9223372036854775807", "9223372036854775808",
                  "18446744073709551627"):
        yield "index '%s'" % index, "0", part(index=index)
    yield "no hashes between different sizes", "0", part(hashes=[])
    yield "a hash too many", "0", hashes(lambda h: h + [sha256(b"")])
    yield "the last hash twice", "0", hashes(lambda h: h + h[-1:])
    yield "the first hash missing", "0", hashes(lambda h: h[1:])
    yield "the last hash missing", "0", hashes(lambda h: h[:-1])
    yield "two hashes moved", "0", hashes(lambda h: [h[1], h[0]] + h[2:])
    yield "a hash changed", "0", hashes(lambda h: h[:2] + [sha256(h[2])] + h[3:])
    yield "a hash of 31 bytes", "0", hashes(lambda h: [h[0][:31]] + h[1:])
    yield "a hash of 33 bytes", "0", hashes(lambda h: [h[0] + b"\0"] + h[1:])
    yield "64 hashes", "0", hashes(lambda h: h + [sha256(b"")] * (64 - len(h)))
    yield "a million hashes", "0", hashes(lambda h: h * 200_000)
    yield "the subtree's root as checkpoint", "L", signed(lambda p: None, None, lambda p: tree(p.leaves[:64]))
    yield "another root, signed", "L", signed(lambda p: None, None, lambda p: sha256(b""))
    yield "another size, signed", "L", signed(lambda p: None, "26", lambda p: tree(p.leaves))
    yield "another root, unsigned", "0", proof(lambda p: p.sign(Key.named("attacker"), str(len(p.leaves)), sha256(b"")))

    def earlier(t: Trial) -> None:
        note = open(os.path.join(t.scenario.path("fnf", 1), "checkpoint"), "rb").read()
        t.prove(12, lambda p: setattr(p, "note", note))
    yield "under an earlier checkpoint", "0", earlier
    yield "the record changed", "0", proof(lambda p: setattr(p, "line", p.line.replace(b"account", b"amount_", 1)))

    def another(t: Trial) -> None:
        line = Proof(t.original, 11).line
        t.prove(12, lambda p: setattr(p, "line", line))
    yield "another record", "0", another
    yield "no record", "0", part(line=b"")
    for label, line in (("spaces", b'{ "kind":"x"}'), ("a number", b'{"kind":1}'), ("too long", b'{"a":"' + b"x" * 1_048_576 + b'"}'),
                        ("two leaves", b"\1" * 64), ("invalid UTF-8", b'{"a":"\xff"}'), ("a repeated name", b'{"a":"","a":""}')):
        yield "a line not canonical: " + label, "L", signed(
            lambda p, line=line: p.__dict__.update(line=line, index="0", hashes=[]), "1", lambda p, line=line: leaf(line))
    for label, change in (("version", lambda b: b.replace(b"@v1", b"@v2")), ("CRLF", lambda b: b.replace(b"\n", b"\r\n")),
                          ("bytes after", lambda b: b + b"\n"), ("bytes before", lambda b: b"\n" + b),
                          ("byte-order mark", lambda b: b"\xef\xbb\xbf" + b), ("last LF missing", lambda b: b[:-1]),
                          ("no record's line", lambda b: b.replace(b"\nextra ", b"\nextro ")),
                          ("two records' lines", lambda b: b.replace(b"\nindex", b"\nextra e30=\nindex")),
                          ("two indices", lambda b: b.replace(b"\nindex 11", b"\nindex 11\nindex 11")),
                          ("an empty line among hashes", lambda b: b.replace(b"\nindex 11\n", b"\nindex 11\n\n")),
                          ("no empty line", lambda b: b.replace(b"\n\nbook", b"\nbook")), ("empty", lambda b: b""),
                          ("a checkpoint alone", lambda b: b[b.index(b"book.example"):]),
                          ("base64 without its padding", lambda b: b.replace(b"=\n", b"\n", 2)),
                          ("too large", lambda b: b + b"x" * 1_500_000)):
        yield "its form: " + label, "0", proof(None, change)
    yield "no signature", "0", proof(lambda p: setattr(p, "note", p.note.split(b"\xe2\x80\x94")[0]))
    yield "a false signature beside the true one", "0", proof(
        lambda p: setattr(p, "note", p.note + p.note.split(b"\n\n")[1][:-8] + b"AAAAAAA=\n"))

    def other_register(pinned_key: bool) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            key_path, id_ = t.key_path, t.id
            t.of("fdmt", 2)
            t.proof = Proof(t.original, 12).text()
            t.key_path, t.id = (key_path, t.id) if pinned_key else (t.key_path, id_)
        return act
    yield "of another register, by its id", "0", other_register(False)
    yield "of another register, by its key", "0", other_register(True)

    def kept(export: int, **fields: str) -> Callable[[Trial], None]:
        """The true bundle of export 2, beside a kept STATEMENT that no export wrote."""
        def act(t: Trial) -> None:
            t.raw = True
            with open(os.path.join(t.scenario.path("fnf", export), "STATEMENT"), encoding="ascii") as file:
                rows = [row.split(": ") for row in file.read().splitlines()]
            t.kept = os.path.join(t.scenario.work, "kept")
            with open(t.kept, "w", encoding="ascii") as file:
                file.write("".join(": ".join([r[0], fields.get(r[0].replace("-", "_"), r[-1])][:len(r)]) + "\n" for r in rows))
        return act
    nothing = {"size": "0", "root": sha256(b"").hex(), "records_bytes": "0", "records_sha256": sha256(b"").hex()}
    yield "a kept STATEMENT of size 0", "0", kept(1, **nothing)
    yield "a kept STATEMENT of this export, size 0", "0", kept(2, **nothing)
    yield "a kept STATEMENT of equal size, another root", "0", kept(2, root="ab" * 32)

    def this_size(t: Trial) -> None:
        with open(os.path.join(t.scenario.path("fnf", 2), "STATEMENT"), encoding="ascii") as file:
            kept(1, size=file.read().split("\nsize: ")[1].split("\n")[0])(t)
    yield "a kept STATEMENT of an earlier export, this size", "0", this_size


@case(14, "leaf shown as an inner node")
def _() -> Any:
    def act(t: Trial) -> None:
        root = open(os.path.join(t.original, "STATEMENT")).read().split("root: ")[1][:64]
        t.book.fields["root"] = t.book.checkpoint["root"] = root
        t.book.line_hook = lambda lines: [leaf(lines[0]) + leaf(lines[1])] + lines[2:]
    yield "two leaves as one line", "0L", act

    def in_proof(t: Trial) -> None:
        t.prove(1, lambda p: p.__dict__.update(line=p.leaves[0] + p.leaves[1], hashes=p.hashes[1:]))
    yield "two leaves as the line of a proof", "0", in_proof


# ---------------------------------------------------------------- keys

@case(15, "attacker's key over everything")
def _() -> Any:
    def signs(t: Trial) -> None:
        t.book.ledger = t.person("attacker")
    yield "signs STATEMENT and checkpoint", "0", signs

    def remade(t: Trial) -> None:
        first = t.book.first
        t.book.batches = t.book.batches[:1]
        t.book.batches[0].content[0] = {**first, "ledger_key": t.person("attacker").public}
        t.book.keys = {**t.book.keys, first["ledger_key"]: t.person("attacker")}
        t.hand = "0"
        t.book.ledger = t.person("attacker")
    yield "another register under it", "0", remade
    yield "signs a proof's checkpoint", "0", lambda t: t.prove(12, lambda p: p.sign(t.person("attacker"), str(len(p.leaves)), tree(p.leaves)))


@case(16, "a person's key used as the ledger's")
def _() -> Any:
    def act(t: Trial) -> None:
        t.book.ledger = t.person("denis")
        t.book.files["keys/ledger.pem"] = public_pem(t.book.first["ledger_key"])
    yield "the auditor's", "P", act


@case(17, "signature short, long, by another algorithm")
def _() -> Any:
    def cut(t: Trial) -> None:
        t.raw = True
        t.file(lambda b: b[:63], "STATEMENT.sig")
    yield "short", "0", cut

    def long(t: Trial) -> None:
        t.raw = True
        t.file(lambda b: b + b"\0", "STATEMENT.sig")
    yield "long", "0", long

    def other(options: str) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.raw = True
            t.key_path = os.path.join(t.scenario.work, "other.pub")
            subprocess.run("openssl genpkey %s | openssl pkey -pubout -out '%s'" % (options, t.key_path),
                           shell=True, check=True, stderr=subprocess.DEVNULL)
        return act
    for name, options in (("P-256", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256"), ("X25519", "-algorithm X25519"),
                          ("Ed448", "-algorithm ED448"), ("RSA", "-algorithm RSA")):
        yield name + " key", "0", other(options)

    def in_note(edit: Callable[[bytes], bytes]) -> Callable[[Trial], None]:
        """The signature in the checkpoint, its key hash before it."""
        def act(t: Trial) -> None:
            with open(os.path.join(t.original, "checkpoint"), "rb") as file:
                head, signature = file.read().rsplit(b" ", 1)
            t.book.files["checkpoint"] = head + b" " + base64.b64encode(edit(base64.b64decode(signature))) + b"\n"
        return act
    yield "in the checkpoint, short", "0L", in_note(lambda b: b[:-1])
    yield "in the checkpoint, long", "0L", in_note(lambda b: b + b"\0")
    yield "in the checkpoint, none", "0L", in_note(lambda b: b[:4])
    yield "a seal's, short", "0LP", seal(signature="ab" * 63)


@case(18, "public key of small order or not canonical")
def _() -> Any:
    p = 2**255 - 19
    encodings = {"identity": 1, "identity with sign": 1 | 1 << 255, "p + 1": p + 1, "order two": p - 1, "order four": 0,
                 "order eight": int.from_bytes(bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little"),
                 "on no point": 2}

    def pinned(encoded: int) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            key = encoded.to_bytes(32, "little").hex()
            t.book.ledger = Key.named("none")
            t.book.ledger.public = key
            t.book.ledger.sign = lambda message: b"\1" + bytes(63)  # type: ignore[method-assign]
            first = t.book.first
            t.book.batches[0].content[0] = {**first, "ledger_key": key}
            t.id, t.key_path, t.kept = t.book.id, t.scenario.pem(key), None
        return act
    for label, encoded in encodings.items():
        yield "pinned, " + label, "L", pinned(encoded)

    def of_person(encoded: int) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            key = encoded.to_bytes(32, "little").hex()
            t.two({"kind": "person.admitted/1", "person": "zoe", "key": key, "role": "finance-officer",
                   "proof": "01" + "00" * 63})
        return act
    for label, encoded in encodings.items():
        yield "a person's, " + label, "P", of_person(encoded)

    def of_recovery(encoded: int) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.book.batches[0].content[0] = {**t.book.first, "recovery_key": encoded.to_bytes(32, "little").hex()}
        return act

    def of_ledger(encoded: int) -> Callable[[Trial], None]:
        """A new ledger key that everyone can sign with; the old one stays the signer of this export."""
        def act(t: Trial) -> None:
            old, new = t.book.ledger_key(), encoded.to_bytes(32, "little").hex()
            text = ("fundctl/ledger-key/v1\n%s\n%s\n%s\n" % (t.id, old.public, new)).encode()
            t.book.ledger = old
            t.add([{"kind": "ledger-key.rotated/1", "old_key": old.public, "new_key": new, "proof_old": old.sign(text).hex(),
                    "proof_new": "01" + "00" * 63}], "anne")
        return act
    for label in ("identity", "p + 1", "order eight"):
        yield "the recovery key, " + label, "P", of_recovery(encodings[label])
        yield "the next ledger key, " + label, "P", of_ledger(encodings[label])


@case(19, "witness line removed, of another export, counted twice, far in time (one witness needed, or two)")
def _() -> Any:
    def noted(edit: Callable[[Trial, str], Dict[str, bytes]], *names: str, needed: int = 0) -> Callable[[Trial], None]:
        """The true bundle, witness keys given, and what `edit` makes of the notes."""
        def act(t: Trial) -> None:
            t.raw = True
            t.witnesses = [t.scenario.pem(witness(n).public) for n in names]
            t.witnesses_needed = needed

            def put(path: str) -> None:
                os.mkdir(os.path.join(path, "cosignatures"))
                for name, content in edit(t, path).items():
                    with open(os.path.join(path, "cosignatures", name), "wb") as file:
                        file.write(content)
            t.after.append(put)
        return act

    def witness(name: str) -> Key:
        return Key.named("witness " + name)
    at = 1_780_000_000  # 2026-05-28, after the exports
    good = lambda path, name="w1": cosign(path, witness(name), name, at)  # noqa: E731
    yield "removed", "0LP", noted(lambda t, p: {}, "w1")
    yield "one of two", "0", noted(lambda t, p: {"w1.note": good(p)}, "w1", "w2")
    yield "of another export", "0", noted(lambda t, p: {"w1.note": good(t.scenario.path("fnf", 1))}, "w1")
    yield "its line moved to this export", "0", noted(
        lambda t, p: {"w1.note": good(p).split(b"\n\n")[0] + b"\n\n" + good(t.scenario.path("fnf", 1)).split(b"\n\n")[1]}, "w1")
    yield "counted twice by lines", "0", noted(
        lambda t, p: {"w1.note": good(p) + cosign(p, witness("w1"), "other", at).split(b"\n\n")[1]}, "w1", "w2")
    yield "counted twice by files", "0", noted(
        lambda t, p: {"w1.note": good(p), "w2.note": cosign(p, witness("w1"), "w2", at)}, "w1", "w2", needed=2)
    yield "the same key given twice", "0", noted(lambda t, p: {"w1.note": good(p)}, "w1", "w1", needed=2)
    yield "long before", "0", noted(lambda t, p: {"w1.note": cosign(p, witness("w1"), "w1", 1_000_000_000)}, "w1")
    yield "long after", "0", noted(lambda t, p: {"w1.note": cosign(p, witness("w1"), "w1", 1 << 40)}, "w1")
    yield "by a false line beside it", "0", noted(
        lambda t, p: {"w1.note": good(p) + good(p).split(b"\n\n")[1].replace(b"A", b"B")}, "w1")
    yield "101 lines", "0", noted(lambda t, p: {"w1.note": good(p) + good(p).split(b"\n\n")[1] * 100}, "w1")
    yield "without its last LF", "0", noted(lambda t, p: {"w1.note": good(p)[:-1]}, "w1")
    yield "under another kind of signature", "0", noted(
        lambda t, p: {"w1.note": Trial.note_as_ledger(p, witness("w1"))}, "w1")

    def by_person(t: Trial) -> None:
        noted(lambda t, p: {"anne.note": cosign(p, t.person("anne"), "anne", at)})(t)
        t.witnesses = [t.scenario.pem(t.person("anne").public)]
    yield "a person's key as witness", "0", by_person

    def by_ledger(t: Trial) -> None:
        noted(lambda t, p: {"l.note": cosign(p, t.book.ledger_key(), "l", at)})(t)
        t.witnesses = [t.key_path]
    yield "the ledger key as witness", "L", by_ledger

    def rewritten(t: Trial) -> None:
        """History rewritten after the witness cosigned; the note is the old one."""
        noted(lambda t, p: {"w1.note": good(t.original)}, "w1")(t)
        t.raw = False
        change("entry.posted/1", {"memo": "autre chose"}, source=...)(t)
    yield "of a history since rewritten", "P", rewritten

    def proved(edit: Callable[[Trial, bytes], bytes], *names: str, needed: int = 0) -> Callable[[Trial], None]:
        """Lines of witnesses below a proof's checkpoint."""
        def act(t: Trial) -> None:
            t.witnesses = [t.scenario.pem(witness(n).public) for n in names]
            t.witnesses_needed = needed
            t.proof = Proof(t.original, 12).text() + edit(t, good(t.original).split(b"\n\n")[1])
        return act
    yield "removed from a proof", "0", proved(lambda t, line: b"", "w1")
    yield "of another export, in a proof", "0", proved(
        lambda t, line: good(t.scenario.path("fnf", 1)).split(b"\n\n")[1], "w1")
    yield "counted twice in a proof", "0", proved(lambda t, line: line + line, "w1", "w2")
    yield "under two names in a proof", "0", proved(
        lambda t, line: line + good(t.original, "w2").replace(b"w2", b"w1").split(b"\n\n")[1], "w1", "w2")
    yield "long after, in a proof", "0", proved(
        lambda t, line: cosign(t.original, witness("w1"), "w1", 1 << 40).split(b"\n\n")[1], "w1")
    yield "a false line beside it, in a proof", "0", proved(lambda t, line: line + line.replace(b"A", b"B"), "w1")
    yield "the ledger key as witness of a proof", "L", lambda t: (
        proved(lambda t, line: cosign(t.original, t.book.ledger_key(), "l", at).split(b"\n\n")[1])(t),
        setattr(t, "witnesses", [t.key_path]))[0]


@case(20, "more than 100 signature lines")
def _() -> Any:
    def lines(t: Trial) -> None:
        note = open(os.path.join(t.original, "checkpoint"), "rb").read()
        t.book.files["checkpoint"] = note + note.split(b"\n\n")[1] * 100
    yield "in checkpoint", "0L", lines

    def notes(t: Trial) -> None:
        t.raw = True

        def act(path: str) -> None:
            os.mkdir(os.path.join(path, "cosignatures"))
            for number in range(101):
                open(os.path.join(path, "cosignatures", "w%d.note" % number), "w").close()
        t.after.append(act)
    yield "101 notes", "0", notes
    yield "in a proof's checkpoint", "0", lambda t: t.prove(
        12, lambda p: setattr(p, "note", p.note + b"\xe2\x80\x94 other AAAAAAA=\n" * 100))


@case(21, "base64 that is not canonical")
def _() -> Any:
    def act(t: Trial) -> None:
        note = open(os.path.join(t.original, "checkpoint"), "rb").read()
        at = note.index(b"=\n\n")
        t.book.files["checkpoint"] = note[:at - 1] + spare(note[at - 1:at]) + note[at:]
    yield "spare bits of the root", "0L", act

    def spaced(t: Trial) -> None:
        note = open(os.path.join(t.original, "checkpoint"), "rb").read()
        t.book.files["checkpoint"] = note[:-1] + b" \n"
    yield "a space", "0L", spaced

    def note(edit: Callable[[bytes], bytes]) -> Callable[[Trial], None]:
        """The last line of the checkpoint, its last LF apart."""
        def act(t: Trial) -> None:
            with open(os.path.join(t.original, "checkpoint"), "rb") as file:
                head, line = file.read()[:-1].rsplit(b"\n", 1)
            t.book.files["checkpoint"] = head + b"\n" + edit(line) + b"\n"
        return act
    yield "spare bits of the signature", "0L", note(lambda b: b[:-2] + spare(b[-2:-1]) + b"=")
    yield "no padding", "0L", note(lambda b: b[:-1])
    yield "more padding", "0L", note(lambda b: b + b"=")
    yield "in a proof: spare bits", "0", lambda t: t.prove(last=lambda b: b[:-3] + spare(b[-3:-2]) + b"=\n")
    yield "in a proof: a hash's spare bits", "0", lambda t: t.prove(
        last=lambda b: re.sub(rb"(index 11\n.{42})(.)=", lambda m: m[1] + spare(m[2]) + b"=", b))


# ---------------------------------------------------------------- container

@case(22, "extra or hidden file")
def _() -> Any:
    def extra(name: str) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.raw = True

            def put(path: str) -> None:
                os.makedirs(os.path.dirname(os.path.join(path, name)), exist_ok=True)
                with open(os.path.join(path, name), "w") as file:
                    file.write("x\n")
            t.after.append(put)
        return act
    for name in ("note.txt", ".hidden", "records/.hidden", "records/000002.jsonl", "keys/zoe.pem", "other/file", "records/sub/file",
                 "documents/readme", "documents/" + "ab" * 32, "cosignatures/x"):
        yield name, "0", extra(name)

    def named(name: str) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.book.files[name] = b"x\n"
        return act
    for name in ("note.txt", "keys/zoe.pem", "budgets.csv", "records/000002.jsonl"):
        yield name + " in the manifest", "L", named(name)


@case(23, "symbolic link, hard link")
def _() -> Any:
    def link(name: str, hard: bool = False) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.raw = True

            def put(path: str) -> None:
                outside = path + ".outside"
                shutil.rmtree(outside, ignore_errors=True)
                os.mkdir(outside)
                moved = os.path.join(outside, "target")
                os.rename(os.path.join(path, name), moved)
                (os.link if hard else os.symlink)(moved, os.path.join(path, name))
            t.after.append(put)
        return act
    yield "to a folder", "0", link("records")
    yield "to a file", "0", link("STATEMENT.sig")
    yield "to STATEMENT", "0", link("STATEMENT")
    yield "hard link", "0", link("postings.csv", True)


@case(24, "`../` or absolute path in the manifest")
def _() -> Any:
    def path(name: str) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            line = sha256(b"").hex().encode() + b"  " + name.encode() + b"\n"
            t.book.manifest_hook = lambda m: b"".join(sorted(m.splitlines(True) + [line], key=lambda x: x[66:]))
            t.book.fields["files"] = "15"
        return act
    for name in ("../outside", "/dev/null", "keys/../../outside", "records/./000001.jsonl", "keys//anne.pem"):
        yield name, "0L", path(name)


@case(25, "CRLF in manifest or statement")
def _() -> Any:
    def statement(t: Trial) -> None:
        t.book.statement_hook = lambda b: b.replace(b"\n", b"\r\n")
    yield "STATEMENT", "0L", statement

    def one(t: Trial) -> None:
        t.book.statement_hook = lambda b: b[:-1] + b"\r\n"
    yield "STATEMENT, last line", "0L", one

    def manifest(t: Trial) -> None:
        t.book.manifest_hook = lambda b: b.replace(b"\n", b"\r\n")
    yield "MANIFEST.sha256", "0L", manifest


@case(26, "statement field repeated, missing, unknown, moved")
def _() -> Any:
    def lines(edit: Callable[[List[bytes]], List[bytes]]) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.book.statement_hook = lambda b: b"".join(edit(b.splitlines(True)))
        return act
    yield "repeated", "0L", lines(lambda x: x[:4] + x[3:])
    yield "repeated otherwise", "0L", lines(lambda x: x[:7] + [b"size: 12\n"] + x[7:])
    yield "missing", "0L", lines(lambda x: x[:20] + x[21:])
    yield "unknown", "0L", lines(lambda x: x + [b"approved: yes\n"])
    yield "moved", "0L", lines(lambda x: x[:2] + [x[3], x[2]] + x[4:])
    yield "empty line", "0L", lines(lambda x: x + [b"\n"])
    yield "spaces", "0L", lines(lambda x: x[:4] + [x[4].replace(b": ", b":  ")] + x[5:])
    yield "list out of order", "0L", lines(lambda x: [b"alone: 7,3\n" if y.startswith(b"alone") else y for y in x])


@case(27, "version changed")
def _() -> Any:
    def statement(a: bytes, b: bytes) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.book.statement_hook = lambda s: s.replace(a, b)
        return act
    yield "statement/v2", "0L", statement(b"statement/v1", b"statement/v2")
    yield "bundle/v2", "0L", statement(b"bundle/v1", b"bundle/v2")
    yield "manifest's schema", "0L", lambda t: setattr(t.book, "manifest_hook", lambda m: b"fundctl/manifest/v2\n" + m)
    yield "a seal's kind", "0LP", seal(kind="batch.sealed/2")
    yield "a kind", "0LP", change("entry.posted/1", {"kind": "entry.posted/2"}, source=...)


@case(28, "no final newline")
def _() -> Any:
    def statement(t: Trial) -> None:
        t.book.statement_hook = lambda b: b[:-1]
    yield "STATEMENT", "0L", statement

    def manifest(t: Trial) -> None:
        t.book.manifest_hook = lambda b: b[:-1]
    yield "MANIFEST.sha256", "0L", manifest

    def cut(name: str) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            content = open(os.path.join(t.original, name), "rb").read()[:-1]
            t.book.files[name] = content
            if name.startswith("records"):
                t.book.fields.update({"records-bytes": str(len(content)), "records-sha256": sha256(content).hex()})
        return act
    for name in ("checkpoint", "keys/anne.pem", "postings.csv"):
        yield name, "0L", cut(name)

    def records(t: Trial) -> None:
        t.raw = True
        t.file(lambda b: b[:-1], "records/000001.jsonl")
    yield "records", "0", records
    yield "a proof", "0", lambda t: t.prove(last=lambda b: b[:-1])


@case(29, "look-alike or non-ASCII file name")
def _() -> Any:
    def put(name: bytes) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.raw = True
            t.after.append(lambda path: open(os.path.join(path.encode(), name), "wb").close())
        return act
    for label, name in (("Cyrillic A", "ST\u0410TEMENT".encode()), ("accent", "keys/\u00e9lise.pem".encode()),
                        ("line end", b"checkpoint\nf 1 64 STATEMENT.sig"), ("space", b"README.fr.txt "), ("bytes", b"\xff\xfe"),
                        ("bidi", "keys/\u202emep.pem".encode())):
        yield label, "0", put(name)


@case(30, "device, socket, sparse file")
def _() -> Any:
    def fifo(t: Trial) -> None:
        t.raw = True
        t.after.append(lambda path: (os.remove(path + "/README.fr.txt"), os.mkfifo(path + "/README.fr.txt")))
    yield "pipe", "0", fifo

    def device(t: Trial) -> None:
        t.raw = True

        def put(path: str) -> None:
            os.remove(path + "/README.fr.txt")
            try:
                os.mknod(path + "/README.fr.txt", stat.S_IFCHR | 0o644, os.makedev(1, 3))
            except PermissionError as error:
                raise LookupError("only root makes devices") from error
        t.after.append(put)
    yield "device", "0", device

    def of_socket(t: Trial) -> None:
        t.raw = True

        def put(path: str) -> None:
            os.remove(path + "/README.fr.txt")
            here = os.getcwd()
            os.chdir(path)
            server = socket.socket(socket.AF_UNIX)
            server.bind("README.fr.txt")
            server.close()
            os.chdir(here)
        t.after.append(put)
    yield "socket", "0", of_socket

    def sparse(name: str) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.raw = True
            t.after.append(lambda path: os.truncate(os.path.join(path, name), 1 << 36))
        return act
    for name in ("records/000001.jsonl", "README.en.txt", "STATEMENT.sig", "STATEMENT", "MANIFEST.sha256", "keys/anne.pem"):
        yield "sparse " + name, "0", sparse(name)

    def document(t: Trial) -> None:
        t.raw = True

        def put(path: str) -> None:
            name = t.new("document.added/1")[3]["sha256"]
            os.mkdir(os.path.join(path, "documents"))
            with open(os.path.join(path, "documents", name), "wb") as file:
                os.truncate(file.fileno(), 1 << 36)
        t.after.append(put)
    yield "sparse document", "0", document


@case(31, "a line of 64 MB, a file larger than declared, 100 000 files")
def _() -> Any:
    yield "line", "0LP", change("entry.posted/1", {"memo": "m" * 64_000_000}, source=...)

    def larger(t: Trial) -> None:
        t.raw = True
        t.file(lambda b: b + b"x" * 1_000_000, "postings.csv")
    yield "file", "0", larger

    def many(t: Trial) -> None:
        t.raw = True

        def put(path: str) -> None:
            os.mkdir(os.path.join(path, "documents"))
            for number in range(100_100):
                os.close(os.open(os.path.join(path, "documents", "%064x" % number), os.O_CREAT | os.O_WRONLY))
        t.after.append(put)
    yield "files", "0", many


# ---------------------------------------------------------------- encoding

@case(32, "repeated JSON name")
def _() -> Any:
    yield "same value", "0LP", raw_line(lambda b: b.replace(b'"kind":', b'"kind":"entry.posted/1","kind":', 1))
    yield "other value", "0LP", raw_line(lambda b: b.replace(b'"memo":', b'"memo":"","memo":', 1))
    yield "within", "0LP", raw_line(lambda b: b.replace(b'"amount":', b'"amount":"1","amount":', 1))


@case(33, "spaces, escapes, unordered names, byte-order mark")
def _() -> Any:
    yield "space", "0LP", raw_line(lambda b: b.replace(b'":', b'": ', 1))
    yield "tab at the end", "0LP", raw_line(lambda b: b + b"\t")
    yield "escape", "0LP", raw_line(lambda b: b.replace(b"Note", b"\\u004eote"))
    yield "solidus", "0LP", raw_line(lambda b: b.replace(b"posted/1", b"posted\\/1"))
    yield "order", "0LP", raw_line(lambda b: b.replace(b'{"date"', b'{"zzz":"","date"'))
    yield "order alone", "0LP", raw_line(lambda b: re.sub(rb'("kind":"[^"]*"),("memo":"[^"]*")', rb"\2,\1", b))
    yield "mark", "0LP", raw_line(lambda b: b"\xef\xbb\xbf" + b)
    yield "number", "0LP", raw_line(lambda b: b.replace(b'"amount":"6000"', b'"amount":6000'))
    yield "null", "0LP", raw_line(lambda b: b.replace(b'"reference":""', b'"reference":null'))
    yield "unknown member", "0LP", change("entry.posted/1", {"note": ""}, source=...)
    yield "missing member", "0LP", change("entry.posted/1", {"memo": None}, source=...)


@case(34, "non-ASCII codes, surrogates, invalid UTF-8, bidirectional controls")
def _() -> Any:
    yield "account", "0LP", raw_line(lambda b: b.replace(b'"account":"5000"', '"account":"\u0665000"'.encode()))
    yield "date", "0LP", change("entry.posted/1", {"date": "\u0662\u0660\u0662\u0666-05-07"}, source=...)
    yield "entry id", "0LP", change("entry.posted/1", {"entry": "FNF-2026-00000\u0669"}, source=...)
    yield "person", "0LP", change("role.granted/1", {"person": "ch\u0430ntal"})
    yield "surrogate", "0LP", raw_line(lambda b: b.replace(b"Note", b"\xed\xa0\x80"))
    yield "invalid", "0LP", raw_line(lambda b: b.replace(b"Note", b"\xff"))
    yield "overlong", "0LP", raw_line(lambda b: b.replace(b"Note", b"\xc1\x8e"))
    yield "bidi", "0LP", raw_line(lambda b: b.replace(b"Note", b"\xe2\x80\xae"))
    yield "noncharacter", "0LP", raw_line(lambda b: b.replace(b"Note", b"\xef\xbf\xbf"))
    yield "mark within", "0LP", raw_line(lambda b: b.replace(b"Note", b"\xef\xbb\xbf"))


@case(35, "NUL or control bytes in a value")
def _() -> Any:
    yield "NUL", "0LP", raw_line(lambda b: b.replace(b"Note", b"No\0te"))
    yield "escape code", "0LP", raw_line(lambda b: b.replace(b"Note", b"\x1b[2J"))
    yield "CR", "0LP", raw_line(lambda b: b.replace(b"Note", b"No\rte"))
    yield "C1", "0LP", raw_line(lambda b: b.replace(b"Note", b"\xc2\x9b"))


@case(36, "amounts `+7`, `007`, `7e3`, `-0`, `7.0`, beyond 64 bits, a sum that overflows")
def _() -> Any:
    for amount in ("+6000", "006000", "6e3", "-0", "6000.0", "", " 6000", "9223372036854775808", "\u0666000"):
        yield "'%s'" % amount, "0LP", raw_line(
            lambda b, a=amount: b.replace(b'"amount":"6000"', ('"amount":"%s"' % a).encode()))
    most = 2**63 - 1

    def posted(*amounts: int) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.add([t.next_entry([("1000", a) for a in amounts])], "anne")
        return act
    yield "sum", "0LP", posted(most, most, -most, -most)
    yield "least", "0LP", posted(-most - 1, most, 1)
    yield "total", "0LP", posted(most, -most)

    def budgetary(t: Trial) -> None:
        t.add([t.next_entry([("9000", most), ("9100", -most)])], "anne")
        t.add([t.next_entry([("9000", most), ("9100", -most)])], "anne")
    yield "account total", "0LP", budgetary


# ---------------------------------------------------------------- authorship

@case(37, "seal missing, of another batch or register, by a key that may not, changed")
def _() -> Any:
    def missing(t: Trial) -> None:
        t.new("import.recorded/1")[1].seal = None
    yield "missing", "0LP", missing

    def none(t: Trial) -> None:
        t.book.batches[-1].seal = None
    yield "the last is missing", "0LP", none

    def of(other: Callable[[Trial], Dict[str, Any]]) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.new("import.recorded/1")[1].keep.update(other(t))
        return act
    yield "of another batch", "0LP", of(lambda t: t.book.batches[3].seal)
    yield "of another register", "0LP", of(
        lambda t: Book.read(t.scenario.path("fdmt", 2), t.scenario.by_public).batches[3].seal)
    yield "register", "P", of(lambda t: {"register": "ab" * 32})

    def by(person: str, at: Optional[str] = None) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            place = None
            if at:
                place = t.book.batches.index(t.new(at, person=person)[1])
            t.add([{"kind": "account.opened/1", "account": "1002", "class": "asset", "name": "x"}], person, place)
        return act
    yield "without the role", "0LP", by("denis")
    yield "before the role", "0LP", by("chantal", "person.admitted/1")
    yield "after the role", "0LP", by("felix")
    yield "not admitted", "0LP", by("attacker")

    def same_batch(t: Trial) -> None:
        number = t.book.find("approval.given/1")[1][3]["proposal"]
        batch = [r for r in t.book.find("person.admitted/1") if r[3].get("proposal") == number][0][1]
        batch.content.append({"kind": "account.opened/1", "account": "1002", "class": "asset", "name": "x"})
        batch.keep["key"] = t.person("denis").public
    yield "by a role of the same batch", "P", same_batch
    yield "time", "0L", seal(time="2026-05-01T01:00:00Z")
    yield "time before", "P", seal(time="2026-04-01T00:00:00Z")
    yield "key", "0L", of(lambda t: {"key": t.person("anne").public})
    yield "siblings", "0L", seal(siblings=[{"batch": "1", "content_root": "ab" * 32, "register": "cd" * 32}])
    yield "own sibling", "P", of(lambda t: {"siblings": [{"batch": "1", "content_root": "ab" * 32, "register": t.id}]})
    yield "siblings out of order", "P", seal(siblings=[
        {"batch": "1", "content_root": "ab" * 32, "register": r * 32} for r in ("cd", "ab")])
    yield "idempotency key repeated", "P", of(lambda t: {"idempotency_key": t.book.batches[3].seal["idempotency_key"]})
    yield "root before", "P", seal(root_before="ab" * 32)
    yield "root after", "P", seal(root_after="ab" * 32)
    yield "content root", "P", seal(content_root="ab" * 32)
    yield "another's signature", "P", lambda t: setattr(t.new("import.recorded/1")[1], "signer", t.person("anne"))


@case(38, "batch split, merged, renumbered")
def _() -> Any:
    def split(t: Trial) -> None:
        batch = t.old("entry.posted/1")[1]
        at = t.book.batches.index(batch)
        t.renumber(t.old("entry.posted/1")[0] + 1)
        first = Batch(batch.content[:1], {**batch.seal, "idempotency_key": "split"})
        batch.content = batch.content[1:]
        t.book.batches.insert(at, first)
    yield "split", "0LP", split

    def merge(t: Trial) -> None:
        at = t.book.batches.index(t.old("entry.posted/1")[1])
        one = t.book.batches.pop(at - 1)
        t.book.batches[at - 1].content = one.content + t.book.batches[at - 1].content
    yield "merged", "0LP", merge
    yield "renumbered", "0LP", seal(batch="99")
    yield "first", "0LP", seal(first="1")
    yield "count", "0LP", seal(count="1")


@case(39, "proposer approves; one key under two names")
def _() -> Any:
    grant = {"kind": "role.granted/1", "person": "denis", "role": "closer"}
    yield "approves their own", "P", lambda t: t.two(grant, "anne", "anne")

    def approver(t: Trial) -> None:
        t.two(grant, "anne", "denis")
    yield "approved by one who is no admin", "P", approver

    def possession(t: Trial, person: str, key: Key, role: str) -> Dict[str, Any]:
        text = "fundctl/possession/v1\n%s\n%s\n%s\n-\n" % (t.id, person, role)
        return {"kind": "person.admitted/1", "person": person, "key": key.public, "role": role,
                "proof": key.sign(text.encode()).hex()}
    yield "two names", "P", lambda t: t.two(possession(t, "zoe", t.person("anne"), "admin"))
    yield "a name again", "P", lambda t: t.two(possession(t, "felix", Key.named("felix again"), "admin"))
    yield "the ledger key", "P", lambda t: t.two(possession(t, "zoe", t.book.ledger_key(), "closer"))
    yield "the recovery key", "P", lambda t: t.two(possession(t, "zoe", t.person("recovery"), "closer"))
    yield "a proof for another role", "P", lambda t: t.two({**possession(t, "zoe", Key.named("zoe"), "closer"), "role": "admin"})
    yield "named ledger", "P", lambda t: t.two(possession(t, "ledger", Key.named("zoe"), "closer"))
    yield "founder", "P", lambda t: t.two(possession(t, "zoe", Key.named("zoe"), "founder"))

    def otherwise(t: Trial) -> None:
        t.two(grant)
        t.book.batches[t.before_last() - 1].content[1]["role"] = "auditor"
    yield "another record than proposed", "P", otherwise

    def again(t: Trial) -> None:
        t.two(grant)
        number = t.book.batches[t.before_last() - 1].content[1]["proposal"]
        t.add([{"kind": "role.revoked/1", "person": "denis", "role": "closer", "proposal": number}], "benoit")
    yield "a proposal used again", "P", again

    def refused(t: Trial) -> None:
        number = t.new("approval.refused/1")[3]["proposal"]
        t.add([{"kind": "approval.given/1", "proposal": number}], "benoit")
    yield "a refused proposal approved", "P", refused
    yield "the last admin revoked", "P", lambda t: [
        t.two({"kind": "role.revoked/1", "person": "anne", "role": "admin"}),
        t.add([{"kind": "role.revoked/1", "person": "benoit", "role": "admin", "alone": "yes"}], "benoit")][0]


# ---------------------------------------------------------------- books

def posts(by: str = "anne", **more: Any) -> Callable[[Trial], None]:
    """An entry of its own batch, lawful but for what is given."""
    def act(t: Trial) -> None:
        postings = more.pop("postings", [("1000", 5), ("4000", -5)]) if "postings" in more else [("1000", 5), ("4000", -5)]
        t.add([{**t.next_entry(postings), **more}], by)
    return act


@case(41, "unbalanced entry")
def _() -> Any:
    def act(t: Trial) -> None:
        t.add([t.next_entry([("1000", 5), ("4000", -4)])], "anne")
    yield "by a cent", "0LP", act


@case(42, "wrong control totals")
def _() -> Any:
    def said(name: str, value: str) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.book.fields[name] = value
        return act
    for name in ("entries", "postings", "debit-cents"):
        yield name, "0L", said(name, "7")
    for name, value in (("batches", "7"), ("persons", "2"), ("persons", "5 single-person"), ("alone", "3"), ("annulled", "-"), ("erasures", "0"),
                        ("recovered", "2"), ("rotated", "2"), ("previous-size", "7"), ("previous-root", "ab" * 32),
                        ("previous-records-bytes", "7"), ("previous-records-sha256", "ab" * 32), ("time", "2026-05-01T00:00:00Z"),
                        ("software", "other"), ("previous-export", "-"), ("size", "82"), ("root", "ab" * 32), ("records-bytes", "7"),
                        ("records-sha256", "ab" * 32), ("files", "7"), ("files-bytes", "7"), ("manifest-sha256", "ab" * 32)):
        yield name, "0L", said(name, value)

    def in_employers(name: str) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.of("employers", 2)
            t.book.fields[name] = "7"
        return act
    for name in ("entries", "postings", "debit-cents"):
        yield name + " of employers", "0L", in_employers(name)


@case(43, "derived CSV differs from the records and still balances")
def _() -> Any:
    def edit(name: str, change: Callable[[bytes], bytes]) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            before = open(os.path.join(t.original, name), "rb").read()
            t.book.files[name] = change(before)
            if before == t.book.files[name]:
                raise LookupError(name)
        return act
    yield "postings", "0L", edit("postings.csv", lambda b: b.replace(b",250000,", b",250001,").replace(b",-250000,", b",-250001,"))
    yield "a row less", "0L", edit("postings.csv", lambda b: b"".join(b.splitlines(True)[:-2]))
    yield "a row more", "0L", edit("postings.csv", lambda b: b + b.splitlines(True)[-1])
    yield "a name", "0L", edit("accounts.csv", lambda b: b.replace(b"5000", b"5001", 1))
    yield "balance", "0L", edit("trial-balance.csv", lambda b: b.replace(b"700,", b"701,"))
    yield "quoting", "0L", edit("accounts.csv", lambda b: b.replace(b"Account", b'"Account"'))


@case(44, "gap or double in the ids, entry across funds, mixed classes, closed account")
def _() -> Any:
    def with_entry(edit: Callable[[Dict[str, Any]], Dict[str, Any]]) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            t.add([{**t.next_entry([("1000", 5), ("4000", -5)]), **edit(t.next_entry([("1000", 5), ("4000", -5)]))}], "anne")
        return act

    def postings(*of: Tuple[str, str]) -> Dict[str, Any]:
        return {"postings": [{"account": a, "amount": v} for a, v in of]}
    yield "gap", "0LP", with_entry(lambda e: {"entry": e["entry"][:-2] + "77"})
    yield "double", "0LP", with_entry(lambda e: {"entry": e["entry"][:-6] + "000001"})
    yield "another fund's id", "0LP", with_entry(lambda e: {"entry": e["entry"].replace("FNF", "FDMT")})
    yield "mixed classes", "0LP", with_entry(lambda e: postings(("1000", "5"), ("9000", "-5")))
    yield "inter-fund account without pair", "0LP", with_entry(lambda e: postings(("1100", "5"), ("1000", "-5")))
    yield "pair without inter-fund account", "0LP", with_entry(
        lambda e: {"pair": {"entry": e["entry"].replace("FNF", "FDMT"), "register": "ab" * 32}})
    yield "unknown account", "0LP", with_entry(lambda e: postings(("7777", "5"), ("1000", "-5")))
    yield "closed account", "0LP", with_entry(lambda e: postings(("1999", "5"), ("1000", "-5")))
    yield "zero", "0LP", with_entry(lambda e: postings(("1000", "0"), ("4000", "0")))
    yield "year not opened", "0LP", with_entry(lambda e: {"period": "2027-P01", "entry": "FNF-2027-000001"})
    yield "date after the period", "0LP", with_entry(lambda e: {"date": "2026-06-01"})
    yield "date in a year not opened", "0LP", with_entry(lambda e: {"date": "2022-05-05"})
    yield "envelope", "0LP", with_entry(lambda e: {"postings": [{**p, "envelope": "x"} for p in e["postings"]]})
    yield "unknown document", "0LP", with_entry(lambda e: {"documents": ["ab" * 32]})
    yield "source outside an import", "0LP", with_entry(lambda e: {"source": "s-9"})

    def source_again(t: Trial) -> None:
        batch = t.new("import.recorded/1")[1]
        batch.content[1] = {**batch.content[1], "source": batch.content[0]["source"]}
    yield "source again", "P", source_again
    yield "import's count", "P", change("import.recorded/1", {"entries": "3"})
    yield "account twice", "P", lambda t: t.add([t.old("account.opened/1")[3]], "anne") and None
    yield "account closed with a balance", "P", lambda t: t.add([{"kind": "account.closed/1", "account": "1000"}], "anne") and None
    yield "line of another class", "P", lambda t: t.add([{"kind": "account.opened/1", "account": "1003", "class": "asset",
                                                          "line": "fl-other", "name": "x"}], "anne") and None
    yield "budgetary account with a line", "P", lambda t: t.add([{"kind": "account.opened/1", "account": "1003",
                                                                  "class": "spent", "line": "fa-cash", "name": "x"}], "anne") and None
    yield "year twice", "P", lambda t: t.add([t.old("year.opened/1")[3]], "anne") and None

    def controlled(t: Trial) -> None:
        t.add([{"kind": "year.opened/1", "year": "2027-2028", "budget": "controlled"}], "anne")
        t.add([entry("FNF-2027-000001", "2027-P01", "2026-05-07", [("5000", 5), ("1000", -5)])], "anne")
    yield "expense without envelope under control", "P", controlled


waiting(44, "entry in a closed period", "`period.closed`")


@case(45, "reversal of a reversal, twice reversed, not a mirror")
def _() -> Any:
    def reverse(which: Callable[[Trial], Dict[str, Any]], **more: Any) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            first = which(t)
            negated = [{**p, "amount": str(-int(p["amount"]))} for p in first["postings"]]
            t.add([{**t.next_entry([]), "postings": negated, "reverses": first["entry"], "reason": "x", **more}], "anne")
        return act
    reversal = lambda t: t.new("entry.posted/1", reverses="FNF-2026-000003")[3]  # noqa: E731
    reversed_ = lambda t: t.new("entry.posted/1", entry="FNF-2026-000003")[3]  # noqa: E731
    plain = lambda t: t.new("entry.posted/1", entry="FNF-2026-000001")[3]  # noqa: E731
    annulled = lambda t: t.new("entry.posted/1", entry="FNF-2026-000008")[3]  # noqa: E731
    yield "of a reversal", "0LP", reverse(reversal)
    yield "twice", "0LP", reverse(reversed_)
    yield "not a mirror", "0LP", reverse(plain, postings=[{"account": "1000", "amount": "-1"}, {"account": "4000", "amount": "1"}])
    yield "dated before", "0LP", reverse(plain, date="2026-04-14")
    yield "of an annulled entry", "0LP", reverse(annulled)
    yield "without reason", "P", lambda t: (reverse(plain)(t), t.book.batches[t.before_last() - 1].content[0].pop("reason"))[0]
    yield "of nothing", "P", reverse(plain, reverses="FNF-2026-000999")


import cases_budgets  # noqa: E402,F401 (cases 46 to 49 take their place here)

waiting(53, "what looks like a name in a memo", "a verdict or a remark for warnings; no kind")


# ---------------------------------------------------------------- scope and copies

@case(54, "one register's bundle shown as another's")
def _() -> Any:
    def other(t: Trial) -> None:
        t.path, t.kept = t.scenario.path("fdmt", 2), None
    yield "as it is", "0", other

    def keyed(t: Trial) -> None:
        other(t)
        t.key_path = t.scenario.ledger_pem("fdmt", 2)
    yield "with its own key", "0", keyed

    def named(t: Trial) -> None:
        t.book.fields["register"] = "fdmt"
    yield "renamed", "0L", named

    def origin(t: Trial) -> None:
        t.book.fields["origin"] = "other.example"
        t.book.checkpoint["name"] = "other.example/" + t.id
    yield "another origin", "0L", origin

    def id_(t: Trial) -> None:
        t.book.fields["register-id"] = "ab" * 32
    yield "another id", "0L", id_


@case(55, "partial export shown as whole")
def _() -> Any:
    def cut(t: Trial) -> None:
        t.book.line_hook = lambda lines: lines[:-5]
    yield "cut within a batch", "0LP", cut

    def end(t: Trial) -> None:
        del t.book.batches[-1]
    yield "cut after a batch", "0LP", end

    def head(t: Trial) -> None:
        t.book.line_hook = lambda lines: lines[20:]
    yield "without its beginning", "0LP", head

    def segments(edit: Callable[[Trial, bytes, bytes], Dict[str, Optional[bytes]]]) -> Callable[[Trial], None]:
        """A book of two segments."""
        def act(t: Trial) -> None:
            t.of("long", 2)
            parts = [open(os.path.join(t.original, "records", "00000%d.jsonl" % n), "rb").read() for n in (1, 2)]
            t.book.files.update({"records/" + n: c for n, c in edit(t, *parts).items()})
        return act
    yield "the last segment left out", "L", segments(lambda t, a, b: {"000002.jsonl": None})
    yield "the first segment left out", "L", segments(lambda t, a, b: {"000001.jsonl": b, "000002.jsonl": None})
    yield "a line moved to the next segment", "L", segments(lambda t, a, b: {
        "000001.jsonl": a[:a[:-1].rindex(b"\n") + 1], "000002.jsonl": a[a[:-1].rindex(b"\n") + 1:] + b})
    yield "segments exchanged", "L", segments(lambda t, a, b: {"000001.jsonl": b, "000002.jsonl": a})
    yield "segments with a gap", "L", segments(lambda t, a, b: {"000002.jsonl": None, "000003.jsonl": b})


@case(56, "zero records shown as verified")
def _() -> Any:
    def none(t: Trial) -> None:
        t.book.line_hook = lambda lines: []
    yield "no segment", "0L", none

    def empty(t: Trial) -> None:
        t.book.line_hook = lambda lines: []
        t.book.files["records/000001.jsonl"] = b""
    yield "an empty segment", "0L", empty

    def folder(t: Trial) -> None:
        t.path = os.path.join(t.scenario.work, "empty")
        os.makedirs(t.path, exist_ok=True)
    yield "an empty folder", "0", folder


@case(57, "a pair of which one register lacks its half (both bundles given)")
def _() -> Any:
    def other(edit: Callable[[Trial], None]) -> Callable[[Trial], None]:
        """The other fund's bundle, tampered with by its own keys; fnf's is true."""
        def act(t: Trial) -> None:
            theirs = Trial(t.scenario, "fdmt", 2)
            edit(theirs)
            path = os.path.join(t.scenario.work, "other")
            theirs.book.write(path, "P")
            t.path, t.others = t.original, [path]
        return act

    def halves(edit: Callable[[Dict[str, Any], int], Dict[str, Any]]) -> Callable[[Trial], None]:
        """Every half and its reversal, so that the fund's own books hold."""
        def act(t: Trial) -> None:
            for _, batch, place, record in t.book.find("entry.posted/1", pair=...):
                batch.content[place] = edit(record, -1 if "reverses" in record else 1)
        return act

    def plain(record: Dict[str, Any], sign: int) -> Dict[str, Any]:
        postings = [{"account": "4000", "amount": str(-400 * sign)}, {"account": "1000", "amount": str(400 * sign)}]
        return {n: v for n, v in {**record, "postings": postings}.items() if n != "pair"}
    yield "an ordinary entry instead", "P", other(halves(plain))

    def alone(t: Trial) -> None:
        halves(plain)(t)
        for batch in t.book.batches:
            batch.keep["siblings"] = []
    yield "and no siblings", "P", other(alone)
    yield "another amount", "P", other(halves(lambda r, sign: {**r, "postings": [
        {"account": "2100", "amount": str(-401 * sign)}, {"account": "1000", "amount": str(401 * sign)}]}))
    yield "another date", "P", other(halves(lambda r, sign: {**r, "date": "2026-05-06"}))

    def own(t: Trial) -> None:
        """fnf's half changed, and both seals agree on the roots: only the amounts differ."""
        from forge import root_of
        theirs = Book.read(t.scenario.path("fdmt", 2), t.scenario.by_public)
        mine = t.book.find("entry.posted/1", pair=...)[0]
        yours = theirs.find("entry.posted/1", pair=...)[0]
        mine[1].content[0] = {**mine[3], "postings": [{"account": "1100", "amount": "500"}, {"account": "1000", "amount": "-500"}]}
        again = t.book.find("entry.posted/1", pair=...)[1]
        again[1].content[0] = {**again[3], "postings": [{"account": "1100", "amount": "-500"}, {"account": "1000", "amount": "500"}]}
        for one, two in ((mine, yours), (again, theirs.find("entry.posted/1", pair=...)[1])):
            two[1].seal["siblings"] = [{**two[1].seal["siblings"][0], "content_root": root_of([canonical(one[1].content[0])])}]
        path = os.path.join(t.scenario.work, "other")
        theirs.write(path, "P")
        t.others = [path]
    yield "amounts differ under seals that agree", "P", own


def continued(t: Trial, keep_batches: int, exports: int) -> None:
    """The book as of an earlier batch, gone its own way, with further exports."""
    del t.book.batches[keep_batches:]
    for number in range(2, 2 + exports):
        count = len(t.book.batches)
        last = int(t.book.batches[-1].seal["time"][8:10])
        for content, by in (([{"kind": "account.opened/1", "account": "80%02d" % count, "class": "asset", "name": "x"}], "anne"),
                            ([{"kind": "export.opened/1", "number": str(number), "software": "forge 1",
                               "time": "2026-06-%02dT00:00:00Z" % min(last, 28),
                               "previous_statement": sha256(open(t.kept, "rb").read()).hex() if t.kept else "-"}], "anne")):
            t.book.append(content, t.person(by), "2026-06-%02dT00:00:00Z" % min(last, 28))


def witnessed(act: Callable[[Trial], None]) -> Callable[[Trial], None]:
    """The same to an auditor who holds a witness's key and kept no STATEMENT; the note is of the true export 2."""
    def judged(t: Trial) -> None:
        act(t)
        t.kept, key = None, Key.named("witness w1")
        t.witnesses = [t.scenario.pem(key.public)]

        def put(path: str) -> None:
            os.mkdir(os.path.join(path, "cosignatures"))
            with open(os.path.join(path, "cosignatures", "w1.note"), "wb") as file:
                file.write(cosign(t.original, key, "w1", 1_780_000_000))
        t.after.append(put)
    return judged


@case(59, "a copied book that went its own way (kept STATEMENT of export 2, or a witness)")
def _() -> Any:
    def act(t: Trial) -> None:
        at = t.book.batches.index(t.book.find("export.opened/1")[0][1]) + 1
        t.kept = os.path.join(t.original, "STATEMENT")
        continued(t, at, 2)
    yield "exports 2 and 3 of its own", "P", act
    yield "a witness cosigned the other", "P", witnessed(act)


@case(60, "an old backup restored and continued (kept STATEMENT of export 2, or a witness)")
def _() -> Any:
    def act(t: Trial) -> None:
        at = t.book.batches.index(t.book.find("export.opened/1")[0][1]) + 1
        continued(t, at, 1)
        t.kept = os.path.join(t.original, "STATEMENT")
    yield "export 2 again", "P", act
    yield "a witness cosigned the other", "P", witnessed(act)


@case(61, "a record annulled without two admins")
def _() -> Any:
    target = lambda t: str(t.new("entry.posted/1", entry="FNF-2026-000009")[0])  # noqa: E731

    def alone(t: Trial) -> None:
        t.add([{"kind": "record.annulled/1", "record": target(t), "reason": "x", "alone": "yes"}], "anne")
    yield "alone", "0LP", alone

    def bare(t: Trial) -> None:
        t.add([{"kind": "record.annulled/1", "record": target(t), "reason": "x"}], "anne")
    yield "without proposal", "0LP", bare

    def unapproved(t: Trial) -> None:
        t.add([{"kind": "record.annulled.proposed/1", "record": target(t), "reason": "x"}], "anne")
        t.add([{"kind": "record.annulled/1", "record": target(t), "reason": "x", "proposal": str(t.last_content())}], "benoit")
    yield "not approved", "0LP", unapproved
    yield "by its proposer", "P", lambda t: t.two({"kind": "record.annulled/1", "record": target(t), "reason": "x"}, "anne", "anne")
    yield "annulled already", "P", lambda t: t.two({"kind": "record.annulled/1", "reason": "x",
                                                    "record": t.new("record.annulled/1")[3]["record"]})
    yield "one of a pair", "P", lambda t: t.two({"kind": "record.annulled/1", "reason": "x",
                                                 "record": str(t.new("entry.posted/1", pair=...)[0])})


import cases_grants  # noqa: E402 (of 39, 43 and 50)
import cases_services  # noqa: E402 (40, 51, 52, 58, of 43)

LAWFUL: Dict[str, List[Tuple[str, Callable[[Trial], None]]]] = {"grants": cases_grants.LAWFUL, "services": cases_services.LAWFUL}
CASES.sort(key=lambda c: c.number)
