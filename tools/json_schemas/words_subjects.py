"""Words about the results of disclosures and erasures of subjects."""

KINDS = {
    "subject-state": {"type": "string", "enum": ["open", "erased"]},
    "erasure": {"type": "string", "enum": ["erased", "pending", "dry-run"]},
    "field": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$"},
}

_ALL = ["audit-disclose", "audit-check-disclosure", "audit-erase"]

OBJECTS = {f"{name}.subjects[]": "A subject: a person whose information lies outside the records." for name in _ALL}

ARRAYS = {
    **{f"{name}.subjects": "The subjects, by id." for name in _ALL},
    "audit-check-disclosure.subjects[].shown": "The fields whose value is shown.",
    "audit-check-disclosure.subjects[].withheld": "The fields that are said to be withheld.",
}

LEAVES = {
    **{f"{name}.subjects[].subject": ("subject", "The subject's id.") for name in _ALL},
    **{f"{name}.subjects[].state": ("subject-state", "Whether it is open or erased.") for name in _ALL[:2]},
    "audit-erase.subjects[].register": ("register", "The register that it belongs to."),
    "audit-erase.state": ("erasure", "pending: other programs still read what was; exit status 6."),
    "audit-disclose.file": ("text", "The file written."),
    "audit-disclose.register_id": ("hex32", "The register's id."),
    "audit-disclose.size": ("count", "How many records the register had."),
    "audit-check-disclosure.ok": ("yes-no", "Whether the disclosure holds."),
    "audit-check-disclosure.detail": ("text", "Why it does not hold; empty where it does."),
    "audit-check-disclosure.subjects[].shown[]": ("field", "A field's name."),
    "audit-check-disclosure.subjects[].withheld[]": ("field", "A field's name."),
}
