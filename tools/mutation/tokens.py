"""Swift source as tokens: enough of the language to find conditions and operators, and no more.

Strings and comments are blanked first, so that nothing in them is ever taken for code.
"""

import re
from dataclasses import dataclass

OPERATOR = "operator"
WORD = "word"
NUMBER = "number"
NEWLINE = "newline"
PUNCTUATION = "punctuation"
TEXT = "text"

_TOKEN = re.compile(
    r"(?P<newline>\n)|(?P<text>\"~*\")|(?P<number>0x[0-9A-Fa-f_]+|0b[01_]+|[0-9][0-9_]*(?:\.[0-9]+)?)"
    r"|(?P<word>[#@$`]?[A-Za-z_][A-Za-z0-9_]*`?|\$[0-9]+)|(?P<punctuation>[()\[\]{},;:])"
    r"|(?P<operator>[-+*/%<>=!&|^~?.]+)"
)
_CLOSERS = {")": "(", "]": "[", "}": "{"}


@dataclass
class Token:
    """One token, by its place in the source."""

    kind: str
    text: str
    start: int
    end: int
    # Index of the matching bracket; of a token that is none, -1.
    match: int = -1
    # Index of the innermost opening bracket around it; -1 at the outermost level.
    around: int = -1
    # Of an operator: spaces on both sides.
    binary: bool = False


def blank(source: str) -> str:
    """The source with comments as spaces, and strings as `"~~~"`; every place stays where it is."""
    out = list(source)
    position = 0
    while position < len(source):
        two = source[position : position + 2]
        if two == "//":
            end = source.find("\n", position)
            end = len(source) if end < 0 else end
        elif two == "/*":
            end = source.find("*/", position)
            end = len(source) if end < 0 else end + 2
        elif source[position] == '"':
            end = _end_of_string(source, position)
            for index in range(position + 1, end - 1):
                out[index] = "~"
            position = end
            continue
        else:
            position += 1
            continue
        for index in range(position, end):
            if source[index] != "\n":
                out[index] = " "
        position = end
    return "".join(out)


def _end_of_string(source: str, start: int) -> int:
    """The place after a string's closing quotation mark, past what is interpolated."""
    hashes = 0
    while start - hashes > 0 and source[start - hashes - 1] == "#":
        hashes += 1
    quote = '"""' if source.startswith('"""', start) else '"'
    closing = quote + "#" * hashes
    escape = "\\" + "#" * hashes
    position = start + len(quote)
    while position < len(source):
        if source.startswith(escape + "(", position):
            position = _end_of_interpolation(source, position + len(escape))
        elif source.startswith(escape, position):
            position += len(escape) + 1
        elif source.startswith(closing, position):
            return position + len(quote)
        else:
            position += 1
    return len(source)


def _end_of_interpolation(source: str, start: int) -> int:
    depth = 0
    position = start
    while position < len(source):
        if source[position] == '"':
            position = _end_of_string(source, position)
            continue
        if source[position] == "(":
            depth += 1
        elif source[position] == ")":
            depth -= 1
            if depth == 0:
                return position + 1
        position += 1
    return len(source)


def tokens(blanked: str) -> list[Token]:
    """The tokens of blanked source, brackets matched."""
    found = []
    for match in _TOKEN.finditer(blanked):
        kind = match.lastgroup or PUNCTUATION
        token = Token(kind, match.group(), match.start(), match.end())
        if kind == OPERATOR:
            before = blanked[token.start - 1 : token.start]
            after = blanked[token.end : token.end + 1]
            token.binary = before.isspace() and after.isspace()
        found.append(token)
    stack: list[int] = []
    for index, token in enumerate(found):
        if token.kind == PUNCTUATION and token.text in _CLOSERS:
            if stack:
                opener = stack.pop()
                token.match, found[opener].match = opener, index
            token.around = stack[-1] if stack else -1
        else:
            token.around = stack[-1] if stack else -1
            if token.kind == PUNCTUATION and token.text in "([{":
                stack.append(index)
    return found


class Source:
    """A file's tokens, and the walks over them that the operators of mutation need."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.code = blank(text)
        self.tokens = tokens(self.code)

    def neighbour(self, index: int, step: int) -> int:
        """The index of the next token in a direction that is no line's end; -1 or the count where there is none."""
        index += step
        while 0 <= index < len(self.tokens) and self.tokens[index].kind == NEWLINE:
            index += step
        return index

    def at(self, index: int) -> Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def is_member(self, index: int) -> bool:
        """Whether a word comes right after a point."""
        before = self.at(index - 1)
        return before is not None and before.kind == OPERATOR and before.text.endswith(".") and (
            before.end == self.tokens[index].start
        )

    def ends_statement(self, index: int) -> bool:
        """Whether the line's end at this index is also a statement's."""
        around = self.tokens[index].around
        if around >= 0 and self.tokens[around].text != "{":
            return False
        before, after = self.at(self.neighbour(index, -1)), self.at(self.neighbour(index, 1))
        if before is not None and (before.binary or before.text in ("=", ",", "(", "[")):
            return False
        if after is None:
            return True
        if after.kind == OPERATOR and (after.binary or after.text.startswith((".", "?."))):
            return False
        return not (after.kind == PUNCTUATION and after.text in ":,")

    def line(self, position: int) -> int:
        """The line, from 1, of a place."""
        return self.text.count("\n", 0, position) + 1

    def flat(self, start: int, end: int) -> str:
        """A stretch of source on one line: comments left out, runs of space outside strings as one."""
        out: list[str] = []
        for index in range(start, end):
            if not self.code[index].isspace():
                out.append(self.text[index])
            elif out and out[-1] != " ":
                out.append(" ")
            elif out and index > start and not self.code[index - 1].isspace():
                out.append(" ")
        return "".join(out).strip()
