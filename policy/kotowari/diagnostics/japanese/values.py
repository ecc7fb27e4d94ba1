"""What is said of values and of what can be asked of them: types, units, currencies, bounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    "a column is a fact, the time since one, a topic, a definition, `name` or `outcome`": (
        "列に書けるのは、事実、`time since`、話題、定義、`name`、`outcome` です"
    ),
    "this column takes `yes`, `no` or `any`": "この列に書けるのは `yes`、`no`、`any` だけです",
    "write one of them": "そのどれかを書いてください",
    "a fact is needed here": "ここには事実が必要です",
    "write the name of a fact": "事実の名前を書いてください",
    "the time {direction} something needs a date or a time, not {type}": (
        "`time {direction}` の後ろに書けるのは日付か日時です。{type} は書けません"
    ),
    "{one} times {other} means nothing": "{one} と {other} の掛け算には意味がありません",
    "name a fact of type `date` or `time`": "種類が `date` か `time` の事実を書いてください",
    "durations are added, never subtracted": "長さの引き算はできません",
    "compare the two durations": "二つの長さを比べてください",
    "the time since something": "`time since` や `time until`",
    "nothing can be reckoned with {what}": "{what} は計算に使えません",
    "reckon with numbers, money, percentages and durations; compare `time since` and `time until`": (
        "計算できるのは、数、金額、割合、長さです。`time since` と `time until` は比べるだけにしてください"
    ),
    "a fact is multiplied by itself": "同じ事実どうしを掛けています",
    "compare the fact itself": "事実をそのまま比べてください",
    "multiply an amount by a plain number": "数量には、単位のない数を掛けてください",
    "{type} is no amount to grant": "{type} を差し上げることはできません",
    "grant money, a number, a percentage or a duration": "金額、数、割合、長さのどれかにしてください",
    "this is no amount": "これは数量ではありません",
    "write a number, a date or a fact": "数、日付、事実のどれかを書いてください",
    "`of` takes a percentage of an amount": "`of` は、数量の割合を表します",
    "write `10% of order.total`": "`10% of 注文.金額` のように書いてください",
    "money in {currency}": "{currency} の金額",
    "write `yes` or `no`": "`yes` か `no` と書いてください",
    "write one of its words, without quotes": "選択肢のどれかを、引用符を付けずに書いてください",
    "write some of its words, without quotes": "選択肢のいくつかを、引用符を付けずに書いてください",
    "write the sign: `10%`": "`10%` のように、記号を付けて書いてください",
    "write the unit: `14 days`, `4 hours`": "`14 days`、`4 hours` のように、単位を付けて書いてください",
    "write a date: `2026-04-01`": "`2026-04-01` のような日付を書いてください",
    "compare a length with a length: `time until order.due at most 3 days`, or `time since` it": (
        "長さは長さと比べます。`time until 注文.期日 at most 3 days` か `time since …` と書いてください"
    ),
    "write a date, or a time: `2026-04-01T09:00`": "日付か、`2026-04-01T09:00` のような日時を書いてください",
    'write a text in quotes: `"P-1042"`': "`「P-1042」` のように、引用符で囲んだ文字列を書いてください",
    "write a number without a unit": "単位のない数を書いてください",
    "a yes or no": "「はい・いいえ」",
    "a plain number": "単位のない数",
    "a percentage": "割合",
    "a duration": "長さ",
    "a date": "日付",
    "a text": "文字列",
    "this is longer than any calendar": "これは長すぎて、暦では数えられません",
    "write a whole number, or make the fact a `number`": "整数を書くか、事実の種類を `number` にしてください",
    "write the time as well: `2026-04-01T00:00`": "`2026-04-01T00:00` のように、時刻も書いてください",
    "write the date alone: `2026-04-01`": "`2026-04-01` のように、日付だけを書いてください",
    "`{word}` is not {type}": "`{word}` は、{type} に含まれていません",
    "a fact of type {kind} has no words": "種類が `{kind}` の事実に、選択肢はありません",
    "use a word that the fact takes": "この事実の選択肢を書いてください",
    "{shown} is {type}, but {wanted} is needed": "{shown} は {type} ですが、ここには {wanted} が必要です",
    "write the currency: `5_000 {currency}`": "`5_000 {currency}` のように、通貨を付けて書いてください",
    "{shown} is no value of this fact, which is {type}": "{shown} は、この事実（{type}）の値ではありません",
    "any of {choices}": "選択肢（{choices}、いくつでも）",
    "one of {choices}": "選択肢（{choices}）",
    "a duration is never negative": "長さを負にすることはできません",
    "{unit}s are counted whole": "`{unit}s` は整数で数えます",
    "write at most {most:,} of a unit": "一つの単位につき{most:,}まで書けます",
    "declare the fact with `or none`": "事実を `or none` 付きで宣言してください",
    "a list": "複数の値",
    "give one value": "値を一つだけ書いてください",
    "this value is outside of what the fact takes ({takes})": "この値は、事実の範囲の外です：{takes}",
    "this": "これ",
    "leave the minus sign out": "負の記号を取り除いてください",
    "use a smaller unit": "もっと小さい単位で書いてください",
    "change the value, or the bounds of the fact": "値か、事実の最小と最大を変えてください",
    "{one} meets {other}": "{one} と {other} が混ざっています",
    "amounts in different currencies are never compared: give the amount in the same one": (
        "異なる通貨は比べられません。同じ通貨で書いてください"
    ),
    "{phrase}, or none": "{phrase}、または `none`",
    " from {low}": "（{low} 以上）",
    " to {high}": "（{high} 以下）",
    " from {low} to {high}": "（{low} 以上、{high} 以下）",
    "{shown} and {count} more": "{shown}、ほか{count}個",
    "yes or no": "`yes` か `no`",
    "text": "文字列",
    "a whole number{bounds}": "整数{bounds}",
    "a number{bounds}": "数{bounds}",
    "money in {currency}{bounds}, such as `{amount} {currency}`": "`{amount} {currency}` のような金額{bounds}",
    "a percentage{bounds}, such as `{amount}%`": "`{amount}%` のような割合{bounds}",
    "a duration{bounds}, such as `3 days` or `P3D`": "`3日` や `P3D` のような長さ{bounds}",
    "a date{bounds}, such as `2026-04-01`": "`2026-04-01` のような日付{bounds}",
    "a time{bounds}, such as `2026-04-01T09:00:00Z`": "`2026-04-01T09:00:00Z` のような日時{bounds}",
    "an object": "オブジェクト",
    "a Python {type}": "Python の {type}",
    "a number of very many digits": "桁の非常に多い数",
    "write `is` and one of its words": "`is` と選択肢のどれかを書いてください",
    "write `include` and one of its words": "`include` と選択肢のどれかを書いてください",
    "write `is` and a text in quotes, or `mentions` and a topic": (
        "`is` と引用符で囲んだ文字列か、`mentions` と話題を書いてください"
    ),
    "write `before` or `after` and a date": "`before` か `after` と、日付を書いてください",
    "write `before` or `after` and a date, or `time since`": (
        "`before` か `after` と日付を書くか、`time since` を使ってください"
    ),
    "facts have a dot in their names; a condition of several parts gets a name with `define`": (
        "事実の名前には点が入ります。いくつかの条件をまとめた名前は、`define` で付けてください"
    ),
    "with its definitions, a condition is nested at most {deepest} deep": (
        "条件の入れ子は、定義も含めて{deepest}段までです"
    ),
    "say directly what some of the definitions say through others": "定義を通さず、直接書いてください",
    "`{fact}` is not a yes or no: it is {type}": "`{fact}` は「はい・いいえ」ではなく、{type} です",
    "`{word}` compares dates and times, not {type}": "`{word}` で比べられるのは日付と日時で、{type} ではありません",
    "write `less than` or `more than`": "`less than` か `more than` と書いてください",
    "nothing lies between these two: the second is below the first": (
        "後の値が前の値より小さいため、この間に値がありません"
    ),
    "`{fact}` is a set, which is never one of its words": "`{fact}` は値をいくつも持つため、`is` では比べられません",
    "write `{fact} include …`": "`{fact} include …` と書いてください",
    "two stretches of time up to now are compared": "`time since` や `time until` どうしを比べています",
    "compare the two moments: `A before B`": "`A before B` のように、二つの時点を比べてください",
    "these two facts have no word in common, so they are never the same": (
        "二つの事実に共通の選択肢がないため、同じになることはありません"
    ),
    "compare facts that take the same words": "同じ選択肢を持つ事実を比べてください",
    "`{fact}` never takes this value, so this is always or never true": (
        "`{fact}` がこの値になることはないため、結果がいつも同じになります"
    ),
    "a date has no hours, so the time since it is counted in days": (
        "日付には時刻がないため、日付からの時間は日で数えます"
    ),
    "`{fact}` is never none, so this condition never holds": (
        "`{fact}` が「なし」になることはないため、この条件は成り立ちません"
    ),
    "declare the fact with `or none`, or ask whether it `is known`": (
        "事実を `or none` 付きで宣言するか、`is known` かどうかを調べてください"
    ),
    "`{fact}` is not a set: it is {type}": "`{fact}` は値をいくつも持つものではなく、{type} です",
    "only facts of type `any of` include something": "`include` を使えるのは、種類が `any of` の事実だけです",
    "`{fact}` is no text, so it mentions nothing": "`{fact}` は文字列ではないため、話題に触れることはありません",
    "only `request` and facts of type `text` mention topics": (
        "話題に触れるのは、`request` と、種類が `text` の事実だけです"
    ),
    "compare it with something": "何かと比べてください",
    "`{fact}` is never more or less: it is {type}": "`{fact}` に大小はありません。これは {type} です",
    "put the lower one first": "小さいほうを先に書いてください",
    "`{word}` stands without quotes, but `{fact}` is a text": (
        "`{word}` に引用符がありません。`{fact}` の値は文字列です"
    ),
    "count in days, or make the fact a `time`": "日で数えるか、事実の種類を `time` にしてください",
    "let it stand alone": "そのまま書いてください",
    "compare it with a value inside of its bounds, or change the bounds": (
        "範囲の中の値と比べるか、最小と最大を変えてください"
    ),
    "money with its currency, such as `{example}`": "`{example}` のような、通貨の付いた金額",
    "{takes}, of at most {most} digits": "{takes}（{most}桁まで）",
    "{takes}, and no {currency}": "{takes}（{currency} は使えません）",
    "a date without a time, such as `2026-04-01`": "`2026-04-01` のような、時刻のない日付",
    "a time, such as `{midnight}` for the midnight when that day begins": "`{midnight}`（その日の始まり）のような日時",
}
