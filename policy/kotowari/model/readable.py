"""Which facts can be read from a text, and what is looked for to read them."""

from __future__ import annotations

from typing import Final

from kotowari.diagnostics.said import say
from kotowari.model.model import Fact
from kotowari.model.types import FactType, Kind
from kotowari.text.reading.molds import Wanted
from kotowari.text.reading.sorts import Sort

_SORTS: Final = {
    Kind.WHOLE: Sort.NUMBER,
    Kind.NUMBER: Sort.NUMBER,
    Kind.PERCENT: Sort.PERCENT,
    Kind.MONEY: Sort.MONEY,
    Kind.DATE: Sort.DATE,
    Kind.DURATION: Sort.LENGTH,
    Kind.ONE_OF: Sort.CHOICE,
}
_ADVICE: Final = {
    Kind.FLAG: say("declare a topic and ask `request mentions` it, or let the caller give the fact"),
    Kind.ANY_OF: say("declare a topic for each, or let the caller give the fact"),
    Kind.TIME: say("make the fact a `date`, or let the caller give it"),
    Kind.TEXT: say("declare topics for what matters in the text, or let the caller give the fact"),
}


def sort_of(type_: FactType) -> Sort | None:
    """As what a fact of this type is read; None where it cannot be."""
    return _SORTS.get(type_.kind)


def advice(type_: FactType) -> str:
    """What to do instead of reading a fact of this type."""
    return _ADVICE.get(type_.kind, say("leave `read from` out"))


def wanted_of(fact: Fact) -> Wanted:
    """What to look for to read this fact, which has patterns to be read with."""
    sort = _SORTS[fact.type.kind]
    names = {choice: (choice, *fact.calls.get(choice, {}).values()) for choice in fact.type.choices}
    return Wanted(fact.name, sort, fact.read_from, fact.type.currency or "", names)
