"""The reply checks on every script of a policy: each rule's letter, with every placeholder at its longest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from kotowari.checks.letters import Letter, letter, lone_letters
from kotowari.checks.spoken import Speech, speeches, sure_parts
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.engine.reads import facts_of_atom
from kotowari.model import conditions as c
from kotowari.model.model import Model, PartName
from kotowari.model.template import Template
from kotowari.review.expectations import Expectations
from kotowari.review.expected import hidden, of_outcome, of_rule
from kotowari.review.languages import languages_differ
from kotowari.review.many import one_for_many
from kotowari.review.review import review
from kotowari.review.vocabulary import LANGUAGES
from kotowari.text.japanese import morphemes

# A part alone is no letter: what a letter lacks is not looked for in it.
_OF_LETTERS = frozenset(
    {"no-thanks", "no-clear-answer", "no-reason", "no-alternative", "parts-out-of-order", "request-not-named"}
)


def reviewed_scripts(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """What a reader would say of the replies of a policy, at the strings that say it.

    Only where a policy is linted (`today` is given): replies that could be better keep nothing from being decided.
    """
    if today is None:
        return
    found: dict[tuple[str, object], Diagnostic] = {}
    for one in (*_reviewed(model), *languages_differ(model), *one_for_many(model)):
        found.setdefault((one.code, one.span), one)
    yield from found.values()


def _reviewed(model: Model) -> Iterator[Diagnostic]:
    inside = hidden(model)
    for language in _languages(model):
        seen: set[Template] = set()
        for speech in speeches(model):
            parts = sure_parts(model, speech, language)
            said = {part: template for part, template in parts.items() if template is not None}
            seen.update(said.values())
            made = letter(model, speech, said, language)
            yield from _findings(made, replace(_expected(model, speech, parts, language), hidden=inside))
        for made in lone_letters(model, language, seen):
            alone = _findings(made, Expectations(hidden=inside))
            yield from (one for one in alone if one.code not in _OF_LETTERS)


def _languages(model: Model) -> Iterator[str]:
    """The languages that can be read here."""
    for language in model.languages:
        if language in LANGUAGES and (language != "ja" or morphemes.available()):
            yield language


def _findings(made: Letter, expected: Expectations) -> Iterator[Diagnostic]:
    for one in review(made.source, made.language, expected, made.parts):
        yield replace(one, span=made.place(one.span.start))


def _expected(model: Model, speech: Speech, parts: Mapping[PartName, Template | None], language: str) -> Expectations:
    """What the letter is to tell; facts that the rule's condition makes sure need not be asked."""
    instead = parts.get(PartName.INSTEAD, ...) is not None
    if speech.rule is None:
        return replace(of_outcome(model, speech.outcome, language), needs_instead=instead)
    known = (model.facts[name].texts.get(language) for name in sorted(_sure(speech.rule.condition)))
    expected = of_rule(model, speech.rule, language)
    return replace(expected, needs_instead=instead, known=tuple(name for name in known if name))


def _sure(condition: c.Condition) -> frozenset[str]:
    """The facts that have a value wherever the condition holds, as far as `and` alone shows it."""
    match condition:
        case c.All():
            return frozenset[str]().union(*(_sure(part) for part in condition.parts))
        case c.Compare() | c.Between() | c.IsOneOf():
            return facts_of_atom(condition)
        case _:
            return frozenset()
