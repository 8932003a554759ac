"""FORMAT.md §20.2: what scopes a record asks for, of the state before it. Authorship says who holds them."""
from typing import Any, Dict, FrozenSet, NamedTuple, Optional, Set, Tuple

from .apprentices import Apprentices
from .employers import Employers
from .servicekinds import SERVICE_KINDS
from .words import Refused

Held = Set[Tuple[str, Optional[str]]]


class Asked(NamedTuple):
    """One of these must do: admin; agent of one of the regions; coordinator of all the committees. None: such a one may not."""
    admin: bool
    regions: Optional[FrozenSet[str]]
    committees: Optional[FrozenSet[str]]

    def held(self, held: Held) -> bool:
        if self.admin and ("admin", None) in held:
            return True
        if self.regions is not None and (("agent", None) in held or any(("agent", region) in held for region in self.regions)):
            return True
        return self.committees is not None and (("coordinator", None) in held
                                                or all(("coordinator", committee) in held for committee in self.committees))


class Scopes:
    def __init__(self, employers: Employers, apprentices: Apprentices) -> None:
        self.known, self.apprentices = employers, apprentices

    def asked(self, data: Dict[str, Any]) -> Optional[Asked]:
        """None where a record asks for none, or what it takes to tell is unknown: figures refuses that record."""
        kind = data["kind"].replace(".proposed", "")
        if kind not in SERVICE_KINDS:
            return None
        judge = getattr(self, "of_" + kind.split(".")[0].replace("-", "_"), None)
        if judge is None:
            return None
        try:
            regions, committees = judge(kind, data)
        except Refused:
            return None
        roles = SERVICE_KINDS[kind].roles
        return Asked("admin" in roles, frozenset(regions) if "agent" in roles else None,
                     frozenset(committees) if "coordinator" in roles and committees and "" not in committees else None)

    def of_employer(self, kind: str, data: Dict[str, Any]) -> Any:
        given = {data["region"]} if "region" in data else set()
        if kind == "employer.added/1":
            return given, ()
        named = [data["employer"]] + ([data["into"]] if kind == "employer.merged/1" else [])
        return given | {self.known.employer(neq).root().region for neq in named}, ()

    def of_establishment(self, kind: str, data: Dict[str, Any]) -> Any:
        return {data["region"], self.known.employer(data["employer"]).root().region}, ()

    def region(self, office: str) -> str:
        return self.known.office(office, closed=True).region

    def of_intervention(self, kind: str, data: Dict[str, Any]) -> Any:
        return {self.region(data["office"]) if "office" in data else self.known.intervention(data["intervention"]).office.region}, ()

    def of_agreement(self, kind: str, data: Dict[str, Any]) -> Any:
        regions = {self.region(data["office"])} if "office" in data else set()
        if kind == "agreement.drafted/1":
            standard = self.known.standards.get(data["standard"])
            if standard is None:
                raise Refused("the standard {} is unknown", data["standard"])
            return regions, {standard.committee}
        found = self.apprentices.agreement(data["agreement"])
        return regions | {found.office.region}, {found.standard.committee}

    def of_participation(self, kind: str, data: Dict[str, Any]) -> Any:
        if kind == "participation.started/1":
            if data["programme"] not in self.known.programmes:
                raise Refused("the programme {} is unknown", data["programme"])
            return {self.region(data["office"])}, {self.known.programmes[data["programme"]]}
        found = self.apprentices.participation(data["participation"])
        return {found.act_office.region}, {self.known.programmes[found.act_programme]}

    def of_standard(self, kind: str, data: Dict[str, Any]) -> Any:
        stands = self.known.standards.get(data["standard"])
        return (), {data.get("committee", "")} | ({stands.committee} if stands else set())

    def of_committee(self, kind: str, data: Dict[str, Any]) -> Any:
        return (), {data["committee"]}

    def of_level(self, kind: str, data: Dict[str, Any]) -> Any:
        name, _, code = data["level"].partition("-")
        return {self.region(code)} if name == "office" else {code} - {""}, ()

    of_target = of_variance = of_follow_up = of_level

    def of_indicator(self, kind: str, data: Dict[str, Any]) -> Any:
        return self.of_level(kind, data) if kind == "indicator.recorded/1" else ((), ())
