"""Conditions, and the cells of tables, which are conditions without their left side."""

from __future__ import annotations

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.language.builders.context import (
    Context,
    Makers,
    a,
    condition,
    expression,
    first,
    group,
    keep,
    kept,
    only,
    phrase,
    word,
)
from kotowari.language.stack import Kid
from kotowari.language.tokens import Leaf

_OPERATORS = {"at most": "<=", "at least": ">=", "more than": ">", "less than": "<"}


def _junction(at: Context, kids: list[Kid]) -> Kid:
    if len(kids) == 1:
        return kids[0]
    operator, *others = only(Leaf, kids[1::2])
    other = next((other for other in others if other.text != operator.text), None)
    if other is not None:
        _mixed(at, operator, other)
    return n.Junction(at.span(kids), operator.text, tuple(condition(kid) for kid in kids[::2]))


def _mixed(at: Context, first: Leaf, other: Leaf) -> None:
    at.fault(
        "mixed-and-or",
        say(
            "`{other}` stands beside `{first}` without brackets, so this can be read in two ways",
            other=other.text,
            first=first.text,
        ),
        at.place(other),
        say("put brackets round what belongs together: `(A and B) or C`, or `A and (B or C)`"),
        (Note(say("the first `{word}`", word=first.text), at.place(first)),),
    )


def _negation(at: Context, kids: list[Kid]) -> n.Not:
    return n.Not(at.span(kids), condition(kids[1]))


def _group(at: Context, kids: list[Kid]) -> n.Group:
    return n.Group(at.span(kids), condition(kids[1]))


def _flag(at: Context, kids: list[Kid]) -> n.Flag:
    return n.Flag(at.span(kids), word(kids[0]))


def _defined(at: Context, kids: list[Kid]) -> n.Defined:
    return n.Defined(at.span(kids), word(kids[0]))


def _comparison(at: Context, kids: list[Kid]) -> n.Comparison:
    return n.Comparison(at.span(kids), expression(kids[0]), _operator(kids[1]), expression(kids[2]))


def _operator(kid: Kid) -> str:
    words = phrase(group(kid))
    return _OPERATORS.get(words, words)


def _between(at: Context, kids: list[Kid]) -> n.Between:
    return n.Between(at.span(kids), expression(kids[0]), expression(kids[2]), expression(kids[4]))


def _values(_: Context, kids: list[Kid]) -> Kid:
    return tuple(expression(kid) for kid in kids[::2])


def _listed(kid: Kid) -> tuple[n.Expression, ...]:
    return tuple(expression(value) for value in only(n.Node, kid))


def _equality(at: Context, kids: list[Kid]) -> n.Is | n.State:
    value, is_word, right = kids
    negated = word(group(is_word)[-1]) in {"not", "!="}
    span, left = at.span(kids), expression(value)
    if isinstance(right, Leaf):
        return n.State(span, left, negated, right.text)
    if isinstance(right, tuple):
        return n.Is(span, left, negated, _listed(right[-1]), listed=True)
    return n.Is(span, left, negated, (expression(right),), listed=False)


def _includes(at: Context, kids: list[Kid]) -> n.Includes:
    return n.Includes(at.span(kids), expression(kids[0]), a(n.Which, kids[2]))


def _mentions(at: Context, kids: list[Kid]) -> n.Mentions:
    subject, verb, which = kids
    return n.Mentions(at.span(kids), _subject(subject), isinstance(verb, tuple), a(n.Which, which))


def _subject(kid: Kid) -> n.Expression | None:
    """None for the request itself, which the grammar hands on as a word."""
    return None if isinstance(kid, Leaf) else expression(kid)


def _which(at: Context, kids: list[Kid]) -> n.Which:
    names = kids[-1]
    if isinstance(names, tuple):
        return n.Which(at.span(kids), word(kids[0]), only(n.Name, names))
    return n.Which(at.span(kids), "one", (at.name(names),))


# --- tables -----------------------------------------------------------------------------------------------------------


def _header_topic(at: Context, kids: list[Kid]) -> n.Column:
    subject, verb, name = kids
    return n.Column(at.span(kids), "topic", _subject(subject), at.name(name), asks=isinstance(verb, tuple))


def _header_outcome(at: Context, kids: list[Kid]) -> n.Column:
    return n.Column(at.span(kids), "outcome")


def _header_name(at: Context, kids: list[Kid]) -> n.Column:
    return n.Column(at.span(kids), "name")


def _any(at: Context, kids: list[Kid]) -> n.Cell:
    return n.Cell(at.span(kids), "any")


def _cell_values(at: Context, kids: list[Kid]) -> n.Cell:
    return n.Cell(at.span(kids), "values", values=_listed(kids[0]))


def _cell_not(at: Context, kids: list[Kid]) -> n.Cell:
    if isinstance(kids[1], Leaf):
        return n.Cell(at.span(kids), "state", negated=True, operator=word(kids[1]))
    return n.Cell(at.span(kids), "values", negated=True, values=_listed(kids[1]))


def _cell_compare(at: Context, kids: list[Kid]) -> n.Cell:
    return n.Cell(at.span(kids), "compare", operator=_operator(kids[0]), values=(expression(kids[1]),))


def _cell_between(at: Context, kids: list[Kid]) -> n.Cell:
    return n.Cell(at.span(kids), "between", values=(expression(kids[1]), expression(kids[3])))


def _cell_includes(at: Context, kids: list[Kid]) -> n.Cell:
    return n.Cell(at.span(kids), "include", which=a(n.Which, kids[1]))


def _outcome_cell(at: Context, kids: list[Kid]) -> n.OutcomeCell:
    scripts = [at.name(kid[1]) for kid in kept(kids, "say")]
    return n.OutcomeCell(at.span(kids), a(n.Outcome, kids[0]), scripts[0] if scripts else None)


def _name_cell(at: Context, kids: list[Kid]) -> n.Name:
    return at.name(kids[0])


CONDITIONS: Makers = {
    "condition": first,
    "junction": _junction,
    "negation": _negation,
    "group": _group,
    "flag": _flag,
    "defined": _defined,
    "comparison": _comparison,
    "comparator": keep,
    "between": _between,
    "equality": _equality,
    "is_word": keep,
    "one_of": keep,
    "state": first,
    "values": _values,
    "includes": _includes,
    "mentions": _mentions,
    "asks_for": keep,
    "request": first,
    "which": _which,
    "header_topic": _header_topic,
    "header_outcome": _header_outcome,
    "header_name": _header_name,
    "any": _any,
    "cell_values": _cell_values,
    "cell_not": _cell_not,
    "cell_compare": _cell_compare,
    "cell_between": _cell_between,
    "cell_includes": _cell_includes,
    "outcome_cell": _outcome_cell,
    "script_cell": keep,
    "name_cell": _name_cell,
}
