"""Dates that count from the day of the request: yesterday, 3 days ago, 来週の水曜, 来月の8日, Thursday, December 10."""

from __future__ import annotations

from typing import Final

from kotowari.regex import regex
from kotowari.text.numbers import NUMERALS
from kotowari.text.reading import weekdays
from kotowari.text.reading.days import Day, DayOfMonth, DayOfWeek, DayOfYear, DaysOn
from kotowari.text.reading.months import COUNT, DAY, JAPANESE_DAY, MONTH, count, month_of
from kotowari.text.reading.numerals import number

_RELATIVE: Final = {
    "the day before yesterday": -2, "the day after tomorrow": 2, "today": 0, "yesterday": -1, "tomorrow": 1,
    "今日": 0, "本日": 0, "昨日": -1, "明日": 1, "一昨日": -2, "明後日": 2,
    "おととい": -2, "あさって": 2, "きのう": -1, "あした": 1,
}  # fmt: skip
# What is enough beside English words, and compiled in a moment.
_LETTER: Final = "[a-z]"
_IN_KANA: Final = "おととい|あさって|きのう|あした"
_RELATIVELY: Final = regex(
    rf"(?<!{_LETTER})(?:the day before yesterday|the day after tomorrow)(?!{_LETTER})"
    rf"|(?<!{_LETTER})(?<!before )(?<!after )(?:today|yesterday|tomorrow)(?!'?{_LETTER})"
    r"|一昨日|明後日|(?<!一)昨日|明日(?!香)|本日|今日(?!子)"
    rf"|(?<![\u3041-\u3093])(?:{_IN_KANA})|(?<=[はもがを])(?:{_IN_KANA})"
)
_AGO: Final = regex(rf" days? ago(?!{_LETTER})|日前(?!後)")
_MOST_DAYS: Final = 3_660_000

# Weeks, months and years from this one on.
_FROM_THIS: Final = {
    "this": 0, "next": 1, "last": -1,
    "今週": 0, "来週": 1, "再来週": 2, "さ来週": 2, "先週": -1, "先々週": -2,
    "今月": 0, "来月": 1, "再来月": 2, "先月": -1,
    "今年": 0, "本年": 0, "来年": 1, "再来年": 2, "昨年": -1, "去年": -1,
}  # fmt: skip
_THIS: Final = "(?P<which>this|next|last)"
_WEEK: Final = "(?<![再さ])(?P<which>今週|来週|再来週|さ来週|先週|先々週)"
_MONTH: Final = "(?<!再)(?P<which>今月|来月|再来月|先月)"
_YEAR: Final = "(?<!再)(?P<which>今年|本年|来年|再来年|昨年|去年)"
_NAME: Final = rf"(?<!{_LETTER})(?P<name>{MONTH})"
_NO_YEAR: Final = (
    rf"(?!{_LETTER}|[-/.][0-9]|[{NUMERALS}]|,? (?:of )?(?:'?[0-9]{{2,4}}(?![0-9:])|(?:this|next|last) year))"
)
_ON_A_WEEKDAY: Final = rf"(?=\s?\(\s?[{weekdays.JAPANESE}])"
_FORMS: Final = (
    rf"(?<!{_LETTER}){weekdays.NAME}(?: of)? {_THIS} week(?!{_LETTER})",
    rf"(?<!{_LETTER}){_THIS} week(?:'s| on)? {weekdays.NAME}(?!{_LETTER}|,? (?:the )?[0-9]|,? (?:{MONTH}) [0-9])",
    rf"{_WEEK}\s?の?\s?{weekdays.JAPANESE_NAME}",
    rf"(?<!{_LETTER})(?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th) (?:of )?{_THIS} month(?!{_LETTER})",
    rf"(?<!{_LETTER})the (?P<last>last day) of {_THIS} month(?!{_LETTER})",
    # 今月3日休みます are three days. Without 日, 今月末 is often only about the end of this month.
    rf"{_MONTH}\s?の\s?(?P<day>{COUNT})\s?日(?!間)",
    rf"{_MONTH}\s?(?P<day>{COUNT})\s?日(?=に(?![0-9{NUMERALS}])|から|まで|\s?\([{weekdays.JAPANESE}])",
    rf"{_MONTH}の?(?P<last>末日|最終日|末(?=まで|をもって|付))",
    rf"{DAY}(?: | of ){_NAME},? (?:of )?{_THIS} year(?!{_LETTER})",
    rf"{_NAME} {DAY},? (?:of )?{_THIS} year(?!{_LETTER})",
    rf"{_YEAR}\s?の?、?\s?{JAPANESE_DAY}",
    # The rest is of any year.
    rf"{DAY}(?: |-| of ){_NAME}{_NO_YEAR}",
    # You may 3 times.
    rf"(?!may [0-9]{{1,2}} (?:people|[a-z]+s)\b){_NAME}[ -]{DAY}{_NO_YEAR}",
    rf"(?<!年)(?<!年の)(?<!年 ){JAPANESE_DAY}",
    rf"(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}}){_ON_A_WEEKDAY}",
)
_WRITTEN: Final = tuple(map(regex, _FORMS))
PLACE: Final = (
    rf"{_RELATIVELY.pattern}|(?<!{_LETTER})(?:(?:this|next|last) week|the last day|the [0-9])"
    r"|(?:先|今|来|再来|さ来|先々)[週月]|[今本来昨去]年|再来年"
)


def said(text: str, start: int) -> tuple[Day, int] | None:
    """The day that words such as "yesterday" and "3 days ago" tell at `start`, and where they end."""
    if found := _RELATIVELY.match(text, start):
        return DaysOn(_RELATIVE[found.group()]), found.end()
    return _days_ago(text, start)


def written(text: str, start: int) -> tuple[Day, int] | None:
    """The day that is written at `start` without its year, and where it ends."""
    found = next((found for form in _WRITTEN if (found := form.match(text, start))), None)
    day = _day(found.groupdict()) if found else None
    return (day, found.end()) if found and day else None


def _days_ago(text: str, start: int) -> tuple[Day, int] | None:
    """Three days ago; but チェックインの3日前 counts from another day."""
    amount = number(text, start)
    ago = _AGO.match(text, amount.end) if amount and text[start - 1 : start] != "の" else None
    if amount is None or ago is None or not 0 < amount.value <= _MOST_DAYS:
        return None
    whole = amount.value == amount.value.to_integral_value()
    return (DaysOn(-int(amount.value)), ago.end()) if whole else None


def _day(parts: dict[str, str | None]) -> Day | None:
    which, weekday, name = parts.get("which"), parts.get("weekday"), parts.get("name")
    step = _FROM_THIS[which] if which else None
    if step is not None and weekday:
        return DayOfWeek(step, weekdays.number(weekday))
    if step is not None and parts.get("last"):
        return DayOfMonth(step, None)
    month = month_of(name) if name else count(parts.get("month"))
    day = count(parts.get("day"))
    if step is not None and not month and day:
        return DayOfMonth(step, day)
    return DayOfYear(step, month, day) if month and day else None
