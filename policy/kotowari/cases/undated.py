"""A policy without its dates: what its examples are about."""

from __future__ import annotations

from dataclasses import replace

from kotowari.model.model import Model


def undated(model: Model) -> Model:
    """The same policy with rules, values and strategies that always run; the model itself where none has dates."""
    rules = {name: replace(rule, starts=None, ends=None) for name, rule in model.rules.items()}
    principles = {name: replace(one, starts=None, ends=None) for name, one in model.principles.items()}
    dated = rules != model.rules or principles != model.principles
    return replace(model, rules=rules, principles=principles) if dated else model
