#!/usr/bin/env python3
"""What restoration costs on top of the rest of the analysis, natively.

usage: tests/bench/restore.py [--binary build/native/palimpsest] [--copies N] [FILE…]

Texts: the articles of examples/articles, or FILEs (JSON Lines with "damaged" or "text"), each as often as `copies` says. Runs
`palimpsest batch` with all fields and with all but `restore`, takes the time of an empty input away from both (that is for reading the
models), and prints seconds of CPU time, the best of three runs each, and what restoration adds in per cent."""
import argparse
import json
import os
import resource
import subprocess

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REST = "repair,entities,quotes"


def texts_of(path):
    with open(path, encoding="utf-8") as file:
        if path.endswith(".jsonl"):
            return [r.get("damaged") or r.get("text") for r in map(json.loads, file)]
        return [file.read()]


def seconds(binary, fields, lines):
    least = 1e9
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([binary, "batch", "--jobs", "1", "--fields", fields], input=lines, text=True, stdout=subprocess.DEVNULL, check=True)
        least = min(least, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return least


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("files", nargs="*")
    p.add_argument("--binary", default=os.path.join(PROJECT, "build/native/palimpsest"))
    p.add_argument("--copies", type=int)
    options = p.parse_args()
    articles = [os.path.join(PROJECT, "examples/articles", name) for name in ("damaged.txt", "version.txt", "report.txt")]
    for path in options.files or articles:
        texts = texts_of(path) * (options.copies or (1 if options.files else 100))
        lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts))
        start, start_all = seconds(options.binary, REST, ""), seconds(options.binary, "restore," + REST, "")
        rest = seconds(options.binary, REST, lines) - start
        everything = seconds(options.binary, "restore," + REST, lines) - start_all
        print(f"{os.path.basename(path):24} {sum(len(t.encode()) for t in texts) / 1e6:6.2f} MB  without {rest:6.2f} s  "
              f"with {everything:6.2f} s  restoration adds {100 * (everything - rest) / rest:5.1f} %", flush=True)


if __name__ == "__main__":
    main()
