#!/usr/bin/env python3
"""Tampers with bundles in every way listed in cases.py and shows which verdict of which verifier catches it.

    make.py [--fundctl PATH] [--scenario DIR] [--only N,N] [--keep DIR] [--write | --check]

Each case is made by up to three hands: 0 holds no key, L the ledger key, P that and every person's key. The auditor
pinned the ledger key and the register's id, and kept the STATEMENT of export 1 (another where a case says so).
With --fundctl every verdict that verify.py and fundctl judge otherwise is told: one of them or FORMAT.md is wrong.
--write makes TABLE.md, --check compares with it. Exit status 0 only if every verifier catches what it claims, true
bundles hold, and TABLE.md is the same with --check.

A scenario has what forge.py writes: keys/*.pem (private, no passphrase) and REGISTER.N folders; without --scenario
forge.py makes one. A case for which it has no matter is left out of the table.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from typing import Any, Dict, List, Optional, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import cases  # noqa: E402
import forge  # noqa: E402

NOT_CLAIMED = "does not claim it"
# What verify.sh claims; of integrity not the tree's root, the form of each line, keys/.
SHELL = ("integrity", "origin", "append-only")


class Outcome:
    """What a verifier said of one bundle."""

    def __init__(self, verdicts: Dict[str, str], required: List[str], status: int, said: str) -> None:
        self.verdicts, self.status, self.said = verdicts, status, said
        self.failed = [n for n, v in verdicts.items() if v == "fails"]
        self.unchecked = [n for n in required if verdicts.get(n) == "not-checked"]

    @property
    def caught(self) -> bool:
        return self.status == 5 and bool(self.failed or self.unchecked)


def run(command: List[str]) -> Tuple[int, str]:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def by_json(command: List[str], trial: "cases.Trial", path: str) -> Outcome:
    command = command + [path, "--key", trial.key_path, "--id", trial.id, "--format", "json", "--lang", "en"]
    if trial.kept:
        command += ["--previous", trial.kept]
    if trial.least_export:
        command += ["--min-export", str(trial.least_export)]
    for other in trial.others:
        command += ["--with", other]
    for witness in trial.witnesses:
        command += ["--witness", witness]
    if trial.witnesses_needed:
        command += ["--witnesses-needed", str(trial.witnesses_needed)]
    status, said = run(command)
    try:
        result = json.loads(said)
        return Outcome({n: v["status"] for n, v in result["verdicts"].items()}, result["required"], status, said)
    except (ValueError, KeyError):
        return Outcome({}, [], status, said)


def by_shell(trial: "cases.Trial", path: str) -> Outcome:
    command = ["sh", os.path.join(HERE, "..", "verify.sh"), path, trial.key_path, trial.id] + ([trial.kept] if trial.kept else [])
    status, said = run(command)
    verdicts = dict(re.findall("^([a-z-]+): (holds|fails|not-checked)", said, re.M))
    return Outcome(verdicts, ["append-only"] if status else [], status, said)


def cell(name: str, outcomes: List[Outcome]) -> Tuple[str, bool]:
    """What the table says of a verifier for all variants of a case by one hand; false where it failed its claim."""
    order = ["integrity", "origin", "authorship", "completeness", "append-only", "books", "budgets", "rules", "pairing", "time"]
    caught = [o for o in outcomes if o.caught]
    words = sorted({f for o in caught for f in o.failed}, key=order.index)
    words += sorted({"(%s not checked)" % n for o in caught if not o.failed for n in o.unchecked})
    text = ", ".join(words)
    missed = len(outcomes) - len(caught)
    if not missed:
        return text, True
    odd = [o for o in outcomes if not o.caught and o.status not in (0, 5)]
    if name == "verify.sh" and not odd:
        return (NOT_CLAIMED if not caught else "%s; %d of %d: %s" % (text, missed, len(outcomes), NOT_CLAIMED)), True
    return "%s**%d of %d not caught**" % (text + "; " if text else "", missed, len(outcomes)), False


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--fundctl")
    parser.add_argument("--scenario")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", help="leave the bundles here")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    work = options.keep or tempfile.mkdtemp()
    os.makedirs(work, exist_ok=True)
    try:
        return make(options, work)
    finally:
        if not options.keep:
            shutil.rmtree(work, ignore_errors=True)


def make(options: argparse.Namespace, work: str) -> int:
    source = options.scenario or os.path.join(work, "scenario")
    if not options.scenario:
        forge.scenario(source)
    scenario = cases.Scenario(source, work)
    verifiers = {"verify.py": lambda t, p: by_json([sys.executable, os.path.join(HERE, "..", "verify.py")], t, p),
                 "verify.sh": by_shell}
    if options.fundctl:
        verifiers["fundctl"] = lambda t, p: by_json([options.fundctl, "audit", "verify"], t, p)
    good = True
    for trial, path in scenario.true_bundles():
        for name, verifier in verifiers.items():
            outcome = verifier(trial, path)
            if outcome.status != 0 or outcome.failed:
                good = False
                print("%s refuses the true bundle %s:\n%s" % (name, os.path.basename(path), outcome.said))
    only = set(filter(None, options.only.split(",")))
    rows: List[str] = []
    for case in cases.CASES:
        if only and str(case.number) not in only:
            continue
        if case.waits:
            rows.append("| %d | %s | – | *waits for %s* |%s" % (case.number, case.title, case.waits, " |" * (len(COLUMNS) - 1)))
            continue
        for hand in "0LP":
            outcomes: Dict[str, List[Outcome]] = {name: [] for name in verifiers}
            for label, hands, act in case.variants:
                if hand not in hands:
                    continue
                path = os.path.join(work, "bundle")
                try:
                    trial = scenario.tamper(act, hand, path)
                except LookupError as error:
                    print("case %d (%s, hand %s): no matter in this scenario (%r)" % (case.number, label, hand, error))
                    continue
                shown = trial.path or path
                for name, verifier in verifiers.items():
                    outcome = verifier(trial, shown)
                    outcomes[name].append(outcome)
                    if options.verbose or not outcome.caught and name != "verify.sh":
                        print("case %d, %s, hand %s, %s: exit %d, fails %s" % (
                            case.number, label, hand, name, outcome.status, outcome.failed))
                        if not outcome.caught and name != "verify.sh":
                            print(outcome.said)
                if options.fundctl:
                    one, two = outcomes["verify.py"][-1].verdicts, outcomes["fundctl"][-1].verdicts
                    odd = [n for n in one if {one[n], two.get(n)} == {"holds", "fails"}]
                    if odd:
                        print("case %d, %s, hand %s: verify.py and fundctl disagree on %s" % (
                            case.number, label, hand, ", ".join("%s (%s, %s)" % (n, one[n], two[n]) for n in odd)))
                if options.keep:
                    kept = os.path.join(work, "case-%d-%s-%s" % (case.number, hand, label.replace(" ", "-").replace("/", "-")))
                    shutil.rmtree(kept, ignore_errors=True)
                    if not trial.path:
                        os.rename(path, kept)
                shutil.rmtree(path, ignore_errors=True)
            if not any(outcomes.values()):
                continue
            cells = []
            for name in COLUMNS:
                if name in outcomes:
                    text, fine = cell(name, outcomes[name])
                    good = good and fine
                    cells.append(text)
                else:
                    cells.append("not run")
            rows.append("| %d | %s | %s | %s |" % (case.number, case.title, hand, " | ".join(cells)))
    table = HEAD + "\n".join(rows) + "\n"
    print("\n".join(rows))
    path = os.path.join(HERE, "TABLE.md")
    if options.write:
        with open(path, "w", encoding="utf-8") as file:
            file.write(table)
    if options.check:
        with open(path, encoding="utf-8") as file:
            wanted = file.read()
        if wanted != table and not (not options.fundctl and same_without_fundctl(wanted, table)):
            print("TABLE.md differs")
            good = False
    return 0 if good else 1


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
    cut = lambda text: [line.rsplit(" | ", 1)[0] for line in text.split("\n")]  # noqa: E731
    return cut(one) == cut(other)


if __name__ == "__main__":
    sys.exit(main())
