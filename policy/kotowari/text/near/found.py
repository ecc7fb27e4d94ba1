"""What a near miss is."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kotowari.record import record
from kotowari.text.authoring.tracing import Stated
from kotowari.text.patterns.pattern import Pattern


class Why(StrEnum):
    """Why a pattern does not match where it nearly does; the nearest first."""

    REMOVED = "removed"  # a `not` takes the match away
    EXACT = "exact"  # `exactly` asks for another form of the word
    PARTED = "parted"  # a sign stands between the words
    APART = "apart"  # other words stand between them
    ORDER = "order"  # the words stand in another order
    FAR = "far"  # they are too far apart
    SENTENCES = "sentences"  # they stand in several sentences
    JOINED = "joined"  # the text writes as one word what the pattern has in two
    SPLIT = "split"  # the text writes as two words what the pattern has in one
    SPELLING = "spelling"  # the text has a word that is one or two letters off
    WITHIN = "within"  # the characters are a part of a longer Japanese word
    BEGINNING = "beginning"  # the text has another word that begins so
    MISSING = "missing"  # one word of the phrase is not there


RANK: Final = {why: number for number, why in enumerate(Why)}


@record
class Near:
    """A pattern that nearly matches on the characters `start` to `end` of the text as given.

    `piece` is the part of the pattern that it hinges on, `seen` what the text has there. `there` are the words of the
    pattern that the text has, as it has them, in the pattern's order. `read` is how a Japanese word is cut into
    morphemes. `instead` is a pattern that does match there, tried out. `by` is the pattern of a `not` that took the
    match away.
    """

    why: Why
    stated: Stated
    start: int
    end: int
    piece: str = ""
    seen: str = ""
    there: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    instead: Pattern | None = None
    by: Stated | None = None
