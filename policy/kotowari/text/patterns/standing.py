"""Where a Japanese word of a pattern stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kotowari.text.characters import KATAKANA
from kotowari.text.fold import Folded
from kotowari.text.japanese.spellings import Way
from kotowari.text.japanese.stretches import Stretch, Stretches
from kotowari.text.patterns.nodes import Japanese

# A shorter word that the text has in hiragana is too often a chance hit: サイト in くださいと.
_LEAST_IN_HIRAGANA: Final = 4
_HIRAGANA: Final = re.compile("[\u3041-\u309fー]+")


def japanese_ends(node: Japanese, folded: Folded, stretches: Stretches, start: int) -> set[int]:
    """Where the word ends, each way it can be read from `start` on; raises `morphemes.MissingJapanese`.

    It stands where whole morphemes have its characters, or its keys; and a longer word in katakana also where the text
    has it in hiragana, which no dictionary knows.
    """
    if not folded.text.startswith(node.openings, start):
        return set()
    as_written = folded.text.startswith(node.text, start)
    end = start + len(node.text)
    if node.edges == (False, False) and not node.ways:
        return {end} if as_written else set()
    stretch = stretches.at(start)
    ends = set(_ways_ends(node, stretch, start - stretch.start)) if node.ways else set[int]()
    if as_written and (_between_units(node, stretch, start, end) or _in_hiragana(node, folded, start, end)):
        ends.add(end)
    return ends


def _between_units(node: Japanese, stretch: Stretch, start: int, end: int) -> bool:
    begins = not node.edges[0] or start - stretch.start in stretch.analysis.starts
    return begins and (not node.edges[1] or end - stretch.start in stretch.analysis.ends)


def _ways_ends(node: Japanese, stretch: Stretch, start: int) -> Iterator[int]:
    number = stretch.analysis.index.get(start)
    if number is None or (node.edges[0] and stretch.analysis.morphemes[number].opposed):
        return
    for way in node.ways:
        end = number + len(way)
        if end <= stretch.size and _agree(way, stretch, number):
            yield stretch.start + stretch.analysis.morphemes[end - 1].end


def _agree(way: Way, stretch: Stretch, number: int) -> bool:
    morphemes = stretch.analysis.morphemes
    return all(morphemes[number + offset].key in keys for offset, keys in enumerate(way))


def _in_hiragana(node: Japanese, folded: Folded, start: int, end: int) -> bool:
    if not node.katakana or end - start < _LEAST_IN_HIRAGANA:
        return False
    runs_on = start > 0 and KATAKANA.match(folded.plain, start - 1)
    return bool(_HIRAGANA.fullmatch(folded.plain, start, end)) and not runs_on
