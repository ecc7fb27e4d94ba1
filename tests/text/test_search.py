"""The one pass over a text tries every place where a pattern can begin: none is missed that a slow search finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.text.fold import fold
from kotowari.text.japanese.listed import opening
from kotowari.text.japanese.morphemes import analyse
from kotowari.text.lexicon import lines
from kotowari.text.patterns.matching import View, phrase_ends
from kotowari.text.patterns.pattern import Pattern, Words, compile_pattern
from kotowari.text.patterns.search import Search

# One word in many spellings and forms, a family a line.
FAMILIES = (
    ("申込み", "申し込み", "申込", "お申込", "申し込みたい", "申し込んだ", "もうしこみ"),
    ("引っ越し", "引越し", "引越", "ひっこし"),
    ("安い", "安く", "安かった", "やすい", "安ければ"),
    ("良い", "よい", "いい", "良くない", "よかった"),
    ("綺麗", "奇麗", "きれい", "キレイな"),
    ("子供", "子ども", "こども", "コドモ"),
    ("二人", "2人", "２人", "ふたり"),
    ("御飯", "ご飯", "ごはん"),
    ("来る", "来て", "きます", "くれば", "こない"),
    ("する", "して", "しない", "すれば", "させて", "されて"),
    ("できない", "出来ない", "できません", "出来ず", "できなくて"),
    ("必要ない", "必要ありません", "必要無い"),
    ("行く", "行った", "いった", "行けます", "行きたい"),
    ("取り消し", "取消し", "取消", "取り消して", "とりけし"),
    ("問い合わせ", "問合せ", "お問合わせ", "問い合わせたい"),
    ("サーバー", "サーバ", "ｻｰﾊﾞｰ", "さーばー"),
    ("嬉しい", "うれしい", "嬉しく"),
    ("欲しい", "ほしい", "欲しかった"),
    ("有る", "ある", "あります", "あった"),
    ("見積もり", "見積", "見積り", "お見積り", "みつもり"),
    ("大人", "おとな"),
    ("一人", "1人", "ひとり", "独り"),
    ("美味しい", "おいしい", "おいしく"),
    ("暖かい", "温かい", "あたたかい", "暖かく"),
    ("下さい", "ください"),
    ("cannot", "can't", "can not"),
    ("export", "Exported", "ＥＸＰＯＲＴ"),
)
WORDS = tuple(word for family in FAMILIES for word in family)


def slowly(pattern: Pattern, text: str) -> list[tuple[int, int]]:
    """Tries the pattern at every place of the text."""
    matcher = compile_pattern(pattern)
    assert isinstance(matcher, Words)
    view = View(fold(text))
    ends = ((place, phrase_ends(matcher.phrase, view, place)) for place in range(len(view.folded.text)))
    return [(place, max(found)) for place, found in ends if found]


def quickly(pattern: Pattern, text: str) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in Search([compile_pattern(pattern)]).hits(View(fold(text)))]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_each_spelling_is_tried_for_each(family: tuple[str, ...]) -> None:
    for pattern in family:
        for word in family:
            text = f"それで、{word}、という。"
            assert quickly(Pattern(pattern), text) == slowly(Pattern(pattern), text)


@given(
    st.sampled_from(WORDS),
    st.lists(
        st.sampled_from([*WORDS, "、", "。", " ", "が", "を", "に", "で", "と", "は", "A", "3", "..."]), max_size=12
    ),
)
def test_any_words_in_a_row(pattern: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    assert quickly(Pattern(pattern), text) == slowly(Pattern(pattern), text)


@given(
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ... ".join),
    st.lists(st.sampled_from([*WORDS, "、", "。", " ", "が", "を"]), max_size=10).map("".join),
)
def test_words_apart(pattern: str, text: str) -> None:
    assert quickly(Pattern(pattern), text) == slowly(Pattern(pattern), text)


def test_each_listed_word_is_filed_under_a_form_that_begins_otherwise() -> None:
    listed = [(filed, word) for filed, *words in map(str.split, lines("openings.ja.txt")) for word in words]
    units = [(filed, word, analyse(word).morphemes) for filed, word in listed]
    assert len(units) > 3000
    wrong = [word for filed, word, found in units if len(found) != 1 or opening(found[0].key) != filed]
    assert wrong == []
    assert [word for filed, word in listed if opening(fold(word).text) == filed] == []


@pytest.mark.parametrize(
    ("pattern", "analysed"), [("忘れる権利", 0), ("忘れる件", 0), ("向ける", 1), ("返金", 0), ("品川", 0)]
)
def test_only_what_can_hold_a_match_is_analysed(pattern: str, analysed: int) -> None:
    view = View(
        fold(
            "今日は空が青くて、風も弱いです。\n" * 50
            + "返品の件、気のせいです。気が向けば忘れます。"
            + "The sky is blue. " * 50
        )
    )
    assert list(Search([compile_pattern(Pattern(pattern))]).hits(view)) == []
    assert len(view.stretches._kept) == analysed


def test_listed_second_characters_are_of_words_that_begin_otherwise() -> None:
    listed = [line.split(" ") for line in lines("seconds.ja.txt")]
    assert len(listed) > 10_000
    assert [filed for filed, *starts in listed if filed in starts or not starts] == []
    assert max(len(start) for words in listed for start in words) == 2
    assert [filed for filed, *_ in listed] == sorted({filed for filed, *_ in listed})


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("飛ぶ", "とんだ"),
        ("飛ぶ", "跳べば"),
        ("出る", "でて"),
        ("支払う", "し払う"),
        ("買う", "かった"),
        ("料金", "りょうきん"),
        ("気付く", "気づいた"),
        ("怒る", "おこられた"),
        ("付属", "附属"),
    ],
)
def test_a_spelling_that_begins_otherwise_is_found(pattern: str, written: str) -> None:
    assert quickly(Pattern(pattern), f"{written}。") == slowly(Pattern(pattern), f"{written}。")
