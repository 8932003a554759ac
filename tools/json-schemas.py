#!/usr/bin/env python3
"""The JSON that fundctl gives, and its schemas in docs/schemas.

    FUNDCTL=.build/debug/fundctl tools/json-schemas.py --check     every result conforms to its schema
    FUNDCTL=.build/debug/fundctl tools/json-schemas.py --write     writes the schemas again from the results

Both drive a book of their own, in a temporary folder, through every command: dry runs, repetitions and errors too, the
reading ones in both languages. What each member is, is said in tools/json_schemas/words.py.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True

from json_schemas import shape, validator  # noqa: E402
from json_schemas.program import Program, Unexpected  # noqa: E402
from json_schemas.session import drive  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "docs", "schemas")
ENDING = ".v1.schema.json"
# Written in the grammars of other programs; not offered yet.
WITHOUT_RESULT = {"export-journal", "export-grants", "year-close", "period-hold", "period-close", "period-reopen"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="every result conforms to its schema")
    what.add_argument("--write", action="store_true", help="writes the schemas again")
    options = parser.parse_args()
    path = shutil.which(os.environ.get("FUNDCTL", "fundctl"))
    if path is None:
        return "FUNDCTL: there is no such program"
    with tempfile.TemporaryDirectory() as folder:
        program = Program(os.path.abspath(path), os.path.realpath(folder), ROOT)
        try:
            drive(program)
            return write(program) if options.write else check(program)
        except (Unexpected, shape.Unnamed, validator.BadSchema) as error:
            return str(error)


def write(program):
    for name, answers in grouped(program).items():
        schema = shape.schema_of(name, summary(program, name), answers)
        judge(name, schema, program)
        with open(os.path.join(FOLDER, name + ENDING), "w", encoding="utf-8") as file:
            file.write(shape.text(schema) + "\n")
    return None


def check(program):
    expected = set(program.commands()) - WITHOUT_RESULT | {"error"}
    committed = {name.removesuffix(ENDING) for name in os.listdir(FOLDER) if name.endswith(ENDING)}
    seen = grouped(program)
    for name in sorted(expected | committed | set(seen)):
        for place, names in [("the program", expected), ("docs/schemas", committed), ("the session", set(seen))]:
            if name not in names:
                raise Unexpected(f"{name}: missing from {place}")
    for name in sorted(committed):
        with open(os.path.join(FOLDER, name + ENDING), encoding="utf-8") as file:
            judge(name, json.load(file), program)
    print(f"{len(program.answers)} results conform to {len(committed)} schemas.")
    return None


def judge(name, schema, program):
    """The schema is one, every answer conforms to it, and answers that are no longer such do not."""
    validator.check_schema(schema)
    if schema.get("$id") != name + ENDING or schema["properties"]["schema"].get("const") != f"fundctl/{name}/v1":
        raise validator.BadSchema(f"{name}: its $id or the name of its schema is another's")
    for line, answer in ((line, answer) for other, line, answer in program.answers if other == name):
        found = validator.faults(answer, schema, name)
        if found:
            raise Unexpected("\n".join([f"{line}: does not conform", *found[:20]]))
        for changed in [{**answer, "unforeseen": "1"}, {n: v for n, v in answer.items() if n != "schema"}]:
            if not validator.faults(changed, schema, name):
                raise validator.BadSchema(f"{name}: accepts a result that was changed")


def grouped(program):
    groups = {}
    for name, _, answer in program.answers:
        groups.setdefault(name, []).append(answer)
    return groups


def summary(program, name):
    """The first sentence of the command's help."""
    if name == "error":
        return "What went wrong, why, and what to do next; on standard output with --format json."
    return " ".join(program.text(*shape.command_of(name), "--help").split("\n\n")[0].split())


if __name__ == "__main__":
    sys.exit(main())
