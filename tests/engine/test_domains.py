"""What is kept of the domains of facts from one request to the next: nothing that hangs on the request."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.small import branches, policy, put

REST = "rule rest accept because trust"
SINCE = f"rule one when time since order.shipped at most 14 days decline because trust {REST}"
DAYS = {
    "2026-06-15T12:00:00+09:00": {"at most 2026-05-31": "accept", "at least 2026-06-01": "decline"},
    "2026-06-15T15:00:00Z": {"at most 2026-06-01": "accept", "at least 2026-06-02": "decline"},
    "2024-03-14T12:00:00+09:00": {"at most 2024-02-28": "accept", "at least 2024-02-29": "decline"},
}


@pytest.mark.parametrize("order", list(permutations(DAYS)))
def test_every_day_has_its_own(order: tuple[str, ...]) -> None:
    compiled = policy(SINCE)
    for now in (*order, *order):
        assert branches(put(compiled, now=now), "order.shipped") == DAYS[now]


@pytest.mark.parametrize(
    ("condition", "fact", "others"),
    [
        ("order.shipped before customer.birth", "order.shipped", [{"customer.birth": "2026-01-02"}, {}]),
        ("order.total more than order.paid", "order.total", [{"order.paid": "5 USD"}, {"order.paid": "7 USD"}]),
        ("order.id is customer.name", "order.id", [{"customer.name": "Ann"}, {"customer.name": "Bob"}]),
        ("customer.renewal before order.shipped", "customer.renewal", [{"order.shipped": "2026-01-02"}, {}]),
    ],
)
def test_what_another_fact_decides_is_of_the_request(
    condition: str, fact: str, others: list[dict[str, object]]
) -> None:
    rules = f"rule one when {condition} decline because trust {REST}"
    compiled, fresh = policy(rules), policy(rules + " ")
    first = [branches(put(compiled, facts), fact) for facts in others]
    assert [branches(put(fresh, facts), fact) for facts in reversed(others)] == first[::-1]
    assert first[0] != first[1]


def test_what_hangs_on_the_moment_is_of_the_request() -> None:
    compiled = policy(f"rule one when time since order.created at most 2 hours decline because trust {REST}")
    found = [branches(put(compiled, now=f"2026-06-15T1{hour}:00:00+09:00"), "order.created") for hour in (1, 2)]
    assert [min(branch) for branch in found] == ["at least 2026-06-15T00:00:00Z", "at least 2026-06-15T01:00:00Z"]


def test_what_hangs_on_the_day_alone_is_made_once() -> None:
    compiled = policy(f"rule one when time since order.shipped at most 3 weeks decline because trust {REST}")
    made = [
        put(compiled, now=f"2026-06-15T{hour}:00:00+09:00").judge.unknowns.whole("order.shipped") for hour in (10, 11)
    ]
    assert made[0] is made[1]
