"""The examples and counterexamples of a policy's rules, as trials."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kotowari.cases.expectation import Expectation
from kotowari.model.calendar import zone
from kotowari.model.model import Example, Model, Rule
from kotowari.model.writing import to_json
from kotowari.requests import Request
from kotowari.testing.trial import Kind, Trial


def examples(model: Model) -> tuple[Trial, ...]:
    """Every example of every rule, in the order of the files."""
    found = (trial for rule in model.rules.values() for trial in _of(model, rule))
    return tuple(sorted(found, key=lambda trial: (trial.span.source, trial.span.start)))


def _of(model: Model, rule: Rule) -> Iterator[Trial]:
    for number, example in enumerate(rule.examples, 1):
        kind = Kind.EXAMPLE if example.holds else Kind.COUNTEREXAMPLE
        yield Trial(
            name=f"{rule.name} {kind} {number}",
            kind=kind,
            span=example.span,
            request=_request(model, example),
            expected=Expectation(verdict=example.gives.value if example.gives else None),
            rule=rule.name,
        )


def _request(model: Model, example: Example) -> Request:
    """What an example asks; its `now` is on the clocks of the policy unless it says otherwise."""
    facts: dict[str, object] = {name: to_json(model.facts[name].type, value) for name, value in example.given.items()}
    now = datetime.fromisoformat(example.now) if example.now else None
    if now is not None and now.tzinfo is None:
        now = now.replace(tzinfo=zone(model.zone))
    return Request(text=example.text, facts=facts, now=now)
