"""Combinations of values for which nothing but `otherwise` speaks, though the policy says that it is complete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import z3

from kotowari.analysis.constants import compared
from kotowari.analysis.logic import Undecided
from kotowari.analysis.study import Study, for_example
from kotowari.analysis.symbols import Symbol
from kotowari.analysis.symbols import position as position_on_line
from kotowari.analysis.witness import Witness
from kotowari.cases.written import literal
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import Said, and_clauses, say, say_as, several
from kotowari.engine.judge import Judge
from kotowari.engine.regions import is_measured
from kotowari.engine.situation import Mention
from kotowari.model.model import REQUEST_TEXT, Complete, Fact
from kotowari.model.types import Value
from kotowari.record import record

# Whoever sees so many has to think anew.
MOST_COMBINATIONS = 100
_SHOWN = 3


def incomplete(study: Study) -> Iterator[Diagnostic]:
    """What each `complete over` leaves open, its combinations told together."""
    for claim in study.model.complete:
        gaps = sorted(_gaps(study, claim), key=lambda gap: gap.words)
        if gaps:
            yield _fault(claim, gaps)


@record
class _Gap:
    """A combination in words, and a request of it."""

    words: str
    witness: Witness | None


def _gaps(study: Study, claim: Complete) -> Iterator[_Gap]:
    """The combinations with a request for which no rule is in force, one after the other."""
    logic = study.logic
    for fact in claim.facts:
        logic.symbols.of(0, fact)  # so that the first solution speaks of it
    for topic in claim.topics or ("",):
        open_ = [logic.nothing(), *([logic.asks(topic)] if topic else [])]
        for _ in range(MOST_COMBINATIONS):
            try:
                found = logic.solution(*open_)
            except Undecided:
                study.open.append("complete over")
                break
            if found is None:
                break
            cells = [_cell(study, study.model.facts[fact], found) for fact in claim.facts]
            here = logic.terms.both(*(cell.formula for cell in cells))
            words = [say("the request asks for {topic}", topic=topic)] if topic else []
            told = and_clauses([*words, *(cell.words for cell in cells)])
            yield _Gap(told, _witness(study, topic, [*open_, here]))
            open_.append(logic.terms.opposite(here))


def _witness(study: Study, topic: str, formulas: Sequence[z3.BoolRef]) -> Witness | None:
    def claim(judge: Judge) -> bool:
        asked = not topic or judge.situation.mentions.get(REQUEST_TEXT, {}).get(topic) is Mention.ASKS
        return asked and not any(judge.sometimes(judge.rule(rule.name)) for rule in judge.candidates())

    return study.example("not-complete", claim, *formulas)


@record
class _Cell:
    """A part of a fact's values, in words and as a formula."""

    words: str
    formula: z3.BoolRef


def _cell(study: Study, fact: Fact, found: z3.ModelRef) -> _Cell:
    """The part of a fact's values in which a solution lies."""
    symbols = study.logic.symbols
    symbol = symbols.of(0, fact.name)
    value = symbols.value(found, symbol)
    if value is None or not is_measured(fact.type.kind):
        return _Cell(_is(fact, value), symbols.equals(symbol, value))
    return _stretch(study, fact, symbol, value)


def _stretch(study: Study, fact: Fact, symbol: Symbol, value: Value) -> _Cell:
    """The value itself where the policy names it, else all between those that it names on both sides of it."""
    symbols, terms = study.logic.symbols, study.logic.terms
    named = {one for one in compared(study.logic.programs, fact.name) if isinstance(one, type(value))}
    position = position_on_line
    below = max((one for one in named if position(one) < position(value)), key=position, default=None)
    above = min((one for one in named if position(one) > position(value)), key=position, default=None)
    if any(position(one) == position(value) for one in named):
        return _Cell(_is(fact, value), symbols.equals(symbol, value))
    parts: list[z3.BoolRef] = [terms.opposite(symbol.absent)]
    if below is not None:
        parts.append(symbol.amount > symbols.constant(fact.type, below))
    if above is not None:
        parts.append(symbol.amount < symbols.constant(fact.type, above))
    return _Cell(_between(fact, below, above), terms.both(*parts))


def _is(fact: Fact, value: Value) -> Said:
    return say("`{fact}` is {value}", fact=fact.name, value=literal(fact.type, value))


def _between(fact: Fact, below: Value, above: Value) -> Said:
    """That a value lies between two others, neither of them included; None for no bound."""
    name, low, high = fact.name, literal(fact.type, below), literal(fact.type, above)
    match below, above:
        case None, None:
            return say("`{fact}` is {value}", fact=name, value=say("any"))
        case None, _:
            return say("`{fact}` is less than {high}", fact=name, high=high)
        case _, None:
            return say("`{fact}` is more than {low}", fact=name, low=low)
        case _:
            return say("`{fact}` is more than {low} and less than {high}", fact=name, low=low, high=high)


def _fault(claim: Complete, gaps: Sequence[_Gap]) -> Diagnostic:
    shown = several((gap.words for gap in gaps[:_SHOWN] if gap.words), say_as("gaps", "; "))
    return Diagnostic(
        "not-complete",
        say("nothing but `otherwise` speaks where {gaps}{more}", gaps=shown, more=_more(len(gaps)))
        if shown
        else say("nothing but `otherwise` may speak"),
        claim.span,
        help=for_example(gaps[0].witness, say("write a rule for it, or leave out here what need not be covered")),
        severity=Severity.WARNING,
    )


def _more(count: int) -> str:
    """How many combinations there are besides those that are shown."""
    if count <= _SHOWN:
        return ""
    if count >= MOST_COMBINATIONS:
        return say("; and more than {count} more", count=count - _SHOWN)
    return say("; and {count} more", count=count - _SHOWN)
