"""Few completions, all at once: the same answers as one completion after the other gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.circuits import UNKNOWNS, circuits, completions, holds

from kotowari.engine.circuit import Circuit, Unknown, either, literal
from kotowari.engine.completions import MOST_COMPLETIONS, Completions

few = settings(max_examples=100)


@few
@given(st.lists(circuits, max_size=5), st.lists(circuits, max_size=5))
def test_a_set_has_as_many_completions_as_make_the_circuit_true(first: list[Circuit], later: list[Circuit]) -> None:
    """Whichever unknowns were met before, and however many come later."""
    found = Completions()
    for circuit in (*first, *later, *first):
        assert found.take([circuit])
        share = sum(holds(circuit, chosen) for chosen in completions()) / len(completions())
        assert found.of(circuit).bit_count() / found.all.bit_count() == share


@few
@given(circuits, circuits, st.sampled_from(UNKNOWNS), st.data())
def test_what_is_known_narrows_a_set(one: Circuit, other: Circuit, unknown: Unknown, data: st.DataObject) -> None:
    left = data.draw(st.frozensets(st.integers(0, unknown.choices - 1), min_size=1))
    found = Completions()
    assert found.take([one, other])
    meet = any(holds(one, chosen) and holds(other, chosen) for chosen in completions() if chosen[unknown] in left)
    assert bool(found.within({unknown: left}) & found.of(one) & found.of(other)) is meet


@few
@given(circuits, circuits, st.sampled_from(UNKNOWNS))
def test_sets_differ_in_an_unknown_that_alone_can_turn_one_of_them(
    one: Circuit, other: Circuit, unknown: Unknown
) -> None:
    found = Completions()
    assert found.take([one, other])
    turns = any(
        holds(circuit, chosen) is not holds(circuit, {**chosen, unknown: choice})
        for circuit in (one, other)
        for chosen in completions()
        for choice in range(unknown.choices)
    )
    assert found.differ([found.of(one), found.of(other)], unknown) is turns


def test_there_is_no_room_for_too_many_completions_and_what_had_room_keeps_it() -> None:
    small, large = Unknown("small", 3), Unknown("large", MOST_COMPLETIONS // 2)
    found = Completions()
    assert found.take([literal(small, [0])])
    assert not found.take([literal(large, [0])])
    assert not found.take([either(literal(small, [1]), literal(large, [1]))])
    assert found.take([literal(small, [1])])
    assert (found.all, found.of(literal(small, [1]))) == (0b111, 0b010)
