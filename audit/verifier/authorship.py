"""FORMAT.md §5 to §8: seals, persons, roles, keys, second persons, subjects, documents."""
from typing import Any, Dict, FrozenSet, List, Optional, Set, Tuple

from .bundle import Bundle
from .figures import Figures
from .judge import CHANGES_ROLES, Judge, Record, Roles
from .grantkinds import entries_of
from .keys import check_key, signed
from .kinds import GRANTED, KINDS, PROPOSALS
from .lines import Tree
from .scopes import Asked
from .servicekinds import BY_SLIP
from .slips import check_signature
from .words import Refused, need, sha256


class Authorship(Judge):
    """§5 to §8: seals, persons, keys, second persons, subjects, documents; §20.2: scopes, by what figures knew before."""

    def __init__(self, bundle: Bundle, figures: Optional[Figures] = None) -> None:
        super().__init__(bundle)
        self.figures = figures  # sees each record after this judge
        self.asked: Dict[Asked, int] = {}  # scopes that the batch asks for -> the first record that does
        self.slip: Optional[Dict[str, Any]] = None  # that begins the batch
        self.roles = Roles()
        self.before: Dict[str, FrozenSet[Any]] = {}  # what those whose roles change in this batch held before it
        self.keys: Dict[str, str] = {}  # key -> person
        self.founders: List[Dict[str, str]] = []
        self.ledger_keys: List[str] = []
        self.recovery = ""
        self.content, self.root_before = Tree(), ""
        self.needed: Dict[Tuple[str, ...], int] = {}  # roles -> first record of the batch that needs one of them
        self.idempotency: Set[bytes] = set()
        self.time = ""
        self.proposals: Dict[int, List[str]] = {}  # sequence -> [kind, state, key that sealed it]
        self.moves: Dict[str, str] = {}  # entry that a transfer, or a record of §19, of this batch names -> its kind
        self.proposed: List[int] = []  # in this batch
        self.decided: List[Tuple[int, int, bool]] = []  # in this batch: approval or refusal, proposal, whether given
        self.recovered = ""
        self.documents: Set[str] = set()
        self.subjects: Dict[str, bool] = {}  # -> erased

    def see(self, record: Record, data: Dict[str, Any]) -> None:
        kind, sequence = data["kind"], record.sequence
        need((sequence == 1) == (kind == "register.created/1"), "register.created/1 is record 1 and no other")
        if sequence == self.start:
            self.content, self.root_before, self.recovered = Tree(), record.tree.root(), ""
            self.needed, self.proposed, self.decided, self.before = {}, [], [], {}
            self.moves, self.asked, self.slip = {}, {}, None
        self.content.append(record.leaf)
        founding = 2 <= sequence <= len(self.founders) + 1
        if not founding and KINDS[kind].roles:
            asked = self.moves.get(data["entry"], kind) if kind == "entry.posted/1" else kind
            self.needed.setdefault(KINDS[asked].roles, sequence)
        if kind == "transfer.posted/1" or kind in GRANTED:
            self.moves.update(dict.fromkeys(entries_of(data), kind))
        if KINDS[kind].two and not founding:
            self.check_two(record)
        if kind == "slip.received/1":
            self.receive(data)
        elif self.figures is not None and self.figures.refusal is None:
            self.ask(sequence, data)
        if sequence == 1:
            self.create(data)
        elif founding:
            founder = self.founders[sequence - 2]
            need(kind == "person.admitted/1" and (data["person"], data["key"]) == (founder["person"], founder["key"])
                 and data["role"] == "founder" and not data.keys() & {"scope", "alone", "proposal"},
                 "founder {}'s admission was expected", founder["person"])
            self.admit(data)
        else:
            need(data.get("role") != "founder", "founder is for founders only")
            base = kind.replace(".proposed", "")
            if base in ("person.admitted/1", "person.recovered/1"):
                self.admit(data)
            elif base in ("role.granted/1", "role.revoked/1"):
                self.check_grant(data, base)
            elif kind in ("approval.given/1", "approval.refused/1"):
                self.approve(record)
            elif kind == "ledger-key.rotated/1":
                self.rotate(data)
            elif kind == "document.added/1":
                need(data["sha256"] not in self.documents, "document added already")
                self.documents.add(data["sha256"])
            elif kind == "subject.opened/1":
                need(data["subject"] not in self.subjects, "subject opened already")
                self.subjects[data["subject"]] = False
            elif kind == "subject.erased/1":
                need(self.subjects.get(data["subject"]) is False, "subject unknown or erased already")
                self.subjects[data["subject"]] = True
        if kind in PROPOSALS:
            self.proposals[sequence] = [kind, "open", ""]
            self.proposed.append(sequence)
        if kind in CHANGES_ROLES:
            if not founding and kind != "person.recovered/1":
                self.before.setdefault(data["person"], frozenset(self.roles.held.get(data["person"], ())))
            self.roles.apply(data)
        if kind == "person.recovered/1":
            need(sequence == self.start, "person.recovered/1 is not the first of its batch")
            self.recovered = data["key"]

    def create(self, data: Dict[str, Any]) -> None:
        """§6 Founding."""
        self.founders, self.recovery, self.ledger_keys = data["founders"], data["recovery_key"], [data["ledger_key"]]
        keys = [data["ledger_key"], data["recovery_key"]] + [f["key"] for f in self.founders]
        for key in keys:
            check_key(key)
        names = {f["person"] for f in self.founders}
        need(len(set(keys)) == len(keys) and len(names) == len(self.founders), "founding keys or names repeated")

    def admit(self, data: Dict[str, Any]) -> None:
        """§6 possession, recovery; also for a proposal of an admission, which changes nothing."""
        person, key, role = data["person"], data["key"], data.get("role", "admin")
        need(person != "ledger" and person not in self.roles.held, "the name {} is refused or taken", person)
        need(key not in self.keys and key != self.recovery and key not in self.ledger_keys,
             "{}'s key is used already", person)
        check_key(key)
        if role != "founder":
            self.check_scope(role, data.get("scope"))
        message = "fundctl/possession/v1\n%s\n%s\n%s\n%s\n" % (self.bundle.id, person, role, data.get("scope", "-"))
        need(signed(key, bytes.fromhex(data["proof"]), message.encode()),
             "{}'s proof of possession does not verify", person)
        if data["kind"] == "person.recovered/1":
            message = "fundctl/recovery/v1\n%s\n%s\n%s\n" % (self.bundle.id, person, key)
            need(signed(self.recovery, bytes.fromhex(data["recovery_proof"]), message.encode()),
                 "the recovery key's proof does not verify")
        if not data["kind"].endswith(".proposed/1"):
            self.keys[key] = person

    @staticmethod
    def check_scope(role: str, scope: Optional[str]) -> None:
        need((scope is not None) == (role in ("coordinator", "agent")), "scope missing or too many for {}", role)

    def check_grant(self, data: Dict[str, Any], base: str) -> None:
        person, role, scope = data["person"], data["role"], data.get("scope")
        need(person in self.roles.held, "{} is not admitted", person)
        holds = (role, scope) in self.roles.held[person]
        if base == "role.granted/1":
            self.check_scope(role, scope)
            need(not holds, "{} holds the role {} already", person, role)
        else:
            need(holds, "{} does not hold the role {}", person, role)
            need(role != "admin" or len(self.roles.admins) > 1, "the last admin")

    def receive(self, data: Dict[str, Any]) -> None:
        """§20.7: the signature of a slip, by whom, and what for."""
        check_signature(data, self.bundle.id)
        person, committee = data["person"], data["committee"]
        held = self.before.get(person, self.roles.held.get(person, frozenset()))
        need(self.keys.get(data["key"]) == person, "the slip's key is not {}'s", person)
        need(Asked(False, None, frozenset((committee,))).held(set(held)), "{} is no coordinator of {}", person, committee)
        self.slip = data

    def ask(self, sequence: int, data: Dict[str, Any]) -> None:
        """§20.2: the scopes that a record asks for; those of a slip's records as §20.7 says."""
        assert self.figures is not None
        asked = self.figures.scopes.asked(data)
        if asked is None:
            return
        if self.slip is not None and data["kind"] in BY_SLIP:
            need(asked.committees == {self.slip["committee"]}, "the committee of the slip is another one")
            asked = Asked(False, asked.regions, None)
        self.asked.setdefault(asked, sequence)

    def rotate(self, data: Dict[str, Any]) -> None:
        """§6 Ledger key."""
        old, new = data["old_key"], data["new_key"]
        need(old == self.ledger_keys[-1] and new not in self.ledger_keys and new not in self.keys
             and new != self.recovery, "old or new ledger key refused")
        check_key(new)
        message = ("fundctl/ledger-key/v1\n%s\n%s\n%s\n" % (self.bundle.id, old, new)).encode()
        need(signed(old, bytes.fromhex(data["proof_old"]), message)
             and signed(new, bytes.fromhex(data["proof_new"]), message),
             "the rotation's proofs do not verify")
        self.ledger_keys.append(new)

    def check_two(self, record: Record) -> None:
        """§7: alone while fewer than two admins, else an approved proposal with the same members."""
        data, kind = record.data, KINDS[record.data["kind"]]
        proposed_first = kind.second != "admin" or len(self.roles.admins) >= 2
        need(("alone" in data) != proposed_first and ("proposal" in data) == proposed_first,
             "a second person is needed from two admins on, and alone said otherwise")
        if proposed_first:
            number = int(data["proposal"])
            name, state, _ = self.proposals.get(number, ["", "", ""])
            need(name == data["kind"].replace("/", ".proposed/") and state == "given",
                 "proposal {} is not approved, of another kind or used", number)
            proposed = self.bundle.read(number)
            left_out = {"kind", "proposal", *kind.when_done}
            need({k: v for k, v in proposed.items() if k != "kind"}
                 == {k: v for k, v in data.items() if k not in left_out}, "proposal {} said otherwise", number)
            self.proposals[number][1] = "used"

    def approve(self, record: Record) -> None:
        number = int(record.data["proposal"])
        need(self.proposals.get(number, ["", ""])[1] == "open", "proposal {} is not open", number)
        given = record.data["kind"] == "approval.given/1"
        self.proposals[number][1] = "given" if given else "refused"
        self.decided.append((record.sequence, number, given))

    def check_second(self, key: str, person: str, held: Set[str]) -> None:
        """§7: who gave and refused in this batch."""
        for sequence, number, given in self.decided:
            kind, _, proposer = self.proposals[number]
            second = KINDS[PROPOSALS[kind]].second
            if second not in held and (given or second == "admin" or proposer != key):
                raise Refused("{} holds no role that allows it", person, record=sequence)
            if given and proposer == key:
                raise Refused("{} approves their own proposal {}", person, number, record=sequence)

    def see_seal(self, record: Record, data: Dict[str, Any]) -> None:
        """§5, and who may (§6)."""
        sequence, key = record.sequence, data["key"]
        need(sequence > self.start, "seal without content")
        need(sequence > len(self.founders) + 1, "founders are missing")
        expected = (str(self.batch), str(self.start), str(sequence - self.start), self.bundle.id, self.content.root(),
                    self.root_before, record.tree.root())
        names = ("batch", "first", "count", "register", "content_root", "root_before", "root_after")
        for name, value in zip(names, expected):
            need(data[name] == value, "seal: {} is not {}", name, value)
        siblings = [s["register"] for s in data["siblings"]]
        need(self.bundle.id not in siblings and all(a < b for a, b in zip(siblings, siblings[1:])),
             "seal: siblings out of order or of this register")
        need(data["time"] >= self.time, "seal: time before the previous seal's")
        idempotency = sha256(data["idempotency_key"].encode())[:16]
        need(idempotency not in self.idempotency, "seal: idempotency key seen before")
        need(key in self.keys, "seal by an unknown key")
        person = self.keys[key]
        member = b'"signature":"' + data["signature"].encode() + b'",'
        start = record.line.index(member)
        message = b"fundctl/seal/v1\n" + record.line[:start] + record.line[start + len(member):]
        need(signed(key, bytes.fromhex(data["signature"]), message), "seal: the signature does not verify")
        need(not self.recovered or key == self.recovered, "a recovery's batch is sealed by the recovered key")
        pairs = self.before.get(person, self.roles.held[person])
        held = {role for role, _ in pairs}
        for proposal in self.proposed:
            self.proposals[proposal][2] = key
        self.check_second(key, person, held)
        wrong = min((first for roles, first in self.needed.items() if not held.intersection(roles)), default=record.sequence)
        outside = min((first for asked, first in self.asked.items() if not asked.held(set(pairs))), default=record.sequence)
        if wrong <= outside and wrong < record.sequence:
            raise Refused("{} holds no role that allows it", person, record=wrong)
        if outside < record.sequence:
            raise Refused("{} does not hold the scope that it asks for", person, record=outside)
        need(self.batch > 1 or person in [f["person"] for f in self.founders], "batch 1 is sealed by a founder")
        self.idempotency.add(idempotency)
        self.time = data["time"]

    def finish(self) -> None:
        need(self.start == self.bundle.size + 1, "records after the last seal")
        self.found = "seals: {}, persons: {}", (self.batch - 1, len(self.roles.held))
