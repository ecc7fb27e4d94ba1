"""Where a comparison with an unknown date or time turns, and the stretches of the calendar between such places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

from kotowari.engine.regions import Bound, Region
from kotowari.model.types import FactType, Kind, Value
from kotowari.record import record

# How an unknown value compares with what is known: -1, 0 or 1.
Sign = Callable[[Value], int]
# Whether times keep their order, from the first to the last.
Steady = Callable[[datetime, datetime], bool]

_FIRST: Final = datetime(1, 1, 2, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_LAST_MICROSECOND: Final = (datetime(9999, 12, 30, tzinfo=UTC) - _FIRST) // _MICROSECOND
_LAST_DAY: Final = date.max.toordinal()
# The ends of months shift an estimate by some three days each way, and the clocks of a zone by less than two.
_MARGIN: Final = timedelta(days=12) // _MICROSECOND


@record
class Turning:
    """A comparison with an unknown date or time, whose sign turns as that grows, and hardly ever back.

    It turns about the places in `near`, the earliest first. Days never turn it back, nor do times that are `steady`;
    all are where that is None, else there is something in `near`.
    """

    sign: Sign
    near: tuple[date, ...] = ()
    steady: Steady | None = None


def spread(sign: Sign, values: Sequence[Value]) -> list[int]:
    """The sign at each of these values, which lie in their order, where it never turns back.

    Between two values that come out alike all come out so.
    """
    if not values:
        return []
    last = len(values) - 1
    found = [sign(values[0]), *[0] * (last - 1), sign(values[last])][: last + 1]
    stretches = [(0, last)]
    while stretches:
        low, high = stretches.pop()
        if found[low] == found[high]:
            found[low:high] = [found[low]] * (high - low)
        elif high - low > 1:
            middle = (low + high) // 2
            found[middle] = sign(values[middle])
            stretches += (low, middle), (middle, high)
    return found


def moments(fact_type: FactType, turnings: Iterable[Turning]) -> list[Region]:
    """The stretches of the calendar between the places where one of the comparisons turns."""
    line = _DAYS if fact_type.kind is Kind.DATE else _TIMES
    first, last = _limits(fact_type)
    cuts = sorted({cut for turning in turnings for cut in _turns(turning, line, first, last)})
    begins = [first, *cuts]
    ends = [*(cut - 1 for cut in cuts), last]
    return [
        Region(
            line.at(begin),
            low=Bound(line.at(begin), inside=True) if begin > first else None,
            high=Bound(line.at(end), inside=True) if end < last else None,
        )
        for begin, end in zip(begins, ends, strict=True)
    ]


def _turns(turning: Turning, line: _Line, first: int, last: int) -> list[int]:
    """The first positions with another sign than the one before."""
    signs: dict[int, int] = {}

    def sign(position: int) -> int:
        if position not in signs:
            signs[position] = turning.sign(line.at(position))
        return signs[position]

    near = [line.position(moment) for moment in turning.near]
    found: list[int] = []
    start = first
    while sign(start) != sign(last):
        start = _next_turn(turning, sign, (start, last + 1), near)
        found.append(start)
    return found


def _next_turn(turning: Turning, sign: Callable[[int], int], among: tuple[int, int], near: Sequence[int]) -> int:
    here = sign(among[0])
    place = next((place for place in near if place > among[0]), among[0] + 1)
    low, high = among if turning.steady is None else _bisected(turning.steady, sign, among, near)
    return low if low == high else _searched(lambda position: sign(position) != here, low, high, place)


def _bisected(
    steady: Steady, sign: Callable[[int], int], among: tuple[int, int], near: Sequence[int]
) -> tuple[int, int]:
    """Positions among which the first with another sign than at their begin is the only turn.

    Where signs turn back, it is the turn that bisection finds: how good an estimate is must not change what is found.
    Far from all estimates it is known how comparisons come out.
    """
    low, high = among
    here = sign(low)
    while low < high and not steady(_time(low), _time(high - 1)):
        middle = (low + high) // 2
        is_near = near[0] - _MARGIN <= middle <= near[-1] + _MARGIN
        differs = sign(middle) != here if is_near else middle > near[-1]
        low, high = (low, middle) if differs else (middle + 1, high)
    return low, high


def _searched(differs: Callable[[int], bool], low: int, high: int, near: int) -> int:
    """The first position from `low` on that differs, as all behind it do, `high` at the latest; it is about `near`.

    From there it is looked for at twice the distance each time.
    """
    place, step = min(max(near, low), high - 1), 1
    if differs(place):
        high = place
        while (lower := high - step) >= low:
            if not differs(lower):
                low = lower + 1
                break
            high, step = lower, 2 * step
    else:
        low = place + 1
        while (upper := low + step - 1) < high:
            if differs(upper):
                high = upper
                break
            low, step = upper + 1, 2 * step
    return bisect_left(range(low, high), True, key=differs) + low


# --- the line of days, and that of microseconds -----------------------------------------------------------------------


class _Line(NamedTuple):
    """Positions, and what stands at them."""

    at: Callable[[int], date]
    position: Callable[[date], int]


def _limits(fact_type: FactType) -> tuple[int, int]:
    """The first and the last position that the bounds of the fact allow."""
    if fact_type.kind is Kind.DATE:
        low = fact_type.low.toordinal() if isinstance(fact_type.low, date) else 1
        high = fact_type.high.toordinal() if isinstance(fact_type.high, date) else _LAST_DAY
        return low, high
    low = _position(fact_type.low) if isinstance(fact_type.low, datetime) else 0
    high = _position(fact_type.high) if isinstance(fact_type.high, datetime) else _LAST_MICROSECOND
    first = min(max(low, 0), _LAST_MICROSECOND)
    return first, max(first, min(high, _LAST_MICROSECOND))


def _time(position: int) -> datetime:
    return _FIRST + timedelta(microseconds=position)


def _position(moment: date) -> int:
    assert isinstance(moment, datetime)
    return (moment - _FIRST) // _MICROSECOND


_DAYS: Final = _Line(date.fromordinal, date.toordinal)
_TIMES: Final = _Line(_time, _position)
