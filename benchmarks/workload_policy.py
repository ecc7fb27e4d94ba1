"""The yardstick's policies written as rule files, and an engine for its race that loads them and decides by them.

    python race.py --engine benchmarks.workload_policy:Kotowari     with this repository on PYTHONPATH

A policy of the yardstick is plain data: facts by kind, a verdict by default, and rules that list the conditions which
all have to hold. Each phrase that a rule looks for becomes a topic of one pattern.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final, TypedDict, cast

import kotowari

# No rule of the yardstick looks at the clock; a fixed moment makes every run decide the same.
NOW: Final = datetime(2026, 6, 1, 9, tzinfo=UTC)
RULES_A_FILE: Final = 500


class Facts(TypedDict):
    """The facts of a policy: the choices of each enumeration, and the names of the others."""

    enum: Mapping[str, Sequence[str]]
    number: Sequence[str]
    flag: Sequence[str]


class Written(TypedDict):
    """A rule; each condition is an object whose `op` says what else it has."""

    id: str
    outcome: str
    all: Sequence[Mapping[str, object]]


class Workload(TypedDict):
    """A policy of the yardstick."""

    facts: Facts
    default: str
    rules: Sequence[Written]


class Kotowari:
    """Kotowari in the race: what `load` makes of a policy of the yardstick, `decide` asks through the public face."""

    def load(self, policy: Workload) -> None:
        """Compile the policy, its index too, and tell the garbage collector that it stays, as a server would."""
        self._decide = kotowari.compile_policy(files(policy)).decide
        self._decide({}, now=NOW, allow_undeclared=True)
        gc.collect()
        gc.freeze()

    def decide(self, request: Mapping[str, Mapping[str, object]]) -> str | None:
        """The verdict on a request of the yardstick, which holds its text among the facts."""
        asked = {"text": request["request"]["text"], "facts": request}
        return self._decide(asked, now=NOW, allow_undeclared=True).verdict


def files(policy: Workload) -> dict[str, str]:
    """The rule files of a policy of the yardstick, by name."""
    topics = {phrase: f"t{number}" for number, phrase in enumerate(sorted(_phrases(policy)))}
    rules = [_rule(rule, topics) for rule in policy["rules"]]
    found = {"policy.rules": _HEAD.format(outcome=_outcome(policy["default"])) + "".join(_facts(policy["facts"]))}
    found["topics.rules"] = "".join(
        f'topic {name} en "{phrase}" words en exactly "{phrase}"\n' for phrase, name in topics.items()
    )
    for start in range(0, len(rules), RULES_A_FILE):
        found[f"rules-{start // RULES_A_FILE}.rules"] = "".join(rules[start : start + RULES_A_FILE])
    return found


_HEAD: Final = """policy yardstick en "Yardstick" edition 1 languages en zone "UTC"
  otherwise {outcome}
  unanswered escalate to desk because care
value care en "We answer with care."
team desk en "the desk" answers within 1 day
usual script accept en answer "Gladly."
usual script decline en answer "We will not do this." reason "{{because}}" nothing instead
usual script escalate en answer "The {{team}} answers by {{by}}."
"""
_COMPARED: Final = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}


def _outcome(verdict: str) -> str:
    return "escalate to desk because care" if verdict == "escalate" else f"{verdict} because care"


def _facts(facts: Facts) -> Iterator[str]:
    for name, choices in facts["enum"].items():
        yield f"fact {name} is one of {', '.join(choices)}\n"
    for name in facts["number"]:
        yield f"fact {name} is whole number\n"
    for name in facts["flag"]:
        yield f"fact {name} is yes or no\n"


def _phrases(policy: Workload) -> set[str]:
    return {phrase for rule in policy["rules"] for condition in rule["all"] for phrase in _values(condition)
            if condition["op"] == "mentions"}  # fmt: skip


def _values(condition: Mapping[str, object]) -> Sequence[str]:
    return cast("Sequence[str]", condition.get("values", ()))


def _rule(rule: Written, topics: Mapping[str, str]) -> str:
    when = " and ".join(_condition(condition, topics) for condition in rule["all"])
    return f"rule {rule['id']}\n  when {when}\n  {_outcome(rule['outcome'])}\n"


def _condition(condition: Mapping[str, object], topics: Mapping[str, str]) -> str:
    match condition["op"]:
        case "not":
            return f"not {_condition(cast('Mapping[str, object]', condition['cond']), topics)}"
        case "eq":
            return f"{condition['fact']} is {condition['value']}"
        case "in":
            return f"{condition['fact']} is one of {_listed(_values(condition))}"
        case "is":
            return str(condition["fact"])
        case "mentions":
            return f"request mentions any of {_listed(topics[phrase] for phrase in _values(condition))}"
        case op:
            return f"{condition['fact']} {_COMPARED[str(op)]} {condition['value']}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
