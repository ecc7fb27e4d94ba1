"""Functions of the calendar within formulas: the day of a moment, and a day or a moment so much later.

Where such a function is no plain sum (months have different lengths, clocks change), a formula only says within which
bounds its results lie. A solution is held against the real calendar; where it is wrong, what is true around that place
is added, and a new solution is asked for. So no solution is ever lost, and none is believed unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import z3

from kotowari.analysis.clock import DAY, LAST_DAY, LAST_MOMENT, MICROSECOND, day_at, moment_at, moment_position
from kotowari.analysis.terms import Terms
from kotowari.model import calendar
from kotowari.model.duration import Duration
from kotowari.record import record

# Years in which every length of months and leap years comes up.
_YEARS_OF_ALL_LENGTHS = (*range(1895, 1905), *range(1999, 2005))
_HOUR = 3_600_000_000
_HOURS_TRIED = 24 * 32
_DAYS_TRIED = 31
_ORDINAL_OF_FIRST = 2  # moments are counted from the second day of the calendar


@record
class Lifted:
    """A function of the calendar at work on a variable.

    `run` is the function itself; `around` gives the stretch about a place in which the result keeps its distance from
    the argument (`moving`) or stays the same.
    """

    source: z3.ArithRef
    result: z3.ArithRef
    run: Callable[[int], int]
    around: Callable[[int], tuple[int, int]]
    moving: bool


@record(frozen=False)
class Calendars:
    """The functions that formulas use; what holds of them whatever comes is added to `laws`.

    Moments lie in the years from the first to the last of `years`. Where the `plain` formulas hold, a moment lies far
    from midnight and no clock changes in between: most solutions can be so, and then they are right at once.
    """

    terms: Terms
    years: tuple[int, int]
    laws: list[z3.BoolRef] = field(default_factory=list[z3.BoolRef])
    plain: list[z3.BoolRef] = field(default_factory=list[z3.BoolRef])
    lifted: dict[str, Lifted] = field(default_factory=dict[str, Lifted])

    # --- functions ----------------------------------------------------------------------------------------------------

    def day(self, moment: z3.ArithRef, zone: ZoneInfo) -> z3.ArithRef:
        """The number of the day of a moment in a zone."""
        key = f"day of {moment} in {zone.key}"
        if key not in self.lifted:
            found = self.terms.whole(key)

            def run(at: int) -> int:
                return calendar.day_of(moment_at(at), zone).toordinal()

            self.lifted[key] = Lifted(moment, found, run, lambda at: _stretch_of_day(at, run), moving=False)
            low, high = map(self.terms.count, offsets(zone, self.years))
            begins = (found - self.terms.count(_ORDINAL_OF_FIRST)) * self.terms.count(DAY)
            ends = begins + self.terms.count(DAY)
            self.laws += [begins <= moment + high, moment + low < ends]
            self.plain += [begins <= moment + low, moment + high < ends]
        return self.lifted[key].result

    def later_day(self, day: z3.ArithRef, length: Duration) -> z3.ArithRef:
        """The number of the day so much later."""
        if not length.months:
            days = calendar.add_date(day_at(LAST_DAY // 2), length).toordinal() - LAST_DAY // 2
            return self._capped(day + self.terms.count(days), 1, LAST_DAY)
        key = f"{day} later by {length}"
        if key not in self.lifted:
            found = self.terms.whole(key)

            def run(at: int) -> int:
                return calendar.add_date(day_at(at), length).toordinal()

            self.lifted[key] = Lifted(
                day, found, run, lambda at: _stretch(at, run, 1, _DAYS_TRIED, LAST_DAY), moving=True
            )
            self.laws += self._between(found, day, _days(length), 1, LAST_DAY)
        return self.lifted[key].result

    def later(self, moment: z3.ArithRef, length: Duration, zone: ZoneInfo) -> z3.ArithRef:
        """The moment so much later, by the clocks of a zone."""
        clock = int(length.seconds * 10**6)
        slowest, fastest = offsets(zone, self.years)
        if not length.months and (not length.days or slowest == fastest):
            return self._capped(moment + self.terms.count(length.days * DAY + clock), 0, LAST_MOMENT)
        key = f"{moment} later by {length} in {zone.key}"
        if key not in self.lifted:
            found = self.terms.whole(key)

            def run(at: int) -> int:
                return moment_position(calendar.add(moment_at(at), length, zone))

            self.lifted[key] = Lifted(
                moment, found, run, lambda at: _stretch(at, run, _HOUR, _HOURS_TRIED, LAST_MOMENT), moving=True
            )
            low, high = (days * DAY + clock for days in _days(Duration(length.months, length.days)))
            shift = fastest - slowest
            self.laws += self._between(found, moment, (low - shift, high + shift), 0, LAST_MOMENT)
            if not length.months:
                self.plain.append(found == moment + self.terms.count(length.days * DAY + clock))
        return self.lifted[key].result

    def _between(
        self, found: z3.ArithRef, start: z3.ArithRef, by: tuple[int, int], first: int, last: int
    ) -> list[z3.BoolRef]:
        low, high = (self._capped(start + self.terms.count(one), first, last) for one in by)
        return [found >= low, found <= high]

    def _capped(self, sum_: z3.ArithRef, first: int, last: int) -> z3.ArithRef:
        """Sums stop at the edges of the calendar."""
        low, high = self.terms.count(first), self.terms.count(last)
        return z3.If(sum_ > high, high, z3.If(sum_ < low, low, sum_))

    # --- against the real calendar ------------------------------------------------------------------------------------

    def wrong(self, found: z3.ModelRef) -> Iterator[z3.BoolRef]:
        """What a solution gets wrong, as the truth about those places."""
        for one in self.lifted.values():
            at, result = (_whole(found, term) for term in (one.source, one.result))
            if one.run(at) != result:
                yield from self._truth(one, at)

    def _truth(self, one: Lifted, at: int) -> Iterator[z3.BoolRef]:
        low, high = one.around(at)
        right = one.run(at)
        before, behind = one.source < self.terms.count(low), one.source > self.terms.count(high)
        if one.moving:
            yield self.terms.either(before, behind, one.result == one.source + self.terms.count(right - at))
        else:
            exact = self.terms.count(right)
            yield self.terms.either(before, behind, one.result == exact)
            yield self.terms.either(self.terms.opposite(before), one.result <= exact)
            yield self.terms.either(self.terms.opposite(behind), one.result >= exact)


def _whole(found: z3.ModelRef, term: z3.ArithRef) -> int:
    value = found.eval(term, model_completion=True)
    assert isinstance(value, z3.IntNumRef)
    return value.as_long()


@cache
def _days(length: Duration) -> tuple[int, int]:
    """The fewest and the most days that lie between a day and the one so much later."""
    days = [date(year, 1, 1) + timedelta(days=day) for year in _YEARS_OF_ALL_LENGTHS for day in range(366)]
    found = [(calendar.add_date(day, length) - day).days for day in days]
    return min(found), max(found)


@cache
def offsets(zone: ZoneInfo, years: tuple[int, int]) -> tuple[int, int]:
    """How far the clocks of a zone are ahead of UTC in these years, at least and at most, in microseconds."""
    moments = (
        datetime(year, month, day, tzinfo=UTC)
        for year in range(years[0], years[1] + 1)
        for month in range(1, 13)
        for day in (1, 15)
    )
    found = {(moment.astimezone(zone).utcoffset() or timedelta(0)) // MICROSECOND for moment in moments}
    return min(found), max(found)


def _stretch_of_day(at: int, run: Callable[[int], int]) -> tuple[int, int]:
    """The first and the last moment of the day of this one."""
    day, low, high = run(at), at, at
    step = 2 * DAY
    while step:
        low -= step if low - step >= 0 and run(low - step) == day else 0
        high += step if high + step <= LAST_MOMENT and run(high + step) == day else 0
        step //= 2
    return low, high


def _stretch(at: int, run: Callable[[int], int], cell: int, cells: int, last: int) -> tuple[int, int]:
    """The stretch about a place in which a result keeps its distance, in whole cells: nothing changes within one."""
    distance, start = run(at) - at, at - at % cell
    if any(place <= last and run(place) - place != distance for place in (max(start, 1), start + cell - 1)):
        return at, at
    low = high = start
    while start - low < cells * cell and low - cell > 0 and _keeps(run, low - cell, cell, distance):
        low -= cell
    while high - start < cells * cell and high + 2 * cell < last and _keeps(run, high + cell, cell, distance):
        high += cell
    return low, high + cell - 1


def _keeps(run: Callable[[int], int], start: int, cell: int, distance: int) -> bool:
    return all(run(place) - place == distance for place in (start, start + cell - 1))
