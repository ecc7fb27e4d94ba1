"""Which parts a rule speaks: its own, and for what it leaves out those of the usual scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kotowari.model.conditions import Condition
from kotowari.model.model import Model, Outcome, PartName, Rule, UsualScript
from kotowari.model.template import Template

Spoken = Mapping[PartName, Template]


def parts_of(rule: Rule | None, usual: Iterable[UsualScript], language: str) -> Spoken:
    """The parts that a rule (None: the policy's own outcome) speaks in a language, in their order.

    What it leaves out comes from the usual scripts, the first that has it.
    """
    found: dict[PartName, Template | None] = dict(rule.parts.get(language, {})) if rule else {}
    for script in usual:
        for name, template in script.parts.get(language, {}).items():
            found.setdefault(name, template)
    return {name: template for name in PartName if (template := found.get(name)) is not None}


def usual_scripts(model: Model, outcome: Outcome, holds: Callable[[Condition], bool]) -> list[UsualScript]:
    """The usual scripts of an outcome, the most special first: with a condition, with the label, for the verdict."""
    fitting = [
        script
        for script in model.usual_scripts
        if script.verdict in (None, outcome.verdict)
        and script.label in (None, outcome.label)
        and (script.condition is None or holds(script.condition))
    ]
    return sorted(fitting, key=lambda one: (one.condition is None, one.label is None, one.verdict is None))
