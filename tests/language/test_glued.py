"""Words that stand together; how they are told to people stands in tests/diagnostics/japanese/blanks.md."""

from __future__ import annotations

import pytest

from kotowari.diagnostics.source import Source
from kotowari.language.glued import parted
from kotowari.language.grammar import grammar
from kotowari.language.parse import parse
from kotowari.language.tokens import Shape, Token


def words(text: str, shape: Shape = Shape.WORD) -> list[tuple[str, str]]:
    token = Token(shape, text, 7, 7 + len(text), True, 0)
    return [(one.text, other.text) for one, other in parted(token, grammar().keywords)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rule返金", ("rule", "返金")),
        ("返金about", ("返金", "about")),
        ("most5000", ("most", "5000")),
    ],
)
def test_a_word_of_the_language_is_parted_from_what_is_japanese(text: str, found: tuple[str, str]) -> None:
    assert words(text) == [found]


@pytest.mark.parametrize("text", ["SSO対応", "返金", "rules", "rule", "plan2", "because"])
def test_a_name_stays_whole(text: str) -> None:
    assert words(text) == []


def test_the_fix_is_the_blank_and_what_is_left_is_read() -> None:
    source = Source("case.rules", "rule 返金about 返金\n  accept because親切\n")
    found = parse(source)
    text = source.text
    for fault in reversed(found.faults):
        assert fault.fix is not None
        text = text[: fault.fix.span.start] + fault.fix.replacement + text[fault.fix.span.end :]
    assert text == "rule 返金 about 返金\n  accept because 親切\n"
    assert found.file.declarations == parse(Source("case.rules", text)).file.declarations


def test_every_one_of_many_is_told() -> None:
    text = "rule返金 about返金\n  accept because親切\nrule値引 about値引\n  accept because親切\n"
    found = parse(Source("case.rules", text))
    assert len(found.faults) == 6
    assert len(found.file.declarations) == 2
