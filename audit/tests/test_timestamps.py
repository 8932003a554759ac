"""verify.py --tsa on time-stamp tokens (FORMAT.md section 16.4). Run: python3 -m unittest discover audit/tests

The authorities are made here with openssl. `openssl ts -reply` stamps at the present moment alone, and only what it ought
to: every other token is put together here and signed by `openssl cms`. Where FUNDCTL names a program that knows --tsa, it
must agree.
"""
import datetime
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = os.path.dirname(HERE)
sys.path[:0] = [AUDIT, HERE, os.path.join(AUDIT, "tampered")]

import cases  # noqa: E402
import forge  # noqa: E402
from test_bundles import run  # noqa: E402
from verifier import stamp  # noqa: E402
from verifier.words import Refused, seconds_of  # noqa: E402

CONFIGURATION = """
[ca]
default_ca = any
[any]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = policy
unique_subject = no
[policy]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
CN = any
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[stamping]
extendedKeyUsage = critical, timeStamping
[not-critical]
extendedKeyUsage = timeStamping
[another-too]
extendedKeyUsage = critical, timeStamping, codeSigning
[another]
extendedKeyUsage = critical, codeSigning
[none]
basicConstraints = CA:FALSE
[ts-sha256]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
ess_cert_id_chain = yes
[ts-sha1]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha1
ess_cert_id_alg = sha1
"""
HASHES = {"sha1": "2b0e03021a", "sha224": "608648016503040204", "sha256": "608648016503040201",
          "sha384": "608648016503040202", "sha512": "608648016503040203", "sha3-256": "608648016503040208"}
TOKEN_INFO = "1.2.840.113549.1.9.16.1.4"


def tlv(tag, *contents):
    content = b"".join(contents)
    size = len(content)
    if size < 128:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 128 + len(length)]) + length + content


def token_info(statement, moment, algorithm="sha256", imprint=None, version=1):
    """A TSTInfo, of RFC 3161 2.4.2."""
    imprint = hashlib.new(algorithm, statement).digest() if imprint is None else imprint
    return tlv(0x30, tlv(2, bytes([version])), tlv(6, b"\x2a\x03\x04"),
               tlv(0x30, tlv(0x30, tlv(6, bytes.fromhex(HASHES[algorithm])), tlv(5)), tlv(4, imprint)),
               tlv(2, b"\x07"), tlv(0x18, moment.encode()))


def response(token, status=0):
    return tlv(0x30, tlv(0x30, tlv(2, bytes([status]))), token)


def generalized(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y%m%d%H%M%SZ")


class Authorities:
    """Certificates and keys in a folder of their own; `name.pem`, `name.key`."""

    def __init__(self, folder):
        self.folder = folder
        os.mkdir(folder)
        for name, content in (("openssl.cnf", CONFIGURATION), ("index.txt", ""), ("serial", "01\n")):
            with open(self.file(name), "w", encoding="ascii") as file:
                file.write(content)

    def file(self, name):
        return os.path.join(self.folder, name)

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def certify(self, name, by, extensions, start="20200101000000Z", end="20450101000000Z", subject=None, more=()):
        """A certificate of a key, made where there is none yet, by an authority: itself where `by` is its name."""
        if not os.path.exists(self.file(name + ".key")):
            self.openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", name + ".key")
        self.openssl("req", "-new", "-key", name + ".key", "-config", "openssl.cnf", "-subj", "/CN=" + (subject or name), "-out", "csr")
        self.openssl("ca", "-batch", "-config", "openssl.cnf", "-in", "csr", "-out", name + ".pem", "-notext", "-extensions", extensions,
                     "-startdate", start, "-enddate", end, "-keyfile", by + ".key",
                     *(["-selfsign"] if by == name else ["-cert", by + ".pem"]), *more)

    def token(self, info, *signers, more=("-cades",), econtent=TOKEN_INFO):
        """A ContentInfo of SignedData over a TSTInfo."""
        with open(self.file("info"), "wb") as file:
            file.write(info)
        by = [a for s in signers or ("tsa",) for a in ("-signer", s + ".pem", "-inkey", s + ".key")]
        self.openssl("cms", "-sign", "-binary", "-nodetach", "-md", "sha256", "-econtent_type", econtent, "-in", "info", "-outform", "DER",
                     "-out", "token", *by, *more)
        with open(self.file("token"), "rb") as file:
            return file.read()

    def reply(self, statement, algorithm="sha256", section="ts-sha256", query=("-cert",)):
        """What `openssl ts` answers, at the present moment."""
        with open(self.file("data"), "wb") as file:
            file.write(statement)
        self.openssl("ts", "-query", "-data", "data", "-" + algorithm, *query, "-out", "query")
        self.openssl("ts", "-reply", "-config", "openssl.cnf", "-section", section, "-queryfile", "query", "-signer", "tsa.pem",
                     "-inkey", "tsa.key", "-chain", "root.pem", "-out", "reply")
        with open(self.file("reply"), "rb") as file:
            return file.read()


class Stamps(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp()
        forge.scenario(os.path.join(cls.work, "scenario"))
        cls.scenario = cases.Scenario(os.path.join(cls.work, "scenario"), cls.work)
        cls.trial, path = cls.scenario.true_bundles()[0]
        cls.bundle = os.path.join(cls.work, "stamped")
        shutil.copytree(path, cls.bundle)
        with open(os.path.join(cls.bundle, "STATEMENT"), "rb") as file:
            cls.statement = file.read()
        said = dict(line.split(": ", 1) for line in cls.statement.decode().splitlines()[1:])
        cls.time = seconds_of(said["time"])
        cls.of = cls.authorities = Authorities(os.path.join(cls.work, "authorities"))
        cls.of.certify("root", "root", "authority")
        cls.of.certify("tsa", "root", "stamping")
        program = os.environ.get("FUNDCTL")
        knows = program and b"--tsa" in subprocess.run([program, "audit", "verify", "--help"], stdout=subprocess.PIPE, check=False).stdout
        cls.program = program if knows else None

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work, ignore_errors=True)

    def info(self, seconds=60, **more):
        return token_info(self.statement, more.pop("moment", generalized(self.time + seconds)), **more)

    def judge(self, stamp_, *given, more=()):
        """The verdict time of the bundle with this STATEMENT.tsr, none where it is None; the program must agree."""
        path = os.path.join(self.bundle, "STATEMENT.tsr")
        if stamp_ is None:
            with open(path, "wb"):
                pass
            os.remove(path)
        else:
            with open(path, "wb") as file:
                file.write(stamp_)
        given = [a for name in given for a in ("--tsa", name if os.path.isabs(name) else self.of.file(name + ".pem"))]
        arguments = [self.bundle, "--key", self.trial.key_path, "--id", self.trial.id, "--format", "json", *given, *more]
        status, said = run(*arguments)
        result = json.loads(said)
        verdict = result["verdicts"]["time"]
        self.assertEqual(status, 0 if verdict["status"] == "holds" or not given and not more else 5, said)
        if self.program:
            theirs = subprocess.run([self.program, "audit", "verify", *arguments], stdout=subprocess.PIPE,
                                    stderr=subprocess.DEVNULL, check=False).stdout
            self.assertEqual({n: v["status"] for n, v in json.loads(theirs)["verdicts"].items()},
                             {n: v["status"] for n, v in result["verdicts"].items()}, verdict)
        return verdict["status"], verdict["detail"]

    def holds(self, stamp_, *given):
        self.assertEqual(self.judge(stamp_, *given or ("root",))[0], "holds", self.judge(stamp_, *given or ("root",)))

    def fails(self, stamp_, *given, because=""):
        status, detail = self.judge(stamp_, *given or ("root",))
        self.assertEqual(status, "fails")
        self.assertIn(because, detail)

    def test_what_openssl_stamps_now(self):
        for algorithm in ("sha256", "sha384", "sha512"):
            self.holds(self.of.reply(self.statement, algorithm))
        good = self.of.reply(self.statement)
        self.assertEqual(self.judge(good), ("not-checked", "neither a witness key nor a certificate of a time-stamp authority"))
        self.fails(self.of.reply(self.statement + b"x"), because="another file")
        self.fails(self.of.reply(self.statement, "sha1", "ts-sha1"), because="another hash")
        self.fails(self.of.reply(self.statement, "sha512", "ts-sha1"), because="not granted")  # it refuses to stamp that
        bare = self.of.reply(self.statement, query=())
        self.fails(bare, because="signer certificate not found")
        self.holds(bare, "root", "tsa")

    def test_files_that_are_missing_or_no_response(self):
        good = response(self.of.token(self.info()))
        self.holds(good)
        self.fails(None, because="missing")
        token = good[good.index(b"\2\1\0") + 3:]
        deep = b""
        while len(deep) < 65_500:
            deep = tlv(0x30, deep)
        for changed in (b"", b"garbage", good[:-1], good + b"\0", good + good, good[1:], b"\0" + good, token, tlv(0x31, good[4:]),
                        b"\x30\x80" + good[4:] + b"\0\0", b"\x30\x83\0" + good[2:], tlv(0x30, good), tlv(0x30, b""), b"\x30",
                        b"\x30\x80", b"\x30\x85\0\0\0\0\0", b"\x1f\x81\x01\0", deep,
                        tlv(0x30, tlv(0x30, b"\2\1\0")), tlv(0x30, tlv(0x30, b"\2\1\0"), tlv(0x30, b"")),
                        tlv(0x30, b"\x30\x81\3\2\1\0", token), tlv(0x30, tlv(0x30, b"\2\1\0"), token, b"\5\0")):
            with self.subTest(changed[:20]):
                self.fails(changed)
        for size, status in ((65_536, "fails"), (65_537, "not-checked")):  # a larger one is none that a bundle may hold
            verdict = self.judge(good + b"\0" * (size - len(good)), "root")
            self.assertEqual(verdict[0], status)

    def test_every_flipped_bit_is_refused_or_changes_nothing_that_was_signed(self):
        good, bundle = response(self.of.token(self.info())), self.stand_in()
        with open(self.of.file("root.pem"), "rb") as file:
            root = [file.read()]
        held = set()
        for at in range(0, len(good), 7):
            bundle.folder.content = good[:at] + bytes([good[at] ^ 1 << at % 8]) + good[at + 1:]
            try:
                held.add(stamp.check_stamp(bundle, root, self.time + 3600))
            except Refused:
                pass
        self.assertLessEqual(held, {(self.moment(60),)})

    def moment(self, seconds):
        return datetime.datetime.fromtimestamp(self.time + seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def stand_in(self):
        """A bundle as far as check_stamp looks at one."""
        class Folder:
            content = b""

            def read(self, name, limit):
                return self.content

        class Bundle:
            folder, statement_bytes, statement = Folder(), self.statement, {"time": self.moment(0)}
        return Bundle

    def test_status(self):
        token = self.of.token(self.info())
        self.holds(response(token, 1))
        for status in (2, 3, 4, 5, 6, 255):
            self.fails(response(token, status), because="not granted")
        text = tlv(0x30, tlv(0x0C, b"Status: Granted.\nTime stamp: Jan  1 00:00:00 2030 GMT"))
        self.assertEqual(self.judge(tlv(0x30, tlv(0x30, b"\2\1\0", text), token), "root"), ("holds", "STATEMENT stamped at " + self.moment(60)))

    def test_the_hash(self):
        for algorithm in ("sha256", "sha384", "sha512"):
            self.holds(response(self.of.token(self.info(algorithm=algorithm))))
        for algorithm in ("sha1", "sha224", "sha3-256"):
            self.fails(response(self.of.token(self.info(algorithm=algorithm))), because="another hash")
        for imprint in (b"", hashlib.sha256(self.statement).digest()[:-1], hashlib.sha256(self.statement[:-1]).digest()):
            self.fails(response(self.of.token(self.info(imprint=imprint))), because="another file")
        self.fails(response(self.of.token(self.info(algorithm="sha512", imprint=hashlib.sha256(self.statement).digest()))))

    def test_the_time(self):
        for seconds in (-600, 0, 60, int(time.time()) + 500 - self.time):
            self.holds(response(self.of.token(self.info(seconds))))
        for seconds in (-601, -86_400 * 300, int(time.time()) + 700 - self.time):
            self.fails(response(self.of.token(self.info(seconds))), because="which cannot be")
        day = generalized(self.time)[:8]
        self.holds(response(self.of.token(self.info(moment=day + "235959.25Z"))))
        for moment in (day + "235959.250Z", day + "235959.Z", day + "2359Z", day + "235959", day + "235959+0000", day + "235960Z",
                       day + "245959Z", "20260231000000Z", day[2:] + "235959Z", day + "235959.25Z\n", ""):
            with self.subTest(moment):
                self.fails(response(self.of.token(self.info(moment=moment))), because="no time-stamp response")
        self.fails(response(self.of.token(self.info(version=2))))

    def test_the_certificates_that_are_given(self):
        good = response(self.of.token(self.info()))
        self.of.certify("stranger", "stranger", "authority")
        self.of.certify("namesake", "namesake", "authority", subject="root")
        self.holds(good, "root", "stranger")
        self.holds(good, "stranger", "root", "root", "tsa")
        for given in ("stranger", "namesake", "tsa"):  # the last is no root: the chain must end at a self-signed one
            self.fails(good, given)
        with open(self.of.file("root.pem"), encoding="ascii") as file:
            root = file.read()
        for name, content, status in (
                ("text around", "a root:\n" + root + "\nno more\n", "holds"), ("crlf", root.replace("\n", "\r\n"), "holds"),
                ("empty", "", "fails"), ("no PEM", "root", "fails"), ("a key", root.replace("CERTIFICATE", "PUBLIC KEY"), "fails"),
                ("cut", root[:-30], "fails"), ("changed", root.replace("MII", "MIJ", 1), "fails"),
                ("one of two cut", root + root[:200], "fails")):
            file_name = self.of.file(name)
            with open(file_name, "w", encoding="ascii", newline="") as file:
                file.write(content)
            with self.subTest(name):
                self.assertEqual(self.judge(good, file_name)[0], status)
                self.assertEqual(self.judge(good, file_name, "root")[0], status)
        self.assertEqual(run(self.bundle, "--key", self.trial.key_path, "--tsa", "/nowhere")[0], 64)

    def test_the_certificate_that_signs(self):
        for extensions in ("not-critical", "another-too", "another", "none", "authority"):
            self.of.certify(extensions, "root", extensions)
            self.fails(response(self.of.token(self.info(), extensions)))
        self.of.certify("itself", "itself", "stamping")
        self.holds(response(self.of.token(self.info(), "itself")), "itself")
        self.fails(response(self.of.token(self.info(), "itself")), "root")
        self.fails(response(self.of.token(self.info(), more=())), because="signing certificate")  # none is named
        self.of.certify("second", "root", "stamping")
        self.fails(response(self.of.token(self.info(), "tsa", "second")), because="one signer")
        self.fails(response(self.of.token(self.info(), econtent="1.2.840.113549.1.7.1")))

    def test_the_certificate_that_is_named(self):
        """Two certificates of one key, name and number: the token names the first."""
        number = ("-config", "numbered.cnf")
        with open(self.of.file("numbered.cnf"), "w", encoding="ascii") as file:
            file.write(CONFIGURATION.replace("rand_serial = yes", "serial = serial"))
        for end in ("20400101000000Z", "20410101000000Z"):
            with open(self.of.file("serial"), "w", encoding="ascii") as file:
                file.write("77\n")
            with open(self.of.file("index.txt"), "w", encoding="ascii"):
                pass
            self.of.certify("twin", "root", "stamping", end=end, more=number)
            shutil.copy(self.of.file("twin.pem"), self.of.file("twin%s.pem" % end[:4]))
        bare = response(self.of.token(self.info(), "twin", more=("-cades", "-nocerts")))
        self.holds(bare, "root", "twin2041")
        self.fails(bare, "root", "twin2040")

    def test_a_chain_is_valid_at_the_time_of_the_token(self):
        stamped = self.time + 60
        before, after, past, coming = (generalized(stamped + d * 86_400) for d in (-20, 20, -40, 40))
        self.of.certify("short-lived", "root", "stamping", before, after)
        self.of.certify("expired", "root", "stamping", past, before)
        self.of.certify("to-come", "root", "stamping", after, coming)
        self.holds(response(self.of.token(self.info(), "short-lived")))
        self.fails(response(self.of.token(self.info(), "expired")), because="expired")
        self.fails(response(self.of.token(self.info(), "to-come")), because="not yet valid")
        for root, start, end, holds in (("root-of-then", before, after, True), ("root-expired", past, before, False)):
            self.of.certify(root, root, "authority", start, end)
            self.of.certify("under-" + root, root, "stamping")
            (self.holds if holds else self.fails)(response(self.of.token(self.info(), "under-" + root)), root)
        for between, start, end, holds in (("between", before, after, True), ("between-expired", past, before, False)):
            self.of.certify(between, "root", "authority", start, end)
            self.of.certify("under-" + between, between, "stamping")
            stamp_ = response(self.of.token(self.info(), "under-" + between, more=("-cades", "-certfile", between + ".pem")))
            (self.holds if holds else self.fails)(stamp_)
            self.fails(stamp_, between)
            bare = response(self.of.token(self.info(), "under-" + between))
            self.fails(bare)
            (self.holds if holds else self.fails)(bare, "root", between)

    def test_with_witnesses_both_must_hold(self):
        good, key = response(self.of.token(self.info())), forge.Key.named("witness one")
        pem, absent = self.scenario.pem(key.public), self.scenario.pem(forge.Key.named("witness absent").public)
        os.mkdir(os.path.join(self.bundle, "cosignatures"))
        try:
            with open(os.path.join(self.bundle, "cosignatures", "one.note"), "wb") as file:
                file.write(forge.cosign(self.bundle, key, "one", self.time + 60))
            self.assertEqual(self.judge(good, "root", more=["--witness", pem]), (
                "holds", "1 of 1 witnesses cosigned in time, 1 needed; STATEMENT stamped at " + self.moment(60)))
            self.assertEqual(self.judge(good + b"x", "root", more=["--witness", pem])[0], "fails")
            self.assertEqual(self.judge(good, "root", more=["--witness", absent])[0], "fails")
            self.assertEqual(self.judge(b"garbage", more=["--witness", pem])[0], "holds")
            self.assertEqual(self.judge(None, more=["--witness", pem])[0], "holds")
        finally:
            shutil.rmtree(os.path.join(self.bundle, "cosignatures"))


if __name__ == "__main__":
    unittest.main()
