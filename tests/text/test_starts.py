"""What words begin with is told for every word of the dictionary that a pattern can stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

import pytest
from sudachipy import Dictionary

from kotowari.text.fold import fold
from kotowari.text.japanese.listed import alone, starts
from kotowari.text.japanese.morphemes import CAN, Morpheme, analyse, key_of
from kotowari.text.japanese.spellings import spellings
from kotowari.text.japanese.starts import beginnings, lengthened

EVERY = 40  # words of the dictionary of which one is looked at


def words() -> Iterator[Morpheme]:
    """Some words of the dictionary, with how each is written in place of its reading."""
    for word in islice(Dictionary(dict="core").entries(), 0, None, EVERY):
        word_class, base = word.part_of_speech()[0], word.dictionary_form()
        key = key_of(word_class, base, word.normalized_form())
        yield Morpheme(0, 0, key, word_class, base, fold(word.surface()).text)


def test_no_word_begins_otherwise() -> None:
    groups: dict[str, list[Morpheme]] = defaultdict(list)
    for word in words():
        groups[word.key.removesuffix(CAN)].append(word)
    pairs = [(form, word) for group in groups.values() for form in group for word in group]
    forms = [(form, word.reading) for form, word in pairs if not form.key.endswith(CAN) or form.key == word.key]
    assert len(forms) > 30_000
    assert [(form.key, written) for form, written in forms if not written.startswith(beginnings(form))] == []
    longer = ((form.key, written, lengthened(written[:2], form)) for form, written in forms)
    assert [(key, written) for key, written, told in longer if not written.startswith(tuple(told))] == []


def first(word: str) -> Morpheme:
    return analyse(word).morphemes[0]


@pytest.mark.parametrize(
    ("word", "start", "longer"),
    [
        ("納得", "なっ", {"なっと"}),
        ("殺す", "ころ", {"ころさ", "ころし", "ころす", "ころせ", "ころそ"}),
        ("動", "どう", {"どう"}),  # the whole word
        ("食べる", "たべ", {"たべ"}),  # its stem
        ("納得", "納得", {"納得"}),
        ("払い戻し", "払い", {"払い戻", "払いも"}),
        ("殺し", "ころ", {"ころし"}),  # no form of the verb 殺す
        ("サーバー", "さー", {"さー"}),
        ("する", "しま", {"しま"}),
    ],
)
def test_what_is_told_of_two_kana(word: str, start: str, longer: set[str]) -> None:
    assert lengthened(start, first(word)) == longer


@pytest.mark.parametrize("word", ["から", "です", "ない", "する", "二", "3"])
def test_of_some_words_nothing_is_told(word: str) -> None:
    assert beginnings(first(word)) == ("",)


def test_each_way_has_signs_of_its_own() -> None:
    noun, verbs = spellings("書き出し").signs
    assert [len(noun), len(verbs)] == [1, 2]
    assert "書き出" in noun[0]
    assert not {"書", "書き"} & {*noun[0]}  # 書 alone is another word, and 書き stands for one too
    assert {"出し", "だし"} <= {*verbs[1]}


def test_how_a_kanji_is_read_may_stand_behind_it() -> None:
    assert "返(へん)金".startswith(beginnings(first("返金")))
    assert "書き出(だ)し".startswith(beginnings(first("書き出し")))
    assert {"返(", "返金"} <= {*spellings("返金").openings}


def test_listed_starts_are_short() -> None:
    assert len(starts()) > 5000
    assert [kanji for kanji, forms in alone().items() if len(kanji) > 1 or kanji in forms] == []
    assert [form for form, others in starts().items() if not others or max(map(len, others)) > 3] == []
