"""What a phrase cannot do without, so that most starts are given up before a phrase is tried on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, assert_never

from kotowari.text.patterns.nodes import LONGEST, Choice, Gap, Japanese, Node, Number, Phrase, Prefix, Symbol, Word
from kotowari.text.sentences import REACH

# Farther than any phrase reaches.
_FAR: Final = 1 << 40


@dataclass(frozen=True, slots=True)
class Needs:
    """Per step after the first, strings of which one has to follow within `reach` characters of the start."""

    strings: tuple[tuple[str, ...], ...]
    reach: int

    def earliest(self, ahead: Ahead, start: int) -> int:
        """The first place from `start` on where the phrase could begin: what it needs is too far from those before."""
        return max([start, *(ahead.next_of(strings, start) - self.reach + 1 for strings in self.strings)])


class Ahead:
    """Where strings stand next in a folded text, asked mostly from left to right.

    What was found is kept until the place asked from has passed it, so that all questions for one string together take
    one pass over the text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, tuple[int, int]] = {}
        self._next_of: dict[tuple[str, ...], tuple[int, int]] = {}

    def next_of(self, strings: tuple[str, ...], start: int) -> int:
        """Where the first of the strings stands from `start` on; past the end of the text where none does."""
        asked, found = self._next_of.get(strings, (1, 0))
        if not asked <= start <= found:
            found = min(self._next_one(string, start) for string in strings)
            self._next_of[strings] = start, found
        return found

    def _next_one(self, string: str, start: int) -> int:
        asked, found = self._next.get(string, (1, 0))
        if not asked <= start <= found:
            found = self._text.find(string, start)
            found = found if found >= 0 else len(self._text) + _FAR
            self._next[string] = start, found
        return found


def needs(phrase: Phrase) -> Needs:
    """What the phrase needs."""
    strings = tuple(found for step in phrase.steps[1:] if (found := _strings(step.node)))
    return Needs(strings, _reach(phrase))


def _strings(node: Node) -> tuple[str, ...]:
    """Strings one of which every match of the node begins with; none where that cannot be said."""
    match node:
        case Word(forms):
            return tuple(sorted(forms))
        case Prefix(text) | Symbol(text):
            return (text,)
        case Japanese(openings=openings):
            return openings
        case Number():
            return ()
        case Choice(options):
            each = [_strings(option.steps[0].node) for option in options]
            return tuple(string for strings in each for string in strings) if all(each) else ()
        case _:
            assert_never(node)


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
