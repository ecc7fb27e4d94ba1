"""Trials, run in order or by several processes at a time; the results come in order either way."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import datetime

from kotowari.api import Policy, compile_policy
from kotowari.testing.results import Result
from kotowari.testing.run import Runner
from kotowari.testing.trial import Trial

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
    files = {name: source.text for name, source in policy.sources.items()}
    # A process that begins anew has nothing of this one: no threads, no locks, no terminal.
    fresh = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(max(1, min(jobs, len(chunks))), fresh, _start, (files, now))
    try:
        for chunk, results in zip(chunks, pool.map(_run, map(_bare, chunks)), strict=True):
            yield from (replace(result, trial=trial) for trial, result in zip(chunk, results, strict=True))
    finally:
        pool.shutdown(cancel_futures=True)


def _bare(trials: Sequence[Trial]) -> list[Trial]:
    """Trials without the places that only reports need."""
    return [replace(trial, places={}) for trial in trials]


def _start(files: Mapping[str, str], now: datetime) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us hears it, and ends us
    _own.append(Runner(compile_policy(files), now))


def _run(trials: Sequence[Trial]) -> list[Result]:
    return [_own[0].run(trial) for trial in trials]
