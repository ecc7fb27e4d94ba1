"""What came of a trial."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from kotowari.cases.clauses import Clause
from kotowari.cases.expectation import Difference
from kotowari.cases.nearest import Ground, Near
from kotowari.diagnostics.span import Span
from kotowari.record import record
from kotowari.testing.trial import Trial


class Status(StrEnum):
    """How a trial ended."""

    PASSED = "passed"
    FAILED = "failed"
    TODO = "todo"
    """It failed, as its `todo` says that it would."""
    FIXED = "fixed"
    """It passed, and its `todo` says that it would not."""

    @property
    def bad(self) -> bool:
        """Whether somebody has to do something."""
        return self in (Status.FAILED, Status.FIXED)


@record
class Holding:
    """How the condition of a rule came out that an example says holds, or does not: with the clauses that say why."""

    rule: str
    span: Span
    expected: bool
    truth: bool | None
    clauses: tuple[Clause, ...]


@record
class Result:
    """A trial with what came of it; `grounds` and `near` only where the verdict or its rules are not as expected.

    `verdict` is None where nobody asked for it, as for an example without `gives`.
    """

    trial: Trial
    status: Status
    verdict: str | None
    holding: Holding | None = None
    differences: tuple[Difference, ...] = ()
    grounds: tuple[Ground, ...] = ()
    near: tuple[Near, ...] = ()


# What is wrong with a result, in one line and in full, as people read it.
Told = Callable[[Result], tuple[str, str]]
