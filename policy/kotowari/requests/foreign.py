"""What the readers of JSON and YAML say, as sentences of ours: the usual ones, so that they can be said in Japanese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kotowari.diagnostics.said import Said, say

_JSON: Final = (
    say("expecting value"),
    say("expecting property name enclosed in double quotes"),
    say("expecting `:` delimiter"),
    say("expecting `,` delimiter"),
    say("illegal trailing comma before end of object"),
    say("illegal trailing comma before end of array"),
    say("unterminated string starting at"),
    say("invalid control character at"),
    say("invalid \\escape"),
    say("invalid \\uXXXX escape"),
    say("extra data"),
)
# PyYAML speaks with two voices, that of libyaml and its own.
_YAML: Final = (
    say("while parsing a block mapping"),
    say("while parsing a block collection"),
    say("while parsing a flow mapping"),
    say("while parsing a flow sequence"),
    say("while parsing a block node"),
    say("while parsing a flow node"),
    say("while parsing a node"),
    say("while scanning a simple key"),
    say("while scanning a quoted scalar"),
    say("while parsing a quoted scalar"),
    say("while scanning a double-quoted scalar"),
    say("while scanning a block scalar"),
    say("while scanning a plain scalar"),
    say("while scanning for the next token"),
    say("while scanning a directive"),
    say("did not find expected key"),
    say("did not find expected ',' or '}}'"),
    say("did not find expected ',' or ']'"),
    say("did not find expected '-' indicator"),
    say("did not find expected node content"),
    say("did not find expected <document start>"),
    say("could not find expected ':'"),
    say("found unexpected end of stream"),
    say("found unexpected document indicator"),
    say("found unexpected document separator"),
    say("found character that cannot start any token"),
    say("found unknown escape character"),
    say("expected <block end>, but found '<block mapping start>'"),
    say("expected <block end>, but found '<block sequence start>'"),
    say("expected <block end>, but found '<scalar>'"),
    say("expected ',' or ']', but got '<stream end>'"),
    say("expected ',' or '}}', but got '<stream end>'"),
    say("found a tab character that violates indentation"),
    say("found a tab character where an indentation space is expected"),
    say("mapping values are not allowed in this context"),
    say("mapping values are not allowed here"),
    say("block sequence entries are not allowed in this context"),
    say("block mapping keys are not allowed in this context"),
    say("sequence entries are not allowed here"),
    say("mapping keys are not allowed here"),
)
_BY_TEXT: Final[Mapping[str, Said]] = {str(one): one for one in (*_JSON, *_YAML)}


def said_of_json(message: str) -> str:
    """A message of the reader of JSON, which begins in lower case; one that is not known stays as it is."""
    return _BY_TEXT.get(message, message)


def said_of_yaml(message: str) -> str:
    """The same for a message of the reader of YAML."""
    known = _BY_TEXT.get(message)
    return known if known is not None else _with_token(message)


def _with_token(message: str) -> str:
    """A message that quotes what it found, as PyYAML's own parser does."""
    before, _, found = message.partition("'")
    match before, found.partition("' ")[2]:
        case "found unknown escape character ", "":
            return say("found unknown escape character '{found}", found=found)
        case "found character ", "that cannot start any token":
            character = found.partition("' ")[0]
            return say("found character '{character}' that cannot start any token", character=character)
        case "expected <block end>, but found ", "":
            return say("expected <block end>, but found '{found}", found=found)
        case "expected the node content, but found ", "":
            return say("expected the node content, but found '{found}", found=found)
        case _:
            return message
