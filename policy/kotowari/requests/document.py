"""JSON and YAML as data: exact numbers, no duplicate keys, bounded depth and size, errors with their place.

Objects become dict, arrays list, whole numbers int (Decimal where very long), other numbers Decimal.
"""

from __future__ import annotations

from kotowari.diagnostics.said import say
from kotowari.requests import json_document
from kotowari.requests.limits import MAX_JSON, MAX_YAML
from kotowari.requests.problems import DocumentError

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def parse_json(data: str | bytes) -> object:
    """The value of a JSON document (RFC 8259). Raises DocumentError."""
    return json_document.parse(_text(data, MAX_JSON))


def parse_yaml(data: str | bytes) -> object:
    """The value of a YAML 1.2 document with the scalars of the core schema; None where it is empty.

    There are no anchors, aliases and tags, and keys are texts. Raises DocumentError.
    """
    from kotowari.requests import yaml_document  # noqa: PLC0415 - slow to import, and most requests are JSON

    return yaml_document.parse(_text(data, MAX_YAML))


def parse_document(data: bytes, name: str) -> object:
    """The value of the JSON or YAML document in `data`; the ending of `name` tells which, else its first character.

    Raises DocumentError.
    """
    ending = name.rpartition(".")[2].lower()
    if ending in ("yaml", "yml"):
        return parse_yaml(data)
    is_json = ending == "json" or data.removeprefix(_BOM).lstrip()[:1] == b"{"
    return parse_json(data) if is_json else parse_yaml(data)


def _text(data: str | bytes, limit: int) -> str:
    if len(data) > limit:
        raise DocumentError(say("the document is larger than {size} MiB; split it", size=limit // 1024 // 1024))
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _no_utf_8(data, error.start) from None


def _no_utf_8(data: bytes, start: int) -> DocumentError:
    if data.startswith(_UTF_16):
        return DocumentError(say("the document is UTF-16; save it as UTF-8"))
    offset = start + len(data) - len(data.removeprefix(_BOM))
    return DocumentError(
        say(
            "the document is not UTF-8: byte {offset} (from 0) is 0x{byte:02x}; save it as UTF-8",
            offset=offset,
            byte=data[offset],
        )
    )
