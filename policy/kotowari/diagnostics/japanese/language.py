"""What is said of the text of rule files: words, lines, tables, strings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    "this value belongs to no fact": "この値がどの事実のものか分かりません",
    "write the name of the fact before it, such as `with customer.plan pro`": (
        "`with 顧客.プラン プロ` のように、前に事実の名前を書いてください"
    ),
    "`{other}` stands beside `{first}` without brackets, so this can be read in two ways": (
        "`{first}` と `{other}` が括弧なしで並んでいるため、二通りに読めます"
    ),
    "put brackets round what belongs together: `(A and B) or C`, or `A and (B or C)`": (
        "`(A and B) or C` か `A and (B or C)` のように、ひとまとまりのものを括弧で囲んでください"
    ),
    "the first `{word}`": "最初の `{word}`",
    "a number has at most {most} digits": "数は{most}桁までです",
    "use a larger unit, or fewer decimals": "単位を大きくするか、小数の桁を減らしてください",
    "`{part}` stands behind no {what}": "`{part}` の前に {what} がありません",
    "write `{example}` (or another language) before it: `{example} {part} …`": (
        "前に `{example}`（またはほかの言語）を付けて、`{example} {part} …` と書いてください"
    ),
    "language": "言語",
    "[words]say en": "say ja",
    "[words]en": "ja",
    "an expression has at most {most} operations": "一つの式に使える計算は{most}回までです",
    "let a fact hold a part of it": "式の一部を、一つの事実にしてください",
    "write a date as `2026-04-01` and a time as `2026-04-01T09:00`": (
        "日付は `2026-04-01`、日時は `2026-04-01T09:00` のように書いてください"
    ),
    "`{text}` is no time of the calendar": "`{text}` という日時はありません",
    "`{text}` is no date of the calendar": "`{text}` という日付はありません",
    "this cell is never closed": "このマス目の引用符が閉じていません",
    "close it with `{quote}`": "`{quote}` で閉じてください",
    "something stands behind the quote that closes this cell": "このマス目を閉じる引用符の後ろに、余分な文字があります",
    'quotes within a cell are written twice, such as `"is ""P-1042"""`': (
        'マス目の中の引用符は、`"is ""P-1042"""` のように二つ続けて書いてください'
    ),
    "`#` has no meaning in a cell of a spreadsheet": "表計算ソフトのマス目の中では、`#` に意味はありません",
    "leave it out; where the spreadsheet shows an error such as `#N/A`, mend that": (
        "`#` を取り除いてください。`#N/A` のようなエラーのときは、表計算ソフトで直してください"
    ),
    "a line mostly begins with a word of the language, such as `rule`, `when` or `decline`": (
        "行の多くは、`rule`、`when`、`decline` のようなキーワードで始まります"
    ),
    "{word} cannot stand here{needed}": "{word} はここには書けません{needed}",
    "{what} ends too early{needed}": "{what} が途中で終わっています{needed}",
    "a condition is nested at most {deepest} deep": "条件の入れ子は{deepest}段までです",
    ", behind {word}": "（{word} の後ろ）",
    ": {wanted} is needed": "。{wanted} が必要です",
    "this clause": "この節",
    "this cell": "このマス目",
    "`{word}` is not a word of the language": "`{word}` というキーワードはありません",
    "give a part of it a name with `define`": "条件の一部に `define` で名前を付けてください",
    "`{word}` is no clause of what stands above it": "`{word}` は、上に書かれたものの節ではありません",
    "finish it": "最後まで書いてください",
    "the language is missing before `{part}`": "`{part}` の前に言語がありません",
    "words of the language are written exactly so": "キーワードは、このとおりのつづりで書いてください",
    "put it where it belongs; each declaration has clauses of its own": (
        "使える節は宣言ごとに違います。正しい場所に移してください"
    ),
    "write it behind `say`, such as `say en {part} …`": "`say ja {part} …` のように、`say` の後ろに書いてください",
    "a name": "名前",
    "the name of a fact": "事実の名前",
    "a text in quotes": "`「…」` で囲んだ文字列",
    "a regular expression": "正規表現",
    "a currency such as `USD`": "`JPY` のような通貨",
    "a date such as `2026-04-01`": "`2026-04-01` のような日付",
    "a time": "日時",
    "a line of a table": "表の行",
    "the name of a team": "担当の名前",
    "the name of a rule": "ルールの名前",
    "a language or the name of a script": "言語か定型文の名前",
    "an amount": "数量",
    "write `is`": "`is` と書いてください",
    "the name of a value": "価値観の名前",
    "a condition": "条件",
    "the name of a topic": "話題の名前",
    "a unit, such as `days`": "`days` のような単位",
    "write `{number}`: a comma parts the values of a list": (
        "`{number}` と書いてください。コンマは、並べた値を区切るものです"
    ),
    "write `between {low} and {high}`": "`between {low} and {high}` と書いてください",
    "to say yes, write `accept because` and a value; `allow` silences a check of replies": (
        "承諾するときは、`accept because` の後ろに価値観を書いてください。`allow` は返信の検査を止めるものです"
    ),
    "the reason is for colleagues, and one language is enough: leave `{language}` out": (
        "理由は同僚に向けたもので、一つの言語で足ります。`{language}` を取り除いてください"
    ),
    "write `between {low} and {high}`; a comma parts the values of a list": (
        "`between {low} and {high}` と書いてください。並べた値は、コンマで区切ります"
    ),
    "it stands behind the outcome: `decline because …`": "`decline because …` のように、判定の後ろに書いてください",
    "write one, such as `{word} my-name`": "`{word} 名前` のように、名前を書いてください",
    "write `when not …`; a case that is decided otherwise is an exception: `except NAME when …`": (
        "`when not …` と書いてください。判定が変わる場合は、`except 名前 when …` のように例外として書きます"
    ),
    "write `request mentions {topic}`: a text is asked about by its topic": (
        "`request mentions {topic}` と書いてください。文面にある言葉は、話題として宣言して使います"
    ),
    "write `and` where both must hold, and `or` where one is enough": (
        "両方とも必要なら `and`、どちらかでよければ `or` と書いてください"
    ),
    "write `is one of {first}, {second}`": "`is one of {first}、{second}` と書いてください",
    "leave it out: no language is named here": "ここに言語は要りません。取り除いてください",
    "the names of a list are parted by commas": "並べた名前は、コンマで区切ってください",
    "write `is not`, and in a cell `not`": "`is not` と書いてください。マス目の中では `not` です",
    "write numbers with digits": "数は数字で書いてください",
    "write `is not`": "`is not` と書いてください",
    "write a rule of its own, or an exception, for the other case": (
        "もう一方の場合は、別のルールか例外として書いてください"
    ),
    "the outcome stands on its own: `accept`, `decline` or `escalate to` a team": (
        "判定は、`accept`、`decline`、`escalate to 担当` のどれかをそのまま書いてください"
    ),
    "this text": "この文字列",
    "this line": "この行",
    "a type, such as `yes or no`": "`yes or no` のような種類",
    "a value": "値",
    "an exception has no exceptions of its own: this one would belong to the rule": (
        "例外に例外は書けません。このままでは、元のルールの例外になります"
    ),
    "align the exceptions of a rule": "ルールの例外は、字下げをそろえて書いてください",
    "this `{word}` belongs to the exception above it, but is not indented under it": (
        "この `{word}` は上の例外の節になりますが、字下げがその下になっていません"
    ),
    "put it before the first `except` where it is the rule's, or indent it deeper than `except`": (
        "ルールの節なら最初の `except` より前に移し、例外の節なら `except` より深く字下げしてください"
    ),
    "`{word}` cannot stand here: a name holds no blanks": "`{word}` はここには書けません。名前に空白は使えません",
    "a blank is missing between `{word}` and `{other}`": "`{word}` と `{other}` の間に空白がありません",
    "leave `{word}` out": "`{word}` を取り除いてください",
    "write the date with its year: `{date}`": "年も入れて、`{date}` のように書いてください",
    "a comment begins with `#`": "コメントは `#` で始めます",
    "leave it out: no bullet stands before a line": "行の前に記号は要りません。取り除いてください",
    "write `yes`": "`yes` と書いてください",
    "write `no`": "`no` と書いてください",
    "`{text}` is written in another form": "`{text}` の書き方が違います",
    "write a comma instead, or `words {language}` on a line of its own": (
        "代わりに読点かコンマを書くか、別の行に `words {language} …` と書いてください"
    ),
    "a name begins with a letter": "名前は文字で始めてください",
    "a name is made of letters, digits, `-` and `_`; a text in quotes may follow it": (
        "名前に使えるのは、文字、数字、`-`、`_` です。ほかのことは、名前の後ろに `「…」` で書けます"
    ),
    "name a value; its text stands there: `value my-name en …`": (
        "価値観の名前を書いてください。文は `value 名前 ja 「…」` と、価値観のほうに書きます"
    ),
    "write a range as `between 5 and 10`, and the bounds of a fact as `from 5 to 10`": (
        "範囲は `between 5 and 10` のように、事実の最小と最大は `from 5 to 10` のように書いてください"
    ),
    "write `-`": "`-` と書いてください",
    "write `not` first: `not request mentions …`": "`not request mentions …` のように、`not` を先に書いてください",
    "the language stands before the text: `{language} …`": "言語は文字列の前に、`{language} …` と書いてください",
    "write `request mentions {topic}`": "`request mentions {topic}` と書いてください",
    "only calendar days are counted: write `… days`": (
        "営業日では数えられません。暦の日数で `… days` と書いてください"
    ),
    "write `wanted`, `avoid` or `risk` before the text": (
        "文字列の前に、`wanted`、`avoid`、`risk` のどれかを書いてください"
    ),
    "`)` closes nothing": "この `)` に対応する `(` がありません",
    "{what} is missing{where}": "{where}{what} がありません",
    " behind {word}": "{word} の後ろに ",
    "`{word}` is one too many": "`{word}` が一つ余分です",
    "`is` is one too many before `{word}`": "`{word}` の前の `is` は余分です",
    "`is not` cannot stand before `{word}`": "`{word}` の前に `is not` は置けません",
    "write `not` first: `not {before} {word} …`": "`not {before} {word} …` のように、`not` を先に書いてください",
    "this text stands in quotes, but {wanted} is needed": "文字列が書かれていますが、ここには {wanted} が必要です",
    "write the name without quotes": "名前は、引用符を付けずに書いてください",
    "`{name}` is the name of a fact, but {wanted} is needed": (
        "`{name}` は事実の名前ですが、ここには {wanted} が必要です"
    ),
    "names have no dot": "名前に点は使えません",
    "`{word}` is no name of a fact": "`{word}` は事実の名前ではありません",
    "facts have a dot in their names, such as `customer.plan`": "事実の名前には、`顧客.プラン` のように点が入ります",
    "`{word}` stands without quotes, but a text is needed": "`{word}` に引用符がありません。ここには文字列が必要です",
    'write `"{word}"`': "`「{word}」` と書いてください",
    "the language of this text is missing": "この文字列の言語がありません",
    "write it before the text, such as `en`": "文字列の前に、`ja` のように書いてください",
    "which part of the reply is this?": "これは返信のどの部分ですか",
    "write it before the text, such as `answer` or `instead`": (
        "文字列の前に、`answer` や `instead` のように書いてください"
    ),
    "`{missing}` is missing before {word}": "{word} の前に `{missing}` がありません",
    "write `{word}` before it": "前に `{word}` と書いてください",
    "so much is wrong with this file that the rest is not shown": (
        "このファイルは間違いが多いため、ここから先は表示しません"
    ),
    "mend the first ones and look again": "先に出ている間違いを直してから、もう一度お試しください",
    "a table has at most {most} columns": "表の列は{most}個までです",
    "a table has at most {most:,} rows": "表の行は{most:,}行までです",
    "this row has {cells}, the table has {columns}": "この行のマス目は{cells}、表の列は{columns}です",
    "say in the table's `when` what all rows share, or split the table": (
        "すべての行に共通の条件は表の `when` に書くか、表を分けてください"
    ),
    "split it into several tables, each with a `when` of its own": (
        "それぞれ別の `when` を付けて、いくつかの表に分けてください"
    ),
    "give every column a cell; an empty one is no condition": (
        "どの列にもマス目を書いてください。条件がないときは、空のマス目にします"
    ),
    "1 cell": "1個",
    "{count} cells": "{count}個",
    "1 column": "1個",
    "{count} columns": "{count}個",
    "text stands in straight quotes or in 「」, not in these": (
        'この引用符は使えません。文字列は `「…」` か `"…"` で囲みます'
    ),
    'write `"…"` or `「…」` instead of `{first}…{last}`': (
        '`{first}…{last}` ではなく、`「…」` か `"…"` と書いてください'
    ),
    "{character} has no meaning here": "{character} は、ここでは意味を持ちません",
    "this string is never closed": "この文字列が閉じていません",
    "`|` stands only in the lines of a table, which begin with it": "`|` を書けるのは、`|` で始まる表の行だけです",
    "begin the line with `|`; in a text it stands in quotes": (
        "行を `|` で始めてください。文字としての `|` は、引用符の中に書きます"
    ),
    "an invisible character ({name}) makes this text look other than it is": (
        "見えない文字（{name}）のため、実際とは違う文面に見えます"
    ),
    "leave the character out": "この文字を取り除いてください",
    "a rule file has at most {most:,} words and marks": (
        "一つのルールファイルに書ける語と記号は、合わせて{most:,}個までです"
    ),
    'write straight quotes, "…", or 「…」': '`「…」` か `"…"` で囲んでください',
    "write the currency behind the amount: `5_000 USD`": "通貨は `5_000 JPY` のように、金額の後ろに書いてください",
    "part the values with commas, such as `free, pro`": (
        "並べる値は、`無料、プロ` のように読点かコンマで区切ってください"
    ),
    "write a range as `between 5 and 10`": "範囲は `between 5 and 10` のように書いてください",
    "this quote closes nothing": "この括弧に対応する `「` がありません",
    "the name of a fact has a dot inside, such as `customer.plan`": (
        "事実の名前の点は、`顧客.プラン` のように名前の途中に書きます"
    ),
    "no full stop is needed": "句点は要りません",
    "write `plus`": "`plus` と書いてください",
    "write `minus` between two amounts; the text of a list stands in quotes": (
        "引き算は、二つの数量の間に `minus` と書いてください。箇条書きの文は、引用符の中に書きます"
    ),
    "write `times`": "`times` と書いてください",
    "a regular expression stands between two slashes on one line": (
        "正規表現は、1行の中で二つの `/` の間に書いてください"
    ),
    "write `is not` or `not`": "`is not` か `not` と書いてください",
    "write a range as `between 5 and 10`, and `minus` between two amounts": (
        "範囲は `between 5 and 10` のように、引き算は二つの数量の間に `minus` と書いてください"
    ),
    "write `at least 5` for five and more, and `plus` between two amounts": (
        "5以上は `at least 5`、足し算は二つの数量の間に `plus` と書いてください"
    ),
    "write `not`": "`not` と書いてください",
    "write 「…」": "`「…」` で囲んでください",
    "no colon is needed": "コロンは要りません",
    "no semicolon is needed": "セミコロンは要りません",
    "placeholders stand inside of strings": "プレースホルダーは、文字列の中に書いてください",
    "write `and`": "`and` と書いてください",
    "write `at least`": "`at least` と書いてください",
    "write `at most`": "`at most` と書いてください",
    "put text in quotes, or leave the character out": (
        "文字列なら引用符で囲み、そうでなければこの文字を取り除いてください"
    ),
    "leave the cell empty, or write `any`": "マス目を空にするか、`any` と書いてください",
    "there is no file `{path}` in the policy's folder that can be read": (
        "方針のフォルダーに、読み込めるファイル `{path}` がありません"
    ),
    "`{name}` is not a CSV file within this policy's folder": (
        "`{name}` は、この方針のフォルダーの中の CSV ファイルではありません"
    ),
    "export the table from the spreadsheet as CSV in UTF-8, and put the file there": (
        "表計算ソフトから CSV（UTF-8）に書き出して、そこに置いてください"
    ),
    "the rows of table `{table}` stand both in a file and here": "表 `{table}` の行が、ファイルとここの両方にあります",
    "put the file beside this one, and name it such as `refunds.csv`": (
        "ファイルをルールファイルの隣に置き、`返金.csv` のように指定してください"
    ),
    "the rows that stand here": "ここにある行",
    "permission denied": "アクセスする権限がありません",
    "no such file or directory": "ファイルやフォルダーがありません",
    "is a directory": "フォルダーです",
    "not a directory": "フォルダーではありません",
    "input/output error": "入出力エラー",
    "too many open files": "開いているファイルが多すぎます",
    "unknown reason": "理由は分かりません",
    "`{path}` holds no rule files": "`{path}` にルールファイルがありません",
    "a policy is a folder of `*{suffix}` files; `kotowari init` starts one": (
        "方針は、`*{suffix}` ファイルを収めたフォルダーです。`kotowari init` で作り始められます"
    ),
    "`{path}` is not read: the names of rule files end in `{suffix}`": (
        "`{path}` は読み込まれません。ルールファイルの名前は `{suffix}` で終わります"
    ),
    "call it `{name}`, or take it out of this folder": (
        "名前を `{name}` に変えるか、このフォルダーの外に移してください"
    ),
    "`{path}` does not exist": "`{path}` はありません",
    "`{path}` is not a folder": "`{path}` はフォルダーではありません",
    "a rule file has at most {size} MiB in all": "ルールファイルは、合わせて {size} MiB までです",
    "a rule file has at most {size} MiB": "一つのルールファイルは {size} MiB までです",
    "more than {most} rule files": "ルールファイルが{most}個を超えています",
    "`{path}` cannot be read: {reason}": "`{path}` を読み込めません：{reason}",
    "this file cannot be read: {reason}": "このファイルを読み込めません：{reason}",
    "this file is not UTF-8: byte 0x{byte:02X} at {place} begins no character": (
        "このファイルは UTF-8 ではありません。位置{place}のバイト 0x{byte:02X} で始まる文字はありません"
    ),
    "give the folder of a policy": "方針のフォルダーを指定してください",
    "split it into several files": "いくつかのファイルに分けてください",
    "is this the right folder?": "フォルダーが正しいかお確かめください",
    "check its rights": "読み取りの権限をお確かめください",
    "export it as CSV in UTF-8": "CSV（UTF-8）に書き出してください",
    "save it as UTF-8": "UTF-8 で保存してください",
    "it looks like Shift_JIS: save it as UTF-8": "Shift_JIS のようです。UTF-8 で保存してください",
}
