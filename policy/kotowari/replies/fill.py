"""Placeholders filled: what comes from facts is data and nothing in it is interpreted."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.diagnostics.display import UNPRINTABLE
from kotowari.model.template import Template
from kotowari.regex import regex

_JOINER = "\u200d"

# Characters that could end a line, move a cursor, or turn the direction of what follows.
_CONTROL = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+")
# Texts from facts are cut behind so many characters: a reply is a letter, not a container.
LONGEST = 500


class Hole(Exception):  # noqa: N818 - not an error: the part that needs the value is left out
    """A placeholder has nothing to say, and there are no words for that."""


def fill(template: Template, values: Mapping[str, str | None]) -> str:
    """The text of a template; `values` says what each placeholder says, None or nothing where it has nothing to say.

    Raises Hole.
    """
    pieces: list[str] = []
    for piece in template.pieces:
        said = piece if isinstance(piece, str) else values.get(piece.name) or piece.fallback
        if said is None:
            raise Hole
        pieces.append(said)
    return "".join(pieces)


def data(text: str) -> str:
    """Text of a fact made fit for a letter: one line without control or invisible characters, of bounded length.

    Nothing else is changed: what looks like markup or like a placeholder stays as it is, and is only text. What is
    longer than `LONGEST` is cut there, and an ellipsis says so.
    """
    clean = UNPRINTABLE.sub("", _CONTROL.sub(" ", text)).strip()
    return clean if len(clean) <= LONGEST else f"{clean[:LONGEST].rstrip(_JOINER)}…"
