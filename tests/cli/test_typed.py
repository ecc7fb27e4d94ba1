"""Values as people type them behind `-f`, in English and Japanese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

POLICY = """
policy inn ja 「宿」
  edition 1
  languages ja
  zone "Asia/Tokyo"
  otherwise escalate to desk because care
  unanswered escalate to desk because care
value care ja 「お客様を大切にしております。」
team desk ja 「窓口」 answers within 1 day
fact 客.金額 ja 「料金」 is money in JPY from 0
fact 客.到着日 ja 「到着日」 is date
fact 客.到着 ja 「到着」 is time
fact 客.年齢 ja 「年齢」 is whole number from 0 to 120
fact 客.割引 ja 「割引」 is percent
fact 客.滞在 ja 「滞在」 is duration
fact 客.会員 ja 「会員」 is yes or no
fact 客.部屋 ja 「部屋」 is one of 和室、洋室
  call 和室 ja 「畳のお部屋」
fact 客.食事 ja 「食事」 is any of 朝食、夕食
  call 朝食 ja 「朝ごはん」
fact 客.名前 ja 「お名前」 is text
usual script escalate
  ja answer 「{by}までに、{team}よりご返信いたします。」
rule 一
  when 客.金額 is known or 客.到着日 is known or 客.到着 is known or 客.年齢 is known or 客.割引 is known
    or 客.滞在 is known or 客.会員 is known or 客.部屋 is known or 客.食事 is known or 客.名前 is known
  escalate to desk because care
"""
NOW = ("--now", "2026-11-20T20:00:00Z")  # in Tokyo it is the 21st already


@pytest.fixture(autouse=True)
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inn").mkdir()
    (tmp_path / "inn" / "policy.rules").write_text(POLICY, encoding="utf-8")
    monkeypatch.setenv("KOTOWARI_POLICY", str(tmp_path / "inn"))
    return tmp_path


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("金額", "5000円", "5000 JPY"),
        ("金額", "1万5千円", "15000 JPY"),
        ("金額", "￥5,000", "5000 JPY"),
        ("金額", "5000 JPY", "5000 JPY"),
        ("到着日", "明日", "2026-11-22"),
        ("到着日", "2026年12月10日", "2026-12-10"),
        ("到着日", "tomorrow", "2026-11-22"),
        ("会員", "y", True),
        ("到着", "2026年12月10日17時半", "2026-12-10T17:30:00Z"),
        ("年齢", "20歳", 20),
        ("年齢", "三人", 3),
        ("割引", "3割", 30),
        ("滞在", "1時間半", "PT1H30M"),
        ("会員", "はい", True),
        ("会員", "いいえ", False),
        ("部屋", "畳のお部屋", "和室"),
        ("食事", "朝ごはん、夕食", ["朝食", "夕食"]),
        ("名前", "5000円", "5000円"),
    ],
)
def test_a_value_is_taken_as_it_is_said(kotowari_in: Run, fact: str, typed: str, value: object) -> None:
    ended = kotowari_in("check", "x", "-f", f"{fact}={typed}", "--format", "json", *NOW)
    assert ended.err == ""
    assert json.loads(ended.out)["request"]["facts"] == {"客": {fact: value}}


@pytest.mark.parametrize(
    ("fact", "typed"),
    [
        ("金額", "5000"),
        ("金額", "50ドル"),
        ("金額", "約5000円"),
        ("金額", "5000円か6000円"),
        ("到着日", "12月10日"),
        ("到着日", "明日か明後日"),
        ("到着", "明日"),
        ("到着", "12月10日17時"),
        ("年齢", "200歳"),
        ("年齢", "3、4人"),
        ("会員", "たぶん"),
        ("部屋", "2"),
    ],
)
def test_what_is_not_certain_is_asked_again(kotowari_in: Run, fact: str, typed: str) -> None:
    ended = kotowari_in("check", "x", "-f", f"{fact}={typed}", *NOW)
    assert (ended.code, ended.out) == (2, "")
    assert f"`{typed}` is not what the fact takes" in ended.err


def test_the_sign_between_may_be_full_width(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "x", "-f", "年齢＝20", "--format", "json", *NOW)
    assert json.loads(ended.out)["request"]["facts"] == {"客": {"年齢": 20}}


def test_a_colon_is_told_to_be_an_equals_sign(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "x", "-f", "年齢：20", *NOW)
    assert ended.code == 2
    assert "write `-f 年齢=20`" in ended.err


def test_what_is_not_known_is_given_in_another_way(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "x", "-f", "部屋=不明", *NOW)
    assert ended.code == 2
    assert "write `--unavailable 部屋`" in ended.err
