"""Help in Japanese, laid out as click does it, but in lines that fit where characters are two columns wide."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from kotowari.diagnostics.display import columns
from kotowari.diagnostics.wrap import wrap
from kotowari_cli.japanese_help import TEXTS, WORDS

_WORD = re.compile(r"[A-Z]{2,}")
# click marks paragraphs that are to stay as they are by a line of this alone.
_AS_IT_IS = "\b\n"
_EXAMPLE = re.compile(r"(?P<command>.*?\S {2,})(?P<comment>.*)")
_DESCRIPTION = re.compile(r"(?P<text>.*?)(?:  \[(?P<more>[^]]*)])?", re.DOTALL)
# What click says of a value, and how it is said here.
_MORE = (
    (re.compile(r"default: (.*)"), r"既定値：\1"),
    (re.compile(r"(\d+)<=x<=(\d+)"), r"\1〜\2"),
    (re.compile(r"x>=(\d+)"), r"\1以上"),
)


class JapaneseHelp(click.HelpFormatter):
    """Says in Japanese what click and the commands hand to it in English."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line of how a command is typed."""
        start = f"{prefix or '使い方: '}{prog} "
        self._write_lines(start, wrap(placeholders(args), self.width - columns(start)))

    def write_heading(self, heading: str) -> None:
        """The line above a list."""
        super().write_heading(_told(heading))

    def write_text(self, text: str) -> None:
        """The paragraphs of a description."""
        for place, paragraph in enumerate(text.split("\n\n")):
            if place:
                self.write_paragraph()
            self._write_lines(" " * self.current_indent, self._lines(paragraph))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list in two columns: what is typed, and what it does."""
        told = [(placeholders(typed), _described(text)) for typed, text in rows]
        room = min(max(columns(typed) for typed, _ in told), col_max)
        for typed, text in told:
            indent = self.current_indent + room + col_spacing
            start = " " * self.current_indent + typed
            if columns(typed) > room:
                self.write(f"{start}\n")
                start = ""
            self._write_lines(start + " " * (indent - columns(start)), wrap(text, self.width - indent, japanese=True))

    def _lines(self, paragraph: str) -> list[str]:
        if paragraph.startswith(_AS_IT_IS):
            return [_example(line) for line in paragraph.splitlines()[1:]]
        return wrap(_told(" ".join(paragraph.splitlines())), self.width - self.current_indent, japanese=True)

    def _write_lines(self, start: str, lines: list[str]) -> None:
        """Lines below one another, the first behind `start`."""
        for line in lines:
            self.write(f"{start}{line}".rstrip() + "\n")
            start = " " * columns(start)


def _told(text: str) -> str:
    """A text in Japanese; in English where the catalogue has none for it, as with all that is said."""
    return TEXTS.get(text, text)


def placeholders(typed: str) -> str:
    """How a command is typed, the words for what is to be put there in Japanese."""
    return _WORD.sub(lambda word: WORDS.get(word[0], word[0]), typed)


def _example(line: str) -> str:
    """A line of an example, of which the comment behind it may be all that is said."""
    found = _EXAMPLE.fullmatch(line)
    return found["command"] + _told(found["comment"]) if found else _told(line)


def _described(text: str) -> str:
    """What an option or a command does, with its default or its range."""
    found = _DESCRIPTION.fullmatch(text)
    if found is None or found["more"] is None:
        return _told(text)
    return f"{_told(found['text'])}（{'、'.join(map(_qualified, found['more'].split('; ')))}）"


def _qualified(more: str) -> str:
    return next((found.expand(said) for pattern, said in _MORE if (found := pattern.fullmatch(more))), more)
