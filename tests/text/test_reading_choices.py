"""The words of a choice in texts, and texts that say that something is not so."""

from __future__ import annotations

import pytest
from tests.text.reading_of import readings

from kotowari.text.reading.sorts import Sort

TIERS = {"three-star": ("three-star", "三つ星"), "c-plus": ("c-plus", "C++ (the language)…"), "新": ("新", "新規")}


@pytest.mark.parametrize(
    ("pattern", "text", "read"),
    [
        ("on the # plan", "I am on the Pro plan", [("Pro", "pro")]),
        ("on the # plan", "We're on the FREE plan now", [("FREE", "free")]),
        ("on #", "I am on the Pro plan", []),  # the article is not part of the name
        ("on (the|a) #", "I am on the Pro plan", [("Pro plan", "pro")]),
        ("on the # plan", "on the professional plan", []),
        ("on the # plan", "on the enterprise plan", []),
        ("#プラン", "無料プランです", [("無料", "free")]),
        ("#プラン", "プロプランです", [("プロ", "pro")]),
        ("契約は#", "契約はプロプランです", [("プロプラン", "pro")]),
        ("from # to", "from free to pro", [("free", "free")]),
        ("on the # plan", "I'm not on the free plan", []),
        ("on the # plan", "I am no longer on the free plan but on the pro plan", [("pro", "pro")]),
        ("#プラン", "無料プランではありません", []),
        ("#プラン", "無料プランではなく、プロプランです", [("プロ", "pro")]),
        ("#プラン", "無料プラン以外", []),
        ("#プラン", "プロプランは使っていません", []),
        ("#プラン", "プロプランには加入していません", []),
        ("#プラン", "プロプランはまだ契約してないです", []),
        ("#プラン", "プロプランに入っていないのに請求が来ました", []),
        ("#プラン", "プロプランは使っておらず、無料プランです", [("無料", "free")]),
        ("#プラン", "プロプランが使えません", [("プロ", "pro")]),
        ("#プラン", "プロプランを使っているのに、出力できません", [("プロ", "pro")]),
        ("# plan", "I'm not using the pro plan", []),
        ("# plan", "We don't have the pro plan", []),
        ("# plan", "I have never been on the pro plan", []),
        ("# plan", "We aren't subscribed to the pro plan yet", []),
        ("# plan", "The pro plan is not what we have", []),
        ("# plan", "The pro plan isn't ours", []),
        ("# plan", "I can't use the pro plan", [("pro", "pro")]),
        ("# plan", "The pro plan is not working", [("pro", "pro")]),
    ],
)
def test_choices(pattern: str, text: str, read: list[tuple[str, str]]) -> None:
    assert readings(Sort.CHOICE, pattern, text) == read


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("a three-star hotel", "three-star"),
        ("a three star hotel", "three-star"),
        ("a 三つ星 hotel", "three-star"),
        ("a C++ (the language) hotel", "c-plus"),
        ("a 新規 hotel", "新"),
    ],
)
def test_names_are_taken_as_they_are(text: str, tier: str) -> None:
    assert [choice for _, choice in readings(Sort.CHOICE, "a # hotel", text, names=TIERS)] == [tier]


@pytest.mark.parametrize(
    ("sort", "pattern", "text", "count"),
    [
        (Sort.PERCENT, "# off", "between 10% and 20% off", 2),
        (Sort.PERCENT, "# off", "10% to 20% off", 2),
        (Sort.PERCENT, "discount of #", "a discount of 10% or 20%", 2),
        (Sort.PERCENT, "discount of #", "a discount of 10%, 20 people", 1),
        (Sort.MONEY, "budget of #", "a budget of $50 to $60", 0),
        (Sort.MONEY, "budget of #", "a budget of $50 - $60", 0),
        (Sort.MONEY, "予算は#", "予算は50ドル〜60ドルです", 2),
        (Sort.MONEY, "予算は#", "予算は50ドルから60ドルです", 2),
        (Sort.MONEY, "予算は#", "予算は50ドル、3人です", 1),
        (Sort.NUMBER, "stay of # nights", "a stay of 3 nights or 4 nights", 2),
        (Sort.LENGTH, "for #", "for 3 days to 2 weeks", 2),
    ],
)
def test_both_ends_of_a_range_are_told(sort: Sort, pattern: str, text: str, count: int) -> None:
    assert len(readings(sort, pattern, text)) == count


@pytest.mark.parametrize(
    ("pattern", "text", "numbers"),
    [
        ("#%", "I do not want 10% off, I want 20%", [20]),
        ("#%", "not 10% but 20%", [20]),
        ("no more than #%", "no more than 20%", [20]),
        ("#%", "20% instead of 10%", [20]),
        ("#%", "10%ではなく20%でお願いします", [20]),
        ("#%", "10%は不要です", []),
    ],
)
def test_what_is_denied_is_not_read(pattern: str, text: str, numbers: list[int]) -> None:
    assert [number for _, number in readings(Sort.PERCENT, pattern, text)] == numbers
