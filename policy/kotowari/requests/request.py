"""A request: a text, facts and topics to decide on, checked as far as that needs no policy."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Literal, TypeAlias, cast

from kotowari.diagnostics.said import Said, comma_list, say
from kotowari.diagnostics.suggest import nearest
from kotowari.model.moments import read_date, read_time
from kotowari.model.takes import given, short
from kotowari.model.values import encodable
from kotowari.record import record
from kotowari.regex import regex
from kotowari.requests.limits import MAX_DEPTH
from kotowari.requests.problems import RequestError

TopicState: TypeAlias = Literal["asks", "mentions", False]

_KEYS = ("id", "text", "language", "now", "facts", "topics", "unavailable")
_LANGUAGE = regex(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_MOST_BITS_OF_ID = 112  # what 34 digits need: more is no number that anybody gave out
_MOST_FACTS = 10_000
# Advice, made once: requests that are right must not wait for it.
_GIVE_REQUEST = say('a request is an object, such as `{{"text": "Please add an export"}}`')
_GIVE_TEXT = say("give the text as a string")
_GIVE_NOW = say("write a time with its offset, such as `2026-04-01T09:00:00Z` or `2026-04-01T09:00:00+09:00`")
_GIVE_LANGUAGE = say("give the code of a language, such as `en` or `ja`")
_GIVE_FACTS = say('give facts as `{{"customer": {{"plan": "pro"}}}}`')
_GIVE_TOPICS = say('give topics as `{{"gantt": "asks"}}`')
_GIVE_UNAVAILABLE = say('give the names of facts as a list, such as `["customer.seats"]`')


@record
class Request:
    """What somebody asks a policy to decide.

    `facts` maps dotted names to values as they were given; a value of None says that there is none. `topics` holds what
    the caller states: the request asks for a topic, only mentions it, or does neither (False). No fact of `unavailable`
    can be known. `text` is None where nobody wrote anything, which is not the empty text.
    """

    id: str | int | None = None
    text: str | None = None
    language: str | None = None
    now: datetime | None = None
    facts: Mapping[str, object] = field(default_factory=dict[str, object])
    topics: Mapping[str, TopicState] = field(default_factory=dict[str, TopicState])
    unavailable: frozenset[str] = frozenset()


def read_request(document: object) -> Request:
    """The request that a document holds: data from JSON or YAML, or the like from Python.

    Everything may be left out, or be null. Lone surrogates in texts become U+FFFD. Names are normalised, not looked up:
    only a policy knows them. Raises RequestError.
    """
    members = _object(document, "", _GIVE_REQUEST)
    for key in members:
        if key not in _KEYS:
            raise _unknown_key(key)
    return Request(
        id=_read_id(members.get("id")),
        text=_read_text(members.get("text"), "text", _GIVE_TEXT),
        language=_read_language(members.get("language")),
        now=None if members.get("now") is None else read_now(members["now"]),
        facts=_read_facts(members.get("facts")),
        topics=_read_topics(members.get("topics")),
        unavailable=_read_unavailable(members.get("unavailable")),
    )


def read_now(raw: object, where: str = "now") -> datetime:
    """The moment of a decision, which must say its offset: no zone is known here that it could be in.

    Raises RequestError, with `where` as the place.
    """
    moment = read_time(raw, None)
    if moment is not None:
        return moment
    if isinstance(raw, datetime) or (isinstance(raw, str) and _has_no_offset(raw)):
        raise RequestError(say("`{given}` does not say its offset from UTC", given=given(raw)), where, _GIVE_NOW)
    if read_date(raw) is not None:
        raise RequestError(say("`{given}` is a day, not a time", given=given(raw)), where, _GIVE_NOW)
    raise RequestError(say("`{given}` is not a time", given=given(raw)), where, _GIVE_NOW)


def _has_no_offset(raw: str) -> bool:
    return read_time(f"{raw.strip()}Z", None) is not None


def _object(raw: object, where: str, advice: Said) -> dict[str, object]:
    """The members of a JSON object, their keys as text that can be written anywhere."""
    if not isinstance(raw, Mapping):
        raise RequestError(say("{what} stands where an object belongs", what=_kind(raw)), where, advice)
    given_members = cast("Mapping[object, object]", raw)
    members: dict[str, object] = {}
    for key, value in given_members.items():
        if not isinstance(key, str):
            raise RequestError(say("the key `{key}` is not text", key=given(key)), where, say("put it in quotes"))
        members[_name(key)] = value
    if len(members) < len(given_members):
        message = say("two keys are the same once they are written alike (NFC)")
        raise RequestError(message, where, say("keep one of them"))
    return members


def _name(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", encodable(text))


def _kind(raw: object) -> str:
    match raw:
        case None:
            return say("null")
        case bool():
            return say("true or false")
        case str():
            return say("a text")
        case int() | float():
            return say("a number")
        case _:
            return given(raw)


def _unknown_key(key: str) -> RequestError:
    meant = nearest(key, _KEYS)
    message = say("a request has no such key")
    if meant:
        return RequestError(message, short(key), say("did you mean `{name}`?", name=meant))
    keys = comma_list(f"`{known}`" for known in _KEYS)
    return RequestError(message, short(key), say("there are {keys}; facts go into `facts`", keys=keys))


def _read_id(raw: object) -> str | int | None:
    if isinstance(raw, str):
        return encodable(raw)
    if raw is None or (isinstance(raw, int) and not isinstance(raw, bool) and raw.bit_length() <= _MOST_BITS_OF_ID):
        return raw
    message = say("`{given}` is no name of a request", given=given(raw))
    raise RequestError(message, "id", say("give a string or a whole number"))


def _read_text(raw: object, where: str, advice: Said) -> str | None:
    if raw is None or isinstance(raw, str):
        return raw and encodable(raw)
    raise RequestError(say("{what} stands where a text belongs", what=_kind(raw)), where, advice)


def _read_language(raw: object) -> str | None:
    code = _read_text(raw, "language", _GIVE_LANGUAGE)
    if code is not None and not _LANGUAGE.fullmatch(code):
        raise RequestError(say("`{code}` is no code of a language", code=short(code)), "language", _GIVE_LANGUAGE)
    return code


def _read_facts(raw: object) -> dict[str, object]:
    facts: dict[str, object] = {}
    if raw is not None:
        _flatten(raw, "", facts, 1)
    return facts


def _flatten(raw: object, prefix: str, facts: dict[str, object], depth: int) -> None:
    """Adds the facts of nested objects by their dotted names, all of which begin with `prefix`."""
    if depth > MAX_DEPTH:
        raise RequestError(
            say("the facts are nested too deep"),
            short(_path(prefix)),
            say("at most {levels} levels are read", levels=MAX_DEPTH),
        )
    for key, value in _object(raw, _path(prefix), _GIVE_FACTS).items():
        name = prefix + key
        if isinstance(value, Mapping):
            _flatten(cast("object", value), f"{name}.", facts, depth + 1)
            continue
        if name in facts:
            message = say("the fact `{name}` is given twice", name=short(name))
            raise RequestError(message, short(_path(name)), say("keep one of them"))
        if len(facts) == _MOST_FACTS:
            message = say("there are more than {count} facts", count=_MOST_FACTS)
            raise RequestError(message, "facts", say("give those that the policy declares"))
        facts[name] = value


def _path(name: str) -> str:
    """The path in a request of a fact, or of an object of facts whose names begin with `name`."""
    return f"facts.{name}".rstrip(".")


def _read_topics(raw: object) -> dict[str, TopicState]:
    if raw is None:
        return {}
    members = _object(raw, "topics", _GIVE_TOPICS)
    return {topic: _topic_state(state, f"topics.{short(topic)}") for topic, state in members.items()}


def _topic_state(raw: object, where: str) -> TopicState:
    match raw:
        case "asks":
            return "asks"
        case "mentions":
            return "mentions"
        case False if isinstance(raw, bool):
            return False
        case _:
            advice = say('write "asks" where the request asks for it, "mentions" where it only comes up, else false')
            message = say("`{given}` does not say how the request meets the topic", given=given(raw))
            raise RequestError(message, where, advice)


def _read_unavailable(raw: object) -> frozenset[str]:
    if raw is None:
        return frozenset()
    if not isinstance(raw, list | tuple | set | frozenset):
        raise RequestError(say("{what} stands where a list belongs", what=_kind(raw)), "unavailable", _GIVE_UNAVAILABLE)
    names: set[str] = set()
    for name in cast("list[object]", raw):
        if not isinstance(name, str):
            raise RequestError(
                say("`{given}` is no name of a fact", given=given(name)), "unavailable", _GIVE_UNAVAILABLE
            )
        names.add(_name(name))
    return frozenset(names)
