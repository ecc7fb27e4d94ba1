"""Amounts that a text gives roughly, as a bound, or as a difference, and the patterns that want them so."""

from __future__ import annotations

import pytest
from tests.text.reading_of import TODAY, finder, readings, value

from kotowari.text.reading.sorts import Sort

BOUNDS_JA = [
    "{}以上", "{}未満", "{}を超える", "{}を超えた", "{}を上回る", "{}より高い", "{}〜", "少なくとも{}",
    "最低でも{}",
]  # fmt: skip
ROUGHLY_JA = [
    "{}以下", "{}以内", "{}まで", "約{}", "合計約{}", "およそ{}", "だいたい{}", "最大{}", "{}くらい", "{}ぐらい",
    "{}ほど", "{}前後", "{}程度", "{}位", "{}弱", "{}(税込)以内", "{}ちょっと",
]  # fmt: skip
DIFFERENCES_JA = [
    "{}引き", "{}割引", "{}値引き", "{}オフ", "{}くらい引いて", "{}を引いて", "{}安く", "{}高い",
]  # fmt: skip
EXACTLY_JA = [
    "{}", "{}です", "{}ぴったり", "{}(税込)", "{}＋税", "契約{}", "予約{}", "{}引き落とされました",
    "{}を引き出した", "{}は高い", "{}。以上です", "{}オフィスで",
]  # fmt: skip
BOUNDS_EN = ["at least {}", "more than {}", "less than {}", "over {}", "under {}", "{} or more", "{} and up", "{}+"]
ROUGHLY_EN = [
    "about {}", "around {}", "roughly {}", "approximately {}", "up to {}", "at most {}", "no more than {}", "within {}",
    "a maximum of {}", "{} or so", "{} or less", "{}, give or take", "{} max", "~{}",
]  # fmt: skip
DIFFERENCES_EN = ["{} off", "{} discount", "a discount of {}", "{} less", "{} cheaper"]
EXACTLY_EN = ["{}", "exactly {}", "{} or was it", "clover {}", "{} on top", "{} + tax", "{} offered"]


@pytest.mark.parametrize("words", [*BOUNDS_JA, *ROUGHLY_JA, *DIFFERENCES_JA])
def test_an_inexact_amount_is_not_read_in_japanese(words: str) -> None:
    for amount in ("3000円", "３，０００円", "三千円"):
        assert value(Sort.MONEY, "#円", words.format(amount), currency="JPY") is None
        assert value(Sort.MONEY, "#", words.format(amount), currency="JPY") is None
    assert value(Sort.MONEY, "代金 ... #", f"代金は{words.format('3000円')}", currency="JPY") is None


@pytest.mark.parametrize("words", EXACTLY_JA)
def test_an_exact_amount_is_read_in_japanese(words: str) -> None:
    for amount in ("3000円", "３，０００円", "三千円"):
        assert value(Sort.MONEY, "#円", words.format(amount), currency="JPY") == 3000


@pytest.mark.parametrize("words", [*BOUNDS_EN, *ROUGHLY_EN, *DIFFERENCES_EN])
def test_an_inexact_amount_is_not_read_in_english(words: str) -> None:
    for amount in ("$30", "30 dollars", "30 USD", "US$30", "USD 30", "thirty dollars"):
        if amount != "thirty dollars" or "~" not in words:
            assert value(Sort.MONEY, "#", f"it was {words.format(amount)}") is None, amount
            assert value(Sort.MONEY, "paid ... #", f"I paid {words.format(amount)} for it") is None, amount
    assert value(Sort.MONEY, "$#", f"it was {words.format('$30')}") is None
    assert value(Sort.MONEY, "$#", f"it was {words.format('$30')}", currency="AUD") is None


@pytest.mark.parametrize("words", EXACTLY_EN)
def test_an_exact_amount_is_read_in_english(words: str) -> None:
    for amount in ("$30", "30 dollars", "US$30", "USD 30"):
        assert value(Sort.MONEY, "#", f"it was {words.format(amount)}") == 30


@pytest.mark.parametrize("words", ROUGHLY_JA)
def test_a_budget_is_told_at_most_and_about_in_japanese(words: str) -> None:
    for pattern in ("予算 ... #", "予算 ... #円", "上限 ... #"):
        assert value(Sort.MONEY, pattern, f"{pattern[:2]}は{words.format('1万円')}です", currency="JPY") == 10_000


@pytest.mark.parametrize("words", ROUGHLY_EN)
def test_a_budget_is_told_at_most_and_about_in_english(words: str) -> None:
    assert value(Sort.MONEY, "budget ... #", f"my budget is {words.format('$30')}") == 30


@pytest.mark.parametrize("words", [*BOUNDS_JA, *DIFFERENCES_JA])
def test_a_budget_is_no_other_bound_in_japanese(words: str) -> None:
    assert value(Sort.MONEY, "予算 ... #", f"予算は{words.format('1万円')}です", currency="JPY") is None


@pytest.mark.parametrize("words", BOUNDS_EN)
def test_a_budget_is_no_other_bound_in_english(words: str) -> None:
    assert value(Sort.MONEY, "budget ... #", f"my budget is {words.format('$30')}") is None


@pytest.mark.parametrize(
    ("currency", "pattern", "text", "amount"),
    [
        ("JPY", "#円以内", "1万円以内で", 10_000),
        ("JPY", "#以上", "1万円以上で", 10_000),
        ("JPY", "#(くらい|ぐらい)で", "1万円ぐらいで", 10_000),
        ("JPY", "約#円", "約1万円です", 10_000),
        ("JPY", "#円引き", "1,000円引きで", 1000),
        ("JPY", "#割引", "1000円割引で", 1000),
        ("JPY", "契約金は#", "契約金は約1万円", None),
        ("JPY", "#円以内", "約1万円以内で", None),
        ("USD", "up to #", "up to $30", 30),
        ("USD", "about $#", "about $30", 30),
        ("USD", "at least ... #", "at least 30 dollars", 30),
        ("USD", "# off", "$30 off", 30),
        ("USD", "$# discount", "a $30 discount", 30),
        ("USD", "overpaid #", "I overpaid $30", 30),
    ],
)
def test_a_pattern_can_want_the_bound(currency: str, pattern: str, text: str, amount: int | None) -> None:
    assert value(Sort.MONEY, pattern, text, currency=currency) == amount


@pytest.mark.parametrize("text", ["3000円〜4000円", "約3000円〜4000円", "3000円から4000円"])
def test_of_a_range_both_ends_are_read_in_japanese(text: str) -> None:
    for pattern in ("#円", "#", "代金 ... #"):
        assert [end for _, end in readings(Sort.MONEY, pattern, f"代金は{text}", currency="JPY")] == [3000, 4000]


@pytest.mark.parametrize("text", ["30 USD to 40 USD", "about 30 USD to 40 USD"])
def test_of_a_range_both_ends_are_read_in_english(text: str) -> None:
    assert [end for _, end in readings(Sort.MONEY, "#", f"it was {text}")] == [30, 40]


@pytest.mark.parametrize("text", ["3000円〜約4000円", "3000円くらいから4000円", "3000円ほど〜4000円"])
def test_of_a_rough_range_no_end_is_read_in_japanese(text: str) -> None:
    for pattern in ("#円", "#", "代金 ... #", "予算 ... #"):
        assert value(Sort.MONEY, pattern, f"予算と代金は{text}", currency="JPY") is None


def test_of_a_rough_range_no_end_is_read_in_english() -> None:
    assert value(Sort.MONEY, "#", "it was 30 USD to about 40 USD") is None


def test_no_other_amount_is_taken_for_the_inexact_one() -> None:
    assert value(Sort.MONEY, "paid ... #", "I paid about $30, not the $50 of the list") is None


def test_one_pattern_can_want_what_another_one_does_not() -> None:
    found = finder(Sort.MONEY, "#円", "#円以内", currency="JPY")
    assert [each.text for each in found.find("1万円以内で", TODAY)] == ["1万円"]
