"""YAML 1.2 with the scalars of its core schema, put together from the events of PyYAML's parser.

PyYAML's own scalars are those of YAML 1.1, where `no` is false and `1:30` is ninety. Only its parser is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kotowari.diagnostics.said import Said, say, say_as, several
from kotowari.model.takes import short
from kotowari.model.values import encodable
from kotowari.requests.limits import MAX_DEPTH, decimal_number, whole_number
from kotowari.requests.problems import DocumentError, error_at

# libyaml reads many times as fast; where PyYAML was built without it, its own parser reads the same documents.
LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEXADECIMAL = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

# What YAML allows in a document only as an escape (`"\0"`): YAML 1.2.2, production 1. And four characters that PyYAML
# takes for line breaks, as YAML 1.1 did, or for a byte order mark: it would change the text.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(text: str, loader: type[yaml.SafeLoader | yaml.CSafeLoader] = LOADER) -> object:
    """The value of the YAML document `text`, None where it is empty. Raises DocumentError."""
    text = encodable(text)
    hidden = _UNPRINTABLE.search(text)
    if hidden:
        message = say("the character U+{code:04X} must be written as an escape", code=ord(hidden.group()))
        raise error_at(text, hidden.start(), message)
    try:
        return _document(yaml.parse(text, loader))
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(error) from None
    except yaml.YAMLError as error:
        raise DocumentError(say("this is not YAML: {told}", told=short(str(error)))) from None
    except DocumentError:
        raise
    except (OverflowError, ValueError):  # PyYAML's own parser, for `"\UFFFFFFFF"` and a version of endless digits
        message = say("this is not YAML: an escape or a version stands for a number beyond its range")
        raise DocumentError(message) from None


def _not_yaml(error: yaml.MarkedYAMLError) -> DocumentError:
    from kotowari.requests.foreign import said_of_yaml  # noqa: PLC0415 - only where something is wrong

    parts = (said_of_yaml(part) for part in (error.context, error.problem) if part)
    told = several(parts, say_as("where and what", ", "))
    mark = error.problem_mark or error.context_mark
    message = say("this is not YAML: {told}", told=told)
    return DocumentError(message, mark.line + 1, mark.column + 1) if mark else DocumentError(message)


def _error(event: Event, message: Said) -> DocumentError:
    mark = event.start_mark
    return DocumentError(message, mark.line + 1, mark.column + 1) if mark else DocumentError(message)


def _document(events: Iterator[Event]) -> object:
    next(events)  # the start of the stream
    start = next(events)
    if isinstance(start, StreamEndEvent):
        return None
    if isinstance(start, DocumentStartEvent) and start.version not in (None, (1, 2)):
        raise _error(start, say("the document says that it is not YAML 1.2; remove the line `%YAML`"))
    value = _value(next(events), events, 1)
    next(events)  # the end of the document
    after = next(events)
    if not isinstance(after, StreamEndEvent):
        raise _error(after, say("a second document begins here; there must be one alone"))
    return value


def _value(event: Event, events: Iterator[Event], depth: int) -> object:
    """The value that begins with `event`, at `depth` collections; reads up to its last event."""
    _check_node(event)
    match event:
        case ScalarEvent():
            return _scalar(event)
        case SequenceStartEvent() | MappingStartEvent() if depth > MAX_DEPTH:
            raise _error(event, say("the document is nested more than {levels} levels deep", levels=MAX_DEPTH))
        case SequenceStartEvent():
            return [_value(item, events, depth + 1) for item in _until(SequenceEndEvent, events)]
        case MappingStartEvent():
            return _mapping(events, depth)
        case _:
            raise _error(event, say("a value is missing here"))


def _until(end: type[Event], events: Iterator[Event]) -> Iterator[Event]:
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _check_node(event: Event) -> None:
    if isinstance(event, AliasEvent):
        name = short(event.anchor or "")
        raise _error(event, say("the alias `*{name}` is not taken; write the value out", name=name))
    if isinstance(event, NodeEvent) and event.anchor is not None:
        raise _error(event, say("the anchor `&{name}` is not taken; remove it", name=short(event.anchor)))
    if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) and event.tag is not None:
        raise _error(event, say("the tag `{tag}` is not taken; remove it", tag=short(event.tag)))


def _mapping(events: Iterator[Event], depth: int) -> dict[str, object]:
    found: dict[str, object] = {}
    for event in _until(MappingEndEvent, events):
        key = _key(event)
        if key in found:
            raise _error(event, say("the key `{key}` stands twice in one object; keep one of them", key=short(key)))
        found[key] = _value(next(events), events, depth + 1)
    return found


def _key(event: Event) -> str:
    _check_node(event)
    key = _scalar(event) if isinstance(event, ScalarEvent) else None
    if isinstance(key, str):
        return key
    if isinstance(event, ScalarEvent) and event.value:
        raise _error(event, say("the key `{key}` is not text; put it in quotes", key=short(event.value)))
    raise _error(event, say("the key is not text; put it in quotes"))


def _scalar(event: ScalarEvent) -> object:
    if _SURROGATE.search(event.value):
        raise _error(event, say("half a character (a lone surrogate) is no text; write the character itself"))
    return _plain(event) if event.implicit[0] else event.value


def _plain(event: ScalarEvent) -> bool | int | Decimal | str | None:
    """A scalar without quotes, by the core schema of YAML 1.2.2 (section 10.3.2)."""
    text = event.value
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return whole_number(text)
    if _OCTAL_OR_HEXADECIMAL.fullmatch(text):
        return int(text, 0)
    number = decimal_number(text) if _NUMBER.fullmatch(text) else None
    if number is None and (_NUMBER.fullmatch(text) or _NOT_FINITE.fullmatch(text)):
        message = say("`{number}` is no number that can be used here; numbers are finite", number=short(text))
        raise _error(event, message)
    return text if number is None else number
