"""FORMAT.md §20.7: a slip that was received, and the records that follow it for its lines."""
from typing import Any, Dict, List, Tuple

from .keys import signed
from .lines import leaf_hash
from .members import canonical
from .servicekinds import BY_SLIP
from .words import Refused, need


def check_signature(data: Dict[str, Any], register: str) -> None:
    head = (register, data["committee"], data["person"], data["number"], data["time"], *data["leaves"])
    message = "fundctl/slip-signature/v1\n" + "".join(part + "\n" for part in head)
    need(signed(data["key"], bytes.fromhex(data["signature"]), message.encode()), "the signature of the slip does not verify")


class Slip:
    """One that begins a batch; `records` are those that follow."""

    def __init__(self, sequence: int, data: Dict[str, Any]) -> None:
        self.sequence, self.leaves = sequence, data["leaves"]
        lines = [int(one["line"]) for one in data["accepted"] + data["rejected"]]
        need(sorted(lines) == list(range(1, len(self.leaves) + 1)), "accepted and rejected are not each line once")
        need([int(one["record"]) for one in data["accepted"]] == list(range(sequence + 1, sequence + 1 + len(data["accepted"]))),
             "accepted are not the records that follow")
        self.lines = [int(one["line"]) for one in data["accepted"]]
        self.records: List[Tuple[int, Dict[str, Any]]] = []  # that follow in its batch
        self.seen = 0
        self.numbers = {"agreement": 0, "participation": 0}  # of the last draft, the last start
        self.own: Dict[str, str] = {}  # what this slip opened -> its name in the slip

    def see(self, data: Dict[str, Any]) -> None:
        line = self.lines[self.seen]
        self.seen += 1
        need(data["kind"] in BY_SLIP, "{} does not stand in a slip", data["kind"])
        leaf, member = self.leaves[line - 1], data["kind"].split(".")[0]
        if member not in self.numbers:
            need(leaf_hash(canonical(data).encode()).hex() == leaf, "line {} of the slip is another one", line)
        elif data["kind"] in ("agreement.drafted/1", "participation.started/1"):
            self.find(data, member, line)
        else:
            written = {**data, member: self.own.get(data[member], data[member])}
            need(leaf_hash(canonical(written).encode()).hex() == leaf, "line {} of the slip is another one", line)

    def find(self, data: Dict[str, Any], member: str, line: int) -> None:
        """The number that it has in the slip: lines before it that were rejected may have taken some."""
        for number in range(self.numbers[member] + 1, line + 1):
            name = "%s-0000-%06d" % (data[member][:3], number)
            if leaf_hash(canonical({**data, member: name}).encode()).hex() == self.leaves[line - 1]:
                self.numbers[member], self.own[data[member]] = number, name
                return
        raise Refused("line {} of the slip is another one", line)

    def end(self) -> None:
        """At the seal: how many they are, told of the slip; then each line."""
        if len(self.records) != len(self.lines):
            raise Refused("the records that follow are not those of the slip's lines", record=self.sequence)
        for sequence, data in self.records:
            try:
                self.see(data)
            except Refused as refusal:
                refusal.record = sequence
                raise
