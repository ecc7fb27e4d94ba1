"""Which rules override which."""

from __future__ import annotations

from collections import defaultdict

from kotowari.model.model import Model


def overriders(model: Model) -> dict[str, tuple[str, ...]]:
    """For each rule those that override it, by name.

    Overriding a rule by name also overrides its exceptions; an exception overrides its rule, not its siblings.
    """
    exceptions: dict[str, list[str]] = defaultdict(list)
    for rule in model.rules.values():
        if rule.parent:
            exceptions[rule.parent].append(rule.name)
    found: dict[str, set[str]] = defaultdict(set)
    for rule in model.rules.values():
        for name in rule.overrides:
            if name not in model.rules:
                continue
            found[name].add(rule.name)
            for exception in exceptions[name] if name != rule.parent else ():
                found[exception].add(rule.name)
    return {name: tuple(sorted(by)) for name, by in sorted(found.items())}
