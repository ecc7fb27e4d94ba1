"""What an outcome surely says: its rule's own parts, and those of the usual scripts that always fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kotowari.diagnostics.span import NOWHERE, Span
from kotowari.model.model import Model, Outcome, PartName, Rule
from kotowari.model.template import Template
from kotowari.record import record


@record
class Speech:
    """An outcome of a rule, or of the policy itself (`rule` None), with what to call it."""

    name: str
    outcome: Outcome
    rule: Rule | None

    @property
    def span(self) -> Span:
        """Where the outcome stands."""
        return self.outcome.span


def speeches(model: Model) -> Iterator[Speech]:
    """Every outcome of a policy."""
    for name, outcome in (("otherwise", model.otherwise), ("unanswered", model.unanswered)):
        if outcome.span is not NOWHERE:
            yield Speech(name, outcome, None)
    for rule in model.rules.values():
        yield Speech(rule.name, rule.outcome, rule)


def sure_parts(model: Model, speech: Speech, language: str) -> Mapping[PartName, Template | None]:
    """The parts that are there whatever the request is; usual scripts with a condition may not fit, so they are not."""
    found: dict[PartName, Template | None] = {}
    if speech.rule is not None:
        found.update(speech.rule.parts.get(language, {}))
        if speech.rule.say_only:
            return found
    usual = [script for script in model.usual_scripts if script.condition is None]
    for script in sorted(usual, key=lambda one: (one.label is None, one.verdict is None)):
        fits = script.verdict in (None, speech.outcome.verdict) and script.label in (None, speech.outcome.label)
        for name, template in script.parts.get(language, {}).items() if fits else ():
            found.setdefault(name, template)
    return found
