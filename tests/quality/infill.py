#!/usr/bin/env python3
"""How well the infill model fills slots of damaged texts when their places are known.

usage: infill.py [--binary build/native/palimpsest] FOLDER

FOLDER is the data folder: damage/*.jsonl (texts with a record of what was written over what) and lexicons/given_names_ssa.tsv.
Prints one JSON object; for each kind of slot how many there are, and per cent whose lost words are the first guess / among the
first three: frequent_word (one of the vocabulary's first 600, marks included), rare_word, several_words, words (all of these),
pronoun (lost in place; whom it stands for is told by the kind of name that was written over it, and by the gender of a given
name or title); `sure`: guesses that claim 80 % and more, and how many are right."""
import argparse
import collections
import json
import os
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = ("decoref", "gum_permissive_dev", "gum_permissive_test")
NAMES = ("person", "organisation", "place", "norp", "facility")


def unmojibake(text):
    """The text whose UTF-8 was read as cp1252, and where each of its characters went."""
    out, places, at = [], [], 0
    while at < len(text):
        size = 1
        for longer in (4, 3, 2):
            piece = text[at:at + longer]
            try:
                read = b"".join(c.encode("latin-1" if c in "\x81\x8d\x8f\x90\x9d" else "cp1252") for c in piece).decode("utf-8")
            except UnicodeError:
                continue
            if len(piece) == longer and len(read) == 1:
                size, piece = longer, read
                break
        places += [len(out)] * size
        out.append(piece[0])
        at += size
    return "".join(out), places + [len(out)]


def slots_of(record):
    text, at = unmojibake(record["damaged"])
    slots = []
    for e in record.get("edits", []):
        slots.append({"span": e["d"], "main": e["main"], "lost": unmojibake(e["lost"])[0], "inplace": e["inplace"]})
    for e in record.get("spans", []):
        slots.append({"span": [e["begin"], e["end"]], "main": e["inserted"], "lost": unmojibake(e["lost"])[0],
                      "inplace": e["offset"] == 0 and e["lost"] == e["mention"]})
    slots = [s for s in slots if s["main"].lower() != s["lost"].lower()]
    to_byte = [0]
    for c in text:
        to_byte.append(to_byte[-1] + len(c.encode()))
    for s in slots:
        s["span"] = [to_byte[at[x]] for x in s["span"]]
    return {"text": text, "slots": slots}


def kinds_of(answer):
    """The kind of each name of a text."""
    kinds = collections.defaultdict(collections.Counter)
    for m in answer["mentions"]:
        if m["form"] != "pronoun" and m["kind"] in NAMES:
            kinds[m["text"]][m["kind"]] += 1
    return {text: counts.most_common(1)[0][0] for text, counts in kinds.items()}


def referent(main, kinds, female):
    name = re.sub(r"(’s|'s)$", "", main)
    words = name.lower().split()
    kind = kinds.get(name) or next((kinds[w] for w in name.split() if w in kinds), None)
    titled = re.search(r"\b(President|Minister|Mr|Mrs|Ms|Senator|Secretary|General|King|Sergeant|Judge|[Ll]eader) [A-Z]", name.replace(".", ""))
    if " and " in name:
        return {"several": True}
    if kind == "person" or titled:
        shares = [female[w] for w in words[:-1] if w in female]
        if re.search(r"\b(Mr|King|Pope|Prince)\b", name) or shares and shares[0] < 20:
            return {"male": True}
        if re.search(r"\b(Mrs|Ms|Queen|Princess)\b", name) or shares and shares[0] > 80:
            return {"female": True}
        return {"male": True, "female": True}
    if kind in ("place", "facility"):
        return {"thing": True}
    if kind == "organisation":
        return {"thing": True, "several": True}
    if kind == "norp" or re.search(r"[^s]s$|^(people|men|women|children)$", words[-1] if words else ""):
        return {"several": True}
    return {}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("data")
    p.add_argument("--binary", default=os.path.join(HERE, "../../build/native/palimpsest"))
    options = p.parse_args()
    female = {}
    with open(os.path.join(options.data, "lexicons/given_names_ssa.tsv"), encoding="utf-8") as file:
        for row in (line.rstrip("\n").split("\t") for line in file):
            try:
                female[row[0].lower()] = float(row[-1])
            except ValueError:
                continue  # a heading
    records = []
    for name in FILES:
        with open(os.path.join(options.data, "damage", name + ".jsonl"), encoding="utf-8") as file:
            records += [slots_of(json.loads(line)) for line in file]
    lines = "".join(json.dumps({"id": i, "text": r["text"]}) + "\n" for i, r in enumerate(records))
    done = subprocess.run([options.binary, "batch", "--fields", "entities"], input=lines, capture_output=True, text=True, check=True)
    for record, answer in zip(records, map(json.loads, done.stdout.splitlines())):
        kinds = kinds_of(answer)
        for slot in record["slots"]:
            slot["referent"] = referent(slot["main"], kinds, female)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(r) + "\n" for r in records)
        file.flush()
        subprocess.run([os.path.join(os.path.dirname(options.binary), "palimpsest-infill"), "--slots", file.name,
                        "--names", os.path.join(HERE, "../../core/model/english.model"),
                        "--model", os.path.join(HERE, "../../core/restore/restore.model")], check=True)


if __name__ == "__main__":
    main()
