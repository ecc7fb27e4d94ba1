"""Rules that can be in force together and give different verdicts on the same demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

import z3

from kotowari.analysis.study import Study, counted, for_example, in_force
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import say, several
from kotowari.model.model import Rule

Pair: TypeAlias = "tuple[str, str]"


def tensions(study: Study) -> Iterator[Diagnostic]:
    """Pairs of rules that nothing settles but the order of verdicts, those together that share a rule."""
    pairs: list[Pair] = tense(study)
    while pairs:
        counts = Counter(name for pair in pairs for name in pair)
        hub = min(counts, key=lambda name: (-counts[name], name))
        mine = [pair for pair in pairs if hub in pair]
        if len(mine) == 1:
            hub = mine[0][0]
        yield _fault(study, hub, [one if one != hub else other for one, other in mine])
        pairs = [pair for pair in pairs if hub not in pair]


def tense(study: Study) -> list[Pair]:
    """The pairs, by name, less those that the policy declares or another finding tells."""
    found: list[Pair] = []
    told = {frozenset(pair) for each in study.model.tensions for pair in combinations(each.rules, 2)}
    told |= {frozenset((rule, other)) for rule, others in study.outvoted.items() for other in others}
    for one, other in combinations(study.paired.values(), 2):
        if one.outcome.verdict is other.outcome.verdict or not _share(one, other):
            continue
        if study.apart(one.name, other.name) or frozenset((one.name, other.name)) in told:
            continue
        if study.possible(one.name, *_formulas(study, one, other)):
            found.append((one.name, other.name))
    return found


def _share(one: Rule, other: Rule) -> bool:
    if not one.about or not other.about:
        return one.about == other.about
    return not set(one.about).isdisjoint(other.about)


def _formulas(study: Study, one: Rule, other: Rule) -> Sequence[z3.BoolRef]:
    logic = study.logic
    shared = sorted(set(one.about) & set(other.about))
    asked = logic.terms.either(*(logic.asks(topic) for topic in shared)) if shared else logic.terms.true
    return logic.in_force(one.name), logic.in_force(other.name), asked


def _fault(study: Study, hub: str, others: Sequence[str]) -> Diagnostic:
    rules = study.model.rules
    one, first = rules[hub], rules[others[0]]
    found = study.example("open-tension", in_force(hub, first.name), *_formulas(study, one, first))
    wins = min((one, first), key=lambda rule: study.model.order.index(rule.outcome.verdict))
    message = say(
        "`{rule}` would {verdict} what {others} would {verdicts}",
        rule=hub,
        verdict=one.outcome.verdict,
        others=counted(others),
        verdicts=several(sorted({str(rules[other].outcome.verdict) for other in others}), say(" or ")),
    )
    if len(others) == 1:
        message = say(
            "{tension}, and the order of verdicts makes it `{verdict}`", tension=message, verdict=wins.outcome.verdict
        )
    advice = say(
        "let one override the other, or write `tension {rule}, {other} because …` where that is meant",
        rule=hub,
        other=first.name,
    )
    return Diagnostic(
        "open-tension",
        message,
        one.outcome.span,
        label=say("`{what}`", what=hub),
        help=for_example(found, advice),
        severity=Severity.WARNING,
        notes=tuple(Note(say("`{what}`", what=other), rules[other].outcome.span) for other in others[:3]),
    )
