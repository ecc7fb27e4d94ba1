"""Tells what a text asks for from what it only says is not wanted.

What denies is data: `data/denial.en.txt` and `data/denial.ja.txt`, in the language of patterns. Every file is tried on
every text, since texts mix languages. A line:

    {name} = PATTERN      a name for words that many lines use
    denies PATTERN        `X`, the topic, is not wanted, unless
    asks PATTERN          says the contrary: polite requests carry negatives
    - SENTENCE            an example in which the [topic] stands denied
    + SENTENCE            an example in which the [topic] is asked for

Only the clause around the topic counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from kotowari.text.fold import Folded
from kotowari.text.lexicon import lines
from kotowari.text.matching import View
from kotowari.text.patterns import Words
from kotowari.text.search import Search
from kotowari.text.sentences import clause
from kotowari.text.syntax import parse

FILES: Final = ("denial.en.txt", "denial.ja.txt")


class Speech(StrEnum):
    """What a line of the data says of the topic."""

    DENIES = "denies"
    ASKS = "asks"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the data, and its examples, in which the topic stands in square brackets."""

    speech: Speech
    pattern: str
    denied: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def is_denied(folded: Folded, start: int, end: int) -> bool:
    """Whether the mention on the characters `start` to `end` of the folded text only says that it is not wanted."""
    low, high = clause(folded.text, start, end)
    view = View(folded.cut(low, high), (start - low, end - low))
    return _says(Speech.DENIES, view) and not _says(Speech.ASKS, view)


def _says(speech: Speech, view: View) -> bool:
    search = _search(speech)
    return any(True for _ in search.topic_hits(view)) or any(True for _ in search.hits(view))


@cache
def _search(speech: Speech) -> Search:
    return Search([Words(parse(line.pattern, topic=True)) for line in data() if line.speech is speech])


@cache
def data() -> tuple[Line, ...]:
    """The lines of all files, with names replaced by what they stand for."""
    return tuple(line for name in FILES for line in _read(lines(name)))


def _read(written: tuple[str, ...]) -> list[Line]:
    names: dict[str, str] = {}
    read: list[Line] = []
    for line in written:
        kind, _, rest = line.partition(" ")
        if kind.startswith("{"):
            names[kind] = rest.removeprefix("= ")
        elif kind in {"+", "-"}:
            last = read.pop()
            read.append(_with_example(last, rest, denied=kind == "-"))
        else:
            for name, words in names.items():
                rest = rest.replace(name, words)
            read.append(Line(Speech(kind), rest))
    return read


def _with_example(line: Line, example: str, *, denied: bool) -> Line:
    if denied:
        return Line(line.speech, line.pattern, (*line.denied, example), line.asked)
    return Line(line.speech, line.pattern, line.denied, (*line.asked, example))
