"""FORMAT.md §2 and §3: canonical lines, and the tree over them."""
import re
from typing import Any, Dict, List, Tuple

from .words import MAX_DEPTH, MAX_LINE, Refused, need, sha256


PLAIN = (r'[^"\\\x00-\x1f\x7f-\x9f\ufeff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef'
         + "".join("%s-%s" % (chr(plane * 65536 + 65534), chr(plane * 65536 + 65535)) for plane in range(17)) + "]*")
# An optional name, then a string or an opening bracket. Linear: no part can match what the next one starts with.
ELEMENT = re.compile('(?:"([a-z][a-z0-9_-]{0,63})":)?(?:"(%s(?:\\\\["\\\\]%s)*)"|([{\\[]))' % (PLAIN, PLAIN))
ESCAPE = re.compile(r'\\(["\\])')


def scan(line: bytes) -> Dict[str, Any]:
    """The object of a canonical line, strings unescaped; refuses anything else. One loop, no recursion."""
    need(len(line) <= MAX_LINE, "line of more than 1 MiB")
    try:
        string = line.decode("utf-8")  # strict: shortest form, no surrogates, at most U+10FFFF
    except UnicodeDecodeError as error:
        raise Refused("invalid UTF-8 at byte {}", error.start) from None
    need(string[:1] == "{", "the line is no object")
    top: Dict[str, Any] = {}
    here: Any = top
    last, at, fresh = "", 1, True
    outer: List[Tuple[Any, str]] = []
    while True:
        if not (fresh and string[at:at + 1] in ("}", "]")):
            found = ELEMENT.match(string, at)
            if not found:
                raise Refused("line not canonical at character {}", at)
            name, value, opening = found.groups()
            at = found.end()
            if opening:
                value = {} if opening == "{" else []
            elif "\\" in value:
                value = ESCAPE.sub(r"\1", value)
            if type(here) is dict:
                if name is None or name <= last:
                    raise Refused("name missing, repeated or out of order before character {}", at)
                here[name] = value
                last = name
            else:
                need(name is None, "name in an array at character {}", at)
                here.append(value)
            if opening:
                need(len(outer) + 2 <= MAX_DEPTH, "deeper than 8")
                outer.append((here, last))
                here, last, fresh = value, "", True
                continue
        while True:  # after a value: close what closes, then a comma or the end
            mark = string[at:at + 1]
            at += 1
            if mark == ",":
                fresh = False
                break
            if mark != ("}" if type(here) is dict else "]"):
                raise Refused("line not canonical at character {}", at - 1)
            if not outer:
                need(at == len(string), "bytes after the object")
                return top
            here, last = outer.pop()


def leaf_hash(line: bytes) -> bytes:
    return sha256(b"\0" + line)


class Tree:
    """RFC 6962 over leaves as they come: the roots of the full subtrees, largest first."""

    def __init__(self) -> None:
        self.size, self.peaks = 0, []  # type: int, List[bytes]

    def append(self, leaf: bytes) -> None:
        size = self.size
        while size & 1:
            leaf = sha256(b"\1" + self.peaks.pop() + leaf)
            size >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self) -> str:
        if not self.peaks:
            return sha256(b"").hex()
        root = self.peaks[-1]
        for peak in self.peaks[-2::-1]:
            root = sha256(b"\1" + peak + root)
        return root.hex()


def root_above(leaf: bytes, index: int, size: int, hashes: List[bytes]) -> str:
    """RFC 6962 2.1.1: the root of a tree of `size` leaves to which the hashes lead from its leaf at `index`."""
    rest, last = list(reversed(hashes)), size - 1
    while last:
        if index & 1 or index < last:  # else it is the last one of its level, and rises alone
            need(rest, "hashes are missing in the proof")
            leaf = sha256(b"\1" + (rest.pop() + leaf if index & 1 else leaf + rest.pop()))
        index, last = index >> 1, last >> 1
    need(not rest, "hashes too many in the proof")
    return leaf.hex()
