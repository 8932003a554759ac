"""A book driven through every command, so that each result is seen in each of its forms."""

import os
import sqlite3

from .session_agreements import agreements
from .session_grants import grants
from .session_indicators import indicators
from .session_services import services


def drive(p):
    """Runs the whole session with a Program."""
    found(p)
    journal(p)
    budgets(p)
    transfers(p)
    persons(p)
    documents(p)
    grant_reports(p)
    bundles(p)
    rules(p)
    payments(p)
    grants(p)
    grant_imports(p)
    services(p)
    agreements(p)
    indicators(p)
    mistakes(p)
    copies(p)
    broken(p)


def found(p):
    p.error("status", exit=1)
    p.json("key", "create", "marie", "--dry-run")
    p.json("key", "create", "zoe", "--idempotency-key", "zoe")
    p.json("key", "create", "zoe", "--idempotency-key", "zoe")
    p.written(
        "init", "--template", "quebec", "--origin", "test.example/book", "--admin", "marie", "--admin", "luc",
        "--recovery", "recovery.pem", "--as", "marie", key="founding")
    p.json("init", "--admin", "marie", "--book", "bare.book")
    p.read("status", "--book", "bare.book")
    p.environment["FUNDCTL_AS"] = "marie"
    p.read("status")
    p.read("check")
    p.read("key", "list")
    p.read("key", "show", "marie")
    p.read("register", "list")
    p.read("register", "show", "fnf")
    p.json("register", "show", "fnf", "--pem")
    p.written("register", "rotate-key", "employers", key="rotation")
    parameters(p)


def parameters(p):
    """What needs no book: dated parameters, and the calculator of levies."""
    p.read("parameter", "list")
    p.read("parameter", "list", "--date", "1993-01-01")
    p.read("parameter", "show", "levy-threshold")
    p.read("parameter", "show", "grant-authority-fnf", "--date", "2026-04-01")
    p.error("parameter", "show", "levy-threshold", "--date", "1997-12-31", exit=3)
    assess = ("levy", "assess", "--taxation-year")
    p.read(*assess, "2025", "--payroll", "2500000", "--training", "18000", "--government-help", "3000", "--surplus", "5")
    p.read(*assess, "2025", "--payroll", "2100000", "--training", "15000", "--year-before", "9000")
    p.read(*assess, "2003", "--payroll", "240000", "--surplus", "5")
    p.read(*assess, "2025", "--payroll", "2500000", "--certificate")
    p.error(*assess, "1997", "--payroll", "5", exit=3)
    levies(p)


def levies(p):
    """Levies, earmarked revenue and fees, in a book of their own: control accounts refuse entries by hand."""
    book = ("--book", "levies.book")
    p.json("init", "--template", "quebec", "--admin", "marie", "--as", "marie", *book)
    for fund, year in [("FNF", "2025-2026"), ("FNF", "2026-2027"), ("FDMT", "2026-2027")]:
        p.json("year", "open", year, "--fund", fund, *book)
    year = ("--fund", "FNF", "--year", "2026-2027", *book)
    p.json("envelope", "open", "FRAIS", *year, "--amount", "600")
    p.json("envelope", "open", "MUT", *year, "--amount", "0", "--expires", "2026-06-30")
    p.read("levy", "list", *book)
    p.read("report", "levies", "--fund", "FDMT", *book)
    p.read("revenue", "list", "--fund", "FNF", *book)
    p.read("fee", "list", "--fund", "FDMT", *book)
    p.written(
        "levy", "estimate", "--taxation-year", "2025", "--amount", "9000", "--basis", "Moyenne", "--date", "2026-03-31", *book,
        key="estimate")
    p.written(
        "levy", "remit", "--part", "2025:4000:20", "--part", "2023:-15", "--ref", "RQ-1", "--envelope", "FRAIS", *book,
        key="remit")
    p.error("levy", "remit", "--part", "2025:1:1", "--ref", "RQ-2", *book, exit=3)
    p.read("levy", "list", *book)
    p.read("levy", "list", "--taxation-year", "2023", *book)
    earmark = (
        "revenue", "earmark", "--fund", "FNF", "--amount", "900", "--account", "4800", "--basis", "own-law", "--envelope",
        "MUT", "--expires", "2026-09-30", "--citation", "D-8.3, r. 7", *book)
    earmarked = p.written(*earmark, key="earmark")
    record = str(earmarked["earmark"]["record"])
    p.json(
        "revenue", "earmark", "--fund", "FNF", "--amount", "5", "--account", "4900", "--basis", "outside", "--envelope",
        "MUT", "--expires", "2026-06-30", "--citation", "Entente", *book)
    p.read("status", *book)
    p.written(
        "revenue", "release", record, "--fund", "FNF", "--cause", "used", "--amount", "100", *book, key="release")
    p.json(*earmark, "--idempotency-key", "earmark")
    p.json("revenue", "release", record, "--fund", "FNF", "--cause", "expired", "--date", "2026-10-01", *book)
    p.read("revenue", "list", "--fund", "FNF", *book)
    p.read("report", "levies", "--fund", "FNF", *book)
    p.read("report", "levies", "--fund", "FNF", "--year", "2025-2026", *book)
    p.environment["FUNDCTL_TEST_NOW"] = "2026-08-01T14:30:00Z"
    p.read("status", *book)
    p.read("report", "levies", "--fund", "FNF", "--year", "2026-2027", *book)
    p.environment["FUNDCTL_TEST_NOW"] = "2026-05-01T14:30:00Z"
    p.written(
        "fee", "bill", "--fund", "FDMT", "--invoice", "F-1", "--payer", "Centre A", "--amount", "260", *book, key="bill")
    p.written("fee", "receive", "F-1", "--fund", "FDMT", "--amount", "60", *book, key="receive")
    p.error("fee", "receive", "F-2", "--fund", "FDMT", *book, exit=3)
    p.read("fee", "list", "--fund", "FDMT", *book)


def journal(p):
    p.read("account", "list", "--fund", "FNF")
    p.written(
        "account", "open", "5150", "--name", "Projets pilotes", "--name-en", "Pilot projects", "--class", "expense",
        "--line", "exp-grants", "--fund", "FNF", key="open")
    p.json("account", "open", "9990", "--name", "Réservé", "--class", "reserved", "--fund", "FDMT")
    p.written("account", "close", "5150", "--fund", "FNF", key="close")
    p.write("accounts.csv", "code,name,class,line\n1010,Encaisse (autre),asset,fa-cash\n1000,Encaisse,asset,fa-cash\n")
    p.write("accounts-new.csv", "code,name,class,name_en\n1011,Encaisse (USD),asset,Cash (USD)\n")
    p.error("account", "load", "accounts.csv", "--fund", "FNF", exit=3)
    p.written("account", "load", "accounts-new.csv", "--fund", "FNF", key="load")
    p.read("account", "list", "--fund", "FNF")
    p.read("period", "list", "--fund", "FNF")
    p.written("year", "open", "2026-2027", "--fund", "FNF", "--without-budget", key="fnf")
    p.json("year", "open", "2026-2027", "--fund", "FDMT")
    p.json("year", "open", "2025-2026", "--fund", "FDMT", "--without-budget")
    p.read("period", "list", "--fund", "FNF")
    p.read("period", "list", "--fund", "FDMT")
    p.read("entry", "list")
    p.read("report", "trial-balance", "--fund", "FNF")
    p.read("report", "general-ledger", "--fund", "FNF")
    entries(p)
    p.read("entry", "list")
    p.read("entry", "list", "--account", "1000", "--limit", "1")
    for span in [(), ("--as-of", "2026-05-04"), ("--period", "2026-P01"), ("--year", "2026-2027")]:
        p.read("report", "trial-balance", "--fund", "FNF", *span)
    p.read("report", "trial-balance", "--fund", "FDMT")
    p.read("report", "general-ledger", "--fund", "FNF")
    p.read("report", "general-ledger", "--fund", "FNF", "--from", "2026-04-01", "--to", "2026-06-30")


def payments(p):
    """A book of its own with three advances: bank details, a run, its file, a statement, a rejection."""
    book = ("--book", "payments.book")
    fund = ("--fund", "FNF", *book)
    p.json("init", "--template", "quebec", "--admin", "marie", "--admin", "luc", *book)
    p.json("year", "open", "2026-2027", "--without-budget", *fund)
    p.text(
        "program", "add", "AIDE", "--name", "Aide", "--account", "5130", "--norms", "approved", "--citation", "D-8.3", *fund)
    for number, recipient in enumerate(["1140000013", "X-ECOLE", "X-NULLE"], 1):
        grant = f"FNF-G-{number:06}"
        p.text("recipient", "add", recipient, "--name", "Atelier", *fund)
        p.text(
            "grant", "apply", "--program", "AIDE", "--recipient", recipient, "--amount", "1000", "--title", "t", "--date",
            "2026-04-02", *fund)
        p.text("grant", "assess", grant, "--recommend", "approve", "--date", "2026-04-02", *book)
        p.text(
            "grant", "approve", grant, "--plan", "2026-2027:1000", "--authority", "direction", "--instrument", "D", "--date",
            "2026-04-03", "--as", "luc", *book)
        p.text(
            "grant", "sign", grant, "--objectives", "o", "--activities", "a", "--results", "r", "--contribution", "A:0",
            "--terms", "t", "--begins", "2026-04-03", "--ends", "2026-12-31", "--instalment", "2026-06-15:1000:advance",
            "--date", "2026-04-03", *book)
        p.text("grant", "advance", grant, "--amount", f"{number}00", "--date", "2026-04-07", *book)
    p.read("payment", "due", *fund)
    details = ("--institution", "006", "--transit", "12345", "--account", "1234567", *fund)
    proposals = [
        p.written("recipient", "bank", recipient, *details, key=recipient)["id"] for recipient in ["1140000013", "X-ECOLE"]]
    p.read("recipient", "bank", "X-ECOLE", *details, "--compare")
    p.read("approval", "show", proposals[1], *book)
    p.json("approval", "give", *proposals, "--as", "luc", *book)
    p.read("recipient", "bank", "X-ECOLE", *details, "--compare")
    p.read("recipient", "bank", "X-ECOLE", *details, "--account", "7", "--compare", exit=3)
    p.error("recipient", "bank", "X-NULLE", *details, "--compare", exit=3)
    run = p.written("payment", "run", "--date", "2026-04-08", *fund, key="run")
    p.read("payment", "due", *fund)
    p.read("approval", "list", *book)
    p.read("approval", "show", run["id"], *book)
    p.read("approval", "show", proposals[0], *book)
    record = str(p.json("approval", "give", run["id"], "--as", "luc", *book)["acts"][0]["record"])
    p.write(
        "originator.yaml", "version: 1\noriginator_id: FNF0000001\nshort_name: FNF\nlong_name: Fonds\ndata_centre: '00610'\n"
        "return: {institution: '006', transit: '12345', account: '1'}\nfile_number: 1\n")
    p.read("payment", "file", record, "--originator", "originator.yaml", "-o", "cpa.txt", *fund)
    p.read("payment", "file", record, "--to", "csv", "-o", "plain.csv", *fund)
    p.write(
        "statement.csv", "date,description,amount_cents\n2026-04-09,FNF-P-000001,-10000\n2026-04-09,FRAIS,-5\n"
        "2026-04-09,FNF-P-000002,-19999\n"
        "2026-04-09,FNF-P-000002,20000\n")
    p.error("payment", "clear", "statement.csv", "--opening", "500", "--closing", "1", *fund, exit=3)
    p.written("payment", "clear", "statement.csv", *fund, key="statement")
    p.write(
        "again.csv", "date,description,amount_cents\n2026-04-09,FNF-P-000001,-10000\n2026-04-10,FNF-P-000002,-20000\n"
        "2026-04-10,FNF-P-000002,-20000\n")
    p.read("payment", "clear", "again.csv", "--document", "again.csv", "--dry-run", *fund)
    p.written("payment", "clear", "--payment", "FNF-P-000002", "--date", "2026-04-10", *fund, key="named")
    p.written("payment", "reject", "FNF-P-000002", "--reason", "compte fermé", "--date", "2026-04-13", *book, key="reject")
    p.read("payment", "list", *fund)
    p.read("payment", "list", "--state", "rejected", *fund)
    p.read("payment", "show", "FNF-P-000001", *book)


def rules(p):
    """Files of rules: without fault, with faults, with examples of every outcome."""
    heading = (
        "rule-set: trial\nversion: 1\ntitle: &t {fr: Essai, en: Trial}\nstatus: illustrative\nfund: fdmt\nproposed-by: *t\n"
        "decided-by: *t\ninstrument: *t\nfrom: 2026-04-01\nuntil: 2028-03-31\nattributes: {nature: [aid, staff]}\n"
        "authorities: [{id: board, fr: le Conseil, en: the Board}]\nrules:\n")
    written = [
        "id: P, permit: {}, when: {operation: transfer}", "id: F, forbid: {}, when: {differ: nature}, unless: [{label: late, "
        "fr: tard, en: late, when: {window: {from: 02-01}}}]", "id: N, require: {notice: board}",
        "id: L, limit: {cap: 10 %, of: source, base: initial, counts: outflow, over: year, across: envelope}",
        "id: Q, require: {approval: board}, when: {amount: {above: 50}}"]
    cite = ", cite: {article: art. 1, fr: texte, en: text}}\n"
    body = "".join("  - {" + rule + cite for rule in written)
    examples = "examples:\n" + "".join(
        "  - {label: %d, envelopes: [{envelope: A, nature: aid, initial: 1000, available: 90}, {envelope: B, nature: aid, "
        "initial: 0}, {envelope: C, nature: staff, initial: 0}, {envelope: D, initial: 0}], operation: {operation: %s, "
        "from: A, to: %s, amount: %s, date: 2026-06-01%s}, outcome: %s%s}\n" % (
            number, operation, to, amount, ", repay-by: 2026-06-02" if "temporary" in operation else "", outcome, more)
        for number, (operation, to, amount, outcome, more) in enumerate([
            ("transfer", "B", "10.00", "permitted", ", decided-by: [P]"), ("transfer", "B", "60.00", "needs-approval", ""),
            ("transfer", "B", "95.00", "insufficient-funds", ""), ("transfer", "B", "101.00", "over-limit", ""),
            ("transfer", "C", "1.00", "forbidden", ""), ("transfer", "D", "1.00", "error", ""),
            ("temporary-transfer", "B", "1.00", "not-permitted", "")]))
    p.write("rules.yaml", heading + body + examples)
    p.write("rules-2.yaml", (heading + body).replace("version: 1", "version: 2").replace("nature: [aid, staff]", "nature: any")
            .replace("until: 2028-03-31", "replaces: trial@1").replace("le Conseil", "le conseil").replace("id: Q", "id: R"))
    p.write("rules-bad.yaml", heading + body.replace("differ: nature", "differ: natur").replace("10 %", "ten %"))
    p.write("rules-wrong.yaml", heading + body + examples.replace("outcome: permitted", "outcome: forbidden"))
    p.read("rules", "check", "rules.yaml")
    p.read("rules", "check", "rules-2.yaml")
    p.read("rules", "check", "rules-wrong.yaml", exit=3)
    p.read("rules", "test", "rules.yaml")
    p.read("rules", "test", "rules-wrong.yaml", exit=3)
    p.error("rules", "test", "rules-bad.yaml", exit=3)
    p.read("rules", "diff", "rules.yaml", "rules-2.yaml")
    p.read("rules", "diff", "rules.yaml", "rules.yaml")


def entries(p):
    about = ("--fund", "FNF", "--ref", "R-1")
    p.written(
        "entry", "post", *about, "--date", "2026-04-15", "--memo", "Remise d'avril", "--debit", "1000:145820.40",
        "--debit", "5800:2179.60", "--credit", "4000:148000", key="post")
    p.error(
        "entry", "post", *about, "--date", "2026-05-04", "--memo", "Enveloppe", "--debit", "5100:20@FORM-12", "--credit",
        "1000:20", exit=3)
    p.json(
        "entry", "post", *about, "--date", "2026-05-04", "--memo", "Frais", "--debit", "5800:500", "--credit", "1000:500")
    p.written("entry", "reverse", "FNF-2026-000002", "--reason", "Saisie en double", "--date", "2026-05-06", key="reverse")
    p.written(
        "entry", "interfund", "--from", "FNF", "--to", "FDMT", "--amount", "250", "--date", "2026-06-05", "--ref", "IF",
        "--memo", "Avance", key="interfund")
    p.write(
        "entries.csv", "entry,date,reference,memo,account,amount_cents\n"
        "a,2026-06-01,F-1,Loyer,6100,1234\na,2026-06-01,F-1,Loyer,1000,-1234\n"
        "b,2026-06-02,F-2,Loyer,6100,1234\nb,2026-06-02,F-2,Loyer,1000,-1234\n")
    p.json("entry", "import", "entries.csv", "--fund", "FNF", "--dry-run")
    p.json("entry", "import", "entries.csv", "--fund", "FNF")
    p.json("entry", "import", "entries.csv", "--fund", "FNF")
    p.write("bad.csv", "entry,date,reference,memo,account,amount_cents\na,2026-06-01,F-1,x,6100,1.5\na,juin,F-1,x,1,-1\n")
    p.error("entry", "import", "bad.csv", "--fund", "FNF", exit=3)
    for entry in ["FNF-2026-000001", "FNF-2026-000002", "FNF-2026-000004", "FNF-2026-000005", "FNF-2026-000006"]:
        p.read("entry", "show", entry)
    p.json("entry", "reverse", "FDMT-2026-000001", "--reason", "Annulé")
    grants = os.path.join(p.root, "demo", "grants.csv")
    p.json("entry", "import", grants, "--fund", "FNF", "--map", os.path.join(p.root, "maps", "360giving-grants.yaml"))
    p.read("entry", "show", "FNF-2026-000008")


def persons(p):
    p.json("key", "prove", "--as", "zoe", "--register", "all", "--role", "finance-officer")
    p.json("key", "prove", "--as", "zoe", "--register", "employers", "--role", "agent", "--scope", "06")
    p.text("key", "prove", "--as", "zoe", "--register", "all", "--role", "finance-officer", "-o", "zoe.proof")
    key = os.path.join(".config", "fundctl", "keys", "zoe.pub.pem")
    p.written(
        "person", "admit", "zoe", "--register", "all", "--role", "finance-officer", "--key", key, "--proof", "zoe.proof",
        key="admit")
    waiting = p.read("approval", "list")["waiting"]
    p.read("status")
    p.read("approval", "show", waiting[0]["id"])
    p.written("approval", "give", *[act["id"] for act in waiting], "--as", "luc", key="give")
    p.written("role", "grant", "zoe", "agent", "--scope", "06", "--register", "employers", key="grant")
    p.written(
        "approval", "refuse", p.read("approval", "list")["waiting"][0]["id"], "--reason", "Pas cette région", "--as", "luc",
        key="refuse")
    annul = p.written("record", "annul", record_of(p, "FNF-2026-000006"), "--register", "fnf", "--reason", "Double", key="annul")
    p.read("approval", "show", annul["acts"][0]["id"])
    p.json("approval", "give", annul["acts"][0]["id"], "--as", "luc")
    p.read("approval", "show", annul["acts"][0]["id"])
    p.read("entry", "show", "FNF-2026-000006")
    p.read("entry", "list")
    p.written("role", "revoke", "luc", "admin", "--register", "fnf", key="revoke")
    p.json("approval", "give", p.read("approval", "list")["waiting"][0]["id"], "--as", "luc")
    p.json("role", "grant", "luc", "admin", "--register", "fnf")
    p.json("role", "grant", "zoe", "agent", "--scope", "06", "--register", "employers")
    p.json("approval", "give", p.read("approval", "list")["waiting"][0]["id"], "--as", "luc")
    p.read("approval", "list")
    p.read("role", "list")
    p.read("person", "list")
    p.json("key", "create", "nadia")
    p.written("person", "recover", "nadia", "--register", "all", "--recovery", "recovery.pem", key="recover")


def budgets(p):
    year = ("--fund", "FNF", "--year", "2027-2028")
    p.json("year", "open", "2027-2028", "--fund", "FNF")
    p.read("envelope", "list", *year)
    p.read("ceiling", "list", *year)
    p.read("commitment", "list", *year)
    p.write("budget.csv", "code,parent,amount,name,region\nFORM-06,FORM,25000,Montréal,06\nFORM,,1000,Formation,\n")
    p.written("envelope", "load", "budget.csv", *year, key="envelopes")
    p.write("bad-budget.csv", "code,parent,amount\nX,Y,5\nZ,,-5\n")
    p.error("envelope", "load", "bad-budget.csv", *year, exit=3)
    p.written(
        "envelope", "open", "MUTU", *year, "--amount", "500", "--expires", "2028-03-31", "--attribute", "region=06",
        "--parent", "FORM", key="envelope")
    p.json("envelope", "open", "VIDE", *year, "--amount", "0")
    p.written("envelope", "revise", "FORM-06", *year, "--amount", "250", "--reason", "Crédits", key="revision")
    p.written(
        "ceiling", "set", *year, "--basis", "estimates", "--amount", "90000", "--citation", "Budget", key="ceiling")
    opened = p.written(
        "commitment", "open", *year, "--envelope", "FORM-06", "--amount", "4000", "--later", "2028-2029:700", "--ref", "C-9",
        "--memo", "Convention 9", "--payee", "Centre A", key="commitment")
    commitment = opened["commitment"]["commitment"]
    p.json("commitment", "open", *year, "--envelope", "FORM", "--amount", "40", "--ref", "C-10", "--memo", "Convention 10")
    p.written(
        "commitment", "spend", commitment, "--date", "2027-07-02", "--ref", "F-1", "--memo", "Versement", "--debit",
        "5100:1500", "--credit", "2100:1500", key="spend")
    p.written("commitment", "release", commitment, "--amount", "100", "--reason", "Réduit", key="release")
    p.json(
        "entry", "post", "--fund", "FNF", "--date", "2027-07-03", "--ref", "F-2", "--memo", "Achat", "--debit",
        "5100:10@FORM-06", "--credit", "2100:10")
    p.error(
        "entry", "post", "--fund", "FNF", "--date", "2027-07-03", "--ref", "F-3", "--memo", "Trop", "--debit",
        "5100:99999@FORM-06", "--credit", "2100:99999", exit=3)
    p.read("envelope", "list", *year)
    p.read("envelope", "show", "FORM-06", *year)
    p.read("ceiling", "list", *year)
    p.read("commitment", "list", *year)
    p.read("commitment", "show", commitment)
    p.read("report", "budget", *year)
    p.read("report", "budget", *year, "--by", "region")
    p.error("report", "budget", *year, "--by", "regoin", exit=3)
    p.read("report", "commitments", "--fund", "FNF")
    p.read("report", "commitments", *year, "--aged-on", "2028-03-31")
    allocations(p, year)


def allocations(p, year):
    """An envelope shared out: with a floor, a guarantee, a ceiling and without; its files kept and lost; faults."""
    p.write("regions.csv", "envelope,people,before\nR-1,10,0\nR-2,1,20\nR-3,89,0\nR-4,30.5,0\n")
    p.write(
        "criteria.yaml",
        "allocation: trial\ntitle: {fr: Essai, en: Trial}\nstatus: illustrative\nagreed: {by: C, on: 2027-02-01}\n"
        "approved: {by: G, on: 2027-03-01}\nmeasures: [{id: people, fr: Gens, en: People, weight: 100 %, from: {file: "
        "regions.csv, value: people}}]\nfloor: 10 %\nceiling: 45 %\nguarantee: {share: 95 %, from: {file: regions.csv, value: "
        "before}}\nenvelopes: [{envelope: R-1}, {envelope: R-2}, {envelope: R-3}, {envelope: R-4}]\n")
    p.write(
        "plain.yaml",
        "allocation: plain\ntitle: {fr: Simple, en: Plain}\nstatus: in-force\nagreed: {by: C, on: 2027-02-01}\n"
        "approved: {by: G, on: 2027-03-01}\nmeasures: [{id: one, fr: Un, en: One, weight: 2, values: {R-1: 1, R-2: 2}}]\n"
        "envelopes: [{envelope: R-1}, {envelope: R-2}]\n")
    run = p.written(
        "allocation", "run", "criteria.yaml", "--from", "FORM", "--amount", "100.01", *year, key="allocation")
    plain = p.json("allocation", "run", "plain.yaml", "--from", "FORM", "--amount", "10", *year)
    p.read("allocation", "show", run["allocation"])
    p.read("allocation", "show", plain["allocation"])
    kept = os.path.join(p.folder, "fundctl.book.documents", plain["criteria_sha256"][:2], plain["criteria_sha256"])
    os.rename(kept, kept + ".away")
    p.read("allocation", "show", plain["allocation"])
    os.rename(kept + ".away", kept)
    p.error("allocation", "show", "FNF-2027-000001", exit=3)
    p.error("allocation", "run", "plain.yaml", "--from", "FORM", "--amount", "0", *year, exit=3)
    p.write("faulty.yaml", "allocation: x\nenvelopes: [{envelope: R-1}]\nmeasures: []\n")
    p.error("allocation", "run", "faulty.yaml", "--from", "FORM", *year, exit=3)


def transfers(p):
    """Rules are adopted; then each outcome of a transfer, by every command that tells one."""
    fund = ("--fund", "FDMT")
    p.write(
        "fdmt.csv", "code,parent,amount,nature,region,earmark\nAIDE,,9000,aid,06,none\nPETITE,,1000,aid,06,none\n"
        "SUD,,5000,aid,07,none\nADM,,500,administration,06,none\n")
    p.json("envelope", "load", "fdmt.csv", *fund, "--year", "2026-2027")
    to_south = (*fund, "--from", "AIDE", "--to", "SUD", "--amount")
    for command in [("rules", "list"), ("transfer", "list")]:
        p.read(*command, *fund)
    p.read("transfer", "suggest", *fund, "--to", "SUD", "--amount", "10")
    p.read("transfer", "check", *to_south, "10", exit=3)
    bare = p.json("transfer", "propose", *to_south, "10", exit=3)["record"]
    p.read("transfer", "explain", str(bare), *fund)
    p.error("rules", "show", *fund, exit=3)
    rules = os.path.join(p.root, "rules", "fdmt-illustrative.yaml")
    p.written("rules", "adopt", rules, *fund, key="adopt")
    p.read("approval", "show", p.read("approval", "list")["waiting"][0]["id"])
    p.json("approval", "give", p.read("approval", "list")["waiting"][0]["id"], "--as", "luc")
    p.read("rules", "list", *fund)
    p.read("rules", "show", *fund)
    p.read("rules", "show", "fdmt-illustrative@1", *fund)
    for amount, to, exit in [("10", "SUD", 0), ("4600", "SUD", 3), ("10", "ADM", 3), ("9001", "SUD", 3)]:
        p.read("transfer", "check", *fund, "--from", "AIDE", "--to", to, "--amount", amount, exit=exit)
    p.read("transfer", "suggest", *fund, "--to", "SUD", "--amount", "10")
    transfer = p.written("transfer", "propose", *to_south, "100", "--reason", "Demande", key="transfer")["record"]
    decision = ("--authority", "manager", "--instrument", "D-1", "--as", "luc")
    p.read("transfer", "explain", str(transfer), *fund)
    p.read("report", "budget", *fund, "--year", "2026-2027", "--by", "nature")
    p.read("report", "commitments", *fund)
    p.read("approval", "show", p.read("approval", "list")["waiting"][0]["id"])
    posted = p.written("approval", "give", p.read("approval", "list")["waiting"][0]["id"], *decision, key="approval")["record"]
    p.read("transfer", "explain", str(posted), *fund)
    lent = ("--operation", "temporary-transfer", "--repay-by", "2026-09-30")
    p.json("transfer", "propose", *to_south, "300", *lent)
    lent = p.json("approval", "give", p.read("approval", "list")["waiting"][0]["id"], *decision)["record"]
    p.written("transfer", "return", str(lent), *fund, "--amount", "120", key="return")
    p.json("transfer", "propose", *fund, "--operation", "cancellation", "--from", "SUD", "--amount", "5")
    p.json("approval", "refuse", p.read("approval", "list")["waiting"][0]["id"], "--reason", "Non", "--as", "luc")
    p.read("transfer", "check", *fund, "--operation", "cancellation", "--from", "SUD", "--amount", "5")
    small = (*fund, "--from", "PETITE", "--to", "AIDE", "--amount", "400")
    p.json("transfer", "propose", *small)
    p.json(
        "commitment", "open", *fund, "--year", "2026-2027", "--envelope", "PETITE", "--amount", "700", "--ref", "C", "--memo",
        "Convention")
    p.read("transfer", "check", *small, exit=3)
    p.json("approval", "give", p.read("approval", "list")["waiting"][0]["id"], *decision, exit=3)
    lacking = p.json("transfer", "propose", *small, exit=3)["record"]
    p.read("transfer", "explain", str(lacking), *fund)
    p.json("transfer", "propose", *fund, "--from", "AIDE", "--to", "ADM", "--amount", "10", exit=3)
    p.read("transfer", "list", *fund)
    draft = open(rules, encoding="utf-8").read().replace("version: 1", "version: 2", 1)
    p.write("draft.yaml", draft.replace("50 %", "0 %"))
    p.read("rules", "impact", "draft.yaml", *fund, "--year", "2026-2027")
    p.read("rules", "impact", "draft.yaml", *fund, "--all")
    p.environment["FUNDCTL_TEST_NOW"] = "2026-10-01T14:30:00Z"
    p.read("status")
    p.environment["FUNDCTL_TEST_NOW"] = "2026-05-01T14:30:00Z"


def grant_reports(p):
    """Reports of grants at different steps, in a book of their own."""
    book, fund = ("--book", "reports.book"), ("--fund", "FDMT")
    p.text("init", "--template", "quebec", "--admin", "marie", "--admin", "luc", "--as", "marie", *book)
    p.text("year", "open", "2026-2027", *fund, *book)
    p.text("envelope", "open", "A", *fund, "--year", "2026-2027", "--amount", "90000", *book)
    p.read("report", "grants", *fund, *book)
    p.text(
        "program", "add", "MFOR", *fund, "--name", "Formation", "--account", "5130", "--norms", "approved", "--citation", "N",
        *book)
    p.text("recipient", "add", "X-1", *fund, "--name", "Centre A", *book)
    for amount in ["40000", "500"]:
        p.text("grant", "apply", *fund, "--program", "MFOR", "--recipient", "X-1", "--amount", amount, "--title", "T", *book)
    grant = "FDMT-G-000001"
    p.text("grant", "assess", grant, "--recommend", "approve", "--memo", "M", *book)
    p.text(
        "grant", "approve", grant, "--plan", "2026-2027:30000@A", "--plan", "2027-2028:10000", "--authority", "direction",
        "--instrument", "D", "--as", "luc", *book)
    p.text(
        "grant", "sign", grant, "--objectives", "O", "--activities", "A", "--results", "R", "--contribution", "X:1", "--terms",
        "T", "--begins", "2026-05-01", "--ends", "2027-09-30", "--instalment", "2026-06-01:30000:advance", "--instalment",
        "2027-06-01:10000:final", *book)
    p.text("grant", "advance", grant, "--amount", "20000", *book)
    for more in [(), ("--by", "state", "--year", "2026-2027", "--state", "signed"), ("--by", "year", "--program", "MFOR")]:
        p.read("report", "grants", *fund, *more, *book)
    p.read("report", "commitments", *fund, *book)
    p.read("report", "payments", *fund, *book)
    p.text("grant", "claim", grant, "--amount", "900", "--from", "2026-05-01", "--to", "2026-05-01", *book)
    for command in [
        ("recipient", "bank", "X-1", "--institution", "815", "--transit", "30000", "--account", "0012345"), ("payment", "run"),
    ]:
        p.text(*command, *fund, *book)
        waiting = p.json("approval", "list", *book)["waiting"][-1]["id"]
        p.text("approval", "give", waiting, "--as", "luc", *book)
    p.text("grant", "accept", grant, "--claim", "1", *book)
    p.read("report", "payments", *fund, "--aged-on", "2026-12-31", *book)


def record_of(p, entry):
    return str(p.json("entry", "show", entry)["entry"]["record"])


def documents(p):
    p.write("invoice.txt", "1 loyer, 12,34 $\n")
    document = p.written("document", "add", "invoice.txt", "--register", "fnf", key="document")
    p.write("contract.txt", "1 convention\n")
    posted = p.json(
        "entry", "post", "--fund", "FNF", "--ref", "C-1", "--date", "2026-06-10", "--memo", "Convention", "--debit",
        "5100:10", "--credit", "2100:10", "--document", "contract.txt")
    p.read("entry", "show", posted["id"])
    p.json("document", "add", "invoice.txt", "--register", "fdmt", "--name", "Facture", "--type", "text/x-invoice")
    p.read("document", "show", document["sha256"])


def bundles(p):
    p.json("audit", "export", "--register", "fnf", "-o", "fnf-1", "--dry-run")
    first = p.json("audit", "export", "--register", "fnf", "-o", "fnf-1", "--documents")
    p.json("audit", "export", "--register", "fnf", "-o", "fnf-1-again")
    p.json("audit", "export", "--register", "employers", "-o", "employers-1")
    p.write("fnf.pem", p.text("register", "show", "fnf", "--pem", "--quiet"))
    pinned = ("--key", "fnf.pem", "--id", first["register_id"])
    p.verified("fnf-1", *pinned)
    p.json("key", "create", "witness")
    p.json("audit", "cosign", "fnf-1", "--as", "witness", *pinned, "-o", "first.note")
    witness = os.path.join(".config", "fundctl", "keys", "witness.pub.pem")
    p.written("audit", "accept", "first.note", "--witness", witness, key="accept")
    p.json("entry", "post", "--fund", "FNF", "--ref", "R-2", "--date", "2026-07-03", "--memo", "Remise", "--debit",
           "1000:98000", "--credit", "4000:98000")
    p.read("status")
    p.json("audit", "export", "--register", "fnf", "-o", "fnf-2")
    p.json("audit", "cosign", "fnf-2", "--as", "witness", "-o", "second.note")
    p.json("audit", "accept", "second.note")
    statement = os.path.join("fnf-1", "STATEMENT")
    p.verified("fnf-2", *pinned, "--previous", statement, "--min-export", "2")
    p.verified("fnf-2", *pinned, "--witness", witness, "--require", "integrity,origin,time", exit=5)
    p.read("audit", "checkpoint", "--register", "fnf")
    p.json("audit", "prove", "FNF-2026-000001", "--export", "2", "-o", "entry.tlog-proof")
    p.json("audit", "prove", "1", "--register", "fdmt")
    p.json("audit", "check-proof", "entry.tlog-proof", *pinned)
    stamps(p, pinned)
    touched(p, pinned)


def stamps(p, pinned):
    """Time stamps, by an authority of the session's own. It stamps at the true time, which is not the session's."""
    p.shell("authority.sh")
    stamp = "openssl ts -reply -config tsa.cnf -queryfile /dev/stdin 2>/dev/null"
    p.json("audit", "export", "--register", "fnf", "--number", "1", "-o", "fnf-1-stamped", "--timestamp", stamp)
    p.error("audit", "export", "--register", "fnf", "--number", "1", "-o", "fnf-1-plain", "--timestamp", "exit 1", exit=1)
    p.json("audit", "timestamp", "fnf-1-plain", "--request", "fnf-1.tsq")
    p.json("audit", "timestamp", "fnf-1-plain", "--response", os.path.join("fnf-1-stamped", "STATEMENT.tsr"))
    p.json("audit", "timestamp", "fnf-2", "--command", stamp)
    p.error("audit", "timestamp", "fnf-2", "--command", stamp, exit=3)
    p.read("audit", "verify", "fnf-2", *pinned, "--tsa", "root.pem", exit=5)


def touched(p, pinned):
    """What an auditor sees of an export, and of a proof, that someone changed."""
    records = os.path.join(p.folder, "fnf-1-again", "records", "000001.jsonl")
    with open(records, "rb") as file:
        lines = file.read()
    with open(records, "wb") as file:
        file.write(lines.replace(b"14582040", b"14592040"))
    p.verified("fnf-1-again", *pinned, exit=5)
    os.remove(os.path.join(p.folder, "fnf-1-again", "STATEMENT"))
    p.verified("fnf-1-again", *pinned, exit=5)
    with open(os.path.join(p.folder, "entry.tlog-proof"), encoding="utf-8") as file:
        proof = file.read()
    p.write("touched.tlog-proof", proof.replace("index ", "index 1"))
    p.json("audit", "check-proof", "touched.tlog-proof", *pinned, exit=5)
    p.write("empty.tlog-proof", "")
    p.json("audit", "check-proof", "empty.tlog-proof", *pinned, exit=5)


def grant_imports(p):
    """In a year before the others, without budget control."""
    p.text("year", "open", "2018-2019", "--fund", "FNF", "--without-budget")
    p.text(
        "program", "add", "VSG", "--fund", "FNF", "--name", "Secteur bénévole", "--account", "5100", "--norms", "none",
        "--citation", "Essai")
    p.write(
        "register.yaml", "unique_source: id\nfields:\n  date: {column: date}\n  program: {constant: VSG}\n"
        "  recipient: {column: to}\n  name: {column: name}\n  title: {column: title}\n  amount: {column: amount}\n")
    head = "id,date,to,name,title,amount\n"
    p.write(
        "register.csv", head + "G-1,2018-05-01,GB-1,Chorale,Concert,100\nG-2,2018-05-02,GB-1,Chorale inc.,Tournée,50.25\n")
    order = ["grant", "import", "register.csv", "--fund", "FNF", "--map", "register.yaml"]
    p.json(*order, "--dry-run")
    p.json(*order)
    p.json(*order)
    p.write("again.csv", head + "G-1,2018-05-01,GB-1,Chorale,Concert,100\n")
    p.json("grant", "import", "again.csv", "--fund", "FNF", "--map", "register.yaml")
    p.write("bad-register.csv", head + "G-3,2018-05-01,1042345678,Chorale,Concert,100\nG-4,2018-05-02,GB-1,,Tournée,0\n")
    p.error("grant", "import", "bad-register.csv", "--fund", "FNF", "--map", "register.yaml", exit=3)


def mistakes(p):
    p.error("entry", "posst", exit=64)
    p.error("entry", "post", exit=64)
    p.error("entry", "show", "FNF-2026-000999", exit=3)
    p.error(
        "entry", "post", "--fund", "FNF", "--date", "2026-06-18", "--ref", "C-9", "--memo", "Subvention", "--debit",
        "5100:12500", "--credit", "2100:15200", exit=3)
    p.error("role", "grant", "zoe", "closer", "--register", "fnf", "--as", "zoe", exit=4)
    p.error("year", "close", "2026-2027", "--fund", "FNF", exit=1)
    p.error("key", "list", "--format", "csv", "--lang", "de", exit=64)


def copies(p):
    p.written("backup", "copy.book", key="backup")
    p.json("entry", "post", "--fund", "FNF", "--ref", "R-3", "--date", "2026-07-04", "--memo", "Après la copie", "--debit",
           "1000:1", "--credit", "4000:1")
    p.written("restore", "copy.book", "--book", "again.book", key="restore")
    p.error("role", "revoke", "luc", "closer", "--register", "fnf", "--book", "again.book", exit=5)


def broken(p):
    """A book whose documents and tables were changed behind its back."""
    store = os.path.join(p.folder, "fundctl.book.documents")
    for folder, _, names in os.walk(store):
        for name in names:
            os.remove(os.path.join(folder, name))
    hash = next(answer["sha256"] for name, _, answer in p.answers if name == "document-add")
    p.read("document", "show", hash, exit=5)
    p.read("check", exit=5)
    book = sqlite3.connect(os.path.join(p.folder, "fundctl.book"))
    with book:
        tables = [row[0] for row in book.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in tables:
            book.execute(f'DROP TRIGGER "{name}"')
        book.execute("UPDATE record SET line = replace(line, '14582040', '14592040')")
    book.close()
    p.read("check", exit=5)
