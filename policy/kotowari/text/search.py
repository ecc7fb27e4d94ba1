"""Finds many patterns in one pass over a folded text.

Patterns are filed under what they can begin with: the forms of their first word, what its spellings begin with where
it is Japanese. A text costs what its own words find in those files, however many patterns there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from typing import NamedTuple, TypeAlias

from kotowari.text.characters import WORD
from kotowari.text.linear import LinearExpression
from kotowari.text.matching import View, phrase_ends
from kotowari.text.needs import Needs, needs
from kotowari.text.nodes import Choice, Japanese, Leaf, Number, Phrase, Prefix, Symbol, Word, leaves
from kotowari.text.numbers import NUMBER_WORDS, NUMERALS
from kotowari.text.patterns import Expression, Matcher, Words

# Whether a match of a matcher that begins at a place is not wanted.
Idle: TypeAlias = Callable[[int, int], bool]


class Hit(NamedTuple):
    """A match of matcher `number` on the characters `start` to `end` of the folded text; they sort by place."""

    start: int
    end: int
    number: int


class Search:
    """Many matchers, to be run together."""

    def __init__(self, matchers: Sequence[Matcher]) -> None:
        self._phrases: dict[int, tuple[Phrase, Needs]] = {}
        self._expressions: list[tuple[int, LinearExpression]] = []
        self._words: dict[str, list[int]] = {}
        self._prefixes: dict[int, dict[str, list[int]]] = {}
        self._openings: dict[str, list[int]] = {}
        self._numbers: list[int] = []
        for number, matcher in enumerate(matchers):
            match matcher:
                case Expression(expression):
                    self._expressions.append((number, expression))
                case Words(phrase):
                    self._phrases[number] = (phrase, needs(phrase))
                    for leaf in leaves(Choice((phrase,)), 0):
                        self._file(leaf, number)
        self._beginning = self._scanner()

    def hits(self, view: View, idle: Idle | None = None) -> Iterator[Hit]:
        """The longest match of each matcher at each place, sorted by where they begin, then by matcher.

        `idle` may say that a match of a matcher that begins at a place is not wanted, so that it is not tried.
        """
        if not self._expressions:
            return self._phrase_hits(view, idle)
        streams = (self._expression_hits(view, *entry, idle) for entry in self._expressions)
        return merge(self._phrase_hits(view, idle), *streams, key=lambda hit: (hit.start, hit.number))

    def _file(self, leaf: Leaf, number: int) -> None:
        match leaf:
            case Word(forms):
                for form in forms:
                    _add(self._words.setdefault(form, []), number)
            case Prefix(text):
                _add(self._prefixes.setdefault(len(text), {}).setdefault(text, []), number)
            case Japanese(openings=openings):
                for opening in openings:
                    _add(self._openings.setdefault(opening, []), number)
            case Symbol(text):
                _add(self._openings.setdefault(text, []), number)
            case Number():
                _add(self._numbers, number)

    def _scanner(self) -> re.Pattern[str]:
        """Finds each place where a match can begin: every Latin word, and the characters that patterns begin with."""
        signs = {opening[0] for opening in self._openings} | set(NUMERALS if self._numbers else "")
        characters = "".join(re.escape(sign) for sign in sorted(signs))
        return re.compile(f"{WORD}|[{characters}]" if characters else WORD)

    def _phrase_hits(self, view: View, idle: Idle | None) -> Iterator[Hit]:
        text = view.folded.text
        for found in self._beginning.finditer(text):
            if numbers := self._candidates(text, found):
                start = found.start()
                yield from self._try([number for number in numbers if not (idle and idle(number, start))], view, start)

    def _candidates(self, text: str, found: re.Match[str]) -> list[int]:
        begin = found.group()
        start = found.start()
        candidates = [*self._words.get(begin, ()), *self._openings.get(begin, ())]
        candidates += self._openings.get(text[start : start + 2], ()) if len(begin) == 1 else ()
        for length, prefixes in self._prefixes.items():
            candidates += prefixes.get(begin[:length], ())
        if self._numbers and (begin[0] in "0123456789" or begin in NUMBER_WORDS or begin in NUMERALS):
            candidates += self._numbers
        return sorted(set(candidates)) if len(candidates) > 1 else candidates

    def _try(self, numbers: list[int], view: View, start: int) -> Iterator[Hit]:
        for number in numbers:
            phrase, needed = self._phrases[number]
            if needed.met(view.folded.text, start) and (ends := phrase_ends(phrase, view, start)):
                yield Hit(start, max(ends), number)

    @staticmethod
    def _expression_hits(view: View, number: int, expression: LinearExpression, idle: Idle | None) -> Iterator[Hit]:
        for start, end in expression.finditer(view.folded.text):
            if not (idle and idle(number, start)):
                yield Hit(start, end, number)


def _add(numbers: list[int], number: int) -> None:
    if number not in numbers[-1:]:
        numbers.append(number)
