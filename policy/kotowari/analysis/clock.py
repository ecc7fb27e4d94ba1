"""Days and moments as whole numbers: days as the calendar numbers them, moments in microseconds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kotowari.model.types import Value

MICROSECOND = timedelta(microseconds=1)
DAY = 86_400_000_000
_FIRST = datetime(1, 1, 2, tzinfo=UTC)
LAST_DAY = date.max.toordinal()
LAST_MOMENT = (datetime(9999, 12, 30, tzinfo=UTC) - _FIRST) // MICROSECOND


def day_at(position: int) -> date:
    """The day of a number."""
    return date.fromordinal(position)


def moment_at(position: int) -> datetime:
    """The moment of a number, in UTC."""
    return _FIRST + timedelta(microseconds=position)


def day_position(day: Value, *, last: bool = False) -> int:
    """The number of a day; of the first or the `last` day that there is where none is given."""
    if isinstance(day, date):
        return day.toordinal()
    return LAST_DAY if last else 1


def moment_position(moment: Value) -> int:
    """The number of a moment."""
    assert isinstance(moment, datetime)
    return max(0, min(LAST_MOMENT, (moment - _FIRST) // MICROSECOND))
