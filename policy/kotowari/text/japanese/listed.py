"""What is known of how Japanese words begin: endings of verbs, and what data files list of the dictionary."""

from __future__ import annotations

from functools import cache
from typing import Final

from kotowari.text.characters import IS_KANJI
from kotowari.text.fold import fold
from kotowari.text.lexicon import lines

# What can stand in place of the last character of a verb, the one behind its stem, in any of its forms.
ENDS_OF_VERBS: Final = {
    "う": "わいうえおっ",
    "く": "かきくけこいっ",
    "ぐ": "がぎぐげごい",
    "す": "さしすせそ",
    "つ": "たちつてとっ",
    "ぬ": "なにぬねのん",
    "ぶ": "ばびぶべぼん",
    "む": "まみむめもん",
    "る": "らりるれろっん",
}
# Words whose first kana changes with their form.
IRREGULAR: Final = {
    "為る": ("し", "す", "せ", "さ"),
    "来る": ("き", "く", "こ"),
    "有る": ("あ",),
    "良い": ("い", "よ"),
}
# A space within a word of the data.
SPACE: Final = "␣"


def opening(folded: str) -> str:
    """What to look for in a text to find this spelling: its first kanji, or its first two characters."""
    return folded[:1] if IS_KANJI.match(folded) else folded[:2]


@cache
def elsewhere() -> dict[str, tuple[str, ...]]:
    """What words can begin with, by what the form begins with under which the dictionary files them."""
    groups = (line.split() for line in lines("openings.ja.txt"))
    return {filed: tuple(opening(fold(word).text) for word in words) for filed, *words in groups}


@cache
def seconds() -> dict[str, tuple[str, ...]]:
    """What else words can begin with, by what the form begins with under which the dictionary files them."""
    return _table("seconds.ja.txt")


@cache
def starts() -> dict[str, tuple[str, ...]]:
    """What further words can begin with that `kotowari.text.japanese.starts` does not expect, by the same."""
    return _table("starts.ja.txt")


@cache
def alone() -> dict[str, tuple[str, ...]]:
    """Kanji that are words by themselves, with the other forms under which the dictionary files these words."""
    return _table("alone.ja.txt")


def _table(name: str) -> dict[str, tuple[str, ...]]:
    groups = ([word.replace(SPACE, " ") for word in line.split(" ")] for line in lines(name))
    return {filed: tuple(others) for filed, *others in groups}
