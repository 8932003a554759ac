#!/usr/bin/env python3
"""Times the register of employers as whole commands, on a made-up book and on one a tenth its size.

usage: Benchmarks/services/measure.py [--employers N] [--interventions N] [--runs R] [--audit] [--work FOLDER]
       (FUNDCTL: the program; default from PATH)

Makes both books by the real commands, looks whether what they answer is what the generator counted, then runs each
command in turn on one book and the other, R times each. Prints Markdown: minimum, median and maximum of the seconds that
pass, and the ratio of the large book to the small one, of these and of the processor's time, which other work on the
machine disturbs less. Exit 1 where both ratios are beyond the bound. --audit: also `check`, `audit export` and `audit/verify.py` of both books.
"""
import argparse
import csv
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FUNDCTL = os.environ.get("FUNDCTL", "fundctl")
MONTH = "2025-P06"
TODAY = "2026-04-15"


class Failed(Exception):
    pass


def run(arguments, environment):
    """A whole process: what it wrote, the seconds that passed, those of the processor, its peak memory in MiB."""
    with tempfile.TemporaryFile() as kept:
        begun = time.perf_counter()
        process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=kept, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        kept.seek(0)
        text = kept.read().decode()
    if process.returncode:
        raise Failed(f"exit {process.returncode}: {' '.join(arguments)}\n{text[-2000:]}")
    return text, (seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Book:
    """A book, its files and its keys in one folder."""

    def __init__(self, folder, employers, interventions):
        self.folder, self.employers, self.interventions = folder, employers, interventions
        self.environment = {
            **os.environ, "FUNDCTL_BOOK": f"{folder}/book", "FUNDCTL_KEYS": f"{folder}/keys", "FUNDCTL_AS": "bench",
            "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "FUNDCTL_LANG": "en",
        }
        self.imports = {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def fundctl(self, *arguments):
        return run([FUNDCTL, *arguments, "--quiet", "--no-input"], self.environment)

    def make(self):
        if not os.path.exists(self.path("expected.json")):
            run([sys.executable, f"{HERE}/generate.py", "--employers", str(self.employers),
                 "--interventions", str(self.interventions), "--out", self.folder], self.environment)
        with open(self.path("expected.json"), encoding="utf-8") as file:
            self.expected = json.load(file)
        self.fundctl("init", "--template", "quebec", "--origin", "bench.example/services", "--admin", "bench")
        self.fundctl("services", "load", "--template", "quebec")
        with open(self.path("offices.csv"), newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                self.fundctl("office", "set", row["bureau"], "--region", row["region"], "--name", row["nom"])
        self.fundctl("indicator", "define", "--template", "quebec")
        for noun, extra in [("employer", ["--date", "2022-04-01"]), ("intervention", [])]:
            text, self.imports[noun] = self.fundctl(
                noun, "import", self.path(f"{noun}s.csv"), "--map", self.path(f"{noun}s.yaml"), "--format", "json", *extra)
            asked = self.employers if noun == "employer" else self.interventions
            if json.loads(text)["new"] != asked:
                raise Failed(f"{noun} import: {text[:2000]}")
        self.size = os.path.getsize(self.path("book")) / 2**20

    def look(self):
        """What the commands answer is what the generator counted."""
        def answer(*arguments):
            return json.loads(self.fundctl(*arguments, "--format", "json")[0])

        found = answer("employer", "show", self.expected["employer"])
        if found["employer"]["employer"] != self.expected["employer"] or len(found["interventions"]) != 3:
            raise Failed("employer show is not what was made")
        for words in (["quatre-chemins"], ["ferronnerie", "matane"]):
            found = answer("employer", "search", *words)
            if len(found["employers"]) != self.expected["matches"] or found["more"]:
                raise Failed(f"employer search {words}: {len(found['employers'])}")
        figures = {one["indicator"]: one["figure"] for one in answer("indicator", "figures", "--month", MONTH)["figures"]}
        for indicator, count in self.expected["figures"].items():
            if str(figures[indicator]) != str(count):
                raise Failed(f"{indicator} of {MONTH}: {figures[indicator]}, counted {count}")

    def commands(self):
        """What is measured: its name, how much more the large book may take, the command."""
        neq = self.expected["employer"]
        at = ["--month", MONTH]
        return [
            ("`employer show NEQ`, 3 interventions", 1.3, ["employer", "show", neq]),
            ("`employer search`, a rare word, 25 matches", 1.3, ["employer", "search", "quatre-chemins"]),
            ("`employer search`, two frequent words, 25 matches", 1.3, ["employer", "search", "ferronnerie", "matane"]),
            ("`employer search`, a frequent word, the first 50", 1.3, ["employer", "search", "construction"]),
            ("`indicator figures --month`, all Québec", 10, ["indicator", "figures", *at]),
            ("`indicator figures --month`, one office", 10, ["indicator", "figures", *at, "--level", "office-L06-1"]),
            ("`indicator show nouvellement-aidee --month`", 10, ["indicator", "show", "nouvellement-aidee", *at]),
            ("`indicator show … --month --list`", 10, ["indicator", "show", "nouvellement-aidee", *at, "--list"]),
        ]

    def audit(self):
        """The seconds and peaks of a check, an export, a verification by another program."""
        _, check = self.fundctl("check")
        _, export = self.fundctl("audit", "export", "--register", "employers", "-o", self.path("bundle"))
        with open(self.path("key.pem"), "w", encoding="utf-8") as file:
            file.write(self.fundctl("register", "show", "employers", "--pem")[0])
        _, own = self.fundctl("audit", "verify", self.path("bundle"), "--key", self.path("key.pem"))
        _, other = run(
            [sys.executable, f"{ROOT}/audit/verify.py", self.path("bundle"), "--key", self.path("key.pem")],
            self.environment)
        return [("`check`", check), ("`audit export`", export), ("`audit verify`", own), ("`audit/verify.py`", other)]


def milliseconds(runs):
    passed = [run[0] for run in runs]
    return " / ".join(f"{1000 * value:.0f}" for value in (min(passed), statistics.median(passed), max(passed)))


def once(run):
    return f"{run[0]:.1f} s ({run[1]:.1f} s), {run[2]:.0f} MiB"


def machine():
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{os.cpu_count()} × {model}, {platform.system()} {platform.release()}"


def report(small, large, times, runs):
    thousand = lambda number: f"{number:,}".replace(",", " ")
    size = lambda book: f"{thousand(book.employers)} employers, {thousand(book.interventions)} interventions"
    version = run([FUNDCTL, "--version"], large.environment)[0].strip()
    print(f"- Machine: {machine()}; Python {platform.python_version()}")
    print(f"- {version}, {time.strftime('%Y-%m-%d')}")
    print(f"- Small: {size(small)}, {small.size:.0f} MiB. Large: {size(large)}, {large.size:.0f} MiB.")
    print(
        f"\n| command, {runs} runs each, in turn | small, ms: min / median / max | large, ms | ratio of medians "
        "| of minima | processor | at most |\n|---|---|---|---|---|---|---|")
    bad = []
    for place, (name, limit, _) in enumerate(large.commands()):
        one, other = times[0][place], times[1][place]
        ratio, used = (
            statistics.median(run[at] for run in other) / statistics.median(run[at] for run in one) for at in (0, 1))
        least = min(other)[0] / min(one)[0]
        print(f"| {name} | {milliseconds(one)} | {milliseconds(other)} | {ratio:.2f} | {least:.2f} | {used:.2f} | {limit} |")
        if min(ratio, used) > limit:
            bad.append(name)
    print("\n| import, one batch: seconds (of the processor), peak memory | small | large | ratio | processor |")
    print("|---|---|---|---|---|")
    for noun in small.imports:
        one, other = small.imports[noun], large.imports[noun]
        print(f"| `{noun} import` | {once(one)} | {once(other)} | {other[0] / one[0]:.1f} | {other[1] / one[1]:.1f} |")
    return bad


def audited(books):
    print("\n| audit, once: seconds (of the processor), peak memory | small | large | ratio | processor |")
    print("|---|---|---|---|---|", flush=True)
    rows = [book.audit() for book in books]
    for (name, one), (_, other) in zip(*rows):
        print(f"| {name} | {once(one)} | {once(other)} | {other[0] / one[0]:.1f} | {other[1] / one[1]:.1f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--employers", type=int, default=200_000)
    parser.add_argument("--interventions", type=int, default=300_000)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--audit", action="store_true")
    parser.add_argument("--work", help="a folder to keep the books in; without it they are thrown away")
    options = parser.parse_args()
    work = options.work or tempfile.mkdtemp(prefix="bench-services-")
    try:
        books = []
        for name, part in [("small", 10), ("large", 1)]:
            book = Book(os.path.join(work, name), options.employers // part, options.interventions // part)
            os.makedirs(book.folder, exist_ok=True)
            book.make()
            book.look()
            books.append(book)
        times = [[[] for _ in books[0].commands()] for _ in books]
        for turn in range(options.runs + 1):  # the first turn only warms
            for place in range(len(times[0])):
                for which, book in enumerate(books):
                    taken = book.fundctl(*book.commands()[place][2])[1]
                    if turn:
                        times[which][place].append(taken)
        bad = report(*books, times, options.runs)
        if options.audit:
            audited(books)
        if bad:
            sys.exit("beyond its bound: " + ", ".join(bad))
    except Failed as failure:
        sys.exit(str(failure))
    finally:
        if not options.work:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
