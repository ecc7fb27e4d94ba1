"""Values and expressions."""

from __future__ import annotations

from datetime import date, datetime

from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.language.builders.context import DEEPEST, Context, Makers, a, expression, first, only, word
from kotowari.language.dates import when
from kotowari.language.stack import Kid
from kotowari.language.tokens import Leaf


def _names(at: Context, kids: list[Kid]) -> Kid:
    return tuple(at.name(kid) for kid in kids[::2])


def _text(at: Context, kids: list[Kid]) -> n.Text:
    return n.Text(at.span(kids), at.name(kids[0]), at.string(kids[1]))


def _number(at: Context, kids: list[Kid]) -> n.Number:
    return n.Number(at.span(kids), at.decimal(kids[0]))


def _percent(at: Context, kids: list[Kid]) -> n.Percent:
    return n.Percent(at.span(kids), at.decimal(kids[0]))


def _money(at: Context, kids: list[Kid]) -> n.Money:
    return n.Money(at.span(kids), at.decimal(kids[0]), word(kids[1]))


def _length(at: Context, kids: list[Kid]) -> n.Length:
    return n.Length(at.span(kids), ((at.decimal(kids[0]), word(kids[1]).removesuffix("s")),))


def _duration(at: Context, kids: list[Kid]) -> n.Length:
    return n.Length(at.span(kids), tuple(part for kid in only(n.Length, kids) for part in kid.parts))


def moment(at: Context, kids: list[Kid]) -> n.Moment:
    """A date or a time; one that no calendar has is reported."""
    leaf = a(Leaf, kids[0])
    text, has_clock = leaf.text, leaf.terminal == "CLOCK_TIME"
    try:
        datetime.fromisoformat(text) if has_clock else date.fromisoformat(text)
    except ValueError:
        message, help_ = _impossible(text, has_clock=has_clock)
        at.fault("impossible-date", message, at.place(leaf), help_)
        text = "2000-01-01T00:00" if has_clock else "2000-01-01"
    return n.Moment(at.place(leaf), text, has_clock)


def _impossible(text: str, *, has_clock: bool) -> tuple[str, str]:
    """What is wrong with a date or a time, and what to do."""
    if found := when(text):
        return say("`{text}` is written in another form", text=text), say("write `{word}`", word=found.written)
    message = say("`{text}` is no date of the calendar", text=text)
    if has_clock:
        message = say("`{text}` is no time of the calendar", text=text)
    return message, say("write a date as `2026-04-01` and a time as `2026-04-01T09:00`")


def _word(at: Context, kids: list[Kid]) -> n.Word:
    return n.Word(at.span(kids), word(kids[0]))


def _quoted(at: Context, kids: list[Kid]) -> n.String:
    return at.string(kids[0])


def _none(at: Context, kids: list[Kid]) -> n.NoneValue:
    return n.NoneValue(at.span(kids))


def _fact_value(at: Context, kids: list[Kid]) -> n.FactValue:
    return n.FactValue(at.span(kids), word(kids[0]))


def _now(at: Context, kids: list[Kid]) -> n.Now:
    return n.Now(at.span(kids))


def _arithmetic(at: Context, kids: list[Kid]) -> n.Expression:
    left, operator, right = expression(kids[0]), kids[1], expression(kids[2])
    depth = 1 + max(_depth(left), _depth(right))
    if depth > DEEPEST + 1:  # which has been reported
        return left
    if depth > DEEPEST:
        message = say("an expression has at most {most} operations", most=DEEPEST)
        at.fault("too-deep", message, at.place(operator), say("let a fact hold a part of it"))
    return n.Arithmetic(at.span(kids), word(operator), left, right, depth)


def _depth(expression: n.Expression) -> int:
    return expression.depth if isinstance(expression, n.Arithmetic) else 0


def _elapsed(at: Context, kids: list[Kid]) -> n.Elapsed:
    return n.Elapsed(at.span(kids), word(kids[1]), expression(kids[2]))


VALUES: Makers = {
    "names": _names,
    "text": _text,
    "title": _quoted,
    "number": _number,
    "percent": _percent,
    "money": _money,
    "length": _length,
    "unit": first,
    "duration": _duration,
    "moment": moment,
    "word": _word,
    "quoted": _quoted,
    "none": _none,
    "fact_value": _fact_value,
    "now": _now,
    "sum": _arithmetic,
    "times": _arithmetic,
    "share": _arithmetic,
    "elapsed": _elapsed,
}
