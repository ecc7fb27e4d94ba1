"""The examples of the Japanese pages are as true as those of the English ones: what they avoid gives the diagnostic.

`preamble.pages.ja.rules` completes them where they name no other preamble, and they are linted as on `DAY`.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.diagnostics.test_golden import (
    HERE,
    OF_ANALYSIS,
    OF_CASES,
    OF_DRAFTS,
    OF_FILES,
    OF_MACHINES,
    PREAMBLE,
    Block,
    blocks,
    day_of,
    policy_files,
)
from tests.diagnostics.test_pages import HEADINGS

from kotowari.analysis import lint
from kotowari.api import Policy
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.pages import codes, page
from kotowari.diagnostics.source import Source
from kotowari.language.formatting.formatted import format_source
from kotowari.loader import compile_files, compile_sources

DAY: Final = date(2026, 6, 1)
OWN: Final = "preamble.pages.ja.rules"
# Of a size that no page should hold; see tests/analysis/test_limits.py.
OF_LIMITS: Final = frozenset({"more-findings", "not-proved"})
COMPILED: Final = sorted({*codes()} - OF_FILES - OF_MACHINES - OF_CASES - OF_DRAFTS - OF_ANALYSIS)


def files_of(rules: list[Block]) -> dict[str, str | bytes]:
    files = policy_files(rules)
    if not any("preamble" in block.options for block in rules):
        del files[PREAMBLE]
        files[OWN] = (HERE / OWN).read_text(encoding="utf-8")
    return files


def examples(code: str) -> tuple[list[Block], list[Block]]:
    """The rules to avoid, and those to prefer."""
    avoid, prefer = (page(code, "ja") or "").split(f"## {HEADINGS['ja'][1]}")
    return blocks(avoid, "rules"), blocks(prefer, "rules")


def diagnosed(rules: list[Block]) -> tuple[Diagnostic, ...]:
    return compile_sources(files_of(rules), today=day_of(rules) or DAY)[1]


def analysed(rules: list[Block]) -> tuple[Diagnostic, ...]:
    made = compile_files(files_of(rules), lint=False)
    assert made.model is not None, made.diagnostics
    return lint.findings(Policy(made.model, made.diagnostics, made.sources), day_of(rules) or DAY, all_=False)


def test_nothing_is_to_be_said_of_the_preamble() -> None:
    files = {OWN: (HERE / OWN).read_text(encoding="utf-8")}
    assert compile_sources(files, today=DAY)[1] == ()


@pytest.mark.parametrize("code", COMPILED)
def test_page_advises_what_helps(code: str) -> None:
    avoid, prefer = examples(code)
    wrong, right = diagnosed(avoid), diagnosed(prefer)
    assert code in {diagnostic.code for diagnostic in wrong}
    assert [found for found in right if found.severity is Severity.ERROR or found.code == code] == []


@pytest.mark.parametrize("code", sorted(OF_ANALYSIS - OF_LIMITS))
def test_page_on_analysis_advises_what_helps(code: str) -> None:
    avoid, prefer = examples(code)
    assert code in {found.code for found in analysed(avoid)}
    assert analysed(prefer) == ()


def test_examples_are_japanese_where_the_reply_is() -> None:
    """Only what is looked for in English replies alone is shown in English."""
    english = {code for code in COMPILED if any("replies" in block.options.values() for block in examples(code)[0])}
    assert english == {
        *("as-a-favour", "bare-no", "blames-team", "commands-customer", "doubting-apology", "helpless-words"),
        *("regret-words", "singles-out", "thanks-but"),
    }


@pytest.mark.parametrize("code", codes())
def test_examples_are_laid_out_as_the_formatter_does(code: str) -> None:
    """But for empty lines, which would make a page long."""
    for block in (block for side in examples(code) for block in side if "escapes" not in block.options):
        formatted = format_source(Source("page", block.body)).text
        assert formatted is None or formatted.replace("\n\n", "\n") == block.body
