"""Lines that fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kotowari.diagnostics.display import columns
from kotowari.diagnostics.wrap import wrap


def test_breaks_at_spaces() -> None:
    assert wrap("facts are declared in facts.rules", 20) == ["facts are declared", "in facts.rules"]


def test_first_line_may_be_shorter_or_empty() -> None:
    assert wrap("facts are declared", 18, first=6) == ["facts", "are declared"]
    assert wrap("declarations stand", 18, first=6) == ["", "declarations stand"]


def test_breaks_between_japanese_characters() -> None:
    assert wrap("事実は宣言が必要です", 10) == ["事実は宣言", "が必要です"]


def test_no_line_begins_with_a_closing_or_ends_with_an_opening_character() -> None:
    assert wrap("事実は宣言。必要です", 10) == ["事実は宣", "言。必要で", "す"]
    assert wrap("事実はは「宣言」です", 10) == ["事実はは", "「宣言」で", "す"]
    assert wrap("サーバーはデータ", 6) == ["サー", "バーは", "データ"]


def test_breaks_between_japanese_and_english_but_not_inside_a_word_or_at_a_backtick() -> None:
    assert wrap("事実customer.planは", 14) == ["事実", "customer.plan", "は"]
    assert wrap("宣言は`plan`です", 8) == ["宣言", "は`plan`", "です"]


def test_a_word_wider_than_a_line_is_cut() -> None:
    assert wrap("see abcdefghij now", 4) == ["see", "abcd", "efgh", "ij", "now"]


def test_a_word_as_long_as_a_file_is_cut() -> None:
    assert wrap("x" * 1_000_000, 50) == ["x" * 50] * 20_000


def test_spaces_inside_a_line_stay() -> None:
    assert wrap("a  b", 10) == ["a  b"]
    assert wrap("", 10) == [""]


def test_a_word_cut_behind_a_wider_first_line_fits_the_narrow_ones() -> None:
    assert wrap("``````", 2, first=3) == ["```", "``", "`"]


@given(st.text("ab `「」、。日本ー\u0301　", max_size=60), st.integers(2, 30), st.integers(0, 30))
def test_lines_fit_and_lose_nothing_but_spaces(text: str, width: int, first: int) -> None:
    lines = wrap(text, width, first=first)
    assert columns(lines[0]) <= max(2, first)
    assert all(columns(line) <= width for line in lines[1:])
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
