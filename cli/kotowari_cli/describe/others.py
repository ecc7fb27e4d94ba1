"""Facts, topics, values, teams, tables, definitions and labels in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kotowari.cases.written import literal
from kotowari.diagnostics.source import Source
from kotowari.engine.reads import atoms, facts
from kotowari.model.conditions import All, Always, AnyOf, Condition, Defined, Mentions, Not
from kotowari.model.model import Definition, Fact, Label, Principle, Rule, Table, Team, Texts, Topic
from kotowari.model.takes import takes
from kotowari.model.wording import duration_phrase
from kotowari_cli.describe.pieces import days, pattern_text, place
from kotowari_cli.describe.things import rule_title
from kotowari_cli.names import Names

Rows = Iterator[tuple[str, str]]


def fact_rows(names: Names, sources: Mapping[str, Source], fact: Fact) -> Rows:
    """What a fact takes, how it is asked for, and which rules read it."""
    yield "stands in", place(fact.span, sources)
    yield "takes", takes(fact.type)
    yield from _called(fact.texts)
    for choice, texts in fact.calls.items():
        yield f"call {choice}", _joined(texts)
    yield from ((f"ask {language}", text) for language, text in fact.ask.items())
    yield from ((f"ask customer {language}", text) for language, text in fact.ask_customer.items())
    if fact.has_default:
        yield "usually", literal(fact.type, fact.default)
    yield from (("read from", pattern_text(pattern)) for pattern in fact.read_from)
    if fact.fixed:
        yield "fixed", "no one can change it"
    if fact.internal:
        yield "internal", "never in a reply"
    yield from _rules(names, lambda rule: fact.name in facts(rule.condition))


def topic_rows(names: Names, sources: Mapping[str, Source], topic: Topic) -> Rows:
    """The patterns of a topic, and which rules look for it."""
    yield "stands in", place(topic.span, sources)
    yield from _called(topic.texts)
    for language in dict.fromkeys(words.language for words in topic.words):
        yield f"words {language}", ", ".join(_patterns(topic, language))
    if topic.excluded:
        yield "not", ", ".join(f"“{pattern_text(pattern)}”" for pattern in topic.excluded)
    yield from _rules(names, lambda rule: _looks_for(rule, topic.name))


def _patterns(topic: Topic, language: str) -> Iterator[str]:
    return (f"“{pattern_text(words.pattern)}”" for words in topic.words if words.language == language)


def _looks_for(rule: Rule, topic: str) -> bool:
    mentioned = (atom.topics for atom in atoms(rule.condition) if isinstance(atom, Mentions))
    return topic in rule.about or any(topic in topics for topics in mentioned)


def principle_rows(names: Names, sources: Mapping[str, Source], principle: Principle) -> Rows:
    """The sentences of a value or strategy, and which rules stand on it."""
    yield "stands in", place(principle.span, sources)
    yield from principle.texts.items()
    if principle.leads_to:
        yield "serves" if principle.is_strategy else "leads to", principle.leads_to
    if principle.starts or principle.ends:
        yield "runs", days(principle.starts, principle.ends)
    if principle.internal:
        yield "internal", "never spoken"
    yield from _rules(names, lambda rule: principle.name in rule.outcome.because)


def team_rows(names: Names, sources: Mapping[str, Source], team: Team) -> Rows:
    """How soon a team answers, and which rules escalate to it."""
    yield "stands in", place(team.span, sources)
    yield from _called(team.texts)
    if team.within:
        yield "answers within", duration_phrase(team.within)
    if team.contact:
        yield "contact", team.contact
    yield from _rules(names, lambda rule: rule.outcome.team == team.name)


def table_rows(names: Names, sources: Mapping[str, Source], table: Table) -> Rows:
    """The rows of a table, each of them a rule."""
    yield "stands in", place(table.span, sources)
    if table.about:
        yield "about", ", ".join(f"{names.topic(topic)} ({topic})" for topic in table.about)
    if not isinstance(table.condition, Always):
        yield "when", table.condition.clause
    yield "claims", "one row holds" if table.one_row else "every row stands for itself"
    yield from _rules(names, lambda rule: rule.table == table.name)


def definition_rows(names: Names, sources: Mapping[str, Source], definition: Definition) -> Rows:
    """The condition of a definition, and which rules use it."""
    yield "stands in", place(definition.span, sources)
    yield "means", definition.condition.clause
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
    yield "stands in", place(label.span, sources)
    yield from _called(label.texts)
    yield from _rules(names, lambda rule: rule.outcome.label == label.name)


def _called(texts: Texts) -> Rows:
    return ((f"called {language}", text) for language, text in texts.items())


def _joined(texts: Texts) -> str:
    return ", ".join(f"{language} “{text}”" for language, text in texts.items())


def _rules(names: Names, wanted: Callable[[Rule], bool]) -> Rows:
    """The rules that use a thing, a row each."""
    for rule in names.model.rules.values():
        if wanted(rule):
            yield "used by", f"{names.words.verdicts[rule.outcome.verdict]}  {rule.name}: {rule_title(names, rule)}"
