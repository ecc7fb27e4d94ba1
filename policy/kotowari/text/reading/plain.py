"""Numbers without a unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kotowari.text.patterns.matching import View
from kotowari.text.reading.found import Found
from kotowari.text.reading.numerals import number, places


class Plain:
    """Reads numbers; what they count stands in the pattern."""

    def starts(self, view: View) -> Iterator[int]:
        """Digits, kanji numerals, English words."""
        return places(view.folded.text)

    def at(self, view: View, start: int) -> Sequence[Found]:
        """The number."""
        found = number(view.folded.text, start)
        return (Found(start, found.end, found.value, bare=True),) if found else ()
