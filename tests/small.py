"""Small policies for tests: what every policy needs stands here, so that a test writes only what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

import kotowari
from kotowari_cli import shape

# A whole policy with everything in it, in several files.
AOBA = Path(__file__).parent / "policies" / "aoba"

NOW = "2026-06-15T12:00:00+09:00"

HEAD = """
policy acme en "Acme" edition 1 languages en zone "Asia/Tokyo"
  otherwise escalate to product because trust
  unanswered escalate to lead because trust
"""
BOTH = HEAD.replace("languages en", "languages en, ja").replace('en "Acme"', 'en "Acme" ja 「アクメ」')

WORLD = """
value trust en "You can rely on us." ja 「安心をお届けします。」
value simplicity en "We keep it simple." ja 「シンプルさを大切にしております。」 leads to low-price
value low-price en "That keeps the price low." ja 「お求めやすい価格でお届けしております。」
value fairness en "The same holds for everyone." ja 「どなたにも同じ条件でお届けしております。」
strategy this-year en "This year we build for small teams." ja 「今年は小さなチームに力を注いでおります。」
  from 2026-01-01 until 2026-12-31 serves simplicity
strategy spring en "In spring we mend things." ja 「春は修理に力を注いでおります。」 until 2026-05-31 serves trust
strategy autumn en "In autumn we open a shop." ja 「秋には店を開きます。」 from 2026-09-01 serves fairness
strategy quiet en "We would rather not say." ja 「申し上げません。」 serves trust internal

team product en "product team" ja 「企画担当」 answers within 3 days
team lead en "support lead" ja 「責任者」 answers within 4 hours
team safety en "safety team" ja 「安全担当」 answers within 15 minutes
team archive en "archive" ja 「資料室」

label not-now en "Not now" ja 「今は見送り」

fact customer.plan en "plan" ja 「プラン」 is one of free, pro, enterprise
  call pro en "the Pro plan" ja 「プロプラン」
fact customer.seats en "seats" ja 「人数」 is whole number from 1
fact customer.vip en "VIP" ja 「上得意」 is yes or no
fact customer.nonprofit is yes or no usually no
fact customer.tenure is duration
fact customer.renewal is date or none
fact customer.birth is date fixed
fact customer.tags is any of beta, partner, reseller
fact customer.name en "name" ja 「お名前」 is text
fact customer.revenue is money in USD from 0 internal
fact order.id is text
fact order.created is time
fact order.shipped is date
fact order.total is money in USD
fact order.paid is money in USD
fact order.items is whole number from 1 to 100
fact request.discount is percent
fact ticket.note is text or none

topic gantt en "Gantt charts" ja 「ガントチャート」 words en "gantt" words ja 「ガントチャート」
topic chat en "chat" ja 「チャット」 words en "chat" words ja 「チャット」
topic refund en "a refund" ja 「ご返金」 words en "refund" words ja 「返金」
topic complaint en "a complaint" ja 「ご不満」 words en "disappointed" words ja 「残念です」

define key-account
  customer.revenue at least 5_000 USD or customer.seats at least 200
"""

# What all replies say where a rule says nothing, in both languages.
SCRIPTS = """
usual script accept
  en answer "Gladly."
  ja answer 「承知いたしました。」
usual script decline
  en answer "We will not do this." reason "{because}" nothing instead
  ja answer 「いたしかねます。」 reason 「{because}」 nothing instead
usual script escalate
  en answer "The {team} answers by {by|and by}."
  ja answer 「{by|後日}、{team}よりご返信いたします。」
"""


@cache
def policy(rules: str, head: str = HEAD, scripts: str = SCRIPTS) -> kotowari.Policy:
    """A policy of these rules; `BOTH` as its head makes it speak Japanese as well."""
    world = WORLD + scripts
    if "languages en, ja" not in head:
        world = "\n".join(english(line) for line in world.splitlines())
    return kotowari.compile_policy({"head.rules": head, "world.rules": world, "policy.rules": rules})


def english(line: str) -> str:
    """A line of the world above without its Japanese, which a policy in English alone does not take."""
    if line.lstrip().startswith("ja "):
        return ""
    before, japanese, behind = line.partition(" words ja ")
    if japanese:
        line = before + behind.partition("」")[2]
    before, japanese, behind = line.partition(" ja 「")
    return before + behind.partition("」")[2] if japanese else line


def decide(
    rules: str, facts: Mapping[str, object] | None = None, text: str | None = None, **request: object
) -> kotowari.Decision:
    """The decision on a request to a policy of these rules; facts go by their dotted names."""
    return put(policy(rules), facts, text, **request)


def put(
    policy: kotowari.Policy, facts: Mapping[str, object] | None = None, text: str | None = None, **request: object
) -> kotowari.Decision:
    """The decision on a request put to a policy."""
    asked: dict[str, object] = {"now": NOW, "facts": facts or {}, **request}
    if text is not None:
        asked["text"] = text
    return policy.decide(asked)


def data(decision: kotowari.Decision) -> shape.Decision:
    """A decision as programs read it."""
    return cast("shape.Decision", decision.to_dict())


# --- decisions in a few words -----------------------------------------------------------------------------------------


def asks(decision: kotowari.Decision) -> list[str]:
    """The facts that are asked for, in order."""
    return [question["fact"] for question in data(decision)["ask"]]


def branches(decision: kotowari.Decision, fact: str) -> dict[str, str]:
    """What each answer to a question leads to: `{"at least 200": "escalate or decline"}`."""
    question = next(question for question in data(decision)["ask"] if question["fact"] == fact)
    return {words(branch["when"]): " or ".join(branch["possible"]) for branch in question["branches"]}


def changes(decision: kotowari.Decision) -> dict[str, str]:
    """What would turn a decision: `{"customer.seats at least 200": "escalate"}`."""
    return {
        " and ".join(f"{setting['fact']} {words(setting)}" for setting in change["set"]): change["verdict"]
        for change in data(decision)["changes"]
    }


def words(when: shape.When) -> str:
    value = when["value"]
    return f"{when['op']} {', '.join(map(str, value)) if isinstance(value, list) else value}"


def demands(decision: kotowari.Decision) -> dict[str, tuple[str | None, list[str]]]:
    """For the topics of each demand its verdict and the rules that give it."""
    return {
        " ".join(demand["about"]): (demand["verdict"], [rule["rule"] for rule in demand["rules"]])
        for demand in data(decision)["demands"]
    }


def reply(decision: kotowari.Decision) -> dict[str, str]:
    """The parts of a reply by their names; those of several demands one below the other."""
    found: dict[str, str] = {}
    for part in decision.reply.parts if decision.reply else ():
        found[part.part] = "\n".join(filter(None, [found.get(part.part, ""), part.text]))
    return found
