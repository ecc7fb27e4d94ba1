"""Indentation carries no meaning, but it may mislead: a clause behind `except` belongs to the exception."""

from __future__ import annotations

from kotowari.diagnostics.said import say
from kotowari.language.tokens import Token
from kotowari.language.words import DECLARATIONS
from kotowari.record import record


@record
class Misleading:
    """What looks other than it is, and what to do."""

    message: str
    help: str


class Indentation:
    """Watches the first words of clauses."""

    def __init__(self) -> None:
        self._exception: Token | None = None

    def problem(self, token: Token) -> Misleading | None:
        """What misleads about a word that begins a clause and a line; of each exception only the first is told."""
        above = self._exception
        if token.text in DECLARATIONS:
            self._exception = None
        elif token.text == "except":
            self._exception = token
            if above is not None and token.column > above.column:
                return Misleading(
                    say("an exception has no exceptions of its own: this one would belong to the rule"),
                    say("align the exceptions of a rule"),
                )
        elif above is not None and token.column <= above.column:
            self._exception = None
            return Misleading(
                say("this `{word}` belongs to the exception above it, but is not indented under it", word=token.text),
                say("put it before the first `except` where it is the rule's, or indent it deeper than `except`"),
            )
        return None
