"""Where a comparison with an unknown date or time turns: the same places as plain bisection finds, at less cost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kotowari.diagnostics.span import NOWHERE
from kotowari.engine import parts, reckon
from kotowari.engine.against import against
from kotowari.engine.decision import Part
from kotowari.engine.regions import Region
from kotowari.engine.situation import Situation
from kotowari.engine.turns import Turning, moments, spread
from kotowari.model import calendar
from kotowari.model import conditions as c
from kotowari.model.calendar import zone
from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value

DATE, TIME, DURATION = FactType(Kind.DATE), FactType(Kind.TIME), FactType(Kind.DURATION)
NOW = datetime(2026, 6, 15, 3, tzinfo=UTC)
# Clocks that never change, that change at night, just after midnight and at noon on an island, and by a whole day.
ZONES = (
    "Asia/Tokyo", "Europe/Berlin", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "Asia/Gaza",
    "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kwajalein", "Africa/Casablanca",
)  # fmt: skip
# When some of these clocks change.
CHANGES = (
    datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC),
    datetime(2006, 10, 29, 2, 31, tzinfo=UTC), datetime(2016, 2, 21, 2, tzinfo=UTC),
    datetime(2011, 12, 30, 10, tzinfo=UTC), datetime(1993, 8, 21, 12, tzinfo=UTC), datetime(2026, 3, 22, tzinfo=UTC),
    datetime(2024, 2, 29, 12, tzinfo=UTC), datetime(2026, 2, 28, 20, tzinfo=UTC), datetime(2100, 3, 1, tzinfo=UTC),
    datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC),
)  # fmt: skip


def situated(name: str = "Asia/Tokyo", now: datetime = NOW, **facts: Value) -> Situation:
    where = zone(name)
    assert where is not None
    return Situation(now, where, facts, frozenset(facts))


def compare(left: c.Expression, right: c.Expression) -> c.Compare:
    return c.Compare("", NOWHERE, left, c.Op.AT_MOST, right)


def at(kind: Kind, position: int) -> date:
    if kind is Kind.DATE:
        return date.fromordinal(position)
    return datetime(1, 1, 2, tzinfo=UTC) + timedelta(microseconds=position)


def limits(fact_type: FactType) -> tuple[int, int]:
    """The positions of the first and the last value."""
    if fact_type.kind is Kind.DATE:
        low, high = fact_type.low or date.min, fact_type.high or date.max
        assert isinstance(low, date)
        assert isinstance(high, date)
        return low.toordinal(), high.toordinal()
    first, step = datetime(1, 1, 2, tzinfo=UTC), timedelta(microseconds=1)
    last = datetime(9999, 12, 30, tzinfo=UTC)
    low, high = fact_type.low or first, fact_type.high or last
    assert isinstance(low, datetime)
    assert isinstance(high, datetime)
    low, high = min(max(low, first), last), min(max(high, first), last)
    return (low - first) // step, (high - first) // step


def bisected(fact_type: FactType, sign: Callable[[date], int]) -> list[date]:
    """The first values with another sign than the one before, by bisection of the whole calendar."""
    first, last = limits(fact_type)
    found: list[date] = []

    def sign_at(position: int) -> int:
        return sign(at(fact_type.kind, position))

    start = first
    while sign_at(last) != sign_at(start):
        differs = unlike(sign_at(start), sign_at)
        start = bisect_left(range(first, last + 1), True, lo=start - first, key=differs) + first
        found.append(at(fact_type.kind, start))
    return found


def unlike(here: int, sign_at: Callable[[int], int]) -> Callable[[int], bool]:
    return lambda position: sign_at(position) != here


def cuts(found: Iterable[Region]) -> list[Value]:
    return [region.low.value for region in found if region.low is not None]


def both_ways(atom: c.Compare, fact_type: FactType, situation: Situation) -> tuple[list[Value], list[date]]:
    """Where a comparison turns with the fact `x`, as the engine finds it, and as bisection does."""

    def sign(value: date) -> int:
        facts = {**situation.facts, "x": value}
        return reckon.sign(atom.left, atom.right, facts, situation.now, situation.zone)

    return cuts(moments(fact_type, [against(atom, "x", situation)])), bisected(fact_type, sign)


# --- the same as bisection --------------------------------------------------------------------------------------------

FEW = st.integers(0, 3)
DURATIONS = st.builds(
    Duration,
    st.just(0) | st.integers(0, 30) | st.integers(0, 120_000),
    st.just(0) | st.integers(0, 400) | st.integers(0, 4_000_000),
    (st.just(0) | st.integers(0, 200_000) | st.integers(0, 10**11)).map(Decimal),
)


def moved(change: datetime, days: int, seconds: int) -> datetime:
    return calendar.moved(change, timedelta(days, seconds))


ABOUT_CHANGES = st.builds(moved, st.sampled_from(CHANGES), st.integers(-70, 70), st.integers(-90_000, 90_000))
TIMES = st.datetimes(timezones=st.just(UTC)) | ABOUT_CHANGES
DATES = st.dates() | ABOUT_CHANGES.map(datetime.date)


@st.composite
def unknown(draw: st.DrawFn) -> tuple[c.Compare, FactType, Situation]:
    """A comparison with an unknown date or time, whichever way round."""
    kind = draw(st.sampled_from((Kind.DATE, Kind.TIME)))
    now = draw(TIMES)
    bounds: list[date | None] = [*draw(st.lists(DATES if kind is Kind.DATE else TIMES, max_size=2).map(sorted)), None]
    fact_type = FactType(kind, low=bounds[0], high=bounds[1] if len(bounds) > 1 else None)
    fact = c.FactRef("x", fact_type)
    facts: dict[str, Value] = {}
    match draw(FEW):
        case 0:
            left: c.Expression = c.Elapsed(fact, draw(st.booleans()), DURATION)
            right: c.Expression = c.Const(draw(DURATIONS), DURATION)
        case 1:
            facts["length"] = draw(DURATIONS)
            left = c.Elapsed(fact, draw(st.booleans()), DURATION)
            right = c.Sum(c.FactRef("length", DURATION), c.Const(draw(DURATIONS), DURATION), 1, DURATION)
        case 2:
            facts["other"] = draw(DATES | TIMES)
            left = fact
            right = c.FactRef("other", TIME if isinstance(facts["other"], datetime) else DATE)
        case _:
            left, right = fact, fact if draw(st.booleans()) else c.NowRef(TIME)
    sides = (right, left) if draw(st.booleans()) else (left, right)
    return compare(*sides), fact_type, situated(draw(st.sampled_from(ZONES)), now, **facts)


@settings(max_examples=300)
@given(unknown())
def test_turns_are_where_bisection_finds_them(case: tuple[c.Compare, FactType, Situation]) -> None:
    found, expected = both_ways(*case)
    assert found == expected


@settings(max_examples=100)
@given(unknown(), st.lists(DATES | TIMES))
def test_signs_spread_where_they_never_turn_back(
    case: tuple[c.Compare, FactType, Situation], values: list[date]
) -> None:
    atom, fact_type, situation = case
    turning = against(atom, "x", situation)
    assume(turning.steady is None)
    ordered = sorted(value for value in values if isinstance(value, datetime) is (fact_type.kind is Kind.TIME))
    parts_ = [region.sample for region in moments(fact_type, [turning])]
    for samples in (ordered, parts_):
        assert spread(turning.sign, samples) == [turning.sign(sample) for sample in samples]


@pytest.mark.parametrize(
    ("kind", "length", "now", "name", "expected"),
    [
        # A month after the 28th to the 31st of January is the 28th of February.
        (Kind.DATE, Duration(months=1), "2026-02-28T03:00Z", "Asia/Tokyo", ["2026-01-28", "2026-02-01"]),
        # No day comes to the 31st of March a month later.
        (Kind.DATE, Duration(months=1), "2026-03-31T03:00Z", "Asia/Tokyo", ["2026-03-01"]),
        (Kind.DATE, Duration(months=12), "2025-02-28T03:00Z", "Asia/Tokyo", ["2024-02-28", "2024-03-01"]),
        (Kind.DATE, Duration(days=30), "2026-03-31T03:00Z", "Asia/Tokyo", ["2026-03-01", "2026-03-02"]),
        (Kind.DATE, Duration(days=4_000_000), "2026-03-31T03:00Z", "Asia/Tokyo", []),
        (Kind.DATE, Duration(), "0001-01-01T00:00Z", "Asia/Tokyo", ["0001-01-02"]),
        # The clocks of Berlin go from two to three: a day after half past two is half past three.
        (
            Kind.TIME,
            Duration(days=1),
            "2026-03-29T01:30Z",
            "Europe/Berlin",
            ["2026-03-28T01:30Z", "2026-03-28T01:30:00.000001Z"],
        ),
    ],
)
def test_turns_at_the_ends_of_months_and_where_clocks_change(
    kind: Kind, length: Duration, now: str, name: str, expected: list[str]
) -> None:
    fact_type = FactType(kind)
    atom = compare(c.Elapsed(c.FactRef("x", fact_type), since=True, type=DURATION), c.Const(length, DURATION))
    found, reference = both_ways(atom, fact_type, situated(name, datetime.fromisoformat(now)))
    read = date.fromisoformat if kind is Kind.DATE else datetime.fromisoformat
    assert found == reference == [read(text) for text in expected]


def test_a_good_estimate_saves_nearly_all_evaluations() -> None:
    """A search of all days takes some 45 evaluations, of all microseconds more than 100."""
    for fact_type in (DATE, TIME):
        for length in (Duration(days=30), Duration(months=3), Duration(seconds=Decimal(3600))):
            atom = compare(c.Elapsed(c.FactRef("x", fact_type), since=True, type=DURATION), c.Const(length, DURATION))
            turning = against(atom, "x", situated("Europe/Berlin"))
            seen: list[Value] = []

            def sign(value: Value, turning: Turning = turning, seen: list[Value] = seen) -> int:
                seen.append(value)
                return turning.sign(value)

            assert len(moments(fact_type, [replace(turning, sign=sign)])) == 3
            assert len(seen) <= 12


# --- stretches --------------------------------------------------------------------------------------------------------


def turning_at(turn: date, *near: date) -> Turning:
    def sign(value: Value) -> int:
        assert isinstance(value, date)
        return (value > turn) - (value < turn)

    return Turning(sign, near)


def test_days_are_cut_where_a_comparison_turns() -> None:
    found = moments(FactType(Kind.DATE), [turning_at(date(2026, 6, 1)), turning_at(date(2026, 6, 3))])
    assert words(Kind.DATE, found) == [
        "at most 2026-05-31", "is 2026-06-01", "is 2026-06-02", "is 2026-06-03", "at least 2026-06-04",
    ]  # fmt: skip


def test_times_are_cut_to_the_microsecond() -> None:
    nine = datetime(2026, 6, 1, 9, tzinfo=UTC)
    found = moments(FactType(Kind.TIME), [turning_at(nine)])
    assert words(Kind.TIME, found) == [
        "at most 2026-06-01 08:59:59.999999+00:00",
        "is 2026-06-01 09:00:00+00:00",
        "at least 2026-06-01 09:00:00.000001+00:00",
    ]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (date(2026, 6, 1), ["at most 2026-06-01", "at least 2026-06-02"]),
        (date(2026, 6, 30), ["at most 2026-06-29", "at least 2026-06-30"]),
        (date(2026, 7, 1), ["is any"]),
        (date(1, 1, 1), ["is any"]),
    ],
)
def test_the_bounds_of_a_date_hold(turn: date, expected: list[str]) -> None:
    june = FactType(Kind.DATE, low=date(2026, 6, 1), high=date(2026, 6, 30))
    assert words(Kind.DATE, moments(june, [turning_at(turn)])) == expected


def test_bounds_at_the_very_edge_of_the_calendar_leave_one_moment() -> None:
    edge = datetime(1, 1, 1, tzinfo=UTC)
    found = moments(FactType(Kind.TIME, low=edge, high=edge), [turning_at(edge, edge), turning_at(NOW, NOW)])
    assert [region.low for region in found] == [None]


def test_the_first_and_the_last_day_of_the_calendar_are_days_like_others() -> None:
    first = moments(FactType(Kind.DATE), [turning_at(date.min)])
    last = moments(FactType(Kind.DATE), [turning_at(date.max)])
    assert words(Kind.DATE, first) == ["at most 0001-01-01", "at least 0001-01-02"]
    assert words(Kind.DATE, last) == ["at most 9999-12-30", "at least 9999-12-31"]


def words(kind: Kind, found: list[Region]) -> list[str]:
    """Each part in words."""
    return [said(parts.describe(kind, [region])) for region in found]


def said(part: Part) -> str:
    return f"{part.op} {', '.join(map(str, parts.value_of(part)))}"
