"""Which files belong to which area, which tests cover it, and which changes a run takes."""

import glob
import hashlib
import os

from mutation.operators import changes
from mutation.schemata import Mutant, key
from mutation.tokens import Source

_TRAIL = "Sources/AuditTrail"
_FUND = "Sources/FundLedger"

AREAS: dict[str, list[str]] = {
    "scanner": [f"{_TRAIL}/Canonical/*.swift"],
    "tree": [f"{_TRAIL}/Tree/*.swift"],
    "seal": [f"{_TRAIL}/Batches/*.swift", f"{_TRAIL}/Registers/RegisterSession+Seal.swift"],
    "role": [f"{_TRAIL}/Persons/*.swift", f"{_TRAIL}/Registers/RegisterSession+People.swift"],
    "verdict": [
        f"{_TRAIL}/Bundle/Verification/*.swift",
        f"{_TRAIL}/Approvals/*.swift",
        f"{_TRAIL}/Annulments/*.swift",
        f"{_TRAIL}/Registers/RegisterCreated.swift",
        f"{_TRAIL}/Registers/RegisterSession+Replay.swift",
        f"{_TRAIL}/Registers/RegisterSession+Append.swift",
        f"{_TRAIL}/Registers/RegisterSession+Marks.swift",
    ],
    "posting": [
        f"{_FUND}/Journal/*.swift",
        f"{_FUND}/Interfund/*.swift",
        f"{_FUND}/Years/*.swift",
        f"{_FUND}/Accounts/Account.swift",
        f"{_FUND}/Accounts/AccountClass.swift",
        f"{_FUND}/Accounts/AccountOpened.swift",
        f"{_FUND}/Accounts/AccountTable.swift",
    ],
}

# Left out unless named: every byte of a bundle (three minutes; a bundle's other tests show the same), long stories, and
# passphrases, which cost seconds each and reach none of the code here.
SLOW = ["BundleDamageTests", "JournalProperties", "PrivateKeyTests", "OpenSSLInteropTests", "KeyFileTests"]

_OF_TRAIL = (
    "AuditTrailTests.(Refusals|BundleCodes|BundleForgery|BundlePairing|BundleReading|OtherHistories|SealJudgement"
    "|BatchPlace|RecordBound|StatementTests)"
)
_ALL = "AuditTrailTests|FundLedgerTests"
# First the tests of the area itself; then, for whoever outlives them, all that its library reaches.
TESTS: dict[str, list[str]] = {
    "scanner": ["AuditTrailTests.(Canonical|JSONTestSuite)", _ALL],
    "tree": ["AuditTrailTests.(InclusionPath|CompactRange|Merkle)", _ALL],
    "seal": [_OF_TRAIL, _ALL],
    "role": [_OF_TRAIL, _ALL],
    "verdict": [_OF_TRAIL, _ALL],
    "posting": [
        "FundLedgerTests.(RecordRefusals|JournalRefusals|AccountTests|LedgerChecks)",
        "FundLedgerTests",
        "FundLedgerTests.JournalProperties",
    ],
}

# How many changes a run takes of each area unless told otherwise.
SHARE = 40


def candidates(root: str, only: str = "") -> dict[str, list[Mutant]]:
    """Every change of every area, in the order of the source."""
    found: dict[str, list[Mutant]] = {}
    for area, patterns in AREAS.items():
        found[area] = []
        for pattern in patterns:
            for path in sorted(glob.glob(os.path.join(root, pattern))):
                name = os.path.relpath(path, root)
                if not only or only in name:
                    found[area] += _of(root, area, name)
    return found


def _of(root: str, area: str, path: str) -> list[Mutant]:
    with open(os.path.join(root, path), encoding="utf-8") as file:
        source = Source(file.read())
    known: dict[str, int] = {}
    made = []
    for change in sorted(changes(source), key=lambda change: (change.start, change.end, change.mutated)):
        name = key(source, path, change)
        known[name] = known.get(name, 0) + 1
        if known[name] > 1:
            name += f" ¦ {known[name]}"
        made.append(Mutant(area, path, source.line(change.point[0]), change, name))
    return made


def sample(found: dict[str, list[Mutant]], seed: str, share: int | None, unviable: set[str]) -> list[Mutant]:
    """The same choice for the same seed, whatever lines moved: those whose hash with the seed is least."""
    chosen: list[Mutant] = []
    for mutants in found.values():
        viable = [mutant for mutant in mutants if mutant.key not in unviable]
        viable.sort(key=lambda mutant: hashlib.sha256(f"{seed}\n{mutant.key}".encode()).digest())
        chosen += viable[: len(viable) if share is None else share]
    chosen.sort(key=lambda mutant: (list(AREAS).index(mutant.area), mutant.path, mutant.change.start, mutant.key))
    for number, mutant in enumerate(chosen, 1):
        mutant.number = number
    return chosen
