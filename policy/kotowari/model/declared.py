"""The simple declarations: values and strategies, teams, facts, topics, labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.span import NOWHERE, Span
from kotowari.language import nodes as n
from kotowari.model import literals
from kotowari.model.duration import Duration
from kotowari.model.faults import Faults
from kotowari.model.literals import NoValue
from kotowari.model.model import (
    REQUEST_LANGUAGE,
    REQUEST_TEXT,
    Fact,
    Label,
    Principle,
    Team,
    Texts,
    Topic,
    TopicPattern,
)
from kotowari.model.names import Names
from kotowari.model.templates import Templates, at
from kotowari.model.types import NUMERIC, TEMPORAL, FactType, Kind, Value
from kotowari.text.patterns import Pattern, PatternError, compile_pattern

T = TypeVar("T")


@dataclass(slots=True)
class Declared:
    """Turns simple declarations into what they mean."""

    names: Names
    templates: Templates
    languages: tuple[str, ...]
    zone: ZoneInfo
    faults: Faults
    damaged: frozenset[tuple[str, int]]

    def intact(self, node: n.Node) -> bool:
        """Whether the declaration could be read to its end, so that what is missing there is really missing."""
        return (node.span.source, node.span.start) not in self.damaged

    # --- what all have in common --------------------------------------------------------------------------------------

    def texts(self, texts: Iterable[n.Text], what: str, span: Span, *, needed: bool = False) -> Texts:
        """Words by language. Words in one language of the policy call for words in all the others."""
        found: dict[str, str] = {}
        for text in texts:
            if not self.templates.language(text.language):
                continue
            if text.language.text in found:
                self.faults.add("duplicate", f"{what} has words in `{text.language.text}` twice", text.span,
                                help="leave one of them out")  # fmt: skip
            found[text.language.text] = text.words.plain
        missing = [language for language in self.languages if language not in found]
        if missing and (found or needed):
            self.faults.add("missing-translation", f"{what} says nothing in {_listed(missing)}", span,
                            help=f'add `{missing[0]} "…"`')  # fmt: skip
        return dict(sorted(found.items()))

    def one(self, clauses: Sequence[T], what: str) -> T | None:
        """The one clause of its kind; a second one is a fault."""
        for clause in clauses[1:]:
            assert isinstance(clause, n.Node)
            assert isinstance(clauses[0], n.Node)
            self.faults.add("duplicate", f"{what} stands here twice", clause.span, help="leave one of them out",
                            notes=[Note("the first one", clauses[0].span)])  # fmt: skip
        return clauses[0] if clauses else None

    def argument(self, clauses: Iterable[n.Node], word: str, kind: type[T]) -> T | None:
        """The argument of the clause that begins with `word`."""
        found = [clause for clause in clauses if isinstance(clause, n.Clause) and clause.word == word]
        clause = self.one(found, f"`{word}`")
        return clause.argument if clause is not None and isinstance(clause.argument, kind) else None

    def has(self, clauses: Iterable[n.Node], word: str) -> bool:
        """Whether there is a clause of this one word."""
        found = [clause for clause in clauses if isinstance(clause, n.Clause) and clause.word == word]
        return self.one(found, f"`{word}`") is not None

    def day(self, clauses: Iterable[n.Node], word: str) -> date | None:
        """The date of a clause."""
        moment = self.argument(clauses, word, n.Moment)
        return date.fromisoformat(moment.text) if moment else None

    def days(self, clauses: Sequence[n.Node], span: Span) -> tuple[date | None, date | None]:
        """`from` and `until`."""
        starts, ends = self.day(clauses, "from"), self.day(clauses, "until")
        if starts and ends and ends < starts:
            ending = (clause.span for clause in clauses if isinstance(clause, n.Clause) and clause.word == "until")
            where = next(ending, span)
            self.faults.add("out-of-range", "this ends before it begins", where, help="put the earlier date first")
        return starts, ends

    def duration(self, clauses: Iterable[n.Node], word: str) -> Duration | None:
        """The duration of a clause."""
        length = self.argument(clauses, word, n.Length)
        return literals.length(length, self.faults) if length else None

    # --- declarations -------------------------------------------------------------------------------------------------

    def principle(self, node: n.Principle) -> Principle:
        """A value or a strategy; both are a sentence in every language of the policy."""
        strategy = node.word == "strategy"
        texts = self.texts(node.texts, f"{node.word} `{node.name.text}`", node.name.span, needed=self.intact(node))
        onward = self.argument(node.clauses, "serves" if strategy else "leads to", n.Name)
        found = self._value(onward, "serves" if strategy else "leads to") if onward is not None else None
        if onward is None and strategy and self.intact(node):
            self.faults.add("missing-clause", f"strategy `{node.name.text}` serves no value", node.name.span,
                            help="add `serves` and the name of a value")  # fmt: skip
        starts, ends = self.days(node.clauses, node.span)
        internal = self.has(node.clauses, "internal")
        return Principle(
            node.name.text, node.name.span, strategy, texts, found, starts, ends, internal
        )

    def _value(self, name: n.Name, word: str) -> str | None:
        found = self.names.find("value", name, self.names.principles)
        if found is not None and found.word == "strategy":
            self.faults.add("wrong-type", f"`{name.text}` is a strategy, but `{word}` names a value", name.span,
                            help="name the value that the strategy serves")  # fmt: skip
            return None
        return name.text if found is not None else None

    def team(self, node: n.Team) -> Team:
        """A team; without `answers within` its escalations have to say it."""
        contact = self.argument(node.clauses, "contact", n.String)
        texts = self.texts(node.texts, f"team `{node.name.text}`", node.name.span)
        within = self.duration(node.clauses, "answers within")
        return Team(node.name.text, node.name.span, texts, within, contact.plain if contact else None)

    def label(self, node: n.Label) -> Label:
        """A label."""
        return Label(
            node.name.text, node.name.span, self.texts(node.texts, f"label `{node.name.text}`", node.name.span)
        )

    def topic(self, node: n.Topic) -> Topic:
        """A topic and its patterns, each of which must be one."""
        texts = self.texts(node.texts, f"topic `{node.name.text}`", node.name.span)
        words: list[TopicPattern] = []
        excluded: list[Pattern] = []
        for clause in node.patterns:
            known = clause.language is None or self.templates.language(clause.language)
            for written in clause.patterns:
                pattern = self.pattern(written)
                if pattern is None or not known:
                    continue
                if clause.language is None:
                    excluded.append(pattern)
                else:
                    words.append(TopicPattern(clause.language.text, pattern, written.span))
        if not any(clause.word == "words" for clause in node.patterns) and self.intact(node):
            language = self.languages[0] if self.languages else "en"
            self.faults.add("empty-topic", f"topic `{node.name.text}` has no words, so no text is ever about it",
                            node.name.span, help=f'add `words {language} "…"`')  # fmt: skip
        return Topic(node.name.text, node.name.span, texts, tuple(words), tuple(excluded))

    def pattern(self, node: n.PatternNode) -> Pattern | None:
        """A pattern, tried out."""
        pattern = Pattern(node.words.text, exact=node.exact, regex=node.regex)
        try:
            compile_pattern(pattern)
        except PatternError as problem:
            self.faults.add("bad-pattern", problem.message, at(node.words, problem.start, max(problem.end, 1)),
                            help=problem.help)  # fmt: skip
            return None
        return pattern

    # --- facts --------------------------------------------------------------------------------------------------------

    def built_in(self) -> tuple[Fact, Fact]:
        """The facts that are there in every policy."""
        return (
            Fact(REQUEST_TEXT, NOWHERE, {}, FactType(Kind.TEXT), built_in=True),
            Fact(REQUEST_LANGUAGE, NOWHERE, {}, FactType(Kind.ONE_OF, self.languages), built_in=True, fixed=True),
        )

    def fact(self, node: n.Fact) -> Fact:
        """A fact with its type, what it is called, and the questions for it."""
        of = node.clauses
        type_ = self._type(node)
        default = self._amount(node, "usually", type_)
        read_from = [pattern for clause in of if isinstance(clause, n.Patterns) for pattern in clause.patterns]
        return Fact(
            node.name.text,
            node.name.span,
            self.texts(node.texts, f"fact `{node.name.text}`", node.name.span),
            type_,
            calls=self._calls(node, type_),
            ask=self._questions(node, customer=False),
            ask_customer=self._questions(node, customer=True),
            has_default=default is not _MISSING,
            default=None if default is _MISSING else default,
            fixed=self.has(of, "fixed"),
            internal=self.has(of, "internal"),
            read_from=tuple(pattern for written in read_from if (pattern := self.pattern(written))),
        )

    def _type(self, node: n.Fact) -> FactType:
        written = self.one([clause for clause in node.clauses if isinstance(clause, n.TypeNode)], "the type")
        if written is None:
            if self.intact(node):
                self.faults.add("missing-clause", f"fact `{node.name.text}` has no type", node.name.span,
                                help="add `is` and a type, such as `is yes or no` or `is one of free, pro`")  # fmt: skip
            return FactType(Kind.TEXT)
        for choice in written.choices:
            first = next(name for name in written.choices if name.text == choice.text)
            if first is not choice:
                self.names.duplicate(choice, first)
        choices = tuple(dict.fromkeys(choice.text for choice in written.choices))
        type_ = FactType(Kind(written.kind), choices, written.currency, or_none=written.or_none)
        return self._bounded(node, type_)

    def _bounded(self, node: n.Fact, type_: FactType) -> FactType:
        low, high = self._amount(node, "from", type_), self._amount(node, "to", type_)
        if (low, high) == (_MISSING, _MISSING):
            return type_
        if type_.kind not in {*NUMERIC, *TEMPORAL, Kind.DURATION}:
            self.faults.add("wrong-type", f"{literals.article(type_)} has no bounds", node.span,
                            help="only numbers, money, percentages, durations, dates and times take `from` and `to`")  # fmt: skip
            return type_
        found = replace(type_, low=_bound(low), high=_bound(high))
        if found.low is not None and literals.outside(found.low, found):
            amounts = [clause for clause in node.clauses if isinstance(clause, n.Amount)]
            where = next(clause.span for clause in amounts if clause.word == "from")
            self.faults.add("out-of-range", "`from` lies above `to`, so the fact has no value", where,
                            help="put the lower bound first")  # fmt: skip
            return type_
        return found

    def _amount(self, node: n.Fact, word: str, type_: FactType) -> Value | _Missing:
        found = [clause for clause in node.clauses if isinstance(clause, n.Amount) and clause.word == word]
        clause = self.one(found, f"`{word}`")
        if clause is None:
            return _MISSING
        try:
            # The unit stands in the type, so the bounds may leave it out: `money in USD from 0`.
            return literals.read([clause.value], type_, self.zone, self.faults, bare=word != "usually")
        except NoValue:
            return _MISSING

    def _calls(self, node: n.Fact, type_: FactType) -> dict[str, Texts]:
        found: dict[str, Texts] = {}
        for clause in node.clauses:
            if not isinstance(clause, n.Call):
                continue
            try:
                choice = literals.choice(clause.choice, type_, self.faults)
            except NoValue:
                continue
            found[choice] = self.texts(clause.texts, f"`{choice}`", clause.span)
        return dict(sorted(found.items()))

    def _questions(self, node: n.Fact, *, customer: bool) -> Texts:
        asks = [clause for clause in node.clauses if isinstance(clause, n.Ask) and clause.customer == customer]
        clause = self.one(asks, "`ask customer`" if customer else "`ask`")
        return self.texts(clause.texts, "the question", clause.span) if clause else {}


class _Missing:
    """Nothing was written; None is the language's `none`."""


_MISSING = _Missing()


def _bound(value: Value | _Missing) -> literals.Bound:
    return value if isinstance(value, literals.BOUNDS) and not isinstance(value, bool) else None


def _listed(languages: Sequence[str]) -> str:
    return ", ".join(f"`{language}`" for language in languages)
