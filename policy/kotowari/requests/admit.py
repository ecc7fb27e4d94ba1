"""From a request as given to a situation that the engine can decide on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kotowari.diagnostics.said import comma_list, say
from kotowari.diagnostics.suggest import nearest
from kotowari.engine.situation import Mention, Situation
from kotowari.model import calendar
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Fact, Model
from kotowari.model.moments import read_time
from kotowari.model.types import Kind, Value
from kotowari.model.values import ValueProblem, read_value
from kotowari.record import record
from kotowari.requests.problems import RequestError
from kotowari.requests.reading import Said, agreed, read_text
from kotowari.requests.request import Request
from kotowari.requests.searched import Matches, Mentions, Texts
from kotowari.text.language import detect
from kotowari.text.topics import SearchedText, TopicSearch

if TYPE_CHECKING:
    from kotowari.text.reading.finder import ValueFinder

EVERYTHING = "all"


@record
class Finders:
    """What searches the texts of requests: for topics, and for the values of facts."""

    topics: TopicSearch
    values: ValueFinder | None


def admit(  # noqa: PLR0913 - all that a decision depends on
    model: Model,
    finders: Finders,
    request: Request,
    now: datetime,
    *,
    allow_undeclared: bool = False,
    text: SearchedText | None = None,
) -> Situation:
    """The situation of a request: values read by their types, texts searched. Raises RequestError.

    `text` is its own, where somebody has looked into it before.

    A fact that is given is not read from the text, and one that is read is known: neither a default nor that it is
    said to be unavailable stands against it. Nor is the default of a fact taken that the text tells inexactly.
    """
    now = _anchored(now)
    given = _given(model, request, now, allow_undeclared=allow_undeclared)
    language = _language(model, request)
    if language is not None:
        given[REQUEST_LANGUAGE] = language
    if request.text is not None:
        given[REQUEST_TEXT] = request.text
    texts = Texts(_texts(model, given), {} if text is None else {REQUEST_TEXT: text})
    stated = {_topic(model, name): Mention(state or "no") for name, state in request.topics.items()}
    zone = calendar.zone(model.zone)
    assert zone is not None
    said = Said()
    if finders.values is not None and (read := texts.get(REQUEST_TEXT)) is not None:
        said = read_text(model, finders.values, read.view, calendar.day_of(now, zone), given)
    given |= agreed(said.readings)
    silent = model.facts.keys() - given.keys() - said.facts
    defaults = {name: fact.default for name, fact in model.facts.items() if fact.has_default and name in silent}
    return Situation(
        now=now,
        zone=zone,
        facts={**defaults, **given},
        known=frozenset(given),
        mentions=Mentions(finders.topics, texts, stated),
        matches=Matches(finders.topics, texts),
        stated=stated,
        unavailable=_unavailable(model, request.unavailable),
        readings=said.readings,
        language=language or model.languages[0],
    )


def _anchored(now: datetime) -> datetime:
    """The moment with a fixed offset, that of UTC where it has none: times of the request are in it, all year round."""
    moment = read_time(now, UTC)
    if moment is None:
        message = say("`{moment}` is not a moment of the calendar in UTC", moment=now.isoformat())
        raise RequestError(message, "now", say("give a moment within it"))
    return moment


def _language(model: Model, request: Request) -> str | None:
    """The language of the request: the one given (`en-GB` is `en`), else that of its text."""
    if request.language is None:
        return detect(request.text, model.languages) if request.text else None
    for language in (request.language, request.language.partition("-")[0].lower()):
        if language in model.languages:
            return language
    languages = comma_list(model.languages)
    advice = say("its languages are {languages}; leave it out to take that of the text", languages=languages)
    message = say("the policy has no replies in `{language}`", language=request.language)
    raise RequestError(message, "language", advice)


# --- facts ------------------------------------------------------------------------------------------------------------


def _given(model: Model, request: Request, now: datetime, *, allow_undeclared: bool) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, raw in request.facts.items():
        fact = model.facts.get(name)
        if fact is None or fact.built_in:
            if not allow_undeclared:
                raise _undeclared(model, name)
            continue
        found[name] = _value(fact, raw, now)
    return found


def _value(fact: Fact, raw: object, now: datetime) -> Value:
    try:
        return read_value(fact.type, raw, offset=now.tzinfo or UTC)
    except ValueProblem as problem:
        message = say("`{given}` is not what the fact takes", given=problem.given)
        advice = say("give {takes}", takes=problem.takes)
        if problem.nearest:
            message = say("{message}: {takes}", message=message, takes=problem.takes)
            advice = say("did you mean `{name}`?", name=problem.nearest)
        raise RequestError(message, f"facts.{fact.name}", advice) from problem


def _undeclared(model: Model, name: str) -> RequestError:
    if name in (REQUEST_TEXT, REQUEST_LANGUAGE):
        key = name.removeprefix("request.")
        message = say("`{name}` is no fact to give", name=name)
        return RequestError(message, f"facts.{name}", say("give it as `{key}` of the request", key=key))
    declared = [known for known, fact in model.facts.items() if not fact.built_in]
    meant = nearest(name, declared)
    advice = (
        say("did you mean `{name}`?", name=meant) if meant else say("`kotowari show` lists the facts that there are")
    )
    message = say("`{name}` is not a {kind} of this policy", name=name, kind=say("fact"))
    return RequestError(message, f"facts.{name}", advice)


def _unavailable(model: Model, names: Iterable[str]) -> frozenset[str]:
    listed = frozenset(names)
    if EVERYTHING in listed:
        return frozenset(model.facts)
    for name in sorted(listed - model.facts.keys()):
        meant = nearest(name, model.facts)
        advice = say("did you mean `{name}`?", name=meant) if meant else say("name a fact, or `all`")
        message = say("`{name}` is not a {kind} of this policy", name=name, kind=say("fact"))
        raise RequestError(message, "unavailable", advice)
    return listed


# --- texts ------------------------------------------------------------------------------------------------------------


def _texts(model: Model, given: Mapping[str, Value]) -> dict[str, str]:
    """Every text that is known, the request's own and those of facts."""
    return {
        name: value
        for name, value in given.items()
        if isinstance(value, str) and model.facts[name].type.kind is Kind.TEXT
    }


def _topic(model: Model, name: str) -> str:
    if name not in model.topics:
        meant = nearest(name, model.topics)
        listed = say("`kotowari show` lists the topics that there are")
        advice = say("did you mean `{name}`?", name=meant) if meant else listed
        message = say("`{name}` is not a {kind} of this policy", name=name, kind=say("topic"))
        raise RequestError(message, f"topics.{name}", advice)
    return name
