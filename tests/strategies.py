"""Hypothesis strategies for small policies, as rule text in several files, and for requests put to them.

Every policy is valid by construction. It is small, so that a request leaves few completions to go through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter
from tests.strategies_facts import DAYS, NOTE, NOWS, RELATED, SORT, ZONES, Declared, declared
from tests.strategies_rules import PRINCIPLES, SELDOM, Terms, conditions, rules, tables

# What each topic is called in texts, by language.
WORDS: Mapping[str, Mapping[str, str]] = {
    "gantt": {"en": "gantt", "ja": "ガントチャート"},
    "refund": {"en": "refund", "ja": "返金"},
    "export": {"en": "export", "ja": "エクスポート"},
}
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


# --- policies ---------------------------------------------------------------------------------------------------------


@st.composite
def policies(draw: st.DrawFn, *, plain: bool = False) -> PolicyText:
    """A policy; a `plain` one has no defaults and asks of no fact whether it is known."""
    languages = draw(st.sampled_from([("en",), ("en", "ja")]))
    related = draw(st.one_of(st.just(()), st.sampled_from(RELATED)))
    names = dict.fromkeys([*related, *draw(st.lists(st.sampled_from(sorted(SORT)), min_size=1, max_size=3))])
    facts = tuple(draw(declared(SORT[name], plain=plain, languages=languages)) for name in list(names)[:4])
    most = draw(st.integers(0, 3))
    topics = tuple(draw(st.lists(st.sampled_from(sorted(WORDS)), min_size=min(most, 1), max_size=most, unique=True)))
    terms = Terms(languages, facts, topics, draw(SELDOM), (), plain)
    return PolicyText(draw(declarations(terms)), facts, topics, terms.has_note)


@st.composite
def declarations(draw: st.DrawFn, terms: Terms) -> tuple[str, ...]:
    definitions: list[str] = []
    for name in ("big-deal", "odd-case")[: draw(st.integers(0, 2))]:
        definitions.append(f"define {name}\n  {draw(conditions(terms))}")
        terms = replace(terms, definitions=(*terms.definitions, name))
    grid = draw(tables(terms)) if draw(SELDOM) else None
    return (
        draw(head(terms.languages)),
        *(fact.text for fact in terms.facts),
        f"fact {SPARE} is whole number",
        *([f"fact {NOTE} is text or none"] if terms.has_note else []),
        *(topic_text(topic, terms.languages) for topic in terms.topics),
        *definitions,
        *draw(rules(terms, grid.rows if grid else ())),
        *([grid.text] if grid else []),
        *scripts(terms.languages),
        *draw(principles(terms.languages)),
        *(f"team {team}{each(terms.languages, team)} answers within {hours}" for team, hours in TEAMS),
        f"label not-now{each(terms.languages, 'Not now')}",
    )


def each(languages: Sequence[str], words: str) -> str:
    """Words in each language."""
    return "".join(f' {language} "{words} ({language})"' for language in languages)


@st.composite
def head(draw: st.DrawFn, languages: Sequence[str]) -> str:
    """The declaration of the policy itself."""
    order = draw(st.sampled_from(["", "\n  order accept, decline, escalate", "\n  order decline, escalate, accept"]))
    otherwise = draw(st.sampled_from(["escalate to product", "decline", "accept"]))
    unanswered = draw(st.sampled_from(["escalate to lead", "escalate to lead", "decline"]))
    return (
        f"policy acme{each(languages, 'Acme')}\n  edition 1\n  languages {', '.join(languages)}\n"
        f'  zone "{draw(st.sampled_from(ZONES))}"\n  otherwise {otherwise} because simplicity\n'
        f"  unanswered {unanswered} because honesty{order}"
    )


def topic_text(topic: str, languages: Sequence[str]) -> str:
    lines = [f'  words {language} "{WORDS[topic][language]}"' for language in languages]
    return "\n".join([f"topic {topic}{each(languages, topic)}", *lines])


@st.composite
def principles(draw: st.DrawFn, languages: Sequence[str]) -> tuple[str, ...]:
    """Two values, and two strategies that may have ended, or not begun."""
    early, starts, ends = sorted(draw(st.lists(st.sampled_from(DAYS), min_size=3, max_size=3)))
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


@st.composite
def layouts(draw: st.DrawFn, policy: PolicyText) -> dict[str, str]:
    """The files of a policy with its declarations in any order, in one to four files."""
    places = range(len(policy.declarations))
    order = draw(st.permutations(places))
    return policy.files(order, draw(st.lists(st.sampled_from(places), max_size=3)))


# --- requests ---------------------------------------------------------------------------------------------------------


@st.composite
def scenarios(draw: st.DrawFn, *, plain: bool = False) -> Scenario:
    policy = draw(policies(plain=plain))
    return Scenario(policy, draw(requests(policy)))


@st.composite
def requests(draw: st.DrawFn, policy: PolicyText) -> dict[str, object]:
    """A request that gives some facts, declares some of the others unavailable, and may have a text or state topics."""
    given = draw(some_facts(policy))
    request: dict[str, object] = {"id": "r-1", "now": draw(st.sampled_from(NOWS)), "facts": nested(given)}
    has_text, has_topics, some_unavailable = draw(st.booleans()), draw(SELDOM), draw(st.booleans())
    if has_text:
        request["text"] = draw(texts(policy.topics))
    if policy.topics and has_topics:
        ways = st.sampled_from(["asks", "mentions", False])
        request["topics"] = draw(st.dictionaries(st.sampled_from(policy.topics), ways, min_size=1))
    missing = [fact.name for fact in policy.facts if fact.name not in given]
    missing += [] if has_text or "topics" in request else ["request.text"]
    if missing and some_unavailable:
        few = st.sets(st.sampled_from(missing), min_size=1).map(sorted)
        request["unavailable"] = draw(st.one_of(few, st.just(sorted(missing))))
    return request


@st.composite
def some_facts(draw: st.DrawFn, policy: PolicyText) -> dict[str, object]:
    """Values of some facts, each as likely to be given as not."""
    given = {fact.name: draw(st.sampled_from(fact.values)) for fact in policy.facts if draw(st.booleans())}
    if policy.has_note and draw(st.booleans()):
        given[NOTE] = draw(st.one_of(texts(policy.topics), st.none()))
    return given


@st.composite
def texts(draw: st.DrawFn, topics: Sequence[str]) -> str:
    """A text that asks for some topics, and denies that it asks for others."""
    said = draw(st.lists(st.sampled_from(topics), max_size=3, unique=True)) if topics else []
    sentences = [draw(st.sampled_from([ASKS, ASKS, DENIES])).format(topic) for topic in said]
    return " ".join(sentences) or draw(st.sampled_from(["", "Hello."]))


ASKS, DENIES = "Please add {}.", "We do not need {}."


def nested(facts: Mapping[str, object]) -> dict[str, dict[str, object]]:
    """Facts as requests give them: by the parts of their names."""
    found: dict[str, dict[str, object]] = {}
    for name, value in facts.items():
        group, _, member = name.partition(".")
        found.setdefault(group, {})[member] = value
    return found
