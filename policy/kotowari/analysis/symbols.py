"""One symbol for each fact of the policies looked at, with all the values that a request may give.

Policies that declare a fact alike share its symbol, so that one request can be put to all of them. Where bounds,
choices or `or none` differ, only what every policy takes is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import UTC, date, datetime
from decimal import Context, Decimal
from fractions import Fraction
from unicodedata import normalize

import z3

from kotowari.analysis.clock import day_at, day_position, moment_at, moment_position
from kotowari.analysis.terms import Terms
from kotowari.engine.regions import is_measured
from kotowari.model.duration import Duration
from kotowari.model.model import Model
from kotowari.model.types import TEMPORAL, FactType, Kind, Value
from kotowari.record import record

# Stands for every text that nothing compares with.
ANOTHER_TEXT = "…"
_YES = "yes"
_SECONDS_OF_A_DAY = 86_400
_DIGITS = Context(prec=20)


@record
class Symbol:
    """A fact: whether it is given at all (`known`), whether it is known to be none, and its value.

    A flag has the choice `yes`, an enumeration and a set each of theirs. `amount` is a number, the average length of a
    duration in seconds, the number of a day, microseconds, or for a text the number of the text.
    """

    name: str
    type: FactType
    known: z3.BoolRef
    absent: z3.BoolRef
    choices: Mapping[str, z3.BoolRef] = field(default_factory=dict[str, z3.BoolRef])
    number: z3.ArithRef | None = None

    @property
    def variables(self) -> tuple[z3.ExprRef, ...]:
        """What stands for it in formulas."""
        number = () if self.number is None else (self.number,)
        flags = [flag for flag in (self.known, self.absent) if not z3.is_true(flag) and not z3.is_false(flag)]
        return (*flags, *self.choices.values(), *number)

    @property
    def yes(self) -> z3.BoolRef:
        """Whether a flag is set."""
        return self.choices[_YES]

    @property
    def amount(self) -> z3.ArithRef:
        """The number that stands for the value."""
        assert self.number is not None
        return self.number


@record(frozen=False)
class Symbols:
    """Makes symbols when a condition first reads them; what holds of them whatever comes is added to `laws`.

    Times lie in the years from the first to the last of `years`, unless a fact is bound otherwise.
    The facts of `loose` may be left out of a request; every other one is given.
    """

    terms: Terms
    models: Sequence[Model]
    loose: frozenset[str]
    years: tuple[int, int]
    laws: list[z3.BoolRef] = field(default_factory=list[z3.BoolRef])
    shared: dict[str, Symbol] = field(default_factory=dict[str, Symbol])
    texts: dict[str, int] = field(default_factory=lambda: {ANOTHER_TEXT: 0})
    own: dict[tuple[int, str], Symbol] = field(default_factory=dict[tuple[int, str], Symbol])

    def of(self, place: int, name: str) -> Symbol:
        """The fact as the policy of this place sees it: one that is left out has the policy's default."""
        fact = self.models[place].facts[name]
        shared = self._shared(name, fact.type)
        if name not in self.loose or not fact.has_default:
            return shared
        own = self.own.get((place, name))
        if own is None:
            own = self.own[place, name] = self._made(f"{shared.name}@{place}", fact.type, known=shared.known)
            self.laws += [
                self.terms.either(self.terms.opposite(shared.known), self._same(own, shared)),
                self.terms.either(shared.known, self.equals(own, fact.default)),
            ]
        return own

    def _shared(self, name: str, type_: FactType) -> Symbol:
        """Facts of one name but of another kind or currency are another fact."""
        key = name if self._first(name).kind is type_.kind and self._first(name).currency == type_.currency else (
            f"{name} ({type_.kind} {type_.currency or ''})"
        )  # fmt: skip
        if key not in self.shared:
            known = self.terms.boolean(f"{key} known") if name in self.loose else self.terms.true
            self.shared[key] = self._made(key, self._common(name, type_), known=known)
        return self.shared[key]

    def _first(self, name: str) -> FactType:
        return next(model.facts[name].type for model in self.models if name in model.facts)

    def _common(self, name: str, type_: FactType) -> FactType:
        """What every policy takes that declares the fact like this."""
        types = [model.facts[name].type for model in self.models if name in model.facts]
        alike = [one for one in types if (one.kind, one.currency) == (type_.kind, type_.currency)]
        lows = [one.low for one in alike if one.low is not None]
        highs = [one.high for one in alike if one.high is not None]
        return FactType(
            type_.kind,
            tuple(choice for choice in alike[0].choices if all(choice in one.choices for one in alike)),
            type_.currency,
            max(lows, key=position) if lows else None,
            min(highs, key=position) if highs else None,
            all(one.or_none for one in alike),
        )

    # --- making -------------------------------------------------------------------------------------------------------

    def _made(self, name: str, type_: FactType, known: z3.BoolRef) -> Symbol:
        absent = self.terms.boolean(f"{name} none") if type_.or_none else self.terms.false
        match type_.kind:
            case Kind.FLAG:
                return Symbol(name, type_, known, absent, {_YES: self.terms.boolean(name)})
            case Kind.ONE_OF | Kind.ANY_OF:
                choices = {choice: self.terms.boolean(f"{name} {choice}") for choice in type_.choices}
                if type_.kind is Kind.ONE_OF:
                    self.laws += self.terms.exactly_one(choices.values())
                return Symbol(name, type_, known, absent, choices)
            case _:
                return Symbol(name, type_, known, absent, number=self._line(name, type_))

    def _line(self, name: str, type_: FactType) -> z3.ArithRef:
        whole = type_.kind in TEMPORAL or type_.kind in {Kind.WHOLE, Kind.TEXT}
        found = self.terms.whole(name) if whole else self.terms.real(name)
        low, high = self._limits(type_)
        self.laws += [found >= low] if low is not None else []
        self.laws += [found <= high] if high is not None else []
        return found

    def _limits(self, type_: FactType) -> tuple[z3.ArithRef | None, z3.ArithRef | None]:
        if type_.kind is Kind.DATE:
            day, last_day = day_position(type_.low), day_position(type_.high, last=True)
            return self.terms.count(day), self.terms.count(last_day)
        if type_.kind is Kind.TIME:
            first = type_.low or datetime(self.years[0], 1, 1, tzinfo=UTC)
            last = type_.high or datetime(self.years[1], 12, 31, tzinfo=UTC)
            return self.terms.count(moment_position(first)), self.terms.count(moment_position(last))
        low = Decimal(0) if type_.kind is Kind.DURATION and type_.low is None else type_.low
        ends = [None if end is None else self.constant(type_, end) for end in (low, type_.high)]
        return ends[0], ends[1]

    def constant(self, type_: FactType, value: Value) -> z3.ArithRef:
        """The number that stands for a value of this type."""
        match value:
            case datetime() | date():
                return self.terms.count(position_of(value))
            case Duration():
                return self.terms.number(value.length)
            case Decimal() if type_.kind is Kind.WHOLE and value == value.to_integral_value():
                return self.terms.count(int(value))
            case Decimal():
                return self.terms.number(value)
            case str():
                return self.terms.count(self.text(value))
            case _:
                raise TypeError(f"{value!r} is no amount")

    def text(self, text: str) -> int:
        """The number of a text; texts that look the same are the same."""
        return self.texts.setdefault(normalize("NFC", text), len(self.texts))

    # --- equality -----------------------------------------------------------------------------------------------------

    def equals(self, symbol: Symbol, value: Value) -> z3.BoolRef:
        """That a fact has this value."""
        if value is None:
            return symbol.absent
        present = self.terms.opposite(symbol.absent)
        match value:
            case bool():
                return self.terms.both(present, symbol.yes if value else self.terms.opposite(symbol.yes))
            case str() if symbol.type.kind is Kind.ONE_OF:
                return self.terms.both(present, symbol.choices.get(value, self.terms.false))
            case frozenset():
                members = (
                    flag if choice in value else self.terms.opposite(flag) for choice, flag in symbol.choices.items()
                )
                possible = self.terms.truth(value=value <= symbol.choices.keys())
                return self.terms.both(present, possible, *members)
            case _:
                return self.terms.both(present, symbol.amount == self.constant(symbol.type, value))

    def _same(self, one: Symbol, other: Symbol) -> z3.BoolRef:
        absent = one.absent == other.absent
        return self.terms.both(absent, self.terms.either(one.absent, self.alike(one, other)))

    def alike(self, one: Symbol, other: Symbol) -> z3.BoolRef:
        """That two facts of one kind, neither of them none, have the same value."""
        if one.number is not None and other.number is not None:
            return one.number == other.number
        names = sorted({*one.choices, *other.choices})
        flags = [one.choices.get(name, self.terms.false) == other.choices.get(name, self.terms.false) for name in names]
        return self.terms.both(*flags)

    # --- values -------------------------------------------------------------------------------------------------------

    def value(self, found: z3.ModelRef, symbol: Symbol) -> Value:
        """The value that a solution gives to a fact."""
        if z3.is_true(found.eval(symbol.absent, model_completion=True)):
            return None
        kind = symbol.type.kind
        chosen = [name for name, flag in symbol.choices.items() if z3.is_true(found.eval(flag, model_completion=True))]
        match kind:
            case Kind.FLAG:
                return bool(chosen)
            case Kind.ONE_OF:
                return chosen[0]
            case Kind.ANY_OF:
                return frozenset(chosen)
            case _:
                return self._of_number(kind, fraction(found.eval(symbol.amount, model_completion=True)))

    def _of_number(self, kind: Kind, number: Fraction) -> Value:
        match kind:
            case Kind.DATE:
                return day_at(int(number))
            case Kind.TIME:
                return moment_at(int(number))
            case Kind.TEXT:
                return next((text for text, place in self.texts.items() if place == number), ANOTHER_TEXT)
            case Kind.DURATION:
                days = number / _SECONDS_OF_A_DAY
                return Duration(days=int(days)) if days.denominator == 1 else Duration(seconds=decimal(number))
            case _:
                assert is_measured(kind)
                return decimal(number)


def fraction(value: z3.ExprRef) -> Fraction:
    """A number of a solution; one that is no fraction, such as a root, is cut off."""
    if isinstance(value, z3.IntNumRef):
        return Fraction(value.as_long())
    if isinstance(value, z3.RatNumRef):
        return value.as_fraction()
    return Fraction(str(value).rstrip("?"))


def decimal(number: Fraction) -> Decimal:
    """A number with at most 20 digits."""
    return _DIGITS.divide(Decimal(number.numerator), Decimal(number.denominator))


def position(value: Value) -> Fraction:
    """Where a bound lies on the line of its kind."""
    match value:
        case datetime() | date():
            return Fraction(position_of(value))
        case Duration():
            return Fraction(value.length)
        case Decimal():
            return Fraction(value)
        case _:
            raise TypeError(f"{value!r} is no bound")


def position_of(value: date) -> int:
    """The number of a day, or of the microsecond of a moment."""
    return moment_position(value) if isinstance(value, datetime) else day_position(value)
