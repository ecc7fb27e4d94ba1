"""Sums of moments and durations, and the days of a zone."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kotowari.model.calendar import (
    FIRST,
    LAST,
    add,
    add_date,
    day_of,
    subtract,
    subtract_date,
    wall_clock,
    zone,
    zone_names,
)
from kotowari.model.duration import Duration


def named(name: str) -> ZoneInfo:
    found = zone(name)
    assert found is not None
    return found


TOKYO = named("Asia/Tokyo")
NEW_YORK = named("America/New_York")
KIRITIMATI = named("Pacific/Kiritimati")
ZONES = (TOKYO, NEW_YORK, KIRITIMATI, named("Europe/Berlin"), named("UTC"))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2026-01-31T10:00-05:00", Duration(months=1), "2026-02-28T10:00-05:00"),
        ("2028-02-29T10:00-05:00", Duration(months=12), "2029-02-28T10:00-05:00"),
        ("2026-12-31T10:00-05:00", Duration(months=2, days=1), "2027-03-01T10:00-05:00"),
        # The clocks go from 02:00 to 03:00 on 8 March 2026, and from 02:00 to 01:00 on 1 November.
        ("2026-03-07T10:00-05:00", Duration(days=1), "2026-03-08T10:00-04:00"),
        ("2026-03-07T10:00-05:00", Duration(seconds=Decimal(86_400)), "2026-03-08T11:00-04:00"),
        ("2026-03-07T02:30-05:00", Duration(days=1), "2026-03-08T03:30-04:00"),
        ("2026-10-31T01:30-04:00", Duration(days=1), "2026-11-01T01:30-04:00"),
        ("2026-11-01T01:30-05:00", Duration(days=1), "2026-11-02T01:30-05:00"),
        ("2026-11-01T01:30-05:00", Duration(), "2026-11-01T01:30-05:00"),
        ("2026-11-01T00:30-04:00", Duration(seconds=Decimal(7200)), "2026-11-01T01:30-05:00"),
        ("2026-03-07T22:00-05:00", Duration(days=1, seconds=Decimal(7200)), "2026-03-09T00:00-04:00"),
        ("2026-01-01T00:00+00:00", Duration(seconds=Decimal("0.0000019")), "2026-01-01T00:00:00.000001+00:00"),
    ],
)
def test_days_count_on_the_calendar_and_hours_on_the_clock(start: str, duration: Duration, end: str) -> None:
    assert add(moment(start), duration, NEW_YORK) == moment(end)
    assert add(moment(start), duration, NEW_YORK).tzinfo is UTC


def test_the_calendar_is_that_of_the_zone() -> None:
    start = moment("2026-01-31T20:00Z")
    assert add(start, Duration(months=1), TOKYO) == moment("2026-02-28T20:00Z")
    assert add(start, Duration(months=1), NEW_YORK) == moment("2026-02-28T20:00Z")
    assert add(moment("2026-02-28T20:00Z"), Duration(months=1), TOKYO) == moment("2026-03-31T20:00Z")
    assert add(moment("2026-02-28T20:00Z"), Duration(months=1), NEW_YORK) == moment("2026-03-28T19:00Z")


def test_subtraction() -> None:
    assert subtract(moment("2026-03-31T10:00-04:00"), Duration(months=1), NEW_YORK) == moment("2026-02-28T10:00-05:00")
    assert subtract(moment("2026-03-08T10:00-04:00"), Duration(days=1), NEW_YORK) == moment("2026-03-07T10:00-05:00")
    assert subtract(moment("2026-01-01T00:00Z"), Duration(seconds=Decimal(60)), TOKYO) == moment("2025-12-31T23:59Z")
    assert subtract_date(date(2026, 3, 31), Duration(months=13, days=1)) == date(2025, 2, 27)


def test_days_of_a_zone() -> None:
    assert day_of(moment("2026-03-31T15:00Z"), TOKYO) == date(2026, 4, 1)
    assert day_of(moment("2026-03-31T15:00Z"), NEW_YORK) == date(2026, 3, 31)
    assert wall_clock(moment("2026-11-01T06:30Z"), NEW_YORK) == datetime(2026, 11, 1, 1, 30)  # noqa: DTZ001 - has none
    assert wall_clock(moment("2026-11-01T06:30Z"), NEW_YORK).fold == 0


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2026, 1, 31), Duration(months=1), date(2026, 2, 28)),
        (date(2026, 1, 31), Duration(months=1, days=1), date(2026, 3, 1)),
        (date(2026, 4, 1), Duration(seconds=Decimal(86_399)), date(2026, 4, 1)),
        (date(2026, 4, 1), Duration(seconds=Decimal(172_800)), date(2026, 4, 3)),
        (date(9999, 12, 31), Duration(days=1), date.max),
        (date(2026, 4, 1), Duration(months=10**30), date.max),
        (date(2026, 4, 1), Duration(days=10**30), date.max),
        (date(2026, 4, 1), Duration(seconds=Decimal(10) ** 30), date.max),
        (date(1, 1, 1), Duration(days=-1), date.min),
        (date(2026, 4, 1), Duration(months=-(10**30)), date.min),
    ],
)
def test_sums_of_dates(start: date, duration: Duration, end: date) -> None:
    assert add_date(start, duration) == end


@pytest.mark.parametrize("where", ZONES)
def test_sums_stop_at_the_edges_of_the_calendar(where: ZoneInfo) -> None:
    long = (
        Duration(months=10**30),
        Duration(days=10**30),
        Duration(seconds=Decimal(10) ** 30),
        Duration(days=3_659_999),
    )
    for start in (FIRST, moment("2026-01-01T00:00Z"), LAST):
        for duration in long:
            assert add(start, duration, where) == LAST
            assert subtract(start, duration, where) == FIRST
        assert add(start, Duration(months=1, days=1, seconds=Decimal(1)), where) >= start
        assert subtract(start, Duration(months=1, days=1, seconds=Decimal(1)), where) <= start
    assert day_of(LAST, where).year == 9999
    assert day_of(FIRST, where).year == 1


def test_a_moment_that_utc_cannot_express_is_at_the_edge() -> None:
    late = datetime.max.replace(tzinfo=timezone(timedelta(hours=-12)))
    early = datetime.min.replace(tzinfo=timezone(timedelta(hours=12)))
    assert add(late, Duration(), TOKYO) == LAST
    assert add(early, Duration(), TOKYO) == FIRST
    assert day_of(late, TOKYO) == date.max
    assert day_of(early, NEW_YORK) == date.min


def test_zones_are_those_of_the_package() -> None:
    assert len(zone_names()) > 500
    assert all(zone(name) is not None for name in zone_names()[::25])
    assert zone("Asia/Tokyo") is TOKYO
    assert TOKYO.key == "Asia/Tokyo"
    assert pickle.loads(pickle.dumps(TOKYO)) is TOKYO  # noqa: S301 - never that of the machine


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "asia/tokyo", "../zones", "/etc/localtime", "Asia", "JST\x00"])
def test_other_names_are_no_zones(name: str) -> None:
    assert zone(name) is None


MOMENTS = st.datetimes(timezones=st.just(UTC))
DURATIONS = st.builds(Duration, st.integers(0, 24), st.integers(0, 800), st.integers(0, 10**7).map(Decimal))
WHERE = st.sampled_from(ZONES)


@given(first=MOMENTS, second=MOMENTS, seconds=st.integers(0, 10**9), where=WHERE)
def test_the_clock_keeps_the_order_of_moments(first: datetime, second: datetime, seconds: int, where: ZoneInfo) -> None:
    early, late = sorted((first, second))
    duration = Duration(seconds=Decimal(seconds))
    assert add(early, duration, where) <= add(late, duration, where)


@given(first=st.dates(), second=st.dates(), months=st.integers(-9999, 9999), days=st.integers(-9999, 9999))
def test_the_calendar_keeps_the_order_of_dates(first: date, second: date, months: int, days: int) -> None:
    early, late = sorted((first, second))
    duration = Duration(months, days)
    assert add_date(early, duration) <= add_date(late, duration)


@given(first=MOMENTS, gap=st.timedeltas(timedelta(0), timedelta(days=3)), duration=DURATIONS, where=WHERE)
def test_the_calendar_keeps_the_order_of_moments_but_for_short_months_and_clock_changes(
    first: datetime, gap: timedelta, duration: Duration, where: ZoneInfo
) -> None:
    assume(first < LAST - timedelta(days=4))
    earlier, later = add(first, duration, where), add(first + gap, duration, where)
    # 30 January 12:00 and 31 January 10:00 both come to 28 February: by less than a day, order can turn.
    assert earlier == LAST or earlier - later < timedelta(hours=26)


@given(start=MOMENTS, days=st.integers(0, 100_000), where=WHERE)
def test_days_lead_to_that_day(start: datetime, days: int, where: ZoneInfo) -> None:
    end = add(start, Duration(days=days), where)
    assert day_of(end, where) == add_date(day_of(start, where), Duration(days=days))


@given(start=MOMENTS, duration=DURATIONS, where=WHERE)
def test_a_sum_is_never_before_its_beginning(start: datetime, duration: Duration, where: ZoneInfo) -> None:
    assert start - add(start, duration, where) <= timedelta(hours=2)
