"""`kotowari lint` and what is proved where z3 is installed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.cli.conftest import Run, environment, process

import kotowari

LEFT_OUT = "deeper proofs are left out: they need z3 (pip install 'kotowari[verify]')\n"
POLICY = """\
policy shop en "Shop"
  languages en
  zone "UTC"
  otherwise accept because care
  unanswered accept because care
value care
  en "We answer every request with care."
fact order.total is money in USD from 0
usual script
  en thanks "Thank you for writing to us." answer "We will gladly do that."
rule never
  when order.total more than 5 USD and order.total less than 5 USD
  accept because care
  review by 2020-01-01
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / "shop.rules").write_text(POLICY, encoding="utf-8")
    return tmp_path


def test_what_is_proved_is_a_warning_and_no_failure(kotowari_in: Run, shop: Path) -> None:
    ended = kotowari_in("lint", str(shop))
    assert ended.code == 0
    assert "warning[dead-rule]: `never` can never apply" in ended.out
    assert "note[review-overdue]: `never` was to be reviewed by 2020-01-01" in ended.out
    assert ended.err == ""


def test_machines_are_told_the_same(kotowari_in: Run, shop: Path) -> None:
    told = json.loads(kotowari_in("lint", str(shop), "--format", "json").out)
    assert [one["code"] for one in told["diagnostics"]] == ["dead-rule", "review-overdue"]
    assert (told["errors"], told["warnings"], told["notes"]) == (0, 1, 1)


def test_facts_that_nothing_uses_are_told_on_request(kotowari_in: Run, shop: Path) -> None:
    (shop / "more.rules").write_text("fact order.items is whole number\n", encoding="utf-8")
    assert "order.items" not in kotowari_in("lint", str(shop)).out
    assert (
        "note[unused-declaration]: nothing uses the fact `order.items`" in kotowari_in("lint", str(shop), "--all").out
    )


def test_a_policy_with_faults_is_not_proved(kotowari_in: Run, shop: Path) -> None:
    (shop / "more.rules").write_text(
        "rule broken\n  when order.totl is 5 USD\n  accept because care\n", encoding="utf-8"
    )
    ended = kotowari_in("lint", str(shop))
    assert ended.code == 1
    assert "unknown-fact" in ended.out
    assert "dead-rule" not in ended.out


def test_without_z3_one_line_says_what_is_left_out(shop: Path) -> None:
    hidden = shop / "hidden"
    hidden.mkdir()
    code = "import sys\nsys.modules['z3'] = None\nimport importlib.util as u\nfind = u.find_spec\n"
    code += "u.find_spec = lambda name, *rest: None if name == 'z3' else find(name, *rest)\n"
    (hidden / "sitecustomize.py").write_text(code, encoding="utf-8")
    env = environment()
    env["PYTHONPATH"] = os.pathsep.join([str(hidden), env["PYTHONPATH"]])
    ended = process("lint", str(shop), env=env)
    assert ended.code == 0
    assert ended.err == LEFT_OUT
    assert "dead-rule" not in ended.out
    assert "review-overdue" in ended.out


@pytest.mark.parametrize("pack", sorted(path.name for path in kotowari.packs().iterdir() if path.is_dir()))
def test_nothing_is_found_in_a_pack(kotowari_in: Run, pack: str) -> None:
    ended = kotowari_in("lint", str(kotowari.packs() / pack))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("no problems in ")
