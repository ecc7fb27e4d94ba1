"""What hits cover of a text."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import field

from kotowari.record import record
from kotowari.text.patterns.search import Hit


@record
class Covered:
    """Stretches of a text, given in the order in which they begin; those that overlap become one."""

    starts: array[int] = field(default_factory=lambda: array("L"))
    ends: array[int] = field(default_factory=lambda: array("L"))

    def add(self, hit: Hit) -> None:
        """Covers what the hit covers; it begins no earlier than the ones before."""
        if self.ends and hit.start < self.ends[-1]:
            self.ends[-1] = max(self.ends[-1], hit.end)
        else:
            self.starts.append(hit.start)
            self.ends.append(hit.end)

    def overlaps(self, hit: Hit) -> bool:
        """Whether the hit has a character that is covered."""
        before = bisect_left(self.starts, hit.end) - 1
        return before >= 0 and self.ends[before] > hit.start
