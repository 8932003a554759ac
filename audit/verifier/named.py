"""FORMAT.md §20.8: grants of a fund that interventions and committees of employers name; pairing judges them of two bundles."""
from typing import Dict, Optional, Tuple

from .authorship import Authorship
from .books import Books
from .budgets import Budgets
from .bundle import Bundle
from .figures import Figures
from .judge import Judge, replay
from .pairs import Links
from .words import Refused, need

FIRMS = ("corporation", "partnership", "sole-proprietor")  # of other forms an employer may be a promoter


class Side:
    """A bundle with what its judges know at the end; `holds` where what this rests on does."""

    def __init__(self, links: Links, judges: Dict[str, Judge]) -> None:
        self.links, self.bundle = links, links.bundle
        self.figures: Optional[Figures] = judges.get("figures")  # type: ignore[assignment]
        rests = judges.get("figures" if self.bundle.register == "employers" else "budgets")
        self.holds = rests is None or rests.refusal is None and not rests.unjudged


def read_other(path: str, register: str) -> Side:
    """The other bundle of a pair; Refused where its integrity or authorship does not hold, or it is of this very register."""
    bundle, judges = Bundle(path), {}  # type: Bundle, Dict[str, Judge]
    bundle.check_integrity(set())
    need(bundle.id != register, "it is of the same register")
    if bundle.served:
        judges["figures"] = Figures(bundle)
    if bundle.budgeted or bundle.granted:
        books = judges["books"] = Books(bundle)
        judges["budgets"] = Budgets(bundle, books)
    author, links = Authorship(bundle, judges.get("figures")), Links(bundle)  # type: ignore[arg-type]
    replay(bundle, [author, links, *judges.values()])
    if author.refusal:
        raise author.refusal
    return Side(links, judges)


def check(one: Side, other: Side) -> Optional[Tuple[int, int]]:
    """`one` is the bundle that is verified. How many were judged, how many lie beyond the fund's end; None where the two are not employers and a fund, or rest on what fails."""
    first = one
    if one.bundle.register != "employers":
        one, other = other, one
    fund = other.bundle.register.upper() + "-G-"
    if one.bundle.register != "employers" or other.bundle.register == "employers" or not (one.holds and other.holds):
        return None
    if one.figures is None:
        return 0, 0
    grants, known = other.links.grants, one.figures.employers
    older = other.bundle.statement["time"] < one.bundle.statement["time"]
    judged, beyond, mine = 0, 0, one is first
    started = {found.record: found for year in known.interventions.values() for found in year}
    for record, grant in one.links.named:
        intervention = started.get(record)
        if not grant.startswith(fund) or intervention is not None and intervention.annulled:
            continue
        number = int(grant[len(fund):])
        if number > len(grants) and older:
            beyond += 1
            continue
        judged += 1
        if number > len(grants):
            raise Refused("{} is a grant that the fund does not have", grant, record=record * mine)
        recipient = known.employers.get(grants[number - 1])
        if intervention is None or recipient is None:
            continue
        if recipient.root().form in FIRMS and recipient.root() is not intervention.employer.root():
            raise Refused("the grant {} is of {}, the intervention of {}", grant, recipient.neq, intervention.employer.neq, record=record * mine)
    return judged, beyond
