"""A small book of grants, payments, levies, revenue and fees, kept with fundctl: the same deeds each time, for the attacks of cases_grants.py.

Of fnf there are two exports, the first before any grant. What each grant is left with is told beside its deeds; amounts are dollars.
"""
import os
import shutil
import sys
from typing import Any, List, Tuple

from lending import FUND, OFFICER, OPENED, WORDS, Lending

HERE = os.path.dirname(os.path.abspath(__file__))
MAP = os.path.join(os.path.dirname(os.path.dirname(HERE)), "maps", "360giving-grants-register.yaml")
RECIPIENTS = ("1140000013", "3340000019", "X-mutuelle")
IMPORTED = """Identifier,Title,Award Date,Amount Awarded,Recipient Org:Identifier,Recipient Org:Name,Grant Programme:Code
A-1,"Concert, salle 2",2025-06-14,1000,1140000013,"Entreprise, 1140000013",MFOR
A-2,Jardin,2025-07-01,250.50,3340000019,"Entreprise, 3340000019",MFOR
"""


class Granted(Lending):
    def found(self) -> None:
        """Years, envelopes, programmes, recipients with banks."""
        self.keepers()
        for start in (2025, 2026, 2027):
            self.need("year", "open", "%d-%d" % (start, start + 1), "--fund", FUND, *(("--without-budget",) if start == 2025 else ()))
        for start, code, more in ((2026, "FORM", ()), (2026, "RECO", ()), (2027, "FORM", ()), (2026, "BREF", ("--expires", "2027-03-31"))):
            self.need("envelope", "open", code, "--fund", FUND, "--year", "%d-%d" % (start, start + 1), "--amount", "500000", "--name", code, *more, by=OFFICER)
        self.need("program", "add", "MFOR", "--fund", FUND, "--name", 'Programme "M"', "--account", "5130", "--norms", "approved", "--citation", "décret", by=OFFICER)
        self.need("program", "add", "HORS", "--fund", FUND, "--name", "Hors programme", "--account", "5140", "--norms", "none", "--citation", "décret", by=OFFICER)
        for use, (code, class_, line) in OPENED.items():
            self.do("account", "open", code, "--name", code, "--class", class_, "--line", line, "--fund", FUND)
            self.do("account", "control", use, code, "--fund", FUND)
        for name in RECIPIENTS:
            self.need("recipient", "add", name, "--fund", FUND, "--name", "Entreprise, " + name)
            self.need("recipient", "bank", name, "--fund", FUND, "--institution", "815", "--transit", "00001", "--account", name[-5:].replace("-", "1").translate(DIGITS))
        self.given()

    def given(self) -> None:
        """Hugo approves what waits."""
        for waiting in self.waiting():
            self.need("approval", "give", waiting["id"], by="hugo")

    def on(self, date: str, verb: str, *words: str, by: str = OFFICER) -> Any:
        return self.need("grant", verb, *words, "--date", date, by=by)

    def agreement(self, n: int, program: str, recipient: str, lines: List[Tuple[str, int, str]], until: str = "signed") -> str:
        """A grant until it is signed, or before: of each year's line the day of its one instalment, its dollars, its envelope."""
        grant, total = "FNF-G-%06d" % n, sum(amount for _, amount, _ in lines)
        self.need("grant", "apply", "--fund", FUND, "--program", program, "--recipient", recipient, "--amount", str(total), "--title", "Formation %d" % n, "--date",
                  "2026-05-01")
        self.on("2026-05-02", "assess", grant, "--recommend", "approve", "--memo", "x")
        if until != "assessed":
            plan = [w for day, amount, code in lines for w in ("--plan", "%s:%d@%s" % ("2026-2027" if day < "2027-04" else "2027-2028", amount, code))]
            self.on("2026-05-03", "approve", grant, *plan, "--authority", "direction", "--instrument", "D-%d" % n, by="hugo")
        if until == "signed":
            due = [w for day, amount, _ in lines for w in ("--instalment", "%s:%d:final" % (day, amount))]
            self.on("2026-05-04", "sign", grant, *WORDS, "--begins", "2026-05-01", "--ends", "2028-03-31", *due)
        return grant

    def run(self, date: str, *words: str) -> None:
        self.need("payment", "run", "--fund", FUND, "--date", date, *words)
        self.given()

    def live(self, deeds: int = 0) -> None:
        self.found()
        self.export(FUND)
        # 1: advances of 10 000 paid, of which 3 000 used and 500 to be given back (200 are, 50 written off); claim 1 of 12 000 accepted, 7 800 paid,
        # 1 200 held back; claim 2 of 8 000 open; of the plan 31 500 is left.
        one = self.agreement(1, "MFOR", RECIPIENTS[0], [("2026-12-01", 40_000, "FORM"), ("2027-05-01", 10_000, "FORM")])
        self.on("2026-06-01", "advance", one, "--amount", "10000")
        self.run("2026-06-05")
        self.need("payment", "clear", "--fund", FUND, "--payment", "FNF-P-000001", "--date", "2026-06-08")
        self.on("2026-07-02", "claim", one, "--amount", "12000", "--from", "2026-05-01", "--to", "2026-06-30")
        self.on("2026-07-05", "accept", one, "--claim", "1", "--eligible", "12000", "--advance", "3000", "--holdback", "1200")
        self.run("2026-07-10")
        self.on("2026-08-02", "claim", one, "--amount", "8000", "--from", "2026-07-01", "--to", "2026-07-31")
        self.on("2026-08-03", "recover", one, "--advance", "--amount", "500", "--reason", "trop versé")
        self.on("2026-08-04", "repay", one, "--amount", "200")
        self.on("2026-08-05", "write-off", one, "--amount", "50", "--reason", "petit solde", "--envelope", "RECO")
        self.given()
        # 2: two claims accepted, 4 500 and 5 500 payable, 500 held back; an accrual of 2 000.
        two = self.agreement(2, "MFOR", RECIPIENTS[1], [("2026-12-01", 30_000, "FORM"), ("2027-05-01", 5_000, "FORM")])
        self.on("2026-07-02", "claim", two, "--amount", "5000", "--from", "2026-05-01", "--to", "2026-06-30")
        self.on("2026-07-05", "accept", two, "--claim", "1", "--eligible", "5000", "--holdback", "500")
        self.on("2026-08-02", "claim", two, "--amount", "6000", "--from", "2026-07-01", "--to", "2026-07-31")
        self.on("2026-08-05", "accept", two, "--claim", "2", "--eligible", "5500", "--reason", "taxes")
        self.need("grant", "accrue", two, "--year", "2026-2027", "--amount", "2000", "--date", "2027-03-31")
        # 3 is assessed, 4 approved, 5 signed; of 5 an advance is undone. 6 and 7 are imported.
        self.agreement(3, "HORS", RECIPIENTS[2], [("2026-12-01", 60_000, "FORM")], "assessed")
        self.agreement(4, "MFOR", RECIPIENTS[2], [("2026-12-01", 20_000, "RECO")], "approved")
        five = self.agreement(5, "MFOR", RECIPIENTS[0], [("2026-12-01", 20_000, "RECO")])
        self.on("2026-06-01", "advance", five, "--amount", "1000")
        records = self.find_all(self.of(five), "record")
        self.on("2026-06-02", "undo", five, "--record", str(max(int(r["record"]) for r in records)), "--reason", "montant")
        self.need("grant", "import", self.file(IMPORTED, "csv"), "--fund", FUND, "--map", MAP)
        # 8 is closed: its first payment came back.
        eight = self.agreement(8, "HORS", RECIPIENTS[2], [("2026-12-01", 9_000, "RECO")])
        self.on("2026-07-02", "claim", eight, "--amount", "8000", "--from", "2026-05-01", "--to", "2026-06-30")
        self.on("2026-07-05", "accept", eight, "--claim", "1", "--eligible", "8000")
        self.run("2026-07-12", "--grant", eight)
        self.need("payment", "reject", "FNF-P-000003", "--reason", "compte fermé", "--date", "2026-07-20")
        self.run("2026-07-25", "--grant", eight)
        self.on("2026-08-01", "report", eight, "--memo", "reçu")
        self.on("2026-08-15", "close", eight)
        self.money()
        self.export(FUND)

    def money(self) -> None:
        """Levies, revenue, fees: 8 000 of own law and 5 000 from outside are left, 200 of an invoice."""
        self.need("levy", "estimate", "--taxation-year", "2026", "--amount", "9000", "--basis", "prévision", "--date", "2026-06-30")
        self.need("levy", "remit", "--part", "2026:4000:30", "--part", "2025:100", "--ref", "RQ-1", "--date", "2026-07-15", "--envelope", "FORM")
        for basis, amount in (("own-law", "10000"), ("outside", "5000")):
            self.need("revenue", "earmark", "--fund", FUND, "--amount", amount, "--account", "4900", "--basis", basis, "--envelope", "BREF", "--expires",
                      "2027-03-31", "--citation", "loi", "--date", "2026-05-10")
        first = min(int(row["record"]) for row in self.find_all(self.need("revenue", "list", "--fund", FUND), "record"))
        self.need("revenue", "release", str(first), "--fund", FUND, "--cause", "used", "--amount", "2000", "--date", "2026-09-01")
        self.need("fee", "bill", "--fund", FUND, "--invoice", "F-1", "--payer", "Formateur, inc.", "--amount", "300", "--date", "2026-05-10")
        self.need("fee", "receive", "F-1", "--fund", FUND, "--amount", "100", "--date", "2026-05-20")


DIGITS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "1" * 26)


def book(fundctl: str, source: str, work: str) -> None:
    """source/grants.1 and source/grants.2; every key of the book in source/keys, named grants-PERSON.pem."""
    life = Granted(fundctl, os.path.join(work, "grants"), "grants")
    life.live()
    for export in life.exports:
        shutil.rmtree(os.path.join(export.path, "cosignatures"), ignore_errors=True)
        os.rename(export.path, os.path.join(source, "grants.%d" % export.number))
    for folder, _, names in os.walk(life.path("keys")):
        for name in names:
            if name.endswith(".pem") and not name.endswith(".pub.pem"):
                shutil.copy(os.path.join(folder, name), os.path.join(source, "keys", "grants-" + name))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: granted.py FUNDCTL DIR")
    os.makedirs(os.path.join(sys.argv[2], "keys"))
    book(sys.argv[1], sys.argv[2], sys.argv[2])
