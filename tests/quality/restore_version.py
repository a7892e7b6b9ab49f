#!/usr/bin/env python3
"""Restores damaged texts from a version that is at hand, and texts that are not damaged from another version of theirs.

usage: restore_version.py SHARED --binary FILE [--show]     SHARED has data/damage, data/diff/real-revisions.jsonl, tools

Of each damage file: {"identical": per cent of the texts that come out as their repaired truth does, "wer_surface", "wer_restored":
tokens wrong against it, before and after}. "original": the same with the text from before any damage as the version (no word with a
hyphen is lost in it), against that text. "revised": the version is the truth with sentences left out, put in and numbers changed, by
a rule: "restored" is the share of the inserted phrases that are gone, "taken" how often
words of a sentence that was put in came over. "revisions": real
revisions of articles, each restored from the other, both ways: "pairs", "touched", "changes". The last line is one JSON object."""
import argparse
import json
import os
import re
import sys


def words_of(text):
    return re.findall(r"\w+|[^\w\s]", text)


def revise(text):
    """Another state of a text: every fourth sentence gone, every fifth followed by a new one, every number another."""
    out = []
    for i, sentence in enumerate(re.split(r"(?<=[.!?]) +(?=[A-Z])", text)):
        if i % 4 != 3:
            out.append(re.sub(r"\b[1-9]\d*\b", lambda m: str(int(m[0]) + 7), sentence))
        if i % 5 == 4:
            out.append("A revised account was given on Wednesday by 4321 onlookers.")
    return " ".join(out)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("shared")
    p.add_argument("--binary", required=True)
    p.add_argument("--show", action="store_true", help="list what came out wrong on standard error")
    options = p.parse_args()
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.path.join(options.shared, "tools"))
    import palimpsest_cli as cli
    program = cli.Program(options.binary, 2)
    data = os.path.join(options.shared, "data")
    show = lambda *words: options.show and print(*words, file=sys.stderr)

    def restored(rows, text, version):
        return program.batch(rows, "repair,restore", text, lambda r: {"version": version(r)})

    figures = {}
    for name in ("gum_permissive_dev", "gum_permissive_test", "decoref"):
        rows = cli.read_jsonl(os.path.join(data, "damage", name + ".jsonl"))
        for sort in ("truth", "original"):
            truth = lambda r: r.get("truth") or r["stageA"] if sort == "truth" else r.get("original")
            if truth(rows[0]) is None:
                continue
            wanted = [a["clean"] for a in program.batch(rows, "repair", truth)]
            surface = [a["clean"] for a in program.batch(rows, "repair", lambda r: r["damaged"])]
            got = [a["clean"] for a in restored(rows, lambda r: r["damaged"], truth)]
            for r, g, w in zip(rows, got, wanted):
                if g.strip() != w.strip():
                    at = next((i for i, (x, y) in enumerate(zip(g, w)) if x != y), min(len(g), len(w)))
                    show(sort, r["id"], repr(g[max(0, at - 50):at + 50]), "wanted", repr(w[max(0, at - 50):at + 50]))
            rate = lambda texts: round(cli.error_rate(list(zip(texts, wanted)), cli.tokens), 4)
            figures[name if sort == "truth" else "original_" + name] = {
                "identical": cli.percent(sum(g.strip() == w.strip() for g, w in zip(got, wanted)), len(rows)),
                "wer_surface": rate(surface), "wer_restored": rate(got)}
        # Against a version that was revised, too.
        truth = lambda r: r.get("truth") or r["stageA"]
        answers = restored(rows, lambda r: r["damaged"], lambda r: revise(truth(r)))
        places = gone = taken = 0
        for r, a in zip(rows, answers):
            spans = [e["d"] for e in r.get("edits", [])] + [[s["begin"], s["end"]] for s in r.get("spans", [])]
            texts = [(e["main"], e["lost"]) for e in r.get("edits", [])] + [(s["inserted"], s["lost"]) for s in r.get("spans", [])]
            changes = [c for c in a["changes"] if c["kind"].startswith("version_")]
            for (s, e), (main, lost) in zip(spans, texts):
                if words_of(main) == words_of(lost):
                    continue
                places += 1
                gone += any(c["source"][0] < e and s < c["source"][1] for c in changes)
            for c in changes:
                if "onlookers" in c["after"]:
                    taken += 1
                    show("taken", r["id"], c["before"], "->", c["after"])
        figures["revised_" + name] = {"places": places, "restored": cli.percent(gone, places), "taken": taken}
    rows = cli.read_jsonl(os.path.join(data, "diff", "real-revisions.jsonl"))
    touched = changed = 0
    for one, other in (("a", "b"), ("b", "a")):
        for r, a in zip(rows, restored(rows, lambda r: r[one], lambda r: r[other])):
            changes = [c for c in a["changes"] if c["kind"].startswith("version_")]
            touched += bool(changes)
            changed += len(changes)
            for c in changes:
                show("revision", r["id"], c["kind"], repr(c["before"]), "->", repr(c["after"]))
    figures["revisions"] = {"pairs": 2 * len(rows), "touched": touched, "changes": changed}
    print(json.dumps(figures))


main()
