"""Proofs of one record, made from FORMAT.md section 17 with a bundle in hand."""
import base64
import os
from typing import List

from forge import Key, leaf, sha256


class Proof:
    """A proof of one record (section 17), part by part, of a bundle's record and checkpoint."""

    def __init__(self, path: str, sequence: int) -> None:
        folder = os.path.join(path, "records")
        lines: List[bytes] = []
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                lines += file.read().split(b"\n")[:-1]
        self.leaves = [leaf(line) for line in lines]
        self.head = b"c2sp.org/tlog-proof@v1"
        self.line, self.index = lines[sequence - 1], str(sequence - 1)
        self.hashes = inclusion(self.leaves, sequence - 1)
        with open(os.path.join(path, "checkpoint"), "rb") as file:
            self.note = file.read()

    def sign(self, key: Key, size: str, root: bytes) -> None:
        """Another checkpoint of the same register."""
        name = self.note.split(b"\n")[0]
        text = name + b"\n%s\n%s\n" % (size.encode(), base64.b64encode(root))
        key_hash = sha256(name + b"\n\x01" + bytes.fromhex(key.public))[:4]
        self.note = text + b"\n\xe2\x80\x94 %s %s\n" % (name, base64.b64encode(key_hash + key.sign(text)))

    def text(self) -> bytes:
        return b"\n".join([self.head, b"extra " + base64.b64encode(self.line), b"index " + self.index.encode()]
                          + [base64.b64encode(h) for h in self.hashes] + [b"", self.note])


def tree(leaves: List[bytes]) -> bytes:
    """RFC 6962 2.1, as it is written there."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"")
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + tree(leaves[:left]) + tree(leaves[left:]))


def inclusion(leaves: List[bytes], index: int) -> List[bytes]:
    """RFC 6962 2.1.1."""
    if len(leaves) < 2:
        return []
    left = 1 << (len(leaves) - 1).bit_length() - 1
    if index < left:
        return inclusion(leaves[:left], index) + [tree(leaves[left:])]
    return inclusion(leaves[left:], index - left) + [tree(leaves[:left])]
