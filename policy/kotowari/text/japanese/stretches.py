"""A folded text in stretches of a clause or so, each analysed when something in it is looked for.

A 、 that no word of the dictionary runs across is a unit by itself, and what is read before it does not depend on what
stands behind it, nor the other way round: the least costly way through a lattice is made of the least costly ways to
each of its nodes that all of them pass (Kudo, Yamamoto, Matsumoto 2004). So a clause that is analysed with the 、 on
both sides of it is cut as it is in its sentence, for a part of the time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from kotowari.cached import cached_property
from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.japanese.morphemes import Analysis, analyse

# A sentence; one without end is cut where it pauses, or else anywhere, so that no analysis takes long.
_STRETCH: Final = regex(r"[^。!?\n]{0,400}[。!?\n]{1,400}|[^。!?\n]{200,400}[、,\s]|[^。!?\n]{1,400}")
# A 、 behind hiragana, but for the few words with one: むっ、と, は、は、は, えっちら、おっちら and two misprints.
_PAUSE: Final = regex(r"(?<=[\u3041-\u3062\u3064-\u3096])、(?!(?<=は、)は|おっちら|さるばどる|ベん)")
_MOST_KEPT: Final = 256


@record
class Stretch:
    """A part of a text that begins at its character `start`, and its analysis, which counts from there."""

    start: int
    analysis: Analysis


class Stretches:
    """The stretches of one text."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._kept: dict[int, Stretch] = {}

    @cached_property
    def _starts(self) -> array[int]:
        ends = (found.start() for found in _STRETCH.finditer(self._plain))
        pauses = (found.start() for found in _PAUSE.finditer(self._plain))
        return array("L", sorted({*ends, *pauses}))

    def at(self, place: int) -> Stretch:
        """The stretch around the character at `place`; raises `morphemes.MissingJapanese`."""
        number = bisect_right(self._starts, place) - 1
        kept = self._kept.get(number)
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[number] = self._analysed(number)
        return kept

    def end(self, place: int) -> int:
        """Where the stretch around the character at `place` ends."""
        number = bisect_right(self._starts, place)
        return self._starts[number] if number < len(self._starts) else len(self._plain)

    def __iter__(self) -> Iterator[Stretch]:
        """Every stretch of the text, analysed."""
        return (self.at(start) for start in self._starts)

    def _analysed(self, number: int) -> Stretch:
        start = self._starts[number]
        end = self.end(start)
        behind = "、" if self._plain.startswith("、", end) else ""
        return Stretch(start, analyse(self._plain[start:end], behind))
