#!/usr/bin/env python3
"""Repairs every text of a repair data folder, then repairs what came out: the second time nothing may be applied.

usage: stable.py FOLDER --binary FILE [--show]     the last line is {"texts": N, "unstable": N}"""
import argparse
import glob
import json
import os
import subprocess
import sys

TEXTS = ("input", "truth", "stage001", "stage000", "clean", "surface001", "surface000")


def texts_in(folder):
    texts = set()
    for path in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                texts.update(record[key] for key in TEXTS if isinstance(record.get(key), str))
    return sorted(texts)


def repair(binary, texts):
    lines = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(texts))
    done = subprocess.run([binary, "batch", "--fields", "repair", "--jobs", "2"], input=lines, capture_output=True, text=True, check=True,
                          encoding="utf-8")
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder")
    p.add_argument("--binary", required=True)
    p.add_argument("--show", action="store_true", help="list the unstable texts on standard error")
    options = p.parse_args()
    texts = texts_in(options.folder)
    clean = [answer["clean"] for answer in repair(options.binary, texts)]
    unstable = 0
    for text, answer in zip(clean, repair(options.binary, clean)):
        applied = [c for c in answer["changes"] if c["safety"] != "suggestion"]
        unstable += bool(applied)
        if applied and options.show:
            c = applied[0]
            print(f"{c['kind']}: {c['before']!r} -> {c['after']!r} in {text[max(0, c['source'][0] - 60):c['source'][1] + 60]!r}", file=sys.stderr)
    print(json.dumps({"texts": len(texts), "unstable": unstable}))


main()
