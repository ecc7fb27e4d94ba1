"""Results in the Test Anything Protocol, version 14: https://testanything.org/tap-version-14-specification.html."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from kotowari.diagnostics.display import printable
from kotowari.testing.results import Result, Status, Told


def to_tap(results: Sequence[Result], told: Told) -> str:
    """The results, a line each; `told` says what is wrong with one that is bad. It ends with a line feed."""
    lines = ["TAP version 14", f"1..{len(results)}"]
    for number, result in enumerate(results, 1):
        lines += _lines(number, result, told)
    return "".join(f"{line}\n" for line in lines)


def _lines(number: int, result: Result, told: Told) -> Iterator[str]:
    trial, status = result.trial, result.status
    word = "not ok" if status in (Status.FAILED, Status.TODO) else "ok"
    # A harness counts a TODO that passes as a bonus; here it is to be looked at, so it is no TODO any longer.
    word = "not ok" if status is Status.FIXED else word
    todo = f" # TODO {_escaped(printable(trial.todo or ''))}" if status is Status.TODO else ""
    yield f"{word} {number} - {_escaped(printable(trial.name))}{todo}"
    if status.bad:
        # JSON is YAML, and knows how to write every character.
        yield "  ---"
        yield f"  message: {json.dumps(told(result)[0], ensure_ascii=False)}"
        yield f"  source: {json.dumps(trial.span.source, ensure_ascii=False)}"
        if result.verdict is not None:
            yield f"  verdict: {json.dumps(result.verdict)}"
        yield "  ..."


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("#", "\\#")
