"""FORMAT.md §19.5 and payments.csv: what is paid of payables, cleared by the bank, or sent back."""
from typing import Any, Dict, List, NamedTuple, Tuple

from .controls import Due, due, exchange
from .grantkinds import number_of
from .grants import Grant, Payment
from .words import Refused, need


class Issue(NamedTuple):
    """What payments of one record have in common."""
    record: int
    date: str


class Paid:
    """One payment."""
    __slots__ = ("issue", "payable", "grant", "amount", "state", "state_date")

    def __init__(self, issue: Issue, payable: int, grant: str, amount: int) -> None:
        self.issue, self.payable, self.grant, self.amount = issue, payable, grant, amount
        self.state, self.state_date = "issued", issue.date

    def check(self, date: str) -> None:
        need(date >= self.state_date, "a payment is {} only on {}", self.state, self.state_date)


class Payments:
    def __init__(self, prefix: str, grants: Dict[str, Grant], owner: Dict[int, str], banks: Dict[str, str],
                 subjects: Dict[str, bool]) -> None:
        self.prefix, self.grants, self.owner, self.banks, self.subjects = prefix, grants, owner, banks, subjects
        self.paid: List[Paid] = []

    def name(self, number: int) -> str:
        return "%s-P-%06d" % (self.prefix, number)

    def known(self, name: str) -> Paid:
        number = number_of(name)
        need(number <= len(self.paid) and name == self.name(number), "the payment {} is unknown", name)
        return self.paid[number - 1]

    def judge(self, data: Dict[str, Any]) -> List[Tuple[int, Grant, int]]:
        """payment.issued/1 and its proposal: each payable with its grant and amount."""
        found = []
        for item in data["items"]:
            number, amount = int(item["payable"]), int(item["amount"])
            grant = self.grants.get(self.owner.get(number, ""))
            payable = grant.payables.get(number) if grant else None
            if grant is None or payable is None or payable.left != amount:
                raise Refused("what is left of payable {} is not {}", number, amount)
            need(data["date"] >= payable.date, "payable {} is of {}, after its payment", number, payable.date)
            need(self.banks.get(grant.recipient) == item["bank"], "the bank of {} is another one, or none", grant.recipient)
            need(self.subjects[item["bank"]] is False, "the subject {} is not opened, or erased", item["bank"])
            found.append((number, grant, amount))
        return found

    def issue(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        items, done = self.judge(data), data["kind"] == "payment.issued/1"
        if done:
            first, issue = self.name(len(self.paid) + 1), Issue(sequence, data["date"])
            need(data["first"] == first, "payment {} expected", first)
            for number, grant, amount in items:
                grant.pay(Payment(number, amount, data["date"]))
                self.paid.append(Paid(issue, number, grant.name, amount))
        return [due(data["date"], exchange("payable", "transit", sum(amount for _, _, amount in items)))]

    def clear(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        total = 0
        for name in data["payments"]:
            paid = self.known(name)
            need(paid.state == "issued", "the payment {} is {}", name, paid.state)
            paid.check(data["date"])
            paid.state, paid.state_date = "cleared", data["date"]
            total += paid.amount
        return [due(data["date"], exchange("transit", "cash", total))]

    def reject(self, sequence: int, data: Dict[str, Any]) -> List[Due]:
        paid = self.known(data["payment"])
        need(paid.state != "rejected", "the payment {} is {}", data["payment"], paid.state)
        paid.check(data["date"])
        back = "cash" if paid.state == "cleared" else "transit"
        paid.state, paid.state_date = "rejected", data["date"]
        self.grants[paid.grant].pay(Payment(paid.payable, -paid.amount, data["date"]))
        return [due(data["date"], exchange(back, "payable", paid.amount))]

    def rows(self) -> Any:
        for number, paid in enumerate(self.paid, 1):
            yield (self.name(number), paid.issue.record, paid.payable, paid.grant, self.grants[paid.grant].recipient,
                   paid.amount, paid.issue.date, paid.state, paid.state_date)


COLUMNS = "payment,record,payable,grant,recipient,amount_cents,date,state,state_date"
