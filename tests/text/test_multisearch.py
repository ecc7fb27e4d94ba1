"""Many strings looked for at once, in C and in Rust, against looking for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kotowari.extension import IS_COMPILED
from kotowari.text.patterns.multisearch import Automaton, MultiSearch, multisearch

# What finds few strings that begin alike is compiled, where there is a compiler.
WAYS = pytest.mark.parametrize("search", [multisearch, Automaton])
Way = Callable[[Sequence[str]], MultiSearch]

# Few characters of each width that Python keeps texts in, so that strings stand in one another.
_CHARACTERS = "ab\x00\x01é返金か𠮷"
STRINGS = st.lists(st.text(_CHARACTERS, min_size=1, max_size=5), max_size=12, unique=True)
TEXTS = st.one_of(st.text("ab", max_size=40), st.text("abé", max_size=40), st.text(_CHARACTERS, max_size=40))


def slowly(strings: list[str], text: str) -> list[tuple[int, int]]:
    return [
        (start, number)
        for start in range(len(text))
        for number, string in enumerate(strings)
        if text.startswith(string, start)
    ]


@WAYS
@given(STRINGS, TEXTS)
@example(["返", "返金", "返金可", "金可"], "返金可")
@example(["a", "aa", "aaa"], "aaaa")
@example(["返\x00"], "返")
@example(["返"], "返\x00")
@example(["\u8fd4", "\u8fd4\u91d1", "\u3057"], "\u8fd4\u91d1\U00020bb7\u3057")
@example(["\U00028fd4"], "\u8fd4")  # alike in their last sixteen bits
@example(["\x01\x02"], "\x01\x02\x01")
@example([], "返金")
def test_every_place_is_found(search: Way, strings: list[str], text: str) -> None:
    found = search(strings).places(text)
    assert sorted(found) == slowly(strings, text)
    assert [start for start, _ in found] == sorted(start for start, _ in found)


@WAYS
@given(STRINGS, TEXTS)
@example(["\x01"], "\x01")
@example(["\x01"], "\x02")
def test_just_those_are_there_that_stand_in_the_text(search: Way, strings: list[str], text: str) -> None:
    assert search(strings).there(text) == {string for string in strings if string in text}


@WAYS
@pytest.mark.parametrize("count", [1, 63, 64, 65, 1000])
def test_any_number_of_strings_is_found(search: Way, count: int) -> None:
    strings = [f"{chr(0x4E00 + number)}{number}" for number in range(count)]
    found = search(strings)
    assert found.places("。".join(strings)) == slowly(strings, "。".join(strings))
    assert found.there("。".join(strings)) == set(strings)


@pytest.mark.skipif(not IS_COMPILED, reason="where nothing is compiled, Rust finds them all")
def test_strings_that_begin_alike_are_left_to_what_takes_no_longer_for_them() -> None:
    alike = [f"返金{number}" for number in range(64)]
    assert not isinstance(multisearch(alike), Automaton)
    assert isinstance(multisearch([*alike, "返金"]), Automaton)
