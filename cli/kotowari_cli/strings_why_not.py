"""The words of `kotowari check --why-not` in the languages of the command line."""

from __future__ import annotations

from kotowari.record import record


@record
class WhyNotWords:
    """What is said of a decision that somebody would rather have otherwise. `{…}` are filled in where they are used."""

    title: str
    by_rule: str
    """A decision by a rule, where that is what somebody would rather have."""
    reached: str
    possible: str
    no_rule: str
    one_of: str
    together: str
    must_not: str
    found: str
    out_of_season: str
    ended: str
    set_aside: str
    perhaps_set_aside: str
    only_outranked: str
    above: str
    other: str
    perhaps: str
    otherwise: str
    routes: str
    no_routes: str
    unsearched: str


ENGLISH = WhyNotWords(
    title="Why not {goal}",
    by_rule="{rule}",
    reached="It is {goal} already.",
    possible="It still can be: that hangs on what is not known.",
    no_rule="No rule of this policy gives {goal}.",
    one_of="one of these",
    together="all of these together",
    must_not="{clause}: would have to be false",
    found="in the text: {quotes}",
    out_of_season="does not run on {day}",
    ended="all values and strategies that it rests on have ended",
    set_aside="set aside by {rule}",
    perhaps_set_aside="perhaps set aside by {rule}",
    only_outranked="in force, but another verdict comes first",
    above="In force, and comes first",
    other="{rule}  {verdict}",
    perhaps=" (perhaps: it hangs on what is not known)",
    otherwise="`otherwise` gives it, but speaks only where no rule is in force. In force: {rules}",
    routes="What would lead there",
    no_routes="No change of at most three facts or topics was found that leads there.",
    unsearched="There was too much to try out, so there may be other ways.",
)

JAPANESE = WhyNotWords(
    title="{goal}にならない理由",
    by_rule="{rule}による判定",
    reached="すでに{goal}です。",
    possible="まだ分からない事実によっては、そうなります。",
    no_rule="{goal}とするルールは、この方針にありません。",
    one_of="次のどれか",
    together="次のすべて",
    must_not="{clause}：成り立たないことが必要",
    found="本文に{quotes}",
    out_of_season="{day}は期間の外です",
    ended="根拠としている価値観や戦略の期間が終わっています",
    set_aside="{rule}が優先するため、適用されません",
    perhaps_set_aside="{rule}が優先し、適用されない可能性があります",
    only_outranked="当てはまりますが、別の判定が優先します",
    above="当てはまっていて、優先するルール",
    other="{rule}  {verdict}",
    perhaps="（可能性：まだ分からない事実によります）",
    otherwise="`otherwise` の判定ですが、当てはまるルールがないときだけです。当てはまるルール：{rules}",
    routes="何が変わればそうなるか",
    no_routes="三つまでの事実や話題の変更では、そうなる道が見つかりませんでした。",
    unsearched="場合の数が多いため、ほかの道があるかもしれません。",
)


def why_not_words(language: str) -> WhyNotWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
