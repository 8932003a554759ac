#!/bin/sh
# Made the bundles of bundle-v1, once, with the program of that day: an exercise book in which every unusual thing that
# an export lists happens once. Its private keys were thrown away: bundles of version 1 are verified as they stand for
# ever, and never made again. It stays here to tell what they hold.
#   FUNDCTL=PROGRAM make-bundle-v1.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
fundctl=$FUNDCTL
mkdir "$1" && out=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export FUNDCTL_BOOK="$work/exercise.book" FUNDCTL_KEYS="$work/keys" FUNDCTL_AS=marie FUNDCTL_LANG=fr

at() { export FUNDCTL_TEST_NOW="$1"; }
do_it() { "$fundctl" "$@" --no-input --quiet >"$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }; }
post() { # FUND DATE REF MEMO DEBIT CREDIT
    do_it entry post --fund "$1" --date "$2" --ref "$3" --memo "$4" --debit "$5" --credit "$6"
}
waiting() { "$fundctl" approval list --format csv --quiet | awk -F, 'NR > 1 { print $1 }'; }
key_of() { # REGISTER: its ledger key and id as an auditor has them
    "$fundctl" register show "$1" --pem --quiet >"$out/$1.pem"
    id=$("$fundctl" register show "$1" --format json --quiet | awk -F'"' '$2 == "id" || $2 == "register_id" { print $4; exit }')
}
cosign() { # BUNDLE: by a witness with keys of her own; the book keeps her note
    key_of "${1%-*}"
    do_it audit cosign "$out/$1" --as temoin --keys witness --key "$out/${1%-*}.pem" --id "$id"
    do_it audit accept "$out/$1/cosignatures/temoin.note" --witness "$out/temoin.pem"
}
entry_of() { "$fundctl" entry list --fund "$1" --ref "$2" --format csv --quiet | awk -F, 'NR == 2 { print $1 }'; }

# Marie founds the book alone and admits Jean alone; from then on they are two.
at 2026-04-01T13:00:00Z
do_it init --template quebec --origin exercise.example/quebec --admin marie
do_it key create jean
do_it key prove --as jean --register all --role admin -o jean.proof
at 2026-04-01T13:10:00Z
do_it person admit jean --register all --role admin --key keys/jean.pub.pem --proof jean.proof
do_it year open 2026-2027 --fund FNF --without-budget
do_it year open 2026-2027 --fund FDMT --without-budget

at 2026-06-30T15:00:00Z
post FNF 2026-04-15 RQ-2026-04 "Cotisations, remise d'avril" 1000:145820.40 4000:145820.40
post FNF 2026-04-20 PL-7 "Placement à court terme" 1100:60000.00 1000:60000.00
printf 'Convention CONV-12\nAvance de 3 000,00 $ à la Coopérative des Appalaches.\n' >convention-12.txt
do_it entry post --fund FNF --date 2026-05-04 --ref AV-12 --memo "Avance à la Coopérative des Appalaches, \"CONV-12\"" \
    --debit 1300:3000.00 --credit 1000:3000.00 --document convention-12.txt
post FNF 2026-05-31 INT-5 "Intérêts du placement" 1000:187.50 4400:187.50
post FNF 2026-06-12 FR-88 "Frais de fonctionnement de la Commission" 6300:4210.33 2000:4210.33
post FDMT 2026-04-10 CR-1 "Crédits du premier trimestre" 1000:250000.00 4100:250000.00
post FDMT 2026-05-08 SUB-1 "Aide au recrutement, Atelier du Fleuve inc." 5110:18000.00 2100:18000.00
post FDMT 2026-05-29 PMT-4 "Versement à Atelier du Fleuve inc." 2100:18000.00 1000:18000.00
do_it entry interfund --from FNF --to FDMT --amount 25000.00 --date 2026-06-05 --ref IF-1 --memo "Avance de trésorerie au FDMT"
do_it entry import "$here/demo/grants.csv" --fund FNF --map "$here/maps/360giving-grants.yaml"

# A grant typed twice is reversed; an entry that belongs to nobody is annulled by two.
post FNF 2026-06-18 CONV-9 "Subvention saisie deux fois" 5100:12500.00 2100:12500.00
do_it entry reverse "$(entry_of FNF CONV-9)" --reason "Saisie en double"
post FNF 2026-06-22 ESSAI-1 "Écriture d'essai" 6290:1.00 2000:1.00
record=$("$fundctl" entry show "$(entry_of FNF ESSAI-1)" --format json --quiet |
    awk '$1 == "\"record\":" { sub(",", "", $2); print $2 }')
do_it record annul "$record" --register fnf --reason "Essai resté dans le livre"
do_it approval give "$(waiting)" --as jean

at 2026-07-02T14:00:00Z
do_it audit export --register fnf -o "$out/fnf-1"
do_it key create temoin --keys witness
cp witness/temoin.pub.pem "$out/temoin.pem"
at 2026-07-02T15:30:00Z
cosign fnf-1

# In the FDMT, the ledger key is replaced, and Nadia comes in by the recovery key.
at 2026-07-15T14:00:00Z
do_it register rotate-key fdmt
do_it key create nadia
do_it person recover nadia --register fdmt --recovery "$(find keys -path '*offline*' -name '*.pem' | head -n 1)"

at 2026-10-01T14:00:00Z
post FNF 2026-07-03 RQ-2026-07 "Cotisations, remise de juillet" 1000:98000.00 4000:98000.00
post FNF 2026-07-10 PMT-31 "Paiement au fournisseur" 2000:4210.33 1000:4210.33
do_it entry interfund --settle --from FDMT --to FNF --amount 10000.00 --date 2026-09-30 --ref IF-2 --memo "Remboursement partiel"

at 2026-10-05T14:00:00Z
do_it audit export --register fnf -o "$out/fnf-2" --documents
do_it audit export --register fdmt -o "$out/fdmt-1"
at 2026-10-05T15:30:00Z
for bundle in fnf-2 fdmt-1; do cosign "$bundle"; done
do_it audit prove FNF-2026-000007 --export 2 -o "$out/FNF-2026-000007.tlog-proof"
for register in fnf fdmt; do
    key_of "$register"
    printf '%s %s\n' "$register" "$id"
done >"$out/ids.txt"
