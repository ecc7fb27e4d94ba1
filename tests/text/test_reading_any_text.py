"""Whatever a text is, reading values from it never fails, always ends in time, and tells places that are true."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.text.reading_of import PLANS, TODAY

from kotowari.text.patterns.pattern import Pattern, PatternError
from kotowari.text.reading.finder import MOST_PLACES, ValueFinder
from kotowari.text.reading.molds import Wanted, parted
from kotowari.text.reading.sorts import Sort

PATTERNS = {
    Sort.NUMBER: ("#", "# nights", "#泊", "for ... #", "# ... people"),
    Sort.PERCENT: ("#", "#% off", "#割引", "up to #"),
    Sort.MONEY: ("#", "$#", "#円", "budget ... #"),
    Sort.DATE: ("#", "on #", "#に"),
    Sort.LENGTH: ("#", "# ago", "#前", "for #", "# days"),
    Sort.CHOICE: ("#", "on the # plan", "#プラン"),
}
EVERYTHING = ValueFinder(
    Wanted(sort.value, sort, tuple(map(Pattern, patterns)), "USD", PLANS if sort is Sort.CHOICE else {})
    for sort, patterns in PATTERNS.items()
)
_PIECES = """
3 1,000 1.5 ３ 三 二十 5万 twenty three hundred a an half and - -- 〜 、 , . : / % ％ $ US$ ¥ 円 € USD 割 分 nights 泊
人 目 off 割引 budget for up to on ago 前 days week 週間 か月 半年 時間 2026-11-22 22 Nov 2026 年 11月 22日 令和 today
昨日 来週の 水曜 来月の 10日 (木) Thursday December next to until から 以上 ほど ずつ each another 札 €1.200,50 末日
the pro plan プロ プラン not ではない \ud800 \u0301 \u3099 ﷺ \x00 \u200b
"""
PIECES = st.lists(st.sampled_from([*_PIECES.split(), " ", "\n"]), max_size=30)
texts = st.one_of(st.text(max_size=60), PIECES.map(" ".join), PIECES.map("".join))
days = st.dates()


@given(texts, days)
@settings(max_examples=300)
def test_any_text_is_read(text: str, today: date) -> None:
    found = EVERYTHING.find(text, today)
    assert list(found) == sorted(found, key=lambda each: (each.start, each.end, each.fact, str(each.value)))
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text


@given(texts)
def test_what_is_known_is_not_looked_for(text: str) -> None:
    known = frozenset({Sort.NUMBER.value, Sort.DATE.value})
    rest = tuple(each for each in EVERYTHING.find(text, TODAY) if each.fact not in known)
    assert EVERYTHING.find(text, TODAY, known) == rest


@given(
    st.lists(
        st.sampled_from(["3 nights", "15% off", "$50", "2026-11-22", "3日前", "プロプラン", "1,000円"]), max_size=5
    )
)
def test_full_width_and_half_width_read_alike(pieces: list[str]) -> None:
    text = "。".join(pieces)
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)
    assert [each.value for each in EVERYTHING.find(wide, TODAY)] == [
        each.value for each in EVERYTHING.find(text, TODAY)
    ]
    composed = unicodedata.normalize("NFD", text)
    assert [each.value for each in EVERYTHING.find(composed, TODAY)] == [
        each.value for each in EVERYTHING.find(text, TODAY)
    ]


def refused(pattern: Pattern) -> PatternError | None:
    try:
        parted(pattern)
    except PatternError as error:
        return error
    return None


@given(st.text(alphabet="ab #%$円泊割(|)*.\\/…＃ 3", max_size=20), st.sampled_from(list(Sort)))
def test_any_pattern_is_taken_or_refused(written: str, sort: Sort) -> None:
    pattern = Pattern(written)
    problem = refused(pattern)
    if problem is not None:
        assert 0 <= problem.start <= problem.end <= len(written)
        return
    found = ValueFinder([Wanted("fact", sort, (pattern,), "JPY", PLANS)]).find("3 泊 15% 割引 $3 三円 ab pro", TODAY)
    assert all(each.fact == "fact" for each in found)


@given(st.text(max_size=120))
@example("_")
@example("ʹ")
def test_any_name_of_a_choice_is_taken(name: str) -> None:
    names = {"one": (name,), "other": ("other",)}
    finder = ValueFinder([Wanted("fact", Sort.CHOICE, (Pattern("on # plan"),), "", names)])
    assert [each.value for each in finder.find("on other plan", TODAY)][:1] in (["other"], ["one"])


# --- cost -------------------------------------------------------------------------------------------------------------


@contextmanager
def counted() -> Generator[list[int]]:
    """Counts the calls of functions of the package."""
    calls = [0]

    def profile(frame: FrameType, event: str, _: object) -> None:
        calls[0] += event == "call" and "kotowari" in frame.f_code.co_filename

    sys.setprofile(profile)
    try:
        yield calls
    finally:
        sys.setprofile(None)


_FLOODS = (
    "1", "1 ", "1,", "1,000", "一", "十万", "one ", "hundred and ", "$", "$1 ", "1%", "1円", "for ", "budget ",
    "budget 1 ", "a week ", "半年", "2026-11-22 ", "22 Nov ", "2026年", "yesterday", "pro ", "on the ", "プロプラン",
    "1日間と", "1 day, ", " and a half", "not ", "3〜", "3か", "#", "10日から", "12月10日(木)〜", "10人以上",
    "2026-12-10 to ", "来週の水曜か", "Thu 10 Dec or ", "between $3 and ", "3円 ", "約", "1,1",
)  # fmt: skip


@pytest.mark.parametrize("piece", _FLOODS)
def test_the_cost_grows_with_the_length_alone(piece: str) -> None:
    costs: list[int] = []
    for length in (1_500, 3_000):
        text = piece * (length // len(piece))
        EVERYTHING.find(text, TODAY)
        with counted() as calls:
            EVERYTHING.find(text, TODAY)
        costs.append(calls[0])
    assert costs[1] < 2.5 * costs[0] + 1_000


def test_the_first_thousand_places_of_a_fact_are_told() -> None:
    finder = ValueFinder([Wanted("fact", Sort.NUMBER, (Pattern("# nights"),))])
    found = finder.find("3 nights. " * 3_000, TODAY)
    assert len(found) == MOST_PLACES
    assert found[-1].start == 9_990
