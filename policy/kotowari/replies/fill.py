"""Placeholders filled: what comes from facts is data and nothing in it is interpreted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kotowari.model.template import Placeholder, Template

# Characters that could end a line, move a cursor, or turn the direction of what follows.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+")
# Longer texts from facts are cut: a reply is a letter, not a container.
LONGEST = 500


class Hole(Exception):  # noqa: N818 - not an error: the part that needs the value is left out
    """A placeholder's value is not known, and there are no words for that."""


@dataclass(frozen=True, slots=True)
class Words:
    """What placeholders say here, by name; a name that is missing is not known."""

    values: Mapping[str, str]

    def fill(self, template: Template) -> str:
        """The text of a template. Raises Hole."""
        return "".join(self._piece(piece) for piece in template.pieces)

    def _piece(self, piece: str | Placeholder) -> str:
        if isinstance(piece, str):
            return piece
        value = self.values.get(piece.name) or piece.fallback
        if value is None:
            raise Hole
        return value


def data(text: str) -> str:
    """Text of a fact made fit for a letter: one line, no control characters, of bounded length."""
    clean = _CONTROL.sub(" ", text).strip()
    return clean if len(clean) <= LONGEST else clean[:LONGEST] + "…"
