#!/usr/bin/env bash
# The main job, end to end, on a book of its own in a temporary folder. In French where the system is, in English otherwise.
# FUNDCTL: the program.
set -euo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"
fundctl="${FUNDCTL:-fundctl}"
case "${FUNDCTL_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in fr*) lang=fr ;; *) lang=en ;; esac
export FUNDCTL_LANG="$lang"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export FUNDCTL_KEYS="$work/keys" FUNDCTL_BOOK="$work/demo.book" FUNDCTL_AS=marie
cd "$work"

# say FRENCH ENGLISH: one paragraph of the story.
say() {
    local text="$2"
    [ "$lang" = fr ] && text="$1"
    printf '\n\n%s\n' "$text" | fold -s -w 100
}

# run COMMAND...: shows a command as a person would type it, and what it prints.
run() {
    printf '\n  $ %s\n' "$(shown "$@")"
    "$@" 2>&1 | sed "s|$work/||g; s/^/    /"
}

# fails COMMAND...: the same for one that must be refused.
fails() {
    printf '\n  $ %s\n' "$(shown "$@")"
    local status=0
    "$@" >"$work/out" 2>&1 || status=$?
    sed 's/^/    /' "$work/out"
    [ "$status" -ne 0 ] || { echo "demo: this should have been refused" >&2; exit 1; }
    if [ "$lang" = fr ]; then echo "    (code de sortie $status)"; else echo "    (exit code $status)"; fi
}

shown() {
    local word line=""
    for word in "$@"; do
        word="${word//$fundctl/fundctl}"
        word="${word//$here\//}"
        word="${word//$work\//}"
        case "$word" in *[[:space:]\']*) word="\"$word\"" ;; esac
        line+="${line:+ }$word"
    done
    printf '%s' "$line"
}

quiet() { "$@" --quiet >/dev/null; }

say "Un livre, deux fonds, un registre des employeurs. Marie et Jean le fondent : à deux, ils gardent les clés." \
    "One book, two funds, a register of employers. Marie and Jean found it: between them they hold the keys."
run "$fundctl" init --template quebec --origin demo.example/quebec --admin marie --admin jean --no-input

say "Un exercice par fonds, sans contrôle budgétaire pour commencer : l'ouverture le dit." \
    "A fiscal year in each fund, without budget control to begin with: the opening says so."
run "$fundctl" year open 2026-2027 --fund FNF --without-budget
quiet "$fundctl" year open 2026-2027 --fund FDMT --without-budget

say "Avril à juin. Revenu Québec verse des cotisations au FNF, le ministre des crédits au FDMT ; on paie, on avance, on reçoit." \
    "April to June. Revenu Québec remits levies to the FNF, the minister appropriations to the FDMT; sums are paid, advanced, received."
post() { # FUND DATE REF MEMO DEBIT CREDIT
    quiet "$fundctl" entry post --fund "$1" --date "$2" --ref "$3" --memo "$4" --debit "$5" --credit "$6"
}
run "$fundctl" entry post --fund FNF --date 2026-04-15 --ref RQ-2026-04 \
    --memo "Cotisations, remise d'avril" --debit 1000:145820.40 --debit 5800:2179.60 --credit 4000:148000.00
post FNF 2026-04-20 PL-7 "Placement à court terme" 1100:60000.00 1000:60000.00
post FNF 2026-05-04 AV-12 "Avance à la Coopérative des Appalaches" 1300:3000.00 1000:3000.00
post FNF 2026-05-31 INT-5 "Intérêts du placement" 1000:187.50 4400:187.50
post FNF 2026-06-12 FR-88 "Frais de fonctionnement de la Commission" 6300:4210.33 2000:4210.33
post FNF 2026-06-30 PMT-31 "Paiement au fournisseur" 2000:4210.33 1000:4210.33
post FDMT 2026-04-10 CR-1 "Crédits du premier trimestre" 1000:250000.00 4100:250000.00
post FDMT 2026-05-08 SUB-1 "Aide au recrutement, Atelier du Fleuve inc." 5110:18000.00 2100:18000.00
post FDMT 2026-05-15 PAIE-10 "Traitements, deuxième quinzaine d'avril" 6100:31240.18 2010:31240.18
post FDMT 2026-05-29 PMT-4 "Versement à Atelier du Fleuve inc." 2100:18000.00 1000:18000.00
run "$fundctl" entry interfund --from FNF --to FDMT --amount 25000.00 --date 2026-06-05 --ref IF-1 \
    --memo "Avance de trésorerie au FDMT"

say "Un registre de subventions, tel que l'exporte un tableur : une carte dit comment le lire. Tout entre, ou rien." \
    "A grants register, as a spreadsheet exports it: a map says how to read it. All of it goes in, or nothing."
real="$here/../shared/data/trafford_360giving_grants.csv"
run "$fundctl" entry import "$here/demo/grants.csv" --fund FNF --map "$here/maps/360giving-grants.yaml"
if [ -f "$real" ]; then
    for year in 2012-2013 2013-2014 2014-2015 2016-2017 2017-2018 2018-2019 2019-2020 2020-2021; do
        quiet "$fundctl" year open "$year" --fund FNF --without-budget
    done
    say "Puis un vrai registre : 366 subventions d'un conseil municipal, de 2013 à 2020, lues en dollars." \
        "Then a real register: 366 grants of a town council, from 2013 to 2020, read as dollars."
    run "$fundctl" entry import "$real" --fund FNF --map "$here/maps/360giving-grants.yaml"
    say "Deux fois le même fichier n'écrit rien deux fois." "The same file twice writes nothing twice."
    run "$fundctl" entry import "$real" --fund FNF --map "$here/maps/360giving-grants.yaml"
fi

say "Une faute de frappe : 15 200 au crédit, 12 500 au débit. Rien n'est écrit, et l'on sait pourquoi." \
    "A slip of the hand: 15,200 on one side, 12,500 on the other. Nothing is written, and one knows why."
fails "$fundctl" entry post --fund FNF --date 2026-06-18 --ref CONV-9 --memo "Subvention, premier versement" \
    --debit 5100:12500.00 --credit 2100:15200.00

say "Une écriture de trop ne s'efface pas : elle se contrepasse, et les deux restent liées." \
    "An entry too many is not erased: it is reversed, and the two stay linked."
quiet "$fundctl" entry post --fund FNF --date 2026-06-18 --ref CONV-9 --memo "Subvention saisie deux fois" \
    --debit 5100:12500.00 --credit 2100:12500.00
last="$("$fundctl" entry list --fund FNF --ref CONV-9 --format csv --quiet | awk -F, 'NR == 2 { print $1 }')"
run "$fundctl" entry reverse "$last" --reason "Saisie en double"

say "Une subvention, de la demande à ce qui est à payer, dans un exercice sous contrôle budgétaire. Marie évalue, Jean approuve." \
    "A grant, from the application to what is payable, in a year under budget control. Marie assesses, Jean approves."
quiet "$fundctl" year open 2027-2028 --fund FDMT
quiet "$fundctl" envelope open FORM-06 --fund FDMT --year 2027-2028 --amount 250000 --name "Formation, Montréal" --date 2027-04-01
quiet "$fundctl" program add MFOR --fund FDMT --name "Formation de la main-d'œuvre" --account 5130 --norms approved --citation "Normes de 2026"
quiet "$fundctl" recipient add 1140000013 --fund FDMT --name "Bois ouvrés du Nord inc."
quiet "$fundctl" grant apply --fund FDMT --program MFOR --recipient 1140000013 --amount 15200 --title "Formation des opérateurs" --date 2027-04-12
quiet "$fundctl" grant assess FDMT-G-000001 --recommend approve --memo "Conforme" --date 2027-04-14
run "$fundctl" grant approve FDMT-G-000001 --plan 2027-2028:15200@FORM-06 --authority direction --instrument "Décision 114" --date 2027-04-20 --as jean
quiet "$fundctl" grant sign FDMT-G-000001 --objectives "Former 20 opérateurs" --activities "Deux sessions" --results "18 attestations" \
    --contribution "Bois ouvrés du Nord inc.:4000" --terms "Sur pièces" --begins 2027-05-01 --ends 2027-12-31 \
    --instalment 2027-10-31:15200:final --date 2027-04-30
quiet "$fundctl" grant claim FDMT-G-000001 --amount 12500 --from 2027-05-01 --to 2027-09-30 --date 2027-10-12
run "$fundctl" grant accept FDMT-G-000001 --claim 1 --holdback 1250 --date 2027-10-15
fails "$fundctl" grant accept FDMT-G-000001 --claim 1 --date 2027-10-16
run "$fundctl" report budget --fund FDMT --year 2027-2028

say "Où en est le FNF au 30 juin ?" "Where does the FNF stand on 30 June?"
run "$fundctl" report trial-balance --fund FNF --as-of 2026-06-30

say "L'auditeur reçoit un export signé et, à part, l'identifiant et la clé du registre. Il garde STATEMENT." \
    "The auditor receives a signed export and, apart from it, the register's id and key. The auditor keeps STATEMENT."
run "$fundctl" audit export --register fnf -o "$work/fnf-1"
"$fundctl" register show fnf --pem --quiet >"$work/fnf.pem"
id="$(sed -n 's/^register-id: //p' "$work/fnf-1/STATEMENT")"
cp "$work/fnf-1/STATEMENT" "$work/STATEMENT-1"
run "$fundctl" audit verify "$work/fnf-1" --key "$work/fnf.pem" --id "$id"

say "La vie continue ; un deuxième export prolonge le premier. Un autre programme, écrit d'après la spécification seule, en juge." \
    "Life goes on; a second export extends the first. Another program, written from the specification alone, judges it."
post FNF 2026-07-03 RQ-2026-07 "Cotisations, remise de juillet" 1000:98000.00 4000:98000.00
quiet "$fundctl" audit export --register fnf -o "$work/fnf-2"
run python3 "$here/audit/verify.py" "$work/fnf-2" --key "$work/fnf.pem" --id "$id" --previous "$work/STATEMENT-1" --lang "$lang"

say "Et si quelqu'un retouche un seul chiffre de l'export ?" "And if someone touches up a single figure of the export?"
cp -r "$work/fnf-2" "$work/fnf-touched"
printf '\n  $ sed -i s/14582040/14592040/ %s\n' "fnf-touched/trial-balance.csv fnf-touched/postings.csv fnf-touched/records/000001.jsonl"
sed -i 's/14582040/14592040/' "$work/fnf-touched/trial-balance.csv" "$work/fnf-touched/postings.csv" "$work/fnf-touched/records/000001.jsonl"
fails "$fundctl" audit verify "$work/fnf-touched" --key "$work/fnf.pem" --id "$id"
fails "$here/audit/verify.sh" "$work/fnf-touched" "$work/fnf.pem" "$id" "$work/STATEMENT-1"

say "Le livre lui-même se vérifie : tout est rejoué à partir des enregistrements, et comparé." \
    "The book itself is checked: everything is replayed from the records, and compared."
run "$fundctl" check
run "$fundctl" status

say "À essayer ensuite, sur un livre à vous :" "To try next, on a book of your own:"
cat <<NEXT

    fundctl init --template quebec --admin marie --admin jean
    fundctl entry post --help
    fundctl export journal --fund FNF --to hledger | hledger -f - balance
    fundctl --lang $([ "$lang" = fr ] && echo en || echo fr) --help
NEXT
