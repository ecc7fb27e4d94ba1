"""Numbers in texts: what they are worth, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.text.reading_of import readings, value

from kotowari.text.reading.sorts import Sort


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3", "3"),
        ("３", "3"),
        ("1,000", "1000"),
        ("1、000", "1000"),
        ("１，２３４，５６７．５", "1234567.5"),
        ("12.5", "12.5"),
        ("0.125", "0.125"),
        ("50k", "50000"),
        ("2 million", "2000000"),
        ("1.5 thousand", "1500"),
        ("3 dozen", "36"),
        ("three", "3"),
        ("Twenty-three", "23"),
        ("twenty three", "23"),
        ("a hundred", "100"),
        ("a hundred and five", "105"),
        ("two thousand five hundred", "2500"),
        ("twelve hundred", "1200"),
        ("one hundred twenty-three thousand, four hundred and five", "123405"),
        ("three million", "3000000"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("zero", "0"),
        ("三", "3"),
        ("十", "10"),
        ("二十三", "23"),
        ("三百五", "305"),
        ("一万五千", "15000"),
        ("二十三万四千五百六十七", "234567"),
        ("二〇二六", "2026"),
        ("3万5千", "35000"),
        ("1.5万", "15000"),
        ("1万5,000", "15000"),
        ("１億２０００万", "120000000"),
        ("5千", "5000"),
    ],
)
def test_what_a_number_is_worth(written: str, number: str) -> None:
    assert value(Sort.NUMBER, "count: #", f"Count: {written}.") == Decimal(number)
    assert value(Sort.NUMBER, "#個", f"全部で{written}個です") == Decimal(number)


@pytest.mark.parametrize(("text", "number"), [("rating: -5", "-5"), ("rating: +5", "5"), ("rating: −0.5", "-0.5")])
def test_signs(text: str, number: str) -> None:
    assert value(Sort.NUMBER, "rating: #", text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "order A-1234 seats",  # an id
        "#1234 seats",
        "No. 5 seats",
        "007 seats",
        "v1.5 seats",  # versions
        "1.2.3 seats",
        "call 03-1234-5678 seats",  # a phone number
        "2026-11-22 seats",  # a date
        "10:30 seats",
        "1/2 seats",
        "1.234,56 seats",  # two ways to write numbers
        "1.234 seats",
        "1,2345 seats",
        "1 000 seats",
        "3rd seats",
        "2 or 3 seats",  # one of two
        "two or three seats",
        "2-3 seats",
        "2–3 seats",
        "2 to 3 seats",
        "one two seats",
        "twenty twenty-six seats",
        "x-5 seats",
        "someone seats",
        "many seats",
        "half a million seats",
        "half a dozen seats",
        "1'200 seats",
        "5m seats",
        "1" * 200 + " seats",
    ],
)
def test_what_is_no_number_in_english(text: str) -> None:
    assert readings(Sort.NUMBER, "# seats", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2〜3人",
        "2、3人",
        "二、三人",
        "二三人",
        "3か4人",
        "3人か4人かではなく、第3人",
        "数十人",
        "何十人",
        "10数人",
        "十数人",
        "三分の一人",
        "2万5人",
        "同一人物",
        "１人あたり２万円",
        "1人2万円",
        "1人、1泊1万円",
        "1人いくらですか",
        "3人目",
        "2人ずつ",
        "万人",
        "人",
    ],
)
def test_what_is_no_number_in_japanese(text: str) -> None:
    found = readings(Sort.NUMBER, "#人", text)
    assert found == [] or len({number for _, number in found}) > 1


def test_the_end_of_a_date_is_no_range() -> None:
    assert value(Sort.NUMBER, "#泊", "12/24から2泊") == 2
    assert value(Sort.NUMBER, "#泊", "１２月２４日から、２泊") == 2


@pytest.mark.parametrize(
    ("pattern", "text", "read"),
    [
        ("# nights", "a stay of 3 nights", [("3", 3)]),
        ("# nights", "a 3-night stay", [("3", 3)]),
        ("# nights", "3nights", [("3", 3)]),
        ("#泊", "２人で３泊したいです", [("３", 3)]),
        ("#人", "２人で３泊したいです", [("２", 2)]),
        ("#人", "大人四人で", [("四", 4)]),
        ("#泊", "三泊四日です", [("三", 3)]),
        ("#人", "１泊１人２００００円です", []),
        ("party of #", "a party of twelve, please", [("twelve", 12)]),
        ("party of #", "a party of 12%", []),
        ("party of #", "a party of 12€", []),
        ("#% off", "15% off", [("15", 15)]),
        ("# off", "15% off", []),
        ("# off", "$5 off", []),
        ("for ... # nights", "for the whole family 3 nights", [("3", 3)]),
        ("# ... nights", "2 rooms for 3 nights", [("3", 3)]),
        ("nights: #", "Nights: 3, people: 4", [("3", 3)]),
    ],
)
def test_where_a_pattern_has_its_number(pattern: str, text: str, read: list[tuple[str, int]]) -> None:
    assert readings(Sort.NUMBER, pattern, text) == [(words, Decimal(number)) for words, number in read]


def test_every_place_is_told() -> None:
    found = readings(Sort.NUMBER, "# nights", "3 nights, yes, three nights. Or 4 nights.")
    assert found == [("3", 3), ("three", 3), ("4", 4)]
