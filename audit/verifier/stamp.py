"""FORMAT.md §16.4: STATEMENT.tsr, a time-stamp token of RFC 3161, through the openssl command."""
import hashlib
import re
from typing import List, Tuple

from .bundle import Bundle
from .keys import openssl
from .words import MAX_NOTE, SLACK, Refused, is_time, need, seconds_of

INTEGER, OCTETS, OID, TIME, SEQUENCE, TAGGED = 0x02, 0x04, 0x06, 0x18, 0x30, 0xA0
HASHES = {bytes.fromhex("608648016503040201"): "sha256", bytes.fromhex("608648016503040202"): "sha384",
          bytes.fromhex("608648016503040203"): "sha512"}


def elements(der: bytes) -> List[Tuple[int, bytes]]:
    """The elements that follow each other here: tag, content. Every length is definite and the shortest."""
    found, at = [], 0
    while at < len(der):
        tag, size, at = der[at], int.from_bytes(der[at + 1:at + 2], "big"), at + 2
        if size > 127:
            more = der[at:at + size - 128]
            at, size = at + size - 128, int.from_bytes(more, "big")
            need(more and size >= max(128, 1 << 8 * len(more) - 8), "STATEMENT.tsr is not DER")
        need(tag & 31 < 31 and at + size <= len(der), "STATEMENT.tsr is not DER")
        found.append((tag, der[at:at + size]))
        at += size
    return found


def inside(der: bytes, *steps: Tuple[int, int]) -> bytes:
    """The content of the element that is reached by steps inwards, each a place and the tag that must be there."""
    for place, tag in steps:
        found = elements(der)[place:place + 1]
        need(found and found[0][0] == tag, "STATEMENT.tsr is no time-stamp response")
        der = found[0][1]
    return der


def read_response(response: bytes) -> Tuple[bytes, bytes, str]:
    """RFC 3161 2.4.2: of a granted response, the algorithm (an OID) and value of the hash, and the token's own time."""
    need(len(elements(response)) == 1, "STATEMENT.tsr is no time-stamp response")
    waiting = [response]
    while waiting:  # all of it is DER, so openssl reads here what is read below
        waiting += [content for tag, content in elements(waiting.pop()) if tag & 0x20]
    status = inside(response, (0, SEQUENCE), (0, SEQUENCE), (0, INTEGER))
    need(status in (b"\0", b"\1"), "the time-stamp was not granted")
    signed_data = inside(response, (0, SEQUENCE), (1, SEQUENCE), (1, TAGGED), (0, SEQUENCE))
    info = inside(signed_data, (2, SEQUENCE), (1, TAGGED), (0, OCTETS), (0, SEQUENCE))
    found = re.fullmatch(rb"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d*[1-9])?Z", inside(info, (4, TIME)))
    time = b"%s-%s-%sT%s:%s:%sZ" % found.groups() if found else b""
    need(is_time(time.decode()), "STATEMENT.tsr is no time-stamp response")
    return inside(info, (2, SEQUENCE), (0, SEQUENCE), (0, OID)), inside(info, (2, SEQUENCE), (1, OCTETS)), time.decode()


def check_stamp(bundle: Bundle, pems: List[bytes], now: int) -> Tuple[str]:
    """§16.4; what the token and its certificates are, openssl judges, at the token's own time. Returns that time."""
    need(all(b"-----BEGIN CERTIFICATE-----" in pem for pem in pems), "no certificate in PEM")
    response, statement = bundle.folder.read("STATEMENT.tsr", MAX_NOTE), bundle.statement_bytes
    algorithm, imprint, time = read_response(response)
    need(algorithm in HASHES and imprint == hashlib.new(HASHES[algorithm], statement).digest(),
         "the time-stamp is of another file, or by another hash than SHA-2")
    seconds = seconds_of(time)
    need(seconds_of(bundle.statement["time"]) - SLACK <= seconds <= now + SLACK, "stamped at {}, which cannot be", time)
    given = b"\n".join(pems)
    done = openssl("ts", "-verify", "-data", statement, "-in", response, "-CAfile", given, "-untrusted", given,
                   "-attime", str(seconds))
    if done.returncode != 0:
        why = re.search(r"error:\w+:[^:]*:[^:]*:([^:]*)(?::[^:]*:\d+:(.*))?", done.stderr.decode("utf-8", "replace"))
        raise Refused("openssl ts -verify: {} {}", *(why.groups("") if why else ("", "")))
    return (time,)
