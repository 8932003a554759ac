"""FORMAT.md §19: every record of grants, payments and levies, as it comes; grants.csv, payments.csv, levies.csv.

Read first grantkinds (forms), controls (accounts, entries), grants (the life of one), payments, levies. The verdict
budgets shows this each record after books saw it, and awaits the entries that come back.
"""
from typing import Any, Callable, Dict, List, Optional, Tuple

from . import grants, levies, payments
from .books import Books, Derived
from .bundle import Bundle
from .controls import Controls, Due, due, end_of, moved
from .envelopes import Envelope
from .grantkinds import entries_of
from .grants import Grant, Ground, Program
from .judge import Holders
from .levies import Levies
from .payments import Payments
from .words import Refused, fiscal_start, need, sha256


class Office:
    """§19 at every record. Judges what a record asks of other records; grants, payments and levies the rest."""

    def __init__(self, bundle: Bundle, books: Books, known: Callable[[int, str], Envelope]) -> None:
        self.bundle, self.books, self.known = bundle, books, known
        self.controls, self.holders = Controls(books), Holders()
        self.programs: Dict[str, Program] = {}
        self.recipients: Dict[str, str] = {}  # -> name, empty where a subject stands for it
        self.banks: Dict[str, str] = {}  # recipient -> subject
        self.subjects: Dict[str, bool] = {}  # -> erased
        self.grants: Dict[str, Grant] = {}
        self.ground = Ground(books.years, {}, bundle.read)
        self.payments = Payments(books.prefix, self.grants, self.ground.owner, self.banks, self.subjects)
        self.levies = Levies(books, known)
        self.sources: Dict[bytes, None] = {}  # of grants imported
        self.assessors: Dict[int, str] = {}  # grant.assessed/1 -> the key that sealed it
        # Of this batch: assessments; approvals, and amendments with an authority, with the assessment before; the first
        # record with row or source; the last kind.
        self.assessed: List[int] = []
        self.approved: List[Tuple[int, int]] = []
        self.raised: List[Tuple[int, int]] = []
        self.rows_at, self.last = 0, ""

    def watch(self, sequence: int, data: Dict[str, Any], batch: int, starts: bool) -> None:
        """What other records say that matters here."""
        kind = data["kind"]
        if starts:
            self.assessed, self.approved, self.raised, self.rows_at = [], [], [], 0
        self.last = kind
        self.holders.see(data, batch, starts)
        if kind == "subject.opened/1":
            self.subjects.setdefault(data["subject"], False)
        elif kind == "subject.erased/1":
            self.subjects[data["subject"]] = True
        elif kind == "account.closed/1":
            need(data["account"] not in self.controls.used, "the account {} has a use and is never closed", data["account"])

    def guard(self, data: Dict[str, Any]) -> None:
        """§19.2: an entry that no act announces."""
        for posting in data["postings"]:
            need(posting["account"] not in self.controls.closed or "reverses" in data,
                 "the account {} is moved by its acts alone", posting["account"])

    def see(self, sequence: int, data: Dict[str, Any]) -> List[Tuple[str, Due]]:
        """A record of §19; the entries that must follow it."""
        kind = data["kind"]
        need(all(d in self.books.documents for d in data.get("documents", ())), "documents unknown or out of order")
        room, name = OTHERS.get(kind, ("", "step"))
        dues = getattr(getattr(self, room) if room else self, name)(sequence, data)
        for one in dues:
            self.controls.money(one.money)
        if kind.endswith(".proposed/1"):
            return []
        entries = entries_of(data)
        need(len(entries) == len(dues), "entries should be {}", len(dues))
        return list(zip(entries, dues))

    # ---- programmes, recipients

    def set_control(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        self.controls.set(data)
        return []

    def add_program(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        account = self.books.accounts.get(data["account"])
        need(data["program"] not in self.programs, "the programme {} is known already", data["program"])
        if account is None or account.closed or account.data["class"] != "expense":
            raise Refused("{} is no open expense account", data["account"])
        self.programs[data["program"]] = Program(data["account"], data["norms"])
        return []

    def check_identity(self, data: Dict[str, Any], recipient: str) -> None:
        """§19.3: a subject, where there is one."""
        need("subject" in data or not recipient.startswith("22"), "{} has a subject", recipient)
        if "subject" in data:
            self.check_subject(data["subject"])

    def check_subject(self, subject: str) -> None:
        need(self.subjects.get(subject) is False, "the subject {} is not opened, or erased", subject)

    def name_recipient(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        recipient = data["recipient"]
        need((recipient in self.recipients) == (data["kind"] == "recipient.changed/1"),
             "the recipient {} is unknown, or known already", recipient)
        self.check_identity(data, recipient)
        self.recipients[recipient] = data.get("name", "")
        return []

    def set_bank(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        need(data["recipient"] in self.recipients, "the recipient {} is unknown", data["recipient"])
        self.check_subject(data["subject"])
        if data["kind"] == "bank.set/1":
            self.banks[data["recipient"]] = data["subject"]
        return []

    # ---- grants

    def open_grant(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        expected = "%s-G-%06d" % (self.books.prefix, len(self.grants) + 1)
        program = self.programs.get(data["program"])
        need(data["grant"] == expected, "grant {} expected", expected)
        if program is None or data["recipient"] not in self.recipients:
            raise Refused("the programme {} or the recipient {} is unknown", data["program"], data["recipient"])
        imported, date, envelope = data["kind"] == "grant.imported/1", data["date"], data.get("envelope", "")
        if imported:
            need(bool(envelope) == self.books.years.get(fiscal_start(date), False),
                 "an envelope goes with a year with budget control")
            self.check_source(sequence, data)
        grant = self.grants[expected] = Grant(sequence, data, program, self.ground)
        amount = grant.requested
        return [due(date, [(grant.expense, envelope, amount), ("payable", "", -amount)],
                    moved("available", "spent", envelope, amount))] if imported else []

    def check_source(self, sequence: int, data: Dict[str, Any]) -> None:
        if "source" in data:
            source = sha256(data["source"].encode())[:16]
            need(source not in self.sources and source not in self.books.sources, "source “{}” seen before", data["source"])
            self.sources[source] = None
        if "source" in data or "row" in data:
            self.rows_at = self.rows_at or sequence

    def grant(self, name: str) -> Grant:
        found = self.grants.get(name)
        if found is None:
            raise Refused("the grant {} is unknown", name)
        return found

    def step(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        kind, grant = data["kind"], self.grant(data["grant"])
        if kind == "grant.undone/1":
            return self.undo(sequence, data)
        if kind == "grant.written-off.proposed/1":
            return grant.propose_write_off(data)
        other: Optional[Grant] = None
        if "plan" in data:
            self.check_plan(data)
        if kind == "grant.signed/1":
            self.check_identity(data, grant.recipient)
        elif kind == "grant.continued/1":
            start = int(data["year"][:4])
            need(self.books.years.get(start), "the year {} is not open with budget control", data["year"])
            self.known(start, data["envelope"])
        elif kind == "grant.assessed/1":
            self.assessed.append(sequence)
        elif kind == "grant.approved/1":
            self.approved.append((sequence, grant.assessed))
        elif kind == "grant.amended/1" and "authority" in data:
            self.raised.append((sequence, grant.assessed))
        elif kind == "grant.offset/1":
            other = self.grants.get(self.ground.owner.get(int(data["payable"]), ""))
            if other is None or other.recipient != grant.recipient:
                raise Refused("record {} is no payable of {}", data["payable"], grant.recipient)
        dues = grant.step(sequence, data)
        if other is not None and other is not grant:
            other.step(sequence, data)
        return dues

    def check_plan(self, data: Dict[str, Any]) -> None:
        """§19.4 Plan: an envelope for each year with budget control."""
        for part in data["plan"]:
            start = int(part["year"][:4])
            need(("envelope" in part) == self.books.years.get(start, False),
                 "an envelope goes with a year with budget control")
            if "envelope" in part:
                self.known(start, part["envelope"])

    def undo(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        grant, record, date = self.grants[data["grant"]], int(data["record"]), data["date"]
        undone = self.bundle.read(record) if record in grant.marks else {"grant": ""}
        need(undone["grant"] == grant.name, "record {} is no step of {} in force", record, grant.name)
        last = max([undone["date"], *(payment.date for payment in grant.idle(record))])
        need(date >= last, "{} is dated before record {}, or a payment that goes with it", grant.name, record)
        of = {grant.name}
        if "payable" in undone:
            of.add(self.ground.owner[int(undone["payable"])])
        for name in of:
            self.grants[name] = self.grants[name].without(record)
        dues = []
        for entry in entries_of(undone):
            start = int(entry.split("-")[1])
            dues.append(Due(start, min(date, end_of(start)), (), (), entry))
        return dues

    # ---- the seal

    def see_seal(self, key: str) -> None:
        """§19.4: who approved, or raised an agreement, is not who assessed last; who raised it is an approver. §9 rule 9 of
        imports."""
        for sequence in self.assessed:
            self.assessors[sequence] = key
        for sequence, assessment in sorted(self.approved + self.raised):
            assessor = self.assessors[assessment]
            if assessor == key or self.holders.person(assessor) == self.holders.person(key):
                raise Refused("the grant is approved by the one who assessed it", record=sequence)
        if self.raised and "approver" not in self.holders.of(key):
            raise Refused("the one who seals is no approver", record=self.raised[0][0])
        if self.rows_at and self.last != "import.recorded/1":
            raise Refused("row or source outside an import", record=self.rows_at)
        self.assessed, self.approved, self.raised, self.rows_at = [], [], [], 0

    def finish(self) -> None:
        def rows() -> Any:
            for grant in self.grants.values():
                yield grant.row(self.recipients[grant.recipient])
        for name, columns, found in (("grants.csv", grants.COLUMNS, rows()), ("payments.csv", payments.COLUMNS,
                                     self.payments.rows()), ("levies.csv", levies.COLUMNS, self.levies.rows())):
            file = Derived(self.bundle, name)
            file.put(columns.split(","))
            for row in found:
                file.put(row)
            file.end()


OTHERS = {  # kind -> whose part it is, and which
    "control.set/1": ("", "set_control"), "program.added/1": ("", "add_program"), "recipient.added/1": ("", "name_recipient"),
    "recipient.changed/1": ("", "name_recipient"), "bank.set/1": ("", "set_bank"), "bank.set.proposed/1": ("", "set_bank"),
    "grant.applied/1": ("", "open_grant"), "grant.imported/1": ("", "open_grant"),
    "payment.issued/1": ("payments", "issue"), "payment.issued.proposed/1": ("payments", "issue"),
    "payment.cleared/1": ("payments", "clear"), "payment.rejected/1": ("payments", "reject"),
    "levy.estimated/1": ("levies", "estimate"), "levy.remitted/1": ("levies", "remit"),
    "revenue.earmarked/1": ("levies", "earmark"), "revenue.released/1": ("levies", "release"),
    "fee.billed/1": ("levies", "bill"), "fee.received/1": ("levies", "receive")}
