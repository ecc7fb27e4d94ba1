"""What a pattern needs is looked for ahead, in windows; where it is missing, nothing is tried, in no window."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kotowari.text.patterns.needs import Ahead, Strings

TEXT = "a " * 60_000
REACH = 4706  # of "(a|a a|a a a) ... (a a a|a a|a) b"


def test_where_a_string_is_missing_it_is_far_away_from_everywhere() -> None:
    ahead, strings = Ahead(TEXT), Strings(("b", "bs"))
    assert all(ahead.next_of(strings, start) - REACH >= start for start in range(0, len(TEXT), 7))


@pytest.mark.parametrize("place", [0, 32_767, 32_768, 40_000, 65_535, 119_998])
def test_where_it_stands_nothing_before_it_is_said_to_hold_it(place: int) -> None:
    text = f"{TEXT[:place]}b {TEXT[place + 2 :]}"
    ahead, strings = Ahead(text), Strings(("b",))
    assert all(ahead.next_of(strings, start) <= place for start in range(0, place + 1, 101))
    assert ahead.next_of(strings, place) == place


@given(
    st.text(alphabet="ab", max_size=40),
    st.lists(st.text(alphabet="abc", min_size=1, max_size=3), min_size=1, max_size=3),
    st.lists(st.integers(0, 40), min_size=1, max_size=5),
)
def test_a_look_for_all_strings_changes_nothing(text: str, given_strings: list[str], starts: list[int]) -> None:
    plain = Ahead(text)
    looked = Ahead(text, lambda part: [string for string in given_strings if string in part])
    for start in sorted(start for start in starts if start < len(text)):
        strings = Strings(tuple(given_strings))
        assert looked.next_of(strings, start) == plain.next_of(strings, start)


def test_a_string_across_the_end_of_what_is_looked_at_is_seen() -> None:
    place = (1 << 15) + (1 << 13) - 1  # the last one of a window with its margin
    text = f"{'a' * place}bcd{'a' * 60_000}"
    looked = Ahead(text, lambda part: [string for string in ("bcd",) if string in part])
    looked._tried = len(text)
    assert looked.next_of(Strings(("bcd",)), 0) == place


@given(
    st.text(alphabet="ab", max_size=40),
    st.lists(st.text(alphabet="abc", min_size=1, max_size=3), min_size=1, max_size=3),
    st.lists(st.integers(0, 40), min_size=1, max_size=5),
)
@example("ab", ["b"], [0, 1])
def test_in_a_short_text_it_is_the_next_place(text: str, given_strings: list[str], starts: list[int]) -> None:
    ahead, strings = Ahead(text), Strings(tuple(given_strings))
    for start in sorted(start for start in starts if start <= len(text)):
        places = [place for string in given_strings if (place := text.find(string, start)) >= 0]
        found = ahead.next_of(strings, start)
        assert found == min(places) if places else found > len(text)


# Nothing compiled looks for so many strings that begin alike.
ALIKE = [f"返金{chr(0x4E00 + number)}" for number in range(65)]


@pytest.mark.parametrize("others", [[], ALIKE])
@given(
    st.lists(st.text("ab返金可𠮷", min_size=1, max_size=3), min_size=1, max_size=5, unique=True),
    st.text("ab返金可𠮷", max_size=40),
    st.integers(0, 41),
    st.integers(0, 41),
)
@example(["返金", "可"], "返金", 1, 2)
@example(["返金", "可"], "返金", 0, 1)
@example(["返金", "可"], "返金", 2, 1)
def test_one_of_them_stands_between_two_places(
    others: list[str], given_strings: list[str], text: str, start: int, end: int
) -> None:
    strings = Strings((*given_strings, *others))
    assert strings.stand_in(text, start, end) is any(string in text[start:end] for string in strings.given)
