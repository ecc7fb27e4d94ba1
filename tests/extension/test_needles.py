"""Many strings looked for at once, against looking for each."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kotowari.extension import _compiled

# Few letters, so that strings stand in one another and windows are shared.
SHORT = st.text("ab", max_size=6)
SHORTEST = 4  # of those that are looked for together
LONG = st.text("abc ", min_size=4, max_size=24)
STRINGS = st.lists(st.one_of(SHORT, LONG, st.sampled_from(["", "é", "返金", "~", "a\x00b"])), max_size=12)
TEXTS = st.one_of(st.text("ab ", max_size=80), st.text(st.characters(max_codepoint=127), max_size=80))


def slowly(strings: list[str], text: str) -> set[str]:
    return {string for string in strings if string in text}


def slowly_at_words(strings: list[str], text: str) -> set[str]:
    """The same; of those that are long enough to be looked for together, where they begin a word."""
    return {
        string
        for string in slowly(strings, text)
        if len(string) < SHORTEST or re.search(rf"(?<![a-z])(?=[a-z0-9]){re.escape(string)}", text)
    }


def needles(strings: list[str], *, begin_words: bool = False) -> _compiled.Needles:
    return _compiled.Needles(tuple(strings), ((),) * len(strings), bytes([begin_words]) * len(strings))


@given(STRINGS, TEXTS)
@example(["aaaaaaaab", "baaaaaaaa"], "a" * 40)
@example(["abcdefgh", "abcdefg", "abcd", "abc", "a"], "xabcdefgh")
@example(["abcdefgh"], "abcdefg")
@example(["\x00\x00\x00\x00"], "\x00\x00\x00\x00")
def test_just_those_are_found_that_stand_in_the_text(strings: list[str], text: str) -> None:
    assert needles(strings).there(text) == slowly(strings, text)


@given(STRINGS, st.lists(st.sampled_from(["ab", "ba", " ", "abc "]), min_size=10, max_size=30))
def test_strings_are_found_within_longer_texts(strings: list[str], parts: list[str]) -> None:
    text = "".join((*parts, *strings, *parts))
    if text.isascii():
        assert needles(strings).there(text) == slowly(strings, text)


@given(STRINGS, TEXTS)
@example(["abcd"], "1abcd")
@example(["abcd"], "xabcd")
@example(["abcd", "abcdefgh", "bcde"], " " * 15 + "abcdefgh")
@example(["abcd"], "a" * 16 + "abcd")
@example(["abcd"], "1" * 16 + "abcd")
@example(["zz09", "/:`{", "0000"], "zz09 0000 /:`{")
def test_those_that_begin_words_are_found_where_they_do(strings: list[str], text: str) -> None:
    text = text.lower()
    if text.isascii():
        assert needles(strings, begin_words=True).there(text) == slowly_at_words(strings, text)


@given(STRINGS, STRINGS, TEXTS)
def test_both_kinds_are_found_in_one_text(anywhere: list[str], at_words: list[str], text: str) -> None:
    text, strings = text.lower(), [*dict.fromkeys((*anywhere, *at_words))]
    kinds = bytes(string not in anywhere for string in strings)
    found = _compiled.Needles(tuple(strings), ((),) * len(strings), kinds).there(text)
    others = [string for string in strings if string not in anywhere]
    assert found == slowly(anywhere, text) | slowly_at_words(others, text)


def test_very_many_strings_are_all_found() -> None:
    strings = [f"word {number:05d}" for number in range(20_000)] + [f"w{number}" for number in range(300)]
    text = " ".join(strings[::7])
    assert needles(strings).there(text) == slowly(strings, text)
    assert needles(strings, begin_words=True).there(text) == slowly(strings, text)


def test_other_things_than_strings_and_other_texts_than_ascii_are_refused() -> None:
    with pytest.raises(TypeError):
        _compiled.Needles((1,), ((),), b"a")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError):
        _compiled.Needles(["a"], ((),), b"a")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    for topics in ((), (1,), ((1,),), (((1,),),), (((print, "1"),),), [()]):
        with pytest.raises((TypeError, ValueError)):
            _compiled.Needles(("a",), topics, b"a")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    with pytest.raises(ValueError, match="of each string"):
        _compiled.Needles(("a",), ((),), b"")
    for text in ("é", 5):
        with pytest.raises(ValueError, match="not ASCII"):
            needles(["a"]).there(text)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
