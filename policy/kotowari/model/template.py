"""The text of a reply with its placeholders."""

from __future__ import annotations

from dataclasses import field

from kotowari.diagnostics.span import Span
from kotowari.record import record

# Placeholders that are no facts: what they say depends on the decision.
BECAUSE, ASKED, TEAM, BY, GRANT = "because", "asked", "team", "by", "grant"
SPECIAL = (BECAUSE, ASKED, TEAM, BY, GRANT)


@record
class Placeholder:
    """`{customer.name|there}`: a fact or one of `SPECIAL`, and the words for when it is not known."""

    name: str
    fallback: str | None
    span: Span = field(compare=False, repr=False)


@record
class Template:
    """Pieces of text and placeholders, in order."""

    pieces: tuple[str | Placeholder, ...]
    span: Span = field(compare=False, repr=False)

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """The placeholders, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Placeholder))
