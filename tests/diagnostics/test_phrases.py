"""Where Japanese sentences break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.diagnostics.display import columns
from kotowari.diagnostics.phrases import phrases
from kotowari.diagnostics.wrap import wrap


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("この文字列が閉じていません", "この|文字列が|閉じていません"),
        ("お詫びは、お客様のお気持ちについてのご説明です", "お詫びは、|お客様の|お気持ちについての|ご説明です"),
        ("余分な語を取り除いてください", "余分な語を|取り除いてください"),
        ("条件が成り立ちません。別の行にしてください", "条件が|成り立ちません。|別の|行にしてください"),
        ("`顧客.プラン` のことですか", "`顧客.プラン` のことですか"),
        ("方針に `a` という名前がありません", "方針に| `a` という|名前がありません"),
        ("この行：`a` が次の場合", "この|行：|`a` が|次の|場合"),
        ("表「返金」の行", "表|「返金」の|行"),
        ("`kotowari explain a` で分かります", "`kotowari explain a` で|分かります"),
        ("ルールファイルは 4 MiB まで", "ルールファイルは| 4| MiB まで"),
        ("プレースホルダー", "プレースホルダー"),
    ],
)
def test_phrases(text: str, parts: str) -> None:
    assert "|".join(phrases(text)) == parts


def test_wrapped_between_phrases() -> None:
    text = "`no-rebate` の理由はすべて `internal` のため、`{because}` で伝えるものがありません"
    assert wrap(text, 46, japanese=True) == [
        "`no-rebate` の理由はすべて `internal` のため、",
        "`{because}` で伝えるものがありません",
    ]


def test_a_phrase_wider_than_a_line_is_cut() -> None:
    assert wrap("プレースホルダー", 8, japanese=True) == ["プレース", "ホルダー"]


def test_a_text_as_long_as_a_file_is_wrapped() -> None:
    assert len(wrap("「" * 100_000 + "`" * 100_001, 50, japanese=True)) == 6_001


@given(st.text("ab `「」、。日本ーおはを\u0301　", max_size=60), st.integers(2, 30), st.integers(0, 30))
def test_lines_fit_and_lose_nothing_but_spaces(text: str, width: int, first: int) -> None:
    assert "".join(phrases(text)) == text
    lines = wrap(text, width, first=first, japanese=True)
    assert columns(lines[0]) <= max(2, first)
    assert all(columns(line) <= width for line in lines[1:])
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
