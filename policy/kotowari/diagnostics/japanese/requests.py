"""What is said of requests, and of the documents that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_DOCUMENTS: Final[Mapping[str, str]] = {
    "line {line}, column {column}: {message}": "{line}行目の{column}文字目：{message}",
    "`{where}`: {message}": "`{where}`：{message}",
    "{message}; {help}": "{message}。{help}",
    "the document is larger than {size} MiB; split it": "文書が {size} MiB を超えています。分けてください",
    "the document is UTF-16; save it as UTF-8": "文書が UTF-16 です。UTF-8 で保存してください",
    "the document is not UTF-8: byte {offset} (from 0) is 0x{byte:02x}; save it as UTF-8": (
        "文書が UTF-8 ではありません：バイト {offset}（0から数えて）が 0x{byte:02x} です。UTF-8 で保存してください"
    ),
    "the document is nested more than {levels} levels deep": "文書の入れ子が{levels}段を超えています",
    "`{number}` is no number that can be used here; numbers are finite": (
        "`{number}` は、ここで使える数ではありません。無限大と非数は使えません"
    ),
    "the key `{key}` stands twice in one object; keep one of them": (
        "一つのオブジェクトに、キー `{key}` が二つあります。どちらか一つにしてください"
    ),
    "this is not JSON: {told}": "JSON として読めません：{told}",
    "this is not YAML: {told}": "YAML として読めません：{told}",
    "this is not YAML: an escape or a version stands for a number beyond its range": (
        "YAML として読めません：エスケープか版の番号が、範囲の外の数です"
    ),
    "the character U+{code:04X} must be written as an escape": "文字 U+{code:04X} は、エスケープで書いてください",
    "the document says that it is not YAML 1.2; remove the line `%YAML`": (
        "文書に、YAML 1.2 ではないと書かれています。`%YAML` の行を取り除いてください"
    ),
    "a second document begins here; there must be one alone": (
        "ここから二つ目の文書が始まっています。一つだけにしてください"
    ),
    "a value is missing here": "ここに値がありません",
    "the alias `*{name}` is not taken; write the value out": (
        "エイリアス `*{name}` は使えません。値をそのまま書いてください"
    ),
    "the anchor `&{name}` is not taken; remove it": "アンカー `&{name}` は使えません。取り除いてください",
    "the tag `{tag}` is not taken; remove it": "タグ `{tag}` は使えません。取り除いてください",
    "the key `{key}` is not text; put it in quotes": "キー `{key}` が文字列ではありません。引用符で囲んでください",
    "the key is not text; put it in quotes": "キーが文字列ではありません。引用符で囲んでください",
    "half a character (a lone surrogate) is no text; write the character itself": (
        "文字の片割れ（対のないサロゲート）は文字列ではありません。その文字をそのまま書いてください"
    ),
}
_JSON: Final[Mapping[str, str]] = {
    "expecting value": "ここに値が必要です",
    "expecting property name enclosed in double quotes": "ここに、二重引用符で囲んだキーが必要です",
    "expecting `:` delimiter": "ここに `:` が必要です",
    "expecting `,` delimiter": "ここに `,` が必要です",
    "illegal trailing comma before end of object": "オブジェクトの最後に、余分なコンマがあります",
    "illegal trailing comma before end of array": "配列の最後に、余分なコンマがあります",
    "unterminated string starting at": "ここから始まる文字列が閉じられていません",
    "invalid control character at": "文字列に制御文字があります",
    "invalid \\escape": "使えないエスケープです",
    "invalid \\uXXXX escape": "`\\u` の後ろには16進数が4桁必要です",
    "extra data": "値の後ろに余分なものがあります",
}
_YAML: Final[Mapping[str, str]] = {
    "[where and what], ": "で、",
    "while parsing a block mapping": "キーと値の並びの中",
    "while parsing a block collection": "`-` で始まる一覧の中",
    "while parsing a flow mapping": "`{{ }}` の中",
    "while parsing a flow sequence": "`[ ]` の中",
    "while parsing a block node": "値の中",
    "while parsing a flow node": "値の中",
    "while parsing a node": "値の中",
    "while scanning a simple key": "キーの中",
    "while scanning a quoted scalar": "引用符の中",
    "while parsing a quoted scalar": "引用符の中",
    "while scanning a double-quoted scalar": "引用符の中",
    "while scanning a block scalar": "複数行の文字列の中",
    "while scanning a plain scalar": "引用符のない文字列の中",
    "while scanning for the next token": "次の語を読むところ",
    "while scanning a directive": "`%` で始まる行の中",
    "did not find expected key": "キーが必要です。字下げを確かめてください",
    "did not find expected ',' or '}}'": "`,` か `}}` が必要です",
    "did not find expected ',' or ']'": "`,` か `]` が必要です",
    "did not find expected '-' indicator": "`-` が必要です。字下げを確かめてください",
    "did not find expected node content": "値が必要です",
    "did not find expected <document start>": "文書の終わりの後ろに、余分なものがあります",
    "could not find expected ':'": "`:` が必要です",
    "found unexpected end of stream": "途中でファイルが終わっています",
    "found unexpected document indicator": "途中で文書が終わっています",
    "found unexpected document separator": "途中で文書が終わっています",
    "found character that cannot start any token": "この文字から値を始めることはできません。引用符で囲んでください",
    "found unknown escape character": "使えないエスケープです",
    "found unknown escape character '{found}": "使えないエスケープです：'{found}",
    "found character '{character}' that cannot start any token": (
        "'{character}' から値を始めることはできません。引用符で囲んでください"
    ),
    "expected <block end>, but found '<block mapping start>'": "ここにキーは書けません。字下げを確かめてください",
    "expected <block end>, but found '<block sequence start>'": (
        "ここに `-` の一覧は書けません。字下げを確かめてください"
    ),
    "expected <block end>, but found '<scalar>'": "ここに値は書けません。引用符と字下げを確かめてください",
    "expected <block end>, but found '{found}": "ここに '{found} は書けません。引用符と字下げを確かめてください",
    "expected the node content, but found '{found}": "値が必要ですが、'{found} があります",
    "found a tab character that violates indentation": "字下げにタブがあります。空白を使ってください",
    "found a tab character where an indentation space is expected": "字下げにタブがあります。空白を使ってください",
    "mapping values are not allowed in this context": "ここに `:` は書けません。文字列なら引用符で囲んでください",
    "mapping values are not allowed here": "ここに `:` は書けません。文字列なら引用符で囲んでください",
    "block sequence entries are not allowed in this context": "ここに `-` の一覧は書けません",
    "block mapping keys are not allowed in this context": "ここにキーは書けません",
    "sequence entries are not allowed here": "ここに `-` の一覧は書けません",
    "mapping keys are not allowed here": "ここにキーは書けません",
    "expected ',' or ']', but got '<stream end>'": "`,` か `]` が必要ですが、ファイルが終わっています",
    "expected ',' or '}}', but got '<stream end>'": "`,` か `}}` が必要ですが、ファイルが終わっています",
}
_REQUESTS: Final[Mapping[str, str]] = {
    'a request is an object, such as `{{"text": "Please add an export"}}`': (
        '要望は、`{{"text": "書き出しがほしい"}}` のようなオブジェクトです'
    ),
    "give the text as a string": "文面を文字列で書いてください",
    "write a time with its offset, such as `2026-04-01T09:00:00Z` or `2026-04-01T09:00:00+09:00`": (
        "`2026-04-01T09:00:00+09:00` のように、時差を付けた日時を書いてください"
    ),
    "give the code of a language, such as `en` or `ja`": "`ja` や `en` のような、言語のコードを書いてください",
    'give facts as `{{"customer": {{"plan": "pro"}}}}`': (
        '事実は `{{"customer": {{"plan": "pro"}}}}` のように書いてください'
    ),
    'give topics as `{{"gantt": "asks"}}`': '話題は `{{"gantt": "asks"}}` のように書いてください',
    'give the names of facts as a list, such as `["customer.seats"]`': (
        '事実の名前を `["customer.seats"]` のように並べてください'
    ),
    "`{given}` does not say its offset from UTC": "`{given}` に時差がありません",
    "`{given}` is a day, not a time": "`{given}` は日付です。日時が必要です",
    "`{given}` is not a time": "`{given}` は日時ではありません",
    "null": "null",
    "true or false": "真偽値",
    "a number": "数",
    "{what} stands where an object belongs": "オブジェクトを書くところに、{what} があります",
    "{what} stands where a text belongs": "文字列を書くところに、{what} があります",
    "{what} stands where a list belongs": "一覧を書くところに、{what} があります",
    "the key `{key}` is not text": "キー `{key}` が文字列ではありません",
    "two keys are the same once they are written alike (NFC)": "二つのキーは、書き方をそろえると（NFC）同じになります",
    "a request has no such key": "要望に、このキーはありません",
    "there are {keys}; facts go into `facts`": "使えるキーは {keys} です。事実は `facts` の中に書きます",
    "`{given}` is no name of a request": "`{given}` は、要望の名前にできません",
    "give a string or a whole number": "文字列か整数を書いてください",
    "`{code}` is no code of a language": "`{code}` は、言語のコードではありません",
    "the facts are nested too deep": "事実の入れ子が深すぎます",
    "at most {levels} levels are read": "読むのは{levels}段までです",
    "the fact `{name}` is given twice": "事実 `{name}` が二つあります",
    "there are more than {count} facts": "事実が{count}個を超えています",
    "give those that the policy declares": "方針にあるものだけを書いてください",
    "`{given}` does not say how the request meets the topic": "`{given}` では、要望と話題の関わりが分かりません",
    'write "asks" where the request asks for it, "mentions" where it only comes up, else false': (
        '求めているなら "asks"、触れているだけなら "mentions"、どちらでもなければ false と書いてください'
    ),
    "`{moment}` is not a moment of the calendar in UTC": "`{moment}` は、UTC の暦にない日時です",
    "give a moment within it": "暦にある日時にしてください",
    "its languages are {languages}; leave it out to take that of the text": (
        "使える言語は {languages} です。書かなければ、文面の言語になります"
    ),
    "the policy has no replies in `{language}`": "方針に `{language}` の返信はありません",
    "`{given}` is not what the fact takes": "`{given}` は、この事実の値ではありません",
    "{message}: {takes}": "{message}：{takes}",
    "`{name}` is no fact to give": "`{name}` は、事実としては渡せません",
    "give it as `{key}` of the request": "要望の `{key}` に書いてください",
    "`kotowari show` lists the facts that there are": "`kotowari show` で、事実の一覧を表示します",
    "`kotowari show` lists the topics that there are": "`kotowari show` で、話題の一覧を表示します",
    "name a fact, or `all`": "事実の名前か `all` を書いてください",
    "`{given}` is no name of a fact": "`{given}` は、事実の名前ではありません",
}
SENTENCES: Final[Mapping[str, str]] = {**_DOCUMENTS, **_JSON, **_YAML, **_REQUESTS}
