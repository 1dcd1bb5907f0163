#!/usr/bin/env python3
"""Writes the forms of credentials that the scanner knows, from a release of gitleaks (MIT licence).

    scanner/inventory/gitleaks.py VERSION FOLDER

FOLDER is the source of that release, as its tag on GitHub or the Go module github.com/zricethezav/gitleaks/v8 has it: of
it, config/gitleaks.toml and LICENSE are read. Rules about the names of files are left out, since what is looked at here
has none. Run SecretPatternsTest afterwards.

The file that it writes has a word and a tab at the start of each line, so that the scanner reads it in no time: a rule, what
belongs to the rule, and what the rule allows. What stands before the first rule holds for all.
"""

import pathlib
import sys
import tomllib


def allowances(entry):
    for allowance in entry:
        regexes, words = allowance.get("regexes", []), allowance.get("stopwords", [])
        if regexes or words:
            both = allowance.get("condition", "OR").upper() == "AND"
            yield f"allow\t{allowance.get('regexTarget', 'secret')}\t{'all' if both else 'any'}"
            yield from (f"like\t{regex}" for regex in regexes)
            yield from (f"word\t{word}" for word in words)


def lines(version, config):
    yield f"source\tgitleaks {version}"
    yield from allowances([config["allowlist"]])
    for rule in config["rules"]:
        if "path" not in rule and not rule.get("skipReport", False):
            yield f"rule\t{rule['id']}\t{rule.get('secretGroup', 0)}\t{rule.get('entropy', 0)}"
            yield f"regex\t{rule['regex']}"
            yield from (f"keyword\t{keyword.lower()}" for keyword in rule["keywords"])
            yield from allowances(rule.get("allowlists", []))


def main(version, folder):
    source = pathlib.Path(folder)
    target = pathlib.Path(__file__).parent / "src/main/resources/io/awsaudit/inventory"
    text = list(lines(version, tomllib.loads((source / "config/gitleaks.toml").read_text())))
    if any("\n" in line for line in text):
        sys.exit("an expression of several lines, which the file cannot hold")
    # Known keys that are none: written so that no tool that looks for keys takes this file for a leak.
    (target / "gitleaks.txt").write_text("".join(line.replace("AIza", "[A]Iza") + "\n" for line in text))
    (target / "gitleaks.LICENSE").write_text(
        "gitleaks.txt is made by gitleaks.py of config/gitleaks.toml in gitleaks " + version
        + "\n(https://github.com/gitleaks/gitleaks).\n\n" + (source / "LICENSE").read_text())


main(*sys.argv[1:])
