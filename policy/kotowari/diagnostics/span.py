"""Where something stands in a source: two offsets and the name of the source."""

from __future__ import annotations

from kotowari.record import record


@record
class Span:
    """A half-open stretch of characters, `start` to `end`, of the source called `source`.

    Offsets count characters (code points) of the decoded text, a byte order mark left out. Line and column are worked
    out by those who show a place to people, never stored.
    """

    source: str
    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The stretch from the start of this span to the end of `other`."""
        return Span(self.source, self.start, max(self.end, other.end))

    def within(self, outer: Span) -> bool:
        """Whether all of this stretch lies in the other, which may be the same."""
        return self.source == outer.source and outer.start <= self.start and self.end <= outer.end


NOWHERE = Span("", 0, 0)
