"""What a pattern means: where a phrase that begins at a place of a folded text can end.

Sets of places are carried along rather than one way tried after the other, so alternatives and gaps never multiply.
What one start can cost is bounded by the pattern alone, which keeps a text of any length linear.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from typing import Final, TypeVar, assert_never

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.characters import ASCII_WORD, JAPANESE, SEPARATORS, WORD
from kotowari.text.fold import Folded
from kotowari.text.japanese.hides import hidden
from kotowari.text.japanese.stretches import Stretches
from kotowari.text.numbers import number_end
from kotowari.text.patterns.nodes import (
    LONGEST,
    Choice,
    Gap,
    Japanese,
    Node,
    Number,
    Phrase,
    Prefix,
    Step,
    Symbol,
    Word,
)
from kotowari.text.patterns.standing import japanese_ends
from kotowari.text.sentences import REACH, SENTENCE_END

# A word begins where no letter stands before it; after a digit it may ("3nights").
_WORD: Final = regex(rf"(?<![^\W\d_{JAPANESE}]){WORD}")
_ASCII_WORD: Final = regex(rf"(?<![^\W\d_]){ASCII_WORD}")
_WORDS_GAP: Final = regex(rf"[{SEPARATORS}]{{1,40}}")
_NUMBER_GAP: Final = regex(r"[^\S\n]{1,2}")
_POINT: Final = regex(rf"(?P<word>{WORD})|(?P<japanese>[{JAPANESE}])|(?P<end>{SENTENCE_END})|[^\s]")
# At most six words stand in a `...`. Without morphemes, three Japanese characters count as a word.
_PARTS_OF_WORD: Final = 3
_FEW: Final = 6 * _PARTS_OF_WORD
_MOST_KEPT: Final = 1 << 12


@record
class View:
    """A folded text to match in.

    Patterns look at the same places again and again; the last words and gaps that were read there are kept.
    """

    folded: Folded
    words: dict[int, str] = field(default_factory=dict[int, str])
    gaps: dict[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    stretches: Stretches = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stretches", Stretches(self.folded.plain))

    def word(self, start: int) -> str:
        """The Latin word that begins at `start`, at least as much of it as a pattern can hold; or nothing."""
        known = self.words.get(start)
        if known is None:
            text = self.folded.text
            found = (_ASCII_WORD if text.isascii() else _WORD).match(text, start, start + LONGEST + 2)
            known = found.group() if found else ""
            _keep(self.words, start, known)
        return known

    def few(self, place: int) -> tuple[int, ...]:
        """Where something can begin that `...` parts from what ends at `place`."""
        known = self.gaps.get(place)
        if known is None:
            known = tuple(_few(self.folded.text, place))
            _keep(self.gaps, place, known)
        return known


_Kept = TypeVar("_Kept")


def _keep(kept: dict[int, _Kept], place: int, value: _Kept) -> None:
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[place] = value


def phrase_ends(phrase: Phrase, view: View, start: int) -> Collection[int]:
    """Where the phrase ends, each way it can be read from `start` on; empty where it is not there."""
    steps = phrase.steps
    ends = _node_ends(steps[0].node, view, start)
    return follow(steps[1:], view, ends) if ends and len(steps) > 1 else ends


def follow(steps: Iterable[Step], view: View, places: Collection[int]) -> Collection[int]:
    """Where the steps end, each way they can be read on from any of the places."""
    for step in steps:
        if not places:
            break
        starts = {begin for place in places for begin in starts_after(step.gap, view, place)}
        places = _ends_of_all(step.node, view, starts)
    return places


def _ends_of_all(node: Node, view: View, starts: Iterable[int]) -> Collection[int]:
    if isinstance(node, Word):  # the most frequent case by far
        return {begin + len(word) for begin in starts if (word := view.word(begin)) in node.forms}
    return {end for begin in starts for end in _node_ends(node, view, begin)}


def starts_after(gap: Gap, view: View, place: int) -> Iterable[int]:
    """Where something can begin that the gap parts from what ends at `place`."""
    text = view.folded.text
    match gap:
        case Gap.NONE:
            return (place,)
        case Gap.NUMBER:
            found = _NUMBER_GAP.match(text, place)
            return (place, found.end()) if found else (place,)
        case Gap.WORDS:
            found = _WORDS_GAP.match(text, place)
            # A blank line parts two sentences.
            return range(place, found.end() + 1) if found and found.group().count("\n") <= 1 else (place,)
        case Gap.FEW:
            return view.few(place)
        case _:
            assert_never(gap)


def _few(text: str, place: int) -> Iterator[int]:
    """Where something can begin in the same sentence with at most six words between."""
    between = 0
    for found in _POINT.finditer(text, place, place + REACH):
        if found.lastgroup == "end":
            return
        yield found.start()
        between += _PARTS_OF_WORD if found.lastgroup == "word" else found.lastgroup == "japanese"
        if between > _FEW:
            return


def _node_ends(node: Node, view: View, start: int) -> Collection[int]:
    text = view.folded.text
    match node:
        case Japanese():
            return japanese_ends(node, view.folded, view.stretches, start)
        case Word(forms):
            word = view.word(start)
            return (start + len(word),) if word in forms else ()
        case Prefix(prefix):
            word = view.word(start) if text.startswith(prefix, start) else ""
            return (start + len(word),) if 0 < len(word) <= LONGEST else ()
        case Number():
            end = number_end(text, start)
            return () if end is None or hidden(text, start, end) else (end,)
        case Symbol(sign):
            return (start + 1,) if text.startswith(sign, start) else ()
        case Choice():
            return {end for option in node.at(text, start) for end in phrase_ends(option, view, start)}
        case _:
            assert_never(node)
