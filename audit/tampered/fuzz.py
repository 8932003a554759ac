#!/usr/bin/env python3
"""Changes records at random, seals and signs everything anew with every key, and shows each bundle to two verifiers.

    fuzz.py --fundctl PATH [--seed N] [--turns N]

verify.py and fundctl share nothing but FORMAT.md: where one accepts what the other refuses, one of the three is wrong.
Exit status 0 only if they never contradict each other and both always give verdicts.
"""
import argparse
import copy
import os
import random
import shutil
import sys
import tempfile
from typing import Any, Iterator, List, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import cases  # noqa: E402
import forge  # noqa: E402
from verifiers import arguments, differing, of_json, run, run_here  # noqa: E402

VALUES = ("", "0", "1", "2", "-1", "26", "83", "x", "yes", "anne", "benoit", "chantal", "denis", "felix", "ledger", "zoe", "admin",
          "founder", "finance-officer", "closer", "agent", "coordinator", "region-06", "1000", "1100", "1999", "2100", "5000",
          "9000", "FNF-2026-000001", "FNF-2026-000003", "FNF-2026-000008", "FNF-2026-000010", "2026-P02", "2026-P13", "2025-P01",
          "2026-04-01", "2026-03-31", "2027-03-31", "2026-2027", "2027-2028", "controlled", "asset", "expense", "available",
          "fa-cash", "fl-other", "fa-due-from-fund", "2026-05-01T00:00:00Z", "9223372036854775807", "-9223372036854775807",
          "-9223372036854775808", "ab" * 32, "entry.posted/1", "é")
SEAL = ("time", "batch", "first", "count", "register", "root_before", "root_after", "content_root", "idempotency_key", "siblings",
        "signature")


def strings(value: Any, path: Tuple[Any, ...] = ()) -> Iterator[Tuple[Tuple[Any, ...], str]]:
    for name, member in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(member, str):
            yield path + (name,), member
        else:
            yield from strings(member, path + (name,))


def mutate(book: forge.Book, keys: List[forge.Key], chance: random.Random) -> str:
    """One change; says which."""
    kind, records = chance.random(), book.records()
    _, batch, place, record = chance.choice(records)
    record = batch.content[place] = copy.deepcopy(record)
    if kind < 0.6:
        path, old = chance.choice(list(strings(record)))
        found = [value for _, value in strings(chance.choice(records)[3])]
        new = chance.choice(VALUES if chance.random() < 0.7 else found)
        inner = record
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = new
        return "%s %s: %r for %r" % (record.get("kind"), path, new, old)
    if kind < 0.68:
        name = chance.choice(list(record))
        del record[name]
        return "%s without %s" % (record.get("kind"), name)
    if kind < 0.74:
        del batch.content[place]
        if not batch.content:
            book.batches.remove(batch)
        return "without a " + record["kind"]
    if kind < 0.82:
        other = chance.choice(book.batches)
        other.content.insert(chance.randrange(len(other.content) + 1), copy.deepcopy(record))
        return "twice a " + record["kind"]
    if kind < 0.86:
        i, j = (chance.randrange(len(book.batches)) for _ in "12")
        book.batches[i], book.batches[j] = book.batches[j], book.batches[i]
        return "batches %d and %d change places" % (i + 1, j + 1)
    if kind < 0.93:
        batch.keep["key"] = chance.choice(keys).public
        return "batch %d by another key" % (book.batches.index(batch) + 1)
    name = chance.choice(SEAL)
    batch.keep[name] = chance.choice([b.seal[name] for b in book.batches if b.seal])
    return "batch %d with the %s of another" % (book.batches.index(batch) + 1, name)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--fundctl", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--turns", type=int, default=300)
    options = parser.parse_args()
    work = tempfile.mkdtemp()
    chance, odd, accepted = random.Random(options.seed), 0, 0
    try:
        forge.scenario(os.path.join(work, "scenario"))
        scenario = cases.Scenario(os.path.join(work, "scenario"), work)
        for turn in range(options.turns):
            trial = cases.Trial(scenario, chance.choice(("fnf", "fnf", "employers")), 2)
            told = "; ".join(mutate(trial.book, list(scenario.keys.values()), chance) for _ in range(chance.choice((1, 1, 2))))
            path = os.path.join(work, "bundle")
            try:
                trial.book.write(path, "P")
                trial.id = trial.book.id  # whatever record 1 is now: nothing is caught by the id alone
            except (LookupError, ValueError):
                continue  # a change that even the maker cannot follow
            told_both = arguments(trial, path)
            mine = of_json(*run_here(told_both))
            theirs = of_json(*run([options.fundctl, "audit", "verify"] + told_both, errors=False))
            accepted += mine.status == 0
            if differing(mine, theirs) or {mine.status, theirs.status} - {0, 5}:
                odd += 1
                print("turn %d, %s: %s\n  they disagree on %s\n  verify.py %d %s\n  fundctl %d %s" % (
                    turn, trial.register, told, ", ".join(differing(mine, theirs)), mine.status, mine.failed or mine.said[-300:],
                    theirs.status, theirs.failed or theirs.said[-300:]))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print("turns: %d, accepted: %d, disagreements: %d" % (options.turns, accepted, odd))
    return 0 if odd == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
