"""Which requests are ordinary: those that can be taken apart by their shape, without a look at what they are.

A shape is which facts a request gives, nested by the parts of their names. What takes requests of one shape apart is
made once; it checks that a request has just these keys, and reads each value by the type of its fact. What is not
ordinary (an unusual key, a value that needs a second look, one that the fact does not take) it leaves alone:
`kotowari.requests.request` and `kotowari.requests.admit` read it or say what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Generic, TypeAlias, TypeVar, cast

from kotowari.engine.index.index import Index
from kotowari.model.model import REQUEST_TEXT, Fact
from kotowari.model.types import Kind
from kotowari.record import record

# The parts of a fact's name.
Path: TypeAlias = tuple[str, ...]
# The keys of a request, and the paths of its facts.
Shape: TypeAlias = tuple[tuple[str, ...], tuple[Path, ...]]

_KEYS: Final = frozenset({"id", "text", "facts"})
_DEEPEST: Final = 8
_MOST_FACTS: Final = 500
_MOST_GROUPS: Final = 64
_MOST_SHAPES: Final = 256
_MOST_MET: Final = 4096


@record
class Parts:
    """What requests of one shape consist of, in the order in which they are taken apart.

    `groups` are the objects of facts by their paths, each after the one that holds it, with how many members they have.
    Of the members those that are `declared` are read; the others are left `aside`. `defaults` are the rules that facts
    which are not given leave by their defaults, `unknown` those that read something which stays unknown.
    """

    keys: tuple[str, ...]
    groups: Mapping[Path, int]
    declared: Mapping[Path, Fact]
    aside: tuple[Path, ...]
    defaults: int
    unknown: int

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all facts: those that are read, then the others."""
        return (*(fact.name for fact in self.declared.values()), *map(".".join, self.aside))


def shape_of(request: object) -> Shape | None:
    """The shape of a request; None where it is not an ordinary one."""
    if type(request) is not dict:
        return None
    members = cast("dict[object, object]", request)
    facts = members.get("facts", {})
    if not _KEYS.issuperset(members) or type(facts) is not dict:
        return None
    try:
        paths = tuple(_paths(cast("dict[object, object]", facts), ()))
    except _UnusualError:
        return None
    return (tuple(cast("dict[str, object]", request)), paths) if len(paths) <= _MOST_FACTS else None


class _UnusualError(Exception):
    """A request has a key that is not ordinary."""


def _paths(facts: Mapping[object, object], above: Path) -> Iterator[Path]:
    for key, value in facts.items():
        if type(key) is not str or not key.isascii() or "." in key or len(above) == _DEEPEST:
            raise _UnusualError
        if type(value) is dict:
            yield from _paths(cast("dict[object, object]", value), (*above, key))
        elif isinstance(value, Mapping):
            raise _UnusualError
        else:
            yield (*above, key)


def parts_of(shape: Shape, facts: Mapping[str, Fact], index: Index, *, lenient: bool = False) -> Parts | None:
    """The parts of requests of a shape; None where one of the facts takes values of other kinds, or is not declared.

    Those that are not declared are left aside where that is `lenient`.
    """
    keys, paths = shape
    declared = {path: facts[name] for path in paths if (name := ".".join(path)) in facts and not facts[name].built_in}
    if (len(declared) < len(paths) and not lenient) or not all(map(_is_ordinary, declared.values())):
        return None
    groups = _groups(paths) if "facts" in keys else {}
    if len(groups) > _MOST_GROUPS:
        return None
    names = {fact.name for fact in declared.values()}
    return Parts(
        keys=keys,
        groups=groups,
        declared=declared,
        aside=tuple(path for path in paths if path not in declared),
        defaults=_left_by_defaults(facts, index, names),
        unknown=_unknown(facts, index, {*names, *_text_of(keys)}) | _by_text(index),
    )


def _groups(paths: Sequence[Path]) -> dict[Path, int]:
    """Every object of facts by its path, with how many members it has; what holds another comes before it."""
    members: dict[Path, set[str]] = {(): set()}
    for path in paths:
        for depth, step in enumerate(path):
            members.setdefault(path[:depth], set()).add(step)
    return {path: len(steps) for path, steps in members.items()}


def _left_by_defaults(facts: Mapping[str, Fact], index: Index, given: set[str]) -> int:
    """The rules that defaults do not rule out where just these facts are given."""
    silent = (fact for fact in facts.values() if fact.has_default and fact.name not in given)
    return index.left({fact.name: fact.default for fact in silent if not fact.read_from})


def _is_ordinary(fact: Fact) -> bool:
    """Values of sets are lists that can change later, and times depend on the offset of now."""
    return fact.type.kind not in {Kind.ANY_OF, Kind.TIME}


def _text_of(keys: Sequence[str]) -> tuple[str, ...]:
    return (REQUEST_TEXT,) if "text" in keys else ()


def _by_text(index: Index) -> int:
    """The rules that hang on the text of a request itself, and not on what it is about: they take a judge."""
    table = index.tables.get(REQUEST_TEXT)
    if table is None:
        return 0
    found = table.other
    for rules in table.listed.values():
        found |= rules
    return found


def _unknown(facts: Mapping[str, Fact], index: Index, given: set[str]) -> int:
    """The rules that read what is not given and has no default that counts for certain."""
    found = 0
    for name, fact in facts.items():
        if name not in given and not (fact.has_default and not fact.read_from):
            found |= index.reads.get(name, 0)
    return found


# What takes requests of one shape apart.
Form = TypeVar("Form")


class Ordinary(Generic[Form]):
    """What takes requests apart, for the shapes in which they come, made when a shape is met again.

    Facts that are not declared make a request unusual, but for a `lenient` one.
    """

    def __init__(
        self, facts: Mapping[str, Fact], index: Index, made: Callable[[Parts], Form], *, lenient: bool = False
    ) -> None:
        self._facts = facts
        self._index = index
        self._made = made
        self._lenient = lenient
        self._forms: dict[Shape, Form | None] = {}
        self._met: set[int] = set()  # hashes: two shapes of one hash do no harm

    def form(self, request: object) -> Form | None:
        """What takes requests like this one apart; None where it is not ordinary or comes alone."""
        shape = shape_of(request)
        if shape is None:
            return None
        if shape in self._forms:
            return self._forms[shape]
        if hash(shape) not in self._met:
            _keep_few(self._met, _MOST_MET)
            self._met.add(hash(shape))
            return None
        parts = parts_of(shape, self._facts, self._index, lenient=self._lenient)
        _keep_few(self._forms, _MOST_SHAPES)
        form = self._forms[shape] = None if parts is None else self._made(parts)
        return form


def _keep_few(kept: dict[Shape, Form | None] | set[int], most: int) -> None:
    if len(kept) >= most:
        kept.clear()
