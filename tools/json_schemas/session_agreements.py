"""Agreements, participants and slips, in a book of their own."""


def agreements(p):
    book = ("--book", "agreements.book", "--as", "marie")
    p.environment["FUNDCTL_TEST_NOW"] = "2026-06-15T14:30:00Z"  # nothing is dated ahead
    p.text("init", "--template", "quebec", "--admin", "marie", *book)
    p.text("services", "load", "--template", "quebec", *book)
    p.text("indicator", "define", "--template", "quebec", *book)
    p.text("committee", "add", "metal", "--name", "Métallurgie", "--sector", "Métallurgie", *book)
    p.text("standard", "set", "machining", "--name", "Usinage", "--committee", "metal", "--module", "M1:Plan", "--module", "M2:Tour", *book)
    for neq, name, region in [("1140000013", "Tournage Lafleur", "06"), ("1140000021", "Fonderie du Lac", "12")]:
        p.text(
            "employer", "add", neq, "--name", name, "--form", "corporation", "--region", region, "--office",
            f"R{region}", "--scian", "3327", "--date", "2026-04-01", *book)
    p.read("agreement", "list", *book)
    party = ["--employer", "1140000013", "--office", "R06", "--standard", "machining", "--companion", "Marc Roy"]
    terms = ["--begins", "2026-05-04", "--ends", "2027-05-03", "--hours", "35", "--signed", "2026-05-01", "--date", "2026-05-01"]
    p.written("agreement", "sign", "--apprentice", "Léa Côté", "--born", "2004-05-12", *party, *terms, *book, key="agr-sign")
    p.written(
        "agreement", "draft", "--apprentice", "Ana Gil", "--born", "2004-05-13", *party[:6], "--date", "2026-05-01", *book,
        key="agr-draft")
    p.written("agreement", "annul", "AGR-2026-000002", "--reason", "R", "--date", "2026-05-01", *book, key="agr-annul")
    first = "AGR-2026-000001"
    p.written("agreement", "start", first, "--date", "2026-05-04", *book, key="agr-start")
    p.written("agreement", "progress", first, "--module", "M1", "--date", "2026-05-05", *book, key="agr-progress")
    p.written("agreement", "check", first, "--all", "--date", "2026-05-06", *book, key="agr-check")
    p.written(
        "agreement", "change", first, "--employer", "1140000021", "--office", "R12", "--date", "2026-05-07", *book,
        key="agr-change")
    p.written("agreement", "suspend", first, "--reason", "R", "--date", "2026-05-08", *book, key="agr-suspend")
    p.written("agreement", "resume", first, "--ends", "2027-05-03", "--date", "2026-05-09", *book, key="agr-resume")
    p.read("agreement", "show", first, *book)
    p.written("agreement", "recognise", first, "--attestation", "A-1", "--date", "2026-05-10", *book, key="agr-recognise")
    p.write("visit.csv", "name,born\nBo Diaz,2003-01-02\nCy Hall,2012-01-02\n")
    p.json("agreement", "sign", "--apprentices", "visit.csv", *party, *terms, *book)
    third = "AGR-2026-000003"
    p.json("agreement", "start", third, "--date", "2026-05-04", *book)
    p.json("agreement", "progress", third, "--module", "M1", "--module", "M2", "--date", "2026-05-05", *book)
    p.json("agreement", "check", third, "--all", "--date", "2026-05-05", *book)
    p.written("agreement", "complete", third, "--certificate", "C-1", "--date", "2026-05-06", *book, key="agr-complete")
    p.json("agreement", "sign", "--apprentice", "Zoé Roy", "--born", "2001-05-12", *party, *terms, *book)
    p.written(
        "agreement", "terminate", "AGR-2026-000004", "--cause", "other", "--reason", "R", "--date", "2026-05-06", *book,
        key="agr-end")
    p.read("agreement", "list", *book)
    p.error("agreement", "start", first, "--date", "2026-05-20", *book, exit=3)
    participants(p, book)
    slips(p, book, party, terms)
    p.environment["FUNDCTL_TEST_NOW"] = "2026-05-01T14:30:00Z"


def participants(p, book):
    p.text(
        "programme", "set", "mentoring", "--nature", "strategy", "--name", "Compagnonnage", "--name-en", "Mentoring",
        "--committee", "metal", "--citation", "476-486", *book)
    who = ["--name", "Ana Gil", "--born", "2004-05-13", "--programme", "mentoring", "--office", "R06"]
    p.written(
        "participant", "add", *who, "--employer", "1140000013", "--date", "2026-05-01", *book, key="par-add")
    p.written("participant", "end", "PAR-2026-000001", "--result", "achieved", "--date", "2026-05-02", *book, key="par-end")
    p.written("participant", "annul", "PAR-2026-000001", "--reason", "R", "--date", "2026-05-02", *book, key="par-annul")
    p.json("participant", "add", *who, "--date", "2026-05-01", *book)
    p.read("participant", "list", *book)


def slips(p, book, party, terms):
    p.json("slip", "context", "--committee", "metal", "-o", "context.txt", *book)
    p.json("slip", "begin", "context.txt", "--committee", "metal", "-o", "may.slip")
    into = ["--slip", "may.slip"]
    p.json("agreement", "sign", "--apprentice", "Ivo Lac", "--born", "2001-01-01", *party, *terms, *into)
    mine = "AGR-0000-000001"
    p.json("agreement", "start", mine, "--date", "2026-05-04", *into)
    p.json("agreement", "progress", mine, "--module", "M1", "--date", "2026-05-05", *into)
    p.json("agreement", "change", mine, "--hours", "40", "--date", "2026-05-06", *into)
    p.json("agreement", "suspend", mine, "--reason", "R", "--date", "2026-05-07", *into)
    p.json("agreement", "resume", mine, "--ends", "2027-05-03", "--date", "2026-05-08", *into)
    p.json("agreement", "terminate", mine, "--cause", "other", "--reason", "R", "--date", "2026-05-09", *into)
    p.json("agreement", "draft", "--apprentice", "Eva Lac", "--born", "2001-01-02", *party[:6], "--date", "2026-05-01", *into)
    p.json(
        "agreement", "draft", "--apprentice", "Oda Lac", "--born", "2001-01-03", "--employer", "1140000099", *party[2:6],
        "--date", "2026-05-01", *into)
    p.json(
        "participant", "add", "--name", "Uma Lac", "--born", "2001-01-04", "--programme", "mentoring", "--office", "R06",
        "--date", "2026-05-01", *into)
    p.json("participant", "end", "PAR-0000-000001", "--result", "achieved", "--date", "2026-05-02", *into)
    p.json(
        "agreement", "draft", "--apprentice", "Ula Lac", "--born", "2001-01-05", *party[:6], "--date", "2026-05-01", *into)
    p.json("slip", "show", "may.slip")
    p.json("slip", "drop", "may.slip")
    p.json("slip", "make", "may.slip", "--number", "1", "-o", "slip.txt", "--as", "marie")
    p.json("slip", "preview", "slip.txt", *book)
    p.json("slip", "receive", "slip.txt", *book)
    p.error("slip", "receive", "slip.txt", *book, exit=3)
    p.read("agreement", "show", "AGR-2026-000005", *book)
    p.json("slip", "answer", "marie", "1", "-o", "answer.txt", *book)
    p.json("slip", "read-answer", "answer.txt", "--slip", "may.slip")
    p.json("slip", "show", "may.slip")
    p.json("agreement", "show", "AGR-2026-000005", *book)
