"""Words of everyday Japanese that people write where a word of the language stands."""

from __future__ import annotations

import re
from typing import Final

from kotowari.language.amounts import CURRENCIES

# Each with the word of the language that was meant, where that is a single one.
KEYWORDS: Final = {
    **dict.fromkeys(("方針", "ポリシー"), "policy"),
    **dict.fromkeys(("価値観", "価値"), "value"),
    "戦略": "strategy",
    **dict.fromkeys(("担当", "チーム"), "team"),
    "事実": "fact",
    **dict.fromkeys(("話題", "トピック"), "topic"),
    "定義": "define",
    "ラベル": "label",
    **dict.fromkeys(("ルール", "規則"), "rule"),
    **dict.fromkeys(("表", "テーブル"), "table"),
    "定型文": "script",
    **dict.fromkeys(("もし", "条件", "場合", "とき"), "when"),
    **dict.fromkeys(("かつ", "および", "及び", "そして", "と", "や"), "and"),
    **dict.fromkeys(("または", "又は", "もしくは", "あるいは", "か"), "or"),
    **dict.fromkeys(("承諾", "承認", "許可", "承る"), "accept"),
    **dict.fromkeys(("お断り", "断り", "断る", "拒否", "却下", "辞退"), "decline"),
    **dict.fromkeys(("引き継ぎ", "引継ぎ", "引き継ぐ", "転送", "エスカレーション"), "escalate"),
    **dict.fromkeys(("理由", "なぜなら", "根拠"), "because"),
    **dict.fromkeys(("返信", "返信文", "返事"), "say"),
    **dict.fromkeys(("例外", "ただし"), "except"),
    **dict.fromkeys(("例", "例文"), "example"),
    "反例": "counterexample",
    "上書き": "overrides",
    "手順": "do",
    "期限": "within",
    **dict.fromkeys(("パターン", "言葉", "単語"), "words"),
    "除外": "not",
    **dict.fromkeys(("お詫び", "謝罪"), "sorry"),
    "お礼": "thanks",
    "クッション": "cushion",
    **dict.fromkeys(("回答", "答え"), "answer"),
    **dict.fromkeys(("代案", "代替案", "代わり"), "instead"),
    "結び": "close",
    **dict.fromkeys(("要望", "文面", "本文"), "request"),
    **dict.fromkeys(("はい", "有", "有り", "あり"), "yes"),
    **dict.fromkeys(("いいえ", "無", "無し"), "no"),
    "なし": "none",
    "日付": "date",
    "日時": "time",
    **dict.fromkeys(("文字", "文字列", "テキスト"), "text"),
    **dict.fromkeys(("割合", "パーセント"), "percent"),
    "数": "number",
    "期間": "duration",
}
# Each with the several words of the language that were meant.
PHRASES: Final = {
    **dict.fromkeys(("整数", "人数", "回数"), "whole number"),
    **dict.fromkeys(("金額", "料金"), "money in JPY"),
    **dict.fromkeys(("はい", "いいえ", "真偽"), "yes or no"),
    **dict.fromkeys(("どれか", "いずれか", "選択肢", "一つ"), "one of …"),
    **dict.fromkeys(("以上", "以降"), "at least …"),
    **dict.fromkeys(("以下", "以内", "まで"), "at most …"),
    **dict.fromkeys(("未満", "より小さい", "より少ない"), "less than …"),
    **dict.fromkeys(("超", "より大きい", "より多い"), "more than …"),
    **dict.fromkeys(("ではない", "でない"), "is not …"),
    **CURRENCIES,
}
# Words that join others in Japanese sentences, and need not be said here.
PARTICLES: Final = frozenset(
    (
        *("が", "は", "を", "に", "へ", "の", "で", "も", "なら", "ならば", "です", "である", "だ", "する"),
        *("ため", "のため", "のために", "ので", "なので", "から", "により", "による", "について", "の場合", "のとき"),
    )
)
_DOING: Final = re.compile(r"(?:と?する|と?します|です|である)$")
_NUMERALS: Final = re.compile(r"[〇一二三四五六七八九十百千万]+(?:[円人名歳日件回個])?")


def keyword_meant(word: str) -> str | None:
    """The word of the language that a Japanese word stands for."""
    return KEYWORDS.get(_DOING.sub("", word))


def phrase_meant(word: str) -> str | None:
    """The words of the language that a Japanese word stands for, where they are several."""
    return PHRASES.get(_DOING.sub("", word))


def is_numeral(word: str) -> bool:
    """Whether a word is a number in Chinese characters."""
    return _NUMERALS.fullmatch(word) is not None
