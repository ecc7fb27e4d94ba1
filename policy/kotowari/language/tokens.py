"""What the scanner hands to the parser, and the parser to those who make nodes."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kotowari.record import record


class Shape(StrEnum):
    """The shape of a token. The parser decides whether a word is a name or a word of the language."""

    WORD = "word"
    DOTTED = "dotted"
    STRING = "string"
    REGEX = "regex"
    DIGITS = "digits"
    CALENDAR_DATE = "date"
    CLOCK_TIME = "time"
    TABLE_LINE = "row"
    MARK = "mark"


class Token(NamedTuple):
    """A stretch of the source. `text` has full-width marks and digits outside of strings already in ASCII.

    `first` says that nothing but white space stands before it on its line, `column` (from 0) where it begins there,
    counted for a first token alone. A named tuple, because a large file has a million of them.
    """

    shape: Shape
    text: str
    start: int
    end: int
    first: bool
    column: int


@record
class Leaf:
    """A token with the terminal of the grammar that it was taken as."""

    terminal: str
    text: str
    start: int
    end: int
