"""Values as people read them, in English and Japanese; any other language gets the neutral writing of ISO 8601.

Names of choices are the policy's to give (`call pro en "the Pro plan"`); they come in as `names`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Context, Decimal
from zoneinfo import ZoneInfo

from kotowari.model.amounts import plain
from kotowari.model.calendar import wall_clock
from kotowari.model.duration import Duration
from kotowari.model.moments import duration_text
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.writing import show_value

_NO_NAMES: Mapping[str, str] = {}
_EXACT = Context(prec=60)

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FLAGS = {"en": ("no", "yes"), "ja": ("いいえ", "はい")}
_NONE = {"en": "none", "ja": "なし"}

# What stands before an English amount, and behind a Japanese one. A dollar sign is always that of the United States.
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_UNITS_JA = {
    "JPY": "円",
    "USD": "米ドル",
    "EUR": "ユーロ",
    "GBP": "ポンド",
    "CNY": "人民元",
    "KRW": "ウォン",
    "AUD": "豪ドル",
    "CAD": "カナダドル",
    "CHF": "スイスフラン",
    "TWD": "台湾ドル",
}
# Currencies without, and with three, decimals (ISO 4217); all others have two.
_NO_DECIMALS = frozenset(
    (
        *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"),
        *("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"),
    ),
)
_THREE_DECIMALS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))

_DURATION_UNITS = {
    "en": ("year", "month", "day", "hour", "minute", "second"),
    "ja": ("年", "か月", "日", "時間", "分", "秒"),
}


def say(fact_type: FactType, value: Value, language: str, zone: ZoneInfo, names: Mapping[str, str] = _NO_NAMES) -> str:
    """A value as people read it in `language`: `$5,000`, 「2026年4月1日 15:00」 (on the clocks of `zone`), `3 days`.

    `names` gives what choices are called in this language; a choice without a name is shown as it is declared.
    """
    spoken = _spoken(language)
    match value:
        case None:
            return _NONE.get(spoken, "none")
        case bool():
            return _FLAGS[spoken][value] if spoken in _FLAGS else show_value(fact_type, value)
        case str():
            return value if fact_type.kind is Kind.TEXT else names.get(value, value)
        case frozenset():
            return say_list([names.get(choice, choice) for choice in fact_type.choices if choice in value], language)
        case Decimal():
            return _say_amount(fact_type, value, language)
        case Duration():
            return say_duration(value, language)
        case datetime():
            return say_time(value, language, zone)
        case date():
            return say_date(value, language)


def _say_amount(fact_type: FactType, value: Decimal, language: str) -> str:
    if fact_type.currency:
        return say_money(value, fact_type.currency, language)
    return say_percent(value, language) if fact_type.kind is Kind.PERCENT else say_number(value, language)


def _spoken(language: str) -> str:
    """The language of a code such as `en-GB`."""
    return language.partition("-")[0].lower()


def say_number(number: Decimal, language: str) -> str:
    """`1,234.5` in English and Japanese, `1234.5` in other languages, which group digits in other ways."""
    return _grouped(plain(number)) if _spoken(language) in _FLAGS else plain(number)


def _grouped(text: str) -> str:
    whole, point, fraction = text.partition(".")
    return f"{int(whole):,}{point}{fraction}" if whole != "-0" else text


def say_percent(number: Decimal, language: str) -> str:
    """`10%`."""
    return f"{say_number(number, language)}%"


def say_money(amount: Decimal, currency: str, language: str) -> str:
    """`$5,000` or `CHF 12.50`, 「5,000円」 or 「5,000 SEK」; `5000 USD` in other languages."""
    match _spoken(language):
        case "en":
            text = _grouped(_with_cents(amount, currency))
            sign = "-" if text.startswith("-") else ""
            return f"{sign}{_SIGNS.get(currency, f'{currency} ')}{text.removeprefix('-')}"
        case "ja":
            return f"{_grouped(_with_cents(amount, currency))}{_UNITS_JA.get(currency, f' {currency}')}"
        case _:
            return f"{plain(amount)} {currency}"


def _with_cents(amount: Decimal, currency: str) -> str:
    """The amount with all of the currency's decimals where it has any, and never with fewer than it has."""
    text = plain(amount)
    fraction = text.partition(".")[2]
    decimals = 0 if currency in _NO_DECIMALS else 3 if currency in _THREE_DECIMALS else 2
    return text + "0" * (decimals - len(fraction)) if fraction else text


def say_date(day: date, language: str) -> str:
    """`1 April 2026`, 「2026年4月1日」, `2026-04-01`."""
    match _spoken(language):
        case "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        case "ja":
            return f"{day.year}年{day.month}月{day.day}日"
        case _:
            return day.isoformat()


def say_time(moment: datetime, language: str, zone: ZoneInfo) -> str:
    """`1 April 2026, 09:00`, 「2026年4月1日 9:00」, `2026-04-01 09:00`, to the minute, on the clocks of `zone`."""
    wall = wall_clock(moment, zone)
    comma = "," if _spoken(language) == "en" else ""
    hour = f"{wall.hour}" if _spoken(language) == "ja" else f"{wall.hour:02}"
    return f"{say_date(wall.date(), language)}{comma} {hour}:{wall.minute:02}"


def say_duration(duration: Duration, language: str) -> str:
    """`3 days`, 「3日」, `P3D`."""
    match _spoken(language):
        case "en":
            return duration_phrase(duration)
        case "ja":
            units = _DURATION_UNITS["ja"]
            return "".join(f"{plain(amount)}{units[index]}" for index, amount in _amounts(duration))
        case _:
            return duration_text(duration)


def duration_phrase(duration: Duration) -> str:
    """A duration as the rule language writes it: `3 days`, `1 year 2 months`, `90 minutes` as `1 hour 30 minutes`."""
    units = _DURATION_UNITS["en"]
    return " ".join(
        f"{plain(amount)} {units[index]}{'' if abs(amount) == 1 else 's'}" for index, amount in _amounts(duration)
    )


def _amounts(duration: Duration) -> list[tuple[int, Decimal]]:
    """The amounts of years, months, days, hours, minutes and seconds, each with its place among these; at least one."""
    years, months = _EXACT.divmod(Decimal(duration.months), Decimal(12))
    minutes, seconds = _EXACT.divmod(duration.seconds, Decimal(60))
    hours, minutes = _EXACT.divmod(minutes, Decimal(60))
    amounts = (years, months, Decimal(duration.days), hours, minutes, seconds)
    return [(index, amount) for index, amount in enumerate(amounts) if amount] or [(5, Decimal(0))]


def between(before: str, after: str, language: str) -> str:
    """What stands between two texts of sentences: a space, nothing in Japanese; a list keeps its lines to itself."""
    if "\n" in before or "\n" in after:
        return "\n"
    return "" if _spoken(language) == "ja" else " "


def say_list(words: Sequence[str], language: str) -> str:
    """`a, b and c`, 「a、b、c」; the word for none where there are none.

    `a and b, and c` keeps apart what has an `and` of its own.
    """
    if not words:
        return _NONE.get(_spoken(language), "none")
    match _spoken(language):
        case "en":
            last = ", and " if any(" and " in word for word in words) else " and "
            return last.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
        case "ja":
            return "、".join(words)
        case _:
            return ", ".join(words)
