#!/usr/bin/env bash
# Has Microsoft's SARIF Multitool look at files, by the rules of the standard and those of GitHub code scanning, and fails on
# any error or warning. Needs npm; what it downloads stays in the module's target folder.
set -euo pipefail

(($# > 0)) || { echo "usage: validate.sh FILE..." >&2; exit 2; }
command -v npm >/dev/null || { echo "The SARIF Multitool comes from npm, which is not installed." >&2; exit 3; }

version=5.7.0
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
tools=$here/../../target/multitool
program=$tools/$version/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
case $(uname -s) in
    Darwin) program=${program/-linux/-darwin} ;;
esac

if [[ ! -f $program ]]; then
    mkdir -p "$tools/$version"
    npm install --prefix "$tools/$version" --cache "$tools/npm" --no-audit --no-fund --no-save --ignore-scripts \
        --loglevel error "@microsoft/sarif-multitool@$version"
fi
chmod u+x "$program" # all that the package's own script would do

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed=0
for file; do
    # It ends with 0 whatever it finds, and reports what it finds in SARIF.
    if ! DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$program" validate "$file" --rule-kind 'Sarif;Ghas' \
        --level 'Error;Warning' --config "$here/configuration.xml" \
        --output "$results/found.sarif" --log ForceOverwrite >"$results/said" 2>&1 ||
        ! grep -q '^Done. 1 files scanned' "$results/said"; then
        cat "$results/said" >&2
        failed=1
    elif ! node "$here/found.js" "$results/found.sarif" "$file"; then
        failed=1
    fi
done
exit "$failed"
