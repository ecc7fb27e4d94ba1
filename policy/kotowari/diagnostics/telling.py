"""Sentences of the program in the language of a person. Catalogues are imported only where they are asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING, Final

from kotowari.diagnostics.said import Said, Several

if TYPE_CHECKING:
    from kotowari.diagnostics.said import Part

_NOTHING_MORE: Final[Mapping[str, str]] = {}
_WIDE = frozenset("WF")
_FORMATTER = Formatter()


def in_language(sentence: str, language: str, more: Mapping[str, str] = _NOTHING_MORE) -> str:
    """A sentence of the program as it is in `language`; `more` holds sentences that are not of this package.

    What is no sentence of the program is data, and stays as it is.
    """
    if language != "ja" or not isinstance(sentence, Said | Several):
        return sentence
    from kotowari.diagnostics.japanese import SENTENCES  # noqa: PLC0415 - nobody reads them where all is well

    return _told(sentence, {**SENTENCES, **more} if more else SENTENCES)


def _told(sentence: Said | Several, catalogue: Mapping[str, str]) -> str:
    """The sentence in Japanese; in English where the catalogue has none for it."""
    if isinstance(sentence, Said):
        return _spaced(_filled(catalogue.get(sentence.key, sentence.template), sentence.values, catalogue))
    return _spaced(_one_after_other(sentence, catalogue))


def _filled(template: str, values: Mapping[str, Part], catalogue: Mapping[str, str]) -> Iterator[str]:
    """The pieces of a template, each field with its value."""
    for literal, name, shape, _ in _FORMATTER.parse(template):
        yield literal
        if name is not None:
            yield format(_value(values[name], catalogue), shape or "")


def _value(value: Part, catalogue: Mapping[str, str]) -> Part:
    return _told(value, catalogue) if isinstance(value, Said | Several) else value


def _one_after_other(several: Several, catalogue: Mapping[str, str]) -> Iterator[str]:
    between, last = (str(_value(each, catalogue)) for each in (several.between, several.last))
    for place, part in enumerate(several.parts, 1):
        yield str(_value(part, catalogue))
        if place < len(several.parts):
            yield last if place == len(several.parts) - 1 else between


def _spaced(pieces: Iterable[str]) -> str:
    """The pieces in one: a space where they meet sets off Latin letters, and goes between Japanese characters."""
    found: list[str] = []
    for piece in filter(None, pieces):
        last = found[-1] if found else ""
        if last.endswith(" ") and _is_wide(last[-2:-1]) and _is_wide(piece[0]):
            found[-1] = last[:-1]
        spare = piece.startswith(" ") and _is_wide(last[-1:]) and _is_wide(piece[1:2])
        found.append(piece[1:] if spare else piece)
    return "".join(found)


def _is_wide(character: str) -> bool:
    return character != "" and unicodedata.east_asian_width(character) in _WIDE
