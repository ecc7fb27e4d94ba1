"""A text is analysed clause by clause, and comes out as its sentences do."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sudachipy import Dictionary

from kotowari.text.fold import fold
from kotowari.text.japanese.morphemes import Morpheme, analyse
from kotowari.text.japanese.stretches import Stretches

_WORDS = (
    "返金", "解約", "ます", "ません", "ない", "ので", "が", "は", "で", "も", "て", "いる", "お", "ご", "不", "むっ",
    "と", "に", "あわせて", "ありません", "サーバー", "コーヒ", "一", "二三", "1", "10", "お願い", "「", "」", "(", ")",
    "〜", "ー", "々", "abc", " ", "、", "、", "、",
)  # fmt: skip
_CHARACTERS = (
    "あいうかきくけこさしすせそたちつてとなにのはまもやよりるれをんっゃーアンー一二十金不人0123a「」()、、、、、"
)
_SENTENCES = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=24).map("".join), st.text(_CHARACTERS, min_size=2, max_size=40)
)


def pieces(plain: str) -> list[str]:
    stretches = Stretches(plain)
    starts = [stretch.start for stretch in stretches]
    return [plain[start:end] for start, end in pairwise([*starts, len(plain)])]


def by_clause(plain: str) -> list[Morpheme]:
    return [
        morpheme._replace(start=stretch.start + morpheme.start, end=stretch.start + morpheme.end)
        for stretch in Stretches(plain)
        for morpheme in stretch.analysis.morphemes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("まだ開いていませんので、返金をお願いします。", ["まだ開いていませんので", "、返金をお願いします。"]),
        ("はい、それで、お願いします。では", ["はい", "、それで", "、お願いします。", "では"]),
        ("返金、解約、休止", ["返金、解約、休止"]),  # 二、三 is a word
        ("むっ、としました", ["むっ、としました"]),
        ("は、は、は", ["は、は、は"]),
        ("えっちら、おっちら", ["えっちら、おっちら"]),
    ],
)
def test_a_pause_behind_hiragana_parts_two_stretches(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_no_word_of_the_dictionary_is_cut() -> None:
    written = (fold(word.surface()).plain for word in Dictionary(dict="core").entries())
    with_pause = [word for word in written if re.search("(?<!^)、(?!$)", word)]
    assert len(with_pause) > 50
    assert [word for word in with_pause if len(pieces(word)) > 1] == []


@given(_SENTENCES)
@example("まだ一度も開いていませんので、返金をお願いできませんでしょうか")
@example("確認しましたが、ありませんでした")
@example("見て、いると、ないことが分かりました")
@settings(max_examples=300)
def test_clauses_are_read_as_in_their_sentence(sentence: str) -> None:
    plain = fold(sentence).plain
    assert by_clause(plain) == list(analyse(plain).morphemes)
