"""Runs fundctl in a folder of its own and keeps what it answers as JSON."""

import json
import os
import subprocess
import sys


class Unexpected(Exception):
    """The program did not answer as it must."""


class Program:
    """One folder, one home, a settled clock. Every answer is kept under the name of its schema."""

    def __init__(self, path, folder, root):
        self.path = path
        self.root = root
        self.folder = folder
        self.answers = []  # (schema name, command line, object)
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": folder, "USER": "marie", "TZ": "UTC",
            "LANG": "en_CA.UTF-8", "FUNDCTL_TEST_NOW": "2026-05-01T14:30:00Z", "FUNDCTL_TEST_SEED": "schemas",
        }

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def shell(self, script):
        """Runs a script that lies beside this file."""
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), script)
        done = subprocess.run(
            ["sh", script], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if done.returncode != 0:
            raise Unexpected(f"{script}: exit {done.returncode}\n{done.stderr.decode()}")

    def text(self, *arguments):
        """Standard output of a command that must succeed, whatever its form."""
        done = self._run(arguments)
        if done.returncode != 0:
            raise Unexpected(f"{' '.join(arguments)}: exit {done.returncode}\n{done.stderr.decode()}")
        return done.stdout.decode("utf-8")

    def json(self, *arguments, exit=0):
        """The result of a command, as JSON; it must end with the status told."""
        return self._answer("-".join(self._words(arguments)), arguments, exit)

    def read(self, *arguments, exit=0):
        """The same for a command that only reads: it must say the same in both languages."""
        english = self.json(*arguments, exit=exit)
        french = self._answer("-".join(self._words(arguments)), arguments + ("--lang", "fr"), exit, keep=False)
        if unlocalised(english) != unlocalised(french):
            raise Unexpected(f"{' '.join(arguments)}: the data depend on the language")
        return english

    def written(self, *arguments, key):
        """A command that writes: its dry run, itself, and the same request once more."""
        self.json(*arguments, "--dry-run")
        result = self.json(*arguments, "--idempotency-key", key)
        again = self.json(*arguments, "--idempotency-key", key)
        if again.get("repeated", True) is not True:
            raise Unexpected(f"{' '.join(arguments)}: a repetition that does not say so")
        return result

    def verified(self, *arguments, exit=0):
        """`audit verify`, by fundctl and by the program of the auditor: one schema for both."""
        self.read("audit", "verify", *arguments, exit=exit)
        done = subprocess.run(
            [sys.executable, "-B", os.path.join(self.root, "audit", "verify.py"), *arguments, "--format", "json"],
            cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self._keep("audit-verify", "verify.py " + " ".join(arguments), done, exit)

    def error(self, *arguments, exit):
        """A command that must fail with the status told."""
        return self._answer("error", arguments, exit)

    def commands(self):
        """Every command of the program, as `noun-verb`, by its help."""
        found = []
        for noun in self._listed(()):
            verbs = self._listed((noun,))
            found += [f"{noun}-{verb}" for verb in verbs] or [noun]
        return found

    def _listed(self, words):
        lines = self.text(*words, "--help").split("\n")
        names, inside = [], False
        for line in lines:
            inside = line == "Commands" or (inside and line.strip() != "")
            if inside and line.startswith("  ") and line[2] != " ":
                names.append(line.split()[0])
        return names

    @staticmethod
    def _words(arguments):
        alone = {"init", "status", "check", "backup", "restore"}
        return arguments[:1] if arguments[0] in alone else arguments[:2]

    def _run(self, arguments):
        return subprocess.run(
            [self.path, *arguments], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, check=False)

    def _answer(self, name, arguments, exit, keep=True):
        done = self._run(arguments + ("--format", "json"))
        return self._keep(name, " ".join(arguments), done, exit, keep)

    def _keep(self, name, line, done, exit, keep=True):
        if done.returncode != exit:
            raise Unexpected(f"{line}: exit {done.returncode}, not {exit}\n{done.stderr.decode()}")
        try:
            answer = json.loads(done.stdout.decode("utf-8"), object_pairs_hook=members, parse_float=refuse_float)
        except ValueError as error:
            raise Unexpected(f"{line}: {error}\n{done.stdout.decode(errors='replace')[:400]}") from error
        if not isinstance(answer, dict) or answer.get("schema") != f"fundctl/{name}/v1":
            raise Unexpected(f"{line}: the result is not of the schema fundctl/{name}/v1")
        if keep:
            self.answers.append((name, line, answer))
        return answer


def members(pairs):
    """No name twice."""
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError(f"a name is there twice: {names}")
    return dict(pairs)


def refuse_float(text):
    raise ValueError(f"a number with a fraction: {text}")


def unlocalised(value):
    """A value without the members that are words for people."""
    if isinstance(value, dict):
        return {n: unlocalised(v) for n, v in value.items() if n not in ("message", "why", "next", "detail")}
    if isinstance(value, list):
        return [unlocalised(element) for element in value]
    return value
