"""Generated requests as the reference interpreter takes them, read without the engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import cast

from tests.reference_values import Asked, Talk
from tests.strategies import ASKS, DENIES

from kotowari.model.model import REQUEST_TEXT, Model
from kotowari.model.types import Kind, Value
from kotowari.model.values import read_value

_STATED = {"asks": Talk.ASKS, "mentions": Talk.MENTIONS, False: Talk.NO}


def asked(model: Model, request: Mapping[str, object]) -> Asked:
    """A request that `tests.strategies` made."""
    now = datetime.fromisoformat(str(request["now"]))
    groups = cast("dict[str, dict[str, object]]", request["facts"])
    raw = {f"{group}.{member}": value for group, members in groups.items() for member, value in members.items()}
    assert now.tzinfo is not None
    facts = {name: read_value(model.facts[name].type, value, offset=now.tzinfo) for name, value in raw.items()}
    if "text" in request:
        facts[REQUEST_TEXT] = str(request["text"])
    found = {name: spoken(value, model.topics) for name, value in facts.items() if is_text(model, name, value)}
    if "topics" in request:
        stated = cast("dict[str, str | bool]", request["topics"])
        found[REQUEST_TEXT] = found.get(REQUEST_TEXT, {}) | {topic: _STATED[how] for topic, how in stated.items()}
    return Asked(facts, found, now, frozenset(cast("Iterable[str]", request.get("unavailable", ()))))


def is_text(model: Model, name: str, value: Value) -> bool:
    """Whether a text was given for the fact."""
    return isinstance(value, str) and model.facts[name].type.kind is Kind.TEXT


def spoken(text: Value, topics: Iterable[str]) -> dict[str, Talk]:
    """How a text speaks of topics; it is made of a few sentences that each name one."""
    found = {topic: Talk.MENTIONS for topic in topics if DENIES.format(topic) in str(text)}
    return found | {topic: Talk.ASKS for topic in topics if ASKS.format(topic) in str(text)}
