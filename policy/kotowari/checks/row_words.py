"""Where rows of a table overlap or leave a gap, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from kotowari.diagnostics.said import Said, say, say_as, several
from kotowari.model.model import REQUEST_TEXT
from kotowari.model.types import Value

# What stands for several values, in the words of the engine.
_PHRASES = {
    "any": say("any"),
    "another text": say("another text"),
    "this or another text": say("this or another text"),
}
_BOUNDS = {
    "at least": say_as("bound", "at least"),
    "more than": say_as("bound", "more than"),
    "at most": say_as("bound", "at most"),
    "less than": say_as("bound", "less than"),
    "after": say_as("bound", "after"),
    "before": say_as("bound", "before"),
}


def stretch(fact: str, op: str, values: Sequence[str]) -> Said:
    """A part of a fact's values: the `op` of an `engine.decision.Part`, and its values as they are shown."""
    match op, values:
        case "is", [value]:
            return say("`{fact}` is {value}", fact=fact, value=_PHRASES.get(value, value))
        case "is one of", _:
            return say("`{fact}` is one of {values}", fact=fact, values=several(values, say_as("choices", " and ")))
        case "between", [low, high]:
            return say("`{fact}` between {low} and {high}", fact=fact, low=low, high=high)
        case _, [value]:
            return say("`{fact}` {bound} {value}", fact=fact, bound=_BOUNDS[op], value=value)
        case _:
            least, most = (_BOUNDS[word] for word in op.split(" … and "))
            low, high = values
            return say(
                "`{fact}` {least} … and {most} {low} and {high}", fact=fact, least=least, most=most, low=low, high=high
            )


def member(fact: str, unknown: str, choice: int) -> Said:
    """What an unknown of a fact with several comes to: a word of a set, a topic of a text, or whether there is none."""
    verb, _, what = unknown.removeprefix(f"{fact} ").partition(" ")
    match verb:
        case "mentions":
            return _topic(fact, what, choice)
        case "include" if choice:
            return say("`{fact}` include {word}", fact=fact, word=what)
        case "include":
            return say("`{fact}` do not include {word}", fact=fact, word=what)
        case _ if choice:
            return say("`{fact}` is none", fact=fact)
        case _:
            return say("`{fact}` is not none", fact=fact)


def _topic(fact: str, topic: str, choice: int) -> Said:
    match fact == REQUEST_TEXT, choice:
        case True, 0:
            return say("the request does not mention {topic}", topic=topic)
        case True, 1:
            return say("the request mentions {topic} without asking for it", topic=topic)
        case True, _:
            return say("the request asks for {topic}", topic=topic)
        case _, 0:
            return say("`{fact}` does not mention {topic}", fact=fact, topic=topic)
        case _, 1:
            return say("`{fact}` mentions {topic} without asking for it", fact=fact, topic=topic)
        case _:
            return say("`{fact}` asks for {topic}", fact=fact, topic=topic)


def ago(fact: str, moment: Value, now: datetime) -> Said:
    """How far a moment lies from now, in days: tables ask for that, never for the year."""
    assert isinstance(moment, date)
    day = moment.date() if isinstance(moment, datetime) else moment
    days = (now.date() - day).days
    if days >= 0:
        return say("`{fact}` is {days} days ago", fact=fact, days=days)
    return say("`{fact}` is {days} days ahead", fact=fact, days=-days)
