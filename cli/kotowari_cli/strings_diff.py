"""The words of `kotowari diff` in the languages of the command line."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.comparison.structure import Status
from kotowari.engine.situation import Mention
from kotowari.record import record


@record
class DiffWords:
    """What is said of the difference between two policies. `{…}` are filled in where they are used."""

    title: str
    same: str
    declarations: str
    sorts: Mapping[str, str]
    """What the kinds of declarations are called, where that is not the word of the language."""
    item: str
    statuses: Mapping[Status, str]
    clause: str
    was: str
    new: str
    changed: str
    words: str
    mentions: Mapping[Mention, str]
    text: str
    no_text: str
    meaning: str
    equivalent: str
    untold: str
    no_proof: str
    no_rule: str
    by: str
    columns: tuple[str, str, str, str]
    more_in_full: str
    requests: str
    fails: str
    not_told: str
    stale: str
    stale_rule: str
    stale_request: str


ENGLISH = DiffWords(
    title="{name}: {old} → {new}",
    same="No declaration is different.",
    declarations="Declarations",
    sorts={},
    item="{sort} {name}  {status}",
    statuses={
        Status.ADDED: "added",
        Status.REMOVED: "removed",
        Status.CHANGED: "changed",
        Status.RENAMED: "renamed, before: {was}",
    },
    clause="{clause}: ",
    was="- ",
    new="+ ",
    changed="→ ",
    words="Other words",
    mentions={Mention.ASKS: "asked for", Mention.MENTIONS: "mentioned", Mention.NO: "not mentioned"},
    text="{topic}: {text}: {before} → {after}",
    no_text="{topic}: no text of its own words was found that shows it",
    meaning="What that changes",
    equivalent="Every request gets the same verdict: proved, where all facts are given.",
    untold="More may change, which could not be shown: {transitions}.",
    no_proof="z3 is not installed, so what that changes is not proved: pip install 'kotowari[verify]'",
    no_rule="no rule alone",
    by="by {before} → {after}",
    columns=("rule", "verdict", "for example", ""),
    more_in_full="There is more than a comment holds; `kotowari diff` shows it all.",
    requests="Requests",
    fails="must not happen: {change} ({count})",
    not_told="must not happen, and could not be told: {change}",
    stale="no longer needed: the approval of {change} {what} ({because})",
    stale_rule="by {rule}",
    stale_request="of the request {request}",
)

JAPANESE = DiffWords(
    title="{name}：{old} → {new}",
    same="宣言に違いはありません。",
    declarations="宣言",
    sorts={
        "policy": "方針",
        "rule": "ルール",
        "exception": "例外",
        "row": "表の行",
        "table": "表",
        "definition": "定義",
        "fact": "事実",
        "topic": "話題",
        "value": "価値観",
        "strategy": "戦略",
        "team": "担当",
        "label": "ラベル",
        "script": "定型文",
        "usual script": "共通の定型文",
        "tension": "緊張",
        "complete over": "網羅",
    },
    item="{sort} {name}  {status}",
    statuses={
        Status.ADDED: "追加",
        Status.REMOVED: "削除",
        Status.CHANGED: "変更",
        Status.RENAMED: "名前の変更（変更前：{was}）",
    },
    clause="{clause}：",
    was="- ",
    new="+ ",
    changed="→ ",
    words="話題の言葉の変更",
    mentions={Mention.ASKS: "求めている", Mention.MENTIONS: "触れている", Mention.NO: "触れていない"},
    text="{topic}：{text}：{before} → {after}",
    no_text="{topic}：違いの出る文は、その言葉からは見つかりませんでした",
    meaning="判定の変化",
    equivalent="どのご要望も同じ判定です（事実がすべて分かっている場合について証明済み）。",
    untold="ほかにも変わるかもしれません（確かめられませんでした）：{transitions}",
    no_proof="z3 がないため、判定の変化は証明していません：pip install 'kotowari[verify]'",
    no_rule="一つのルールによらない",
    by="ルール {before} → {after}",
    columns=("ルール", "判定", "たとえば", ""),
    more_in_full="コメントに入りきらないため省略しました。`kotowari diff` ですべて表示します。",
    requests="ご要望",
    fails="起きてはならない変化：{change}（{count}件）",
    not_told="起きてはならないのに、確かめられない変化：{change}",
    stale="不要になった承認：{change} {what}（{because}）",
    stale_rule="ルール {rule}",
    stale_request="ご要望 {request}",
)


def diff_words(language: str) -> DiffWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
