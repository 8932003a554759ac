"""Employer services: lists, employers, interventions, committees, each command as it is typed, in a book of its own."""

EMPLOYERS_MAP = """version: 1
target: employers
fields:
  employer: {column: neq}
  name: {column: nom}
  region: {column: region}
  scian: {column: scian}
"""
INTERVENTIONS_MAP = """version: 1
target: interventions
unique_source: id
fields:
  employer: {column: neq}
  measure: {column: mesure}
  office: {column: bureau}
  begins: {column: debut}
"""

PLACES_MAP = """target: establishments
fields:
  employer: {column: neq}
  establishment: {column: no}
  region: {column: region}
"""
CATALOGUE = """catalogue: quebec-2027
from: 2027-04-01
citation: Trial
measures:
  - {measure: mfor, name: Formation, name_en: Training, citation: "421"}
  - {measure: virage, name: Virage, name_en: Turn, citation: "422"}
"""


def services(p):
    book = ("--book", "services.book")
    p.write("employers.yaml", EMPLOYERS_MAP)
    p.write("interventions.yaml", INTERVENTIONS_MAP)
    p.write("firms.csv", "neq,nom,region,scian\n1100000024,Hotel,06,721\n2200000035,Luce Roy,06,721\n")
    p.write("bad.csv", "neq,nom,region,scian\n99,Rien,06,721\n")
    p.write("acts.csv", "id,neq,mesure,bureau,debut\nA,1100000024,mfor,R06,2026-04-02\n")
    p.write("places.yaml", PLACES_MAP)
    p.write("places.csv", "neq,no,region\n1100000024,1,06\n")
    p.write("catalogue.yaml", CATALOGUE)
    p.text("init", "--template", "quebec", "--admin", "marie", *book)
    lists(p, book)
    employers(p, book)
    interventions(p, book)
    committees(p, book)


def lists(p, book):
    p.read("office", "list", *book)
    p.read("measure", "list", *book)
    p.read("catalogue", "list", *book)
    p.written("services", "load", "--template", "quebec", *book, key="load")
    p.written("office", "set", "MTL", "--region", "06", "--name", "CLE", *book, key="office")
    p.read("office", "list", *book)
    p.read("measure", "list", *book)
    p.read("catalogue", "list", *book)
    p.written("catalogue", "adopt", "catalogue.yaml", *book, key="catalogue")
    p.read("catalogue", "show", "quebec-2027", *book)
    p.error("catalogue", "show", "quebec-2026", *book, exit=3)
    p.read("programme", "list", *book)
    p.written(
        "programme", "set", "gaz", "--nature", "regulated", "--name", "Gaz", "--name-en", "Gas", "--citation", "N",
        "--committee", "tourisme", *book, key="programme")
    p.written(
        "standard", "set", "guide", "--name", "Guide", "--name-en", "Guide", "--committee", "tourisme", "--module",
        "M1:Accueil", *book, key="standard")
    p.json("standard", "set", "libre", "--name", "Libre", "--module", "M1:Un", *book)
    p.read("standard", "show", "guide", *book)
    p.read("standard", "list", *book)
    p.read("programme", "list", *book)


def employers(p, book):
    one, two = "1144556677", "1199887766"
    p.read("employer", "list", *book)
    p.written(
        "employer", "add", one, "--name", "Ferronnerie du Nord inc.", "--region", "08", "--office", "R08", "--scian", "332",
        "--employees", "42", "--contact", "Anne Roy", *book, key="add")
    p.json("employer", "add", "2244556677", "--person", "Luce Roy", "--region", "06", "--scian", "8121", *book)
    p.error("employer", "add", two, "--name", "Ferronnerie Nord", "--region", "08", "--scian", "332", *book, exit=3)
    p.json("employer", "add", two, "--name", "Ferronnerie Nord", "--region", "08", "--scian", "332", "--distinct", *book)
    p.written("employer", "update", two, "--other-name", "FN", "--employees", "3", *book, key="update")
    p.written("establishment", "set", one, "1", "--region", "08", "--office", "R08", "--name", "Usine", "--scian", "332",
              "--employees", "30", *book, key="place")
    p.json("establishment", "set", one, "2", "--region", "08", *book)
    p.json("employer", "update", one, "--employees", "43", *book)
    p.written("employer", "close", one, "--reason", "R", *book, key="close")
    p.written("employer", "reopen", one, "--reason", "R", *book, key="reopen")
    p.written("employer", "merge", two, "--into", one, "--reason", "R", *book, key="merge")
    p.read("employer", "search", "ferronnerie", *book)
    p.read("employer", "history", one, *book)
    p.read("employer", "list", *book)
    order = ["employer", "import", "firms.csv", "--map", "employers.yaml", *book]
    p.json(*order, "--dry-run")
    p.json(*order)
    p.json(*order)
    p.error("employer", "import", "bad.csv", "--map", "employers.yaml", *book, exit=3)
    order = ["establishment", "import", "places.csv", "--map", "places.yaml", *book]
    p.json(*order, "--dry-run")
    p.json(*order)
    p.json(*order)


def interventions(p, book):
    one = "1144556677"
    p.read("intervention", "list", *book)
    p.written(
        "intervention", "start", "--employer", one, "--establishment", "1", "--measure", "mfor", "--office", "R08",
        "--agent", "marie", "--begins", "2026-04-15", "--grant", "FNF-G-000001", "--contribution", "service:15000", *book,
        key="start")
    p.written(
        "intervention", "end", "INT-2026-000001", "--result", "achieved", "--date", "2026-04-30", *book, key="end")
    p.read("intervention", "show", "INT-2026-000001", *book)
    p.json(
        "intervention", "start", "--employer", one, "--measure", "mfor", "--office", "R08", "--contribution", "employer:1",
        *book)
    p.read("intervention", "show", "INT-2026-000002", *book)
    p.written("intervention", "annul", "INT-2026-000002", "--reason", "R", *book, key="annul")
    p.read("employer", "show", "1199887766", *book)
    p.read("employer", "show", "2244556677", *book)
    order = ["intervention", "import", "acts.csv", "--map", "interventions.yaml", *book]
    p.json(*order, "--dry-run")
    p.json(*order)
    p.json(*order)
    p.read("intervention", "list", *book)


def committees(p, book):
    p.written("committee", "add", "essai", "--name", "Essai", "--name-en", "Trial", "--sector", "Essai", "--scian", "721",
              "--neq", "1144556677", "--mandate", "M", *book, key="committee")
    p.written(
        "committee", "member", "tourisme", "--seat", "E1", "--side", "employers", "--person", "Jean Roy", "--organisation",
        "Hotels", "--chair", *book, key="member")
    p.written(
        "committee", "plan", "tourisme", "--year", "2026-2027", "--activity", "A1:Diagnostic", "--activity", "A2:Norme",
        *book, key="plan")
    p.written(
        "committee", "activity", "tourisme", "--year", "2026-2027", "--activity", "A1", "--state", "done", "--result", "R",
        *book, key="activity")
    p.json("committee", "member", "tourisme", "--seat", "M1", "--side", "observers", "--person", "A", *book)
    p.written("committee", "unseat", "tourisme", "--seat", "M1", *book, key="unseat")
    p.written("committee", "update", "tourisme", "--mandate", "M", *book, key="update-committee")
    p.written("committee", "fund", "tourisme", "--grant", "FDMT-G-000003", *book, key="fund")
    p.read("committee", "show", "tourisme", *book)
    p.read("committee", "show", "essai", *book)
    p.read("committee", "list", *book)
