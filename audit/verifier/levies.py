"""FORMAT.md §19.6 and levies.csv: levies, revenue for a purpose, fees."""
from typing import Any, Dict, List

from .books import Books
from .controls import PLUS, Due, Part, due, exchange, moved
from .envelopes import Envelope
from .words import Refused, fiscal_start, need


class Levy:
    """A taxation year."""

    def __init__(self) -> None:
        self.estimated = self.remitted = self.fees = self.receivable = 0


class Earmark:
    def __init__(self, data: Dict[str, Any]) -> None:
        self.own, self.account, self.expires = data["basis"] == "own-law", data["account"], data["expires"]
        self.date, self.left = data["date"], int(data["amount"])


class Levies:
    """Levies, earmarks and fees: what is still to come in, or to be used."""

    def __init__(self, books: Books, known: Any) -> None:
        self.books, self.known = books, known  # an envelope, by start and code
        self.levies: Dict[str, Levy] = {}
        self.earmarks: Dict[int, Earmark] = {}
        self.invoices: Dict[str, int] = {}  # what is left of each
        self.billed: Dict[str, str] = {}  # when

    def estimate(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        need(int(data["taxation_year"]) <= int(data["date"][:4]), "the year {} has not begun on {}", data["taxation_year"], data["date"])
        levy, amount = self.levies.setdefault(data["taxation_year"], Levy()), int(data["amount"])
        levy.estimated += amount
        levy.receivable += amount
        need(levy.receivable >= 0, "the levies receivable of {} would be {}", data["taxation_year"], levy.receivable)
        return [due(data["date"], exchange("levies-receivable", "levies", amount))]

    def remit(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        date, fees, parts = data["date"], 0, []  # type: str, int, List[Part]
        for part in data["parts"]:
            year, amount, fee = part["taxation_year"], int(part["amount"]), int(part["fees"])
            need(int(year) <= int(date[:4]), "the year {} has not begun on {}", year, date)
            need(fee <= abs(amount), "the fees of {} are above its amount", year)
            levy = self.levies.setdefault(year, Levy())
            taken = min(max(amount, 0), levy.receivable)
            taken = levy.receivable if "final" in part else taken
            levy.receivable -= taken
            levy.remitted += amount
            levy.fees += fee
            fees += fee
            recent = int(date[:4]) - int(year) in (0, 1)
            parts += [("cash", "", amount), ("levies-receivable", "", -taken),
                      ("levies" if recent else "levies-adjusted", "", taken - amount)]
        controlled, envelope = self.books.years.get(fiscal_start(date), False), data.get("envelope", "")
        need(bool(envelope) == (controlled and fees > 0), "an envelope goes with fees in a year with budget control")
        parts += [("cash", "", -fees), ("collection-fees", envelope, fees)]
        return [due(date, parts, moved("available", "spent", envelope, fees))]

    def controlled_day(self, data: Dict[str, Any]) -> Envelope:
        """The envelope that a record names, of the year of its date, which has budget control."""
        start = int(data["year"][:4])
        need(self.books.years.get(start) and fiscal_start(data["date"]) == start,
             "the year {} is not that of {}, or not open with budget control", data["year"], data["date"])
        return self.known(start, data["envelope"])

    def earmark(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        amount, date, account = int(data["amount"]), data["date"], self.books.accounts.get(data["account"])
        if account is None or account.closed or account.data["class"] != "revenue":
            raise Refused("{} is no open revenue account", data["account"])
        envelope = self.controlled_day(data)
        need(envelope.expires <= data["expires"], "the envelope {} does not expire by {}", envelope.code, data["expires"])
        need(data["expires"] >= date, "it expires before {}", date)
        mark = self.earmarks[sequence] = Earmark(data)
        money = [*exchange("cash", PLUS + mark.account, amount), *exchange("unrestricted", "restricted", amount)] if mark.own \
            else exchange("cash", "deferred", amount)
        return [due(date, money, moved("authorised", "available", envelope.code, amount))]

    def release(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        mark, amount, cause, date = self.earmarks.get(int(data["earmark"])), int(data["amount"]), data["cause"], data["date"]
        if mark is None or mark.left < amount:
            raise Refused("record {} is no earmark, or has not that much left", data["earmark"])
        need(date >= mark.date, "the earmark is of {}, after its release", mark.date)
        need(cause != "expired" or mark.own and date > mark.expires, "it is not expired on {}, or of outside", date)
        need(cause != "used" or not mark.own or date <= mark.expires, "it is expired on {}", date)
        need(cause != "returned" or not mark.own, "what is of own law is not returned")
        need(("envelope" in data) == ("year" in data) == (cause != "used"), "envelope and year go with expired and returned")
        code = "" if cause == "used" else self.controlled_day(data).code
        mark.left -= amount
        money = exchange("restricted", "unrestricted", amount) if mark.own else \
            exchange("deferred", PLUS + mark.account if cause == "used" else "cash", amount)
        return [due(date, money, moved("available", "authorised", code, amount))]

    def bill(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        need(data["invoice"] not in self.invoices, "the invoice {} is known already", data["invoice"])
        self.invoices[data["invoice"]], self.billed[data["invoice"]] = int(data["amount"]), data["date"]
        return [due(data["date"], exchange("fees-receivable", "fees", int(data["amount"])))]

    def receive(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        left, amount = self.invoices.get(data["invoice"], 0), int(data["amount"])
        need(amount <= left, "the invoice {} has not that much left", data["invoice"])
        need(data["date"] >= self.billed[data["invoice"]], "the invoice {} is of a later day", data["invoice"])
        self.invoices[data["invoice"]] = left - amount
        return [due(data["date"], exchange("cash", "fees-receivable", amount))]

    def rows(self) -> Any:
        for year, levy in sorted(self.levies.items()):
            yield year, levy.estimated, levy.remitted, levy.fees, levy.receivable


COLUMNS = "taxation_year,estimated_cents,remitted_cents,fees_cents,receivable_cents"
