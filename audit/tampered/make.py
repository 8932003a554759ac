#!/usr/bin/env python3
"""Tampers with bundles in every way listed in cases.py and shows which verdict of which verifier catches it.

    make.py [--fundctl PATH] [--scenario DIR] [--only N,N] [--keep DIR] [--write | --check]

Each case is made by up to three hands: 0 holds no key, L the ledger key, P that and every person's key. The auditor
pinned the ledger key and the register's id, and kept the STATEMENT of export 1 (another where a case says so).
Attacks on grants and on employer services are made on books that fundctl keeps (granted.py, served.py): without --fundctl they
are left out.
With --fundctl every verdict that verify.py and fundctl judge otherwise is told and fails: one of them or FORMAT.md is wrong.
--write makes TABLE.md, --check compares with it. Exit status 0 only if every verifier catches what it claims, true
bundles hold, and TABLE.md is the same with --check.

A scenario has what forge.py writes: keys/*.pem (private, no passphrase) and REGISTER.N folders; without --scenario
forge.py makes one. A case for which it has no matter is left out of the table.
"""
import argparse
import functools
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from typing import Callable, Dict, List, NamedTuple, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import cases  # noqa: E402
import forge  # noqa: E402
from verifiers import Outcome, by_fundctl, by_python, by_shell, differing  # noqa: E402

NOT_CLAIMED = "does not claim it"
KEPT_BY = {"grants": "granted.py", "services": "served.py"}
ORDER = ["integrity", "origin", "authorship", "completeness", "append-only", "books", "budgets", "rules", "figures", "pairing", "time", "proof", "disclosure"]


def cell(name: str, outcomes: List[Outcome]) -> Tuple[str, bool]:
    """What the table says of a verifier for all variants of a case by one hand; false where it failed its claim."""
    caught = [o for o in outcomes if o.caught]
    words = sorted({f for o in caught for f in o.failed}, key=ORDER.index)
    words += sorted({"(%s not checked)" % n for o in caught if not o.failed for n in o.unchecked})
    text = ", ".join(words)
    missed = len(outcomes) - len(caught)
    if not missed:
        return text, True
    odd = [o for o in outcomes if not o.caught and o.status not in (0, 5)]
    if name == "verify.sh" and not odd:
        return (NOT_CLAIMED if not caught else "%s; %d of %d: %s" % (text, missed, len(outcomes), NOT_CLAIMED)), True
    return "%s**%d of %d not caught**" % (text + "; " if text else "", missed, len(outcomes)), False


def clear(path: str) -> None:
    if os.path.isdir(path):
        shutil.rmtree(path)
    elif os.path.exists(path):
        os.remove(path)


class Attack(NamedTuple):
    """A variant of a case by one hand; case -1 is no attack but what is true, by its name."""
    case: int
    hand: str
    variant: int
    name: Tuple[str, int, int] = ("", 0, 0)


class Done(NamedTuple):
    attack: Attack
    outcomes: Dict[str, Outcome]
    remarks: List[str]
    good: bool


class Workshop:
    """Makes the attacks, one at a time, in a folder of its own; there is one for each process."""

    one: "Workshop"

    def __init__(self, options: argparse.Namespace, source: str, work: str) -> None:
        self.options = options
        self.work = tempfile.mkdtemp(dir=work)
        self.scenario = cases.Scenario(source, self.work)
        self.verifiers: Dict[str, Callable[..., Outcome]] = {"verify.py": by_python, "verify.sh": by_shell}
        if options.fundctl:
            self.verifiers["fundctl"] = functools.partial(by_fundctl, options.fundctl)

    @staticmethod
    def open(options: argparse.Namespace, source: str, work: str) -> None:
        Workshop.one = Workshop(options, source, work)

    @staticmethod
    def do(attack: Attack) -> Done:
        return Workshop.one.true(attack) if attack.case < 0 else Workshop.one.make(attack)

    def true(self, attack: Attack) -> Done:
        trial, path = self.scenario.true_one(*attack.name)
        outcomes = {name: verifier(trial, path) for name, verifier in self.verifiers.items()}
        refused = ["%s refuses the true %s:\n%s" % (name, os.path.basename(path), outcome.said)
                   for name, outcome in outcomes.items()
                   if (outcome.status or outcome.failed) and not ((trial.proof is not None or trial.disclosure is not None) and name == "verify.sh")]
        if attack.name[2] < 0:
            clear(path)
        return Done(attack, outcomes, refused, not refused)

    def make(self, attack: Attack) -> Done:
        case = cases.CASES[attack.case]
        label, _, act = case.variants[attack.variant]
        told = "case %d, %s, hand %s" % (case.number, label, attack.hand)
        path = os.path.join(self.work, "bundle")
        try:
            trial = self.scenario.tamper(act, attack.hand, path)
        except LookupError as error:
            return Done(attack, {}, ["%s: no matter in this scenario (%r)" % (told, error)], True)
        shown = trial.path or path
        outcomes = {name: verifier(trial, shown) for name, verifier in self.verifiers.items()}
        remarks = []
        for name, outcome in outcomes.items():
            missed = not outcome.caught and name != "verify.sh"
            if self.options.verbose or missed:
                remarks.append("%s, %s: exit %d, fails %s" % (told, name, outcome.status, outcome.failed))
            if missed:
                remarks.append(outcome.said)
        odd = differing(outcomes["verify.py"], outcomes["fundctl"]) if "fundctl" in outcomes else []
        if odd:
            remarks.append("%s: verify.py and fundctl disagree on %s" % (told, ", ".join(odd)))
        if self.options.keep and not trial.path:
            kept = os.path.join(self.options.keep, "case-%d-%s-%s" % (case.number, attack.hand, label.replace(" ", "-").replace("/", "-")))
            shutil.rmtree(kept, ignore_errors=True)
            os.rename(path, kept)
        clear(path)
        return Done(attack, outcomes, remarks, not odd)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--fundctl")
    parser.add_argument("--scenario")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", help="leave the bundles here")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    work = tempfile.mkdtemp()
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
    try:
        return make(options, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def pooled(options: argparse.Namespace, source: str, work: str, attacks: List[Attack]) -> Dict[Attack, Done]:
    found: Dict[Attack, Done] = {}
    with multiprocessing.get_context("fork").Pool(options.jobs, Workshop.open, (options, source, work)) as pool:
        for done in pool.imap_unordered(Workshop.do, attacks):
            found[done.attack] = done
            for remark in done.remarks:
                print(remark, flush=True)
    return found


def make(options: argparse.Namespace, work: str) -> int:
    source = options.scenario or os.path.join(work, "scenario")
    only = set(filter(None, options.only.split(",")))
    chosen = [number for number, case in enumerate(cases.CASES) if not only or str(case.number) in only]
    programs = sorted({program for number in chosen for program in cases.CASES[number].program.split("+") if program}) if options.fundctl and not options.scenario else []
    lives = {program: subprocess.Popen([sys.executable, "-B", os.path.join(HERE, KEPT_BY[program]), os.path.abspath(options.fundctl), os.path.join(work, program)])
             for program in programs}
    if not options.scenario:
        forge.scenario(source)
        forge.long_book(source)
    attacks = [Attack(number, hand, place) for number in chosen for hand in "0LP" for place, v in enumerate(cases.CASES[number].variants) if hand in v[1]]
    # What takes seconds comes first, so that no process is left alone with it at the end.
    attacks.sort(key=lambda a: cases.CASES[a.case].number not in cases.LONG)
    true = [Attack(-1, "", 0, name) for name in cases.Scenario(source, work).true_names()]
    found = pooled(options, source, work, [a for a in true + attacks if a.case < 0 or not cases.CASES[a.case].program])
    if any([life.wait() for life in lives.values()]):
        return 1
    for program in lives:
        for name in sorted(os.listdir(os.path.join(work, program, "keys"))):
            shutil.move(os.path.join(work, program, "keys", name), os.path.join(source, "keys"))
        for name in sorted(os.listdir(os.path.join(work, program))):
            if name.startswith(program + "."):
                shutil.move(os.path.join(work, program, name), source)
    if any(os.path.isdir(os.path.join(source, program + ".2")) for program in KEPT_BY):
        grown = [a for a in (Attack(-1, "", 0, name) for name in cases.Scenario(source, work).true_names()) if a not in found]
        found.update(pooled(options, source, work, grown + [a for a in attacks if cases.CASES[a.case].program]))
    good = all(done.good for done in found.values())
    rows: List[str] = []
    for number, case in enumerate(cases.CASES):
        if case.waits and (not only or str(case.number) in only):
            rows.append("| %d | %s | – | *waits for %s* |%s" % (case.number, case.title, case.waits, " |" * (len(COLUMNS) - 1)))
        for hand in "0LP":
            made = [d.outcomes for a, d in found.items() if (a.case, a.hand) == (number, hand) and d.outcomes]
            if not made:
                continue
            cells = []
            for name in COLUMNS:
                text, fine = cell(name, [o[name] for o in made]) if name in made[0] else ("not run", True)
                good = good and fine
                cells.append(text)
            rows.append("| %d | %s | %s | %s |" % (case.number, case.title, hand, " | ".join(cells)))
    print("\n".join(rows))
    print("attacks: %d, true bundles and proofs: %d" % (
        sum(bool(d.outcomes) and a.case >= 0 for a, d in found.items()), sum(a.case < 0 for a in found)))
    return compare(options, HEAD + "\n".join(rows) + "\n") if good else 1


def compare(options: argparse.Namespace, table: str) -> int:
    path = os.path.join(HERE, "TABLE.md")
    if options.write:
        with open(path, "w", encoding="utf-8") as file:
            file.write(table)
    if options.check:
        with open(path, encoding="utf-8") as file:
            wanted = file.read()
        if wanted != table and not (not options.fundctl and same_without_fundctl(wanted, table)):
            print("TABLE.md differs")
            return 1
    return 0


COLUMNS = ("verify.py", "verify.sh", "fundctl")
HEAD = """# Attacks and what catches them

Made by `make.py --write`. Hand 0 holds no key, L the ledger key, P that and every person's key; each makes everything
else in the bundle agree with what it changed. The auditor pinned key and id and kept the STATEMENT of export 1, where a
case does not say otherwise. A cell lists the verdicts that fail. What only *append-only* or *pairing* catches was done
lawfully by those who hold every key: one bundle cannot show it. *does not claim it*: verify.sh does not check that.

| case | attack | hand | verify.py | verify.sh | fundctl |
|---|---|---|---|---|---|
"""


def same_without_fundctl(one: str, other: str) -> bool:
    """But for its column, and for the rows of books that it keeps."""
    titles = tuple("| %d | %s |" % (case.number, case.title) for case in cases.CASES if case.program)
    cut = lambda text: [line.rsplit(" | ", 1)[0] for line in text.split("\n") if not line.startswith(titles)]  # noqa: E731
    return cut(one) == cut(other)


if __name__ == "__main__":
    sys.exit(main())
