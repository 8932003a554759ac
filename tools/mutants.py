#!/usr/bin/env python3
"""How much the tests notice: one change at a time in the code that decides, and the tests that must fail.

    tools/mutants.py                     a seeded choice of changes, as `make mutants` runs it
    tools/mutants.py --all               every change
    tools/mutants.py --only Merkle       every change of the files whose path holds a word
    tools/mutants.py --again             those that survived the last run, once more
    tools/mutants.py --list              what would be changed; nothing is built

All changes are compiled into one copy of the package below `.build-mutants`, each behind a switch that the environment
sets; the tests then run once for each. What survives is killed by a better test, or explained in
tools/mutation/survivors.txt. Exits 1 where an area's score is below 85 % or a survivor is not explained.
"""

import argparse
import concurrent.futures
import json
import os
import sys
import time

sys.dont_write_bytecode = True

from mutation import plan, trial  # noqa: E402
from mutation.build import Workshop  # noqa: E402
from mutation.schemata import Mutant  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SCRATCH = os.path.join(ROOT, ".build-mutants")
UNVIABLE = os.path.join(SCRATCH, "unviable.txt")
RESULTS = os.path.join(SCRATCH, "results.json")
EXPLAINED = os.path.join(ROOT, "tools", "mutation", "survivors.txt")
LEAST = 85.0


def lines_of(path: str) -> list[str]:
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]


def explanations() -> dict[str, str]:
    """Why a survivor is left alive, by its key."""
    found = {}
    for line in lines_of(EXPLAINED):
        key, _, why = line.rpartition(" ¦ ")
        found[key] = why
    return found


def choose(arguments: argparse.Namespace) -> list[Mutant]:
    unviable = set(lines_of(UNVIABLE))
    found = plan.candidates(ROOT, arguments.only)
    if arguments.again:
        with open(RESULTS, encoding="utf-8") as file:
            last = {row["key"] for row in json.load(file) if row["outcome"] == "survived"}
        found = {area: [mutant for mutant in mutants if mutant.key in last] for area, mutants in found.items()}
    everything = arguments.all or arguments.only or arguments.again
    return plan.sample(found, arguments.seed, None if everything else arguments.share, unviable)


def build(workshop: Workshop, chosen: list[Mutant]) -> list[Mutant]:
    """The chosen ones that compile."""
    began = time.monotonic()
    left_out = workshop.compile(chosen)
    if left_out:
        with open(UNVIABLE, "a", encoding="utf-8") as file:
            file.writelines(mutant.key + "\n" for mutant in left_out)
    print(f"built in {time.monotonic() - began:.0f} s; {len(left_out)} changes do not compile", flush=True)
    return [mutant for mutant in chosen if mutant not in left_out]


class Bench:
    """Runs the tests against one mutant after another."""

    def __init__(self, program: str) -> None:
        self.program = program
        # Books are written through to their disk: in memory they are not waited for.
        self.scratch = "/dev/shm" if os.access("/dev/shm", os.W_OK) else os.path.join(SCRATCH, "tmp")
        os.makedirs(self.scratch, exist_ok=True)
        self.limits: dict[str, float] = {}

    def measure(self, areas: set[str]) -> None:
        """The tests pass without any change; how long that takes sets when one hangs."""
        filters = {tests for area in areas for tests in plan.TESTS[area]}
        for tests in sorted(filters):
            verdict = trial.run(self.program, self.scratch, 0, tests, 900)
            if verdict.is_killed:
                raise SystemExit(f"the tests fail without any change: {verdict.killer or verdict.outcome}")
            self.limits[tests] = max(30.0, 10 * verdict.seconds)
            print(f"{verdict.seconds:6.1f} s unchanged  {tests}", flush=True)

    def judge(self, mutant: Mutant) -> Mutant:
        for tests in plan.TESTS[mutant.area]:
            verdict = trial.run(self.program, self.scratch, mutant.number, tests, self.limits[tests])
            mutant.outcome, mutant.killer = verdict.outcome, verdict.killer
            mutant.seconds += verdict.seconds
            if verdict.is_killed:
                break
        return mutant


def report(judged: list[Mutant]) -> bool:
    """Prints the score; whether it is good enough and every survivor is explained."""
    known = explanations()
    good = True
    print(f"\n{'area':10} {'changes':>8} {'killed':>7} {'score':>8} {'explained':>10}")
    for area in [*plan.AREAS, "all"]:
        here = [mutant for mutant in judged if area in (mutant.area, "all")]
        if not here:
            continue
        alive = [mutant for mutant in here if mutant.outcome == "survived"]
        score = 100 * (len(here) - len(alive)) / len(here)
        explained = sum(mutant.key in known for mutant in alive)
        good = good and score >= LEAST and explained == len(alive)
        print(f"{area:10} {len(here):8} {len(here) - len(alive):7} {score:6.1f} % {explained:6} of {len(alive)}")
    for mutant in judged:
        if mutant.outcome == "survived" and mutant.key not in known:
            print(f"\nsurvived, not explained: {mutant.path}:{mutant.line} ({mutant.change.operator})\n  {mutant.key}")
    return good


def keep(judged: list[Mutant]) -> None:
    rows = [
        {
            "area": mutant.area, "path": mutant.path, "line": mutant.line, "operator": mutant.change.operator,
            "key": mutant.key, "outcome": mutant.outcome, "seconds": round(mutant.seconds, 2), "killer": mutant.killer,
        }
        for mutant in judged
    ]
    with open(RESULTS, "w", encoding="utf-8") as file:
        json.dump(rows, file, ensure_ascii=False, indent=1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default="1", help="which changes are chosen (default 1)")
    parser.add_argument("--share", type=int, default=plan.SHARE, help=f"how many of each area (default {plan.SHARE})")
    parser.add_argument("--all", action="store_true", help="every change of every area")
    parser.add_argument("--only", default="", metavar="WORD", help="every change of the files whose path holds WORD")
    parser.add_argument("--again", action="store_true", help="those that survived the last run")
    parser.add_argument("--jobs", type=int, default=1, help="how many run at once (default 1)")
    parser.add_argument("--list", action="store_true", help="only say what would be changed")
    arguments = parser.parse_args()

    os.makedirs(SCRATCH, exist_ok=True)
    chosen = choose(arguments)
    if arguments.list:
        for mutant in chosen:
            print(f"{mutant.area:8} {mutant.path}:{mutant.line}: {mutant.change.operator}\n    {mutant.key}")
        print(f"{len(chosen)} changes")
        return 0
    workshop = Workshop(ROOT, SCRATCH, arguments.jobs)
    chosen = build(workshop, chosen)
    bench = Bench(workshop.program)
    bench.measure({mutant.area for mutant in chosen})
    judged: list[Mutant] = []
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for mutant in pool.map(bench.judge, chosen):
            judged.append(mutant)
            print(f"{len(judged):4}/{len(chosen)} {mutant.outcome:9} {mutant.seconds:6.1f} s {mutant.path}:{mutant.line} "
                  f"{mutant.change.operator}", flush=True)
            if not arguments.again:
                keep(judged)
    return 0 if report(judged) else 1


if __name__ == "__main__":
    sys.exit(main())
