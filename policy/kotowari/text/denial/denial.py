"""Tells what a text asks for from what it only says is not wanted.

What denies is data (see `kotowari.text.denial.lines`), in regular expressions that run all at once, in linear time and
without a morphological analyser. Every file is tried on every text, since texts mix languages. Only the sentence around
a topic counts, and mostly the clause.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kotowari.text.denial.lines import CUT, TOPIC, Line, Speech, data
from kotowari.text.fold import Folded
from kotowari.text.regular.linear_set import LinearSet
from kotowari.text.sentences import MARGIN, sentence


def is_denied(folded: Folded, start: int, end: int) -> bool:
    """Whether the mention on the characters `start` to `end` of the folded text only says that it is not wanted."""
    line = denial_of(folded, start, end)
    return line is not None and line.speech is Speech.DENIES


def denial_of(folded: Folded, start: int, end: int) -> Line | None:
    """The line of the data that decides about the mention, where any denies it: that line, or one that overrides it."""
    said = setting(folded.text, start, end)
    denying = _matching(Speech.DENIES, said)
    return data()[max(*denying, *_matching(Speech.ASKS, said), -1)] if denying else None


def setting(text: str, start: int, end: int) -> str:
    """The sentence around a mention, with a sign in place of the mention and one where each clause begins or ends."""
    low = max(0, start - MARGIN)
    near = text[low : end + MARGIN].replace(TOPIC, " ").replace(CUT, " ")
    around = sentence(near, start - low, end - low)
    before, after = _cut(near, [*around.begins, start - low]), _cut(near, [end - low, *around.ends])
    return f"{CUT}{before}{TOPIC}{after}{CUT}".replace("'", "")


def _cut(text: str, places: list[int]) -> str:
    return CUT.join([text[low:high] for low, high in pairwise(places)])


def _matching(speech: Speech, said: str) -> list[int]:
    """The numbers of those lines of the data that match."""
    numbers, expressions = _lines(speech)
    return [numbers[place] for place in expressions.matching(said)]


@cache
def _lines(speech: Speech) -> tuple[tuple[int, ...], LinearSet]:
    chosen = {number: line.source for number, line in enumerate(data()) if line.speech is speech}
    return tuple(chosen), LinearSet(chosen.values())
