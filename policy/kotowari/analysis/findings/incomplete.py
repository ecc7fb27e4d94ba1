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
            words = [f"the request asks for {topic}"] if topic else []
            told = " and ".join([*words, *(cell.words for cell in cells)])
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
        return _Cell(f"`{fact.name}` is {literal(fact.type, value)}", symbols.equals(symbol, value))
    return _stretch(study, fact, symbol, value)


def _stretch(study: Study, fact: Fact, symbol: Symbol, value: Value) -> _Cell:
    """The value itself where the policy names it, else all between those that it names on both sides of it."""
    symbols, terms = study.logic.symbols, study.logic.terms
    named = {one for one in compared(study.logic.programs, fact.name) if isinstance(one, type(value))}
    position = position_on_line
    below = max((one for one in named if position(one) < position(value)), key=position, default=None)
    above = min((one for one in named if position(one) > position(value)), key=position, default=None)
    if any(position(one) == position(value) for one in named):
        return _Cell(f"`{fact.name}` is {literal(fact.type, value)}", symbols.equals(symbol, value))
    parts: list[z3.BoolRef] = [terms.opposite(symbol.absent)]
    words: list[str] = []
    if below is not None:
        parts.append(symbol.amount > symbols.constant(fact.type, below))
        words.append(f"more than {literal(fact.type, below)}")
    if above is not None:
        parts.append(symbol.amount < symbols.constant(fact.type, above))
        words.append(f"less than {literal(fact.type, above)}")
    return _Cell(f"`{fact.name}` is {' and '.join(words) or 'any'}", terms.both(*parts))


def _fault(claim: Complete, gaps: Sequence[_Gap]) -> Diagnostic:
    shown = "; ".join(gap.words for gap in gaps[:_SHOWN] if gap.words)
    count = len(gaps)
    more = f"; and {'more than ' if count >= MOST_COMBINATIONS else ''}{count - _SHOWN} more" if count > _SHOWN else ""
    return Diagnostic(
        "not-complete",
        f"nothing but `otherwise` speaks where {shown}{more}" if shown else "nothing but `otherwise` may speak",
        claim.span,
        help=f"{for_example(gaps[0].witness)}write a rule for it, or leave out here what need not be covered",
        severity=Severity.WARNING,
    )
