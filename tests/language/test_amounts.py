"""Amounts in Japanese; how they are told to people stands in tests/diagnostics."""

from __future__ import annotations

import pytest

from kotowari.language.amounts import amount, bounded


@pytest.mark.parametrize(
    ("number", "behind", "written"),
    [
        ("5000", "円", "5000 JPY"),
        ("5_000", "円以上", "at least 5_000 JPY"),
        ("3", "万円未満", "less than 30_000 JPY"),
        ("30", "日以内", "at most 30 days"),
        ("2", "時間", "2 hours"),
        ("5", "名まで", "at most 5"),
        ("5", "を超える", "more than 5"),
    ],
)
def test_an_amount_is_put_into_the_words_of_the_language(number: str, behind: str, written: str) -> None:
    found = amount(number, behind)
    assert found is not None
    assert found.written == written


@pytest.mark.parametrize(("number", "behind"), [("5", "days"), ("5", ""), ("1.5", "万円"), ("3", "年保証")])
def test_other_words_are_no_amount(number: str, behind: str) -> None:
    assert amount(number, behind) is None


def test_a_condition_in_one_word_is_taken_apart() -> None:
    found = bounded("注文.金額が5000円以上")
    assert found is not None
    assert (found[0], found[1].written) == ("注文.金額", "at least 5000 JPY")


@pytest.mark.parametrize("name", ["注文.金額", "注文.過去3年", "plan2", "3年保証以上"])
def test_a_name_with_a_number_is_no_condition(name: str) -> None:
    assert bounded(name) is None
