"""Japanese numbers of people: ひとり, ふたり, 三人, 3名様."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.patterns.matching import View
from kotowari.text.reading.edges import begins, ends
from kotowari.text.reading.found import Found
from kotowari.text.reading.numerals import number, places

# What may stand at the edge of a pattern beside a bare number.
COUNTERS: Final[tuple[str, ...]] = ("人", "名")
_OF_OLD: Final = {"ひとり": Decimal(1), "ふたり": Decimal(2)}
# ひとりでに, ひとりっ子, ひとりひとり, ふたりめ, ひとりじめ, ひとりごと count nobody.
_ALONE: Final = regex(
    "(?<!ひとり)(?<![0-9一二三四五六七八九十]人)(ひとり|ふたり)"
    "(?!でに|っ|ひとり|め|じめ|ぼっち|言|ぐらし|芝居|立ち|歩き|部屋|用|乗り|掛け)"
)
_COUNTER: Final = regex(
    "人(?!前|用|部屋|室|掛|乗|組|気|工|数|間|生|物|形|材|口|員|目|ひとり|一人)"
    "|名(?!前|物|所|湯|店|人|刺|字|目|義|案|木|用|部屋|室)"
)


@record
class People:
    """Reads how many people there are, with the word that counts them, save where it is one of the pattern's `own`."""

    own: frozenset[str]

    def starts(self, view: View) -> Iterator[int]:
        """Numbers, and ひとり and ふたり."""
        text = view.folded.text
        return iter(sorted({*places(text), *(found.start() for found in _ALONE.finditer(text))}))

    def at(self, view: View, start: int) -> Sequence[Found]:
        """The number with its counter."""
        text = view.folded.text
        if old := _ALONE.match(text, start):
            apart = begins(text, start) and ends(text, start, old.end())
            return (Found(start, old.end(), _OF_OLD[old[1]], bare=True),) if apart else ()
        found = number(text, start)
        counter = _COUNTER.match(text, found.end) if found else None
        if found is None or counter is None or counter[0] in self.own:
            return ()
        return (Found(start, counter.end(), found.value, bare=True),)


def counts_nobody(text: str, end: int, whole: int) -> bool:
    """Whether a number up to `end`, behind which a pattern goes on to `whole`, stands before 人 or 名 in vain.

    It does in 二人前 where the pattern has no 前.
    """
    return whole == end + 1 and text.startswith(COUNTERS, end) and not _COUNTER.match(text, end)
