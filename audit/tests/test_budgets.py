"""Sections 18.1, 18.2, 18.4: what records of budgets and transfers may not do, at the record and by the verdict that says so.

Each row changes the true scenario of tampered/forge.py, seals it anew with every key, and is judged by books, rules and
budgets alone: seals are the matter of test_bundles. Run: python3 -m unittest discover audit/tests
"""
import os
import shutil
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [AUDIT, os.path.join(AUDIT, "tampered")]

import cases  # noqa: E402
import cases_budgets  # noqa: E402
import forge  # noqa: E402
import forge_budgets  # noqa: E402
from cases_budgets import ADMIN, AIDE, NORTH, added, adopting, capped, moving, planner, posting  # noqa: E402
from verifier.authorship import Authorship  # noqa: E402
from verifier.books import Books  # noqa: E402
from verifier.budgets import Budgets  # noqa: E402
from verifier.bundle import Bundle  # noqa: E402
from verifier.judge import replay  # noqa: E402
from verifier.kinds import BUDGETED  # noqa: E402
from verifier.transfers import Transfers  # noqa: E402

YEAR = forge_budgets.year(2023)


def opened(**more):
    """An envelope without an amount."""
    return added(lambda p: [{"kind": "envelope.opened/1", "year": YEAR, "envelope": "NEUF", "amount": "0", "name": "x",
                             "attributes": {}, **more}])


def revised(amount, code="ADMIN", **more):
    return lambda p: p.act(2023, {"kind": "envelope.revised/1", "year": YEAR, "envelope": code, "amount": str(amount),
                                  "reason": "x", **more}, ("authorised", "available", code, amount))


def both(*makes):
    """Acts in one batch."""
    return added(lambda p: [record for make in makes for record in make(p)])


def entry(change, *makes):
    """The last entry of a batch, with other members."""
    def make(p):
        records = [record for one in makes for record in one(p)]
        return records[:-1] + [{**records[-1], **change}]
    return added(make)


def allocated(*shares, **more):
    def make(p):
        total = sum(amount for _, amount in shares)
        return p.act(2023, {"kind": "allocation.run/1", "year": YEAR, "envelope": "ADMIN", "agreed_by": "x", "approved_by": "x",
                            "agreed_on": "2023-05-01", "approved_on": "2023-05-01", "criteria_sha256": "ab" * 32, "inputs": [],
                            "shares": [{"envelope": code, "amount": str(amount)} for code, amount in shares], **more},
                     ("available", "authorised", "ADMIN", total), *(("authorised", "available", c, a) for c, a in shares if a))
    return added(make)


def first_commitment(t):
    return t.book.find("commitment.opened/1")[0][3]["entry"]


def used(kind, value, envelope="AIDE", **more):
    def act(t):
        plan = planner(t)
        if kind == "spent":
            records = plan.spent(2023, envelope, first_commitment(t), value)
        else:
            records = plan.act(2023, {"kind": "commitment.released/1", "commitment": first_commitment(t), "amount": str(value),
                                      "reason": "x"}, ("committed", "available", envelope, value))
        t.add([{**records[0], **more}, records[1]], "chantal")
    return act


def then(*acts):
    def act(t):
        for one in acts:
            one(t)
    return act


def reverses(kind, **more):
    """A reversal of the first entry after the last record of a kind."""
    def act(t):
        _, batch, place, _ = t.new(kind)
        t.add([planner(t).reversal(batch.content[place + 1], **more)], "chantal")
    return act


def annuls(find, two=True):
    def act(t):
        record = {"kind": "record.annulled/1", "record": str(find(t)), "reason": "x"}
        if two:
            t.two(record)
        else:
            t.add([{**record, "kind": "record.annulled.proposed/1"}], "anne")
    return act


def reversal_of(index):
    return lambda t: t.book.find("entry.posted/1", reverses=..., period="2023-P02")[index][0]


def proposed(change, terms=None, **more):
    """A transfer of 10 from AIDE to AIDE-07, lawful but for what is given."""
    def act(t):
        moving(t, "transfer", AIDE, NORTH, 10, "2023-11-01", ["P1"], capped(420_000, 35_000) if terms is None else terms, post=False)
        t.book.batches[t.before_last() - 1].content[0].update(change)
    return act


def needs_approval(approve=None, by="hugo", post_by="chantal", together=False):
    """A transfer of 20 001, above what needs no approval, under a base of 420 000: only 7 000 are left, so from ADMIN."""
    def act(t):
        proposal = moving(t, "temporary-transfer", ADMIN, NORTH, 20_001, "2023-11-01", ["Q1"], [], post=False,
                          repay_by="2023-12-01", outcome="needs-approval", approvals=["commission"])
        approval = [{"kind": "transfer.approved/1", "authority": a, "instrument": "x", "proposal": proposal} for a in approve or ()]
        if not together:
            t.add(approval, by) if approval else None
            approval = []
        plan = planner(t)
        entries = plan.moves(ADMIN, NORTH, 20_001)
        t.add([*approval, {"kind": "transfer.posted/1", "proposal": proposal, "entries": [e["entry"] for e in entries]}, *entries],
              post_by)
    return act


def refused(change, **more):
    def act(t):
        t.add([{**forge_budgets.transfer("transfer.refused/1", "transfer", AIDE, NORTH, 8_000, "2023-11-02", "over-limit", ["C1"],
                                         capped(420_000, 35_000), ruleset=str(t.new("ruleset.adopted/1")[0])), **change}], "chantal")
    return act


def returned(amount, index=-1, envelopes=((2023, "AIDE"), (2023, "ADMIN"))):
    def act(t):
        lent = [r[0] for r in t.book.find("transfer.posted/1")][2 if index == -1 else index]
        back = planner(t).moves(*envelopes, amount)
        t.add([{"kind": "transfer.returned/1", "transfer": str(lent), "amount": str(amount), "entry": back[0]["entry"]}, *back], "chantal")
    return act


def withdrawn(t):
    proposal = t.new("transfer.withdrawn/1")[3]["proposal"]
    posting(t, planner(t), proposal, NORTH, AIDE, 100)


def other_rule_set(t):
    """A new set, stricter, adopted between a proposal and its posting."""
    proposal = moving(t, "transfer", AIDE, NORTH, 10, "2023-11-01", ["P1"], capped(420_000, 35_000), post=False)
    record = t.new("ruleset.adopted/1")[3]
    t.two({"kind": "ruleset.adopted/1", "source_name": "x", "source_sha256": record["source_sha256"], "rules": forge_budgets.rule_set(
        [forge_budgets.rule("F", "forbid")], version="2", replaces="essai@1", **{"from": "2023-10-15"})})
    posting(t, planner(t), proposal, AIDE, NORTH, 10)


SPENDING = lambda p: [p.spending(2023, "ADMIN", 10)]  # noqa: E731
PLAIN = lambda p: [p.entry(2023, [("1000", 5, None), ("4000", -5, None)])]  # noqa: E731
LAWFUL = {
    "nothing changed": lambda t: None,
    "all that is available": added(lambda p: [p.spending(2023, "ADMIN", 48_000)]),
    "a refund": added(lambda p: [p.spending(2023, "AIDE", -100)]),
    "all that is outstanding": used("spent", 35_000),
    "an envelope below another": opened(parent="AIDE-07", attributes={"nature": "aid", "region": "x"}, expires="2023-04-01"),
    "up to the ceiling": both(revised(142_000)),
    "lowering above a ceiling": then(added(lambda p: [{"kind": "ceiling.set/1", "year": YEAR, "basis": "balance", "amount": "5",
                                                      "citation": "x"}]), both(revised(-10))),
    "allocation": allocated(("AIDE", 1), ("AIDE-07", 2)),
    "a spending annulled": annuls(lambda t: t.book.find("entry.posted/1", period="2023-P02")[7][0], False),
    "a commitment's spending reversed": then(used("spent", 35_000), reverses("commitment.spent/1")),
    "its reversal annulled": annuls(reversal_of(-1)),
    "all of it returned": returned(3_000),
    "approved apart": needs_approval(["commission"]),
    "approved and posted by an approver": needs_approval(["commission"], post_by="hugo", together=True),
    "refused": refused({}),
    "a permitted proposal": proposed({}),
}
UNLAWFUL = {  # label -> (what is done, verdict that fails, kind of the record at fault)
    "a year without control": (opened(year="2026-2027"), "budgets", "envelope.opened/1"),
    "a year not opened": (opened(year="2022-2023"), "budgets", "envelope.opened/1"),
    "an envelope twice": (opened(envelope="AIDE"), "budgets", "envelope.opened/1"),
    "an unknown parent": (opened(parent="NEUF"), "budgets", "envelope.opened/1"),
    "expired before its year": (opened(expires="2023-03-31"), "budgets", "envelope.opened/1"),
    "an attribute that is not declared": (opened(attributes={"zone": "x"}), "budgets", "envelope.opened/1"),
    "a value that is not listed": (opened(attributes={"nature": "x"}), "budgets", "envelope.opened/1"),
    "an attribute named as what each has": (opened(attributes={"year": "x"}), "budgets", "envelope.opened/1"),
    "an amount without entry": (opened(amount="5"), "budgets", "envelope.opened/1"),
    "an entry without amount": (opened(entry="FNF-2023-000099"), "budgets", "envelope.opened/1"),
    "a revision of zero": (added(lambda p: [{**revised(5)(p)[0], "amount": "0"}]), "budgets", "envelope.revised/1"),
    "a revision of no envelope": (added(lambda p: [{**revised(5)(p)[0], "envelope": "X"}]), "budgets", "envelope.revised/1"),
    "authorised below zero": (both(revised(-48_001)), "budgets", "entry.posted/1"),
    "above the ceiling by a cent": (both(revised(142_001)), "budgets", "entry.posted/1"),
    "spending above the ceiling": (then(added(lambda p: [{"kind": "ceiling.set/1", "year": YEAR, "basis": "estimates", "amount": "5",
                                                          "citation": "x"}]), added(SPENDING)), "budgets", "entry.posted/1"),
    "an act without its entry": (added(lambda p: revised(5)(p)[:1]), "budgets", "envelope.revised/1"),
    "an act followed by another record": (added(lambda p: [*revised(5)(p)[:1], *p.envelope(2023, "NEUF", 0, {})]), "budgets", "envelope.opened/1"),
    "an act followed by another entry": (added(lambda p: [{**revised(5)(p)[0], "entry": "FNF-2023-000099"}]), "budgets", "envelope.revised/1"),
    "a bound entry with money": (added(lambda p: (lambda act, e: [act, {**e, "postings": e["postings"] + [
        {"account": "1000", "amount": "5"}, {"account": "4000", "amount": "-5"}]}])(*revised(5)(p))), "budgets", "entry.posted/1"),
    "a bound entry of another year": (added(lambda p: (lambda act, e: [{**act, "entry": e["entry"]}, e])(
        {**p.envelope(2023, "NEUF", 0, {})[0], "amount": "5"},
        p.entry(2024, [("authorised", 5, "ADMIN"), ("available", -5, "ADMIN")]))), "budgets", "entry.posted/1"),
    "an allocation to its source": (allocated(("ADMIN", 5)), "budgets", "allocation.run/1"),
    "shares out of order": (allocated(("AIDE-07", 5), ("AIDE", 5)), "budgets", "allocation.run/1"),
    "a share of zero": (allocated(("AIDE", 0), ("AIDE-07", 5)), "budgets", "allocation.run/1"),
    "a share of no envelope": (allocated(("X", 5)), "budgets", "allocation.run/1"),
    "a commitment of zero": (added(lambda p: [{**p.commitment(2023, "ADMIN", 5)[0], "amount": "0"}]), "budgets", "commitment.opened/1"),
    "later years out of order": (added(lambda p: p.commitment(2023, "ADMIN", 5, later=[
        {"year": "2025-2026", "amount": "1"}, {"year": "2024-2025", "amount": "1"}])), "budgets", "commitment.opened/1"),
    "a later year that is its own": (added(lambda p: p.commitment(2023, "ADMIN", 5, later=[
        {"year": YEAR, "amount": "1"}])), "budgets", "commitment.opened/1"),
    "a later year of zero": (added(lambda p: p.commitment(2023, "ADMIN", 5, later=[
        {"year": "2024-2025", "amount": "0"}])), "budgets", "commitment.opened/1"),
    "continued above what was said": (lambda t: t.add(planner(t).commitment(2024, "AIDE", 5_001, continues=first_commitment(t)), "chantal"),
                                      "budgets", "commitment.opened/1"),
    "continued in another year": (lambda t: t.add(planner(t).commitment(2023, "AIDE", 5, continues=first_commitment(t)), "chantal"),
                                  "budgets", "commitment.opened/1"),
    "spent above what is outstanding": (used("spent", 35_001), "budgets", "commitment.spent/1"),
    "spent of nothing": (used("spent", 5, commitment="FNF-2023-000001"), "budgets", "commitment.spent/1"),
    "spent of another envelope": (used("spent", 5, "ADMIN"), "budgets", "entry.posted/1"),
    "spent, of another amount": (used("spent", 5, amount="6"), "budgets", "entry.posted/1"),
    "released above what is outstanding": (used("released", 35_001), "budgets", "commitment.released/1"),
    "released, then spent": (then(used("released", 35_000), used("spent", 1)), "budgets", "commitment.spent/1"),
    "an act's entry reversed": (reverses("commitment.released/1"), "budgets", "entry.posted/1"),
    "an act's entry annulled": (annuls(lambda t: t.new("envelope.revised/1")[0] + 1), "budgets", "record.annulled.proposed/1"),
    "a reversal annulled after its money was used": (then(used("spent", 35_000), annuls(reversal_of(-1), False)),
                                                     "budgets", "record.annulled.proposed/1"),
    "a refund annulled after its money was used": (then(
        added(lambda p: [p.spending(2023, "ADMIN", 10), p.spending(2023, "ADMIN", -10), p.spending(2023, "ADMIN", 48_000)]),
        annuls(lambda t: t.new("entry.posted/1", period="2023-P02")[0] - 1)), "budgets", "record.annulled.proposed/1"),
    "spending and budget differ": (added(lambda p: [p.entry(2023, [
        ("5000", 5, "ADMIN"), ("1000", -5, None), ("available", 6, "ADMIN"), ("spent", -6, "ADMIN")])]), "budgets", "entry.posted/1"),
    "reserved by a plain entry": (added(lambda p: [p.entry(2023, [("available", 5, "ADMIN"), ("reserved", -5, "ADMIN")])]),
                                  "budgets", "entry.posted/1"),
    "an expense without envelope": (added(lambda p: [p.entry(2023, [("5000", 5, None), ("1000", -5, None)])]), "books", "entry.posted/1"),
    "an envelope on cash": (added(lambda p: [p.entry(2023, [("1000", 5, "ADMIN"), ("4000", -5, None)])]), "books", "entry.posted/1"),
    "an envelope of another year": (added(lambda p: [p.spending(2024, "AIDE-07", 5)]), "books", "entry.posted/1"),
    "budget where none is controlled": (added(lambda p: [p.entry(2026, [("authorised", 5, None), ("available", -5, None)])]), "books", "entry.posted/1"),
    "a transfer of zero": (proposed({"amount": "0"}), "rules", "transfer.proposed/1"),
    "a transfer to itself": (proposed({"to": {"envelope": "AIDE", "year": YEAR}}), "rules", "transfer.proposed/1"),
    "from no envelope": (proposed({"from": {"envelope": "X", "year": YEAR}}), "rules", "transfer.proposed/1"),
    "into another year": (proposed({"to": {"envelope": "AIDE", "year": "2024-2025"}}), "rules", "transfer.proposed/1"),
    "to be given back, for good": (proposed({"repay_by": "2023-12-01"}), "rules", "transfer.proposed/1"),
    "temporary, for ever": (proposed({"operation": "temporary-transfer", "rules": ["P2"]}, []), "rules", "transfer.proposed/1"),
    "a carry-over within a year": (proposed({"operation": "carry-over"}), "rules", "transfer.proposed/1"),
    "a cancellation with a target": (proposed({"operation": "cancellation"}), "rules", "transfer.proposed/1"),
    "other deciding rules": (proposed({"rules": ["P2"]}), "rules", "transfer.proposed/1"),
    "no terms": (proposed({}, []), "rules", "transfer.proposed/1"),
    "another term": (proposed({}, capped(420_000, 34_999)), "rules", "transfer.proposed/1"),
    "an approval too many": (proposed({"approvals": ["commission"]}), "rules", "transfer.proposed/1"),
    "a notice too many": (proposed({"notices": ["commission"]}), "rules", "transfer.proposed/1"),
    "no rule set": (proposed({"ruleset": "-"}), "rules", "transfer.proposed/1"),
    "proposed though over its limit": (proposed({"amount": "7001", "outcome": "over-limit", "rules": ["C1"]}), "rules", "transfer.proposed/1"),
    "posted without its approval": (needs_approval(), "rules", "transfer.posted/1"),
    "approved by another authority": (needs_approval(["council"]), "rules", "transfer.approved/1"),
    "approved twice": (needs_approval(["commission", "commission"]), "rules", "transfer.approved/1"),
    "approved by who proposed": (needs_approval(["commission"], "chantal"), "rules", "transfer.approved/1"),
    "posted later by who only approves": (needs_approval(["commission"], post_by="hugo"), "rules", "transfer.posted/1"),
    "posted after it was withdrawn": (withdrawn, "rules", "transfer.posted/1"),
    "posted after another set forbids": (other_rule_set, "rules", "transfer.posted/1"),
    "a refusal of what is permitted": (refused({"amount": "10"}), "rules", "transfer.refused/1"),
    "a refusal for another reason": (refused({"outcome": "forbidden"}), "rules", "transfer.refused/1"),
    "a refusal of a proposal that is none": (refused({"proposal": "3"}), "rules", "transfer.refused/1"),
    "a refusal of a proposal otherwise": (lambda t: refused({"proposal": str(t.new("transfer.proposed/1")[0])})(t), "rules", "transfer.refused/1"),
    "more returned than lent": (returned(3_001), "rules", "transfer.returned/1"),
    "a transfer for good returned": (returned(5, 0), "rules", "transfer.returned/1"),
    "returned to another envelope": (returned(5, envelopes=((2023, "AIDE"), (2023, "COMMUN"))), "budgets", "entry.posted/1"),
    "a rule set of another fund": (adopting(fund="fdmt"), "rules", "ruleset.adopted.proposed/1"),
}


class Records(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp()
        forge.scenario(os.path.join(cls.work, "scenario"))
        cls.scenario = cases.Scenario(os.path.join(cls.work, "scenario"), cls.work)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work, ignore_errors=True)

    def judge(self, act, with_authors=False):
        path = os.path.join(self.work, "bundle")
        self.scenario.tamper(act, "P", path)
        bundle = Bundle(path)
        bundle.check_integrity(set())
        books = Books(bundle)
        budgets = Budgets(bundle, books)
        judges = {"books": books, "rules": Transfers(bundle, budgets), "budgets": budgets}
        if with_authors:
            judges["authorship"] = Authorship(bundle)
        replay(bundle, list(judges.values()))
        return bundle, judges

    def test_the_scenario_has_every_kind(self):
        bundle, _ = self.judge(lambda t: None)
        self.assertEqual({bundle.read(n)["kind"] for n in range(1, bundle.size + 1)} & BUDGETED, BUDGETED)

    def test_what_is_lawful_holds(self):
        for label, act in LAWFUL.items():
            with self.subTest(label):
                _, judges = self.judge(act, True)
                for name, judge in judges.items():
                    self.assertIsNone(judge.refusal, "%s: %s" % (name, judge.refusal and (judge.refusal.sentence, judge.refusal.values)))
                    self.assertEqual(judge.unjudged, "")

    def test_what_is_not_fails_at_its_record(self):
        for label, (act, verdict, kind) in UNLAWFUL.items():
            with self.subTest(label):
                bundle, judges = self.judge(act)
                refusal = judges[verdict].refusal
                self.assertIsNotNone(refusal)
                self.assertEqual(bundle.read(refusal.record)["kind"], kind, (refusal.sentence, refusal.values))
                if verdict == "books":
                    self.assertTrue(judges["budgets"].unjudged)
                if verdict == "rules":
                    self.assertIsNone(judges["books"].refusal)

    def test_derived_files(self):
        for name, before, after, verdict in (
                ("budgets.csv", b",48000,", b",48001,", "budgets"), ("transfers.csv", b",2000,", b",2001,", "rules"),
                ("transfers.csv", b",forbidden\n", b",over-limit\n", "rules")):
            def act(t):
                with open(os.path.join(t.original, name), "rb") as file:
                    content = file.read()
                t.book.files[name] = content.replace(before, after, 1)
                self.assertNotEqual(t.book.files[name], content)
            _, judges = self.judge(act)
            self.assertEqual([n for n, j in judges.items() if j.refusal], [verdict])


if __name__ == "__main__":
    unittest.main()
