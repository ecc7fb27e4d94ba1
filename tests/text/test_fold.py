from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.text.fold import fold

# Lone surrogates, NUL and controls are text as well; half-width kana, marks and ligatures change lengths.
ANY_TEXT = st.text(st.characters(codec=None), max_size=60) | st.text(
    "aÉeßİﬃﾀﾞｶﾟ゙\u0301\u0316゙〜ー−か゚\ud800\u200b\0한글ᄒ", max_size=60
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Export", "export"),
        ("ＳＳＯ", "sso"),
        ("ﾀﾞｰｸﾓｰﾄﾞ", "だーくもーど"),
        ("ダーク", "だーく"),
        ("ヴァ", "ゔぁ"),
        ("１，０００円", "1,000円"),
        ("Straße", "strasse"),
        ("ﬃ", "ffi"),
        ("cafe\u0301", "café"),
        ("か\u3099", "が"),
        ("㍿", "株式会社"),
        ("10〜20", "10~20"),
        ("10～20", "10~20"),
        ("a−b‐c–d—e―f", "a-b-c-d-e-f"),
        ("don’t don´t don＇t", "don't don't don't"),
        ("“a” ″b″", '"a" "b"'),
        ("ex\u00adport\u200b\u200f", "export"),
        ("wait…", "wait..."),
        ("　", " "),
        ("\ud800\0\x1b", "\ufffd\0\x1b"),
        ("すごーーーい", "すごーい"),
        ("え〜～~っ", "え~っ"),
        ("ｰー", "ー"),
        ("", ""),
    ],
)
def test_one_spelling(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize(
    ("written", "found", "stretch"),
    [
        ("新ﾀﾞｰｸ", "だ", "ﾀﾞ"),
        ("xﬃy", "ff", "ﬃ"),
        ("a\u00adb c", "ab", "a\u00adb"),
        ("cafe\u0301s", "é", "e\u0301"),
        ("の㍿は", "会社", "㍿"),
        ("plain text", "text", "text"),
        ("\u200bß", "s", "\u200bß"),
        ("ﾀﾞｰｰｸ", "ー", "ｰｰ"),
        ("a〜〜b", "~", "〜〜"),
    ],
)
def test_the_map_leads_back_to_the_characters_as_written(written: str, found: str, stretch: str) -> None:
    folded = fold(written)
    start = folded.text.index(found)
    begin, end = folded.span(start, start + len(found))
    assert written[begin:end] == stretch


def test_an_empty_stretch_stays_empty() -> None:
    assert fold("ﾀﾞ").span(1, 1) == (2, 2)


@given(ANY_TEXT)
def test_stretches_are_monotone_and_cover_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert folded.origin[-1] == len(text)
    assert list(folded.origin) == sorted(folded.origin)
    if folded.text:
        assert folded.span(0, len(folded.text)) == (0, len(text))
    for place in range(len(folded.text)):
        begin, end = folded.span(place, place + 1)
        assert 0 <= begin < end <= len(text)


@given(st.text(max_size=30) | st.text("İﾀﾞか゚\u0301\u200b゙〜", max_size=30))
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(ANY_TEXT)
def test_each_stretch_folds_by_itself_to_what_stands_for_it(text: str) -> None:
    folded = fold(text)
    for place in range(len(folded.text)):
        begin, end = folded.span(place, place + 1)
        assert folded.text[place] in fold(text[begin:end]).text


@given(ANY_TEXT | st.text("アヶヷー・ヽヾゝあa亜。Aｱ㌔", max_size=60) | st.text("アか", min_size=60, max_size=90))
def test_katakana_are_left_as_they_are_in_what_is_analysed(text: str) -> None:
    folded = fold(text)
    hiragana = {
        character: chr(ord(character) - 0x60) for character in map(chr, (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE))
    }
    assert folded.text == "".join(hiragana.get(character, character) for character in folded.plain)


@given(st.text("あア亜、。「」aA1 \n~ー・ａー㍿", max_size=60))
def test_any_text_folds_as_its_characters_do(text: str) -> None:
    """None of these joins what stands before it: what is quick for a whole text changes nothing."""
    singly = "".join(fold(character).plain for character in text)
    assert fold(text).plain == re.sub("([ー~])\\1+", r"\1", singly)


@given(st.text(max_size=30) | st.text("éか゚がヷ한글ậ\u0301\u0316\u1100\u1161\u11a8", max_size=30))
def test_equivalent_texts_fold_alike(text: str) -> None:
    """Cutting a text up never tears apart what normalisation joins."""
    assert fold(unicodedata.normalize("NFD", text)).text == fold(text).text
    assert fold(unicodedata.normalize("NFC", text)).text == fold(text).text


@given(ANY_TEXT, st.data())
def test_a_cut_keeps_its_places(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    cut = folded.cut(start, end)
    assert cut.text == folded.text[start:end]
    assert [cut.span(i, i + 1)[0] for i in range(end - start)] == list(folded.origin[start:end])


@pytest.mark.parametrize("unit", ["\u3099", "a\u0301", "\u0301\u0316", "\ufdfa", "\ud800", "ﾀﾞ", "\u200b"])
def test_a_long_run_is_folded_in_pieces(unit: str) -> None:
    folded = fold(unit * 100_000)
    assert len(folded.text) <= 8 * 100_000 * len(unit)
    assert folded.origin[-1] == 100_000 * len(unit)


def test_characters_that_only_newer_pythons_know_stay_as_written() -> None:
    newer = "\U0001e030"  # a modifier letter of Unicode 15
    assert fold("A" + newer).text == "a" + newer
