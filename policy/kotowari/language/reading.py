"""One file while it is read: its diagnostics, and what was lost to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field

from kotowari.diagnostics.diagnostic import Diagnostic, Fix, Note
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.language.builders import Context, builder
from kotowari.language.scan import MOST_FAULTS, Page
from kotowari.language.stack import Build
from kotowari.language.tokens import Shape, Token
from kotowari.language.words import CLAUSES, DECLARATIONS
from kotowari.record import record


@record(frozen=False)
class Reading:
    """A file being read. `torn` are the clauses of which something was lost, `lost` the names of declarations."""

    page: Page
    faults: list[Diagnostic] = field(default_factory=list[Diagnostic])
    torn: list[n.Torn] = field(default_factory=list[n.Torn])
    lost: set[str] = field(default_factory=set[str])
    build: Build = field(init=False)

    def __post_init__(self) -> None:
        self.build = builder(Context(self.page.source, self.faults))

    @property
    def source(self) -> Source:
        """What is read."""
        return self.page.source

    @property
    def is_hopeless(self) -> bool:
        """Whether so much is wrong that the rest is better not read."""
        return len(self.faults) > MOST_FAULTS

    def span(self, start: int, end: int) -> Span:
        """A stretch of the source."""
        return Span(self.source.name, start, end)

    def fault(  # noqa: PLR0913 - the fields of a diagnostic
        self,
        code: str,
        message: str,
        span: Span,
        *,
        label: str = "",
        help_: str = "",
        notes: tuple[Note, ...] = (),
        fix: Fix | None = None,
    ) -> None:
        """One more diagnostic."""
        self.faults.append(Diagnostic(code, message, span, label, help_, notes=notes, fix=fix))

    def tear(self, span: Span, word: str) -> None:
        """Something of what stands at `span` is lost."""
        self.torn.append(n.Torn(span, word))


class Clauses:
    """Where the clauses of a file begin: at words of the language that begin a line."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self.starts = [place for place, token in enumerate(tokens) if begins_clause(token)]
        self._declarations = [
            place for place in self.starts if tokens[place].text in DECLARATIONS or _is_except(tokens[place])
        ]

    def next(self, position: int) -> int:
        """The position of the first clause that begins at `position` or behind it."""
        found = bisect_right(self.starts, position - 1)
        return self.starts[found] if found < len(self.starts) else len(self._tokens)

    def around(self, position: int) -> tuple[int, str]:
        """Where the clause round a token begins, and with which word; no word where none of the language does."""
        token = self._tokens[position]
        if token.first and token.shape in {Shape.WORD, Shape.DOTTED} and not begins_clause(token):
            return position, ""
        found = bisect_right(self.starts, position)
        start = self.starts[found - 1] if found else 0
        first = self._tokens[start]
        return start, "row" if first.shape is Shape.TABLE_LINE else first.text

    def torn(self, position: int, source: str, end: int) -> n.Torn:
        """The clause round a token, up to the next one."""
        start, word = self.around(position)
        behind = self.next(max(position, start + 1))
        stop = self._tokens[behind].start if behind < len(self._tokens) else end
        return n.Torn(Span(source, self._tokens[start].start, stop), word)

    def names_around(self, position: int) -> list[str]:
        """What may be the name of the declaration round a token."""
        found = bisect_right(self._declarations, position)
        start = self._declarations[found - 1] if found else 0
        return [
            token.text for token in self._tokens[start + 1 : start + 3] if token.shape in {Shape.WORD, Shape.DOTTED}
        ]


def begins_clause(token: Token) -> bool:
    """Whether a token is the first of its line and a word that begins a clause, or a table's line."""
    return token.first and (token.shape is Shape.TABLE_LINE or (token.shape is Shape.WORD and token.text in CLAUSES))


def _is_except(token: Token) -> bool:
    return token.text == "except"
