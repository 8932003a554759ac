"""The verifiers as the attacks run them: verify.py in this process, verify.sh and fundctl in one of their own."""
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import traceback
from typing import Any, Dict, List, Optional, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [HERE, AUDIT]

import verify  # noqa: E402

SECONDS = 300  # what no verifier may take over a bundle of these


class Outcome:
    """What a verifier said of one bundle or proof. `status` is -1 where it crashed or was too slow."""

    def __init__(self, verdicts: Dict[str, str], required: List[str], status: int, said: str) -> None:
        self.verdicts, self.status, self.said = verdicts, status, said
        self.failed = [n for n, v in verdicts.items() if v == "fails"]
        self.unchecked = [n for n in required if verdicts.get(n) == "not-checked"]

    @property
    def caught(self) -> bool:
        return self.status == 5 and bool(self.failed or self.unchecked)


def run(command: List[str], seconds: int = SECONDS, errors: bool = True) -> Tuple[int, str]:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=seconds,
                              stderr=subprocess.STDOUT if errors else subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return -1, "more than %d s" % seconds
    return done.returncode, done.stdout.decode("utf-8", "replace")


def run_here(arguments: List[str]) -> Tuple[int, str]:
    """verify.py without a process of its own, ten times as fast on a small bundle."""
    out, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in "12")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        try:
            status: Any = verify.main(arguments)
        except SystemExit as stop:
            status = stop.code
        except Exception:  # whatever it is, a verifier that ends so has crashed
            return -1, traceback.format_exc()
    out.seek(0)
    return status, out.read()


def of_json(status: int, said: str) -> Outcome:
    try:
        result = json.loads(said)
        if "verdicts" in result:
            return Outcome({n: v["status"] for n, v in result["verdicts"].items()}, result["required"], status, said)
        name = "disclosure" if "disclosure" in result["schema"] else "proof"
        return Outcome({name: {"yes": "holds", "no": "fails"}[result["ok"]]}, [name], status, said)
    except (ValueError, KeyError):
        return Outcome({}, [], status if status in (64, -1) else -1, said)


def arguments(trial: Any, path: str) -> List[str]:
    """All that the auditor of a trial holds, for verify.py and fundctl alike."""
    found = [path, "--key", trial.key_path, "--id", trial.id, "--format", "json", "--lang", "en"]
    if trial.kept and trial.proof is None:
        found += ["--previous", trial.kept]
    if trial.least_export:
        found += ["--min-export", str(trial.least_export)]
    for other in trial.others:
        found += ["--with", other]
    for witness in trial.witnesses:
        found += ["--witness", witness]
    if trial.witnesses_needed:
        found += ["--witnesses-needed", str(trial.witnesses_needed)]
    return found


def by_python(trial: Any, path: str) -> Outcome:
    if trial.disclosure is not None:
        return of_json(*run_here([trial.original, "--check-disclosure", path, "--key", trial.key_path, "--id", trial.id, "--format", "json", "--lang", "en"]))
    told = arguments(trial, path)
    return of_json(*run_here((["--check-proof"] if trial.proof is not None else []) + told))


def by_fundctl(fundctl: str, trial: Any, path: str) -> Outcome:
    if trial.disclosure is not None:
        return of_json(*run([fundctl, "audit", "check-disclosure", path, "--in", trial.original, "--key", trial.key_path, "--id", trial.id, "--format", "json"], errors=False))
    told = arguments(trial, path)
    return of_json(*run([fundctl, "audit", "verify" if trial.proof is None else "check-proof"] + told, errors=False))


def by_shell(trial: Any, path: str) -> Outcome:
    if trial.proof is not None or trial.disclosure is not None:
        return Outcome({}, [], 0, "")  # of one record's proof, of a disclosure, verify.sh claims nothing
    command = ["sh", os.path.join(AUDIT, "verify.sh"), path, trial.key_path, trial.id] + ([trial.kept] if trial.kept else [])
    status, said = run(command)
    verdicts = dict(re.findall("^([a-z-]+): (holds|fails|not-checked)", said, re.M))
    return Outcome(verdicts, ["append-only"] if status else [], status, said)


def differing(one: Outcome, two: Outcome) -> List[str]:
    """Where two verifiers contradict each other; what one of them does not check is no contradiction."""
    names = [n for n in one.verdicts if {one.verdicts[n], two.verdicts.get(n)} == {"holds", "fails"}]
    if one.status != two.status:
        names.append("exit status %d, %d" % (one.status, two.status))
    return names


def found_fundctl() -> Optional[str]:
    """The program that FUNDCTL names, else the newest product of a build that is there already; nothing is built."""
    if os.environ.get("FUNDCTL"):
        return os.environ["FUNDCTL"]
    found = []
    for configuration in ("release", "debug"):
        command = ["swift", "build", "-c", configuration, "--show-bin-path", "--package-path", os.path.dirname(AUDIT)]
        try:
            status, said = run(command, 60, errors=False)
        except OSError:
            return None
        path = os.path.join(said.strip(), "fundctl")
        if status == 0 and os.access(path, os.X_OK):
            found.append(path)
    return max(found, key=os.path.getmtime, default=None)
