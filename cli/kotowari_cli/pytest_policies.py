"""Examples and cases as pytest collects, runs and shows them; imported only where a policy is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from itertools import groupby
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import pytest

from kotowari.diagnostics.display import printable
from kotowari.diagnostics.style import Style
from kotowari.diagnostics.wrap import wrap
from kotowari.record import record
from kotowari_cli import language_of
from kotowari_cli.pytest_shown import Shown, shown

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr, TracebackStyle

    from kotowari import PolicyError
    from kotowari.testing import CasesError, Result, Suite, Trial
    from kotowari.testing.run import Runner

_Node = TypeVar("_Node", bound=pytest.Item | pytest.Collector)
_RULES = ".rules"
_CASES = (".yaml", ".yml")


class UnusableError(Exception):
    """A policy that does not compile, cases that cannot be read, or none at all; `shown` says so."""

    def __init__(self, told: Shown) -> None:
        super().__init__(str(told))
        self.shown = told


class TrialError(Exception):
    """A trial that somebody has to do something about."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.trial.name)
        self.result = result


class TodoError(TrialError):
    """A trial that fails as its `todo` says."""


@record
class Bench:
    """A policy to be tested, read when it is first needed; `whole` if all of it was asked for."""

    folder: Path
    now: str
    whole: bool

    @cached_property
    def moment(self) -> datetime:
        """The moment for what names none. Raises UsageError."""
        from kotowari.requests import RequestError, read_now

        try:
            return read_now(self.now)
        except RequestError as error:
            from kotowari_cli.screen import in_their_language

            raise pytest.UsageError(f"--kotowari-now: {in_their_language(error.message)}") from None

    @cached_property
    def suite(self) -> Suite:
        """The policy with its trials. Raises UnusableError."""
        import kotowari
        from kotowari.testing import CasesError, load_suite

        try:
            found = load_suite(kotowari.load(self.folder), self.folder, self.moment)
        except (kotowari.PolicyError, CasesError) as error:
            raise UnusableError(_unusable(error)) from None
        if not found.trials:
            raise UnusableError(_no_trials(self.folder))
        return found

    @cached_property
    def runner(self) -> Runner:
        """What runs the trials."""
        from kotowari.testing.run import Runner

        return Runner(self.suite.policy, self.moment)

    @cached_property
    def _by_file(self) -> Mapping[str, Sequence[Trial]]:
        found: defaultdict[str, list[Trial]] = defaultdict(list)
        for trial in self.suite.trials:
            found[trial.span.source].append(trial)
        return found

    def trials(self, path: Path) -> Sequence[Trial]:
        """The trials that stand in a file. Raises UnusableError."""
        return self._by_file.get(path.relative_to(self.folder).as_posix(), ())


class Policies:
    """The hooks that find the files of policies."""

    def __init__(self, folders: Iterable[Path], arguments: Sequence[Path], now: str) -> None:
        # The deepest first: a policy may lie in the folder of another one.
        deepest = sorted(dict.fromkeys(folders), key=lambda folder: len(folder.parts), reverse=True)
        self.benches = {
            folder: Bench(folder, now, any(folder.is_relative_to(path) for path in arguments)) for folder in deepest
        }

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Say what keeps a whole policy from running once, at its folder, not at each of its files."""
        report = yield
        bench = self.benches.get(collector.path) if isinstance(collector, pytest.Directory) else None
        if bench is None or not bench.whole or not report.passed:
            return report
        try:
            _ = bench.suite
        except UnusableError as error:
            report.outcome, report.longrepr, report.result = "failed", error.shown, []
        return report

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """A file of rules or of cases."""
        bench = next((bench for folder, bench in self.benches.items() if file_path.is_relative_to(folder)), None)
        if bench is None:
            return None
        is_cases = file_path.parent == bench.folder / "cases" and file_path.suffix in _CASES
        return TrialFile.of(parent, file_path, bench) if is_cases or file_path.suffix == _RULES else None


class TrialFile(pytest.File):
    """A file of rules or of cases."""

    bench: Bench

    @classmethod
    def of(cls, parent: pytest.Collector, path: Path, bench: Bench) -> TrialFile:
        """The file as a part of what is collected."""
        made = _node(cls, parent, path=path)
        made.bench = bench
        return made

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """The examples, rule by rule; or the cases."""
        for rule, trials in groupby(self.bench.trials(self.path), key=lambda trial: trial.rule):
            if rule is None:
                yield from (TrialItem.of(self, trial.name, trial, self.bench) for trial in trials)
            else:
                yield RuleTrials.of(self, rule, list(trials), self.bench)

    def repr_failure(  # type: ignore[override]  # as in pytest's own Collector, without the style of tracebacks
        self, excinfo: pytest.ExceptionInfo[BaseException]
    ) -> str | TerminalRepr:
        """What is wrong, without a traceback where it is the policy's."""
        if isinstance(excinfo.value, UnusableError):
            return excinfo.value.shown
        return super().repr_failure(excinfo)


class RuleTrials(pytest.Collector):
    """The examples of a rule."""

    bench: Bench
    trials: Sequence[Trial]

    @classmethod
    def of(cls, parent: pytest.Collector, rule: str, trials: Sequence[Trial], bench: Bench) -> RuleTrials:
        """The rule as a part of what is collected."""
        made = _node(cls, parent, name=_part(rule))
        made.trials, made.bench = trials, bench
        return made

    def collect(self) -> Iterator[pytest.Item]:
        """Each example and counterexample, by its kind and number."""
        for trial in self.trials:
            yield TrialItem.of(self, trial.name.removeprefix(f"{trial.rule} "), trial, self.bench)


class TrialItem(pytest.Item):
    """One example, counterexample or case."""

    bench: Bench
    trial: Trial

    @classmethod
    def of(cls, parent: pytest.Collector, name: str, trial: Trial, bench: Bench) -> TrialItem:
        """The trial as a test."""
        made = _node(cls, parent, name=_part(name))
        made.trial, made.bench = trial, bench
        if trial.todo:
            made.add_marker(pytest.mark.xfail(reason=trial.todo, raises=TodoError, strict=False))
        return made

    def runtest(self) -> None:
        """Run it. Raises TrialError where it does not come out as it should."""
        from kotowari.testing import Status

        result = self.bench.runner.run(self.trial)
        if result.status is Status.TODO:
            raise TodoError(replace(result, status=Status.FAILED))
        if result.status.bad:
            raise TrialError(result)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: TracebackStyle | None = None
    ) -> str | TerminalRepr:
        """What was expected beside what came out."""
        if isinstance(excinfo.value, TrialError):
            return _failed(excinfo.value.result, self.bench.suite)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[PathLike[str] | str, int | None, str]:
        """Where it stands: the file, the line counted from 0, and its name."""
        source = self.bench.suite.sources.get(self.trial.span.source)
        return self.path, source.place(self.trial.span.start)[0] - 1 if source else None, self.trial.name


def _node(kind: type[_Node], parent: pytest.Collector, **options: object) -> _Node:
    """A node of pytest, whose own `from_parent` leaves the options without types."""
    return cast("_Node", kind.from_parent(parent, **options))  # pyright: ignore[reportUnknownMemberType]


def _part(name: str) -> str:
    """A name as a part of a node's id, where `::` parts one from the next."""
    return printable(name).replace("::", ": :")


def _unusable(error: PolicyError | CasesError) -> Shown:
    from kotowari.diagnostics.render import render_all

    language = language_of()

    def draw(style: Style, width: int) -> str:
        return render_all(error.diagnostics, error.sources, style=style, width=width, language=language)

    return shown(str(error), draw)


def _no_trials(folder: Path) -> Shown:
    from kotowari.diagnostics.said import say
    from kotowari_cli.screen import in_their_language

    message = in_their_language(
        say("no case found in `{folder}`: no rule has an example, and there is no file in `cases`", folder=str(folder))
    )
    japanese = language_of() == "ja"
    return shown(message, lambda _style, width: "\n".join(wrap(message, width, japanese=japanese)))


def _failed(result: Result, suite: Suite) -> Shown:
    from kotowari.diagnostics.render import render
    from kotowari.testing import diagnostics
    from kotowari_cli.strings_test import test_words

    language = language_of()
    (found,) = diagnostics([result], test_words(language).report)

    def draw(style: Style, width: int) -> str:
        return render(found, suite.sources, style=style, width=width, language=language)

    return shown(found.message, draw)
