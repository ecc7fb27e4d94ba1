"""Which words of a text decided that a topic is denied there, or asked for all the same."""

from __future__ import annotations

from functools import lru_cache

from kotowari.text.denial.denial import setting
from kotowari.text.denial.lines import CUT, TOPIC, Line
from kotowari.text.fold import Folded
from kotowari.text.regular.linear import LinearExpression


def deciding_words(folded: Folded, start: int, end: int, line: Line) -> str:
    """What the customer wrote where the line matches around the mention on `start` to `end` of the folded text.

    Empty where that cannot be told.
    """
    around = setting(folded, start, end)
    every = [found for source in line.sources if (found := _expression(source).search(around))]
    if not every:
        return ""
    found = min(every)
    places = _places(around, folded.text, start, end)
    covered = [place for place in places[slice(*found)] if place is not None]
    if not covered:
        return ""
    first, last = min(low for low, _ in covered), max(high for _, high in covered)
    return folded.written[slice(*folded.span(first, last))].strip(" \t\n\r　、,")


@lru_cache(maxsize=256)
def _expression(source: str) -> LinearExpression:
    return LinearExpression(source)


def _places(around: str, text: str, start: int, end: int) -> list[tuple[int, int] | None]:
    """For each character of the setting the characters of the text that it stands for; None for a sign of a cut."""
    topic = around.index(TOPIC)
    before: list[tuple[int, int] | None] = []
    place = start
    for character in reversed(around[:topic]):
        if character == CUT:
            before.append(None)
            continue
        place -= 1
        while place > 0 and text[place] == "'" and character != "'":  # apostrophes are left out
            place -= 1
        before.append((place, place + 1))
    after: list[tuple[int, int] | None] = []
    place = end
    for character in around[topic + 1 :]:
        if character == CUT:
            after.append(None)
            continue
        while place < len(text) - 1 and text[place] == "'" and character != "'":
            place += 1
        after.append((place, place + 1))
        place += 1
    return [*reversed(before), (start, end), *after]
