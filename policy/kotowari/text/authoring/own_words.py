"""Texts of a pattern's own words, to try patterns out on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kotowari.text.authoring.covering import Row
from kotowari.text.characters import IS_JAPANESE
from kotowari.text.patterns.nodes import Gap, Japanese, Leaf, Number, Prefix, Symbol, Word


def own_words(row: Row) -> Iterator[str]:
    """The words of the row one after the other, with spaces and, where they are Japanese, without."""
    yield _joined(row, " ")
    if any(isinstance(leaf, Japanese) for _, leaf in row[1:]):
        yield _joined(row, "")


def _joined(row: Row, space: str) -> str:
    text = ""
    for gap, leaf in row:
        word = _written(leaf)
        apart = gap in {Gap.WORDS, Gap.FEW} and (space or not _is_japanese(text, word))
        text += (" " if text and apart else "") + word
    return text


def _is_japanese(before: str, after: str) -> bool:
    return bool(IS_JAPANESE.match(before[-1:]) or IS_JAPANESE.match(after[:1]))


def _written(leaf: Leaf) -> str:
    match leaf:
        case Word(forms):
            return min(forms, key=lambda form: (len(form), form))
        case Prefix(text) | Symbol(text):
            return text
        case Japanese(text=text):
            return text
        case Number():
            return "3"
        case _:
            assert_never(leaf)
