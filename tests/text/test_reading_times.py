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
        ("12月10日(木)", "2026-12-10"),  # the nearest one
        ("12月10日（木・祝）", "2026-12-10"),
        ("十二月十日 木曜日", "2026-12-10"),
        ("１２／１０（木）", "2026-12-10"),
        ("11月10日(火)", "2026-11-10"),
        ("1月15日(金)", "2027-01-15"),
        ("Thu 10 Dec", "2026-12-10"),
        ("Thursday, December 10", "2026-12-10"),
        ("Thursday the 10th of December", "2026-12-10"),
        ("the 10th of December (Thursday)", "2026-12-10"),
        ("Dec 10 (Thu)", "2026-12-10"),
        ("Sunday, May 9", "2027-05-09"),
        ("12月10日(金)", None),  # a Thursday
        ("12月9日(水)", "2026-12-09"),
        ("12月10日(水)", None),  # of last year
        ("6月24日(木)", None),  # of which year?
        ("2月30日(火)", None),
        ("2025年12月10日(木)", None),
        ("2025年の12月10日(木)", None),
        ("December 10 (Friday)", None),
        ("Thu 10 Dec 1997", None),
        ("Thu 10 Dec '98", None),
        ("Thursday, December 10 last year", None),
        ("12/10 (Thu)", None),  # the tenth month or the twelfth?
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


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("来週の水曜", "2026-12-02"),
        ("来週水曜日", "2026-12-02"),
        ("再来週の月曜", "2026-12-07"),
        ("さ来週の月曜", "2026-12-07"),
        ("今週の金曜日", "2026-11-27"),
        ("先週の火曜", "2026-11-17"),
        ("先々週の火曜", "2026-11-10"),
        ("Wednesday next week", "2026-12-02"),
        ("Wed of next week", "2026-12-02"),
        ("next week on Wednesday", "2026-12-02"),
        ("next week's Wednesday", "2026-12-02"),
        ("Tuesday this week", "2026-11-24"),
        ("Monday last week", "2026-11-16"),
        ("来週の日曜", None),  # in six days, or in thirteen
        ("Sunday next week", None),
        ("next Wednesday", None),  # tomorrow, or in a week
        ("水曜", None),
        ("来週", None),
        ("来週の水曜か木曜", None),
        ("Wednesday or Thursday next week", None),
        ("来週の水曜以降", None),
        ("今月末日", "2026-11-30"),
        ("今月の最終日", "2026-11-30"),
        ("来月の末日", "2026-12-31"),
        ("先月末日", "2026-10-31"),
        ("再来月末日", "2027-01-31"),
        ("the last day of this month", "2026-11-30"),
        ("the last day of next month", "2026-12-31"),
        ("来月の8日", "2026-12-08"),
        ("来月８日(火)", "2026-12-08"),
        ("来月8日(水)", None),
        ("先月の31日", "2026-10-31"),
        ("今月の31日", None),
        ("the 8th of next month", "2026-12-08"),
        ("the 31st of this month", None),
        ("来月3日間", None),
        ("来年の2月25日", "2027-02-25"),
        ("来年、２月２５日", "2027-02-25"),
        ("来年2月25日(木)", "2027-02-25"),
        ("来年2月25日(金)", None),
        ("去年の12月10日", "2025-12-10"),
        ("25 February next year", "2027-02-25"),
        ("February 25th, next year", "2027-02-25"),
        ("Wednesday, December 10 of last year", "2025-12-10"),
        ("来年2月", None),
        ("今月末", None),  # about then
        ("来月末", None),
        ("月末", None),  # this one's, or the last one's
        ("12月末", None),
        ("毎月末日", None),
    ],
)
def test_days_of_weeks_months_and_years_from_today_on(written: str, day: str | None) -> None:
    expected = None if day is None else date.fromisoformat(day)
    tuesday = date(2026, 11, 24)
    for pattern, text in (
        ("#", f"予定: {written}."),
        ("予定は#", f"予定は{written}です"),
        ("arrive on #", f"arrive on {written}"),
    ):
        assert [each.value for each in finder(Sort.DATE, pattern).find(text, tuesday)] == (
            [expected] if expected else []
        )


def test_weeks_differ_on_a_sunday() -> None:
    assert TODAY.strftime("%a") == "Sun"
    for words in ("来週の水曜", "今週の水曜", "Wednesday next week"):
        assert value(Sort.DATE, "#", words) is None


@pytest.mark.parametrize(
    ("pattern", "text", "day"),
    [
        ("#まで", "今月末までに", "2026-11-30"),
        ("#", "今月末までに", None),
        ("#で", "今月末をもって解約", None),
        ("#をもって", "今月末をもって解約", "2026-11-30"),
        ("#から", "来月3日から", "2026-12-03"),
        ("#に", "今月3日に1回", None),  # every three days
        ("#", "今月3日休みます", None),
        ("#", "On Sunday, may 3 people come?", None),
        ("from #", "from the 10th of December 2026", "2026-12-10"),
        ("#", "until Thursday, December 10", None),
        ("until #", "until Thursday, December 10", "2026-12-10"),
        ("#", "Thursday, December 10th at 18:00", "2026-12-10"),
        ("#", "Thursday, December 10, 18:00", "2026-12-10"),
        ("#", "12月10日(木)〜12日(土)", None),
        ("#から", "12月10日(木)から12日(土)まで", "2026-12-10"),
    ],
)
def test_days_from_today_on_beside_words(pattern: str, text: str, day: str | None) -> None:
    assert value(Sort.DATE, pattern, text) == (date.fromisoformat(day) if day else None)


def test_days_beyond_the_calendar_are_none() -> None:
    assert finder(Sort.DATE, "#").find("tomorrow", date.max) == ()
    assert finder(Sort.DATE, "#").find("yesterday", date.min) == ()
    for words in ("the last day of next month", "2 January next year", "Sat 1 January", "Monday next week"):
        assert finder(Sort.DATE, "#").find(words, date.max) == ()
    for words in ("the last day of last month", "2 January last year", "Sun 31 December", "Tuesday last week"):
        assert finder(Sort.DATE, "#").find(words, date.min) == ()


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
        ("3ヶ月半", [(3, "month"), (15, "day")]),
        ("三か月半", [(3, "month"), (15, "day")]),
        ("three and a half months", [(3, "month"), (15, "day")]),
        ("a month and a half", [(1, "month"), (15, "day")]),
        ("1.5 months", [(1, "month"), (15, "day")]),
        ("1年2か月半", [(1, "year"), (2, "month"), (15, "day")]),
        ("3ヶ月半額", [(3, "month")]),
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
        ("for # a day", "for 5 hours a day", (5, "hour")),
        ("#", "来月2週間泊まります", (2, "week")),
    ],
)
def test_durations_beside_words(pattern: str, text: str, amount: tuple[int, str]) -> None:
    assert value(Sort.LENGTH, pattern, text) == ((Decimal(amount[0]), amount[1]),)
