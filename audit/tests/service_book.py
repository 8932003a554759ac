"""Employers built record by record, with real keys and seals, judged as it grows by authorship and figures. For tests only.

Nothing here counts or decides: a test says what must come of it.
"""
import contextlib
import copy
import os
import sys
from typing import Any, Dict, Iterator, List, Optional, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(HERE), os.path.join(os.path.dirname(HERE), "tampered")]

import forge  # noqa: E402
from verifier import figures as figures_module  # noqa: E402
from verifier.authorship import Authorship  # noqa: E402
from verifier.figures import Figures  # noqa: E402
from verifier.judge import Record  # noqa: E402
from verifier.kinds import check_record  # noqa: E402
from verifier.lines import Tree, leaf_hash, scan  # noqa: E402
from verifier.members import canonical  # noqa: E402

ROWS: Dict[str, List[Tuple[str, ...]]] = {}  # of the derived files that figures last wrote
PEOPLE = (  # who holds what, beside anne, the founder
    ("agnes", "agent", "06"), ("bruno", "agent", "03"), ("carla", "coordinator", "com-a"), ("colin", "coordinator", "com-b"),
    ("vera", "auditor", None), ("adam", "admin", None))
KEYS = {name: forge.Key.named(name) for name in ("anne", "recovery", "ledger-employers", *(p for p, _, _ in PEOPLE))}


class Recorder:
    """Stands for Derived: keeps the rows that the records give."""

    def __init__(self, bundle: Any, name: str) -> None:
        self.rows = ROWS[name] = []

    def put(self, fields: Any) -> None:
        self.rows.append(tuple(map(str, fields)))

    def end(self) -> None: ...


@contextlib.contextmanager
def recording() -> Iterator[None]:
    before, figures_module.Derived = figures_module.Derived, Recorder  # type: ignore[misc,attr-defined]
    try:
        yield
    finally:
        figures_module.Derived = before  # type: ignore[misc,attr-defined]


class Memory:
    """Stands for Bundle."""
    register, served = "employers", True

    def __init__(self) -> None:
        self.lines: List[bytes] = []
        self.id, self.size = "", 0

    def read(self, sequence: int) -> Dict[str, Any]:
        return scan(self.lines[sequence - 1])


class Book:
    """A register that grows; `refused` holds the first (verdict, record, sentence, values)."""

    def __init__(self) -> None:
        self.bundle, self.tree = Memory(), Tree()
        self.figures = Figures(self.bundle)  # type: ignore[arg-type]
        self.authorship = Authorship(self.bundle, self.figures)  # type: ignore[arg-type]
        self.batches: List[Tuple[List[Dict[str, Any]], str, str]] = []  # content, who, when
        self.minute = 0
        self.day = "2026-04-01"

    def copy(self) -> "Book":
        return copy.deepcopy(self)

    @property
    def next(self) -> int:
        return len(self.bundle.lines) + 1

    @property
    def refused(self) -> Dict[str, Tuple[int, str]]:
        """Verdict -> record and sentence."""
        return {name: (judge.refusal.record, judge.refusal.sentence) for name, judge in (
            ("authorship", self.authorship), ("figures", self.figures)) if judge.refusal is not None}

    def see(self, data: Dict[str, Any], checked: bool) -> None:
        line = canonical(data).encode()
        if checked:
            check_record(scan(line), "employers")
        record = Record(self.next, line, scan(line), self.tree, leaf_hash(line))
        self.bundle.lines.append(line)
        for judge in (self.authorship, self.figures):
            judge.try_see(record)
        self.tree.append(record.leaf)

    def time(self) -> str:
        self.minute += 1
        return "%sT%02d:%02d:%02dZ" % (self.day, self.minute // 3600 % 24, self.minute // 60 % 60, self.minute % 60)

    def do(self, *records: Dict[str, Any], by: str = "agnes", at: str = "") -> int:
        """A batch; returns the sequence of its first record. `at` sets the day from here on; without it, it is sealed on the day of
        its last act, or the day before's."""
        at = at or max([self.day, *(data[name] for data in records for name in ACTED if name in data),
                        *(data["ends"] for data in records if data["kind"] == "intervention.started/1" and "ends" in data)])
        if at != self.day:
            self.day, self.minute = at, 0
        first, before, time, content = self.next, self.tree.root(), self.time(), Tree()
        for data in records:
            self.see(data, True)
            content.append(leaf_hash(self.bundle.lines[-1]))
        number = len(self.batches) + 1
        seal = {"kind": "batch.sealed/1", "key": KEYS[by].public, "time": time, "siblings": [], "batch": str(number), "first": str(first),
                "count": str(len(records)), "content_hash": "0" * 64, "content_root": content.root(), "register": self.bundle.id,
                "root_before": before, "root_after": self.tree.root(), "idempotency_key": "key-%d" % number}
        seal["signature"] = KEYS[by].sign(b"fundctl/seal/v1\n" + canonical(seal).encode()).hex()
        self.see(seal, True)
        self.batches.append((list(records), by, time))
        return first

    def found(self) -> None:
        first = {"kind": "register.created/1", "register": "employers", "origin": "book.example", "ledger_key": KEYS["ledger-employers"].public,
                 "recovery_key": KEYS["recovery"].public, "random": "1" * 64, "founders": [{"person": "anne", "key": KEYS["anne"].public}]}
        self.bundle.id = forge.sha256(canonical(first).encode()).hex()
        self.do(first, self.admission("anne", "founder", None), by="anne")
        for person, role, scope in PEOPLE:
            self.do({**self.admission(person, role, scope), "alone": "yes"}, by="anne")

    def admission(self, person: str, role: str, scope: Optional[str]) -> Dict[str, Any]:
        text = "fundctl/possession/v1\n%s\n%s\n%s\n%s\n" % (self.bundle.id, person, role, scope or "-")
        return {"kind": "person.admitted/1", "person": person, "key": KEYS[person].public, "role": role,
                "proof": KEYS[person].sign(text.encode()).hex(), **({"scope": scope} if scope else {})}

    def finish(self) -> Dict[str, List[Tuple[str, ...]]]:
        """The files, without their headers."""
        self.bundle.size = len(self.bundle.lines)
        with recording():
            self.figures.try_finish()
        return {name: rows[1:] for name, rows in ROWS.items()}

    def forged(self) -> forge.Book:
        """The same as forge.py's, with an export and the files that figures gives."""
        book = forge.Book({key.public: key for key in KEYS.values()})
        for content, by, time in self.batches:
            book.append(content, KEYS[by], time)
        book.append([{"kind": "export.opened/1", "number": "1", "software": "x", "time": self.time(), "previous_statement": "-"}],
                    KEYS["anne"], self.time())
        self.copy().finish()
        book.files = {name: b"".join(forge.row(*row) for row in rows) for name, rows in ROWS.items()}
        return book

    # ---- slips

    def slip(self, person: str, committee: str, number: int, lines: List[Dict[str, Any]], key: str = "", rejected: Any = (),
             signed: Any = None) -> Dict[str, Any]:
        """slip.received/1 for lines, those of `rejected` (numbers from 1) refused; it is the next record."""
        leaves = [leaf_hash(canonical(line).encode()).hex() for line in lines]
        key_, time = KEYS[key or person], "2026-04-02T00:00:00Z"
        text = "fundctl/slip-signature/v1\n" + "".join(part + "\n" for part in (
            self.bundle.id, committee, person, str(number), time, *(leaves if signed is None else signed)))
        accepted = [n for n in range(1, len(lines) + 1) if n not in rejected]
        return {"kind": "slip.received/1", "committee": committee, "person": person, "number": str(number), "time": time, "key": key_.public,
                "leaves": leaves, "signature": key_.sign(text.encode()).hex(),
                "accepted": [{"line": str(n), "record": str(self.next + 1 + at)} for at, n in enumerate(accepted)],
                "rejected": [{"line": str(n), "code": "E-1"} for n in rejected]}


def subject(number: int) -> str:
    return "%032x" % number


def opened(*numbers: int) -> List[Dict[str, Any]]:
    return [{"kind": "subject.opened/1", "subject": subject(number), "fields": {"name": "0" * 64}} for number in numbers]


def of(kind: str, date: str = "", **more: Any) -> Dict[str, Any]:
    """A record: `from_` stands for `from`, numbers for their digits, `s1` for a subject."""
    made = {"kind": kind + "/1", **({"date": date} if date else {})}
    for name, value in more.items():
        made[name.rstrip("_")] = str(value) if type(value) is int else value
    return made


A, B, C, SOLE = "1110000001", "1110000002", "3310000003", "2210000004"
DOCUMENT = "d" * 64
ACTED = ("date", "apprentice_signed", "employer_signed", "service_signed")
MEASURES = [{"measure": m, "name": m, "name_en": m, "citation": "x"} for m in ("conseil", "formation", "salaire")]


def defined(indicator: str, method: str, version: int = 1, from_: str = "2026-2027", **more: Any) -> Dict[str, Any]:
    return of("indicator.defined", citation="x", from_=from_, indicator=indicator, method=method, name="x", name_en="x",
              **{"decimals": "0", "parameters": {}, "targeted": "yes", "unit": "count", "version": version, **more})


def employer(neq: str, date: str = "2026-04-01", region: str = "06", form: str = "corporation", **more: Any) -> Dict[str, Any]:
    return of("employer.added", date, employer=neq, region=region, form=form, scian="31", **({"name": "E " + neq} if "subject" not in more else {}), **more)


def started(number: int, begins: str, neq: str = A, office: str = "M1", measure: str = "conseil", year: int = 2026, **more: Any) -> Dict[str, Any]:
    return of("intervention.started", begins=begins, employer=neq, intervention="INT-%d-%06d" % (year, number), measure=measure, office=office, **more)


def step(short: str, date: str, number: int = 1, year: int = 2026, **more: Any) -> Dict[str, Any]:
    return of("agreement." + short, date, agreement="AGR-%04d-%06d" % (year, number), **more)


def joined(number: int, date: str, participant: int = 1, programme: str = "prog-a", office: str = "M1", year: int = 2026, **more: Any) -> Dict[str, Any]:
    return of("participation.started", date, participation="PAR-%04d-%06d" % (year, number), participant=subject(participant),
              programme=programme, office=office, **more)


def world() -> Book:
    """Lists, four employers, two committees, subjects 1 to 9 (9 is erased); no indicator."""
    book = Book()
    book.found()
    book.do(of("office.set", office="M1", region="06", name="x"), of("office.set", office="M2", region="06", name="x"),
            of("office.set", office="Q1", region="03", name="x"), of("office.set", office="Z1", region="06", name="x", closed="yes"),
            of("catalogue.adopted", catalogue="C1", citation="x", from_="2020-04-01", measures=MEASURES),
            of("committee.set", "2026-04-01", committee="com-a", name="Comité A", scian=["31"], sector="x"),
            of("committee.set", "2026-04-01", committee="com-b", name="Comité B", scian=[], sector="x", neq="1199999999"),
            of("programme.set", programme="prog-a", citation="x", name="x", name_en="x", nature="strategy", committee="com-a"),
            of("programme.set", programme="prog-x", citation="x", name="x", name_en="x", nature="regulated"),
            of("standard.set", standard="std-a", name="x", committee="com-a", modules=[{"module": m, "name": m} for m in "ABC"]),
            of("standard.set", standard="std-x", name="x", modules=[{"module": "A", "name": "A"}]), by="adam")
    book.do(*opened(*range(1, 10)), by="anne")
    book.do({"kind": "subject.erased/1", "subject": subject(9), "reason": "x"},
            {"kind": "document.added/1", "sha256": DOCUMENT, "name": "x", "size": "1", "type": "x"}, by="anne")
    book.do(employer(A, office="M1", employees="12"), employer(SOLE, form="sole-proprietor", subject=subject(8)), by="agnes")
    book.do(employer(B, region="03"), employer(C, region="03", form="partnership"), by="bruno")
    book.do(of("establishment.set", "2026-04-01", employer=A, establishment=1, region="06", office="M2", name="Usine"),
            of("establishment.set", "2026-04-01", employer=A, establishment=2, region="06", closed="yes"), by="agnes")
    assert not book.refused, book.refused
    return book
