"""Facts, topics, values, teams, tables, definitions and labels in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kotowari.cases.written import literal
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.telling import in_language
from kotowari.engine.reads import atoms, facts
from kotowari.model.conditions import All, Always, AnyOf, Condition, Defined, Mentions, Not
from kotowari.model.model import Definition, Fact, Label, Principle, Rule, Table, Team, Texts, Topic
from kotowari.model.takes import takes
from kotowari.model.wording import duration_phrase
from kotowari.text.patterns.pattern import Pattern
from kotowari_cli.describe.pieces import days, pattern_text, place
from kotowari_cli.describe.things import rule_title
from kotowari_cli.names import Names
from kotowari_cli.strings_show import ShowWords, show_words

Rows = Iterator[tuple[str, str]]


def fact_rows(names: Names, sources: Mapping[str, Source], fact: Fact) -> Rows:
    """What a fact takes, how it is asked for, and which rules read it."""
    words = words_for(names)
    yield words.stands_in, place(fact.span, sources)
    yield words.takes, in_language(takes(fact.type), names.words.language)
    yield from _called(words, fact.texts)
    for choice, texts in fact.calls.items():
        yield f"call {choice}", _joined(names, texts)
    yield from ((f"ask {language}", text) for language, text in fact.ask.items())
    yield from ((f"ask customer {language}", text) for language, text in fact.ask_customer.items())
    if fact.has_default:
        yield "usually", literal(fact.type, fact.default)
    yield from (("read from", pattern_text(pattern)) for pattern in fact.read_from)
    if fact.fixed:
        yield "fixed", words.fixed
    if fact.internal:
        yield "internal", words.internal_fact
    yield from _rules(names, lambda rule: fact.name in facts(rule.condition))


def topic_rows(names: Names, sources: Mapping[str, Source], topic: Topic) -> Rows:
    """The patterns of a topic, and which rules look for it."""
    words = words_for(names)
    yield words.stands_in, place(topic.span, sources)
    yield from _called(words, topic.texts)
    for language in dict.fromkeys(words.language for words in topic.words):
        yield f"words {language}", _quoted(names, (one.pattern for one in topic.words if one.language == language))
    if topic.excluded:
        yield "not", _quoted(names, topic.excluded)
    yield from _rules(names, lambda rule: _looks_for(rule, topic.name))


def _quoted(names: Names, patterns: Iterable[Pattern]) -> str:
    return names.words.comma.join(names.words.quoted.format(pattern_text(pattern)) for pattern in patterns)


def _looks_for(rule: Rule, topic: str) -> bool:
    mentioned = (atom.topics for atom in atoms(rule.condition) if isinstance(atom, Mentions))
    return topic in rule.about or any(topic in topics for topics in mentioned)


def principle_rows(names: Names, sources: Mapping[str, Source], principle: Principle) -> Rows:
    """The sentences of a value or strategy, and which rules stand on it."""
    words = words_for(names)
    yield words.stands_in, place(principle.span, sources)
    yield from principle.texts.items()
    if principle.leads_to:
        yield "serves" if principle.is_strategy else "leads to", principle.leads_to
    if principle.starts or principle.ends:
        yield words.runs, days(words, principle.starts, principle.ends)
    if principle.internal:
        yield "internal", words.internal
    yield from _rules(names, lambda rule: principle.name in rule.outcome.because)


def team_rows(names: Names, sources: Mapping[str, Source], team: Team) -> Rows:
    """How soon a team answers, and which rules escalate to it."""
    words = words_for(names)
    yield words.stands_in, place(team.span, sources)
    yield from _called(words, team.texts)
    if team.within:
        yield "answers within", duration_phrase(team.within)
    if team.contact:
        yield "contact", team.contact
    yield from _rules(names, lambda rule: rule.outcome.team == team.name)


def table_rows(names: Names, sources: Mapping[str, Source], table: Table) -> Rows:
    """The rows of a table, each of them a rule."""
    words = words_for(names)
    yield words.stands_in, place(table.span, sources)
    if table.about:
        yield "about", topics(names, table.about)
    if not isinstance(table.condition, Always):
        yield "when", table.condition.clause
    yield words.claims, words.one_row if table.one_row else words.every_row
    yield from _rules(names, lambda rule: rule.table == table.name)


def definition_rows(names: Names, sources: Mapping[str, Source], definition: Definition) -> Rows:
    """The condition of a definition, and which rules use it."""
    words = words_for(names)
    yield words.stands_in, place(definition.span, sources)
    yield words.means, definition.condition.clause
    yield from _rules(names, lambda rule: _uses(rule.condition, definition.name))


def _uses(condition: Condition, name: str) -> bool:
    match condition:
        case Defined():
            return condition.name == name or _uses(condition.condition, name)
        case Not():
            return _uses(condition.part, name)
        case All() | AnyOf():
            return any(_uses(part, name) for part in condition.parts)
        case _:
            return False


def label_rows(names: Names, sources: Mapping[str, Source], label: Label) -> Rows:
    """What a label is called, and which rules give it."""
    words = words_for(names)
    yield words.stands_in, place(label.span, sources)
    yield from _called(words, label.texts)
    yield from _rules(names, lambda rule: rule.outcome.label == label.name)


def topics(names: Names, about: Iterable[str]) -> str:
    """Topics by what they are called and by name."""
    return names.words.comma.join(names.words.named.format(called=names.topic(one), name=one) for one in about)


def words_for(names: Names) -> ShowWords:
    """The words of this command in the language of these names."""
    return show_words(names.words.language)


def _called(words: ShowWords, texts: Texts) -> Rows:
    return ((words.called.format(language=language), text) for language, text in texts.items())


def _joined(names: Names, texts: Texts) -> str:
    return names.words.comma.join(f"{language} {names.words.quoted.format(text)}" for language, text in texts.items())


def _rules(names: Names, wanted: Callable[[Rule], bool]) -> Rows:
    """The rules that use a thing, a row each."""
    words = words_for(names)
    for rule in names.model.rules.values():
        if wanted(rule):
            verdict, title = names.words.verdicts[rule.outcome.verdict], rule_title(names, rule)
            yield words.used_by, words.user.format(verdict=verdict, rule=rule.name, title=title)
