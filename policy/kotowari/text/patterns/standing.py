"""Where a Japanese word of a pattern stands in a text."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from kotowari.regex import regex
from kotowari.text.characters import KATAKANA
from kotowari.text.fold import Folded
from kotowari.text.japanese.stretches import Stretch, Stretches
from kotowari.text.patterns.nodes import Japanese

if TYPE_CHECKING:
    from kotowari.text.japanese.morphemes import Analysis
    from kotowari.text.japanese.spellings import Way

# A shorter word that the text has in hiragana is too often a chance hit: サイト in くださいと.
_LEAST_IN_HIRAGANA: Final = 4
_HIRAGANA: Final = regex("[\u3041-\u309fー]+")


def japanese_ends(node: Japanese, folded: Folded, stretches: Stretches, start: int) -> Collection[int]:
    """Where the word ends, each way it can be read from `start` on; raises `morphemes.MissingJapanese`.

    It stands where whole morphemes have its characters, or its keys; and a longer word in katakana also where the text
    has it in hiragana, which no dictionary knows.
    """
    text = folded.text
    if not text.startswith(node.openings, start):
        return ()
    as_written = text.startswith(node.text, start)
    if not node.ways:
        return _ends_as_written(node, folded, stretches, start) if as_written else ()
    if not as_written and not _may_stand(node, text, start, stretches.end(start)):
        return ()
    stretch = stretches.at(start)
    number = stretch.analysis.index.get(start - stretch.start)
    ends = () if number is None else _ways_ends(node, stretch, number)
    if not as_written:
        return ends
    return {*ends, *_ends_as_written(node, folded, stretches, start)}


def _may_stand(node: Japanese, text: str, start: int, end: int) -> bool:
    """Whether the morphemes of some way may stand there up to `end`; a look spares most analyses."""
    for first, *others in node.signs:
        if text.startswith(first, start):
            rest = text[start + 1 : end]
            if all(any(map(rest.__contains__, later)) for later in others):
                return True
    return False


def _ends_as_written(node: Japanese, folded: Folded, stretches: Stretches, start: int) -> Collection[int]:
    end = start + len(node.text)
    stands = (
        node.edges == (False, False)
        or _between_units(node, stretches.at(start), start, end)
        or _in_hiragana(node, folded, start, end)
    )
    return (end,) if stands else ()


def _between_units(node: Japanese, stretch: Stretch, start: int, end: int) -> bool:
    begins = not node.edges[0] or start - stretch.start in stretch.analysis.starts
    return begins and (not node.edges[1] or end - stretch.start in stretch.analysis.ends)


def _ways_ends(node: Japanese, stretch: Stretch, number: int) -> Collection[int]:
    """Where the ways end that begin with a morpheme."""
    analysis = stretch.analysis
    if node.edges[0] and analysis.opposed(number):
        return ()
    key = analysis.key(number)
    return {
        stretch.start + analysis.end(number + len(way) - 1)
        for way in node.ways
        if key in way[0] and _agree(way, analysis, number)
    }


def _agree(way: Way, analysis: Analysis, number: int) -> bool:
    """Whether the morphemes from that one on have the keys of a way; the first one does."""
    if len(way) > len(analysis.index) - number:
        return False
    return all(analysis.key(number + place) in way[place] for place in range(1, len(way)))


def _in_hiragana(node: Japanese, folded: Folded, start: int, end: int) -> bool:
    if not node.katakana or end - start < _LEAST_IN_HIRAGANA:
        return False
    runs_on = start > 0 and KATAKANA.match(folded.plain, start - 1)
    return bool(_HIRAGANA.fullmatch(folded.plain, start, end)) and not runs_on
