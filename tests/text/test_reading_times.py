"""Dates and durations in texts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.text.reading_of import TODAY, finder, readings, value

from kotowari.text.reading.sorts import Sort


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-22", "2026-11-22"),
        ("2026/11/22", "2026-11-22"),
        ("2026/1/2", "2026-01-02"),
        ("2026.11.22", "2026-11-22"),
        ("2026-11-22T09:30:00Z", "2026-11-22"),
        ("2026-11-22 09:30", "2026-11-22"),
        ("22 November 2026", "2026-11-22"),
        ("22nd of November 2026", "2026-11-22"),
        ("22-Nov-2026", "2026-11-22"),
        ("Nov 22, 2026", "2026-11-22"),
        ("Nov. 22 2026", "2026-11-22"),
        ("November 22nd, 2026", "2026-11-22"),
        ("Sept. 3, 2026", "2026-09-03"),
        ("May 3 2026", "2026-05-03"),
        ("13/04/2026", "2026-04-13"),
        ("04/13/2026", "2026-04-13"),
        ("22.11.2026", "2026-11-22"),
        ("4/4/2026", "2026-04-04"),
        ("２０２６年１１月２２日", "2026-11-22"),
        ("2026年 1月 2日", "2026-01-02"),
        ("二〇二六年十一月二十二日", "2026-11-22"),
        ("西暦2026年11月22日", "2026-11-22"),
        ("令和8年11月22日", "2026-11-22"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"),
        ("today", "2026-11-22"),
        ("yesterday", "2026-11-21"),
        ("Tomorrow", "2026-11-23"),
        ("the day before yesterday", "2026-11-20"),
        ("the day after tomorrow", "2026-11-24"),
        ("今日", "2026-11-22"),
        ("本日", "2026-11-22"),
        ("昨日", "2026-11-21"),
        ("明日", "2026-11-23"),
        ("一昨日", "2026-11-20"),
        ("おととい", "2026-11-20"),
        ("明後日", "2026-11-24"),
        ("3 days ago", "2026-11-19"),
        ("one day ago", "2026-11-21"),
        ("三日前", "2026-11-19"),
        ("a few days ago", None),
        ("two weeks ago", None),  # roughly
        ("2-3 days ago", None),
        ("チェックインの3日前", None),  # which day is that?
        ("03/04/2026", None),  # March or April
        ("3-4-2026", None),
        ("22 November", None),  # of which year?
        ("11月22日", None),
        ("11/22", None),
        ("11/22/26", None),
        ("November 2026", None),
        ("2026-02-30", None),
        ("Feb 30, 2026", None),
        ("2026年13月1日", None),
        ("0000-01-01", None),
        ("2026-11-22-33", None),
        ("A2026-11-22", None),
        ("12026-11-22", None),
        ("1.2026.11.22", None),
        ("明日香", None),  # names
        ("今日子", None),
    ],
)
def test_dates(written: str, day: str | None) -> None:
    expected = None if day is None else date.fromisoformat(day)
    assert value(Sort.DATE, "ordered: #", f"Ordered: {written}.") == expected
    assert value(Sort.DATE, "注文日は#", f"注文日は{written}です") == expected


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026年12月10日(木)", "2026-12-10"),
        ("2026年12月10日（木）", "2026-12-10"),
        ("２０２６年１２月１０日（木曜日）", "2026-12-10"),
        ("2026年12月10日木曜日", "2026-12-10"),
        ("2026年12月10日 木曜", "2026-12-10"),
        ("2026年11月23日(月・祝)", "2026-11-23"),
        ("令和8年12月10日(木)", "2026-12-10"),
        ("2026/12/10(木)", "2026-12-10"),
        ("2026-12-10 (Thu)", "2026-12-10"),
        ("2026-12-10 (Thursday)", "2026-12-10"),
        ("10 December 2026, Thursday", "2026-12-10"),
        ("Thursday, 10 December 2026", "2026-12-10"),
        ("Thursday the 10th of December 2026", "2026-12-10"),
        ("Thu 10 Dec 2026", "2026-12-10"),
        ("Thurs., Dec 10, 2026", "2026-12-10"),
        ("Sun 2026-12-06", "2026-12-06"),
        ("明日(月)", "2026-11-23"),
        ("tomorrow (Monday)", "2026-11-23"),
        ("2026年12月10日(金)", None),  # a Thursday
        ("2026年12月10日金曜日", None),
        ("2026-12-10 (Fri)", None),
        ("Friday, 10 December 2026", None),
        ("Fri 10 Dec 2026 (Thu)", None),
        ("明日(火)", None),
        ("12月10日(木)", None),  # of which year?
        ("12/10(木)", None),
        ("Thu 10 Dec", None),
    ],
)
def test_dates_with_their_weekday(written: str, day: str | None) -> None:
    expected = None if day is None else date.fromisoformat(day)
    assert value(Sort.DATE, "ordered: #", f"Ordered: {written}.") == expected
    assert value(Sort.DATE, "#", f"Ordered: {written}.") == expected
    assert value(Sort.DATE, "#に届く", f"{written}に届く") == expected


def test_a_weekday_is_shown_with_its_date_and_other_words_are_not() -> None:
    assert readings(Sort.DATE, "#", "2026年12月10日（木）に着く") == [("2026年12月10日（木）", date(2026, 12, 10))]
    assert readings(Sort.DATE, "on #", "on Thu, 10 Dec 2026") == [("Thu, 10 Dec 2026", date(2026, 12, 10))]
    assert readings(Sort.DATE, "Thursday #", "on Thursday 10 Dec 2026") == [("10 Dec 2026", date(2026, 12, 10))]
    assert value(Sort.DATE, "Friday #", "on Friday 10 Dec 2026") is None
    for words in ("2026年12月10日土産を", "2026年12月10日(水着)", "2026-12-10 sat down", "2026-12-10 (month)"):
        assert value(Sort.DATE, "#", words) == date(2026, 12, 10)


def test_days_beyond_the_calendar_are_none() -> None:
    assert finder(Sort.DATE, "#").find("tomorrow", date.max) == ()
    assert finder(Sort.DATE, "#").find("yesterday", date.min) == ()


def test_several_dates() -> None:
    found = readings(Sort.DATE, "#", "From 2026-11-22 to 2026-11-25, not today")
    assert [day for _, day in found] == [TODAY, date(2026, 11, 25)]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("3 days", [(3, "day")]),
        ("3-day", [(3, "day")]),
        ("two weeks", [(2, "week")]),
        ("a week", [(1, "week")]),
        ("an hour", [(1, "hour")]),
        ("36 hours", [(36, "hour")]),
        ("36h", [(36, "hour")]),
        ("90 mins", [(90, "minute")]),
        ("2.5 hours", [(2, "hour"), (30, "minute")]),
        ("1 year and 2 months", [(1, "year"), (2, "month")]),
        ("1 year, 2 months", [(1, "year"), (2, "month")]),
        ("an hour and a half", [(1, "hour"), (30, "minute")]),
        ("two and a half years", [(2, "year"), (6, "month")]),
        ("half an hour", [(30, "minute")]),
        ("half a year", [(6, "month")]),
        ("1.5 years", [(1, "year"), (6, "month")]),
        ("３日間", [(3, "day")]),
        ("2週間", [(2, "week")]),
        ("1か月", [(1, "month")]),
        ("1ヶ月", [(1, "month")]),
        ("１カ月間", [(1, "month")]),
        ("三年", [(3, "year")]),
        ("1年2か月", [(1, "year"), (2, "month")]),
        ("一時間半", [(1, "hour"), (30, "minute")]),
        ("3時間30分", [(3, "hour"), (30, "minute")]),
        ("半年", [(6, "month")]),
        ("25年4月", None),
        ("2.5 minutes", [(2, "minute"), (30, "second")]),
        ("2.25 hours", [("2.25", "hour")]),
        ("three and a half hours", [(3, "hour"), (30, "minute")]),
        ("2.5 hours and a half", None),
        ("a week and a half", None),
        ("1.5 days", None),
        ("3 business days", None),
        ("3営業日", None),
        ("2-3 days", None),
        ("2〜3日間", None),
        ("3日", None),  # the third of the month?
        ("11月3日", None),
        ("3月", None),
        ("3時", None),
        ("令和8年", None),
        ("2026年", None),
        ("3年生", None),
        ("twice a week", None),
        ("a second", None),
        ("half a month", None),
        ("three quarters of an hour", None),
    ],
)
def test_durations(written: str, parts: list[tuple[int | str, str]] | None) -> None:
    expected = None if parts is None else tuple((Decimal(amount), unit) for amount, unit in parts)
    assert value(Sort.LENGTH, "waiting: #", f"Waiting: {written}") == expected
    assert value(Sort.LENGTH, "期間は#", f"期間は{written}") == expected


@pytest.mark.parametrize(
    ("pattern", "text", "amount"),
    [
        ("# ago", "I bought it 3 days ago", (3, "day")),
        ("# days ago", "I bought it 3 days ago", (3, "day")),
        ("# days ago", "I bought it two weeks ago", (2, "week")),
        ("#前", "3日前に買いました", (3, "day")),
        ("#以内", "３日以内にお願いします", (3, "day")),
        ("#日前", "3日前に買いました", (3, "day")),
        ("for #", "for 5 hours a day", (5, "hour")),
        ("#", "来月2週間泊まります", (2, "week")),
    ],
)
def test_durations_beside_words(pattern: str, text: str, amount: tuple[int, str]) -> None:
    assert value(Sort.LENGTH, pattern, text) == ((Decimal(amount[0]), amount[1]),)
