"""A page of Markdown on a terminal, its paragraphs broken into lines as Japanese is: rich knows only spaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.console import Console, ConsoleOptions
from rich.markdown import Markdown, MarkdownElement, Paragraph
from rich.text import Text

from kotowari.diagnostics.wrap import wrap


class Page(Markdown):
    """Markdown with code in the colours of the terminal."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {**Markdown.elements}

    def __init__(self, text: str) -> None:
        super().__init__(text, code_theme="ansi_dark")


class _Wrapped(Paragraph):
    """A paragraph in lines that also break between Japanese characters, and none of them before `。` or after `「`."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        place = 0
        for line in wrap(self.text.plain, options.max_width):
            place = self.text.plain.index(line, place)
            yield self.text[place : place + len(line)]
            place += len(line)


Page.elements["paragraph_open"] = _Wrapped
