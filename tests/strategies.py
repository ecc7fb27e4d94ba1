"""Hypothesis strategies for small policies, as rule text in several files, and for requests put to them.

Every policy is valid by construction. It is small, so that a request leaves few completions to go through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter
from tests.strategies_facts import DAYS, NOTE, NOWS, RELATED, SORT, ZONES, Declared, Pick, declared
from tests.strategies_rules import PRINCIPLES, Terms, condition, rules, table

# What each topic is called in texts, by language.
WORDS: Mapping[str, Mapping[str, str]] = {
    "gantt": {"en": "gantt", "ja": "ガントチャート"},
    "refund": {"en": "refund", "ja": "返金"},
    "export": {"en": "export", "ja": "エクスポート"},
}
ASKS, DENIES = "Please add {}.", "We do not need {}."
TEAMS = (("product", "3 days"), ("lead", "4 hours"))
SPARE = "spare.thing"  # a fact that no rule reads


@dataclass(frozen=True, slots=True)
class PolicyText:
    """A policy as a list of declarations, and what a request to it can say."""

    declarations: tuple[str, ...]
    facts: tuple[Declared, ...]
    topics: tuple[str, ...]
    has_note: bool

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:  # noqa: FBT001 - Hypothesis calls it
        """What a failing test shows: text that can be tried."""
        printer.text("\n\n".join(self.declarations))

    def files(self, order: Sequence[int] | None = None, cuts: Sequence[int] = ()) -> dict[str, str]:
        """The declarations in some order, cut into files."""
        ordered = [self.declarations[place] for place in order] if order is not None else list(self.declarations)
        edges = [0, *sorted(cuts), len(ordered)]
        return {
            f"{'abcdefgh'[number]}.rules": "\n\n".join(ordered[start:end]) + "\n"
            for number, (start, end) in enumerate(pairwise(edges))
        }


@dataclass(frozen=True, slots=True)
class Scenario:
    """A policy and a request put to it."""

    policy: PolicyText
    request: Mapping[str, object]


@st.composite
def policies(draw: st.DrawFn, *, plain: bool = False) -> PolicyText:
    """A policy; a `plain` one has no defaults and asks of no fact whether it is known."""
    return policy_text(Pick(draw), plain=plain)


@st.composite
def requests(draw: st.DrawFn, policy: PolicyText) -> dict[str, object]:
    """A request that gives some facts, declares some of the others unavailable, and may have a text or state topics."""
    return request_to(Pick(draw), policy)


@st.composite
def scenarios(draw: st.DrawFn, *, plain: bool = False) -> Scenario:
    """A policy and a request to it."""
    policy = policy_text(Pick(draw), plain=plain)
    return Scenario(policy, request_to(Pick(draw), policy))


@st.composite
def layouts(draw: st.DrawFn, policy: PolicyText) -> dict[str, str]:
    """The files of a policy with its declarations in any order, in one to four files."""
    places = range(len(policy.declarations))
    return policy.files(draw(st.permutations(places)), Pick(draw).some(places, 0, 3))


@st.composite
def further_facts(draw: st.DrawFn, policy: PolicyText) -> dict[str, object]:
    """Values of some facts."""
    return some_facts(Pick(draw), policy)


@st.composite
def texts(draw: st.DrawFn, topics: Sequence[str]) -> str:
    """The text of a request."""
    return some_text(Pick(draw), topics)


# --- policies ---------------------------------------------------------------------------------------------------------


def policy_text(pick: Pick, *, plain: bool) -> PolicyText:
    languages = pick.one([("en",), ("en", "ja")])
    related = pick.one(RELATED) if pick.seldom(2) else ()
    names = list(dict.fromkeys([*related, *pick.some(sorted(SORT), 1, 3)]))[:4]
    facts = tuple(declared(pick, SORT[name], plain=plain, languages=languages) for name in names)
    topics = tuple(pick.some(sorted(WORDS), 0, 3))
    terms = Terms(languages, facts, topics, pick.seldom(), (), plain)
    return PolicyText(tuple(declarations(pick, terms)), facts, topics, terms.has_note)


def declarations(pick: Pick, terms: Terms) -> list[str]:
    defined: list[str] = []
    for name in ("big-deal", "odd-case")[: pick.number(0, 2)]:
        defined.append(f"define {name}\n  {condition(pick, terms)}")
        terms = replace(terms, definitions=(*terms.definitions, name))
    grids = [table(pick, terms)] if pick.seldom() else []
    return [
        head(pick, terms.languages),
        *(fact.text for fact in terms.facts),
        f"fact {SPARE} is whole number",
        *([f"fact {NOTE} is text or none"] if terms.has_note else []),
        *(topic_text(topic, terms.languages) for topic in terms.topics),
        *defined,
        *rules(pick, terms, [name for grid in grids for name in grid.rows]),
        *(grid.text for grid in grids),
        *scripts(terms.languages),
        *principles(pick, terms.languages),
        *(f"team {team}{each(terms.languages, team)} answers within {hours}" for team, hours in TEAMS),
        f"label not-now{each(terms.languages, 'Not now')}",
    ]


def each(languages: Sequence[str], words: str) -> str:
    """Words in each language."""
    return "".join(f' {language} "{words} ({language})"' for language in languages)


def head(pick: Pick, languages: Sequence[str]) -> str:
    """The declaration of the policy itself."""
    return (
        f"policy acme{each(languages, 'Acme')}\n  edition 1\n  languages {', '.join(languages)}\n"
        f'  zone "{pick.one(ZONES)}"\n'
        f"  otherwise {pick.one(['escalate to product', 'decline', 'accept'])} because simplicity\n"
        f"  unanswered {pick.one(['escalate to lead', 'escalate to lead', 'decline'])} because honesty"
        + pick.one(["", "\n  order accept, decline, escalate", "\n  order decline, escalate, accept"])
    )


def topic_text(topic: str, languages: Sequence[str]) -> str:
    lines = [f'  words {language} "{WORDS[topic][language]}"' for language in languages]
    return "\n".join([f"topic {topic}{each(languages, topic)}", *lines])


def principles(pick: Pick, languages: Sequence[str]) -> tuple[str, ...]:
    """Two values, and two strategies that may have ended, or not begun."""
    early, starts, ends = sorted(pick.one(DAYS) for _ in range(3))
    words = {name: each(languages, f"We stand for {name}.") for name in PRINCIPLES}
    return (
        f"value simplicity{words['simplicity']}\n  leads to honesty",
        f"value honesty{words['honesty']}",
        f"strategy small-teams{words['small-teams']}\n  from {starts} until {ends}\n  serves simplicity",
        f"strategy early-days{words['early-days']}\n  until {early}\n  serves honesty",
    )


def scripts(languages: Sequence[str]) -> tuple[str, ...]:
    """What all replies say, so that each is complete in each language."""
    said = {
        "accept": 'answer "Gladly (%)."',
        "decline": 'thanks "Thank you (%)." answer "We have to say no (%)." reason "{because}" nothing instead',
        "escalate": 'answer "{team} will answer you by {by} (%)."',
    }
    return tuple(
        "\n".join([f"usual script {verdict}", *(f"  {each} {text.replace('%', each)}" for each in languages)])
        for verdict, text in said.items()
    )


# --- requests ---------------------------------------------------------------------------------------------------------


def request_to(pick: Pick, policy: PolicyText) -> dict[str, object]:
    given = some_facts(pick, policy)
    request: dict[str, object] = {"id": "r-1", "now": pick.one(NOWS), "facts": nested(given)}
    if pick.seldom(2):
        request["text"] = some_text(pick, policy.topics)
    if policy.topics and pick.seldom():
        stated = pick.some(policy.topics, 1, 3)
        request["topics"] = {topic: pick.one(["asks", "mentions", False]) for topic in stated}
    missing = [fact.name for fact in policy.facts if fact.name not in given]
    missing += [] if request.keys() & {"text", "topics"} else ["request.text"]
    if missing and pick.seldom(2):
        request["unavailable"] = sorted(missing if pick.seldom(2) else pick.some(missing, 1, 2))
    return request


def some_facts(pick: Pick, policy: PolicyText) -> dict[str, object]:
    """Values of some facts, each as likely to be given as not."""
    given = {fact.name: pick.one(fact.values) for fact in policy.facts if pick.seldom(2)}
    if policy.has_note and pick.seldom(2):
        given[NOTE] = None if pick.seldom() else some_text(pick, policy.topics)
    return given


def some_text(pick: Pick, topics: Sequence[str]) -> str:
    """A text that asks for some topics, and denies that it asks for others."""
    said = pick.some(topics, 0, 3)
    return " ".join(pick.one([ASKS, ASKS, DENIES]).format(topic) for topic in said) or pick.one(["", "Hello."])


def nested(facts: Mapping[str, object]) -> dict[str, dict[str, object]]:
    """Facts as requests give them: by the parts of their names."""
    found: dict[str, dict[str, object]] = {}
    for name, value in facts.items():
        group, _, member = name.partition(".")
        found.setdefault(group, {})[member] = value
    return found
