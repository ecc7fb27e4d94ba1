"""Everything that a policy declares, as one list: what it is, its name, a line about it, and all of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from kotowari.diagnostics.display import printable
from kotowari.diagnostics.telling import in_language
from kotowari.model.model import Definition, Fact, Label, Parts, Principle, Rule, Table, Team, Topic
from kotowari.model.takes import takes
from kotowari.model.wording import say_duration
from kotowari.record import record
from kotowari_cli.describe.pieces import template_text
from kotowari_cli.names import Names
from kotowari_cli.strings_show import show_words


class Kind(StrEnum):
    """What a thing is; the value is the word that declares it."""

    RULE = "rule"
    TABLE = "table"
    FACT = "fact"
    TOPIC = "topic"
    VALUE = "value"
    STRATEGY = "strategy"
    TEAM = "team"
    DEFINE = "define"
    LABEL = "label"


@record
class Thing:
    """One declaration; `summary` is safe to print, `texts` are all words in it that somebody may look for."""

    kind: Kind
    name: str
    summary: str
    texts: tuple[str, ...]


def things(names: Names) -> tuple[Thing, ...]:
    """Every declaration but the policy and its scripts, by kind, then name."""
    model = names.model
    return (
        *(_rule(names, rule) for rule in model.rules.values()),
        *(_table(names, table) for table in model.tables.values()),
        *(_fact(names, fact) for fact in model.facts.values() if not fact.built_in),
        *(_topic(names, topic) for topic in model.topics.values()),
        *(_principle(names, found) for found in model.principles.values() if not found.is_strategy),
        *(_principle(names, found) for found in model.principles.values() if found.is_strategy),
        *(_team(names, team) for team in model.teams.values()),
        *(_definition(found) for found in model.definitions.values()),
        *(_label(names, label) for label in model.labels.values()),
    )


def _texts(*texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(text for by_language in texts for text in by_language.values())


def _rule(names: Names, rule: Rule) -> Thing:
    said = f"{names.words.verdicts[rule.outcome.verdict]}  {rule_title(names, rule)}".rstrip()
    words = show_words(names.words.language)
    summary = words.exception.format(said=said, rule=rule.parent) if rule.parent else said
    steps = _texts(*rule.steps)
    notes = _texts(rule.notes.wanted, rule.notes.avoid, rule.notes.risk)
    examples = [example.text for example in rule.examples if example.text is not None]
    texts = (rule.title or "", rule.condition.clause, *rule.about, *parts_texts(rule.parts), *steps, *notes, *examples)
    return Thing(Kind.RULE, rule.name, summary, texts)


def rule_title(names: Names, rule: Rule) -> str:
    """What a rule says; the rows of a table share its title, and what tells them apart is their condition."""
    about = names.about(rule.about) if rule.about else ""
    return printable(rule.condition.clause if rule.table else rule.title or about or rule.condition.clause)


def parts_texts(parts: Parts) -> Iterator[str]:
    """The texts of a reply in all its languages."""
    for by_part in parts.values():
        yield from (template_text(template) for template in by_part.values() if template is not None)


def _table(names: Names, table: Table) -> Thing:
    words = show_words(names.words.language)
    one, several = words.rows
    rows = one if len(table.rows) == 1 else several.format(count=len(table.rows))
    title = words.titled.format(title=printable(table.title), rows=rows) if table.title else rows
    return Thing(Kind.TABLE, table.name, title, (table.title or "", table.condition.clause, *table.about))


def _fact(names: Names, fact: Fact) -> Thing:
    called = names.text(fact.texts)
    kind = in_language(takes(fact.type), names.words.language)
    summary = f"{called}{names.words.colon}{kind}" if called else kind
    texts = _texts(fact.texts, fact.ask, fact.ask_customer, *fact.calls.values())
    return Thing(Kind.FACT, fact.name, printable(summary), (*texts, *fact.type.choices))


def _topic(names: Names, topic: Topic) -> Thing:
    patterns = [pattern.text for pattern in (*(words.pattern for words in topic.words), *topic.excluded)]
    return Thing(Kind.TOPIC, topic.name, names.topic(topic.name), (*_texts(topic.texts), *patterns))


def _principle(names: Names, principle: Principle) -> Thing:
    kind = Kind.STRATEGY if principle.is_strategy else Kind.VALUE
    return Thing(kind, principle.name, names.text(principle.texts) or "", _texts(principle.texts))


def _team(names: Names, team: Team) -> Thing:
    words, called = names.words, names.team(team.name)
    within = team.within and say_duration(team.within, words.language)
    summary = show_words(words.language).answers.format(team=called, within=within) if within else called
    return Thing(Kind.TEAM, team.name, summary, (*_texts(team.texts), team.contact or ""))


def _definition(found: Definition) -> Thing:
    return Thing(Kind.DEFINE, found.name, printable(found.condition.clause), (found.condition.clause,))


def _label(names: Names, label: Label) -> Thing:
    return Thing(Kind.LABEL, label.name, names.label(label.name), _texts(label.texts))
