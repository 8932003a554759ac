"""Words about programmes, recipients, control accounts and the life of grants."""

from .words_reports import FIGURES

KINDS = {
    "grant-step": {
        "type": "string",
        "enum": [
            "applied", "assessed", "refused", "approved", "signed", "amended", "continued", "advanced", "claimed", "accepted",
            "released", "accrued", "reported", "recovered", "repaid", "offset", "written-off", "closed", "cancelled",
            "undone", "imported", "paid", "rejected", "settled",
        ],
    },
    "grant-payable": {"type": "string", "enum": ["advance", "claim", "holdback", "imported"]},
    "grant-instalment": {"type": "string", "enum": ["advance", "claim", "final"]},
    "program-norms": {"type": "string", "enum": ["approved", "none"]},
    "correction-state": {"type": "string", "enum": ["corrected", "paid"]},
}

VERBS = [
    "apply", "assess", "approve", "refuse", "sign", "amend", "continue", "advance", "claim", "accept", "release", "accrue",
    "report", "recover", "repay", "set-off", "close", "cancel", "undo", "correct",
]
# Steps that never have an entry.
NO_ENTRIES = ["apply", "assess", "refuse", "claim", "report"]
_GRANTS = [f"grant-{verb}.grant" for verb in VERBS] + ["grant-show.grant", "grant-list.grants[]"]
_PROGRAMS = ["program-add.program", "program-list.programs[]"]
_RECIPIENTS = ["recipient-add.recipient", "recipient-rename.recipient", "recipient-list.recipients[]"]

OBJECTS = {
    **{path: "A grant." for path in _GRANTS},
    **{path: "A programme." for path in _PROGRAMS},
    **{path: "A recipient." for path in _RECIPIENTS},
    **{f"grant-{verb}.entries[]": "An entry." for verb in VERBS if verb not in NO_ENTRIES},
    "account-control.controls[]": "A control account.",
    "grant-correct.undone[]": "A step taken back.",
    "grant-correct.redone[]": "A step done again.",
    "grant-correct.settlements[]": "A step whose payable is wrong and paid.",
    "grant-show.plan[]": "A fiscal year of the plan in force.",
    "grant-show.instalments[]": "An instalment of the agreement.",
    "grant-show.claims[]": "A claim.",
    "grant-show.steps[]": "A step.",
    "grant-show.payables[]": "Something that is, or was, to be paid.",
}

ARRAYS = {
    **{f"grant-{verb}.entries": "The entries of the step, in order." for verb in VERBS},
    "account-control.controls": "The control accounts that are named.",
    "program-list.programs": "The programmes, by code.",
    "recipient-list.recipients": "The recipients, by identifier.",
    "grant-list.grants": "The grants, by number.",
    "grant-correct.undone": "What is taken back, the last step first.",
    "grant-correct.undone[].entries": "The entries that are reversed.",
    "grant-correct.redone": "What is done again, in order.",
    "grant-correct.settlements": "What is paid of the mistake: nothing is written then.",
    "grant-correct.settlements[].commands": "The commands that settle the difference, in order.",
    "grant-show.plan": "The plan in force, by fiscal year.",
    "grant-show.instalments": "When it is to be paid, by date.",
    "grant-show.claims": "The claims, by number.",
    "grant-show.steps": "The steps, in the order of their records.",
    "grant-show.steps[].entries": "Its entries.",
    "grant-show.payables": "What is, or was, to be paid.",
}


def _grant(path):
    return {
        f"{path}.id": ("grant", "The grant's number."),
        f"{path}.fund": ("fund", "The fund."),
        f"{path}.program": ("text", "The programme."),
        f"{path}.recipient": ("recipient", "The recipient."),
        f"{path}.name": ("text?", "The organisation's name; null for a person."),
        f"{path}.title": ("text", "What it is for."),
        f"{path}.state": ("grant-state", "Where it stands."),
        f"{path}.applied": ("date", "When it was applied for."),
        f"{path}.signed": ("date?", "When the agreement was signed; null before."),
        f"{path}.record": ("count", "Its first record."),
        **{f"{path}.{name}": ("amount", words) for name, words in FIGURES.items()},
    }


def _program(path):
    return {
        f"{path}.program": ("text", "Its code."),
        f"{path}.name": ("text", "Its name in French."),
        f"{path}.name_en": ("text?", "Its name in English; null where it has none."),
        f"{path}.account": ("text", "The expense account of its grants."),
        f"{path}.norms": ("program-norms", "Whether the government approved its norms."),
        f"{path}.citation": ("text", "What founds it."),
    }


def _recipient(path):
    return {
        f"{path}.recipient": ("recipient", "Its identifier."),
        f"{path}.name": ("text?", "The organisation's name; null for a person."),
        f"{path}.subject": ("subject?", "The subject of a person; null for an organisation."),
        f"{path}.record": ("count", "The record that last named it."),
    }


LEAVES = {
    **{f"grant-{verb}.entries[]": ("entry", "None: this step has no entry.") for verb in NO_ENTRIES},
    **{name: word for path in _GRANTS for name, word in _grant(path).items()},
    **{name: word for path in _PROGRAMS for name, word in _program(path).items()},
    **{name: word for path in _RECIPIENTS for name, word in _recipient(path).items()},
    **{f"grant-{verb}.step": ("grant-step", "The step taken.") for verb in VERBS},
    **{f"grant-{verb}.date": ("date", "Its date.") for verb in VERBS},
    "account-control.controls[].use": ("text", "What it is for."),
    "account-control.controls[].account": ("text", "The account."),
    "account-control.controls[].line": ("text", "Its statement line."),
    "account-control.controls[].closed": ("yes", "Whether operations alone post to it."),
    "grant-correct.undone[].record": ("count", "The record."),
    "grant-correct.undone[].step": ("grant-step", "The step."),
    "grant-correct.undone[].date": ("date", "The date of taking it back."),
    "grant-correct.undone[].entries[]": ("entry", "An entry."),
    "grant-correct.state": ("correction-state", "Whether it is corrected, or nothing is since the mistake is paid."),
    "grant-correct.settlements[].record": ("count", "The record of the step."),
    "grant-correct.settlements[].step": ("grant-step", "The step."),
    "grant-correct.settlements[].paid": ("amount", "What is paid, or set off, of it."),
    "grant-correct.settlements[].left": ("amount", "What is left to pay of it."),
    "grant-correct.settlements[].owed": ("amount", "What the right step would owe."),
    "grant-correct.settlements[].difference": ("amount", "To be recovered; below zero, still to be paid."),
    "grant-correct.settlements[].recovered": ("amount", "What of it is to be recovered already."),
    "grant-correct.settlements[].commands[]": ("text", "A command."),
    "grant-correct.redone[].record": ("count", "The record that said it first."),
    "grant-correct.redone[].step": ("grant-step", "The step."),
    "grant-correct.redone[].date": ("date", "Its date."),
    "grant-correct.redone[].amount": ("amount?", "What it is about; null where it has no amount."),
    "grant-show.plan[].year": ("year", "The fiscal year."),
    "grant-show.plan[].envelope": ("text?", "The envelope; null where the year has none."),
    "grant-show.plan[].planned": ("amount", "What is planned."),
    "grant-show.plan[].held": ("amount", "What is reserved, or committed."),
    "grant-show.plan[].spent": ("amount", "What is spent."),
    "grant-show.instalments[].date": ("date", "The date."),
    "grant-show.instalments[].amount": ("amount", "The amount."),
    "grant-show.instalments[].kind": ("grant-instalment", "What it is for."),
    "grant-show.claims[].claim": ("count", "Its number."),
    "grant-show.claims[].amount": ("amount", "What is claimed."),
    "grant-show.claims[].from": ("date", "The first day."),
    "grant-show.claims[].to": ("date", "The last day."),
    "grant-show.claims[].eligible": ("amount", "What is eligible."),
    "grant-show.claims[].accepted": ("count?", "The record that accepts it; null while open."),
    "grant-show.steps[].record": ("count", "Its record."),
    "grant-show.steps[].step": ("grant-step", "What was done."),
    "grant-show.steps[].date": ("date", "Its date."),
    "grant-show.steps[].payable": ("count?", "The payable that it befalls; null for a step of the grant itself."),
    "grant-show.steps[].amount": ("amount?", "How much of the payable; null for a step of the grant itself."),
    "grant-show.steps[].entries[]": ("entry", "An entry."),
    "grant-show.steps[].person": ("text", "Who sealed it."),
    "grant-show.steps[].recorded": ("time", "When it was sealed."),
    "grant-show.steps[].undone_by": ("count?", "The record that takes it back; null while in force."),
    "grant-show.payables[].payable": ("count", "The record that made it."),
    "grant-show.payables[].kind": ("grant-payable", "What it is."),
    "grant-show.payables[].date": ("date", "Since when it is due."),
    "grant-show.payables[].amount": ("amount", "How much."),
    "grant-show.payables[].set_off": ("amount", "What of it is set off."),
    "grant-show.payables[].paid": ("amount", "What of it is paid."),
    "grant-show.payables[].left": ("amount", "What is left."),
    "grant-write-off.state": ("waiting", "It waits for a second person."),
    "grant-write-off.id": ("proposal", "The proposal."),
    "grant-write-off.grant": ("grant", "The grant."),
    "grant-write-off.amount": ("amount", "How much."),
}
