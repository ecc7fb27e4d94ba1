"""Dates: 2026-11-22, 2026年11月22日, 令和8年11月22日, 22 November 2026, Nov 22nd, 2026, 13/04/2026, yesterday, 昨日.

A date without its year, one that is another date in another country (03/04/2026), and one that its weekday denies are
not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER
from kotowari.text.numbers import NUMERALS
from kotowari.text.patterns.matching import View
from kotowari.text.reading import weekdays
from kotowari.text.reading.found import DaysOn, Found, Raw
from kotowari.text.reading.numerals import number, numeral, places

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>[0-9]{4})"
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_ERA: Final = "|".join(_ERAS)
_COUNT: Final = rf"[0-9]{{1,2}}|[{NUMERALS}]{{1,4}}"
# What follows a date has no part in it; a time stamp goes on with T09:00.
_LAST: Final = rf"(?:(?=t[0-9]{{1,2}}:)|(?!{LETTER}|[-/.][0-9]|[{NUMERALS}]))"
_JAPANESE_DAY: Final = rf"\s?年\s?(?P<month>{_COUNT})\s?月\s?(?P<day>{_COUNT})\s?日(?!間)"
_FORMS: Final = (
    rf"{_YEAR}(?P<sign>[-/.])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}}){_LAST}",
    rf"(?P<one>[0-9]{{1,2}})(?P<sign>[-/.])(?P<other>[0-9]{{1,2}})(?P=sign){_YEAR}{_LAST}",
    rf"{_DAY}(?: |-|/| of )(?P<name>{_MONTH})(?: |, ?|-|/)(?:of )?{_YEAR}{_LAST}",
    rf"(?P<name>{_MONTH})[ -]{{1,2}}{_DAY}(?:, ?| )(?:of )?{_YEAR}{_LAST}",
    rf"(?:西暦\s?)?(?P<year>[0-9]{{4}}|[{NUMERALS}]{{4}}){_JAPANESE_DAY}",
    rf"(?P<era>{_ERA})\s?(?P<year>元|{_COUNT}){_JAPANESE_DAY}",
)
_WRITTEN: Final = tuple(map(re.compile, _FORMS))
_RELATIVE: Final = {
    "the day before yesterday": -2, "the day after tomorrow": 2, "today": 0, "yesterday": -1, "tomorrow": 1,
    "今日": 0, "本日": 0, "昨日": -1, "明日": 1, "一昨日": -2, "明後日": 2,
    "おととい": -2, "あさって": 2, "きのう": -1, "あした": 1,
}  # fmt: skip
_IN_KANA: Final = "おととい|あさって|きのう|あした"
_RELATIVELY: Final = regex(
    rf"(?<!{LETTER})(?:the day before yesterday|the day after tomorrow)(?!{LETTER})"
    rf"|(?<!{LETTER})(?<!before )(?<!after )(?:today|yesterday|tomorrow)(?!'?{LETTER})"
    r"|一昨日|明後日|(?<!一)昨日|明日(?!香)|本日|今日(?!子)"
    rf"|(?<![\u3041-\u3093])(?:{_IN_KANA})|(?<=[はもがを])(?:{_IN_KANA})"
)
_PLACE: Final = regex(rf"(?<!{LETTER})(?:{_MONTH})|西暦|{_ERA}|{_RELATIVELY.pattern}|{weekdays.BEFORE}")
_RUNS_ON: Final = regex(rf"(?:{LETTER}|[0-9][-/.])$")
_AGO: Final = regex(rf" days? ago(?!{LETTER})|日前")
_MOST_DAYS: Final = 3_660_000
_CLEAR: Final = 12


class Dates:
    """Reads dates."""

    def starts(self, view: View) -> Iterator[int]:
        """Numbers, the names of months and eras, and words such as "yesterday"."""
        text = view.folded.text
        return iter(sorted({*places(text), *(found.start() for found in _PLACE.finditer(text))}))

    def at(self, view: View, start: int) -> Sequence[Found]:
        """The date, with the weekday before it and behind it; none where they contradict it."""
        text = view.folded.text
        led = weekdays.before(text, start)
        found = _found(text, led[1] if led else start)
        if found is None:
            return ()
        behind = weekdays.after(text, found.end)
        ahead = led[0] if led else weekdays.just_before(text, start)
        named = {day for day in (ahead, behind[0] if behind else None) if day is not None}
        value = _on(found.value, named)
        return (Found(start, behind[1] if behind else found.end, value),) if value else ()


def _found(text: str, start: int) -> Found | None:
    """The date that begins at `start`, without its weekday."""
    if relative := _RELATIVELY.match(text, start):
        return Found(start, relative.end(), DaysOn(_RELATIVE[relative.group()]))
    if days := _days_ago(text, start):
        return days
    if _RUNS_ON.search(text, max(0, start - 2), start):
        return None
    found = next((found for form in _WRITTEN if (found := form.match(text, start))), None)
    day = _date(found.groupdict()) if found else None
    return Found(start, found.end(), day) if found and day else None


def _on(value: Raw, named: AbstractSet[int]) -> Raw | None:
    """The date on the weekday that is named for it; None where it falls on another one."""
    if len(named) > 1:
        return None
    weekday = next(iter(named), None)
    if isinstance(value, DaysOn):
        return DaysOn(value.days, weekday)
    return value if weekday is None or (isinstance(value, date) and value.weekday() == weekday) else None


def _days_ago(text: str, start: int) -> Found | None:
    """Three days ago; but チェックインの3日前 counts from another day."""
    amount = number(text, start)
    ago = _AGO.match(text, amount.end) if amount and text[start - 1 : start] != "の" else None
    if amount is None or ago is None or not 0 < amount.value <= _MOST_DAYS:
        return None
    whole = amount.value == amount.value.to_integral_value()
    return Found(start, ago.end(), DaysOn(-int(amount.value))) if whole else None


def _date(parts: dict[str, str | None]) -> date | None:
    """The date that the parts make; None where the calendar has none, or where they could make two."""
    month, day = _month_and_day(parts)
    year = _year(parts)
    try:
        return date(year, month, day) if year and month and day else None
    except ValueError:
        return None


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    one, other = _count(parts.get("one")), _count(parts.get("other"))
    if one and other:
        if one != other and max(one, other) <= _CLEAR:
            return 0, 0
        return (other, one) if one > _CLEAR else (one, other)
    name = parts.get("name")
    month = 1 + _MONTHS.index(name[:3]) if name else _count(parts.get("month"))
    return month, _count(parts.get("day"))


def _year(parts: dict[str, str | None]) -> int:
    year = 1 if parts.get("year") == "元" else _count(parts.get("year"))
    return year + _ERAS.get(parts.get("era") or "", 0) if year else 0


def _count(written: str | None) -> int:
    """A small number in digits or kanji, 0 where it is none."""
    if not written:
        return 0
    found = numeral(written, 0)
    whole = found is not None and found.end == len(written)
    return int(written) if written.isascii() else int(found.value) if found and whole else 0
