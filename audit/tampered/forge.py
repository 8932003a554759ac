#!/usr/bin/env python3
"""Makes bundles from FORMAT.md, true ones and, with the keys in hand, false ones. For tests only.

    forge.py DIR        writes a small true scenario: DIR/keys/*.pem, DIR/REGISTER.N for exports 1 and 2

It shares nothing with the verifiers (but for the files of employers: forge_services.py). A Book is a list of batches, read from a bundle or built record by record;
write() makes a bundle of it by one of three hands: "0" holds no key and keeps the old signatures, "L" signs
STATEMENT and checkpoint anew, "P" seals every batch anew too. All three make everything else agree.
"""
import base64
import copy
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
from typing import Any, Callable, Dict, List, Optional, Tuple

import forge_budgets
import forge_grants

SEGMENT = 65_536
PUBLIC_PREFIX = bytes.fromhex("302a300506032b6570032100")
PRIVATE_PREFIX = bytes.fromhex("302e020100300506032b657004220420")
FINANCIAL = ("asset", "liability", "net-assets", "revenue", "expense")
FUNDS = ("fnf", "fdmt")


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def libcrypto() -> Any:
    lib = ctypes.CDLL("libcrypto.so.3")
    for function in ("EVP_PKEY_new_raw_private_key", "EVP_MD_CTX_new"):
        getattr(lib, function).restype = ctypes.c_void_p
    return lib


class Key:
    """An Ed25519 key from its seed."""

    lib: Any = None

    def __init__(self, seed: bytes) -> None:
        Key.lib = Key.lib or libcrypto()
        self.seed = seed
        self.handle = ctypes.c_void_p(Key.lib.EVP_PKEY_new_raw_private_key(1087, None, seed, ctypes.c_size_t(32)))
        raw, size = ctypes.create_string_buffer(32), ctypes.c_size_t(32)
        Key.lib.EVP_PKEY_get_raw_public_key(self.handle, raw, ctypes.byref(size))
        self.public = raw.raw.hex()

    @staticmethod
    def named(name: str) -> "Key":
        return Key(sha256(b"a key for tests: " + name.encode()))

    @staticmethod
    def of_pem(path: str) -> "Key":
        """PKCS#8 PEM without a passphrase, or whatever else openssl reads so."""
        with open(path, "rb") as file:
            lines = file.read().split()
        der = base64.b64decode(lines[3]) if lines[:3] == [b"-----BEGIN", b"PRIVATE", b"KEY-----"] else b""
        if len(der) == 48 and der.startswith(PRIVATE_PREFIX):
            return Key(der[16:])
        der = subprocess.run(["openssl", "pkey", "-in", path, "-outform", "DER", "-passin", "pass:"], check=True,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        if not der.startswith(PRIVATE_PREFIX):
            raise ValueError(path)
        return Key(der[16:48])

    def sign(self, message: bytes) -> bytes:
        context = ctypes.c_void_p(Key.lib.EVP_MD_CTX_new())
        out, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
        Key.lib.EVP_DigestSignInit(context, None, None, None, self.handle)
        Key.lib.EVP_DigestSign(context, out, ctypes.byref(size), message, ctypes.c_size_t(len(message)))
        Key.lib.EVP_MD_CTX_free(context)
        return out.raw

    def private_pem(self) -> bytes:
        return b"-----BEGIN PRIVATE KEY-----\n" + base64.b64encode(PRIVATE_PREFIX + self.seed) + b"\n-----END PRIVATE KEY-----\n"


def public_pem(key: str) -> bytes:
    return (b"-----BEGIN PUBLIC KEY-----\n" + base64.b64encode(PUBLIC_PREFIX + bytes.fromhex(key))
            + b"\n-----END PUBLIC KEY-----\n")


def canonical(value: Any) -> bytes:
    """FORMAT.md section 2; bytes stand for themselves, so that a line may be false."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return b'"' + value.replace("\\", "\\\\").replace('"', '\\"').encode("utf-8", "surrogatepass") + b'"'
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    return b"{" + b",".join(canonical(n) + b":" + canonical(value[n]) for n in sorted(value)) + b"}"


def leaf(line: bytes) -> bytes:
    return sha256(b"\0" + line)


class Peaks:
    """Roots of the full subtrees on the left, by height: the RFC 6962 tree as it grows."""

    def __init__(self) -> None:
        self.by_height: List[Optional[bytes]] = []

    def add(self, node: bytes) -> None:
        for height, other in enumerate(self.by_height):
            if other is None:
                self.by_height[height] = node
                return
            node, self.by_height[height] = sha256(b"\1" + other + node), None
        self.by_height.append(node)

    def root(self) -> bytes:
        result = None
        for node in self.by_height:
            if node is not None:
                result = node if result is None else sha256(b"\1" + node + result)
        return sha256(b"") if result is None else result


def root_of(lines: List[bytes]) -> str:
    peaks = Peaks()
    for line in lines:
        peaks.add(leaf(line))
    return peaks.root().hex()


class Batch:
    """Content records (objects, or bytes where a line is to be false) and the seal. `seal` is None where it is missing.

    Of the seal, "P" recomputes what follows from the content, unless it is in `keep`.
    """

    def __init__(self, content: List[Any], seal: Optional[Dict[str, Any]]) -> None:
        self.content, self.seal = content, seal
        self.keep: Dict[str, Any] = {}
        self.signer: Optional[Key] = None  # another key than the one that the seal names


class Book:
    """A register's records in hand, with every key that its owner knows."""

    def __init__(self, keys: Dict[str, Key]) -> None:
        self.keys = keys  # public -> key
        self.batches: List[Batch] = []
        self.readme = {"README.en.txt": b"A bundle made for tests.\n", "README.fr.txt": "Un dossier fait pour les essais.\n".encode()}
        self.documents: Dict[str, bytes] = {}
        self.fields: Dict[str, str] = {}  # of STATEMENT, said otherwise than the records do
        self.files: Dict[str, bytes] = {}  # derived files, other than the records give
        self.checkpoint: Dict[str, Any] = {}  # name, size, root, text said otherwise
        self.ledger: Optional[Key] = None  # another key than the one in force signs
        self.line_hook: Optional[Callable[[List[bytes]], List[bytes]]] = None  # last change of the lines, after seals
        self.statement_hook: Optional[Callable[[bytes], bytes]] = None  # before it is signed
        self.manifest_hook: Optional[Callable[[bytes], bytes]] = None

    @staticmethod
    def read(path: str, keys: Dict[str, Key]) -> "Book":
        book = Book(keys)
        folder = os.path.join(path, "records")
        batch: List[Any] = []
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                for line in file:
                    record = json.loads(line)
                    if record["kind"] == "batch.sealed/1":
                        book.batches.append(Batch(batch, record))
                        batch = []
                    else:
                        batch.append(record)
        for name in book.readme:
            with open(os.path.join(path, name), "rb") as file:
                book.readme[name] = file.read()
        return book

    def copy(self) -> "Book":
        keys, self.keys = self.keys, {}
        other = copy.deepcopy(self)
        self.keys = other.keys = keys
        return other

    @property
    def first(self) -> Dict[str, Any]:
        return self.batches[0].content[0]

    @property
    def id(self) -> str:
        return sha256(canonical(self.first)).hex()

    def records(self) -> List[Tuple[int, Batch, int, Any]]:
        """(sequence, batch, place in its content, record) of every content record."""
        found, sequence = [], 0
        for batch in self.batches:
            for place, record in enumerate(batch.content):
                sequence += 1
                found.append((sequence, batch, place, record))
            sequence += batch.seal is not None
        return found

    def find(self, kind: str, **members: Any) -> List[Tuple[int, Batch, int, Any]]:
        return [r for r in self.records() if isinstance(r[3], dict) and r[3]["kind"] == kind
                and all(r[3].get(n) == v or v is ... and n in r[3] for n, v in members.items())]

    def size(self) -> int:
        return sum(len(b.content) + (b.seal is not None) for b in self.batches)

    # ---- building

    def append(self, content: List[Dict[str, Any]], by: Key, time: str, siblings: Optional[List[Dict[str, str]]] = None) -> None:
        self.batches.append(Batch(content, {"kind": "batch.sealed/1", "key": by.public, "time": time,
                                            "siblings": siblings or []}))

    def lines(self, hand: str) -> List[bytes]:
        """All lines; by "P" every seal is made anew."""
        lines: List[bytes] = []
        peaks, register = Peaks(), self.id
        for number, batch in enumerate(self.batches, 1):
            before, first = peaks.root().hex(), len(lines) + 1
            content = [canonical(record) for record in batch.content]
            for line in content:
                peaks.add(leaf(line))
            lines += content
            if batch.seal is None:
                continue
            if hand == "P":
                key = batch.signer or self.keys[batch.keep.get("key", batch.seal["key"])]
                batch.seal = {**batch.seal, "batch": str(number), "first": str(first), "count": str(len(content)),
                              "content_hash": sha256(b"\n".join(content)).hex(), "content_root": root_of(content),
                              "register": register, "root_before": before, "root_after": peaks.root().hex(),
                              "idempotency_key": batch.seal.get("idempotency_key", "key-%d" % number), **batch.keep}
                batch.seal.pop("signature", None)
                if "signature" in batch.keep:
                    batch.seal["signature"] = batch.keep["signature"]
                else:
                    batch.seal["signature"] = key.sign(b"fundctl/seal/v1\n" + canonical(batch.seal)).hex()
            else:
                batch.seal.update(batch.keep)
            lines.append(canonical(batch.seal))
            peaks.add(leaf(lines[-1]))
        return self.line_hook(lines) if self.line_hook else lines

    def ledger_key(self) -> Key:
        rotated = self.find("ledger-key.rotated/1")
        return self.ledger or self.keys[rotated[-1][3]["new_key"] if rotated else self.first["ledger_key"]]

    def write(self, path: str, hand: str, signatures_of: Optional[str] = None) -> bytes:
        """Makes a bundle; `signatures_of` is the bundle whose signatures hand "0" keeps. Returns its STATEMENT."""
        shutil.rmtree(path, ignore_errors=True)
        os.makedirs(os.path.join(path, "records"))
        os.makedirs(os.path.join(path, "keys"))
        lines = self.lines(hand)
        fields, derived = derive(lines)
        register, origin = fields["register"], fields["origin"]
        if register == "employers":
            import forge_services  # here: it takes the verifier, which most bundles do not
            derived = forge_services.derive(lines, row)
        files: Dict[str, bytes] = {**self.readme, **derived, **self.files}
        for number in range(0, len(lines), SEGMENT):
            files["records/%06d.jsonl" % (number // SEGMENT + 1)] = b"".join(
                line + b"\n" for line in lines[number:number + SEGMENT])
        key = self.ledger_key() if hand != "0" or self.ledger else None
        files["keys/ledger.pem"] = public_pem(fields.pop("ledger-key") if self.ledger is None else self.ledger.public)
        fields.pop("ledger-key", None)
        for person, public in fields.pop("keys").items():
            files["keys/%s.pem" % person] = public_pem(public)
        files = {**files, **{n: c for n, c in self.files.items()}}
        name = self.checkpoint.get("name", "%s/%s" % (origin, fields["register-id"]))
        text = self.checkpoint.get("text") or "%s\n%s\n%s\n" % (
            name, self.checkpoint.get("size", fields["size"]),
            base64.b64encode(bytes.fromhex(self.checkpoint.get("root", fields["root"]))).decode())
        if key:
            signature = key.sign(text.encode())
            key_hash = sha256(name.encode() + b"\n\x01" + bytes.fromhex(key.public))[:4]
        else:
            with open(os.path.join(signatures_of or "", "checkpoint"), "rb") as file:
                seal = base64.b64decode(file.read().split()[-1])
            key_hash, signature = seal[:4], seal[4:]
        note = text + "\n\u2014 %s %s\n" % (name, base64.b64encode(key_hash + signature).decode())
        files.setdefault("checkpoint", note.encode())
        files = {n: c for n, c in files.items() if c is not None}
        manifest = b"".join(sha256(files[n]).hex().encode() + b"  " + n.encode() + b"\n" for n in sorted(files))
        manifest = self.manifest_hook(manifest) if self.manifest_hook else manifest
        fields.update({"files": str(len(files)), "files-bytes": str(sum(map(len, files.values()))),
                       "manifest-sha256": sha256(manifest).hex(), "schema": "fundctl/bundle/v1"})
        fields.update(self.fields)
        statement = b"fundctl/statement/v1\n" + b"".join(b"%s: %s\n" % (n.encode(), fields[n].encode()) for n in FIELDS)
        statement = self.statement_hook(statement) if self.statement_hook else statement
        files.update({"MANIFEST.sha256": manifest, "STATEMENT": statement})
        if key:
            files["STATEMENT.sig"] = key.sign(statement)
        else:
            with open(os.path.join(signatures_of or "", "STATEMENT.sig"), "rb") as file:
                files["STATEMENT.sig"] = file.read()
        files.update({"documents/" + n: c for n, c in self.documents.items()})
        for name, content in files.items():
            os.makedirs(os.path.dirname(os.path.join(path, name)), exist_ok=True)
            with open(os.path.join(path, name), "wb") as file:
                file.write(content)
        return statement


FIELDS = ("register register-id origin export time size root records-bytes records-sha256 previous-export previous-size "
          "previous-root previous-records-bytes previous-records-sha256 previous-statement batches entries postings "
          "debit-cents persons alone annulled recovered rotated erasures files files-bytes manifest-sha256 schema "
          "software").split()
ROLES = ("admin", "finance-officer", "approver", "closer", "coordinator", "agent", "auditor")


def number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def row(*fields: Any) -> bytes:
    return (",".join('"%s"' % f.replace('"', '""') if '"' in f or "," in f else f for f in map(str, fields))
            + "\n").encode("utf-8", "surrogatepass")


def derive(lines: List[bytes]) -> Tuple[Dict[str, Any], Dict[str, bytes]]:
    """What follows from records (STATEMENT's fields, the derived files), as well as false records allow."""
    records: List[Dict[str, Any]] = []
    for line in lines:
        try:
            record = json.loads(line.decode("utf-8", "surrogatepass"), strict=False)
            records.append(record if isinstance(record, dict) else {})
        except ValueError:
            records.append({})
    fields: Dict[str, Any] = {"register": "fnf", "origin": "x", "ledger-key": "0" * 64, "keys": {}}
    for name in ("register", "origin"):
        fields[name] = records[0].get(name, fields[name]) if records else fields[name]
    fields["ledger-key"] = records[0].get("ledger_key", "0" * 64) if records else "0" * 64
    fields["register-id"] = sha256(lines[0]).hex() if lines else "0" * 64
    held: Dict[str, set] = {}
    lists: Dict[str, List[str]] = {"alone": [], "annulled": [], "recovered": [], "rotated": []}
    accounts: Dict[str, Dict[str, Any]] = {}
    years: Dict[int, None] = {}
    entries: Dict[int, Dict[str, Any]] = {}
    gone: set = set()
    postings_csv = [row(*"record,entry,date,period,account,amount_cents,envelope,reference,memo,reverses".split(","))]
    export: Dict[str, str] = {}
    snapshots: List[Tuple[str, str, str, str]] = [("-",) * 4]
    peaks, joined, size, erasures, batches = Peaks(), hashlib.sha256(), 0, 0, 0

    def rows(sequence: int, entry: Dict[str, Any], sign: int) -> None:
        for p in entry.get("postings", []):
            amount = p.get("amount", "") if sign > 0 else -number(p.get("amount"))
            postings_csv.append(row(sequence, entry.get("entry", ""), entry.get("date", ""), entry.get("period", ""),
                                    p.get("account", ""), amount, p.get("envelope", ""), entry.get("reference", ""),
                                    entry.get("memo", ""), entry.get("reverses", "")))

    for sequence, (line, record) in enumerate(zip(lines, records), 1):
        kind = record.get("kind", "")
        peaks.add(leaf(line))
        joined.update(line + b"\n")
        size += len(line) + 1
        person = record.get("person", "")
        if kind in ("person.admitted/1", "person.recovered/1"):
            fields["keys"][person] = record.get("key", "0" * 64)
            role = record.get("role", "admin")
            held.setdefault(person, set()).update([(r, None) for r in ROLES] if role == "founder"
                                                  else [(role, record.get("scope"))])
        elif kind == "role.granted/1":
            held.setdefault(person, set()).add((record["role"], record.get("scope")))
        elif kind == "role.revoked/1":
            held.setdefault(person, set()).discard((record["role"], record.get("scope")))
        elif kind == "ledger-key.rotated/1":
            fields["ledger-key"] = record["new_key"]
        elif kind == "account.opened/1":
            accounts.setdefault(record.get("account", ""), {**record, "opened": sequence})
        elif kind == "account.closed/1" and record.get("account") in accounts:
            accounts[record["account"]]["closed"] = sequence
        elif kind == "year.opened/1":
            years[number(record.get("year", "")[:4])] = None
        elif kind == "entry.posted/1":
            entries[sequence] = record
            rows(sequence, record, 1)
        elif kind == "record.annulled/1" and number(record.get("record")) in entries:
            gone.add(number(record["record"]))
            rows(sequence, entries[number(record["record"])], -1)
        elif kind == "export.opened/1":
            export = record
        elif kind == "batch.sealed/1":
            batches += 1
            if sequence > 1 and records[sequence - 2].get("kind") == "export.opened/1":
                snapshots.append((str(sequence), peaks.root().hex(), str(size), joined.hexdigest()))
        erasures += kind == "subject.erased/1"
        for name, holds in (("alone", "alone" in record), ("annulled", kind == "record.annulled/1"),
                            ("recovered", kind == "person.recovered/1"), ("rotated", kind == "ledger-key.rotated/1")):
            if holds:
                lists[name].append(str(sequence))
    live = [e for s, e in entries.items() if s not in gone]
    debit = 0
    sums: Dict[Tuple[int, str], List[int]] = {}
    for entry in live:
        for p in entry.get("postings", []):
            amount = number(p.get("amount"))
            if accounts.get(p.get("account"), {}).get("class") in FINANCIAL and amount > 0:
                debit += amount
            found = sums.setdefault((number(entry.get("period", "")[:4]), p.get("account", "")), [0, 0])
            found[amount < 0] += abs(amount)
    fields.update(size=str(len(lines)), root=peaks.root().hex(), batches=str(batches), erasures=str(erasures))
    fields.update({"records-bytes": str(size), "records-sha256": joined.hexdigest()})
    fields.update({n: ",".join(v) or "-" for n, v in lists.items()})
    admins = sum(("admin", None) in roles for roles in held.values())
    fields["persons"] = "%d%s" % (sum(map(bool, held.values())), " single-person" if admins < 2 else "")
    fund = fields["register"] in FUNDS
    fields.update({"entries": str(len(live)) if fund else "-", "debit-cents": str(debit) if fund else "-",
                   "postings": str(sum(len(e.get("postings", [])) for e in live)) if fund else "-"})
    fields.update(export=export.get("number", "1"), time=export.get("time", "2026-01-01T00:00:00Z"),
                  software=export.get("software", "x"))
    fields["previous-statement"] = export.get("previous_statement", "-")
    fields["previous-export"] = str(number(fields["export"]) - 1) if fields["export"] != "1" else "-"
    previous = snapshots[-2] if len(snapshots) > 1 else snapshots[0]
    for name, value in zip(("size", "root", "records-bytes", "records-sha256"), previous):
        fields["previous-" + name] = value
    chart = [row(*"account,name,name_en,class,line,opened_record,closed_record".split(","))]
    for code in sorted(accounts):
        a = accounts[code]
        chart.append(row(code, a.get("name", ""), a.get("name_en", ""), a.get("class", ""), a.get("line", ""), a["opened"],
                         a.get("closed", "")))
    balance = [row(*"year,account,name,opening_cents,debit_cents,credit_cents,balance_cents".split(","))]
    for year in sorted(years):
        for code in sorted(accounts):
            before = [v for (y, c), v in sums.items() if c == code and y < year]
            debits, credits = sums.get((year, code), [0, 0])
            opening = sum(v[0] - v[1] for v in before)
            if before or (year, code) in sums:
                balance.append(row("%d-%d" % (year, year + 1), code, accounts[code].get("name", ""), opening, debits,
                                   credits, opening + debits - credits))
    return fields, {"accounts.csv": b"".join(chart), "postings.csv": b"".join(postings_csv),
                    "trial-balance.csv": b"".join(balance), **forge_budgets.derive(records, row, canonical),
                    **forge_grants.derive(records, row)}


def cosign(path: str, key: Key, name: str, seconds: int, text: Optional[bytes] = None) -> bytes:
    """A note of a witness (section 16.1) over the checkpoint of a bundle, or over another text."""
    with open(os.path.join(path, "checkpoint"), "rb") as file:
        text = text or file.read().split(b"\n\n")[0] + b"\n"
    key_hash = sha256(name.encode() + b"\n\x04" + bytes.fromhex(key.public))[:4]
    signature = key.sign(b"cosignature/v1\ntime %d\n" % seconds + text)
    line = "\u2014 %s %s\n" % (name, base64.b64encode(key_hash + seconds.to_bytes(8, "big") + signature).decode())
    return text + b"\n" + line.encode()


# ---------------------------------------------------------------- a true scenario

class Maker:
    """Builds the three registers of one book, side by side."""

    def __init__(self, keys: Dict[str, Key]) -> None:
        self.keys, self.by_public = keys, {k.public: k for k in keys.values()}
        self.books: Dict[str, Book] = {}
        self.minute = 0
        self.statements: Dict[str, bytes] = {}

    def time(self) -> str:
        self.minute += 1
        return "2026-05-%02dT%02d:%02d:00Z" % (1 + self.minute // 1440, self.minute // 60 % 24, self.minute % 60)

    def possession(self, register: str, person: str, role: str, scope: str = "-") -> str:
        text = "fundctl/possession/v1\n%s\n%s\n%s\n%s\n" % (self.books[register].id, person, role, scope)
        return self.keys[person].sign(text.encode()).hex()

    def create(self, register: str, founders: List[str], rest: List[Dict[str, Any]]) -> None:
        book = self.books[register] = Book(self.by_public)
        first = {"kind": "register.created/1", "register": register, "origin": "book.example", "template": "test",
                 "ledger_key": self.keys["ledger-" + register].public, "recovery_key": self.keys["recovery"].public,
                 "random": sha256(register.encode()).hex(),
                 "founders": [{"person": p, "key": self.keys[p].public} for p in founders]}
        book.batches = [Batch([first], None)]
        content = [first] + [{"kind": "person.admitted/1", "person": p, "key": self.keys[p].public, "role": "founder",
                              "proof": self.possession(register, p, "founder")} for p in founders] + rest
        book.batches = []
        book.append(content, self.keys[founders[0]], self.time())

    def do(self, register: str, by: str, *content: Dict[str, Any]) -> int:
        """Appends a batch; returns the sequence of its first record."""
        book = self.books[register]
        book.append(list(content), self.keys[by], self.time())
        return book.size() - len(content)

    def two(self, register: str, by: str, other: str, record: Dict[str, Any]) -> int:
        """A proposal by one, approved and recorded by the other; returns the record's sequence."""
        proposal = self.do(register, by, {**record, "kind": record["kind"].replace("/", ".proposed/")})
        return self.do(register, other, {"kind": "approval.given/1", "proposal": str(proposal)},
                       {**record, "proposal": str(proposal)}) + 1

    def admission(self, register: str, person: str, role: str, scope: Optional[str] = None) -> Dict[str, Any]:
        record = {"kind": "person.admitted/1", "person": person, "key": self.keys[person].public, "role": role,
                  "proof": self.possession(register, person, role, scope or "-")}
        return {**record, "scope": scope} if scope else record

    def pair(self, by: str, *halves: Tuple[str, Dict[str, Any]]) -> None:
        """One command that appends to two registers."""
        time = self.time()
        siblings = {r: {"register": self.books[r].id, "batch": str(len(self.books[r].batches) + 1),
                        "content_root": root_of([canonical(c)])} for r, c in halves}
        for register, content in halves:
            others = [s for r, s in siblings.items() if r != register]
            self.books[register].append([content], self.keys[by], time, sorted(others, key=lambda s: s["register"]))

    def export(self, register: str, by: str, path: str) -> None:
        book = self.books[register]
        before = self.statements.get(register)
        number_ = len(book.find("export.opened/1")) + 1
        self.do(register, by, {"kind": "export.opened/1", "number": str(number_), "software": "forge 1", "time": self.time(),
                               "previous_statement": sha256(before).hex() if before else "-"})
        self.statements[register] = book.write(path, "P")


def entry(id_: str, period: str, date: str, postings: List[Tuple[str, int]], **more: Any) -> Dict[str, Any]:
    return {"kind": "entry.posted/1", "entry": id_, "period": period, "date": date, "memo": more.pop("memo", "Note, « dite »"),
            "reference": more.pop("reference", ""), "postings": [{"account": a, "amount": str(v)} for a, v in postings], **more}


CHART = [("1000", "asset", "fa-cash"), ("1100", "asset", "fa-due-from-fund"), ("1999", "asset", None), ("2100", "liability", "fl-due-to-fund"),
         ("3000", "net-assets", "na-restricted"), ("4000", "revenue", "rev-levies"), ("5000", "expense", "exp-grants"),
         ("9000", "authorised", None), ("9100", "available", None)]


def chart() -> List[Dict[str, Any]]:
    return [{"kind": "account.opened/1", "account": code, "class": class_, "name": "Compte \"%s\"" % code, "name_en": "Account",
             **({"line": line} if line else {})} for code, class_, line in CHART]


PEOPLE = ("anne", "benoit", "chantal", "denis", "felix", "gilles", "hugo", "recovery", "ledger-fnf", "ledger-fdmt", "ledger-employers",
          "ledger-employers-2", "attacker")


def scenario(path: str) -> Dict[str, Key]:
    """Every kind of record at least once, two exports of each register."""
    keys = {name: Key.named(name) for name in PEOPLE}
    os.makedirs(os.path.join(path, "keys"), exist_ok=True)
    for name, key in keys.items():
        with open(os.path.join(path, "keys", name + ".pem"), "wb") as file:
            file.write(key.private_pem())
    maker = Maker(keys)
    where = lambda register, n: os.path.join(path, "%s.%d" % (register, n))  # noqa: E731
    document = b"the contents of a document\n"
    known = sha256(document).hex()
    years = [{"kind": "year.opened/1", "year": "2026-2027", "budget": "none"},
             {"kind": "year.opened/1", "year": "2025-2026", "budget": "none"}]
    for register in FUNDS:
        fund = register.upper()
        maker.create(register, ["anne", "benoit"], chart())
        maker.do(register, "anne", *years)
        maker.do(register, "anne",
                 entry(fund + "-2026-000001", "2026-P01", "2026-04-15", [("1000", 250_000), ("4000", -250_000)]),
                 entry(fund + "-2026-000002", "2026-P01", "2026-04-16", [("5000", 12_345), ("1000", -12_345)]),
                 entry(fund + "-2025-000001", "2025-P13", "2026-03-31", [("1000", 700), ("3000", -700)]))
        maker.do(register, "benoit", {"kind": "document.added/1", "name": "pièce.pdf", "sha256": known,
                                      "size": str(len(document)), "type": "application/pdf"},
                 entry(fund + "-2026-000003", "2026-P02", "2026-05-02", [("1999", 10), ("1000", -10)], documents=[known]))
        maker.export(register, "anne", where(register, 1))
    maker.books["fdmt"].documents[known] = document
    for register in FUNDS:
        fund = register.upper()
        maker.do(register, "anne", entry(fund + "-2026-000004", "2026-P02", "2026-05-03", [("1999", -10), ("1000", 10)],
                                         reverses=fund + "-2026-000003", reason="erreur de compte"),
                 {"kind": "account.closed/1", "account": "1999"})
    paired = lambda sign, register, other, n, date, **more: entry(  # noqa: E731
        "%s-2026-00000%d" % (register.upper(), n), "2026-P02", date,
        [("1100" if sign > 0 else "2100", sign * 400), ("1000", -sign * 400)],
        pair={"register": maker.books[other].id, "entry": "%s-2026-00000%d" % (other.upper(), n)}, **more)
    maker.pair("anne", ("fnf", paired(1, "fnf", "fdmt", 5, "2026-05-04")), ("fdmt", paired(-1, "fdmt", "fnf", 5, "2026-05-04")))
    mirrored = lambda register, other, accounts: entry(  # noqa: E731
        register.upper() + "-2026-000006", "2026-P02", "2026-05-05", accounts, reverses=register.upper() + "-2026-000005",
        reason="versé deux fois", pair={"register": maker.books[other].id, "entry": other.upper() + "-2026-000006"})
    maker.pair("anne", ("fnf", mirrored("fnf", "fdmt", [("1100", -400), ("1000", 400)])),
               ("fdmt", mirrored("fdmt", "fnf", [("2100", 400), ("1000", -400)])))
    for register in FUNDS:
        fund = register.upper()
        maker.two(register, "anne", "benoit", maker.admission(register, "chantal", "finance-officer"))
        maker.two(register, "anne", "benoit", maker.admission(register, "denis", "auditor"))
        maker.two(register, "benoit", "anne", maker.admission(register, "gilles", "agent", "region-06"))
        maker.two(register, "anne", "benoit", maker.admission(register, "felix", "finance-officer"))
        maker.do(register, "felix", entry(fund + "-2026-000007", "2026-P02", "2026-05-06", [("1000", 1), ("4000", -1)]))
        maker.two(register, "anne", "benoit", {"kind": "role.revoked/1", "person": "felix", "role": "finance-officer"})
        refused = maker.do(register, "anne", {"kind": "role.granted.proposed/1", "person": "chantal", "role": "closer"})
        maker.do(register, "benoit", {"kind": "approval.refused/1", "proposal": str(refused), "reason": "pas encore"})
        maker.two(register, "anne", "benoit", {"kind": "role.granted/1", "person": "chantal", "role": "approver"})
        if register == "fnf":
            forge_budgets.fill(maker, register)
        maker.do(register, "chantal",
                 entry(fund + "-2026-000008", "2026-P02", "2026-05-07", [("5000", 5_000), ("1000", -5_000)], source="s-1", row="2"),
                 entry(fund + "-2026-000009", "2026-P02", "2026-05-07", [("5000", 6_000), ("1000", -6_000)], source="s-2", row="3"),
                 {"kind": "import.recorded/1", "entries": "2", "file": "mai.csv", "file_sha256": known, "known": "0",
                  "map": {"columns": ["a", {"b": "c"}]}, "rows": "2", "skipped": "0"})
        target = maker.books[register].find("entry.posted/1", entry=fund + "-2026-000008")[0][0]
        maker.two(register, "anne", "benoit", {"kind": "record.annulled/1", "record": str(target), "reason": "doublon"})
        subject = sha256(register.encode()).hex()[:32]
        maker.do(register, "anne", {"kind": "subject.opened/1", "subject": subject, "fields": {"birth-date": known, "name": known}})
        maker.do(register, "anne", {"kind": "subject.erased/1", "subject": subject, "reason": "demande"})
        maker.export(register, "denis", where(register, 2))
    maker.create("employers", ["anne"], [])
    maker.export("employers", "anne", where("employers", 1))
    maker.do("employers", "anne", {**maker.admission("employers", "gilles", "agent", "region-06"), "alone": "yes"})
    maker.do("employers", "gilles", {"kind": "subject.opened/1", "subject": known[:32], "fields": {"name": known}})
    book = maker.books["employers"]
    old, new = keys["ledger-employers"], keys["ledger-employers-2"]
    text = ("fundctl/ledger-key/v1\n%s\n%s\n%s\n" % (book.id, old.public, new.public)).encode()
    maker.do("employers", "anne", {"kind": "ledger-key.rotated/1", "old_key": old.public, "new_key": new.public,
                                   "proof_old": old.sign(text).hex(), "proof_new": new.sign(text).hex()})
    recovery = ("fundctl/recovery/v1\n%s\n%s\n%s\n" % (book.id, "benoit", keys["benoit"].public)).encode()
    maker.do("employers", "benoit", {"kind": "person.recovered/1", "person": "benoit", "key": keys["benoit"].public,
                                     "proof": maker.possession("employers", "benoit", "admin"),
                                     "recovery_proof": keys["recovery"].sign(recovery).hex()})
    maker.export("employers", "benoit", where("employers", 2))
    return keys


def long_book(path: str) -> None:
    """A register of more than one segment, export 1 in the second: DIR/long.1 and DIR/long.2, with the scenario's keys."""
    maker = Maker({name: Key.named(name) for name in PEOPLE})
    maker.create("employers", ["anne"], [])
    known = sha256(b"").hex()
    maker.do("employers", "anne", *({"kind": "document.added/1", "name": "x", "sha256": "%064x" % place, "size": "0", "type": "x"}
                                    for place in range(SEGMENT)))
    maker.export("employers", "anne", os.path.join(path, "long.1"))
    maker.do("employers", "anne", {"kind": "document.added/1", "name": "x", "sha256": known, "size": "0", "type": "x"})
    maker.export("employers", "anne", os.path.join(path, "long.2"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: forge.py DIR")
    scenario(sys.argv[1])
