"""Words about employer services: offices, measures, programmes, standards, employers, interventions, committees."""

REGION = {"type": "string", "pattern": "^(0[1-9]|1[0-7])$"}
KINDS = {
    "region": REGION,
    "neq": {"type": "string", "pattern": "^(11|22|33|88)[0-9]{8}$"},
    "office": {"type": "string", "pattern": "^[A-Z0-9][A-Z0-9-]{0,15}$"},
    "slug": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,31}$"},
    "scian": {"type": "string", "pattern": "^[0-9]{2,6}$"},
    "intervention": {"type": "string", "pattern": "^INT-[0-9]{4}-[0-9]{6,}$"},
    "either-grant": {"type": "string", "pattern": "^(FNF|FDMT)-G-[0-9]{6,}$"},
    "employer-state": {"type": "string", "enum": ["open", "closed", "merged"]},
    "employer-form": {
        "type": "string",
        "enum": [
            "corporation", "cooperative", "non-profit", "sole-proprietor", "partnership", "association", "public-body",
            "band-council", "other",
        ],
    },
    "programme-nature": {"type": "string", "enum": ["strategy", "regulated"]},
    "service-result": {"type": "string", "enum": ["achieved", "partly-achieved", "not-achieved", "abandoned"]},
    "service-party": {"type": "string", "enum": ["service", "employer", "committee", "participants", "other"]},
    "intervention-state": {"type": "string", "enum": ["under-way", "ended", "annulled"]},
    "seat-side": {"type": "string", "enum": ["employers", "unions", "observers"]},
    "activity-state": {"type": "string", "enum": ["planned", "under-way", "done", "abandoned"]},
    "doubt": {"type": "string", "enum": ["person", "merged", "closed", "likeness", "incomplete"]},
    "neq-or-empty": {"type": "string", "pattern": "^((11|22|33|88)[0-9]{8})?$"},
}

_OFFICES = ["office-set.office", "office-list.offices[]"]
_PROGRAMMES = ["programme-set.programme", "programme-list.programmes[]"]
_STANDARDS = ["standard-set.standard", "standard-show.standard"]
_ONE = [f"employer-{verb}.employer" for verb in ["add", "update", "merge", "close", "reopen", "show"]] + [
    "establishment-set.employer"
]
_EMPLOYERS = _ONE + ["employer-list.employers[]", "employer-search.employers[]"]
_ACT = [f"intervention-{verb}.intervention" for verb in ["start", "end", "annul", "show"]]
_ACTS = _ACT + ["intervention-list.interventions[]", "employer-show.interventions[]"]
_COMMITTEE = [
    f"committee-{verb}.committee" for verb in ["add", "update", "show", "member", "unseat", "plan", "activity", "fund"]
]
_COMMITTEES = _COMMITTEE + ["committee-list.committees[]"]

OBJECTS = {
    **{path: "An office." for path in _OFFICES},
    **{path: "A programme." for path in _PROGRAMMES},
    **{path: "An occupational standard." for path in _STANDARDS + ["standard-list.standards[]"]},
    **{path + ".modules[]": "A module." for path in _STANDARDS},
    "measure-list.measures[]": "A measure.",
    "catalogue-list.catalogues[]": "A catalogue.",
    **{f"catalogue-{verb}.catalogue": "The catalogue." for verb in ["adopt", "show"]},
    **{f"catalogue-{verb}.catalogue.measures[]": "A measure." for verb in ["adopt", "show"]},
    **{path: "An employer." for path in _EMPLOYERS},
    **{path + ".establishments[]": "An establishment." for path in _ONE},
    "employer-history.steps[]": "A record that tells of the employer.",
    "employer-import.doubtful[]": "A row that is left out, for a person to look at.",
    **{path: "An intervention." for path in _ACTS},
    **{path + ".contributions[]": "What a party gives." for path in _ACT},
    **{path: "A sector committee." for path in _COMMITTEES},
    **{path + ".seats[]": "A time that a seat was filled." for path in _COMMITTEE},
    **{path + ".activities[]": "An activity of a plan." for path in _COMMITTEE},
}

ARRAYS = {
    "office-list.offices": "The offices, by code.",
    "measure-list.measures": "The measures of the catalogue of the day, by code.",
    "catalogue-list.catalogues": "The catalogues, by their first day.",
    **{f"catalogue-{verb}.catalogue.measures": "Its measures, by code." for verb in ["adopt", "show"]},
    "catalogue-adopt.added": "Measures that the one before has not.",
    "catalogue-adopt.changed": "Measures that the one before says otherwise.",
    "catalogue-adopt.dropped": "Measures of the one before that it has not.",
    "programme-list.programmes": "The programmes, by code.",
    "standard-list.standards": "The standards, by code.",
    **{path + ".modules": "Its modules, in the order of the booklet." for path in _STANDARDS},
    "employer-list.employers": "The employers, by number, up to the limit.",
    "employer-search.employers": "The employers found, the best first.",
    **{path + ".other_names": "Its other names." for path in _EMPLOYERS},
    **{path + ".merged": "The numbers that were merged into it." for path in _ONE},
    **{path + ".establishments": "Its establishments, those of merged numbers too." for path in _ONE},
    "employer-show.interventions": "Its interventions, by their first day.",
    "employer-history.steps": "What the records say of it, in order.",
    "employer-import.doubtful": "The first rows that are left out.",
    "intervention-list.interventions": "The interventions, by their first day, up to the limit.",
    **{path + ".contributions": "What the parties give." for path in _ACT},
    "committee-list.committees": "The committees, by code.",
    **{path + ".scian": "The industries that it covers." for path in _COMMITTEES},
    **{path + ".seats": "Its seats over time, in the order of records." for path in _COMMITTEE},
    **{path + ".activities": "The activities of its plans, by fiscal year." for path in _COMMITTEE},
    **{path + ".grants": "The grants that fund it." for path in _COMMITTEE},
    **{path + ".standards": "The standards that it keeps." for path in _COMMITTEE},
    **{path + ".programmes": "The strategies and regulated programmes that it keeps." for path in _COMMITTEE},
}


def _employer(path):
    return {
        f"{path}.employer": ("neq", "Its number."),
        f"{path}.counted_as": ("neq", "The number that counts for it after mergers."),
        f"{path}.state": ("employer-state", "Where it stands."),
        f"{path}.form": ("employer-form", "Its legal form."),
        f"{path}.name": ("text?", "Its legal name; null for a sole proprietor."),
        f"{path}.subject": ("subject?", "The subject of a sole proprietor; null for others."),
        f"{path}.contact": ("subject?", "The subject of the person to speak to; null where there is none."),
        f"{path}.other_names[]": ("text", "Another name."),
        f"{path}.region": ("region", "Its region."),
        f"{path}.office": ("office?", "Its office; null where it has none."),
        f"{path}.scian": ("scian", "Its industry."),
        f"{path}.employees": ("count?", "How many employees; null where it is not known."),
        f"{path}.since": ("count", "The record that added it."),
        f"{path}.record": ("count", "The last record that says something of it."),
        f"{path}.date": ("date", "The day of that record."),
    }


def _places(path):
    place = f"{path}.establishments[]"
    return {
        f"{path}.merged[]": ("neq", "A number."),
        f"{place}.employer": ("neq", "The employer as written."),
        f"{place}.establishment": ("count", "Its number."),
        f"{place}.name": ("text?", "Its name; null where it has none."),
        f"{place}.region": ("region", "Its region."),
        f"{place}.office": ("office?", "Its office; null where it has none."),
        f"{place}.scian": ("scian?", "Its industry; null where it is that of the employer."),
        f"{place}.employees": ("count?", "How many employees; null where it is not known."),
        f"{place}.state": ("open-closed", "Whether it is open."),
    }


def _act(path):
    return {
        f"{path}.intervention": ("intervention", "Its number."),
        f"{path}.employer": ("neq", "The employer as written."),
        f"{path}.counted_as": ("neq", "The employer that counts after mergers."),
        f"{path}.establishment": ("count?", "The establishment; null where none is named."),
        f"{path}.measure": ("slug", "The measure."),
        f"{path}.office": ("office", "The office."),
        f"{path}.region": ("region", "The office's region."),
        f"{path}.begins": ("date", "Its first day."),
        f"{path}.ends": ("date?", "Its last day; null while under way."),
        f"{path}.result": ("service-result?", "What came of it; null while under way."),
        f"{path}.grant": ("either-grant?", "The grant that pays for it; null where none does."),
        f"{path}.state": ("intervention-state", "Where it stands."),
        f"{path}.record": ("count", "Its first record."),
    }


def _more(path):
    return {
        f"{path}.agent": ("person?", "Who sees to it; null where it is who sealed."),
        f"{path}.contributions[].party": ("service-party", "The party."),
        f"{path}.contributions[].amount": ("amount", "How much."),
    }


def _committee(path):
    return {
        f"{path}.committee": ("slug", "Its code."),
        f"{path}.name": ("text", "Its name."),
        f"{path}.name_en": ("text?", "Its name in English; null where it has none."),
        f"{path}.sector": ("text", "Its sector."),
        f"{path}.scian[]": ("scian", "An industry."),
        f"{path}.neq": ("neq?", "The number of its own body; null where it is not told."),
        f"{path}.mandate": ("text?", "Its mandate; null where it is not told."),
    }


def _committee_parts(path):
    seat, activity = f"{path}.seats[]", f"{path}.activities[]"
    return {
        f"{path}.grants[]": ("either-grant", "A grant."),
        f"{path}.standards[]": ("slug", "A standard."),
        f"{path}.programmes[]": ("slug", "A programme."),
        f"{seat}.seat": ("text", "The seat."),
        f"{seat}.side": ("seat-side", "For whom the member sits."),
        f"{seat}.chair": ("yes", "Whether as co-chair."),
        f"{seat}.subject": ("subject", "The subject of the person."),
        f"{seat}.organisation": ("text?", "For what organisation; null where it is not told."),
        f"{seat}.from": ("date", "Since when."),
        f"{seat}.to": ("date?", "Until when; null while filled."),
        f"{activity}.year": ("year", "The fiscal year."),
        f"{activity}.activity": ("text", "Its code."),
        f"{activity}.title": ("text", "What it is."),
        f"{activity}.state": ("activity-state", "Where it stands."),
        f"{activity}.result": ("text?", "What came of it; null before a report."),
    }


def _programme(path):
    return {
        f"{path}.programme": ("slug", "Its code."),
        f"{path}.nature": ("programme-nature", "Whether a strategy or a regulated programme."),
        f"{path}.name": ("text", "Its name in French."),
        f"{path}.name_en": ("text", "Its name in English."),
        f"{path}.committee": ("slug?", "The committee that it belongs to; null where to none."),
        f"{path}.record": ("count", "The record that last set it."),
    }


def _standard(path):
    return {
        f"{path}.standard": ("slug", "Its code."),
        f"{path}.name": ("text", "Its name."),
        f"{path}.name_en": ("text?", "Its name in English; null where it has none."),
        f"{path}.committee": ("slug?", "The committee that keeps it; null where none does."),
        f"{path}.record": ("count", "The record that last set it."),
        f"{path}.modules[].module": ("text", "Its code."),
        f"{path}.modules[].name": ("text", "Its name."),
    }


def _office(path):
    return {
        f"{path}.office": ("office", "Its code."),
        f"{path}.region": ("region", "Its region, for ever."),
        f"{path}.name": ("text", "Its name."),
        f"{path}.state": ("open-closed", "Whether it is open."),
        f"{path}.record": ("count", "The record that last set it."),
    }


def _catalogue(path):
    return {
        f"{path}.catalogue": ("text", "Its code."),
        f"{path}.from": ("date", "Its first day."),
        f"{path}.citation": ("text", "What names it."),
        f"{path}.measures[].measure": ("slug", "Its code."),
        f"{path}.measures[].name": ("text", "Its name in French."),
        f"{path}.measures[].name_en": ("text", "Its name in English."),
        f"{path}.measures[].citation": ("text", "What names it."),
    }


def _counts(name, **words):
    return {f"{name}.{member}": ("count", text) for member, text in words.items()}


LEAVES = {
    **{name: word for path in _OFFICES for name, word in _office(path).items()},
    **{name: word for path in _PROGRAMMES for name, word in _programme(path).items()},
    **{name: word for path in _STANDARDS + ["standard-list.standards[]"] for name, word in _standard(path).items()},
    **{name: word for path in _EMPLOYERS for name, word in _employer(path).items()},
    **{name: word for path in _ONE for name, word in _places(path).items()},
    **{name: word for path in _ACTS for name, word in _act(path).items()},
    **{name: word for path in _ACT for name, word in _more(path).items()},
    **{name: word for path in _COMMITTEES for name, word in _committee(path).items()},
    **{name: word for path in _COMMITTEE for name, word in _committee_parts(path).items()},
    "employer-add.employer.establishments[]": ("text", "None: it has no establishment yet."),
    "committee-add.committee.seats[]": ("text", "None: no seat is filled yet."),
    "committee-add.committee.activities[]": ("text", "None: there is no plan yet."),
    "services-load.template": ("template", "The template."),
    **_counts(
        "services-load", offices="Offices entered.", measures="Measures entered.", committees="Committees entered.",
        programmes="Programmes entered.", known="Lists and entries that were there already."),
    "measure-list.on": ("date", "The day."),
    "measure-list.catalogue": ("text?", "The catalogue of the day; null where none counts yet."),
    "measure-list.from": ("date?", "Since when it counts; null where none counts yet."),
    "measure-list.measures[].measure": ("slug", "Its code."),
    "measure-list.measures[].name": ("text", "Its name in French."),
    "measure-list.measures[].name_en": ("text", "Its name in English."),
    "measure-list.measures[].citation": ("text", "What names it."),
    "catalogue-list.current": ("text?", "The catalogue of today; null where none counts yet."),
    "catalogue-list.catalogues[].catalogue": ("text", "Its code."),
    "catalogue-list.catalogues[].from": ("date", "Its first day."),
    "catalogue-list.catalogues[].measures": ("count", "How many measures it has."),
    "catalogue-list.catalogues[].citation": ("text", "What names it."),
    **{name: word for verb in ["adopt", "show"] for name, word in _catalogue(f"catalogue-{verb}.catalogue").items()},
    "catalogue-adopt.before": ("text?", "The catalogue before; null for the first."),
    "catalogue-adopt.added[]": ("slug", "A measure."),
    "catalogue-adopt.changed[]": ("slug", "A measure."),
    "catalogue-adopt.dropped[]": ("slug", "A measure."),
    "establishment-import.file": ("text", "The file."),
    **_counts(
        "establishment-import", rows="Rows read.", new="Establishments entered.", changed="Establishments changed.",
        same="Rows that say what the register has.", skipped="Rows that the map skips.", batch="The batch of the first time."),
    "employer-list.found": ("count", "How many there are, shown or not."),
    "employer-search.words": ("text", "What was looked for."),
    "employer-search.more": ("yes", "Whether there are others."),
    "employer-show.asked": ("neq", "The number asked for."),
    "employer-history.employer": ("neq", "The number that counts after mergers."),
    "employer-history.steps[].record": ("count", "The record."),
    "employer-history.steps[].employer": ("neq", "The employer as written."),
    "employer-history.steps[].kind": ("kind", "Its kind."),
    "employer-history.steps[].date": ("date", "Its day."),
    "employer-history.steps[].details": ("text", "What it says."),
    "employer-import.file": ("text", "The file."),
    **_counts(
        "employer-import", rows="Rows read.", new="Employers entered.", changed="Employers changed.",
        same="Rows that say what the register has.", doubtful_count="Rows left out for a person to look at.",
        skipped="Rows that the map skips.", batch="The batch of the first time."),
    "employer-import.doubtful[].line": ("count", "The line."),
    "employer-import.doubtful[].employer": ("neq", "The number."),
    "employer-import.doubtful[].reason": ("doubt", "Why."),
    "employer-import.doubtful[].other": ("neq-or-empty", "The number that it is like or was merged into, or empty."),
    "intervention-list.found": ("count", "How many there are, shown or not."),
    "intervention-import.file": ("text", "The file."),
    **_counts(
        "intervention-import", rows="Rows read.", new="Interventions entered.", known="Rows known by their source.",
        skipped="Rows that the map skips.", batch="The batch of the first time."),
    "intervention-import.first": ("intervention?", "The first number; null where there is none."),
    "intervention-import.last": ("intervention?", "The last number; null where there is none."),
}
