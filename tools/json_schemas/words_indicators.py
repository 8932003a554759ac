"""Words about the results of indicators, follow-up notes and the accountability report: as in words.py."""

METHODS = ["newly-assisted", "new-agreements", "new-participants", "interventions", "recorded", "cost"]

KINDS = {
    "indicator-code": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,31}$"},
    "versioned": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,31}/v[1-9][0-9]*$"},
    "level": {"type": "string", "pattern": "^(national|region-[0-9]{2}|office-[A-Z0-9][A-Z0-9-]{0,15})$"},
    "month": {"type": "string", "pattern": "^[0-9]{4}-P(0[1-9]|1[0-2])$"},
    "figure": {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
    "share": {"type": "string", "pattern": "^-?[0-9]+\\.[0-9]{2}$"},
    "method": {"type": "string", "enum": METHODS},
    "unit": {"type": "string", "enum": ["count", "cents", "percent", "ratio", "days"]},
    "topic": {"type": "string", "enum": ["strategy", "evaluation", "satisfaction", "approval", "other"]},
    "counted": {"type": "string", "pattern": "^([0-9]{10}|[0-9a-f]{32}|(INT|AGR|PAR)-[0-9]{4}-[0-9]{6,})$"},
    "act": {"type": "string", "pattern": "^(INT|AGR|PAR)-[0-9]{4}-[0-9]{6,}$"},
}

# Where a definition is shown whole.
_DEFINITIONS = [
    "indicator-list.indicators[]", "indicator-define.indicators[]", "indicator-show.definition",
    "report-accountability.definitions[]",
]
_TARGETS = ["indicator-target", "indicator-revise"]
_NOTES = ["follow-up-add.note", "follow-up-list.notes[]", "report-accountability.notes[]"]
_PLACES = ["indicator-record", "indicator-explain"]


def each(places, leaves):
    return {f"{place}.{name}": what for place in places for name, what in leaves.items()}


OBJECTS = {
    "indicator-list.indicators[]": "A definition.",
    "indicator-define.indicators[]": "A definition.",
    "indicator-show.definition": "The definition of the year.",
    "report-accountability.definitions[]": "A definition that figures of the report name.",
    **{f"{name}.parameters[]": "A parameter of the method." for name in _DEFINITIONS},
    "indicator-show.months[]": "A month.",
    "indicator-show.explanations[]": "An explanation of the gap.",
    "indicator-show.list[]": "One that the figure counts.",
    "indicator-figures.figures[]": "An indicator.",
    "indicator-publish.figures[]": "A figure above zero.",
    "follow-up-add.note": "The note.",
    "follow-up-list.notes[]": "A note.",
    "report-accountability.notes[]": "A note.",
    "report-accountability.results[]": "An indicator at a level that has a target or a figure.",
    "report-accountability.results[].explanations[]": "An explanation of the gap.",
    "report-accountability.months[]": "A month of an indicator at the level of the report.",
    "report-accountability.restatements[]": "A published month that the records now count otherwise.",
    "report-accountability.costs[]": "A cost, with the terms of its reckoning.",
    "report-accountability.costs[].grants[]": "A grant that an intervention names.",
}

ARRAYS = {
    "indicator-list.indicators": "The definitions, by indicator and version.",
    "indicator-define.indicators": "What was defined.",
    "report-accountability.definitions": "The definitions of the year, by indicator.",
    **{f"{name}.parameters": "The parameters, by name." for name in _DEFINITIONS},
    "indicator-show.months": "The months asked for, from April.",
    "indicator-show.explanations": "What explains the gap, the oldest first.",
    "indicator-show.list?": "What the figure counts, by month and day; null where it is not asked for.",
    "indicator-figures.published": "The months of the year that are published, in order.",
    "indicator-figures.figures": "The indicators of the year.",
    "indicator-publish.figures": "The figures above zero, by indicator and level.",
    "follow-up-list.notes": "The notes, the oldest first.",
    "report-accountability.notes": "The notes of the level and those under it.",
    **{f"{name}.documents": "Hashes of the documents attached." for name in _NOTES},
    "report-accountability.published": "The months of the year that are published, in order.",
    "report-accountability.results": "The annual table.",
    "report-accountability.results[].explanations": "What explains the gap, the oldest first.",
    "report-accountability.months": "The monthly follow-up.",
    "report-accountability.restatements": "The restatements.",
    "report-accountability.costs": "The costs that the definitions ask for.",
    "report-accountability.costs[].grants": "The grants that make the sum.",
    "report-accountability.costs[].unknown": "Grants that no fund of the book has: left out.",
}

LEAVES = {
    **each(_DEFINITIONS, {
        "indicator": ("indicator-code", "The indicator."), "version": ("count", "The version of its definition."),
        "from": ("year", "The first fiscal year that it counts for."), "name": ("text", "Its name in French."),
        "name_en": ("text", "Its name in English."), "method": ("method", "How its figures come to be."),
        "parameters[].name": ("text", "The parameter."), "parameters[].value": ("text", "Its value."),
        "unit": ("unit", "What its figures are of."), "decimals": ("count", "Decimals of its figures, as recorded."),
        "targeted": ("yes", "Whether targets are set for it."), "citation": ("text", "The text that founds it."),
    }),
    "indicator-list.year": ("year?", "The fiscal year asked for; null for all definitions."),
    "indicator-show.year": ("year", "The fiscal year."),
    "indicator-show.level": ("level", "The level."),
    **each(["indicator-show"], {
        "result": ("figure?", "The year's figure, as published where it is; null where none is entered."),
        "restated": ("figure?", "What the records count now, where that differs; null else."),
        "target": ("figure?", "The target; null where none is set."),
        "revised": ("figure?", "What took its place; null where nothing did."),
        "gap": ("figure?", "Result less target; null where one of them is."),
        "gap_percent": ("share?", "The same in percent of the target; null where it cannot be told."),
        "explanation_asked": ("yes", "Whether the gap is beyond what the target allows, and not explained."),
        "explanations[].month": ("month?", "The month; null for the year."), "explanations[].text": ("text", "Its text."),
        "months[].month": ("month", "The month."),
        "months[].figure": ("figure?", "Its figure, as published where it is; null where none is entered."),
        "months[].published": ("yes", "Whether it is published."),
        "months[].definition": ("versioned?", "The definition that counts for it; null where none does."),
        "months[].recounted": ("figure?", "What the records count now; null where figures are entered."),
        "months[].origin": ("text?", "Where an entered figure comes from; null where none is entered."),
        "months[].person": ("person?", "Who entered it; null where nobody did."),
        "months[].record": ("count?", "The record that entered it, or published the month; null where none did."),
        "list[].month": ("month", "The month."), "list[].counted": ("counted", "A firm, a subject, or the act itself."),
        "list[].act": ("act", "The act that makes it count."), "list[].date": ("date", "Its day."),
        "list[].office": ("text", "Its office."), "list[].region": ("region", "The office's region."),
        "list[].measure": ("text?", "Its measure or programme; null for an agreement."),
        "list[].employer": ("text?", "The firm, after mergers; null where there is none."),
    }),
    **each(["indicator-figures"], {
        "year": ("year", "The fiscal year."), "month": ("month?", "The month asked for; null for the year."),
        "level": ("level", "The level."), "published[]": ("month", "A month."),
        "figures[].indicator": ("indicator-code", "The indicator."), "figures[].version": ("count", "Its version."),
        "figures[].figure": ("figure?", "Of the month, or of the year; null where none is entered."),
        "figures[].year_to_date": ("figure?", "From April to the month, or to now; null where none is entered."),
        "figures[].recounted": ("figure?", "The same as the records count now, where that differs; null else."),
        "figures[].target": ("figure?", "The target in force; null where none is set."),
    }),
    **each(_PLACES, {
        "indicator": ("indicator-code", "The indicator."), "year": ("year", "The fiscal year."),
        "month": ("month?", "The month; null for the year."), "level": ("level", "The level."),
    }),
    "indicator-revise.state": ("done-waiting", "Of an override: done, or waiting for a second person."),
    "indicator-record.value": ("figure", "The figure."),
    "indicator-record.origin": ("text", "Where it comes from."),
    "indicator-explain.text": ("text", "The explanation."),
    "indicator-explain.gap": ("figure?", "Result less target; null where one of them is."),
    **each(_TARGETS, {
        "indicator": ("indicator-code", "The indicator."),
        "year": ("year", "The fiscal year."), "level": ("level", "The level."),
        "target": ("figure", "The target as it was set."),
        "revised": ("figure?", "What took its place; null where nothing did."),
        "gap_percent": ("share?", "The gap, in percent, beyond which an explanation is asked for; null where none is told."),
    }),
    **each(["indicator-publish"], {
        "month": ("month", "The month."), "figures[].indicator": ("indicator-code", "The indicator."),
        "figures[].level": ("level", "The level."), "figures[].count": ("count", "The figure."),
    }),
    **each(_NOTES, {
        "year": ("year", "The fiscal year."), "level": ("level", "The level."), "topic": ("topic", "What it is about."),
        "date": ("date", "Its date."), "title": ("text", "Its title."), "text": ("text", "Its text."),
        "citation": ("text?", "The act that attests it; null where none is told."),
        "documents[]": ("hex32", "The hash of a document."),
    }),
    "follow-up-list.year": ("year", "The fiscal year."),
    **each(["report-accountability"], {
        "year": ("year", "The fiscal year."), "level": ("level", "The level."),
        "sequence": ("count", "The last record that was seen."), "sealed": ("time", "When it was sealed."),
        "published[]": ("month", "A month."),
        "results[].indicator": ("indicator-code", "The indicator."), "results[].version": ("count", "Its version."),
        "results[].level": ("level", "The level."), "results[].target": ("figure?", "The target; null where none is set."),
        "results[].revised": ("figure?", "What took its place; null where nothing did."),
        "results[].result": ("figure?", "The result; null where none is entered."),
        "results[].restated": ("figure?", "What the records count now, where that differs; null else."),
        "results[].gap": ("figure?", "Result less target; null where one of them is."),
        "results[].gap_percent": ("share?", "The same in percent of the target; null where it cannot be told."),
        "results[].explanation_asked": ("yes", "Whether an explanation is asked for and missing."),
        "results[].explanations[].month": ("month?", "The month; null for the year."),
        "results[].explanations[].text": ("text", "Its text."),
        "months[].indicator": ("indicator-code", "The indicator."), "months[].month": ("month", "The month."),
        "months[].figure": ("figure", "Its figure."), "months[].published": ("yes", "Whether the month is published."),
        "restatements[].indicator": ("indicator-code", "The indicator."), "restatements[].month": ("month", "The month."),
        "restatements[].published": ("count", "The published figure."),
        "restatements[].recounted": ("count", "What the records count now."),
        "costs[].indicator": ("indicator-code", "The cost."), "costs[].count_of": ("indicator-code", "What is counted."),
        "costs[].total": ("amount", "The sum accepted of the grants."), "costs[].count": ("count", "How many are counted."),
        "costs[].each": ("amount?", "The cost of one; null where none is counted."),
        "costs[].grants[].grant": ("grant", "The grant."),
        "costs[].grants[].intervention": ("act", "The first intervention that names it."),
        "costs[].grants[].accepted": ("amount", "What was accepted of it."), "costs[].unknown[]": ("grant", "A grant."),
    }),
}
