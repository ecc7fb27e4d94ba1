"""The examples and cases of every shipped pack are as expected."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cases.conftest import NOW

import kotowari
from kotowari.testing import Kind, load_suite, run_all

PACKS = sorted(path.name for path in Path(kotowari.packs()).iterdir() if path.is_dir())


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_decides_as_it_says(pack: str) -> None:
    folder = kotowari.packs() / pack
    policy = kotowari.load(folder)
    suite = load_suite(policy, folder, NOW)
    bad = [result.trial.name for result in run_all(policy, suite.trials, NOW) if result.status.bad]
    assert bad == []


@pytest.mark.parametrize("pack", ["airline", "retail", "starter"])
def test_a_pack_has_cases(pack: str) -> None:
    suite = load_suite(kotowari.load(kotowari.packs() / pack), kotowari.packs() / pack, NOW)
    assert sum(trial.kind is Kind.CASE for trial in suite.trials) >= 5
