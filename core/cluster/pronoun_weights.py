#!/usr/bin/env python3
"""Makes pronoun_weights.inc: how much each kind of evidence says for what a pronoun stands for.

usage: pronoun_weights.py FOLDER [--binary FILE] [--rounds N] [--measure]     FOLDER is a copy of the project's data (coreference/)

A maximum-entropy ranker (Denis and Baldridge 2008): of the candidates of one pronoun those that are right get all of the
probability between them. `palimpsest-pronouns` gives the candidates and their features (features.def); as earlier choices
are features of later ones, it is told the right ones. Learnt from GUM's train texts (Zeldes 2017,
CC BY 4.0 and free by source), LitBank's train texts (Bamman et al., CC BY 4.0) and GAP's train pairs (Webster et al., Apache 2.0), with
the mentions that were annotated, each pronoun behind the right choices. --measure prints, for the dev texts, how often the best candidate is right, and how many are answered at which
least share. The same data give the same file: no random numbers, no clock."""
import argparse
import bisect
import collections
import json
import math
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "features.def"), encoding="utf-8") as file:
    FEATURES = re.findall(r"^FEATURE\((\w+)\)", file.read(), re.M)
CLASSES = ["he_she", "it", "they"]
KINDS = {"PERSON": "person", "ORG": "organisation", "LOC": "place", "NORP": "norp", "DATE": "date", "EVENT": "event", "MISC": "misc"}
UNIT = 32  # whole numbers for one natural logarithm
# LitBank's novels are far from news, and there are many of them.
TRAIN = {"gum_permissive_train": 1.0, "gum_permissive-by-source_train": 1.0, "gap_train": 1.0, "litbank_train": 0.1}
DEV = ["gum_permissive_dev", "gum_permissive-by-source_dev", "gum_permissive_test", "gum_permissive-by-source_test", "gap_dev", "litbank_dev"]
EVERY = {"litbank_train": 4}  # of its documents, one in so many
PRIOR, STEP, PASSES = 0.5, 0.3, 25
PRONOUNS = set("i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers "
               "herself it its itself they them their theirs themselves".split())


def chains_of(d):
    """The chains, and those things of one mention that are known."""
    chains = [list(c) for c in d.get("coref", [])]
    known = {(m["start"], m["end"]) for c in chains for m in c}
    chains += [[e] for e in d.get("entities", []) + d.get("candidates", []) if (e["start"], e["end"]) not in known]
    return chains


def read(folder, name):
    with open(os.path.join(folder, "coreference", name + ".jsonl"), encoding="utf-8") as file:
        documents = [json.loads(line) for line in file if line.strip()]
    return documents[::EVERY.get(name, 1)]


def byte_starts(text):
    starts = [0]
    for c in text:
        starts.append(starts[-1] + len(c.encode("utf-8")))
    return starts


def input_line(d, taught):
    """LitBank says no kinds in its chains: those of the names in them, else a person if a pronoun says so."""
    kinds = {(e["start"], e["end"]): e["type"] for e in d.get("entities", [])}
    mentions = []
    for chain in chains_of(d):
        types = [m.get("type") or kinds.get((m["start"], m["end"])) for m in chain]
        words = {d["text"][m["start"]:m["end"]].lower() for m in chain}
        usual = next((t for t in types if t), "MISC" if words & {"it", "its", "itself"} else "PERSON")
        mentions += [{"span": [m["start"], m["end"]], "kind": KINDS.get(t or usual, "misc")} for m, t in zip(chain, types)]
    unique = {tuple(m["span"]): m for m in mentions}
    starts = byte_starts(d["text"])
    chains = [[[starts[m["start"]], starts[m["end"]]] for m in c] for c in d.get("coref", [])] if taught else []
    return json.dumps({"id": d["id"], "text": d["text"], "mentions": list(unique.values()), "chains": chains})


def choices_of(documents, binary, weights_file, taught):
    """[(class, [(is right, features)…], weight)], one for each pronoun that is annotated and has a name or noun in its chain."""
    lines = "\n".join(input_line(d, taught) for d in documents) + "\n"
    done = subprocess.run([binary] + ([weights_file] if weights_file else []), input=lines, capture_output=True, text=True, check=True)
    found = []
    for d, line in zip(documents, done.stdout.splitlines()):
        answer = json.loads(line)
        starts = byte_starts(d["text"])
        point = lambda byte: bisect.bisect_left(starts, byte)
        chain_of = {(m["start"], m["end"]): i for i, c in enumerate(chains_of(d)) for m in c}
        named = {i for i, c in enumerate(chains_of(d)) if any(d["text"][m["start"]:m["end"]].lower() not in PRONOUNS for m in c)}
        only = d.get("pronoun") and (d["pronoun"]["start"], d["pronoun"]["end"])
        for choice in answer["choices"]:
            span = tuple(map(point, choice["span"]))
            if only and span != only:
                continue
            chain = chain_of.get(span)
            if chain is not None and chain not in named:
                continue
            if chain is None and (only or choice["class"] == 0 or "tokens" not in d):
                continue  # only GUM annotates every pronoun, so that one outside the chains stands for nothing
            candidates = []
            for candidate in choice["candidates"]:
                spans = [chain_of.get(tuple(map(point, s))) for s in candidate["spans"]]
                if not candidate["spans"]:
                    right = chain is None
                else:
                    votes = collections.Counter(spans)
                    right = chain is not None and votes[chain] > 0 and votes[chain] == max(votes.values())
                candidates.append((right, candidate["features"]))
            if choice["class"] != 0 and not any(r for r, _ in candidates):
                candidates = [(not f or FEATURES[f[0]] == "nothing", f) for _, f in candidates]  # what it stands for is out of reach
            if any(r for r, _ in candidates):
                found.append((choice["class"], candidates))
    return found


def shares(row, candidates):
    scores = [sum(row[f] for f in features) for _, features in candidates]
    top = max(scores)
    shares = [math.exp(s - top) for s in scores]
    total = sum(shares)
    return [s / total for s in shares]


def learn(sets):
    """Gradient ascent with steps as AdaGrad takes them (Duchi et al. 2011), the pronouns in order."""
    weights = [[0.0] * len(FEATURES) for _ in CLASSES]
    squares = [[1e-6] * len(FEATURES) for _ in CLASSES]
    count = collections.Counter(c for _, choices in sets for c, _ in choices)
    for _ in range(PASSES):
        for importance, choices in sets:
            for class_, candidates in choices:
                row, square = weights[class_], squares[class_]
                p = shares(row, candidates)
                mass = sum(x for x, (right, _) in zip(p, candidates) if right)
                gradient = collections.defaultdict(float)
                for x, (right, features) in zip(p, candidates):
                    slope = importance * ((x / mass if right and mass > 0 else 0.0) - x)
                    for f in features:
                        gradient[f] += slope
                for f in sorted(gradient):
                    g = gradient[f] - PRIOR * row[f] / count[class_]
                    square[f] += g * g
                    row[f] += STEP * g / math.sqrt(square[f])
    return [[round(UNIT * w) for w in row] for row in weights]


def measure(choices, weights):
    """Per class: right of all, and (answered, right of the answered) for least shares of the best candidate."""
    result = {}
    for class_, name in enumerate(CLASSES):
        rows = []
        for c, candidates in choices:
            if c != class_:
                continue
            p = shares([w / UNIT for w in weights[c]], candidates)
            best = max(range(len(p)), key=lambda i: p[i])
            nothing = FEATURES[candidates[best][1][0]] == "nothing"
            rows.append((p[best], candidates[best][0], nothing, not any(r and FEATURES[f[0]] != "nothing" for r, f in candidates)))
        if not rows:
            continue
        spoken = sum(1 for r in rows if not r[3])
        line = {"n": len(rows), "right": round(100 * sum(r[1] for r in rows) / len(rows), 1)}
        for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            given = [r for r in rows if not r[2] and r[0] >= least]
            line[str(least)] = [round(100 * sum(1 for r in given if not r[3]) / max(spoken, 1)), round(100 * sum(r[1] for r in given) / max(len(given), 1))]
        result[name] = line
    return result


def write_rows(file, weights):
    for row in weights:
        file.write(" ".join(map(str, row)) + "\n")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder")
    p.add_argument("--binary", default=os.path.join(HERE, "..", "..", "build", "native", "palimpsest-pronouns"))
    p.add_argument("--rounds", type=int, default=1)
    p.add_argument("--measure", action="store_true")
    options = p.parse_args()
    weights_file = None
    with tempfile.TemporaryDirectory() as temporary:
        for turn in range(options.rounds):
            sets = [(importance, choices_of(read(options.folder, name), options.binary, weights_file, True)) for name, importance in TRAIN.items()]
            weights = learn(sets)
            weights_file = os.path.join(temporary, f"{turn}.txt")
            with open(weights_file, "w", encoding="utf-8") as file:
                write_rows(file, weights)
            print(f"round {turn + 1}: " + ", ".join(f"{sum(1 for _, s in sets for c, _ in s if c == i)} {n}" for i, n in enumerate(CLASSES)), file=sys.stderr)
        if options.measure:
            for name in DEV:
                print(name, json.dumps(measure(choices_of(read(options.folder, name), options.binary, weights_file, False), weights)))
    with open(os.path.join(HERE, "pronoun_weights.inc"), "w", encoding="utf-8") as file:
        file.write("// GENERATED by pronoun_weights.py from GUM, LitBank and GAP (train). Do not edit. A row for he and she, for it, for they.\n")
        for row in weights:
            body = ", ".join(map(str, row))
            lines, line = [], "{{"
            for piece in body.split(" "):
                if len(line) + len(piece) > 116:
                    lines.append(line.rstrip())
                    line = "  "
                line += piece + " "
            file.write("\n".join([*lines, line.rstrip()]) + "}},\n")


if __name__ == "__main__":
    main()
