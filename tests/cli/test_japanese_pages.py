"""The Japanese pages on cases, examples and drafts, run by the commands that find what they are about."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from tests.cli.conftest import Run
from tests.diagnostics.test_golden import HERE, Block, blocks
from tests.diagnostics.test_pages import HEADINGS

from kotowari.diagnostics.pages import page

PREAMBLE: Final = (HERE / "preamble.pages.ja.rules").read_text(encoding="utf-8")
DECLARED: Final = """
value シンプル ja 「どなたでも五分で使い始められるよう、シンプルさを大切にしております。」
team 営業 ja 「営業担当」 answers within 1 day
topic 割引 ja 「お値引き」
  words ja 「割引」
topic シングルサインオン ja 「シングルサインオン」
  words ja 「シングルサインオン」
fact 顧客.プラン is one of 無料, プロ
  usually プロ
fact 顧客.人数 is whole number from 1
fact 要望.割引率 is percent
"""
RULES: Final = """
rule 工程表は作らない about 工程表
  decline because シンプル
rule シングルサインオンは有料 about シングルサインオン
  when 顧客.プラン is 無料
  decline because 誠実
rule 少しの割引 about 割引
  when 要望.割引率 at most 10%
  accept because 誠実
rule 大きな割引 about 割引
  when 要望.割引率 more than 10%
  escalate to 営業 because 誠実
"""


def examples(code: str, kind: str) -> tuple[Block, Block]:
    """What the page avoids, and what it prefers."""
    avoid, prefer = (page(code, "ja") or "").split(f"## {HEADINGS['ja'][1]}")
    return blocks(avoid, kind)[0], blocks(prefer, kind)[0]


def write(rules: str, cases: str = "") -> None:
    Path("policy.rules").write_text(PREAMBLE + DECLARED + rules, encoding="utf-8")
    if cases:
        Path("cases").mkdir(exist_ok=True)
        Path("cases", "page.yaml").write_text(cases, encoding="utf-8")


@pytest.mark.parametrize("code", ["bad-case", "duplicate-case", "failed-case", "passing-todo"])
def test_page_on_cases_advises_what_helps(kotowari_in: Run, code: str) -> None:
    avoid, prefer = examples(code, "yaml")
    write(RULES, avoid.body)
    wrong = kotowari_in("test")
    assert wrong.code != 0
    assert f"error[{code}]" in wrong.out + wrong.err
    write(RULES, prefer.body)
    assert kotowari_in("test").code == 0


def test_page_on_examples_advises_what_helps(kotowari_in: Run) -> None:
    avoid, prefer = examples("failed-example", "rules")
    write(avoid.body)
    wrong = kotowari_in("test")
    assert (wrong.code, "error[failed-example]" in wrong.out) == (1, True)
    write(prefer.body)
    assert kotowari_in("test").code == 0


def test_page_on_mutants_advises_what_helps(kotowari_in: Run) -> None:
    survived: list[int] = []
    for example in examples("surviving-mutant", "rules"):
        write(example.body)
        survived.append(kotowari_in("test", "--mutate").out.count("[surviving-mutant]"))
    assert survived[0] > survived[1]


@pytest.mark.parametrize("code", ["reason-not-said", "wrong-verdict"])
def test_page_on_drafts_advises_what_helps(kotowari_in: Run, code: str) -> None:
    avoid, prefer = examples(code, "text")
    write(RULES)
    command, draft = avoid.body.split("\n\n", 1)
    arguments = command.removeprefix("$ kotowari ").replace("draft.txt", "-").split()
    assert f"[{code}]" in kotowari_in(*arguments, "--policy", ".", stdin=draft).out
    ended = kotowari_in(*arguments, "--policy", ".", stdin=prefer.body)
    assert f"[{code}]" not in ended.out
    assert ended.code == 0
