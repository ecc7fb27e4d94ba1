"""A value as a person types it, 5000円 or 明日, in the form that requests take."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from kotowari.model import calendar
from kotowari.model.model import Fact, Model
from kotowari.model.readable import sort_of, wanted_of
from kotowari.model.types import Kind
from kotowari.model.values import ValueProblem, read_value, show_value
from kotowari_cli.answers import NOT_KNOWN, value_of


def typed_value(model: Model, fact: Fact, text: str, now: datetime) -> object:
    """What a request takes for this text; the text itself where it is such a value already, or nothing certain.

    A person may type what answers the question for the fact, or what would be read from a customer's words if they
    were these alone; a day such as 明日 counts from `now`.
    """
    offset = now.tzinfo or UTC
    if _fits(fact, text, offset):
        return text
    for value in (_answered(fact, text), _written(fact, text), _read(model, fact, text, now)):
        if value is not None and _fits(fact, value, offset):
            return value
    return text


def _fits(fact: Fact, value: object, offset: tzinfo) -> bool:
    try:
        read_value(fact.type, value, offset=offset)
    except ValueProblem:
        return False
    return True


def _answered(fact: Fact, text: str) -> object:
    """The value where it is an answer in words; the number of a choice is none, where no list was shown."""
    value = value_of(fact, text)
    return None if value is NOT_KNOWN or text.strip().isdecimal() else value


def _written(fact: Fact, text: str) -> object:
    """The time, where it is a time in Japanese with all its parts."""
    from kotowari.language.dates import when

    found = when(text.strip()) if fact.type.kind is Kind.TIME else None
    return found.written if found and found.is_time and found.has_year else None


def _read(model: Model, fact: Fact, text: str, now: datetime) -> object:
    """The value that is read from the text, if it is the whole text; what is counted may have its counter."""
    if sort_of(fact.type) is None:
        return None
    from kotowari.language.amounts import COUNTERS
    from kotowari.requests.reading import read_text
    from kotowari.text.fold import fold
    from kotowari.text.patterns.matching import View
    from kotowari.text.patterns.pattern import Pattern
    from kotowari.text.reading.finder import ValueFinder

    zone = calendar.zone(model.zone)
    assert zone is not None  # the policy was compiled
    finder = ValueFinder([replace(wanted_of(fact), patterns=(Pattern("#"),))])
    found = read_text(model, finder, View(fold(text)), calendar.day_of(now, zone), {}).readings
    if len(found) != 1 or text[: found[0].start].strip():
        return None
    behind = text[found[0].end :].strip()
    is_whole = not behind or (fact.type.kind in {Kind.WHOLE, Kind.NUMBER} and behind in COUNTERS)
    return show_value(fact.type, found[0].value) if is_whole else None
