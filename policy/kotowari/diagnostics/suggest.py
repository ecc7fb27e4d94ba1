"""The name that was probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from kotowari.regex import regex

# Longer words are no typing errors of names, and the work grows with the square of the length.
_LONGEST = 64
_MOST_EDITS = 4
_LEAST_BEGINNING = 3
_PARTS = regex(r"[-.]")
_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_ONE_HYPHEN = str.maketrans(dict.fromkeys("_ \u2010\u2011\u2012\u2013\u2014\u2212", "-"))

# How a name was found, the best first; then the slips, then what settles a tie.
_AS_WHOLE, _BY_LAST_PART, _REORDERED, _BY_BEGINNING = range(4)
_Rank = tuple[int, int, int, str]


def nearest(word: str, names: Iterable[str], limit: int | None = None) -> str | None:
    """The name of `names` that `word` was probably meant to be, or None where none comes near.

    A slip is a character too many, one missing, a wrong one, or two swapped. There may be one for every three
    characters between the dots, or `limit` where it is given. Case, width, hiragana or katakana, `_` or `-` make no
    difference. A name is also found by its last part (`plam` for `customer.plan`), with its parts in another order, and
    by its beginning. Ties go to the name that sorts first.
    """
    target = _key(word)
    if not target or len(target) > _LONGEST:
        return None
    ranks = (_rank(target, name, limit) for name in names)
    best = min((rank for rank in ranks if rank), default=None)
    return best and best[-1]


def _rank(target: str, name: str, limit: int | None) -> _Rank | None:
    key = _key(name)
    if len(key) > 2 * _LONGEST:
        return None
    slips = _slips_of_parts(target.split("."), key.split("."), limit)
    if slips is not None:
        return _AS_WHOLE, slips, 0, name
    group, _, last = target.rpartition(".")
    group_of_name, dot, last_of_name = key.rpartition(".")
    # Another group needs the very same last part, or anything would be near to something.
    slips = edits(last, last_of_name, 0 if group else _allowed(last, limit)) if dot else None
    if slips is not None:
        return _BY_LAST_PART, slips, -_shared_beginning(group, group_of_name), name
    if sorted(_PARTS.split(target)) == sorted(_PARTS.split(key)):
        return _REORDERED, 0, 0, name
    if len(target) >= _LEAST_BEGINNING and key.startswith(target):
        return _BY_BEGINNING, len(key), 0, name
    return None


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    """`name` without the differences that do not count."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return folded.translate(_HIRAGANA_TO_KATAKANA).translate(_ONE_HYPHEN)


def _allowed(word: str, limit: int | None) -> int:
    """How many slips there may be in `word`: in one of two characters one, in a single character none."""
    if limit is not None:
        return limit
    return min(max(len(word) // 3, int(len(word) > 1)), _MOST_EDITS)


def _slips_of_parts(parts: list[str], others: list[str], limit: int | None) -> int | None:
    """The slips between dotted names, part by part: a long group would excuse a last part that is quite another."""
    if len(parts) != len(others):
        return edits(".".join(parts), ".".join(others), 1)
    total = 0
    for part, other in zip(parts, others, strict=True):
        slips = edits(part, other, _allowed(part, limit))
        if slips is None:
            return None
        total += slips
    return total


def edits(word: str, other: str, most: int) -> int | None:
    """The optimal string alignment distance, or None where it is more than `most`."""
    if word == other:
        return 0
    if abs(len(word) - len(other)) > most or (_letters(word) ^ _letters(other)).bit_count() > 2 * most:
        return None
    word, other = _where_they_differ(word, other)
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(word, 1):
        before, last, row = row, before, [i]
        for j, other_char in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != other_char))
            if i > 1 and j > 1 and char == other[j - 2] and word[i - 2] == other_char:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def _where_they_differ(word: str, other: str) -> tuple[str, str]:
    """Both without what they share at either end, which no slip touches."""
    shared = _shared_beginning(word, other)
    word, other = word[shared:], other[shared:]
    shared = _shared_beginning(word[::-1], other[::-1])
    return word[: len(word) - shared], other[: len(other) - shared]


@lru_cache(maxsize=1 << 14)
def _letters(word: str) -> int:
    """The characters of `word` as a bit set; one slip changes at most two bits."""
    letters = 0
    for char in word:
        letters |= 1 << ord(char) % 64
    return letters


def _shared_beginning(text: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False)))
