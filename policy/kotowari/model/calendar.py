"""Dates and times with durations added to them, and the days and clocks of a time zone.

Years, months, weeks and days count on the wall clock of the zone, hours, minutes and seconds in real time. The zones
are those of the `tzdata` package, not of the machine: the same request gets the same verdict on every one.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Context, Decimal
from functools import cache, lru_cache
from io import BytesIO
from pkgutil import get_data
from zoneinfo import ZoneInfo

from kotowari.model.duration import Duration

# What the calendar of datetime can express, in UTC. Sums that go beyond stop here.
FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)

_MONTHS_OF_A_YEAR = 12
_MICROSECONDS = Context(prec=60)
_MOST_SECONDS = Decimal(10**12)  # more than all the years from 1 to 9999 have
_MOST_DAYS = 3_660_000
_SECONDS_OF_A_DAY = 86_400
_DAYS_OF_EVERY_MONTH = 28
# No zone changes its clocks twice within such a time.
_FEW_DAYS = timedelta(days=6)


@cache
def zone_names() -> tuple[str, ...]:
    """The names of all time zones, sorted."""
    return tuple(sorted(_data("zones").decode().split()))


@lru_cache(maxsize=1 << 6)
def zone(name: str) -> ZoneInfo | None:
    """The time zone `name` (such as `Asia/Tokyo`), None where there is none of this name."""
    return _load(name) if name in zone_names() else None


class _Zone(ZoneInfo):
    """A zone of the `tzdata` package; where it is kept or sent, it is by its name."""

    def __reduce__(self) -> tuple[Callable[[str], ZoneInfo | None], tuple[str]]:
        """What `pickle` makes it from: ZoneInfo itself cannot be kept where it came from a file."""
        return zone, (self.key,)


@cache
def _load(name: str) -> ZoneInfo:
    return _Zone.from_file(BytesIO(_data(f"zoneinfo/{name}")), key=name)


def _data(name: str) -> bytes:
    found = get_data("tzdata", name)
    assert found is not None  # the package is there, and has loaders that read data
    return found


def wall_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """What the clocks of `zone` show at `moment`, without an offset."""
    try:
        return moment.astimezone(zone).replace(tzinfo=None, fold=0)
    except OverflowError:
        return _edge(late=moment.year > 1).replace(tzinfo=None)


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day of `moment` in `zone`."""
    return wall_clock(moment, zone).date()


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The moment at which `day` begins in `zone`, in UTC."""
    return _utc(datetime.combine(day, time.min, zone))


def moved(moment: datetime, distance: timedelta) -> datetime:
    """A moment so far from another, at the edge of the calendar where it lies beyond."""
    try:
        return moment + distance
    except OverflowError:
        return _edge(late=distance > timedelta(0))


def add(moment: datetime, duration: Duration, zone: ZoneInfo) -> datetime:
    """`moment` plus `duration`, in UTC: the calendar's part on the wall clock of `zone` first, then the clock's part.

    A day that the month does not have becomes its last. A time that the clocks skip moves forward by what they skip;
    of a time that they show twice, the first is meant. Sums beyond the years 1 to 9999 stop at their edge.
    """
    start = _utc(moment)
    if duration.months or duration.days:
        wall = wall_clock(moment, zone)
        day = _shifted(wall.date(), duration.months, duration.days)
        if day is None:
            return _edge(late=_runs_forward(duration))
        start = _utc(datetime.combine(day, wall.time(), zone))
    return _later(start, duration.seconds)


def keeps_order(first: datetime, last: datetime, duration: Duration, zone: ZoneInfo) -> bool:
    """Whether sums with `duration`, and calendar days too, certainly lie in the order of the moments they begin at.

    That is said of all moments from the first to the last, where no month ends and no clocks change between them.
    """
    length = last - first
    if length > _FEW_DAYS:
        return False
    walls = wall_clock(first, zone), wall_clock(last, zone)
    if duration.months and not walls[0].day <= walls[1].day <= _DAYS_OF_EVERY_MONTH:
        return False
    return walls[1] - walls[0] == length == add(last, duration, zone) - add(first, duration, zone)


def subtract(moment: datetime, duration: Duration, zone: ZoneInfo) -> datetime:
    """`moment` less `duration`, in UTC, by the rules of `add`."""
    return add(moment, Duration(-duration.months, -duration.days, -duration.seconds), zone)


def add_date(day: date, duration: Duration) -> date:
    """`day` plus the months and days of `duration`; its hours count as whole days of 24 hours, the rest is dropped.

    A day that the month does not have becomes its last; sums beyond the years 1 to 9999 stop at their edge.
    """
    days = duration.days
    if duration.seconds:
        days += int(max(-_MOST_SECONDS, min(_MOST_SECONDS, duration.seconds))) // _SECONDS_OF_A_DAY
    found = _shifted(day, duration.months, days)
    if found is None:
        return date.max if _runs_forward(Duration(duration.months, days)) else date.min
    return found


def subtract_date(day: date, duration: Duration) -> date:
    """`day` less the months and days of `duration`, by the rules of `add_date`."""
    return add_date(day, Duration(-duration.months, -duration.days, -duration.seconds))


def _shifted(day: date, months: int, days: int) -> date | None:
    """The day so many months and then days on, None where no calendar has it."""
    if abs(days) > _MOST_DAYS:
        return None
    if months:
        year, month = divmod(day.year * _MONTHS_OF_A_YEAR + day.month - 1 + months, _MONTHS_OF_A_YEAR)
        if not date.min.year <= year <= date.max.year:
            return None
        last = day.day if day.day <= _DAYS_OF_EVERY_MONTH else calendar.monthrange(year, month + 1)[1]
        day = date(year, month + 1, min(day.day, last))
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _runs_forward(duration: Duration) -> bool:
    return (duration.months * 30 + duration.days, duration.seconds) > (0, 0)


def _later(moment: datetime, seconds: Decimal) -> datetime:
    if not seconds:
        return moment
    if abs(seconds) > _MOST_SECONDS:
        return _edge(late=seconds > 0)
    try:
        return moment + timedelta(microseconds=int(seconds.scaleb(6, context=_MICROSECONDS)))
    except OverflowError:
        return _edge(late=seconds > 0)


def _utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return _edge(late=moment.year > 1)


def _edge(*, late: bool) -> datetime:
    return LAST if late else FIRST
