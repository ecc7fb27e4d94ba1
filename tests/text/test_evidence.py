"""Every match points at the characters that the customer wrote, however they were written."""

from __future__ import annotations

import unicodedata

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.text.finding import matches

from kotowari.text.fold import fold
from kotowari.text.patterns.pattern import Pattern

FULL_WIDTH = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
HALF_WIDTH = {"デ": "ﾃﾞ", "ー": "ｰ", "タ": "ﾀ", "ガ": "ｶﾞ", "ン": "ﾝ", "ト": "ﾄ", "チ": "ﾁ", "ャ": "ｬ"}
UNSEEN = ("", "", "", "\u00ad", "\u200b", "\u200f", "\u2060")
PATTERNS = (*map(Pattern, ("a", "#", "あ", "返金", "a ... b", "人")), Pattern("/.b/", regex=True))
# What stands around: other words, characters outside the first plane, halves of characters, marks that join nothing.
AROUND = st.lists(
    st.sampled_from(
        [" ", "。", "! ", "\U0001f600 ", "\ud83d ", "\0 ", "é ", "ﬃ ", "㌢ ", "か\u3099、", "\u202e ", "→ "]
    ),
    max_size=5,
).map("".join)


@st.composite
def spelled(draw: st.DrawFn, word: str) -> str:
    """The word, each character as somebody may write it."""
    pieces = [draw(st.sampled_from(ways(character))) + draw(st.sampled_from(UNSEEN)) for character in word]
    return "".join(pieces).rstrip("".join(UNSEEN))


def ways(character: str) -> list[str]:
    each = [character, character.upper(), unicodedata.normalize("NFD", character)]
    return [*each, *(table[character] for table in (FULL_WIDTH, HALF_WIDTH) if character in table)]


@given(AROUND, spelled("café"), AROUND)
def test_latin_words(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    [match] = matches("café", text)
    assert (match.start, match.text) == (len(before) + 1, word)
    assert text[match.start : match.end] == match.text


@given(AROUND, spelled("データ"), st.sampled_from(["を消して", "です", "", "。"]))
def test_japanese_words(before: str, word: str, after: str) -> None:
    text = f"{before}、{word}{after}"
    [match] = matches("データ", text)
    assert (match.start, match.text) == (len(before) + 1, word)


@given(AROUND, spelled("1500"), AROUND)
def test_numbers(before: str, number: str, after: str) -> None:
    [match] = matches("# nights", f"{before} {number} nights {after}")
    assert (match.start, match.text) == (len(before) + 1, f"{number} nights")


@given(AROUND, spelled("ref"), AROUND)
def test_regular_expressions(before: str, word: str, after: str) -> None:
    [match] = matches(Pattern("/ref-[0-9]+/", regex=True), f"{before}{word}－１2 {after}")
    assert (match.start, match.text) == (len(before), f"{word}－１2")


@given(st.text(st.characters(codec=None), max_size=40), st.sampled_from(PATTERNS))
def test_any_text(text: str, pattern: Pattern) -> None:
    for match in matches(pattern, text):
        assert 0 <= match.start < match.end <= len(text)
        assert match.text == text[match.start : match.end]


@given(st.text("aあ返金をb 1人。\u200b", max_size=30), st.sampled_from(["a", "あ", "返金", "#人", "返金 ... b"]))
def test_what_was_found_is_found_again_in_the_text_folded(text: str, pattern: str) -> None:
    folded = fold(text)
    assume(folded.text)
    again = matches(pattern, folded.plain)
    assert [fold(match.text).text for match in matches(pattern, text)] == [fold(match.text).text for match in again]
