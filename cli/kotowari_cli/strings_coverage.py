"""The words of `kotowari test --coverage`."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.cases.coverage_plan import End
from kotowari.record import record


@record
class CoverageWords:
    """Every label of a coverage. `{…}` are filled in where they are used."""

    language: str
    comma: str
    rule: str
    definition: str
    fired: str
    held: str
    near: str
    clauses: str
    never_fired: str
    never_held: str
    only_unsure: str
    no_true: str
    no_false: str
    no_either: str
    no_text: str
    only_true: str
    only_false: str
    no_value: str
    ends: Mapping[End | None, str]
    thresholds_title: str
    patterns_title: str
    more: str
    totals: Mapping[str, str]
    total: str
    of: str
    page_title: str
    explained: str
    """What the columns count, for those who see the page alone."""


ENGLISH = CoverageWords(
    language="en",
    comma=", ",
    rule="rule",
    definition="definition",
    fired="fired",
    held="held",
    near="near",
    clauses="clauses",
    never_fired="never in force",
    never_held="never true",
    only_unsure="in force only where another rule hangs on a fact that nobody gave",
    no_true="no case hangs on this being true: {clause}",
    no_false="no case hangs on this being false: {clause}",
    no_either="no case hangs on this: {clause}",
    no_text="no text about it in: {languages}",
    only_true="only values for which this is true: {clause}",
    only_false="only values for which this is false: {clause}",
    no_value="no value at all for: {clause}",
    ends={None: "", End.LOW: " (lower end)", End.HIGH: " (upper end)"},
    thresholds_title="thresholds with values on one side only",
    patterns_title="topics with patterns that found nothing",
    more="and {count} more",
    totals={
        "rules": "rules in force at least once",
        "clauses": "clauses that decided both ways",
        "patterns": "patterns that found something",
        "thresholds": "thresholds with a value on each side",
        "languages": "texts for each rule and language",
    },
    total="coverage (rules and clauses)",
    of="{covered} of {total}",
    page_title="What the cases of {policy} cover",
    explained=(
        "Fired: how often a rule was in force. Near: how often one clause alone kept it from that. Clauses: on how "
        "many of its clauses some case hangs while they are true, and some case while they are false."
    ),
)

JAPANESE = CoverageWords(
    language="ja",
    comma="、",
    rule="ルール",
    definition="定義",
    fired="適用",
    held="成立",
    near="あと一歩",
    clauses="条件",
    never_fired="一度も適用なし",
    never_held="一度も成立なし",
    only_unsure="適用は、ほかのルールが不明な事実によるときのみ",
    no_true="真であることが決め手のケースなし：{clause}",
    no_false="偽であることが決め手のケースなし：{clause}",
    no_either="決め手になるケースなし：{clause}",
    no_text="この言語の文なし：{languages}",
    only_true="真になる値のみ：{clause}",
    only_false="偽になる値のみ：{clause}",
    no_value="値なし：{clause}",
    ends={None: "", End.LOW: "（下の端）", End.HIGH: "（上の端）"},
    thresholds_title="片側の値しかないしきい値",
    patterns_title="何も見つけていないパターンのある話題",
    more="ほか{count}件",
    totals={
        "rules": "一度は適用されたルール",
        "clauses": "真でも偽でも結果を決めた条件",
        "patterns": "何かを見つけたパターン",
        "thresholds": "両側の値があるしきい値",
        "languages": "ルールと言語ごとの文",
    },
    total="網羅率（ルールと条件）",
    of="{total}件中{covered}件",
    page_title="{policy}：ケースの網羅率",
    explained=(
        "適用：ルールが適用された回数。あと一歩：一つの条件だけのために当てはまらなかった回数。"
        "条件：真であることが決め手のケースと、偽であることが決め手のケースの両方がある条件の数。"
    ),
)


def coverage_words(language: str) -> CoverageWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
