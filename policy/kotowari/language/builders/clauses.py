"""Outcomes and the other clauses of declarations."""

from __future__ import annotations

from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.language.builders.context import (
    Context,
    Makers,
    a,
    condition,
    expression,
    first,
    groups,
    keep,
    kept,
    literal,
    only,
    word,
)
from kotowari.language.builders.values import moment
from kotowari.language.stack import Kid
from kotowari.language.tokens import Leaf

_ARGUMENTS = frozenset({"IDENT", "DOTTED", "STRING", "DIGITS", "CALENDAR_DATE"})


# --- outcomes ---------------------------------------------------------------------------------------------------------


def _verdict(at: Context, kids: list[Kid]) -> n.Name:
    return at.name(kids[0])


def _outcome(at: Context, kids: list[Kid]) -> n.Outcome:
    parts = kids[1:]
    return n.Outcome(
        at.span(kids),
        a(n.Name, kids[0]),
        because=tuple(name for part in kept(parts, "because") for name in only(n.Name, part[1])),
        teams=tuple(at.name(part[1]) for part in kept(parts, "to")),
        within=tuple(a(n.Length, part[1]) for part in kept(parts, "within")),
        labels=tuple(at.name(part[1]) for part in kept(parts, "as")),
        grants=tuple(expression(part[1]) for part in kept(parts, "granting")),
    )


# --- clauses of words and at most one argument ------------------------------------------------------------------------


def _clause(at: Context, kids: list[Kid]) -> n.Clause:
    words = [kid.text for kid in only(Leaf, kids) if kid.terminal not in _ARGUMENTS]
    return n.Clause(at.span(kids), " ".join(words), _argument(at, kids[-1]))


def _argument(at: Context, kid: Kid) -> n.Name | n.String | n.Number | n.Moment | n.Length | None:
    if isinstance(kid, n.Length):
        return kid
    leaf = a(Leaf, kid)
    match leaf.terminal:
        case "STRING":
            return at.string(leaf)
        case "DIGITS":
            return n.Number(at.place(leaf), at.decimal(leaf))
        case "CALENDAR_DATE":
            return moment(at, [leaf])
        case _:
            return at.name(leaf) if leaf.terminal in _ARGUMENTS else None


def _listing(at: Context, kids: list[Kid]) -> n.Names:
    return n.Names(at.span(kids), word(kids[0]), only(n.Name, kids[1]))


def _order(at: Context, kids: list[Kid]) -> n.Names:
    return n.Names(at.span(kids), "order", only(n.Name, kids))


def _when(at: Context, kids: list[Kid]) -> n.When:
    return n.When(at.span(kids), condition(kids[1]))


# --- words ------------------------------------------------------------------------------------------------------------


def _say(at: Context, kids: list[Kid]) -> n.Say:
    return n.Say(at.span(kids), only=len(kids) > len(("say", "NAME")), script=at.name(kids[-1]), block=None)


def _part(at: Context, kids: list[Kid]) -> n.Part:
    if word(kids[0]) == "nothing":
        return n.Part(at.span(kids), "instead", None)
    return n.Part(at.span(kids), word(kids[0]), at.string(kids[1]))


def _do(at: Context, kids: list[Kid]) -> n.Step:
    return n.Step(at.span(kids), only(n.Text, kids))


def _note(at: Context, kids: list[Kid]) -> n.HandOver:
    points = tuple((word(part[0]), at.string(part[1])) for part in groups(kids))
    return n.HandOver(at.span(kids), at.name(kids[1]), points)


def _allow(at: Context, kids: list[Kid]) -> n.Allow:
    return n.Allow(at.span(kids), only(n.Name, kids[1]), at.string(kids[-1]))


# --- examples ---------------------------------------------------------------------------------------------------------


def _example(at: Context, kids: list[Kid]) -> n.Example:
    strings = [leaf for leaf in only(Leaf, kids) if leaf.terminal == "STRING"]
    given = [kid for part in kept(kids, "with") for kid in part[1:]]
    gives = [a(n.Name, part[1]) for part in kept(kids, "gives")]
    return n.Example(
        at.span(kids),
        holds=word(kids[0]) == "example",
        text=at.string(strings[0]) if strings else None,
        given=_given(at, given),
        gives=gives[0] if gives else None,
    )


def _given(at: Context, kids: list[Kid]) -> tuple[n.Given, ...]:
    """A value without a fact goes on the list of the fact before it: `with customer.tags beta, partner`."""
    found: list[tuple[Kid, list[n.Literal]]] = []
    for item in groups(kids):
        value = literal(item[-1])
        if len(item) > 1:
            found.append((item[0], [value]))
        elif found:
            found[-1][1].append(value)
        else:
            at.fault(
                "unexpected-word",
                say("this value belongs to no fact"),
                value.span,
                say("write the name of the fact before it, such as `with customer.plan pro`"),
            )
    return tuple(n.Given(at.place(fact).to(values[-1].span), at.name(fact), tuple(values)) for fact, values in found)


CLAUSES: Makers = {
    "verdict": _verdict,
    "outcome": _outcome,
    **dict.fromkeys(("to", "within", "labelled", "granting", "because"), keep),
    **dict.fromkeys(("edition", "zone", "leads_to", "internal", "serves", "starts", "until"), _clause),
    **dict.fromkeys(("answers", "contact", "fixed", "final", "owner", "approved", "review"), _clause),
    **dict.fromkeys(("one_row", "every_row"), _clause),
    **dict.fromkeys(("languages", "about", "overrides"), _listing),
    "order": _order,
    "when": _when,
    "say": _say,
    "only": first,
    "part": _part,
    "do": _do,
    "note": _note,
    "note_part": keep,
    "allow": _allow,
    "example": _example,
    "givens": keep,
    "given": keep,
    "gives": keep,
}
