"""Sixty replies, good and bad: the review finds what their labels name, and no error in the good ones."""

from __future__ import annotations

import pytest
from tests.review.reviewing import Reply, codes, replies

from kotowari.diagnostics.diagnostic import Severity

ENGLISH, JAPANESE = replies("en"), replies("ja")
GOOD = [reply for reply in (*ENGLISH, *JAPANESE) if not reply.found]
BAD = [reply for reply in (*ENGLISH, *JAPANESE) if reply.found]


def test_there_are_thirty_of_each_language_half_of_them_good() -> None:
    assert [len(ENGLISH), len(JAPANESE), len(GOOD), len(BAD)] == [30, 30, 30, 30]


@pytest.mark.parametrize("reply", BAD, ids=lambda reply: reply.name)
def test_what_the_label_names_is_found(reply: Reply) -> None:
    assert set(reply.found) - {found.code for found in reply.findings} == set()


@pytest.mark.parametrize("reply", GOOD, ids=lambda reply: reply.name)
def test_there_is_nothing_against_a_good_reply(reply: Reply) -> None:
    assert [(found.code, found.message) for found in reply.findings if found.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("reply", BAD, ids=lambda reply: reply.name)
def test_spans_lie_within_the_text(reply: Reply) -> None:
    for found in reply.findings:
        assert 0 <= found.span.start < found.span.end <= len(reply.text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thank you for asking about Gantt charts. We will add them for you."),
        ("ja", "ガントチャートのご要望、ありがとうございます。追加いたします。"),
    ],
)
def test_a_clear_yes_is_the_wrong_answer_to_a_decline_and_no_unclear_one(language: str, text: str) -> None:
    assert "wrong-verdict" in codes(text, language, {"verdict": "decline"})
    assert "no-clear-answer" not in codes(text, language, {"verdict": "decline"})
