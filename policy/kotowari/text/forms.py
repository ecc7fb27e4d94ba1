"""The forms of an English word: what a pattern's word matches in a text.

Regular inflections are built by rule and kept where the Snowball stemmer agrees that they are forms of that word, so a
text is never stemmed: its words are looked up. The stemmer alone would be too generous (it makes `import` of
"important", `custom` of "customer"). What no rule builds is listed in `data/families.en.txt`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from kotowari.regex import regex
from kotowari.text.fold import fold
from kotowari.text.lexicon import lines
from kotowari.text.stems import stem

_SIBILANT: Final = regex("(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y: Final = regex("[^aeiou]y$")
_DOUBLING: Final = regex("[aeiouy][bdfglmnprtvz]$")
_ENDING: Final = regex("(?:s|ed|ing)$")
_SHORTEST_BASE: Final = 3


@lru_cache(maxsize=1 << 14)
def forms(word: str) -> frozenset[str]:
    """Every form of a folded word: its inflections, and the listed words of its family with theirs."""
    bases = _bases(word)
    families = (member for base in sorted(bases) for member in _families().get(base, ()))
    return frozenset(form for base in (*bases, *families) for form in inflections(base))


@lru_cache(maxsize=1 << 14)
def inflections(base: str) -> frozenset[str]:
    """The base itself and the forms built on it: plural, possessive, past, and `ing`."""
    root = stem(base)
    built = {form for form in _built(base) if stem(form) == root}
    return frozenset({base, f"{base}'s", *_plurals(base, root), *built})


def _plurals(base: str, root: str) -> tuple[str, ...]:
    if _SIBILANT.search(base):
        return (base + "es",)
    # The stemmer leaves the plural of abbreviations (pdfs) alone; elsewhere its objection counts (new, news).
    abbreviation = not re.search("[aeiouy]", base)
    return (base + "s",) if abbreviation or stem(base + "s") == root else ()


def _built(base: str) -> tuple[str, ...]:
    if _CONSONANT_Y.search(base):
        return (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    if base.endswith("ie"):
        return (base + "d", base[:-2] + "ying")
    if base.endswith("e"):
        return (base + "d", base[:-1] + "ing", base + "ing")
    doubled = base + base[-1]
    twice = (doubled + "ed", doubled + "ing", doubled + "es") if _DOUBLING.search(base) else ()
    return (base + "ed", base + "ing", *twice)


def _bases(word: str) -> tuple[str, ...]:
    """The word, and what it can be a form of."""
    word = word.removesuffix("'s")
    if not _ENDING.search(word):
        return (word,)
    cut = [
        word[:-1],
        word[:-2],
        word[:-3],
        word[:-4],
        word[:-2] + "e",
        word[:-3] + "e",
        word[:-3] + "y",
        word[:-4] + "ie",
    ]
    candidates = dict.fromkeys(base for base in cut if len(base) >= _SHORTEST_BASE or not re.search("[aeiouy]", base))
    return (word, *(base for base in candidates if base and word in inflections(base)))


@cache
def _families() -> dict[str, tuple[str, ...]]:
    families: dict[str, tuple[str, ...]] = {}
    for line in lines("families.en.txt"):
        members = tuple(fold(line).text.split())
        for member in members:
            families[member] = (*families.get(member, ()), *members)
    return families
