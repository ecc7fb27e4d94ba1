"""The reply checks on every script of a policy: each rule's letter, with every placeholder at its longest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from kotowari.checks.letters import Letter, letter, lone_letters
from kotowari.checks.missing_replies import missing_parts
from kotowari.checks.silenced import Silencer
from kotowari.checks.spoken import Speech, speeches, sure_parts
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.engine.reads import facts_of_atom
from kotowari.model import conditions as c
from kotowari.model.model import Model, PartName
from kotowari.model.template import Template
from kotowari.review.codes import LACKS
from kotowari.review.expectations import Expectations
from kotowari.review.expected import hidden, of_outcome, of_rule
from kotowari.review.languages import languages_differ
from kotowari.review.many import one_for_many
from kotowari.review.review import review
from kotowari.review.vocabulary import LANGUAGES
from kotowari.text.japanese import morphemes


def reviewed_scripts(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """What a reader would say of the replies of a policy, at the strings that say it.

    Only where a policy is linted (`today` is given): replies that could be better keep nothing from being decided. What
    `allow` silences is marked so.
    """
    if today is None:
        return
    silencer = Silencer.of(model)
    found: dict[tuple[str, object], Diagnostic] = {}
    scripts = (*languages_differ(model), *one_for_many(model))
    for one in (*_reviewed(model, silencer), *map(silencer.of_strings, scripts)):
        first = found.setdefault((one.code, one.span), one)
        if first.silenced and not one.silenced:  # in one letter it may be, in another not
            found[one.code, one.span] = one
    yield from found.values()
    if len(_languages(model)) == len(model.languages):  # else the language that needs it may be the one not read
        yield from silencer.useless()


def _reviewed(model: Model, silencer: Silencer) -> Iterator[Diagnostic]:
    inside = hidden(model)
    for language in _languages(model):
        seen: set[Template] = set()
        for speech in speeches(model):
            parts = sure_parts(model, speech, language)
            said = {part: template for part, template in parts.items() if template is not None}
            seen.update(said.values())
            made = letter(model, speech, said, language)
            rule = speech.rule.name if speech.rule else None
            is_torn = missing_parts(speech, parts) or not speech.outcome.because
            told = LACKS if is_torn else ()  # as an error, at the outcome
            for one in _findings(made, replace(_expected(model, speech, parts, language), hidden=inside)):
                if one.code not in told:
                    yield silencer.of_letter(one, rule, said.values())
        for made in lone_letters(model, language, seen):
            alone = _findings(made, Expectations(hidden=inside))
            yield from (silencer.of_strings(one) for one in alone if one.code not in LACKS)


def _languages(model: Model) -> Collection[str]:
    """The languages that can be read here."""
    readable = (language for language in model.languages if language in LANGUAGES)
    return [language for language in readable if language != "ja" or morphemes.available()]


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
