"""A small register of employers kept with fundctl: the same deeds each time, for the attacks of cases_services.py. Two exports, the first
before any employer; and disclosures of persons."""
import os
import shutil
import sys
from datetime import datetime

from serving import MAP, REGISTER, STANDARDS, Serving

FIRM, OTHER, GUILD = "1140000013", "1140000021", "3340000019"  # of regions 06, 03, 06


class Served(Serving):
    def found(self) -> None:
        self.keepers()
        self.need("services", "load", "--template", "quebec")
        self.need("indicator", "define", "--template", "quebec")
        for code, committee, modules in STANDARDS:
            self.need("standard", "set", code, "--name", "Norme " + code, *(w for m in modules for w in ("--module", m + ":" + m)), *(("--committee", committee) if committee else ()))
        self.need("programme", "set", "hotes", "--nature", "strategy", "--name", "x", "--name-en", "x", "--citation", "x", "--committee", "tourisme")

    def on(self, day: str) -> None:
        self.now = max(self.now, datetime.fromisoformat(day + "T08:00:00"))

    def sign(self, name: str, standard: str, firm: str, office: str, date: str, by: str, *more: str) -> None:
        self.need("agreement", "sign", "--apprentice", name, "--born", "2004-05-12", "--companion", "Marc Roy", "--employer", firm, "--office", office, "--standard", standard, "--begins", date, "--ends",
                  self.after(date, 300), "--hours", "35", "--date", date, *more, by=by)

    def live(self, deeds: int = 0, exports: int = 2) -> None:
        self.found()
        self.export(REGISTER)
        self.on("2024-06-12")
        self.need("employer", "add", FIRM, "--name", "Usine, inc.", "--region", "06", "--office", "R06", "--scian", "31", "--date", "2024-05-01", by="agnes")
        self.need("employer", "add", OTHER, "--name", "Atelier", "--region", "03", "--scian", "7211", "--date", "2024-05-01", by="bruno")
        self.need("employer", "add", GUILD, "--name", "Guilde", "--form", "association", "--region", "06", "--scian", "81", "--date", "2024-05-01", "--contact", "Jean Tremblay", by="agnes")
        for firm, office, begins, by, more in ((FIRM, "R06", "2024-05-02", "agnes", ("--grant", "FNF-G-000001")), (OTHER, "R03", "2024-05-03", "bruno", ()), (FIRM, "R06", "2024-06-03", "agnes", ()),
                                               (GUILD, "R06", "2024-04-09", "agnes", ())):
            self.need("intervention", "start", "--employer", firm, "--measure", "mfor", "--office", office, "--begins", begins, *more, by=by)
        # Agreement 1 is under way, with module A learnt; 2 of another committee; 3 of none; 4 is carla's, by a slip of which line 2 is rejected.
        self.sign("Léa Côté", "cuisinier", FIRM, "R06", "2024-05-06", "carla")
        self.need("agreement", "start", "AGR-2024-000001", "--date", "2024-05-07", by="carla")
        self.need("agreement", "progress", "AGR-2024-000001", "--module", "A", "--date", "2024-06-07", by="carla")
        self.sign("Tim Ng", "operateur", FIRM, "R06", "2024-05-08", "colin")
        self.sign("Ana Gil", "libre", OTHER, "R03", "2024-06-05", "bruno")
        self.context, slip = self.path("context.txt"), self.path("slip")
        self.do("slip", "context", "-o", self.context, raw=True)
        self.do("slip", "begin", self.context, "--committee", "tourisme", "-o", slip, by="carla", raw=True)
        self.sign("Zoé Lam", "cuisinier", FIRM, "R06", "2024-06-10", "carla", "--slip", slip)
        self.need("slip", "make", slip, "--number", "12", "-o", slip + ".txt", by="carla")
        self.need("slip", "receive", slip + ".txt", by="agnes")
        self.need("participant", "add", "--name", "Luc Dion", "--born", "1990-02-03", "--programme", "hotes", "--office", "R06", "--date", "2024-06-11", by="carla")
        made = self.need("participant", "add", "--name", "Eva Roy", "--born", "1990-02-03", "--programme", "hotes", "--office", "R06", "--date", "2024-06-11", by="agnes")
        self.need("employer", "import", self.file("employer,name,region,scian\n1140000039,Importée,06,31\n", "csv"), "--map", self.file(MAP % ("employers", "") + "".join(
            "  %s: {column: %s}\n" % (f, f) for f in ("employer", "name", "region", "scian")), "yaml"), by="agnes")
        self.need("committee", "member", "tourisme", "--seat", "E1", "--side", "employers", "--person", "Guy Roy", "--chair", "--date", "2024-05-02", by="carla")
        self.on("2024-08-02")
        for month in ("01", "02", "03"):
            self.need("indicator", "publish", "2024-P" + month)
        self.need("intervention", "start", "--employer", OTHER, "--measure", "mfor", "--office", "R03", "--begins", "2024-05-31", by="bruno")  # late: a restatement
        self.need("indicator", "target", "nouvelles-ententes", "40", "--year", "2024-2025", "--level", "region-06", "--gap", "10", "--date", "2024-08-02")
        self.need("indicator", "target", "nouvellement-aidee", "400", "--year", "2024-2025", "--through", "2026-2027", "--date", "2024-08-02")
        self.need("indicator", "record", "aide-en-emploi", "51", "--year", "2024-2025", "--origin", "Rapport")
        self.on("2024-09-12")
        self.need("indicator", "revise", "nouvelles-ententes", "35", "--year", "2024-2025", "--level", "region-06", "--reason", "x")
        gone = made["participation"]["participant"]
        self.need("audit", "disclose", gone, "-o", self.path("before.disclosure"))
        self.need("audit", "erase", gone, "--reason", "règle 12")
        self.export(REGISTER)
        rows = self.need("agreement", "list")["agreements"]
        mine = sorted(row["apprentice"] for row in rows)[:2]
        self.need("audit", "disclose", *mine, "-o", self.path("open.disclosure"))
        self.need("audit", "disclose", mine[0], "--fields", "born", "-o", self.path("part.disclosure"))
        self.need("audit", "disclose", gone, "-o", self.path("erased.disclosure"))


def book(fundctl: str, source: str, work: str) -> None:
    """source/services.1, services.2 and services.disclosed; every key of the book in source/keys, named services-PERSON.pem."""
    life = Served(fundctl, os.path.join(work, "services"), "services")
    life.live()
    assert not life.strange and len(life.exports) == 2, life.strange
    os.makedirs(os.path.join(source, "services.disclosed"))
    for name in os.listdir(life.folder):
        if name.endswith(".disclosure"):
            shutil.copy(life.path(name), os.path.join(source, "services.disclosed", name))
    for export in life.exports:
        shutil.rmtree(os.path.join(export.path, "cosignatures"), ignore_errors=True)
        os.rename(export.path, os.path.join(source, "services.%d" % export.number))
    for folder, _, names in os.walk(life.path("keys")):
        for name in names:
            if name.endswith(".pem") and not name.endswith(".pub.pem"):
                shutil.copy(os.path.join(folder, name), os.path.join(source, "keys", "services-" + name))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: served.py FUNDCTL DIR")
    os.makedirs(os.path.join(sys.argv[2], "keys"))
    book(sys.argv[1], sys.argv[2], sys.argv[2])
