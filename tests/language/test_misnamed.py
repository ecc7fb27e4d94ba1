"""Files that were meant as rule files; what is said of them is tested in tests/test_rule_files.py."""

from __future__ import annotations

import pytest

from kotowari.language.misnamed import declares, name_meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("方針.rule", "方針.rules"),
        ("policy.rules.txt", "policy.rules"),
        ("Policy.RULES", "Policy.rules"),
        ("policy.ruels", "policy.rules"),
        ("方針。rules", "方針.rules"),
        ("方針.ｒｕｌｅｓ", "方針.rules"),
    ],
)
def test_an_ending_with_a_slip_is_known(name: str, meant: str) -> None:
    assert name_meant(name) == meant


@pytest.mark.parametrize("name", ["README.md", "rules.txt", "rules", "a.csv", "policy.rules~", "policy.rules.bak"])
def test_another_ending_is_no_slip(name: str) -> None:
    assert name_meant(name) is None


def test_declarations_are_told_from_prose() -> None:
    assert declares("# Ours.\n\nvalue care\n  en 'We care.\nteam desk\nteam sales\n")
    assert not declares("value for money is what we offer.\nrule out the rest!\n")
    assert not declares("Notes on our rules.\nvalue care\n")
