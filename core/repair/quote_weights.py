#!/usr/bin/env python3
"""Makes quote_weights.inc: what the neighbours of a quotation mark with blanks on both sides say for an opening mark.

usage: quote_weights.py FOLDER [--measure]     FOLDER is a copy of the project's data (text/, coreference/)

A logistic regression over the token before and the token behind the mark. The marks it learns from stand close to what
they quote, so their direction is known without a reader. They are those of press releases of US Senate offices, of speeches
(public domain), of MASC (free for any use) and of LitBank's train texts (Bamman et al., CC BY 4.0). A weight is five times
the natural logarithm of odds: it is added for an opening mark and taken away for a closing one. --measure holds back every
fifth text and says how often the sign of the sum is right."""
import collections
import json
import lzma
import math
import os
import random
import re
import sys

LEFT = ["edge", "comma", "period", "call", "colon", "semicolon", "lower", "upper", "number", "dots", "closer", "opener", "dash", "symbol"]
RIGHT = ["edge", "stop", "lower", "upper", "number", "dots", "closer", "opener", "dash", "symbol"]
CLAUSE = ["comma", "period", "word", "other"]
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "quote_words.cpp"), encoding="utf-8") as file:
    SPEECH = set(re.findall(r'"(\w+)"', re.search(r"speech_verbs\[\] = \{(.*?)\}", file.read(), re.S)[1]))
TOKEN = re.compile(r"[^\W\d_]+|\d+|\s+|.", re.S)
QUOTES = "\"'`´‘’‚‛“”„‟"
CLASS = {",": "comma", ".": "period", "!": "call", "?": "call", ":": "colon", ";": "semicolon", "…": "dots"}
CLASS.update({c: "opener" for c in "([{¿¡«"})
CLASS.update({c: "closer" for c in ")]}»"})
CLASS.update({c: "dash" for c in "-‐‑‒–—―"})
ENOUGH, SOURCES = 20, 3  # a word has a weight of its own if it stands so often beside a mark, in so many of the four sources


def class_of(token):
    if token[0].isalpha():
        return "lower" if token == token.lower() else "upper"
    return "number" if token[0].isdigit() else CLASS.get(token, "symbol")


def is_dots(tokens, i, step):
    return tokens[i] == "." and all(0 <= i + k * step < len(tokens) and tokens[i + k * step] == "." for k in (1, 2))


def far(tokens, i, step):
    """Index of the first token that is no blank and no mark, or None."""
    i += step
    while 0 <= i < len(tokens):
        if "\n" in tokens[i]:
            return None
        if not tokens[i].isspace() and tokens[i] not in QUOTES:
            return i
        i += step
    return None


def says(tokens, i, step):
    """A verb of saying among the next eight tokens, none of which ends a clause."""
    for k in range(8):
        j = i + k * step
        if not 0 <= j < len(tokens) or "\n" in tokens[j]:
            return False
        if tokens[j].lower() in SPEECH:
            return True
        if k + (step > 0) and tokens[j] in ",;:!?()" or tokens[j] in QUOTES:
            return False
    return False


def features(tokens, i):
    left, right = far(tokens, i, -1), far(tokens, i, 1)
    a = "edge" if left is None else "dots" if is_dots(tokens, left, -1) else class_of(tokens[left])
    b = "edge" if right is None else "dots" if is_dots(tokens, right, 1) else class_of(tokens[right])
    found = ["left " + a, "right " + ("stop" if b in ("comma", "period", "call", "colon", "semicolon") else b)]
    if b in ("lower", "upper"):
        found.append(f"pair {a} {b}")
        found.append("behind " + tokens[right].lower())
    if a in ("lower", "upper"):
        found.append("before " + tokens[left].lower())
    clause = a if a in ("comma", "period") else "period" if a == "call" else "word" if a in ("lower", "upper") else "other"
    if right is not None and says(tokens, right, 1):
        found.append("says_behind " + clause)
    if left is not None and says(tokens, left, -1):
        found.append("says_before " + clause)
    return found


def direction(tokens, i):
    """1 opens, 0 closes, None: not clear from what it touches, or its form says otherwise."""
    before = tokens[i - 1] if i else "\n"
    after = tokens[i + 1] if i + 1 < len(tokens) else "\n"
    opens = (before.isspace() or class_of(before) in ("opener", "dash")) and after[0].isalnum()
    closes = (before[0].isalnum() or before in ",.!?…") and (after.isspace() or class_of(after) in ("closer", "dash") or after in ",.;:!?")
    if opens == closes or tokens[i] == "“" and closes or tokens[i] == "”" and opens:
        return None
    return int(opens)


def texts(folder):
    def lines(path, opener=open):
        with opener(os.path.join(folder, path), "rt", encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)["text"]

    for n, text in enumerate(lines("text/press_releases.jsonl.xz", lzma.open)):
        if n % 4 == 0:
            yield text, "press", 1
    for path, weight in (("text/text_speeches.jsonl", 2), ("text/text_masc.jsonl", 2), ("coreference/litbank_train.jsonl", 4)):
        for text in lines(path):
            yield text, path, weight


def examples(folder):
    for n, (text, source, weight) in enumerate(texts(folder)):
        tokens = TOKEN.findall(text)
        for i, token in enumerate(tokens):
            if token in ("\"", "“", "”"):
                truth = direction(tokens, i)
                if truth is not None:
                    yield n, features(tokens, i), truth, weight, source


def train(rows, rounds=6, rate=0.15, shrink=2e-6):
    weights = collections.defaultdict(float)
    for r in range(rounds):
        random.Random(r).shuffle(rows)
        step = rate / (1 + r)
        for _, found, truth, weight in rows:
            total = sum(weights[f] for f in found)
            error = truth - 1 / (1 + math.exp(-max(-30, min(30, total))))
            for f in found:
                weights[f] += step * (weight * error - shrink * len(rows) * weights[f] / 10)
    return weights


def main():
    folder = sys.argv[1]
    rows = list(examples(folder))
    count, sources = collections.Counter(), collections.defaultdict(set)
    for _, found, _, _, source in rows:
        for f in found:
            count[f] += 1
            sources[f].add(source)
    keep = {f for f in count if not f.startswith(("before ", "behind ")) or count[f] >= ENOUGH and len(sources[f]) >= SOURCES}
    rows = [(n, [f for f in found if f in keep], truth, weight) for n, found, truth, weight, _ in rows]
    if "--measure" in sys.argv:
        weights = train([r for r in rows if r[0] % 5])
        held = [r for r in rows if r[0] % 5 == 0]
        right = sum((sum(weights[f] for f in found) > 0) == bool(truth) for _, found, truth, _ in held)
        print(f"{len(rows)} marks; of {len(held)} held back {100 * right / len(held):.2f} % right")
        return
    weights = train(rows)
    points = lambda f: max(-70, min(70, round(5 * weights.get(f, 0))))
    row = lambda name, keys: f"constexpr std::int8_t {name}[] = {{" + ", ".join(str(points(k)) for k in keys) + "};"
    words = {side: sorted(f[7:] for f in weights if f.startswith(side + " ") and abs(points(f)) >= 2 and f[7:].isascii()) for side in ("before", "behind")}
    out = ["// GENERATED by quote_weights.py from marks that stand close to what they quote. Do not edit."]
    out.append("// Five times the logarithm of odds for an opening mark.")
    out.append(row("left_weights", ["left " + k for k in LEFT]))
    out.append(row("right_weights", ["right " + k for k in RIGHT]))
    out.append(row("pair_lower_weights", [f"pair {k} lower" for k in LEFT]))
    out.append(row("pair_upper_weights", [f"pair {k} upper" for k in LEFT]))
    out.append(row("says_before_weights", ["says_before " + k for k in CLAUSE]))
    out.append(row("says_behind_weights", ["says_behind " + k for k in CLAUSE]))
    for side in ("before", "behind"):
        out.append(f"constexpr WordWeight words_{side}[] = {{")
        line = "   "
        for w in words[side]:
            piece = f' {{"{w}", {points(side + " " + w)}}},'
            if len(line) + len(piece) > 118:
                out.append(line)
                line = "   "
            line += piece
        out += [line, "};"]
    with open(os.path.join(HERE, "quote_weights.inc"), "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")
    print(len(rows), "marks,", sum(map(len, words.values())), "words")


if __name__ == "__main__":
    main()
