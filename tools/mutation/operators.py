"""What is changed: each function finds places in a file where one change makes sense, and says what would stand there.

A change replaces a *unit*: an expression or a statement that can stand in brackets of its own. What cannot be told
safely from tokens alone is left as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mutation.tokens import NEWLINE, NUMBER, OPERATOR, PUNCTUATION, WORD, Source

EXPRESSION = "expression"
STATEMENT = "statement"
DELETION = "deletion"

_COMPARISONS = {"<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="]}
_LOGIC = {"&&": "||", "||": "&&"}
_SUMS = {"+": "-", "-": "+", "&+": "&-", "&-": "&+"}
_STEPS = {"+=": "-=", "-=": "+=", "&+=": "&-=", "&-=": "&+="}
_ASSIGNMENTS = {"=", "*=", "/=", "%=", "|=", "&=", "^=", ">>=", "<<=", "&*="} | set(_STEPS)
# Words that an expression never reaches across.
_STOPS = {
    "return", "guard", "if", "while", "where", "in", "else", "throw", "try", "try?", "let", "var", "case", "await",
    "default", "switch", "for", "as", "is", "some", "any", "inout", "do", "catch", "repeat", "throws", "rethrows",
}
# Binary operators by how loosely they bind.
_LEVELS = {"||": 1, "&&": 2, "??": 4, "...": 5, "..<": 5, "->": 0, "?": 0}
_LEVELS |= {operator: 3 for operator in [*_COMPARISONS, "===", "!==", "~="]}
_LEVELS |= {operator: 6 for operator in _SUMS} | {"|": 6, "^": 6}
_LEVELS |= {operator: 7 for operator in ["*", "/", "%", "&", "&*"]} | {"<<": 8, ">>": 8, "&<<": 8, "&>>": 8}


@dataclass(frozen=True)
class Change:
    """One change of one unit."""

    kind: str
    operator: str
    start: int
    end: int
    # What stands for the unit once it is changed.
    mutated: str
    # What is shown: this stretch becomes `shown`.
    point: tuple[int, int]
    shown: str


@dataclass(frozen=True)
class Span:
    """Tokens from one index to before another."""

    first: int
    last: int


def changes(source: Source) -> list[Change]:
    """Every change of a file, each once."""
    clauses = list(_clauses(source))
    found: list[Change] = []
    for finder in (_conditions, _operands, _operators, _constants, _literals, _memberships):
        found += finder(source, clauses)
    found += _steps(source)
    found += _deletions(source)
    seen: set[tuple[int, int, str]] = set()
    unique = []
    for change in found:
        key = (change.start, change.end, change.mutated)
        # A text of several lines cannot be put on one; what no input can reach is not for tests.
        unfit = '"""' in source.text[change.start : change.end] or _is_trap(source, change.start)
        if key not in seen and not unfit:
            seen.add(key)
            unique.append(change)
    return unique


def _is_trap(source: Source, position: int) -> bool:
    """Whether a place is on a line that stops the program on a mistake of its own, or only makes room."""
    line = source.code[source.code.rfind("\n", 0, position) + 1 : source.code.find("\n", position)].strip()
    return line.startswith(("precondition", "assert")) or "reserveCapacity(" in line


def _change(source: Source, operator: str, unit: Span, point: Span, new: str) -> Change:
    start, end = source.tokens[unit.first].start, source.tokens[unit.last - 1].end
    left, right = source.tokens[point.first].start, source.tokens[point.last - 1].end
    head, tail = source.flat(start, left), source.flat(right, end)
    spaced = source.tokens[point.first].binary
    mutated = f"{head} {new} {tail}" if spaced else f"{head}{_gap(source, start, left)}{new}{_gap(source, right, end)}{tail}"
    return Change(EXPRESSION, operator, start, end, mutated.strip(), (left, right), new)


def _gap(source: Source, start: int, end: int) -> str:
    """The space to keep beside a stretch whose outer spaces were cut off."""
    stretch = source.code[start:end]
    return " " if stretch and (stretch[0].isspace() or stretch[-1].isspace()) else ""


# MARK: conditions


def _clauses(source: Source) -> Iterator[Span]:
    """The Bool clauses of `if`, `guard`, `while` and of `where` after `for`, `case` or `catch`; not their bindings."""
    for index, token in enumerate(source.tokens):
        if token.kind != WORD or source.is_member(index):
            continue
        if token.text in ("if", "while"):
            yield from _split(source, index + 1, "{")
        elif token.text == "guard":
            yield from _split(source, index + 1, "else")
        elif token.text == "where" and source.tokens[index + 1].text != ":" and _filters(source, index):
            yield from _split(source, index + 1, ":" if _filters(source, index) == "case" else "{")


def _filters(source: Source, index: int) -> str:
    """The word that a `where` belongs to, if it filters values and not types."""
    for before in range(index - 1, max(index - 80, -1), -1):
        token = source.tokens[before]
        if token.kind == WORD and not source.is_member(before):
            if token.text in ("for", "case", "catch"):
                return token.text
            if token.text in ("func", "extension", "struct", "class", "enum", "protocol", "init", "return", "guard", "if"):
                return ""
        if token.kind == PUNCTUATION and token.text == "}" and token.match >= 0 and token.around == source.tokens[index].around:
            return ""
    return ""


def _split(source: Source, first: int, end: str) -> Iterator[Span]:
    index = start = first
    while index < len(source.tokens):
        token = source.tokens[index]
        if token.text == end or (end == "{" and token.kind == NEWLINE and source.ends_statement(index)):
            yield from _boolean(source, start, index)
            return
        if token.text == "," and token.kind == PUNCTUATION:
            yield from _boolean(source, start, index)
            start = index + 1
        elif token.text in ("(", "[", "{"):
            if token.match < 0:
                return
            index = token.match
        elif token.text in (")", "]", "}"):
            return
        index += 1


def _boolean(source: Source, first: int, last: int) -> Iterator[Span]:
    while first < last and source.tokens[first].kind == NEWLINE:
        first += 1
    while first < last and source.tokens[last - 1].kind == NEWLINE:
        last -= 1
    if first < last and source.tokens[first].text == "try" and source.tokens[first + 1].text != "?":
        first += 1
    if first >= last or source.tokens[first].text in ("let", "var", "case", "try", "#available", "_"):
        return
    if any(source.tokens[index].text in _ASSIGNMENTS and source.tokens[index].around == source.tokens[first].around
           for index in range(first, last)):
        return
    yield Span(first, last)


def _forced(source: Source, span: Span, name: str) -> Iterator[Change]:
    for new, operator in (("true", f"{name} forced true"), ("false", f"{name} forced false")):
        if source.tokens[span.first].text not in ("true", "false"):
            yield _change(source, operator, span, span, new)
    loose = [token.text for token in source.tokens[span.first : span.last] if token.binary]
    if source.tokens[span.first].text in ("true", "false") or len(loose) == 1 and loose[0] in _COMPARISONS:
        return  # The opposite constant, the opposite comparison: made elsewhere.
    text = source.flat(source.tokens[span.first].start, source.tokens[span.last - 1].end)
    negated = text[1:] if text.startswith("!") and span.last - span.first == 2 else f"!({text})"
    yield _change(source, f"{name} negated", span, span, negated)


def _conditions(source: Source, clauses: list[Span]) -> Iterator[Change]:
    for clause in clauses:
        for change in _forced(source, clause, "condition"):
            # A loop that is never left is no finding.
            word = source.tokens[max(source.neighbour(clause.first, -1), 0)].text
            if not (word == "while" and change.mutated == "true"):
                yield change


# MARK: operators


def _unit(source: Source, operator: int, clauses: list[Span], level: int) -> Span | None:
    """The expression around a binary operator: as far as nothing binds more loosely than `level`."""
    inside = [clause for clause in clauses if clause.first <= operator < clause.last]
    inside.sort(key=lambda clause: clause.last - clause.first)
    lower, upper = (inside[0].first, inside[0].last) if inside else (0, len(source.tokens))
    first, last = operator, operator + 1
    index = operator - 1
    while index >= lower and not _stops(source, index, level, "([{"):
        index = source.tokens[index].match if source.tokens[index].text in (")", "]", "}") else index
        if source.tokens[index].kind != NEWLINE:
            first = index
        index -= 1
    body = _has_body(source, operator) and not inside
    index = operator + 1
    while index < upper and not _stops(source, index, level, ")]}" + "{" * body):
        index = source.tokens[index].match if source.tokens[index].text in ("(", "[", "{") else index
        if source.tokens[index].kind != NEWLINE:
            last = index + 1
        index += 1
    return None if first in (operator, -1) or last == operator + 1 else Span(first, last)


def _has_body(source: Source, index: int) -> bool:
    """Whether a brace that follows begins the body of a loop or a switch."""
    around = source.tokens[index].around
    while index >= 0 and not (source.tokens[index].kind == NEWLINE and source.ends_statement(index)):
        if source.tokens[index].around == around and source.tokens[index].text in ("for", "switch"):
            return True
        index -= 1
    return False


def _stops(source: Source, index: int, level: int, borders: str) -> bool:
    token = source.tokens[index]
    if token.kind == NEWLINE:
        return source.ends_statement(index)
    if token.kind == WORD:
        return token.text in _STOPS and not source.is_member(index)
    if token.kind == PUNCTUATION:
        return token.text in ",;:" or token.text in borders or token.match < 0
    if token.kind == OPERATOR:
        if token.text in _ASSIGNMENTS or token.text == "->":
            return True
        return token.binary and _LEVELS.get(token.text, 0) < level
    return False


def _operators(source: Source, clauses: list[Span]) -> Iterator[Change]:
    for index, token in enumerate(source.tokens):
        if token.kind != OPERATOR or not token.binary or source.tokens[index - 1].text == "func":
            continue
        if token.text in _COMPARISONS:
            names, news, level = "comparison", _COMPARISONS[token.text], 3
        elif token.text in _LOGIC:
            names, news, level = "and, or", [_LOGIC[token.text]], 1
        elif token.text in _SUMS:
            names, news, level = "plus, minus", [_SUMS[token.text]], 6
        else:
            continue
        unit = _unit(source, index, clauses, level)
        if unit is None or _is_text(source, unit, token.text):
            continue
        for new in news:
            yield _change(source, names, unit, Span(index, index + 1), new)


def _is_text(source: Source, unit: Span, operator: str) -> bool:
    """Whether a sum is one of strings or lists, as far as tokens show."""
    if operator not in ("+", "-"):
        return False
    return any(source.tokens[index].kind == "text" or source.tokens[index].text in ("[", "Array", "joined", "bytes", "utf8")
               for index in range(unit.first, unit.last)) or operator == "+" and source.tokens[unit.first].text in ("prefix", "folder")


def _operands(source: Source, clauses: list[Span]) -> Iterator[Change]:
    """Each side of `&&` and `||`, and what a `?` decides on."""
    seen: set[tuple[int, int]] = {(clause.first, clause.last) for clause in clauses}
    for index, token in enumerate(source.tokens):
        if token.kind != OPERATOR or not token.binary or token.text not in ("&&", "||", "?"):
            continue
        unit = _unit(source, index, clauses, 1) if token.text != "?" else _unit(source, index, clauses, 0)
        if unit is None:
            continue
        spans = [Span(unit.first, index)] if token.text == "?" else [Span(unit.first, index), Span(index + 1, unit.last)]
        for span in spans:
            for part in _parts(source, span):
                if (part.first, part.last) not in seen:
                    seen.add((part.first, part.last))
                    yield from _forced(source, part, "operand" if token.text != "?" else "choice")


def _parts(source: Source, span: Span) -> Iterator[Span]:
    """A chain of `&&` and `||`, cut at each."""
    start = index = span.first
    while index < span.last:
        token = source.tokens[index]
        if token.text in ("(", "[", "{") and token.match > index:
            index = token.match
        elif token.kind == OPERATOR and token.binary and token.text in ("&&", "||"):
            yield from _boolean(source, start, index)
            start = index + 1
        elif token.kind == OPERATOR and token.binary and token.text == "?":
            return
        index += 1
    yield from _boolean(source, start, span.last)


# MARK: constants, truth, membership


def _constants(source: Source, clauses: list[Span]) -> Iterator[Change]:
    for index, token in enumerate(source.tokens):
        if token.kind != NUMBER or "." in token.text or source.is_member(index) or _is_pattern(source, index):
            continue
        if _is_room(source, index):
            continue
        value = int(token.text.replace("_", ""), 0)
        for new in [value + 1, value - 1] if value else [1]:
            shown = hex(new) if token.text.startswith("0x") else str(new)
            yield _change(source, "constant", Span(index, index + 1), Span(index, index + 1), shown)


def _is_pattern(source: Source, index: int) -> bool:
    """Whether a number stands between `case` and its colon, or in an attribute or a `#if`."""
    for before in range(index - 1, -1, -1):
        token = source.tokens[before]
        if token.kind == NEWLINE and source.ends_statement(before):
            return False
        if token.text == "case":
            return not any(source.tokens[between].text == ":" for between in range(before, index))
        if token.text.startswith(("#", "@")):
            return True
    return False


def _is_room(source: Source, index: int) -> bool:
    """Whether a number is only how much room a buffer gets: any that is enough does the same."""
    line_start = source.code.rfind("\n", 0, source.tokens[index].start) + 1
    line_end = source.code.find("\n", source.tokens[index].start)
    line = source.code[line_start:line_end]
    return any(word in line for word in ("apacity", "alignment", "1 << 1", "reserve("))


def _literals(source: Source, clauses: list[Span]) -> Iterator[Change]:
    other = {"true": "false", "false": "true"}
    for index, token in enumerate(source.tokens):
        if token.kind == WORD and token.text in other:
            span = Span(index, index + 1)
            yield _change(source, "true, false", span, span, other[token.text])


def _memberships(source: Source, clauses: list[Span]) -> Iterator[Change]:
    """`.contains` and its like, where no condition or operand is the whole of it."""
    whole = {(clause.first, clause.last) for clause in clauses}
    for index, token in enumerate(source.tokens):
        if token.kind != WORD or token.text not in ("contains", "allSatisfy", "isSubset", "isEmpty", "hasPrefix", "hasSuffix"):
            continue
        if not source.is_member(index) or source.tokens[index - 1].text != ".":
            continue
        unit = _unit(source, index - 1, clauses, 7)
        if unit is None or (unit.first, unit.last) in whole:
            continue
        if any(source.tokens[at].binary and source.tokens[at].around == token.around for at in range(unit.first, unit.last)):
            continue
        text = source.flat(source.tokens[unit.first].start, source.tokens[unit.last - 1].end)
        yield _change(source, "membership negated", unit, unit, f"!({text})")


# MARK: statements


def _statements(source: Source) -> Iterator[Span]:
    """Statements that begin a line within braces."""
    for index, token in enumerate(source.tokens):
        if token.kind == NEWLINE or token.around < 0 or source.tokens[token.around].text != "{":
            continue
        before = source.at(index - 1)
        opens = before is not None and (before.text == "{" and before.kind == PUNCTUATION)
        if not (opens or before is not None and before.kind == NEWLINE and source.ends_statement(index - 1)):
            continue
        last = index
        while last < len(source.tokens) and not (
            source.tokens[last].kind == NEWLINE and source.ends_statement(last)
        ) and source.tokens[last].text not in ("}", ";"):
            last = source.tokens[last].match + 1 if source.tokens[last].match > last else last + 1
        if last > index and last <= len(source.tokens):
            yield Span(index, last)


def _steps(source: Source) -> Iterator[Change]:
    for span in _statements(source):
        for index in range(span.first, span.last):
            token = source.tokens[index]
            if token.text in _STEPS and token.binary and token.around == source.tokens[span.first].around:
                change = _change(source, "plus, minus", span, Span(index, index + 1), _STEPS[token.text])
                if not _is_text(source, Span(index, span.last), "+"):
                    yield Change(STATEMENT, *[getattr(change, name) for name in ("operator", "start", "end", "mutated", "point", "shown")])


def _deletions(source: Source) -> Iterator[Change]:
    """Statements that only call something or throw."""
    for span in _statements(source):
        first = source.tokens[span.first]
        opener = first.around
        if not (first.text in ("throw", "try") or first.kind == WORD and _is_call(source, span)):
            continue
        if first.text == "try" and not _is_call(source, Span(span.first + 1, span.last)):
            continue
        if first.text == "throw" and not _is_body(source, opener, span.last, {"if"}):
            continue
        if first.text != "throw" and not _is_body(source, opener, span.last, {"if", "func", "init", "for", "while", "guard", "do", "else"}):
            continue
        start, end = first.start, source.tokens[span.last - 1].end
        yield Change(DELETION, "statement left out", start, end, "", (start, end), "∅")


def _is_call(source: Source, span: Span) -> bool:
    """Whether a statement is a name, members of it, and a call at its end."""
    if span.first >= span.last or source.tokens[span.first].kind != WORD or source.tokens[span.first].text in _STOPS:
        return False
    index, called = span.first, False
    while index < span.last:
        token = source.tokens[index]
        if token.kind == PUNCTUATION and token.text in ("(", "{"):
            called = True
            index = token.match
        elif not (token.kind in (WORD, NEWLINE) or token.text in (".", "?.", "[")):
            return False
        elif token.text == "[":
            index = token.match
        index += 1
    return called and source.tokens[span.first].text not in ("precondition", "preconditionFailure", "assert", "defer")


def _is_body(source: Source, opener: int, last: int, words: set[str]) -> bool:
    """Whether a brace opens the body of one of these, and what ends before `last` is not the value it gives."""
    if opener < 0:
        return False
    index = opener - 1
    head: list[str] = []
    while index >= 0:
        token = source.tokens[index]
        if token.kind == NEWLINE and source.ends_statement(index):
            break
        if token.text in ("(", "["):
            return False
        if token.text in (")", "]", "}") and token.match >= 0:
            index = token.match
        else:
            head.append(token.text)
        index -= 1
    if "->" in head and source.neighbour(last - 1, 1) == source.tokens[opener].match:
        return False
    return any(word in head for word in words)
