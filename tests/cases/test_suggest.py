"""Requests for what nobody has tried: pasted where they belong, they cover it."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cases.conftest import AT, HERE, NOW, RunTests
from tests.cases.pasting import paste

import kotowari
from kotowari.cases.finding.spelled import texts_of
from kotowari.cases.finding.steps import step_at
from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value
from kotowari.schema import results_schema
from kotowari.testing import gather, load_suite, run_all
from kotowari.testing.suggest import Suggested, Suggester
from kotowari.testing.suggested import Reason
from kotowari.text.patterns.pattern import Pattern

# Every sort of fact and of condition, and no example at all.
BARE = """
policy shop en "Shop" ja 「店」
  edition 1
  languages en, ja
  zone "Asia/Tokyo"
  otherwise escalate to desk because care
  unanswered escalate to desk because care
value care en "We care." ja 「大切にしております。」
team desk en "the desk" ja 「窓口」 answers within 1 day
fact order.total is money in USD from 0
fact order.refunded is money in USD from 0
fact order.weight is number
fact order.paid is date
fact order.sent is time or none
fact order.items is whole number from 1
fact order.notes is any of fragile, gift or none
fact order.waited is duration
fact order.share is percent
fact order.label is text
fact shop.open is yes or no usually yes
topic refund en "a refund" ja 「返金」
  words en "refund", "(money|cash) back"
  words ja 「返金」
  not "refund policy"
define heavy
  order.weight more than 2.5 or order.items at least 10

rule late about refund
  when time since order.paid more than 14 days and not heavy
  decline because care
  say en answer "No." reason "Late." nothing instead
  say ja answer 「いたしかねます。」 reason 「期限を過ぎております。」 nothing instead
rule much about refund
  when order.total minus order.refunded more than 100 USD and time since order.paid at most 14 days
  accept because care
  say en answer "Yes."
  say ja answer 「承ります。」
rule odd
  when (order.notes include fragile or order.label is "red") and order.share between 5% and 10%
  accept because care
  say en answer "Yes."
  say ja answer 「承ります。」
rule unsent
  when order.sent is none and order.waited at least 2 hours and shop.open
  accept because care
  say en answer "Yes."
  say ja answer 「承ります。」
rule asked-nothing
  when order.sent is known and order.notes is known and request mentions refund and not shop.open
  accept because care
  say en answer "Yes."
  say ja answer 「承ります。」
usual script escalate
  en answer "{team} will write to you by {by}."
  ja answer 「{by}までに{team}よりご連絡いたします。」
"""


def suggestions(folder: Path, now: datetime) -> tuple[list[Suggested], list[str]]:
    policy = kotowari.load(folder)
    trials = load_suite(policy, folder, now).trials
    return list(Suggester(policy, trials, now).run()), [trial.name for trial in trials]


def paste_all(folder: Path) -> list[Suggested]:
    found, taken = suggestions(folder, NOW)
    paste(folder, [Reason(one.proposal, one.aim.text, one.aim.topic) for one in found if one.proposal], taken)
    return found


def bad(folder: Path) -> list[str]:
    policy = kotowari.load(folder)
    trials = load_suite(policy, folder, NOW).trials
    return [one.trial.name for one in run_all(policy, trials, NOW) if one.status.bad]


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    folder = tmp_path / "bare"
    folder.mkdir()
    (folder / "policy.rules").write_text(BARE, encoding="utf-8")
    return folder


def test_what_is_pasted_passes_and_covers_everything(bare: Path) -> None:
    found = paste_all(bare)
    assert [one.aim for one in found if one.proposal is None] == []
    assert bad(bare) == []
    policy = kotowari.load(bare)
    covered = gather(policy, load_suite(policy, bare, NOW).trials, NOW)
    shares = (covered.rules, covered.clauses, covered.matched, covered.sides, covered.languages)
    assert [share.percent for share in shares] == [100] * 5
    assert suggestions(bare, NOW)[0] == []


def test_values_lie_at_the_edge(bare: Path) -> None:
    paste_all(bare)
    text = (bare / "policy.rules").read_text(encoding="utf-8")
    assert "order.weight 2.6" in text  # the smallest step above 2.5
    assert "order.share 5%" in text
    assert 'order.label "red"' in text or "order.notes fragile" in text


def test_a_desk_is_complete_after_it(desk: Path) -> None:
    found = paste_all(desk)
    assert found
    assert bad(desk) == []
    assert suggestions(desk, NOW)[0] == []


def test_the_packs_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "inn"
    shutil.copytree(kotowari.packs() / "inn", folder)
    shutil.rmtree(folder / "cases", ignore_errors=True)
    paste_all(folder)
    assert bad(folder) == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_shown(
    language: str, desk: Path, run_tests: RunTests, monkeypatch: pytest.MonkeyPatch, *, update: bool
) -> None:
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    code, out, err = run_tests(desk.name, "--suggest", *AT)
    assert (code, err) == (0, "")
    path = HERE / "golden_suggest" / f"{language}.txt"
    if update:
        path.write_text(out, encoding="utf-8", newline="\n")
    assert out == path.read_text(encoding="utf-8")


def test_only_what_is_asked_for(desk: Path, run_tests: RunTests) -> None:
    _, out, _ = run_tests(desk.name, "--suggest", "--rule", "partners", *AT)
    assert "partners" in out
    assert "shipping" not in out
    _, out, err = run_tests(desk.name, "--suggest", "--rule", "one-price", *AT)
    assert (out, err) == ("", "note: nothing to suggest: all is tried\n")


def test_json_is_as_its_schema_says(desk: Path, run_tests: RunTests) -> None:
    code, out, _ = run_tests(desk.name, "--suggest", "--format", "json", *AT)
    data = json.loads(out)
    Draft202012Validator(results_schema()).validate(data)  # pyright: ignore[reportUnknownMemberType] - untyped stubs
    assert code == 0
    (fired,) = [one for one in data["suggestions"] if one["lack"] == "fired"]
    assert fired["name"] == "partners"
    assert fired["proposal"] == {
        "kind": "example",
        "file": "policy.rules",
        "rule": "partners",
        "text": '  example "Hello." with customer.tags partner gives accept\n',
    }


def test_what_cannot_be_is_told(desk: Path, run_tests: RunTests) -> None:
    text = (desk / "policy.rules").read_text(encoding="utf-8")
    both = "when customer.tags include partner and customer.seats at least 5 and customer.seats at least 10"
    (desk / "policy.rules").write_text(text.replace("when customer.tags include partner", both), encoding="utf-8")
    _, out, _ = run_tests(desk.name, "--suggest", "--rule", "partners", *AT)
    told = [line for line in out.splitlines() if line.startswith("#   ")]
    assert told == ["#   policy.rules:72  partners: no case hangs on this being false: customer.seats at least 5"]


def test_nothing_else_goes_with_it(desk: Path, run_tests: RunTests) -> None:
    code, out, err = run_tests(desk.name, "--suggest", "--coverage", *AT)
    assert (code, out) == (2, "")
    assert err.startswith("error: --suggest prints what is to be pasted, and nothing else\n")


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("(log|sign) in", ["log in", "sign in"]),
        ("delete ... data", ["delete data"]),
        ("# nights", ["3 nights"]),
        ("host*", ["host"]),
        ("（安い｜高い）プラン", ["安いプラン", "高いプラン"]),
        ("データ ... 消して", ["データ 消して"]),
        (r"c\#", ["c#"]),
    ],
)
def test_a_pattern_is_spelled_as_its_author_did(pattern: str, texts: list[str]) -> None:
    found = list(texts_of(Pattern(pattern)))
    assert found[: len(texts)] == texts


def test_a_regular_expression_has_no_words() -> None:
    assert list(texts_of(Pattern("/a+b/", regex=True))) == []


@pytest.mark.parametrize(
    ("type_", "value", "step"),
    [
        (FactType(Kind.WHOLE), Decimal(5), Decimal(1)),
        (FactType(Kind.MONEY, currency="USD"), Decimal(50), Decimal("0.01")),
        (FactType(Kind.MONEY, currency="JPY"), Decimal(50), Decimal(1)),
        (FactType(Kind.NUMBER), Decimal("2.5"), Decimal("0.1")),
        (FactType(Kind.PERCENT), Decimal(10), Decimal(1)),
        (FactType(Kind.DURATION), Duration(days=14), Duration(days=1)),
        (FactType(Kind.DURATION), Duration(months=12), Duration(months=1)),
        (FactType(Kind.DURATION), Duration(seconds=Decimal(7200)), Duration(seconds=Decimal(3600))),
        (FactType(Kind.DURATION), Duration(seconds=Decimal(90)), Duration(seconds=Decimal(1))),
        (FactType(Kind.DATE), date(2026, 7, 1), timedelta(days=1)),
        (FactType(Kind.TEXT), "a", None),
    ],
)
def test_the_smallest_step(type_: FactType, value: Value, step: object) -> None:
    assert step_at(type_, value) == step
