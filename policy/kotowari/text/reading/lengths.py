"""Durations: 3 days, two weeks, 1 year and 2 months, an hour and a half, 3日間, 2週間, 1か月, 一時間半, 半年."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Context, Decimal
from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER
from kotowari.text.patterns.matching import View
from kotowari.text.reading.counting import NO_PART
from kotowari.text.reading.found import Found, Length
from kotowari.text.reading.numerals import Numeral, number, numeral, places

_EXACT: Final = Context(prec=60)
_ENGLISH: Final = regex(
    r"[ -]{0,2}(?:(?P<year>years?|yrs?)|(?P<month>months?)|(?P<week>weeks?|wks?)|(?P<day>days?)"
    rf"|(?P<hour>hours?|hrs?|(?<=[0-9])h)|(?P<minute>minutes?|mins?)|(?P<second>seconds?|secs?))(?!{LETTER})"
)
# 3日 alone is a day of the month, 3月 a month, 3時 a time, 2026年 and 令和8年 are years.
_JAPANESE: Final = regex(
    r"\s?(?:(?P<year>(?:年|(?:か|ゕ|ゖ|け|箇|個)年)(?![度月生代]|\s?[0-9一二三四五六七八九十]{1,2}月)間?)"
    r"|(?P<month>(?:か|ゕ|ゖ|け|箇|個)月間?)"
    r"|(?P<week>週間?)|(?P<day>日(?:間|(?=後|前|以内|以上|以下|未満|以降|経|ほど|くらい|ぐらい|分)))"
    r"|(?P<hour>時間)|(?P<minute>分間?(?!の))|(?P<second>秒間?))(?!目)"
)
_NO_LENGTH_BEFORE: Final = regex(
    r"(?:令和|平成|昭和|大正|明治|西暦|(?<![今来先毎])月|時|(?<![去昨今来毎])年|第|割)\s?$"
)
_AND: Final = regex(r",? and |, ?| |と|、")
_AND_A_HALF: Final = regex(rf" and a half(?!{LETTER})|半(?![分額数々ば])")
_A: Final = regex(rf"(?<!{LETTER})(?<!{LETTER}'){NO_PART}an?(?= (?:year|month|week|day|hour|minute)(?!{LETTER}))")
# "twice a week", "5 hours a day" and "$5 a month" tell how often, not how long.
_RATE: Final = regex(rf"(?<!{LETTER})(?:[a-z]+s|time|once|twice|[0-9][0-9.,]*) $")
_HALF_AN_HOUR: Final = regex(rf"(?<!{LETTER})half an? (?P<unit>hour|year)(?!{LETTER})|(?<![上下前後])半年(?!度)間?")
_HALF_BEFORE_UNIT: Final = regex(r" and a half(?= )")
_HALVES: Final = {
    "year": (Decimal(6), "month"),
    "month": (Decimal(15), "day"),
    "hour": (Decimal(30), "minute"),
    "minute": (Decimal(30), "second"),
}
_ORDER: Final = ("year", "month", "week", "day", "hour", "minute", "second")
_HALF: Final = Decimal("0.5")
_BACK: Final = 24
_MOST_YEARS: Final = 200

# The units as a pattern may have them beside its value, folded.
UNIT_NAMES: Final = {f"{unit}{s}": unit for unit in _ORDER for s in ("", "s")} | {
    "年間": "year", "年": "year", "か月": "month", "ゖ月": "month", "か月間": "month", "週間": "week", "日": "day",
    "日間": "day", "時間": "hour", "分": "minute", "分間": "minute", "秒": "second",
}  # fmt: skip


class Lengths:
    """Reads durations."""

    def starts(self, view: View) -> Iterator[int]:
        """Numbers, "a" before a unit, and halves."""
        text = view.folded.text
        others = (found.start() for start in (_A, _HALF_AN_HOUR) for found in start.finditer(text))
        return iter(sorted({*places(text), *others}))

    def at(self, view: View, start: int) -> Sequence[Found]:
        """The duration, with all its parts first; and the bare number before its unit."""
        text = view.folded.text
        if half := _HALF_AN_HOUR.match(text, start):
            return (Found(start, half.end(), (_HALVES[half["unit"] or "year"],)),)
        found = [Found(start, end, length) for end, length in _lengths(text, start)]
        bare = number(text, start)
        return (*reversed(found), *([Found(start, bare.end, bare.value, bare=True)] if bare else []))


def _lengths(text: str, start: int) -> Iterator[tuple[int, Length]]:
    """The durations that begin here, each with one part more than the one before."""
    if _NO_LENGTH_BEFORE.search(text, max(0, start - 4), start):
        return
    parts: list[tuple[Decimal, str]] = []
    place = start
    while part := _part(text, place, first=not parts):
        end, amounts = part
        if parts and _ORDER.index(amounts[0][1]) <= _ORDER.index(parts[-1][1]):
            return
        parts += amounts
        yield end, tuple(parts)
        joined = _AND.match(text, end)
        place = joined.end() if joined else end


def _part(text: str, start: int, *, first: bool) -> tuple[int, Length] | None:
    """One amount with its unit, and the half behind it."""
    amount = _amount(text, start, first=first)
    early_half = _HALF_BEFORE_UNIT.match(text, amount.end) if amount else None
    unit = _unit(text, early_half.end() if early_half else amount.end) if amount else None
    if amount is None or unit is None:
        return None
    name, end = unit
    late_half = None if early_half else _AND_A_HALF.match(text, end)
    parts = _halved(amount.value, name, half=bool(early_half or late_half))
    return (late_half.end() if late_half else end, parts) if parts else None


def _amount(text: str, start: int, *, first: bool) -> Numeral | None:
    """How many; "a week" is one. What stands before the first number has been looked at for the others."""
    if article := _A.match(text, start):
        rate = _RATE.search(text, max(0, start - _BACK), start)
        return None if rate else Numeral(article.end(), Decimal(1))
    found = number(text, start) if first else numeral(text, start)
    return found if found and found.value >= 0 else None


def _unit(text: str, place: int) -> tuple[str, int] | None:
    found = _ENGLISH.match(text, place) or _JAPANESE.match(text, place)
    return (str(found.lastgroup), found.end()) if found else None


def _halved(value: Decimal, unit: str, *, half: bool) -> Length | None:
    """An amount, with half a unit more; 1.5 years are a year and a half. The calendar has no other fractions."""
    whole = value.to_integral_value(rounding=ROUND_FLOOR)
    if unit == "year" and value > _MOST_YEARS:
        return None
    if unit in _HALVES and (half if value == whole else not half and _EXACT.subtract(value, whole) == _HALF):
        return ((whole, unit), _HALVES[unit])
    on_the_clock = unit in {"hour", "minute", "second"}
    return None if half or (value != whole and not on_the_clock) else ((value, unit),)
