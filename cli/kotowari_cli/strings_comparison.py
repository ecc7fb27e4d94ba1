"""The words of what compares two policies, `what-if` and `diff`, in the languages of the command line."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.comparison.transitions import State
from kotowari.record import record


@record
class RequestWords:
    """What is said of requests under two policies. `{…}` are filled in where used; a pair is for one and for many."""

    title: str
    changed: tuple[str, str]
    unchanged: tuple[str, str]
    nothing: str
    none_decided: str
    refused: str
    states: Mapping[State, str]
    """What is no verdict; those have their words already."""
    transition: str
    count: str
    possible: str
    teams: str
    replies: str
    request: str
    line: str
    this: str
    before: str
    after: str
    rules: str
    hangs: str
    open: str
    to: str
    same_verdict: str
    approved: str
    reply: str
    no_reply: str
    more: str
    errors: tuple[str, str]
    without: str
    replaced: str
    added: str


ENGLISH = RequestWords(
    title="Requests",
    changed=("{changed} of {total} requests changes", "{changed} of {total} requests change"),
    unchanged=("Nothing would be different: {verdict}", "None of {total} requests changes."),
    nothing="There are no requests.",
    none_decided="None of the requests could be decided.",
    refused="not taken: {why}",
    states={State.OPEN: "OPEN", State.REFUSED: "NOT TAKEN"},
    transition="{before} → {after}",
    count="{count}  {what}",
    possible="other verdicts possible",
    teams="another team",
    replies="another reply",
    request="{id}",
    line="line {line}",
    this="this request",
    before="before: ",
    after="after: ",
    rules="by {rules}",
    hangs="it hangs on {rules}",
    open="{open} ({possible})",
    to="to {teams}",
    same_verdict="{verdict}, {what}",
    approved="{what} (approved)",
    reply="reply: {text}",
    no_reply="no reply",
    more="and {count} more; --most shows more of them",
    errors=("{count} line could not be decided", "{count} lines could not be decided"),
    without="without {rules}",
    replaced="with another {names}",
    added="with {names} added",
)

JAPANESE = RequestWords(
    title="ご要望",
    changed=("{total}件のうち{changed}件が変わります", "{total}件のうち{changed}件が変わります"),
    unchanged=("変わりません：{verdict}", "{total}件のどれも変わりません。"),
    nothing="ご要望がありません。",
    none_decided="判定できたご要望はありません。",
    refused="受け付けられません：{why}",
    states={State.OPEN: "保留", State.REFUSED: "受付不可"},
    transition="{before} → {after}",
    count="{count}件  {what}",
    possible="可能な判定の変更",
    teams="引き継ぎ先の変更",
    replies="返信の変更",
    request="{id}",
    line="{line}行目",
    this="このご要望",
    before="変更前：",
    after="変更後：",
    rules="ルール {rules}",
    hangs="ルール {rules} による",
    open="{open}（{possible}）",
    to="引き継ぎ先 {teams}",
    same_verdict="{verdict}、{what}",
    approved="{what}（承認済み）",
    reply="返信 {text}",
    no_reply="返信なし",
    more="ほか{count}件（--most で表示を増やせます）",
    errors=("判定できない行が{count}件あります", "判定できない行が{count}件あります"),
    without="{rules}を外した場合",
    replaced="{names}を差し替えた場合",
    added="{names}を加えた場合",
)


def request_words(language: str) -> RequestWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
