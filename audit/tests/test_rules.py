"""The rule language of docs/rules.en.md: outcomes by hand, and a second evaluator that keeps every operation in a list.

Run: python3 -m unittest discover audit/tests
"""
import copy
import json
import os
import random
import sys
import unittest
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [AUDIT, os.path.join(AUDIT, "tampered")]

import forge_budgets  # noqa: E402
from verifier import kinds, rules  # noqa: E402
from verifier.envelopes import Envelope, Scopes  # noqa: E402
from verifier.ruleform import check_rules  # noqa: E402
from verifier.words import Refused  # noqa: E402

BIGGEST = 2**63 - 1
rule = forge_budgets.rule


def rule_set(*of, **more):
    made = forge_budgets.rule_set(list(of), **more)
    check_rules(made, "rules")
    return made


def limit(name, cap, **more):
    """A limit of the whole year's outflow of the source envelope, but for what is said."""
    made = {"of": "source", "counts": "outflow", "over": "year", "across": "envelope", **more}
    if isinstance(cap, str):
        made.update(cap={"percent": cap})
        made.setdefault("base", "initial")
    else:
        made.update(cap={"cents": str(cap)})
    return rule(name, "limit", **made)


def envelope(code, amount, start=2026, parent=None, **attributes):
    made = Envelope(code, "%d-%d" % (start, start + 1), attributes, parent)
    made.initial = made.amounts["authorised"] = made.amounts["available"] = amount
    return made


class Fund:
    """What Budgets and Transfers keep up, without records."""

    def __init__(self, envelopes, *sets):
        self.envelopes = {(e.start, e.code): e for e in envelopes}
        self.scopes, self.sets = Scopes(), rules.RuleSets()
        for sequence, one in enumerate(sets, 1):
            self.adopt(sequence, one)

    def adopt(self, sequence, one):
        self.sets.check(one, "fnf")
        for names in self.sets.adopt(sequence, one).base_scopes():
            self.scopes.watch(names, self.envelopes.values())

    def operation(self, kind, source, target, amount, date="2026-06-01"):
        find = lambda e: e if e is None or isinstance(e, Envelope) else self.envelopes[2026, e]  # noqa: E731
        return rules.Operation(kind, amount, date, find(source), find(target))

    def judge(self, *operation, given=(), room=None, **more):
        made = self.operation(*operation, **more)
        return rules.judge(self.sets.ruling(made.date), made, set(given), self.scopes, room)

    def post(self, *operation, back=0, **more):
        """Taken as posted, and given back in part."""
        made = self.operation(*operation, **more)
        ruling = self.sets.ruling(made.date)
        counting = self.judge(*operation, **more).counting if ruling else []
        if ruling:
            ruling.count(counting, made, made.amount)
        for envelope_, sign in ((made.source, -1), (made.target, 1)):
            if envelope_ is not None:
                change = sign * made.amount - sign * back
                envelope_.amounts["authorised"] += change
                envelope_.amounts["available"] += change
                self.scopes.change(envelope_, 0, change)
        if ruling and back:
            ruling.count(counting, made, back, True)


ANY = rule("P", "permit")


class Outcomes(unittest.TestCase):
    """Section 7, in the order of precedence: each row adds what decides before all that is there already."""

    def test_precedence(self):
        fund = lambda *of: Fund([envelope("A", 1000, nature="aid"), envelope("B", 0)], rule_set(*of))  # noqa: E731
        rows = [rule("Q", "require", approval="commission"), None, limit("L", 500), "unpermitted",
                rule("F", "forbid"), rule("U", "permit", when={"same": ["nature"]})]
        expected = [("permitted", ["P"], 1000), ("needs-approval", ["Q"], 1000), ("insufficient-funds", [], 1001),
                    ("over-limit", ["L"], 1001), ("not-permitted", [], 1001), ("forbidden", ["F"], 1001),
                    ("error", ["U"], 1001)]
        so_far = [ANY]
        for row, (outcome, deciding, amount) in zip([None] + rows, expected):
            if row == "unpermitted":
                so_far = [r for r in so_far if r["kind"] != "permit"]
            elif row is not None:
                so_far = so_far + [row]
            with self.subTest(outcome):
                found = fund(*so_far).judge("transfer", "A", "B", amount)
                self.assertEqual((found.outcome, found.rules), (outcome, deciding))

    def test_no_rule_set_permits_nothing(self):
        fund = Fund([envelope("A", 10), envelope("B", 10)], rule_set(ANY, **{"from": "2026-06-02", "until": "2026-06-03"}))
        for date, outcome in (("2026-06-01", "not-permitted"), ("2026-06-02", "permitted"), ("2026-06-03", "permitted"),
                              ("2026-06-04", "not-permitted")):
            self.assertEqual(fund.judge("transfer", "A", "B", 1, date).outcome, outcome)

    def test_deciding_rules_ascend_and_are_all(self):
        fund = Fund([envelope("A", 10), envelope("B", 10)], rule_set(
            rule("b", "permit"), rule("a", "permit"), rule("B", "permit"), limit("x", 5, of="each", counts="gross"),
            rule("n", "require", notice="commission")))
        self.assertEqual(fund.judge("transfer", "A", "B", 1).rules, ["B", "a", "b"])
        self.assertEqual(fund.judge("transfer", "A", "B", 1).notices, ["commission"])
        found = fund.judge("transfer", "A", "B", 6)
        self.assertEqual((found.rules, [t["side"] for t in found.terms]), (["x"], ["source", "target"]))

    def test_approvals(self):
        fund = Fund([envelope("A", 10), envelope("B", 10)], rule_set(
            ANY, rule("Q", "require", approval="commission"), rule("R", "require", approval="council"),
            authorities=[{"id": i, "fr": "x", "en": "x"} for i in ("council", "commission")]))
        self.assertEqual(fund.judge("transfer", "A", "B", 1).approvals, ["commission", "council"])
        self.assertEqual(fund.judge("transfer", "A", "B", 1, given=["council"]).rules, ["Q"])
        self.assertEqual(fund.judge("transfer", "A", "B", 1, given=["council", "commission"]).outcome, "permitted")

    def test_funds_and_ceiling(self):
        fund = Fund([envelope("A", 10), envelope("B", 10, 2027)], rule_set(ANY))
        carry = ("carry-over", "A", fund.envelopes[2027, "B"])
        self.assertEqual(fund.judge(*carry, 5, room=5).outcome, "permitted")
        for amount, room, term in ((11, 5, ("10", "source")), (6, 5, ("5", "target")), (1, -3, ("-3", "target"))):
            found = fund.judge(*carry, amount, room=room)
            self.assertEqual((found.outcome, found.terms[-1]["available"], found.terms[-1]["side"]), ("insufficient-funds", *term))

    def test_beyond_64_bits_is_an_error(self):
        for made in (limit("L", "1000000000", base="current"), limit("L", BIGGEST, counts="gross", across="fund"),
                     limit("L", "100000000", across="fund")):
            fund = Fund([envelope("A", BIGGEST), envelope("B", 5)], rule_set(ANY, made))
            found = fund.judge("transfer", "A", "B", BIGGEST)
            self.assertEqual((found.outcome, found.rules, found.terms), ("error", ["L"], []))


class Whens(unittest.TestCase):
    def so(self, when, kind="transfer", target=True, date="2026-06-01", amount=100, unless=None):
        source, other = envelope("A", 0, parent="T", nature="aid", x="1"), envelope("B", 0, nature="aid", y="1")
        made = rule("R", "forbid", **({"when": when} if when else {}), **({"unless": unless} if unless else {}))
        return rules.applies(made, rules.Operation(kind, amount, date, source, other if target else None))

    def test_each_part(self):
        for when, expected in (
                ({}, True), ({"operation": ["advance", "transfer"]}, True), ({"operation": ["advance"]}, False),
                ({"source": {"nature": ["aid", "z"]}}, True), ({"source": {"nature": ["z"]}}, False),
                ({"source_not": {"nature": ["z"]}}, True), ({"source_not": {"nature": ["aid"]}}, False),
                ({"source": {"y": ["1"]}}, None), ({"source_not": {"y": ["1"]}}, None),
                ({"target": {"y": ["1"]}}, True), ({"target": {"parent": ["T"]}}, None),
                ({"source": {"envelope": ["A"], "year": ["2026-2027"], "parent": ["T"]}}, True),
                ({"same": ["nature", "year"]}, True), ({"same": ["envelope"]}, False), ({"same": ["nature", "x"]}, None),
                ({"same": ["envelope", "x"]}, False), ({"differ": ["envelope"]}, True), ({"differ": ["nature", "x"]}, False),
                ({"differ": ["envelope", "x"]}, None), ({"amount": {"above": "99"}}, True), ({"amount": {"above": "100"}}, False),
                ({"amount": {"at_most": "100"}}, True), ({"amount": {"at_most": "99"}}, False),
                ({"operation": ["advance"], "source": {"y": ["1"]}}, False),  # what is not so decides
                ({"operation": ["transfer"], "source": {"y": ["1"]}}, None)):
            with self.subTest(when):
                self.assertIs(self.so(when), expected)

    def test_a_cancellation_has_no_target(self):
        for when in ({"target": {"nature": ["aid"]}}, {"target_not": {"q": ["1"]}}, {"same": ["nature"]}, {"differ": ["x"]}):
            self.assertIs(self.so(when, "cancellation", False), False)
            self.assertIs(self.so({**when, "source": {"y": ["1"]}}, "cancellation", False), False)

    def test_exceptions(self):
        so, not_, unknown = {"operation": ["transfer"]}, {"operation": ["advance"]}, {"source": {"y": ["1"]}}
        for when, unless, expected in (
                (so, [not_], True), (so, [so], False), (so, [unknown], None), (so, [unknown, so], False), (so, [so, unknown], False),
                (not_, [unknown], False), (unknown, [so], False), (unknown, [not_], None), (so, [not_, unknown], None)):
            with self.subTest((when, unless)):
                made = [{"label": "l%d" % n, "en": "x", "fr": "x", **one} for n, one in enumerate(unless)]
                self.assertIs(self.so(when, unless=made), expected)

    def test_windows_and_dates(self):
        for window, date, expected in (
                ({"from": "04-01", "until": "04-30"}, "2026-04-30", True), ({"from": "04-01", "until": "04-30"}, "2026-05-01", False),
                ({"from": "12-01", "until": "01-31"}, "2027-01-15", True), ({"from": "12-01", "until": "01-31"}, "2026-11-30", False),
                ({"from": "02-29", "until": "03-31"}, "2027-02-28", False), ({"from": "02-29", "until": "03-31"}, "2027-03-01", True),
                ({"from": "02-01", "until": "02-29"}, "2027-03-01", False), ({"until": "02-29"}, "2028-02-29", True),
                ({"until": "04-01"}, "2027-03-31", False), ({"from": "03-31"}, "2027-03-31", True)):
            with self.subTest((window, date)):
                self.assertIs(self.so({"window": window}, date=date), expected)
        for dates, expected in (({"from": "2026-06-01"}, True), ({"from": "2026-06-02"}, False), ({"until": "2026-06-01"}, True),
                                ({"until": "2026-05-31"}, False)):
            self.assertIs(self.so({"dates": dates}), expected)


class Limits(unittest.TestCase):
    def fund(self, *of, **more):
        return Fund([envelope("A", 1000, nature="aid"), envelope("B", 500, nature="aid"), envelope("C", 200, nature="administration"),
                     envelope("N", 800, 2027, nature="aid")], rule_set(ANY, *of, **more))

    def test_of_and_counts_across_an_envelope(self):
        """A gave 100 to B and got 30 from C; then 50 go from A to B."""
        for of, counts, terms in (
                ("source", "outflow", [("100", "source")]), ("source", "inflow", [("30", "source")]),
                ("source", "gross", [("130", "source")]), ("source", "net", [("70", "source")]),
                ("target", "outflow", [("0", "target")]), ("target", "inflow", [("100", "target")]),
                ("target", "gross", [("100", "target")]), ("target", "net", [("-100", "target")]),
                ("each", "gross", [("130", "source"), ("100", "target")])):
            with self.subTest((of, counts)):
                fund = self.fund(limit("L", 10_000, of=of, counts=counts))
                fund.post("transfer", "A", "B", 100)
                fund.post("transfer", "C", "A", 30)
                self.assertEqual([(t["counted"], t["side"]) for t in fund.judge("transfer", "A", "B", 50).terms], terms)

    def test_across_and_base(self):
        for across, base, expected in (("envelope", "initial", 1000), ("envelope", "current", 900), ("group", "initial", 1500),
                                       ("group", "current", 1490), ("fund", "initial", 1700), ("fund", "current", 1690)):
            with self.subTest((across, base)):
                more = {"group": ["nature"]} if across == "group" else {}
                fund = self.fund(limit("L", "50000000", across=across, base=base, **more))
                fund.post("transfer", "A", "B", 90)
                fund.post("transfer", "A", "C", 10)
                fund.post("cancellation", "C", None, 10)
                term = fund.judge("transfer", "A", "B", 1).terms[0]
                counted = {"envelope": "100", "group": "100", "fund": "110"}[across]
                self.assertEqual((term["base"], term["cap"], term["counted"]), (str(expected), str(expected // 2), counted))

    def test_inside_one_scope_it_does_both(self):
        for counts, counted in (("outflow", "100"), ("inflow", "100"), ("gross", "200"), ("net", "0")):
            fund = self.fund(limit("L", 10_000, across="group", group=["nature"], counts=counts))
            fund.post("transfer", "A", "B", 100)
            self.assertEqual(fund.judge("transfer", "A", "C", 1).terms[0]["counted"], counted)
        fund = self.fund(limit("L", 99, across="fund", counts="gross", over="operation"))
        self.assertEqual(fund.judge("transfer", "A", "B", 49).outcome, "permitted")
        self.assertEqual(fund.judge("transfer", "A", "B", 50).outcome, "over-limit")

    def test_over_an_operation_counts_nothing_before(self):
        fund = self.fund(limit("L", 100, over="operation"))
        fund.post("transfer", "A", "B", 100)
        self.assertEqual(fund.judge("transfer", "A", "B", 100).outcome, "permitted")
        self.assertEqual(fund.judge("transfer", "A", "B", 101).terms[0]["counted"], "0")

    def test_a_percentage_is_exact(self):
        fund = self.fund(limit("L", "3333333"))  # 3.333333 % of 1000 is 33.33333
        self.assertEqual(fund.judge("transfer", "A", "B", 33).outcome, "permitted")
        found = fund.judge("transfer", "A", "B", 34)
        self.assertEqual((found.outcome, found.terms[0]["cap"]), ("over-limit", "33"))

    def test_a_base_below_zero_is_rounded_down(self):
        fund = Fund([envelope("A", -5), envelope("B", 0)], rule_set(ANY, limit("L", "10000000")))
        self.assertEqual(fund.judge("transfer", "A", "B", 1).terms[0]["cap"], "-1")

    def test_only_operations_to_which_the_rule_applied_count(self):
        fund = self.fund(limit("L", 100, when={"target": {"nature": ["aid"]}}, unless=[
            {"label": "small", "en": "x", "fr": "x", "amount": {"at_most": "5"}}]))
        for target, amount in (("C", 60), ("B", 5), ("B", 20)):
            fund.post("transfer", "A", target, amount)
        self.assertEqual(fund.judge("transfer", "A", "B", 80).terms[0]["counted"], "20")

    def test_splitting_changes_nothing(self):
        fund = self.fund(limit("L", 100))
        for _ in range(4):
            self.assertEqual(fund.judge("transfer", "A", "B", 25).outcome, "permitted")
            fund.post("transfer", "A", "B", 25)
        self.assertEqual(fund.judge("transfer", "A", "B", 1).outcome, "over-limit")

    def test_years_are_apart(self):
        fund = self.fund(limit("L", 100, of="each", counts="gross", across="fund"))
        later = fund.envelopes[2027, "N"]
        fund.post("carry-over", "A", later, 60, date="2027-04-02")
        fund.post("advance", later, "B", 30)
        found = fund.judge("carry-over", "A", later, 5)
        self.assertEqual([(t["counted"], t["side"]) for t in found.terms], [("90", "source"), ("90", "target")])
        self.assertEqual(fund.judge("carry-over", "A", later, 11).rules, ["L"])

    def test_a_cancellation_counts_out_and_has_no_target(self):
        fund = self.fund(limit("L", 100, of="each"), limit("M", 0, of="target", across="group", group=["parent"]))
        fund.post("cancellation", "A", None, 40)
        found = fund.judge("cancellation", "A", None, 60)
        self.assertEqual((found.outcome, [(t["rule"], t["side"], t["counted"]) for t in found.terms]),
                         ("permitted", [("L", "source", "40")]))

    def test_a_group_that_the_envelope_lacks_is_an_error(self):
        for of, outcome in (("source", "error"), ("target", "permitted"), ("each", "error")):
            fund = Fund([envelope("A", 10), envelope("B", 10, region="06")], rule_set(
                ANY, limit("L", 10, of=of, across="group", group=["region"])))
            self.assertEqual(fund.judge("transfer", "A", "B", 1).outcome, outcome)

    def test_what_came_back_counts_only_under_net(self):
        for counts, of, counted in (("outflow", "source", "100"), ("gross", "source", "100"), ("inflow", "target", "100"),
                                    ("net", "source", "40"), ("net", "target", "-40")):
            with self.subTest((counts, of)):
                fund = self.fund(limit("L", 1000, counts=counts, of=of))
                fund.post("temporary-transfer", "A", "B", 100, back=60)
                self.assertEqual(fund.judge("transfer", "A", "B", 1).terms[0]["counted"], counted)

    def test_counts_continue_in_the_set_that_replaces(self):
        first = {"until": "2026-12-31"}
        for change, counted in (({}, "60"), ({"cap": {"cents": "999"}}, "0"), ({"when": {"operation": ["transfer"]}}, "0"),
                                ({"id": "M"}, "0"), ({"cite": rule("other", "permit")["cite"]}, "60")):
            with self.subTest(change):
                fund = self.fund(limit("L", 1000), **first)
                fund.post("transfer", "A", "B", 60)
                second = rule_set(ANY, {**limit("L", 1000), **change}, version="2", replaces="essai@1", **{"from": "2026-10-01"})
                fund.adopt(2, second)
                self.assertEqual(fund.judge("transfer", "A", "B", 1, "2026-10-01").terms[0]["counted"], counted)
                fund.post("transfer", "A", "B", 7, date="2026-10-01")
                # What was done under the second set counts for the first too, which still rules on the days before.
                both = "67" if counted == "60" else "60"
                self.assertEqual(fund.judge("transfer", "A", "B", 1, "2026-09-30").terms[0]["counted"], both)
                fund.post("transfer", "A", "B", 100, date="2026-09-30")
                if counted == "60":
                    third = copy.deepcopy(second)
                    third.update(version="3", replaces="essai@2", **{"from": "2026-11-01"})
                    fund.adopt(3, third)
                    self.assertEqual(fund.judge("transfer", "A", "B", 1, "2026-11-02").terms[0]["counted"], "167")


class Sets(unittest.TestCase):
    def test_which_may_be_adopted(self):
        fund = Fund([], rule_set(ANY, until="2026-12-31"))
        new = lambda **more: rule_set(ANY, **{"version": "2", "from": "2027-01-01", **more})  # noqa: E731
        fund.sets.check(new(), "fnf")
        fund.sets.check(new(fund="fnf", replaces="essai@1", **{"from": "2026-05-01"}), "fnf")
        for refused in (new(fund="fdmt"), new(version="1"), new(**{"from": "2026-12-31"}), new(replaces="essai@9"),
                        new(replaces="essai@1", **{"from": "2023-04-01"}), new(**{"from": "2020-01-01", "until": "2023-04-01"})):
            with self.subTest(refused), self.assertRaises(Refused):
                fund.sets.check(refused, "fnf")
        fund.adopt(2, new(replaces="essai@1", **{"from": "2026-05-01"}))
        with self.assertRaises(Refused):
            fund.sets.check(new(version="3", replaces="essai@1", **{"from": "2028-05-01"}), "fnf")
        self.assertEqual([fund.sets.ruling(d).sequence for d in ("2026-04-30", "2026-05-01", "2999-12-31")], [1, 2, 2])
        self.assertIsNone(fund.sets.ruling("2023-03-31"))


class Form(unittest.TestCase):
    """What integrity refuses of a compiled rule set."""

    def refused(self, **change):
        made = forge_budgets.rule_set(copy.deepcopy(forge_budgets.RULES))
        made.update(change)
        with self.subTest(change), self.assertRaises(Refused):
            check_rules(made, "rules")

    def test_the_whole(self):
        check_rules(forge_budgets.rule_set(forge_budgets.RULES), "rules")
        for change in ({"version": "0"}, {"ruleset": "1a"}, {"until": "2023-03-31"}, {"fund": "employers"}, {"x": "y"}, {"rules": []},
                       {"status": "law"}, {"replaces": "essai"}, {"replaces": "essai@01"}, {"attributes": {"year": []}},
                       {"attributes": {"Nature": []}}, {"attributes": {"nature": ["b", "a"]}}, {"attributes": {"nature": "any"}},
                       {"attributes": {"region": []}}, {"authorities": []}, {"title": {"fr": "x"}}, {"title": {"fr": "", "en": "x"}},
                       {"authorities": [{"id": "commission", "fr": "x", "en": "x"}] * 2},
                       {"rules": forge_budgets.RULES[::-1]}, {"rules": forge_budgets.RULES[:1] * 2}, {"rules": ["x"]}):
            self.refused(**change)

    def test_a_rule(self):
        good = limit("A", "5")
        for change in ({"kind": "allow"}, {"kind": ["limit"]}, {"id": "é"}, {"cap": {}}, {"cap": {"percent": "1000000001"}},
                       {"cap": {"percent": "1", "cents": "1"}}, {"cap": {"cents": "5"}}, {"group": ["nature"]}, {"across": "group"},
                       {"across": "group", "group": []}, {"across": "group", "group": ["zone"]}, {"of": "both"}, {"when": {}},
                       {"when": {"operation": []}}, {"when": {"operation": ["transfer", "advance"]}}, {"when": {"operation": ["pay"]}},
                       {"when": {"source": {}}}, {"when": {"source": {"nature": []}}}, {"when": {"source": {"zone": ["x"]}}},
                       {"when": {"source": {"nature": ["x"]}, "source_not": {"nature": ["y"]}}}, {"when": {"same": ["region", "nature"]}},
                       {"when": {"amount": {}}}, {"when": {"amount": {"above": "-1"}}}, {"when": {"window": {"from": "02-30"}}},
                       {"when": {"window": {"from": "03-31", "until": "04-01"}}}, {"when": {"dates": {"from": "2026-02-29"}}},
                       {"unless": []}, {"unless": [{"label": "a", "fr": "x", "en": "x"}]},
                       {"unless": [{"label": "a", "fr": "x", "en": "x", "same": ["nature"]}] * 2}, {"approval": "commission"},
                       {"cite": {"article": "", "fr": "x", "en": "x"}}):
            self.refused(rules=[{**good, **change}])
        self.refused(rules=[{n: v for n, v in good.items() if n != "base"}])
        for change in ({}, {"approval": "commission", "notice": "commission"}, {"approval": "council"}):
            self.refused(rules=[rule("A", "require", **change)])

    def test_it_is_judged_with_its_record(self):
        record = {"kind": "ruleset.adopted/1", "alone": "yes", "source_name": "x", "source_sha256": "ab" * 32,
                  "rules": forge_budgets.rule_set(forge_budgets.RULES)}
        kinds.check_record(dict(record), "fnf")
        for kind in ("ruleset.adopted/1", "ruleset.adopted.proposed/1"):
            with self.assertRaises(Refused):
                kinds.check_record({**record, "kind": kind, "rules": {}}, "fnf")


# ---------------------------------------------------------------- a second evaluator

def truth(when, operation):
    """0 not so, 1 unknown, 2 so: and is the least, not is 2 - x."""
    kind, amount, date, source, target = operation
    found = [2]
    value = lambda e, n: {**e.attributes, "envelope": e.code, "year": e.year, **({"parent": e.parent} if e.parent else {})}.get(n)  # noqa: E731
    for key, said in when.items():
        if key == "operation":
            found.append(2 if kind in said else 0)
        elif key in ("source", "source_not", "target", "target_not"):
            side = source if key.startswith("source") else target
            for name, values in said.items():
                has = value(side, name) if side else None
                so = 0 if side is None else 1 if has is None else 2 if has in values else 0
                found.append(2 - so if key.endswith("not") and side else so)
        elif key in ("same", "differ"):
            for name in said:
                one, two = value(source, name), value(target, name) if target else None
                so = 1 if one is None or two is None else 2 if (one == two) == (key == "same") else 0
                found.append(so if target else 0)
        elif key == "amount":
            found.append(2 if int(said.get("above", -1)) < amount <= int(said.get("at_most", BIGGEST)) else 0)
        elif key == "dates":
            found.append(2 if said.get("from", "") <= date <= said.get("until", "3") else 0)
        elif key == "window":
            place = lambda d: ((int(d[:2]) + 8) % 12, int(d[3:]))  # noqa: E731
            found.append(2 if place(said.get("from", "04-01")) <= place(date[5:]) <= place(said.get("until", "03-31")) else 0)
    return min(found)


def naive_applies(one, operation):
    exceptions = [truth(e, operation) for e in one.get("unless", [])]
    return min(truth(one.get("when", {}), operation), 2 - max(exceptions, default=0))


def naive(history, sets, operation, given, envelopes, room):
    """`history`: (set's name, operation, returned) as posted; everything is computed again from it."""
    kind, amount, date, source, target = operation
    ends = {s["replaces"]: s["from"] for s in sets if "replaces" in s}
    name_of = lambda s: s["ruleset"] + "@" + s["version"]  # noqa: E731
    ruling = [s for s in sets if s["from"] <= date <= s.get("until", "3") and date < ends.get(name_of(s), "3")]
    if not ruling:
        return "not-permitted", [], [], None
    (now,) = ruling
    by_name = {name_of(s): s for s in sets}
    applied = {r["id"]: naive_applies(r, operation) for r in now["rules"]}
    unknown = {i for i, so in applied.items() if so == 1}
    over, terms = set(), []

    def inside(place, side, names):
        if place is None or place.year != side.year:
            return False
        return all({**place.attributes, "envelope": place.code, "year": place.year, "parent": place.parent}.get(n)
                   == {**side.attributes, "envelope": side.code, "year": side.year, "parent": side.parent}.get(n) for n in names)

    for one in now["rules"]:
        if one["kind"] != "limit" or applied[one["id"]] != 2:
            continue
        names = {"envelope": ["envelope"], "fund": [], "group": one.get("group", [])}[one["across"]]
        for label, side in (("source", source), ("target", target)):
            if side is None or one["of"] not in (label, "each"):
                continue
            if any({**side.attributes, "envelope": "x", "year": "x", "parent": side.parent}.get(n) is None for n in names):
                unknown.add(one["id"])
                continue
            # The sets before it and after it, one by one, as long as they have the same limit.
            same_sets = []
            after = {s["replaces"]: name_of(s) for s in sets if "replaces" in s}
            for step in (lambda name: by_name[name].get("replaces"), after.get):
                at = name_of(now)
                while at in by_name and any(r["id"] == one["id"] and all(
                        r.get(k) == one.get(k) for k in set(r) | set(one) if k != "cite") for r in by_name[at]["rules"]):
                    same_sets.append(at)
                    at = step(at)

            def counts(made, returned):
                out = made.amount if inside(made.source, side, names) else 0
                into = made.amount if inside(made.target, side, names) else 0
                if one["counts"] == "net":
                    return out - into - (returned if out else 0) + (returned if into else 0)
                return {"outflow": out, "inflow": into, "gross": out + into}[one["counts"]]
            counted = 0
            if one["over"] == "year":
                counted = sum(counts(made, returned) for of, made, returned in history
                              if of in same_sets and naive_applies(one, made) == 2)
            cap = Fraction(int(one["cap"].get("cents", 0)))
            base = "-"
            if "base" in one:
                base = sum(e.initial if one["base"] == "initial" else e.amounts["authorised"]
                           for e in envelopes if inside(e, side, names))
                cap = Fraction(int(one["cap"]["percent"]), 10**8) * base
            if counted + counts(operation, 0) > cap:
                over.add(one["id"])
            terms.append({"base": str(base), "cap": str(cap.__floor__()), "counted": str(counted), "rule": one["id"], "side": label})
    ids = lambda kind_, keep=lambda r: True: sorted(  # noqa: E731
        r["id"] for r in now["rules"] if r["kind"] == kind_ and applied[r["id"]] == 2 and keep(r))
    if unknown:
        return "error", sorted(unknown), [], name_of(now)
    if ids("forbid"):
        return "forbidden", ids("forbid"), terms, name_of(now)
    if not ids("permit"):
        return "not-permitted", [], terms, name_of(now)
    if over:
        return "over-limit", sorted(over), terms, name_of(now)
    if source.amounts["available"] < amount:
        return "insufficient-funds", [], terms + [{"available": str(source.amounts["available"]), "rule": "-", "side": "source"}], name_of(now)
    if room is not None and room < amount:
        return "insufficient-funds", [], terms + [{"available": str(room), "rule": "-", "side": "target"}], name_of(now)
    lacking = ids("require", lambda r: "approval" in r and r["approval"] not in given)
    return ("needs-approval", lacking, terms, name_of(now)) if lacking else ("permitted", ids("permit"), terms, name_of(now))


KINDS = ("transfer", "temporary-transfer", "carry-over", "advance", "cancellation")
NAMES = ("nature", "region", "envelope", "parent", "year")


def some(chance, values, most=3):
    return sorted(chance.sample(values, chance.randint(1, min(most, len(values)))))


def random_when(chance):
    when = {}
    values = {"nature": ["a", "b", "c"], "region": ["1", "2"], "envelope": list("ABCDEF"), "parent": ["A", "B"],
              "year": ["2026-2027", "2027-2028"]}
    for key in chance.sample(("operation", "source", "target", "source_not", "same", "differ", "amount", "window", "dates"),
                             chance.choice((0, 1, 1, 2))):
        if key == "operation":
            when[key] = some(chance, KINDS, 4)
        elif key in ("same", "differ"):
            when[key] = some(chance, NAMES[:4], 1)
        elif key == "amount":
            when[key] = chance.choice(({"above": "30"}, {"at_most": "60"}, {"above": "10", "at_most": "90"}))
        elif key == "window":
            when[key] = chance.choice(({"from": "06-01"}, {"until": "02-29"}, {"from": "05-01", "until": "12-31"}))
        elif key == "dates":
            when[key] = chance.choice(({"from": "2026-06-01"}, {"until": "2026-12-31"}))
        else:
            name = chance.choice(NAMES)
            if not (key == "source_not" and name in when.get("source", {})) and not (key == "source" and name in when.get("source_not", {})):
                when[key] = {name: some(chance, values[name])}
    return when


def random_set(chance, version, first, last):
    made = [rule("P%d" % n, "permit", **({"when": w} if w else {})) for n, w in enumerate(
        [{} if chance.random() < 0.7 else random_when(chance), random_when(chance)])]
    for n in range(chance.randint(1, 5)):
        kind = chance.choice(("forbid", "require", "limit", "limit", "limit"))
        more = {"approval": "x"} if kind == "require" else {}
        if kind == "limit":
            more = {"of": chance.choice(("source", "target", "each")), "over": chance.choice(("year", "year", "operation")),
                    "counts": chance.choice(("outflow", "inflow", "gross", "net")),
                    "across": chance.choice(("envelope", "group", "fund")), "cap": {"cents": str(chance.randint(0, 400))}}
            if chance.random() < 0.6:
                more.update(cap={"percent": str(chance.randint(0, 60_000_000))}, base=chance.choice(("initial", "current")))
            if more["across"] == "group":
                more["group"] = some(chance, NAMES, 2)
        when = random_when(chance) if kind != "forbid" else {"operation": [chance.choice(KINDS)], **random_when(chance)}
        exceptions = [{"label": "e%d" % e, "en": "x", "fr": "x", **w} for e, w in enumerate(
            random_when(chance) for _ in range(chance.choice((0, 0, 1, 2)))) if w]
        made.append(rule("R%d" % n, kind, **({"when": when} if when else {}), **({"unless": exceptions} if exceptions else {}), **more))
    return rule_set(*made, version=version, authorities=[{"id": "x", "fr": "x", "en": "x"}],
                    **{"from": first, **({"until": last} if last else {})})


class AgainstTheNaive(unittest.TestCase):
    def test_random_registers(self):
        chance, outcomes, judged = random.Random(20261122), {}, 0
        for turn in range(150):
            envelopes = []
            for start, codes in ((2026, "ABCDEF"), (2027, "AB")):
                for code in codes:
                    attributes = {n: chance.choice(v) for n, v in (("nature", "abc"), ("region", "12")) if chance.random() < 0.9}
                    envelopes.append(envelope(code, chance.randint(0, 1000), start,
                                              chance.choice("AB") if chance.random() < 0.8 else None, **attributes))
            sets = [random_set(chance, "1", "2026-04-01", None)]
            fund = Fund(envelopes, sets[0])
            history, last = [], 1
            for step in range(24):
                if step in (8, 16) and chance.random() < 0.7:
                    second = copy.deepcopy(sets[-1]) if chance.random() < 0.7 else random_set(chance, "1", "2026-04-01", None)
                    second.update({"version": str(last + 1), "replaces": "essai@%d" % last, "from": "2026-%02d-15" % (4 + 2 * last)})
                    if chance.random() < 0.3:
                        second["rules"][-1]["cite"]["article"] = "another"
                    check_rules(second, "rules")
                    last += 1
                    fund.adopt(last, second)
                    sets.append(second)
                kind = chance.choice(KINDS)
                here, there = [e for e in envelopes if e.start == 2026], [e for e in envelopes if e.start == 2027]
                source, target = chance.sample(here, 2)
                if kind == "carry-over":
                    target = chance.choice(there)
                elif kind == "advance":
                    source = chance.choice(there)
                elif kind == "cancellation":
                    target = None
                date = "%s-%02d" % (chance.choice(("2026-04", "2026-05", "2026-07", "2026-08", "2026-11", "2027-02")), chance.randint(1, 28))
                operation = rules.Operation(kind, chance.randint(1, 120), date, source, target)
                given = {"x"} if chance.random() < 0.5 else set()
                room = chance.randint(-5, 200) if kind in ("carry-over", "advance") else None
                wanted = naive(history, sets, operation, given, envelopes, room)
                found = fund.judge(*operation[:1], source, target, operation.amount, date, given=given, room=room)
                ruling = fund.sets.ruling(date)
                name = ruling.rules["ruleset"] + "@" + ruling.rules["version"] if ruling else None
                self.assertEqual((found.outcome, found.rules, found.terms, name), wanted, json.dumps(sets[-1]))
                outcomes[found.outcome] = outcomes.get(found.outcome, 0) + 1
                judged += 1
                if name and found.outcome != "error" and chance.random() < 0.6:
                    back = chance.randint(0, operation.amount) if kind == "temporary-transfer" else 0
                    fund.post(kind, source, target, operation.amount, back=back, date=date)
                    history.append((name, operation, back))
        self.assertGreater(judged, 2000)
        self.assertEqual(len(outcomes), 7, outcomes)
        self.assertGreater(min(outcomes.values()), 30, outcomes)


if __name__ == "__main__":
    unittest.main()
