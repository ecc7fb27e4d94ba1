"""Requests under two policies: what changes about each, and how many change in which way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import cast

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.test_properties import compiled
from tests.small import policy
from tests.strategies import PolicyText, policies, requests

import kotowari
from kotowari.comparison.gate import Gate, read_approvals
from kotowari.comparison.replay import Difference, Replay
from kotowari.comparison.tally import Tally
from kotowari.comparison.tally_record import tally_data
from kotowari.comparison.transitions import Besides, Kind, State, Transition, by_gravity, read_kind, writings
from kotowari.comparison.variants import with_declarations, without
from kotowari.model.model import Verdict
from kotowari.requests import RequestError, read_request
from kotowari.schema import diff_schema, what_if_schema

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
RULES = """
rule gantt about gantt decline because simplicity
rule refund about refund when customer.plan is pro accept because trust
rule late when customer.vip escalate to lead because trust
"""


def seen(old: kotowari.Policy, new: kotowari.Policy, request: Mapping[str, object], **options: bool) -> Difference:
    return Replay(old, new, NOW, **options).difference(read_request(request))


def changed(before: str, after: str) -> tuple[kotowari.Policy, kotowari.Policy]:
    assert before in RULES
    return policy(RULES), policy(RULES.replace(before, after))


def test_another_verdict_with_the_rules_of_both_sides() -> None:
    request = {"text": "gantt", "facts": {"customer": {"vip": False}}}
    found = seen(*changed("decline because simplicity", "accept because trust"), request)
    assert (str(found.transition), found.before.rules, found.after.rules) == ("decline:accept", ("gantt",), ("gantt",))


def test_an_open_request_may_come_to_other_verdicts() -> None:
    found = seen(*changed("decline because simplicity", "accept because trust"), {"id": 7, "text": "gantt"})
    assert (found.id, str(found.transition), found.besides) == (7, "open:open", Besides.POSSIBLE)
    assert found.before.possible == (Verdict.DECLINE, Verdict.ESCALATE)


def test_another_team_is_a_change_of_its_own() -> None:
    found = seen(*changed("escalate to lead", "escalate to safety"), {"facts": {"customer": {"vip": True}}})
    assert (found.besides, found.before.teams, found.after.teams) == (Besides.TEAM, ("lead",), ("safety",))


def test_another_reply_counts_where_it_is_asked_for() -> None:
    pair = changed("because simplicity", "because fairness")
    request = {"text": "gantt", "facts": {"customer": {"vip": False}}}
    assert not seen(*pair, request).is_any
    assert seen(*pair, request, replies=True).besides is Besides.REPLY


def test_other_rules_for_the_same_verdict_are_no_change() -> None:
    found = seen(*changed("rule gantt", "rule charts"), {"text": "gantt", "facts": {"customer": {"vip": False}}})
    assert not found.is_any


def test_what_only_one_policy_declares_is_left_aside_by_the_other() -> None:
    old = policy(RULES)
    files = {name: source.text for name, source in old.sources.items()}
    new = kotowari.compile_policy(
        {**files, "more.rules": 'fact order.gift is yes or no topic gift en "gift" words en "gift"'}
    )
    request = {
        "text": "x",
        "facts": {"order": {"gift": True}},
        "topics": {"gift": "asks"},
        "unavailable": ["order.gift"],
    }
    assert not seen(old, new, {**request, "unavailable": []}).is_any
    assert not seen(new, old, {**request, "facts": {}}).is_any


def test_a_request_that_one_policy_cannot_take_is_refused_there() -> None:
    old = policy(RULES)
    files = {name: source.text for name, source in old.sources.items()}
    other = files["world.rules"].replace("is one of free, pro, enterprise", "is one of basic, pro, enterprise")
    new = kotowari.compile_policy({**files, "world.rules": other})
    found = seen(old, new, {"text": "refund", "facts": {"customer": {"plan": "free"}}})
    assert found.after.state is State.REFUSED
    assert found.after.refused is not None
    assert "`free`" in found.after.refused


def test_a_request_that_neither_can_take_is_an_error() -> None:
    with pytest.raises(RequestError, match="custmer"):
        seen(policy(RULES), policy(RULES), {"facts": {"custmer": {"plan": "free"}}})


def test_a_policy_without_a_rule_is_another_policy() -> None:
    old = policy(RULES)
    new = without(old, ["gantt"])
    assert new.model.digest != old.model.digest
    assert new.model.rules.keys() == old.model.rules.keys() - {"gantt"}


def test_places_stay_where_declarations_are_replaced() -> None:
    old = policy(RULES)
    variant = with_declarations(old, {"policy.rules": "rule gantt about gantt accept because trust"})
    assert (variant.replaced, variant.added) == (("gantt",), ())
    refund = variant.policy.model.rules["refund"].span
    assert refund == old.model.rules["refund"].span


def test_a_usual_script_is_replaced_by_what_it_is_for() -> None:
    variant = with_declarations(policy(RULES), {"x.rules": 'usual script accept\n  en answer "With joy."'})
    assert variant.replaced == ("usual script accept",)
    assert len(variant.policy.model.usual_scripts) == len(policy(RULES).model.usual_scripts)


def test_rows_of_another_file_of_the_same_name_stay_apart() -> None:
    table = 'table {} "T" from "rows.csv" every row\n'
    yes = 'script yes en answer "Gladly."\n'
    rows = "customer.seats,outcome\nat most {},accept because trust say yes\n"
    base = {name: source.text for name, source in policy("").sources.items()}
    old = kotowari.compile_policy({**base, "t.rules": table.format("old") + yes, "rows.csv": rows.format(5)})
    variant = with_declarations(
        old,
        {"t.rules": table.format("new"), "rows.csv": rows.format(7)},
        {"t.rules": table.format("other"), "rows.csv": rows.format(9)},
    )
    assert variant.added == ("new", "other")
    conditions = (variant.policy.model.rules[f"{name}/1"].condition for name in ("old", "new", "other"))
    assert [str(getattr(condition, "clause", ""))[-1] for condition in conditions] == ["5", "7", "9"]


# --- kinds and approvals ----------------------------------------------------------------------------------------------


def test_accept_to_decline_is_the_gravest() -> None:
    every = [Transition(before, after) for before in State for after in State if before is not after]
    assert [str(one) for one in by_gravity(every)][:2] == ["accept:decline", "accept:refused"]


@pytest.mark.parametrize("word", ["accept:decline", "any:open", "refused:any", "team", "reply", " Accept : Decline "])
def test_kinds_that_people_write(word: str) -> None:
    assert read_kind(word) is not None


@pytest.mark.parametrize(
    "word", ["", "accept", "accept:", ":decline", "accept:declined", "accept:decline:open", "teams"]
)
def test_kinds_that_there_are_not(word: str) -> None:
    assert read_kind(word) is None


def test_all_writings_are_kinds() -> None:
    assert all(read_kind(word) is not None for word in writings())


def test_a_kind_of_verdict_does_not_match_another_reply() -> None:
    same = Transition(State.DECLINE, State.DECLINE)
    assert not Kind().matches(same, Besides.REPLY)
    assert Kind(besides=Besides.REPLY).matches(same, Besides.REPLY)
    assert not Kind(besides=Besides.TEAM).matches(same, Besides.REPLY)


def test_an_approval_lets_its_change_pass_and_no_other() -> None:
    document = {"approved": [{"change": "accept:decline", "rule": "gantt", "because": "so it was decided"}]}
    gate = Gate([Kind()], read_approvals(document))
    grave = Transition(State.ACCEPT, State.DECLINE)
    assert gate.look(grave, rules=["gantt"])
    assert not gate.look(grave, rules=["refund"])
    assert not gate.look(Transition(State.ACCEPT, State.ESCALATE), rules=["gantt"])
    assert (gate.approved, dict(gate.failing)) == (1, {"accept:decline": 1, "accept:escalate": 1})
    assert gate.stale(requests=True) == []


# --- on policies that nobody thought of -------------------------------------------------------------------------------


def tally_of(replay: Replay, asked: Iterable[Mapping[str, object]], most: int = 3) -> Tally:
    tally = Tally(most)
    for request in asked:
        try:
            tally.add(replay.difference(read_request(request)))
        except RequestError as error:
            tally.add_bad({"line": 1, "error": str(error)})
    return tally


def test_requests_are_told_alike_by_both_commands() -> None:
    names = ("requests", "change", "side", "state")
    schemas = [cast("dict[str, dict[str, object]]", schema)["$defs"] for schema in (what_if_schema(), diff_schema())]
    assert [schemas[0][name] for name in names] == [schemas[1][name] for name in names]


@settings(max_examples=40)
@given(policies(), policies(), st.data())
def test_counts_agree_with_decisions_and_the_data_are_valid(
    one: PolicyText, other: PolicyText, data: st.DataObject
) -> None:
    old, new = compiled(one), compiled(other)
    asked = data.draw(st.lists(requests(one), max_size=5))
    tally = tally_of(Replay(old, new, NOW), asked)
    assert tally.total + tally.bad_total == len(asked)
    assert len(tally.listed) == min(3, tally.changed)
    known: dict[str, object] = {
        "format": "kotowari.what-if/1", "now": "2026-06-15T12:00:00Z", "without": [], "replaced": [], "added": [],
        "policy": {"name": "x", "edition": 1, "digest": old.model.digest, "kotowari": kotowari.__version__},
        "requests": tally_data(tally, replies=False),
    }  # fmt: skip
    jsonschema.validate(json.loads(json.dumps(known)), what_if_schema())
    same = tally_of(Replay(old, old, NOW, replies=True), asked)
    assert same.changed == 0
    for number, request in enumerate(asked, 1):
        assert told_of(Replay(old, new, NOW), request, number) == whole(Replay(old, new, NOW), request, number)


def told_of(replay: Replay, request: Mapping[str, object], line: int) -> object:
    """What a look at the document tells: the same as the whole decisions, or nothing where nothing changes."""
    try:
        found = replay.look(dict(request), line)
    except RequestError as error:
        return str(error)
    return found if found is not None and found.is_any else None


def whole(replay: Replay, request: Mapping[str, object], line: int) -> object:
    try:
        found = replay.difference(read_request(request), line)
    except RequestError as error:
        return str(error)
    return found if found.is_any else None
