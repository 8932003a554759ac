"""FORMAT.md §19.2: control accounts, and the entries that acts give, before accounts and numbers are known."""
from typing import Dict, Iterable, NamedTuple, Set, Tuple

from .books import Books
from .words import Refused, fiscal_start, need, sha256

# use -> line, whether it is closed
USES: Dict[str, Tuple[str, bool]] = {
    "payable": ("fl-grants-payable", True), "holdbacks": ("fl-holdbacks", True), "accrued": ("fl-accrued-grants", True),
    "advances": ("fa-advances-to-recipients", True), "recoverable": ("fa-recoverable-from-recipients", True),
    "transit": ("fa-cash", True), "levies-receivable": ("fa-levies-receivable", True),
    "fees-receivable": ("fa-fees-receivable", True), "deferred": ("fl-deferred-revenue", True),
    "restricted": ("na-restricted", True), "unrestricted": ("na-unrestricted", False), "cash": ("fa-cash", False),
    "recoveries": ("rev-recoveries", False), "bad-debts": ("exp-bad-debts", False), "levies": ("rev-levies", False),
    "levies-adjusted": ("rev-levies", False), "collection-fees": ("exp-collection-fees", False), "fees": ("rev-fees", False)}
Part = Tuple[str, str, int]  # a use, or = and an account; or a budgetary class; the envelope or ""; the amount
Money = Dict[Tuple[str, str], int]  # account, envelope or "" -> sum of postings, none of zero
PLUS = "="  # before an account that is no use


class Due(NamedTuple):
    """An entry that an act gives: sums that are not zero, in order, so that equal dues are equal."""
    start: int
    date: str
    money: Tuple[Part, ...]
    budget: Tuple[Part, ...]
    reverses: str = ""  # §19.4 undone: the entry that it mirrors; it has no sums of its own then


def end_of(start: int) -> str:
    return "%d-03-31" % (start + 1)


def summed(parts: Iterable[Part]) -> Tuple[Part, ...]:
    sums: Dict[Tuple[str, str], int] = {}
    for name, envelope, amount in parts:
        sums[name, envelope] = sums.get((name, envelope), 0) + amount
    return tuple((name, envelope, amount) for (name, envelope), amount in sorted(sums.items()) if amount)


def due(date: str, money: Iterable[Part] = (), budget: Iterable[Part] = (), start: int = 0) -> Due:
    """Of the year of the act's date, or of another one."""
    start = start or fiscal_start(date)
    return Due(start, min(date, end_of(start)), summed(money), summed(budget))


def exchange(debit: str, credit: str, amount: int) -> Tuple[Part, Part]:
    """Money: an amount on one account, from another."""
    return (debit, "", amount), (credit, "", -amount)


def moved(debit: str, credit: str, envelope: str, amount: int) -> Tuple[Part, ...]:
    """Budget of an envelope from one class to another; nothing where there is no envelope."""
    return ((debit, envelope, amount), (credit, envelope, -amount)) if envelope else ()


def mark(dues: Iterable[Due]) -> bytes:
    """Of what an act gave, short enough to keep for each."""
    return sha256(repr(list(dues)).encode())[:12]


class Controls:
    """Which account has which use."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self.accounts: Dict[str, str] = {}  # use -> account
        self.used: Dict[str, str] = {}  # and back
        self.closed: Set[str] = set()  # accounts of closed uses

    def set(self, data: Dict[str, str]) -> None:
        use, code = data["use"], data["account"]
        account = self.books.accounts.get(code)
        need(use not in self.accounts, "the use {} has its account already", use)
        need(code not in self.used, "the account {} has a use already", code)
        if account is None or account.closed or account.line != USES[use][0]:
            raise Refused("the account {} is not open, or not of the line {}", code, USES[use][0])
        self.accounts[use], self.used[code] = code, use
        if USES[use][1]:
            self.closed.add(code)

    def money(self, parts: Iterable[Part]) -> Money:
        """Uses stand for their accounts."""
        found: Money = {}
        for name, envelope, amount in parts:
            account = name[1:] if name.startswith(PLUS) else self.accounts.get(name, "")
            need(account, "the use {} has no account", name)
            found[account, envelope] = found.get((account, envelope), 0) + amount
        return {key: amount for key, amount in found.items() if amount}
