"""Wide policies for tests: many rules, made from a seed, with many requests to each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from random import Random
from typing import cast

from hypothesis import strategies as st
from tests.strategies import WORDS, PolicyText, declarations, request_to
from tests.strategies_facts import SORT, Pick, declared
from tests.strategies_rules import Terms, condition, rule, shape

import kotowari

RULES = 60


@dataclass(frozen=True, slots=True)
class SeededPick(Pick):
    """Chooses by a seed."""

    draw: st.DrawFn = field(default=cast("st.DrawFn", None))
    random: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - tests repeat themselves

    def number(self, low: int, high: int) -> int:
        return self.random.randint(low, high)


def seeded(seed: str) -> SeededPick:
    """What chooses by a seed."""
    return SeededPick(random=Random(seed))  # noqa: S311 - tests repeat themselves


@cache
def wide(seed: int) -> tuple[PolicyText, kotowari.Policy]:
    """A policy of many rules, some of which override others."""
    pick = seeded(f"policy {seed}")
    languages = ("en",)
    facts = tuple(
        declared(pick, SORT[name], plain=False, languages=languages) for name in pick.some(sorted(SORT), 5, 8)
    )
    terms = Terms(languages, facts, tuple(WORDS), has_note=pick.seldom(2), definitions=(), plain=False)
    few = declarations(pick, replace(terms, plain=True))
    kept = [text for text in few if not text.startswith(("rule ", "table ", "define "))]
    text = PolicyText((*kept, *_rules(pick, terms)), facts, terms.topics, terms.has_note)
    return text, kotowari.compile_policy(text.files())


def _rules(pick: Pick, terms: Terms) -> list[str]:
    """Rules of which most need several things, so that few of them apply; some override rules that come later."""
    later: list[str] = []
    found: list[str] = []
    for number in range(RULES):
        names = shape(pick, f"wide{number}")
        text = rule(pick, terms, names, later if pick.seldom(4) else ())
        first, _, rest = text.partition("\n")
        narrow = " and ".join(f"({condition(pick, terms, 0)})" for _ in range(pick.number(0, 2)))
        head, _, when = rest.partition("\n")
        if narrow and head.startswith("  when "):
            rest = f"  when {narrow} and ({head.removeprefix('  when ')})\n{when}"
        found.append(f"{first}\n{rest}")
        later = later if names.final else [names.name, *later][:8]
    return found


def asked_of(seed: int, number: int) -> dict[str, object]:
    """A request to a wide policy; every other one gives all facts."""
    text, _ = wide(seed)
    pick = seeded(f"request {seed} {number}")
    request = request_to(pick, text)
    if number % 2:
        given: dict[str, dict[str, object]] = {}
        for fact in text.facts:
            group, _, name = fact.name.partition(".")
            given.setdefault(group, {})[name] = pick.one(fact.values)
        request = {
            "id": number,
            "facts": given,
            "text": request.get("text", "Please add gantt."),
            "now": request["now"],
        }
    return request
