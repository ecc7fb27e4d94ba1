"""Results as data, in the format `kotowari.test/1`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from kotowari.api import Policy
from kotowari.cases.clauses import Clause
from kotowari.diagnostics.span import Span
from kotowari.model.moments import time_text
from kotowari.testing.results import Holding, Result, Status
from kotowari.version import VERSION

FORMAT = "kotowari.test/1"
Place = Callable[[Span], str]
_TRUTHS = {True: "true", False: "false", None: "unknown"}


def record(policy: Policy, now: datetime, results: Sequence[Result], place: Place) -> dict[str, object]:
    """Every result, in order; `place` writes a place as `cases/features.yaml:7`."""
    model = policy.model
    counts = Counter(result.status for result in results)
    return {
        "format": FORMAT,
        "policy": {"name": model.name, "edition": model.edition, "digest": model.digest, "kotowari": VERSION},
        "now": time_text(now),
        "counts": {status.value: counts[status] for status in Status},
        "results": [_result(result, place) for result in results],
    }


def _result(result: Result, place: Place) -> dict[str, object]:
    trial = result.trial
    return {
        "name": trial.name,
        "kind": trial.kind.value,
        "rule": trial.rule,
        "source": place(trial.span),
        "status": result.status.value,
        "todo": trial.todo,
        "verdict": result.verdict,
        "holds": result.holding and _holding(result.holding, place),
        "differences": [
            {"key": one.place, "expected": list(one.expected), "found": list(one.found)} for one in result.differences
        ],
        "because": [
            {
                "rule": one.name, "verdict": one.verdict, "source": place(one.span),
                "clauses": _clauses(one.clauses, place),
            }
            for one in result.grounds
        ],
        "nearest": [
            {
                "rule": one.rule, "verdict": one.verdict, "source": place(one.span), "kept_by": one.bar.value,
                "clauses": _clauses(one.clauses, place), "by": list(one.by),
            }
            for one in result.near
        ],
    }  # fmt: skip


def _holding(one: Holding, place: Place) -> dict[str, object]:
    return {"expected": one.expected, "truth": _TRUTHS[one.truth], "clauses": _clauses(one.clauses, place)}


def _clauses(clauses: Sequence[Clause], place: Place) -> list[dict[str, object]]:
    return [
        {"clause": one.text, "truth": _TRUTHS[one.truth], "seen": list(one.seen), "source": place(one.span)}
        for one in clauses
    ]
