"""The places where phrases can begin, against a plain search, also where a text is looked at in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kotowari.text.patterns.openings import Openings
from kotowari.text.patterns.pattern import Pattern
from kotowari.text.topics import TopicFinder, TopicWords

PIECE = 1 << 14


def slowly(numbers: dict[str, list[int]], text: str) -> list[tuple[int, list[int]]]:
    found = ((place, {n for string in numbers if text.startswith(string, place) for n in numbers[string]})
             for place in range(len(text)))  # fmt: skip
    return [(place, sorted(here)) for place, here in found if here]


@given(
    st.dictionaries(
        st.text(alphabet="かきa+", min_size=1, max_size=3),
        st.lists(st.integers(0, 5), min_size=1, max_size=3, unique=True).map(sorted),
        max_size=5,
    ),
    st.text(alphabet="かきくa+", max_size=12),
)
def test_each_place_has_the_numbers_of_what_begins_there(numbers: dict[str, list[int]], text: str) -> None:
    assert [(place, list(here)) for place, here in Openings(numbers).places(text)] == slowly(numbers, text)


def test_what_begins_at_the_end_of_a_piece_is_found_once() -> None:
    openings = Openings({"かき": [1], "き": [2], "かきく": [3]})
    for place in range(PIECE - 4, PIECE + 3):
        text = f"{'あ' * place}かきく{'あ' * 40}"
        assert list(openings.places(text)) == [(place, [1, 3]), (place + 1, [2])]
        assert list(openings.places(f"{'あ' * place}き{'あ' * 40}")) == [(place, [2])]


def test_an_apostrophe_in_a_word_begins_nothing() -> None:
    finder = TopicFinder([TopicWords("quote", ((Pattern(r"\'"), "a:1"),))])
    assert [match.start for match in finder.find("don't 'x' あ'い")] == [6, 8, 11]
