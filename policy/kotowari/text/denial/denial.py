"""Tells what a text asks for from what it only says is not wanted.

What denies is data (see `kotowari.text.denial.lines`), in regular expressions that run all at once, in linear time and
without a morphological analyser. Texts mix languages: every file is tried whose script stands in the sentence. Only
the sentence around a topic counts, and mostly the clause.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from kotowari.regex import regex
from kotowari.text.denial.cues import may_deny
from kotowari.text.denial.lines import CUT, FILES, TOPIC, Line, Speech, data_of
from kotowari.text.fold import Folded
from kotowari.text.regular.linear_set import LinearSet
from kotowari.text.sentences import MARGIN, sentence

_AFTER_KATAKANA: Final = regex("[\u30a1-\u30fa\u30fc]、")


def is_denied(folded: Folded, start: int, end: int) -> bool:
    """Whether the mention on the characters `start` to `end` of the folded text only says that it is not wanted."""
    line = denial_of(folded, start, end)
    return line is not None and line.speech is Speech.DENIES


def denial_of(folded: Folded, start: int, end: int) -> Line | None:
    """The line of the data that decides about the mention, where any denies it: that line, or one that overrides it."""
    said = setting(folded, start, end)
    files = [name for name, gaps in FILES.items() if gaps.script.search(said)]
    denying = [found for name in files if _may_deny(name, said) for found in _matching(name, Speech.DENIES, said)]
    if not denying:
        return None
    asking = [found for name in files for found in _matching(name, Speech.ASKS, said)]
    name, number = max([*denying, *asking], key=lambda found: (files.index(found[0]), found[1]))
    return data_of(name)[number]


def setting(folded: Folded, start: int, end: int) -> str:
    """The sentence around a mention, with a sign in place of the mention and one where each clause begins or ends."""
    low = max(0, start - MARGIN)
    near = _listed(folded, low, end + MARGIN).replace(TOPIC, " ").replace(CUT, " ")
    around = sentence(near, start - low, end - low)
    before, after = _cut(near, [*around.begins, start - low]), _cut(near, [end - low, *around.ends])
    return f"{CUT}{before}{TOPIC}{after}{CUT}".replace("'", "")


def _listed(folded: Folded, low: int, high: int) -> str:
    """The text there with ・ for each 、 behind a word in katakana: no verb ends so, which folding hides."""
    near = list(folded.text[low:high])
    for found in _AFTER_KATAKANA.finditer(folded.plain, low, low + len(near)):
        near[found.end() - low - 1] = "・"
    return "".join(near)


def _cut(text: str, places: list[int]) -> str:
    return CUT.join([text[low:high] for low, high in pairwise(places)])


def _may_deny(name: str, said: str) -> bool:
    """Whether the lines of a file are worth a try; the cues are quicker only until some sentence needs the lines."""
    return (name, Speech.DENIES) in _COMPILED or may_deny(name, said)


def _matching(name: str, speech: Speech, said: str) -> list[tuple[str, int]]:
    """The lines of a file that match: its name, and the number of each."""
    numbers, expressions = _lines(name, speech)
    return sorted({(name, numbers[place]) for place in expressions.matching(said)})


# By file and speech: the numbers of the lines, and their expressions.
_COMPILED: dict[tuple[str, Speech], tuple[tuple[int, ...], LinearSet]] = {}


def _lines(name: str, speech: Speech) -> tuple[tuple[int, ...], LinearSet]:
    known = _COMPILED.get((name, speech))
    if known is None:
        known = _COMPILED[name, speech] = _compiled(name, speech)
    return known


def _compiled(name: str, speech: Speech) -> tuple[tuple[int, ...], LinearSet]:
    chosen = [
        (number, source)
        for number, line in enumerate(data_of(name))
        if line.speech is speech
        for source in line.sources
    ]
    return tuple(number for number, _ in chosen), LinearSet(source for _, source in chosen)
