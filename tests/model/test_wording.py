"""Values in the words of people."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.model.calendar import zone
from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.values import read_value
from kotowari.model.wording import duration_phrase, say, say_list, say_money

TOKYO = zone("Asia/Tokyo")
assert TOKYO is not None
NAMES = {"pro": "the Pro plan", "beta": "ベータ版"}


@pytest.mark.parametrize(
    ("fact_type", "value", "en", "ja", "fr"),
    [
        (FactType(Kind.FLAG), True, "yes", "はい", "yes"),
        (FactType(Kind.FLAG), False, "no", "いいえ", "no"),
        (FactType(Kind.DATE, or_none=True), None, "none", "なし", "none"),
        (FactType(Kind.ONE_OF, choices=("pro",)), "pro", "the Pro plan", "the Pro plan", "the Pro plan"),
        (FactType(Kind.ONE_OF, choices=("free",)), "free", "free", "free", "free"),
        (FactType(Kind.TEXT), "pro", "pro", "pro", "pro"),
        (
            FactType(Kind.ANY_OF, choices=("b", "beta", "c")),
            frozenset({"beta", "b", "c"}),
            *("b, ベータ版 and c", "b、ベータ版、c", "b, ベータ版, c"),
        ),
        (FactType(Kind.ANY_OF, choices=("b",)), frozenset[str](), "none", "なし", "none"),
        (FactType(Kind.WHOLE), Decimal(1_234_567), "1,234,567", "1,234,567", "1234567"),
        (FactType(Kind.NUMBER), Decimal("-1234.50"), "-1,234.5", "-1,234.5", "-1234.5"),
        (FactType(Kind.NUMBER), Decimal("-0.5"), "-0.5", "-0.5", "-0.5"),
        (FactType(Kind.PERCENT), Decimal("12.5"), "12.5%", "12.5%", "12.5%"),
        (FactType(Kind.MONEY, currency="USD"), Decimal(5000), "$5,000", "5,000米ドル", "5000 USD"),
        (FactType(Kind.MONEY, currency="USD"), Decimal("-0.5"), "-$0.50", "-0.50米ドル", "-0.5 USD"),
        (FactType(Kind.MONEY, currency="JPY"), Decimal(5000), "¥5,000", "5,000円", "5000 JPY"),
        (FactType(Kind.MONEY, currency="JPY"), Decimal("0.5"), "¥0.5", "0.5円", "0.5 JPY"),
        (FactType(Kind.MONEY, currency="EUR"), Decimal("1.234"), "€1.234", "1.234ユーロ", "1.234 EUR"),
        (FactType(Kind.MONEY, currency="SEK"), Decimal("12.5"), "SEK 12.50", "12.50 SEK", "12.5 SEK"),
        (FactType(Kind.MONEY, currency="KWD"), Decimal("-1.5"), "-KWD 1.500", "-1.500 KWD", "-1.5 KWD"),
        (FactType(Kind.DATE), date(2026, 4, 1), "1 April 2026", "2026年4月1日", "2026-04-01"),
        (
            FactType(Kind.TIME),
            datetime(2026, 3, 31, 23, 5, 59, tzinfo=UTC),
            *("1 April 2026, 08:05", "2026年4月1日 8:05", "2026-04-01 08:05"),
        ),
        (FactType(Kind.DURATION), Duration(days=3), "3 days", "3日", "P3D"),
        (
            FactType(Kind.DURATION),
            Duration(14, 1, Decimal("9001.5")),
            *("1 year 2 months 1 day 2 hours 30 minutes 1.5 seconds", "1年2か月1日2時間30分1.5秒", "P1Y2M1DT2H30M1.5S"),
        ),
        (FactType(Kind.DURATION), Duration(seconds=Decimal(14_400)), "4 hours", "4時間", "PT4H"),
        (FactType(Kind.DURATION), Duration(), "0 seconds", "0秒", "PT0S"),
    ],
)
def test_values_in_words(fact_type: FactType, value: Value, en: str, ja: str, fr: str) -> None:
    assert TOKYO is not None
    assert say(fact_type, value, "en", TOKYO, NAMES) == en
    assert say(fact_type, value, "ja", TOKYO, NAMES) == ja
    assert say(fact_type, value, "fr", TOKYO, NAMES) == fr


def test_a_region_does_not_change_the_language() -> None:
    assert say_money(Decimal(5000), "USD", "en-GB") == say_money(Decimal(5000), "USD", "EN") == "$5,000"


def test_lists() -> None:
    assert say_list(["a"], "en") == "a"
    assert say_list(["a", "b"], "en") == "a and b"
    assert say_list(["fields and settings", "charts"], "en") == "fields and settings, and charts"
    assert say_list(["fields and settings"], "en") == "fields and settings"


SECONDS = st.integers(0, 10**6).map(lambda number: Decimal(number) / 4)


@given(st.builds(Duration, st.integers(0, 10**4), st.integers(0, 10**4), SECONDS))
def test_the_phrase_of_a_duration_is_one_that_is_read(duration: Duration) -> None:
    assert read_value(FactType(Kind.DURATION), duration_phrase(duration), offset=UTC) == duration
    assert TOKYO is not None
    spoken = say(FactType(Kind.DURATION), duration, "ja", TOKYO)
    assert read_value(FactType(Kind.DURATION), spoken, offset=UTC) == duration
