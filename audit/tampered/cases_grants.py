"""Attacks 50, and those of 39 and 43, on grants, payments and levies: on the book that granted.py keeps with fundctl, which tells what each grant is left with.

Amounts are cents. Each attack goes a cent or a day beyond what it may; all else in it is as section 19 of FORMAT.md asks. LAWFUL goes just as
far as it may: there all holds, so that an attack is not caught for what else is in it.
"""
import functools
import os
from typing import Any, Callable, Dict, List, Optional, Tuple

import cases
from cases import Trial
from forge_grants import Desk, step

case = functools.partial(cases.case, program="grants")
FIRST, SECOND, MUTUAL = "1140000013", "3340000019", "X-mutuelle"  # recipients
TERMS = {name: "x" for name in ("activities", "objectives", "results", "terms")}


def opened(t: Trial) -> Desk:
    t.of("grants", 2)
    for batch in t.book.batches:  # what fundctl asked for is opaque: kept, so that who seals anew makes the same past
        batch.keep["content_hash"] = batch.seal["content_hash"]  # type: ignore[index]
    return Desk(t, "grants-")


def added(*makes: Callable[[Desk], Any]) -> Callable[[Trial], None]:
    def act(t: Trial) -> None:
        desk = opened(t)
        for make in makes:
            make(desk)
    return act


def sequence(d: Desk, kind: str, place: int = 0, **members: str) -> int:
    return int(d.trial.book.find(kind, **members)[place][0])


def bank(d: Desk, recipient: str) -> str:
    return str(d.trial.book.find("bank.set/1", recipient=recipient)[-1][3]["subject"])


def owed(d: Desk, place: int = 0) -> int:
    """The payable of grant 2's first claim, 450 000, or of its second, 550 000."""
    return sequence(d, "grant.accepted/1", place, grant="FNF-G-000002")


def paying(d: Desk, amount: int, to: str = SECOND, place: int = 0, date: str = "2026-09-10") -> Dict[str, Any]:
    return d.run(date, (owed(d, place), amount, bank(d, to)))


def pay(amount: int, to: str = SECOND, date: str = "2026-09-10") -> Callable[[Desk], Any]:
    def act(d: Desk) -> None:
        run = paying(d, amount, to, 0, date)
        d.issue(run, d.propose(run))
    return act


def claimed(n: int, number: int, amount: int, date: str, **more: str) -> Callable[[Desk], Any]:
    return lambda d: d.do(step("claimed", n, date, **{"claim": number, "amount": amount, "from": "2026-05-01", "to": "2026-05-31", **more}))


def accepted(n: int, *words: Any, **more: Any) -> Callable[[Desk], Any]:
    return lambda d: d.accept(n, *words, **more)


def moved(*words: Any, **more: Any) -> Callable[[Desk], Any]:
    return lambda d: d.moved(*words, **more)


@case(39, "a payment, a write-off, bank details that their proposer approves, or nobody")
def _() -> Any:
    def by(proposer: str, approver: str, **more: Any) -> Callable[[Desk], Any]:
        def act(d: Desk) -> None:
            run = paying(d, 450_000)
            d.issue(run, d.propose(run, by=proposer), by=approver, **more)
        return act
    yield "a payment by its proposer", "P", added(by("benoit", "benoit"))
    yield "a payment by one who is no approver", "P", added(by("benoit", "chantal"))
    yield "a payment that nobody approved", "0LP", added(by("chantal", "chantal", approved=False))

    def another(d: Desk) -> None:
        proposal = d.propose(paying(d, 450_000))
        d.issue(paying(d, 550_000, place=1), proposal)
    yield "another payment than was approved", "P", added(another)

    def again(d: Desk) -> None:
        run = paying(d, 450_000)
        proposal = d.propose(run)
        d.issue(run, proposal)
        d.issue(run, proposal, by="chantal", approved=False)
    yield "an approval used twice", "P", added(again)

    def write_off(d: Desk, proposer: str = "benoit", approver: str = "benoit", approved: bool = True) -> None:
        record = step("written-off", 1, "2026-09-01", amount=100, envelope="RECO", reason="x")
        d.give(record, d.propose(record, by=proposer), ("bad-debts", 100, "RECO"), ("recoverable", -100), ("V", 100, "RECO"), ("S", -100, "RECO"), by=approver,
               approved=approved)
    yield "a write-off by its proposer", "P", added(write_off)
    yield "a write-off that nobody approved", "P", added(lambda d: write_off(d, "chantal", "chantal", False))

    def alone(d: Desk) -> None:
        d.one(step("written-off", 1, "2026-09-01", amount=100, envelope="RECO", reason="x", alone="yes"), ("bad-debts", 100, "RECO"), ("recoverable", -100),
              ("V", 100, "RECO"), ("S", -100, "RECO"), by="benoit")
    yield "a write-off alone", "P", added(alone)

    def details(d: Desk) -> None:
        record = {"kind": "bank.set/1", "recipient": SECOND, "subject": bank(d, FIRST)}
        proposal = d.propose(record)
        d.do({**record, "proposal": proposal})
    yield "bank details that nobody approved", "0LP", added(details)


@case(43, "grants.csv, payments.csv, levies.csv differ from the records and still balance")
def _() -> Any:
    def edit(name: str, *changes: Tuple[bytes, bytes]) -> Callable[[Trial], None]:
        def act(t: Trial) -> None:
            opened(t)
            with open(os.path.join(t.original, name), "rb") as file:
                before = after = file.read()
            for old, new in changes:
                after = after.replace(old, new, 1)
            if before == after:
                raise LookupError(name)
            t.book.files[name] = after
        return act
    yield "paid to one for another", "0L", edit("grants.csv", (b",0,1780000,", b",0,1680000,"), (b",0,800000,", b",0,900000,"))
    yield "a state", "0L", edit("grants.csv", (b",approved,", b",signed,"))
    yield "held back", "0L", edit("grants.csv", (b",120000,", b",130000,"), (b",50000,1000000,", b",40000,1000000,"))
    yield "committed for spent", "0L", edit("grants.csv", (b",3800000,1200000\n", b",3700000,1300000\n"))
    yield "a payment's recipient", "0L", edit("payments.csv", (b"1140000013", b"3340000019"))
    yield "a payment cleared", "0L", edit("payments.csv", (b",issued,2026-07-10\n", b",cleared,2026-07-10\n"))
    yield "a payment of another claim", "0L", edit("payments.csv", (b"FNF-G-000008", b"FNF-G-000001"))
    yield "a levy of another year", "0L", edit("levies.csv", (b"2025,0,10000,", b"2025,0,20000,"), (b"2026,900000,400000,", b"2026,900000,390000,"))
    yield "receivable", "0L", edit("levies.csv", (b",500000\n", b",400000\n"))
    for name in ("grants.csv", "payments.csv", "levies.csv"):
        def less(t: Trial, name: str = name) -> None:
            opened(t)
            with open(os.path.join(t.original, name), "rb") as file:
                t.book.files[name] = b"".join(file.read().splitlines(True)[:-1])
        yield name + " with a row less", "L", less


@case(50, "payment above the claim, claim above the agreement, paid twice")
def _() -> Any:
    yield "payment above what is left", "0LP", added(pay(450_001))
    yield "payment of a part", "P", added(pay(449_999))
    yield "paid twice", "0LP", added(pay(450_000), pay(450_000, date="2026-09-11"))

    def together(d: Desk) -> None:
        runs = [paying(d, 450_000) for _ in range(2)]
        proposals = [d.propose(run) for run in runs]
        for run, proposal in zip(runs, proposals):
            d.issue(run, proposal)
    yield "paid twice by runs proposed together, under two keys", "0LP", added(together)

    def item_twice(d: Desk) -> None:
        d.pay("2026-09-10", *[(owed(d), 450_000, bank(d, SECOND))] * 2)
    yield "paid twice by one run", "P", added(item_twice)
    yield "paid again what was paid", "0LP", added(lambda d: d.pay("2026-09-10", (sequence(d, "grant.accepted/1"), 780_000, bank(d, FIRST))))

    def set_off(d: Desk) -> None:
        payable = sequence(d, "grant.imported/1")
        d.moved("offset", 1, "2026-09-01", 25_000, "payable", "recoverable", payable=payable)
        d.pay("2026-09-10", (payable, 100_000, bank(d, FIRST)))
    yield "paid in full what was set off in part", "P", added(set_off)

    def undone(d: Desk) -> None:
        d.pay("2026-09-10", (sequence(d, "grant.advanced/1", -1), 100_000, bank(d, FIRST)))
    yield "an advance paid that was undone", "P", added(undone)
    yield "what is no payable", "P", added(lambda d: d.pay("2026-09-10", (sequence(d, "grant.claimed/1"), 450_000, bank(d, FIRST))))

    def recall(date: str, place: str) -> Callable[[Desk], Any]:
        return lambda d: d.one({"kind": "payment.rejected/1", "date": date, "payment": "FNF-P-" + place, "reason": "x"}, ("transit", 800_000), ("payable", -800_000))
    yield "a payment rejected twice, to be paid again", "P", added(recall("2026-09-01", "000003"))
    yield "a payment rejected before it was made", "P", added(recall("2026-07-24", "000004"))
    yield "a payment cleared twice", "P", added(lambda d: d.one({"kind": "payment.cleared/1", "date": "2026-09-01", "payments": ["FNF-P-000001"]},
                                                                ("transit", 1_000_000), ("cash", -1_000_000)))
    yield "accepted above the agreement", "0LP", added(
        claimed(1, 3, 2_800_000, "2026-09-01"), accepted(1, "2026-09-02", 3, 2_800_000), claimed(1, 4, 350_001, "2027-05-01"),
        accepted(1, "2027-05-02", 4, 350_001))
    yield "accepted above the year's plan", "P", added(claimed(1, 3, 2_800_001, "2026-09-01"), accepted(1, "2026-09-02", 3, 2_800_001))
    yield "accepted above the claim", "0LP", added(accepted(1, "2026-09-02", 2, 800_001))
    yield "accepted below the claim without a reason", "P", added(accepted(1, "2026-09-02", 2, 799_999))
    yield "a claim accepted twice", "0LP", added(accepted(2, "2026-09-02", 1, 500_000))
    yield "a claim that was not made", "P", added(accepted(1, "2026-09-02", 3, 1))
    yield "a claim number left out", "P", added(claimed(1, 4, 1, "2026-09-01"))
    yield "a claim of days to come", "P", added(claimed(1, 3, 1, "2026-09-01", to="2026-09-02"))
    yield "an advance above the agreement", "0LP", added(moved("advanced", 5, "2026-09-01", 2_000_001, "advances", "payable"))
    yield "an advance above what is left of it", "P", added(moved("advanced", 1, "2026-09-01", 3_150_001, "advances", "payable"))
    yield "an advance used above what was paid", "0LP", added(accepted(1, "2026-09-02", 2, 800_000, advance=650_001))
    yield "more kept than is eligible", "P", added(accepted(1, "2026-09-02", 2, 800_000, advance=600_000, holdback=200_001))

    def accrue(n: int, amount: int) -> Callable[[Desk], Any]:
        def act(d: Desk) -> None:
            envelope = "RECO" if n == 5 else "FORM"
            first = d.entry(2026, "2027-03-31", ("5130", amount, envelope), ("accrued", -amount), ("C", amount, envelope), ("S", -amount, envelope))
            last = d.entry(2027, "2027-04-01", ("accrued", amount), ("5130", -amount, "FORM"))
            d.do(step("accrued", n, "2027-03-31", amount=amount, year="2026-2027", entry=first["entry"], reversal=last["entry"]), first, last)
        return act
    yield "accrued above what is committed", "P", added(accrue(1, 2_800_001))
    yield "accrued twice", "P", added(accrue(2, 1))
    yield "an entry above its act", "0LP", added(lambda d: d.one(step("advanced", 5, "2026-09-01", amount=5), ("advances", 6), ("payable", -6)))


@case(50, "released, recovered, repaid, set off above what there is; what others stand on undone")
def _() -> Any:
    release = lambda amount, date="2026-09-01": moved("released", 1, date, amount, "holdbacks", "payable")  # noqa: E731
    yield "holdback released twice", "0LP", added(release(120_000), release(120_000, "2026-09-02"))
    yield "holdback released above", "P", added(release(120_001))

    def recover(amount: int, year: str = "2026-2027") -> Callable[[Desk], Any]:
        return lambda d: d.one(step("recovered", 1, "2026-09-01", amount=amount, basis="claim", reason="x", year=year), ("recoverable", amount),
                               ("5130", -amount, "FORM"), ("S", amount, "FORM"), ("V", -amount, "FORM"))
    yield "recovered above what was paid", "0LP", added(recover(1_080_001))
    yield "recovered of a year to come", "P", added(recover(5, "2027-2028"))
    yield "recovered of a year without claims", "P", added(lambda d: d.one(
        step("recovered", 1, "2026-09-01", amount=5, basis="claim", reason="x", year="2025-2026"), ("recoverable", 5), ("recoveries", -5)))
    yield "an advance recovered above", "P", added(moved("recovered", 1, "2026-09-01", 650_001, "recoverable", "advances", basis="advance", reason="x"))
    yield "repaid above what is owed", "P", added(moved("repaid", 1, "2026-09-01", 25_001, "cash", "recoverable"))

    def set_off(amount: int, payable: Callable[[Desk], int]) -> Callable[[Desk], Any]:
        return lambda d: d.moved("offset", 1, "2026-09-01", amount, "payable", "recoverable", payable=payable(d))
    yield "set off above what is owed", "P", added(set_off(25_001, lambda d: sequence(d, "grant.imported/1")))
    yield "set off against another's payable", "0LP", added(set_off(25_000, owed))
    yield "set off against what was paid", "P", added(set_off(5, lambda d: sequence(d, "grant.accepted/1")))

    def write_off(amount: int) -> Callable[[Desk], Any]:
        def act(d: Desk) -> None:
            record = step("written-off", 1, "2026-09-01", amount=amount, envelope="RECO", reason="x")
            d.give(record, d.propose(record), ("bad-debts", amount, "RECO"), ("recoverable", -amount), ("V", amount, "RECO"), ("S", -amount, "RECO"))
        return act
    yield "written off above what is owed", "P", added(write_off(25_001))
    yield "an acceptance undone that was paid", "0LP", added(lambda d: d.undo(1, "2026-09-01", sequence(d, "grant.accepted/1")))
    yield "an advance undone that was used", "P", added(lambda d: d.undo(1, "2026-09-01", sequence(d, "grant.advanced/1")))
    yield "a recovery undone that was repaid", "P", added(lambda d: d.undo(1, "2026-09-01", sequence(d, "grant.recovered/1")))
    yield "an agreement undone", "P", added(lambda d: d.undo(2, "2026-09-01", sequence(d, "grant.signed/1", 1)))
    yield "undone twice", "P", added(lambda d: d.undo(5, "2026-09-01", sequence(d, "grant.advanced/1", -1)))
    yield "another grant's step undone", "P", added(lambda d: d.undo(5, "2027-04-01", sequence(d, "grant.accrued/1")))
    yield "undone before its day", "P", added(lambda d: d.undo(2, "2026-08-04", owed(d, 1)))

    def half(d: Desk) -> None:
        record = sequence(d, "grant.accrued/1")
        d.undo(2, "2027-04-01", record)
        del d.trial.book.batches[-2].content[-1]
        d.trial.book.batches[-2].content[0]["entries"].pop()
    yield "undone by half", "P", added(half)


@case(50, "an agreement not whole, not approved, or by whom may not; a step out of its order")
def _() -> Any:
    def signed(amount: int = 2_000_000, due: int = 2_000_000, **more: Any) -> Callable[[Desk], Any]:
        """Grant 4, approved for 20 000.00; a member that is None is left out."""
        record = {**TERMS, "begins": "2026-05-01", "ends": "2028-03-31", "name": "Mutuelle", "contributions": [{"amount": "0", "party": "x"}],
                  "plan": [{"year": "2026-2027", "amount": str(amount), "envelope": "RECO"}],
                  "instalments": [{"amount": str(due), "date": "2026-12-01", "kind": "final"}], **more}
        return lambda d: d.act(step("signed", 4, "2026-09-01", **{n: v for n, v in record.items() if v is not None}),
                               (2026, ("R", 2_000_000, "RECO"), ("V", amount - 2_000_000, "RECO"), ("C", -amount, "RECO")))
    yield "signed above what is approved", "0LP", added(signed(2_000_001, 2_000_001))
    for part in ("activities", "objectives", "results", "terms", "contributions", "instalments"):
        yield "signed without " + part, "P", added(signed(**{part: None}))
    yield "signed with empty results", "P", added(signed(results=""))
    yield "signed without any party's contribution", "P", added(signed(contributions=[]))
    yield "instalments that are not the plan", "0LP", added(signed(due=1_999_999))
    yield "instalments of another year", "P", added(signed(instalments=[{"amount": "2000000", "date": "2027-04-01", "kind": "final"}]))
    yield "it ends before it begins", "P", added(signed(ends="2026-04-30"))
    yield "signed without envelope", "P", added(lambda d: d.act(
        step("signed", 4, "2026-09-01", **{**TERMS, "begins": "2026-05-01", "ends": "2028-03-31", "name": "x", "contributions": [{"amount": "0", "party": "x"}]},
             plan=[{"year": "2026-2027", "amount": "2000000"}], instalments=[{"amount": "2000000", "date": "2026-12-01", "kind": "final"}]),
        (2026, ("R", 2_000_000, "RECO"), ("V", -2_000_000, "RECO"))))

    def approved(authority: str = "conseil-du-tresor", by: str = "hugo", n: int = 3, **more: Any) -> Callable[[Desk], Any]:
        """Grant 3, assessed by chantal, outside approved norms, for 60 000.00."""
        record = step("approved", n, "2026-09-01", **{"authority": authority, "instrument": "D-9", "plan": [
            {"year": "2026-2027", "amount": "6000000", "envelope": "FORM"}], **more})
        return lambda d: d.act(record, (2026, ("V", 6_000_000, "FORM"), ("R", -6_000_000, "FORM")), by=by)
    yield "approved by the one who assessed it", "P", added(
        lambda d: d.do(step("assessed", 3, "2026-08-31", memo="", recommendation="approve"), by="benoit"), approved(by="benoit"))
    yield "approved by one who is no approver", "P", added(approved(by="chantal"))
    yield "approved by too low an authority", "0LP", added(approved("commission"))
    yield "approved by the direction alone", "P", added(approved("direction"))
    yield "approved twice", "P", added(approved(), approved())
    yield "approved without assessment", "P", added(
        lambda d: d.do(step("applied", 9, "2026-08-31", amount=6_000_000, program="HORS", recipient=MUTUAL, title="x")), approved(n=9))
    yield "approved for a year past", "P", added(lambda d: d.act(step("approved", 3, "2027-04-01", authority="gouvernement", instrument="x", plan=[
        {"year": "2026-2027", "amount": "6000000", "envelope": "FORM"}]), (2026, ("V", 6_000_000, "FORM"), ("R", -6_000_000, "FORM")), by="hugo"))

    def amended(n: int, amount: int, held: int, code: str, by: str = "benoit", spent: int = 0, **more: Any) -> Callable[[Desk], Any]:
        """Another amount for 2026-2027, of which `held` was committed; `more` may have the following year's line."""
        lines = [{"year": "2026-2027", "amount": str(amount), "envelope": code}]
        due = [{"amount": str(amount), "date": "2026-12-01", "kind": "final"}]
        return lambda d: d.act(step("amended", n, "2026-09-01", plan=lines, instalments=due, reason="x", **more), (
            2026, ("C", held - amount + spent, code), ("V", amount - spent - held, code)), by=by)
    raised = {"authority": "conseil-du-tresor", "instrument": "D-9"}
    yield "raised without an authority", "0LP", added(amended(5, 2_000_001, 2_000_000, "RECO"))
    yield "raised by too low an authority", "P", added(amended(5, 5_000_001, 2_000_000, "RECO", authority="direction", instrument="x"))
    yield "raised by one who is no approver", "P", added(amended(5, 2_000_001, 2_000_000, "RECO", by="chantal", **raised))
    yield "an authority for what is not raised", "P", added(amended(5, 1_999_999, 2_000_000, "RECO", **raised))

    def below(d: Desk) -> None:
        plan = [{"year": "2026-2027", "amount": "1199999", "envelope": "FORM"}, {"year": "2027-2028", "amount": "3800001", "envelope": "FORM"}]
        due = [{"amount": "1199999", "date": "2026-12-01", "kind": "final"}, {"amount": "3800001", "date": "2027-05-01", "kind": "final"}]
        d.act(step("amended", 1, "2026-09-01", plan=plan, instalments=due, reason="x"), (2026, ("C", 2_800_001, "FORM"), ("V", -2_800_001, "FORM")),
              (2027, ("C", 1_000_000 - 3_800_001, "FORM"), ("V", 2_800_001, "FORM")))
    yield "lowered below what is spent", "P", added(below)
    yield "claimed before signing", "0LP", added(claimed(4, 1, 5, "2026-09-01"))
    yield "an advance before signing", "0LP", added(moved("advanced", 4, "2026-09-01", 5, "advances", "payable"))
    yield "signed before approval", "P", added(lambda d: d.act(step("signed", 3, "2026-09-01", **{
        **TERMS, "begins": "2026-05-01", "ends": "2028-03-31", "name": "x", "contributions": [{"amount": "0", "party": "x"}], "plan": [
            {"year": "2026-2027", "amount": "5", "envelope": "RECO"}], "instalments": [{"amount": "5", "date": "2026-12-01", "kind": "final"}]}),
        (2026, ("V", 5, "RECO"), ("C", -5, "RECO"))))
    yield "claimed after closing", "0LP", added(claimed(8, 2, 5, "2026-09-01"))
    yield "an advance after closing", "P", added(moved("advanced", 8, "2026-09-01", 5, "advances", "payable"))
    yield "a holdback of an imported grant", "P", added(moved("released", 6, "2026-09-01", 5, "holdbacks", "payable"))
    yield "a claim dated before what went before", "P", added(claimed(1, 3, 5, "2026-08-04"))

    def ended(kind: str, n: int, held: int, code: str, later: int = 0, **more: Any) -> Callable[[Desk], Any]:
        moves: List[Tuple[Any, ...]] = [(2026, ("C", held, code), ("V", -held, code))]
        moves += [(2027, ("C", later, code), ("V", -later, code))] if later else []
        return lambda d: d.act(step(kind, n, "2026-09-01", **more), *moves)
    yield "closed without its report", "P", added(ended("closed", 5, 2_000_000, "RECO"))
    reported = lambda d: d.do(step("reported", 1, "2026-09-01", memo=""))  # noqa: E731
    yield "closed with a claim open", "P", added(reported, ended("closed", 1, 2_800_000, "FORM", 1_000_000))
    yield "an advance after the report", "P", added(reported, moved("advanced", 1, "2026-09-01", 5, "advances", "payable"))
    yield "cancelled after a claim", "P", added(ended("cancelled", 1, 2_800_000, "FORM", 1_000_000, reason="x"))
    yield "a grant number left out", "P", added(lambda d: d.do(step("applied", 10, "2026-08-31", amount=5, program="HORS", recipient=MUTUAL, title="x")))
    yield "a recipient that is not known", "P", added(lambda d: d.do(step("applied", 9, "2026-08-31", amount=5, program="HORS", recipient="X-x", title="x")))


@case(50, "a control account moved from outside, paid to another, an earmark released too much or too soon")
def _() -> Any:
    outside = lambda use: lambda d: d.do(d.entry(2026, "2026-09-01", (use, -5), ("cash", 5)))  # noqa: E731
    yield "payable moved by an entry", "0LP", added(outside("payable"))
    for use in ("holdbacks", "accrued", "advances", "recoverable", "transit", "restricted"):
        yield use + " moved by an entry", "P", added(outside(use))

    def reversed_(d: Desk) -> None:
        entry = d.trial.book.find("entry.posted/1", entry=d.trial.book.find("payment.issued/1")[0][3]["entry"])[0][3]
        d.do({**d.entry(2026, "2026-09-01"), "reverses": entry["entry"], "reason": "x", "postings": [
            {**p, "amount": str(-int(p["amount"]))} for p in entry["postings"]]})
    yield "a payment's entry reversed", "0LP", added(reversed_)
    yield "paid to another recipient's account", "0LP", added(pay(450_000, FIRST))

    def erased(d: Desk) -> None:
        d.do({"kind": "subject.erased/1", "subject": bank(d, SECOND), "reason": "x"}, by="anne")
        pay(450_000)(d)
    yield "paid to details that are erased", "P", added(erased)

    def earlier(d: Desk) -> None:
        old, subject = bank(d, SECOND), "ab" * 16
        d.do({"kind": "subject.opened/1", "subject": subject, "fields": {"account": "0" * 64}})
        record = {"kind": "bank.set/1", "recipient": SECOND, "subject": subject}
        proposal = d.propose(record)
        d.do({"kind": "approval.given/1", "proposal": proposal}, {**record, "proposal": proposal}, by="hugo")
        d.pay("2026-09-10", (owed(d), 450_000, old))
    yield "paid to details that were replaced", "P", added(earlier)

    def releasing(amount: int, cause: str, date: str, place: int, *postings: Tuple[Any, ...], budget: Optional[str] = None) -> Callable[[Desk], Any]:
        def act(d: Desk) -> None:
            more = {"envelope": budget, "year": "2026-2027" if date < "2027-04" else "2027-2028"} if budget else {}
            d.one({"kind": "revenue.released/1", "date": date, "amount": str(amount), "cause": cause, "earmark": str(sequence(d, "revenue.earmarked/1", place)),
                   **more}, *postings, *((("A", -amount, budget), ("V", amount, budget)) if budget else ()))
        return act
    free = lambda amount: (("restricted", amount), ("unrestricted", -amount))  # noqa: E731
    yield "an earmark released above what is left", "0LP", added(releasing(800_001, "used", "2026-09-02", 0, *free(800_001)))
    yield "an earmark expired on its last day", "0LP", added(releasing(5, "expired", "2027-03-31", 0, *free(5), budget="BREF"))
    yield "an earmark expired, its budget kept", "P", added(releasing(5, "expired", "2027-04-01", 0, *free(5)))
    yield "revenue of own law returned", "P", added(releasing(5, "returned", "2026-09-02", 0, *free(5), budget="BREF"))
    yield "revenue from outside expired", "P", added(releasing(5, "expired", "2027-04-01", 1, ("deferred", 5), ("cash", -5), budget="FORM"))
    yield "revenue from outside returned above what is left", "P", added(
        releasing(500_001, "returned", "2026-09-02", 1, ("deferred", 500_001), ("cash", -500_001), budget="BREF"))
    earmarked = lambda expires: lambda d: d.one(  # noqa: E731
        {"kind": "revenue.earmarked/1", "date": "2026-09-01", "account": "4900", "amount": "5", "basis": "outside", "citation": "x", "envelope": "BREF",
         "expires": expires, "memo": "", "year": "2026-2027"}, ("cash", 5), ("deferred", -5), ("A", 5, "BREF"), ("V", -5, "BREF"))
    yield "earmarked until before its envelope expires", "P", added(earmarked("2027-03-30"))

    def remitted(taken: int) -> Callable[[Desk], Any]:
        return lambda d: d.one({"kind": "levy.remitted/1", "date": "2026-09-01", "reference": "x", "parts": [
            {"amount": "600000", "fees": "0", "taxation_year": "2026"}]}, ("cash", 600_000), ("levies-receivable", -taken), ("levies", taken - 600_000))
    yield "a remittance taken for new revenue", "0LP", added(remitted(400_000))
    yield "a remittance that takes more than is receivable", "P", added(remitted(600_000))
    yield "a fee received above its invoice", "P", added(lambda d: d.one(
        {"kind": "fee.received/1", "date": "2026-09-01", "amount": "20001", "invoice": "F-1"}, ("cash", 20_001), ("fees-receivable", -20_001)))
    yield "an invoice billed twice", "P", added(lambda d: d.one(
        {"kind": "fee.billed/1", "date": "2026-09-01", "amount": "5", "invoice": "F-1", "memo": "", "payer": "x"}, ("fees-receivable", 5), ("fees", -5)))
    yield "a control account of its own choice", "P", added(lambda d: d.do({"kind": "control.set/1", "use": "payable", "account": "2490"}))
    yield "a grant imported a second time", "P", added(lambda d: (lambda entry: d.do(
        step("imported", 9, "2025-06-14", amount=5, entry=entry["entry"], program="MFOR", recipient=FIRST, row="2", source="A-1", title="x"), entry,
        {"kind": "import.recorded/1", "entries": "1", "file": "x", "file_sha256": "ab" * 32, "known": "0", "map": {}, "rows": "1", "skipped": "0"}))(
            d.entry(2025, "2025-06-14", ("5130", 5), ("payable", -5))))


LAWFUL: List[Tuple[str, Callable[[Trial], None]]] = [
    ("payment", added(pay(450_000))),
    ("claims up to the agreement", added(claimed(1, 3, 2_150_000, "2026-09-01"), accepted(1, "2026-09-02", 3, 2_150_000),
                                         claimed(1, 4, 1_000_000, "2027-05-01"), accepted(1, "2027-05-02", 4, 1_000_000))),
    ("claim in full, of advances and holdback", added(accepted(1, "2026-09-02", 2, 800_000, advance=600_000, holdback=200_000))),
    ("advance of all", added(moved("advanced", 5, "2026-09-01", 2_000_000, "advances", "payable"))),
    ("holdback", added(moved("released", 1, "2026-09-01", 120_000, "holdbacks", "payable"))),
    ("recovery of all that was paid", added(lambda d: d.one(
        step("recovered", 1, "2026-09-01", amount=1_080_000, basis="claim", reason="x", year="2026-2027"), ("recoverable", 1_080_000),
        ("5130", -1_080_000, "FORM"), ("S", 1_080_000, "FORM"), ("V", -1_080_000, "FORM")))),
    ("repayment", added(moved("repaid", 1, "2026-09-01", 25_000, "cash", "recoverable"))),
    ("setting off", added(lambda d: d.moved("offset", 1, "2026-09-01", 25_000, "payable", "recoverable", payable=sequence(d, "grant.imported/1")))),
    ("undoing", added(lambda d: d.undo(2, "2026-09-01", owed(d, 1)), lambda d: d.undo(2, "2027-04-01", sequence(d, "grant.accrued/1")))),
    ("agreement", added(lambda d: d.act(step("signed", 4, "2026-09-01", **{
        **TERMS, "begins": "2026-05-01", "ends": "2028-03-31", "name": "Mutuelle", "contributions": [{"amount": "0", "party": "x"}],
        "plan": [{"year": "2026-2027", "amount": "2000000", "envelope": "RECO"}],
        "instalments": [{"amount": "2000000", "date": "2026-12-01", "kind": "final"}]}), (2026, ("R", 2_000_000, "RECO"), ("C", -2_000_000, "RECO"))))),
    ("approval", added(lambda d: d.act(step("approved", 3, "2026-09-01", authority="conseil-du-tresor", instrument="D-9", plan=[
        {"year": "2026-2027", "amount": "6000000", "envelope": "FORM"}]), (2026, ("V", 6_000_000, "FORM"), ("R", -6_000_000, "FORM")), by="hugo"))),
    ("rejection", added(lambda d: d.one({"kind": "payment.rejected/1", "date": "2026-07-25", "payment": "FNF-P-000004", "reason": "x"},
                                        ("transit", 800_000), ("payable", -800_000)))),
    ("remittance", added(lambda d: d.one({"kind": "levy.remitted/1", "date": "2026-09-01", "reference": "x", "parts": [
        {"amount": "600000", "fees": "0", "taxation_year": "2026"}]}, ("cash", 600_000), ("levies-receivable", -500_000), ("levies", -100_000)))),
    ("fee", added(lambda d: d.one({"kind": "fee.received/1", "date": "2026-09-01", "amount": "20000", "invoice": "F-1"}, ("cash", 20_000),
                                  ("fees-receivable", -20_000))))]
