"""One request to decide, with what is expected of the decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum

from kotowari.cases.expectation import Expectation
from kotowari.diagnostics.span import Span
from kotowari.record import record
from kotowari.requests import Request

# Behind a path of `places`: not the value that stands there but its key.
KEY = " (key)"


class Kind(StrEnum):
    """Where a trial comes from: a clause of a rule, or a file of cases."""

    EXAMPLE = "example"
    COUNTEREXAMPLE = "counterexample"
    CASE = "case"


@record
class Trial:
    """An example, a counterexample or a case; a row of a case's table is one of its own.

    `rule` is the rule of an example, whose condition has to hold or, for a counterexample, to be false. `todo` says why
    the trial is expected to fail. `places` holds where the request and the expectations stand, by their paths
    (`request.facts.customer.plan`, `expect.verdict`).
    """

    name: str
    kind: Kind
    span: Span
    request: Request
    expected: Expectation
    rule: str | None = None
    todo: str | None = None
    places: Mapping[str, Span] = field(default_factory=dict[str, Span], repr=False)

    def place(self, path: str) -> Span:
        """Where something stands, or the nearest that it belongs to, in the end the trial itself."""
        while path and path not in self.places:
            path = path.rpartition(".")[0]
        return self.places.get(path, self.span)

    @property
    def rules(self) -> frozenset[str]:
        """The rules that the trial is about: that of an example, those that a case expects."""
        return frozenset(self._rules())

    def _rules(self) -> Iterator[str]:
        if self.rule is not None:
            yield self.rule
        yield from self.expected.rules or ()
        for demand in self.expected.demands or ():
            yield from demand.rules or ()
