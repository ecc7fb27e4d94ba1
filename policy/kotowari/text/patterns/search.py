"""Finds many patterns in one pass over a folded text.

Patterns are filed under what they can begin with: the forms of their first word, what its spellings begin with where
it is Japanese. A text costs what its own words find in those files, however many patterns there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from heapq import merge
from typing import Final, NamedTuple, Protocol

from kotowari.text.characters import WORD
from kotowari.text.numbers import NUMBER_WORDS, NUMERALS
from kotowari.text.patterns.matching import View, phrase_ends
from kotowari.text.patterns.needs import Ahead, Needs, needs
from kotowari.text.patterns.nodes import Japanese, Leaf, Number, Phrase, Prefix, Symbol, Word, leaves
from kotowari.text.patterns.pattern import Expression, Matcher, Words
from kotowari.text.regular.linear import LinearExpression

# Words of which it is kept what can begin with them; a text has many words, but most of them again and again.
_MOST_KNOWN: Final = 1 << 14


class Unwanted(Protocol):
    """Says which matches need not be looked for."""

    def at(self, number: int, start: int) -> bool:
        """Whether a match of matcher `number` that begins at `start` is not wanted."""
        ...

    def ever(self, number: int) -> bool:
        """Whether no further match of matcher `number` is wanted."""
        ...


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
        self._known: dict[str, Sequence[int]] = {}
        for number, matcher in enumerate(matchers):
            match matcher:
                case Expression(expression):
                    self._expressions.append((number, expression))
                case Words(phrase):
                    self._phrases[number] = (phrase, needs(phrase))
                    for leaf in leaves(phrase.steps[0].node, 0):
                        self._file(leaf, number)
        self._beginning = self._scanner()

    def hits(self, view: View, unwanted: Unwanted | None = None) -> Iterator[Hit]:
        """The longest match of each matcher at each place, sorted by where they begin, then by matcher.

        What `unwanted` says is not wanted is not tried.
        """
        if not self._expressions:
            return self._phrase_hits(view, unwanted)
        streams = (self._expression_hits(view, *entry, unwanted) for entry in self._expressions)
        return merge(self._phrase_hits(view, unwanted), *streams, key=lambda hit: (hit.start, hit.number))

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
        return re.compile(f"(?P<word>{WORD})|(?P<other>[{characters}])" if characters else f"(?P<word>{WORD})")

    def _phrase_hits(self, view: View, unwanted: Unwanted | None) -> Iterator[Hit]:
        text = view.folded.text
        ahead = Ahead(text)
        asleep: dict[int, int] = {}  # until where each matcher need not be tried
        for found in self._beginning.finditer(text):
            if numbers := self._candidates(text, found):
                start = found.start()
                for number in numbers:
                    if asleep.get(number, 0) > start or (unwanted and unwanted.at(number, start)):
                        continue
                    phrase, needed = self._phrases[number]
                    asleep[number] = needed.earliest(ahead, start)
                    if asleep[number] == start and (ends := phrase_ends(phrase, view, start)):
                        yield Hit(start, max(ends), number)

    def _candidates(self, text: str, found: re.Match[str]) -> Sequence[int]:
        """The matchers that can begin at what the scanner found: a Latin word, or one other character."""
        begin = found.group()
        if found.lastgroup == "other":
            begin = text[found.start() : found.start() + 2]
        known = self._known.get(begin)
        if known is None:
            known = self._filed(begin) if found.lastgroup == "word" else self._filed_openings(begin)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[begin] = known
        return known

    def _filed(self, word: str) -> Sequence[int]:
        candidates = [*self._words.get(word, ()), *self._openings.get(word, ())]
        for length, prefixes in self._prefixes.items():
            candidates += prefixes.get(word[:length], ())
        counts = word[0] in "0123456789" or word in NUMBER_WORDS
        return sorted({*candidates, *(self._numbers if counts else ())})

    def _filed_openings(self, characters: str) -> Sequence[int]:
        candidates = (*self._openings.get(characters[0], ()), *self._openings.get(characters, ()))
        return sorted({*candidates, *(self._numbers if characters[0] in NUMERALS else ())})

    @staticmethod
    def _expression_hits(
        view: View, number: int, expression: LinearExpression, unwanted: Unwanted | None
    ) -> Iterator[Hit]:
        for start, end in expression.finditer(view.folded.text):
            if unwanted and unwanted.ever(number):
                return
            if not (unwanted and unwanted.at(number, start)):
                yield Hit(start, end, number)


def _add(numbers: list[int], number: int) -> None:
    if number not in numbers[-1:]:
        numbers.append(number)
