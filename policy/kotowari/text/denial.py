"""Tells what a text asks for from what it only says is not wanted.

What denies is data (see `kotowari.text.denial_lines`), in regular expressions that run all at once, in linear time and
without a morphological analyser. Every file is tried on every text, since texts mix languages. Only the sentence around
a topic counts, and mostly the clause.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from kotowari.text.denial_lines import CUT, TOPIC, Line, Speech, data
from kotowari.text.fold import Folded
from kotowari.text.linear_set import LinearSet
from kotowari.text.sentences import sentence

_PRIVATE: Final = re.compile(f"[{TOPIC}{CUT}\ud800-\udfff]")


def is_denied(folded: Folded, start: int, end: int) -> bool:
    """Whether the mention on the characters `start` to `end` of the folded text only says that it is not wanted."""
    line = denial_of(folded, start, end)
    return line is not None and line.speech is Speech.DENIES


def denial_of(folded: Folded, start: int, end: int) -> Line | None:
    """The line of the data that decides about the mention, where any denies it: that line, or one that overrides it."""
    matching = [data()[number] for number in _lines().matching(setting(folded.text, start, end))]
    return matching[-1] if any(line.speech is Speech.DENIES for line in matching) else None


def setting(text: str, start: int, end: int) -> str:
    """The sentence around a mention, with a sign in place of the mention and one where each clause begins or ends."""
    around = sentence(text, start, end)
    before = [cut for cut in around.cuts if cut <= start]
    after = [cut for cut in around.cuts if cut >= end]
    return f"{CUT}{_cut(text, [around.start, *before, start])}{TOPIC}{_cut(text, [end, *after, around.end])}{CUT}"


def _cut(text: str, places: list[int]) -> str:
    pieces = (text[low:high] for low, high in pairwise(places))
    return CUT.join(_PRIVATE.sub("\ufffd", piece).replace("'", "") for piece in pieces)


@cache
def _lines() -> LinearSet:
    return LinearSet(line.source for line in data())
