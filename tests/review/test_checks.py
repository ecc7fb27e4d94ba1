"""Each check, both ways: texts in which it finds its code, and texts in which it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import pytest
from tests.review.reviewing import codes, load

CASES = {language: cast("dict[str, dict[str, Any]]", load(f"checks.{language}.yaml")) for language in ("en", "ja")}
# What words alone show is also tested line by line, see test_vocabulary.py.
OF_TEXTS = {
    "en": {
        "no-thanks", "no-clear-answer", "parts-out-of-order", "no-reason", "no-alternative", "repeated-apology",
        "bare-apology", "many-negatives", "too-long", "request-not-named", "reason-not-said", "asks-again",
        "inside-matter", "wrong-verdict", "wrong-team", "promises-too-early",
    },
}  # fmt: skip
OF_TEXTS["ja"] = {*OF_TEXTS["en"], "no-cushion", "late-cushion", "mixed-style", "wrong-width", "double-honorific"}


def texts(which: str) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    for language, checks in CASES.items():
        for code, case in checks.items():
            for text in case[which]:
                yield language, code, text, case.get("decision", {})


@pytest.mark.parametrize(("language", "code", "text", "decision"), list(texts("found")))
def test_found(language: str, code: str, text: str, decision: Mapping[str, Any]) -> None:
    assert code in codes(text, language, decision)


@pytest.mark.parametrize(("language", "code", "text", "decision"), list(texts("fine")))
def test_not_found(language: str, code: str, text: str, decision: Mapping[str, Any]) -> None:
    assert code not in codes(text, language, decision)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_check_of_texts_has_three_cases_each_way(language: str) -> None:
    enough = {code for code, case in CASES[language].items() if min(len(case["found"]), len(case["fine"])) >= 3}
    assert OF_TEXTS[language] - enough == set()
