"""Everything that is to be run against a policy: the examples of its rules and the cases of its folder."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from kotowari.api import Policy
from kotowari.cases.select import chosen
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.record import record
from kotowari.testing.against import unfit
from kotowari.testing.case_files import Cases, read_folder
from kotowari.testing.examples import examples
from kotowari.testing.trial import Trial


class CasesError(ValueError):
    """Cases that cannot be run: `diagnostics` says why, `sources` holds the texts that they point into."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...], sources: Mapping[str, Source]) -> None:
        super().__init__(f"the cases cannot be run: {diagnostics[0].message}")
        self.diagnostics = diagnostics
        self.sources = sources


@record
class Choice:
    """Which trials are wanted: those that fit all that is not None. Names may be parts or have `*` and `?`.

    `files` are names as spans have them, `again` full names.
    """

    names: tuple[str, ...] | None = None
    rules: Collection[str] | None = None
    files: Collection[str] | None = None
    again: Collection[str] | None = None

    def wants(self, trial: Trial) -> bool:
        """Whether a trial is wanted."""
        return (
            (self.names is None or chosen(trial.name, self.names))
            and (self.rules is None or not trial.rules.isdisjoint(self.rules))
            and (self.files is None or trial.span.source in self.files)
            and (self.again is None or trial.name in self.again)
        )


EVERYTHING = Choice()


@record
class Suite:
    """A policy with its trials, examples first, then cases; `sources` are the texts of both."""

    policy: Policy
    trials: tuple[Trial, ...]
    sources: Mapping[str, Source]

    def only(self, choice: Choice) -> Iterator[Trial]:
        """The trials that are wanted, in order."""
        return (trial for trial in self.trials if choice.wants(trial))

    def place(self, span: Span) -> str:
        """A place as `cases/features.yaml:7`."""
        source = self.sources.get(span.source)
        return f"{span.source}:{source.place(span.start)[0] if source else 1}"


def load_suite(policy: Policy, folder: str | os.PathLike[str], now: datetime) -> Suite:
    """The trials of a policy and its folder. Raises CasesError with all that is wrong with the cases."""
    return suite_of(policy, read_folder(folder), now)


def suite_of(policy: Policy, cases: Cases, now: datetime) -> Suite:
    """The trials of a policy with these cases. Raises CasesError with all that is wrong with the cases."""
    sources = {**policy.sources, **cases.sources}
    faults = [*cases.faults, *unfit(policy, cases.trials, now)]
    if faults:
        raise CasesError(tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.order)), sources)
    return Suite(policy, (*examples(policy.model), *cases.trials), sources)
