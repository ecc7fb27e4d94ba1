"""The pack of the booking desk for Japanese inns: its topics in sentences of our own, its verdicts and its replies."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

import kotowari

TOPICS = ("食事", "風呂", "部屋", "予算", "人数", "スケジュール", "宿", "施設", "サービス", "子供", "立地", "旅行")
NOW = "2026-11-20T09:00:00+09:00"

# What a guest may write, and which of the twelve topics it is about. None of these sentences is from a data set.
ABOUT = {
    "来月の上旬に夫婦で松本へ旅行します。": {"スケジュール", "旅行"},
    "大人二名と小学生一名です。": {"人数"},
    "１泊１人一万二千円までに抑えたいです。": {"予算"},
    "10/3から二泊、大人３名で予約できますか。": {"スケジュール", "人数"},
    "晩ごはんは会席で、地酒も飲みたい。": {"食事"},
    "朝食だけ付けてください。": {"食事"},
    "サウナと露天風呂があるとうれしい。": {"風呂"},
    "禁煙のツインを２部屋お願いします。": {"部屋"},
    "窓から夜景が見える高層階がいいな。": {"部屋"},
    "老舗の旅館で静かに過ごしたいです。": {"宿"},
    "車椅子でも入れますか。": {"宿"},
    "卓球台やカラオケはありますか。": {"施設"},
    "空港からの送迎はありますか。": {"サービス"},
    "駐車場は何台分ありますか。": {"サービス"},
    "ベビーベッドをお借りできますか。": {"子供"},
    "駅から歩いて行ける、コンビニの近くがいいです。": {"立地"},
    "電車で行くので、アクセスの良いところをお願いします。": {"立地"},
    "両親と還暦のお祝いで、金沢に行きます。": {"旅行"},
    "よろしくお願いいたします。": set[str](),
    "はい、承知しました。": set[str](),
    "それは楽しみです。": set[str](),
}

# Words that stand in a sentence and are about something else.
NOT_ABOUT = {
    "一人１万円以内でお願いします。": "人数",
    "１泊８千円くらいで探しています。": "スケジュール",
    "２日目は何をしましょうか。": "スケジュール",
    "温泉街を歩きたいです。": "風呂",
    "温泉旅館を希望します。": "風呂",
    "東京駅の近くがいいです。": "旅行",
    "観光地を回りやすいところがいいです。": "旅行",
    "喫煙所はどこですか。": "部屋",
    "キッズルームはありますか。": "部屋",
    "果物狩りをしてみたいです。": "食事",
    "人気が高い部屋はどれですか。": "予算",
    "ホテルから送迎してもらえますか。": "宿",
}


@cache
def inn() -> kotowari.Policy:
    return kotowari.load(kotowari.packs() / "inn")


def mentioned(text: str) -> set[str]:
    return {match.topic for match in inn().topics(text)} & set(TOPICS)


def decided(text: str, **facts: Mapping[str, object]) -> kotowari.Decision:
    return inn().decide({"text": text, "facts": facts, "now": NOW})


def test_the_pack_compiles_without_a_word() -> None:
    assert [one.message for one in inn().diagnostics] == []


def test_the_twelve_topics_are_declared() -> None:
    assert set(TOPICS) <= set(inn().model.topics)


@pytest.mark.parametrize(("text", "topics"), ABOUT.items(), ids=ABOUT)
def test_a_sentence_is_about_its_topics(text: str, topics: set[str]) -> None:
    assert mentioned(text) == topics


@pytest.mark.parametrize(("text", "topic"), NOT_ABOUT.items(), ids=NOT_ABOUT)
def test_a_word_in_another_sense_is_not_found(text: str, topic: str) -> None:
    assert topic not in mentioned(text)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("夕食は会席料理がいいです。", "accept"),
        ("犬も一緒に泊まれますか。", "decline"),
        ("もう少しまけてもらえませんか。", "decline"),
        ("お酒を持ち込みたいです。", "decline"),
        ("子供に卵アレルギーがあります。", "escalate"),
        ("祖父が倒れました。救急車を呼んでください。", "escalate"),
        ("こんにちは。", "escalate"),
    ],
)
def test_the_desk_decides(text: str, verdict: str) -> None:
    assert decided(text).verdict == verdict


def test_a_refusal_gives_its_reason_and_another_way() -> None:
    reply = decided("犬も一緒に泊まれますか。", guest={"name": "山田"}).reply
    assert reply is not None
    assert "山田様" in reply.text
    assert "恐れ入りますが、こちらのお宿へのペットのご同伴は、ご案内いたしかねます。" in reply.text
    assert "心からおくつろぎいただける" in reply.text
    assert "専用のお宿を、同じ地域でお探しいたします。" in reply.text


def test_ten_guests_go_to_the_desk_for_groups_whether_the_number_is_given_or_read() -> None:
    assert decided("大人数です。", stay={"guests": 10}).verdict == "escalate"
    twelve = decided("大人12名です。")
    three = decided("大人3名です。")
    assert (twelve.verdict, three.verdict) == ("escalate", "accept")
    assert [handover.to for handover in twelve.handovers] == ["groups"]


def test_pets_are_welcome_where_the_inn_takes_them() -> None:
    assert decided("犬も一緒に泊まれますか。", inn={"takes_pets": True}).verdict == "accept"
