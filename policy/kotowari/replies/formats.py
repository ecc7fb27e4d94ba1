"""A reply as Markdown and as a fragment of HTML.

The text of a reply is text: whatever in it looks like markup, be it from the policy or from a fact, is escaped. Only
its layout counts: a blank line parts paragraphs, a line break stays, and lines that begin `- ` or `1. ` are a list.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

from kotowari.record import record
from kotowari.replies.layout import Reply

_ITEM = re.compile(r"(?:-|(?P<number>\d{1,9})\.) (?=\S)")

# What CommonMark and GitHub read as markup inside a line; `_` only where it is not inside a word.
_INLINE = re.compile(r"[\\`*\[\]<>&~|]|(?<![^\W_])_|_(?![^\W_])")
# What makes a line a heading, a quotation, a list, a rule, or an underline of the line before.
_LINE_START = re.compile(r"^(?P<digits>\d{1,9}(?=[.)]))?(?P<mark>[#+=.)-])")


def markdown(reply: Reply) -> str:
    """The reply as Markdown (CommonMark) that shows the same text."""
    return "\n\n".join(block.markdown() for block in _blocks(reply.text))


def html_fragment(reply: Reply) -> str:
    """The reply as HTML to be put into a page or a mail, its language told."""
    body = "\n".join(block.html() for block in _blocks(reply.text))
    return f'<div lang="{html.escape(reply.language)}">\n{body}\n</div>'


@record
class _Paragraph:
    lines: tuple[str, ...]

    def markdown(self) -> str:
        """Two spaces at the end of a line keep its break."""
        return "  \n".join(map(_escaped_line, self.lines))

    def html(self) -> str:
        return "<p>" + "<br>\n".join(map(html.escape, self.lines)) + "</p>"


@record
class _List:
    """`start` is the first number of a numbered list."""

    items: tuple[str, ...]
    start: int | None

    def markdown(self) -> str:
        marks = ("-" if self.start is None else f"{self.start + place}." for place in range(len(self.items)))
        return "\n".join(f"{mark} {_escaped_line(item)}" for mark, item in zip(marks, self.items, strict=True))

    def html(self) -> str:
        tag = "ul" if self.start is None else "ol"
        start = f' start="{self.start}"' if self.start not in (None, 1) else ""
        items = "\n".join(f"<li>{html.escape(item)}</li>" for item in self.items)
        return f"<{tag}{start}>\n{items}\n</{tag}>"


def _blocks(text: str) -> Iterator[_Paragraph | _List]:
    for paragraph in text.split("\n\n"):
        for kind, lines in groupby(paragraph.split("\n"), key=_kind):
            if kind == "text":
                yield _Paragraph(tuple(lines))
            else:
                yield _list(tuple(lines))


def _kind(line: str) -> str:
    item = _ITEM.match(line)
    return "text" if item is None else "numbered" if item["number"] else "dashed"


def _list(lines: tuple[str, ...]) -> _List:
    first = _ITEM.match(lines[0])
    number = first["number"] if first else None
    return _List(tuple(_ITEM.sub("", line, count=1) for line in lines), int(number) if number else None)


def _escaped_line(line: str) -> str:
    escaped = _INLINE.sub(lambda match: f"\\{match[0]}", line.lstrip())
    return _LINE_START.sub(lambda match: f"{match['digits'] or ''}\\{match['mark']}", escaped)
