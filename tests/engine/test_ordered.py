"""Thresholds in order, against every comparison made one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.engine.index import ordered as module
from kotowari.engine.index.layers import Layers
from kotowari.engine.index.ordered import Cut, ordered
from kotowari.model.conditions import Op

LIMITS = [Decimal(text) for text in ("-3", "-2.5", "-0.5", "0", "0.5", "1", "2", "2.5", "2.75", "3", "10")]
AMOUNTS = [*LIMITS, *(limit + Decimal("0.1") for limit in LIMITS), Decimal(-100), Decimal(100)]
cuts = st.lists(
    st.tuples(st.integers(0, 5), st.builds(Cut, st.sampled_from(Op), st.sampled_from(LIMITS), st.booleans())),
    max_size=9,
)


ALL = (1 << 6) - 1


def left_by(numbered: Sequence[tuple[int, Cut]], amount: Decimal) -> int:
    found = ALL
    for number, cut in numbered:
        found &= ALL if cut.holds((amount > cut.limit) - (amount < cut.limit)) else ~(1 << number)
    return found


@given(cuts)
def test_an_amount_leaves_what_is_not_false_of_it(numbered: list[tuple[int, Cut]]) -> None:
    table, unsure = ordered([(1 << number, cut) for number, cut in numbered], ALL)
    assert unsure == 0
    assert [table.of(amount) for amount in AMOUNTS] == [left_by(numbered, amount) for amount in AMOUNTS]


@given(cuts)
def test_whole_numbers_are_looked_up_by_where_they_begin(numbered: list[tuple[int, Cut]]) -> None:
    begins, left = ordered([(1 << number, cut) for number, cut in numbered], ALL)[0].whole()
    assert begins == sorted(set(begins))
    for number in range(-5, 13):
        assert left[bisect_right(begins, number)] == left_by(numbered, Decimal(number))


@given(cuts, st.integers(1, 60))
def test_with_too_many_thresholds_some_are_left_out(numbered: list[tuple[int, Cut]], bits: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST_BITS", bits)
        table, unsure = ordered([(1 << number, cut) for number, cut in numbered], ALL)
    every = {number for number, _ in numbered}
    assert unsure in {0, sum(1 << number for number in every)}
    for amount in AMOUNTS:
        left = left_by(numbered, amount)
        assert left & ~table.of(amount) == 0
        assert unsure or table.of(amount) == left


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sets(st.sampled_from("abcd"), max_size=3)), max_size=9),
    st.sets(st.sampled_from("abcd")),
)
def test_rules_go_without_where_one_of_their_needs_is_not_met(
    needs: list[tuple[int, set[str]]], there: set[str]
) -> None:
    layers = Layers()
    for number, things in needs:
        layers.need(1 << number, sorted(things))
    expected = {number for number, things in needs if not things & there}
    assert layers.without(sorted(there)) == sum(1 << number for number in expected)
