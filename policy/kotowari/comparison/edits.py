"""What is different about a declaration, clause by clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Final, cast

from kotowari.cases.written import literal
from kotowari.comparison.canon import Renamed, canon, member
from kotowari.comparison.said import said
from kotowari.model.model import Allowance, Example, Fact, Notes, TopicPattern
from kotowari.model.template import Template
from kotowari.record import record
from kotowari.text.patterns.pattern import Pattern

# What the language calls the fields of the model, where that is another word.
_WORDS: Final[Mapping[str, str]] = {
    "texts": "called",
    "calls": "call",
    "is_strategy": "strategy",
    "leads_to": "leads to",
    "starts": "from",
    "ends": "until",
    "within": "answers within",
    "type": "is",
    "ask_customer": "ask customer",
    "default": "usually",
    "read_from": "read from",
    "excluded": "not",
    "condition": "when",
    "outcome": "gives",
    "parts": "say",
    "say_only": "say only",
    "examples": "example",
    "steps": "do",
    "notes": "note",
    "approved": "approved by",
    "review": "review by",
    "one_row": "one row",
    "allows": "allow",
}
# They follow from others: a row's number, what is listed elsewhere, how the default is marked.
_LEFT_OUT: Final = frozenset({"name", "table", "has_default", "built_in"})


@record
class Edit:
    """A clause that is different: its word, and what it says before and after; empty where it says nothing.

    Of lists of patterns and examples only those are told that are gone, or new.
    """

    clause: str
    before: str
    after: str


def edits(old: object, new: object, renamed: Renamed, left_out: frozenset[str] = frozenset()) -> tuple[Edit, ...]:
    """What is different between two declarations of one kind, by clause."""
    return tuple(_edits(old, new, renamed, left_out))


def _edits(old: object, new: object, renamed: Renamed, left_out: frozenset[str]) -> Iterator[Edit]:
    for one in fields(cast("Template", new)):  # any dataclass: the declarations share no base that says so
        if not one.compare or one.name in _LEFT_OUT or one.name in left_out:
            continue
        before, after = _held(old, one.name), _held(new, one.name)
        if member(one.name, before, renamed) != member(one.name, after, Renamed()):
            yield from edits_of(_WORDS.get(one.name, one.name), before, after)


def _held(declared: object, name: str) -> object:
    """What a field holds; a default as rules write it, since that may be none, and None where there is no default."""
    held: object = getattr(declared, name)
    if isinstance(declared, Fact) and name == "default":
        return literal(declared.type, declared.default) if declared.has_default else None
    return held


def edits_of(clause: str, before: object, after: object) -> Iterator[Edit]:
    """What is different between two values of a clause; of several values each on its own."""
    members, listed = _members(before, after), _listed(before, after)
    if members is not None:
        yield from _by_key(clause, *members)
    elif listed is not None:
        yield _gone_and_new(clause, *listed)
    elif isinstance(before, Notes) and isinstance(after, Notes):
        for one in fields(Notes):
            yield from edits_of(f"{clause} {one.name}", getattr(before, one.name), getattr(after, one.name))
    elif said(before) != said(after) or canon(before) != canon(after):
        yield Edit(clause, said(before), said(after))


def _members(before: object, after: object) -> tuple[Mapping[str, object], Mapping[str, object]] | None:
    """Both as values by key, where at least one is: the other may not be there at all."""
    if not isinstance(before, Mapping) and not isinstance(after, Mapping):
        return None
    return cast("Mapping[str, object]", before or {}), cast("Mapping[str, object]", after or {})


def _listed(before: object, after: object) -> tuple[tuple[object, ...], tuple[object, ...]] | None:
    """Both as lists of patterns or examples, where they are that."""
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        return None
    old, new = cast("tuple[object, ...]", before), cast("tuple[object, ...]", after)
    alike = all(isinstance(value, TopicPattern | Pattern | Example | Allowance) for value in (*old, *new))
    return (old, new) if alike and (old or new) else None


def _by_key(clause: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Edit]:
    for key in sorted({*before, *after}, key=str):
        name = f"{clause} {key}"
        old, new = before.get(key), after.get(key)
        if _members(old, new) is not None:
            yield from edits_of(name, old, new)
        elif key not in before or key not in after or canon(old) != canon(new):
            yield Edit(name, _part(old, there=key in before), _part(new, there=key in after))


def _part(value: object, *, there: bool) -> str:
    """A part of a reply; one that is there and empty says that there is nothing."""
    return "nothing" if there and value is None else said(value)


def _gone_and_new(clause: str, before: Sequence[object], after: Sequence[object]) -> Edit:
    was, now = Counter(map(said, before)), Counter(map(said, after))
    return Edit(clause, ", ".join((was - now).elements()), ", ".join((now - was).elements()))
