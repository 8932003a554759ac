"""FORMAT.md §17: the proof of one record, without the others."""
import re
from typing import List, NamedTuple, Optional

from .keys import key_of_pem
from .lines import leaf_hash, root_above, scan
from .notes import Lines, check_ledger_line, cosigned, note_lines, read_checkpoint
from .words import HEX, MAX_NOTE, MAX_PROOF, ORIGIN, SLACK, Refused, from_base64, is_count, is_sequence, need


class Proof(NamedTuple):
    line: bytes  # the record's
    index: int
    hashes: List[bytes]
    text: bytes  # the checkpoint's, then what it says
    name: str
    size: int
    root: str
    signatures: Lines


def read_proof(data: bytes) -> Proof:
    """Rule 1: its form, in the order of its lines."""
    need(len(data) <= MAX_PROOF, "the proof is larger than 1 500 000 bytes")
    head, _, note = data.partition(b"\n\n")
    found = re.fullmatch(rb"c2sp\.org/tlog-proof@v1\nextra ([^\n]+)\nindex ([0-9]{1,19})((?:\n[^\n]+){0,63})", head)
    if found is None or not is_count(found[2].decode()):
        raise Refused("the file has not the form of a proof")
    line, hashes = from_base64(found[1]), [from_base64(row) for row in found[3].split(b"\n")[1:]]
    need(all(len(one) == 32 for one in hashes), "the file has not the form of a proof")
    need(len(note) <= MAX_NOTE, "{} is too large", "checkpoint")
    text, name, size, root = read_checkpoint(note)
    origin, _, register_id = name.rpartition("/")
    need(ORIGIN(origin) and HEX(register_id) and is_sequence(str(size)), "checkpoint: form refused")
    return Proof(line, int(found[2]), hashes, text, name, size, root, note_lines(note, text))


def check_proof(proof: Proof, pem: bytes, pinned_id: Optional[str], witnesses: List[bytes], needed: int,
                now: int) -> None:
    """Rules 2 to 6; `needed` 0 is all of the witnesses."""
    key = key_of_pem(pem)
    check_ledger_line(proof.signatures, proof.text, proof.name, key)
    register_id = proof.name[-64:]
    need(pinned_id in (None, register_id), "register {} is not the pinned one", register_id)
    need(proof.index < proof.size and root_above(leaf_hash(proof.line), proof.index, proof.size, proof.hashes)
         == proof.root, "the hashes do not lead from the record to the checkpoint's root")
    scan(proof.line)
    if witnesses:
        keys = {key_of_pem(witness) for witness in witnesses}
        need(key not in keys, "a witness key is the ledger key")
        times = cosigned(proof.signatures, proof.text, keys)
        met = sum(min(found) <= now + SLACK for found in times.values())
        needed = needed or len(keys)
        need(met >= needed, "{} of {} witnesses cosigned in time, {} needed", met, len(keys), needed)
