"""The facts that a text gives by itself, where nobody gave them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kotowari.engine.situation import Reading
from kotowari.model.amounts import TooManyDigitsError, exact
from kotowari.model.model import Fact, Model
from kotowari.model.moments import length_of
from kotowari.model.order import outside
from kotowari.model.types import FactType, Kind, Value
from kotowari.record import record
from kotowari.text.patterns.matching import View

if TYPE_CHECKING:
    from kotowari.text.reading import finder as texts
    from kotowari.text.reading.found import Told


def value_finder(model: Model) -> texts.ValueFinder | None:
    """Finds values in the texts of a policy's requests; None where no fact is read from a text.

    What reads values is slow to import: only policies that need it wait for it.
    """
    if not any(fact.read_from for fact in model.facts.values()):
        return None
    from kotowari.model.readable import wanted_of  # noqa: PLC0415
    from kotowari.text.reading.finder import ValueFinder  # noqa: PLC0415

    return ValueFinder(wanted_of(fact) for fact in model.facts.values() if fact.read_from)


@record
class Said:
    """What a text says of facts that nobody gave: values of theirs by place, and which it tells `inexactly`."""

    readings: tuple[Reading, ...] = ()
    inexactly: frozenset[str] = frozenset()

    @property
    def facts(self) -> frozenset[str]:
        """All facts that it says something of: their defaults are not taken."""
        return self.inexactly.union(reading.fact for reading in self.readings)


def read_text(model: Model, finder: texts.ValueFinder, view: View, today: date, given: Mapping[str, Value]) -> Said:
    """What the text says of facts that nobody gave. Words such as "yesterday" count from `today`."""
    read = finder.read_in(view, today, given.keys())
    readings = (_reading(model.facts[told.fact], told) for told in read.readings)
    return Said(tuple(reading for reading in readings if reading is not None), read.inexactly)


def agreed(readings: tuple[Reading, ...]) -> dict[str, Value]:
    """The facts that were read, without those that the text gives two different values for."""
    values = {reading.fact: reading.value for reading in readings}
    torn = {reading.fact for reading in readings if reading.value != values[reading.fact]}
    return {fact: value for fact, value in values.items() if fact not in torn}


def _reading(fact: Fact, told: texts.Reading) -> Reading | None:
    """What was found as a value of the fact; None where the fact has no such value."""
    value = _value(fact.type, told.value)
    if value is None or outside(value, fact.type):
        return None
    return Reading(fact.name, value, told.start, told.end, told.text)


def _value(type_: FactType, raw: Told) -> Value:
    try:
        match raw:
            case Decimal():
                return _number(type_, exact(raw))
            case tuple():
                return length_of(raw)
            case _:
                return raw
    except TooManyDigitsError:
        return None


def _number(type_: FactType, value: Decimal) -> Decimal | None:
    return None if type_.kind is Kind.WHOLE and value != value.to_integral_value() else value
