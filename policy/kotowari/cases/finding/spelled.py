"""A pattern's words as its author spelled them, one text for each of its alternatives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, product

from kotowari.text.authoring.covering import rows
from kotowari.text.authoring.own_words import own_words
from kotowari.text.characters import IS_JAPANESE
from kotowari.text.patterns.pattern import Expression, Pattern, compile_pattern

_MOST = 60
# An escape, dots, a bracket, a bar, what stands for other things, or plain text.
_PIECE = re.compile(r"\\.|\.{3,}|[()|*#]|[^\\.()|*#]+|.")


def texts_of(pattern: Pattern) -> Iterator[str]:
    """Texts that a pattern is likely to find; none where it is a regular expression."""
    matcher = compile_pattern(pattern)
    if isinstance(matcher, Expression):
        return
    spelled = islice(_spelled(_folded(pattern.text)), _MOST)
    own = (text for row in rows(matcher.phrase) for text in own_words(row))
    yield from dict.fromkeys((*(" ".join(text.split()) for text in spelled), *islice(own, _MOST)))


def _folded(text: str) -> str:
    """The pattern with brackets, bars and stars in ASCII, and its letters as they are."""
    ascii_ = {ord(wide): unicodedata.normalize("NFKC", wide) for wide in "（）｜＊＃"}
    return text.translate(ascii_ | {ord("…"): "..."})


def _spelled(text: str) -> Iterator[str]:
    pieces: list[str] = _PIECE.findall(text)
    found, _ = _phrase(pieces, 0)
    yield from found


def _phrase(pieces: list[str], at: int) -> tuple[list[str], int]:
    """The texts of a phrase, and where the bracket or the bar stands that ends it."""
    parts: list[list[str]] = []
    while at < len(pieces) and pieces[at] not in ")|":
        piece = pieces[at]
        if piece == "(":
            options, at = _options(pieces, at + 1)
            parts.append(options)
        else:
            parts.append([_said(piece, pieces[at - 1 : at])])
        at += 1
    return ["".join(chosen) for chosen in islice(product(*parts), _MOST)], at


def _options(pieces: list[str], at: int) -> tuple[list[str], int]:
    found: list[str] = []
    while True:
        texts, at = _phrase(pieces, at)
        found += texts
        if at >= len(pieces) or pieces[at] == ")":
            return found, at
        at += 1


def _said(piece: str, before: list[str]) -> str:
    if piece.startswith("\\"):
        return piece[1:]
    if piece.startswith("..."):
        return "" if before and IS_JAPANESE.match(before[0].rstrip()[-1:]) else " "
    return {"*": "", "#": "3"}.get(piece, piece)
