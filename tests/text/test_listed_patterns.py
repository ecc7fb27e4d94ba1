"""Lists that somebody wrote as one pattern."""

from __future__ import annotations

import pytest

from kotowari.text.authoring.listed_patterns import listed


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("返金、返品、払い戻し", ("返金", "返品", "払い戻し")),
        ("refund, return, money back", ("refund", "return", "money back")),
        ("返金，返品", ("返金", "返品")),
        ("refund; return", ("refund", "return")),
        ("返金 ､ 返品", ("返金", "返品")),
        ("返金・お支払い", ("返金", "お支払い")),
        ("返金／返品", ("返金", "返品")),
        ("(返金|払い戻し)、お金 ... 返す", ("(返金|払い戻し)", "お金 ... 返す")),
        ("返金、", ("返金",)),
        ("取り消し、なかったことに", ("取り消し", "なかったことに")),
        ("refund, return, and exchange", ("refund", "return", "and exchange")),
        ("ウイスキー、そば", ("ウイスキー", "そば")),
    ],
)
def test_a_list(text: str, parts: tuple[str, ...]) -> None:
    assert listed(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "返金",
        "money back",
        r"hello\, world",
        r"はい\、そうです",
        "1,000円",
        "(返金、返品|払い戻し)",
        "クーリング・オフ",
        "A/B test",
        "24/7",
        "カード／デビット",
        "sorry, but no",
        "no, thanks",
        "if not, please refund",
        "高いので、安くして",
        "買いましたが、届きません",
        "、",
        "",
    ],
)
def test_no_list(text: str) -> None:
    assert listed(text) == ()
