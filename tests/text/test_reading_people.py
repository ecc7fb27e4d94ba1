"""How many people a text speaks of, in Japanese."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.text.reading_of import TODAY, finder, readings

from kotowari.text.reading.sorts import Sort


@pytest.mark.parametrize(
    ("pattern", "text", "read"),
    [
        ("#人", "ひとりで行きます", [("ひとり", 1)]),
        ("#人", "ふたりです", [("ふたり", 2)]),
        ("#名", "ふたりです", [("ふたり", 2)]),
        ("#人", "おひとり様での参加です", [("ひとり", 1)]),
        ("#人", "お一人様です", [("一", 1)]),
        ("#名", "お一人様です", [("一人", 1)]),
        ("#名", "お２人様です", [("２人", 2)]),
        ("#人", "3名様でお願いします", [("3名", 3)]),
        ("#名", "3名様でお願いします", [("3", 3)]),
        ("大人#名", "大人2人、子供1人", [("2人", 2)]),
        ("大人#人", "大人ふたりと子供ひとり", [("ふたり", 2)]),
        ("大人#人", "大人2人、子供1人", [("2", 2)]),
        ("子供#人", "大人2人、子供1人", [("1", 1)]),
        ("#人", "大人2人、子供1人", [("2", 2), ("1", 1)]),  # two kinds of people: the fact is not known
        ("#人分", "ふたり分ください", [("ふたり", 2)]),
    ],
)
def test_people(pattern: str, text: str, read: list[tuple[str, int]]) -> None:
    assert readings(Sort.NUMBER, pattern, text) == [(words, Decimal(number)) for words, number in read]


@pytest.mark.parametrize(
    "text",
    [
        "ひとりあたり1万円",
        "おひとり様1万円",
        "ふたりずつ",
        "ひとりでに消えました",
        "ひとりひとりに",
        "一人ひとりに",
        "もうひとり増えます",
        "もう一人増えます",
        "あと1名増えます",
        "ひとりっ子です",
        "ひとりかふたりです",
        "2、3人",
        "3人目",
        "二人前",
        "名前は三名木です",
        "ふたりめ",
    ],
)
def test_what_counts_no_people(text: str) -> None:
    found = [each for pattern in ("#人", "#名") for each in readings(Sort.NUMBER, pattern, text)]
    assert found == [] or len({number for _, number in found}) > 1


def test_several_patterns_of_a_fact_find_one_value_for_one_place() -> None:
    found = finder(Sort.NUMBER, "大人#名", "#名", "#人").find("大人2名で伺います", TODAY)
    assert [(each.text, each.value) for each in found] == [("2名", Decimal(2))]
