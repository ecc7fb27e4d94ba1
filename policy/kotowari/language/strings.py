"""The text inside of a pair of quotes."""

from __future__ import annotations

import re

from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language.nodes import String

_BREAK = re.compile(r"[^\S\n]*(\n\s*)")
_LIST_LINE = re.compile(r"- |[0-9]+\. ")
_ESCAPED_QUOTE = re.compile(r'\\(["「」])')
# Characters between which a line break is nothing: kana, kanji, and the marks written with them.
_JAPANESE = re.compile("[\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


def read_string(source: Source, start: int, end: int, text: str) -> String:
    """The string whose token `text`, quotes included, stands from `start` to `end`."""
    inner = text[1:-1]
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for match in _breaks_and_quotes(inner):
        _add(pieces, offsets, inner[position : match.start()], start + 1 + position)
        joined = match.group(1) if match.group().startswith("\\") else _joined(inner, match)
        pieces.append(joined)
        offsets.extend([start + 1 + match.start()] * len(joined))
        position = match.end()
    _add(pieces, offsets, inner[position:], start + 1 + position)
    return String(Span(source.name, start, end), "".join(pieces), tuple(offsets))


def _breaks_and_quotes(inner: str) -> list[re.Match[str]]:
    matches = [*_BREAK.finditer(inner), *_ESCAPED_QUOTE.finditer(inner)]
    return sorted(matches, key=lambda match: match.start())


def _add(pieces: list[str], offsets: list[int], text: str, at: int) -> None:
    pieces.append(text)
    offsets.extend(range(at, at + len(text)))


def _joined(inner: str, match: re.Match[str]) -> str:
    """What a line break becomes: a paragraph, a kept break, one space, or nothing between Japanese characters."""
    if match.group().count("\n") > 1:
        return "\n\n"
    if _LIST_LINE.match(inner, match.end()):
        return "\n"
    before, after = inner[: match.start()][-1:], inner[match.end() : match.end() + 1]
    if not before or not after:
        return ""
    return "" if _JAPANESE.match(before) and _JAPANESE.match(after) else " "
