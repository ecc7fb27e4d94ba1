"""The airline and retail packs, held against requests that nobody of this project wrote.

The requests stay in the folder `shared` beside the checkout; without it these tests are skipped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import kotowari

SETS = ("airline", "retail")
SIZES = {"airline": 45, "retail": 86}

# Facts that decide whatever else is known, for what is asked and what is expected.
DECIDING = {
    ("airline", "book", "accept"): (
        "request.certificates_used",
        "request.credit_cards_used",
        "request.gift_cards_used",
        "request.payment_in_profile",
        "reservation.passengers",
    ),
    ("airline", "cancel_refund", "accept"): ("reservation.any_segment_flown",),
    ("airline", "cancel_refund", "decline"): (
        "reservation.any_segment_flown",
        "reservation.airline_cancelled_flight",
        "reservation.cabin",
        "reservation.created_at",
    ),
    ("airline", "change_cabin", "accept"): ("request.whole_reservation", "reservation.any_segment_flown"),
    ("airline", "change_flights", "accept"): ("request.changes_destination", "reservation.cabin"),
    ("airline", "change_passenger_details", "accept"): ("request.changes_number_of_passengers",),
    ("airline", "compensation_delay", "decline"): ("request.wants_change_or_cancel",),
    ("retail", "cancel_order", "accept"): ("request.cancel_reason", "request.whole_order", "order.status"),
    ("retail", "exchange_items", "accept"): (
        "request.different_option",
        "request.new_items_available",
        "request.same_product",
        "request.single_payment_method",
        "order.status",
    ),
    ("retail", "modify_address", "accept"): ("order.status",),
    ("retail", "modify_items", "accept"): (
        "request.different_option",
        "request.new_items_available",
        "request.same_product",
        "request.single_payment_method",
        "order.status",
    ),
    ("retail", "modify_payment", "accept"): ("request.single_payment_method", "order.status"),
    ("retail", "return_items", "accept"): ("request.refund_to", "order.status"),
}

Facts = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Demand:
    """One request of a set, with the verdict that its makers expect."""

    name: str
    facts: Facts
    now: str | None
    expected: str

    @property
    def asked(self) -> object:
        return self.facts["request"]["demand"]

    def known(self) -> Iterator[str]:
        return (f"{group}.{fact}" for group, facts in self.facts.items() for fact in facts)

    def verdict(self, policy: kotowari.Policy, without: str = "") -> str | None:
        """The verdict of the policy, None while it is open; the fact `without` is taken away."""
        group, _, gone = without.partition(".")
        facts = {key: {k: v for k, v in part.items() if (key, k) != (group, gone)} for key, part in self.facts.items()}
        request: dict[str, object] = {"facts": facts}
        if self.now is not None:
            request["now"] = self.now
        return policy.decide(request).verdict


@cache
def policy_of(pack: str) -> kotowari.Policy:
    return kotowari.load(kotowari.packs() / pack)


@cache
def demands_of(shared: Path, pack: str) -> tuple[Demand, ...]:
    lines = (shared / "data" / pack / "demands.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return tuple(Demand(each["id"], each["facts"], each.get("now"), each["expected"]) for each in found)


def values_of(kind: str) -> list[object]:
    """Values that a fact of this type takes; `kind` is the type as facts.txt writes it."""
    if kind.startswith("one of "):
        return list(kind.removeprefix("one of ").split(", "))
    if kind.startswith("any of "):
        words = kind.removeprefix("any of ").split(", ")
        return [words, words[:1], []]
    return list(
        {
            "yes or no": (True, False),
            "whole number": (1, 7),
            "time": ("2024-05-04T23:12:06",),
            "text": ("JFK",),
        }[kind]
    )


def fact_lines(shared: Path, pack: str) -> list[tuple[str, str]]:
    lines = (shared / "data" / pack / "facts.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(": ") for line in lines if not line.startswith("#")]
    return [(name, kind) for name, _, kind in pairs]


@pytest.mark.parametrize("pack", SETS)
def test_every_demand_is_decided_as_expected(shared: Path, pack: str) -> None:
    demands = demands_of(shared, pack)
    verdicts = {demand.name: demand.verdict(policy_of(pack)) for demand in demands}
    assert len(verdicts) == SIZES[pack]
    assert verdicts == {demand.name: demand.expected for demand in demands}


@pytest.mark.parametrize(("pack", "asked", "expected"), DECIDING)
def test_without_a_deciding_fact_the_verdict_is_open(shared: Path, pack: str, asked: str, expected: str) -> None:
    demands = [each for each in demands_of(shared, pack) if (each.asked, each.expected) == (asked, expected)]
    facts = DECIDING[pack, asked, expected]
    still = [(each.name, fact) for each in demands for fact in facts if each.verdict(policy_of(pack), fact) is not None]
    assert demands
    assert still == []


@pytest.mark.parametrize("pack", SETS)
def test_without_what_is_asked_the_verdict_is_open(shared: Path, pack: str) -> None:
    first = {demand.asked: demand for demand in reversed(demands_of(shared, pack))}
    still = [asked for asked, each in first.items() if each.verdict(policy_of(pack), "request.demand") is not None]
    assert first
    assert still == []


@pytest.mark.parametrize("pack", SETS)
def test_without_a_fact_no_other_verdict_is_settled(shared: Path, pack: str) -> None:
    changed = [
        (demand.name, fact)
        for demand in demands_of(shared, pack)
        for fact in demand.known()
        if fact != "request.demand" and demand.verdict(policy_of(pack), fact) not in {None, demand.expected}
    ]
    assert changed == []


@pytest.mark.parametrize("pack", SETS)
def test_every_fact_of_the_set_is_declared_with_its_values(shared: Path, pack: str) -> None:
    policy = policy_of(pack)
    refused: list[str] = []
    for name, kind in fact_lines(shared, pack):
        group, _, fact = name.partition(".")
        for value in values_of(kind):
            try:
                policy.decide({"facts": {group: {fact: value}}})
            except kotowari.RequestError as error:
                refused.append(f"{name}: {error}")
    assert refused == []
