"""How deep a condition is nested, counted before anything is made of it."""

from __future__ import annotations

from kotowari.language.reading import begins_clause
from kotowari.language.tokens import Shape, Token


class Nesting:
    """Counts open brackets, and `not`s that stand before one another."""

    def __init__(self) -> None:
        self._open: list[int] = []
        self._depth = 0
        self._nots = 0

    def after(self, token: Token) -> int:
        """The depth after one more token; a new clause begins at the top again."""
        if begins_clause(token) and token.text != "not":
            self._open, self._depth, self._nots = [], 0, 0
        elif token.text == "not":
            self._nots += 1
        elif token.shape is not Shape.MARK or token.text not in "()":
            self._nots = 0
        elif token.text == "(":
            self._open.append(self._nots + 1)
            self._depth += self._nots + 1
            self._nots = 0
        else:
            self._depth -= self._open.pop() if self._open else 0
            self._nots = 0
        return self._depth + self._nots
