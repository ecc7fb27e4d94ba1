"""One thing in full, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from kotowari.diagnostics.source import Source
from kotowari_cli.describe.others import (
    definition_rows,
    fact_rows,
    label_rows,
    principle_rows,
    table_rows,
    team_rows,
    topic_rows,
)
from kotowari_cli.describe.rule import rule_rows
from kotowari_cli.describe.things import Kind, Thing
from kotowari_cli.names import Names


def full(names: Names, sources: Mapping[str, Source], thing: Thing) -> Iterator[tuple[str, str]]:
    """A word of the language and what it says of the thing, a row each; not yet safe to print."""
    model, name = names.model, thing.name
    match thing.kind:
        case Kind.RULE:
            return rule_rows(names, sources, model.rules[name])
        case Kind.TABLE:
            return table_rows(names, sources, model.tables[name])
        case Kind.FACT:
            return fact_rows(names, sources, model.facts[name])
        case Kind.TOPIC:
            return topic_rows(names, sources, model.topics[name])
        case Kind.VALUE | Kind.STRATEGY:
            return principle_rows(names, sources, model.principles[name])
        case Kind.TEAM:
            return team_rows(names, sources, model.teams[name])
        case Kind.DEFINE:
            return definition_rows(names, sources, model.definitions[name])
        case Kind.LABEL:
            return label_rows(names, sources, model.labels[name])
        case _:
            assert_never(thing.kind)
