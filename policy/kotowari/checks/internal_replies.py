"""Inside matters in replies: internal facts as placeholders, and reasons of which nothing may be said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.checks.spoken import Speech, speeches, sure_parts
from kotowari.diagnostics.diagnostic import Diagnostic, Note
from kotowari.diagnostics.said import say
from kotowari.model.model import Model, PartName, Parts
from kotowari.model.template import BECAUSE, Placeholder, Template


def internal_replies(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """An internal fact in the words to a customer, or `{because}` where every value is internal."""
    del today
    for placeholder in _placeholders(model):
        fact = model.facts.get(placeholder.name)
        if fact is not None and fact.internal:
            yield Diagnostic(
                "internal-in-reply",
                say("`{fact}` is internal, but this reply tells it to the customer", fact=fact.name),
                placeholder.span,
                help=say("leave the placeholder out, or the word `internal` at the fact"),
                notes=(Note(say("it is declared internal here"), fact.span),),
            )
    for speech in speeches(model):
        yield from _silent(model, speech)


def _placeholders(model: Model) -> Iterator[Placeholder]:
    every: list[Parts] = [rule.parts for rule in model.rules.values() if not rule.table]
    every += [*model.scripts.values(), *(script.parts for script in model.usual_scripts)]
    seen: set[Template] = set()
    for parts in every:
        for templates in parts.values():
            for template in templates.values():
                if template is not None and template not in seen:
                    seen.add(template)
                    yield from template.placeholders


def _silent(model: Model, speech: Speech) -> Iterator[Diagnostic]:
    """An outcome whose reason is `{because}` alone, though none of its values may be spoken."""
    because = speech.outcome.because
    # That an outcome cites nothing at all has been reported.
    if not because or any(_spoken(model, name) for name in because):
        return
    for language in model.languages:
        reason = sure_parts(model, speech, language).get(PartName.REASON)
        if reason is not None and any(one.name == BECAUSE and not one.fallback for one in reason.placeholders):
            yield Diagnostic(
                "internal-in-reply",
                say(
                    "everything that `{name}` cites is internal, so `{{because}}` has nothing to say", name=speech.name
                ),
                speech.span,
                help=say("cite a value that may be spoken as well, or write a `reason` of its own"),
            )
            return


def _spoken(model: Model, name: str) -> bool:
    """Whether a value, or one that it leads to, may be spoken."""
    seen: set[str] = set()
    step: str | None = name
    while step is not None and step not in seen:
        seen.add(step)
        if not model.principles[step].internal:
            return True
        step = model.principles[step].leads_to
    return False
