"""Words about the results of payments and bank details."""

KINDS = {
    "payment": {"type": "string", "pattern": "^(FNF|FDMT)-P-[0-9]{6,12}$"},
    "grant": {"type": "string", "pattern": "^(FNF|FDMT)-G-[0-9]{6,12}$"},
    "recipient": {"type": "string", "pattern": "^([0-9]{10}|X-[A-Za-z0-9._-]{1,60})$"},
    "payment-state": {"type": "string", "enum": ["issued", "cleared", "rejected"]},
    "payment-wait": {"type": "string", "enum": ["no-bank", "proposed"]},
    "run-remark": {
        "type": "string",
        "enum": [
            "bank-changed", "first-payment", "bank-outdated", "bank-waits", "same-account", "name", "renamed", "gone",
            "rejected-before", "imported", "left-differs", "waits-elsewhere", "newer-proposal", "compare",
        ],
    },
    "approval-state": {"type": "string", "enum": ["waiting", "done", "refused"]},
    "payment-ground": {"type": "string", "enum": ["number", "amount", "named"]},
    "known-row": {"type": "string", "enum": ["cleared", "rejected", "repeated"]},
    "payment-form": {"type": "string", "enum": ["cpa005", "csv"]},
    "bank-state": {"type": "string", "enum": ["waiting", "same", "different"]},
    "waiting": {"type": "string", "const": "waiting"},
}

_DUE = ["payment-due.due[]", "payment-run.left_out[]"]
_PAYMENTS = ["payment-list.payments[]", "payment-show.payment", "payment-reject.payment"]
_ROWS = [
    "payment-clear.doubtful[]", "payment-clear.unmatched[]", "payment-clear.known[]", "payment-clear.returns[]",
]
_REMARKS = ["payment-run.remarks", "payment-file.remarks", "approval-show.remarks"]

OBJECTS = {
    **{path: "Something that is to be paid." for path in _DUE},
    "payment-run.items[]": "A payment of the run.",
    **{path: "A payment." for path in _PAYMENTS},
    "payment-clear.cleared[]": "A payment that the bank cleared.",
    **{f"{path}[]": "Something to know of a run." for path in _REMARKS},
    "approval-show.payments[]": "A payment of a run.",
    "approval-show.payees[]": "All that a recipient gets by the run.",
    "payment-clear.returns[]": "A row that brings money and names a payment: not recorded.",
    "payment-clear.doubtful[]": "A row that may be several payments, or none: not recorded.",
    "payment-clear.known[]": "A row of a payment that is cleared or rejected already, or in an earlier row: not recorded.",
    "payment-clear.unmatched[]": "A withdrawal that is no payment.",
    "payment-clear.outstanding[]": "A payment still in transit.",
}

ARRAYS = {
    "payment-due.due": "What is to be paid, oldest first.",
    "payment-run.items": "What the run pays.",
    "payment-run.left_out": "What is due and not in the run.",
    "payment-list.payments": "The payments, by number.",
    "payment-show.entries": "Its entries, in order.",
    "payment-clear.cleared": "What is recorded as cleared.",
    "payment-run.remarks": "What can still be mended before the approval.",
    "payment-file.remarks": "What changed since the approval.",
    "approval-show.remarks": "What to know before approving.",
    "approval-show.payments": "The payments of a run, by payable; none for another act.",
    "approval-show.payees": "Who gets them, by identifier; none for another act.",
    "payment-clear.returns": "What came in and names payments.",
    "payment-clear.doubtful": "What is doubtful.",
    "payment-clear.known": "What is known already.",
    "payment-clear.documents": "SHA-256 of the documents kept with it.",
    "payment-clear.unmatched": "What no payment explains.",
    "payment-clear.outstanding": "What the bank has not told yet.",
    "payment-clear.doubtful[].candidates": "The payments that it may be.",
}


def _due(path):
    return {
        f"{path}.payable": ("count", "The record that made it payable."),
        f"{path}.grant": ("grant", "The grant."),
        f"{path}.recipient": ("recipient", "Who is to get it."),
        f"{path}.name": ("text?", "The organisation's name; null for a person."),
        f"{path}.date": ("date", "Since when it is due."),
        f"{path}.amount": ("amount", "What is left to pay."),
        f"{path}.ready": ("yes", "Whether a run can pay it now."),
        f"{path}.waits": ("payment-wait?", "Why it cannot; null where it can."),
    }


def _payment(path):
    return {
        f"{path}.payment": ("payment", "The payment's number."),
        f"{path}.grant": ("grant", "The grant."),
        f"{path}.payable": ("count", "The record of what it pays."),
        f"{path}.recipient": ("recipient", "Who gets it."),
        f"{path}.amount": ("amount", "How much."),
        f"{path}.issued": ("date", "When it was issued."),
        f"{path}.state": ("payment-state", "How it stands."),
        f"{path}.state_date": ("date", "Since when."),
        f"{path}.state_record": ("count", "By which record."),
        f"{path}.record": ("count", "The record of its run."),
    }


def _row(path):
    return {
        f"{path}.line": ("count", "The line of the file."),
        f"{path}.date": ("date", "The row's date."),
        f"{path}.amount": ("amount", "Its amount; what leaves the account is negative."),
        f"{path}.description": ("text", "Its description."),
        f"{path}.reference": ("text", "Its reference."),
    }


def _remark(path):
    return {
        f"{path}[].remark": ("run-remark", "What it is about."),
        f"{path}[].recipient": ("recipient?", "The recipient concerned; null where none is."),
        f"{path}[].payable": ("count?", "The payable concerned; null where none is."),
        f"{path}[].fr": ("text", "In French."),
        f"{path}[].en": ("text", "In English."),
    }


LEAVES = {
    **{name: word for path in _REMARKS for name, word in _remark(path).items()},
    "payment-run.later": ("count", "How many are due and ready beyond the most that a run takes."),
    "payment-file.sha256": ("hex32", "The SHA-256 of the file."),
    "payment-file.cleared": ("count", "Payments of the run left out as cleared."),
    "payment-file.rejected": ("count", "Payments of the run left out as rejected."),
    "payment-clear.reversed": ("yes", "Whether the signs of the statement look reversed."),
    "payment-clear.returns[].payment": ("payment", "The payment named."),
    "payment-clear.returns[].payment_amount": ("amount", "Its amount, which the row's may not be."),
    "payment-clear.returns[].state": ("payment-state", "How the payment stood before."),
    "approval-show.id": ("proposal", "The proposal."),
    "approval-show.state": ("approval-state", "Waiting, carried out, or refused."),
    "approval-show.grant": ("grant?", "The grant, of a write-off; null for another act."),
    "approval-show.recipient": ("recipient?", "The recipient, of a write-off or of bank details; null for another act."),
    "approval-show.name": ("text?", "The organisation's name; null for a person and for another act."),
    "approval-show.amount": ("amount?", "The sum of a run, what a write-off takes; null for another act."),
    "approval-show.date": ("date?", "The date of a run or of a write-off, the first day of rules; null for another act."),
    "approval-show.reason": ("text?", "Why; null where the act has no reason."),
    "approval-show.payments[].payable": ("count", "The record of what it pays."),
    "approval-show.payments[].since": ("date", "Since when it is due."),
    "approval-show.payments[].grant": ("grant", "The grant."),
    "approval-show.payments[].recipient": ("recipient", "Who is to get it."),
    "approval-show.payments[].name": ("text?", "The organisation's name; null for a person."),
    "approval-show.payments[].amount": ("amount", "How much."),
    "approval-show.payees[].recipient": ("recipient", "Who is to get them."),
    "approval-show.payees[].name": ("text?", "The organisation's name; null for a person."),
    "approval-show.payees[].payments": ("count", "How many payments."),
    "approval-show.payees[].total": ("amount", "Their sum."),
    **{name: word for path in _DUE for name, word in _due(path).items()},
    **{name: word for path in _PAYMENTS for name, word in _payment(path).items()},
    **{name: word for path in _ROWS for name, word in _row(path).items()},
    "payment-due.until": ("date", "What is due by this day."),
    "payment-run.state": ("waiting", "It waits for a second person."),
    "payment-run.id": ("proposal", "The proposal."),
    "payment-run.date": ("date", "The date of the payments."),
    "payment-run.total": ("amount", "Their sum."),
    "payment-run.items[].payable": ("count", "The record of what it pays."),
    "payment-run.items[].grant": ("grant", "The grant."),
    "payment-run.items[].recipient": ("recipient", "Who is to get it."),
    "payment-run.items[].name": ("text?", "The organisation's name; null for a person."),
    "payment-run.items[].amount": ("amount", "How much."),
    "payment-file.file": ("text", "The file written."),
    "payment-file.form": ("payment-form", "Its form."),
    "payment-file.record": ("count", "The record of the run."),
    "payment-file.payments": ("count", "How many payments it has."),
    "payment-file.total": ("amount", "Their sum."),
    "payment-file.due": ("date", "When the money is to be there."),
    "payment-file.file_number": ("count?", "The file's number; null where the form has none."),
    "payment-show.entries[]": ("entry", "An entry."),
    "payment-reject.entry": ("entry", "The entry."),
    "payment-clear.total": ("amount", "The sum of what is cleared."),
    "payment-clear.cleared[].payment": ("payment", "The payment."),
    "payment-clear.cleared[].amount": ("amount", "How much."),
    "payment-clear.cleared[].date": ("date", "When it left the account."),
    "payment-clear.cleared[].entry": ("entry", "The entry."),
    "payment-clear.cleared[].by": ("payment-ground?", "What it is known by; null where the request was made before."),
    "payment-clear.cleared[].line": ("count?", "The line of the file; null where it was named."),
    "payment-clear.known[].payment": ("payment", "The payment."),
    "payment-clear.known[].payment_amount": ("amount", "The amount of the payment."),
    "payment-clear.known[].state": ("known-row", "What is known of it."),
    "payment-clear.known[].since": ("date?", "Since when it has that state; null for a row that comes again."),
    "payment-clear.known[].first_line": ("count?", "The earlier row's line; null for a state."),
    "payment-clear.documents[]": ("hex32", "A document."),
    "payment-clear.doubtful[].candidates[]": ("payment", "A payment."),
    "payment-clear.outstanding[].payment": ("payment", "The payment."),
    "payment-clear.outstanding[].amount": ("amount", "How much."),
    "payment-clear.outstanding[].issued": ("date", "When it was issued."),
    "recipient-bank.state": ("bank-state", "Waits for a second person, or how the comparison comes out."),
    "recipient-bank.id": ("proposal", "The proposal."),
    "recipient-bank.recipient": ("recipient", "Whose bank details."),
    "recipient-bank.proposal": ("proposal?", "The proposal compared with; null where those in force are."),
}
