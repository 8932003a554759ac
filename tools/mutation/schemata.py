"""Many changes in one program: each stands beside what it changes, behind a switch that the environment sets.

    (mutant(17) ? (CHANGED) : (ORIGINAL))        an expression
    if mutant(17) { CHANGED } else { ORIGINAL }  a statement
    if !mutant(17) { STATEMENT }                 a statement left out
"""

import re
from dataclasses import dataclass, field

from mutation.operators import DELETION, EXPRESSION, Change
from mutation.tokens import Source

SWITCH = """\
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

let activeMutant: Int = getenv("FUNDCTL_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

@inline(__always)
func mutant(_ number: Int) -> Bool { activeMutant == number }
"""


@dataclass
class Mutant:
    """One change of one file, with the number of its switch."""

    area: str
    path: str
    line: int
    change: Change
    # What is known of it whatever line it moves to.
    key: str
    number: int = 0
    outcome: str = ""
    seconds: float = 0.0
    killer: str = ""


@dataclass
class _Unit:
    start: int
    end: int
    mutants: list[Mutant]
    inner: list["_Unit"] = field(default_factory=list)


def key(source: Source, path: str, change: Change) -> str:
    """File, the lines as they are, and as they would be."""
    left, right = change.point
    start = source.text.rfind("\n", 0, left) + 1
    end = source.text.find("\n", right)
    end = len(source.text) if end < 0 else end
    before = source.flat(start, end)
    head, tail = source.flat(start, left), source.flat(right, end)
    left_gap = " " if source.code[left - 1].isspace() else ""
    right_gap = " " if source.code[right : right + 1].isspace() else ""
    after = f"{head}{left_gap}{change.shown}{right_gap}{tail}".strip()
    return f"{path} ¦ {before} ¦ {after}"


def render(source: Source, mutants: list[Mutant]) -> tuple[str, list[Mutant]]:
    """The file with all these mutants, and those that found no place because two units cross."""
    text, left_out = source.text, []
    root = _Unit(0, len(text), [])
    by_place: dict[tuple[int, int], list[Mutant]] = {}
    for mutant in mutants:
        by_place.setdefault((mutant.change.start, mutant.change.end), []).append(mutant)
    for (start, end), here in sorted(by_place.items(), key=lambda item: (item[0][0], -item[0][1])):
        if not _put(root, _Unit(start, end, here)):
            left_out += here
    return _text(source, root), left_out


def _put(parent: _Unit, unit: _Unit) -> bool:
    for other in parent.inner:
        if other.start <= unit.start and unit.end <= other.end:
            return _put(other, unit)
        if unit.start < other.end and other.start < unit.end:
            return False
    parent.inner.append(unit)
    return True


def _text(source: Source, unit: _Unit) -> str:
    pieces, position = [], unit.start
    for inner in sorted(unit.inner, key=lambda inner: inner.start):
        pieces += [source.text[position : inner.start], _text(source, inner)]
        position = inner.end
    pieces.append(source.text[position : unit.end])
    text = "".join(pieces)
    for mutant in reversed([mutant for mutant in unit.mutants if mutant.change.kind == EXPRESSION]):
        text = f"(mutant({mutant.number}) ? ({mutant.change.mutated}) : ({text}))"
    for mutant in [mutant for mutant in unit.mutants if mutant.change.kind != EXPRESSION]:
        if mutant.change.kind == DELETION:
            text = f"if !mutant({mutant.number}) {{ {text} }}"
        else:
            text = f"if mutant({mutant.number}) {{ {mutant.change.mutated} }} else {{ {text} }}"
    return text


def at_fault(rendered: str, line: int, column: int) -> set[int]:
    """The numbers of the mutants that an error at a place is about: the one it stands in, else all around it."""
    place = 0
    for _ in range(line - 1):
        place = rendered.find("\n", place) + 1
    place += column - 1
    around: set[int] = set()
    nearest: tuple[int, int] | None = None
    for match in re.finditer(r"mutant\((\d+)\)", rendered):
        number = int(match.group(1))
        opening = match.end()
        if rendered.startswith(" ? (", opening):
            inner = opening + 3
        elif rendered.startswith(" { ", opening):
            inner = opening + 1
        else:
            continue
        close = _closing(rendered, inner)
        start = match.start() - 1 if rendered[inner] == "(" else match.start() - 4
        end = _closing(rendered, start) if rendered[start] == "(" else close
        if inner < place <= close and (nearest is None or close - inner < nearest[0]):
            nearest = (close - inner, number)
        if start <= place <= end:
            around.add(number)
    if nearest is not None:
        return {nearest[1]}
    if around:
        return around
    end = rendered.find("\n", place)
    start = rendered.rfind("\n", 0, place) + 1
    on_line = {int(number) for number in re.findall(r"mutant\((\d+)\)", rendered[start : end if end > 0 else None])}
    # What is missing is told where a body ends: the last change in it is to blame.
    return on_line or {int(number) for number in re.findall(r"mutant\((\d+)\)", rendered[:place])[-1:]}


def _closing(text: str, opening: int) -> int:
    pairs = {"(": ")", "{": "}", "[": "]"}
    if opening < 0 or opening >= len(text) or text[opening] not in pairs:
        return opening
    source = text[opening:]
    depth, quoted, index = 0, False, 0
    while index < len(source):
        character = source[index]
        if quoted and character == "\\":
            index += 1
        elif character == '"':
            quoted = not quoted
        elif not quoted and character in "({[":
            depth += 1
        elif not quoted and character in ")}]":
            depth -= 1
            if depth == 0:
                return opening + index
        index += 1
    return len(text)
