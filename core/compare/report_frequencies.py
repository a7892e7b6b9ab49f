#!/usr/bin/env python3
"""Writes report_frequencies.inc: the commonest stems of news-like English, by how common they are.

usage: report_frequencies.py TEXTS.jsonl[.xz] … > report_frequencies.inc

Each line of a file has a "text". A row BAND(n, "stems") holds the stems that stand in more than one of 2^(n+1) and in at
most one of 2^n sentences of 24 words; what is in no row is rarer than one in 2^11. The stems are those of stem_of() in
report_words.cpp, whose rules stand here once more."""
import collections
import json
import lzma
import math
import re
import sys

SUFFIXES = ["ations", "ation", "ating", "ators", "ator", "ated", "ates", "ate", "ments", "ment", "ness", "ities", "ity", "ingly",
            "edly", "ings", "ing", "ions", "ion", "ies", "ied", "ers", "ors", "ed", "er", "or", "ly", "al", "es", "s", "e", "y"]
LAST_BAND = 10


def stem_of(word):
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and re.search("[aeiouy]", word[: -len(suffix)]):
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word


def main():
    counts, words = collections.Counter(), 0
    stems = {}
    for name in sys.argv[1:]:
        for line in (lzma.open if name.endswith(".xz") else open)(name, "rt", encoding="utf-8"):
            for word in re.findall("[a-z]+", json.loads(line)["text"].lower()):
                words += 1
                if len(word) > 1:
                    stem = stems.get(word) or stems.setdefault(word, stem_of(word))
                    counts[stem] += 1
    bands = collections.defaultdict(list)
    for stem, count in counts.items():
        band = max(0, math.floor(math.log2(words / 24 / count)))
        if band <= LAST_BAND:
            bands[band].append(stem)
    print("// Made by report_frequencies.py: stems of news-like English by how common they are. BAND(n, stems): one in 2^n to 2^(n+1)\n"
          "// sentences has the stem. From texts of US Senate offices, speeches and MASC, which are free of rights.")
    for band in sorted(bands):
        line = ""
        print(f"BAND({band},")
        for stem in sorted(bands[band]):
            if len(line) + len(stem) > 110:
                print(f'     "{line}"')
                line = ""
            line += stem + " "
        print(f'     "{line}")')
    print("#undef BAND")


main()
