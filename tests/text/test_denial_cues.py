"""What has to stand in a sentence so that something in it can be denied."""

from __future__ import annotations

from pathlib import Path

import pytest

from kotowari.text import denial
from kotowari.text.denial import denial as denial_module
from kotowari.text.denial.cues import may_deny
from kotowari.text.denial.denial import denial_of, setting
from kotowari.text.denial.lines import FILES, FORMS, Speech, data_of
from kotowari.text.denial.needed import needs_of, numbered_needs_of, written_forms
from kotowari.text.fold import fold

DATA = Path(denial.__file__).parent.parent / "data"
HEAD = "# What a sentence has to hold so that a line of {} can deny something in it; `pytest --update` writes it.\n"
NEEDS_HEAD = "# What each line of {} needs in a sentence, by its number; `pytest --update` writes it.\n"
FORMS_HEAD = "# The forms of the English words in what denies, by word; `pytest --update` writes it.\n"


@pytest.mark.parametrize("name", FILES)
def test_the_cues_are_those_of_the_lines(name: str, *, update: bool) -> None:
    path = DATA / name.replace("denial", "cues")
    written = HEAD.format(name) + "\n".join(needs_of(name)) + "\n"
    if update:
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("name", FILES)
def test_the_needs_are_those_of_each_line(name: str, *, update: bool) -> None:
    path = DATA / name.replace("denial", "needs")
    written = NEEDS_HEAD.format(name) + "\n".join(numbered_needs_of(name)) + "\n"
    if update:
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written


def test_the_forms_are_those_of_the_words(*, update: bool) -> None:
    path = DATA / FORMS
    written = FORMS_HEAD + "\n".join(written_forms()) + "\n"
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


@pytest.mark.parametrize("speech", Speech)
@pytest.mark.parametrize("name", FILES)
def test_lines_compiled_alone_match_as_all_together(name: str, speech: Speech, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = [example for line in data_of(name) for example in (*line.denied, *line.asked)]
    for example in examples:
        start, end = example.index("["), example.index("]") - 1
        said = setting(fold(example.replace("[", "").replace("]", "")), start, end)
        together = denial_module._matching(name, speech, said)
        monkeypatch.setattr(denial_module, "_COMPILED", {})
        monkeypatch.setattr(denial_module, "_LOOKED", {})
        monkeypatch.setattr(denial_module, "_FEW", len(examples))
        assert denial_module._looked_for(name, speech, said) == together, example
        assert not denial_module._COMPILED
        monkeypatch.undo()


def test_after_some_sentences_all_lines_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    for kept in ("_COMPILED", "_ALONE", "_LOOKED"):
        monkeypatch.setattr(denial_module, kept, {})
    folded = fold("we don't need gantt charts")
    found = [denial_of(folded, 14, 19) for _ in range(denial_module._FEW + 2)]
    assert len(set(found)) == 1
    assert found[0] is not None
    assert ("denial.en.txt", Speech.DENIES) in denial_module._COMPILED


@pytest.mark.parametrize("text", ["please add a gantt chart.", "could you extend my trial?", "a refund, please"])
def test_an_ordinary_request_has_none(text: str) -> None:
    assert not may_deny("denial.en.txt", text)
