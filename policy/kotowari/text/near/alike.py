"""Words of a text that are nearly a word of a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import Final, assert_never

from kotowari.diagnostics.suggest import edits
from kotowari.record import record
from kotowari.text.characters import WORD
from kotowari.text.fold import fold
from kotowari.text.near.found import Why
from kotowari.text.near.seen import Place, Seen, Token
from kotowari.text.near.units import Unit
from kotowari.text.patterns.nodes import Choice, Japanese, Number, Prefix, Symbol, Word
from kotowari.text.stems import stem

_WORDS: Final = re.compile(WORD)
# Shorter beginnings are shared by words that have nothing to do with each other.
_LEAST_BEGINNING: Final = 4
# Words of up to three letters are too near to too many others; longer ones may have a slip, long ones two.
_LEAST_SPELLED: Final = 4
_LEAST_TWICE: Final = 8
_LEAST_KATAKANA: Final = 4
_MOST_WITHIN: Final = 3


@record
class Alike:
    """A word of the text that nearly is one of the pattern.

    `read` are the morphemes that it is cut into, `base` the form under which a dictionary has it, where it is Japanese.
    """

    why: Why
    place: Place
    word: str
    distance: int = 0
    read: tuple[str, ...] = ()
    base: str = ""


def alike(unit: Unit, seen: Seen) -> Iterator[Alike]:
    """The words of the text that nearly are the one of the pattern."""
    match unit.node:
        case Word() | Choice():
            words = _words(unit.piece)
            forms = unit.node.forms if isinstance(unit.node, Word) else frozenset(words)
            for token in seen.words:
                if token.text not in forms:
                    yield from _latin(words, forms, token)
        case Prefix(text):
            yield from _misspelt_beginning(text, seen.words)
        case Japanese():
            yield from _japanese(unit, seen)
        case Number() | Symbol():
            pass
        case _:
            assert_never(unit.node)


def _words(piece: str) -> list[str]:
    """The single words that the piece of a pattern stands for: alternatives of several words are left out."""
    options = fold(piece).text.strip("()").split("|")
    return [option for option in options if _WORDS.fullmatch(option)]


def _latin(words: Sequence[str], forms: frozenset[str], token: Token) -> Iterator[Alike]:
    """The word of the text, where it is nearly one of the pattern's."""
    place = token.start, token.end
    begun = [word for word in words if _begins_alike(word, token.text)]
    longest = max(begun, key=len, default="")
    slips = [(found, form) for form in sorted(forms) if (found := _slips(form, token.text)) is not None]
    goes_on = token.text.startswith(longest) and len(token.text) > len(longest) + 1
    of_its_family = longest and (goes_on or stem(token.text) == stem(longest))
    if slips and not of_its_family:
        distance, form = min(slips)
        yield Alike(Why.SPELLING, place, form, distance)
    elif longest:
        yield Alike(Why.BEGINNING, place, longest, abs(len(longest) - len(token.text)))


def _slips(word: str, other: str) -> int | None:
    """How many letters are wrong, missing, too many or swapped, where they are few for the length."""
    if len(word) < _LEAST_SPELLED or len(other) < _LEAST_SPELLED or word[0] != other[0]:
        return None
    return edits(word, other, 2 if min(len(word), len(other)) >= _LEAST_TWICE else 1)


def _begins_alike(word: str, other: str) -> bool:
    """Whether the words share a stem, or a beginning that is most of the shorter one."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    if shared < _LEAST_BEGINNING or word == other:
        return False
    root = stem(word)
    return shared == len(word) or (shared >= len(root) and shared > len(word) // 2) or stem(other) == root


def _misspelt_beginning(text: str, tokens: Iterable[Token]) -> Iterator[Alike]:
    for token in tokens:
        slips = _slips(text, token.text[: len(text)])
        if slips is not None:
            yield Alike(Why.SPELLING, (token.start, token.end), text, slips)


def _japanese(unit: Unit, seen: Seen) -> Iterator[Alike]:
    """A word whose characters are there but not as a word, or one in katakana that is a letter off."""
    text = fold(unit.piece).text.rstrip("*")
    for found in islice(re.finditer(re.escape(text), seen.folded.text), _MOST_WITHIN):
        yield _longer_word(unit.piece, found.span(), seen)
    if isinstance(unit.node, Japanese) and unit.node.katakana and len(text) >= _LEAST_KATAKANA:
        for token in seen.katakana:
            slips = edits(text, token.text, 2 if len(text) >= _LEAST_TWICE else 1)
            if slips:
                yield Alike(Why.SPELLING, (token.start, token.end), unit.piece, slips)


def _longer_word(piece: str, place: Place, seen: Seen) -> Alike:
    """The morphemes around the characters.

    One more before them is taken where they fill morphemes, since it is what makes another word of them.
    """
    stretch = seen.view.stretches.at(place[0])
    low, high = place[0] - stretch.start, place[1] - stretch.start
    starts = stretch.analysis.starts | {morpheme.start for morpheme in stretch.analysis.morphemes}
    first = max((start for start in starts if start <= low), default=low)
    last = min((end for end in stretch.analysis.ends if end >= high), default=high)
    if (first, last) == (low, high):
        first = max((start for start in starts if start < low), default=low)
    cuts = sorted({first, last, *(cut for cut in starts | stretch.analysis.ends if first < cut < last)})
    plain = seen.folded.plain[stretch.start :]
    morphemes = [one for one in stretch.analysis.morphemes if (one.start, one.end) == (first, last)]
    return Alike(
        Why.WITHIN,
        (stretch.start + first, stretch.start + last),
        piece,
        read=tuple(plain[start:end] for start, end in pairwise(cuts)),
        base=morphemes[0].base if morphemes else "",
    )
