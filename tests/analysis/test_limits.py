"""What analysis says of itself: that there is more to see, and that something was left open."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.analysis.studied import DAY
from tests.diagnostics.test_golden import HERE, PREAMBLE

from kotowari.analysis import lint, logic
from kotowari.analysis.logic import Logic, Undecided, Work
from kotowari.api import Policy
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.loader import compile_files

DEAD = "rule dead{0}\n  when order.total more than {1} USD and order.total less than {0} USD\n  accept because care\n"

MORE = """\
rule free
  when customer.plan is free
  accept because simplicity
rule large
  when customer.seats at least 2
  escalate to lead because care
  say en answer "Our {team} will answer you by {by}."
  say ja answer 「{by}までに、{team}よりご返信いたします。」
"""


def policy(rules: str) -> Policy:
    preamble = (HERE / PREAMBLE).read_text(encoding="utf-8")
    made = compile_files({"a.rules": preamble + "fact order.total is money in USD from 0\n" + rules}, lint=False)
    assert made.model is not None
    return Policy(made.model, made.diagnostics, made.sources)


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in found]


def test_ten_of_a_kind_are_shown_and_the_rest_is_counted() -> None:
    many = policy("".join(DEAD.format(place, place + 1) for place in range(1, 13)))
    found = lint.findings(many, DAY)
    (more,) = [one for one in found if one.code == "more-findings"]
    assert codes(found).count("dead-rule") == 10
    assert more.message == "2 more of `dead-rule` are not shown"
    assert more.severity is Severity.NOTE


def test_all_are_shown_to_those_who_want_to_see_all() -> None:
    many = policy("".join(DEAD.format(place, place + 1) for place in range(1, 13)))
    assert codes(lint.findings(many, DAY, all_=True)) == ["dead-rule"] * 12


def test_what_takes_too_much_work_is_left_open_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logic, "MOST_OF_A_QUESTION", 1)
    (left,) = lint.findings(policy(DEAD.format(1, 2)), DAY)
    assert left.code == "not-proved"
    assert left.severity is Severity.NOTE
    assert "about `dead1`" in left.message


def test_work_in_all_is_counted() -> None:
    work = Work(left=1)
    some = Logic(policy(DEAD.format(5, 1)), work=work)
    assert some.possible(some.in_force("dead5"))
    assert work.left <= 0
    with pytest.raises(Undecided):
        some.possible(some.in_force("dead5"))


def test_pairs_of_very_many_rules_are_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kotowari.analysis.study.MOST_PAIRED", 1)
    rules = "rule one\n  accept because care\nrule two\n  decline because care\n"
    found = lint.findings(policy(rules), DAY)
    assert "open-tension" not in codes(found)
    assert "about `pairs of rules`" in next(one for one in found if one.code == "not-proved").message


def test_every_run_says_the_same() -> None:
    files = {path.name: path for path in sorted((Path(HERE).parent.parent / "rules" / "starter").glob("*.rules"))}
    texts = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
    texts["more.rules"] = MORE
    seen: list[tuple[Diagnostic, ...]] = []
    for _ in range(2):
        made = compile_files(texts, lint=False)
        assert made.model is not None
        seen.append(lint.findings(Policy(made.model, made.diagnostics, made.sources), DAY))
    assert seen[0] == seen[1]
    assert "open-tension" in codes(seen[0])
