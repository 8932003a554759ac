"""Indicators: definitions, entered figures, targets, publication, follow-up, the accountability report."""


def indicators(p):
    book = ("--book", "indicators.book")
    p.text("init", "--template", "quebec", "--admin", "marie", "--admin", "luc", "--as", "marie", *book)
    p.text("services", "load", "--template", "quebec", "--as", "marie", *book)
    p.text("indicator", "define", "--template", "quebec", *book)
    own = [
        "--method", "newly-assisted", "--parameter", "look-back=36", "--from", "2027-2028", "--targeted", "--name", "Aidées",
        "--name-en", "Assisted", "--citation", "Décision 4",
    ]
    p.written("indicator", "define", "nouvellement-aidee", *own, *book, key="define")
    p.read("indicator", "list", *book)
    p.read("indicator", "list", "--year", "2026-2027", *book)
    year = ("--year", "2025-2026")
    rate = ("indicator", "record", "taux-emploi", "51.2", *year, "--origin", "Relance", *book)
    p.written(*rate, key="rate")
    p.error(*rate, exit=3)
    p.json("indicator", "record", "postes-vacants", "100", "--month", "2025-P01", "--origin", "Placement", *book)
    p.error("indicator", "record", "taux-emploi", "x", *year, "--origin", "Relance", *book, exit=2)
    target = ("indicator", "target", "taux-emploi", "60", *year, "--gap", "5", "--date", "2025-03-01", *book)
    p.written(*target, key="target")
    revise = ("indicator", "revise", "taux-emploi", "58", *year, "--reason", "R", *book)
    p.written(*revise, "--date", "2025-09-15", key="revise")
    p.error(*revise, "--date", "2025-10-15", exit=3)
    waiting = p.written(*revise, "--override", "--date", "2025-11-15", key="override")["acts"][0]["id"]
    p.json("approval", "list", *book)
    p.json("approval", "give", waiting, "--as", "luc", *book)
    p.read("indicator", "show", "taux-emploi", *year, *book)
    p.read("indicator", "show", "postes-vacants", *year, *book)
    p.read("indicator", "show", "nouvellement-aidee", *year, "--list", *book)
    p.written("indicator", "explain", "taux-emploi", *year, "--text", "E", *book, key="explain")
    p.written("indicator", "publish", "2025-P01", *book, key="publish")
    p.error("indicator", "publish", "2025-P01", *book, exit=3)
    p.read("indicator", "figures", *year, *book)
    p.read("indicator", "figures", "--month", "2025-P01", "--level", "region-06", *book)
    note = ("follow-up", "add", "--topic", "strategy", "--title", "T", "--text", "X", *year, *book)
    p.written(*note, "--citation", "C", key="note")
    p.read("follow-up", "list", *year, *book)
    p.read("indicator", "show", "taux-emploi", *year, *book)
    p.read("report", "accountability", *year, *book)
    p.read("report", "accountability", "--year", "2027-2028", "--level", "region-06", *book)
