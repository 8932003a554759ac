"""The budget part of the scenario (FORMAT.md section 18): what each kind of record looks like, with its outcome by hand.

Nothing here judges rules: outcomes, deciding rules and terms of transfers are written out, so that a verifier that
judges otherwise is seen.
"""
from typing import Any, Dict, List, Optional, Tuple

CLASSES = {"authorised": "9000", "available": "9100", "reserved": "9200", "committed": "9300", "spent": "9400"}
KINDS = ("ceiling.set/1", "envelope.opened/1", "envelope.revised/1", "allocation.run/1", "commitment.opened/1",
         "commitment.spent/1", "commitment.released/1", "ruleset.adopted/1", "ruleset.adopted.proposed/1",
         "transfer.proposed/1", "transfer.approved/1", "transfer.withdrawn/1", "transfer.posted/1", "transfer.refused/1",
         "transfer.returned/1")


def year(start: int) -> str:
    return "%d-%d" % (start, start + 1)


def both(one: str) -> Dict[str, str]:
    return {"fr": one + " (fr)", "en": one}


def rule(name: str, kind: str, **more: Any) -> Dict[str, Any]:
    return {"id": name, "kind": kind, "cite": {"article": "art. " + name, **both("What %s says" % name)}, **more}


def rule_set(rules: List[Dict[str, Any]], **more: Any) -> Dict[str, Any]:
    """Compiled, as docs/rules.en.md section 9 says."""
    return {"ruleset": "essai", "version": "1", "title": both("For tests"), "proposed_by": both("Commission"),
            "decided_by": both("Council"), "instrument": both("None"), "status": "illustrative", "fund": "any",
            "from": "2023-04-01", "attributes": {"nature": ["administration", "aid"], "region": []},
            "authorities": [{"id": "commission", **both("the Commission")}],
            "rules": sorted(rules, key=lambda r: r["id"]), **more}


RULES = [
    rule("C1", "limit", when={"operation": ["transfer"]}, cap={"percent": "10000000"}, of="source", base="initial",
         counts="outflow", over="year", across="envelope"),
    rule("F1", "forbid", when={"operation": ["transfer"], "differ": ["nature"]}, unless=[
        {"label": "small", **both("small amounts"), "amount": {"at_most": "50"}, "source_not": {"nature": ["aid"]}}]),
    rule("N1", "require", notice="commission", when={"operation": ["carry-over"]}),
    rule("P1", "permit", when={"operation": ["transfer"], "same": ["nature"]}),
    rule("P2", "permit", when={"operation": ["temporary-transfer"]}),
    rule("P3", "permit", when={"operation": ["carry-over"], "window": {"from": "03-01", "until": "03-31"}}),
    rule("P4", "permit", when={"operation": ["advance", "cancellation"]}),
    rule("Q1", "require", approval="commission", when={"amount": {"above": "20000"}})]


class Planner:
    """Acts, each with the entries that it is followed by, numbered."""

    def __init__(self, fund: str, numbers: Dict[int, int]) -> None:
        self.fund, self.numbers = fund, numbers

    def entry(self, start: int, postings: List[Tuple[str, int, Optional[str]]], **more: Any) -> Dict[str, Any]:
        """Accounts, or budgetary classes; amounts; envelopes."""
        self.numbers[start] = self.numbers.get(start, 0) + 1
        return {"kind": "entry.posted/1", "entry": "%s-%d-%06d" % (self.fund, start, self.numbers[start]),
                "period": "%d-P02" % start, "date": "%d-05-10" % start, "memo": "", "reference": "",
                "postings": [{"account": CLASSES.get(a, a), "amount": str(v), **({"envelope": e} if e else {})}
                             for a, v, e in postings], **more}

    def act(self, start: int, record: Dict[str, Any], *moves: Tuple[str, str, str, int]) -> List[Dict[str, Any]]:
        """An act and its entry; a move is two classes, an envelope, an amount."""
        entry = self.entry(start, [p for one, other, e, v in moves for p in ((one, v, e), (other, -v, e))])
        return [{**record, "entry": entry["entry"]}, entry]

    def envelope(self, start: int, code: str, amount: int, attributes: Dict[str, str], **more: str) -> List[Dict[str, Any]]:
        record = {"kind": "envelope.opened/1", "year": year(start), "envelope": code, "amount": str(amount),
                  "name": "Enveloppe %s, dite \"%s\"" % (code, code), "attributes": attributes, **more}
        return self.act(start, record, ("authorised", "available", code, amount)) if amount else [record]

    def spending(self, start: int, code: str, amount: int, **more: Any) -> Dict[str, Any]:
        return self.entry(start, [("5000", amount, code), ("1000", -amount, None), ("available", amount, code),
                                  ("spent", -amount, code)], **more)

    def commitment(self, start: int, code: str, amount: int, **more: Any) -> List[Dict[str, Any]]:
        return self.act(start, {"kind": "commitment.opened/1", "year": year(start), "envelope": code, "memo": "",
                                "amount": str(amount), **more}, ("available", "committed", code, amount))

    def spent(self, start: int, code: str, name: str, amount: int) -> List[Dict[str, Any]]:
        entry = self.entry(start, [("5000", amount, code), ("1000", -amount, None), ("committed", amount, code),
                                   ("spent", -amount, code)])
        return [{"kind": "commitment.spent/1", "commitment": name, "amount": str(amount), "entry": entry["entry"]}, entry]

    def moves(self, source: Tuple[int, str], target: Optional[Tuple[int, str]], amount: int) -> List[Dict[str, Any]]:
        """The entries of a transfer."""
        out = [("available", amount, source[1]), ("authorised", -amount, source[1])]
        into = [("authorised", amount, target[1]), ("available", -amount, target[1])] if target else []
        if target is None or target[0] == source[0]:
            return [self.entry(source[0], [*out, *into])]
        return [self.entry(source[0], [*out]), self.entry(target[0], [*into])]

    def reversal(self, first: Dict[str, Any], **more: Any) -> Dict[str, Any]:
        start = int(first["period"][:4])
        return {**self.entry(start, []), "reverses": first["entry"], "reason": "erreur", "postings": [
            {**p, "amount": str(-int(p["amount"]))} for p in first["postings"]], **more}


def transfer(kind: str, operation: str, source: Tuple[int, str], target: Optional[Tuple[int, str]], amount: int, date: str,
             outcome: str, rules: List[str], terms: List[Dict[str, str]], **more: Any) -> Dict[str, Any]:
    place = lambda p: {"year": year(p[0]), "envelope": p[1]}  # noqa: E731
    return {"kind": kind, "operation": operation, "from": place(source), "amount": str(amount), "date": date,
            "outcome": outcome, "rules": rules, "terms": terms, "reason": "besoin", **({"to": place(target)} if target else {}),
            **({"approvals": [], "notices": []} if kind == "transfer.proposed/1" else {}), **more}


def capped(base: int, counted: int) -> List[Dict[str, str]]:
    """The term of C1."""
    return [{"base": str(base), "cap": str(base // 10), "counted": str(counted), "rule": "C1", "side": "source"}]


def fill(maker: Any, register: str) -> None:
    """A year's budget and the beginning of the next, with every kind of section 18 at least once."""
    plan = Planner(register.upper(), {})
    do = lambda *content, by="chantal": maker.do(register, by, *content)  # noqa: E731
    aid, office = {"nature": "aid", "region": "06"}, {"nature": "administration"}
    do(*({"kind": "account.opened/1", "account": CLASSES[c], "class": c, "name": c} for c in ("reserved", "committed", "spent")),
       *({"kind": "year.opened/1", "year": year(y), "budget": "controlled"} for y in (2023, 2024)), by="anne")
    maker.two(register, "anne", "benoit", maker.admission(register, "hugo", "approver"))
    maker.two(register, "anne", "benoit", {"kind": "ruleset.adopted/1", "rules": rule_set(RULES), "source_name": "essai.yaml",
                                           "source_sha256": "ab" * 32})
    adopted = str(maker.books[register].find("ruleset.adopted/1")[0][0])
    do(*({"kind": "ceiling.set/1", "year": year(y), "basis": b, "amount": str(v), "citation": "crédit 1"}
         for y, b, v in ((2023, "estimates", 1_000_000), (2023, "balance", 700_000), (2024, "estimates", 500_000))))
    do(*plan.envelope(2023, "TOUT", 0, {}), *plan.envelope(2023, "AIDE", 400_000, aid, parent="TOUT", expires="2024-03-31"),
       *plan.envelope(2023, "AIDE-07", 100_000, {**aid, "region": "07"}, parent="TOUT"),
       *plan.envelope(2023, "ADMIN", 50_000, office), *plan.envelope(2023, "COMMUN", 60_000, aid),
       *plan.envelope(2024, "AIDE", 100_000, aid), *plan.envelope(2024, "ADMIN", 20_000, office))
    do(*plan.act(2023, {"kind": "envelope.revised/1", "year": year(2023), "envelope": "AIDE", "amount": "-10000",
                        "reason": "compression"}, ("authorised", "available", "AIDE", -10_000)))
    do(*plan.act(2023, {"kind": "allocation.run/1", "year": year(2023), "envelope": "COMMUN", "agreed_by": "la Commission",
                        "agreed_on": "2023-04-20", "approved_by": "le Conseil", "approved_on": "2023-04-25",
                        "criteria_sha256": "cd" * 32, "inputs": [{"name": "cles.csv", "sha256": "ef" * 32}],
                        "shares": [{"envelope": "AIDE", "amount": "20000"}, {"envelope": "AIDE-07", "amount": "20000"}]},
                 ("available", "authorised", "COMMUN", 40_000), ("authorised", "available", "AIDE", 20_000),
                 ("authorised", "available", "AIDE-07", 20_000)))
    plain = plan.entry(2023, [("1000", 90_000, None), ("4000", -90_000, None)])
    first, second = plan.spending(2023, "AIDE", 12_000), plan.spending(2023, "ADMIN", 4_000)
    do(plain, first, second, plan.spending(2023, "AIDE", 900))
    do(plan.reversal(second))
    wrong = maker.books[register].find("entry.posted/1", period="2023-P02")[-2][0]  # the spending of 900
    maker.two(register, "anne", "benoit", {"kind": "record.annulled/1", "record": str(wrong), "reason": "doublon"})
    opened = plan.commitment(2023, "AIDE", 60_000, payee="École", later=[{"year": year(2024), "amount": "30000"}])
    name = opened[0]["entry"]
    do(*opened)
    do(*plan.spent(2023, "AIDE", name, 15_000))
    mistaken = plan.spent(2023, "AIDE", name, 5_000)
    do(*mistaken)
    do(plan.reversal(mistaken[1]))
    do(*plan.act(2023, {"kind": "commitment.released/1", "commitment": name, "amount": "10000", "reason": "solde"},
                 ("committed", "available", "AIDE", 10_000)))
    do(*plan.commitment(2024, "AIDE", 25_000, continues=name))

    def propose(operation: str, source: Tuple[int, str], target: Optional[Tuple[int, str]], amount: int, date: str,
                outcome: str, rules: List[str], terms: List[Dict[str, str]], **more: Any) -> str:
        return str(do(transfer("transfer.proposed/1", operation, source, target, amount, date, outcome, rules, terms,
                               ruleset=adopted, **more)))

    def post(proposal: str, source: Tuple[int, str], target: Optional[Tuple[int, str]], amount: int, *before: Any,
             by: str = "chantal") -> int:
        entries = plan.moves(source, target, amount)
        return do(*before, {"kind": "transfer.posted/1", "proposal": proposal, "entries": [e["entry"] for e in entries]},
                  *entries, by=by) + len(before)
    aide, north, admin, common = (2023, "AIDE"), (2023, "AIDE-07"), (2023, "ADMIN"), (2023, "COMMUN")
    post(propose("transfer", aide, north, 10_000, "2023-06-01", "permitted", ["P1"], capped(420_000, 0)), aide, north, 10_000)
    proposal = propose("transfer", aide, north, 25_000, "2023-07-01", "needs-approval", ["Q1"], capped(420_000, 10_000),
                       approvals=["commission"])
    post(proposal, aide, north, 25_000, {"kind": "transfer.approved/1", "authority": "commission", "instrument": "résolution 12",
                                         "proposal": proposal}, by="hugo")
    do(transfer("transfer.refused/1", "transfer", aide, north, 8_000, "2023-07-02", "over-limit", ["C1"],
                capped(420_000, 35_000), ruleset=adopted))
    do(transfer("transfer.refused/1", "transfer", aide, admin, 100, "2023-07-03", "forbidden", ["F1"],
                capped(420_000, 35_000), ruleset=adopted))
    do(transfer("transfer.refused/1", "carry-over", north, (2024, "AIDE"), 100, "2023-07-03", "not-permitted", [], [],
                ruleset=adopted))
    lent = post(propose("temporary-transfer", admin, aide, 5_000, "2023-08-01", "permitted", ["P2"], [], repay_by="2023-12-01"),
                admin, aide, 5_000)
    back = plan.moves(aide, admin, 2_000)
    do({"kind": "transfer.returned/1", "transfer": str(lent), "amount": "2000", "entry": back[0]["entry"]}, *back)
    post(propose("carry-over", north, (2024, "AIDE"), 3_000, "2024-03-15", "permitted", ["P3"], [], notices=["commission"]),
         north, (2024, "AIDE"), 3_000)
    late = propose("transfer", common, aide, 1_000, "2023-08-15", "permitted", ["P1"], capped(20_000, 0))
    post(propose("cancellation", common, None, 20_000, "2023-09-01", "permitted", ["P4"], []), common, None, 20_000)
    do(transfer("transfer.refused/1", "transfer", common, aide, 1_000, "2023-08-15", "insufficient-funds", [],
                capped(20_000, 0) + [{"available": "0", "rule": "-", "side": "source"}], ruleset=adopted, proposal=late))
    post(propose("advance", (2024, "ADMIN"), admin, 1_000, "2023-10-01", "permitted", ["P4"], []), (2024, "ADMIN"), admin, 1_000)
    unwanted = propose("transfer", north, aide, 100, "2023-10-02", "permitted", ["P1"], capped(120_000, 0))
    do({"kind": "transfer.withdrawn/1", "proposal": unwanted, "reason": "sans objet"}, by="hugo")
    propose("transfer", north, aide, 500, "2023-10-03", "permitted", ["P1"], capped(120_000, 0))  # left open
    do({"kind": "ceiling.set/1", "year": year(2023), "basis": "balance", "amount": "720000", "citation": "crédit 1, révisé"})


# ---------------------------------------------------------------- the derived files

def number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def derive(records: List[Dict[str, Any]], row: Any, canonical: Any) -> Dict[str, bytes]:
    """budgets.csv, transfers.csv, rules/ (section 18.5), as well as false records allow."""
    if not any(r.get("kind") in KINDS for r in records):
        return {}
    files: Dict[str, bytes] = {}
    classes = {r.get("account"): r.get("class") for r in records if r.get("kind") == "account.opened/1"}
    gone = {number(r.get("record")) for r in records if r.get("kind") == "record.annulled/1"}
    envelopes: Dict[Tuple[str, str], Dict[str, Any]] = {}
    rows: Dict[int, List[Any]] = {}

    def change(place: Any, name: str, amount: int) -> None:
        found = envelopes.get((place.get("year"), place.get("envelope"))) if isinstance(place, dict) else None
        if found is not None:
            found[name] = found.get(name, 0) + amount

    def said(sequence: str, kind: str) -> Dict[str, Any]:
        found = records[number(sequence) - 1] if 1 <= number(sequence) <= len(records) else {}
        return found if found.get("kind") == kind else {}

    ruling = [(s, r["rules"]) for s, r in enumerate(records, 1) if r.get("kind") == "ruleset.adopted/1"]
    for sequence, record in enumerate(records, 1):
        kind, amount = record.get("kind"), number(record.get("amount"))
        if kind == "envelope.opened/1":
            envelopes.setdefault((record["year"], record["envelope"]), {**record, "initial": amount})
        elif kind == "envelope.revised/1":
            change(record, "revised", amount)
        elif kind == "allocation.run/1":
            for share in record["shares"]:
                change(record, "initial", -number(share["amount"]))
                change({**share, "year": record["year"]}, "initial", number(share["amount"]))
        elif kind == "entry.posted/1" and sequence not in gone:
            start = number(record.get("period", "")[:4])
            for p in record.get("postings", []):
                class_ = classes.get(p.get("account"))
                if class_ in CLASSES:
                    change({"year": year(start), "envelope": p.get("envelope")}, class_,
                           number(p.get("amount")) * (1 if class_ == "authorised" else -1))
        elif kind in ("transfer.posted/1", "transfer.refused/1"):
            data = said(record["proposal"], "transfer.proposed/1") if kind == "transfer.posted/1" else record
            source, target = data.get("from", {}), data.get("to", {})
            ruleset, outcome = data.get("ruleset", "-"), record.get("outcome", "posted")
            if outcome == "posted":
                change(source, "out", number(data.get("amount")))
                change(target, "in", number(data.get("amount")))
                day = data.get("date", "")
                then = [s for s, r in ruling if s < sequence and r["from"] <= day <= r.get("until", "9")]
                ruleset = then[-1] if then else ruleset
            rows[sequence] = [sequence, record.get("proposal", ""), data.get("operation", ""), source.get("year", ""),
                              source.get("envelope", ""), target.get("year", ""), target.get("envelope", ""),
                              data.get("amount", ""), data.get("date", ""), data.get("repay_by", ""), 0, ruleset, outcome]
        elif kind == "transfer.returned/1":
            data = said(said(record["transfer"], "transfer.posted/1").get("proposal", ""), "transfer.proposed/1")
            change(data.get("to"), "out", amount)
            change(data.get("from"), "in", amount)
            if number(record["transfer"]) in rows:
                rows[number(record["transfer"])][10] += amount
        elif kind == "ruleset.adopted/1":
            files["rules/%d.json" % sequence] = canonical(record["rules"]) + b"\n"
    budgets = [row(*("year,envelope,parent,name,initial_cents,revised_cents,in_cents,out_cents,authorised_cents,reserved_cents,"
                     "committed_cents,spent_cents,available_cents,attributes").split(","))]
    for (of, code), e in sorted(envelopes.items()):
        budgets.append(row(of, code, e.get("parent", ""), e["name"], *(e.get(n, 0) for n in (
            "initial", "revised", "in", "out", "authorised", "reserved", "committed", "spent", "available")),
            ";".join("%s=%s" % pair for pair in sorted(e["attributes"].items()))))
    transfers = [row(*("record,proposal,operation,from_year,from,to_year,to,amount_cents,date,repay_by,returned_cents,ruleset,"
                       "outcome").split(","))] + [row(*rows[s]) for s in sorted(rows)]
    return {**files, "budgets.csv": b"".join(budgets), "transfers.csv": b"".join(transfers)}
