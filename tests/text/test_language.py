from __future__ import annotations

import pytest

from kotowari.text.language import detect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please add Gantt charts", "en"),
        ("ガントチャートを追加してください", "ja"),
        ("ｶﾞﾝﾄﾁｬｰﾄ", "ja"),
        ("返金希望", "ja"),
        ("SSO対応希望", "ja"),
        ("SSOのSAML metadata exportに対応してください", "ja"),
        ("https://example.com/a/very/long/path?with=many&letters=in&it が開けません", "ja"),
        ("We met 田中さん in Tokyo last week and would like to see the invoice again.", "en"),
        ("Add 京都 please", "en"),
        ("Ｅｘｐｏｒｔ", "en"),
        ("", None),
        ("12345 !?", None),
        ("\ud800\0", None),
        ("Привет", None),
    ],
)
def test_the_language_of_a_text(text: str, expected: str | None) -> None:
    assert detect(text, ["ja", "en"]) == expected


def test_a_language_that_the_policy_does_not_speak_is_not_told() -> None:
    assert detect("返金希望", ["en"]) is None
    assert detect("Please refund me", ["ja"]) is None


def test_the_first_language_in_latin_letters_is_taken() -> None:
    assert detect("Bitte um Export", ["ja", "de", "en"]) == "de"
