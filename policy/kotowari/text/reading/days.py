"""Days that a text tells from the day of the request: tomorrow, Thursday, December 10, 来週の水曜, 今月末日."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, TypeAlias

from kotowari.record import record

# A month and day come back each year; the nearest one is at most so many days away.
_HALF_A_YEAR: Final = 182
_SUNDAY: Final = 6
_DAYS: Final = 7
_MONTHS: Final = 12
_LAST_DAYS: Final = (31, 30, 29, 28)


@record
class DaysOn:
    """So many days from today: 0 is today, -1 yesterday; `weekday` is named beside it, Monday is 0."""

    days: int
    weekday: int | None = None

    def on(self, today: date) -> date | None:
        """The day; None for one that no calendar has, and for one on another weekday than is said."""
        return _on(_moved(today, self.days), self.weekday)


@record
class DayOfWeek:
    """A weekday of this week (0), of the next one (1), of the one before (-1)."""

    weeks: int
    weekday: int

    def on(self, today: date) -> date | None:
        """The day; None where it is another one for those whose weeks begin on Sunday."""
        if _SUNDAY in {self.weekday, today.weekday()}:
            return None
        return _moved(today, _DAYS * self.weeks + self.weekday - today.weekday())


@record
class DayOfMonth:
    """A day of this month (0), of the next one (1), of the one before (-1); without `day`, the last one."""

    months: int
    day: int | None
    weekday: int | None = None

    def on(self, today: date) -> date | None:
        """The day; None where that month has none such, and for one on another weekday than is said."""
        years, month = divmod(today.month - 1 + self.months, _MONTHS)
        tried = (self.day,) if self.day else _LAST_DAYS
        found = (_date(today.year + years, month + 1, day) for day in tried)
        return _on(next((day for day in found if day), None), self.weekday)


@record
class DayOfYear:
    """A month and day of this year (0), of the next one (1), of the one before (-1), or of a year that is not told."""

    years: int | None
    month: int
    day: int
    weekday: int | None = None

    def on(self, today: date) -> date | None:
        """The day, without its year the nearest one if it falls on its weekday; None where there is none."""
        if self.years is not None:
            return _on(_date(today.year + self.years, self.month, self.day), self.weekday)
        found = (_date(today.year + years, self.month, self.day) for years in (-1, 0, 1))
        near = (day for day in found if day and abs(day - today) <= timedelta(days=_HALF_A_YEAR))
        return None if self.weekday is None else _on(next(near, None), self.weekday)


# What is a date as soon as the day of the request is known.
Day: TypeAlias = DaysOn | DayOfWeek | DayOfMonth | DayOfYear


def _on(day: date | None, weekday: int | None) -> date | None:
    return day if day and weekday in {None, day.weekday()} else None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
