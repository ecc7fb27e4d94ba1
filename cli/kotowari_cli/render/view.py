"""What all parts of a rendered decision share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from kotowari.diagnostics.display import columns, printable
from kotowari.diagnostics.wrap import wrap
from kotowari.record import record
from kotowari_cli.names import Names
from kotowari_cli.shape import Decision
from kotowari_cli.strings import Words

Lines = list[Text]

_COLOURS = {"accept": "green", "decline": "red", "escalate": "yellow"}
_OPEN = "cyan"
# Beyond this many characters a line is not wrapped: it takes long, and nobody reads it.
_FLOOD = 20_000
# How many of several things are told where they are many.
_MOST_LISTED = 6
# What is quoted beside something else.
_LONGEST = 200


@record
class View:
    """A decision, how its things are called, and how wide a line may be; with `why` everything is told."""

    decision: Decision
    names: Names
    width: int
    why: bool = False

    @property
    def words(self) -> Words:
        """The labels."""
        return self.names.words

    def verdict(self, verdict: str | None) -> str:
        """A verdict in words; None is open."""
        return self.words.open if verdict is None else self.words.verdicts.get(verdict, verdict)

    def verdicts(self, verdicts: Iterable[str]) -> str:
        """Several verdicts, one of which it will be."""
        return self.words.or_.join(map(self.verdict, verdicts))

    def listed(self, texts: Sequence[str]) -> str:
        """The first of several things, and how many there are besides, unless everything is told."""
        shown = texts if self.why else texts[:_MOST_LISTED]
        more = len(texts) - len(shown)
        return self.words.comma.join(shown) + (self.words.more.format(count=more) if more else "")


def colour(verdict: str | None) -> str:
    """The colour of a verdict."""
    return _COLOURS.get(verdict or "", _OPEN)


def heading(title: str) -> Text:
    """The title of a part."""
    return Text(title, "bold")


def hanging(text: str, width: int, *, indent: str = "  ", mark: str = "", style: str = "") -> Lines:
    """`text` behind `mark`, in lines of at most `width` columns that begin below each other."""
    space = " " * columns(mark)
    lines = wrap(text, width - len(indent) - len(space))
    return [Text(f"{indent}{space if number else mark}{line}", style) for number, line in enumerate(lines)]


def paragraphs(text: str, width: int) -> Lines:
    """`text` with its line breaks kept and longer lines wrapped; nothing stands before them.

    A line that is no writing but a flood is left to the terminal to wrap.
    """
    lines: Lines = []
    for paragraph in text.expandtabs(4).split("\n"):
        lines += map(Text, wrap(paragraph, width) if len(paragraph) <= _FLOOD else [paragraph])
    return lines


def brief(text: str) -> str:
    """`text` on one line, safe to print, and shortened where it is long."""
    return printable(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
