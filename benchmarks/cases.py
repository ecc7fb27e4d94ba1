"""Measures how long it takes to read and to run the cases of a policy.

    python benchmarks/cases.py [COUNT] [--pack PACK]

COUNT is how many cases there are, 1,000 unless given; the pack is `starter` unless named. They are the pack's own
examples and cases, over and over with a number behind each text, so that no two texts are the same; each expects the
verdict, rules, teams, label and demands. Printed are the times for loading the pack, for the first case of each
language, which loads what reads it, for reading the cases from one file of YAML, for checking them against the policy,
and for running them one after the other. Exit codes: 0 done; 1 running 1,000 cases takes more than two seconds, or a
case fails; 2 wrong options.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from typing import Final, TypeVar

import kotowari
from kotowari.testing import Kind, Suite, Trial, load_suite, read_files
from kotowari.testing.pasted import case_data
from kotowari.testing.proposal import decided_as, expect_data
from kotowari.testing.run import Runner, passes
from kotowari.testing.suite import suite_of
from kotowari.testing.yaml_text import to_yaml
from kotowari.text.language import detect

COUNT: Final = 1_000
MOST: Final = 2.0  # seconds for 1,000 cases
NOW: Final = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
_T = TypeVar("_T")


def main(words: list[str]) -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description="Measures reading and running cases.")
    parser.add_argument("count", nargs="?", type=int, default=COUNT)
    parser.add_argument("--pack", default="starter")
    chosen = parser.parse_args(words)
    if chosen.count < 1:
        parser.error("COUNT is at least 1")
    folder = kotowari.packs() / chosen.pack
    policy, loading = timed(lambda: kotowari.load(folder))
    own = load_suite(policy, folder, NOW)
    runner = Runner(policy, NOW)
    _, starting = timed(lambda: [runner.run(trial) for trial in firsts(own)])
    text = varied(own, chosen.count)
    cases, reading = timed(lambda: read_files({"cases/many.yaml": text.encode()}))
    suite, checking = timed(lambda: suite_of(policy, cases, NOW))
    trials = [trial for trial in suite.trials if trial.kind is Kind.CASE]
    results, running = timed(lambda: [runner.run(trial) for trial in trials])
    told = {"loading": loading, "starting": starting, "reading": reading, "checking": checking, "running": running}
    for name, seconds in told.items():
        print(f"{name:10}{seconds:8.3f} s")
    bad = sum(result.status.bad for result in results)
    print(f"{len(trials)} cases, {bad} bad, {1000 * running / len(trials):.3f} ms a case")
    return int(bad > 0 or running > MOST * len(trials) / COUNT)


def timed(body: Callable[[], _T]) -> tuple[_T, float]:
    """What comes of it, and how many seconds it takes."""
    start = time.perf_counter()
    found = body()
    return found, time.perf_counter() - start


def firsts(suite: Suite) -> list[Trial]:
    """A trial in each language of the policy."""
    languages = suite.policy.model.languages
    texts = [(trial, detect(trial.request.text or "", languages)) for trial in suite.trials]
    return [next(trial for trial, spoken in texts if spoken == language) for language in languages]


def varied(suite: Suite, count: int) -> str:
    """A file with so many cases: the trials over and over, each with a number behind its text."""
    runner = Runner(suite.policy, NOW)
    cases: list[dict[str, object]] = []
    for number, trial in enumerate(cycle(suite.trials), 1):
        text = trial.request.text
        request = replace(trial.request, text=None if text is None else f"{text} ({number})")
        one = replace(trial, request=request, kind=Kind.CASE, rule=None)
        decision = runner.decide(one)
        # Dates play no part in examples, and a number is an amount in some of the texts.
        if passes(one, decision):
            given = decision.judge.situation.facts
            facts = {fact: given[fact] for fact in request.facts}
            expected = expect_data(decided_as(decision, label=True, demands=True))
            cases.append(case_data(suite.policy.model, f"{trial.name} ({number})", request, facts, expected))
        if len(cases) == count:
            return to_yaml({"now": NOW.isoformat(), "cases": cases})
    raise AssertionError  # pragma: no cover - it goes round and round


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
