"""Ed25519 (RFC 8032) through OpenSSL; which public keys are refused (FORMAT.md §6)."""
import base64
import ctypes
import functools
import os
import re
import subprocess
import tempfile
from typing import Any, Dict, Union

from .words import Refused, need


P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
PEM_PREFIX = bytes.fromhex("302a300506032b6570032100")  # SubjectPublicKeyInfo of an Ed25519 key, RFC 8410


def check_key(key: str) -> None:
    """Refuses what is not the canonical encoding of a point, and the eight points of small order (§6)."""
    raw = bytes.fromhex(key)
    y, sign = int.from_bytes(raw, "little") & (2**255 - 1), raw[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    need(y < P and (x * x - square) % P == 0 and not (x == 0 and sign), "key {}: no canonical point", key)
    for _ in range(3):
        t = D * x * x * y * y % P
        x, y = 2 * x * y * pow(1 + t, -1, P) % P, (x * x + y * y) * pow(1 - t, -1, P) % P
    need((x, y) != (0, 1), "key {} of small order", key)


def pem_of(key: str) -> bytes:
    body = base64.b64encode(PEM_PREFIX + bytes.fromhex(key))
    return b"-----BEGIN PUBLIC KEY-----\n" + body + b"\n-----END PUBLIC KEY-----\n"


def key_of_pem(pem: bytes) -> str:
    """The key of a PEM file of the auditor's own; its line ends may be any."""
    found = re.fullmatch(rb"\s*-----BEGIN PUBLIC KEY-----\s+([A-Za-z0-9+/]{59}=)\s+-----END PUBLIC KEY-----\s*", pem)
    body = found[1] if found else b""
    raw = base64.b64decode(body)
    need(raw[:12] == PEM_PREFIX and base64.b64encode(raw) == body, "not an Ed25519 public key in PEM")
    check_key(raw[12:].hex())
    return raw[12:].hex()


def openssl(*arguments: Union[str, bytes]) -> "subprocess.CompletedProcess[bytes]":
    """Runs the command; bytes among the arguments are what a file holds, which is named in their place."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["openssl"]
        for argument in arguments:
            if isinstance(argument, bytes):
                name = os.path.join(folder, str(len(command)))
                with open(name, "wb") as file:
                    file.write(argument)
                argument = name
            command.append(argument)
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


class Libcrypto:
    """Signatures through OpenSSL's library; a key is unpacked once."""

    def __init__(self, name: str) -> None:
        self.lib = lib = ctypes.CDLL(name)
        pointer, size, data = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p
        for function, result, arguments in (
                ("EVP_PKEY_new_raw_public_key", pointer, [ctypes.c_int, pointer, data, size]),
                ("EVP_MD_CTX_new", pointer, []), ("EVP_MD_CTX_free", None, [pointer]),
                ("EVP_DigestVerifyInit", ctypes.c_int, [pointer] * 5),
                ("EVP_DigestVerify", ctypes.c_int, [pointer, data, size, data, size])):
            getattr(lib, function).restype, getattr(lib, function).argtypes = result, arguments
        self.keys: Dict[bytes, Any] = {}

    def verify(self, key: bytes, signature: bytes, message: bytes) -> bool:
        if key not in self.keys:
            self.keys[key] = self.lib.EVP_PKEY_new_raw_public_key(1087, None, key, 32)
        if not self.keys[key]:
            return False
        context = self.lib.EVP_MD_CTX_new()
        try:
            return (self.lib.EVP_DigestVerifyInit(context, None, None, None, self.keys[key]) == 1
                    and self.lib.EVP_DigestVerify(context, signature, 64, message, len(message)) == 1)
        finally:
            self.lib.EVP_MD_CTX_free(context)


class Command:
    """Signatures through the openssl command, slower: only where the library is not found."""

    def verify(self, key: bytes, signature: bytes, message: bytes) -> bool:
        done = openssl("pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", pem_of(key.hex()), "-sigfile", signature,
                       "-in", message)
        return done.returncode == 0


@functools.lru_cache(None)
def verifier() -> Any:
    """The first means that accepts RFC 8032's first test and refuses it altered."""
    names = ("libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so", "libcrypto-3-x64.dll",
             "/opt/homebrew/lib/libcrypto.3.dylib", "/usr/local/lib/libcrypto.3.dylib")
    key = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    good = bytes.fromhex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970"
                         "1cf9b46bd25bf5f0595bbe24655141438e7a100b")
    for make in [functools.partial(Libcrypto, n) for n in names] + [Command]:
        try:
            means = make()
            if means.verify(key, good, b"") and not means.verify(key, good, b"x"):
                return means
        except (OSError, AttributeError):
            pass
    raise RuntimeError("OpenSSL 1.1.1 or later was not found")


def signed(key: str, signature: bytes, message: bytes) -> bool:
    return len(signature) == 64 and verifier().verify(bytes.fromhex(key), signature, message)
