"""What docs/analysis.md and its Japanese version show is what is said of their policies."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.analysis.studied import DAY
from tests.docs.pages import DOCS, blocks, policies

from kotowari.analysis import lint
from kotowari.api import Policy
from kotowari.diagnostics.pages import codes
from kotowari.diagnostics.render import render_all
from kotowari.loader import compile_files

PAGES = ("analysis.md", "ja/analysis.md")
FILE = "policy.rules"


def said(text: str, language: str = "en") -> str:
    made = compile_files({FILE: text}, lint=False)
    assert made.model is not None
    found = lint.findings(Policy(made.model, made.diagnostics, made.sources), DAY)
    return render_all(found, made.sources, width=80, language=language) + "\n"


def language_of(page: str) -> str:
    return "ja" if page.startswith("ja/") else "en"


@pytest.mark.parametrize("page", PAGES)
def test_what_the_page_shows_is_what_is_said(page: str, *, update: bool) -> None:
    first, shown = blocks(page, "rules")[0].body, blocks(page, "text")[0].body
    drawn = said(first, language_of(page))
    if update:
        path: Path = DOCS / page
        path.write_text(path.read_text(encoding="utf-8").replace(shown, drawn, 1), encoding="utf-8", newline="\n")
        return
    assert shown == drawn
    assert "open-tension" in shown


@pytest.mark.parametrize("page", PAGES)
def test_a_tension_that_is_meant_is_not_told(page: str) -> None:
    together = "\n".join(block.body for block in blocks(page, "rules")[:2])
    assert "open-tension" not in said(together)


@pytest.mark.parametrize("page", PAGES)
def test_the_other_policy_is_not_complete(page: str) -> None:
    (text,) = policies(page)["complete"].values()
    assert "[not-complete]" in said(text)


@pytest.mark.parametrize("page", PAGES)
def test_the_table_names_codes_that_there_are(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    named = re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE)
    assert len(named) == 11
    assert set(named) <= set(codes())
