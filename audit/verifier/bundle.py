"""FORMAT.md §10 to §12: the folder, STATEMENT, MANIFEST.sha256; integrity, origin, append-only."""
import hashlib
import os
import re
import stat
from array import array
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

from .keys import pem_of, signed
from .kinds import BUDGETED, GRANTED, SERVED, check_record
from .lines import Tree, leaf_hash, scan
from .notes import Lines, check_ledger_line, note_lines, read_checkpoint
from .words import (HEX, MAX_FILES, MAX_LINE, MAX_MANIFEST, MAX_NOTE, MAX_STATEMENT, ORIGIN, REGISTER, SEGMENT,
                    SOFTWARE, Check, Refused, form, is_count, is_sequence, is_time, need, sha256)


COMPONENT = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
FOLDERS = ("records", "rules", "keys", "cosignatures", "documents")
SIGNED_BY_NAME = ("STATEMENT", "STATEMENT.sig", "STATEMENT.tsr", "MANIFEST.sha256")
DERIVED = ("accounts.csv", "postings.csv", "trial-balance.csv")
OF_BUDGETS = ("budgets.csv", "transfers.csv")  # where there is a record of §18
OF_GRANTS = ("grants.csv", "payments.csv", "levies.csv")  # where there is a record of §19
OF_SERVICES = ("employers.csv", "establishments.csv", "interventions.csv", "agreements.csv", "participations.csv", "committees.csv",
               "figures.csv", "targets.csv", "counts.csv")  # where employers has a record of §20


def either_dash(check: Check) -> Check:
    return lambda v: v == "-" or check(v)


def is_sequences(v: str) -> bool:
    if v == "-":
        return True
    if not all(map(is_sequence, v.split(","))):
        return False
    numbers = list(map(int, v.split(",")))
    return all(a < b for a, b in zip(numbers, numbers[1:]))


def is_persons(v: str) -> bool:
    return is_count(v[:-14] if v.endswith(" single-person") else v)


FIELDS: Tuple[Tuple[str, Check], ...] = (
    ("register", REGISTER), ("register-id", HEX), ("origin", ORIGIN), ("export", is_sequence), ("time", is_time),
    ("size", is_sequence), ("root", HEX), ("records-bytes", is_sequence), ("records-sha256", HEX),
    ("previous-export", either_dash(is_sequence)), ("previous-size", either_dash(is_sequence)),
    ("previous-root", either_dash(HEX)), ("previous-records-bytes", either_dash(is_sequence)),
    ("previous-records-sha256", either_dash(HEX)), ("previous-statement", either_dash(HEX)), ("batches", is_count),
    ("entries", either_dash(is_count)), ("postings", either_dash(is_count)), ("debit-cents", either_dash(is_count)),
    ("persons", is_persons), ("alone", is_sequences), ("annulled", is_sequences), ("recovered", is_sequences),
    ("rotated", is_sequences), ("erasures", is_count), ("files", is_count), ("files-bytes", is_count),
    ("manifest-sha256", HEX), ("schema", form("fundctl/bundle/v1")), ("software", SOFTWARE))


def parse_statement(data: bytes) -> Dict[str, str]:
    """§10.1, field by field in their order."""
    need(len(data) <= MAX_STATEMENT and data.isascii() and data.endswith(b"\n"), "STATEMENT: ASCII, a last LF, 1 MiB")
    lines = data.decode("ascii").split("\n")[:-1]
    need(lines[0] == "fundctl/statement/v1", "STATEMENT: unknown first line")
    need(len(lines) == len(FIELDS) + 1, "STATEMENT: {} fields instead of {}", len(lines) - 1, len(FIELDS))
    values = {}
    for line, (name, grammar) in zip(lines[1:], FIELDS):
        value = line[len(name) + 2:]
        need(line.startswith(name + ": ") and grammar(value), "STATEMENT: “{}” instead of the field {}", line, name)
        values[name] = value
    return values


def parse_manifest(data: bytes) -> Dict[str, str]:
    """§10.2: path -> hash."""
    need(len(data) <= MAX_MANIFEST and data.isascii() and data.endswith(b"\n"), "MANIFEST.sha256: ASCII, a last LF")
    line_form = re.compile("([0-9a-f]{64})  (%s(?:/%s)?)" % (COMPONENT, COMPONENT))
    paths: Dict[str, str] = {}
    last = ""
    for line in data.decode("ascii").split("\n")[:-1]:
        found = line_form.fullmatch(line)
        if found is None or found[2] <= last or len(paths) >= MAX_FILES:
            raise Refused("MANIFEST.sha256: line “{}” refused", line)
        last = found[2]
        paths[last] = found[1]
    return paths


def parse_checkpoint(note: bytes) -> Tuple[bytes, str, int, str, Lines]:
    """§10.3: text, name, size, root, and its only line, which is by that name."""
    text, name, size, root = read_checkpoint(note)
    lines = note_lines(note, text)
    origin, _, register_id = name.rpartition("/")
    need(ORIGIN(origin) and HEX(register_id) and [(named, len(content)) for named, content in lines] == [(name, 68)],
         "checkpoint: form refused")
    return text, name, size, root, lines


class Folder:
    """The files of a bundle, looked at before any is opened (§10, §12)."""

    def __init__(self, path: str) -> None:
        self.path, self.sizes = path, {}  # type: str, Dict[str, int]
        found = {""}
        for folder in ("",) + FOLDERS:
            if folder not in found:
                continue
            with os.scandir(os.path.join(path, folder) if folder else path) as entries:
                for entry in entries:
                    name = folder + "/" + entry.name if folder else entry.name
                    need(re.fullmatch(COMPONENT, entry.name), "file name refused: {}", name)
                    need(len(self.sizes) < MAX_FILES, "more than 100 000 files")
                    about = os.lstat(os.path.join(path, name))
                    if stat.S_ISDIR(about.st_mode):
                        need(name in FOLDERS, "a folder too many: {}", name)
                        found.add(name)
                    else:
                        need(stat.S_ISREG(about.st_mode) and about.st_nlink == 1,
                             "{}: link, device or file of several names", name)
                        self.sizes[name] = about.st_size

    def open(self, name: str) -> Any:
        need(name in self.sizes, "{} is missing", name)
        handle = os.open(os.path.join(self.path, name), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
                         | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        file = os.fdopen(handle, "rb")
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode) or about.st_size != self.sizes[name]:
            file.close()
            raise Refused("{} changed while read", name)
        return file

    def read(self, name: str, limit: int) -> bytes:
        need(self.sizes.get(name, 0) <= limit, "{} is too large", name)
        with self.open(name) as file:
            return file.read(limit + 1)

    def hash(self, name: str) -> str:
        digest = hashlib.sha256()
        with self.open(name) as file:
            for block in iter(lambda: file.read(1 << 18), b""):
                digest.update(block)
        return digest.hexdigest()


def segment_name(number: int) -> str:
    return "records/%06d.jsonl" % number


class Bundle:
    """A folder whose STATEMENT reads; what the integrity pass learns is kept here for the other verdicts."""

    def __init__(self, path: str) -> None:
        self.folder = Folder(path)
        self.statement_bytes = self.folder.read("STATEMENT", MAX_STATEMENT)
        self.statement = parse_statement(self.statement_bytes)
        self.size = int(self.statement["size"])
        self.register = self.statement["register"]
        self.offsets = array("Q")  # of each line in its segment
        self.first: Dict[str, Any] = {}
        self.id, self.ledger_key, self.rotated_at = "", "", 0
        self.budgeted = self.granted = self.served = False  # a record of §18, of §19, of §20 was seen
        self.exports: Dict[int, Tuple[str, int]] = {}  # number -> previous_statement, sequence
        self.named_keys: Set[str] = set()  # every key that the records name for a person, the ledger or recovery
        self.marks: Dict[int, Tuple[str, str, str]] = {}  # size -> root, bytes, hash: at exports, and as asked

    def lines(self, sums: Optional[Dict[str, str]] = None) -> Iterator[bytes]:
        """Every line in turn; with `sums`, each segment against its manifest hash."""
        segments = (self.size + SEGMENT - 1) // SEGMENT
        for number in range(1, segments + 1):
            name = segment_name(number)
            digest = hashlib.sha256()
            count = SEGMENT if number < segments else self.size - SEGMENT * (segments - 1)
            with self.folder.open(name) as file:
                for _ in range(count):
                    line = file.readline(MAX_LINE + 1)
                    need(line.endswith(b"\n"), "{}: line too long, missing or without LF", name)
                    digest.update(line)
                    yield line[:-1]
                need(not file.read(1), "{}: lines too many", name)
            need(sums is None or sums[name] == digest.hexdigest(), "{} has not the manifest's hash", name)

    def read(self, sequence: int) -> Dict[str, Any]:
        """A record seen before, read again."""
        with self.folder.open(segment_name((sequence - 1) // SEGMENT + 1)) as file:
            file.seek(self.offsets[sequence - 1])
            return scan(file.readline(MAX_LINE + 1)[:-1])

    def check_integrity(self, mark_sizes: Set[int]) -> int:
        """§11 integrity; STATEMENT was parsed already. Returns how many files the manifest names."""
        folder, said = self.folder, self.statement
        manifest_bytes = folder.read("MANIFEST.sha256", MAX_MANIFEST)
        need(sha256(manifest_bytes).hex() == said["manifest-sha256"], "MANIFEST.sha256 is not STATEMENT's")
        sums = parse_manifest(manifest_bytes)
        apart = {n for n in folder.sizes if n in SIGNED_BY_NAME or n.startswith(("cosignatures/", "documents/"))}
        for name in sorted(sums.keys() ^ (folder.sizes.keys() - apart)):
            raise Refused("{}: in the manifest or in the folder, not in both", name)
        self.check_names(sums)
        total = sum(folder.sizes[n] for n in sums)
        need(said["files"] == str(len(sums)) and said["files-bytes"] == str(total),
             "STATEMENT: files or files-bytes is not the folder's ({}, {})", len(sums), total)
        records = sum(size for name, size in folder.sizes.items() if name.startswith("records/"))
        need(said["records-bytes"] == str(records), "STATEMENT: records-bytes, {} found", records)
        for name, expected in sums.items():
            if not name.startswith("records/"):
                need(folder.hash(name) == expected, "{} has not the manifest's hash", name)
        self.checkpoint = parse_checkpoint(folder.read("checkpoint", MAX_NOTE))
        need(self.checkpoint[2:4] == (self.size, said["root"]), "checkpoint: size or root other than STATEMENT's")
        self.check_lines(sums, mark_sizes)
        return len(sums)

    def check_names(self, sums: Dict[str, str]) -> None:
        """§10: exactly these files."""
        fund = self.register != "employers"
        segments = (self.size + SEGMENT - 1) // SEGMENT
        wanted = {"checkpoint", "README.en.txt", "README.fr.txt", "keys/ledger.pem"} | set(DERIVED if fund else ())
        need(sum(n.startswith("records/") for n in sums) == segments, "{} segments expected", segments)
        wanted |= {segment_name(n) for n in range(1, segments + 1)}
        for name in sorted(wanted - sums.keys()):
            raise Refused("{} is missing", name)
        for name in sorted(sums.keys() - wanted):
            need(re.fullmatch(r"keys/[a-z0-9][a-z0-9._-]{0,63}\.pem", name)
                 or (name in OF_BUDGETS + OF_GRANTS or name.startswith("rules/") if fund else name in OF_SERVICES), "a file too many: {}", name)
        sizes = self.folder.sizes
        need(sizes.get("STATEMENT.sig") == 64, "STATEMENT.sig has not 64 bytes")
        need(sizes.get("STATEMENT.tsr", 0) <= MAX_NOTE, "STATEMENT.tsr too large")
        notes = [n for n in sizes if n.startswith("cosignatures/")]
        need(len(notes) <= 100 and all(n.endswith(".note") and sizes[n] <= MAX_NOTE for n in notes),
             "cosignatures: name, number or size refused")
        need(all(HEX(n[10:]) for n in sizes if n.startswith("documents/")), "documents: name refused")

    def check_lines(self, sums: Dict[str, str], mark_sizes: Set[int]) -> None:
        """Every line canonical and a record of its kind; bytes, hash and root as STATEMENT says."""
        tree, joined, position, at, exported = Tree(), hashlib.sha256(), 0, 0, 0
        keys: Dict[str, str] = {}
        documents: Dict[str, str] = {}
        derived: Set[str] = set()
        try:
            for sequence, line in enumerate(self.lines(sums), 1):
                at = sequence
                if (sequence - 1) % SEGMENT == 0:
                    offset = position
                self.offsets.append(position - offset)
                position += len(line) + 1
                joined.update(line + b"\n")
                tree.append(leaf_hash(line))
                data = scan(line)
                check_record(data, self.register)
                kind = data["kind"]
                if sequence in mark_sizes or kind == "batch.sealed/1" and exported == sequence - 1:
                    self.marks[sequence] = (tree.root(), str(position), joined.hexdigest())
                if sequence == 1:
                    need(kind == "register.created/1", "register.created/1 is record 1 and no other")
                    self.id, self.first, self.ledger_key = sha256(line).hex(), data, data["ledger_key"]
                    self.named_keys |= {data["ledger_key"], data["recovery_key"]}
                if kind in ("person.admitted/1", "person.recovered/1"):
                    keys[data["person"]] = data["key"]
                    self.named_keys.add(data["key"])
                elif kind == "ledger-key.rotated/1":
                    self.ledger_key, self.rotated_at = data["new_key"], sequence
                    self.named_keys.add(data["new_key"])
                elif kind in BUDGETED:
                    self.budgeted = True
                    derived.update(OF_BUDGETS)
                    if kind == "ruleset.adopted/1":
                        derived.add("rules/%d.json" % sequence)
                elif kind in GRANTED:
                    self.granted = True
                    derived.update(OF_GRANTS)
                elif kind in SERVED:
                    self.served = True
                    derived.update(OF_SERVICES)
                elif kind == "export.opened/1":
                    self.exports[int(data["number"])] = (data["previous_statement"], sequence)
                    exported = sequence
                elif kind == "document.added/1" and "documents/" + data["sha256"] in self.folder.sizes:
                    documents[data["sha256"]] = data["size"]
                at = 0  # what self.lines refuses is a file, not a record
        except Refused as refusal:
            refusal.record = refusal.record or at
            raise
        said = self.statement
        need(joined.hexdigest() == said["records-sha256"], "records-sha256 is not the segments' hash")
        need(tree.root() == said["root"], "root is not the records' root")
        wanted = {"keys/%s.pem" % person: pem_of(key) for person, key in keys.items()}
        wanted["keys/ledger.pem"] = pem_of(self.ledger_key) if self.ledger_key else b""
        found = {n for n in self.folder.sizes if n.startswith("keys/")}
        for name in sorted(found | wanted.keys()):
            need(name in found and name in wanted and self.folder.read(name, MAX_NOTE) == wanted[name],
                 "{} is not the key of the records", name)
        found = {n for n in self.folder.sizes if n in OF_BUDGETS + OF_GRANTS + OF_SERVICES or n.startswith("rules/")}
        for name in sorted(found ^ derived):
            raise Refused("a file too many: {}" if name in found else "{} is missing", name)
        for name in sorted(n for n in self.folder.sizes if n.startswith("documents/")):
            need(documents.get(name[10:]) == str(self.folder.sizes[name]) and self.folder.hash(name) == name[10:],
                 "{} is no document of the records", name)

    def check_origin(self, key: str, pinned_id: Optional[str]) -> None:
        """§11 origin: all of it under the key and the id that the auditor holds."""
        said = self.statement
        need(signed(key, self.folder.read("STATEMENT.sig", 64), self.statement_bytes),
             "STATEMENT.sig does not verify under the pinned key (another register? key replaced? GUIDE, section 4)")
        need(said["register-id"] == self.id, "register-id is not the hash of record 1")
        need(pinned_id in (None, self.id), "register {} is not the pinned one", self.id)
        first = self.first
        need((first.get("register"), first.get("origin")) == (said["register"], said["origin"]),
             "register or origin is not record 1's")
        text, name, _, _, lines = self.checkpoint
        need(name == said["origin"] + "/" + self.id, "checkpoint: name {}", name)
        check_ledger_line(lines, text, name, key)
        if self.ledger_key != key:
            raise Refused("the ledger key in force is {}", self.ledger_key, record=self.rotated_at)

    def check_append_only(self, kept_bytes: bytes) -> Tuple[str]:
        """§11 append-only against a STATEMENT that the auditor kept. Returns its export number."""
        kept = parse_statement(kept_bytes)
        need(kept["register-id"] == self.id, "the kept STATEMENT is of another register")
        if kept_bytes == self.statement_bytes:
            return (kept["export"],)
        number, size, kept_hash = int(kept["export"]), int(kept["size"]), sha256(kept_bytes).hex()
        need(number < int(self.statement["export"]) and size < self.size,
             "the kept STATEMENT (export {}, {} records) is not older than this bundle", number, size)
        need(self.marks.get(size) == (kept["root"], kept["records-bytes"], kept["records-sha256"]),
             "the first {} records are no longer those of the kept STATEMENT", size)
        link, sequence = self.exports.get(number + 1, ("", 0))
        if link != kept_hash:
            raise Refused("export {} has another predecessor than the kept STATEMENT", number + 1, record=sequence)
        need(number + 1 != int(self.statement["export"]) or self.statement["previous-statement"] == kept_hash,
             "previous-statement is not the hash of the kept STATEMENT")
        return (kept["export"],)
