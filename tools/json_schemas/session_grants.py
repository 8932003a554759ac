"""Grants from the application to the closing, each command as it is typed, in a book of its own."""

import json
import os


def grants(p):
    book, fund = ("--book", "grants.book"), ("--fund", "FNF")
    p.text("init", "--template", "quebec", "--admin", "marie", "--admin", "luc", "--as", "marie", *book)
    for year in ["2026-2027", "2027-2028"]:
        p.text("year", "open", year, *fund, *book)
        p.text("envelope", "open", "A", *fund, "--year", year, "--amount", "90000", "--date", "2026-04-01", *book)
    p.text("year", "open", "2025-2026", *fund, "--without-budget", *book)
    p.read("account", "control", *fund, *book)
    p.read("program", "list", *fund, *book)
    p.read("recipient", "list", *fund, *book)
    p.read("grant", "list", *fund, *book)
    p.written(
        "program", "add", "P", *fund, "--name", "Programme", "--name-en", "Programme", "--account", "5130", "--norms",
        "approved", "--citation", "N", *book, key="program")
    p.text("program", "add", "Q", *fund, "--name", "Q", "--account", "5130", "--norms", "none", "--citation", "N", *book)
    p.read("account", "control", *fund, *book)
    p.read("program", "list", *fund, *book)
    p.written("recipient", "add", "X-1", *fund, "--name", "Centre A", *book, key="recipient")
    p.written("recipient", "rename", "X-1", *fund, "--name", "Centre B", *book, key="rename")
    p.json("recipient", "add", "2240000017", *fund, "--person", "Jeanne Untel", *book)
    p.json("recipient", "rename", "2240000017", *fund, "--person", "Jeanne U.", *book)
    p.read("recipient", "list", *fund, *book)
    for recipient in ["X-1", "2240000017"]:
        p.written(
            "grant", "apply", *fund, "--program", "P", "--recipient", recipient, "--amount", "5000", "--title", "T", "--date",
            "2026-04-02", *book, key=f"apply-{recipient}")
    first, second = "FNF-G-000001", "FNF-G-000002"
    p.written("grant", "refuse", second, "--reason", "R", "--date", "2026-04-02", *book, key="refuse")
    p.written("grant", "assess", first, "--recommend", "approve", "--date", "2026-04-03", *book, key="assess")
    p.json(
        "grant", "approve", first, "--plan", "2026-2027:4000@A", "--plan", "2027-2028:1000@A", "--authority", "direction",
        "--instrument", "D", "--date", "2026-04-04", "--as", "luc", *book)
    p.written(
        "grant", "sign", first, "--objectives", "O", "--activities", "A", "--results", "R", "--contribution", "X:1", "--terms",
        "T", "--begins", "2026-05-01", "--ends", "2027-09-30", "--instalment", "2026-06-01:4000:advance", "--instalment",
        "2027-06-01:1000:final", "--date", "2026-04-05", *book, key="sign")
    p.written(
        "grant", "amend", first, "--reason", "R", "--ends", "2027-10-31", "--instalment", "2026-06-01:3900:advance",
        "--instalment", "2027-06-01:1000:final", "--date", "2026-04-06", *book, key="amend")
    p.written("grant", "advance", first, "--amount", "500", "--date", "2026-04-07", *book, key="advance")
    p.written(
        "grant", "claim", first, "--amount", "1000", "--from", "2026-05-01", "--to", "2026-05-31", "--date", "2026-06-01",
        *book, key="claim")
    p.written("grant", "accept", first, "--claim", "1", "--holdback", "100", "--date", "2026-06-02", *book, key="accept")
    p.read("grant", "show", first, *book)
    steps = p.json("grant", "show", first, *book)["steps"]
    record = {step["step"]: str(step["record"]) for step in steps}
    p.written("grant", "correct", first, "--record", record["accepted"], "--holdback", "50", "--reason", "R", *book, key="correct")
    p.written("grant", "release", first, "--amount", "20", "--date", "2026-06-03", *book, key="release")
    steps = p.json("grant", "show", first, *book)["steps"]
    record = {step["step"]: str(step["record"]) for step in steps}
    p.written("grant", "undo", first, "--record", record["released"], "--reason", "R", *book, key="undo")
    p.written("grant", "accrue", first, "--year", "2026-2027", "--amount", "100", *book, key="accrue")
    p.read("grant", "show", first, *book)
    p.text("grant", "release", first, "--date", "2026-06-03", *book)
    pay(p, fund, book)
    p.read("grant", "correct", first, "--record", record["advanced"], "--amount", "400", "--reason", "R", *book, exit=3)
    p.written(
        "grant", "recover", first, "--amount", "300", "--year", "2026-2027", "--reason", "R", "--date", "2026-07-01", *book,
        key="recover")
    p.text("grant", "recover", first, "--amount", "500", "--advance", "--reason", "R", "--date", "2026-07-01", *book)
    p.written("grant", "repay", first, "--amount", "100", "--date", "2026-07-02", *book, key="repay")
    p.text(
        "grant", "claim", first, "--amount", "400", "--from", "2026-06-01", "--to", "2026-06-30", "--date", "2026-07-03", *book)
    p.text("grant", "accept", first, "--claim", "2", "--date", "2026-07-04", *book)
    due = str(p.json("payment", "due", *fund, "--until", "2026-07-05", *book)["due"][-1]["payable"])
    p.written("grant", "set-off", first, "--payable", due, "--amount", "400", "--date", "2026-07-05", *book, key="set-off")
    proposal = p.written(
        "grant", "write-off", first, "--amount", "50", "--envelope", "A", "--reason", "R", "--date", "2026-07-06", *book,
        key="write-off")["id"]
    p.read("approval", "list", *book)
    p.read("approval", "show", proposal, *book)
    p.json("approval", "give", proposal, "--as", "luc", *book)
    p.written("grant", "report", first, "--memo", "M", "--date", "2026-07-07", *book, key="report")
    p.written("grant", "close", first, "--date", "2026-07-08", *book, key="close")
    p.read("grant", "show", first, *book)
    p.read("grant", "show", second, *book)
    p.read("grant", "list", *fund, *book)
    later(p, fund, book)
    subjects(p, book)


def pay(p, fund, book):
    """Pays all that is due, by two persons."""
    for command in [
        ("recipient", "bank", "X-1", "--institution", "815", "--transit", "30000", "--account", "0012345"),
        ("payment", "run", "--date", "2026-06-10"),
    ]:
        p.text(*command, *fund, *book)
        waiting = p.json("approval", "list", *book)["waiting"][-1]["id"]
        p.text("approval", "give", waiting, "--as", "luc", *book)


def subjects(p, book):
    """What was entrusted to the book is told, compared with an export, and erased."""
    p.text("audit", "export", "--register", "fnf", "-o", "before-erasure", *book)
    with open(os.path.join(p.folder, "before-erasure", "records", "000001.jsonl"), encoding="utf-8") as file:
        subject = next(json.loads(line)["subject"] for line in file if '"kind":"subject.opened/1"' in line and '"transit":' in line)
    pinned = ("--in", "before-erasure", "--key", os.path.join("before-erasure", "keys", "ledger.pem"))
    p.json("audit", "disclose", subject, "--fields", "transit", "-o", "told", *book)
    p.json("audit", "check-disclosure", "told", *pinned)
    with open(os.path.join(p.folder, "told"), encoding="utf-8") as file:
        told = file.read()
    p.write("touched", told.replace('"value":"', '"value":"1'))
    p.json("audit", "check-disclosure", "touched", *pinned, exit=5)
    p.json("audit", "erase", subject, "--reason", "R", "--dry-run", *book)
    p.json("audit", "erase", subject, "--reason", "R", *book)
    p.json("audit", "disclose", subject, "-o", "told-after", *book)


def later(p, fund, book):
    """A grant whose second year opens after the agreement, then is cancelled."""
    p.text("grant", "apply", *fund, "--program", "P", "--recipient", "X-1", "--amount", "900", "--title", "T", "--date", "2026-04-02", *book)
    third = "FNF-G-000003"
    p.text("grant", "assess", third, "--recommend", "approve", "--date", "2026-04-03", *book)
    p.text(
        "grant", "approve", third, "--plan", "2026-2027:400@A", "--plan", "2028-2029:500", "--authority", "direction",
        "--instrument", "D", "--date", "2026-04-04", "--as", "luc", *book)
    p.text(
        "grant", "sign", third, "--objectives", "O", "--activities", "A", "--results", "R", "--contribution", "X:1", "--terms",
        "T", "--begins", "2026-05-01", "--ends", "2028-09-30", "--instalment", "2026-06-01:400:claim", "--instalment",
        "2028-06-01:500:final", "--date", "2026-04-05", *book)
    p.text("year", "open", "2028-2029", *fund, *book)
    p.text("envelope", "open", "A", *fund, "--year", "2028-2029", "--amount", "900", "--date", "2028-04-01", *book)
    p.written(
        "grant", "continue", third, "--year", "2028-2029", "--envelope", "A", "--date", "2028-04-02", *book, key="continue")
    p.written("grant", "cancel", third, "--reason", "R", "--date", "2028-04-03", *book, key="cancel")
