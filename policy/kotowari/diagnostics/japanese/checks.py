"""What checks say of a policy that compiles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_REPLIES: Final[Mapping[str, str]] = {
    "`{check}` cannot be silenced: it is looked for in drafts alone": (
        "`{check}` は止められません。下書きだけを調べる検査です"
    ),
    "leave it out": "取り除いてください",
    "`{check}` cannot be silenced: only checks of how a reply reads can be": (
        "`{check}` は止められません。止められるのは、文面の読み心地についての検査だけです"
    ),
    "mend what it finds; `kotowari explain {check}` says how": (
        "見つかったところを直してください。直し方は `kotowari explain {check}` で分かります"
    ),
    "`{check}` is not a check of replies": "`{check}` という返信の検査はありません",
    "`kotowari lint` prints the code of each finding in brackets": (
        "`kotowari lint` が、指摘ごとにコードを [ ] の中に示します"
    ),
    "`{check}` finds nothing here that is to be silenced": "ここには、`{check}` で止めるものがありません",
    "`{fact}` is internal, but this reply tells it to the customer": (
        "`{fact}` は `internal` なのに、この返信ではお客様に伝わります"
    ),
    "leave the placeholder out, or the word `internal` at the fact": (
        "プレースホルダーか、事実の `internal` を取り除いてください"
    ),
    "it is declared internal here": "ここで `internal` と宣言",
    "everything that `{name}` cites is internal, so `{{because}}` has nothing to say": (
        "`{name}` の理由はすべて `internal` のため、`{{because}}` で伝えるものがありません"
    ),
    "cite a value that may be spoken as well, or write a `reason` of its own": (
        "お客様に伝えてよい価値観も理由に加えるか、ここだけの `reason` を書いてください"
    ),
    "decline": "お断り",
    "escalation": "引き継ぎ",
    "acceptance": "承諾",
    "the {noun} of `{name}` has no {parts} in `{language}`": (
        "`{name}` の{noun}には、`{language}` の {parts} がありません"
    ),
    ", no ": "、",
    " and no ": "、",
    "write `{words}` in a `usual script {verdict}`": "`usual script {verdict}` に `{words}` と書いてください",
    "write `{words}` in a `usual script {verdict}`, or in a script, and `say` its name behind the outcome": (
        "`{words}` を、`usual script {verdict}` か `script` に書いてください。"
        "`script` のときは、判定の後に `say` とその名前を書きます"
    ),
    "add `say {words}`, or put it into a `usual script {verdict}`": (
        "`say {words}` を加えるか、`usual script {verdict}` に書いてください"
    ),
    "{add}; `nothing instead` says that there is nothing": (
        "{add}。代わりの方法がなければ、`nothing instead` と書きます"
    ),
    "`{name}` escalates to `{team}`, but nobody says by when it answers": (
        "`{name}` は `{team}` に引き継ぎますが、いつまでに答えるかが書かれていません"
    ),
    "add `answers within 1 day` to the team `{team}`, or `within 1 day` here": (
        "担当 `{team}` に `answers within 1 day` を、またはここに `within 1 day` を加えてください"
    ),
    "topic `{name}` has no words for people, so `{{asked}}` shows its bare name": (
        "話題 `{name}` に呼び名がないため、`{{asked}}` には名前がそのまま出ます"
    ),
    "team `{name}` has no words for people, so `{{team}}` shows its bare name": (
        "担当 `{name}` に呼び名がないため、`{{team}}` には名前がそのまま出ます"
    ),
    "write what people call it behind the name: `{words}`": "名前の後に呼び名を書いてください：`{words}`",
    "`{{{name}}}` {why}, and there are no words for that": "`{{{name}}}` は{why}、そのときの言葉がありません",
    "is there for escalations alone": "引き継ぎのほかでは空になりますが",
    "is there only where something is granted": "差し上げるものがなければ空になりますが",
    "may not be known here": "ここでは分からないことがありますが",
    "write what to say then: `{{{name}|…}}`": "そのときの言葉を書いてください：`{{{name}|…}}`",
}
_PATTERNS: Final[Mapping[str, str]] = {
    "`{text}` is read as {read}, so it is not found in {longer}": (
        "`{text}` は「{read}」と区切って読まれるため、{longer} の中には見つかりません"
    ),
    "write `{text}*` for every word that begins so": "こう始まる語をすべて見つけるには、`{text}*` と書いてください",
    "write the whole word: `{word}`; or {every}": "語の全体を `{word}` と書いてください。{every}",
    "the list `{pattern}` is one pattern, which finds only the whole list": (
        "`{pattern}` は一つのパターンです。文面にこの並びのまま書かれていなければ見つかりません"
    ),
    "write `{several}`; a sign that is meant has `\\` before it": (
        "`{several}` と分けて書いてください。区切りの記号そのものを探すときは、その前に `\\` を付けます"
    ),
    "the pattern `{pattern}` never counts: `not` takes away whatever it finds": (
        "パターン `{pattern}` は働きません。見つけるものを、すべて `not` が取り除きます"
    ),
    'take it out, or make `not "{text}"` narrower': '取り除くか、`not "{text}"` の範囲を狭めてください',
    "this matches wherever the pattern does": "このパターンが見つけるものは、すべてこれに当たります",
    "this expression finds nothing: no text has what `{part}` asks for": (
        "この正規表現は何も見つけません。`{part}` に当たるものは、どの文面にもありません"
    ),
    "texts are read in lower case, in hiragana and half width, and ー and ~ count once": (
        "文面は小文字、ひらがな、半角にして読みます。続いた ー や ~ は一つとみなします"
    ),
    "the pattern `{pattern}` does not even find its own words": (
        "パターン `{pattern}` は、自分と同じ言葉さえ見つけません"
    ),
    "`...` stays within one sentence: take out the sign that ends it": (
        "`...` は一つの文の中に限ります。文を終わらせる記号を取り除いてください"
    ),
    "the pattern `{pattern}` stands twice": "パターン `{pattern}` が二つあります",
    "it stands here as well": "ここにもあります",
    "the pattern `{pattern}` finds nothing that `{other}` does not find": (
        "パターン `{pattern}` が見つけるものは、すべて `{other}` でも見つかります"
    ),
    "this one finds all of it": "こちらがすべて見つけます",
}
_RULES: Final[Mapping[str, str]] = {
    "`{name}` leads back to itself: {way}": "`{name}` は、たどると自分に戻ります：{way}",
    "let one of them lead to nothing": "どれか一つは、何にもつながらないようにしてください",
    "`{name}` overrides itself in the end: {way}": "`{name}` は、たどると自分を上書きしています：{way}",
    "take one `overrides` away": "`overrides` を一つ取り除いてください",
    "`{other}` overrides `{rule}`, which is final": "`{rule}` は `final` なのに、`{other}` が上書きしています",
    "a final rule has no exceptions: narrow its own condition, or let it be overridden": (
        "`final` のルールに例外はありません。そのルール自身の条件を狭めるか、`final` を取り除いてください"
    ),
    "it is declared final here": "ここで `final` と宣言",
    "the strategy `{name}` ended on {day}": "戦略 `{name}` は {day} に終わりました",
    "the strategy `{name}` ends on {day}": "戦略 `{name}` は {day} に終わります",
    "{ending}; no reason is left for {rules} then": "{ending}。それからは、{rules} の理由がなくなります",
    "move its `until`, or let the rules cite what comes after it": (
        "`until` を延ばすか、その後に続くものをルールの理由にしてください"
    ),
}
_TABLES: Final[Mapping[str, str]] = {
    "table `{table}` is too large to prove that exactly one row holds": (
        "表 `{table}` は大きすぎて、ちょうど1行だけが成り立つことを証明できません"
    ),
    "split it, or write `every row`": "表を分けるか、`every row` と書いてください",
    "no row of `{table}` holds where {words}": "表 `{table}` には、次の場合に成り立つ行がありません：{words}",
    "add a row for it, or write `every row` where it need not be covered": (
        "その場合の行を加えるか、なくてもよければ `every row` と書いてください"
    ),
    "two rows of `{table}` hold together where {words}": "表 `{table}` では、次の場合に2行が成り立ちます：{words}",
    "narrow one of them, or write `every row` where several may hold": (
        "どちらかの行を狭めるか、何行成り立ってもよければ `every row` と書いてください"
    ),
    "the other row": "もう一方の行",
    "nothing is asked": "どの条件にもよらない",
    "not `{clause}`": "`{clause}` でない",
    "`{fact}` is {value}": "`{fact}` が {value}",
    "`{fact}` is one of {values}": "`{fact}` が {values} のどれか",
    "`{fact}` between {low} and {high}": "`{fact}` が {low} から {high} まで",
    "`{fact}` {bound} {value}": "`{fact}` が {value} {bound}",
    "`{fact}` {least} … and {most} {low} and {high}": "`{fact}` が {low} {least} {high} {most}",
    "[choices] and ": "、",
    "[bound]at least": "以上",
    "[bound]more than": "超",
    "[bound]at most": "以下",
    "[bound]less than": "未満",
    "[bound]after": "より後",
    "[bound]before": "より前",
    "any": "どの値でも",
    "another text": "ほかの文字列",
    "this or another text": "この文字列かほかの文字列",
    "`{fact}` include {word}": "`{fact}` に {word} を含む",
    "`{fact}` do not include {word}": "`{fact}` に {word} を含まない",
    "`{fact}` is none": "`{fact}` が「なし」",
    "`{fact}` is not none": "`{fact}` が「なし」でない",
    "the request does not mention {topic}": "要望が {topic} に触れない",
    "the request mentions {topic} without asking for it": "要望が {topic} に触れるが求めない",
    "the request asks for {topic}": "要望が {topic} を求める",
    "`{fact}` does not mention {topic}": "`{fact}` が {topic} に触れない",
    "`{fact}` mentions {topic} without asking for it": "`{fact}` が {topic} に触れるが求めない",
    "`{fact}` asks for {topic}": "`{fact}` が {topic} を求める",
    "`{fact}` is {days} days ago": "`{fact}` が{days}日前",
    "`{fact}` is {days} days ahead": "`{fact}` が{days}日後",
}
SENTENCES: Final[Mapping[str, str]] = {**_REPLIES, **_PATTERNS, **_RULES, **_TABLES}
