"""Trials as their authors would write them: a line of a rule, or a case of a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kotowari.cases.written import literal, quoted
from kotowari.model.calendar import zone
from kotowari.model.model import Model
from kotowari.model.moments import time_text
from kotowari.model.types import Value
from kotowari.model.writing import to_json
from kotowari.requests import Request

Facts = Mapping[str, Value]


def example_line(model: Model, request: Request, given: Facts, *, holds: bool, gives: str | None) -> str:
    """A request as an `example` or a `counterexample` of a rule."""
    words = ["example" if holds else "counterexample"]
    if request.text is not None:
        words.append(quoted(request.text))
    written = [f"{name} {literal(model.facts[name].type, value)}" for name, value in given.items()]
    if request.now is not None:
        written.append(f"now {_local(model, request.now)}")
    if written:
        words.append(f"with {', '.join(written)}")
    if gives is not None:
        words.append(f"gives {gives}")
    return " ".join(words)


def case_data(
    model: Model, name: str, request: Request, given: Facts, expect: Mapping[str, object]
) -> dict[str, object]:
    """A request as a case, in the data of a file of cases."""
    asked: dict[str, object] = {}
    if request.text is not None:
        asked["text"] = request.text
    if request.language is not None:
        asked["language"] = request.language
    if request.now is not None:
        asked["now"] = time_text(request.now)
    if given:
        asked["facts"] = {fact: to_json(model.facts[fact].type, value) for fact, value in given.items()}
    if request.unavailable:
        asked["unavailable"] = sorted(request.unavailable)
    if request.topics:
        asked["topics"] = dict(request.topics)
    return {"name": name, "request": asked, "expect": dict(expect)}


def _local(model: Model, now: datetime) -> str:
    return now.astimezone(zone(model.zone)).strftime("%Y-%m-%dT%H:%M")
