"""The words of the checks, as data: `data/words.en.txt` and its like.

    CODE: PATTERN         a pattern as the policy language has it; with `^` before it, only where a sentence begins;
                          `(a|b|)` is `a`, `b` or nothing
      not PATTERN         what is no such thing: matches that overlap it are left out
      - SENTENCE          an example in which the [words in brackets] are found
      + SENTENCE          an example in which nothing is found by this line

A pattern between slashes is a regular expression over the folded text; `exactly PATTERN` finds no inflections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Final

from kotowari.record import record
from kotowari.review.draft import Draft
from kotowari.text.patterns.covered import Covered
from kotowari.text.patterns.pattern import Pattern, compile_pattern
from kotowari.text.patterns.search import Hit, Search

LANGUAGES: Final = ("en", "ja")
_EXACTLY: Final = "exactly "
# A choice, one of whose members is nothing.
_OPTIONAL: Final = re.compile(r"\(([^()]*)\|\)")


@record
class Line:
    """One line of the data with its examples; `first`: only at the beginning of a sentence.

    It has several patterns where something in it may be left out.
    """

    kind: str
    patterns: tuple[Pattern, ...]
    first: bool
    excluded: tuple[Pattern, ...] = ()
    found_in: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()


@record
class Words:
    """Words of the kind `kind` on the characters `start` to `end` of the folded text."""

    kind: str
    start: int
    end: int


class Vocabulary:
    """The lines of one file, ready to be found all at once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(lines)
        self._of = [number for number, line in enumerate(self.lines) for _ in line.patterns]
        self._search = Search([compile_pattern(pattern) for line in self.lines for pattern in line.patterns])
        self._excluded = [number for number, line in enumerate(self.lines) for _ in line.excluded]
        self._excluding = Search([compile_pattern(pattern) for line in self.lines for pattern in line.excluded])

    def find(self, draft: Draft) -> tuple[Words, ...]:
        """What is found, by place; where words of one code overlap, the first counts, the longest of those."""
        removed: dict[int, Covered] = {}
        for hit in self._excluding.hits(draft.view):
            removed.setdefault(self._excluded[hit.number], Covered()).add(hit)
        found = [
            Words(line.kind, hit.start, hit.end)
            for hit in self._search.hits(draft.view)
            if _counts(line := self.lines[self._of[hit.number]], hit, draft, removed.get(self._of[hit.number]))
        ]
        found.sort(key=lambda words: (words.start, -words.end, words.kind))
        return tuple(_apart(found))


def _counts(line: Line, hit: Hit, draft: Draft, removed: Covered | None) -> bool:
    if line.first and not draft.begins_sentence(hit.start):
        return False
    return removed is None or not removed.overlaps(hit)


def _apart(found: Sequence[Words]) -> Iterator[Words]:
    ends: dict[str, int] = {}
    for words in found:
        if words.start >= ends.get(words.kind, 0):
            ends[words.kind] = words.end
            yield words


@cache
def vocabulary(kind: str, language: str) -> Vocabulary:
    """The vocabulary of a kind (`words`, `roles`) in one of `LANGUAGES`.

    Raises `morphemes.MissingJapanese` where it is Japanese, and what reads it is not installed.
    """
    return Vocabulary(read_lines(f"{kind}.{language}.txt"))


@cache
def read_lines(name: str) -> tuple[Line, ...]:
    """The lines of a data file."""
    read: list[Line] = []
    for line in _lines(name):
        _read(line, read)
    return tuple(read)


def light_words(name: str) -> list[str]:
    """The words of a data file that is a mere list of them."""
    return " ".join(_lines(name)).split()


def _lines(name: str) -> list[str]:
    """The lines of a data file without comments and blank lines."""
    content = (files("kotowari.review") / "data" / name).read_text(encoding="utf-8")
    stripped = (line.strip() for line in content.splitlines())
    return [line for line in stripped if line and not line.startswith("#")]


def _read(line: str, read: list[Line]) -> None:
    kind, _, rest = line.partition(" ")
    match kind:
        case "not":
            read[-1] = replace(read[-1], excluded=(*read[-1].excluded, *_patterns(rest)))
        case "-":
            read[-1] = replace(read[-1], found_in=(*read[-1].found_in, rest))
        case "+":
            read[-1] = replace(read[-1], not_in=(*read[-1].not_in, rest))
        case _:
            code, _, pattern = line.partition(": ")
            read.append(Line(code, _patterns(pattern.removeprefix("^")), pattern.startswith("^")))


def _patterns(text: str) -> tuple[Pattern, ...]:
    """The pattern, once with and once without each thing that may be left out."""
    if text.startswith("/"):
        return (Pattern(text, regex=True),)
    found = _OPTIONAL.search(text)
    if found is None:
        return (Pattern(" ".join(text.removeprefix(_EXACTLY).split()), exact=text.startswith(_EXACTLY)),)
    inner = found[1]
    with_it = f"({inner})" if "|" in inner else inner
    return tuple(
        pattern
        for between in (with_it, "")
        for pattern in _patterns(text[: found.start()] + between + text[found.end() :])
    )
