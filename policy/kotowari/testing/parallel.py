"""Work shared among processes, and trials run so; the results come in order either way."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import ParamSpec, TypeVar

from kotowari.api import Policy, compile_policy
from kotowari.testing.results import Result
from kotowari.testing.run import Runner
from kotowari.testing.trial import Trial

_Given = ParamSpec("_Given")
_Part = TypeVar("_Part")
_Found = TypeVar("_Found")

# Few enough that Ctrl-C is heard soon and all are busy to the end, many enough that handing them over costs nothing.
_MOST_AT_ONCE = 25

# The runner of a process that was started for it.
_own: list[Runner] = []


def run_all(policy: Policy, trials: Sequence[Trial], now: datetime, jobs: int = 1) -> Iterator[Result]:
    """What comes of each trial, in their order. `jobs` processes share the work; stopping early ends them."""
    if jobs == 1:
        yield from map(Runner(policy, now).run, trials)
        return
    size = max(1, min(_MOST_AT_ONCE, -(-len(trials) // jobs)))
    chunks = [trials[start : start + size] for start in range(0, len(trials), size)]
    found = shared_out(_run, [_bare(chunk) for chunk in chunks], jobs, _start, texts_of(policy), now)
    for chunk, results in zip(chunks, found, strict=True):
        yield from (replace(result, trial=trial) for trial, result in zip(chunk, results, strict=True))


def shared_out(
    work: Callable[[_Part], _Found],
    parts: Sequence[_Part],
    jobs: int,
    start: Callable[_Given, None],
    *given: _Given.args,
    **named: _Given.kwargs,
) -> Iterator[_Found]:
    """What `work` makes of each part, in order. Each process begins with `start`; stopping early ends them."""
    # A process that begins anew has nothing of this one: no threads, no locks, no terminal.
    fresh = multiprocessing.get_context("spawn")
    begin = partial(_begin, partial(start, *given, **named))
    pool = ProcessPoolExecutor(max(1, min(jobs, len(parts))), fresh, begin)
    try:
        yield from pool.map(work, parts)
    finally:
        pool.shutdown(cancel_futures=True)


def texts_of(policy: Policy) -> dict[str, str]:
    """The files of a policy, to compile it from in another process."""
    return {name: source.text for name, source in policy.sources.items()}


def _begin(start: Callable[[], None]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us hears it, and ends us
    start()


def _bare(trials: Sequence[Trial]) -> list[Trial]:
    """Trials without the places that only reports need."""
    return [replace(trial, places={}) for trial in trials]


def _start(files: Mapping[str, str], now: datetime) -> None:
    _own.append(Runner(compile_policy(files), now))


def _run(trials: Sequence[Trial]) -> list[Result]:
    return [_own[0].run(trial) for trial in trials]
