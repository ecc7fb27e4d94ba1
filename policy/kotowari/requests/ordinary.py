"""Takes ordinary requests apart, and looks their facts up in the index at once, in code made for their shape.

A shape is which facts a request gives, nested by the parts of their names. The code for one shape checks that a request
has just these keys, and reads each value by the type of its fact. What is not ordinary (an unusual key, a value that
needs a second look, one that the fact does not take) it leaves alone: `kotowari.requests.request` and
`kotowari.requests.admit` read it or say what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias, cast

from kotowari.engine.index.index import Index
from kotowari.model.model import REQUEST_TEXT, Fact
from kotowari.model.types import Kind
from kotowari.record import record
from kotowari.requests.shape_code import Path, ShapeCode, Take

# The keys of a request, and the paths of its facts.
Shape: TypeAlias = tuple[tuple[str, ...], tuple[Path, ...]]

_KEYS: Final = frozenset({"id", "text", "facts"})
_DEEPEST: Final = 8
_MOST_FACTS: Final = 500
_MOST_SHAPES: Final = 256
_MOST_MET: Final = 4096


@record
class Form:
    """How requests of one shape are taken apart. `names` are their facts, in the order of the values.

    `unknown` are the rules that read something which requests of this shape leave unknown.
    """

    take: Take
    names: tuple[str, ...]
    unknown: int


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


def form_of(
    shape: Shape, writer: ShapeCode, facts: Mapping[str, Fact], index: Index, *, lenient: bool = False
) -> Form | None:
    """The form for requests of a shape; None where one of the facts takes values of other kinds, or is not declared.

    Those that are not declared are left aside where that is `lenient`.
    """
    keys, paths = shape
    declared = {path: facts[name] for path in paths if (name := ".".join(path)) in facts and not facts[name].built_in}
    names = {fact.name for fact in declared.values()}
    if (len(declared) < len(paths) and not lenient) or not all(map(_is_ordinary, declared.values())):
        return None
    take = writer.made(keys, paths, declared)
    aside = (".".join(path) for path in paths if path not in declared)
    return Form(
        take, (*(fact.name for fact in declared.values()), *aside), _unknown(facts, index, {*names, *_text_of(keys)})
    )


def _is_ordinary(fact: Fact) -> bool:
    """Values of sets are lists that can change later, and times depend on the offset of now."""
    return fact.type.kind not in {Kind.ANY_OF, Kind.TIME}


def _text_of(keys: Sequence[str]) -> tuple[str, ...]:
    return (REQUEST_TEXT,) if "text" in keys else ()


def _unknown(facts: Mapping[str, Fact], index: Index, given: set[str]) -> int:
    """The rules that read what is not given and has no default that counts for certain."""
    found = 0
    for name, fact in facts.items():
        if name not in given and not (fact.has_default and not fact.read_from):
            found |= index.reads.get(name, 0)
    return found


class Ordinary:
    """The forms for the shapes in which requests come, made when a shape is met again.

    Facts that are not declared make a request unusual, but for a `lenient` one.
    """

    def __init__(self, facts: Mapping[str, Fact], index: Index, *, lenient: bool = False) -> None:
        self._facts = facts
        self._index = index
        self._lenient = lenient
        self._code = ShapeCode(facts, index)
        self._forms: dict[Shape, Form] = {}
        self._met: set[int] = set()  # hashes: two shapes of one hash do no harm
        self.none = Form(lambda _, __: None, (), 0)

    def form(self, request: object) -> Form:
        """The form for requests like this one; `none`, which takes nothing, where it is not ordinary or comes alone."""
        shape = shape_of(request)
        if shape is None:
            return self.none
        form = self._forms.get(shape)
        if form is None and hash(shape) in self._met:
            form = form_of(shape, self._code, self._facts, self._index, lenient=self._lenient) or self.none
            _keep_few(self._forms, _MOST_SHAPES)
            self._forms[shape] = form
        if form is None:
            _keep_few(self._met, _MOST_MET)
            self._met.add(hash(shape))
        return form or self.none


def _keep_few(kept: dict[Shape, Form] | set[int], most: int) -> None:
    if len(kept) >= most:
        kept.clear()
