"""What a pattern is made of, once read. A closed union: `kotowari.text.patterns.matching` gives it meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from kotowari.record import record

if TYPE_CHECKING:
    from kotowari.text.japanese.spellings import Signs, Way

# The longest pattern there can be, in characters.
LONGEST: Final = 500


class Gap(StrEnum):
    """What may stand between one step of a phrase and the next."""

    NONE = "none"  # nothing: they are written together
    NUMBER = "number"  # nothing or a space: "#%" and 「#泊」 are found with a space too
    WORDS = "words"  # they are neighbours: white space, hyphens, quotes
    FEW = "few"  # `...`: a few words of the same sentence


@record
class Word:
    """A word in any of its forms."""

    forms: frozenset[str]


@record
class Prefix:
    """A word that begins so."""

    text: str


@record
class Japanese:
    """Japanese characters in a row.

    `katakana`: the pattern has them in katakana alone. `ways`: the rows of keys of morphemes that stand for them as
    well; none where only these very characters are meant. `openings`: what all that can begin with, in a folded text.
    `edges`: whether the word has to begin and to end here, rather than run into what the pattern has beside it.
    `beginning`: a `*` follows, so that the word may go on. `signs`: for each way what its morphemes begin with.
    """

    text: str
    katakana: bool
    ways: tuple[Way, ...]
    openings: tuple[str, ...]
    edges: tuple[bool, bool] = (True, True)
    beginning: bool = False
    signs: tuple[Signs, ...] = ()


@record
class Number:
    """Any number."""


@record
class Symbol:
    """One character that is neither letter, digit nor space."""

    text: str


@record
class Choice:
    """Any one of several phrases.

    `by_first` says which of them can begin with a character; `anywhere` has those that can begin with any.
    """

    options: tuple[Phrase, ...]
    by_first: Mapping[str, tuple[Phrase, ...]] = field(init=False, compare=False, repr=False)
    anywhere: tuple[Phrase, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        firsts = [first_characters(option.steps[0].node) for option in self.options]
        every = {character for first in firsts for character in first or ()}
        by_first = {
            character: tuple(
                option
                for option, first in zip(self.options, firsts, strict=True)
                if first is None or character in first
            )
            for character in every
        }
        object.__setattr__(self, "by_first", by_first)
        anywhere = (option for option, first in zip(self.options, firsts, strict=True) if first is None)
        object.__setattr__(self, "anywhere", tuple(anywhere))

    def at(self, text: str, start: int) -> tuple[Phrase, ...]:
        """The options that can begin at a place of a folded text."""
        return self.by_first.get(text[start : start + 1], self.anywhere)


Node: TypeAlias = Word | Prefix | Japanese | Number | Symbol | Choice
Leaf: TypeAlias = Word | Prefix | Japanese | Number | Symbol


@record
class Step:
    """A node, and what may stand before it. The first step of a phrase stands where the phrase begins."""

    gap: Gap
    node: Node


@record
class Phrase:
    """Steps one after the other, at least one."""

    steps: tuple[Step, ...]


def first_characters(node: Node) -> frozenset[str] | None:
    """What the first character of every match of the node is one of, in a folded text; None where that is not known."""
    found: set[str] = set()
    for leaf in leaves(node, 0):
        match leaf:
            case Word(forms):
                found.update(form[0] for form in forms)
            case Prefix(text) | Symbol(text):
                found.add(text[0])
            case Japanese(openings=openings):
                found.update(opening[0] for opening in openings)
            case Number():
                return None
            case _:
                assert_never(leaf)
    return frozenset(found)


def leaves(node: Node, end: int) -> Iterator[Leaf]:
    """What the node can begin with (`end` 0) or end with (`end` -1)."""
    match node:
        case Choice(options):
            for option in options:
                yield from leaves(option.steps[end].node, end)
        case Word() | Prefix() | Japanese() | Number() | Symbol():
            yield node
        case _:
            assert_never(node)
