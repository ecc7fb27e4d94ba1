"""Facts that generated policies are about, the conditions that can be put to them, and values that requests give.

Everything is text of the rule language or data of a request: nothing here knows how either is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pick:
    """Chooses as Hypothesis draws. Plain functions of this are far quicker than a strategy made for every choice."""

    draw: st.DrawFn

    def number(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))

    def seldom(self, times: int = 3) -> bool:
        """Once in so many times."""
        return self.number(1, times) == times

    def one(self, choices: Sequence[T]) -> T:
        return choices[self.number(0, len(choices) - 1)]

    def some(self, choices: Sequence[T], least: int, most: int) -> list[T]:
        """Different ones, in any order."""
        left = list(choices)
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(self.number(least, min(most, len(left))))]


DAYS = ("2026-04-01", "2026-06-15", "2026-12-31", "2027-01-01")
LENGTHS = ("14 days", "2 weeks", "1 month", "90 days")
MORE_OR_LESS = (
    "{fact} at least {low}",
    "{fact} at most {low}",
    "{fact} more than {low}",
    "{fact} less than {high}",
    "{fact} between {low} and {high}",
    "{fact} is {low}",
    "{fact} is not {high}",
    "{low} less than {fact}",
)
NEIGHBOURS = (*MORE_OR_LESS, *("{fact} more than 5", "{fact} less than 6") * 6)  # nothing whole lies between
BEFORE_OR_AFTER = (
    "{fact} before {low}",
    "{fact} after {low}",
    "{fact} at most {high}",
    "{fact} between {low} and {high}",
    "{fact} is {low}",
    "{fact} before now",
    *("time since {fact} at most {length}", "time since {fact} more than {length}") * 2,
    *("time until {fact} less than {length}", "time until {fact} at least {length}") * 2,
)
ONE_WORD = (
    "{fact} is {low}",
    "{fact} is not {low}",
    "{fact} is one of {low}, {high}",
    "{fact} is not one of {low}, {high}",
)
SOME_WORDS = (
    "{fact} include {low}",
    "{fact} include any of {low}, {high}",
    "{fact} include all of {low}, {high}",
    "{fact} include none of {low}, {high}",
)
CELLS = ("at most {low}", "more than {low}", "between {low} and {high}", "{low}", "not {low}", "any", "")


@dataclass(frozen=True, slots=True)
class Sort:
    """A fact that a policy may declare.

    `words` are constants as rules write them, in their order; `given` are values as requests give them, all within the
    bounds that the first and the last constant make, and `beyond` are values outside of those.
    """

    name: str
    type: str
    words: tuple[str, ...]
    given: tuple[object, ...]
    beyond: tuple[object, ...] = ()
    tests: tuple[str, ...] = MORE_OR_LESS
    cells: tuple[str, ...] = CELLS


FLAG_TESTS = ("{fact}", "not {fact}", "{fact} is {low}")
SORTS = (
    Sort("customer.vip", "yes or no", ("yes", "no"), (True, False), (), FLAG_TESTS, ("yes", "no", "any")),
    Sort("order.gift", "yes or no", ("yes", "no"), (True, False), (), FLAG_TESTS, ("yes", "no", "")),
    Sort(
        "customer.plan",
        "one of free, pro, basic",
        ("free", "pro", "basic"),
        ("free", "pro", "basic"),
        (),
        ONE_WORD,
        ("{low}", "{low}, {high}", "not {low}", "any"),
    ),
    Sort(
        "customer.tags",
        "any of beta, partner",
        ("beta", "partner"),
        ([], ["beta"], ["partner"], ["beta", "partner"]),
        (),
        SOME_WORDS,
        ("{low}", "include all of {low}, {high}", "include none of {low}, {high}", ""),
    ),
    Sort("customer.seats", "whole number", ("1", "5", "6", "20"), (1, 2, 5, 6, 20), (0, 21, -3), NEIGHBOURS),
    Sort("order.weight", "number", ("0", "2.5", "10"), ("0", "2.5", "2.6", "9.99", "10"), ("-1", "10.01")),
    Sort(
        "order.total",
        "money in USD",
        ("0 USD", "100 USD", "5_000 USD"),
        ("0 USD", "99.99 USD", "100 USD", "150 USD", "5000 USD"),
        ("-5 USD", "5001 USD"),
    ),
    Sort(
        "order.paid",
        "money in USD",
        ("0 USD", "50 USD", "100 USD"),
        ("0 USD", "50 USD", "75 USD", "100 USD"),
        ("200 USD",),
    ),
    Sort("request.discount", "percent", ("0%", "10%", "100%"), ("0", "10", "10.5", "100"), ("-1", "101")),
    Sort(
        "order.age",
        "duration",
        ("1 day", "14 days", "1 month"),
        ("P1D", "PT36H", "P14D", "P2W", "P1M"),
        ("PT1H", "P90D"),
    ),
    Sort(
        "order.shipped",
        "date",
        DAYS,
        ("2026-04-01", "2026-06-01", "2026-06-15", "2026-12-31", "2027-01-01"),
        ("2026-03-31", "2027-01-30"),
        BEFORE_OR_AFTER,
        ("before {low}", "after {low}", "any"),
    ),
    Sort(
        "order.created",
        "time",
        ("2026-04-01T09:00+09:00", "2026-06-15T03:00Z", "2026-12-31T23:59"),
        (
            "2026-04-01T00:00:00Z",
            "2026-06-01T12:00:00+09:00",
            "2026-06-15T03:00:00Z",
            "2026-06-14T15:00:00Z",
            "2026-06-15T03:59:00Z",
            "2026-06-15T15:30:00Z",
            "2026-12-31T14:59:00Z",
        ),
        ("2026-03-31T23:59:59Z", "2027-01-01T05:00:00Z"),
        (
            *BEFORE_OR_AFTER,
            "time since {fact} at most 36 hours",
            *("{fact} before 2026-06-15", "{fact} is 2026-06-15") * 5,
        ),
        ("before {low}", "after {low}", ""),
    ),
    Sort(
        "customer.name",
        "text",
        ('"P-1"', '"P-2"'),
        ("P-1", "P-2", "Ann"),
        (),
        ONE_WORD,
        ("{low}", "{low}, {high}", "any"),
    ),
)
NOTE = "ticket.note"  # a text in which topics are looked for

# Conditions on two facts, for policies that have both.
BOTH = (
    "order.total more than order.paid",
    "order.paid at most order.total",
    "order.paid more than order.total",
    "order.paid less than order.total",
    "order.total is order.paid",
    "order.paid at most 50% of order.total",
    "order.total minus order.paid more than 0 USD",
    "order.total plus order.paid at least 150 USD",
    "order.total at most 50 USD times customer.seats",
    "request.discount of order.total at most 100 USD",
    "order.weight more than customer.seats",
    "customer.seats more than order.weight",
    "customer.seats between 1 and order.weight",
    "order.shipped after order.created",
    "order.created after order.shipped",
    "order.created is order.shipped",
    "customer.vip is order.gift",
)

SORT = {sort.name: sort for sort in SORTS}
RELATED = tuple(tuple(sorted(SORT.keys() & set(test.split()))) for test in BOTH)

# Values for which days differ between zones, months between lengths, and clocks between seasons.
NOWS = ("2026-06-15T03:00:00Z", "2026-12-31T16:30:00Z", "2026-03-31T23:30:00+09:00", "2026-11-01T05:30:00Z")
ZONES = ("Asia/Tokyo", "UTC", "America/New_York")


@dataclass(frozen=True, slots=True)
class Declared:
    """A fact as a policy declares it."""

    sort: Sort
    bounded: bool
    or_none: bool
    usual: str | None
    extras: str

    @property
    def name(self) -> str:
        return self.sort.name

    @property
    def text(self) -> str:
        bounds = f" from {self.sort.words[0]} to {self.sort.words[-1]}" if self.bounded else ""
        none = " or none" if self.or_none else ""
        usual = f" usually {self.usual}" if self.usual else ""
        return f"fact {self.name}{self.extras} is {self.sort.type}{none}{bounds}{usual}"

    @property
    def values(self) -> tuple[object, ...]:
        """What requests may give."""
        return (*self.sort.given, *(() if self.bounded else self.sort.beyond), *((None,) if self.or_none else ()))


def declared(pick: Pick, sort: Sort, *, plain: bool, languages: Sequence[str]) -> Declared:
    """A declaration of a fact; a `plain` one has no default."""
    called = "".join(f' {language} "{sort.name} ({language})"' for language in languages)
    return Declared(
        sort=sort,
        bounded=bool(sort.beyond) and pick.seldom(2),
        or_none=pick.seldom(),
        usual=pick.one(sort.words) if not plain and pick.seldom() else None,
        extras=called if pick.seldom(2) else "",
    )


def filled(pick: Pick, template: str, sort: Sort) -> str:
    """A template with the name of the fact, and with constants of which `low` is below `high`."""
    high = pick.number(1, len(sort.words) - 1)
    low = pick.number(0, high - 1)
    return template.format(fact=sort.name, low=sort.words[low], high=sort.words[high], length=pick.one(LENGTHS))
