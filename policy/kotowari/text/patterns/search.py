"""Finds many patterns in one pass over a folded text.

Patterns are filed under what they can begin with: the forms of their first word, what its spellings begin with where
it is Japanese. A text costs what its own words find in those files, however many patterns there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import merge
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple, Protocol, TypeAlias

from kotowari.cached import cached_property
from kotowari.regex import regex
from kotowari.text.characters import ASCII_WORD, IS_LETTER, LETTER, WORD
from kotowari.text.numbers import NUMBER_WORDS, NUMERALS
from kotowari.text.patterns.chances import Look, chances
from kotowari.text.patterns.matching import View, phrase_ends
from kotowari.text.patterns.multisearch import multisearch
from kotowari.text.patterns.needs import Ahead, Needs, needs
from kotowari.text.patterns.nodes import Japanese, Leaf, Number, Phrase, Prefix, Symbol, Word, leaves
from kotowari.text.patterns.openings import Openings
from kotowari.text.patterns.pattern import Expression, Matcher, Words
from kotowari.text.regular.linear import LinearExpression

_WORD: Final = regex(WORD)
_ASCII_WORD: Final = regex(ASCII_WORD)
_APOSTROPHE: Final = regex(rf"(?<={LETTER})'{LETTER}")
_AWAKE: Final = (0, 0)
# As many strings are found one by one before there is a search for all of them, which can take long to import.
_FEW: Final = 64
# Words of which it is kept what can begin with them; a text has many words, but most of them again and again.
_MOST_KNOWN: Final = 1 << 14


# A place of a folded text, with the numbers of the matchers that can begin there.
Place: TypeAlias = tuple[int, list[int]]


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


class Trial:
    """Tries phrases, each of them from left to right."""

    __slots__ = ("_ahead", "_asleep", "_phrases", "_view")

    def __init__(self, phrases: Mapping[int, tuple[Phrase, Needs]], view: View, ahead: Ahead) -> None:
        self._phrases = phrases
        self._view = view
        self._ahead = ahead
        self._asleep: dict[int, tuple[int, int]] = {}  # from where until where each phrase need not be tried

    def end_of(self, number: int, start: int) -> int:
        """Where the longest match of a phrase ends that begins at `start`; 0 where none does."""
        phrase, needed = self._phrases[number]
        if needed.strings:
            first, until = self._asleep.get(number, _AWAKE)
            if first <= start < until:
                return 0
            until = needed.earliest(self._ahead, start)
            if until > start:
                self._asleep[number] = start, until
                return 0
        return max(phrase_ends(phrase, self._view, start), default=0)


class Search:
    """Many matchers, to be run together."""

    def __init__(self, matchers: Sequence[Matcher]) -> None:
        self._phrases: dict[int, tuple[Phrase, Needs]] = {}
        self._expressions: list[tuple[int, LinearExpression]] = []
        self._words: dict[str, list[int]] = {}
        self._prefixes: dict[int, dict[str, list[int]]] = {}
        self._openings: dict[str, list[int]] = {}
        self._numbers: list[int] = []
        self._known: dict[str, list[int]] = {}
        for number, matcher in enumerate(matchers):
            match matcher:
                case Expression(expression):
                    self._expressions.append((number, expression))
                case Words(phrase):
                    self._phrases[number] = (phrase, needs(phrase))
                    for leaf in leaves(phrase.steps[0].node, 0):
                        self._file(leaf, number)
        self._others = Openings(self._openings)

    def hits(self, view: View, unwanted: Unwanted | None = None) -> Iterator[Hit]:
        """The longest match of each matcher at each place, sorted by where they begin, then by matcher.

        What `unwanted` says is not wanted is not tried.
        """
        if not self._expressions:
            return self._phrase_hits(view, unwanted)
        streams = (self._expression_hits(view, *entry, unwanted) for entry in self._expressions)
        return merge(self._phrase_hits(view, unwanted), *streams, key=lambda hit: (hit.start, hit.number))

    def trial(self, view: View) -> Trial:
        """What tries single phrases at single places of a text."""
        return Trial(self._phrases, view, Ahead(view.folded.text, self._needed))

    def _file(self, leaf: Leaf, number: int) -> None:
        match leaf:
            case Word(forms):
                for form in forms:
                    _add(self._words.setdefault(form, []), number)
            case Prefix(text):
                _add(self._prefixes.setdefault(len(text), {}).setdefault(text, []), number)
            case Japanese(openings=openings):
                for opening in openings:
                    _add((self._words if _is_latin(opening) else self._openings).setdefault(opening, []), number)
            case Symbol(text):
                _add(self._openings.setdefault(text, []), number)
            case Number():
                _add(self._numbers, number)
                for numeral in NUMERALS:
                    _add(self._openings.setdefault(numeral, []), number)

    def _phrase_hits(self, view: View, unwanted: Unwanted | None) -> Iterator[Hit]:
        trial = self.trial(view)
        for start, numbers in self.places(view):
            for number in numbers:
                if not (unwanted and unwanted.at(number, start)) and (end := trial.end_of(number, start)):
                    yield Hit(start, end, number)

    @cached_property
    def _needed(self) -> Callable[[str], Iterable[str]]:
        """Finds which of the strings that a phrase needs stand in a text."""
        every = (strings for _, needs in self._phrases.values() for strings in needs.strings)
        needed = {string for strings in every for string in strings.least}
        if len(needed) <= _FEW:
            return partial(_standing, sorted(needed))
        return multisearch(sorted(needed)).there

    def places(self, view: View) -> Iterator[Place]:
        """The places where matches of phrases can begin, in order."""
        text = view.folded.text
        others = self._others.places(text)
        if "'" in text:
            others = (place for place in others if not _is_in_word(text, place[0]))
        words = self.latin(text)
        first = next(words, None)
        return merge(chain((first,), words), others, key=itemgetter(0)) if first else others

    def chances(self, topics: Sequence[str]) -> Look | None:
        """What finds where matches have a chance to begin in a short text; None where that is not compiled.

        `topics` names the topic of each matcher.
        """
        if any(opening[0] == "'" for opening in self._openings):  # not where it is the apostrophe of a word
            return None
        return chances(self._openings, topics, {number: needs for number, (_, needs) in self._phrases.items()})

    def latin(self, text: str) -> Iterator[Place]:
        """The places where Latin words stand that phrases can begin with, in order."""
        for found in (_ASCII_WORD if text.isascii() else _WORD).finditer(text):
            word = found.group()
            known = self._known.get(word)
            if known is None:
                known = self._filed(word)
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                self._known[word] = known
            if known:
                yield found.start(), known

    def _filed(self, word: str) -> list[int]:
        candidates = [*self._words.get(word, ())]
        for length, prefixes in self._prefixes.items():
            candidates += prefixes.get(word[:length], ())
        counts = word[0] in "0123456789" or word in NUMBER_WORDS
        return sorted({*candidates, *(self._numbers if counts else ())})

    @staticmethod
    def _expression_hits(
        view: View, number: int, expression: LinearExpression, unwanted: Unwanted | None
    ) -> Iterator[Hit]:
        for start, end in expression.finditer(view.folded.text):
            if unwanted and unwanted.ever(number):
                return
            if not (unwanted and unwanted.at(number, start)):
                yield Hit(start, end, number)


def _is_latin(opening: str) -> bool:
    """Whether it begins a Latin word, of which it then is the whole."""
    first = opening[0]
    if "\u3041" <= first <= "\u3096" or "\u4e00" <= first <= "\u9fff":
        return False  # so it is with most, and the expression takes long to compile
    return IS_LETTER.match(opening) is not None


def _standing(strings: Sequence[str], text: str) -> list[str]:
    return [string for string in strings if string in text]


def _is_in_word(text: str, place: int) -> bool:
    """Whether this is the apostrophe of a Latin word."""
    return text[place] == "'" and _APOSTROPHE.match(text, place) is not None


def _add(numbers: list[int], number: int) -> None:
    if number not in numbers[-1:]:
        numbers.append(number)
