"""What is said of files of cases, of decisions that become cases, and of lists of approved changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    "see `languages` of the policy": "方針の `languages` をご覧ください",
    "`kotowari show {kinds}` lists them": "`kotowari show {kinds}` で一覧を表示します",
    "`{name}` cannot be read: {why}": "`{name}` を読めません：{why}",
    "this file is empty": "このファイルは空です",
    "begin it with `cases:`, or remove it": "`cases:` で始めるか、削除してください",
    "no case of this file was read": "このファイルのケースは一つも読んでいません",
    "this case expects nothing": "このケースには期待することがありません",
    "add `expect:`, such as a verdict": "`expect:` に判定などを書いてください",
    "{message} (`{where}`)": "{message}（`{where}`）",
    "two cases are called `{name}`": "`{name}` という名前のケースが二つあります",
    "call one of them something else: a case is chosen by its name": (
        "一方の名前を変えてください。ケースは名前で選びます"
    ),
    "the column `{column}` stands twice": "列 `{column}` が二つあります",
    "`{column}` is no column of a table": "`{column}` という列は、表にありません",
    "a column is a fact, or one of {names}": "列は、事実か、{names} のどれかです",
    "this row has {cells}, and the first row names {count}": (
        "この行のマス目は{cells}ですが、1行目の列は{count}個です"
    ),
    "write `unknown` for a fact that nobody gave, and `~` where a row expects nothing": (
        "分からない事実には `unknown`、何も期待しないところには `~` と書いてください"
    ),
    "the column `{column}` takes a text, not `{given}`": "列 `{column}` に書けるのは文字列です。`{given}` は書けません",
    "`{given}` is no verdict": "`{given}` は判定ではありません",
    "a verdict is one of {verdicts}": "判定は {verdicts} のどれかです",
    "keys with values": "キーと値",
    "[kind]a list": "一覧",
    "[kind]an object": "キーと値",
    "[kind]a text": "文字列",
    "[kind]a whole number": "整数",
    "a file of cases": "ケースのファイル",
    "a case": "ケース",
    "a demand": "要望",
    "a row": "行",
    "an entry of `{key}`": "`{key}` の項目",
    "`{key}` is missing here": "ここに `{key}` がありません",
    "add `{key}:` to {what}": "{what} に `{key}:` を加えてください",
    "{what} is empty": "{what} が空です",
    "say something here, or leave it out": "何か書くか、取り除いてください",
    "`{key}` is no key of {what}": "{what} に `{key}` というキーはありません",
    "there is {keys}": "使えるキーは {keys} です",
    "there are {keys}": "使えるキーは {keys} です",
    "{what} takes {takes}, not {given}": "{what} に書けるのは {takes} です。{given} は書けません",
    "nothing": "空",
    "give {takes}": "{takes} を書いてください",
    "begin it with `cases:` and a list below": "`cases:` で始め、その下に一覧を書いてください",
    "this is no decision in the format `{format}`": "これは `{format}` の形の判定ではありません",
    "the decision does not hold its request; decide again without --no-request": (
        "判定に要望が入っていません。--no-request を付けずに、もう一度判定してください"
    ),
    "its request cannot be read: {error}": "要望を読めません：{error}",
    "the decision is not whole: {error}": "判定に欠けているものがあります：{error}",
    "such as `- {{change: accept:decline, rule: no-gantt, because: the board decided it}}`": (
        "`- {{change: accept:decline, rule: no-gantt, because: 役員会で決定}}`"
    ),
    "it needs one key, `approved`, with a list of changes, {how}": (
        "キー `approved` だけがあり、その下に変化の一覧が必要です。例：{how}"
    ),
    "`approved` is a list of changes, {how}": "`approved` の下に変化の一覧が必要です。例：{how}",
    "entry {number} is no change, {how}": "{number}番目の項目は変化ではありません。例：{how}",
    "entry {number}: {message}": "{number}番目の項目：{message}",
    "there is no key `{key}`; there are {keys}": "`{key}` というキーはありません。使えるキーは {keys} です",
    "`change` names a change, such as `accept:decline`": "`change` に `accept:decline` のような変化を書いてください",
    "`because` says why the change is accepted": "`because` に、変化を承認する理由を書いてください",
    "name either the `rule` that brings the change or the `request`, by its id": (
        "変化の原因の `rule` か、`request` の id の、どちらか一方を書いてください"
    ),
    "`rule` is the name of a rule": "`rule` はルールの名前です",
    "`request` is the id of a request": "`request` は要望の id です",
}
