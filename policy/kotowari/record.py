"""Dataclasses with slots, whose methods are compiled when they are first called.

`dataclass(frozen=True, slots=True)` compiles some six functions for each class when its module is imported. A short run
of the command line spent most of its time on that, and then called few of them; here nothing is compiled but what is
called. Objects are made, compared, copied (`dataclasses.replace`), listed (`dataclasses.fields`), matched and pickled
as those of a dataclass are, and making one takes half the time.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import Final, TypeVar, cast, dataclass_transform, overload

from kotowari.cached import cached_property

_T = TypeVar("_T")
_PLAN: Final = "__record__"
# What Python adds to every class, and to a new one again.
_ADDED: Final = frozenset({"__dict__", "__weakref__"})
_CACHING: Final = frozenset({cached_property, functools.cached_property})


@overload
def record(cls: type[_T], /) -> type[_T]: ...


@overload
def record(*, frozen: bool = True, eq: bool = True) -> Callable[[type[_T]], type[_T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field, Field))
def record(
    cls: type[_T] | None = None, /, *, frozen: bool = True, eq: bool = True
) -> type[_T] | Callable[[type[_T]], type[_T]]:
    """A class whose objects hold what its annotations name, as `dataclass` reads them.

    They cannot be changed where they are `frozen`; without `eq`, each equals itself alone. Where the class has cached
    properties, its objects have a `__dict__` for these. A base class is a record as well, or has no fields.
    """
    if cls is None:
        return lambda cls: _record(cls, frozen=frozen, eq=eq)
    return _record(cls, frozen=frozen, eq=eq)


class _Plan:
    """What is known of a class: for each field its annotation and what the class says of it, MISSING for nothing."""

    __slots__ = ("fields", "frozen", "own", "owner", "setters")

    def __init__(self, fields: Mapping[str, tuple[str, object]], own: Collection[str], *, frozen: bool) -> None:
        self.fields = fields
        self.own = own  # the methods that the class has written itself
        self.frozen = frozen

    def settle(self, owner: type) -> None:
        """Take up what is known once the class is made."""
        self.owner = owner
        slots = (cast("MemberDescriptorType", getattr(owner, name)) for name in self.fields)
        self.setters: tuple[Callable[[object, object], None], ...] = tuple(slot.__set__ for slot in slots)

    def taken(self) -> tuple[str, ...]:
        """The fields that can be given by their places."""
        by_name = {name for name, (_, said) in self.fields.items() if getattr(said, "kw_only", False) is True}
        return tuple(name for name in self.chosen("init") if name not in by_name)

    def chosen(self, aspect: str) -> tuple[str, ...]:
        """The fields that take part in `init`, `compare` or `repr`."""
        return tuple(
            name
            for name, (_, said) in self.fields.items()
            if not isinstance(said, Field) or getattr(cast("Field[object]", said), aspect)
        )


def _record(cls: type[_T], *, frozen: bool, eq: bool) -> type[_T]:
    inherited = dict[str, tuple[str, object]]()
    for base in reversed(cls.__mro__):
        if hasattr(base, _PLAN):
            inherited |= _plan(base).fields
    body = {name: value for name, value in cls.__dict__.items() if name not in _ADDED}
    kinds = cast("dict[str, str]", cls.__annotations__)
    own = {name: (kind, body.pop(name, MISSING)) for name, kind in kinds.items() if not kind.startswith("ClassVar")}
    for name, (_, said) in own.items():
        _refuse_to_share(name, said)
    if "__eq__" in body and body.get("__hash__") is None:
        body.pop("__hash__", None)  # Python has put it there
    plan = _Plan(inherited | own, frozenset(body), frozen=frozen)
    slots = [name for name in own if name not in inherited]
    if _caches(body) and not any(base.__dictoffset__ for base in cls.__bases__):
        slots.append("__dict__")
    body |= {_PLAN: plan, "__slots__": tuple(slots), "__match_args__": plan.taken()}
    body["__qualname__"] = cls.__qualname__
    # Slots are given when a class is made, so this is a second one, as with `dataclass`.
    again = cast("Callable[[str, tuple[type, ...], dict[str, object]], type[_T]]", type(cls))
    made = again(cls.__name__, cls.__bases__, _METHODS[frozen, eq] | body)
    plan.settle(made)
    return made


def _refuse_to_share(name: str, said: object) -> None:
    default: object = cast("Field[object]", said).default if isinstance(said, Field) else said
    if default is not MISSING and default.__class__.__hash__ is None:
        raise ValueError(f"one {default.__class__.__name__} as the default of {name} would be shared: give a factory")


def _caches(body: Mapping[str, object]) -> bool:
    return any(value.__class__ in _CACHING for value in body.values())


def _plan(of: object) -> _Plan:
    plan: _Plan = getattr(of, _PLAN)
    return plan


# --- what every record has until it is needed -------------------------------------------------------------------------


def _init(self: object, *args: object, **kwargs: object) -> None:
    _compiled(self, "__init__", _init_source)(self, *args, **kwargs)


def _eq(self: object, other: object) -> object:
    return _compiled(self, "__eq__", _eq_source)(self, other)


def _hash(self: object) -> int:
    return cast("int", _compiled(self, "__hash__", _hash_source)(self))


@recursive_repr()
def _repr(self: object) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name in _plan(self).chosen("repr"))
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _getstate(self: object) -> list[object]:
    return [getattr(self, name) for name in _plan(self).fields]


def _setstate(self: object, state: list[object]) -> None:
    plan: _Plan = getattr(self, _PLAN)
    for put, value in zip(plan.setters, state, strict=True):
        put(self, value)


def _refuse_to_set(_: object, name: str, __: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Listed:
    """What the functions of `dataclasses` look for, worked out when one of them does."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, _: object, cls: type) -> object:
        plan = _plan(cls)
        owner = plan.owner
        body: dict[str, object] = {"__doc__": owner.__doc__ or "", "__module__": owner.__module__}
        body["__annotations__"] = {name: kind for name, (kind, _) in plan.fields.items()}
        body |= {name: said for name, (_, said) in plan.fields.items() if said is not MISSING}
        like: type = dataclass(init=False, repr=False, eq=False, frozen=plan.frozen)(type(owner.__name__, (), body))
        for name in ("__dataclass_fields__", "__dataclass_params__"):
            setattr(owner, name, getattr(like, name))
        return getattr(like, self._name)


_ALWAYS: Final[Mapping[str, object]] = {
    "__init__": _init,
    "__repr__": _repr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
    "__dataclass_fields__": _Listed("__dataclass_fields__"),
    "__dataclass_params__": _Listed("__dataclass_params__"),
}
_REFUSING: Final[Mapping[str, object]] = {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
# By whether a record is frozen, and compared.
_METHODS: Final[Mapping[tuple[bool, bool], dict[str, object]]] = {
    (True, True): {**_ALWAYS, **_REFUSING, "__eq__": _eq, "__hash__": _hash},
    (True, False): {**_ALWAYS, **_REFUSING},
    (False, True): {**_ALWAYS, "__eq__": _eq, "__hash__": None},
    (False, False): {**_ALWAYS},
}


# --- compiling --------------------------------------------------------------------------------------------------------


def _compiled(self: object, name: str, source: Callable[[_Plan, dict[str, object]], str]) -> Callable[..., object]:
    """The compiled method, put in the place of the one that has just been called.

    That is the method of the nearest class that has not written its own, which may have called this one.
    """
    plans = (_plan(cls) for cls in type(self).__mro__ if _PLAN in cls.__dict__)
    plan = next(plan for plan in plans if name not in plan.own)
    owner = plan.owner
    names: dict[str, object] = {}
    exec(source(plan, names), names)  # noqa: S102 - made of the names of fields alone
    method = cast("Callable[..., object]", names[name])
    method.__qualname__ = f"{owner.__qualname__}.{name}"
    method.__module__ = owner.__module__
    setattr(owner, name, method)
    return method


def _init_source(plan: _Plan, names: dict[str, object]) -> str:
    """`__init__`, which puts each value into its slot: the quickest way, and one that frozen objects leave open."""
    names["_missing"] = MISSING
    taken, by_name, lines = ["self"], list[str](), list[str]()
    for (name, (_, said)), put in zip(plan.fields.items(), plan.setters, strict=True):
        each = cast("Field[object]", said if isinstance(said, Field) else field(default=said))
        names |= {f"_set_{name}": put, f"_default_{name}": each.default, f"_make_{name}": each.default_factory}
        if not each.init:  # else `__post_init__` gives it
            if each.default_factory is not MISSING:
                lines.append(f"_set_{name}(self, _make_{name}())")
            elif each.default is not MISSING:
                lines.append(f"_set_{name}(self, _default_{name})")
            continue
        place = by_name if each.kw_only is True else taken
        if each.default_factory is not MISSING:
            place.append(f"{name}=_missing")
            lines.append(f"_set_{name}(self, _make_{name}() if {name} is _missing else {name})")
        else:
            place.append(name if each.default is MISSING else f"{name}=_default_{name}")
            lines.append(f"_set_{name}(self, {name})")
    taken += ["*", *by_name] if by_name else ()
    lines.append("self.__post_init__()" if hasattr(plan.owner, "__post_init__") else "return")
    return "\n    ".join((f"def __init__({', '.join(taken)}):", *lines))


def _eq_source(plan: _Plan, _: dict[str, object]) -> str:
    compared = plan.chosen("compare")
    mine, others = (_values(of, compared) for of in ("self", "other"))
    return (
        "def __eq__(self, other):\n"
        "    if other.__class__ is self.__class__:\n"
        f"        return {mine} == {others}\n"
        "    return NotImplemented\n"
    )


def _hash_source(plan: _Plan, _: dict[str, object]) -> str:
    return f"def __hash__(self):\n    return hash({_values('self', plan.chosen('compare'))})\n"


def _values(of: str, names: tuple[str, ...]) -> str:
    return f"({''.join(f'{of}.{name}, ' for name in names)})"
