"""A copy of the package with every chosen change in it, built once."""

import os
import re
import shutil
import subprocess
import sys

from mutation.schemata import SWITCH, Mutant, at_fault, render
from mutation.tokens import Source

# What the copy is built from; the rest is only linked, for tests that read it.
_LINKED = ["audit", "maps", "docs", "demo"]
_LIBRARIES = ["AuditTrail", "FundLedger"]
_COPIED = ["Storage", "COpenSSL", "ReferenceData", "TabularImport", *_LIBRARIES]
_TESTED = ["AuditTrailTests", "FundLedgerTests"]
_ERROR = re.compile(r"^(?P<path>/[^:\n]+\.swift):(?P<line>\d+):(?P<column>\d+): error: (?P<text>.*)$", re.MULTILINE)


class Unbuildable(Exception):
    """The copy does not compile, and no change in it is to blame."""


class Workshop:
    """The scratch folder: `copy` is the package as changed, `build` what is made of it."""

    def __init__(self, root: str, folder: str, jobs: int) -> None:
        self.root, self.folder, self.jobs = root, folder, jobs
        self.copy = os.path.join(folder, "copy")
        self.build_folder = os.path.join(folder, "build")

    @property
    def program(self) -> str:
        return os.path.join(self.build_folder, "release", "fundctlPackageTests.xctest")

    def _prepare(self, changed: set[str]) -> None:
        """Brings the copy up to date with the package, but for the files to be changed; its manifest is cut down."""
        os.makedirs(self.copy, exist_ok=True)
        for name in _LINKED:
            self._link(os.path.join(self.root, name), os.path.join(self.copy, name))
        self._link(os.path.join(os.path.dirname(self.root), "shared"), os.path.join(self.folder, "shared"))
        wanted: set[str] = set()
        for top, names in (("Sources", _COPIED), ("Tests", _TESTED)):
            for name in names:
                for folder, _, files in os.walk(os.path.join(self.root, top, name)):
                    wanted |= {os.path.relpath(os.path.join(folder, file), self.root) for file in files}
        wanted.add("Package.resolved")
        for path in sorted(wanted - changed):
            with open(os.path.join(self.root, path), "rb") as file:
                self._put(path, file.read())
        switches = {f"Sources/{name}/Mutation.swift" for name in _LIBRARIES}
        for path in switches:
            self._put(path, SWITCH.encode())
        with open(os.path.join(self.root, "Package.swift"), encoding="utf-8") as file:
            self._put("Package.swift", _manifest(file.read()).encode())
        for top in ("Sources", "Tests"):
            for folder, _, files in os.walk(os.path.join(self.copy, top)):
                for file in files:
                    path = os.path.relpath(os.path.join(folder, file), self.copy)
                    if path not in wanted | switches:
                        os.remove(os.path.join(self.copy, path))

    def compile(self, mutants: list[Mutant]) -> list[Mutant]:
        """Builds with all of these in, without those that do not compile. Returns the ones that were left out."""
        left_out: list[Mutant] = []
        changed = {mutant.path for mutant in mutants}
        self._prepare(changed)
        while True:
            inside = [mutant for mutant in mutants if mutant not in left_out]
            rendered, crossed = self._write(inside, changed)
            left_out += crossed
            output = self._swift_build()
            if output is None:
                return left_out
            guilty: set[int] = set()
            for error in _ERROR.finditer(output):
                path = os.path.relpath(os.path.realpath(error["path"]), os.path.realpath(self.copy))
                if path in rendered:
                    guilty |= at_fault(rendered[path], int(error["line"]), int(error["column"]))
            more = [mutant for mutant in inside if mutant.number in guilty and mutant not in crossed]
            if not more:
                raise Unbuildable(output[-4000:])
            print(f"{len(more)} changes do not compile and are left out; building again", file=sys.stderr, flush=True)
            left_out += more

    def _write(self, mutants: list[Mutant], changed: set[str]) -> tuple[dict[str, str], list[Mutant]]:
        by_path: dict[str, list[Mutant]] = {path: [] for path in changed}
        for mutant in mutants:
            by_path[mutant.path].append(mutant)
        rendered, crossed = {}, []
        for path, here in by_path.items():
            with open(os.path.join(self.root, path), encoding="utf-8") as file:
                text, out = render(Source(file.read()), here)
            rendered[path] = text
            crossed += out
            self._put(path, text.encode())
        return rendered, crossed

    def _put(self, path: str, content: bytes) -> None:
        """Writes a file of the copy, if it is to be another: what is the same is not built again."""
        place = os.path.join(self.copy, path)
        if os.path.exists(place):
            with open(place, "rb") as file:
                if file.read() == content:
                    return
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "wb") as file:
            file.write(content)

    @staticmethod
    def _link(target: str, place: str) -> None:
        if os.path.exists(target) and not os.path.lexists(place):
            os.symlink(target, place)

    def _swift_build(self) -> str | None:
        """Nothing where it builds, else what the compiler said."""
        swift = shutil.which("swift") or "swift"
        command = ["nice", "-n", "10", swift, "build", "--build-tests", "-c", "release", "-Xswiftc", "-enable-testing"]
        command += ["-Xswiftc", "-suppress-warnings", "-j", str(self.jobs), "--scratch-path", self.build_folder]
        done = subprocess.run(command, cwd=self.copy, capture_output=True, text=True, check=False)
        return None if done.returncode == 0 else done.stdout + done.stderr


def _manifest(text: str) -> str:
    """The package's manifest without the targets that are not tested here, and what only they need."""
    lines, skipping = [], False
    for line in text.split("\n"):
        name = re.match(r'\s*\.(testTarget|target)\(name: "(\w+)"', line)
        if line.strip().startswith(".executableTarget("):
            skipping = True
        elif name and name[1] == "testTarget" and name[2] not in _TESTED:
            continue
        elif name and name[2] == "EmployerServices" or "products: [.executable" in line or "swift-argument-parser" in line:
            continue
        if not skipping:
            lines.append(line)
        elif line.strip() == "]),":
            skipping = False
    return "\n".join(lines)
