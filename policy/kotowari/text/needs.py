"""What a phrase cannot do without, so that most starts are given up before a phrase is tried on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from kotowari.text.nodes import LONGEST, Choice, Gap, Japanese, Node, Number, Phrase, Prefix, Symbol, Word
from kotowari.text.sentences import REACH


@dataclass(frozen=True, slots=True)
class Needs:
    """Per step after the first, strings of which one has to follow within `reach` characters of the start."""

    strings: tuple[tuple[str, ...], ...]
    reach: int

    def met(self, text: str, start: int) -> bool:
        """Whether the folded text has, from `start` on, what the phrase needs."""
        stop = start + self.reach
        return all(any(text.find(string, start, stop) >= 0 for string in strings) for strings in self.strings)


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
