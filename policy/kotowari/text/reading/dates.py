"""Dates: 2026-11-22, 2026年11月22日, 令和8年11月22日, 22 November 2026, Nov 22nd, 2026, 13/04/2026, yesterday, 昨日.

A date that is another one in another country (03/04/2026), one that its weekday denies, and one without its year and
weekday are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER
from kotowari.text.numbers import NUMERALS
from kotowari.text.patterns.matching import View
from kotowari.text.reading import from_today, weekdays
from kotowari.text.reading.days import DayOfMonth, DayOfWeek, DayOfYear, DaysOn
from kotowari.text.reading.found import Found, Raw
from kotowari.text.reading.months import COUNT, DAY, JAPANESE_DAY, MONTH, count, month_of
from kotowari.text.reading.numerals import places

_YEAR: Final = r"(?P<year>[0-9]{4})"
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_ERA: Final = "|".join(_ERAS)
# What follows a date has no part in it; a time stamp goes on with T09:00.
_LAST: Final = rf"(?:(?=t[0-9]{{1,2}}:)|(?!{LETTER}|[-/.][0-9]|[{NUMERALS}]))"
_JAPANESE_DAY: Final = rf"\s?年\s?{JAPANESE_DAY}"
_FORMS: Final = (
    rf"{_YEAR}(?P<sign>[-/.])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}}){_LAST}",
    rf"(?P<one>[0-9]{{1,2}})(?P<sign>[-/.])(?P<other>[0-9]{{1,2}})(?P=sign){_YEAR}{_LAST}",
    rf"{DAY}(?: |-|/| of )(?P<name>{MONTH})(?: |, ?|-|/)(?:of )?{_YEAR}{_LAST}",
    rf"(?P<name>{MONTH})[ -]{{1,2}}{DAY}(?:, ?| )(?:of )?{_YEAR}{_LAST}",
    rf"(?:西暦\s?)?(?P<year>[0-9]{{4}}|[{NUMERALS}]{{4}}){_JAPANESE_DAY}",
    rf"(?P<era>{_ERA})\s?(?P<year>元|{COUNT}){_JAPANESE_DAY}",
)
_WRITTEN: Final = tuple(map(re.compile, _FORMS))
_PLACE: Final = regex(rf"(?<!{LETTER})(?:{MONTH})|西暦|{_ERA}|{from_today.PLACE}|{weekdays.BEFORE}")
_RUNS_ON: Final = regex(rf"(?:{LETTER}|[0-9][-/.])$")
_THE: Final = regex("the (?=[0-9])")
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
        if led and from_today.written(text, start):  # Wednesday next week
            led = None
        the = _THE.match(text, start)
        found = _found(text, led[1] if led else the.end() if the else start)
        if found is None:
            return ()
        behind = weekdays.after(text, found.end)
        ahead = led[0] if led else weekdays.just_before(text, start)
        named = {day for day in (ahead, behind[0] if behind else None) if day is not None}
        value = _on(found.value, named)
        return (Found(start, behind[1] if behind else found.end, value),) if value else ()


def _found(text: str, start: int) -> Found | None:
    """The date that begins at `start`, without its weekday."""
    if said := from_today.said(text, start):
        return Found(start, said[1], said[0])
    if _RUNS_ON.search(text, max(0, start - 2), start):
        return None
    found = next((found for form in _WRITTEN if (found := form.match(text, start))), None)
    day = _date(found.groupdict()) if found else None
    if found and day:
        return Found(start, found.end(), day)
    written = from_today.written(text, start)
    return Found(start, written[1], written[0]) if written else None


def _on(value: Raw, named: AbstractSet[int]) -> Raw | None:
    """The date on the weekday that is named for it; None where it falls on another one."""
    if len(named) > 1:
        return None
    weekday = next(iter(named), None)
    match value:
        case date():
            return value if weekday in {None, value.weekday()} else None
        case DayOfWeek():
            return value if weekday in {None, value.weekday} else None
        case DayOfYear(years=None) if weekday is None:
            return None
        case DaysOn() | DayOfMonth() | DayOfYear():
            return replace(value, weekday=weekday)
        case _:
            return None


def _date(parts: dict[str, str | None]) -> date | None:
    """The date that the parts make; None where the calendar has none, or where they could make two."""
    month, day = _month_and_day(parts)
    year = _year(parts)
    try:
        return date(year, month, day) if year and month and day else None
    except ValueError:
        return None


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    one, other = count(parts.get("one")), count(parts.get("other"))
    if one and other:
        if one != other and max(one, other) <= _CLEAR:
            return 0, 0
        return (other, one) if one > _CLEAR else (one, other)
    name = parts.get("name")
    month = month_of(name) if name else count(parts.get("month"))
    return month, count(parts.get("day"))


def _year(parts: dict[str, str | None]) -> int:
    year = 1 if parts.get("year") == "元" else count(parts.get("year"))
    return year + _ERAS.get(parts.get("era") or "", 0) if year else 0
