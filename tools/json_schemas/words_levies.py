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
}

OBJECTS = {
    "parameter-list.parameters[]": "A parameter.",
    "parameter-list.parameters[].step?": "Its value that day; null where it has none yet.",
    "parameter-show.current": "Its value that day.",
    "parameter-show.current?": "Its value that day; null where it has none yet.",
    "parameter-show.steps[]": "A value.",
    "levy-assess.lines[]": "A step of the reckoning.",
    "levy-assess.remarks[]": "What decided beside the amounts.",
}

ARRAYS = {
    "parameter-list.parameters": "Every parameter.",
    "parameter-show.steps": "Its values, by the day from which they hold.",
    "levy-assess.lines": "The reckoning, step by step.",
    "levy-assess.remarks": "The parameters that decided beside the amounts.",
}

_STEPS = ["parameter-list.parameters[].step", "parameter-show.current", "parameter-show.steps[]"]

LEAVES = {
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
