"""The verdict alone is that of the ruling, and working it out first changes nothing of the rest."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import kotowari

NOW = datetime(2026, 11, 20, tzinfo=UTC)
TEXTS = (
    "返金をお願いします。解約の手続きも進めてください。",
    "シングルサインオンに対応していますか。個別契約を結びたいです。",
    "ガントチャートを追加してほしいです。",
    "もう死にたいです",
    "春には豆とトマトを育てます。",
    "I would like a refund, and a discount.",
    "Please add a Gantt chart",
    "",
)


@pytest.fixture(scope="module")
def policy() -> kotowari.Policy:
    return kotowari.load(kotowari.packs() / "starter")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("unavailable", [[], ["all"]])
def test_it_does_not_matter_what_is_asked_first(policy: kotowari.Policy, text: str, unavailable: list[str]) -> None:
    request: dict[str, object] = {"text": text}
    if unavailable:
        request["unavailable"] = unavailable
    first, other = (policy.decide(request, now=NOW) for _ in range(2))
    verdict = first.verdict
    assert other.ruling.verdict is verdict
    assert other.verdict is verdict
    assert first.to_dict() == other.to_dict()


def test_open_unavailable_and_settled_verdicts_are_among_them(policy: kotowari.Policy) -> None:
    verdicts = {policy.decide({"text": text}, now=NOW).verdict for text in TEXTS}
    assert {None, kotowari.Verdict.DECLINE, kotowari.Verdict.ESCALATE} <= verdicts


def test_texts_that_take_turns_are_not_mixed_up(policy: kotowari.Policy) -> None:
    alone = {text: policy.decide({"text": text}, now=NOW).to_dict() for text in TEXTS}
    decisions = [(text, policy.decide({"text": text}, now=NOW)) for text in TEXTS]
    assert {text: decision.to_dict() for text, decision in reversed(decisions)} == alone
