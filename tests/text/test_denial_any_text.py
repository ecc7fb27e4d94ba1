"""Denial on texts that nobody would write, and how much of a text it looks at."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kotowari.text.denial.denial import denial_of, is_denied, setting
from kotowari.text.denial.lines import CUT, TOPIC, Speech
from kotowari.text.fold import fold
from kotowari.text.sentences import REACH, sentence

ANY = st.text(st.characters(), max_size=60)  # with lone surrogates, control and private characters
# What the patterns are made of, so that they come close to matching.
ENGLISH = (
    "not ",
    "don't ",
    "need ",
    "please ",
    ", ",
    ". ",
    "but ",
    "and ",
    "if ",
    "instead of ",
    "no ",
    "\n",
    "-",
    "'",
)
JAPANESE = ("不要", "は", "ない", "なし", "で", "ので、", "けど", "では", "より", "か", "。", "ｶﾞ", "ﾅｼ")
PIECES = st.sampled_from([*ENGLISH, *JAPANESE, "①", "…", "\ud800", CUT, TOPIC])
MADE = st.lists(st.one_of(PIECES, st.text(max_size=2)), max_size=40).map("".join)


@given(st.one_of(ANY, MADE), st.one_of(ANY, MADE), st.one_of(ANY, MADE))
@example("we don't need ", "\ud800", "")
@example(TOPIC, CUT, TOPIC)
def test_any_text_will_do(before: str, topic: str, after: str) -> None:
    folded = fold(before + topic + after)
    start = min(len(fold(before).text), len(folded.text))
    end = min(start + len(fold(topic).text), len(folded.text))
    line = denial_of(folded, start, end)
    assert is_denied(folded, start, end) == (line is not None and line.speech is Speech.DENIES)
    assert setting(folded, start, end).count(TOPIC) == 1


@given(st.one_of(ANY, MADE), st.one_of(ANY, MADE))
def test_one_spelling_of_a_text_is_as_good_as_another(before: str, after: str) -> None:
    written, same = (f"{before} gantt {after}", unicodedata.normalize("NFKC", f"{before} gantt {after}"))
    answers = set[bool]()
    for text in (written, same):
        folded = fold(text)
        start = folded.text.index("gantt")
        answers.add(is_denied(folded, start, start + len("gantt")))
    assert len(answers) == 1


@pytest.mark.parametrize(
    "text", ["a", "need ", "do not need ", ",", "の", "、", "ない", " and i", "a, ", "\n", "-", "(", "."]
)
def test_only_what_stands_near_is_looked_at(text: str) -> None:
    long = text * (4 * REACH)
    place = len(long) // 2
    around = sentence(long, place, place + 1)
    assert around.begins[0] >= place - REACH
    assert around.ends[-1] <= place + 1 + REACH
    # Signs come on top of the characters, at most one for each.
    assert len(setting(fold(long), place, place + 1)) <= 2 * (2 * REACH + 4)


@given(st.one_of(ANY, MADE), st.one_of(ANY, MADE))
def test_what_stands_far_does_not_count(near: str, far: str) -> None:
    def answer(text: str, start: int) -> bool:
        return is_denied(fold(text), start, start + 1)

    middle = "b" * REACH + near.replace("\ufdfa", "") + "x" + "c" * (2 * REACH)
    start = len(fold(middle[: middle.index("x")]).text)
    assert answer(middle, start) == answer(middle + " " + far, start)


@given(MADE)
def test_places_part_a_sentence_from_its_beginning_to_its_end(text: str) -> None:
    folded = fold(text + "x" + text).text
    start = folded.index("x")
    around = sentence(folded, start, start + 1)
    places = [*around.begins, *around.ends]
    assert places == sorted(places)
    assert around.begins[-1] <= start < around.ends[0]


def test_no_analyser_takes_part() -> None:
    program = (
        "import sys; from kotowari.text.denial.denial import is_denied; from kotowari.text.fold import fold;"
        "sys.exit(not is_denied(fold('SSOは不要です'), 0, 3) or 'sudachipy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
