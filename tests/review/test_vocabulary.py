"""Every line of the vocabularies finds what its own examples say, and nothing in the others."""

from __future__ import annotations

import re
from collections import Counter
from typing import cast

import pytest
from tests.review.reviewing import load

from kotowari.diagnostics.pages import codes
from kotowari.diagnostics.source import Source
from kotowari.review.draft import Draft
from kotowari.review.objections import OBJECTIONS
from kotowari.review.reading import Role
from kotowari.review.vocabulary import LANGUAGES, Line, Vocabulary, read_lines

LINES = [
    (kind, language, line)
    for kind in ("words", "roles")
    for language in LANGUAGES
    for line in read_lines(f"{kind}.{language}.txt")
]


def found(line: Line, text: str, language: str) -> list[str]:
    draft = Draft(Source("reply", text), language)
    spans = (draft.span(words.start, words.end) for words in Vocabulary([line]).find(draft))
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(("kind", "language", "line"), LINES, ids=lambda value: str(value)[:60])
def test_a_line_finds_its_words_and_no_others(kind: str, language: str, line: Line) -> None:
    assert line.found_in, f"a line of {kind} needs an example that is found"
    assert line.not_in, f"a line of {kind} needs an example that is not"
    for example in line.found_in:
        marked = re.fullmatch(r"(.*?)\[(.*)\](.*)", example)
        assert marked, f"nothing stands in brackets in {example}"
        assert found(line, "".join(marked.groups()), language) == [marked[2]]
    for example in line.not_in:
        assert found(line, example, language) == []


def test_words_have_codes_with_a_page_and_roles_are_known() -> None:
    assert {line.kind for kind, _, line in LINES if kind == "words"} == set(OBJECTIONS)
    assert {line.kind for kind, _, line in LINES if kind == "roles"} == set(Role)
    assert set(OBJECTIONS) - set(codes()) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_words_has_three_texts_that_are_found_and_three_that_are_not(language: str) -> None:
    cases = cast("dict[str, dict[str, list[str]]]", load(f"checks.{language}.yaml"))
    flagged, fine = Counter[str](), Counter[str]()
    for kind, spoken, line in LINES:
        if (kind, spoken) == ("words", language):
            more = cases.get(line.kind, {})
            flagged[line.kind] += len(line.found_in) + len(more.get("found", ()))
            fine[line.kind] += len(line.not_in) + len(more.get("fine", ()))
    assert {code for code in flagged if min(flagged[code], fine[code]) < 3} == set()
