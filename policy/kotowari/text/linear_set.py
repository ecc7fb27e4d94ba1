"""Many regular expressions run at once, in linear time: which of them match somewhere in a text."""

from __future__ import annotations

from collections.abc import Iterable

import re2


class LinearSet:
    """Expressions of RE2, ready to run together. Texts hold no lone surrogates."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._set = re2.Set.SearchSet()
        for source in sources:
            self._set.Add(source)
        self._set.Compile()

    def matching(self, text: str) -> list[int]:
        """The numbers of the expressions that match somewhere in the text, in order."""
        return sorted(self._set.Match(text) or ())
