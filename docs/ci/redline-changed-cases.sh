#!/bin/sh
# Redlines of every case file under cases/ that changed since the branch left its base.
#
#   BASE_SHA=<commit of the target branch> sh redline-changed-cases.sh [OUT]
#
# For cases/x.yaml it writes OUT/x.yaml.redline.docx and OUT/x.yaml.html; OUT/summary.md says in Markdown what changed
# in every case. OUT is out unless named, below the top of the clone.
#
# PANAHAT_FOR   kind of filing, where a case can become several
# PANAHAT_IN    language of the filing: ru, kk, kk-ru, en
# PANAHAT_LANG  language of the summary: ru, kk, en
#
# Exit code: 0 every changed case was compared, or had no former state that makes a filing; 1 a case as it is now makes
# no filing; 2 wrong use.
#
# The redlines and the summary hold the whole text of the filings. Run this only where client data may be.
set -eu
umask 077

out=${1:-out}
lines_shown=400
tab=$(printf '\t')

stop() {
    printf '%s\n' "$1" >&2
    exit 2
}

compare() { # OLD NEW [panahat's options]: its exit code; what it prints is in said and problems
    before=$1
    after=$2
    shift 2
    panahat diff "$before" "$after" ${PANAHAT_FOR:+--for "$PANAHAT_FOR"} ${PANAHAT_IN:+--in "$PANAHAT_IN"} "$@" \
        >"$out/.said" 2>"$out/.problems" </dev/null
}

quoted() { # FILE: its first lines as a block of code in Markdown
    sed -n "1,${lines_shown}s/^/    /p" "$1"
    if [ "$(wc -l <"$1")" -gt "$lines_shown" ]; then
        printf '\n(%s lines more)\n' "$(($(wc -l <"$1") - lines_shown))"
    fi
}

tell() { # TITLE NAME SENTENCE [FILE]
    {
        printf '%s: %s' "$1" "$2" | tr '<>&`*' '_____' | sed 's/^/## /'
        printf '\n\n%s\n\n' "$3"
        if [ "$#" -gt 3 ]; then
            quoted "$4"
            printf '\n'
        fi
    } >>"$out/summary.md"
}

redline() { # OLD NEW
    if [ -L "$2" ]; then
        tell "Not compared" "$2" "It is a link to another file; put the case itself in its place."
        failed=1
        return
    fi
    target=$out/${2#cases/}
    mkdir -p "$(dirname "$target")"
    if compare "$1@$base" "$2" --docx "$target.redline.docx" --html "$target.html" --force; then
        cat "$out/.problems" >&2
        title=Changed
        [ "$1" = "$2" ] || title="Renamed from $1"
        tell "$title" "$2" "Redline: ${target#"$out"/}.redline.docx, page: ${target#"$out"/}.html" "$out/.said"
    else
        cp "$out/.problems" "$out/.first"
        if compare "$2@HEAD" "$2"; then
            tell "Not compared" "$2" "Its former state makes no filing; the present one does." "$out/.first"
        else
            tell "Makes no filing" "$2" "The case as it is now must be mended; ask: panahat check" "$out/.problems"
            failed=1
        fi
    fi
}

[ -n "${BASE_SHA:-}" ] || stop "BASE_SHA is not set: the commit of the target branch."
top=$(git rev-parse --show-toplevel) || stop "Not in a clone of a git repository."
cd "$top"
git cat-file -e "$BASE_SHA^{commit}" 2>/dev/null || stop "BASE_SHA is not in this clone: fetch the whole history."
base=$(git merge-base "$BASE_SHA" HEAD) || stop "BASE_SHA has no common history with HEAD: fetch the whole history."

mkdir -p "$out"
trap 'rm -f "$out/.said" "$out/.problems" "$out/.first" "$out/.changed"' EXIT
failed=0
printf '# Redlines\n\n' >"$out/summary.md"
git -c core.quotePath=false diff --name-status --find-renames --no-ext-diff "$base" HEAD -- \
    ':(glob)cases/**/*.yaml' ':(glob)cases/**/*.yml' ':(exclude,glob)cases/**/templates/**' >"$out/.changed"

while IFS=$tab read -r status old new; do
    case $old$new in
    *\"*)
        tell "Not compared" "$old" "The name holds a quote, tab, backslash or line end; give the file another."
        failed=1
        continue
        ;;
    esac
    case $status in
    A) tell "New" "$old" "There is no former state to compare with." ;;
    D) tell "Deleted" "$old" "The case file is gone." ;;
    R* | C*) redline "$old" "$new" ;;
    *) redline "$old" "$old" ;;
    esac
done <"$out/.changed"

[ -s "$out/.changed" ] || printf 'No case file changed.\n' >>"$out/summary.md"
exit "$failed"
