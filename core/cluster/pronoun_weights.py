#!/usr/bin/env python3
"""Makes pronoun_weights.inc: how much each kind of evidence says for what a pronoun stands for.

usage: pronoun_weights.py FOLDER [--binary FILE] [--measure]     FOLDER is a copy of the project's data (coreference/)

A maximum-entropy ranker (Denis and Baldridge 2008): of the candidates of one pronoun those that are right get all of the
probability between them. `palimpsest-pronouns` gives the candidates and their features (features.def); as earlier choices
are features of later ones, each text is read twice: told the right ones, and by what was learnt so (as in DAgger, Ross et al.
2011). Learnt from GUM's train texts (Zeldes 2017, CC BY 4.0 and free by source), LitBank's train texts (Bamman et al., CC BY 4.0)
and GAP's train pairs (Webster et al., Apache 2.0), with the mentions that were annotated and with those that are found.
That and the second reading make he and she right in 75 of 100 of LitBank's dev texts, found, where they were in 67. --measure prints, for the dev texts, how often the best candidate is right, and how many are answered at which
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
LEADING = re.compile(r"(?:the|an?|this|that|his|her|their|its|our|my|your|mr\.?|mrs\.?|ms\.?|dr\.?)\s+", re.I)
TRAILING = re.compile(r"\s*['’]s?$")
KINDS = {"PERSON": "person", "ORG": "organisation", "LOC": "place", "NORP": "norp", "DATE": "date", "EVENT": "event", "MISC": "misc"}
UNIT = 32  # whole numbers for one natural logarithm
# LitBank's novels are far from news, and there are many of them.
TRAIN = {"gum_permissive_train": 1.0, "gum_permissive-by-source_train": 1.0, "gap_train": 1.0, "litbank_train": 0.3}
DEV = ["gum_permissive_dev", "gum_permissive-by-source_dev", "gum_permissive_test", "gum_permissive-by-source_test", "gap_dev", "litbank_dev"]
PRIOR, STEP, PASSES = 0.5, 0.1, 20
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
        return [json.loads(line) for line in file if line.strip()]


def byte_starts(text):
    starts = [0]
    for c in text:
        starts.append(starts[-1] + len(c.encode("utf-8")))
    return starts


def mentions_of(d):
    """LitBank says no kinds in its chains: those of the names in them, else a person if a pronoun says so."""
    kinds = {(e["start"], e["end"]): e["type"] for e in d.get("entities", [])}
    mentions = []
    for chain in chains_of(d):
        types = [m.get("type") or kinds.get((m["start"], m["end"])) for m in chain]
        words = {d["text"][m["start"]:m["end"]].lower() for m in chain}
        usual = next((t for t in types if t), "MISC" if words & {"it", "its", "itself"} else "PERSON")
        mentions += [{"span": [m["start"], m["end"]], "kind": KINDS.get(t or usual, "misc")} for m, t in zip(chain, types)]
    return list({tuple(m["span"]): m for m in mentions}.values())


def bare(text, start, end):
    """Without the words that come before a name or noun, and the possessive behind it."""
    while (found := LEADING.match(text, start, end)) and found.end() < end:
        start = found.end()
    found = TRAILING.search(text[start:end])
    return start, start + found.start() if found and found.start() else end


class Gold:
    """Which chain a stretch belongs to: the one whose mention it covers best, head within or half of both in common."""

    def __init__(self, d):
        self.text, self.chains, self.known = d["text"], chains_of(d), {}
        self.pronouns = {(m["start"], m["end"]): i for i, c in enumerate(self.chains) for m in c if self.is_pronoun(m)}
        self.mentions = [(*bare(self.text, m["start"], m["end"]), m.get("head"), i) for i, c in enumerate(self.chains) for m in c if not self.is_pronoun(m)]
        self.named = {i for *_, i in self.mentions}

    def is_pronoun(self, m):
        return self.text[m["start"]:m["end"]].lower() in PRONOUNS

    def chain_of(self, span):
        if span not in self.known:
            begin, end = bare(self.text, *span)
            best, self.known[span] = (False, 0.0), None
            for start, stop, head, i in self.mentions:
                over, union = min(end, stop) - max(begin, start), max(end, stop) - min(begin, start)
                exact = (start, stop) == (begin, end) or bool(head) and begin <= head[0] and head[1] <= end
                if over > 0 and (exact or over * 2 >= union) and (exact, over / union) > best:
                    best, self.known[span] = (exact, over / union), i
        return self.known[span]


def answers_of(documents, binary, weights_file, given, chains):
    lines = []
    for d, told in zip(documents, chains):
        starts = byte_starts(d["text"])
        line = {"id": d["id"], "text": d["text"], "chains": [[[starts[s], starts[e]] for s, e in c] for c in told]}
        lines.append(json.dumps({**line, "mentions": mentions_of(d)} if given else line))
    done = subprocess.run([binary] + ([weights_file] if weights_file else []), input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    answers = []
    for d, line in zip(documents, done.stdout.splitlines()):
        starts, choices = byte_starts(d["text"]), json.loads(line)["choices"]
        point = lambda span: tuple(bisect.bisect_left(starts, byte) for byte in span)
        for choice in choices:
            choice["span"] = point(choice["span"])
            for candidate in choice["candidates"]:
                candidate["spans"] = [point(span) for span in candidate["spans"]]
        answers.append(choices)
    return answers


def told_chains(golds, answers):
    """The chains with the stretches that were found, so that they are known when they come again."""
    told = []
    for gold, choices in zip(golds, answers):
        chains = [[] for _ in gold.chains]
        for span, i in gold.pronouns.items():
            chains[i].append(span)
        for span in sorted({s for choice in choices for candidate in choice["candidates"] for s in candidate["spans"]}):
            if gold.chain_of(span) is not None:
                chains[gold.chain_of(span)].append(span)
        told.append(chains)
    return told


def choices_of(documents, binary, weights_file, given, taught):
    """[(class, [(is right, features)…])], one for each pronoun that is annotated and has a name or noun in its chain."""
    golds = [Gold(d) for d in documents]
    answers = answers_of(documents, binary, weights_file, given, [[] for _ in documents])
    if taught:
        answers = answers_of(documents, binary, weights_file, given, told_chains(golds, answers))
    found = []
    for d, gold, choices in zip(documents, golds, answers):
        only = d.get("pronoun") and (d["pronoun"]["start"], d["pronoun"]["end"])
        for choice in choices:
            chain = gold.pronouns.get(choice["span"])
            if only and choice["span"] != only or chain is not None and chain not in gold.named:
                continue
            if chain is None and (only or choice["class"] == 0 or "tokens" not in d):
                continue  # only GUM annotates every pronoun, so that one outside the chains stands for nothing
            candidates = []
            for candidate in choice["candidates"]:
                if not candidate["spans"]:
                    right = chain is None
                else:
                    votes = collections.Counter(map(gold.chain_of, candidate["spans"]))
                    if only:
                        votes.pop(None, None)  # GAP annotates two names
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
    """Gradient ascent with steps as AdaGrad takes them (Duchi et al. 2011), the sets mingled in an order that is always the
    same; the mean of the weights of the later half of the passes."""
    choices = [(importance, *choice) for importance, part in sets for choice in part]
    choices = [choices[i] for i in sorted(range(len(choices)), key=lambda i: i * 2654435761 % 2**32)]
    weights = [[0.0] * len(FEATURES) for _ in CLASSES]
    squares = [[1e-6] * len(FEATURES) for _ in CLASSES]
    means = [[0.0] * len(FEATURES) for _ in CLASSES]
    count = collections.Counter(c for _, c, _ in choices)
    for turn in range(PASSES):
        for importance, class_, candidates in choices:
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
        if turn >= PASSES // 2:
            means = [[m + w for m, w in zip(*rows)] for rows in zip(means, weights)]
    return [[round(UNIT * m / (PASSES - PASSES // 2)) for m in row] for row in means]


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
    p.add_argument("--measure", action="store_true")
    options = p.parse_args()
    sets, weights_file = [], None
    with tempfile.TemporaryDirectory() as temporary:
        for taught in (True, False):
            for name, importance in TRAIN.items():
                documents = read(options.folder, name)
                sets += [(importance, choices_of(documents, options.binary, weights_file, given, taught)) for given in (True, False)]
            weights = learn(sets)
            weights_file = os.path.join(temporary, "weights.txt")
            with open(weights_file, "w", encoding="utf-8") as file:
                write_rows(file, weights)
            print(", ".join(f"{sum(1 for _, s in sets for c, _ in s if c == i)} {n}" for i, n in enumerate(CLASSES)), file=sys.stderr)
        for name in DEV if options.measure else []:
            for given in (True, False):
                found = measure(choices_of(read(options.folder, name), options.binary, weights_file, given, False), weights)
                print(name, "given" if given else "found", json.dumps(found))
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
