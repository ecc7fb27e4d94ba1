"""Conditions in plain words: what was asked of the facts, what was found, and the customer's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kotowari.diagnostics.display import printable
from kotowari_cli.render.read import text_says
from kotowari_cli.render.view import Lines, View, brief, hanging
from kotowari_cli.shape import Clause, Evidence

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
        text = view.words.asks_for.format(topic=view.names.topic(asks["topic"]))
    if clause["parts"]:
        return text
    quotes = view.words.semicolon.join(filter(None, (_quoted(view, clause["clause"]), _read(view, clause["clause"]))))
    return f"{text}{_found(view, clause)}{view.words.colon if quotes else ''}{quotes}"


def _found(view: View, clause: Clause) -> str:
    """What was found, behind a space; empty where the clause says it already."""
    if clause["truth"] == "unknown":
        return f" {view.words.unknown}"
    value = clause.get("value")
    if value is None or isinstance(value, bool | dict):
        return ""
    shown = brief(view.words.comma.join(map(str, value)) if isinstance(value, list) else str(value))
    if _names(clause["clause"], shown):
        return ""
    facts = [fact for fact in view.names.model.facts if _names(clause["clause"], fact)]
    if len(facts) != 1 or clause["clause"].startswith(facts[0]):
        return " " + view.words.it_is.format(value=shown)
    return " " + view.words.fact_is.format(fact=facts[0], value=shown)


def _quoted(view: View, clause: str) -> str:
    """The customer's words for the topics that a clause names, each once."""
    found = [_quote(view, item) for item in view.decision["evidence"] if _names(clause, item["topic"])]
    return view.words.comma.join(list(dict.fromkeys(found))[:_MOST_QUOTES])


def _read(view: View, clause: str) -> str:
    """The customer's words that the facts were read from that a clause names."""
    return text_says(view, (fact for fact in view.names.model.facts if _names(clause, fact)))


def _quote(view: View, item: Evidence) -> str:
    quoted = view.words.quoted.format(brief(item["text"]))
    return f"{quoted} {view.words.denied}" if item["denied"] else quoted


def _names(clause: str, word: str) -> bool:
    return re.search(rf"(?<![\w.-]){re.escape(word)}(?![\w.-])", clause) is not None


def tree(view: View, clause: Clause, indent: str) -> Lines:
    """A clause with all its parts, each with its truth."""
    lines = hanging(clause_text(view, clause), view.width, indent=indent, mark=_MARKS.get(clause["truth"], "? "))
    for part in clause["parts"]:
        lines += tree(view, part, f"{indent}  ")
    return lines
