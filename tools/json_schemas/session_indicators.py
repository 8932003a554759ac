"""Indicators: definitions, entered figures, targets, publication, follow-up, the accountability report."""


def indicators(p):
    book, year = ("--book", "indicators.book"), ("--year", "2026-2027")
    p.text("init", "--template", "quebec", "--admin", "marie", "--admin", "luc", "--as", "marie", *book)
    p.text("services", "load", "--template", "quebec", *book)
    p.json("indicator", "define", "--template", "quebec", *book)
    acts(p, book)
    own = [
        "--method", "newly-assisted", "--parameter", "look-back=36", "--from", "2027-2028", "--targeted", "--name", "Aidées",
        "--name-en", "Assisted", "--citation", "Décision 4",
    ]
    p.written("indicator", "define", "nouvellement-aidee", *own, *book, key="define")
    p.read("indicator", "list", *book)
    p.read("indicator", "list", *year, *book)
    rate = ("indicator", "record", "taux-emploi", "51.2", *year, "--origin", "Relance", *book)
    p.written(*rate, key="rate")
    p.error(*rate, exit=3)
    p.json("indicator", "record", "postes-vacants", "100", "--month", "2026-P01", "--origin", "Placement", *book)
    p.error("indicator", "record", "taux-emploi", "x", *year, "--origin", "Relance", *book, exit=64)
    targets(p, year, book)
    p.read("indicator", "show", "taux-emploi", *year, *book)
    p.read("indicator", "show", "postes-vacants", *year, *book)
    p.read("indicator", "show", "nouvellement-aidee", *year, "--list", *book)
    p.written("indicator", "explain", "taux-emploi", *year, "--text", "E", *book, key="explain")
    p.written("indicator", "publish", "2026-P01", *book, key="publish")
    p.error("indicator", "publish", "2026-P01", *book, exit=3)
    restated(p, year, book)
    p.read("indicator", "figures", *year, *book)
    p.read("indicator", "figures", "--month", "2026-P01", "--level", "region-06", *book)
    note = ("follow-up", "add", "--topic", "strategy", "--title", "T", "--text", "X", *year, *book)
    p.written(*note, "--citation", "C", key="note")
    p.json(*note, "--level", "region-06")
    p.read("follow-up", "list", *year, *book)
    p.read("indicator", "show", "taux-emploi", *year, *book)
    p.read("report", "accountability", *year, *book)
    p.read("report", "accountability", "--year", "2027-2028", "--level", "region-06", *book)
    p.environment["FUNDCTL_TEST_NOW"] = "2026-05-01T14:30:00Z"
    costs(p)


def acts(p, book):
    """Two firms with an intervention each, and a participant, in April 2026."""
    for neq, name in [("1140000013", "Tournage Lafleur"), ("1140000021", "Fonderie du Lac")]:
        p.text(
            "employer", "add", neq, "--name", name, "--region", "06", "--office", "R06", "--scian", "3327", "--date", "2026-04-01",
            *book)
        p.text(
            "intervention", "start", "--employer", neq, "--measure", "mfor", "--office", "R06", "--begins", "2026-04-02", *book)
    p.text(
        "participant", "add", "--name", "Ana Gil", "--born", "1984-05-13", "--programme", "cadre-general", "--office", "R06",
        "--date", "2026-04-03", *book)


def targets(p, year, book):
    """A target set in its year, revised in September, overridden in November: each on its day."""
    p.written("indicator", "target", "taux-emploi", "60", *year, "--gap", "5", *book, key="target")
    revise = ("indicator", "revise", "taux-emploi", "58", *year, "--reason", "R", *book)
    p.environment["FUNDCTL_TEST_NOW"] = "2026-09-15T14:30:00Z"
    p.written(*revise, key="revise")
    p.environment["FUNDCTL_TEST_NOW"] = "2026-10-15T14:30:00Z"
    p.error(*revise, exit=3)
    p.environment["FUNDCTL_TEST_NOW"] = "2026-11-15T14:30:00Z"
    waiting = p.written(*revise, "--override", key="override")["acts"][0]["id"]
    p.json("approval", "list", *book)
    p.json("approval", "give", waiting, "--as", "luc", *book)


def restated(p, year, book):
    """What comes after publication: one firm less."""
    p.text("intervention", "annul", "INT-2026-000002", "--reason", "R", *book)
    for code in ["nouvellement-aidee", "nouveaux-participants-cadre"]:
        p.read("indicator", "show", code, *year, "--list", *book)
    p.read("indicator", "show", "nouvellement-aidee", "--month", "2026-P01", "--level", "office-R06", "--list", *book)
    p.json("indicator", "explain", "nouvellement-aidee", "--month", "2026-P01", "--text", "E", *book)


def costs(p):
    """The cost of one, where the grants of interventions lie in the same book, and where they do not."""
    book = ("--book", "grants.book")
    p.text("services", "load", "--template", "quebec", *book)
    p.text("indicator", "define", "--template", "quebec", *book)
    p.text("employer", "add", "1140000013", "--name", "Tournage Lafleur", "--region", "06", "--scian", "3327", *book)
    for grant in ["FNF-G-000001", "FNF-G-000099"]:
        p.text(
            "intervention", "start", "--employer", "1140000013", "--measure", "mfor", "--office", "R06", "--begins", "2026-04-20",
            "--grant", grant, *book)
    p.read("report", "accountability", "--year", "2026-2027", *book)
