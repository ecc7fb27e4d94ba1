"""Declarations, rules aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kotowari.language import nodes as n
from kotowari.language.builders.context import Context, Makers, a, condition, groups, keep, kept, literal, only, word
from kotowari.language.stack import Kid
from kotowari.language.tokens import Leaf
from kotowari.record import record

_COMPLETE = "complete"


@record
class _Fallback(n.Node):
    """`otherwise` or `unanswered`, with its outcome."""

    word: str
    outcome: n.Outcome


def _policy(at: Context, kids: list[Kid]) -> n.Policy:
    fallbacks = only(_Fallback, kids)
    return n.Policy(
        at.span(kids),
        at.name(kids[1]),
        only(n.Text, kids),
        tuple(kid for kid in kids if isinstance(kid, n.Clause | n.Names) and kid.word != _COMPLETE),
        otherwise=tuple(kid.outcome for kid in fallbacks if kid.word == "otherwise"),
        unanswered=tuple(kid.outcome for kid in fallbacks if kid.word == "unanswered"),
        complete=tuple(kid for kid in only(n.Names, kids) if kid.word == _COMPLETE),
    )


def _complete(at: Context, kids: list[Kid]) -> n.Names:
    return n.Names(at.span(kids), _COMPLETE, tuple(at.name(leaf) for leaf in only(Leaf, kids[2:]) if leaf.text != ","))


def _fallback(at: Context, kids: list[Kid]) -> _Fallback:
    return _Fallback(at.span(kids), word(kids[0]), a(n.Outcome, kids[1]))


def _principle(at: Context, kids: list[Kid]) -> n.Principle:
    return n.Principle(at.span(kids), word(kids[0]), at.name(kids[1]), only(n.Text, kids), only(n.Clause, kids))


def _team(at: Context, kids: list[Kid]) -> n.Team:
    return n.Team(at.span(kids), at.name(kids[1]), only(n.Text, kids), only(n.Clause, kids))


def _define(at: Context, kids: list[Kid]) -> n.Define:
    return n.Define(at.span(kids), at.name(kids[1]), condition(kids[2]))


def _label(at: Context, kids: list[Kid]) -> n.Label:
    return n.Label(at.span(kids), at.name(kids[1]), only(n.Text, kids))


def _tension(at: Context, kids: list[Kid]) -> n.Tension:
    because = tuple(name for part in kept(kids[2:], "because") for name in only(n.Name, part[1]))
    return n.Tension(at.span(kids), only(n.Name, kids[1]), because)


# --- facts ------------------------------------------------------------------------------------------------------------


def _fact(at: Context, kids: list[Kid]) -> n.Fact:
    return n.Fact(at.span(kids), at.name(kids[1]), only(n.Text, kids), tuple(_fact_clauses(kids)))


def _fact_clauses(kids: list[Kid]) -> Iterator[n.TypeNode | n.Call | n.Ask | n.Amount | n.Clause | n.Patterns]:
    for kid in kids:
        if isinstance(kid, n.TypeNode | n.Call | n.Ask | n.Amount | n.Clause | n.Patterns):
            yield kid


def _is_type(at: Context, kids: list[Kid]) -> n.TypeNode:
    return replace(a(n.TypeNode, kids[1]), span=at.span(kids), or_none=len(kids) > len(("is", "TYPE")))


def _fact_type(at: Context, kids: list[Kid]) -> n.TypeNode:
    leaves = only(Leaf, kids)
    kind = " ".join(leaf.text for leaf in leaves if leaf.terminal != "CURRENCY")
    currency = next((leaf.text for leaf in leaves if leaf.terminal == "CURRENCY"), None)
    choices = tuple(name for kid in groups(kids) for name in only(n.Name, kid))
    return n.TypeNode(at.span(kids), kind.removesuffix(" in"), choices, currency, or_none=False)


def _call(at: Context, kids: list[Kid]) -> n.Call:
    return n.Call(at.span(kids), at.name(kids[1]), only(n.Text, kids))


def _ask(at: Context, kids: list[Kid]) -> n.Ask:
    return n.Ask(at.span(kids), customer=isinstance(kids[1], Leaf), texts=only(n.Text, kids))


def _amount(at: Context, kids: list[Kid]) -> n.Amount:
    return n.Amount(at.span(kids), word(kids[0]), literal(kids[1]))


# --- topics and patterns ----------------------------------------------------------------------------------------------


def _topic(at: Context, kids: list[Kid]) -> n.Topic:
    return n.Topic(at.span(kids), at.name(kids[1]), only(n.Text, kids), only(n.Patterns, kids))


def _pattern(at: Context, kids: list[Kid]) -> n.PatternNode:
    leaf = a(Leaf, kids[-1])
    if leaf.terminal == "REGEX":
        text = leaf.text[1:-1]
        words = n.String(at.place(leaf), text, range(leaf.start + 1, leaf.start + 1 + len(text)))
        return n.PatternNode(at.span(kids), words, exact=False, regex=True)
    return n.PatternNode(at.span(kids), at.string(leaf), exact=len(kids) > 1, regex=False)


def _patterns(_: Context, kids: list[Kid]) -> Kid:
    return only(n.PatternNode, kids)


def _words(at: Context, kids: list[Kid]) -> n.Patterns:
    return n.Patterns(at.span(kids), "words", at.name(kids[1]), only(n.PatternNode, kids[2]))


def _not_words(at: Context, kids: list[Kid]) -> n.Patterns:
    return n.Patterns(at.span(kids), "not", None, only(n.PatternNode, kids[1]))


def _read_from(at: Context, kids: list[Kid]) -> n.Patterns:
    return n.Patterns(at.span(kids), "read from", None, only(n.PatternNode, kids[2]))


DECLARATIONS: Makers = {
    "policy": _policy,
    "otherwise": _fallback,
    "unanswered": _fallback,
    "value": _principle,
    "strategy": _principle,
    "team": _team,
    "define": _define,
    "label": _label,
    "tension": _tension,
    "complete": _complete,
    "fact": _fact,
    "is_type": _is_type,
    "or_none": keep,
    "fact_type": _fact_type,
    "call": _call,
    "ask": _ask,
    "ask_customer": _ask,
    "low": _amount,
    "high": _amount,
    "usually": _amount,
    "topic": _topic,
    "pattern": _pattern,
    "patterns": _patterns,
    "words": _words,
    "not_words": _not_words,
    "read_from": _read_from,
}
