"""What a declaration means, apart from where and how it is written, so that two can be compared."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import field, fields, is_dataclass
from typing import cast

from kotowari.model import conditions as c
from kotowari.model.template import Placeholder
from kotowari.record import record

# The fields that hold names of declarations, and of which kind those are, as the model calls them.
_NAMES: Mapping[str, str] = {
    "because": "principles",
    "leads_to": "principles",
    "team": "teams",
    "label": "labels",
    "about": "topics",
    "topics": "topics",
    "fact": "facts",
    "facts": "facts",
    "parent": "rules",
    "overrides": "rules",
    "rules": "rules",
    "table": "tables",
}


@record
class Renamed:
    """The names that declarations have now, by kind and former name."""

    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])

    def now(self, kind: str, name: str) -> str:
        """What a declaration is called now."""
        return self.names.get(kind, {}).get(name, name)


NOTHING_RENAMED = Renamed()


def canon(value: object, renamed: Renamed = NOTHING_RENAMED) -> Hashable:
    """A form of a part of the model that is equal where the meaning is.

    A definition stands for itself, whatever it says, and so does a fact, whatever its type: what changes about those is
    theirs. Names are those that their declarations have now.
    """
    match value:
        case c.Defined():
            return "define", renamed.now("definitions", value.name)
        case c.FactRef():
            return "fact", renamed.now("facts", value.fact)
        case Placeholder():
            return "placeholder", renamed.now("facts", value.name), value.fallback
        case Mapping():
            members = cast("Mapping[object, object]", value)
            return tuple(sorted((str(key), repr(canon(member, renamed))) for key, member in members.items()))
        case tuple() | list():
            return tuple(canon(member, renamed) for member in cast("Sequence[object]", value))
        case frozenset():
            return tuple(sorted(map(repr, cast("frozenset[object]", value))))
        case _:
            return _plain(value, renamed)


def _plain(value: object, renamed: Renamed) -> Hashable:
    if not is_dataclass(value) or isinstance(value, type):
        return value
    members = ((one.name, getattr(value, one.name)) for one in fields(value) if one.compare)
    return type(value).__name__, *((name, member(name, held, renamed)) for name, held in members)


def member(name: str, held: object, renamed: Renamed) -> Hashable:
    """A field in that form."""
    kind = _NAMES.get(name)
    match held:
        case str() if kind is not None:
            return renamed.now(kind, held)
        case tuple() if kind is not None:
            return tuple(renamed.now(kind, str(each)) for each in cast("tuple[object, ...]", held))
        case _:
            return canon(held, renamed)
