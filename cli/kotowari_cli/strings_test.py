"""The words of `kotowari test`, apart from those of decisions: only this command needs them."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.record import record
from kotowari.testing import Status
from kotowari.testing.words import ENGLISH as ENGLISH_REPORT
from kotowari.testing.words import ReportWords


@record
class TestWords:
    """Every label of a run. `{…}` are filled in where they are used; of a pair the first is for one alone."""

    report: ReportWords
    comma: str
    examples: tuple[str, str]
    cases: tuple[str, str]
    all_hold: str
    statuses: Mapping[Status, str]
    left: str
    todo: str


ENGLISH = TestWords(
    report=ENGLISH_REPORT,
    comma=", ",
    examples=("{count} example", "{count} examples"),
    cases=("{count} case", "{count} cases"),
    all_hold="{what}: as expected",
    statuses={
        Status.PASSED: "{count} passed",
        Status.FAILED: "{count} failed",
        Status.TODO: "{count} todo",
        Status.FIXED: "{count} todo but passing",
    },
    left="{count} not run",
    todo="todo: {name}: {reason}",
)

JAPANESE = TestWords(
    report=ReportWords(
        comma="、",
        semicolon="。",
        quoted="「{}」",
        nothing="なし",
        truths={True: "真", False: "偽", None: "不明"},
        failed="`{name}`：期待は {expected}、結果は {found}",
        fails="`{name}` は期待どおりではありません",
        does_not_hold="`{rule}` のこの例は成り立ちません：条件は{truth}です",
        holds="`{rule}` の反例が成り立っています：条件は{truth}です",
        hangs="`{rule}` の反例が成り立つ可能性があります：条件は{truth}です",
        hangs_help="条件が決まるように、`with` の後に事実を書いてください",
        open_help="判定が決まるように、要望の事実を書いてください",
        fixed="`{name}` は `todo` ですが、成功しています",
        fixed_label="この行を消してください",
        fixed_help="予定していたことは済みました。`todo` を消すと、以後も確かめられます",
        came_out="結果：{found}",
        no_such_demand="この要望はありません。あるのは：{found}",
        more_demands="ほかにもこの要望があります：{found}",
        not_said="返信にこの言葉がありません",
        said="返信にこの言葉があります",
        no_reply="返信がありません",
        reply="返信：{text}",
        gives="`{rule}` が {verdict} とした理由：{clause}{seen}",
        hangs_on="{truth}。`{rule}` はこれによります{seen}",
        own_outcome="`{rule}` により {verdict}",
        holds_about="`{clause}` は{truth}です{seen}",
        holds_clause="{truth}{seen}",
        gives_clause="{truth}のため `{rule}` が {verdict} とします{seen}",
        barred="`{rule}` は当てはまりません：`{clause}` は{truth}です",
        barred_clause="{truth}のため `{rule}` は当てはまりません{seen}",
        seen="（{seen}）",
        nearest="{verdict} に最も近いルール：`{rule}`",
        nearest_named="`{rule}` の判定は {verdict}",
        out_of_dates="{by} は期間の外です",
        ended="根拠としている価値観や戦略の期間が終わっています",
        set_aside="{by} が優先するため、適用されません",
        maybe_set_aside="{by} が優先し、適用されない可能性があります",
        outranked="当てはまりますが、{by} が優先します",
        undecided="当てはまりますが、分からない事実によっては別の判定になります",
        no_rule="{verdict} とするルールがありません",
    ),
    comma="、",
    examples=("例{count}件", "例{count}件"),
    cases=("ケース{count}件", "ケース{count}件"),
    all_hold="{what}：すべて期待どおりです",
    statuses={
        Status.PASSED: "成功{count}件",
        Status.FAILED: "失敗{count}件",
        Status.TODO: "todo {count}件",
        Status.FIXED: "todo なのに成功{count}件",
    },
    left="未実行{count}件",
    todo="todo：{name}：{reason}",
)


def test_words(language: str) -> TestWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
