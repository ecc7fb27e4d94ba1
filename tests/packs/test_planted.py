"""Mistakes planted by hand in shipped packs, one of each kind: the examples and cases of the pack notice them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cases.conftest import NOW

import kotowari
from kotowari.testing import load_suite, run_all


@dataclass(frozen=True, slots=True)
class Mistake:
    """Words of a pack, and what somebody wrote there instead."""

    pack: str
    file: str
    before: str
    after: str

    def plant(self, folder: Path) -> Path:
        """A copy of the pack with the mistake."""
        copy = folder / self.pack
        shutil.copytree(kotowari.packs() / self.pack, copy)
        path = copy / self.file
        text = path.read_text(encoding="utf-8")
        assert text.count(self.before) == 1
        path.write_text(text.replace(self.before, self.after), encoding="utf-8")
        return copy


MISTAKES = {
    "comparison": Mistake("airline", "booking.rules", "passengers more than 5", "passengers at least 5"),
    "threshold": Mistake("starter", "money.rules", "seats at least 50", "seats at least 51"),
    "end of a range": Mistake("starter", "money.rules", "0 days and 90 days", "1 day and 90 days"),
    "connective": Mistake(
        "airline", "cancellation.rules", "insurance and request.cancel_reason", "insurance or request.cancel_reason"
    ),
    "opposite": Mistake(
        "airline", "compensation.rules", "not request.wants_change_or_cancel", "request.wants_change_or_cancel"
    ),
    "choice": Mistake("retail", "status.rules", "one of return_items, exchange_items", "one of return_items"),
    "verdict": Mistake(
        "airline", "bags.rules", "is refund_insurance\n  decline because", "is refund_insurance\n  accept because"
    ),
    "team": Mistake("starter", "people.rules", "to engineering because craft,", "to product because craft,"),
    "label": Mistake("starter", "features.rules", "decline as not-now because web-first", "decline because web-first"),
    "override": Mistake("starter", "money.rules", "  overrides one-price\n", ""),
    "row": Mistake(
        "retail",
        "status.rules",
        "| processed    | decline because orderly-handling say not-yet-delivered |",
        "| delivered    | decline because orderly-handling say not-yet-delivered |",
    ),
    "topic": Mistake("starter", "people.rules", "any of outage, data-loss", "any of outage"),
    "mention": Mistake("starter", "people.rules", "request mentions legal", "request asks for legal"),
    "default": Mistake("starter", "facts.rules", "usually 0\n  fixed\n  internal", "usually 2\n  fixed\n  internal"),
    "pattern": Mistake("starter", "topics.rules", '"dark (mode|theme)", "night mode"', '"dark (mode|theme)"'),
    "what is no match": Mistake("starter", "topics.rules", '\n  not "Gantt Inc"', ""),
    "strictness": Mistake("starter", "topics.rules", "exactly 「死にたい」", "「死にたい」"),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_is_noticed(kind: str, tmp_path: Path) -> None:
    folder = MISTAKES[kind].plant(tmp_path)
    policy = kotowari.load(folder)
    suite = load_suite(policy, folder, NOW)
    assert any(result.status.bad for result in run_all(policy, suite.trials, NOW))
