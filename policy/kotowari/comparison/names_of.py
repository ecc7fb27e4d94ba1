"""The names that a rule speaks of, its own among them."""

from __future__ import annotations

from kotowari.engine.reads import facts_of_atom
from kotowari.model import conditions as c
from kotowari.model.model import Rule


def names_of(rule: Rule) -> frozenset[str]:
    """The rule, its parent and what they override, and the topics, facts and definitions that the rule reads."""
    found = {rule.name, *rule.about, *rule.overrides}
    if rule.parent:
        found.add(rule.parent)
    _add(rule.condition, found)
    return frozenset(found)


def _add(condition: c.Condition, found: set[str]) -> None:
    match condition:
        case c.Always():
            return
        case c.All() | c.AnyOf():
            for part in condition.parts:
                _add(part, found)
        case c.Not():
            _add(condition.part, found)
        case c.Defined():
            found.add(condition.name)
            _add(condition.condition, found)
        case _:
            found |= facts_of_atom(condition)
            if isinstance(condition, c.Mentions):
                found.update(condition.topics)
