"""What analysis says of small policies: for each finding some of which it holds, and some of which it does not."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.analysis.studied import POLICIES, Section, findings, sections, told, write
from tests.diagnostics.test_golden import blocks

from kotowari.diagnostics.pages import page

SECTIONS = list(sections())
CODES = sorted({section.code for section in SECTIONS})
# What is said about the analysis itself needs a policy of a size that no file should hold; see test_limits.py.
OF_LIMITS = frozenset({"more-findings", "not-proved"})


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.code}: {section.what}")
def test_what_is_said(section: Section, *, update: bool) -> None:
    said = told(section.rules)
    assert (f"[{section.code}]" in said) is section.holds, said
    if update:
        write(section, said)
        return
    assert said == section.golden.body


@pytest.mark.parametrize("code", CODES)
def test_three_policies_each_way(code: str) -> None:
    counts = Counter(section.holds for section in SECTIONS if section.code == code)
    assert counts[True] >= 3
    assert counts[False] >= 3


@pytest.mark.parametrize("code", CODES)
def test_page_advises_what_helps(code: str) -> None:
    avoid, prefer = (page(code) or "").split("## Prefer")
    wrong, right = (findings(blocks(text, "rules"))[1] for text in (avoid, prefer))
    assert code in {found.code for found in wrong}
    assert right == ()


def test_every_file_is_read() -> None:
    assert {path.stem for path in POLICIES.glob("*.md")} == set(CODES)
