"""Many regular expressions run at once, in linear time: which of them match somewhere in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

# Of each expression; what it remembers of texts seen stays below, and beyond it works on without.
_BYTES: Final = 1 << 21


class LinearSet:
    """Expressions of RE2, ready to run together.

    One pass looks for the words that each of them cannot match without, so that hardly any of them has to run.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        import re2  # noqa: PLC0415 - slow to import, and most requests need none of it

        options = re2.Options()
        options.max_mem = _BYTES
        options.never_capture = True
        self._filter = re2.Filter()
        for source in sources:
            self._filter.Add(source, options)
        self._filter.Compile()

    def matching(self, text: str) -> list[int]:
        """The numbers of the expressions that match somewhere in the text, in order."""
        return sorted(self._filter.Match(text.encode(errors="replace")) or ())
