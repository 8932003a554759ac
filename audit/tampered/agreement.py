#!/usr/bin/env python3
"""Makes random books with fundctl, changes their bundles at random, and shows everything to verify.py and to fundctl.

    agreement.py --fundctl PATH [--grants | --services] [--seed N] [--books N] [--mutations N] [--book N] [--jobs N] [--keep DIR]

Every bundle that fundctl wrote must hold for both, verdict for verdict, and forge.py, with the ledger key in hand, must
make the very same bytes. Then each mutation is made by one of three hands: "0" changes bytes, lines, files or records and
signs nothing; "L" signs STATEMENT and checkpoint anew; "P" seals every batch anew too. Neither program may accept what 0
or L made; what P made may be lawful, so there they must agree; and no *append-only* may hold over a past that changed.
A crash, an exit status other than 0 and 5, more than SECONDS or more than MEMORY of address space is a fault as well.

With --grants the books are of grants, payments and levies (lending.py), and most of what P changes are acts of these with all
that follows from them (fuzz_grants.py); there the two must also find the same record at fault of *budgets*.
With --services they are registers of employers (serving.py), changed by fuzz_services.py; the same of *figures* and *authorship*.
Fewer than all books: --book N lives the Nth alone. Keys are new at each run, so a seed gives the same deeds and the same
places, not the same bytes: --keep leaves every bundle at fault, with its key, its kept STATEMENT and what was said.
Exit status 0 only if nothing was at fault.
"""
import argparse
import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from typing import Dict, List, NamedTuple, Optional, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import forge  # noqa: E402
import fuzz  # noqa: E402
import fuzz_grants  # noqa: E402
import fuzz_services  # noqa: E402
from lending import Lending  # noqa: E402
from life import Export, Life  # noqa: E402
from serving import Serving  # noqa: E402
from verifiers import Outcome, differing, of_json, run, run_here  # noqa: E402

SECONDS = 60
MEMORY = 1 << 30
README = ("README.en.txt", "README.fr.txt")  # for people: the ledger key may write what it likes there


class Fault(NamedTuple):
    where: str
    what: str


class Shown(NamedTuple):
    """A bundle and what its auditor holds beside it."""
    export: Export
    kept: Optional[str]
    sibling: Optional[str]

    def arguments(self, path: str, witnessed: bool, paired: bool) -> List[str]:
        found = [path, "--key", self.export.key_path, "--id", self.export.id, "--format", "json", "--lang", "en"]
        found += ["--previous", self.kept] if self.kept else []
        found += ["--with", self.sibling] if self.sibling and paired else []
        return found + (["--witness", self.export.witness] if self.export.witness and witnessed else [])


def contents(path: str) -> Dict[str, bytes]:
    """Every file of a bundle."""
    found = {}
    for folder, _, names in os.walk(path):
        for name in names:
            full = os.path.join(folder, name)
            with open(full, "rb") as file:
                found[os.path.relpath(full, path)] = file.read()
    return found


def lines_of(files: Dict[str, bytes]) -> List[bytes]:
    return b"".join(files[n] for n in sorted(files) if n.startswith("records/")).split(b"\n")[:-1]


# ---------------------------------------------------------------- changes

def change_bytes(content: bytes, chance: random.Random) -> Tuple[str, bytes]:
    at = chance.randrange(len(content))
    sort = chance.choice(("flipped", "deleted", "inserted"))
    if sort == "flipped":
        return "bit at %d flipped" % at, content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1:]
    if sort == "deleted":
        count = chance.choice((1, 1, 2, 64))
        return "%d bytes at %d deleted" % (count, at), content[:at] + content[at + count:]
    some = chance.choice((b"\n", b"\r", b" ", b"0", b"-", b'"', b"\0", b"\xff", b"\xc2\xa0", content[:7], bytes([chance.randrange(256)])))
    return "%r inserted at %d" % (some, at), content[:at] + some + content[at:]


def change_lines(rows: List[bytes], others: List[bytes], chance: random.Random) -> Tuple[str, List[bytes]]:
    one, two = chance.randrange(len(rows)), chance.randrange(len(rows))
    sort = chance.choice(("swapped", "dropped", "twice", "moved", "foreign", "tail"))
    if sort == "swapped":
        rows = [rows[two if i == one else one if i == two else i] for i in range(len(rows))]
    elif sort == "dropped":
        rows = rows[:one] + rows[one + 1:]
    elif sort == "twice":
        rows = rows[:two] + [rows[one]] + rows[two:]
    elif sort == "moved":
        rest = rows[:one] + rows[one + 1:]
        rows = rest[:two] + [rows[one]] + rest[two:]
    elif sort == "foreign":
        rows = rows[:one] + [chance.choice(others)] + rows[one + 1:]
    else:
        rows = rows[:one]
    return "line %d %s (%d)" % (one + 1, sort, two + 1), rows


def put(path: str, name: str, content: Optional[bytes]) -> None:
    full = os.path.join(path, name)
    if content is None:
        os.remove(full)
        return
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "wb") as file:
        file.write(content)


def by_nobody(shown: Shown, path: str, others: List[str], chance: random.Random) -> str:
    """Files changed as they lie; nothing signed."""
    shutil.copytree(shown.export.path, path)
    files = contents(path)
    # Without its document a bundle is whole, and a note may hold a line twice: that is no attack.
    firm = [n for n in files if not n.startswith(("documents/", "cosignatures/"))]
    name = chance.choice(list(files))
    sort = chance.random()
    if sort < 0.5:
        told, content = change_bytes(files[name], chance)
    elif sort < 0.75:
        name = chance.choice(("records/000001.jsonl", chance.choice([n for n in firm if n != "STATEMENT.sig"])))
        rows = files[name].splitlines(True)
        told, rows = change_lines(rows, chance.choice([files[n] for n in firm]).splitlines(True), chance)
        content = b"".join(rows)
    elif sort < 0.95:
        other = contents(chance.choice(others))
        name = chance.choice([n for n in other if not n.startswith(("documents/", "cosignatures/"))])
        told, content = "of another bundle", other[name]
    else:
        name = chance.choice(firm)
        put(path, name, None)
        return name + ": left out"
    put(path, name, content)
    return "%s: %s" % (name, told)


def changed(book: forge.Book, chance: random.Random, grants: float) -> str:
    """A change of records; of acts of grants or of employer services as often as told."""
    own = fuzz_services if book.first["register"] == "employers" else fuzz_grants
    return own.mutate(book, chance) if chance.random() < grants else fuzz.mutate(book, list(book.keys.values()), chance)


def by_ledger(shown: Shown, book: forge.Book, path: str, others: List[str], chance: random.Random, grants: float) -> str:
    """One part changed and all that follows from it made anew, under the ledger key; seals stay as they are."""
    files = contents(shown.export.path)
    sort = chance.random()
    if sort < 0.35:
        told = changed(book, chance, grants)
    elif sort < 0.55:
        foreign = lines_of(contents(chance.choice(others)))
        told, left = change_lines(lines_of(files), foreign, chance)
        if not left:
            raise LookupError("no record is left")
        book.line_hook = lambda lines: left
    elif sort < 0.65:
        rows = lines_of(files)
        at = chance.randrange(len(rows))
        told, row = change_bytes(rows[at], chance)
        book.line_hook = lambda lines: lines[:at] + [row] + lines[at + 1:]
        told = "line %d: %s" % (at + 1, told)
    elif sort < 0.8:
        with open(os.path.join(chance.choice(others), "STATEMENT"), encoding="ascii") as file:
            said = dict(row.split(": ", 1) for row in file.read().splitlines()[1:])
        name = chance.choice(forge.FIELDS)
        book.fields[name] = chance.choice((said[name], chance.choice(list(said.values())), "0", "-", "1", "ab" * 32))
        told = "STATEMENT: %s: %s" % (name, book.fields[name])
    elif sort < 0.87:
        member, value = chance.choice((("size", str(chance.randrange(300))), ("root", "%064x" % chance.getrandbits(256)),
                                       ("name", "book.example/" + "ab" * 32)))
        book.checkpoint[member] = value
        told = "checkpoint: %s: %s" % (member, value)
    else:
        name = chance.choice([n for n in files if n.endswith((".csv", ".pem")) or n == "checkpoint"])
        told, book.files[name] = change_bytes(files[name], chance)
        told = "%s: %s" % (name, told)
    book.write(path, "L")
    return told


def by_persons(book: forge.Book, path: str, chance: random.Random, grants: float) -> str:
    told = "; ".join(changed(book, chance, grants) for _ in range(1 if grants else chance.choice((1, 1, 2))))
    book.write(path, "P")
    return told


# ---------------------------------------------------------------- one book

class Trial:
    """A book's life, its bundles, and what was found of them."""

    def __init__(self, options: argparse.Namespace, number: int) -> None:
        self.options, self.number = options, number
        self.seed = "%d/%d" % (options.seed, number)
        self.work = tempfile.mkdtemp()
        self.faults: List[Fault] = []
        self.counts: Counter = Counter()
        self.longest = 0.0

    def judge(self, arguments: List[str]) -> Tuple[Outcome, Outcome]:
        """By verify.py, by fundctl."""
        begun = time.monotonic()
        signal.alarm(SECONDS)
        try:
            mine = of_json(*run_here(arguments))
        finally:
            signal.alarm(0)
        between = time.monotonic()
        theirs = of_json(*run([self.options.fundctl, "audit", "verify"] + arguments, SECONDS, errors=False))
        self.longest = max(self.longest, between - begun, time.monotonic() - between)
        return mine, theirs

    def fault(self, where: str, what: str, path: str, arguments: List[str], *outcomes: Outcome) -> None:
        self.faults.append(Fault("book %d, %s" % (self.number, where), what + "".join(
            "\n  %s %d %s" % (name, o.status, o.said[-400:] if not o.verdicts else failures(o))
            for name, o in zip(("verify.py", "fundctl"), outcomes))))
        if self.options.keep:
            kept = os.path.join(self.options.keep, "%d-%d" % (self.number, len(self.faults)))
            shutil.copytree(path, os.path.join(kept, "bundle"))
            for name, value in zip(arguments, arguments[1:]):
                if name in ("--key", "--previous", "--witness"):
                    shutil.copy(value, os.path.join(kept, name[2:]))
                elif name == "--with":
                    shutil.copytree(value, os.path.join(kept, "with"), dirs_exist_ok=True)
            with open(os.path.join(kept, "said.txt"), "w", encoding="utf-8") as file:
                file.write("\n".join([where, what, " ".join(arguments)] + [o.said for o in outcomes]))

    def live(self) -> None:
        chance = random.Random(self.seed + "/deeds")
        if self.options.grants or self.options.services:
            sort = Serving if self.options.services else Lending
            life: Life = sort(self.options.fundctl, os.path.join(self.work, "book"), self.seed)
            life.live(chance.randrange(30, 80), 2)  # type: ignore[call-arg]
        else:
            life = Life(self.options.fundctl, os.path.join(self.work, "book"), self.seed)
            life.live(chance.randrange(12, 45))
        self.counts.update(commands=life.done, refused=life.refused)
        for strange in life.strange:
            self.faults.append(Fault("book %d" % self.number, strange))
        keys = [forge.Key.of_pem(os.path.join(folder, name)) for folder, _, names in os.walk(life.path("keys"))
                for name in names if name.endswith(".pem") and not name.endswith(".pub.pem")]
        self.keys = {key.public: key for key in keys}
        self.shown = []
        for export in life.exports:
            earlier = [e for e in life.exports if (e.register, e.id) == (export.register, export.id) and e.number < export.number]
            kept = os.path.join(chance.choice(earlier).path, "STATEMENT") if earlier else None
            siblings = [e.path for e in life.exports if e.register != export.register]
            self.shown.append(Shown(export, kept, chance.choice(siblings) if siblings else None))
        for shown in self.shown:
            self.judge_true(shown)

    def book(self, shown: Shown) -> forge.Book:
        book = forge.Book.read(shown.export.path, self.keys)
        for batch in book.batches:  # opaque: kept, so that who seals anew makes the same past
            batch.keep["content_hash"] = batch.seal["content_hash"]  # type: ignore[index]
        folder = os.path.join(shown.export.path, "documents")
        if os.path.isdir(folder):
            book.documents = {n: c for n, c in contents(folder).items()}
        return book

    def judge_true(self, shown: Shown) -> None:
        """All holds for both; and the bundle is made again from its records, byte for byte."""
        where, path = "%s export %d" % (shown.export.register, shown.export.number), shown.export.path
        self.counts.update(bundles=1, kept=bool(shown.kept), witnessed=bool(shown.export.witness))
        for line in lines_of(contents(path)):
            self.counts["kind " + json.loads(line)["kind"]] += 1
        for paired in (False, True):
            arguments = shown.arguments(path, True, paired)
            mine, theirs = self.judge(arguments)
            required = json.loads(mine.said).get("required") if mine.verdicts else None
            same = mine.verdicts == theirs.verdicts and mine.status == theirs.status and not mine.failed
            if not same or mine.status and not paired or required != json.loads(theirs.said)["required"]:
                self.fault(where, "what fundctl wrote", path, arguments, mine, theirs)
            self.counts.update(paired=paired and mine.verdicts.get("pairing") == "holds")
        again, book = os.path.join(self.work, "again"), self.book(shown)
        if self.options.grants:  # nothing else than names and numbers goes in and comes out
            fuzz_grants.resolve(book)
            fuzz_grants.settle(book)
        elif self.options.services:
            fuzz_services.resolve(book)
            fuzz_services.settle(book)
        book.write(again, "L")
        made, wanted = contents(again), contents(path)
        odd = [n for n in sorted(made.keys() | wanted.keys()) if made.get(n) != wanted.get(n) and not n.startswith("cosignatures/")]
        if odd:
            self.fault(where, "forge.py makes other bytes of " + ", ".join(odd), path, shown.arguments(path, True, False))

    def mutate(self, number: int) -> None:
        chance = random.Random("%s/%d" % (self.seed, number))
        path = os.path.join(self.work, "mutant")
        hand = "PPPLP0"[number % 6] if self.options.grants or self.options.services else "0LP"[number % 3]
        grants = 0.85 if self.options.grants or self.options.services else 0
        while True:  # until something is changed
            shown = chance.choice(self.shown)
            shutil.rmtree(path, ignore_errors=True)
            others = [s.export.path for s in self.shown if s is not shown] or [shown.export.path]
            try:
                if hand == "0":
                    told = by_nobody(shown, path, others, chance)
                elif hand == "L":
                    told = by_ledger(shown, self.book(shown), path, others, chance, grants)
                else:
                    told = by_persons(self.book(shown), path, chance, grants)
            except (LookupError, ValueError):
                continue  # a change that even the maker cannot follow
            before, after = contents(shown.export.path), contents(path)
            apart = [n for n in before.keys() | after.keys() if before.get(n) != after.get(n)]
            if any(not n.startswith("cosignatures/") or hand == "0" for n in apart):
                break
        arguments = shown.arguments(path, hand == "0", chance.random() < 0.3)
        mine, theirs = self.judge(arguments)
        where = "mutation %d, hand %s, %s export %d: %s" % (number, hand, shown.export.register, shown.export.number, told)
        self.counts.update({"hand " + hand: 1, "accepted " + hand: mine.status == 0})
        for status in {mine.status, theirs.status} - {0, 5}:
            self.fault(where, "crash or hang, status %d" % status, path, arguments, mine, theirs)
        if hand in "0L" and 0 in (mine.status, theirs.status):
            self.fault(where, "FALSE HOLD", path, arguments, mine, theirs)
        elif differing(mine, theirs):
            self.fault(where, "they disagree on " + ", ".join(differing(mine, theirs)), path, arguments, mine, theirs)
        own = ("budgets",) if self.options.grants else ("figures", "authorship") if self.options.services else ()
        for name in own if hand == "P" else ():
            if name in mine.failed and name in theirs.failed and at_fault(mine, name) != at_fault(theirs, name):
                self.fault(where, "they find another record at fault of " + name, path, arguments, mine, theirs)
        if shown.kept:
            with open(shown.kept, encoding="ascii") as file:
                size = int(file.read().split("\nsize: ")[1].split("\n")[0])
            if lines_of(before)[:size] != lines_of(after)[:size] and "holds" in (
                    o.verdicts.get("append-only") for o in (mine, theirs)):
                self.fault(where, "FALSE HOLD of append-only", path, arguments, mine, theirs)


def at_fault(outcome: Outcome, name: str) -> str:
    return str(json.loads(outcome.said)["verdicts"][name]["record"])


def failures(outcome: Outcome) -> str:
    said = json.loads(outcome.said)["verdicts"]
    return "; ".join("%s: %s [%s]" % (n, said[n]["detail"], said[n]["record"]) for n in outcome.failed)


class Found(NamedTuple):
    faults: List[Fault]
    counts: Counter
    longest: float
    memory: Tuple[int, int]  # KiB at most: verify.py with all of this program; fundctl, or this program where it forked


def one_book(task: Tuple[argparse.Namespace, int, List[int]]) -> Found:
    options, number, mutations = task
    trial = Trial(options, number)
    try:
        trial.live()
        for mutation in mutations:
            trial.mutate(mutation)
    except Exception as error:  # told with the book that did it
        trial.faults.append(Fault("book %d" % number, "%s: %s" % (type(error).__name__, error)))
    finally:
        shutil.rmtree(trial.work, ignore_errors=True)
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return Found(trial.faults, trial.counts, trial.longest, (peaks[0], peaks[1]))


def too_slow(number: int, frame: object) -> None:
    raise TimeoutError("more than %d s" % SECONDS)


def bounded() -> None:
    """What a process of the pool and the fundctl that it starts may take."""
    signal.signal(signal.SIGALRM, too_slow)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process tells what was found until then
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--fundctl", required=True)
    parser.add_argument("--grants", action="store_true")
    parser.add_argument("--services", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--books", type=int, default=6)
    parser.add_argument("--mutations", type=int, default=120, help="over all books together")
    parser.add_argument("--book", type=int, help="this one alone")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep")
    options = parser.parse_args()
    tasks = [(options, book, list(range(book, options.mutations, options.books))) for book in range(options.books)
             if options.book in (None, book)]
    found: List[Found] = []
    with multiprocessing.get_context("fork").Pool(options.jobs, bounded) as pool:
        try:
            for one in pool.imap_unordered(one_book, tasks):
                found.append(one)
                for fault in one.faults:
                    print("%s: %s" % fault, flush=True)
        except KeyboardInterrupt:
            print("interrupted: what follows is of the books that were done")
            pool.terminate()
    return report(options, found) if found else 1


def report(options: argparse.Namespace, found: List[Found]) -> int:
    counts: Counter = sum((f.counts for f in found), Counter())
    faults = [fault for f in found for fault in f.faults]
    print("seed %d, books: %d, commands: %d done, %d refused" % (options.seed, len(found), counts["commands"], counts["refused"]))
    print("records: " + ", ".join("%s %d" % (n[5:], c) for n, c in sorted(counts.items()) if n.startswith("kind ")))
    print("bundles: %d; with a kept STATEMENT: %d, witnessed: %d, pairing judged: %d" % (
        counts["bundles"], counts["kept"], counts["witnessed"], counts["paired"]))
    print("mutations: " + ", ".join("by hand %s %d (accepted %d)" % (h, counts["hand " + h], counts["accepted " + h]) for h in "0LP"))
    print("longest: %.1f s; resident memory at most: verify.py %d MiB, fundctl %d MiB" % (
        max(f.longest for f in found), *(max(f.memory[i] for f in found) >> 10 for i in (0, 1))))
    print("false holds: %d, crashes and hangs: %d, other faults: %d" % (
        sum(f.what.startswith("FALSE") for f in faults), sum(f.what.startswith("crash") for f in faults),
        sum(not f.what.startswith(("FALSE", "crash")) for f in faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
