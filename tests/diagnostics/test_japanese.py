"""What goes wrong, told to people who speak Japanese.

The folder `japanese` holds golden cases as those of test_golden.py are, each a policy that somebody in Japan could have
written, rendered in Japanese; `pytest --update` writes them. The cases of test_golden.py are rendered as well: none of
what is said of them may stay in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.studied import Section, findings, sections
from tests.diagnostics.test_golden import CASES, Block, blocks, diagnose, policy_files
from tests.diagnostics.test_render import ANY, NAME
from tests.review.reviewing import reviewed
from tests.review.test_checks import texts

from kotowari.diagnostics.diagnostic import Diagnostic, Note
from kotowari.diagnostics.display import columns
from kotowari.diagnostics.render import render_all
from kotowari.diagnostics.said import say
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.diagnostics.spoken import translated

HERE = Path(__file__).parent / "japanese"
WIDTH = 80
# What a policy says, and words of the rule language.
_QUOTED = re.compile(r"`[^`]*`|「[^」]*」|（[^）]*）")
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_ENGLISH = re.compile(r"\b[a-z]+ [a-z]+ [a-z]+\b")


def rendered(rules: list[Block]) -> str:
    files = policy_files(rules)
    texts = {name: raw if isinstance(raw, str) else raw.decode("utf-8-sig", "replace") for name, raw in files.items()}
    sources = {name: Source(name, text) for name, text in texts.items()}
    return render_all(diagnose(rules), sources, width=WIDTH, language="ja") + "\n"


def said(diagnostic: Diagnostic) -> Iterator[str]:
    """All that a diagnostic says."""
    yield diagnostic.message
    yield diagnostic.label
    yield diagnostic.help
    yield from (note.message for note in diagnostic.notes)
    yield diagnostic.fix.title if diagnostic.fix else ""


def is_japanese(sentence: str) -> bool:
    """Whether a sentence of the program is Japanese, whatever a policy says in it; names alone are of any language."""
    own = _QUOTED.sub("", sentence)
    return not own or (_JAPANESE.search(own) is not None and _ENGLISH.search(own) is None)


def in_english(found: Iterable[Diagnostic]) -> list[str]:
    """What is not said in Japanese of all that is said in Japanese."""
    told = (text for diagnostic in found for text in said(translated(diagnostic, "ja")))
    return [text for text in told if text and not is_japanese(text)]


@pytest.mark.parametrize("case", sorted(HERE.glob("*.md")), ids=lambda case: case.name)
def test_message(case: Path, *, update: bool) -> None:
    text = case.read_text(encoding="utf-8")
    (golden,) = blocks(text, "text")
    actual = rendered(blocks(text, "rules"))
    if update:
        case.write_text(text[: golden.start] + actual + text[golden.end :], encoding="utf-8", newline="\n")
        return
    assert actual == golden.body


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_stays_english(case: Path) -> None:
    found = diagnose(blocks(case.read_text(encoding="utf-8"), "rules"))
    assert found
    assert in_english(found) == []


@pytest.mark.parametrize("section", list(sections()), ids=lambda section: f"{section.code}: {section.what}")
def test_nothing_that_is_proved_stays_english(section: Section) -> None:
    assert in_english(findings(section.rules, all_=True)[1]) == []


@pytest.mark.parametrize(("language", "code", "text", "decision"), list(texts("found")))
def test_nothing_about_replies_stays_english(language: str, code: str, text: str, decision: Mapping[str, Any]) -> None:
    found = reviewed(text, language, decision)
    assert code in {diagnostic.code for diagnostic in found}
    assert in_english(found) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_lines_fit(case: Path) -> None:
    lines = rendered(blocks(case.read_text(encoding="utf-8"), "rules")).splitlines()
    assert [line for line in lines if columns(line) > WIDTH] == []


@given(ANY, ANY, st.integers(0, 60), st.integers(40, 90))
def test_whatever_comes_every_line_fits(text: str, name: str, length: int, width: int) -> None:
    span, words = Span(NAME, 0, length), say("`{name}` gives no verdict", name=name)
    diagnostic = Diagnostic("x", words, span, words, words, notes=(Note(words, span),))
    lines = render_all([diagnostic], {NAME: Source(NAME, text)}, width=width, language="ja").splitlines()
    assert lines[0].startswith("エラー[x]:")
    assert max(map(columns, lines)) <= width


def test_what_stands_in_a_policy_is_not_translated() -> None:
    (found,) = diagnose([Block("rules", {}, "rule x\n  when 1 is a\n  decline because care\n", 0, 0)])
    assert "decline because care" not in str(tuple(said(translated(found, "ja"))))
    assert translated(found, "en") is found


def test_english_can_be_told_from_japanese() -> None:
    assert is_japanese("`a b c d` は「a b c」ではありません")
    assert is_japanese("`no-gantt`")
    assert not is_japanese("`顧客.プラン` is not a fact")
    assert not is_japanese("事実 is not a fact")
