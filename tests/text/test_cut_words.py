"""Japanese words that break off."""

from __future__ import annotations

import pytest

from kotowari.text.authoring.cut_words import CutWord, cut_words
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.pattern import Pattern, Words, compile_pattern
from kotowari.text.patterns.search import Search


def cut(text: str) -> list[CutWord]:
    matcher = compile_pattern(Pattern(text))
    assert isinstance(matcher, Words)
    return list(cut_words(text, matcher.phrase))


def finds(pattern: str, text: str) -> bool:
    return any(True for _ in Search([compile_pattern(Pattern(pattern))]).hits(View(fold(text))))


@pytest.mark.parametrize(
    "word", ["書き出", "増や", "割り引", "引き落と", "買切", "払い戻", "受け取", "食べ残", "書き込"]
)
def test_half_a_word(word: str) -> None:
    (found,) = cut(word)
    assert found.text == word
    assert "".join(found.read) == word
    assert not any(finds(word, longer) for longer in found.longer)
    assert all(finds(word + "*", longer) for longer in found.longer)
    assert found.instead in found.longer
    assert finds(found.instead, found.longer[0])


def test_the_place_in_the_pattern() -> None:
    pattern = "(ﾃﾞｰﾀ|メモ) ... (保存|書き出)"
    (found,) = cut(pattern)
    assert pattern[found.start : found.end] == "書き出"


@pytest.mark.parametrize(
    "word",
    [
        "工程表",
        "露天風呂",
        "高め",
        "広め",
        "安い宿",
        "使い方",
        "買い物",
        "お話",
        "海水浴",
        "電話で",
        "便利に",
        "弁護士と",
        "持ち込み料",
        "書き出し",
        "書き出*",
        "増やす",
        "支払",
        "減ら",
        "返品可",
        "二人用",
        "食べ放題",
        "乗り換え",
        "サーバー",
        "見積書",
        "領収書",
        "学割",
        "飲み会",
        "駅近",
        "何か",
        "もっと",
        "立ち話",
        "貸切風呂",
        "送料無料",
        "ペット可",
        "ログインでき(ない|ません)",
        "受け取り拒否",
        "#泊",
        "(大人|子供)#名",
        "京都府",
        "覚書",
        "売上",
        "手続",
        "取引先",
        "締切日",
        "打合せ",
        "申込書",
        "割引券",
    ],
)
def test_whole_words_and_compounds(word: str) -> None:
    assert cut(word) == []
