from __future__ import annotations

import re

import pytest

from kotowari.text.denial.denial import is_denied, setting
from kotowari.text.denial.lines import Line, Speech, data
from kotowari.text.fold import Folded, fold
from kotowari.text.regular.linear import LinearExpression

DENIED = [
    "We do not need [Gantt charts].",
    "We don't need [Gantt charts], timelines or resource plans.",
    "We don't need timelines, resource plans or [Gantt charts].",
    "I don't need the [export] any more, thanks.",
    "We’re not asking for a [refund].",
    "There's no need for a [refund].",
    "Give me store credit instead of a [refund].",
    "Instead of [Gantt charts], add a calendar.",
    "A [Gantt chart] is not what I want.",
    "[Phone support] isn't needed here.",
    "We no longer need the [Slack integration].",
    "[返金]は不要です。",
    "[返金]は、特にいりません。",
    "朝食、[夕食]は要りません。",
    "[朝食]、夕食は要りません。",
    "[解約]するつもりはありません。",
    "[連絡]しなくていいです。",
    "[夕食]は無くても大丈夫です。",
    "ＳＳＯは不要、[ﾀﾞｰｸﾓｰﾄﾞ]も不要です。",
]
ASKED = [
    "We need [Gantt charts].",
    "Couldn't you add [Gantt charts]?",
    "Why don't you have [Gantt charts]?",
    "I can't live without [Gantt charts].",
    "We don't need timelines, but please add [Gantt charts].",
    "We don't need timelines. Please add [Gantt charts].",
    "We don't need timelines and would like [Gantt charts].",
    "Instead of timelines, add [Gantt charts].",
    "I cannot [export] my boards.",
    "The [export] does not work.",
    "If you don't add [Gantt charts], we will leave.",
    "I don't want to lose my [export].",
    "Is there no [export]?",
    "[ガントチャート]を追加していただけないでしょうか。",
    "[ガントチャート]がないと困ります。",
    "[返金]してもらえませんか。",
    "[エクスポート]ができません。",
    "返金は不要ですが、[解約]したいです。",
    "[解約]したいのですが、返金は不要です。",
    "返金は不要です。[解約]したいです。",
    "領収書は不要なので[返金]してください。",
    "[必要]ないでしょうか。",
]


def marked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """The example without its square brackets, and what stood in them."""
    text = ""
    places: list[tuple[int, int]] = []
    for index, piece in enumerate(re.split(r"[\[\]]", example)):
        if index % 2:
            places.append((len(text), len(text) + len(piece)))
        text += piece
    return text, places


def mention(example: str) -> tuple[Folded, int, int]:
    text, places = marked(example)
    start, end = places[0]
    before, topic = fold(text[:start]).text, fold(text[start:end]).text
    return fold(text), len(before), len(before) + len(topic)


def denied(example: str) -> bool:
    return is_denied(*mention(example))


@pytest.mark.parametrize("example", DENIED)
def test_what_is_not_wanted_is_denied(example: str) -> None:
    assert denied(example)


@pytest.mark.parametrize("example", ASKED)
def test_what_is_wanted_is_not_denied(example: str) -> None:
    assert not denied(example)


def says(line: Line, example: str) -> bool:
    """Whether this line of the data alone applies to the topic of the example."""
    folded, start, end = mention(example)
    around = setting(folded, start, end)
    return any(LinearExpression(source).search(around) for source in line.sources)


@pytest.mark.parametrize("line", data(), ids=lambda line: line.pattern)
def test_each_line_of_the_data_holds_for_its_examples(line: Line) -> None:
    own, other = (line.denied, line.asked) if line.speech is Speech.DENIES else (line.asked, line.denied)
    assert own
    assert other
    assert all(says(line, example) for example in own)
    assert all(denied(example) for example in line.denied)
    assert not any(denied(example) for example in line.asked)


def test_a_name_stands_for_its_words() -> None:
    assert not any(r"\{" in source for line in data() for source in line.sources)
