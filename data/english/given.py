#!/usr/bin/env python3
"""Takes the commonest given names of the 1990 census of the United States as a plain table beside this file.

    given.py NAMES

NAMES is the folder `names` of the package names 0.3.0 of PyPI, whose dist.female.first and dist.male.first are the Census
Bureau's own files. Writes given-names.tsv. A name that both lists have belongs to one sex only where it is ten times as
frequent there. Same input, same output.
"""
import os
import sys

MOST = {"female": 700, "male": 550}
# Given names that are far oftener places, or words with which a name of something else begins.
NOT = set("paris chelsea austin carolina virginia georgia israel houston dallas asia china india america kenya savannah "
          "see so long king prince major king jordan chance love many will case royal an do my le".split())

share = {}
for sex, most in MOST.items():
    with open(os.path.join(sys.argv[1], f"dist.{sex}.first"), encoding="ascii") as lines:
        for rank, line in enumerate(lines):
            name, frequency = line.split()[:2]
            share.setdefault(name.lower(), {})[sex] = (float(frequency), rank < most)
rows = {"male": [], "female": [], "given": []}
for name, found in share.items():
    if name in NOT or len(name) < 2 or not any(common for _, common in found.values()):
        continue
    female, male = (found.get(sex, (0.0, False))[0] for sex in ("female", "male"))
    rows["female" if female > 10 * male else "male" if male > 10 * female else "given"].append(name)
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "given-names.tsv"), "w", encoding="utf-8") as out:
    for sex, names in rows.items():
        names.sort()
        for at in range(0, len(names), 16):
            out.write(f"{sex}\t{', '.join(names[at:at + 16])}\n")
