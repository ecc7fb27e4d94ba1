"""Conditions in plain words: what was asked of the facts, what was found, and the customer's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC

from kotowari.cases.written import literal
from kotowari.diagnostics.display import printable
from kotowari.model.types import FactType, Kind
from kotowari.model.values import ValueProblem, read_value
from kotowari_cli.render.read import text_says
from kotowari_cli.render.view import Lines, View, brief, hanging
from kotowari_cli.shape import Clause, Evidence, Json

_MARKS = {"true": "✓ ", "false": "✗ ", "unknown": "? "}
_ASKS = re.compile(r"request asks for (?P<topic>[^\s,]+)")
_MOST_QUOTES = 3


def telling(clause: Clause) -> Iterator[Clause]:
    """The smallest clauses that make this one what it is."""
    same = [part for part in clause["parts"] if part["truth"] == clause["truth"]]
    if not same:
        yield clause
    for part in same:
        yield from telling(part)


def clause_text(view: View, clause: Clause) -> str:
    """A clause, the value that was found, and the words of the customer that it rests on."""
    asks = _ASKS.fullmatch(clause["clause"])
    text = printable(clause["clause"])
    if asks:
        text = view.words.asks_for.format(topic=view.words.inline(view.names.topic(asks["topic"])))
    if clause["parts"]:
        return text
    quotes = view.words.semicolon.join(filter(None, (_quoted(view, clause["clause"]), _read(view, clause["clause"]))))
    return f"{text}{_found(view, clause)}{view.words.colon if quotes else ''}{quotes}"


def _found(view: View, clause: Clause) -> str:
    """What was found; empty where the clause says it already."""
    if clause["truth"] == "unknown":
        return view.words.unknown
    value = clause.get("value")
    if value is None or isinstance(value, bool | dict):
        return ""
    facts = [fact for fact in view.names.model.facts if _names(clause["clause"], fact)]
    shown = brief(_written(view, facts, value))
    if _names(clause["clause"], shown):
        return ""
    return value_found(view, "" if len(facts) != 1 or clause["clause"].startswith(facts[0]) else facts[0], shown)


def value_found(view: View, fact: str, value: str) -> str:
    """What was found, as rules write it; of which fact is said where one is named."""
    said = view.words.inline(value) if value[:1].isalpha() else value
    return view.words.fact_is.format(fact=fact, value=said) if fact else view.words.it_is.format(value=said)


def _written(view: View, facts: Sequence[str], value: Json) -> str:
    """A value as rules write it: as one of these facts takes it, or as a length of time between two of them."""
    for type_ in (*(view.names.model.facts[fact].type for fact in facts), FactType(Kind.DURATION)):
        with suppress(ValueProblem):
            return literal(type_, read_value(type_, value, offset=UTC))
    return view.words.comma.join(map(str, value)) if isinstance(value, list) else str(value)


def _quoted(view: View, clause: str) -> str:
    """The customer's words for the topics that a clause names, each once."""
    found = [_quote(view, item) for item in view.decision["evidence"] if _names(clause, item["topic"])]
    return view.words.comma.join(list(dict.fromkeys(found))[:_MOST_QUOTES])


def _read(view: View, clause: str) -> str:
    """The customer's words that the facts were read from that a clause names."""
    return text_says(view, (fact for fact in view.names.model.facts if _names(clause, fact)))


def _quote(view: View, item: Evidence) -> str:
    quoted = view.words.quoted.format(brief(item["text"]))
    return quoted + view.words.denied if item["denied"] else quoted


def _names(clause: str, word: str) -> bool:
    return re.search(rf"(?<![\w.-]){re.escape(word)}(?![\w.-])", clause) is not None


def tree(view: View, clause: Clause, indent: str) -> Lines:
    """A clause with all its parts, each with its truth."""
    lines = hanging(clause_text(view, clause), view.width, indent=indent, mark=_MARKS.get(clause["truth"], "? "))
    for part in clause["parts"]:
        lines += tree(view, part, f"{indent}  ")
    return lines
