"""Sections 6 and 7 for the kinds of section 19: who approves, who withdraws, who posts what an approver's record asks for.

Each row adds batches to the true scenario of tampered/forge.py, sealed with the persons' keys, and is judged by authorship alone.
anne and benoit are founders; chantal is finance-officer and approver, hugo approver, denis auditor, gilles agent.
"""
import os
import shutil
import sys
import tempfile
import unittest
from typing import Any, Callable, Dict, List, Optional

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [HERE, AUDIT, os.path.join(AUDIT, "tampered")]

import cases  # noqa: E402
import forge  # noqa: E402
from cases_budgets import added  # noqa: E402
from grant_book import plan, step  # noqa: E402
from verifier.authorship import Authorship  # noqa: E402
from verifier.bundle import OF_GRANTS, Bundle  # noqa: E402
from verifier.judge import replay  # noqa: E402
from verifier.kinds import GRANTED  # noqa: E402
from verifier.words import Refused  # noqa: E402

BANK = {"kind": "bank.set/1", "recipient": "X-a", "subject": "5" * 32}
WRITE_OFF = step("written-off", 1, "2023-05-10", amount=5, reason="x")
ROLE = {"kind": "role.granted/1", "person": "denis", "role": "closer"}
Act = Callable[[Any], Any]


def proposed(t: Any, record: Dict[str, Any], by: str) -> str:
    t.add([{**record, "kind": record["kind"].replace("/", ".proposed/")}], by)
    return str(t.last_content())


def two(record: Dict[str, Any], by: str = "chantal", other: str = "hugo", done_by: str = "chantal", together: bool = False,
        **done: Any) -> Act:
    """Proposed, approved, done."""
    def act(t: Any) -> None:
        number = proposed(t, record, by)
        approval, last = {"kind": "approval.given/1", "proposal": number}, {**record, **done, "proposal": number}
        for content, who in [([approval, last], done_by)] if together else [([approval], other), ([last], done_by)]:
            t.add(content, who)
    return act


def withdrawn(record: Dict[str, Any], by: str, other: str) -> Act:
    def act(t: Any) -> None:
        t.add([{"kind": "approval.refused/1", "proposal": proposed(t, record, by), "reason": "x"}], other)
    return act


def granted(person: str, role: str) -> Act:
    return lambda t: t.two({"kind": "role.granted/1", "person": person, "role": role})


def then(*acts: Act) -> Act:
    def act(t: Any) -> None:
        for one in acts:
            one(t)
    return act


def approving(by: str, named: bool = True, kind: str = "approved") -> Act:
    """grant.approved/1 and its entry, in one batch."""
    def make(p: Any) -> List[Any]:
        entry = p.entry(2023, [("available", 5, "ADMIN"), ("reserved", -5, "ADMIN")])
        record = step(kind, 1, "2023-05-10", plan=plan((2023, 5, "ADMIN")), entries=[entry["entry"]] if named else [], **(
            {"authority": "direction", "instrument": "x"} if kind == "approved" else {"reason": "x"}))
        return [record, entry]
    return added(make, by)


def paid_by(t: Any, by: str) -> None:
    number = proposed(t, WRITE_OFF, "chantal")

    def make(p: Any) -> List[Any]:
        entry = p.spending(2023, "ADMIN", 5)
        return [{"kind": "approval.given/1", "proposal": number}, {**WRITE_OFF, "proposal": number, "entry": entry["entry"]}, entry]
    added(make, by)(t)


def used_twice(t: Any) -> None:
    number = proposed(t, BANK, "chantal")
    t.add([{"kind": "approval.given/1", "proposal": number}], "hugo")
    for _ in "12":
        t.add([{**BANK, "proposal": number}], "chantal")


def unapproved(t: Any) -> None:
    t.add([{**BANK, "proposal": proposed(t, BANK, "chantal")}], "chantal")


LAWFUL: Dict[str, Act] = {
    "an approver approves": two(BANK), "a founder approves": two(BANK, other="anne"), "approved and done by an approver who is both": two(
        BANK, "anne", done_by="chantal", together=True),
    "its entry is given when done": two(WRITE_OFF, entry="FNF-2023-000099"), "proposed and done by others": two(BANK, "anne", done_by="benoit"),
    "withdrawn by an approver": withdrawn(BANK, "chantal", "hugo"),
    "done by an approver only": two(WRITE_OFF, done_by="hugo", together=True, entry="FNF-2023-000099"), "its entry too": lambda t: paid_by(t, "hugo"),
    "withdrawn by who proposed it": then(granted("denis", "finance-officer"), withdrawn(BANK, "denis", "denis")),
    "an admin withdraws what an admin approves": then(granted("denis", "admin"), withdrawn(ROLE, "anne", "denis")),
    "an admin approves what an admin approves": then(granted("denis", "admin"), two({**ROLE, "person": "hugo"}, "anne", "denis", "benoit")),
    "an approver posts what the approval asks for": approving("hugo"), "an approver amends": approving("hugo", kind="amended"),
}
UNLAWFUL: Dict[str, Any] = {
    "an admin who is no approver approves": (then(granted("denis", "admin"), two(BANK, other="denis")), "approval.given/1"),
    "an approver who is no admin approves an admin's": (two(ROLE, "anne", "hugo", "benoit"), "approval.given/1"),
    "an auditor approves": (two(BANK, other="denis"), "approval.given/1"), "who proposed it approves": (two(BANK, other="chantal"), "approval.given/1"),
    "not approved": (unapproved, "bank.set/1"), "used twice": (used_twice, "bank.set/1"),
    "another member": (two(BANK, recipient="X-b"), "bank.set/1"), "another day": (two(WRITE_OFF, date="2023-05-11", entry="FNF-2023-000099"), "grant.written-off/1"),
    "of another kind": (lambda t: (lambda n: (
        t.add([{"kind": "approval.given/1", "proposal": n}], "hugo"), t.add([{**WRITE_OFF, "entry": "FNF-2023-000099", "proposal": n}], "chantal")))(
            proposed(t, BANK, "chantal")), "grant.written-off/1"),
    "proposed by an approver only": (two(BANK, "hugo", "anne"), "bank.set.proposed/1"), "done by an auditor": (two(BANK, done_by="denis"), "bank.set/1"),
    "withdrawn by who proposed it, of an admin's": (then(granted("denis", "finance-officer"), lambda t: withdrawn(
        {k: v for k, v in t.new("ruleset.adopted/1")[3].items() if k != "proposal"}, "denis", "denis")(t)), "approval.refused/1"),
    "withdrawn by an admin who is no approver": (then(granted("denis", "admin"), withdrawn(BANK, "chantal", "denis")), "approval.refused/1"),
    "withdrawn by an approver who is no admin": (withdrawn(ROLE, "anne", "hugo"), "approval.refused/1"),
    "withdrawn by nobody": (withdrawn(BANK, "chantal", "gilles"), "approval.refused/1"),
    "an approver posts another entry": (approving("hugo", named=False), "entry.posted/1"),
    "a finance officer approves": (then(granted("denis", "finance-officer"), approving("denis")), "grant.approved/1"),
}


class People(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.work = tempfile.mkdtemp()
        forge.scenario(os.path.join(cls.work, "scenario"))
        cls.scenario = cases.Scenario(os.path.join(cls.work, "scenario"), cls.work)

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.work, ignore_errors=True)

    def judge(self, act: Act) -> Any:
        path = os.path.join(self.work, "bundle")

        def with_files(t: Any) -> None:
            act(t)
            if any(record["kind"] in GRANTED for _, _, _, record in t.book.records()):
                t.book.files.update(dict.fromkeys(OF_GRANTS, b"\n"))  # budgets would say more of them
        self.scenario.tamper(with_files, "P", path)
        bundle = Bundle(path)
        bundle.check_integrity(set())
        authorship = Authorship(bundle)
        replay(bundle, [authorship])
        return bundle, authorship.refusal

    def test_lawful(self) -> None:
        for label, act in LAWFUL.items():
            with self.subTest(label):
                _, refusal = self.judge(act)
                self.assertIsNone(refusal, refusal and (refusal.sentence, refusal.values, refusal.record))

    def test_unlawful(self) -> None:
        for label, (act, kind) in UNLAWFUL.items():
            with self.subTest(label):
                bundle, refusal = self.judge(act)
                self.assertIsNotNone(refusal)
                self.assertEqual(bundle.read(refusal.record)["kind"], kind, (refusal.sentence, refusal.values))

    def test_files_go_with_records(self) -> None:
        """The three files of section 19 are there if and only if a record of it is."""
        path = os.path.join(self.work, "bundle")
        for names, records, holds in (((), False, True), (OF_GRANTS, True, True), ((), True, False), (OF_GRANTS[:2], True, False), (OF_GRANTS, False, False)):
            def act(t: Any) -> None:
                t.book.files.update({name: b"\n" if name in names else None for name in OF_GRANTS})
                if records:
                    t.add([{"kind": "recipient.added/1", "recipient": "X-a", "name": "x"}], "chantal")
            self.scenario.tamper(act, "P", path)
            bundle, refused = Bundle(path), None  # type: Any, Optional[Refused]
            try:
                bundle.check_integrity(set())
            except Refused as refusal:
                refused = refusal
            with self.subTest(names=names, records=records):
                self.assertEqual(refused is None, holds)
                self.assertEqual(bundle.granted, records)


if __name__ == "__main__":
    unittest.main()
