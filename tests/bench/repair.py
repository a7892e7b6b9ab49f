#!/usr/bin/env python3
"""How fast the repair step is, native and as WebAssembly under node, beside ftfy and sacremoses in the same run.

usage: tests/bench/repair.py [--seconds S]

Builds the benchmark programs, installs the peers from PyPI into build/bench/venv, and prints a table. Texts: the clean report and
the damaged article of examples/articles, repeated to 1 MB and 10 MB (peers: 100 KB, they are slow). Figures are megabytes of input
per second of CPU time, single thread, the best of several runs; "linear" is the time of 10 MB over ten times that of 1 MB;
memory is what the step allocates at most, per byte of input. On a busy machine compare columns, not days."""
import argparse
import json
import os
import subprocess
import sys

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TEXTS = {"clean": "examples/articles/report.txt", "damaged": "examples/articles/damaged.txt"}
PEERS = ["ftfy==6.3.1", "sacremoses==0.1.1"]
PEER_PROGRAM = r"""
import json, sys, time
text = open(sys.argv[1], encoding="utf-8").read()
text = (text + "\n\n") * (100_000 // len(text) + 1)
lines = text.split("\n")
seconds = float(sys.argv[2])
import ftfy
from sacremoses import MosesDetokenizer
moses = MosesDetokenizer(lang="en")
def best(work):
    least, end = 1e9, time.process_time() + seconds
    while time.process_time() < end:
        start = time.process_time(); work(); least = min(least, time.process_time() - start)
    return len(text.encode()) / least / 1e6
print(json.dumps({"ftfy": best(lambda: [ftfy.fix_text(l) for l in lines]),
                  "sacremoses": best(lambda: [moses.detokenize(l.split(" ")) for l in lines])}))
"""


def run(*words, **options):
    return subprocess.run(words, check=True, text=True, stdout=subprocess.PIPE, cwd=PROJECT, **options).stdout


def build():
    run("cmake", "--preset", "native")
    run("cmake", "--build", "--preset", "native", "--target", "repair_bench")
    run("cmake", "--preset", "wasm")
    run("cmake", "--build", "--preset", "wasm", "--target", "repair_bench")
    venv = os.path.join(PROJECT, "build", "bench", "venv")
    python = os.path.join(venv, "bin", "python")
    if not os.path.exists(python):
        run(sys.executable, "-m", "venv", venv)
    run(python, "-m", "pip", "install", "-q", *PEERS)
    return python


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--seconds", type=float, default=2)
    seconds = str(p.parse_args().seconds)
    python = build()
    ours = {"native": ["build/native/tests/repair_bench"], "wasm": ["node", "build/wasm/wasm/repair_bench.js"]}
    print(f"{'text':<10}{'native':>10}{'wasm':>10}{'ftfy':>10}{'sacremoses':>12}   native/ftfy  linear  bytes/byte")
    for name, path in TEXTS.items():
        speed, ten, memory = {}, {}, 0
        for how, program in ours.items():
            one = json.loads(run(*program, path, "1", seconds))
            speed[how] = one["mb_per_s"]
            big = json.loads(run(*program, path, "10", seconds))
            ten[how] = one["mb_per_s"] / big["mb_per_s"]
            memory = max(memory, one["peak_bytes_per_byte"], big["peak_bytes_per_byte"])
        peers = json.loads(run(python, "-c", PEER_PROGRAM, path, seconds))
        print(f"{name:<10}{speed['native']:>10.1f}{speed['wasm']:>10.1f}{peers['ftfy']:>10.3f}{peers['sacremoses']:>12.3f}"
              f"{speed['native'] / peers['ftfy']:>14.0f}{ten['native']:>8.2f}{memory:>12.2f}")


main()
