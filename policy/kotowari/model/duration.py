"""Lengths of time, on the calendar and on the clock."""

from __future__ import annotations

from decimal import Context, Decimal

from kotowari.record import record

# A year of the Gregorian calendar has 365.2425 days on average; a month is a twelfth of it.
DAYS_OF_A_MONTH = Decimal("30.436875")
SECONDS_OF_A_DAY = Decimal(86_400)

# Whatever the precision of the program around, lengths come out the same.
_EXACT = Context(prec=60)


@record
class Duration:
    """A length of time: whole months and days count on the calendar, seconds on the clock.

    A year is twelve months, a week seven days. Two durations are ordered by their average length (see `length`), so
    that every two can be compared; a duration added to a moment is exact (see `kotowari.engine`).
    """

    months: int = 0
    days: int = 0
    seconds: Decimal = Decimal(0)

    @property
    def length(self) -> Decimal:
        """The average length in seconds."""
        days = _EXACT.fma(Decimal(self.months), DAYS_OF_A_MONTH, Decimal(self.days))
        return _EXACT.fma(days, SECONDS_OF_A_DAY, self.seconds)

    def __add__(self, other: Duration) -> Duration:
        return Duration(self.months + other.months, self.days + other.days, _EXACT.add(self.seconds, other.seconds))
