"""JSON with exact numbers, no duplicate keys and bounded depth.

The reader of the standard library does the work. It knows no place for what it accepts and we refuse, so for an error
the document is gone through once more, token by token.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NoReturn

from kotowari.diagnostics.said import say
from kotowari.model.takes import short
from kotowari.regex import regex
from kotowari.requests.limits import MAX_DEPTH, decimal_number, whole_number
from kotowari.requests.problems import DocumentError, error_at

# A string that is not closed runs to the end: never is a stretch of text tried twice.
_TOKEN = regex(r'"(?:[^"\\]+|\\.)*+"?|[\[\]{},:]|[^\s"\[\]{},:]+', re.DOTALL)


class _RefusedError(Exception):
    """A number, or a key, that is refused; its place is still to be found."""


class _NumberError(_RefusedError):
    """The number that the one argument writes."""


class _DuplicateKeyError(_RefusedError):
    """The key that an object has twice."""


def parse(text: str) -> object:
    """The value of the JSON document `text`. Raises DocumentError."""
    if text.count("[") + text.count("{") > MAX_DEPTH:
        _check_depth(text)
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise _not_json(error) from None
    except _RefusedError as error:
        raise _placed(text, error) from None


def _not_json(error: json.JSONDecodeError) -> DocumentError:
    """A message of the standard library in the manner of ours, and among our sentences where it is a usual one."""
    from kotowari.requests.foreign import said_of_json  # noqa: PLC0415 - only where something is wrong

    told = error.msg[:1].lower() + error.msg[1:].replace("'", "`")
    return DocumentError(say("this is not JSON: {told}", told=said_of_json(told)), error.lineno, error.colno)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _DuplicateKeyError
    return found


def _decimal(text: str) -> Decimal:
    number = decimal_number(text)
    if number is None:
        raise _NumberError(text)
    return number


def _constant(text: str) -> NoReturn:
    raise _NumberError(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique,
    parse_int=whole_number,
    parse_float=_decimal,
    parse_constant=_constant,
)


def _check_depth(text: str) -> None:
    depth = 0
    for token in _TOKEN.finditer(text):
        if token.group() in "[{":
            depth += 1
        elif token.group() in "]}":
            depth -= 1
        if depth > MAX_DEPTH:
            raise error_at(
                text, token.start(), say("the document is nested more than {levels} levels deep", levels=MAX_DEPTH)
            )


def _placed(text: str, error: _RefusedError) -> DocumentError:
    if isinstance(error, _NumberError):
        (number,) = error.args
        offset = next(token.start() for token in _TOKEN.finditer(text) if token.group() == number)
        message = say("`{number}` is no number that can be used here; numbers are finite", number=short(number))
        return error_at(text, offset, message)
    offset, key = next(_repeated_keys(text))
    return error_at(text, offset, say("the key `{key}` stands twice in one object; keep one of them", key=short(key)))


def _repeated_keys(text: str) -> Iterator[tuple[int, str]]:
    """The keys that an object of the valid JSON `text` has again, with their offsets."""
    objects: list[set[str] | None] = []
    before: re.Match[str] | None = None
    for token in _TOKEN.finditer(text):
        match token.group():
            case "{":
                objects.append(set())
            case "[":
                objects.append(None)
            case "]" | "}":
                objects.pop()
            case ":" if before and objects and (keys := objects[-1]) is not None:
                key: str = json.loads(before.group())
                if key in keys:
                    yield before.start(), key
                keys.add(key)
            case _:
                pass
        before = token
