"""The packs of three projects, held against wishes that people really wrote, and what the maintainers made of them.

The wishes stay in the folder `shared` beside the checkout; without it these tests are skipped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import kotowari

PACKS = ("prettier", "black", "ripgrep")
DECLINE = kotowari.Verdict.DECLINE


@dataclass(frozen=True, slots=True)
class Declines:
    """How many of a set's wishes a pack declines, how many the maintainers did, and how many both."""

    here: int
    there: int
    both: int


@cache
def declines(shared: Path, pack: str) -> Declines:
    policy = kotowari.load(kotowari.packs() / pack)
    lines = (shared / "data" / "requests" / "requests.jsonl").read_text(encoding="utf-8").splitlines()
    rows: list[Mapping[str, str]] = [row for line in lines if (row := json.loads(line))["project"] == pack]
    here = {row["id"] for row in rows if declined(policy, row)}
    there = {row["id"] for row in rows if row["expected"] == DECLINE}
    return Declines(len(here), len(there), len(here & there))


def declined(policy: kotowari.Policy, row: Mapping[str, str]) -> bool:
    return policy.decide({"text": f"{row['title']}. {row['text']}"}).verdict == DECLINE


@pytest.mark.parametrize("pack", PACKS)
def test_what_a_pack_declines_was_mostly_declined_by_the_maintainers(shared: Path, pack: str) -> None:
    found = declines(shared, pack)
    assert found.both >= 0.85 * found.here


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_declines_most_of_what_the_maintainers_declined(shared: Path, pack: str) -> None:
    found = declines(shared, pack)
    assert found.both >= 0.8 * found.there > 0


@pytest.mark.parametrize("pack", PACKS)
def test_the_page_of_a_pack_says_how_well_it_agrees(shared: Path, pack: str) -> None:
    found = declines(shared, pack)
    page = (kotowari.packs() / pack / "README.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith("| now,")]
    assert f"| {found.both} of {found.here} | {found.both} of {found.there} |" in row
