"""A rule in full: its outcome, the values it stands on, its words, its exceptions, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kotowari.cases.written import literal
from kotowari.diagnostics.source import Source
from kotowari.model.conditions import Always
from kotowari.model.model import Example, Rule
from kotowari_cli.describe.others import topics, words_for
from kotowari_cli.describe.pieces import days, place, template_text, written
from kotowari_cli.names import Names
from kotowari_cli.strings_show import ShowWords

Rows = Iterator[tuple[str, str]]


def rule_rows(names: Names, sources: Mapping[str, Source], rule: Rule) -> Rows:
    """A word of the language and what it says of the rule, a row each."""
    words = words_for(names)
    yield words.stands_in, place(rule.span, sources)
    if rule.parent:
        yield words.exception_to, names.rule(rule.parent)
    if rule.table:
        yield words.row_of, rule.table
    if rule.about:
        yield "about", topics(names, rule.about)
    if not isinstance(rule.condition, Always):
        yield "when", rule.condition.clause
    yield words.outcome, written(rule.outcome.span, sources) or names.words.verdicts[rule.outcome.verdict]
    for name in rule.outcome.because:
        yield from _sentences(names, name)
    yield from _relations(names, sources, rule)
    yield from _words(words, rule)
    yield from _keeping(words, rule)
    for example in rule.examples:
        yield "example" if example.holds else "counterexample", _example(names, example)


def _sentences(names: Names, name: str | None) -> Rows:
    """A value or strategy and what it leads to."""
    label, words = "because", words_for(names)
    while name is not None:
        principle = names.model.principles[name]
        spoken = words.internal_sentence if principle.internal else words.spoken
        yield label, spoken.format(name=name, sentence=names.text(principle.texts))
        name, label = principle.leads_to, words.so


def _relations(names: Names, sources: Mapping[str, Source], rule: Rule) -> Rows:
    words = words_for(names)
    for other in names.model.rules.values():
        if other.parent == rule.name:
            yield "except", words.spoken.format(name=other.name, sentence=written(other.outcome.span, sources))
    for overridden in rule.overrides:
        if overridden != rule.parent:
            yield "overrides", names.rule(overridden)
    for other in names.model.rules.values():
        if rule.name in other.overrides and other.parent != rule.name:
            yield words.overridden_by, names.rule(other.name)
    if rule.final:
        yield "final", words.final


def _words(words: ShowWords, rule: Rule) -> Rows:
    for language, parts in rule.parts.items():
        for part, template in parts.items():
            yield f"say {language} {part}", template_text(template) if template else words.nothing
    if rule.parts and not rule.say_only:
        yield "say", words.other_parts
    for allowed in rule.allows:
        yield f"allow {allowed.check}", allowed.reason
    for steps in rule.steps:
        for language, text in steps.items():
            yield f"do {language}", text
    for word, texts in (("wanted", rule.notes.wanted), ("avoid", rule.notes.avoid), ("risk", rule.notes.risk)):
        for language, text in texts.items():
            yield f"note {language} {word}", text


def _keeping(words: ShowWords, rule: Rule) -> Rows:
    if rule.starts or rule.ends:
        yield words.runs, days(words, rule.starts, rule.ends)
    if rule.owner:
        yield "owner", rule.owner
    if rule.approved:
        yield "approved by", rule.approved
    if rule.review:
        yield "review by", rule.review.isoformat()


def _example(names: Names, example: Example) -> str:
    given = [f"{name} {literal(names.model.facts[name].type, value)}" for name, value in example.given.items()]
    if example.now:
        given.append(f"now {example.now}")
    text = words_for(names).no_text if example.text is None else names.words.quoted.format(example.text)
    parts = [text]
    parts += [f"with {', '.join(given)}"] if given else []
    parts += [f"gives {example.gives}"] if example.gives else []
    return " ".join(parts)
