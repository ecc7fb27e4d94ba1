"""A request: a text, facts and topics to decide on, checked as far as that needs no policy."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Literal, TypeAlias, cast

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
    members = _object(document, "", 'a request is an object, such as `{"text": "Please add an export"}`')
    for key in members:
        if key not in _KEYS:
            raise _unknown_key(key)
    return Request(
        id=_read_id(members.get("id")),
        text=_read_text(members.get("text"), "text", "give the text as a string"),
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
    advice = "write a time with its offset, such as `2026-04-01T09:00:00Z` or `2026-04-01T09:00:00+09:00`"
    if isinstance(raw, datetime) or (isinstance(raw, str) and _has_no_offset(raw)):
        raise RequestError(f"`{given(raw)}` does not say its offset from UTC", where, advice)
    if read_date(raw) is not None:
        raise RequestError(f"`{given(raw)}` is a day, not a time", where, advice)
    raise RequestError(f"`{given(raw)}` is not a time", where, advice)


def _has_no_offset(raw: str) -> bool:
    return read_time(f"{raw.strip()}Z", None) is not None


def _object(raw: object, where: str, advice: str) -> dict[str, object]:
    """The members of a JSON object, their keys as text that can be written anywhere."""
    if not isinstance(raw, Mapping):
        raise RequestError(f"{_kind(raw)} stands where an object belongs", where, advice)
    given_members = cast("Mapping[object, object]", raw)
    members: dict[str, object] = {}
    for key, value in given_members.items():
        if not isinstance(key, str):
            raise RequestError(f"the key `{given(key)}` is not text", where, "put it in quotes")
        members[_name(key)] = value
    if len(members) < len(given_members):
        raise RequestError("two keys are the same once they are written alike (NFC)", where, "keep one of them")
    return members


def _name(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", encodable(text))


def _kind(raw: object) -> str:
    match raw:
        case None:
            return "null"
        case bool():
            return "true or false"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case _:
            return given(raw)


def _unknown_key(key: str) -> RequestError:
    meant = nearest(key, _KEYS)
    if meant:
        return RequestError("a request has no such key", short(key), f"did you mean `{meant}`?")
    keys = ", ".join(f"`{known}`" for known in _KEYS)
    return RequestError("a request has no such key", short(key), f"there are {keys}; facts go into `facts`")


def _read_id(raw: object) -> str | int | None:
    if isinstance(raw, str):
        return encodable(raw)
    if raw is None or (isinstance(raw, int) and not isinstance(raw, bool) and raw.bit_length() <= _MOST_BITS_OF_ID):
        return raw
    raise RequestError(f"`{given(raw)}` is no name of a request", "id", "give a string or a whole number")


def _read_text(raw: object, where: str, advice: str) -> str | None:
    if raw is None or isinstance(raw, str):
        return raw and encodable(raw)
    raise RequestError(f"{_kind(raw)} stands where a text belongs", where, advice)


def _read_language(raw: object) -> str | None:
    advice = "give the code of a language, such as `en` or `ja`"
    code = _read_text(raw, "language", advice)
    if code is not None and not _LANGUAGE.fullmatch(code):
        raise RequestError(f"`{short(code)}` is no code of a language", "language", advice)
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
            "the facts are nested too deep", short(_path(prefix)), f"at most {MAX_DEPTH} levels are read"
        )
    for key, value in _object(raw, _path(prefix), 'give facts as `{"customer": {"plan": "pro"}}`').items():
        name = prefix + key
        if isinstance(value, Mapping):
            _flatten(cast("object", value), f"{name}.", facts, depth + 1)
            continue
        if name in facts:
            raise RequestError(f"the fact `{short(name)}` is given twice", short(_path(name)), "keep one of them")
        if len(facts) == _MOST_FACTS:
            raise RequestError(
                f"there are more than {_MOST_FACTS} facts", "facts", "give those that the policy declares"
            )
        facts[name] = value


def _path(name: str) -> str:
    """The path in a request of a fact, or of an object of facts whose names begin with `name`."""
    return f"facts.{name}".rstrip(".")


def _read_topics(raw: object) -> dict[str, TopicState]:
    if raw is None:
        return {}
    members = _object(raw, "topics", 'give topics as `{"gantt": "asks"}`')
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
            advice = 'write "asks" where the request asks for it, "mentions" where it only comes up, else false'
            raise RequestError(f"`{given(raw)}` does not say how the request meets the topic", where, advice)


def _read_unavailable(raw: object) -> frozenset[str]:
    advice = 'give the names of facts as a list, such as `["customer.seats"]`'
    if raw is None:
        return frozenset()
    if not isinstance(raw, list | tuple | set | frozenset):
        raise RequestError(f"{_kind(raw)} stands where a list belongs", "unavailable", advice)
    names: set[str] = set()
    for name in cast("list[object]", raw):
        if not isinstance(name, str):
            raise RequestError(f"`{given(name)}` is no name of a fact", "unavailable", advice)
        names.add(_name(name))
    return frozenset(names)
