"""What is said of patterns and of regular expressions in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    "this pattern has more than {longest} characters": "このパターンは{longest}文字を超えています",
    "write several shorter patterns": "短いパターンに分けてください",
    "`...` needs words on both sides": "`...` の前と後ろには、言葉が必要です",
    "write the words before and after it, or take it out": "前と後ろに言葉を書くか、`...` を取り除いてください",
    "this pattern is empty": "このパターンは空です",
    "write the words to look for": "探す言葉を書いてください",
    "this `)` closes no bracket": "この `)` に対応する `(` がありません",
    "write `(` before the alternatives": "候補の前に `(` を書いてください",
    "alternatives stand in brackets": "候補は括弧の中に並べます",
    "write `(this|that)`": "`(これ|それ)` のように書いてください",
    "there are no words here": "ここに言葉がありません",
    "write a word, or take the empty part out": "言葉を書くか、空の部分を取り除いてください",
    "this `*` follows no word": "この `*` の前に言葉がありません",
    "write it right after the beginning of a word: `host*`": "`host*` のように、語の始まりのすぐ後ろに書いてください",
    "brackets stand more than {deepest} deep here": "括弧の入れ子が{deepest}段を超えています",
    "write several patterns": "いくつかのパターンに分けてください",
    "this `(` is not closed": "この `(` が閉じていません",
    "write `)` after the alternatives, or `\\(` for the sign": (
        "候補の後ろに `)` を書いてください。文字としての括弧は `\\(` と書きます"
    ),
    "a `*` stands only at the end of a word": "`*` は語の終わりだけに書けます",
    "take it out, or end the word there": "取り除くか、そこで語を終わらせてください",
    "a `*` follows only the beginning of a word": "`*` は語の始まりの後ろだけに書けます",
    "`#` stands for a number and cannot follow a letter": "`#` は数を表すため、文字のすぐ後ろには書けません",
    "write `\\#` for the sign": "文字としての `#` は `\\#` と書いてください",
    "a bracket cannot stand for a part of a word": "語の一部を括弧にすることはできません",
    "write the words out: `(login|logon)`": "`(login|logon)` のように、語を最後まで書いてください",
    "this `\\` stands before no sign": "この `\\` の後ろに記号がありません",
    "write `\\\\` for the sign itself": "文字としての `\\` は `\\\\` と書いてください",
    "write a pattern with `#` for the value": "値のところに `#` を置いたパターンを書いてください",
    "write a pattern for each of the alternatives": "候補ごとにパターンを書いてください",
    "a regular expression does not say where the value stands": "正規表現では、値がどこにあるかが分かりません",
    "`#` is missing, which stands for the value": "値を表す `#` がありません",
    "write `#` where the value stands": "値のところに `#` を書いてください",
    "`#` cannot stand in brackets, where it may be left out": "括弧の中の `#` は、なくてもよいことになるため使えません",
    "`#` stands here more than once": "`#` が二つ以上あります",
    "leave the one that is the value of this fact": "この事実の値の `#` だけを残してください",
    "write `)`, or `\\(` for the sign": "`)` を書いてください。文字としての括弧は `\\(` と書きます",
    "write `\\)` for the sign": "文字としての括弧は `\\)` と書いてください",
    "this `[` is not closed": "この `[` が閉じていません",
    "write `]`, or `\\[` for the sign": "`]` を書いてください。文字としての括弧は `\\[` と書きます",
    "this range cannot be read": "この範囲は読み取れません",
    "write it from lower to higher: `[a-f]`": "`[a-f]` のように、小さいほうから書いてください",
    "a repetition cannot be repeated": "繰り返しを繰り返すことはできません",
    "take one of them out": "どちらかを取り除いてください",
    "there is nothing here to repeat": "繰り返すものがありません",
    "write `\\` before it for the sign": "文字としての記号なら、前に `\\` を付けてください",
    "a repetition goes from less to more, up to 1000": "繰り返しの回数は、少ないほうから多いほうへ、1000回までです",
    "write smaller numbers in order": "小さい数を順に書いてください",
    "this escape is not known here": "この `\\` の書き方はありません",
    (
        "there are \\d \\w \\s \\b, their opposites in capitals, \\p{{…}}, \\n, \\t, and signs: `\\.`; no reference"
        "s back"
    ): ("使えるのは \\d \\w \\s \\b とその大文字、\\p{{…}}、\\n、\\t、`\\.` のような記号です。後方参照は使えません"),
    "this kind of bracket is not possible here": "この種類の括弧は使えません",
    "write `(…)` or `(?:…)`; looking ahead or behind does not run in linear time": (
        "`(…)` か `(?:…)` と書いてください。先読みと後読みは、処理時間が文面の長さに比例しないため使えません"
    ),
    "this name of a bracket cannot be read": "この括弧の名前は読み取れません",
    "write `(…)`": "`(…)` と書いてください",
    "this expression is too large": "この正規表現は大きすぎます",
    "ask for less repetition": "繰り返しを減らしてください",
    "this expression has more than {longest} characters": "この正規表現は{longest}文字を超えています",
    "write several": "いくつかに分けてください",
    "this expression matches the empty text, and so everywhere": (
        "この正規表現は空の文字列にも当てはまるため、どこでも見つかってしまいます"
    ),
    "ask for a character": "少なくとも1文字を求める形にしてください",
    "this character is not seen in any text": "この文字は、文面を読むときには取り除かれます",
    "this character counts as `{folded}`, more than one": "この文字は `{folded}` とみなされ、1文字ではありません",
    "write it outside of `[ ]`": "`[ ]` の外に書いてください",
    "this expression cannot be read: {said}": "この正規表現は読み取れません：{said}",
    "correct it": "直してください",
}
