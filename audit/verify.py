#!/usr/bin/env python3
"""Verify an audit bundle from FORMAT.md alone: Python 3.9 or later, its standard library, OpenSSL.

    verify.py DIR --key LEDGER.pem [--id HEX] [--previous STATEMENT] [--min-export N]
              [--with DIR ...] [--witness PUB.pem ...] [--witnesses-needed N] [--tsa CERTS.pem ...]
              [--require LIST] [--format text|json] [--lang fr|en]
    verify.py --check-proof FILE --key LEDGER.pem [--id HEX] [--witness PUB.pem ...] [--witnesses-needed N]
              [--format text|json] [--lang fr|en]
    verify.py DIR --check-disclosure FILE --key LEDGER.pem [--id HEX] [--format text|json] [--lang fr|en]

Exit status: 0 every required verdict holds (or the proof does), 5 one does not, 64 wrong usage.

How it reads (parts in verifier/, to be read in this order): words, lines, kinds, keys say what a record is.
bundle looks at the folder's form, STATEMENT and MANIFEST, then at every record once, line by line: integrity;
then origin and append-only; notes, witness and stamp look at time. Only then judge shows the records a second time to
authorship, completeness, books, figures and pairs, which know nothing of each other (but authorship asks figures what a
record's scopes are, §20.2); each stops at its first refusal. What stays in memory is open state (persons, accounts,
numbers, short hashes), never the text of records, which are read again where needed.
proof stands apart: one record, shown without the others (§17); and disclosure: what was told of a person (§8.1).
"""
import argparse
import json
import os
import re
import shutil
import sys
import time
from typing import Any, Callable, Dict, List, NamedTuple, NoReturn, Optional, Set, Tuple

from verifier.authorship import Authorship
from verifier.books import Books
from verifier.budgets import Budgets
from verifier.transfers import Transfers
from verifier.bundle import Bundle, parse_statement
from verifier.completeness import Completeness
from verifier.figures import Figures
from verifier.disclosure import MAX_DISCLOSURE, check_disclosure, read_disclosure
from verifier.judge import Judge, replay
from verifier.keys import key_of_pem, verifier
from verifier.named import Side, check, read_other
from verifier.pairs import Links
from verifier.proof import check_proof, read_proof
from verifier.stamp import check_stamp
from verifier.witness import check_witnesses
from verifier.words import HEX, MAX_PROOF, Refused, french, is_count, is_sequence, need, say

# FORMAT.md §11: the verdicts and their French names, in the order shown.
NAMES = {"integrity": "intégrité", "origin": "origine", "authorship": "auteurs", "completeness": "complétude",
         "append-only": "ajout seul", "books": "livres", "budgets": "budgets", "rules": "règles",
         "figures": "chiffres", "pairing": "appariement", "time": "temps"}
STATUSES = {"holds": "tient", "fails": "échoue", "not-checked": "non vérifié"}


class Verdict(NamedTuple):
    status: str
    sentence: str
    values: Tuple[Any, ...] = ()
    record: int = 0


def failed(refusal: Refused) -> Verdict:
    return Verdict("fails", refusal.sentence, refusal.values, refusal.record)


def judged(action: Callable[[], Any], sentence: str) -> Verdict:
    """holds, with what the action returns for values, or fails with its refusal."""
    try:
        return Verdict("holds", sentence, action() or ())
    except Refused as refusal:
        return failed(refusal)
    except OSError as error:
        return failed(Refused("unreadable: {}", error.strerror))


def verify(options: argparse.Namespace) -> Tuple[Optional[Bundle], Dict[str, Verdict]]:
    """All verdicts of §11: integrity first, then origin, then the records."""
    verdicts = {name: Verdict("not-checked", "rests on integrity, which does not hold") for name in NAMES}
    marks: Set[int] = set()
    if options.previous is not None:
        try:
            marks.add(int(parse_statement(options.previous)["size"]))
        except Refused:
            pass  # append-only says so below
    opened: List[Bundle] = []

    def integrity() -> Tuple[int, int]:
        opened.append(Bundle(options.dir))
        return opened[0].check_integrity(marks), opened[0].size

    verdicts["integrity"] = judged(integrity, "files: {}, records: {}")
    bundle = opened[0] if opened else None
    if bundle is None or verdicts["integrity"].status != "holds":
        return bundle, verdicts
    pinned = "under the pinned key and id" if options.id else "under the pinned key; no id was pinned"
    verdicts["origin"] = judged(lambda: bundle.check_origin(key_of_pem(options.key), options.id), pinned)
    if options.previous is None:
        verdicts["append-only"] = Verdict("not-checked",
                                          "no kept STATEMENT was given; keep this one for the next export")
    else:
        verdicts["append-only"] = judged(lambda: bundle.check_append_only(options.previous), "since the kept export {}")
    witness, stamp, now = bool(options.witness), bool(options.tsa), int(time.time())
    if not witness and not stamp:
        verdicts["time"] = Verdict("not-checked", "neither a witness key nor a certificate of a time-stamp authority")
    else:
        verdicts["time"] = judged(
            lambda: (check_witnesses(bundle, options.witness, options.witnesses_needed, now) if witness else ())
            + (check_stamp(bundle, options.tsa, now) if stamp else ()),
            "{} of {} witnesses cosigned in time, {} needed" if not stamp else
            "{} of {} witnesses cosigned in time, {} needed; STATEMENT stamped at {}" if witness else
            "STATEMENT stamped at {}")
    judge_records(options, bundle, verdicts)
    return bundle, verdicts


def judge_records(options: argparse.Namespace, bundle: Bundle, verdicts: Dict[str, Verdict]) -> None:
    """The verdicts that the second reading of the records gives."""
    figures = Figures(bundle) if bundle.served else None
    judges: Dict[str, Judge] = {"authorship": Authorship(bundle, figures),  # before figures: of the state before each record
                                "completeness": Completeness(bundle, options.min_export)}
    if bundle.register == "employers":
        verdicts["books"] = Verdict("not-checked", "this register has no books")
    else:
        books = judges["books"] = Books(bundle)
    for name in ("budgets", "rules"):
        verdicts[name] = Verdict("not-checked", "no record of budgets or transfers")
    if bundle.budgeted or bundle.granted:  # rules reads what budgets knew before each record, budgets what books knows of it
        budgets = Budgets(bundle, books)
        if bundle.budgeted:
            judges["rules"] = Transfers(bundle, budgets)
        judges["budgets"] = budgets
    if bundle.register == "employers":
        verdicts["figures"] = Verdict("not-checked", "no record of employer services")
    else:
        verdicts["figures"] = Verdict("not-checked", "this register has no employer services")
    if figures is not None:
        judges["figures"] = figures
    links = Links(bundle)
    reading = judged(lambda: replay(bundle, list(judges.values()) + [links] * bool(options.others)), "")
    if reading.status != "holds":
        verdicts["integrity"] = reading
        return
    for name, judge in judges.items():
        if judge.refusal is not None:
            verdicts[name] = failed(judge.refusal)
        elif judge.unjudged:
            verdicts[name] = Verdict("not-checked", judge.unjudged)
        else:
            verdicts[name] = Verdict("holds", *judge.found)
    verdicts["pairing"] = pair_up(options.others, Side(links, judges))


def pair_up(others: List[str], side: Side) -> Verdict:
    """§11 pairing with each bundle of --with. Its integrity and authorship are judged first; its origin is not."""
    if not others:
        return Verdict("not-checked", "no other bundle was given")
    seen, beyond, named = 0, 0, None  # type: int, int, Optional[int]
    for path in others:
        try:
            other = read_other(path, side.bundle.id)
        except Refused as refusal:
            return Verdict("not-checked", "the other bundle does not hold: {}", (refusal,))
        except OSError as error:
            return Verdict("not-checked", "unreadable: {}", (error.strerror,))
        try:
            for one, two, mine in ((side.links, other.links, True), (other.links, side.links, False)):
                counts = one.mirror(two, mine)
                seen, beyond = seen + counts[0] * mine, beyond + counts[1]
            found = check(side, other)
            if found is not None:
                named, beyond = (named or 0) + found[0], beyond + found[1]
        except Refused as refusal:
            return failed(refusal)
    if named is None:
        return Verdict("holds" if seen else "not-checked",
                       "sibling batches that mirror each other: {}; beyond the other bundle's end: {}; "
                       "the other bundle's origin is not checked", (seen, beyond))
    return Verdict("holds" if seen or named else "not-checked",
                   "sibling batches that mirror each other: {}; grants named: {}; beyond the other bundle's end: {}; "
                   "the other bundle's origin is not checked", (seen, named, beyond))


def required_names(options: argparse.Namespace, bundle: Optional[Bundle]) -> List[str]:
    """§11: what must hold for exit status 0."""
    if options.require is not None:
        return options.require
    names = ["integrity", "origin", "authorship", "completeness"]
    if options.previous is not None or bundle is None or bundle.statement["export"] != "1":
        names.append("append-only")
    if bundle is None or bundle.register != "employers":
        names.append("books")
    if bundle is not None:
        names += ["budgets"] * (bundle.budgeted or bundle.granted) + ["rules"] * bundle.budgeted + ["figures"] * bundle.served
    return names + ["pairing"] * bool(options.others) + ["time"] * bool(options.witness or options.tsa)


def as_json(bundle: Optional[Bundle], verdicts: Dict[str, Verdict], required: List[str], ok: bool,
            language: str) -> str:
    said = bundle.statement if bundle else {}
    result: Dict[str, Any] = {"schema": "fundctl/audit-verify/v1"}
    for member, field in (("register", "register"), ("register_id", "register-id"), ("export", "export"),
                          ("size", "size"), ("root", "root")):
        result[member] = said.get(field, "")
    result["verdicts"] = {name: {"status": v.status, "detail": say(v.sentence, v.values, language),
                                 "record": str(v.record) if v.record else ""} for name, v in verdicts.items()}
    result["required"], result["ok"] = required, "yes" if ok else "no"
    return json.dumps(result, ensure_ascii=False, indent=2)


def as_text(bundle: Optional[Bundle], verdicts: Dict[str, Verdict], required: List[str], ok: bool,
            language: str) -> str:
    in_french, rows = language == "fr", []
    if bundle:
        said = bundle.statement
        rows += [say("register {} {}", (said["register"], said["register-id"]), language),
                 say("export {}, {} records, root {}", (said["export"], said["size"], said["root"]), language), ""]
    for name, verdict in verdicts.items():
        where = say(" [record {}]", (verdict.record,), language) if verdict.record else ""
        rows.append("%s %-12s %-12s %s%s" % (
            "*" if name in required else " ", NAMES[name] if in_french else name,
            STATUSES[verdict.status] if in_french else verdict.status, say(verdict.sentence, verdict.values, language),
            where))
    rows += ["", say("* required", (), language)]
    unchecked = [name for name in required if verdicts[name].status == "not-checked"]
    if ok:
        rows.append(say("All that is required holds. Consistent is not true: the records agree with each other and with "
                        "what you pinned; whether the facts took place, no computation tells.", (), language))
    elif any(verdicts[name].status == "fails" for name in required):
        rows.append(say("Do not rely on this bundle: a required verdict does not hold.", (), language))
    else:
        shown = ", ".join(NAMES[name] if in_french else name for name in unchecked)
        rows.append(say("Required but not checked: {}.", (shown,), language))
        if "append-only" in unchecked and bundle and bundle.statement["export"] != "1":
            rows.append(say("append-only is required from export 2: give --previous, or name what you require with "
                            "--require", (), language))
    return "\n".join(rows)


def show_proof(options: argparse.Namespace) -> bool:
    """§17: checks the proof of one record and prints what it says."""
    said, why = dict.fromkeys(("register_id", "record", "size", "root", "line"), ""), ""
    try:
        proof = read_proof(options.check_proof)
        said.update(register_id=proof.name[-64:], record=str(proof.index + 1), size=str(proof.size), root=proof.root)
        check_proof(proof, options.key, options.id, options.witness, options.witnesses_needed, int(time.time()))
        said["line"] = proof.line.decode()
    except Refused as refusal:
        why = say("{}", (refusal,), options.lang)
    if options.format == "json":
        show(json.dumps({"schema": "fundctl/audit-check-proof/v1", **said, "detail": why,
                         "ok": "no" if why else "yes"}, ensure_ascii=False, indent=2))
    elif why:
        show(say("The proof does not hold.", (), options.lang) + "\n" + why)
    else:
        rows = [say("The proof holds: record {} is in the register.", (said["record"],), options.lang),
                say("register {}, checkpoint of {} records, root {}", (said["register_id"], said["size"], said["root"]),
                    options.lang), "", said["line"], ""]
        if options.id is None:
            rows.append(say("No id was pinned: compare it with your paper.", (), options.lang))
        rows.append(say("The proof does not say whether the record was lawful, reversed or annulled afterwards.", (),
                        options.lang))
        show("\n".join(rows))
    return not why


def show_disclosure(options: argparse.Namespace, bundle: Optional[Bundle]) -> bool:
    """§8.1: judges a disclosure by a bundle that holds, and prints what it shows, withholds and says to be erased."""
    why, subjects = "", []
    try:
        disclosure = read_disclosure(options.check_disclosure)
        said = bundle.statement if bundle else {}
        check_disclosure(disclosure, options.dir, said["register-id"], int(said["size"]))
        for subject in disclosure.subjects:
            fields = subject.get("fields", {})
            subjects.append({"subject": subject["subject"], "state": subject["state"],
                             "shown": [name for name in fields if "value" in fields[name]],
                             "withheld": [name for name in fields if "value" not in fields[name]]})
    except Refused as refusal:
        why = say("{}", (refusal,), options.lang)
    if options.format == "json":
        show(json.dumps({"schema": "fundctl/audit-check-disclosure/v1", "ok": "no" if why else "yes", "detail": why,
                         "subjects": [] if why else subjects}, ensure_ascii=False, indent=2))
    elif why:
        show(say("The disclosure does not hold.", (), options.lang) + "\n" + why)
    else:
        rows = [say("What is disclosed is what the register committed to.", (), options.lang), ""]
        for subject in subjects:
            erased = say("erased", (), options.lang) if subject["state"] == "erased" else ""
            rows.append("%s  %s" % (subject["subject"], erased or say(
                "shown: {}; withheld: {}", (", ".join(subject["shown"]) or "-", ", ".join(subject["withheld"]) or "-"),
                options.lang)))
        show("\n".join(rows))
    return not why


def show(text: str) -> None:
    """Prints it at once; whoever reads only its beginning (head) is no error."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.stderr.write(message + "\n")
        sys.exit(64)


def main(arguments: Optional[List[str]] = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    parser = Parser(description=(__doc__ or "").split("\n")[0], allow_abbrev=False)
    parser.add_argument("dir", metavar="DIR", nargs="?")
    parser.add_argument("--check-proof", metavar="FILE")
    parser.add_argument("--check-disclosure", metavar="FILE")
    parser.add_argument("--key", required=True, metavar="LEDGER.pem")
    parser.add_argument("--id", metavar="HEX")
    parser.add_argument("--previous", metavar="STATEMENT")
    parser.add_argument("--min-export", default="0", metavar="N")
    parser.add_argument("--with", dest="others", nargs="+", action="extend", default=[], metavar="DIR")
    parser.add_argument("--witness", nargs="+", action="extend", default=[], metavar="PUB.pem")
    parser.add_argument("--witnesses-needed", metavar="N")
    parser.add_argument("--tsa", nargs="+", action="extend", default=[], metavar="CERTS.pem")
    parser.add_argument("--require", metavar="LIST")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    spoken = next(filter(None, map(os.environ.get, ("FUNDCTL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    spoken = "fr" if spoken.startswith("fr") else "en"
    parser.add_argument("--lang", choices=("fr", "en"), default=spoken)
    asked = re.findall("--lang[= ](fr|en)", " ".join(sys.argv[1:] if arguments is None else arguments))
    language = (asked or [spoken])[-1]
    setattr(argparse, "_", lambda sentence: french().get(sentence, sentence) if language == "fr" else sentence)
    options = parser.parse_args(arguments)

    def wrong(sentence: str, *values: Any) -> NoReturn:
        parser.error(say(sentence, values, language))

    def own(option: str, path: str, limit: int = MAX_PROOF + 1) -> bytes:
        try:
            with open(path, "rb") as file:
                return file.read(limit)  # each is judged by its own limit
        except OSError as error:
            wrong("{} {}: no such file" if isinstance(error, FileNotFoundError) else "{} {}: {}",
                  option, path, error.strerror)

    if not is_count(options.min_export):
        wrong("--min-export: the number of an export")
    if options.id is not None and not HEX(options.id):
        wrong("--id: 64 hexadecimal digits, lower case")
    options.min_export = int(options.min_export)
    if options.witnesses_needed is not None and not (options.witness and is_sequence(options.witnesses_needed)):
        wrong("--witnesses-needed: 1 or more, with --witness")
    options.witnesses_needed = int(options.witnesses_needed or 0)
    if options.require is not None:
        options.require = options.require.split(",")
        if not set(options.require) <= NAMES.keys():
            parser.error("--require: " + ",".join(NAMES))
    of_bundles = (options.min_export, options.previous, options.others, options.tsa, options.require)
    one_record = options.check_proof is not None
    if one_record == (options.dir is not None) or one_record and of_bundles != (0, None, [], [], None):
        parser.error("DIR | --check-proof FILE --key --id --witness --witnesses-needed --format --lang")
    if options.check_disclosure is not None and (one_record or of_bundles != (0, None, [], [], None) or options.witness):
        parser.error("DIR --check-disclosure FILE --key --id --format --lang")
    for name, path in [("DIR", options.dir)] * (options.dir is not None) + [("--with", path) for path in options.others]:
        if not os.path.isdir(path):
            wrong("{} {}: not a folder", name, path)
    options.key = own("--key", options.key)
    options.previous = None if options.previous is None else own("--previous", options.previous)
    options.check_proof = None if options.check_proof is None else own("--check-proof", options.check_proof)
    if options.check_disclosure is not None:
        options.check_disclosure = own("--check-disclosure", options.check_disclosure, MAX_DISCLOSURE + 1)
        options.require = ["integrity", "origin"]
    options.witness = [own("--witness", path) for path in options.witness]
    options.tsa = [own("--tsa", path) for path in options.tsa]
    if options.tsa and shutil.which("openssl") is None:
        wrong("--tsa: the program openssl is needed")
    try:
        verifier()
    except RuntimeError as error:
        parser.error(str(error))
    if one_record:
        return 0 if show_proof(options) else 5
    bundle, verdicts = verify(options)
    required = required_names(options, bundle)
    ok = all(verdicts[name].status == "holds" for name in required)
    if ok and options.check_disclosure is not None:
        return 0 if show_disclosure(options, bundle) else 5
    text = (as_json if options.format == "json" else as_text)(bundle, verdicts, required, ok, options.lang)
    if options.id is None and options.format == "text":
        text += "\n" + say("No id was pinned: compare it with your paper.", (), options.lang)
    show(text)
    return 0 if ok else 5


if __name__ == "__main__":
    sys.exit(main())
