"""A text with the words marked that mention topics, and the list of these topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.text import Text

from kotowari.diagnostics.display import printable
from kotowari.text.topics import Match
from kotowari_cli.names import Names
from kotowari_cli.render.view import Lines, brief, hanging, paragraphs

# A longer text is not shown again, only what it mentions.
_LONGEST = 5_000
_OPEN, _CLOSE = "[", "]"


def mention_lines(names: Names, text: str, matches: Sequence[Match], width: int) -> Lines:
    """The text where it is short, then each topic with its words."""
    lines: Lines = []
    if text.strip() and len(text) <= _LONGEST:
        lines += [*paragraphs(_marked(text, matches), width), Text()]
    if not matches:
        return [*lines, *hanging(names.words.no_topics.format(count=len(names.model.topics)), width, indent="")]
    ordered = sorted(matches, key=lambda match: match.topic)
    for topic, group in groupby(ordered, key=lambda match: match.topic):
        called = names.topic(topic)
        title = names.words.named.format(called=called, name=topic) if called != topic else topic
        lines += hanging(printable(title), width, indent="", style="bold")
        for told, count in Counter(_told(names, match) for match in group).items():
            lines += hanging(f"{told}  ×{count}" if count > 1 else told, width)
    return lines


def _told(names: Names, match: Match) -> str:
    """The words of a match, whether they only deny, and the place of the pattern."""
    denied = f" {names.words.denied}" if match.denied else ""
    return f"{names.words.quoted.format(brief(match.text))}{denied}  {printable(match.source)}"


def _marked(text: str, matches: Iterable[Match]) -> str:
    """The text, safe to print, with brackets round what was found."""
    pieces: list[str] = []
    position = 0
    for start, end in _stretches(matches):
        pieces += [_shown(text[position:start]), _OPEN, _shown(text[start:end]), _CLOSE]
        position = end
    return "".join([*pieces, _shown(text[position:])])


def _shown(text: str) -> str:
    return printable(text, lines=True)


def _stretches(matches: Iterable[Match]) -> Iterator[tuple[int, int]]:
    """The stretches that matches cover, those that overlap as one."""
    start = end = -1
    for match in sorted(matches, key=lambda match: (match.start, match.end)):
        if match.start >= end:
            if end >= 0:
                yield start, end
            start, end = match.start, match.end
        end = max(end, match.end)
    if end >= 0:
        yield start, end
