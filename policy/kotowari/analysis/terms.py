"""Formulas of z3, shortened as they are built.

Every `Terms` has a context of its own: nothing asked elsewhere in the process can change what z3 answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import z3


class Terms:
    """Builds formulas in one context."""

    def __init__(self) -> None:
        self.context = z3.Context()
        self.true = z3.BoolVal(True, self.context)
        self.false = z3.BoolVal(False, self.context)

    def boolean(self, name: str) -> z3.BoolRef:
        """A variable that is true or false."""
        return z3.Bool(name, self.context)

    def whole(self, name: str) -> z3.ArithRef:
        """A variable for a whole number."""
        return z3.Int(name, self.context)

    def real(self, name: str) -> z3.ArithRef:
        """A variable for a number."""
        return z3.Real(name, self.context)

    def count(self, value: int) -> z3.ArithRef:
        """A whole number."""
        return z3.IntVal(value, self.context)

    def number(self, value: Decimal | Fraction | int) -> z3.ArithRef:
        """A number, exactly."""
        exact = Fraction(value)
        return z3.RealVal(f"{exact.numerator}/{exact.denominator}", self.context)

    def truth(self, *, value: bool) -> z3.BoolRef:
        """A constant."""
        return self.true if value else self.false

    def both(self, *parts: z3.BoolRef) -> z3.BoolRef:
        """All of these."""
        kept = self._kept(parts, neutral=self.true)
        if any(part is self.false for part in kept):
            return self.false
        return z3.And(*kept) if len(kept) > 1 else kept[0] if kept else self.true

    def either(self, *parts: z3.BoolRef) -> z3.BoolRef:
        """Any of these."""
        kept = self._kept(parts, neutral=self.false)
        if any(part is self.true for part in kept):
            return self.true
        return z3.Or(*kept) if len(kept) > 1 else kept[0] if kept else self.false

    def opposite(self, part: z3.BoolRef) -> z3.BoolRef:
        """Not this."""
        if part is self.true or part is self.false:
            return self.truth(value=part is self.false)
        return z3.Not(part)

    def exactly_one(self, parts: Iterable[z3.BoolRef]) -> list[z3.BoolRef]:
        """What makes one of these true and no two."""
        each = list(parts)
        pairs = [self.opposite(self.both(one, other)) for place, one in enumerate(each) for other in each[place + 1 :]]
        return [self.either(*each), *pairs]

    @staticmethod
    def reads(*formulas: z3.ExprRef) -> frozenset[int]:
        """The variables of formulas, and all their other parts, by the numbers that z3 gives them."""
        seen: set[int] = set()
        open_ = list(formulas)
        while open_:
            part = open_.pop()
            if part.get_id() not in seen:
                seen.add(part.get_id())
                open_.extend(part.children())
        return frozenset(seen)

    @staticmethod
    def _kept(parts: Iterable[z3.BoolRef], neutral: z3.BoolRef) -> list[z3.BoolRef]:
        return [part for part in parts if part is not neutral]
