"""Words about the reports of grants, payments and levies: as in words.py."""

FIGURES = {
    "requested": "What was asked for.",
    "approved": "What was approved.",
    "agreement": "The plan's total while there is an agreement.",
    "reserved": "What is reserved.",
    "committed": "What is still committed.",
    "spent": "What was spent of budgets.",
    "advanced": "Advances granted.",
    "advance_used": "What of them claims used.",
    "accepted": "What was accepted of claims.",
    "held_back": "What is still held back.",
    "payable": "What is left to pay.",
    "paid": "What was paid, less what came back.",
    "accrued": "Accruals open.",
    "recovered": "What is to be recovered, in all.",
    "recoverable": "What of it is still owed.",
}

KINDS = {
    "grant-grouping": {"type": "string", "enum": ["state", "program", "recipient", "year"]},
    "grant-state": {
        "type": "string",
        "enum": ["applied", "assessed", "approved", "signed", "reported", "closed", "imported", "refused", "cancelled"],
    },
    "payment-stage": {"type": "string", "enum": ["due", "transit"]},
}

OBJECTS = {
    "report-grants.groups[]": "The grants that come together.",
    "report-grants.groups[].amounts": "Their sums.",
    "report-grants.grants[]": "A grant.",
    "report-grants.total": "The sums of all.",
    "plan_years[]": "A fiscal year of the plans.",
    "report-payments.ageing[]": "What is outstanding at one age.",
    "report-payments.payments[]": "A sum to be paid, or a payment that the bank has not cleared.",
}

ARRAYS = {
    "report-grants.groups": "The grants by what was asked for.",
    "report-grants.groups[].grants": "Their ids.",
    "report-grants.grants": "The grants, by number.",
    "plan_years": "What the plans in force have, by fiscal year; empty where the report is narrowed.",
    "report-payments.ageing": "What is outstanding, by age; every age is told.",
    "report-payments.payments": "What is due, then what is in transit; the oldest first.",
}

LEAVES = {
    **{f"report-grants.{name}": ("amount", text) for name, text in FIGURES.items()},
    "report-grants.by": ("grant-grouping", "What the grants are put together by."),
    "report-grants.year": ("year?", "The fiscal year asked for; null for all."),
    "report-grants.program": ("text?", "The programme asked for; null for all."),
    "report-grants.state": ("grant-state?", "The state asked for; null for all."),
    "report-grants.sequence": ("count", "The last record that was seen."),
    "report-grants.groups[].value": ("text", "A programme, a state, a recipient, or a fiscal year."),
    "report-grants.groups[].count": ("count", "How many grants."),
    "report-grants.groups[].grants[]": ("grant", "A grant's id."),
    "report-grants.grants[].id": ("grant", "The grant's id."),
    "report-grants.grants[].program": ("text", "Its programme."),
    "report-grants.grants[].recipient": ("text", "Its recipient: a NEQ, or an identifier of its own."),
    "report-grants.grants[].name": ("text?", "The recipient's name; null for a person."),
    "report-grants.grants[].title": ("text", "What it is for."),
    "report-grants.grants[].state": ("grant-state", "Where it stands."),
    "report-grants.grants[].applied": ("date", "When it was applied for."),
    "report-grants.grants[].signed": ("date?", "When the agreement was signed; null before."),
    "report-grants.grants[].record": ("count", "Its first record."),
    "plan_years[].year": ("year", "The fiscal year."),
    "plan_years[].count": ("count", "How many grants have something planned."),
    "plan_years[].planned": ("amount", "What is planned."),
    "plan_years[].held": ("amount", "What of it is reserved or committed."),
    "plan_years[].spent": ("amount", "What of it was spent."),
    "report-payments.sequence": ("count", "The last record that was seen."),
    "report-payments.due": ("amount", "What is left to pay in all."),
    "report-payments.transit": ("amount", "What was issued and is not cleared, in all."),
    "report-payments.ageing[].due": ("amount", "What is left to pay."),
    "report-payments.ageing[].transit": ("amount", "What was issued and is not cleared."),
    "report-payments.payments[].stage": ("payment-stage", "Left to pay, or issued and not cleared."),
    "report-payments.payments[].id": ("text", "The record of the sum due, or the payment's number."),
    "report-payments.payments[].grant": ("grant", "The grant."),
    "report-payments.payments[].recipient": ("text", "Who is to get it."),
    "report-payments.payments[].name": ("text?", "The recipient's name; null for a person."),
    "report-payments.payments[].date": ("date", "When it was due, or issued."),
    "report-payments.payments[].age": ("count", "Days from that date to the day that ages are counted from."),
    "report-payments.payments[].days": ("age-band", "The age that it counts under."),
    "report-payments.payments[].amount": ("amount", "The amount."),
    "report-levies.sequence": ("count", "The last record that was seen."),
}
