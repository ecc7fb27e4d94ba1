"""Writes code that takes requests of one shape apart: reads their values, and looks up which rules these leave."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias, cast

from kotowari.engine.index.index import Index
from kotowari.model.model import Fact
from kotowari.record import record
from kotowari.requests.looks import Choice, Flag, Whole, look_at, value_of
from kotowari.requests.ordinary import Parts, Path

# What the code gives: of the rules that can apply today those that the facts leave; the text, the name and the values.
# Nothing where the request has another shape after all, or a value that is not ordinary.
Taken: TypeAlias = tuple[int, str | None, str | int | None, tuple[object, ...]]
Take: TypeAlias = Callable[[object, int], Taken | None]

_SMALL: Final = (1 << 30) - 1  # whole numbers up to it are compared quickest
_CHAIN: Final = 4
_MOST_NUMBERS: Final = 1 << 12  # of one fact that are kept
# What holds no facts, and cannot change later: the kinds of values that may be left aside.
_SINGLE: Final = frozenset({str, int, float, bool, type(None)})


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
        self._index = index
        self._numbers = {name: number for number, name in enumerate(facts)}
        self._lines: dict[str, _Line] = {}
        self.names: dict[str, object] = {"single": _SINGLE}

    def take(self, parts: Parts) -> Take:
        """The function that takes requests of these parts apart.

        Every value is read first; then the rules that are left are narrowed down, what leaves least before the others.
        The values of members that are not declared come after those of the others.
        """
        read = [self._known_line(fact) for fact in parts.declared.values()]
        values = [f"v{self._numbers[fact.name]}" for fact in parts.declared.values()]
        places = _places(parts)
        lines = [
            *_head(parts.keys),
            *_opened(parts, places),
            *(f"{value} = {places(path)}" for value, path in zip(values, parts.declared, strict=True)),
            *_left_aside(parts, places),
            *(line.check for line in read),
            *_narrowed([*([_Line("", "defaults", -1.0)] if parts.defaults != self._index.all else []), *read]),
            f"return left, text, name, ({''.join(f'{value}, ' for value in (*values, *_names(parts)))})",
        ]
        body = "\n".join(f"        {line}" for line in lines)
        source = (
            f"def take(request, left):\n    try:\n{body}\n    except (KeyError, TypeError, ValueError): return None\n"
        )
        names = {**self.names, "defaults": parts.defaults}
        exec(compile(source, "<request>", "exec"), names)  # noqa: S102 - keys stand in it as literals, no values
        return cast("Take", names["take"])

    def _known_line(self, fact: Fact) -> _Line:
        line = self._lines.get(fact.name)
        if line is None:
            line = self._lines[fact.name] = self._line(self._numbers[fact.name], fact)
        return line

    # --- values -------------------------------------------------------------------------------------------------------

    def _line(self, number: int, fact: Fact) -> _Line:
        """How a value is read. What takes more than a look goes to `other`, which raises where it is not ordinary."""
        look = look_at(fact, self._index)
        self.names[f"other{number}"] = look.other
        match look.way:
            case Flag(yes=yes, no=no) if look.narrows:
                self.names[f"yes{number}"], self.names[f"no{number}"] = yes, no
                check = f"m{number} = yes{number} if v{number} is True else no{number} if v{number} is False"
                check = f"{check} else other{number}(v{number})"
            case Flag():
                check = f"if v{number} is not True and v{number} is not False: other{number}(v{number})"
            case Choice(left=left):
                self.names[f"of{number}"] = left
                plain = f"v{number}.__class__ is str or v{number} is None"
                check = f"m{number} = of{number}[v{number}] if {plain} else other{number}(v{number})"
            case Whole() as way:
                check = self._whole(number, fact, way, narrows=look.narrows)
            case _:
                check = f"m{number} = other{number}(v{number})"
        return _Line(check, f"m{number}" if look.narrows else None, look.share)

    def _whole(self, number: int, fact: Fact, way: Whole, *, narrows: bool) -> str:
        """Whole numbers are looked up; where limits are few, comparing small ones with each is quicker."""
        value, other = f"v{number}", f"other{number}(v{number})"
        if len(way.begins) > _CHAIN:
            self.names[f"at{number}"] = _KeptNumbers(fact, way.begins, way.left)
            return f"m{number} = at{number}[{value}] if {value}.__class__ is int else {other}"
        low = -_SMALL if way.low is None else max(way.low, -_SMALL)
        high = _SMALL if way.high is None else min(way.high, _SMALL)
        plain = f"{value}.__class__ is int and {low} <= {value} <= {high}"
        if not narrows:
            return f"if not ({plain}): {other}"
        self.names.update({f"left{number}_{place}": one for place, one in enumerate(way.left)})
        chain = "".join(f"left{number}_{place} if {value} < {begin} else " for place, begin in enumerate(way.begins))
        return f"m{number} = ({chain}left{number}_{len(way.begins)}) if {plain} else {other}"


class _KeptNumbers(dict[int, int]):
    """The rules that whole numbers leave, kept for the numbers that were met last: mostly they come again.

    Raises ValueError for a number that the fact does not take.
    """

    def __init__(self, fact: Fact, begins: Sequence[int], left: Sequence[int]) -> None:
        super().__init__()
        self._fact = fact
        self._begins = begins
        self._left = left

    def __missing__(self, number: int) -> int:
        value_of(self._fact, number)
        if len(self) >= _MOST_NUMBERS:
            self.clear()
        found = self[number] = self._left[bisect_right(self._begins, number)]
        return found


def _places(parts: Parts) -> Callable[[Path], str]:
    """How the member of a path is read from the group that holds it."""
    groups = list(parts.groups)
    return lambda path: f"g{groups.index(path[:-1])}[{path[-1]!r}]"


def _opened(parts: Parts, place: Callable[[Path], str]) -> Iterator[str]:
    """Opens every object of facts; those that have as many members as are looked up have no others."""
    for number, (path, members) in enumerate(parts.groups.items()):
        opened = place(path) if path else "request['facts']"
        yield f"g{number} = {opened}"
        yield f"if g{number}.__class__ is not dict or len(g{number}) != {members}: return None"


def _left_aside(parts: Parts, place: Callable[[Path], str]) -> Iterator[str]:
    """Sees that the members which are not declared are these, and that no declared fact is within them."""
    for name, path in zip(_names(parts), parts.aside, strict=True):
        yield f"{name} = {place(path)}"
        yield f"if {name}.__class__ is not str and {name}.__class__ not in single: return None"


def _names(parts: Parts) -> list[str]:
    return [f"u{number}" for number in range(len(parts.aside))]


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
