#!/usr/bin/env python3
"""Scores the comparison of reports on the labelled pairs beside this file; the last line is one JSON object.

usage: score.py --binary FILE [--split dev|held] [--show links|conflicts] [--golden FILE --articles FOLDER]

Links: precision, recall and F1 over pairs of sentences; pairs labelled "maybe" (the same matter, not the same statement) count
neither way. Beside ours the Jaccard index of words and the cosine of TF-IDF vectors, each with the threshold that is best on the
dev pairs, each link the best of one of its sentences. Conflicts: a planted contradiction is found if a conflict names its place
in the first text and lies in the right sentence of the second; every conflict that is none of the planted or labelled ones is
false. With --golden: the facts of the two example articles that were labelled by hand."""
import argparse
import collections
import difflib
import json
import math
import os
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LIKE = {"name": {"name", "attribution", "place"}, "attribution": {"attribution", "name"}, "place": {"place", "name"},
        "negation": {"negation", "opposite"}, "certainty": {"certainty"}, "number": {"number"}, "date": {"date", "number"}}


def compare(binary, a, b, extra=()):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for side, text in (("a", a), ("b", b)):
            names.append(os.path.join(folder, side + ".txt"))
            with open(names[-1], "w", encoding="utf-8", newline="") as file:
                file.write(text)
        done = subprocess.run([binary, "compare", "--offsets", "codepoint", "--encoding", "utf-8", "--input", "text", *extra, *names],
                              capture_output=True, text=True, check=True)
        return json.loads(done.stdout)


def mapper(clean, text):
    """Offsets of the repaired text as offsets of the text that was labelled."""
    if clean == text:
        return lambda at: at
    places, at = [0] * (len(clean) + 1), 0
    for tag, a0, a1, b0, b1 in difflib.SequenceMatcher(None, clean, text, autojunk=False).get_opcodes():
        for n in range(a0, a1):
            places[n] = b0 + (n - a0 if tag == "equal" else 0)
    places[len(clean)] = len(text)
    return lambda at: places[at]


def sentences_at(span, sentences):
    """Labelled sentences that half of them or half of the span lies in."""
    found = set()
    for i, (b, e) in enumerate(sentences):
        both = min(e, span[1]) - max(b, span[0])
        if both > 0 and 2 * both >= min(e - b, span[1] - span[0]):
            found.add(i)
    return found


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def baselines(pair):
    """Similarities of all pairs of sentences: Jaccard, cosine of TF-IDF."""
    a = [words(pair["a"][b:e]) for b, e in pair["sentences_a"]]
    b = [words(pair["b"][s:e]) for s, e in pair["sentences_b"]]
    df = collections.Counter(w for s in a + b for w in set(s))
    def vector(s):
        v = {w: n * math.log((1 + len(a) + len(b)) / df[w]) for w, n in collections.Counter(s).items()}
        size = math.sqrt(sum(x * x for x in v.values())) or 1
        return {w: x / size for w, x in v.items()}
    va, vb = [vector(s) for s in a], [vector(s) for s in b]
    jaccard = {(i, j): len(set(x) & set(y)) / (len(set(x) | set(y)) or 1) for i, x in enumerate(a) for j, y in enumerate(b)}
    cosine = {(i, j): sum(w * y.get(t, 0) for t, w in x.items()) for i, x in enumerate(va) for j, y in enumerate(vb)}
    return {"jaccard": jaccard, "tfidf": cosine}


def chosen(scores, threshold):
    best_a, best_b = collections.defaultdict(float), collections.defaultdict(float)
    for (i, j), s in scores.items():
        best_a[i], best_b[j] = max(best_a[i], s), max(best_b[j], s)
    return {p for p, s in scores.items() if s >= threshold and s >= min(best_a[p[0]], best_b[p[1]])}


def f1(counts):
    right, given, wanted = counts
    p, r = right / given if given else 0, right / wanted if wanted else 0
    return {"precision": round(100 * p, 1), "recall": round(100 * r, 1), "f1": round(200 * p * r / (p + r), 1) if p + r else 0}


def count(pair, links):
    gold, maybe = {tuple(x) for x in pair["links"]}, {tuple(x) for x in pair["maybe"]}
    right = len(links & gold)
    return right, right + len(links - gold - maybe), len(gold)


def add(totals, key, counts):
    old = totals.get(key, (0, 0, 0))
    totals[key] = tuple(x + y for x, y in zip(old, counts))


def overlap(x, y):
    return x and y and x[0] < y[1] and y[0] < x[1]


def judge(pair, answer, to_a, to_b, show, tallies):
    """Planted and labelled conflicts found, and false ones."""
    found = []
    for c in answer["facts"]["conflicts"]:
        span = lambda side, to: [to(c[side]["span"][0]), to(c[side]["span"][1])] if side in c else None
        in_a, in_b = (sentences_at([to(x) for x in c["sentences"][side]], pair["sentences_" + side]) for side, to in (("a", to_a), ("b", to_b)))
        found.append({"slot": c["slot"], "a": span("a", to_a), "b": span("b", to_b), "in_a": in_a, "in_b": in_b, "why": c["why"], "right": False})
    for gold in pair["conflicts"]:
        hit = False
        for c in found:
            if c["slot"] not in LIKE[gold["slot"]]:
                continue
            if "sentences" in gold:
                near = gold["slot"] in ("negation", "certainty") or overlap(c["a"], gold["a"])
                good = gold["sentences"][0] in c["in_a"] and gold["sentences"][1] in c["in_b"] and near
            else:
                text = lambda side: pair[side][c[side][0]:c[side][1]] if c[side] else ""
                good = any(x and x in gold["a"] for x in [text("a")]) and any(x and x in gold["b"] for x in [text("b")])
            if good:
                hit = c["right"] = True
        tally = tallies[pair["kind"], gold["slot"]]
        tally[0] += hit
        tally[1] += 1
        if show == "conflicts" and not hit:
            if "sentences" in gold:
                i, j = gold["sentences"]
                print(f"MISSED {pair['id']} {gold['slot']} {gold['new']!r}\n   a {pair['a'][slice(*pair['sentences_a'][i])]}\n   b {pair['b'][slice(*pair['sentences_b'][j])]}")
            else:
                print(f"MISSED {pair['id']} {gold}")
    for c in found:
        tallies[pair["kind"], "right" if c["right"] else "false"][0] += 1
        if show == "conflicts" and not c["right"]:
            a, b = (" | ".join(pair[s][slice(*pair["sentences_" + s][i])] for i in sorted(c["in_" + s])) for s in "ab")
            print(f"FALSE {pair['id']} {c['slot']}: {c['why']}\n   a {a}\n   b {b}")


def score(options):
    pairs = [json.loads(line) for name in ("real.jsonl", "rewritten.jsonl") for line in open(os.path.join(HERE, name), encoding="utf-8")]
    thresholds = {}
    dev = [(p, baselines(p)) for p in pairs if p["split"] == "dev"]
    for name in ("jaccard", "tfidf"):
        best = (-1, 0)
        for t in range(2, 90, 2):
            sums = [sum(x) for x in zip(*(count(p, chosen(s[name], t / 100)) for p, s in dev))]
            best = max(best, (f1(sums)["f1"], -t / 100))
        thresholds[name] = -best[1]
    totals, tallies, modes = {}, collections.defaultdict(lambda: [0, 0]), 0
    measured = [p for p in pairs if options.split in (None, p["split"])]
    for pair in measured:
        answer = compare(options.binary, pair["a"], pair["b"], ["--mode", "reports"])
        to_a, to_b = mapper(answer["texts"]["a"], pair["a"]), mapper(answer["texts"]["b"], pair["b"])
        links = set()
        for link in answer["sentences"]:
            if link["a"] and link["b"]:
                sides = [sentences_at([to(x) for x in link[s]], pair["sentences_" + s]) for s, to in (("a", to_a), ("b", to_b))]
                links |= {(i, j) for i in sides[0] for j in sides[1]}
        if options.show == "links":
            gold, maybe = {tuple(x) for x in pair["links"]}, {tuple(x) for x in pair["maybe"]}
            why = {}
            for kind, some in (("MISSED", gold - links), ("FALSE", links - gold - maybe)):
                for i, j in sorted(some):
                    print(f"{kind} {pair['id']} {i}-{j}\n   a {pair['a'][slice(*pair['sentences_a'][i])][:300]}\n   b {pair['b'][slice(*pair['sentences_b'][j])][:300]}")
        for group in ("all", pair["kind"]):
            add(totals, (group, "ours"), count(pair, links))
            for name, scores in baselines(pair).items():
                add(totals, (group, name), count(pair, chosen(scores, thresholds[name])))
        judge(pair, answer, to_a, to_b, options.show, tallies)
        if pair["kind"] == "real":
            modes += compare(options.binary, pair["a"], pair["b"])["mode"] == "reports"
    figures = {"pairs": len(measured), "links": collections.defaultdict(dict), "conflicts": {}}
    for (group, name), counts in totals.items():
        figures["links"][group][name] = f1(counts)
    kinds = {k: tuple(v) for (g, k), v in tallies.items() if g == "rewritten" and k not in ("right", "false")}
    right, false = tallies["rewritten", "right"][0], tallies["rewritten", "false"][0]
    figures["conflicts"] = {
        "found": round(100 * sum(x for x, _ in kinds.values()) / max(1, sum(n for _, n in kinds.values())), 1),
        "precision": round(100 * right / max(1, right + false), 1),
        "kinds": {k: f"{x}/{n}" for k, (x, n) in sorted(kinds.items())},
        "false_in_real": tallies["real", "false"][0],
    }
    figures["real_pairs_seen_as_reports"] = modes
    return figures


def golden(options):
    """The example articles: labelled links, people of one text only, and no conflict."""
    gold = json.load(open(options.golden, encoding="utf-8"))
    texts = [open(os.path.join(options.articles, name + ".txt"), encoding="utf-8").read() for name in ("version", "report")]
    answer = compare(options.binary, *texts)
    a, b = answer["texts"]["a"], answer["texts"]["b"]
    linked = [(x["a"], x["b"]) for x in answer["sentences"] if x["a"] and x["b"]]
    spans_a = sorted({tuple(x["a"]) for x in answer["sentences"] if x["a"]})
    # The labels do not count the line with name and date under the heading.
    spans_b = [s for s in sorted({tuple(x["b"]) for x in answer["sentences"] if x["b"]}) if "January 27, 2017" not in b[s[0]:s[1]]]
    ours = {(spans_a.index(tuple(x)), spans_b.index(tuple(y))) for x, y in linked if tuple(y) in spans_b}
    strong, weak = ({tuple(x) for x in gold[k]} for k in ("links_strong", "links_weak"))
    people = lambda side: {f[side]["text"] for f in answer["facts"]["only" + side.upper()] if f["about"] == "person"}
    dates = {f["a"]["text"] for f in answer["facts"]["both"] if f["about"] == "date"}
    wanted_a, wanted_b = ("Pence", "May", "Lavrov"), ("Peskov", "Spicer", "Conway", "Merkel", "Hollande")
    return {
        "mode_is_reports": int(answer["mode"] == "reports"),
        "strong_links": len(ours & strong), "of": len(strong), "false_links": len(ours - strong - weak),
        "only_first": sum(any(n in p for p in people("a")) for n in wanted_a),
        "only_second": sum(any(n in p for p in people("b")) for n in wanted_b),
        "saturday_in_both": int("Saturday" in dates),
        "conflicts": len(answer["facts"]["conflicts"]),
    }


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--binary", required=True)
    p.add_argument("--split", choices=["dev", "held"])
    p.add_argument("--show", choices=["links", "conflicts"])
    p.add_argument("--golden")
    p.add_argument("--articles")
    options = p.parse_args()
    figures = score(options) if options.split else {split: score(argparse.Namespace(**{**vars(options), "split": split})) for split in ("dev", "held")}
    if options.golden:
        figures["golden"] = golden(options)
    print(json.dumps(figures))


main()
