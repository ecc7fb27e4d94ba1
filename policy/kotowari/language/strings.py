"""The text inside of a pair of quotes."""

from __future__ import annotations

import re

from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language.nodes import String

_BREAK_OR_ESCAPE = re.compile(r"\\.|\n\s*", re.DOTALL)
LIST_LINE = re.compile(r"- |[0-9]+\. ")
# Characters between which a line break is nothing: kana, kanji, and the marks written with them.
_JAPANESE = re.compile("[\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_QUOTES = '"「」'


def read_string(source: Source, start: int, end: int, text: str) -> String:
    """The string whose token `text`, quotes included, stands from `start` to `end`."""
    inner, at = text[1:-1], start + 1
    if "\n" not in inner and "\\" not in inner:
        return String(Span(source.name, start, end), inner, range(at, at + len(inner)))
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0

    def add(piece: str, place: int) -> None:
        pieces.append(piece)
        offsets.extend(range(place, place + len(piece)))

    for match in _BREAK_OR_ESCAPE.finditer(inner):
        if match.group().startswith("\\"):
            if match.group()[1] not in _QUOTES:
                continue
            add(inner[position : match.start()], at + position)
            add(match.group()[1], at + match.start() + 1)
        else:
            before = inner[position : match.start()].rstrip()
            add(before, at + position)
            joined = what_a_break_is(inner, before or "".join(pieces)[-1:], match)
            pieces.append(joined)
            offsets.extend([at + match.start()] * len(joined))
        position = match.end()
    add(inner[position:], at + position)
    return String(Span(source.name, start, end), "".join(pieces), tuple(offsets))


def what_a_break_is(inner: str, before: str, match: re.Match[str]) -> str:
    """What a line break becomes: a paragraph, a kept break, one space, or nothing between Japanese characters.

    `before` ends with the character before it, `match` is the break in `inner` with the white space behind it.
    """
    after = inner[match.end() : match.end() + 1]
    if not before or not after:
        return ""
    if match.group().count("\n") > 1:
        return "\n\n"
    if LIST_LINE.match(inner, match.end()):
        return "\n"
    return "" if is_japanese(before[-1]) and is_japanese(after) else " "


def is_japanese(character: str) -> bool:
    """Whether a line break beside this character may be nothing."""
    return _JAPANESE.match(character) is not None
