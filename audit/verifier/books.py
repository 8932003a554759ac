"""FORMAT.md §9 and §10.4: the books of a fund and the files derived from them."""
from array import array
from typing import Any, Dict, Iterable, List, Set, Tuple

from .bundle import Bundle
from .judge import Judge, Record
from .words import BIGGEST, FINANCIAL, Refused, fiscal_start, last_day, need, sha256

# §9.1: statement line -> class
LINES: Dict[str, str] = {line: name for name, lines in {
    "asset": "fa-cash fa-investments fa-levies-receivable fa-fees-receivable fa-appropriations-receivable "
        "fa-agreements-receivable fa-interest-receivable fa-other-receivable fa-advances-to-recipients "
        "fa-recoverable-from-recipients fa-allowance-doubtful fa-due-from-fund nfa-prepaid "
        "nfa-capital-assets nfa-accumulated-amortisation",
    "liability": "fl-suppliers fl-payroll fl-employee-benefits fl-grants-payable fl-holdbacks fl-accrued-grants "
        "fl-levies-refundable fl-finance-advances fl-interest-payable fl-due-to-fund fl-deferred-revenue "
        "fl-other nfl-unearned-revenue",
    "net-assets": "na-unrestricted na-restricted na-remeasurement",
    "revenue": "rev-levies rev-appropriations rev-fees rev-employment-services rev-fines rev-interest "
        "rev-recoveries rev-gifts rev-agreements rev-training-mutuals rev-other",
    "expense": "exp-grants exp-collection-fees exp-bad-debts exp-payroll exp-administration exp-commission "
        "exp-interest exp-amortisation exp-other",
}.items() for line in lines.split()}
PAIR_LINES = ("fa-due-from-fund", "fl-due-to-fund")  # §9 rule 6


class Account:
    """One account of a fund: what opened it, and the sums of its positive and negative amounts over all years."""

    def __init__(self, sequence: int, data: Dict[str, str]) -> None:
        self.opened, self.closed, self.data = sequence, 0, data
        self.financial, self.line = data["class"] in FINANCIAL, data.get("line")
        self.debit = self.credit = 0  # credit is minus the sum of the negative ones


class Derived:
    """A derived file against the rows that the records give, row by row (§10.4)."""

    def __init__(self, bundle: Bundle, name: str) -> None:
        self.name, self.file, self.row = name, bundle.folder.open(name), 0

    def put(self, fields: Iterable[Any]) -> None:
        row = ",".join('"%s"' % f.replace('"', '""') if '"' in f or "," in f else f for f in map(str, fields))
        self.row += 1
        wanted = row.encode() + b"\n"
        need(self.file.readline(len(wanted)) == wanted, "{}, line {}: not what the records say", self.name, self.row)

    def end(self) -> None:
        need(not self.file.read(1), "{}: lines too many", self.name)
        self.file.close()


class Books(Judge):
    """§9 at every record, and the files and totals that follow from it."""

    def __init__(self, bundle: Bundle) -> None:
        super().__init__(bundle)
        self.prefix = bundle.first["register"].upper()  # record 1's: origin judges what STATEMENT says
        self.accounts: Dict[str, Account] = {}
        self.years: Dict[int, bool] = {}  # start -> budget control
        self.envelopes: Set[Tuple[int, str]] = set()  # start year, code
        self.numbers: Dict[int, Any] = {}  # start -> sequence of each entry, in the order of numbers
        self.annulled: Set[int] = set()
        self.reversed: Dict[int, int] = {}  # entry's record -> reversal's record
        self.reverses: Dict[int, int] = {}  # and back
        self.sources: Set[bytes] = set()
        self.documents: Set[str] = set()
        self.sums: Dict[Tuple[int, str], List[int]] = {}  # (year, account) -> postings, debit, credit
        self.entries = self.postings = self.debit = 0
        self.pairs: Dict[str, int] = {}  # of this batch: register -> record
        self.rows_at, self.import_at, self.batch_entries = 0, 0, 0
        self.rows = Derived(bundle, "postings.csv")

    def see(self, record: Record, data: Dict[str, Any]) -> None:
        kind, sequence = data["kind"], record.sequence
        if sequence == 1:
            self.rows.put("record,entry,date,period,account,amount_cents,envelope,reference,memo,reverses".split(","))
        if sequence == self.start:
            self.pairs, self.rows_at, self.import_at, self.batch_entries = {}, 0, 0, 0
        need(not self.import_at, "import.recorded/1 is not the batch's last")
        if kind == "entry.posted/1":
            self.post(sequence, data)
        elif kind == "account.opened/1":
            code, line = data["account"], data.get("line")
            need(code not in self.accounts, "account {} is open already", code)
            need(line is None or LINES.get(line) == data["class"],
                 "line {} refused for the class {}", line, data["class"])
            self.accounts[code] = Account(sequence, data)
        elif kind == "account.closed/1":
            account = self.accounts.get(data["account"])
            if account is None or account.closed or account.debit != account.credit:
                raise Refused("account {} is not open or not zero", data["account"])
            account.closed = sequence
        elif kind == "year.opened/1":
            start = int(data["year"][:4])
            need(start not in self.years, "year opened already")
            self.years[start], self.numbers[start] = data["budget"] == "controlled", array("Q")
        elif kind == "envelope.opened/1":
            self.envelopes.add((int(data["year"][:4]), data["envelope"]))
        elif kind == "document.added/1":
            self.documents.add(data["sha256"])
        elif kind == "import.recorded/1":
            need(data["entries"] == str(self.batch_entries), "entries should be {}", self.batch_entries)
            self.import_at = sequence
        elif kind in ("record.annulled/1", "record.annulled.proposed/1"):
            self.annul(sequence, data, kind == "record.annulled/1")

    def record_of(self, entry: str) -> int:
        """The record of an entry id of this fund, 0 where there is none."""
        prefix, start, number = entry.split("-")
        found = self.numbers.get(int(start), ())
        return found[int(number) - 1] if prefix == self.prefix and 1 <= int(number) <= len(found) else 0

    def post(self, sequence: int, data: Dict[str, Any]) -> None:
        """§9 rules 1 to 9, in their order."""
        period, date, entry = data["period"], data["date"], data["entry"]
        start = int(period[:4])
        need(start in self.years, "the year of period {} is not open", period)
        expected = "%s-%d-%06d" % (self.prefix, start, len(self.numbers[start]) + 1)
        need(entry == expected, "entry {} instead of {}", entry, expected)
        need(fiscal_start(date) in self.years, "the year of {} is not open", date)
        need(date <= last_day(period), "the date {} follows the period {}", date, period)
        paired = self.check_postings(start, data["postings"])
        need(paired == ("pair" in data), "inter-fund account and pair go together")
        if paired:
            self.pairs.setdefault(data["pair"]["register"], sequence)
        need(("reverses" in data) == ("reason" in data), "reverses and reason go together")
        if "reverses" in data:
            self.check_reversal(sequence, data)
        documents = data.get("documents", [])
        need(all(d in self.documents for d in documents) and all(a < b for a, b in zip(documents, documents[1:])),
             "documents unknown or out of order")
        if "source" in data:
            source = sha256(data["source"].encode())[:16]
            need(source not in self.sources, "source “{}” seen before", data["source"])
            self.sources.add(source)
        if "source" in data or "row" in data:
            self.rows_at = self.rows_at or sequence
        self.batch_entries += 1
        self.numbers[start].append(sequence)
        self.count(sequence, data, 1)

    def check_postings(self, start: int, postings: List[Dict[str, str]]) -> bool:
        """Rules 3 to 5; true where a posting touches an inter-fund account."""
        sums, paired = {True: 0, False: 0}, False
        for posting in postings:
            account, amount = self.accounts.get(posting["account"]), int(posting["amount"])
            if account is None or account.closed:
                raise Refused("account {} is not open", posting["account"])
            financial = account.financial
            sums[financial] += amount
            if amount == 0 or abs(amount) > BIGGEST or abs(sums[financial]) > BIGGEST:
                raise Refused("amount zero, or amount or sum beyond 64 bits")
            controlled = self.years[start]
            need(financial or controlled, "a budgetary account in a year without budget control")
            of_budget = controlled and (not financial or account.data["class"] == "expense")
            if ("envelope" in posting) != of_budget:
                raise Refused("envelope is missing or too many with the account {}", posting["account"])
            if of_budget and (start, posting["envelope"]) not in self.envelopes:
                raise Refused("the envelope {} does not exist", posting["envelope"])
            paired = paired or account.line in PAIR_LINES
        need(not any(sums.values()), "the entry does not balance ({} financial, {} budgetary)", sums[True], sums[False])
        return paired

    def check_reversal(self, sequence: int, data: Dict[str, Any]) -> None:
        """Rule 7."""
        record = self.record_of(data["reverses"])
        need(record and record not in self.annulled and record not in self.reverses and record not in self.reversed,
             "{} is unknown, annulled, reversed or a reversal",
             data["reverses"])
        other = self.bundle.read(record)
        need(data["date"] >= other["date"], "reversal dated before the entry")
        need([(p["account"], p.get("envelope"), int(p["amount"])) for p in data["postings"]]
             == [(p["account"], p.get("envelope"), -int(p["amount"])) for p in other["postings"]],
             "the reversal does not mirror {}", data["reverses"])
        need(data.get("pair", {}).get("register") == other.get("pair", {}).get("register"),
             "the reversal and {} differ in pair", data["reverses"])
        self.reversed[record], self.reverses[sequence] = sequence, record

    def annul(self, sequence: int, data: Dict[str, Any], done: bool) -> None:
        """§9 Annulment; a proposal is judged alike and changes nothing."""
        record = int(data["record"])
        other = self.bundle.read(record) if record < self.start else {"kind": ""}
        need(other["kind"] == "entry.posted/1" and record not in self.annulled and record not in self.reversed
             and "pair" not in other, "record {} may not be annulled", record)
        if done:
            self.annulled.add(record)
            if record in self.reverses:
                del self.reversed[self.reverses[record]]
            if "source" in other:
                self.sources.discard(sha256(other["source"].encode())[:16])
            self.count(sequence, other, -1)

    def count(self, sequence: int, data: Dict[str, Any], sign: int) -> None:
        """Totals and rows of an entry posted (+1) or annulled (-1)."""
        start = int(data["period"][:4])
        self.entries += sign
        self.postings += sign * len(data["postings"])
        tail = (data["reference"], data["memo"], data.get("reverses", ""))
        for posting in data["postings"]:
            code, amount = posting["account"], int(posting["amount"])
            account = self.accounts[code]
            sums = self.sums.setdefault((start, code), [0, 0, 0])
            sums[0] += sign
            if amount > 0:
                account.debit += sign * amount
                sums[1] += sign * amount
                self.debit += sign * amount if account.financial else 0
            else:
                account.credit -= sign * amount
                sums[2] -= sign * amount
            if max(self.debit, account.debit, account.credit) > BIGGEST:
                raise Refused("a total leaves 64 bits")
            self.rows.put((sequence, data["entry"], data["date"], data["period"], code, sign * amount,
                           posting.get("envelope", "")) + tail)

    def see_seal(self, record: Record, data: Dict[str, Any]) -> None:
        siblings = {s["register"] for s in data["siblings"]}
        for register, sequence in self.pairs.items():
            if register not in siblings:
                raise Refused("pair's register is not among siblings", record=sequence)
        if self.rows_at and not self.import_at:
            raise Refused("row or source outside an import", record=self.rows_at)
        self.pairs, self.rows_at, self.import_at = {}, 0, 0

    def finish(self) -> None:
        said = self.bundle.statement
        self.rows.end()
        for name, value in (("entries", self.entries), ("postings", self.postings), ("debit-cents", self.debit)):
            need(said[name] == str(value), "STATEMENT: {} should be {}", name, value)
        chart = Derived(self.bundle, "accounts.csv")
        chart.put("account,name,name_en,class,line,opened_record,closed_record".split(","))
        balance = Derived(self.bundle, "trial-balance.csv")
        balance.put("year,account,name,opening_cents,debit_cents,credit_cents,balance_cents".split(","))
        for code in sorted(self.accounts):
            account = self.accounts[code]
            data = account.data
            chart.put((code, data["name"], data.get("name_en", ""), data["class"], data.get("line", ""), account.opened,
                      account.closed or ""))
        chart.end()
        opening: Dict[str, List[int]] = {}  # account -> postings so far, balance so far
        for start in sorted(self.years):
            for code in sorted(self.accounts):
                postings, debit, credit = self.sums.get((start, code), (0, 0, 0))
                so_far = opening.setdefault(code, [0, 0])
                before = so_far[1]
                so_far[0] += postings
                so_far[1] += debit - credit
                if so_far[0]:
                    balance.put(("%d-%d" % (start, start + 1), code, self.accounts[code].data["name"], before, debit,
                                credit, so_far[1]))
        balance.end()
        self.found = "entries: {}, postings: {}, accounts: {}", (self.entries, self.postings, len(self.accounts))
