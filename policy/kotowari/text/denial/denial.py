"""Tells what a text asks for from what it only says is not wanted.

What denies is data (see `kotowari.text.denial.lines`), in regular expressions that run all at once, in linear time and
without a morphological analyser. Texts mix languages: every file is tried whose script stands in the sentence. Only
the sentence around a topic counts, and mostly the clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import IS_JAPANESE
from kotowari.text.denial.cues import candidates, may_deny
from kotowari.text.denial.lines import CUT, FILES, TOPIC, Line, Speech, data_of, sources_of, spelled_out
from kotowari.text.fold import Folded
from kotowari.text.regular.linear_set import LinearSet
from kotowari.text.sentences import FULL_STOPS, MARGIN, sentence

_AFTER_KATAKANA: Final = regex("、(?<=[\u30a1-\u30fa\u30fc]、)")  # one sign is fast to look for


def is_denied(folded: Folded, start: int, end: int) -> bool:
    """Whether the mention on the characters `start` to `end` of the folded text only says that it is not wanted."""
    found = _deciding(folded, start, end)
    return found is not None and spelled_out(found[0])[found[1]][0] is Speech.DENIES


def denial_of(folded: Folded, start: int, end: int) -> Line | None:
    """The line of the data that decides about the mention, where any denies it: that line, or one that overrides it."""
    found = _deciding(folded, start, end)
    return data_of(found[0])[found[1]] if found else None


def _deciding(folded: Folded, start: int, end: int) -> tuple[str, int] | None:
    """That line by its file and its number there."""
    near, low = _around(folded, start, end)
    files = _files(near, FILES)
    if not any(_may_deny(name, near.replace("'", "")) for name in files):
        return None  # so it is with most mentions, and then nothing need be cut into clauses
    said = _setting(near, start - low, end - low)
    files = _files(said, files)
    denying = [found for name in files for found in _denying(name, said)]
    if not denying:
        return None
    asking = [found for name in files for found in _looked_for(name, Speech.ASKS, said)]
    return max([*denying, *asking], key=lambda found: (files.index(found[0]), found[1]))


def setting(folded: Folded, start: int, end: int) -> str:
    """The sentence around a mention, with a sign in place of the mention and one where each clause begins or ends."""
    near, low = _around(folded, start, end)
    return _setting(near, start - low, end - low)


def _setting(near: str, start: int, end: int) -> str:
    around = sentence(near, start, end)
    before, after = _cut(near, [*around.begins, start]), _cut(near, [end, *around.ends])
    return f"{CUT}{before}{TOPIC}{after}{CUT}".replace("'", "")


def _around(folded: Folded, start: int, end: int) -> tuple[str, int]:
    """What stands around a mention, where a glance shows no end of a sentence between them, and where that begins."""
    low, high = max(0, start - MARGIN), end + MARGIN
    for sign in FULL_STOPS:
        low = max(low, folded.text.rfind(sign, low, start) + 1)
        high = (folded.text.find(sign, end, high) + 1) or high
    return _listed(folded, low, high).replace(TOPIC, " ").replace(CUT, " "), low


def _listed(folded: Folded, low: int, high: int) -> str:
    """The text there with ・ for each 、 behind a word in katakana: no verb ends so, which folding hides."""
    near = folded.text[low:high]
    pauses = [found.start() - low for found in _AFTER_KATAKANA.finditer(folded.plain, low + 1, low + len(near))]
    if not pauses:
        return near
    signs = list(near)
    for pause in pauses:
        signs[pause] = "・"
    return "".join(signs)


def _cut(text: str, places: list[int]) -> str:
    return CUT.join([text[low:high] for low, high in pairwise(places)])


def _files(said: str, among: Iterable[str]) -> list[str]:
    """The files whose script stands in a sentence; for one in ASCII nothing of Japanese need be compiled."""
    in_ascii = said.replace(TOPIC, "").replace(CUT, "").isascii()
    scripts = [(name, FILES[name].script) for name in among]
    return [name for name, script in scripts if not (in_ascii and script is IS_JAPANESE) and script.search(said)]


def _may_deny(name: str, said: str) -> bool:
    """Whether the lines of a file are worth a try; the cues are quicker only until some sentence needs the lines."""
    return (name, Speech.DENIES) in _COMPILED or may_deny(name, said)


def _denying(name: str, said: str) -> list[tuple[str, int]]:
    """The lines of a file that match and deny."""
    return _looked_for(name, Speech.DENIES, said) if _may_deny(name, said) else []


def _looked_for(name: str, speech: Speech, said: str) -> list[tuple[str, int]]:
    """The lines of a file that match: one by one at first, all together once that pays off."""
    if (name, speech) in _COMPILED:
        return _matching(name, speech, said)
    every = spelled_out(name)
    wanted = {(name, number) for number in candidates(name, said) if every[number][0] is speech}
    alone = _ALONE.setdefault((name, speech), {})
    _LOOKED[name, speech] = _LOOKED.get((name, speech), 0) + 1
    if _LOOKED[name, speech] > _FEW or len(alone.keys() | wanted) > _FEW:
        return _matching(name, speech, said)
    return [found for found in sorted(wanted) if _alone(alone, found).matching(said)]


def _alone(known: dict[tuple[str, int], LinearSet], line: tuple[str, int]) -> LinearSet:
    if line not in known:
        known[line] = LinearSet(sources_of(*line))
    return known[line]


def _matching(name: str, speech: Speech, said: str) -> list[tuple[str, int]]:
    """The lines of a file that match: its name, and the number of each."""
    numbers, expressions = _lines(name, speech)
    return sorted({(name, numbers[place]) for place in expressions.matching(said)})


# Lines compiled before all of their file are that say the same, and in how many sentences they were looked for: a
# short run needs few of them.
_ALONE: dict[tuple[str, Speech], dict[tuple[str, int], LinearSet]] = {}
_LOOKED: dict[tuple[str, Speech], int] = {}
_FEW: Final = 32
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
        for number, (said, _) in enumerate(spelled_out(name))
        if said is speech
        for source in sources_of(name, number)
    ]
    return tuple(number for number, _ in chosen), LinearSet(source for _, source in chosen)
