"""What trials cover of their policy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kotowari.api import Policy
from kotowari.cases.coverage import Coverage, CoveredCondition, CoveredUnit, Share, coverage
from kotowari.cases.coverage_plan import plan
from kotowari.cases.coverage_seen import Seen, observe
from kotowari.engine.program import compile_program
from kotowari.testing.record import Place
from kotowari.testing.run import Runner
from kotowari.testing.trial import Trial


def gather(policy: Policy, trials: Iterable[Trial], now: datetime) -> Coverage:
    """What these trials cover, whether they pass or not; `now` is the moment for those that name none.

    Each is decided once more. Raises RequestError for a trial that the policy cannot take.
    """
    program = compile_program(policy.model)
    runner, all_of_it, seen = Runner(policy, now), plan(program), Seen()
    for trial in trials:
        observe(seen, all_of_it, runner.decide(trial).judge)
    return coverage(program, all_of_it, seen)


def coverage_record(found: Coverage, place: Place) -> dict[str, object]:
    """The coverage as data, as `schemas/test-results.schema.json` says; `place` writes a place as `money.rules:7`."""
    return {
        "totals": {
            "rules": _share(found.rules),
            "clauses": _share(found.clauses),
            "total": _share(found.total),
            "patterns": _share(found.matched),
            "thresholds": _share(found.sides),
            "languages": _share(found.languages),
        },
        "rules": [_unit(unit, place) for unit in found.units],
        "patterns": [
            {"topic": one.topic, "pattern": one.text, "source": place(one.span), "matched": one.matched}
            for one in found.patterns
        ],
        "thresholds": [_threshold(one, place) for one in found.thresholds],
    }


def _share(share: Share) -> dict[str, int]:
    return {"covered": share.covered, "total": share.total, "percent": share.percent}


def _unit(unit: CoveredUnit, place: Place) -> dict[str, object]:
    return {
        "name": unit.name,
        "kind": unit.sort.value,
        "source": place(unit.span),
        "fired": unit.fired,
        "fired_with_all_known": unit.sure,
        "near_misses": unit.near,
        "clauses": [
            {"clause": one.text, "source": place(one.span), "when_true": one.when_true, "when_false": one.when_false}
            for one in unit.clauses
        ],
        "languages_missing": list(unit.languages),
    }


def _threshold(one: CoveredCondition, place: Place) -> dict[str, object]:
    return {
        "clause": one.text,
        "end": one.end.value if one.end else None,
        "source": place(one.span),
        "when_true": one.when_true,
        "when_false": one.when_false,
    }
