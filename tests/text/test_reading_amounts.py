"""Percentages and money in texts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.text.reading_of import readings, value

from kotowari.text.reading.sorts import Sort


@pytest.mark.parametrize(
    ("pattern", "text", "percent"),
    [
        ("# off", "15% off", "15"),
        ("# off", "15 % off", "15"),
        ("# off", "12.5 percent off", "12.5"),
        ("# off", "fifteen per cent off", "15"),
        ("# off", "half off", "50"),
        ("# off", "15 off", None),
        ("#% off", "15% off", "15"),
        ("#% off", "15 percent off", "15"),
        ("#(%|percent) off", "15 pct off", "15"),
        ("#% off", "half off", "50"),
        ("#% off", "15 off", None),
        ("#% off", "2-3% off", None),
        ("discount of #", "a discount of 15%.", "15"),
        ("discount of #", "a discount of 15", None),
        ("discount of #", "a discount of $15", None),
        ("#%割引", "１５％割引", "15"),
        ("#%割引", "15パーセント割引", "15"),
        ("#引き", "3割引き", "30"),
        ("#引き", "三割五分引き", "35"),
        ("#割引", "3割引", "30"),
        ("割引率は#", "割引率は3割合意", None),
        ("割引率は#", "割引率は2.5割", "25"),
    ],
)
def test_percentages(pattern: str, text: str, percent: str | None) -> None:
    assert value(Sort.PERCENT, pattern, text) == (None if percent is None else Decimal(percent))


def test_a_percentage_is_shown_with_its_sign() -> None:
    for pattern in ("#% off", "# off"):
        assert readings(Sort.PERCENT, pattern, "Is 15 % off ok?") == [("15 %", 15)]


@pytest.mark.parametrize(
    ("currency", "written", "amount"),
    [
        ("USD", "$50", "50"),
        ("USD", "$ 50", "50"),
        ("USD", "US$50", "50"),
        ("USD", "50 USD", "50"),
        ("USD", "usd 50", "50"),
        ("USD", "$50 USD", "50"),
        ("USD", "50 dollars", "50"),
        ("USD", "fifty dollars", "50"),
        ("USD", "$1,200.50", "1200.50"),
        ("USD", "$50k", "50000"),
        ("USD", "$1.5 million", "1500000"),
        ("USD", "50ドル", "50"),
        ("USD", "$50/month", None),
        ("USD", "$2m", None),
        ("USD", "50", None),
        ("USD", "A$50", None),
        ("USD", "$50 CAD", None),
        ("USD", "$50 AUD", None),
        ("USD", "AUD $50", None),
        ("USD", "$50 Canadian", None),
        ("USD", "USD $50", "50"),
        ("USD", "US $50", "50"),
        ("USD", "50 bucks", "50"),
        ("USD", "50 Canadian dollars", None),
        ("USD", "$50-100", None),
        ("USD", "$1.234,50", None),
        ("USD", "€50", None),
        ("AUD", "$50", None),
        ("AUD", "50 dollars", None),
        ("AUD", "A$50", "50"),
        ("AUD", "AUD 50", "50"),
        ("AUD", "AUD $50", "50"),
        ("AUD", "$50 AUD", "50"),
        ("AUD", "50 Australian dollars", "50"),
        ("EUR", "€1,200.50", "1200.50"),
        ("EUR", "50€", "50"),
        ("EUR", "€1.200,50", "1200.50"),
        ("EUR", "1.200,50 €", "1200.50"),
        ("EUR", "1.234.567,89 EUR", "1234567.89"),
        ("EUR", "€1.200", None),
        ("EUR", "€1.200,5", None),
        ("EUR", "€1.200,505", None),
        ("EUR", "€1.20,50", None),
        ("EUR", "a€1.200,50", None),
        ("JPY", "1.200,50円", None),
        ("USD", "a $20 bill", None),
        ("USD", "two 20 dollar notes", None),
        ("USD", "a $20-bill", None),
        ("USD", "$20 billed", "20"),
        ("JPY", "1万円札", None),
        ("JPY", "千円札1枚", None),
        ("JPY", "500円玉", None),
        ("JPY", "500円玉子丼", "500"),
        ("JPY", "100円硬貨", None),
        ("EUR", "50 euros", "50"),
        ("EUR", "1.234 EUR", None),
        ("GBP", "£12", "12"),
        ("GBP", "12 quid", "12"),
        ("JPY", "1,000円", "1000"),
        ("JPY", "１，０００ 円", "1000"),
        ("JPY", "¥1,000", "1000"),
        ("JPY", "￥1,000-", "1000"),
        ("JPY", "1万5千円", "15000"),
        ("JPY", "三千円", "3000"),
        ("JPY", "1.5万円", "15000"),
        ("JPY", "5000 yen", "5000"),
        ("JPY", "JPY 5000", "5000"),
        ("JPY", "3万円台", None),
        ("JPY", "5〜6万円", None),
        ("JPY", "7.8000円", None),
        ("JPY", "$50", None),
        ("JPY", "5万", "50000"),
        ("CNY", "¥100", None),
        ("CNY", "100元", "100"),
        ("CHF", "CHF 20", "20"),
        ("PLN", "20 zł", "20"),
        ("THB", "20 THB", "20"),
    ],
)
def test_money(currency: str, written: str, amount: str | None) -> None:
    expected = None if amount is None else Decimal(amount)
    assert value(Sort.MONEY, "budget: #", f"Budget: {written}", currency=currency) == expected
    assert value(Sort.MONEY, "予算は#", f"予算は{written}", currency=currency) == expected


@pytest.mark.parametrize(
    ("currency", "pattern", "text", "amount"),
    [
        ("USD", "$#", "it was $50 or was it", "50"),
        ("USD", "$#", "it was 50 dollars or was it", "50"),
        ("USD", "$# budget", "a $1,500 budget", "1500"),
        ("USD", "USD #", "USD 50", "50"),
        ("USD", "# (USD|dollars)", "50 dollars", "50"),
        ("USD", "# (USD|points)", "50 points", None),
        ("USD", "$#", "A$50", None),
        ("USD", "$#", "$50 CAD", None),
        ("USD", "$#", "a $20 bill", None),
        ("USD", "$#", "two $20 bills", None),
        ("USD", "$#", "two $20 cards", "20"),
        ("USD", "$#", "a 20 dollar bill", None),
        ("JPY", "#円", "1万円札で", None),
        ("AUD", "$#", "$50", "50"),  # the policy says what its customers mean
        ("AUD", "$#", "US$50", None),
        ("AUD", "$#", "A$50", "50"),
        ("JPY", "#円", "10万円で", "100000"),
        ("JPY", "#円", "¥100,000で", "100000"),
        ("JPY", "#円以内", "10万円以内で", "100000"),
        ("JPY", "予算 ... #円", "予算は1人あたり5千円です", None),
        ("JPY", "1人あたり#円", "予算は1人あたり5千円です", "5000"),
    ],
)
def test_a_bare_number_beside_the_currency_of_the_pattern(
    currency: str, pattern: str, text: str, amount: str | None
) -> None:
    expected = None if amount is None else Decimal(amount)
    assert value(Sort.MONEY, pattern, text, currency=currency) == expected


def test_money_is_shown_with_its_currency() -> None:
    assert readings(Sort.MONEY, "$#", "It was US$50.") == [("US$50", 50)]
    assert readings(Sort.MONEY, "#円", "５，０００ 円です", currency="JPY") == [("５，０００ 円", 5000)]


@pytest.mark.parametrize(
    ("pattern", "text", "amount"),
    [
        ("予算 ... #", "予算は5万です", 50_000),
        ("予算 ... #", "予算は五万くらいで", 50_000),
        ("予算 ... #", "予算5万以内でお願いします", 50_000),
        ("予算は#", "予算は1万5千", 15_000),
        ("予算 ... #", "予算は二人で8千です", 8_000),
        ("予算 ... #", "予算は5万円です", 50_000),
        ("予算 ... #", "予算は5です", None),
        ("予算 ... #", "予算は5000です", None),
        ("予算 ... #", "予算は5万人で割ります", None),
        ("予算 ... #", "予算は5万ドルです", None),
        ("予算 ... #", "予算は3万台です", None),
        ("#円", "登録は5万です", None),
    ],
)
def test_ten_thousands_of_yen_behind_their_words(pattern: str, text: str, amount: int | None) -> None:
    assert value(Sort.MONEY, pattern, text, currency="JPY") == (None if amount is None else Decimal(amount))


def test_ten_thousands_are_yen_alone() -> None:
    assert value(Sort.MONEY, "予算は#", "予算は5万です", currency="USD") is None
