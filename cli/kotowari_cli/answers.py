"""What a person types as the answer to a question, as a value for a request."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import Enum, auto

from kotowari.model.model import Fact
from kotowari.model.types import Kind


class NotKnown(Enum):
    """The answer of somebody who does not know."""

    NOT_KNOWN = auto()


NOT_KNOWN = NotKnown.NOT_KNOWN

_DONT_KNOW = frozenset({"d", "don't know", "dont know", "unknown", "不明", "分からない", "わからない"})
_NONE = frozenset({"none", "なし", "無し"})
_FLAGS = {"y": "yes", "n": "no", "はい": "yes", "いいえ": "no"}


def value_of(fact: Fact, line: str) -> object:
    """The value that `line` gives, as a request takes it, or NOT_KNOWN. Whether the fact takes it is not looked at.

    A choice may be named as in the policy, as people call it, or by its number in the list.
    """
    word = unicodedata.normalize("NFC", line.strip())
    folded = _folded(word)
    if folded in ("", "?"):
        return NOT_KNOWN
    if folded in _NONE and (fact.type.or_none or fact.type.kind is Kind.ANY_OF):
        return [] if fact.type.kind is Kind.ANY_OF and not fact.type.or_none else None
    if fact.type.kind is Kind.TEXT:
        return word
    choice = choice_of(fact, word)
    if choice is not None:
        return choice
    if folded in _DONT_KNOW:
        return NOT_KNOWN
    return _by_kind(fact, word, folded)


def _by_kind(fact: Fact, word: str, folded: str) -> object:
    match fact.type.kind:
        case Kind.FLAG:
            return _FLAGS.get(folded, word)
        case Kind.ANY_OF:
            members = [member.strip() for member in word.replace("、", ",").replace("，", ",").split(",")]
            return [choice_of(fact, member) or member for member in members]
        case _:
            return word


def choice_of(fact: Fact, word: str) -> str | None:
    """The choice of `fact` that `word` names."""
    choices = fact.type.choices
    if word in choices:
        return word
    folded = _folded(word)
    for choice in choices:
        if folded in map(_folded, (choice, *_called(fact, choice))):
            return choice
    number = int(folded) if folded.isascii() and folded.isdigit() and len(folded) < 4 else 0
    return choices[number - 1] if 0 < number <= len(choices) else None


def _called(fact: Fact, choice: str) -> Iterable[str]:
    return fact.calls.get(choice, {}).values()


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip().casefold().replace("’", "'")
