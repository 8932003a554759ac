"""Words about the results of importing a register of grants."""

# The kinds grant and recipient are those of words_payments.
KINDS = {}

OBJECTS = {
    "grant-import.other_names[]": "A row that gives a known recipient another name; the name entered stays.",
}

ARRAYS = {
    "grant-import.other_names": "The first rows that give a known recipient another name, as many as --problems says.",
}

LEAVES = {
    "grant-import.file": ("text", "The file's name."),
    "grant-import.grants": ("count", "How many grants were imported."),
    "grant-import.recipients": ("count", "How many recipients were entered."),
    "grant-import.awarded": ("amount", "What they are awarded in all."),
    "grant-import.known": ("count", "How many the fund knew already by their source."),
    "grant-import.first_grant": ("grant?", "The first grant imported; null where none was."),
    "grant-import.last_grant": ("grant?", "The last grant imported; null where none was."),
    "grant-import.batch": ("count", "The batch that held the first import."),
    "grant-import.other_name_count": ("count", "How many rows give a known recipient another name."),
    "grant-import.other_names[].line": ("count", "The line where the row begins; the header is line 1."),
    "grant-import.other_names[].recipient": ("recipient", "The recipient."),
    "grant-import.other_names[].name": ("text", "Its name in the fund."),
    "grant-import.other_names[].found": ("text", "Its name in the row."),
}
