"""What is said of a policy that could be read: names, clauses, what is missing and what stands there twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    "this `allow` gives no reason": "この `allow` に理由がありません",
    "`{check}` is allowed twice": "`{check}` が二度書かれています",
    "say to those who read the file after you why the check is wrong here": (
        "後でファイルを読む人のために、ここで検査が合わない理由を書いてください"
    ),
    "`complete over` takes no {kind}": "`complete over` に、種類が `{kind}` の事実は書けません",
    "a tension is between two rules or more": "緊張には、二つ以上のルールが必要です",
    "name facts with choices or amounts, flags and topics": (
        "選択肢か数量の事実、はい・いいえの事実、話題を書いてください"
    ),
    "name the other rule as well, with a comma between": "コンマで区切って、もう一方のルールも書いてください",
    "{what} says nothing in {languages}": "{what} に {languages} の文がありません",
    "{what} stands here twice": "{what} が二つあります",
    "write `{words}`, with blanks between": "`{words}` のように、語の間に空白を入れて書いてください",
    "join the conditions behind one `when` with `and`": "条件は、一つの `when` の後ろに `and` でつないでください",
    "put all names behind one `{word}`, with commas between": (
        "名前はすべて、一つの `{word}` の後ろにコンマで区切って並べてください"
    ),
    "this ends before it begins": "終わりが始まりより前になっています",
    "{what} has words in `{language}` twice": "{what} に `{language}` の文が二つあります",
    'add `{language} "…"`': "`{language} 「…」` を加えてください",
    "put the earlier date first": "早いほうの日付を先に書いてください",
    "team `{name}`": "担当 `{name}`",
    "topic `{name}`": "話題 `{name}`",
    "label `{name}`": "ラベル `{name}`",
    "fact `{name}`": "事実 `{name}`",
    "{word} `{name}`": "{word} `{name}`",
    "strategy `{name}` serves no value": "戦略 `{name}` に、支える価値観がありません",
    "a {kind} takes no `{clause}`": "{kind} に `{clause}` は書けません",
    "only strategies end; make it a `strategy`": "期間を書けるのは戦略だけです。`strategy` にしてください",
    "`{name}` is a strategy, but `{word}` names a value": "`{name}` は戦略ですが、`{word}` には価値観を書きます",
    "topic `{name}` has no words, so no text is ever about it": (
        "話題 `{name}` に `words` がないため、どの文面でも見つかりません"
    ),
    "patterns in Japanese need SudachiPy and its dictionary, which are not installed here": (
        "日本語のパターンに必要な SudachiPy と辞書が、ここにはインストールされていません"
    ),
    "add `serves` and the name of a value": "`serves` と価値観の名前を加えてください",
    "name the value that the strategy serves": "その戦略が支える価値観を書いてください",
    'add `words en "…"`': "`words ja 「…」` を加えてください",
    "install them with `pip install 'kotowari[ja]'`": "`pip install 'kotowari[ja]'` でインストールしてください",
    "the definition `{name}` leads back to itself: {way}": "定義 `{name}` をたどると、自分に戻ります：{way}",
    "definitions lead through at most {deepest} others": "定義からたどれる定義は{deepest}個までです",
    "let one of them say what it means without the others": "どれか一つを、ほかの定義を使わずに書いてください",
    "say directly what some of them say through others": "ほかの定義を通さず、直接書いてください",
    "the type": "種類",
    "`read from` does not read {type}": "`read from` で {type} は読み取れません",
    "{type} has no bounds": "{type} に最小と最大は書けません",
    "`from` lies above `to`, so the fact has no value": "`from` が `to` より大きいため、この事実に使える値がありません",
    "the question": "質問",
    "fact `{name}` has no type": "事実 `{name}` に種類がありません",
    "only numbers, money, percentages, durations, dates and times take `from` and `to`": (
        "`from` と `to` を書けるのは、数、金額、割合、長さ、日付、日時だけです"
    ),
    "put the lower bound first": "小さいほうを先に書いてください",
    "`{choice}` has two names": "`{choice}` の呼び名が二つあります",
    "add `is` and a type, such as `is yes or no` or `is one of free, pro`": (
        "`is yes or no` や `is one of 無料、プロ` のように、`is` と種類を加えてください"
    ),
    "value": "価値観",
    "strategy": "戦略",
    "value or strategy": "価値観や戦略",
    "rule": "ルール",
    "exception": "例外",
    "table": "表",
    "choice of a fact": "事実の選択肢",
    "declare it with `{words}`": "`{words}` と宣言してください",
    "`{name}` is not a {kind} of this policy": "`{name}` という {kind} は、この方針にありません",
    "if not, {help}": "そうでなければ、{help}",
    "`{word}` is a word of the language and cannot be a choice": "`{word}` はキーワードのため、選択肢にできません",
    "leave it out: `or none` behind the choices says it": (
        "取り除いてください。選択肢の後ろの `or none` がそれを表します"
    ),
    "`{word}` is read as `none` and cannot be a choice": "`{word}` は `none` と読まれるため、選択肢にできません",
    "`{name}` is declared twice": "`{name}` が二度宣言されています",
    "`{name}` is a {other}, not a {kind}": "`{name}` は {other} で、{kind} ではありません",
    "`{name}` is a word of the language and cannot be a name": "`{name}` はキーワードのため、名前にできません",
    "`{name}` is there in every policy": "`{name}` は、どの方針にも初めからあります",
    "choose another word for this choice": "この選択肢を別の語にしてください",
    "give one of them another name, or leave it out": "どちらかを別の名前にするか、取り除いてください",
    "`{name}` is a word of the language: is a name missing before it?": (
        "`{name}` はキーワードです。前に名前が抜けていませんか"
    ),
    "choose another name for this {kind}": "この {kind} を別の名前にしてください",
    "use it without declaring it": "宣言せずにお使いください",
    "`{name}` is a {kind} and also a {other}": "`{name}` という名前が、{kind} と {other} の両方にあります",
    "`{name}` is declared here first": "`{name}` の最初の宣言",
    "give one of them another name: a choice, a topic and a definition never share one": (
        "どちらかを別の名前にしてください。選択肢、話題、定義に、同じ名前は付けられません"
    ),
    "`{name}` is a topic: write `request asks for {name}`": (
        "`{name}` は話題です。`request asks for {name}` と書いてください"
    ),
    "the {kind}": "{kind}",
    "values and strategies are declared with `value` and `strategy`": (
        "価値観は `value`、戦略は `strategy` で宣言します"
    ),
    "the team": "担当",
    "the label": "ラベル",
    "this escalation goes to nobody": "この引き継ぎに、引き継ぐ先がありません",
    "this `{verdict}` cites no value": "この `{verdict}` に、理由となる価値観がありません",
    "`{word}` is followed by no part of a reply": "`{word}` の後ろに、返信の部分がありません",
    "every outcome says which value or strategy it follows: add `because …`": (
        "判定には、理由となる価値観か戦略が必要です。`because …` を加えてください"
    ),
    "add `to` and a team": "`to` と担当を加えてください",
    "{word} belongs to `{wanted}`, not to `{verdict}`": (
        "{word} を書けるのは `{wanted}` です。`{verdict}` には書けません"
    ),
    'write parts behind it, such as `answer "…"`': "後ろに `answer 「…」` のような部分を書いてください",
    "this step": "この手順",
    "leave it out, or change the verdict": "取り除くか、判定を変えてください",
    "put them into one": "一つにまとめてください",
    "a policy is declared twice": "方針が二度宣言されています",
    "nothing here declares a policy": "方針の宣言がありません",
    "the policy does not say in which languages it replies": "返信に使う言語が、方針に書かれていません",
    "`{name}` is not the code of a language": "`{name}` は、言語のコードではありません",
    "languages have codes of small letters, such as `en` or `ja`": (
        "言語は、`ja` や `en` のような小文字のコードで書いてください"
    ),
    "`{name}` is no time zone": "`{name}` という地域はありません",
    'zones have names such as "Asia/Tokyo" or "Europe/Berlin"': (
        "「Asia/Tokyo」や「Europe/Berlin」のように書いてください"
    ),
    "an edition is a whole number from 1": "版の番号は、1以上の整数です",
    "`order` does not name all three verdicts": "`order` に、三つの判定がそろっていません",
    "one folder holds one policy; give the other a folder of its own": (
        "方針は一つのフォルダーに一つです。もう一方は別のフォルダーに移してください"
    ),
    "begin a file with `policy NAME`, its `languages`, `otherwise` and `unanswered`": (
        "ファイルの初めに、`policy 名前` と、`languages`、`otherwise`、`unanswered` を書いてください"
    ),
    "add `languages en, ja`": "`languages ja, en` のように加えてください",
    "the policy names no time zone, so its days are those of UTC": (
        "方針に地域（`zone`）がないため、日付は UTC で数えます"
    ),
    "count up from 1": "1から順に数えてください",
    "write `order escalate, decline, accept`, the strongest first": (
        "優先されるものから順に、`order escalate, decline, accept` のように書いてください"
    ),
    'add `zone "Asia/Tokyo"` or the zone you work in': "`zone 「Asia/Tokyo」` のように、お仕事の地域を加えてください",
    "declare a topic and ask `request mentions` it, or let the caller give the fact": (
        "話題を宣言して `request mentions` で調べるか、事実を渡してもらってください"
    ),
    "declare a topic for each, or let the caller give the fact": (
        "それぞれの話題を宣言するか、事実を渡してもらってください"
    ),
    "make the fact a `date`, or let the caller give it": "事実の種類を `date` にするか、事実を渡してもらってください",
    "declare topics for what matters in the text, or let the caller give the fact": (
        "文面で大事なことを話題として宣言するか、事実を渡してもらってください"
    ),
    "leave `read from` out": "`read from` を取り除いてください",
    "the policy does not say what happens where no rule is in force": (
        "どのルールも働かないときの判定が、方針に書かれていません"
    ),
    "the policy does not say what happens where a fact that matters cannot be known": (
        "必要な事実を知るすべがないときの判定が、方針に書かれていません"
    ),
    "the policy": "方針",
    "add `{word} escalate to` a team, and `because` a value": (
        "`{word} escalate to 担当 because 価値観` のように加えてください"
    ),
    "write `now 2026-04-01T09:00`": "`now 2026-04-01T09:00` のように書いてください",
    "`now` is a date or a time": "`now` は日付か日時です",
    "a rule has one outcome, and this is a second": "一つのルールに書ける判定は一つですが、これは二つ目です",
    "`{name}` gives no verdict": "`{name}` に判定がありません",
    "an exception has no topics of its own": "例外に、別の話題は書けません",
    "write a rule of its own, or an exception, for the other one": "もう一方は、別のルールか例外として書いてください",
    "add `accept`, `decline` or `escalate to` a team, and `because` a value": (
        "`accept`、`decline`、`escalate to 担当` のどれかと、`because 価値観` を加えてください"
    ),
    "`{fact}` is given twice": "`{fact}` の値が二度書かれています",
    "it is about what its rule is about: leave `about` out, or write a rule that `overrides` it": (
        "例外の話題はルールの話題と同じです。`about` を取り除くか、`overrides` を付けた別のルールにしてください"
    ),
    "give it once; the values of a set stand behind one another, with commas": (
        "一度だけ書いてください。いくつもの値は、コンマで区切って並べます"
    ),
    "table `{name}` does not say how its rows are read": "表 `{name}` に、行の読み方が書かれていません",
    "table `{name}` has no rows": "表 `{name}` に行がありません",
    "the column `{kind}` stands here twice": "`{kind}` の列が二つあります",
    "write `one row` where exactly one row holds, else `every row`": (
        "ちょうど1行だけが成り立つなら `one row`、そうでなければ `every row` と書いてください"
    ),
    "table `{name}` has no column `outcome`": "表 `{name}` に `outcome` の列がありません",
    "write a line of heads, and a line for each row, each beginning with `|`": (
        "見出しの行と、それぞれの行を、`|` で始めて書いてください"
    ),
    "`{file}` needs a line of heads, and a line for each row": "`{file}` には、見出しの行と、それぞれの行が必要です",
    "write `outcome`, not `{word}`": "`{word}` ではなく `outcome` と書いてください",
    "add a column whose head is `outcome`": "見出しが `outcome` の列を加えてください",
    "besides facts there are {names}": "事実のほかに使えるのは、{names} です",
    "`{name}` is no fact of this policy, and no placeholder": (
        "`{name}` という事実もプレースホルダーも、この方針にありません"
    ),
    "`{name}` is not a language of this policy": "`{name}` は、この方針の言語ではありません",
    "it has {languages}; further ones are named behind `languages`": (
        "この方針の言語は {languages} です。ほかの言語は `languages` に加えます"
    ),
    "this placeholder is empty": "このプレースホルダーは空です",
    "this placeholder is never closed": "このプレースホルダーが閉じていません",
    "`{mark}` closes nothing": "この `{mark}` に対応する括弧がありません",
    "write it as in `{{customer.name|there}}`, or `\\{{` for the character itself": (
        "`{{顧客.名前|お客}}` のように書いてください。文字としての括弧は `\\{{` と書きます"
    ),
    "write `{mark}` for the character itself": "文字としての括弧は `{mark}` と書いてください",
}
