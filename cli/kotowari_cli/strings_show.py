"""The words of `kotowari show` in the languages of the command line.

What a file has as a word of the policy language (`because`, `say ja answer`) is shown as it stands there.
"""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.record import record


@record
class ShowWords:
    """What is said of things. `{…}` are filled in where they are used; of a pair the first is for one alone."""

    kinds: Mapping[str, str]
    """The headings of the lists, by the word that declares a thing."""
    count: str
    head: str
    about: str
    stands_in: str
    takes: str
    called: str
    used_by: str
    user: str
    runs: str
    starts: str
    ends: str
    fixed: str
    internal_fact: str
    internal: str
    spoken: str
    internal_sentence: str
    answers: str
    rows: tuple[str, str]
    titled: str
    claims: str
    one_row: str
    every_row: str
    means: str
    exception_to: str
    exception: str
    row_of: str
    outcome: str
    so: str
    overridden_by: str
    final: str
    other_parts: str
    nothing: str
    no_text: str


ENGLISH = ShowWords(
    kinds={
        "rule": "rules",
        "table": "tables",
        "fact": "facts",
        "topic": "topics",
        "value": "values",
        "strategy": "strategies",
        "team": "teams",
        "define": "definitions",
        "label": "labels",
    },
    count="{kind} ({count})",
    head="{called} ({name})",
    about="edition {edition}, in {languages}, clocks of {zone}",
    stands_in="stands in",
    takes="takes",
    called="called {language}",
    used_by="used by",
    user="{verdict}  {rule}: {title}",
    runs="runs",
    starts="from {day}",
    ends="until {day}",
    fixed="no one can change it",
    internal_fact="never in a reply",
    internal="never spoken",
    spoken="{name}: {sentence}",
    internal_sentence="{name}: {sentence} (internal, never spoken)",
    answers="{team}, answers within {within}",
    rows=("1 row", "{count} rows"),
    titled="{title}, {rows}",
    claims="claims",
    one_row="one row holds",
    every_row="every row stands for itself",
    means="means",
    exception_to="exception to",
    exception="{said}  (exception to {rule})",
    row_of="row of",
    outcome="outcome",
    so="so",
    overridden_by="overridden by",
    final="no rule overrides it",
    other_parts="the other parts come from the usual scripts",
    nothing="(nothing)",
    no_text="(no text)",
)

JAPANESE = ShowWords(
    kinds={
        "rule": "ルール",
        "table": "表",
        "fact": "事実",
        "topic": "話題",
        "value": "価値観",
        "strategy": "戦略",
        "team": "担当",
        "define": "定義",
        "label": "ラベル",
    },
    count="{kind}（{count}件）",
    head="{called}（{name}）",
    about="第{edition}版、言語 {languages}、タイムゾーン {zone}",
    stands_in="場所",
    takes="種類",
    called="呼び名 {language}",
    used_by="使うルール",
    user="{verdict}  {rule}：{title}",
    runs="期間",
    starts="{day} から",
    ends="{day} まで",
    fixed="誰にも変えられません",
    internal_fact="返信には決して出しません",
    internal="お客様には決して伝えません",
    spoken="{name}：{sentence}",
    internal_sentence="{name}：{sentence}（社外秘。お客様には伝えません）",
    answers="{team}（回答期限 {within}）",
    rows=("1行", "{count}行"),
    titled="{title}（{rows}）",
    claims="約束",
    one_row="ちょうど1行が成り立ちます",
    every_row="何行成り立ってもかまいません",
    means="条件",
    exception_to="元のルール",
    exception="{said}  （{rule} の例外）",
    row_of="表",
    outcome="判定",
    so="つながる価値観",
    overridden_by="上書きするルール",
    final="どのルールにも上書きされません",
    other_parts="ほかの部分は定型文から補います",
    nothing="（なし）",
    no_text="（本文なし）",
)


def show_words(language: str) -> ShowWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
