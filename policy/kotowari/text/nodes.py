"""What a pattern is made of, once read. A closed union: `kotowari.text.matching` gives it meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias, assert_never

from kotowari.text.spellings import Way

# The longest pattern there can be, in characters.
LONGEST: Final = 500


class Gap(StrEnum):
    """What may stand between one step of a phrase and the next."""

    NONE = "none"  # nothing: they are written together
    NUMBER = "number"  # nothing or a space: "#%" and 「#泊」 are found with a space too
    WORDS = "words"  # they are neighbours: white space, hyphens, quotes
    FEW = "few"  # `...`: a few words of the same sentence


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Prefix:
    """A word that begins so."""

    text: str


@dataclass(frozen=True, slots=True)
class Japanese:
    """Japanese characters in a row.

    `katakana`: the pattern has them in katakana alone. `ways`: the rows of keys of morphemes that stand for them as
    well; none where only these very characters are meant. `openings`: what all that can begin with, in a folded text.
    `edges`: whether the word has to begin and to end here, rather than run into what the pattern has beside it.
    `beginning`: a `*` follows, so that the word may go on.
    """

    text: str
    katakana: bool
    ways: tuple[Way, ...]
    openings: tuple[str, ...]
    edges: tuple[bool, bool] = (True, True)
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """Any number."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One character that is neither letter, digit nor space."""

    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Any one of several phrases."""

    options: tuple[Phrase, ...]


Node: TypeAlias = Word | Prefix | Japanese | Number | Symbol | Choice
Leaf: TypeAlias = Word | Prefix | Japanese | Number | Symbol


@dataclass(frozen=True, slots=True)
class Step:
    """A node, and what may stand before it. The first step of a phrase stands where the phrase begins."""

    gap: Gap
    node: Node


@dataclass(frozen=True, slots=True)
class Phrase:
    """Steps one after the other, at least one."""

    steps: tuple[Step, ...]


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
