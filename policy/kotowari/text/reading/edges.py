"""Where a number stands for itself, and where it is a part of something else.

An order id, a version, a phone number, a fraction, an ordinal and one end of a range are no numbers.
"""

from __future__ import annotations

from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER
from kotowari.text.numbers import NUMBER_WORDS, NUMERALS

_WORD: Final = "|".join(sorted(NUMBER_WORDS))
# How far back a check looks, in characters.
_BACK: Final = 24

# A number that runs on from one of these is a part of something: A-1234, #1234, 何十, 第三; 3万5千 where 5 begins.
_PART_OF: Final = regex(rf"{LETTER}|[-+_#@№▲△{NUMERALS}数何幾第]")
# The same where more than one character tells: v1.5, 1/2, 10:30, 三分の一, no. 5.
_PART_OF_MORE: Final = regex(rf"(?:{LETTER}['./]|[0-9][,:]|[円万]/|分の|まいなす|\bno\. ?|\bminus )$")
_TELLING: Final = ("'", ".", "/", ",", ":", "の", "す", "no. ", "minus ")
# What stands before the other end of a range is no part of a date (12/24から2泊).
_END: Final = rf"(?:(?<![0-9{NUMERALS}/.:月-])[0-9{NUMERALS}]{{1,9}}|\b(?:{_WORD}))"
# What joins the two ends of a range.
EITHER: Final = r"\s?[-~]\s?|\s(?:to|or)\s|\s?(?:から|か|ないし|または|もしくは)\s?"
# One of two: 3 or 4, 3-5, 3〜5, 3か4, 2、3, 4・5.
_RANGE_BEFORE: Final = regex(rf"{_END}(?:{EITHER}|\sand\s|[、・])$")
_RANGE_BEFORE_SIGN: Final = regex(rf"{_END}(?:{EITHER})$")
_JOINED: Final = tuple(
    joiner + space
    for joiner in ("-", "~", " to", " or", " and", "から", "か", "ないし", "または", "もしくは", "、", "・")
    for space in ("", " ", "\n", "\u3000")
)
_RANGE_AFTER: Final = regex(rf"(?:{EITHER})(?:[$¥€£]?[0-9{NUMERALS}]|(?:{_WORD})\b)")
_RUNS_ON_TO: Final = regex(rf"[0-9_{NUMERALS}数余]|[.,、:/'][0-9]|[、・][{NUMERALS}]|・[0-9]|分の")
# Groups of three parted by a space: one number in some countries, two in others.
_SPACED_AFTER: Final = regex(r" [0-9]{3}(?![0-9])")
_SPACED_BEFORE: Final = regex(r"(?<![0-9])[0-9]{1,3} $")
_THREE: Final = 3
_SIGNS: Final = frozenset("$¥€£₩₹")


def begins(text: str, start: int) -> bool:
    """Whether a number that begins at `start` is not the rest of something that begins before."""
    if start == 0:
        return True
    low = max(0, start - _BACK)
    if _PART_OF.match(text, start - 1):
        return False
    # Most numbers stand behind a space: whether there is anything to look for is told by how the text before ends.
    if text.endswith(_TELLING, low, start) and _PART_OF_MORE.search(text[low:start]):
        return False
    if text[start - 1] in _SIGNS:
        return not _RANGE_BEFORE_SIGN.search(text[low : start - 1])
    return not (text.endswith(_JOINED, low, start) and _RANGE_BEFORE.search(text[low:start]))


def ends(text: str, start: int, end: int) -> bool:
    """Whether a number on these characters is not the beginning of something that goes on, or one end of a range."""
    if _RUNS_ON_TO.match(text, end) or _RANGE_AFTER.match(text, end):
        return False
    return not _spaced(text, start, end)


def _spaced(text: str, start: int, end: int) -> bool:
    if end - start > _THREE or not text[start:end].isdigit():
        return False
    after = _SPACED_AFTER.match(text, end)
    return bool(after or (end - start == _THREE and _SPACED_BEFORE.search(text[max(0, start - 5) : start])))
