#!/usr/bin/env python3
"""Scores how often the encoding of bytes is found out: every true sentence of repair/mojibake.jsonl (30 languages), alone and ten
of a language in a row, in every encoding that can write them, must come back from `palimpsest annotate` as it was.

usage: decode.py SHARED_FOLDER BINARY

Pure ASCII counts in the wide encodings only. UTF-8 is left out (it cannot fail), and ISO-8859-1 where it says what Windows-1252
says. The last line of output is one JSON object: per length and encoding, how many and how many in a hundred came back."""
import collections
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ENCODINGS = {"utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "utf-32le": "utf-32-le", "utf-32be": "utf-32-be",
             "windows-1252": "cp1252", "windows-1250": "cp1250", "windows-1251": "cp1251", "iso-8859-15": "iso8859-15",
             "macintosh": "mac-roman", "ibm437": "cp437"}


def sentences(path):
    by_language = collections.defaultdict(set)
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            by_language[record["lang"]].add(record["truth"])
    return [sorted(by_language[language]) for language in sorted(by_language)]


def can_write(codec, text):
    try:
        text.encode(codec)
        return True
    except UnicodeEncodeError:
        return False


def texts(languages, codec):
    """(length, text) for each sentence that the encoding can write, and for each ten of a language in a row."""
    for all_of_one in languages:
        those = [sentence for sentence in all_of_one if can_write(codec, sentence)]
        tens = [" ".join(those[i:i + 10]) for i in range(0, len(those) - 9, 10)]
        for length, group in (("sentence", those), ("ten", tens)):
            for text in group:
                if codec.startswith("utf") or not text.isascii():
                    yield length, text


def comes_back(binary, text, codec):
    done = subprocess.run([binary, "annotate", "--input", "text"], input=text.encode(codec), capture_output=True)
    return done.returncode == 0 and json.loads(done.stdout)["source"] == text


def main():
    shared, binary = sys.argv[1:]
    languages = sentences(os.path.join(shared, "data", "repair", "mojibake.jsonl"))
    result = collections.defaultdict(dict)
    with ThreadPoolExecutor(2) as pool:
        for name, codec in ENCODINGS.items():
            items = list(texts(languages, codec))
            answers = list(pool.map(lambda item: (item[0], comes_back(binary, item[1], codec)), items))
            for length in ("sentence", "ten"):
                mine = [right for kind, right in answers if kind == length]
                result[length][name] = {"n": len(mine), "exact": round(100 * sum(mine) / len(mine), 2)}
                print(f"{length:8} {name:12} {len(mine):5} {result[length][name]['exact']:6.2f} %")
    print(json.dumps(result))


main()
