"""The data that tells what denies a topic: `data/denial.en.txt` and `data/denial.ja.txt`, and what its lines match.

    {name} = PATTERN      a name for words that many lines use
    denies PATTERN        `X`, the topic, is not wanted
    asks PATTERN          `X` is wanted all the same: polite requests carry negatives, and so do complaints
    - SENTENCE            an example in which the [topic] stands denied
    + SENTENCE            an example in which the [topic] is asked for

In a pattern, an English word stands for all its forms, in double quotes for itself, `(a|b)` for either, `(a|)` for `a`
or nothing, `...` for whatever stands in the clause, `..` for a few words, `,` for a place where a clause begins or
ends, `#` for digits, and 、 for a pause, whether a clause ends there or not. Japanese stands for itself. Apostrophes do
not count: `don't` matches "dont". The last line that matches decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from kotowari.text.characters import WORD
from kotowari.text.fold import fold
from kotowari.text.forms import forms
from kotowari.text.lexicon import lines
from kotowari.text.regular.linear import escape

# Where the topic stands, and where a clause ends; texts have neither of them.
TOPIC: Final = "\ufffc"
CUT: Final = "\ufffb"
_SPACE: Final = r"[\s\"*~`_-]*"
_CUT: Final = rf"[\s,.;:!?、。()\"-]*{CUT}{_SPACE}"
_WORD: Final = rf"[^\s{TOPIC}{CUT}]*"
_TOKEN: Final = re.compile(
    r"\s*(?P<gap>\.\.\.)\s*|\s*(?P<near>\.\.)\s*|\s*(?P<cut>,)\s*|(?P<space>\s+)|(?P<mark>[(|)])|\"(?P<exact>[^\"]+)\"|(?P<number>\#)"
    rf"|(?P<pause>、)|(?P<word>{WORD})|(?P<other>[^\s(|),.])"
)


@dataclass(frozen=True, slots=True)
class Gaps:
    """What `...` and `..` match in the language of a file."""

    wide: str
    near: str


# Whatever stands in the clause; up to three words, or a few characters but none of the particles that mark a topic.
FILES: Final = {
    "denial.en.txt": Gaps(f"[^{TOPIC}{CUT}]*", rf"{_WORD}(?:\s+{_WORD}){{0,4}}"),
    "denial.ja.txt": Gaps(f"[^{TOPIC}{CUT}]*", f"[^はがをも{TOPIC}{CUT}]{{0,9}}"),
}


class Speech(StrEnum):
    """What a line of the data says of the topic."""

    DENIES = "denies"
    ASKS = "asks"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the data, and its examples, in which the topic stands in square brackets."""

    speech: Speech
    pattern: str
    source: str
    denied: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.speech} {self.pattern}"


@cache
def data() -> tuple[Line, ...]:
    """The lines of all files, each with the regular expression that its pattern stands for."""
    return tuple(line for name, gaps in FILES.items() for line in _read(lines(name), gaps))


def _read(written: tuple[str, ...], gaps: Gaps) -> list[Line]:
    names: dict[str, str] = {}
    read: list[Line] = []
    for line in written:
        kind, _, rest = line.partition(" ")
        if kind.startswith("{"):
            names[kind] = _named(rest.removeprefix("= "), names)
        elif kind in {"+", "-"}:
            read.append(_with_example(read.pop(), rest, denied=kind == "-"))
        else:
            read.append(Line(Speech(kind), rest, expression(_named(rest, names), gaps)))
    return read


def _named(pattern: str, names: dict[str, str]) -> str:
    for name, words in names.items():
        pattern = pattern.replace(name, words)
    return pattern


def _with_example(line: Line, example: str, *, denied: bool) -> Line:
    if denied:
        return Line(line.speech, line.pattern, line.source, (*line.denied, example), line.asked)
    return Line(line.speech, line.pattern, line.source, line.denied, (*line.asked, example))


def expression(pattern: str, gaps: Gaps) -> str:
    """The regular expression of RE2 that a pattern stands for."""
    folded = fold(pattern.replace("X", TOPIC)).text
    return "".join(_part(found, gaps) for found in _TOKEN.finditer(folded))


def _part(found: re.Match[str], gaps: Gaps) -> str:
    match found.lastgroup:
        case "gap":
            return gaps.wide
        case "near":
            return gaps.near
        case "cut":
            return _CUT
        case "space":
            return _SPACE
        case "mark":
            return {"(": "(?:"}.get(found[0], found[0])
        case "number":
            return "[0-9]+"
        case "pause":
            return f"、{CUT}?"
        case "exact":
            return _either({found["exact"]})
        case "word":
            return _word(found[0])
        case _:
            return escape(found[0])


@cache
def _word(word: str) -> str:
    return _either({word} if "'" in word else forms(word))


def _either(words: Collection[str]) -> str:
    spelled = sorted({escape(word.replace("'", "")) for word in words})
    return rf"\b(?:{'|'.join(spelled)})\b"
