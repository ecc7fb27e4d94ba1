"""Changes of conditions: comparisons, thresholds, and how clauses go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from kotowari.cases.finding.steps import step_at
from kotowari.cases.mutation.mutant import Mutant, Sort
from kotowari.cases.written import literal
from kotowari.diagnostics.span import Span
from kotowari.model import conditions as c
from kotowari.model.duration import Duration
from kotowari.model.model import Model, Rule
from kotowari.model.order import outside
from kotowari.model.types import FactType, Kind, Value
from kotowari.record import record

_BESIDE = {c.Op.AT_LEAST: c.Op.MORE, c.Op.MORE: c.Op.AT_LEAST, c.Op.AT_MOST: c.Op.LESS, c.Op.LESS: c.Op.AT_MOST}
_WORDS = {
    c.Op.AT_LEAST: "at least", c.Op.MORE: "more than", c.Op.AT_MOST: "at most", c.Op.LESS: "less than",
}  # fmt: skip
_TEMPORAL_WORDS = {**_WORDS, c.Op.AT_LEAST: "on or after", c.Op.MORE: "after", c.Op.AT_MOST: "on or before",
                   c.Op.LESS: "before"}  # fmt: skip
_DISCRETE = frozenset({Kind.WHOLE, Kind.DATE})


@record
class _Change:
    """Another condition at a place, with what is told of it."""

    sort: Sort
    old: str
    new: str | None
    condition: c.Condition


def of_conditions(model: Model) -> Iterator[Mutant]:
    """The policy with one change in one of its conditions; those of a definition in all rules that use it."""
    seen: set[tuple[Span, type, str]] = set()
    for rule in model.rules.values():
        for owner, node in _nodes(rule.condition, rule.table or rule.name):
            key = (node.span, type(node), node.clause)
            if key in seen:
                continue
            seen.add(key)
            own = rule.name if owner == rule.table and node.span.within(rule.span) else owner
            for change in _changes(node):
                yield Mutant(change.sort, own, node.span, change.old, change.new, _rewritten(model, node, change))


def _nodes(condition: c.Condition, owner: str) -> Iterator[tuple[str, c.Condition]]:
    """Every part of a condition, with the rule or the definition that it stands in."""
    yield owner, condition
    match condition:
        case c.All() | c.AnyOf():
            for part in condition.parts:
                yield from _nodes(part, owner)
        case c.Not():
            yield from _nodes(condition.part, owner)
        case c.Defined():
            yield from _nodes(condition.condition, condition.name)
        case _:
            return


def _rewritten(model: Model, site: c.Condition, change: _Change) -> Mapping[str, Rule | None]:
    found: dict[str, Rule | None] = {}
    for name, rule in model.rules.items():
        condition = _with(rule.condition, site, change.condition)
        if condition is not rule.condition:
            found[name] = replace(rule, condition=condition)
    return found


def _with(condition: c.Condition, site: c.Condition, new: c.Condition) -> c.Condition:
    """A condition with the part at that place replaced; the very same where it does not have it."""
    if condition.span == site.span and type(condition) is type(site) and condition == site:
        return new
    match condition:
        case c.All() | c.AnyOf():
            parts = tuple(_with(part, site, new) for part in condition.parts)
            same = all(part is before for part, before in zip(parts, condition.parts, strict=True))
            return condition if same else replace(condition, parts=parts)
        case c.Not():
            part = _with(condition.part, site, new)
            return condition if part is condition.part else replace(condition, part=part)
        case c.Defined():
            below = _with(condition.condition, site, new)
            return condition if below is condition.condition else replace(condition, condition=below)
        case _:
            return condition


# --- what can be changed ----------------------------------------------------------------------------------------------


def _changes(node: c.Condition) -> Iterator[_Change]:  # noqa: C901 - one case for each kind of condition
    match node:
        case c.All() | c.AnyOf():
            yield from _junction(node)
        case c.Not():
            yield _Change(Sort.CONNECTIVE, "not", None, node.part)
        case c.Compare():
            yield from _comparison(node)
        case c.Between():
            yield from _between(node)
        case c.IsOneOf():
            yield _negated(node, Sort.COMPARISON)
            yield from _fewer_values(node)
        case c.IsNone() | c.IsKnown():
            yield _negated(node, Sort.COMPARISON)
        case c.Includes():
            yield _negated(node, Sort.CONNECTIVE)
            yield from _fewer_choices(node)
        case c.Mentions():
            yield _negated(node, Sort.CONNECTIVE)
            yield from _mentions(node)
        case c.Defined():
            yield _negated(node, Sort.CONNECTIVE)
        case c.Always():
            return


def _junction(node: c.All | c.AnyOf) -> Iterator[_Change]:
    clause, span, parts = node.clause, node.span, node.parts
    if isinstance(node, c.All):
        yield _Change(Sort.CONNECTIVE, "and", "or", c.AnyOf(clause, span, parts))
    else:
        yield _Change(Sort.CONNECTIVE, "or", "and", c.All(clause, span, parts))
    for place, part in enumerate(parts):
        left = (*parts[:place], *parts[place + 1 :])
        yield _Change(Sort.CONNECTIVE, part.clause, None, left[0] if len(left) == 1 else replace(node, parts=left))


def _negated(node: c.Condition, sort: Sort) -> _Change:
    return _Change(sort, node.clause, f"not {node.clause}", c.Not(f"not {node.clause}", node.span, node))


def _comparison(node: c.Compare) -> Iterator[_Change]:
    type_ = node.left.type
    beside = _BESIDE.get(node.op)
    if beside is None:
        yield _negated(node, Sort.COMPARISON)
    else:
        words = _TEMPORAL_WORDS if type_.kind in (Kind.DATE, Kind.TIME) else _WORDS
        yield _Change(Sort.COMPARISON, words[node.op], words[beside], replace(node, op=beside))
    if beside is None and type_.kind not in (Kind.WHOLE, Kind.NUMBER, Kind.MONEY, Kind.PERCENT):
        return
    for away in (1, -1):
        # On whole numbers `at least 5` moved up is `more than 5`, which is there already.
        twin = beside is not None and type_.kind in _DISCRETE and away == _twin_of(node.op)
        if isinstance(node.right, c.Const) and not twin:
            yield from _moved(node, node.right, away)


def _twin_of(op: c.Op) -> int:
    """Which way a threshold moves on a scale of whole steps where the comparison changes to the one beside it."""
    return 1 if op in (c.Op.AT_LEAST, c.Op.LESS) else -1


def _moved(node: c.Compare, side: c.Const, away: int) -> Iterator[_Change]:
    value = moved(node.left.type, side.value, away)
    if value is not None:
        old, new = literal(side.type, side.value), literal(side.type, value)
        yield _Change(Sort.THRESHOLD, old, new, replace(node, right=replace(side, value=value)))


def _between(node: c.Between) -> Iterator[_Change]:
    for end in ("low", "high"):
        side = node.low if end == "low" else node.high
        if not isinstance(side, c.Const):
            continue
        for away in (1, -1):
            value = moved(node.value.type, side.value, away)
            if value is not None:
                old, new = literal(side.type, side.value), literal(side.type, value)
                other = replace(side, value=value)
                changed = replace(node, low=other) if end == "low" else replace(node, high=other)
                yield _Change(Sort.THRESHOLD, old, new, changed)


def moved(type_: FactType, value: Value, away: int) -> Value:
    """The value one step up or down; None where there is none, or where the type does not take it."""
    step = step_at(type_, value)
    found: Value
    match value, step:
        case Decimal(), Decimal():
            found = value + away * step
        case Duration(), Duration():
            found = Duration(
                value.months + away * step.months, value.days + away * step.days, value.seconds + away * step.seconds
            )
        case ((datetime() | date()), timedelta()):
            try:
                found = value + away * step
            except OverflowError:
                return None
        case _:
            return None
    return None if outside(found, type_) else found


def _fewer_values(node: c.IsOneOf) -> Iterator[_Change]:
    if len(node.values) < 2:
        return
    for place, value in enumerate(node.values):
        left = (*node.values[:place], *node.values[place + 1 :])
        yield _Change(Sort.COMPARISON, _shown(value), None, replace(node, values=left))


def _shown(value: Value) -> str:
    return "yes" if value is True else "no" if value is False else str(value)


def _fewer_choices(node: c.Includes) -> Iterator[_Change]:
    if len(node.choices) < 2:
        return
    yield from _how(node)
    for place, choice in enumerate(node.choices):
        left = (*node.choices[:place], *node.choices[place + 1 :])
        yield _Change(Sort.COMPARISON, choice, None, replace(node, choices=left))


def _how(node: c.Includes | c.Mentions) -> Iterator[_Change]:
    if node.how is not c.How.NONE:
        other = c.How.ALL if node.how is c.How.ANY else c.How.ANY
        yield _Change(Sort.CONNECTIVE, node.how.value, other.value, replace(node, how=other))


def _mentions(node: c.Mentions) -> Iterator[_Change]:
    words = ("asks for", "mentions") if node.asks else ("mentions", "asks for")
    yield _Change(Sort.COMPARISON, *words, replace(node, asks=not node.asks))
    if len(node.topics) < 2:
        return
    yield from _how(node)
    for place, topic in enumerate(node.topics):
        left = (*node.topics[:place], *node.topics[place + 1 :])
        yield _Change(Sort.TOPIC, topic, None, replace(node, topics=left))
