"""The style of Japanese sentences."""

from __future__ import annotations

import pytest

from kotowari.diagnostics.source import Source
from kotowari.review.draft import Draft
from kotowari.review.style import Style, sasete_itadaku, style

POLITE = [
    "使います。",
    "使いました。",
    "使いません。",
    "使いませんでした。",
    "お使いください。",
    "お待ちくださいませ。",
    "便利です。",
    "便利でした。",
    "便利でしょう。",
    "行きましょうか。",
    "いたしかねます。",
    "ございます。",
    "変更はございません。",
    "変更はありません。",
    "届いていません。",
    "届いております。",
    "よろしいですよね。",
    "使えないためです。",
    "ご案内いたします",
    "承知いたしました！",
    "ご利用いただけますか。",
    "かしこまりました。",
]
PLAIN = [
    "仕様である。",
    "仕様だ。",
    "仕様であった。",
    "使うのだ。",
    "使わない。",
    "使わなかった。",
    "使った。",
    "できる。",
    "追加した。",
    "いたしかねる。",
    "変更はない。",
    "これは違うものではない。",
    "届いていない。",
    "それまでに使った。",
    "便利だね。",
]
NEITHER = ["お知らせ。", "以上", "よい一日を。", "…"]


def styles(text: str) -> list[Style | None]:
    draft = Draft(Source("reply", text), "ja")
    return [style(draft, sentence) for sentence in draft.sentences]


@pytest.mark.parametrize("text", POLITE)
def test_polite_endings(text: str) -> None:
    assert styles(text) == [Style.POLITE]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_endings(text: str) -> None:
    assert styles(text) == [Style.PLAIN]


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_no_sentence_has_no_style(text: str) -> None:
    assert Style.POLITE not in styles(text)
    assert Style.PLAIN not in styles(text)


def test_each_sentence_has_its_own() -> None:
    assert styles("追加はいたしません。仕様である。") == [Style.POLITE, Style.PLAIN]


def test_sasete_itadaku_in_every_spelling() -> None:
    text = "確認させていただきます。送らせて頂きました。閉めさせて、いただきます。"
    draft = Draft(Source("reply", text), "ja")
    assert [text[start:end] for start, end in sasete_itadaku(draft)] == ["せていただき", "せて頂き"]
