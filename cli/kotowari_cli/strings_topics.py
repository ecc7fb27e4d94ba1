"""The words of `kotowari topics` in the languages of the command line."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.record import record
from kotowari.text.near.found import Why


@record
class TopicWords:
    """What is said of the topics of a text. `{…}` are filled in where they are used."""

    asked: str
    only_denied: str
    taken_away: str
    found_by: str
    with_parts: str
    part: str
    removed_by: str
    denied_as_in: str
    asked_as_in: str
    not_found: str
    nothing_near: str
    only_first: str
    also_there: str
    comma: str
    why: Mapping[Why, str]
    what_to_do: Mapping[Why, str]
    without_pattern: str
    no_pattern: Mapping[Why, str]
    """What to do where no other pattern can be named."""
    ask_why: str


ENGLISH = TopicWords(
    asked="asked for",
    only_denied="only to say no to it",
    taken_away="does not count",
    found_by="by {pattern}  {source}",
    with_parts="by {pattern}, {parts}  {source}",
    part="“{piece}” as “{text}”",
    removed_by="taken away by not {pattern}  {source}",
    denied_as_in="denied by {words}, as in {example}  {source}",
    asked_as_in="no denial: {words}, as in {example}  {source}",
    not_found="not found",
    nothing_near="None of its patterns nearly matches. Add the customer's own words as a pattern.",
    only_first="Only the first {count} characters were looked at for what nearly matches.",
    also_there="; there is {there}",
    comma=", ",
    why={
        Why.REMOVED: "taken away by not {by}  {by_source}",
        Why.EXACT: "`exactly` finds “{piece}” alone and no other form of it",
        Why.PARTED: "all words are there, but a sign stands between them",
        Why.APART: "all words are there, but other words stand between them",
        Why.ORDER: "all words are there, but in another order",
        Why.FAR: "all words are there, but too far apart",
        Why.SENTENCES: "all words are there, but in several sentences",
        Why.JOINED: "one word here, two in the pattern",
        Why.SPLIT: "two words here, one in the pattern",
        Why.SPELLING: "nearly “{piece}”, but spelled otherwise",
        Why.WITHIN: "“{piece}” is only a part of this, which is read as {read}",
        Why.BEGINNING: "begins like “{piece}”, but is another word",
        Why.MISSING: "“{piece}” is missing; there is {there}",
    },
    what_to_do={
        Why.REMOVED: "to let it count, make that `not` narrower",
        Why.EXACT: "this finds it: {instead}",
        Why.PARTED: "this finds it: {instead}",
        Why.APART: "this finds it: {instead}",
        Why.ORDER: "to find this order as well, add {instead}",
        Why.FAR: "`...` stands for at most six words: add the customer's own words as a pattern",
        Why.SENTENCES: "a pattern stays within one sentence: if some of the words are enough, make them a pattern",
        Why.JOINED: "to find it as well, add {instead}",
        Why.SPLIT: "to find it as well, add {instead}",
        Why.SPELLING: "if many write it so, add {instead}",
        Why.WITHIN: "if that is meant as well, add {instead}",
        Why.BEGINNING: "if that is meant as well, add {instead}",
        Why.MISSING: "if the rest is enough, add {instead}",
    },
    without_pattern="if that is meant as well, add the customer's own words as a pattern",
    no_pattern={Why.MISSING: "if the customer has another word for it, add that one to the pattern"},
    ask_why="--topic NAME tells what a topic's patterns miss in this text.",
)

JAPANESE = TopicWords(
    asked="求めている",
    only_denied="否定しているだけ",
    taken_away="対象外",
    found_by="パターン{pattern}  {source}",
    with_parts="パターン{pattern}（{parts}）  {source}",
    part="「{piece}」が「{text}」",
    removed_by="not {pattern}で除外  {source}",
    denied_as_in="否定：{words}（例：{example}）  {source}",
    asked_as_in="否定ではない：{words}（例：{example}）  {source}",
    not_found="見つかりません",
    nothing_near="惜しいパターンもありません。お客様の言葉をパターンに加えてください。",
    only_first="惜しいパターンは、はじめの{count}文字だけを調べました。",
    also_there="（{there}はあります）",
    comma="、",
    why={
        Why.REMOVED: "not {by}で除外  {by_source}",
        Why.EXACT: "`exactly` なので「{piece}」そのものだけが見つかり、活用形は見つかりません",
        Why.PARTED: "語はすべてありますが、間に記号があります",
        Why.APART: "語はすべてありますが、間にほかの語があります",
        Why.ORDER: "語はすべてありますが、順序が違います",
        Why.FAR: "語はすべてありますが、離れすぎています",
        Why.SENTENCES: "語はすべてありますが、別々の文にあります",
        Why.JOINED: "本文では一語、パターンでは二語です",
        Why.SPLIT: "本文では二語、パターンでは一語です",
        Why.SPELLING: "「{piece}」に近いものの、つづりが違います",
        Why.WITHIN: "「{piece}」はこの一部です。{read}と読まれます",
        Why.BEGINNING: "「{piece}」と始まりは同じでも、別の語です",
        Why.MISSING: "「{piece}」がありません。{there}はあります",
    },
    what_to_do={
        Why.REMOVED: "数えるには、その `not` を狭めます",
        Why.EXACT: "こう書けば見つかります：{instead}",
        Why.PARTED: "こう書けば見つかります：{instead}",
        Why.APART: "こう書けば見つかります：{instead}",
        Why.ORDER: "この順序でも見つけるには、{instead}を加えます",
        Why.FAR: "`...` は6語までです。お客様の言葉をパターンに加えます",
        Why.SENTENCES: "パターンは一文の中だけを見ます。一部の語で足りるなら、それをパターンにします",
        Why.JOINED: "これも見つけるには、{instead}を加えます",
        Why.SPLIT: "これも見つけるには、{instead}を加えます",
        Why.SPELLING: "よくある書き方なら、{instead}を加えます",
        Why.WITHIN: "これも含めるなら、{instead}を加えます",
        Why.BEGINNING: "これも含めるなら、{instead}を加えます",
        Why.MISSING: "残りだけで足りるなら、{instead}を加えます",
    },
    without_pattern="これも含めるなら、お客様の言葉をパターンに加えます",
    no_pattern={Why.MISSING: "お客様が別の語で言っているなら、その語をパターンに加えます"},
    ask_why="--topic 話題名 を付けると、その話題のパターンに何が足りないかを表示します。",
)


def topic_words(language: str) -> TopicWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
