"""Numbers as people write them: digits (full-width ones are folded), kanji numerals, English words."""

from __future__ import annotations

from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
)
NUMBER_WORDS: Final = frozenset(_ONES.split())
NUMERALS: Final = "〇零一二三四五六七八九十百千万億兆"
# No number that somebody means has more characters.
_LONGEST: Final = 100
_WORD: Final = f"(?:{'|'.join(sorted(NUMBER_WORDS))})"
_NUMBER: Final = regex(
    rf"(?<![0-9])(?<![0-9][.,])[0-9]+(?:[.,][0-9]+)*[十百千万億兆]*"
    rf"|(?<![0-9{NUMERALS}])[{NUMERALS}]+"
    # At most seven words, so that "one one one …" costs no more than any other text.
    rf"|(?<!{LETTER})(?<!{LETTER}'){_WORD}(?:[ -]{_WORD}){{0,6}}(?!'?{LETTER})"
)


def number_end(text: str, start: int) -> int | None:
    """Where the whole number that begins at `start` of the folded text ends; None where none begins there."""
    found = _NUMBER.match(text, start)
    return found.end() if found and found.end() - start <= _LONGEST else None
