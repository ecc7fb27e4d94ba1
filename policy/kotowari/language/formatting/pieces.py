"""The words of a clause as they are written out, each with how it is joined to the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from enum import Enum, auto

from kotowari.diagnostics.display import columns
from kotowari.language.formatting.prose import Prose
from kotowari.language.formatting.tree import Part, Tree, clings, name_of
from kotowari.language.tokens import Leaf
from kotowari.record import record

# Read for the sake of those who write programs, and written in the words of the language.
_WORDS = {"<=": "at most", ">=": "at least", "<": "less than", ">": "more than", "=": "is", "!=": "is not"}
# Before these a clause that is too long may go on in the next line.
_STARTS_LINE = frozenset({"to", "within", "labelled", "granting", "because", "givens", "gives", "note_part"})


class Join(Enum):
    """What stands between a piece and the one before it; `FILL` is a line break where the line has no more room."""

    GLUE = auto()
    SPACE = auto()
    FILL = auto()
    BREAK = auto()
    """A line break where the junction that it belongs to does not fit on its line."""


@record(eq=False)
class Junction:
    """Conditions joined by `and` or `or`: they stand on one line, or each on its own."""


@record
class Piece:
    """A word, a mark or a string. `depth` says how deep in brackets and junctions it stands.

    `junction` is the one that a `BREAK` belongs to; `opens` and `closes` are the junctions that begin and end here, the
    outer ones first.
    """

    leaf: Leaf
    text: str | Prose
    join: Join = Join.SPACE
    depth: int = 0
    junction: Junction | None = None
    opens: tuple[Junction, ...] = ()
    closes: tuple[Junction, ...] = field(default=(), repr=False)

    @property
    def flat(self) -> str:
        """The piece on one line."""
        return self.text.flat if isinstance(self.text, Prose) else self.text

    @property
    def is_one_line(self) -> bool:
        """Whether it can stand on one line."""
        return not isinstance(self.text, Prose) or self.text.is_one_line


def pieces(source: str, parts: Iterable[Part], depth: int = 0) -> list[Piece]:
    """The pieces of some parts of a text."""
    found: list[Piece] = []
    for part in parts:
        found += _pieces(source, part, depth)
    return list(_after_commas(found))


def flat(found: Iterable[Piece]) -> str:
    """Pieces on one line."""
    return "".join(piece.flat if piece.join is Join.GLUE else f" {piece.flat}" for piece in found).removeprefix(" ")


def width(found: Iterable[Piece]) -> int:
    """How many columns pieces take on one line."""
    return columns(flat(found))


def _after_commas(found: Iterable[Piece]) -> Iterator[Piece]:
    behind_comma = False
    for piece in found:
        yield replace(piece, join=Join.FILL) if behind_comma and not clings(piece.leaf) else piece
        behind_comma = piece.text == ","


def _pieces(source: str, part: Part, depth: int) -> list[Piece]:
    if isinstance(part, Leaf):
        return [_piece(source, part, depth)]
    match part.name:
        case "junction" if len(part.parts) > 1:
            return _junction(source, part, depth)
        case "group":
            return _group(source, part, depth)
        case "percent":
            return _rejoined(source, part, Join.GLUE, depth)
        case "length":
            return _length(source, part, depth)
        case "sum":
            return _rejoined(source, part, Join.FILL, depth)
        case "example":
            return _example(source, part, depth)
        case "allow":
            *found, because, reason = (piece for inner in part.parts for piece in _pieces(source, inner, depth))
            return [*found, replace(because, join=Join.FILL), reason]
        case "pattern" | "quoted":
            return [_unbroken(piece) for inner in part.parts for piece in _pieces(source, inner, depth)]
        case _:
            found = [piece for inner in part.parts for piece in _pieces(source, inner, depth)]
            return [replace(found[0], join=Join.FILL), *found[1:]] if part.name in _STARTS_LINE else found


def _only(source: str, part: Part, depth: int) -> Piece:
    (piece,) = _pieces(source, part, depth)
    return piece


def _piece(source: str, leaf: Leaf, depth: int) -> Piece:
    match leaf.terminal:
        case "STRING":
            return Piece(leaf, Prose.of(leaf.text), depth=depth)
        case "REGEX":
            # As it was written: full-width marks in it may be meant.
            return Piece(leaf, f"/{source[leaf.start + 1 : leaf.end - 1]}/", depth=depth)
        case _:
            glued = leaf.text in {",", ")"}
            return Piece(leaf, _WORDS.get(leaf.text, leaf.text), Join.GLUE if glued else Join.SPACE, depth)


def _unbroken(piece: Piece) -> Piece:
    """A pattern, or a word in quotes, is looked for as one: it stands on one line, however long."""
    return replace(piece, text=piece.flat) if piece.is_one_line else piece


def _rejoined(source: str, part: Tree, join: Join, depth: int) -> list[Piece]:
    """What stands behind the first part: a percent sign, or `plus` with its amount."""
    first, sign, *others = part.parts
    joined = replace(_only(source, sign, depth), join=join)
    return [*_pieces(source, first, depth), joined, *(piece for it in others for piece in _pieces(source, it, depth))]


def _length(source: str, part: Tree, depth: int) -> list[Piece]:
    amount, unit = (_only(source, inner, depth) for inner in part.parts)
    one = unit.flat.removesuffix("s")
    return [amount, replace(unit, text=one if amount.text == "1" else f"{one}s")]


def _example(source: str, part: Tree, depth: int) -> list[Piece]:
    """What is given with a text stands below it where both do not fit on one line."""
    givens = next((place for place, inner in enumerate(part.parts) if name_of(inner) == "givens"), 0)
    if givens < 2:
        return pieces(source, part.parts, depth)
    junction = Junction()
    first, *text = pieces(source, part.parts[:givens], depth)
    word, *others = pieces(source, part.parts[givens:], depth + 1)
    last = replace(others[-1], closes=(junction,))
    below = replace(word, join=Join.BREAK, junction=junction, depth=depth)
    return [replace(first, opens=(junction,)), *text, below, *others[:-1], last]


def _junction(source: str, part: Tree, depth: int) -> list[Piece]:
    junction = Junction()
    found: list[Piece] = []
    for place, inner in enumerate(part.parts):
        made = _pieces(source, inner, depth + 1 - place % 2)
        found += [replace(made[0], join=Join.BREAK, junction=junction)] if place % 2 else made
    found[0] = replace(found[0], opens=(junction, *found[0].opens))
    found[-1] = replace(found[-1], closes=(junction, *found[-1].closes))
    return found


def _group(source: str, part: Tree, depth: int) -> list[Piece]:
    opening, inner, closing = part.parts
    first, *rest = _pieces(source, inner, depth + 1)
    return [
        _only(source, opening, depth),
        replace(first, join=Join.GLUE),
        *rest,
        _only(source, closing, depth),
    ]


def is_multiple_junction(condition: Part) -> bool:
    """Whether a condition is several joined ones."""
    while isinstance(condition, Tree) and len(condition.parts) == 1:
        (condition,) = condition.parts
    return name_of(condition) == "junction"
