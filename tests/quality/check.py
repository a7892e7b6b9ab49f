#!/usr/bin/env python3
"""Checks the quality figures in tests/quality/*.json: runs the command of each file and compares.

usage: check.py [--binary FILE] [--shared FOLDER] [--update] [FILE.json …]

A file holds: "what" is measured, the "command" that measures it ({shared}, {binary} and {quality} are filled in; its last line of
output is one JSON object), and "figures": [{"name": "detok-seed000.news.exact", "ours": 97.6, "better": "higher",
"goal": 97.5, "anchor": "Moses 86.7"}]; a name is a path into the object, its parts joined by "/" where a part holds a dot.
A worse figure fails; a better one is reported, so that the file can be raised (--update does it). Without the data folder
nothing is checked, and that is said. The last line counts figures: "N passed, N failed"."""
import argparse
import glob
import json
import os
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))


def measure(command, places):
    words = [word.format(**places) for word in shlex.split(command)]
    done = subprocess.run(words, capture_output=True, text=True, cwd=PROJECT)
    if done.returncode:
        sys.exit(f"quality: `{command}` ended with {done.returncode}: {done.stderr.strip()[-400:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def look_up(figures, name):
    value = figures
    for part in name.split("/") if "/" in name else name.split("."):
        if not isinstance(value, dict) or part not in value:
            return None
        value = value[part]
    return value


def check(path, places, update):
    with open(path, encoding="utf-8") as file:
        sheet = json.load(file)
    figures = measure(sheet["command"], places)
    passed = failed = 0
    print(f"{os.path.relpath(path, PROJECT)}: {sheet['what']}")
    for row in sheet["figures"]:
        got, ours = look_up(figures, row["name"]), row["ours"]
        sign = 1 if row["better"] == "higher" else -1
        if got is None:
            verdict = "NOT MEASURED"
        elif sign * (got - ours) < 0:
            verdict = f"WORSE than {ours}"
        elif got != ours:
            verdict = f"better than {ours}: raise the figure"
        else:
            verdict = ""
        goal = row.get("goal")
        short = got is not None and goal is not None and sign * (got - goal) < 0
        if update and got is not None:
            row["ours"] = got
        good = update or not verdict.isupper() and not verdict.startswith("WORSE")
        passed, failed = passed + good, failed + (not good)
        print(f"  {row['name']:<58} {got!s:>8}  goal {goal!s:>6}{' (short)' if short else '':8} {row.get('anchor', ''):<22} {verdict}".rstrip())
    if update:
        with open(path, "w", encoding="utf-8") as file:
            rows = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in sheet["figures"])
            head = {k: v for k, v in sheet.items() if k != "figures"}
            lines = "".join(f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)},\n" for k, v in head.items())
            file.write("{\n" + lines + '  "figures": [\n' + rows + "\n  ]\n}\n")
    return passed, failed


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("files", nargs="*")
    p.add_argument("--binary", default=os.path.join(PROJECT, "build", "native", "palimpsest"))
    p.add_argument("--shared", default=os.path.join(os.path.dirname(PROJECT), "shared"))
    p.add_argument("--update", action="store_true", help="write the measured figures into the files")
    options = p.parse_args()
    files = options.files or sorted(glob.glob(os.path.join(HERE, "*.json")))
    if not os.path.isdir(os.path.join(options.shared, "data")):
        print(f"quality: no data at hand ({len(files)} sheets left unchecked)")
        return
    places = {"shared": os.path.abspath(options.shared), "binary": os.path.abspath(options.binary), "quality": HERE}
    totals = [check(path, places, options.update) for path in files]
    passed, failed = sum(t[0] for t in totals), sum(t[1] for t in totals)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
