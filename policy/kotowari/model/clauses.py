"""What the clauses of all declarations have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, TypeVar

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.said import comma_list, say
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.model import literals
from kotowari.model.duration import Duration
from kotowari.model.faults import Faults
from kotowari.model.model import Texts
from kotowari.model.templates import Templates
from kotowari.model.torn import TornFiles
from kotowari.record import record

A = TypeVar("A")
C = TypeVar("C", bound=n.Node)

_LEAVE_ONE_OUT: Final = say("leave one of them out")


@record
class Clauses:
    """Reads the clauses of a declaration; what stands there twice, or not where it has to, is reported."""

    templates: Templates
    torn: TornFiles
    faults: Faults

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the policy."""
        return self.templates.languages

    def texts(self, texts: Iterable[n.Text], what: str, span: Span, *, needed: bool = False) -> Texts:
        """Words by language. Words in one language of the policy call for words in all the others."""
        found: dict[str, str] = {}
        strangers = False
        for text in texts:
            if not self.templates.language(text.language):
                strangers = True
                continue
            if text.language.text in found:
                self.faults.add(
                    "duplicate",
                    say("{what} has words in `{language}` twice", what=what, language=text.language.text),
                    text.span,
                    help=say("leave one of them out"),
                )
            found[text.language.text] = text.words.plain
        missing = [language for language in self.languages if language not in found]
        if missing and (found or needed) and not strangers and self.torn.is_intact(span):
            listed = comma_list(f"`{language}`" for language in missing)
            self.faults.add(
                "missing-translation",
                say("{what} says nothing in {languages}", what=what, languages=listed),
                span,
                help=say('add `{language} "…"`', language=missing[0]),
            )
        return dict(sorted(found.items()))

    def one(self, clauses: Sequence[C], what: str, help_: str = _LEAVE_ONE_OUT) -> C | None:
        """The one clause of its kind; a second one is a fault, and `help_` says what to do."""
        for clause in clauses[1:]:
            self.faults.add(
                "duplicate",
                say("{what} stands here twice", what=what),
                clause.span,
                help=help_,
                notes=(Note(say("the first one"), clauses[0].span),),
            )
        return clauses[0] if clauses else None

    def argument(self, clauses: Iterable[n.Node], word: str, kind: type[A]) -> A | None:
        """The argument of the clause that begins with `word`."""
        clause = self.one(_of(clauses, word), f"`{word}`")
        return clause.argument if clause is not None and isinstance(clause.argument, kind) else None

    def has(self, clauses: Iterable[n.Node], word: str) -> bool:
        """Whether there is a clause of this one word."""
        return self.one(_of(clauses, word), f"`{word}`") is not None

    def names(self, clauses: Iterable[n.Node], word: str) -> tuple[n.Name, ...]:
        """The names that the clause which begins with `word` lists, each once."""
        found = [clause for clause in clauses if isinstance(clause, n.Names) and clause.word == word]
        joined = say("put all names behind one `{word}`, with commas between", word=word)
        clause = self.one(found, f"`{word}`", _LEAVE_ONE_OUT if word == "order" else joined)  # which names all there is
        first: dict[str, n.Name] = {}
        for name in clause.names if clause else ():
            if name.text and first.setdefault(name.text, name) is not name:
                self.faults.add(
                    "duplicate",
                    say("{what} stands here twice", what=f"`{name.text}`"),
                    name.span,
                    help=say("leave one of them out"),
                    notes=(Note(say("the first one"), first[name.text].span),),
                )
        return tuple(first.values())

    def day(self, clauses: Iterable[n.Node], word: str) -> date | None:
        """The date of a clause."""
        moment = self.argument(clauses, word, n.Moment)
        return date.fromisoformat(moment.text) if moment else None

    def days(self, clauses: Sequence[n.Node]) -> tuple[date | None, date | None]:
        """`from` and `until`."""
        starts, ends = self.day(clauses, "from"), self.day(clauses, "until")
        if starts and ends and ends < starts:
            place = next(clause.span for clause in clauses if isinstance(clause, n.Clause) and clause.word == "until")
            self.faults.add(
                "out-of-range", say("this ends before it begins"), place, help=say("put the earlier date first")
            )
        return starts, ends

    def duration(self, clauses: Iterable[n.Node], word: str) -> Duration | None:
        """The duration of a clause."""
        length = self.argument(clauses, word, n.Length)
        return literals.length(length, self.faults) if length else None


def _of(clauses: Iterable[n.Node], word: str) -> list[n.Clause]:
    return [clause for clause in clauses if isinstance(clause, n.Clause) and clause.word == word]
