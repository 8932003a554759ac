"""A book of 500 random transfers under four rule sets, made by fundctl, judged again by verify.py and by fundctl alike; and
what each of them says where one posted transfer's amount, rule set, approver or date was changed afterwards.

With the ledger key alone such a change fails *authorship*. With every key, *rules* or *budgets* fails at the very record
where it is unlawful; where it is lawful, nothing but the STATEMENT that the auditor kept tells. FUNDCTL names the program;
else the product of a build is taken. TRANSFERS is how many are posted, TRANSFERS_SEED what they are drawn from.
"""
import csv
import json
import os
import random
import shutil
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, Dict, List, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [AUDIT, os.path.join(AUDIT, "tampered")]

import forge  # noqa: E402
import verifiers  # noqa: E402
from ruled import FUND, Ruled  # noqa: E402

POSTED = int(os.environ.get("TRANSFERS", "500"))
SEED = os.environ.get("TRANSFERS_SEED", "1")
FUNDCTL = verifiers.found_fundctl()
PARTS = ("amount", "rule set", "approver", "date")
REQUIRED = ("integrity", "origin", "authorship", "completeness", "books", "budgets", "rules")
Verdicts = Dict[str, Tuple[str, str]]  # name -> status, record


class Transfer:
    """A posted transfer in a book that may be changed: its records, and the batches that hold them."""

    def __init__(self, book: forge.Book, row: Dict[str, str]) -> None:
        self.book, self.row = book, row
        at = {sequence: (batch, record) for sequence, batch, _, record in book.records()}
        self.number, self.posted_number = int(row["proposal"]), int(row["record"])
        self.proposing, self.proposal = at[self.number]
        self.posting, self.posted = at[self.posted_number]
        self.entries = [at[self.posted_number + n + 1][1] for n in range(len(self.posted["entries"]))]
        self.approvals = [(sequence, record) for sequence, _, _, record in book.find(
            "transfer.approved/1", proposal=row["proposal"])]

    def seal_of(self, batch: forge.Batch) -> int:
        return sum(len(b.content) + 1 for b in self.book.batches[:self.book.batches.index(batch) + 1])

    def worth(self, amount: int) -> None:
        """The postings of its entries."""
        for entry in self.entries:
            for posting in entry["postings"]:
                posting["amount"] = str(amount if posting["amount"][0] != "-" else -amount)


Expected = Dict[str, int]  # verdict that fails -> record at fault, 0 where none is
Change = Callable[[Transfer], Expected]


def shifted(date: str) -> str:
    """Another day of the same month."""
    day = int(date[8:])
    return "%s-%02d" % (date[:7], day - 1 if day > 1 else day + 1)


# ---- lawful changes: nothing that is judged is different, nor does any later record depend on it

def a_cent_less(t: Transfer) -> Expected:
    amount = int(t.proposal["amount"]) - 1
    t.proposal["amount"] = str(amount)
    t.worth(amount)
    return {}


def by_the_other_set(t: Transfer) -> Expected:
    """A cancellation of November, which no limit is about, as one of August: the set before ruled then, and asks the same."""
    first = t.book.find("ruleset.adopted/1")[1]
    assert first[3]["rules"]["ruleset"] == "fdmt-illustrative" and t.proposal["terms"] == []
    t.proposal.update(ruleset=str(first[0]), date="2026-08-12")
    return {}


def another_approver(t: Transfer) -> Expected:
    """Whoever else may approve, and proposed nothing of it."""
    keys = approvers(t.book)
    now = (t.proposing.seal["key"], t.posting.seal["key"])
    t.posting.seal["key"] = next(key for key in keys if key not in now)
    return {}


def another_day(t: Transfer) -> Expected:
    t.proposal["date"] = shifted(t.proposal["date"])
    return {}


LAWFUL: Dict[str, Change] = {"amount": a_cent_less, "rule set": by_the_other_set, "approver": another_approver,
                             "date": another_day}


# ---- unlawful ones

def far_too_much(t: Transfer) -> Expected:
    """The rules refuse it, and budgets what it takes."""
    t.proposal["amount"] = str(10**12)
    t.worth(10**12)
    return {"rules": t.number, "budgets": t.posted_number + 1}


def a_return_of_too_much(t: Transfer) -> Expected:
    """Of a temporary transfer that gave less."""
    returned = t.book.find("transfer.returned/1")[-1]
    returned[3]["amount"] = str(10**10)
    return {"rules": returned[0], "budgets": returned[0] + 1}


def more_moved_than_proposed(t: Transfer) -> Expected:
    t.worth(int(t.proposal["amount"]) + 1)
    return {"budgets": t.posted_number + 1}


def of_a_set_that_does_not_rule(t: Transfer) -> Expected:
    adopted = [str(found[0]) for found in t.book.find("ruleset.adopted/1")]
    t.proposal["ruleset"] = next(number for number in adopted if number != t.proposal["ruleset"])
    return {"rules": t.number}


def of_no_set(t: Transfer) -> Expected:
    t.proposal["ruleset"] = "-"
    return {"rules": t.number}


def by_who_proposed(t: Transfer) -> Expected:
    t.posting.seal["key"] = t.proposing.seal["key"]
    return {"rules": t.approvals[-1][0]}


def by_who_may_not(t: Transfer) -> Expected:
    """It is authorship that knows who holds which role."""
    t.posting.seal["key"] = key_of(t.book, "chantal")
    return {"authorship": t.approvals[-1][0]}


def by_another_authority(t: Transfer) -> Expected:
    t.approvals[-1][1]["authority"] = "nobody"
    return {"rules": t.approvals[-1][0]}


def approved_elsewhere(t: Transfer) -> Expected:
    """The approval is of another proposal, closed since: this one was never approved."""
    before = [r for r in t.book.find("transfer.posted/1") if r[0] < t.posted_number]
    t.approvals[-1][1]["proposal"] = before[0][3]["proposal"]
    return {"rules": t.approvals[-1][0]}


def in_another_year(t: Transfer) -> Expected:
    t.proposal["date"] = "2025-01-15"
    return {"rules": t.number}


def when_another_set_ruled(t: Transfer) -> Expected:
    t.proposal["date"] = "2026-08-12"
    return {"rules": t.number}


def posted_of_no_proposal(t: Transfer) -> Expected:
    """What the posting moves is not known then: budgets are not judged any more."""
    t.posted["proposal"] = str(t.posted_number - 1)
    return {"rules": t.posted_number}


def given_back_of_no_transfer(t: Transfer) -> Expected:
    returned = t.book.find("transfer.returned/1")[0]
    returned[3]["transfer"] = str(t.book.find("transfer.posted/1")[0][3]["proposal"])
    return {"rules": returned[0]}


def given_back_of_one_for_good(t: Transfer) -> Expected:
    returned = t.book.find("transfer.returned/1")[0]
    returned[3]["transfer"] = t.row["record"]
    return {"rules": returned[0]}


def nothing_given_back(t: Transfer) -> Expected:
    """Its entry moves nothing either, which is all that budgets ask."""
    sequence, batch, place, record = t.book.find("transfer.returned/1")[-1]
    record["amount"] = "0"
    entry = batch.content[place + 1]
    entry["postings"] = [{**entry["postings"][0], "amount": amount} for amount in ("5", "-5")]
    return {"rules": sequence}


UNLAWFUL: Dict[str, List[Change]] = {
    "amount": [far_too_much, more_moved_than_proposed, a_return_of_too_much],
    "rule set": [of_a_set_that_does_not_rule, of_no_set],
    "approver": [by_who_proposed, by_who_may_not, by_another_authority, approved_elsewhere],
    "date": [in_another_year, when_another_set_ruled]}


def key_of(book: forge.Book, person: str) -> str:
    admitted = book.find("person.admitted/1", person=person)
    return admitted[0][3]["key"] if admitted else next(f["key"] for f in book.first["founders"] if f["person"] == person)


def approvers(book: forge.Book) -> List[str]:
    return [key_of(book, person) for person in ("hugo", "ines", "anne", "benoit")]


@unittest.skipIf(FUNDCTL is None, "no fundctl: FUNDCTL is not set and nothing is built")
class Transfers(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.work = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.work, True)
        life = cls.life = Ruled(str(FUNDCTL), os.path.join(cls.work, "book"), SEED)
        life.transfers(POSTED)
        keys = [forge.Key.of_pem(os.path.join(folder, name)) for folder, _, names in os.walk(life.path("keys"))
                for name in names if name.endswith(".pem") and not name.endswith(".pub.pem")]
        cls.keys = {key.public: key for key in keys}
        cls.first, cls.second = life.exports
        with open(os.path.join(cls.second.path, "transfers.csv"), encoding="utf-8", newline="") as file:
            cls.rows = list(csv.DictReader(file))
        cls.posted = [row for row in cls.rows if row["outcome"] == "posted"]

    def judge(self, path: str, kept: bool) -> Tuple[Verdicts, Dict[str, Any]]:
        """What both verifiers say of a bundle; they must say the same, to the record."""
        arguments = [path, "--key", self.second.key_path, "--id", self.second.id, "--format", "json", "--lang", "en"]
        arguments += ["--previous", os.path.join(self.first.path, "STATEMENT")] if kept else [
            "--require", ",".join(REQUIRED)]
        with ThreadPoolExecutor(1) as aside:
            theirs = aside.submit(verifiers.run, [str(FUNDCTL), "audit", "verify"] + arguments, errors=False)
            outcomes = [verifiers.of_json(*verifiers.run_here(arguments)), verifiers.of_json(*theirs.result())]
        details, other = [json.loads(outcome.said)["verdicts"] for outcome in outcomes]
        said: List[Verdicts] = [{name: (v["status"], v["record"]) for name, v in one.items()} for one in (details, other)]
        told = {name: (v, other[name]) for name, v in details.items() if said[0][name] != said[1][name]}
        self.assertEqual(said[0], said[1], "verify.py, fundctl: %s" % told)
        status = 5 if any(status == "fails" for status, _ in said[0].values()) else 0
        self.assertEqual([outcome.status for outcome in outcomes], [status, status])
        return said[0], details

    def book(self) -> forge.Book:
        return forge.Book.read(self.second.path, self.keys)

    def tampered(self, change: Change, hand: str, kept: bool = False) -> Tuple[Verdicts, Expected, List[int]]:
        """By a hand of forge.py: "L" signs with the ledger key alone, "P" with every key. Verdicts, those that should fail, and
        the seals of the transfer's two batches."""
        path, book = os.path.join(self.work, "tampered"), self.book()
        transfer = Transfer(book, self.of(change))
        seals = [transfer.seal_of(transfer.proposing), transfer.seal_of(transfer.posting)]
        expected = change(transfer)
        book.write(path, hand)
        return self.judge(path, kept)[0], expected, seals

    def chosen(self, book: forge.Book, change: Change, suits: Callable[[Transfer], bool]) -> Dict[str, str]:
        """A random one of the posted transfers that suit."""
        rows = list(self.posted)
        random.Random(SEED + change.__name__).shuffle(rows)
        return next(row for row in rows if suits(Transfer(book, row)))

    def of(self, change: Change) -> Dict[str, str]:
        """A transfer that a change is about: the last ones where later records must not depend on it."""
        if change in (a_cent_less, by_the_other_set):
            operation = "transfer" if change is a_cent_less else "cancellation"
            return next(row for row in self.posted if row["record"] == self.life.last[operation])
        book = self.book()
        if change in UNLAWFUL["approver"] or change is another_approver:
            return self.chosen(book, change, lambda t: len(t.approvals) == 1 and t.row != self.posted[0]
                               and t.proposing.seal["key"] in approvers(book))
        if change is when_another_set_ruled:
            second = str(book.find("ruleset.adopted/1")[2][0])
            return self.chosen(book, change, lambda t: t.proposal["ruleset"] == second and t.row["from_year"] == t.row["to_year"])
        return self.chosen(book, change, lambda t: t.row["operation"] == "transfer")

    # ---- the true book

    def test_what_the_book_holds(self) -> None:
        """Enough of each sort, so that what follows is about them."""
        self.assertEqual(self.life.strange, [])
        self.assertGreaterEqual(len(self.posted), POSTED)
        book = self.book()
        sets = [str(r[0]) for r in book.find("ruleset.adopted/1")]
        self.assertEqual(len(sets), 4)
        self.assertEqual({row["ruleset"] for row in self.posted}, set(sets))
        self.assertEqual({row["operation"] for row in self.posted},
                         {"transfer", "temporary-transfer", "carry-over", "advance", "cancellation"})
        self.assertLessEqual({"forbidden", "not-permitted", "over-limit", "insufficient-funds", "error"},
                             {row["outcome"] for row in self.rows})
        self.assertGreater(sum(row["returned_cents"] not in ("0", row["amount_cents"]) for row in self.posted), 0)
        self.assertGreater(sum(row["returned_cents"] == row["amount_cents"] for row in self.posted), 0)
        self.assertGreaterEqual(len({r[3]["authority"] for r in book.find("transfer.approved/1")}), 3)
        self.assertTrue(book.find("transfer.withdrawn/1"))
        self.assertTrue(book.find("transfer.refused/1", proposal=...))

    def test_both_judge_it_again_and_agree(self) -> None:
        for export, kept in ((self.first, False), (self.second, True)):
            verdicts, details = self.judge(export.path, kept)
            wanted = {*REQUIRED, *["append-only"] * kept}
            self.assertEqual({name for name, (status, _) in verdicts.items() if status == "holds"}, wanted)
            self.assertEqual(details["rules"]["detail"], "rule sets: 4, transfers and refusals: %d" % len(self.rows))

    def test_forge_makes_the_same_bundle(self) -> None:
        """What it makes below differs by what is changed alone."""
        path = os.path.join(self.work, "again")
        self.book().write(path, "L")
        for folder, _, names in os.walk(self.second.path):
            for name in names:
                inside = os.path.relpath(os.path.join(folder, name), self.second.path)
                if not inside.startswith(("cosignatures", "documents")):
                    with open(os.path.join(folder, name), "rb") as one, open(os.path.join(path, inside), "rb") as two:
                        self.assertEqual(one.read(), two.read(), inside)

    # ---- one transfer changed

    def test_with_the_ledger_key_alone(self) -> None:
        for part in PARTS:
            with self.subTest(part):
                change = LAWFUL[part]
                verdicts, _, seals = self.tampered(change, "L")
                self.assertEqual(verdicts["integrity"][0], "holds")
                self.assertEqual(verdicts["origin"][0], "holds")
                self.assertEqual(verdicts["authorship"], ("fails", str(seals[part == "approver"])))
                self.assertEqual(verdicts["rules"], ("holds", ""))

    def test_with_every_key_unlawful(self) -> None:
        for part in PARTS:
            for change in UNLAWFUL[part]:
                with self.subTest(part, change=change.__name__):
                    self.check_unlawful(change)

    def test_acts_that_name_no_transfer(self) -> None:
        for change in (posted_of_no_proposal, given_back_of_no_transfer, given_back_of_one_for_good):
            with self.subTest(change.__name__):
                verdicts = self.check_unlawful(change)
                self.assertEqual(verdicts["budgets"], ("not-checked", ""))

    def test_a_return_of_nothing(self) -> None:
        self.assertEqual(self.check_unlawful(nothing_given_back)["budgets"], ("holds", ""))

    def check_unlawful(self, change: Change) -> Verdicts:
        verdicts, expected, _ = self.tampered(change, "P")
        self.assertEqual({n: int(record or 0) for n, (status, record) in verdicts.items() if status == "fails"}, expected)
        self.assertEqual(verdicts["integrity"][0], "holds")
        return verdicts

    def test_with_every_key_lawful(self) -> None:
        for part in PARTS:
            change = LAWFUL[part]
            for kept in (False, True)[part != "date":]:
                with self.subTest(part, kept=kept):
                    verdicts, _, _ = self.tampered(change, "P", kept)
                    self.assertEqual([n for n, (status, _) in verdicts.items() if status == "fails"], ["append-only"] * kept)
                    self.assertEqual(verdicts["rules"], ("holds", ""))
                    self.assertEqual(verdicts["budgets"], ("holds", ""))


if __name__ == "__main__":
    unittest.main()
