"""The words that a pattern asks for, each with the places where the text has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from kotowari.record import record
from kotowari.text.fold import fold
from kotowari.text.japanese.morphemes import Morpheme, analyse
from kotowari.text.near.seen import Place, Seen
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.nodes import Choice, Gap, Japanese, Node, Number, Phrase, Prefix, Step, Symbol, Word
from kotowari.text.patterns.pattern import Words
from kotowari.text.patterns.search import Search
from kotowari.text.patterns.syntax import pieces

# Words that say nothing alone: that one of them is there is no near miss.
_SMALL: Final = re.compile(
    "a|an|the|any|some|this|that|these|those|it|its|i|me|my|we|us|our|you|your"
    "|he|she|they|them|their|to|of|in|on|at|for|from|with|by|as|and|or|not|no"
    "|do|does|did|is|are|was|were|be|been|have|has|had|can|could|will|would|should|how"
    "|what|where|when|why|which|who|there|here|so|too|very|just|only|please|up|out|off|back"
)
# Parts of speech that carry no meaning of their own: what stands between 個人情報 and 削除.
_BETWEEN: Final = frozenset({"助詞", "助動詞"})
_MOST_PLACES: Final = 50


@record
class Unit:
    """One word of a pattern: as the pattern has it, and where the folded text does. `small` says nothing alone."""

    piece: str
    node: Node
    places: tuple[Place, ...]
    small: bool = False


def units(phrase: Phrase, text: str, seen: Seen) -> tuple[Unit, ...]:
    """The words of the pattern `text`, which stands for `phrase`."""
    return tuple(_unit(piece, step.node, seen.view) for piece, step in zip(pieces(text), phrase.steps, strict=True))


def fallen_apart(words: Sequence[Unit], seen: Seen) -> tuple[Unit, ...]:
    """The words, a longer Japanese one that is not there as those that it consists of."""
    return tuple(part for unit in words for part in _morphemes(unit, seen))


def places_of(node: Node, view: View) -> tuple[Place, ...]:
    """The first places where the node stands in the folded text."""
    hits = Search([Words(Phrase((Step(Gap.NONE, node),)))]).hits(view)
    return tuple((hit.start, hit.end) for hit in islice(hits, _MOST_PLACES))


def _unit(piece: str, node: Node, view: View) -> Unit:
    return Unit(piece, node, places_of(node, view), small=_is_small(piece, node))


def _is_small(piece: str, node: Node) -> bool:
    match node:
        case Number() | Symbol():
            return True
        case Word() | Choice():
            return _says_little(piece)
        case Prefix() | Japanese():
            return False


def _says_little(piece: str) -> bool:
    return all(_SMALL.fullmatch(word) for word in fold(piece).text.strip("()").split("|"))


def _morphemes(unit: Unit, seen: Seen) -> Iterator[Unit]:
    """The unit, or the words that a longer Japanese one consists of where the text does not have it as a whole."""
    node = unit.node
    if unit.places or not isinstance(node, Japanese) or not node.ways:
        yield unit
        return
    plain = fold(unit.piece).plain
    words = analyse(plain).morphemes[: len(node.ways[0])]
    if len(words) != len(node.ways[0]):
        yield unit
        return
    meaning = [(word, keys) for word, keys in zip(words, node.ways[0], strict=True) if word.word_class not in _BETWEEN]
    groups = list(_grouped(meaning))
    if len(groups) == 1:  # a compound: its words one by one
        groups = [[word] for word in meaning]
    if len(groups) < 2:
        yield unit
        return
    for group in groups:
        piece = plain[group[0][0].start : group[-1][0].end]
        places = tuple(_rows([keys for _, keys in group], seen.keyed))
        yield Unit(piece, node, places, small=len(piece) == 1)


def _grouped(words: Sequence[tuple[Morpheme, frozenset[str]]]) -> Iterator[list[tuple[Morpheme, frozenset[str]]]]:
    """The words, those together that nothing stands between."""
    group: list[tuple[Morpheme, frozenset[str]]] = []
    for word in words:
        if group and group[-1][0].end != word[0].start:
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _rows(keys: Sequence[frozenset[str]], known: Mapping[str, Sequence[Place]]) -> Iterator[Place]:
    """Where morphemes of these keys stand one right after the other."""
    for start, end in sorted(place for key in sorted(keys[0]) for place in known.get(key, ()))[:_MOST_PLACES]:
        last = end
        for following in keys[1:]:
            last = next((stop for key in sorted(following) for low, stop in known.get(key, ()) if low == last), -1)
            if last < 0:
                break
        if last >= 0:
            yield start, last
