"""Both guides, command by command, as an auditor would type them. Run: python3 -m unittest discover audit/tests

A folder holds audit/ and nothing else; PATH holds openssl, coreutils, awk, grep, sed, find, diff, sh and python3, and
nothing else. Every ```sh block is run, in one shell, in order; what it prints (both streams) must be the ```text block
that follows it, where … stands for any characters of a line, and alone on a line for any lines. A ```sh fundctl block is run where FUNDCTL names the program.
UPDATE_GUIDE=1 writes down what was printed; then read the difference.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from typing import List, NamedTuple, Optional, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
GUIDES = ("GUIDE.en.md", "GUIDE.fr.md")
TOOLS = ("sh awk grep sed find cmp diff openssl base64 basename cat chmod cp cut date dirname echo env expr head join ls "
         "mkdir mktemp mv od paste printf rm rmdir seq sha256sum shuf sort stat tail tee test touch tr true uniq wc").split()
FENCE = re.compile(r"^```(sh|sh fundctl|text)\n(.*?)^```\n", re.M | re.S)


class Step(NamedTuple):
    """A command block, the text expected (None: nothing is said about it), and that text's place in the guide."""
    command: str
    needs_program: bool
    expected: Optional[str]
    span: Tuple[int, int]


def steps_of(guide: str) -> List[Step]:
    blocks = list(FENCE.finditer(guide))
    steps = []
    for block, following in zip(blocks, blocks[1:] + [None]):
        if block[1] == "text":
            continue
        said = following if following is not None and following[1] == "text" else None
        steps.append(Step(block[2], block[1] == "sh fundctl", said[2] if said else None, said.span(2) if said else (0, 0)))
    return steps


def matches(expected: str, seen: str) -> bool:
    lines = ("(?:.*\n)*" if line == "…\n" else ".*".join(map(re.escape, line.split("…")))
             for line in expected.splitlines(keepends=True))
    return re.fullmatch("".join(lines), seen) is not None


def perform(steps: List[Step], program: Optional[str]) -> List[Optional[str]]:
    """What each step prints, in a folder of its own; None for those left out."""
    outside = tempfile.mkdtemp()
    try:
        folder, tools = os.path.join(outside, "folder"), os.path.join(outside, "bin")
        os.mkdir(tools)
        shutil.copytree(AUDIT, os.path.join(folder, "audit"),
                        ignore=shutil.ignore_patterns("tests", "tampered", "__pycache__", "*.pyc"))
        for tool in TOOLS:
            found = shutil.which(tool, path="/usr/bin:/bin:" + os.environ.get("PATH", ""))
            if found:
                os.symlink(found, os.path.join(tools, tool))
        os.symlink(shutil.which("python3", path="/usr/bin:/bin") or sys.executable, os.path.join(tools, "python3"))
        if program:
            os.symlink(os.path.abspath(program), os.path.join(tools, "fundctl"))
        script = []
        for number, step in enumerate(steps):
            with open(os.path.join(outside, "step%d" % number), "w", encoding="utf-8") as file:
                file.write(step.command)
            if program or not step.needs_program:
                script.append('. "%s/step%d" >"%s/out%d" 2>&1\n' % (outside, number, outside, number))
        environment = {"PATH": tools, "HOME": outside, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        subprocess.run([os.path.join(tools, "sh"), "-c", "".join(script)], cwd=folder, env=environment,
                       stdin=subprocess.DEVNULL, timeout=300, check=False)
        seen: List[Optional[str]] = []
        for number, step in enumerate(steps):
            try:
                with open(os.path.join(outside, "out%d" % number), encoding="utf-8") as file:
                    seen.append(file.read())
            except FileNotFoundError:
                seen.append(None)
        return seen
    finally:
        shutil.rmtree(outside, ignore_errors=True)


class Guides(unittest.TestCase):
    maxDiff = None

    def read(self, name: str) -> str:
        with open(os.path.join(AUDIT, name), encoding="utf-8") as file:
            return file.read()

    def test_every_command_prints_what_the_guide_says(self) -> None:
        program = os.environ.get("FUNDCTL")
        for name in GUIDES:
            guide = self.read(name)
            steps = steps_of(guide)
            self.assertGreater(len(steps), 10, name)
            seen = perform(steps, program)
            if os.environ.get("UPDATE_GUIDE") == "1":
                for step, text in reversed(list(zip(steps, seen))):
                    if step.expected is not None and text is not None and not matches(step.expected, text):
                        guide = guide[:step.span[0]] + text + guide[step.span[1]:]
                with open(os.path.join(AUDIT, name), "w", encoding="utf-8") as file:
                    file.write(guide)
                continue
            for step, text in zip(steps, seen):
                with self.subTest(guide=name, command=step.command):
                    if step.needs_program and not program:
                        continue
                    expected = step.expected or ""
                    if text is None or not matches(expected, text):
                        self.assertEqual(text, expected)

    def test_both_guides_give_the_same_commands(self) -> None:
        spoken = re.compile(r"echo [^;|&]*|print \"[^\"]*\"|print\(.*?\)|FUNDCTL_LANG=..|grep fails|grep échoue")
        english, french = ([spoken.sub("", s.command) for s in steps_of(self.read(name))] for name in GUIDES)
        self.assertEqual(english, french)

    def test_both_guides_are_short_and_have_the_same_sections(self) -> None:
        english, french = (self.read(name) for name in GUIDES)
        for mark in (r"^## \d", r"^- \[ \]", r"^\|", r"^\d\. "):
            self.assertEqual(*(len(re.findall(mark, guide, re.M)) for guide in (english, french)), mark)

    def test_the_mark_of_what_was_cut(self) -> None:
        self.assertTrue(matches("register fnf …\nb\n", "register fnf 12ab\nb\n"))
        self.assertFalse(matches("a …\n", "a 1\nb\n"))
        self.assertFalse(matches("a\n", "a\nb\n"))
        self.assertTrue(matches("a\n…\nc\n", "a\nb\nb\nc\n"))
        self.assertFalse(matches("a\n…\nc\n", "a\nb\n"))


if __name__ == "__main__":
    unittest.main()
