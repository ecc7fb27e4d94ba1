"""Facts: their types and bounds, what they are called, and the questions for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import NOWHERE
from kotowari.language import nodes as n
from kotowari.model import literals, readable
from kotowari.model.clauses import Clauses
from kotowari.model.declared import Declared
from kotowari.model.faults import Faults
from kotowari.model.literals import NoValue
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Fact, Texts
from kotowari.model.names import Names
from kotowari.model.order import outside
from kotowari.model.templates import at
from kotowari.model.torn import TornFiles
from kotowari.model.types import NUMERIC, TEMPORAL, FactType, Kind, Value
from kotowari.record import record
from kotowari.text.patterns.pattern import Pattern, PatternError
from kotowari.text.reading.molds import parted


@record
class Facts:
    """Turns declarations of facts into what they mean."""

    names: Names
    declared: Declared
    clauses: Clauses
    zone: ZoneInfo
    torn: TornFiles
    faults: Faults

    def all(self) -> dict[str, Fact]:
        """Every fact, those that are there in every policy among them, in the order of names.

        A fact whose type could not be read counts as lost: nothing sure can be said of what rules do with it.
        """
        made = [self._fact(node) for _, node in sorted(self.names.facts.items())]
        sure = {fact.name: fact for fact in made if fact is not None}
        self.names.lost.update(self.names.facts.keys() - sure.keys())
        return dict(sorted({**sure, **_built_in(self.clauses.languages)}.items()))

    def _fact(self, node: n.Fact) -> Fact | None:
        name, place, of = node.name.text, node.name.span, node.clauses
        written = self.clauses.one([clause for clause in of if isinstance(clause, n.TypeNode)], say("the type"))
        if written is not None and self._is_reserved(written):
            return None
        type_ = self._type(node, written)
        default = self._amount(node, "usually", type_)
        fact = Fact(
            name,
            place,
            self.clauses.texts(node.texts, say("fact `{name}`", name=name), place),
            type_,
            calls=self._calls(node, type_),
            ask=self._questions(node, customer=False),
            ask_customer=self._questions(node, customer=True),
            has_default=default is not None,
            default=default[0] if default else None,
            fixed=self.clauses.has(of, "fixed"),
            internal=self.clauses.has(of, "internal"),
            read_from=self._read_from(node, type_) if written is not None else (),
        )
        return fact if written is not None and self.torn.is_intact(node.span, "is", "from", "to") else None

    def _read_from(self, node: n.Fact, type_: FactType) -> tuple[Pattern, ...]:
        """The patterns that the fact is read with."""
        clauses = [clause for clause in node.clauses if isinstance(clause, n.Patterns)]
        if clauses and readable.sort_of(type_) is None:
            self.faults.add(
                "cannot-read",
                say("`read from` does not read {type}", type=literals.article(type_)),
                clauses[0].span,
                help=readable.advice(type_),
            )
            return ()
        patterns = [self._readable(written) for clause in clauses for written in clause.patterns]
        return tuple(pattern for pattern in patterns if pattern is not None)

    def _readable(self, written: n.PatternNode) -> Pattern | None:
        """A pattern that says where the value stands."""
        pattern = self.declared.pattern(written)
        try:
            if pattern is not None:
                parted(pattern)
        except PatternError as problem:
            place = at(written.words, problem.start, max(problem.end, problem.start + 1))
            self.faults.add("cannot-read", problem.message, place, help=problem.help)
            return None
        return pattern

    def _is_reserved(self, written: n.TypeNode) -> bool:
        """Whether the type has choices that are none, so that all that rules do with them would be wrong as well."""
        reserved = [choice for choice in written.choices if self.names.is_reserved_choice(choice)]
        return bool(reserved)

    # --- types --------------------------------------------------------------------------------------------------------

    def _type(self, node: n.Fact, written: n.TypeNode | None) -> FactType:
        if written is None:
            if self.torn.is_intact(node.span, "is"):
                self.faults.add(
                    "missing-clause",
                    say("fact `{name}` has no type", name=node.name.text),
                    node.name.span,
                    help=say("add `is` and a type, such as `is yes or no` or `is one of free, pro`"),
                )
            return FactType(Kind.TEXT)
        choices: dict[str, n.Name] = {}
        for choice in written.choices:
            if choices.setdefault(choice.text, choice) is not choice:
                self.names.duplicate(choice, choices[choice.text])
        type_ = FactType(Kind(written.kind), tuple(choices), written.currency, or_none=written.or_none)
        return self._bounded(node, type_)

    def _bounded(self, node: n.Fact, type_: FactType) -> FactType:
        """The type with its bounds. Its unit stands in the type, so they may leave it out: `money in USD from 0`."""
        bounds = [clause for clause in node.clauses if isinstance(clause, n.Amount) and clause.word != "usually"]
        if bounds and type_.kind not in {*NUMERIC, *TEMPORAL, Kind.DURATION}:
            self.faults.add(
                "wrong-type",
                say("{type} has no bounds", type=literals.article(type_)),
                bounds[0].span,
                help=say("only numbers, money, percentages, durations, dates and times take `from` and `to`"),
            )
            return type_
        low, high = self._amount(node, "from", type_), self._amount(node, "to", type_)
        found = replace(
            type_, low=literals.bound(low[0] if low else None), high=literals.bound(high[0] if high else None)
        )
        if found.low is not None and outside(found.low, found):
            self.faults.add(
                "out-of-range",
                say("`from` lies above `to`, so the fact has no value"),
                bounds[0].span,
                help=say("put the lower bound first"),
            )
            return type_
        return found

    def _amount(self, node: n.Fact, word: str, type_: FactType) -> tuple[Value] | None:
        """The value of `from`, `to` or `usually`; None where nothing is written, or nothing that can be read."""
        found = [clause for clause in node.clauses if isinstance(clause, n.Amount) and clause.word == word]
        clause = self.clauses.one(found, f"`{word}`")
        if clause is None:
            return None
        try:
            return (literals.read([clause.value], type_, self.zone, self.faults, bare=word != "usually"),)
        except NoValue:
            return None

    # --- words --------------------------------------------------------------------------------------------------------

    def _calls(self, node: n.Fact, type_: FactType) -> Mapping[str, Texts]:
        found: dict[str, Texts] = {}
        for clause in node.clauses:
            if isinstance(clause, n.Call):
                choice = self._called(clause, type_)
                if choice in found:
                    message = say("`{choice}` has two names", choice=choice or "")
                    self.faults.add("duplicate", message, clause.span, help=say("leave one of them out"))
                elif choice is not None:
                    found[choice] = self.clauses.texts(clause.texts, f"`{choice}`", clause.span)
        return dict(sorted(found.items()))

    def _called(self, clause: n.Call, type_: FactType) -> str | None:
        try:
            return literals.choice(clause.choice, type_, self.faults)
        except NoValue:
            return None

    def _questions(self, node: n.Fact, *, customer: bool) -> Texts:
        asks = [clause for clause in node.clauses if isinstance(clause, n.Ask) and clause.customer == customer]
        clause = self.clauses.one(asks, "`ask customer`" if customer else "`ask`")
        return self.clauses.texts(clause.texts, say("the question"), clause.span) if clause else {}


def _built_in(languages: tuple[str, ...]) -> dict[str, Fact]:
    """The facts that are there in every policy."""
    text = Fact(REQUEST_TEXT, NOWHERE, {}, FactType(Kind.TEXT), built_in=True)
    language = Fact(REQUEST_LANGUAGE, NOWHERE, {}, FactType(Kind.ONE_OF, languages), built_in=True, fixed=True)
    return {text.name: text, language.name: language}
