#!/usr/bin/env python3
"""Makes pairs of reports by rewriting a release and planting contradictions: rewritten.jsonl.

usage: make_rewritten.py press_releases.jsonl.xz BINARY SKIP.jsonl > rewritten.jsonl

The second text is made of the sentences of the first: some left out, some merged or cut, moved, worded otherwise (words, order
of a sentence, who stands first in a quotation, titles, numbers written another way), with sentences of a third release between.
In some of them one thing is then made to contradict the first text: a number, a date, a name, a place, a "not", who said it, or
how sure it is. Links and contradictions are known by construction. The lists below are this script's own. BINARY repairs and
cuts the texts; texts in SKIP are not used.
Every second pair is held back ("held"), the others are for setting thresholds ("dev")."""
import json
import lzma
import random
import re
import subprocess
import sys

PAIRS = 28
WORDS = {
    "announced": "made public", "today": "on the day", "said": "stated", "bill": "measure", "legislation": "the proposed law", "provide": "give",
    "provides": "gives", "help": "aid", "important": "significant", "many": "numerous", "ensure": "make sure", "funding": "money", "funds": "money",
    "approved": "cleared", "passed": "adopted", "receive": "get", "received": "got", "support": "backing", "increase": "rise", "children": "youngsters",
    "programs": "schemes", "program": "scheme", "companies": "firms", "company": "firm", "require": "oblige", "requires": "obliges", "would": "would",
    "also": "as well", "currently": "at present", "approximately": "about", "nation": "country", "nation’s": "country’s", "largest": "biggest",
    "urged": "pressed", "letter": "note", "begin": "start", "continue": "go on", "purchase": "buy", "additional": "further", "citizens": "people",
    "families": "households", "improve": "better", "critical": "crucial", "prevent": "stop", "efforts": "work", "areas": "regions", "working": "labouring",
    "protect": "shield", "introduced": "put forward", "senior": "long-serving", "members": "participants", "across": "throughout", "assist": "help",
    "such as": "including", "in order to": "to", "more than": "over", "agency": "office", "officials": "authorities", "located": "situated", "project": "undertaking",
}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty"]
FIRST = ["Walter", "Eleanor", "Marcus", "Irene", "Gordon", "Helena", "Victor", "Louise", "Desmond", "Beatrice"]
LAST = ["Harlow", "Pemberton", "Okafor", "Lindqvist", "Castellano", "Whitmore", "Abernathy", "Kowalczyk", "Fairbanks", "Delgado"]
STATES = ["Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii", "Idaho", "Illinois",
          "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri",
          "Montana", "Nebraska", "Nevada", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Tennessee", "Texas", "Utah", "Vermont", "Wisconsin", "Wyoming"]
TITLE = r"(?:Sen\.|Senator|Rep\.|Representative|Secretary|President|Governor|Gov\.|Director|Commissioner|Chairman|Mr\.|Mayor|Administrator)"
PERSON = re.compile(TITLE + r" ((?:[A-Z][a-z]+ )?(?:[A-Z]\. )?[A-Z][A-Za-z]{2,})\b")
AUXILIARY = re.compile(r"\b(will|would|is|are|was|were|has|have|should|can|could)\b(?! (?:not|be|also)\b)")
AMOUNT = re.compile(r"(?<![\w.,$-])\$?\d{1,3}(?:,\d{3})+(?![\w-])|(?<![\w.,$-])\$?\d+(?:\.\d+)?(?= (?:million|billion|percent|[a-z]{4,}))")


def changed_number(text, rng):
    """Another number in the same dress."""
    digits = re.sub(r"[^\d.]", "", text)
    value = float(digits)
    for _ in range(50):
        other = rng.choice([value * 2, value * 3, value * 10, value / 2, value + rng.randint(2, 9), value * rng.uniform(1.2, 4)])
        if abs(other - value) < max(1, value * 0.15):
            continue
        if "." in digits:
            out = f"{other:.1f}"
        else:
            out = f"{round(other):,}" if "," in text or other >= 10000 else str(round(other))
        if out != text.replace("$", "") and other >= 1:
            return ("$" if text.startswith("$") else "") + out
    return None


def plant_number(s, doc, rng):
    found = [m for m in AMOUNT.finditer(s) if not re.fullmatch(r"(?:19|20)\d\d", m[0]) and doc.count(m[0]) == 1]
    if found:
        m = rng.choice(found)
        other = changed_number(m[0], rng)
        return other and other not in doc and (m.start(), m.end(), other) or None
    found = [m for m in re.finditer(r"\b(" + "|".join(SMALL) + r")\b(?= [a-z]{4,}s\b)", s) if len(re.findall(rf"\b{m[0]}\b", doc)) == 1]
    if found:
        m = rng.choice(found)
        return m.start(), m.end(), rng.choice([w for w in SMALL if w != m[0]])
    return None


def plant_date(s, doc, rng):
    for pattern, other in (
        (r"\b(" + "|".join(WEEKDAYS) + r")\b", WEEKDAYS),
        (r"\b(" + "|".join(m for m in MONTHS if m not in ("May", "March")) + r")\b(?= \d)", [m for m in MONTHS if m != "May"]),
        (r"(?<=\bin )(?:19|20)\d\d\b", None),
    ):
        found = [m for m in re.finditer(pattern, s) if len(re.findall(rf"\b{m[0]}\b", doc)) == 1]
        if found:
            m = rng.choice(found)
            new = rng.choice([w for w in other if w != m[0]]) if other else str(int(m[0]) + rng.choice([-7, -4, -2, -1, 1, 2, 3]))
            return m.start(), m.end(), new
    return None


def plant_name(s, doc, rng):
    found = [m for m in PERSON.finditer(s) if not re.search(r"[“”]", s[: m.start()])]
    if not found:
        return None
    m = rng.choice(found)
    new = rng.choice(LAST)
    if " " in m[1]:
        new = rng.choice(FIRST) + " " + new
    return m.start(1), m.end(1), new


def plant_place(s, doc, rng):
    found = [m for m in re.finditer(r"(?<=\bin )(" + "|".join(STATES) + r")\b", s)]
    if not found:
        return None
    m = rng.choice(found)
    return m.start(), m.end(), rng.choice([x for x in STATES if x not in doc])


def plant_negation(s, doc, rng):
    outside = re.sub(r"“[^”]*”?", lambda q: " " * len(q[0]), s)
    present = list(re.finditer(r"\b(not|never) ", outside))
    if present:
        m = rng.choice(present)
        return m.start(), m.end(), ""
    found = list(AUXILIARY.finditer(outside))
    if not found:
        return None
    m = rng.choice(found)
    return m.start(), m.end(), m[0] + " not"


def plant_certainty(s, doc, rng):
    outside = re.sub(r"“[^”]*”?", lambda q: " " * len(q[0]), s)
    found = list(re.finditer(r"\bwill\b(?! not)", outside))
    if found:
        m = rng.choice(found)
        return m.start(), m.end(), rng.choice(["may", "might", "may possibly"])
    return None


def plant_attribution(s, doc, rng):
    m = re.search(r"”,? (?:\w+ )?(?:said|stated|concluded|noted|added|remarked) (?:" + TITLE + r" )?((?!" + TITLE + r")(?:[A-Z][a-z]+ )?[A-Z][A-Za-z]{2,})\b", s)
    m = m or re.search(r"”,? (?:" + TITLE + r" )?((?!" + TITLE + r")(?:[A-Z][a-z]+ )?[A-Z][A-Za-z]{2,}) (?:said|stated|concluded|noted|added|remarked)", s)
    if not m or len(re.findall(r"\w+", s[: m.start()])) < 8:
        return None
    new = rng.choice(LAST)
    if " " in m[1]:
        new = rng.choice(FIRST) + " " + new
    return m.start(1), m.end(1), new


PLANTS = {"number": plant_number, "date": plant_date, "name": plant_name, "place": plant_place, "negation": plant_negation,
          "certainty": plant_certainty, "attribution": plant_attribution}


def reword(s, rng, keep):
    """Other words, order and dress; what stands in `keep` stays."""
    def swap(m):
        word = m[0]
        new = WORDS.get(word.lower())
        if new is None or rng.random() < 0.4 or any(word in k for k in keep):
            return word
        return new[0].upper() + new[1:] if word[0].isupper() else new
    s = re.sub(r"[A-Za-z’]+", swap, s)
    for long, short in (("such as ", "including "), ("in order to ", "to "), ("more than ", "over ")):
        if rng.random() < 0.5:
            s = s.replace(long, short)
    if rng.random() < 0.6:
        s = re.sub(r" \([^)]{1,40}\)", "", s)
    if rng.random() < 0.5:
        s = s.replace("Sen. ", "Senator ")
    if rng.random() < 0.4:
        s = re.sub(r"(\d) percent\b", r"\1%", s)
    if rng.random() < 0.4:
        s = re.sub(r"\b(\d),(\d{3})\b(?!,)", r"\1\2", s)
    # “Words,” said Somebody. → Somebody said, “Words.”
    m = re.fullmatch(r"“([^”]+),” (said|stated) ([^,.“]+)\.", s)
    if m and rng.random() < 0.7:
        s = f"{m[3]} {m[2]}, “{m[1]}.”"
    # A phrase of time or place from the front to the end, or the other way.
    m = re.fullmatch(r"((?:In|On|Since|During|Under) [^,“]{3,40}), ([A-Zt][^“”]+)\.", s)
    if m and rng.random() < 0.6:
        rest = m[2] if not m[2].startswith("the ") else "The " + m[2][4:]
        s = f"{rest} {m[1][0].lower()}{m[1][1:]}."
    elif "“" not in s and rng.random() < 0.25:
        s = rng.choice(["According to the statement, ", "It was noted that ", "As the office put it, "]) + (s if s[0] in "“0123456789" or re.match(r"[A-Z][a-z]*\.? ?[A-Z]|[A-Z]{2}|Sen", s) else s[0].lower() + s[1:])
    return s


def rewrite(sentences, others, rng):
    doc = " ".join(sentences)
    wanted = list(PLANTS)
    rng.shuffle(wanted)
    planted, made = {}, []
    order = list(range(1, len(sentences)))
    rng.shuffle(order)
    for kind in wanted:
        for i in order:
            if i in planted or not 40 < len(sentences[i]) < 420:
                continue
            plant = PLANTS[kind](sentences[i], doc, rng)
            if plant:
                planted[i] = (kind, plant)
                break
        if len(planted) == 5:
            break
    for i, s in enumerate(sentences):
        if i in planted:
            kind, (begin, end, new) = planted[i]
            text = s[:begin] + new + s[end:]
            made.append(([i], reword(re.sub("  +", " ", text), rng, [new, s[begin:end]]), (kind, s[max(0, begin - 12):end + 12], new, begin, end)))
        elif rng.random() < 0.2:
            continue
        else:
            made.append(([i], reword(s, rng, []), None))
    # Cut long sentences, merge short ones.
    out = []
    for item in made:
        sources, text, plant = item
        m = re.match(r"([^“”]{60,}?), (?:which|who) ([^“”,]{30,})\.$", text)
        if m and plant is None and rng.random() < 0.5:
            out += [(sources, m[1] + ".", None), (sources, "This " + m[2] + ".", None)]
        elif (out and plant is None and out[-1][2] is None and len(text) + len(out[-1][1]) < 240 and rng.random() < 0.3
              and "“" not in text + out[-1][1] and text[0].isupper() and out[-1][1].endswith(".")):
            before = out.pop()
            out.append((before[0] + sources, before[1][:-1] + "; " + text, None))
        else:
            out.append(item)
    # Move blocks, put in sentences of another release.
    cut = rng.randint(1, max(1, len(out) - 1))
    if rng.random() < 0.6:
        out = out[cut:] + out[:cut]
    for s in rng.sample(others, min(len(others), 2 + len(out) // 5)):
        out.insert(rng.randint(0, len(out)), ([], s, None))
    return out


def cut(texts, binary):
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts))
    done = subprocess.run([binary, "batch", "--fields", "repair"], input=lines, capture_output=True, text=True, check=True).stdout
    return [(d["clean"], d["sentences"]) for d in map(json.loads, done.splitlines())]


def main():
    rng = random.Random(20170127)
    skip = {json.loads(line)["id"] for line in open(sys.argv[3], encoding="utf-8")}
    texts = []
    for line in lzma.open(sys.argv[1], "rt", encoding="utf-8"):
        d = json.loads(line)
        if 1600 < len(d["text"]) < 3200 and not any(d["id"] in s for s in skip):
            texts.append((d["id"], d["text"]))
    texts = rng.sample(texts, 400)
    cuts = cut([t for _, t in texts], sys.argv[2])
    made = 0
    at = 0
    while made < PAIRS:
        (name, _), (clean, spans) = texts[at], cuts[at]
        other_clean, other_spans = cuts[(at + 200) % len(cuts)]
        at += 1
        sentences = [" ".join(clean[b:e].split()) for b, e in spans]
        if not 9 <= len(sentences) <= 24 or len(re.findall(r"\*", clean)) > 2 or sum(len(s) < 25 for s in sentences) > 2 or "â" in clean:
            continue
        others = [" ".join(other_clean[b:e].split()) for b, e in other_spans]
        others = [s for s in others if 60 < len(s) < 300 and s.endswith(".") and not re.search("[“”]", s)]
        out = rewrite(sentences, others, rng)
        if sum(p is not None for _, _, p in out) < 4:
            continue
        # Texts of our own making: a paragraph each, so that sentences are what they were.
        text_a, text_b, spans_a, spans_b = "", "", [], []
        for s in sentences:
            spans_a.append([len(text_a), len(text_a) + len(s)])
            text_a += s + "\n\n"
        for _, s, _ in out:
            spans_b.append([len(text_b), len(text_b) + len(s)])
            text_b += s + "\n\n"
        links = [[i, j] for j, (sources, _, _) in enumerate(out) for i in sources]
        # A heading and the sentence below it tell the same.
        maybe = [[1 - i, j] for i, j in links if i < 2 and [1 - i, j] not in links]
        conflicts = []
        for j, (sources, s, plant) in enumerate(out):
            if plant:
                kind, context, new, begin, end = plant
                conflicts.append({"slot": kind, "sentences": [sources[0], j], "a": [spans_a[sources[0]][0] + begin, spans_a[sources[0]][0] + end], "new": new})
        split = "held" if made % 2 else "dev"
        made += 1
        print(json.dumps({"id": "rewritten-" + name, "split": split, "kind": "rewritten", "a": text_a, "b": text_b, "sentences_a": spans_a,
                          "sentences_b": spans_b, "links": sorted(links), "maybe": sorted(maybe), "conflicts": conflicts}, ensure_ascii=False))


main()
