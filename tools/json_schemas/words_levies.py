"""Words about the results of parameters, levies, earmarked revenue and fees."""

MARKS = ["cited", "date-not-found", "not-found"]

KINDS = {
    "mark": {"type": "string", "enum": MARKS},
    "parameter": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"},
    "parameter-kind": {"type": "string", "enum": ["amount", "rate", "years", "days", "flag", "word", "ladder"]},
    "ratio": {"type": "string", "pattern": "^[0-9]+/[1-9][0-9]*$"},
    "taxation-year": {"type": "string", "pattern": "^[0-9]{4}$"},
    "assessed": {"type": "string", "enum": ["below-threshold", "exempted", "met", "owed"]},
    "assessed-line": {
        "type": "string", "enum": [
            "payroll", "threshold", "participation", "spending", "help", "net-spending", "surplus-brought", "year-before",
            "counted", "levy", "surplus-forward",
        ],
    },
    "levy-act": {"type": "string", "enum": ["estimated", "remitted"]},
    "earmark-basis": {"type": "string", "enum": ["own-law", "outside"]},
    "release-cause": {"type": "string", "enum": ["used", "expired", "returned"]},
}

_LEVIES = ["levy-estimate", "levy-remit", "levy-list"]
_ACTS = ["levy-estimate.act", "levy-remit.act", "levy-list.acts[]", "report-levies.acts[]"]
_EARMARKS = ["revenue-earmark.earmark", "revenue-release.earmark", "revenue-list.earmarks[]"]
_FEES = ["fee-bill.fee", "fee-receive.fee", "fee-list.fees[]"]

OBJECTS = {
    **{name: "The estimate or remittance." for name in _ACTS[:2]},
    **{name: "An estimate or a remittance." for name in _ACTS[2:]},
    **{f"{name}.parts[]": "What it changed of a taxation year." for name in _ACTS},
    **{f"{name}.years[]": "A taxation year." for name in _LEVIES},
    **{name: "The earmarked revenue." for name in _EARMARKS[:2]},
    "revenue-list.earmarks[]": "An earmarked revenue.",
    **{f"{name}.releases[]": "A release." for name in _EARMARKS},
    **{name: "The invoice." for name in _FEES[:2]},
    "fee-list.fees[]": "An invoice.",
    "parameter-list.parameters[]": "A parameter.",
    "parameter-list.parameters[].step?": "Its value that day; null where it has none yet.",
    "parameter-show.current": "Its value that day.",
    "parameter-show.current?": "Its value that day; null where it has none yet.",
    "parameter-show.steps[]": "A value.",
    "levy-assess.lines[]": "A step of the reckoning.",
    "levy-assess.remarks[]": "What decided beside the amounts.",
}

ARRAYS = {
    **{f"{name}.years": "The taxation years, ascending, as they stand." for name in _LEVIES},
    **{f"{name}.acts": "Estimates and remittances, in the order of their records." for name in ["levy-list", "report-levies"]},
    **{f"{name}.parts": "What it changed, by ascending taxation year." for name in _ACTS},
    "revenue-list.earmarks": "Earmarked revenues, in the order of their records.",
    **{f"{name}.releases": "What was released of it, in order." for name in _EARMARKS},
    "fee-list.fees": "The invoices, in the order of their records.",
    "parameter-list.parameters": "Every parameter.",
    "parameter-show.steps": "Its values, by the day from which they hold.",
    "levy-assess.lines": "The reckoning, step by step.",
    "levy-assess.remarks": "The parameters that decided beside the amounts.",
}

_STEPS = ["parameter-list.parameters[].step", "parameter-show.current", "parameter-show.steps[]"]

LEAVES = {
    **{f"{name}.record": ("count", "The record's number in its register.") for name in _ACTS + _EARMARKS + _FEES},
    **{f"{name}.date": ("date", "The effective date.") for name in _ACTS + _EARMARKS + _FEES},
    **{f"{name}.entry": ("entry", "Its entry.") for name in _ACTS + _EARMARKS + _FEES},
    **{f"{name}.act": ("levy-act", "What it is.") for name in _ACTS},
    **{f"{name}.text": ("text", "The basis of an estimate, the reference of a remittance.") for name in _ACTS},
    **{f"{name}.envelope": ("text?", "The envelope of its fees; null where there is none.") for name in _ACTS},
    **{f"{name}.parts[].taxation_year": ("taxation-year", "The taxation year.") for name in _ACTS},
    **{f"{name}.parts[].amount": ("amount", "What was estimated or remitted.") for name in _ACTS},
    **{f"{name}.parts[].fees": ("amount", "What the collector kept.") for name in _ACTS},
    **{f"{name}.parts[].receivable": ("amount", "What it added to the receivable; below zero where it took.") for name in _ACTS},
    **{f"{name}.parts[].revenue": ("amount", "What became revenue.") for name in _ACTS},
    **{f"{name}.parts[].adjustment": ("yes", "Whether that is an adjustment of an earlier year.") for name in _ACTS},
    **{f"{name}.years[].taxation_year": ("taxation-year", "The taxation year.") for name in _LEVIES},
    **{f"{name}.years[].estimated": ("amount", "The sum of its estimates.") for name in _LEVIES},
    **{f"{name}.years[].remitted": ("amount", "The sum remitted for it, before fees.") for name in _LEVIES},
    **{f"{name}.years[].fees": ("amount", "What the collector kept.") for name in _LEVIES},
    **{f"{name}.years[].receivable": ("amount", "What is still receivable.") for name in _LEVIES},
    "levy-list.receivable": ("amount", "What is receivable of the years shown."),
    **{f"{name}.account": ("account", "The revenue account.") for name in _EARMARKS},
    **{f"{name}.basis": ("earmark-basis", "What earmarks it.") for name in _EARMARKS},
    **{f"{name}.year": ("year", "The fiscal year.") for name in _EARMARKS},
    **{f"{name}.envelope": ("text", "The envelope that it raises.") for name in _EARMARKS},
    **{f"{name}.expires": ("date", "The last day on which it may be used.") for name in _EARMARKS},
    **{f"{name}.envelope_expires": ("date", "The last day of its envelope.") for name in _EARMARKS},
    **{f"{name}.citation": ("text", "The law or the agreement.") for name in _EARMARKS},
    **{f"{name}.memo": ("text", "The memo.") for name in _EARMARKS + _FEES},
    **{f"{name}.amount": ("amount", "The amount.") for name in _EARMARKS + _FEES},
    **{f"{name}.released": ("amount", "What was released.") for name in _EARMARKS},
    **{f"{name}.left": ("amount", "What is left.") for name in _EARMARKS + _FEES},
    **{f"{name}.releases[].record": ("count", "The record's number in its register.") for name in _EARMARKS},
    **{f"{name}.releases[].date": ("date", "The effective date.") for name in _EARMARKS},
    **{f"{name}.releases[].cause": ("release-cause", "Why.") for name in _EARMARKS},
    **{f"{name}.releases[].amount": ("amount", "The amount.") for name in _EARMARKS},
    **{f"{name}.releases[].envelope": ("text?", "Where budget was taken back; null where none was.") for name in _EARMARKS},
    **{f"{name}.releases[].entry": ("entry", "Its entry.") for name in _EARMARKS},
    **{f"{name}.invoice": ("text", "The code of the invoice.") for name in _FEES},
    **{f"{name}.payer": ("text", "The organisation that pays.") for name in _FEES},
    **{f"{name}.received": ("amount", "What was received.") for name in _FEES},
    "parameter-list.date": ("date", "The day of the values."),
    "parameter-show.date": ("date", "The day of the value."),
    "parameter-list.parameters[].parameter": ("parameter", "The parameter's name."),
    "parameter-show.parameter": ("parameter", "The parameter's name."),
    **{f"{path}.from": ("date", "The first day on which it holds.") for path in _STEPS},
    **{f"{path}.kind": ("parameter-kind", "What the value is.") for path in _STEPS},
    **{
        f"{path}.value": (
            "text",
            "The value: an amount, a fraction, a count, yes or no, a word, or the rungs of a ladder, each as its bound and "
            "who approves without and with approved norms.")
        for path in _STEPS
    },
    **{f"{path}.citation": ("text", "The article that gives it, or the name of the default.") for path in _STEPS},
    **{f"{path}.mark": ("mark", "What of it no source gives.") for path in _STEPS},
    "levy-assess.taxation_year": ("taxation-year", "The taxation year."),
    "levy-assess.outcome": ("assessed", "How it comes out."),
    "levy-assess.levy": ("amount", "What is owed."),
    "levy-assess.due": ("date", "By when."),
    "levy-assess.surplus_forward": ("amount?", "What the next year may count; null where no source says."),
    "levy-assess.rate": ("ratio", "The part of the payroll to be spent."),
    "levy-assess.lines[].line": ("assessed-line", "Which step."),
    "levy-assess.lines[].amount": ("amount", "Its amount."),
    "levy-assess.lines[].citation": ("text", "The article that gives it, or the name of the default."),
    "levy-assess.lines[].mark": ("mark", "What of it no source gives."),
    "levy-assess.remarks[].parameter": ("parameter", "The parameter's name."),
    "levy-assess.remarks[].citation": ("text", "The article that gives it, or the name of the default."),
    "levy-assess.remarks[].mark": ("mark", "What of it no source gives."),
}
