"""Writes code that takes requests of one shape apart: reads their values, and looks up which rules these leave."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date
from decimal import Decimal
from math import ceil, floor
from typing import Final, TypeAlias, cast

from kotowari.engine.index.index import Index
from kotowari.engine.index.tables import Table
from kotowari.model.model import Fact
from kotowari.model.types import Kind, Value
from kotowari.model.values import read_value
from kotowari.record import record

# What the code gives: of the rules that can apply today those that the facts leave; the text, the name and the values.
# Nothing where the request has another shape after all, or a value that is not ordinary.
Taken: TypeAlias = tuple[int, str | None, str | int | None, tuple[object, ...]]
Take: TypeAlias = Callable[[object, int], Taken | None]
# The parts of a fact's name.
Path: TypeAlias = tuple[str, ...]

_SMALL: Final = (1 << 30) - 1  # whole numbers up to it are compared quickest
_CHAIN: Final = 4
_MOST_NUMBERS: Final = 1 << 12  # of one fact that are kept
# What holds no facts, and cannot change later: the kinds of values that may be left aside.
_SINGLE: Final = frozenset({str, int, float, bool, type(None)})
_UNCHANGING: Final = (str, int, float, Decimal, date, type(None))


@record
class _Line:
    """The line that reads a value, and where rules read the fact, what leaves those that are not false.

    `share` is how many it leaves, on the average of all values.
    """

    check: str
    left: str | None = None
    share: float = 1.0


class ShapeCode:
    """Writes the code for the shapes of one policy's requests.

    What it needs of the policy stands in `names`, for all shapes once; of names only keys are in the source.
    """

    def __init__(self, facts: Mapping[str, Fact], index: Index) -> None:
        self._facts = facts
        self._index = index
        self._numbers = {name: number for number, name in enumerate(facts)}
        self._lines: dict[str, _Line] = {}
        self.names: dict[str, object] = {"single": _SINGLE}

    def made(self, keys: Sequence[str], paths: Sequence[Path], declared: Mapping[Path, Fact]) -> Take:
        """The function for requests with these keys and members, of which those `declared` are read.

        Every value is read first; then the rules that are left are narrowed down, what leaves least before the others.
        The values of members that are not declared come after those of the others.
        """
        read = [self._known_line(fact) for fact in declared.values()]
        values = [f"v{self._numbers[fact.name]}" for fact in declared.values()]
        aside = [path for path in paths if path not in declared]
        groups = _groups(paths)
        defaults = self._left_by_defaults({fact.name for fact in declared.values()})
        lines = [
            *_head(keys),
            *(_opened(groups) if "facts" in keys else ()),
            *(f"{value} = {_place(groups, path)}" for value, path in zip(values, declared, strict=True)),
            *_left_aside(groups, aside),
            *(line.check for line in read),
            *_narrowed([*([_Line("", "defaults", -1.0)] if defaults != self._index.all else []), *read]),
            f"return left, text, name, ({''.join(f'{value}, ' for value in (*values, *_names(aside)))})",
        ]
        body = "\n".join(f"        {line}" for line in lines)
        source = (
            f"def take(request, left):\n    try:\n{body}\n    except (KeyError, TypeError, ValueError): return None\n"
        )
        names = {**self.names, "defaults": defaults}
        exec(compile(source, "<request>", "exec"), names)  # noqa: S102 - keys stand in it as literals, no values
        return cast("Take", names["take"])

    def _known_line(self, fact: Fact) -> _Line:
        line = self._lines.get(fact.name)
        if line is None:
            line = self._lines[fact.name] = self._line(self._numbers[fact.name], fact)
        return line

    def _left_by_defaults(self, given: set[str]) -> int:
        """The rules that defaults do not rule out where just these facts are given."""
        silent = (fact for fact in self._facts.values() if fact.has_default and fact.name not in given)
        return self._index.left({fact.name: fact.default for fact in silent if not fact.read_from})

    # --- values -------------------------------------------------------------------------------------------------------

    def _line(self, number: int, fact: Fact) -> _Line:
        """How a value is read. What takes more than a look goes to `other`, which raises where it is not ordinary."""
        table = self._index.tables.get(fact.name)
        names, all_ = self.names, self._index.all
        names[f"other{number}"] = _other(fact, table, all_)
        match fact.type.kind:
            case Kind.FLAG:
                return self._flag(number, table)
            case Kind.ONE_OF:
                values = [value for value in (*fact.type.choices, None) if _is_taken(fact, value)]
                left = {value: table.left(value) if table else 0 for value in values}
                names[f"of{number}"] = left
                check = f"m{number} = of{number}[v{number}]"
                return _Line(check, f"m{number}" if table else None, self._share(list(left.values())))
            case Kind.WHOLE:
                return self._whole(number, fact, table)
            case _:
                return _Line(f"m{number} = other{number}(v{number})", f"m{number}" if table else None)

    def _flag(self, number: int, table: Table | None) -> _Line:
        if table is None:
            return _Line(f"if v{number} is not True and v{number} is not False: other{number}(v{number})")
        yes, no = (table.left(value) for value in (True, False))
        self.names[f"yes{number}"], self.names[f"no{number}"] = yes, no
        check = f"m{number} = yes{number} if v{number} is True else no{number} if v{number} is False"
        return _Line(f"{check} else other{number}(v{number})", f"m{number}", self._share([yes, no]))

    def _share(self, left: Sequence[int]) -> float:
        return sum(one.bit_count() for one in left) / (len(left) * max(1, len(self._index.names)))

    def _whole(self, number: int, fact: Fact, table: Table | None) -> _Line:
        """Whole numbers are looked up; where limits are few, comparing small ones with each is quicker."""
        value, other = f"v{number}", f"other{number}(v{number})"
        begins, left = table.ordered.whole() if table and table.ordered else ([], [self._index.all])
        if len(begins) > _CHAIN:
            self.names[f"at{number}"] = _Whole(fact, begins, left)
            check = f"m{number} = at{number}[{value}] if {value}.__class__ is int else {other}"
            return _Line(check, f"m{number}", self._share(left))
        low = max(ceil(fact.type.low), -_SMALL) if isinstance(fact.type.low, Decimal) else -_SMALL
        high = min(floor(fact.type.high), _SMALL) if isinstance(fact.type.high, Decimal) else _SMALL
        plain = f"{value}.__class__ is int and {low} <= {value} <= {high}"
        if table is None:
            return _Line(f"if not ({plain}): {other}")
        self.names.update({f"left{number}_{place}": one for place, one in enumerate(left)})
        chain = "".join(f"left{number}_{place} if {value} < {begin} else " for place, begin in enumerate(begins))
        found = f"({chain}left{number}_{len(begins)})"
        return _Line(f"m{number} = {found} if {plain} else {other}", f"m{number}", self._share(left))


class _Whole(dict[int, int]):
    """The rules that whole numbers leave, kept for the numbers that were met last: mostly they come again.

    Raises ValueError for a number that the fact does not take.
    """

    def __init__(self, fact: Fact, begins: Sequence[int], left: Sequence[int]) -> None:
        super().__init__()
        self._fact = fact
        self._begins = begins
        self._left = left

    def __missing__(self, number: int) -> int:
        _value(self._fact, number)
        if len(self) >= _MOST_NUMBERS:
            self.clear()
        found = self[number] = self._left[bisect_right(self._begins, number)]
        return found


def _groups(paths: Sequence[Path]) -> dict[Path, set[str]]:
    """Every object of facts by its path, with the keys of its members; what holds another comes before it."""
    members: dict[Path, set[str]] = {(): set()}
    for path in paths:
        for depth, step in enumerate(path):
            members.setdefault(path[:depth], set()).add(step)
    return members


def _opened(groups: Mapping[Path, set[str]]) -> Iterator[str]:
    """Opens every object of facts; those that have as many members as are looked up have no others."""
    for number, (path, steps) in enumerate(groups.items()):
        place = _place(groups, path) if path else "request['facts']"
        yield f"g{number} = {place}"
        yield f"if g{number}.__class__ is not dict or len(g{number}) != {len(steps)}: return None"


def _left_aside(groups: Mapping[Path, set[str]], paths: Sequence[Path]) -> Iterator[str]:
    """Sees that the members which are not declared are these, and that no declared fact is within them."""
    for name, path in zip(_names(paths), paths, strict=True):
        yield f"{name} = {_place(groups, path)}"
        yield f"if {name}.__class__ is not str and {name}.__class__ not in single: return None"


def _names(aside: Sequence[Path]) -> list[str]:
    return [f"u{number}" for number in range(len(aside))]


def _place(groups: Mapping[Path, set[str]], path: Path) -> str:
    return f"g{list(groups).index(path[:-1])}[{path[-1]!r}]"


def _head(keys: Sequence[str]) -> Iterator[str]:
    yield f"if request.__class__ is not dict or len(request) != {len(keys)}: return None"
    if "text" in keys:
        yield "text = request['text']"
        yield "if text.__class__ is not str: return None"
    else:
        yield "text = None"
    if "id" in keys:
        yield "name = request['id']"
        yield "if name.__class__ is not str and (name.__class__ is not int or name.bit_length() > 112): return None"
    else:
        yield "name = None"


def _narrowed(lines: Sequence[_Line]) -> Iterator[str]:
    """Narrows down the rules that are left; nothing is worked out for those that are gone already."""
    cutting = sorted((line for line in lines if line.left), key=lambda line: line.share)
    cuts = [line.left for line in cutting if line.left]
    for start in range(0, len(cuts), 3):
        yield f"if left: left &= {' & '.join(cuts[start : start + 3])}"


def _value(fact: Fact, raw: object) -> Value:
    """The value that is given; raises TypeError or ValueError where another than this code has to look at it."""
    if not isinstance(raw, _UNCHANGING):
        raise TypeError
    return read_value(fact.type, raw, offset=UTC)


def _is_taken(fact: Fact, value: Value) -> bool:
    """Whether a value is taken for just what it is; a choice called `None` is taken for none, or for nothing."""
    try:
        return read_value(fact.type, value, offset=UTC) == value
    except ValueError:
        return False


def _other(fact: Fact, table: Table | None, all_: int) -> Callable[[object], int]:
    def other(raw: object) -> int:
        value = _value(fact, raw)
        return table.left(value) if table else all_

    return other
