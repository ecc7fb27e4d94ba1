"""The words of `kotowari test --suggest`."""

from __future__ import annotations

from kotowari.record import record


@record
class SuggestWords:
    """Every phrase around suggestions. `{…}` are filled in where they are used."""

    judge: str
    below: str
    cases: str
    no_pattern: str
    one_side: str
    not_found: str
    nothing: str
    failing: str
    unit: str


ENGLISH = SuggestWords(
    judge="This is what the policy decides now. Whether that is right, a person has to judge, line by line.",
    below="{file}: below the examples of rule {rule}",
    cases="{file}: entries of `cases:`",
    no_pattern="patterns of {topic} that found nothing",
    one_side="only values on the other side of: {clause}",
    not_found="no request was found for this",
    nothing="nothing to suggest: all is tried",
    failing="{count} of the examples and cases fail; run `kotowari test` first",
    unit="aims",
)

JAPANESE = SuggestWords(
    judge="以下は現在の方針による判定です。それが正しいかどうかは、一行ずつ人が確かめてください。",
    below="{file}：ルール `{rule}` の例の下へ",
    cases="{file}：`cases:` の項目",
    no_pattern="{topic}：何も見つけていないパターン",
    one_side="反対側の値のみ：{clause}",
    not_found="これに当たるご要望は見つかりませんでした",
    nothing="提案はありません。すべて試されています",
    failing="例とケースのうち{count}件が期待どおりではありません。先に `kotowari test` を実行してください",
    unit="件",
)


def suggest_words(language: str) -> SuggestWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
