"""A value found in a folded text, and what finds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

from kotowari.record import record
from kotowari.text.patterns.matching import View
from kotowari.text.reading.days import Day

# Amounts with their units, in the singular: ((Decimal(3), "day"),).
Length: TypeAlias = tuple[tuple[Decimal, str], ...]
# What a text gives for a fact: for a choice its name.
Told: TypeAlias = "Decimal | date | Length | str"
# The same as long as the day of the request is not known.
Raw: TypeAlias = "Told | Day"


@record
class Found:
    """A value on the characters `start` to `end` of a folded text.

    A `bare` one is a number that stands for a value only where the pattern itself has the unit beside it.
    """

    start: int
    end: int
    value: Raw
    bare: bool = False


class Reader(Protocol):
    """Finds the values of one kind."""

    def starts(self, view: View) -> Iterable[int]:
        """The places of the text, in order, where a value can begin."""
        ...

    def at(self, view: View, start: int) -> Sequence[Found]:
        """The ways in which a value can be read from this place on, the longest first."""
        ...
