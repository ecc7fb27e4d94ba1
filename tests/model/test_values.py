"""Reading values, showing them, and writing them so that they can be read again."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, localcontext
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.values import ValueProblem, decision_value, encodable, read_value, show_value, to_json

FLAG = FactType(Kind.FLAG)
PLAN = FactType(Kind.ONE_OF, choices=("free", "pro", "enterprise"))
TAGS = FactType(Kind.ANY_OF, choices=("beta", "partner", "予約"))
WHOLE = FactType(Kind.WHOLE)
NUMBER = FactType(Kind.NUMBER)
USD = FactType(Kind.MONEY, currency="USD")
PERCENT = FactType(Kind.PERCENT)
DURATION = FactType(Kind.DURATION)
DATE = FactType(Kind.DATE)
TIME = FactType(Kind.TIME)
TEXT = FactType(Kind.TEXT)
TOKYO = timezone(timedelta(hours=9))


def read(fact_type: FactType, raw: object) -> Value:
    return read_value(fact_type, raw, offset=TOKYO)


def problem(fact_type: FactType, raw: object) -> ValueProblem:
    with pytest.raises(ValueProblem) as caught:
        read(fact_type, raw)
    return caught.value


@pytest.mark.parametrize(
    ("fact_type", "raw", "value"),
    [
        (FLAG, True, True),
        (FLAG, "Yes", True),
        (FLAG, " FALSE ", False),
        (FLAG, "ｎｏ", False),
        (PLAN, "pro", "pro"),
        (PLAN, " pro ", "pro"),
        (TAGS, ["beta", "beta", "予約"], frozenset({"beta", "予約"})),
        (TAGS, "beta, partner", frozenset({"beta", "partner"})),
        (TAGS, "beta、予約", frozenset({"beta", "予約"})),
        (TAGS, "", frozenset[str]()),
        (TAGS, (), frozenset[str]()),
        (TAGS, {"partner"}, frozenset({"partner"})),
        (WHOLE, 12, Decimal(12)),
        (WHOLE, 2.0, Decimal(2)),
        (WHOLE, Decimal("2E+3"), Decimal(2000)),
        (WHOLE, "5,000", Decimal(5000)),
        (WHOLE, "5_000_000", Decimal(5_000_000)),
        (WHOLE, "−3", Decimal(-3)),
        (NUMBER, 0.1, Decimal("0.1")),
        (NUMBER, -0.0, Decimal(0)),
        (NUMBER, "１，２３４．５", Decimal("1234.5")),
        (NUMBER, Decimal("9" * 34), Decimal("9" * 34)),
        (NUMBER, Decimal("1E-34"), Decimal("1E-34")),
        (USD, "5000 USD", Decimal(5000)),
        (USD, "USD 5,000.50", Decimal("5000.5")),
        (USD, "-90usd", Decimal(-90)),
        (USD, "５０００ ＵＳＤ", Decimal(5000)),
        (PERCENT, 5, Decimal(5)),
        (PERCENT, "5", Decimal(5)),
        (PERCENT, "5 %", Decimal(5)),
        (PERCENT, "12.5％", Decimal("12.5")),
        (DURATION, "P30D", Duration(days=30)),
        (DURATION, "PT4H", Duration(seconds=Decimal(14400))),
        (DURATION, "P1Y2M10DT2H30M", Duration(14, 10, Decimal(9000))),
        (DURATION, "P2W", Duration(days=14)),
        (DURATION, "PT0.5S", Duration(seconds=Decimal("0.5"))),
        (DURATION, "3 days", Duration(days=3)),
        (DURATION, "1 day 12 hours", Duration(days=1, seconds=Decimal(43200))),
        (DURATION, "1 year, 2 months, and 1.5 hours", Duration(months=14, seconds=Decimal(5400))),
        (DURATION, "90 Minutes", Duration(seconds=Decimal(5400))),
        (DURATION, "３日", Duration(days=3)),
        (DURATION, "1年2か月", Duration(months=14)),
        (DURATION, "2週間", Duration(days=14)),
        (DURATION, "1日12時間30分", Duration(days=1, seconds=Decimal(45000))),
        (DURATION, timedelta(days=2, minutes=1), Duration(days=2, seconds=Decimal(60))),
        (DURATION, Duration(months=1), Duration(months=1)),
        (DATE, "2026-04-01", date(2026, 4, 1)),
        (DATE, "２０２６-０４-０１", date(2026, 4, 1)),
        (DATE, date(2026, 4, 1), date(2026, 4, 1)),
        (DATE, "9999-12-31", date.max),
        (TIME, "2026-04-01T09:00Z", datetime(2026, 4, 1, 9, tzinfo=UTC)),
        (TIME, "2026-04-01 09:00:30.25 +0530", datetime(2026, 4, 1, 3, 30, 30, 250_000, tzinfo=UTC)),
        (TIME, "2026-04-01t09:00:00.123456789z", datetime(2026, 4, 1, 9, 0, 0, 123_456, tzinfo=UTC)),
        (TIME, "2026-04-01T09:00", datetime(2026, 4, 1, 0, tzinfo=UTC)),
        (TIME, datetime(2026, 4, 1, 9), datetime(2026, 4, 1, 0, tzinfo=UTC)),  # noqa: DTZ001 - what is tested
        (TIME, "9999-12-31T23:59:59Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (TEXT, "none", "none"),
        (TEXT, "", ""),
        (TEXT, "a\x00b\ud800c", "a\x00b\ufffdc"),
    ],
)
def test_what_a_fact_takes(fact_type: FactType, raw: object, value: Value) -> None:
    assert read(fact_type, raw) == value


@pytest.mark.parametrize(
    ("fact_type", "raw", "shown"),
    [
        (FLAG, "on", "on"),
        (FLAG, 1, "1"),
        (PLAN, True, "true"),
        (PLAN, "", ""),
        (PLAN, ["pro"], "a list"),
        (PLAN, {"pro": 1}, "an object"),
        (TAGS, "beta,,partner", ""),
        (TAGS, 5, "5"),
        (TAGS, [["beta"]], "a list"),
        (WHOLE, True, "true"),
        (WHOLE, 2.5, "2.5"),
        (WHOLE, "1,00", "1,00"),
        (WHOLE, "1,000_000", "1,000_000"),
        (WHOLE, "1e3", "1e3"),
        (WHOLE, "", ""),
        (NUMBER, math.nan, "nan"),
        (NUMBER, math.inf, "inf"),
        (NUMBER, Decimal("sNaN"), "sNaN"),
        (NUMBER, "５²", "５²"),
        (NUMBER, "½", "½"),
        (NUMBER, "٣", "٣"),
        (NUMBER, "NaN", "NaN"),
        (USD, "$5000", "$5000"),
        (USD, True, "true"),
        (USD, "USD", "USD"),
        (USD, "USD 5 USD", "USD 5 USD"),
        (PERCENT, "5%%", "5%%"),
        (PERCENT, "%", "%"),
        (DURATION, 3, "3"),
        (DURATION, "P", "P"),
        (DURATION, "PT", "PT"),
        (DURATION, "P1DT", "P1DT"),
        (DURATION, "-P1D", "-P1D"),
        (DURATION, "P0.5D", "P0.5D"),
        (DURATION, "1.5 days", "1.5 days"),
        (DURATION, "1 day 2 days", "1 day 2 days"),
        (DURATION, "3 daysx", "3 daysx"),
        (DURATION, "3 days and", "3 days and"),
        (DURATION, "-3 days", "-3 days"),
        (DURATION, "", ""),
        (DURATION, timedelta(days=-1), "a Python timedelta"),
        (DURATION, Duration(days=10**13), "a Python Duration"),
        (DURATION, Duration(seconds=Decimal("NaN")), "a Python Duration"),
        (DATE, "2026-02-30", "2026-02-30"),
        (DATE, "2026/04/01", "2026/04/01"),
        (DATE, "20260401", "20260401"),
        (DATE, "0000-01-01", "0000-01-01"),
        (DATE, 20260401, "20260401"),
        (TIME, "2026-04-01T24:00Z", "2026-04-01T24:00Z"),
        (TIME, "2026-04-01T09:00+24:00", "2026-04-01T09:00+24:00"),
        (TIME, "2026-04-01T09:00+09:60", "2026-04-01T09:00+09:60"),
        (TIME, "2026-04-01T09:00.5Z", "2026-04-01T09:00.5Z"),
        (TIME, "0001-01-01T00:00+09:00", "0001-01-01T00:00+09:00"),
        (TIME, "9999-12-31T23:00-02:00", "9999-12-31T23:00-02:00"),
        (TIME, "0001-01-01T00:00", "0001-01-01T00:00"),
        (TIME, 1_775_000_000, "1775000000"),
        (TEXT, 1042, "1042"),
        (TEXT, None, "none"),
        (TEXT, object(), "a Python object"),
        (PLAN, "none", "none"),
    ],
)
def test_what_a_fact_does_not_take(fact_type: FactType, raw: object, shown: str) -> None:
    assert problem(fact_type, raw).given == shown


@pytest.mark.parametrize(
    ("fact_type", "raw", "takes"),
    [
        (FLAG, "maybe", "yes or no"),
        (PLAN, "gold", "one of `free`, `pro`, `enterprise`"),
        (TAGS, 5, "any of `beta`, `partner`, `予約`"),
        (FactType(Kind.WHOLE, low=Decimal(1)), 0, "a whole number from 1"),
        (FactType(Kind.NUMBER, low=Decimal("0.5"), high=Decimal(5)), 6, "a number from 0.5 to 5"),
        (USD, 5000, "money with its currency, such as `5000 USD`"),
        (USD, "5,000", "money with its currency, such as `5000 USD`"),
        (USD, "5000 EUR", "money in USD, such as `90 USD`, and no EUR"),
        (FactType(Kind.MONEY, currency="JPY", low=Decimal(100)), "x", "money in JPY from 100 JPY, such as `100 JPY`"),
        (FactType(Kind.PERCENT, high=Decimal(3)), 4, "a percentage to 3, such as `3%`"),
        (DURATION, "soon", "a duration, such as `3 days` or `P3D`"),
        (DATE, "tomorrow", "a date, such as `2026-04-01`"),
        (DATE, "2026-04-01T00:00Z", "a date without a time, such as `2026-04-01`"),
        (DATE, datetime(2026, 4, 1, tzinfo=UTC), "a date without a time, such as `2026-04-01`"),
        (TIME, "noon", "a time, such as `2026-04-01T09:00:00Z`"),
        (TIME, "2026-05-02", "a time, such as `2026-05-02T00:00` for the midnight when that day begins"),
        (TIME, date(2026, 5, 2), "a time, such as `2026-05-02T00:00` for the midnight when that day begins"),
        (TEXT, 5, "text"),
        (FactType(Kind.DATE, or_none=True), "x", "a date, such as `2026-04-01`, or none"),
        (NUMBER, 10**34, "a number, of at most 34 digits"),
        (NUMBER, "9" * 35, "a number, of at most 34 digits"),
        (NUMBER, Decimal("1E-35"), "a number, of at most 34 digits"),
        (NUMBER, Decimal("1E+999999"), "a number, of at most 34 digits"),
        (NUMBER, Decimal("1E-9999999"), "a number, of at most 34 digits"),
        (USD, f"{'9' * 35} USD", "money in USD, such as `90 USD`, of at most 34 digits"),
    ],
)
def test_a_problem_says_what_the_fact_takes(fact_type: FactType, raw: object, takes: str) -> None:
    assert problem(fact_type, raw).takes == takes


def test_numbers_that_python_would_not_even_show_are_problems() -> None:
    assert problem(NUMBER, 10**100_000).takes == "a number, of at most 34 digits"
    assert problem(NUMBER, "9" * 100_000).takes == "a number, of at most 34 digits"
    assert problem(NUMBER, Decimal(10) ** 100_000).takes == "a number, of at most 34 digits"


def test_a_problem_names_the_nearest_choice() -> None:
    assert problem(PLAN, "entreprise").nearest == "enterprise"
    assert problem(TAGS, ["beta", "partnr"]).nearest == "partner"
    assert problem(PLAN, "zzzzzz").nearest is None
    assert str(problem(PLAN, "Pro")) == "it takes one of `free`, `pro`, `enterprise`, not `Pro`; did you mean `pro`?"


def test_a_problem_is_short_and_safe_whatever_was_given() -> None:
    long = problem(PLAN, "\x1b[31m\ud800\u202e" + "x" * 1000)
    assert len(long.given) == 60
    assert long.given.startswith("\ufffd[31m\ufffd\ufffdx")
    assert problem(WHOLE, 10**5000).given == "a number of very many digits"
    many = FactType(Kind.ONE_OF, choices=tuple(f"choice-{number}" for number in range(200)))
    assert problem(many, "x").takes.endswith("`choice-9` and 190 more")


def test_a_choice_is_the_same_in_every_form_of_its_characters() -> None:
    assert read(FactType(Kind.ONE_OF, choices=("カフェが",)), "カフェか\u3099") == "カフェが"


def test_the_member_of_a_set_that_is_named_does_not_depend_on_the_order_of_the_set() -> None:
    assert {problem(TAGS, {f"x{number}" for number in range(50)} | {"a"}).given} == {"a"}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.TEXT])
def test_none_is_a_value_where_the_fact_may_have_none(kind: Kind) -> None:
    choices = ("free",) if kind in {Kind.ONE_OF, Kind.ANY_OF} else ()
    without = FactType(kind, choices=choices, currency="USD" if kind is Kind.MONEY else None)
    optional = FactType(kind, choices=choices, currency=without.currency, or_none=True)
    assert read(optional, None) is None
    assert read(optional, " None ") is None
    assert problem(without, None).given == "none"
    assert problem(without, "none").given == "none"


def test_the_word_none_as_text_is_text() -> None:
    optional = FactType(Kind.TEXT, or_none=True)
    assert read(optional, "none") == "none"
    assert read(optional, None) is None


@pytest.mark.parametrize(
    ("fact_type", "inside", "outside"),
    [
        (FactType(Kind.WHOLE, low=Decimal(1)), "1", "0"),
        (FactType(Kind.MONEY, currency="USD", high=Decimal(100)), "100.00 USD", "100.01 USD"),
        (FactType(Kind.DURATION, high=Duration(days=30)), "P30D", "P1M"),
        (FactType(Kind.DATE, low=date(2026, 1, 1)), "2026-01-01", "2025-12-31"),
        (FactType(Kind.TIME, high=datetime(2026, 1, 1, tzinfo=UTC)), "2026-01-01T09:00", "2026-01-01T09:01"),
    ],
)
def test_bounds_are_included(fact_type: FactType, inside: str, outside: str) -> None:
    assert read(fact_type, inside) is not None
    assert problem(fact_type, outside).given == outside


def test_none_has_no_bounds() -> None:
    assert read(FactType(Kind.WHOLE, low=Decimal(1), or_none=True), None) is None


def test_a_time_keeps_the_offset_it_was_given_in_and_no_zone() -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    value = read(TIME, summer)
    assert isinstance(value, datetime)
    assert value.tzinfo == timezone(timedelta(hours=2))
    assert show_value(TIME, read(TIME, "2026-04-01T09:00:00-03:30")) == "2026-04-01T09:00:00-03:30"
    assert show_value(TIME, read(TIME, "2026-04-01T09:00")) == "2026-04-01T09:00:00+09:00"


@pytest.mark.parametrize(
    ("fact_type", "value", "shown", "data"),
    [
        (FLAG, True, "yes", True),
        (PLAN, "pro", "pro", "pro"),
        (TAGS, frozenset({"予約", "beta"}), "beta, 予約", ["beta", "予約"]),
        (TAGS, frozenset[str](), "", []),
        (WHOLE, Decimal("2E+3"), "2000", 2000),
        (NUMBER, Decimal("2.50"), "2.5", "2.5"),
        (NUMBER, Decimal("-0"), "0", 0),
        (NUMBER, Decimal(2**53 - 1), "9007199254740991", 9007199254740991),
        (NUMBER, Decimal(2**53), "9007199254740992", "9007199254740992"),
        (PERCENT, Decimal(10), "10", 10),
        (USD, Decimal("5000.00"), "5000 USD", "5000 USD"),
        (DURATION, Duration(14, 10, Decimal("9000.5")), "P1Y2M10DT2H30M0.5S", "P1Y2M10DT2H30M0.5S"),
        (DURATION, Duration(), "PT0S", "PT0S"),
        (DURATION, Duration(seconds=Decimal(129_600)), "PT36H", "PT36H"),
        (DURATION, Duration(-14, 0, Decimal(-90)), "P-1Y-2MT-1M-30S", "P-1Y-2MT-1M-30S"),
        (DATE, date(33, 4, 1), "0033-04-01", "0033-04-01"),
        (TIME, datetime(2026, 4, 1, 9, tzinfo=UTC), "2026-04-01T09:00:00Z", "2026-04-01T09:00:00Z"),
        (TEXT, "料金", "料金", "料金"),
        (DATE, None, "none", None),
    ],
)
def test_one_writing_for_machines(fact_type: FactType, value: Value, shown: str, data: object) -> None:
    assert show_value(fact_type, value) == shown
    assert to_json(fact_type, value) == data
    assert decision_value(fact_type, value) == (data if isinstance(value, bool | frozenset | None) else shown)


def test_no_decimal_context_around_us_changes_a_value() -> None:
    with localcontext(prec=3):
        assert show_value(USD, read(USD, "123456.789 USD")) == "123456.789 USD"
        duration = read(DURATION, "P1234567DT123456.789S")
        assert show_value(DURATION, duration) == "P1234567DT34H17M36.789S"


OFFSETS = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
DIGITS = st.tuples(st.integers(-(10**34) + 1, 10**34 - 1), st.integers(0, 34))
NUMBERS = DIGITS.map(lambda pair: Decimal(f"{pair[0]}E-{pair[1]}"))
SPANS = st.builds(
    Duration, st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**15).map(lambda n: Decimal(n).scaleb(-6))
)
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=OFFSETS)  # noqa: DTZ001 - bounds are naive
TYPED: dict[Kind, tuple[FactType, st.SearchStrategy[Value]]] = {
    Kind.FLAG: (FLAG, st.booleans()),
    Kind.ONE_OF: (PLAN, st.sampled_from(PLAN.choices)),
    Kind.ANY_OF: (TAGS, st.frozensets(st.sampled_from(TAGS.choices))),
    Kind.WHOLE: (WHOLE, st.integers(-(10**34) + 1, 10**34 - 1).map(Decimal)),
    Kind.NUMBER: (NUMBER, NUMBERS),
    Kind.MONEY: (USD, NUMBERS),
    Kind.PERCENT: (PERCENT, NUMBERS),
    Kind.DURATION: (DURATION, SPANS),
    Kind.DATE: (DATE, st.dates()),
    Kind.TIME: (TIME, MOMENTS),
    Kind.TEXT: (TEXT, st.text(st.characters(exclude_categories=["Cs"]))),
}


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_what_is_written_is_read_again(kind: Kind, data: st.DataObject) -> None:
    fact_type, values = TYPED[kind]
    value = data.draw(values)
    assert read(fact_type, show_value(fact_type, value)) == value
    replayed = read(fact_type, json.loads(json.dumps(to_json(fact_type, value))))
    assert replayed == value
    assert to_json(fact_type, replayed) == to_json(fact_type, value)
    if kind is not Kind.MONEY:
        assert read(fact_type, value) == value


def outcome(fact_type: FactType, raw: object) -> tuple[Value, ValueProblem | None]:
    try:
        return read(fact_type, raw), None
    except ValueProblem as refused:
        return None, refused


RAW = st.one_of(
    st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.text() | st.binary(),
    st.text("0123456789.,_-+ %USDPTYMWDHS:Zdaysmonth日間、"),
    st.lists(st.text()) | st.sets(st.integers()) | st.dictionaries(st.text(), st.text()),
    st.dates() | st.datetimes() | st.timedeltas(),
)


@pytest.mark.parametrize("kind", Kind)
@given(raw=RAW)
def test_anything_else_is_a_problem_and_never_an_accident(kind: Kind, raw: object) -> None:
    fact_type, _ = TYPED[kind]
    value, refused = outcome(fact_type, raw)
    if refused is None:
        assert read(fact_type, to_json(fact_type, value)) == value
    else:
        assert len(refused.given) <= 60
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", refused.given + refused.takes)


@given(st.text(st.characters()))
def test_text_without_lone_surrogates_keeps_its_length(text: str) -> None:
    kept = encodable(text)
    assert len(kept) == len(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
