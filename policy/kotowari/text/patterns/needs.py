"""What a phrase cannot do without, so that most starts are given up before a phrase is tried on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from kotowari.cached import cached_property
from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.beginnings import without_longer
from kotowari.text.characters import IS_KANJI
from kotowari.text.patterns.multisearch import own_search
from kotowari.text.patterns.nodes import LONGEST, Choice, Gap, Japanese, Node, Number, Phrase, Prefix, Symbol, Word
from kotowari.text.sentences import FULL_STOPS, REACH

if TYPE_CHECKING:
    from kotowari.extension import _compiled

# Farther than any phrase reaches.
_FAR: Final = 1 << 40
# So much of a text is looked at at a time.
_WINDOW: Final = 1 << 15
# How far beyond a window its strings are looked for, so that nothing wakes near its end for what is not there either.
_MARGIN: Final = 1 << 13
# Searches for so many strings cost what one pass for all does, for each character of a text.
_WORTH: Final = 0.1
# A text of up to so many characters is looked through for each phrase anew: to keep what was found takes longer.
_SHORT: Final = 1 << 10

# What ends a sentence whatever stands around it.
_SENTENCE_ENDS: Final = regex(f"[{FULL_STOPS}]")

# Which of all strings that are ever asked for stand in a part of a text.
Look: TypeAlias = Callable[[str], Iterable[str]]


class Strings:
    """Strings of which one has to follow; equal ones are one object, so that what was found is found by it."""

    __slots__ = ("_is_made", "_least", "_search", "given")

    def __init__(self, given: tuple[str, ...]) -> None:
        self.given = given
        self._least: tuple[str, ...] | None = None
        self._is_made = False
        self._search: _compiled.MultiSearch | None = None

    @property
    def least(self) -> tuple[str, ...]:
        """The strings without those that begin with another one: that is found there, too."""
        if self._least is None:
            self._least = without_longer(self.given)
        return self._least

    def stand_in(self, text: str, start: int, end: int) -> bool:
        """Whether one of them stands in a text, from one place to another."""
        search = self.search
        if search is not None:
            return search.stands(text, start, end)
        part = text[start:end]
        return any(map(part.__contains__, self.least))

    @property
    def search(self) -> _compiled.MultiSearch | None:
        """What looks for all of them at once; None where that is not compiled, or not made for them."""
        if not self._is_made:
            self._search = own_search(self.least)
            self._is_made = True  # not before it is, since several threads may ask
        return self._search


strings_known: Final = lru_cache(maxsize=1 << 14)(Strings)


@record
class Needs:
    """What has to follow within `reach` characters of the start: of each of these strings one.

    They follow in the same sentence unless a match can go on `beyond` it.
    """

    strings: tuple[Strings, ...]
    reach: int
    beyond: bool = True

    def earliest(self, ahead: Ahead, start: int) -> int:
        """A place from `start` on before which the phrase cannot begin: what it needs is too far from there."""
        if ahead.short:
            end = ahead.end(start, beyond=self.beyond)
            for strings in self.strings:
                if not strings.stand_in(ahead.text, start, end):
                    return end
            return start
        for strings in self.strings:
            place = ahead.next_of(strings, start) - self.reach + 1
            if place > start:
                return place
        return start


class Ahead:
    """Where strings stand next in a folded text, asked mostly from left to right.

    What was found is kept until the place asked from has passed it, so that all questions for one string together take
    one pass over the text. Most strings are not there at all: where many have been asked for, a `look` for all tells.
    """

    def __init__(self, text: str, look: Look | None = None) -> None:
        self.short = len(text) <= _SHORT
        self.text = text
        self._look = look
        # What was found, with the places from the first to the last that it was found for.
        self._next: dict[str, tuple[int, int, int]] = {}
        self._next_of: dict[Strings, tuple[int, int, int]] = {}
        self._window = range(0)
        self._seen: frozenset[str] | None = None
        self._tried = 0

    def end(self, start: int, *, beyond: bool) -> int:
        """Where the sentence around `start` ends, or the whole text where what is asked for may stand `beyond` it."""
        place = bisect_left(self._ends, start) if not beyond else -1
        return self._ends[place]

    @cached_property
    def _ends(self) -> list[int]:
        return [*(found.start() for found in _SENTENCE_ENDS.finditer(self.text)), len(self.text)]

    def next_of(self, strings: Strings, start: int) -> int:
        """A place from `start` on before which none of the strings stands; past the end where none does at all."""
        first, last, found = self._next_of.get(strings, (1, 0, 0))
        if not first <= start <= last:
            found = self._search(strings, start)
            self._next_of[strings] = start, min(found, self._window.stop - 1), found
        return found

    def _search(self, strings: Strings, start: int) -> int:
        """Where the first of them stands, or the end of the window around `start`."""
        if start not in self._window:
            first = start - start % _WINDOW
            self._window = range(first, min(first + _WINDOW, len(self.text)))
            self._seen, self._tried = None, 0
        end = min(self._window.stop + _MARGIN, len(self.text))
        there = self._there(strings.least)
        found = min([self._next_one(string, start, end) for string in there]) if there else end
        return found if found < len(self.text) else found + _FAR

    def _there(self, strings: Sequence[str]) -> Sequence[str]:
        """Those of the strings that stand in the window; all of them, until a look at it is worth its price."""
        if self._seen is None:
            self._tried += len(strings)
            if self._look is None or self._tried < _WORTH * len(self._window):
                return strings
            whole = self._window.stop + _MARGIN + 2 * LONGEST  # no string that begins before the margin ends is cut
            self._seen = frozenset(self._look(self.text[self._window.start : whole]))
        seen = self._seen
        return () if seen.isdisjoint(strings) else [string for string in strings if string in seen]

    def _next_one(self, string: str, start: int, end: int) -> int:
        first, last, found = self._next.get(string, (1, 0, 0))
        if not first <= start <= last:
            found = self.text.find(string, start, end - 1 + len(string))
            found = found if found >= 0 else end
            self._next[string] = start, min(found, self._window.stop - 1), found
        return found


def needs(phrase: Phrase) -> Needs:
    """What the phrase needs."""
    first, *others = (step.node for step in phrase.steps)
    each = (_later_in(first), *map(strings_of, others))
    strings = tuple(strings_known(found) for found in each if found)
    return Needs(strings, _reach(phrase), beyond=any(_has_sign(step.node) for step in phrase.steps))


def _has_sign(node: Node) -> bool:
    """Whether what ends a sentence may be part of a match; it is part of no gap."""
    match node:
        case Choice(options):
            return any(_has_sign(step.node) for option in options for step in option.steps)
        case Symbol():
            return True
        case Word() | Prefix() | Japanese() | Number():
            return False
        case _:
            assert_never(node)


def strings_of(node: Node) -> tuple[str, ...]:
    """Strings one of which is in every match of the node; none where that cannot be said."""
    match node:
        case Word(forms):
            return tuple(sorted(forms))
        case Prefix(text) | Symbol(text):
            return (text,)
        case Japanese():
            return _in_word(node)
        case Number():
            return ()
        case Choice(options):
            each = [worthiest(strings_of(step.node) for step in option.steps) for option in options]
            return tuple(string for strings in each for string in strings) if all(each) else ()
        case _:
            assert_never(node)


def worthiest(several: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Of such strings those that are seldom found for nothing."""
    return max(filter(None, several), key=lambda strings: (_worth(strings), -len(strings)), default=())


def _worth(strings: tuple[str, ...]) -> int:
    """The longer the shortest of them, the better; a kanji is as seldom as two kana or letters."""
    return min(len(string) + len(IS_KANJI.findall(string)) for string in strings)


def _later_in(node: Node) -> tuple[str, ...]:
    """The word as the pattern has it, and what a later morpheme can begin with in each of its other ways."""
    if not isinstance(node, Japanese) or not node.ways:
        return ()
    each = [max(filter(all, signs[1:]), key=_worth, default=()) for signs in node.signs]
    return tuple(sorted({node.text, *(string for strings in each for string in strings)})) if all(each) else ()


def _in_word(node: Japanese) -> tuple[str, ...]:
    """What the word can begin with, or what other morphemes of it can, where that is seldomer for each of its ways."""
    each = [max(filter(all, signs), key=_worth, default=()) for signs in node.signs]
    others = {node.text, *(string for strings in each for string in strings)}
    told = each and all(each) and _worth((*others,)) > _worth(node.openings)
    return tuple(sorted(others)) if told else node.openings


def _reach(phrase: Phrase) -> int:
    """At most how many characters a match has."""
    return sum(_gap_reach(step.gap) + _node_reach(step.node) for step in phrase.steps)


def _gap_reach(gap: Gap) -> int:
    return REACH if gap in {Gap.FEW, Gap.WORDS} else 2


def _node_reach(node: Node) -> int:
    match node:
        case Choice(options):
            return max(_reach(option) for option in options)
        case Word() | Prefix() | Japanese() | Number() | Symbol():
            return LONGEST
        case _:
            assert_never(node)
