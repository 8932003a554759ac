"""FORMAT.md §8.1: what was disclosed of a person, judged by a bundle whose integrity and origin hold."""
import hashlib
import os
import re
from typing import Any, Dict, List, NamedTuple, Set

from .lines import scan
from .words import HEX, HEX32, MAX_LINE, ORIGIN, Refused, is_count, is_sequence, need

HEAD = ("register-id", "origin", "size", "subjects")
MAX_DISCLOSURE = 64 << 20


class Disclosure(NamedTuple):
    register_id: str
    size: int
    subjects: List[Dict[str, Any]]


def read_disclosure(data: bytes) -> Disclosure:
    """Its form."""
    def form(number: int, ok: bool) -> None:
        need(ok, "the file has not the form of a disclosure (line {})", number)
    lines = data.split(b"\n")
    form(1, len(data) <= MAX_DISCLOSURE and len(lines) >= 7 and lines.pop() == b"" and lines[0] == b"fundctl/disclosure/v1")
    values = []
    for number, name in enumerate(HEAD, 1):
        text = lines[number].decode("ascii", "replace")
        form(number + 1, text.startswith(name + ": "))
        values.append(text[len(name) + 2:])
    form(2, HEX(values[0]))
    form(3, ORIGIN(values[1]))
    form(4, is_sequence(values[2]))
    form(5, is_count(values[3]))
    form(6, lines[5] == b"" and len(lines) == 6 + int(values[3]))
    need(len(lines) > 6, "the disclosure is about no subject")
    subjects: List[Dict[str, Any]] = []
    for number, line in enumerate(lines[6:], 7):
        try:
            subject = scan(line)
        except Refused:
            subject = {}
        form(number, is_subject(subject) and (not subjects or subjects[-1]["subject"] < subject["subject"]))
        subjects.append(subject)
    return Disclosure(values[0], int(values[2]), subjects)


def is_subject(found: Dict[str, Any]) -> bool:
    def text(name: str) -> str:
        return found[name] if isinstance(found.get(name), str) else ""
    if not (HEX32(text("subject")) and is_sequence(text("opened"))):
        return False
    if text("state") == "erased":
        return found.keys() == {"erased", "opened", "state", "subject"} and is_sequence(text("erased"))
    fields = found.get("fields")
    return (text("state") == "open" and found.keys() == {"fields", "opened", "state", "subject"} and isinstance(fields, dict)
            and all(is_field(field) for field in fields.values()))


def is_field(field: Any) -> bool:
    if not isinstance(field, dict):
        return False
    return field == {"withheld": "yes"} or (field.keys() == {"salt", "value"} and isinstance(field["value"], str)
                                            and isinstance(field["salt"], str) and bool(HEX(field["salt"])))


def check_disclosure(disclosure: Disclosure, folder: str, register_id: str, size: int) -> None:
    need(disclosure.register_id == register_id, "the disclosure is of another register: {}", disclosure.register_id)
    need(disclosure.size <= size, "the bundle is older than the disclosure: {} records, it saw {}", size, disclosure.size)
    opened, erased = said_of({subject["subject"] for subject in disclosure.subjects}, disclosure.size, folder)
    for subject in disclosure.subjects:
        name = subject["subject"]
        need(name in opened and opened[name][0] == int(subject["opened"]), "there is no subject {} there", name)
        state = "erased" if name in erased else "open"
        need(subject["state"] == state and (state == "open" or erased[name] == int(subject["erased"])),
             "subject {} is said to be {}; in the register it is {}", name, subject["state"], state)
        if state == "erased":
            continue
        fields = opened[name][1]
        need(subject["fields"].keys() == fields.keys(), "the fields of subject {} are not those of the register", name)
        for field, said in subject["fields"].items():
            if "value" in said:
                text = "\n".join(("fundctl/pi/v1", register_id, name, field, said["salt"], said["value"]))
                need(hashlib.sha256(text.encode()).hexdigest() == fields[field],
                     "the field {} of subject {} is not the one that the register committed to", field, name)


def said_of(names: Set[str], size: int, folder: str) -> Any:
    """What the first `size` records say of these subjects: where opened, with which commitments; where erased."""
    opened: Dict[str, Any] = {}
    erased: Dict[str, int] = {}
    number, telling = 0, re.compile(rb'"kind":"subject\.(?:opened|erased)/1"')
    records = os.path.join(folder, "records")
    for segment in sorted(os.listdir(records)):
        with open(os.path.join(records, segment), "rb") as file:
            for line in iter(lambda: file.readline(MAX_LINE + 2), b""):
                number += 1
                if number > size or not telling.search(line):
                    continue
                record = scan(line[:-1])
                if record["kind"] == "subject.opened/1" and record["subject"] in names:
                    opened[record["subject"]] = (number, record["fields"])
                elif record["kind"] == "subject.erased/1" and record["subject"] in names:
                    erased[record["subject"]] = number
    return opened, erased
