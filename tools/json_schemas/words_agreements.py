"""Words about the results of agreements, participants and slips."""

STATES = ["draft", "signed", "under-way", "suspended", "completed", "recognised", "ended", "annulled"]
STEPS = [
    "draft", "sign", "start", "progress", "check", "change", "suspend", "resume", "complete", "recognise", "terminate",
    "annul",
]

KINDS = {
    "agreement-id": {"type": "string", "pattern": "^AGR-[0-9]{4}-[0-9]{6,12}$"},
    "participation-id": {"type": "string", "pattern": "^PAR-[0-9]{4}-[0-9]{6,12}$"},
    "either-id": {"type": "string", "pattern": "^(AGR|PAR)-[0-9]{4}-[0-9]{6,12}$"},
    "agreement-state": {"type": "string", "enum": STATES},
    "agreement-step": {"type": "string", "enum": STEPS},
    "participation-state": {"type": "string", "enum": ["under-way", "ended", "annulled"]},
    "region-code": {"type": "string", "pattern": "^(0[1-9]|1[0-7])$"},
    "indicator": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,31}/v[1-9][0-9]*$"},
    "module": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"},
}

_VERBS = ["draft", "sign", "start", "progress", "check", "change", "suspend", "resume", "complete", "recognise", "terminate", "annul"]
_STEPS = [f"agreement-{verb}" for verb in _VERBS]
_PARTS = [f"participant-{verb}" for verb in ["add", "end", "annul"]]
_SLIPS = ["slip-preview", "slip-receive", "slip-answer"]
_ANSWERS = ["slip-answer", "slip-read-answer"]

OBJECTS = {
    **{f"{name}.agreement": "Where the agreement stands." for name in _STEPS},
    **{f"{name}.agreement?": "Where the agreement stands; null in a slip, and for a group." for name in _STEPS},
    "agreement-show.agreement": "The agreement.",
    "agreement-show.steps[]": "A step.",
    "agreement-list.agreements[]": "An agreement.",
    "agreement-sign.rejected[]": "A row that is not written.",
    **{f"{name}.participation": "The participation." for name in _PARTS},
    **{f"{name}.participation?": "The participation; null in a slip." for name in _PARTS},
    "participant-list.participations[]": "A participation.",
    **{f"{name}.lines[]": "A line of the slip." for name in _SLIPS + ["slip-read-answer"]},
    "slip-show.made[]": "A slip that was signed of it.",
    "slip-show.entries[]": "What one command entered, or one row of a group.",
}

ARRAYS = {
    **{f"{name}.ids": "The ids of what is made or changed; in a slip, the slip's own." for name in _STEPS + _PARTS},
    "agreement-list.agreements": "The agreements, by number.",
    "agreement-show.steps": "Its steps, in order.",
    "agreement-sign.rejected": "Rows of a group that are not written.",
    "participant-list.participations": "The participations, by number.",
    **{f"{name}.lines": "The lines, in order." for name in _SLIPS + ["slip-read-answer"]},
    "slip-show.made": "Slips that were signed of it.",
    "slip-show.entries": "The entries, in order.",
    "slip-show.entries[].kinds": "The kinds of its lines, in order.",
    "learnt": "Modules that are learnt.",
    "checked": "Modules that are checked.",
    "counts_indicators": "Indicators that count its signing, with their versions.",
}


def _agreement(path):
    return {
        f"{path}.id": ("agreement-id", "Its number."),
        f"{path}.state": ("agreement-state", "How it stands."),
        f"{path}.employer": ("neq", "The employer, as written."),
        f"{path}.counted_as": ("neq", "The employer that it counts for, after mergers."),
        f"{path}.establishment": ("count?", "The establishment's number; null where none is named."),
        f"{path}.office": ("office", "The office in force."),
        f"{path}.region": ("region-code", "That office's region."),
        f"{path}.standard": ("slug", "The occupational standard."),
        f"{path}.committee": ("slug?", "The standard's committee, as set when drafted; null where it had none."),
        f"{path}.apprentice": ("subject", "The apprentice's subject."),
        f"{path}.companion": ("subject?", "The companion's subject; null while there is none."),
        f"{path}.drafted": ("date", "When it was drafted."),
        f"{path}.signed": ("date?", "The last of the three signatures; null of a draft."),
        f"{path}.begins": ("date?", "The first day; null of a draft."),
        f"{path}.ends": ("date?", "The last day; null of a draft."),
        f"{path}.hours": ("count?", "Hours a week; null of a draft."),
        f"{path}.modules": ("count", "How many modules the standard had at the draft."),
        f"{path}.learnt[]": ("module", "A module."),
        f"{path}.checked[]": ("module", "A module."),
        f"{path}.counts_month": ("month?", "The month that its signing counts in; null while it counts nowhere."),
        f"{path}.counts_office": ("office?", "The office that it counts for; null while it counts nowhere."),
        f"{path}.counts_region": ("region-code?", "The region that it counts for; null while it counts nowhere."),
        f"{path}.counts_indicators[]": ("indicator", "An indicator."),
        f"{path}.record": ("count", "The record of the draft."),
    }


def _participation(path):
    return {
        f"{path}.id": ("participation-id", "Its number."),
        f"{path}.state": ("participation-state", "How it stands."),
        f"{path}.programme": ("slug", "The strategy or programme."),
        f"{path}.participant": ("subject", "The participant's subject."),
        f"{path}.employer": ("neq?", "The employer, as written; null where none is named."),
        f"{path}.counted_as": ("neq?", "The employer that it counts for, after mergers; null where none is named."),
        f"{path}.office": ("office", "The office."),
        f"{path}.region": ("region-code", "That office's region."),
        f"{path}.date": ("date", "When it started."),
        f"{path}.ended": ("date?", "When it ended; null while under way."),
        f"{path}.result": ("service-result?", "What came of it; null while under way."),
        f"{path}.record": ("count", "The record of its start."),
    }


LEAVES = {}
for _name in _STEPS:
    LEAVES.update(_agreement(f"{_name}.agreement"))
    LEAVES[f"{_name}.step"] = ("agreement-step", "The command that takes the step.")
for _name in _PARTS:
    LEAVES.update(_participation(f"{_name}.participation"))
for _name in _STEPS + _PARTS:
    LEAVES[f"{_name}.slip"] = ("text?", "The slip that it is written into; null for the book.")
    LEAVES[f"{_name}.slip_lines"] = ("count?", "How many lines the slip has now; null for the book.")
    LEAVES[f"{_name}.ids[]"] = ("either-id", "An id.")
LEAVES.update(_agreement("agreement-show.agreement"))
LEAVES.update(_agreement("agreement-list.agreements[]"))
LEAVES.update(_participation("participant-list.participations[]"))
LEAVES.update({
    "agreement-show.steps[].step": ("agreement-step", "The command that took the step."),
    "agreement-show.steps[].date": ("date", "The day of the step."),
    "agreement-show.steps[].record": ("count", "The record of the step."),
    "agreement-show.steps[].person": ("person", "Who sealed it."),
    "agreement-show.steps[].recorded": ("time", "When it was recorded."),
    "agreement-show.steps[].slip_person": ("person?", "Who signed the slip that brought it; null where none did."),
    "agreement-show.steps[].slip_number": ("count?", "The person's number of that slip; null where none brought it."),
    "agreement-sign.rejected[].line": ("count", "The line of the file."),
    "agreement-sign.rejected[].code": ("code", "Why."),
    "agreement-sign.rejected[].message": ("text", "Why, for people."),
    "agreement-sign.rejects": ("text?", "The file of rejects; null where every row is written."),
    "slip-context.file": ("text", "The file written."),
    "slip-context.register_id": ("hex32", "The register's id."),
    "slip-context.origin": ("text", "The book's origin."),
    "slip-context.catalogue": ("text?", "The catalogue of measures in force; null where none is."),
    "slip-context.offices": ("count", "How many offices."),
    "slip-context.standards": ("count", "How many standards."),
    "slip-context.programmes": ("count", "How many programmes."),
    "slip-context.committee": ("slug?", "The committee whose open agreements it has."),
    "slip-context.agreements": ("count", "How many open agreements it has."),
    "slip-begin.file": ("text", "The file written."),
    "slip-begin.committee": ("slug", "The committee."),
    "slip-begin.lines": ("count", "How many lines it has."),
    "slip-make.file": ("text", "The slip."),
    "slip-make.openings": ("text", "The file of openings, with the names."),
    "slip-make.lines": ("count", "How many lines it has."),
    "slip-make.key": ("hex32", "The key that signs."),
    "slip-receive.accepted": ("count", "How many lines are accepted."),
    "slip-receive.rejected": ("count", "How many are rejected."),
    "slip-answer.file": ("text", "The file written."),
    "slip-answer.accepted": ("count", "How many lines were accepted."),
    "slip-answer.rejected": ("count", "How many were rejected."),
    "slip-read-answer.accepted": ("count", "How many lines were accepted."),
    "slip-read-answer.rejected": ("count", "How many were rejected."),
    "slip-read-answer.record": ("count", "The record of the slip."),
    "slip-read-answer.lines[].message": ("text?", "Why it was rejected, for people; null where it was accepted."),
    "slip-show.file": ("text", "The slip that was begun."),
    "slip-show.committee": ("slug", "The committee."),
    "slip-show.made[].number": ("count", "The number it was signed under."),
    "slip-show.made[].lines": ("count", "How many lines it had then."),
    "slip-show.entries[].entry": ("count", "The entry, from 1."),
    "slip-show.entries[].id": ("either-id?", "What it is of, as the slip writes it."),
    "slip-show.entries[].employer": ("neq?", "The employer, where it is known."),
    "slip-show.entries[].office": ("office?", "The office, where it is known."),
    "slip-show.entries[].matter": ("slug?", "The standard, strategy or programme, where it is known."),
    "slip-show.entries[].date": ("date?", "The day of its last step."),
    "slip-show.entries[].kinds[]": ("kind", "A kind."),
    "slip-drop.file": ("text", "The slip that was begun."),
    "slip-drop.id": ("either-id?", "What the entry was of, as the slip writes it."),
    "slip-drop.dropped": ("count", "How many lines are taken out."),
})
for _name in ["slip-show", "slip-drop"]:
    LEAVES[f"{_name}.agreements"] = ("count", "How many agreements its lines are of.")
    LEAVES[f"{_name}.participations"] = ("count", "How many participations its lines are of.")
    LEAVES[f"{_name}.lines"] = ("count", "How many lines it has.")
for _name in _ANSWERS:
    LEAVES[f"{_name}.lines[].record"] = ("count?", "The record that the line became; null where it is rejected.")
    LEAVES[f"{_name}.lines[].own"] = ("either-id?", "What the slip called it, where the slip made it.")
for _name in ["slip-make", "slip-read-answer"] + _SLIPS:
    LEAVES[f"{_name}.person"] = ("person", "Who signed the slip.")
    LEAVES[f"{_name}.number"] = ("count", "The person's number of the slip.")
    if _name != "slip-answer":
        LEAVES[f"{_name}.committee"] = ("slug", "The committee.")
for _name in ["slip-preview", "slip-receive"]:
    LEAVES[f"{_name}.time"] = ("time", "When it was made.")
    LEAVES[f"{_name}.lines[].kind"] = ("kind", "The kind of the line.")
    LEAVES[f"{_name}.lines[].accepted"] = ("yes", "Whether it is accepted.")
for _name in _SLIPS + ["slip-read-answer"]:
    LEAVES[f"{_name}.lines[].line"] = ("count", "The line, from 1.")
    LEAVES[f"{_name}.lines[].id"] = ("either-id?", "The id of what it is of; null of a person, and where it is rejected.")
    LEAVES[f"{_name}.lines[].code"] = ("code?", "Why it is rejected; null where it is accepted.")
