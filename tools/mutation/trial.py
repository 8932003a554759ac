"""Runs the tests against one change: whatever fails, crashes or hangs kills it."""

import os
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass

from mutation.plan import SLOW

FAILURE = "✘"


@dataclass
class Verdict:
    """How a run of the tests ended, and what was first to fail."""

    outcome: str
    seconds: float
    killer: str = ""

    @property
    def is_killed(self) -> bool:
        return self.outcome != "survived"


def run(program: str, scratch: str, number: int, tests: str, limit: float) -> Verdict:
    """Runs the tests that match, with one switch on, until the first of them fails."""
    command = ["nice", "-n", "10", program, "--testing-library", "swift-testing", "--filter", tests]
    for name in [name for name in SLOW if name not in tests]:
        command += ["--skip", name]
    folder = tempfile.mkdtemp(prefix="mutant-", dir=scratch)
    environment = os.environ | {"FUNDCTL_MUTANT": str(number), "TMPDIR": folder + "/", "NO_COLOR": "1"}
    began = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, start_new_session=True
    )
    try:
        killer, text = _watch(process, began + limit)
        seconds = time.monotonic() - began
        if killer:
            return Verdict("failed", seconds, killer)
        if process.poll() is None:
            return Verdict("hung", seconds)
        if process.returncode != 0:
            return Verdict("crashed", seconds, _last_line(text))
        if " 0 tests" in text or "passed" not in text:
            raise RuntimeError(f"no test ran for {tests}:\n{text[-2000:]}")
        return Verdict("survived", seconds)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if process.stdout:
            process.stdout.close()
        shutil.rmtree(folder, ignore_errors=True)


def _watch(process: "subprocess.Popen[bytes]", deadline: float) -> tuple[str, str]:
    """What the tests say, up to the first failure, their end or the deadline."""
    assert process.stdout is not None
    gathered = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while time.monotonic() < deadline:
            if not selector.select(timeout=1.0):
                continue
            piece = os.read(process.stdout.fileno(), 65536)
            if not piece:
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    pass
                break
            gathered += piece
            place = gathered.find(FAILURE.encode())
            if place >= 0:
                end = gathered.find(b"\n", place)
                return gathered[place : end if end > 0 else None].decode(errors="replace"), ""
    return "", gathered.decode(errors="replace")


def _last_line(text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    return lines[-1][:160] if lines else ""
