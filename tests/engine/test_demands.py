"""Which rules are in force, what each demand gets, and what the request as a whole gets."""

from __future__ import annotations

import pytest
from tests.small import HEAD, asks, data, decide, demands, policy, put

import kotowari

GANTT = "rule no-gantt about gantt decline because simplicity"
CHAT = "rule yes-chat about chat accept because trust"
REFUND = "rule refund-billing about refund escalate to lead because trust"
ALL = f"{GANTT} {CHAT} {REFUND}"


def verdict(rules: str, facts: dict[str, object] | None = None, now: str = "2026-06-15T12:00:00+09:00") -> str | None:
    return decide(rules, facts, now=now).verdict


def names(decision: kotowari.Decision) -> list[str]:
    """The rules that give the verdict of the request."""
    return [rule.name for rule in decision.ruling.rules]


def set_aside(decision: kotowari.Decision) -> dict[str, str]:
    return {pair["rule"]: pair["by"] for pair in data(decision)["set_aside"]}


# --- several demands --------------------------------------------------------------------------------------------------


def test_each_demand_has_its_verdict_in_the_order_of_the_text() -> None:
    decision = decide(ALL, text="Please add chat. We also need Gantt charts and a refund.")
    assert list(demands(decision).items()) == [
        ("chat", ("accept", ["yes-chat"])),
        ("gantt", ("decline", ["no-gantt"])),
        ("refund", ("escalate", ["refund-billing"])),
    ]
    assert (decision.verdict, names(decision)) == ("escalate", ["refund-billing"])


def test_the_verdict_is_the_first_of_the_order_among_the_demands() -> None:
    text = "Please add chat and gantt, and I want a refund"
    turned = [HEAD + f"  order {order}" for order in ("accept, decline, escalate", "decline, accept, escalate")]
    assert [put(policy(ALL, head), text=text).verdict for head in (HEAD, *turned)] == ["escalate", "accept", "decline"]


def test_topics_that_the_same_rules_decide_are_one_demand() -> None:
    rules = f"rule no-plans about gantt, chat decline because simplicity {REFUND}"
    decision = decide(rules, text="A refund please. And chat, and gantt.")
    assert list(demands(decision)) == ["refund", "chat gantt"]


def test_within_a_demand_the_order_decides_and_the_other_rules_in_force_are_reported() -> None:
    rules = f"{GANTT} rule pilot about gantt when customer.vip accept because trust"
    (demand,) = decide(rules, {"customer.vip": True}, "gantt please").ruling.demands
    assert (demand.verdict, [rule.name for rule in demand.rules]) == ("decline", ["no-gantt"])
    assert [(rule.name, rule.outcome.verdict) for rule in demand.also] == [("pilot", "accept")]


def test_rules_about_nothing_decide_the_request_as_a_whole() -> None:
    rules = f"{GANTT} rule complaint when request mentions complaint accept because trust"
    decision = decide(rules, text="I am disappointed: where is gantt? Please add gantt")
    assert demands(decision) == {"": ("accept", ["complaint"]), "gantt": ("decline", ["no-gantt"])}
    assert decision.verdict == "decline"


def test_a_topic_that_is_only_denied_is_no_demand() -> None:
    assert demands(decide(ALL, text="We do not need Gantt charts. Please add chat.")) == {
        "chat": ("accept", ["yes-chat"])
    }


def test_a_topic_that_no_rule_decides_is_no_demand() -> None:
    assert demands(decide(f"{GANTT} {CHAT}", text="A refund, and chat please")) == {"chat": ("accept", ["yes-chat"])}


def test_with_no_rule_in_force_it_is_otherwise() -> None:
    decision = decide(ALL, text="Hello")
    assert (decision.verdict, names(decision), demands(decision)) == ("escalate", [], {})
    assert decision.ruling.outcome is policy(ALL).model.otherwise


def test_a_label_goes_with_the_rule_that_gives_the_verdict() -> None:
    rules = f"rule later about gantt decline as not-now because simplicity {CHAT}"
    labels = [demand["label"] for demand in data(decide(rules, text="gantt and chat please"))["demands"]]
    assert labels == ["not-now", None]


def test_an_open_demand_has_the_verdicts_that_are_left() -> None:
    rules = f"{GANTT} rule chat-for-vips about chat when customer.vip accept because trust"
    decision = decide(rules, text="gantt and chat please")
    gantt, chat = decision.ruling.demands
    assert (gantt.verdict, chat.verdict, chat.possible) == ("decline", None, ("accept",))
    assert [rule.name for rule in decision.ruling.undetermined] == ["chat-for-vips"]


# --- exceptions and overrides -----------------------------------------------------------------------------------------

NESTED = """
rule base decline because trust
  except vips when customer.vip accept because trust
  except pros when customer.plan is pro escalate to lead because trust
"""


def test_an_exception_needs_its_rule_and_overrides_it_alone() -> None:
    decision = decide(NESTED, {"customer.vip": True, "customer.plan": "pro"})
    assert (decision.verdict, set_aside(decision)) == ("escalate", {"base": "vips"})
    assert demands(decision) == {"": ("escalate", ["pros"])}
    assert verdict(NESTED, {"customer.vip": True, "customer.plan": "free"}) == "accept"
    assert verdict(NESTED.replace("rule base", "rule base when customer.seats at least 5"),
                   {"customer.vip": True, "customer.plan": "free", "customer.seats": 4}) == "escalate"  # fmt: skip


def test_every_rule_that_sets_another_aside_is_named() -> None:
    pairs = data(decide(NESTED, {"customer.vip": True, "customer.plan": "pro"}))["set_aside"]
    assert pairs == [{"rule": "base", "by": "pros"}, {"rule": "base", "by": "vips"}]


def test_an_exception_is_about_what_its_rule_is_about() -> None:
    rules = """rule no-gantt about gantt decline because simplicity
        except vips when customer.vip accept because trust"""
    decision = decide(rules, {"customer.vip": True}, "gantt please")
    assert demands(decision) == {"gantt": ("accept", ["vips"])}


def test_overriding_a_rule_overrides_its_exceptions() -> None:
    rules = NESTED + "rule firm when customer.seats at least 5 decline because fairness overrides base"
    decision = decide(rules, {"customer.vip": True, "customer.plan": "pro", "customer.seats": 5})
    assert (decision.verdict, names(decision)) == ("decline", ["firm"])
    assert set_aside(decision) == {"base": "vips", "pros": "firm", "vips": "firm"} | {"base": "firm"}


def test_an_exception_can_override_further_rules_and_their_exceptions() -> None:
    rules = NESTED + """
        rule other when customer.seats at least 5 decline because fairness
          except partners when customer.tags include partner escalate to safety because trust overrides base
    """  # fmt: skip
    decision = decide(rules, {"customer.vip": True, "customer.plan": "pro", "customer.seats": 5,
                              "customer.tags": ["partner"]})  # fmt: skip
    assert names(decision) == ["partners"]
    assert set(set_aside(decision)) == {"base", "vips", "pros", "other"}


def test_a_rule_that_is_set_aside_sets_nothing_aside() -> None:
    rules = """
        rule one decline because trust
        rule two when customer.vip accept because trust overrides one
        rule three when customer.plan is pro escalate to lead because trust overrides two
    """
    decision = decide(rules, {"customer.vip": True, "customer.plan": "pro"})
    assert demands(decision) == {"": ("escalate", ["three"])}
    assert [rule.name for rule in decision.ruling.demands[0].also] == ["one"]
    assert verdict(rules, {"customer.vip": True, "customer.plan": "free"}) == "accept"


def test_a_rule_that_may_be_overridden_is_undetermined() -> None:
    decision = decide("rule one decline because trust rule two when customer.vip accept because trust overrides one")
    assert decision.possible == ("decline", "accept")
    assert [rule.name for rule in decision.ruling.undetermined] == ["one", "two"]


def test_final_does_not_outrank() -> None:
    rules = "rule firm accept because trust final rule other when customer.vip decline because trust"
    assert verdict(rules, {"customer.vip": True}) == "decline"
    with pytest.raises(kotowari.PolicyError, match="`firm`"):
        policy(rules + " overrides firm")


# --- from, until ------------------------------------------------------------------------------------------------------

SALE = "rule sale decline because trust from 2026-06-10 until 2026-06-20"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-06-09T23:59:59+09:00", "escalate"),
        ("2026-06-10T00:00:00+09:00", "decline"),
        ("2026-06-09T15:00:00Z", "decline"),
        ("2026-06-09T14:59:59Z", "escalate"),
        ("2026-06-20T23:59:59.999999+09:00", "decline"),
        ("2026-06-20T14:59:59Z", "decline"),
        ("2026-06-20T15:00:00Z", "escalate"),
        ("2026-06-20T05:00:00-10:00", "escalate"),
    ],
)
def test_both_days_of_a_window_count_on_the_calendar_of_the_policy(now: str, expected: str) -> None:
    assert verdict(SALE, now=now) == expected


@pytest.mark.parametrize(
    ("zone", "expected"), [("Asia/Tokyo", "escalate"), ("UTC", "decline"), ("Pacific/Kiritimati", "escalate")]
)
def test_what_day_it_is_hangs_on_the_zone_of_the_policy(zone: str, expected: str) -> None:
    assert put(policy(SALE, HEAD.replace("Asia/Tokyo", zone)), now="2026-06-20T15:00:00Z").verdict == expected


def test_an_exception_ends_with_its_rule_and_a_window_of_its_own_ends_it_alone() -> None:
    rules = SALE + "\n  except vips when customer.vip accept because trust until 2026-06-15"
    days = [f"2026-06-{day}T12:00:00+09:00" for day in ("09", "10", "15", "16", "20", "21")]
    assert [verdict(rules, {"customer.vip": True}, now) for now in days] == [
        "escalate", "accept", "accept", "decline", "decline", "escalate",
    ]  # fmt: skip


def test_a_rule_that_has_ended_overrides_nothing() -> None:
    rules = (
        "rule old when customer.vip accept because trust overrides no until 2026-06-14 rule no decline because trust"
    )
    decision = decide(rules, {"customer.vip": True})
    assert (decision.verdict, set_aside(decision)) == ("decline", {})


@pytest.mark.parametrize(
    ("because", "expected"),
    [
        ("spring", "escalate"),
        ("spring, trust", "decline"),
        ("this-year", "decline"),
        ("autumn", "decline"),
        ("spring, this-year", "decline"),
    ],
)
def test_a_rule_all_of_whose_reasons_have_ended_no_longer_applies(because: str, expected: str) -> None:
    assert verdict(f"rule one decline because {because}") == expected


def test_the_last_day_of_a_strategy_counts() -> None:
    rules = "rule one decline because spring"
    days = ("2026-05-31T14:59:59Z", "2026-05-31T15:00:00Z")
    assert [verdict(rules, now=now) for now in days] == ["decline", "escalate"]


def test_an_exception_still_applies_where_only_the_reasons_of_its_rule_have_ended() -> None:
    rules = "rule one decline because spring\n  except vips when customer.vip accept because trust"
    assert verdict(rules, {"customer.vip": True}) == "accept"
    assert verdict(rules, {"customer.vip": False}) == "escalate"


# --- grants -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "facts", "expected"),
    [
        ("order.total", {"order.total": "45 USD"}, "45 USD"),
        ("request.discount of order.total", {"order.total": "90 USD", "request.discount": "12.5%"}, "11.25 USD"),
        ("20 USD times order.items", {"order.items": 3}, "60 USD"),
        ("order.paid minus order.total", {"order.paid": "10 USD", "order.total": "7.5 USD"}, "2.5 USD"),
        ("50% of order.total", {"order.total": "0.01 USD"}, "0.005 USD"),
        ("request.discount", {"request.discount": 10}, "10"),
        ("3 months", {}, "P3M"),
        ("order.total", {}, None),
        ("request.discount of order.total", {"order.total": "90 USD"}, None),
    ],
)
def test_what_is_granted(amount: str, facts: dict[str, object], expected: str | None) -> None:
    (demand,) = data(decide(f"rule yes accept granting {amount} because trust", facts))["demands"]
    assert (demand["verdict"], demand["grant"]) == ("accept", expected)


def test_amounts_of_34_digits_are_exact() -> None:
    digits = "9" * 34
    (demand,) = data(decide("rule yes accept granting order.total times order.items because trust",
                            {"order.total": f"{digits} USD", "order.items": 100}))["demands"]  # fmt: skip
    assert demand["grant"] == f"{digits}00 USD"


def test_the_first_rule_that_grants_says_how_much() -> None:
    rules = """
        rule plain accept because trust
        rule half when customer.vip accept granting 5 USD because trust
        rule third accept granting 3 USD because trust
    """
    grants = [decide(rules, {"customer.vip": vip}).ruling.demands[0].grant for vip in (True, False)]
    assert [str(grant) for grant in grants] == ["5", "3"]


# --- texts and topics -------------------------------------------------------------------------------------------------


def test_stated_topics_win_over_the_text() -> None:
    text = "Please add gantt"
    assert list(demands(decide(ALL, text=text, topics={"chat": "asks"}))) == ["gantt", "chat"]
    assert demands(decide(ALL, text=text, topics={"gantt": False})) == {}
    assert demands(decide(ALL, text=text, topics={"gantt": "mentions"})) == {}


def test_the_words_of_the_text_stay_evidence_where_somebody_corrects_them() -> None:
    decision = decide(ALL, text="Please add gantt", topics={"gantt": False})
    assert [(found["topic"], found["text"]) for found in data(decision)["evidence"]] == [("gantt", "gantt")]


def test_stated_topics_alone_say_all_there_is_to_know_of_the_request() -> None:
    rules = "rule hears when request mentions complaint escalate to lead because trust " + CHAT
    assert decide(rules, topics={"chat": "asks"}).possible == ("accept",)
    assert decide(rules, topics={"complaint": "mentions"}).verdict == "escalate"


def test_without_a_text_and_topics_it_is_unknown_what_is_asked_for() -> None:
    decision = decide(f"{GANTT} {CHAT}")
    assert (decision.verdict, decision.possible, asks(decision)) == (
        None, ("escalate", "decline", "accept"), ["request.text"],
    )  # fmt: skip
    assert decide(f"{GANTT} {CHAT}", topics={}).verdict is None


@pytest.mark.parametrize("text", ["", " ", "\n", "…"])
def test_an_empty_text_mentions_nothing(text: str) -> None:
    decision = decide(f"{GANTT} {CHAT}", text=text)
    assert (decision.possible, decision.ruling.outcome is not None) == (("escalate",), True)


def test_asking_for_a_topic_is_mentioning_it_and_not_the_other_way_round() -> None:
    rules = """
        rule one when request mentions gantt decline because trust
        rule two when request asks for gantt accept because trust overrides one
    """
    assert decide(rules, text="Please add gantt").verdict == "accept"
    assert decide(rules, text="We do not need gantt").verdict == "decline"
    assert decide(rules).possible == ("escalate", "decline", "accept")


@pytest.mark.parametrize(
    ("which", "text", "expected"),
    [
        ("any of gantt, chat", "chat please", "decline"),
        ("any of gantt, chat", "a refund please", "accept"),
        ("all of gantt, chat", "chat please", "accept"),
        ("all of gantt, chat", "chat and gantt please", "decline"),
        ("none of gantt, chat", "a refund please", "decline"),
        ("none of gantt, chat", "chat please", "accept"),
    ],
)
def test_any_all_and_none_of_some_topics(which: str, text: str, expected: str) -> None:
    rules = f"rule one when request mentions {which} decline because trust rule rest accept because trust"
    assert decide(rules, text=text).verdict == expected


def test_a_fact_can_be_a_text_that_mentions_topics() -> None:
    rules = "rule one when ticket.note mentions complaint decline because trust rule rest accept because trust"
    notes: list[dict[str, object]] = [
        {"ticket.note": "was disappointed"}, {"ticket.note": "calm"}, {"ticket.note": ""}, {"ticket.note": None},
    ]  # fmt: skip
    assert [decide(rules, facts, "I am disappointed").verdict for facts in notes] == [
        "decline", "accept", "accept", "accept",
    ]  # fmt: skip
    assert decide(rules, text="I am disappointed").possible == ("decline", "accept")


def test_the_language_of_a_request_is_a_fact() -> None:
    rules = "rule one when request.language is en accept because trust rule rest decline because trust overrides one"
    both = "rule one when request.language is en accept because trust"
    assert decide(rules, text="Hello there").verdict == "decline"
    assert decide(both, text="Hello there").verdict == "accept"


# --- none, known, defaults --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("customer.renewal before 2026-07-01", "accept"),
        ("customer.renewal at least 2026-07-01", "accept"),
        ("not (customer.renewal before 2026-07-01)", "decline"),
        ("customer.renewal is not none", "accept"),
        ("customer.renewal is none", "decline"),
        ("customer.renewal is known", "decline"),
        ("customer.renewal is unknown", "accept"),
        ("time until customer.renewal at most 90 days", "accept"),
        ("customer.renewal between 2026-01-01 and 2026-12-31", "accept"),
        ("customer.renewal is 2026-07-01", "accept"),
        ("customer.renewal is not 2026-07-01", "decline"),
        ("customer.renewal before order.shipped", "accept"),
        ("order.shipped after customer.renewal", "accept"),
    ],
)
def test_none_is_a_known_value_with_which_comparisons_are_false(condition: str, expected: str) -> None:
    rules = f"rule one when {condition} decline because trust rule rest accept because trust"
    assert verdict(rules, {"customer.renewal": None, "order.shipped": "2026-06-01"}) == expected


def test_a_fact_that_is_not_given_is_unknown_and_never_false() -> None:
    rules = "rule one when not customer.vip decline because trust rule rest accept because trust"
    assert decide(rules).possible == ("decline", "accept")
    assert decide("rule one when customer.vip is unknown decline because trust").verdict == "decline"


def test_a_default_counts_and_is_reported_but_does_not_make_the_fact_known() -> None:
    decision = decide("rule one when not customer.nonprofit decline because trust")
    assert (decision.verdict, data(decision)["assumed"]) == (
        "decline", [{"fact": "customer.nonprofit", "value": False}],
    )  # fmt: skip
    known = "rule one when customer.nonprofit is known decline because trust"
    assert decide(known).verdict == "escalate"
    assert decide(known, {"customer.nonprofit": False}).verdict == "decline"


def test_a_default_that_nobody_used_is_not_reported() -> None:
    rules = "rule one when customer.vip and not customer.nonprofit decline because trust"
    assert data(decide(rules, {"customer.vip": False}))["assumed"] == []
    assert data(decide(rules, {"customer.vip": True, "customer.nonprofit": False}))["assumed"] == []


@pytest.mark.parametrize(
    ("which", "tags", "expected"),
    [
        ("include beta", ["beta"], "decline"),
        ("include beta", [], "accept"),
        ("include any of beta, partner", ["partner", "reseller"], "decline"),
        ("include all of beta, partner", ["partner"], "accept"),
        ("include all of beta, partner", ["partner", "beta"], "decline"),
        ("include none of beta, partner", ["reseller"], "decline"),
        ("include none of beta, partner", ["beta"], "accept"),
    ],
)
def test_what_a_set_includes(which: str, tags: list[str], expected: str) -> None:
    rules = f"rule one when customer.tags {which} decline because trust rule rest accept because trust"
    assert verdict(rules, {"customer.tags": tags}) == expected


def test_a_condition_has_a_value_where_what_is_unknown_cannot_matter() -> None:
    rules = "rule one when customer.vip and customer.plan is pro decline because trust"
    assert verdict(rules, {"customer.plan": "free"}) == "escalate"
    assert decide(rules, {"customer.plan": "free"}).possible == ("escalate",)
    assert verdict("rule one when customer.vip or customer.plan is pro decline because trust",
                   {"customer.plan": "pro"}) == "decline"  # fmt: skip
    assert verdict("rule one when customer.vip or not customer.vip decline because trust") == "decline"
