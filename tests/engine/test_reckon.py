"""Amounts, dates and times: what comparisons come to, in policies."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from tests.small import HEAD, decide, policy, put

REST = "rule rest accept because trust"
BERLIN = HEAD.replace("Asia/Tokyo", "Europe/Berlin")


def holds(condition: str, facts: dict[str, object], now: str = "2026-06-15T12:00:00+09:00", head: str = HEAD) -> bool:
    """Whether a condition holds for these facts."""
    rules = f"rule one when {condition} decline because trust {REST}"
    verdict = put(policy(rules, head), facts, now=now).verdict
    assert verdict in {"decline", "accept"}
    return verdict == "decline"


# --- numbers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        ("order.total at least 0.3 USD", {"order.total": "0.3 USD"}, True),
        ("order.paid plus order.total is 0.3 USD", {"order.paid": "0.1 USD", "order.total": "0.2 USD"}, True),
        ("order.paid minus order.total more than 0 USD", {"order.paid": "5 USD", "order.total": "5.00 USD"}, False),
        ("order.paid at most 50% of order.total", {"order.paid": "50 USD", "order.total": "100 USD"}, True),
        ("order.paid at most 50% of order.total", {"order.paid": "50.01 USD", "order.total": "100 USD"}, False),
        (
            "order.paid at most request.discount of order.total",
            {"order.paid": "33 USD", "order.total": "100 USD", "request.discount": "33%"},
            True,
        ),
        ("order.total at most 50 USD times order.items", {"order.total": "150 USD", "order.items": 3}, True),
        ("order.total at most 50 USD times order.items", {"order.total": "150.01 USD", "order.items": 3}, False),
        (
            "order.total more than order.paid",
            {"order.total": f"{'9' * 34} USD", "order.paid": f"{'9' * 33}8 USD"},
            True,
        ),
        (
            "order.total minus order.paid is 1 USD",
            {"order.total": f"1{'0' * 33} USD", "order.paid": f"{'9' * 33} USD"},
            True,
        ),
        ("request.discount is 5%", {"request.discount": 5}, True),
        ("request.discount is 5%", {"request.discount": 0.05}, False),
        ("customer.seats between 5 and 10", {"customer.seats": 10}, True),
        ("customer.seats between 5 and 10", {"customer.seats": 11}, False),
        ("customer.tenure at least 90 minutes", {"customer.tenure": "PT1H30M"}, True),
        ("customer.tenure more than 1 month", {"customer.tenure": "30 days"}, False),
        ("customer.tenure more than 1 month", {"customer.tenure": "31 days"}, True),
        ("customer.tenure is 12 months", {"customer.tenure": "P1Y"}, True),
    ],
)
def test_amounts_are_exact(condition: str, facts: dict[str, object], expected: bool) -> None:  # noqa: FBT001 - a case
    assert holds(condition, facts) is expected


# --- moments ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("created", "now", "expected"),
    [
        ("2026-06-01T09:00:00", "2026-06-15T12:00:00+09:00", "2026-06-01T00:00:00Z"),
        ("2026-06-01T09:00:00", "2026-06-15T12:00:00Z", "2026-06-01T09:00:00Z"),
        ("2026-06-01T09:00:00", "2026-06-15T12:00:00-05:30", "2026-06-01T14:30:00Z"),
    ],
)
def test_a_time_without_an_offset_is_in_that_of_now(created: str, now: str, expected: str) -> None:
    head = HEAD.replace("Asia/Tokyo", "Pacific/Auckland")
    assert holds(f"order.created is {expected}", {"order.created": created}, now, head)


def test_the_offset_of_now_holds_the_whole_year_whatever_the_clocks_of_its_zone_do() -> None:
    rules = f"rule one when order.created is 2026-01-10T10:00:00Z decline because trust {REST}"
    summer = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    decision = policy(rules).decide({"facts": {"order.created": "2026-01-10T12:00:00"}}, now=summer)
    assert decision.verdict == "decline"
    assert decision.to_dict()["now"] == "2026-07-01T12:00:00+02:00"


@pytest.mark.parametrize(
    ("condition", "created", "expected"),
    [
        ("order.created is 2026-06-01", "2026-05-31T15:00:00Z", True),
        ("order.created is 2026-06-01", "2026-06-01T14:59:59.999999Z", True),
        ("order.created is 2026-06-01", "2026-06-01T15:00:00Z", False),
        ("order.created before 2026-06-01", "2026-05-31T14:59:59Z", True),
        ("order.created before 2026-06-01", "2026-05-31T15:00:00Z", False),
        ("order.created after 2026-06-01", "2026-06-01T14:59:59Z", False),
        ("order.created after 2026-06-01", "2026-06-01T15:00:00Z", True),
        ("order.created between 2026-06-01 and 2026-06-02", "2026-06-02T14:59:59Z", True),
        ("order.created before order.shipped", "2026-06-02T14:59:59Z", True),
        ("order.created before order.shipped", "2026-06-02T15:00:00Z", False),
        ("order.shipped after order.created", "2026-06-02T15:00:00Z", False),
        ("order.shipped is order.created", "2026-06-02T15:00:00Z", True),
    ],
)
def test_a_date_against_a_time_compares_calendar_days_of_the_zone(
    condition: str,
    created: str,
    expected: bool,  # noqa: FBT001 - a case
) -> None:
    assert holds(condition, {"order.created": created, "order.shipped": "2026-06-03"}) is expected


@pytest.mark.parametrize(
    ("condition", "facts", "now", "expected"),
    [
        ("order.shipped before now", {"order.shipped": "2026-06-15"}, "2026-06-15T12:00:00+09:00", False),
        ("order.shipped before now", {"order.shipped": "2026-06-14"}, "2026-06-14T15:00:00Z", True),
        ("order.shipped before now", {"order.shipped": "2026-06-14"}, "2026-06-14T14:59:59Z", False),
        ("order.created before now", {"order.created": "2026-06-14T14:59:58Z"}, "2026-06-14T14:59:59Z", True),
        ("order.created before now", {"order.created": "2026-06-14T14:59:59Z"}, "2026-06-14T14:59:59Z", False),
    ],
)
def test_now_is_a_moment(
    condition: str,
    facts: dict[str, object],
    now: str,
    expected: bool,  # noqa: FBT001 - a case
) -> None:
    assert holds(condition, facts, now) is expected


# --- lengths of time --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "moment", "now", "expected"),
    [
        # Days count on the calendar of the zone, from midnight to midnight where no time is known.
        ("time since order.shipped at most 14 days", "2026-06-01", "2026-06-15T23:59:59+09:00", True),
        ("time since order.shipped at most 14 days", "2026-06-01", "2026-06-15T15:00:00Z", False),
        ("time since order.shipped at most 0 days", "2026-06-15", "2026-06-15T12:00:00+09:00", True),
        ("time since order.shipped at least 1 day", "2026-06-15", "2026-06-15T23:00:00+09:00", False),
        ("time since order.shipped at most 14 days", "2026-07-01", "2026-06-15T12:00:00+09:00", True),
        # A month ends on the same day of the next, or on its last.
        ("time since order.shipped at most 1 month", "2026-01-31", "2026-02-28T12:00:00+09:00", True),
        ("time since order.shipped at most 1 month", "2026-01-31", "2026-03-01T12:00:00+09:00", False),
        ("time since order.shipped at least 1 month", "2026-01-28", "2026-02-28T12:00:00+09:00", True),
        ("time since order.shipped at most 1 year", "2024-02-29", "2025-02-28T12:00:00+09:00", True),
        ("time since order.shipped at most 1 year", "2024-02-29", "2025-03-01T12:00:00+09:00", False),
        ("time since order.shipped at most 1 month 1 day", "2026-01-31", "2026-03-01T12:00:00+09:00", True),
        ("time since order.shipped at most 2 weeks", "2026-06-01", "2026-06-15T12:00:00+09:00", True),
        ("14 days at least time since order.shipped", "2026-06-01", "2026-06-15T12:00:00+09:00", True),
        ("time until order.shipped at most 90 days", "2026-09-13", "2026-06-15T12:00:00+09:00", True),
        ("time until order.shipped at most 90 days", "2026-09-14", "2026-06-15T12:00:00+09:00", False),
        ("time until order.shipped between 0 days and 90 days", "2026-06-14", "2026-06-15T12:00:00+09:00", False),
        ("time until order.shipped at most 1 month", "2026-02-28", "2026-01-31T12:00:00+09:00", True),
        ("time until order.shipped at most 1 month", "2026-03-01", "2026-01-31T12:00:00+09:00", False),
    ],
)
def test_days_months_and_years_count_on_the_calendar(
    condition: str,
    moment: str,
    now: str,
    expected: bool,  # noqa: FBT001 - a case
) -> None:
    assert holds(condition, {"order.shipped": moment}, now) is expected


@pytest.mark.parametrize(
    ("condition", "created", "now", "expected"),
    [
        # In Berlin the clocks go forward on 29 March 2026 at 2:00, so that day has 23 hours.
        ("at most 1 day", "2026-03-28T12:00:00+01:00", "2026-03-29T12:00:00+02:00", True),
        ("at most 1 day", "2026-03-28T12:00:00+01:00", "2026-03-29T12:00:01+02:00", False),
        ("at most 24 hours", "2026-03-28T12:00:00+01:00", "2026-03-29T13:00:00+02:00", True),
        ("more than 23 hours", "2026-03-28T12:00:00+01:00", "2026-03-29T12:00:00+02:00", False),
        # They go back on 25 October at 3:00: 25 hours.
        ("at most 1 day", "2026-10-24T12:00:00+02:00", "2026-10-25T12:00:00+01:00", True),
        ("at most 24 hours", "2026-10-24T12:00:00+02:00", "2026-10-25T12:00:00+01:00", False),
        ("at most 25 hours", "2026-10-24T12:00:00+02:00", "2026-10-25T12:00:00+01:00", True),
        # A day after half past two is a time that does not exist: half past three.
        ("at most 1 day", "2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00", True),
        ("at most 1 day", "2026-03-28T02:30:00+01:00", "2026-03-29T03:30:01+02:00", False),
        ("at most 1 day 1 hour", "2026-03-28T12:00:00+01:00", "2026-03-29T13:00:00+02:00", True),
    ],
)
def test_days_are_those_of_the_zone_and_hours_those_of_the_clock(
    condition: str,
    created: str,
    now: str,
    expected: bool,  # noqa: FBT001 - a case
) -> None:
    assert holds(f"time since order.created {condition}", {"order.created": created}, now, BERLIN) is expected


@pytest.mark.parametrize("now", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-06-15T12:00:00+09:00"])
@pytest.mark.parametrize("moment", ["0001-01-01", "9999-12-31"])
def test_the_edges_of_the_calendar_are_no_errors(now: str, moment: str) -> None:
    facts: dict[str, object] = {"order.shipped": moment, "order.created": f"{moment}T12:00:00Z"}
    sides = [f"time {way} order.{fact}" for way in ("since", "until") for fact in ("shipped", "created")]
    conditions = [f"{side} {how} 9999 years" for side in sides for how in ("at most", "more than")]
    held = [condition for condition in conditions if holds(condition, facts, now)]
    assert len(held) == len(sides)  # each is either at most or more than that
    rules = f"rule one when {' or '.join(conditions)} decline because trust {REST}"
    assert decide(rules, now=now).possible == ("decline",)
