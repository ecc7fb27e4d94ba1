"""Regular expressions that run in linear time, whatever the expression and the text: the door to google-re2.

A match of RE2 takes time linear in what it looks at, but finding all matches of an expression such as `x(.*y)?` looks
at the rest of the text again from each of them. So a text is looked at through a window: only matches of up to
`LONGEST_MATCH` bytes of UTF-8 are sure to be found, and the whole stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re2

# A thousand Latin characters, some three hundred Japanese ones.
LONGEST_MATCH: Final = 1000


class LinearError(ValueError):
    """An expression that RE2 cannot read; the message is RE2's own."""


class LinearExpression:
    """An expression, ready to run. Texts are folded ones: they hold no lone surrogates."""

    def __init__(self, source: str) -> None:
        import re2  # noqa: PLC0415 - slow to import, and most requests need none of it

        self._source = source
        options = re2.Options()
        options.log_errors = False
        options.never_capture = True
        try:
            self._compiled = re2.compile(source, options)
        except re2.error as error:
            raise LinearError(_message(error)) from None
        self.size = self._compiled.programsize

    def __reduce__(self) -> tuple[type[LinearExpression], tuple[str]]:
        return LinearExpression, (self._source,)

    def search(self, text: str) -> tuple[int, int] | None:
        """The first match in a text of a sentence or so."""
        encoded = text.encode()
        found = self._compiled.search(encoded)
        if not found:
            return None
        first, last = found.span()
        begin = len(encoded[:first].decode())
        return begin, begin + len(encoded[first:last].decode())

    def finditer(self, text: str) -> Iterator[tuple[int, int]]:
        """The matches in a text of any length, none of them overlapping another or empty, first to last."""
        encoded = text.encode()
        spans = self._spans(encoded)
        if len(encoded) == len(text):
            yield from spans
            return
        place = seen = 0
        for first, last in spans:
            begin = place + len(encoded[seen:first].decode())
            place, seen = begin + len(encoded[first:last].decode()), last
            yield begin, place

    def _spans(self, encoded: bytes) -> Iterator[tuple[int, int]]:
        """The matches, in bytes. Where a window ends within a match that could be longer, the next one begins there."""
        begin = 0
        while begin < len(encoded):
            stop = _aligned(encoded, begin + 2 * LONGEST_MATCH)
            halfway = len(encoded) if stop == len(encoded) else _aligned(encoded, begin + LONGEST_MATCH)
            found = self._compiled.search(encoded, begin, stop)
            first, last = found.span() if found else (stop, stop)
            if first >= halfway:
                begin = halfway
                continue
            if last > first:
                yield first, last
            begin = last if last > first else _after(encoded, first)


def _aligned(encoded: bytes, place: int) -> int:
    """The place, moved back to where a character begins."""
    if place >= len(encoded):
        return len(encoded)
    while encoded[place] & 0xC0 == 0x80:
        place -= 1
    return place


def _after(encoded: bytes, place: int) -> int:
    """Where the character after the one at `place` begins."""
    return next((after for after in range(place + 1, len(encoded)) if encoded[after] & 0xC0 != 0x80), len(encoded))


def _message(error: re2.error) -> str:
    said = error.args[0]
    return said.decode(errors="replace") if isinstance(said, bytes) else str(said)


def escape(text: str) -> str:
    """The text as an expression that matches it alone."""
    if text.isalnum():  # no letter or digit of any script means anything else
        return text
    import re2  # noqa: PLC0415 - slow to import, and most requests need none of it

    return re2.escape(text)
