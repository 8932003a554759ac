#!/bin/sh
# Verify an audit bundle with sh, find, coreutils, awk and openssl (3.0 or later): integrity, origin, append-only.
#   verify.sh DIR PUB.pem REGISTER-ID [PREVIOUS-STATEMENT]
# DIR is the bundle. PUB.pem is the register's ledger key and REGISTER-ID its id, both as you pinned them, never as
# the bundle gives them. PREVIOUS-STATEMENT is a STATEMENT that you kept from an earlier export.
# Exit status: 0 integrity and origin hold, and append-only holds (or this is export 1 and none was kept); 5 they do
# not; 64 wrong usage. Section numbers are those of FORMAT.md. What it does not check, it says: verify.py does.
set -u -f
spoken=${FUNDCTL_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}}
export LC_ALL=C; unset CDPATH

usage() { printf '%s\n' "usage: verify.sh DIR PUB.pem REGISTER-ID [PREVIOUS-STATEMENT]" "$@" >&2; exit 64; }
# no FRENCH ENGLISH: remembers why, and is false.
no() { case $spoken in fr*) why=$1 ;; *) why=$2 ;; esac; return 1; }
hash() { sha256sum | cut -c1-64; }
size() { stat -c %s -- "$1"; }
hex() { od -An -v -tx1 | tr -d ' \n'; }
last_is_lf() { test "$(tail -c 1 -- "$1" | hex)" = 0a; }
get() { sed -n "s/^$2: //p" "$1"; }
said() { get "$tmp/STATEMENT" "$1"; }
records() { cat $segments; }    # the list of segments holds no character that sh would split or expand otherwise
verified() { openssl pkeyutl -verify -pubin -keyform DER -inkey "$tmp/key.der" -rawin -in "$1" -sigfile "$2" >"$tmp/out"; }

test $# -eq 3 || test $# -eq 4 || usage
bundle=$(cd -- "$1" 2>/dev/null && pwd -P) || usage "$1: not a folder"
test -f "$2" && test "$(stat -L -c %s -- "$2")" -le 65536 || usage "$2: not a key file"
pinned=$3
case ${#pinned}$pinned in 64*[!0-9a-f]* | [!6]* | 6[!4]* | ??) usage "REGISTER-ID: 64 hexadecimal digits" ;; esac
tmp=$(mktemp -d) || exit 64
trap 'rm -rf "$tmp"' EXIT && trap 'exit 64' HUP INT TERM
kept=
if test $# -eq 4; then kept=$tmp/KEPT; head -c 1048577 -- "$4" >"$kept" || usage; fi
cat -- "$2" >"$tmp/key.pem" && cd "$bundle" || usage

# 10, 12: what lies in the folder. Names with a line end become names with \001, which no grammar has.
container() {
    find . -mindepth 1 -maxdepth 2 -printf '%y %n %s %P\0' | tr '\n\0' '\001\n' | head -n 100500 >"$tmp/found"
    awk '
    function bad(w) { print w " " substr($0, 1, 120); failed = 1; exit }
    BEGIN {
        split("STATEMENT STATEMENT.sig MANIFEST.sha256 checkpoint README.en.txt README.fr.txt keys/ledger.pem " \
              "records/000001.jsonl accounts.csv postings.csv trial-balance.csv STATEMENT.tsr budgets.csv transfers.csv " \
              "grants.csv payments.csv levies.csv employers.csv establishments.csv interventions.csv agreements.csv " \
              "participations.csv committees.csv figures.csv targets.csv counts.csv", must, " ")
        split("1048576 64 16777216 65536 1e15 1e15 65536 1e15 1e15 1e15 1e15 65536", most_of, " ")
        for (i = 1; i <= 26; i++) cap[must[i]] = i in most_of ? most_of[i] + 0 : 1e15
    }
    {
        if (NR > 100000) bad("more than 100 000 files:")
        name = $0; sub(/^[^ ]* [^ ]* [^ ]* /, "", name)
        if ($1 == "d" && name ~ /^(records|rules|keys|cosignatures|documents)$/) next
        if ($1 != "f" || $2 != "1") bad("folder, link, device or file of several names:")
        most = name in cap ? cap[name] : -1; base = name; sub(/^[^\/]*\//, "", base)
        if (name ~ /^records\/[0-9][0-9][0-9][0-9][0-9][0-9]\.jsonl$/) most = 65536 * 1048577
        if (name ~ /^rules\/[1-9][0-9]*\.json$/ && length(base) <= 24) most = 1048577
        if (name ~ /^keys\/[a-z0-9][a-z0-9._-]*\.pem$/ && length(base) <= 68) most = 65536
        if (name ~ /^cosignatures\/[A-Za-z0-9][A-Za-z0-9._-]*\.note$/ && length(base) <= 100 && ++notes <= 100) most = 65536
        if (name ~ /^documents\/[0-9a-f]+$/ && length(base) == 64) most = 1e15
        if ($3 + 0 > most) bad("file that the form does not have, or too large:")
        seen[name] = 1
    }
    END {
        if (failed) exit 1
        for (i = 1; i <= 8; i++) if (!(must[i] in seen)) { print must[i] " is missing"; exit 1 }
    }' "$tmp/found" >"$tmp/why" || no "forme du dossier : $(cat "$tmp/why")" "the folder's form: $(cat "$tmp/why")"
}

# 10.1: one awk for the bundle's STATEMENT and for the kept one.
statement() {
    test "$(size "$1")" -le 1048576 && last_is_lf "$1" && awk '
    function count(v) {
        return v ~ /^(0|[1-9][0-9]*)$/ && (length(v) < 19 || length(v) == 19 && v "" <= "9223372036854775807")
    }
    function list(v,   i, n, part) {
        n = split(v, part, ",")
        for (i = 1; i <= n; i++) if (!count(part[i]) || part[i] + 0 <= part[i - 1] + 0) return 0
        return n > 0
    }
    function good(t, v) {
        if (t ~ /[HCPl]/ && v == "-") return 1
        if (t ~ /[hH]/) return length(v) == 64 && v !~ /[^0-9a-f]/
        if (t ~ /[cCpP]/) return count(v) && (t ~ /[cC]/ || v != "0")
        if (t == "r") return v == "fnf" || v == "fdmt" || v == "employers"
        if (t == "o") return length(v) <= 128 && v ~ /^[a-z0-9]([a-z0-9.\/-]*[a-z0-9])?$/
        if (t == "t") return length(v) == 20 && v ~ /^[0-9]+-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z$/
        if (t == "l") return list(v)
        if (t == "n") { sub(/ single-person$/, "", v); return count(v) }
        return t == "s" ? v == "fundctl/bundle/v1" : length(v) >= 1 && length(v) <= 64 && v !~ /[^ -~]/
    }
    BEGIN {
        n = split("register r register-id h origin o export p time t size p root h records-bytes p records-sha256 h " \
                  "previous-export P previous-size P previous-root H previous-records-bytes P previous-records-sha256 H " \
                  "previous-statement H batches c entries C postings C debit-cents C persons n alone l annulled l " \
                  "recovered l rotated l erasures c files c files-bytes c manifest-sha256 h schema s software w", f, " ")
    }
    NR == 1 && $0 == "fundctl/statement/v1" { right++; next }
    { name = f[2 * NR - 3] ": " }
    2 * NR - 2 > n || substr($0, 1, length(name)) != name || !good(f[2 * NR - 2], substr($0, length(name) + 1)) { exit 1 }
    { right++ }
    END { if (2 * right - 2 != n || NR != right) exit 1 }' "$1"
}

# 10.2: the grammar before sha256sum sees it; its paths are those of the folder; STATEMENT says how many and how large.
manifest() {
    last_is_lf MANIFEST.sha256 && awk -v want="$(said files) $(said files-bytes)" '
    function part(name) { return name ~ /^[A-Za-z0-9][A-Za-z0-9._-]*$/ && length(name) <= 100 }
    NR == FNR {
        path = substr($0, 67); n = split(path, p, "/")
        if (length($1) != 64 || $1 ~ /[^0-9a-f]/ || substr($0, 65, 2) != "  " || (n != 1 && n != 2)) exit 1
        if (!part(p[1]) || (n == 2 && !part(p[2])) || (NR > 1 && path "" <= last "") || NR > 100000) exit 1
        named[path] = 1; last = path; lines++; next
    }
    $1 == "d" || $4 ~ /^(STATEMENT(\.sig|\.tsr)?|MANIFEST\.sha256|cosignatures\/.*|documents\/.*)$/ { next }
    { if (!($4 in named)) exit 1; found++; bytes += $3 }
    END { if (found != lines || sprintf("%.0f %.0f", lines, bytes) != want) exit 1; print "whole" }
    ' MANIFEST.sha256 "$tmp/found" | grep -q '^whole$' && sha256sum -c --strict --quiet MANIFEST.sha256 >"$tmp/differs"
}

# 10: segments without gap, 65 536 lines in each but the last; bytes, count and hash as STATEMENT says.
lines() {
    left=$(said size) number=1 segments=
    while test "$left" -gt 0; do
        segment=$(printf 'records/%06d.jsonl' "$number")
        expected=$((left < 65536 ? left : 65536))
        test -f "$segment" && test "$(wc -l <"$segment")" -eq "$expected" && last_is_lf "$segment" || return 1
        segments="$segments $segment"
        left=$((left - expected)) number=$((number + 1))
    done
    test "$(grep -c '^f [0-9]* [0-9]* records/' "$tmp/found")" -eq $((number - 1)) || return 1
    bytes=$(records | wc -c)
    test "$bytes" -eq "$(said records-bytes)" || return 1
    test "$(records | tr -d '\000-\011\013-\037\177' | wc -c)" -eq "$bytes" || return 1
    # Before any awk reads a line: some take minutes over one of 64 MB.
    test "$(records | tr '\001-\011\013-\377' '[x*]' | wc -L)" -le 1048576 || return 1
    records | awk 'substr($0, 1, 2) != "{\"" || substr($0, length($0)) != "}" { exit 1 }' || return 1
    test "$(records | hash)" = "$(said records-sha256)"
}

# 10, 18, 19, 20: the derived files of this register, and no other; what they say is for verify.py.
derived() {
    services='office|catalogue|programme|standard|employer|establishment|intervention|committee|agreement|participation'
    services="$services|slip|indicator|target|variance|follow-up|month|intake"
    {
        test "$(said register)" = employers || printf '%s\n' accounts.csv postings.csv trial-balance.csv
        records | grep -cE '"kind":"(ceiling|envelope|allocation|commitment|ruleset|transfer)\.[a-z.]*/1"' |
            grep -qx 0 || printf '%s\n' budgets.csv transfers.csv
        records | grep -cE '"kind":"(control|program|recipient|bank|grant|payment|levy|revenue|fee)\.[a-z.-]*/1"' |
            grep -qx 0 || printf '%s\n' grants.csv payments.csv levies.csv
        records | grep -cE "\"kind\":\"($services)\.[a-z.]*/1\"" |
            grep -qx 0 || printf '%s.csv\n' employers establishments interventions agreements participations committees figures targets counts
        records | sed -n '/"kind":"ruleset\.adopted\/1"/=' | sed 's/.*/rules\/&.json/'
    } | sort >"$tmp/derived"
    awk '$4 ~ /\.csv$|^rules\// { print $4 }' "$tmp/found" | sort | cmp -s - "$tmp/derived"
}

# A document's name is its hash, and a document.added/1 names it with its size.
documents() {
    awk '$4 ~ /^documents\// { print substr($4, 11), $3 }' "$tmp/found" | while read -r name bytes; do
        records | grep -q "^{\"kind\":\"document.added/1\",.*,\"sha256\":\"$name\",\"size\":\"$bytes\",\"type\":" || exit 1
        test "$(hash <"documents/$name")" = "$name" || exit 1
    done
}

integrity() {
    container || return 1
    cat STATEMENT >"$tmp/STATEMENT" && statement "$tmp/STATEMENT" ||
        no "STATEMENT : forme refusée" "STATEMENT: form refused" || return 1
    test "$(hash <MANIFEST.sha256)" = "$(said manifest-sha256)" ||
        no "MANIFEST.sha256 n'est pas celui de STATEMENT" "MANIFEST.sha256 is not STATEMENT's" || return 1
    : >"$tmp/differs"
    manifest || {
        differs=$(sed -n '1s/: FAILED.*//p' "$tmp/differs")
        if test -n "$differs"; then no "$differs n'a pas l'empreinte du manifeste" "$differs has not the manifest's hash"
        else no "MANIFEST.sha256 : forme ou fichiers" "MANIFEST.sha256: form or files"; fi
    } || return 1
    test "$(size STATEMENT.sig)" -eq 64 || no "STATEMENT.sig n'a pas 64 octets" "STATEMENT.sig has not 64 bytes" || return 1
    checkpoint || no "checkpoint : forme, taille ou racine" "checkpoint: form, size or root" || return 1
    lines || no "records/ : segments, lignes, octets ou empreinte" "records/: segments, lines, bytes or hash" || return 1
    derived || no "fichiers dérivés" "derived files" || return 1
    documents || no "documents/ : inconnu ou autre empreinte" "documents/: unknown or of another hash"
}

# 6: another kind of key, an encoding that is not canonical, or one of the eight points of small order, is refused.
key() {
    openssl pkey -pubin -in "$tmp/key.pem" -outform DER -out "$tmp/key.der" || return 1
    key=$(hex <"$tmp/key.der")
    case ${#key}$key in 88302a300506032b6570032100*) key=${key#302a300506032b6570032100} ;; *) return 1 ;; esac
    zeros=$(printf %060d 0) ones=$(printf %060d 0 | tr 0 f)
    case $key in
    0[01]${zeros}[08]0 | e[c-f]${ones}[7f]f | f?${ones}[7f]f) return 1 ;;
    26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc[08]5) return 1 ;;
    c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03[7f]a) return 1 ;;
    esac
}

# 10.3: one signature line, size and root as STATEMENT says, base64 canonical.
checkpoint() {
    test "$(wc -l <checkpoint)" -eq 5 && last_is_lf checkpoint || return 1
    { read -r name && read -r _ && read -r root && read -r _; read -r seal; } <checkpoint
    seal=${seal#"— $name "}
    printf '%s\n%s\n%s\n\n— %s %s\n' "$name" "$(said size)" "$root" "$name" "$seal" |
        cmp -s - checkpoint || return 1
    printf '%s' "$root" | base64 -d >"$tmp/root" && printf '%s' "$seal" | base64 -d >"$tmp/seal" || return 1
    test "$(base64 -w 0 "$tmp/root")" = "$root" && test "$(base64 -w 0 "$tmp/seal")" = "$seal" || return 1
    test "$(hex <"$tmp/root")" = "$(said root)" && test "$(size "$tmp/seal")" -eq 68
}

# Its name is that of record 1, its signature by the pinned key over its first three lines.
checkpoint_signed() {
    test "$name" = "$(said origin)/$id" || return 1
    expected=$({ printf '%s\n\001' "$name"; tail -c 32 "$tmp/key.der"; } | hash | cut -c1-8)
    test "$(head -c 4 "$tmp/seal" | hex)" = "$expected" || return 1
    head -n 3 checkpoint >"$tmp/text" && tail -c 64 "$tmp/seal" >"$tmp/sig" && verified "$tmp/text" "$tmp/sig"
}

origin() {
    key || no "la clé épinglée est refusée" "the pinned key is refused" || return 1
    verified "$tmp/STATEMENT" STATEMENT.sig ||
        no "la signature STATEMENT.sig n'est pas valide pour la clé épinglée (autre registre? clé remplacée? GUIDE, section 4)" \
        "STATEMENT.sig does not verify under the pinned key (another register? key replaced? GUIDE, section 4)" || return 1
    head -n 1 records/000001.jsonl >"$tmp/first"
    id=$(tr -d '\n' <"$tmp/first" | hash)
    test "$id" = "$pinned" && test "$id" = "$(said register-id)" ||
        no "l'identifiant du registre est $id" "the register's id is $id" || return 1
    force=$(sed -n 's/.*"ledger_key":"\([0-9a-f]*\)".*/\1/p' "$tmp/first")
    rotated=$(records | sed -n 's/^{"kind":"ledger-key.rotated\/1","new_key":"\([0-9a-f]*\)".*/\1/p' | tail -n 1)
    test "${rotated:-$force}" = "$key" ||
        no "la clé de registre en vigueur est une autre" "the ledger key in force is another" || return 1
    grep -F -q "\"origin\":\"$(said origin)\"," "$tmp/first" &&
        grep -F -q "\"register\":\"$(said register)\"" "$tmp/first" ||
        no "register ou origin n'est pas celui de l'enregistrement 1" "register or origin is not record 1's" || return 1
    checkpoint_signed || no "checkpoint : nom ou signature" "checkpoint: name or signature"
}

append_only() {
    statement "$kept" || no "le STATEMENT conservé n'en est pas un" "the kept STATEMENT is none" || return 1
    test "$(get "$kept" register-id)" = "$(said register-id)" ||
        no "le STATEMENT conservé est d'un autre registre" "the kept STATEMENT is of another register" || return 1
    cmp -s "$kept" "$tmp/STATEMENT" && return 0
    export=$(get "$kept" export) bytes=$(get "$kept" records-bytes)
    test "$export" -lt "$(said export)" && test "$bytes" -lt "$(said records-bytes)" ||
        no "le STATEMENT conservé n'est pas plus ancien" "the kept STATEMENT is not older" || return 1
    test "$(records | head -c "$bytes" | hash)" = "$(get "$kept" records-sha256)" &&
        test "$(records | head -c "$bytes" | wc -l)" -eq "$(get "$kept" size)" ||
        no "les enregistrements conservés ont changé" "the kept records have changed" || return 1
    next=$((export + 1))
    link=$(records | sed -n 's/^{"kind":"export.opened\/1","number":"'"$next"'","previous_statement":"\([0-9a-f]*\)".*/\1/p')
    test "$link" = "$(hash <"$kept")" ||
        no "l'exportation $next a un autre prédécesseur" "export $next has another predecessor" || return 1
    test "$next" -ne "$(said export)" || test "$(said previous-statement)" = "$link" ||
        no "previous-statement est un autre" "previous-statement is another"
}

# told NAME FUNCTION: prints the verdict, and is true where it holds.
told() {
    why=
    if "$2" 2>"$tmp/errors"; then echo "$1: holds$3"; return 0; fi
    printf '%s: fails: %s\n' "$1" "$why" | tr -c '\n -~\200-\377' '?' && return 1
}

no " (sauf la racine de l'arbre, la forme de chaque ligne et keys/, que verify.py vérifie)" \
    " (but for the tree's root, the form of each line and keys/, which verify.py checks)"
status=0
if told integrity integrity "$why"; then
    told origin origin "" || status=5
    no "aucun STATEMENT conservé; conservez celui-ci" "no kept STATEMENT; keep this one"
    if test -n "$kept"; then told append-only append_only "" || status=5
    else
        test "$(said export)" = 1 || {
            status=5
            no "l'ajout seul est exigé dès l'exportation 2 : donnez PREVIOUS-STATEMENT" \
                "append-only is required from export 2: give PREVIOUS-STATEMENT"
        }
        echo "append-only: not-checked: $why"
    fi
else
    no "repose sur l'intégrité" "rests on integrity" || status=5
    for name in origin append-only; do echo "$name: not-checked: $why"; done
fi
no "verify.sh ne le vérifie pas; verify.py le fait" "verify.sh does not check it; verify.py does"
for name in authorship completeness books pairing time budgets rules figures; do echo "$name: not-checked: $why"; done
exit $status
