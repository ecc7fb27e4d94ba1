"""What has to stand in a sentence so that something in it can be denied."""

from __future__ import annotations

from pathlib import Path

import pytest

from kotowari.text import denial
from kotowari.text.denial.cues import may_deny
from kotowari.text.denial.denial import setting
from kotowari.text.denial.lines import FILES, data_of
from kotowari.text.denial.needed import needs_of
from kotowari.text.fold import fold

DATA = Path(denial.__file__).parent.parent / "data"
HEAD = "# What a sentence has to hold so that a line of {} can deny something in it; `pytest --update` writes it.\n"


@pytest.mark.parametrize("name", FILES)
def test_the_cues_are_those_of_the_lines(name: str, *, update: bool) -> None:
    path = DATA / name.replace("denial", "cues")
    written = HEAD.format(name) + "\n".join(needs_of(name)) + "\n"
    if update:
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("name", FILES)
def test_every_denied_example_has_a_cue(name: str) -> None:
    for line in data_of(name):
        for example in line.denied:
            start, end = example.index("["), example.index("]") - 1
            said = setting(fold(example.replace("[", "").replace("]", "")), start, end)
            assert may_deny(name, said), example


@pytest.mark.parametrize("text", ["please add a gantt chart.", "could you extend my trial?", "a refund, please"])
def test_an_ordinary_request_has_none(text: str) -> None:
    assert not may_deny("denial.en.txt", text)
