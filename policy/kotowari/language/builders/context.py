"""What every maker of nodes needs: places, names, strings, numbers, and where to put what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias, TypeVar

from kotowari.diagnostics.diagnostic import Diagnostic, Note
from kotowari.diagnostics.said import say
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.language.stack import Kid
from kotowari.language.strings import read_string
from kotowari.language.tokens import Leaf
from kotowari.record import record

# Nesting is walked by functions that call themselves.
DEEPEST = 50
MOST_DIGITS = 34

T = TypeVar("T")
Maker: TypeAlias = "Callable[[Context, list[Kid]], Kid]"
Makers: TypeAlias = Mapping[str, Maker]


@record
class Context:
    """The source whose nodes are made, and the diagnostics of it."""

    source: Source
    faults: list[Diagnostic]

    def span(self, kids: Sequence[Kid]) -> Span:
        """From the first to the last of `kids`."""
        return self.place(kids[0]).to(self.place(kids[-1]))

    def place(self, kid: Kid) -> Span:
        """Where `kid` stands."""
        match kid:
            case Leaf():
                return Span(self.source.name, kid.start, kid.end)
            case n.Node():
                return kid.span
            case tuple():
                return self.span(kid)

    def fault(self, code: str, message: str, span: Span, help_: str, notes: tuple[Note, ...] = ()) -> None:
        """One more diagnostic."""
        self.faults.append(Diagnostic(code, message, span, help=help_, notes=notes))

    def name(self, kid: Kid) -> n.Name:
        """A word taken as a name."""
        return n.Name(self.place(kid), word(kid))

    def string(self, kid: Kid) -> n.String:
        """A text in quotes."""
        leaf = a(Leaf, kid)
        return read_string(self.source, leaf.start, leaf.end, leaf.text)

    def decimal(self, kid: Kid) -> Decimal:
        """A number, which has few enough digits to be reckoned with exactly."""
        digits = word(kid).replace("_", "")
        if len(digits.lstrip("-").replace(".", "")) > MOST_DIGITS:
            self.fault(
                "number-too-long",
                say("a number has at most {most} digits", most=MOST_DIGITS),
                self.place(kid),
                say("use a larger unit, or fewer decimals"),
            )
            return Decimal(1)
        return Decimal(digits)


def a(kind: type[T], kid: object) -> T:
    """`kid`, which the grammar lets be nothing else."""
    assert isinstance(kid, kind), kid
    return kid


def expression(kid: Kid) -> n.Expression:
    """`kid` as an expression."""
    assert isinstance(kid, n.Expression)
    return kid


def literal(kid: Kid) -> n.Literal:
    """`kid` as a value written in the policy."""
    assert isinstance(kid, n.Literal)
    return kid


def condition(kid: Kid) -> n.Condition:
    """`kid` as a condition."""
    assert isinstance(kid, n.Condition)
    return kid


def word(kid: Kid) -> str:
    """The text of a leaf."""
    return a(Leaf, kid).text


def phrase(kids: Iterable[Kid]) -> str:
    """The text of several leaves, such as `at most`."""
    return " ".join(word(kid) for kid in kids)


def only(kind: type[T], kids: Iterable[Kid] | Kid) -> tuple[T, ...]:
    """Those of `kids` that are of this kind."""
    assert isinstance(kids, list | tuple)
    return tuple(kid for kid in kids if isinstance(kid, kind))


def groups(kids: Iterable[Kid]) -> list[tuple[Kid, ...]]:
    """Those of `kids` that were kept as they are."""
    return [kid for kid in kids if isinstance(kid, tuple)]


def group(kid: Kid) -> tuple[Kid, ...]:
    """`kid` as parts that were kept as they are."""
    assert isinstance(kid, tuple)
    return kid


def kept(kids: Iterable[Kid], first: str) -> list[tuple[Kid, ...]]:
    """Those of `kids` that were kept as they are and begin with this word."""
    return [kid for kid in kids if isinstance(kid, tuple) and word(kid[0]) == first]


def keep(_: Context, kids: list[Kid]) -> Kid:
    """The parts as they are, for the rule above."""
    return tuple(kids)


def first(_: Context, kids: list[Kid]) -> Kid:
    """The first part."""
    return kids[0]
