"""A flipped bit anywhere in a bundle is caught: 200 places sampled for verify.sh, and the same for verify.py."""

import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

AUDIT = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = AUDIT / "vectors" / "bundle-v1"
SAMPLES = 200


def register_id() -> str:
    for line in (GOLDEN / "fnf-2" / "STATEMENT").read_text("ascii").splitlines():
        if line.startswith("register-id: "):
            return line.removeprefix("register-id: ")
    raise AssertionError("STATEMENT has no register-id")


class Flips(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="fundctl-flips-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.bundle = self.folder / "bundle"
        shutil.copytree(GOLDEN / "fnf-2", self.bundle)
        # STATEMENT, its signature, the manifest, and what the manifest names.
        self.files = sorted(
            path for path in self.bundle.rglob("*") if path.is_file() and path.parent.name != "cosignatures")
        self.sizes = [path.stat().st_size for path in self.files]
        self.random = random.Random(1)

    def flips(self, count):
        """So many places, each file at least once, the others in proportion to its size."""
        places = [(path, self.random.randrange(size)) for path, size in zip(self.files, self.sizes) if size]
        while len(places) < count:
            path = self.random.choices(self.files, self.sizes)[0]
            places.append((path, self.random.randrange(path.stat().st_size)))
        return [(path, place, 1 << self.random.randrange(8)) for path, place in places[:count]]

    def assert_caught(self, command, count):
        self.assertEqual(subprocess.run(command, capture_output=True).returncode, 0, "the bundle itself must hold")
        for path, place, bit in self.flips(count):
            kept = path.read_bytes()
            changed = bytearray(kept)
            changed[place] ^= bit
            path.write_bytes(changed)
            status = subprocess.run(command, capture_output=True).returncode
            path.write_bytes(kept)
            self.assertEqual(status, 5, f"{path.name}, byte {place}, bit {bit}")

    def test_verify_sh_catches_two_hundred_of_them(self):
        previous = GOLDEN / "fnf-1" / "STATEMENT"
        self.assert_caught(
            ["bash", AUDIT / "verify.sh", self.bundle, GOLDEN / "fnf.pem", register_id(), previous], SAMPLES)

    def test_verify_py_catches_forty_of_them(self):
        self.assert_caught(
            [sys.executable, AUDIT / "verify.py", self.bundle, "--key", GOLDEN / "fnf.pem", "--id", register_id(),
             "--previous", GOLDEN / "fnf-1" / "STATEMENT"], 40)


if __name__ == "__main__":
    unittest.main()
